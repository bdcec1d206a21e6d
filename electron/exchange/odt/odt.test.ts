import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence } from '../article-refusal.ts';
import { readOne, refusalOf, sourceOf } from '../testing/article-source.ts';
import { damaged, zipBytes } from '../testing/zip-bytes.ts';
import { odtReader } from './reader.ts';

const ns = (name: string): string => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
const content = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${['office', 'text', 'table'].map(ns).join(' ')} xmlns:draw="urn:d" xmlns:svg="urn:svg" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:automatic-styles/><office:body><office:text>${inner}</office:text></office:body></office:document-content>`;
const odt = (inner: string, more: Record<string, string> = {}): Promise<Buffer> =>
  zipBytes({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content(inner), ...more });
const read = (bytes: Uint8Array) => readOne(odtReader, sourceOf('a.odt', bytes));

async function articleOf(bytes: Uint8Array) {
  const article = await read(bytes);
  if (!article.ok) throw new Error(articleRefusalSentence(article.error));
  return article.value;
}

describe('an OpenDocument text', () => {
  it('is its headings, paragraphs, lists and tables in order, with what it says of itself', async () => {
    const meta = `<office:document-meta ${ns('office')} ${ns('meta')} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Minister denies</dc:title><meta:initial-creator>Ann</meta:initial-creator><dc:creator>Ben</dc:creator><meta:creation-date>2015-10-03</meta:creation-date></office:meta></office:document-meta>`;
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const bytes = await odt(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        '<text:h>Head</text:h><text:p>  One\n <text:span>two</text:span><text:s text:c="2"/><text:tab/>three<text:line-break/>four' +
        '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note</text:p></text:note-body></text:note>' +
        '<office:annotation><text:p>A comment</text:p></office:annotation><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:desc>picture</svg:desc></draw:frame>.</text:p>' +
        '<text:list><text:list-item><text:p>First</text:p><text:list><text:list-item><text:p>Second</text:p></text:list-item></text:list></text:list-item></text:list>' +
        `<text:p/><table:table><table:table-row>${cell('a')}${cell('')}${cell('b')}</table:table-row><table:table-row>${cell('1')}${cell('2')}${cell('3')}</table:table-row></table:table><text:p>End 😀</text:p>`,
      {
        'meta.xml': meta,
        'styles.xml': `<office:document-styles ${ns('office')} ${ns('style')} ${ns('text')}><style:header><text:p>The Daily</text:p></style:header></office:document-styles>`,
      },
    );
    const { document, notes } = await articleOf(bytes);
    expect(document.text).toBe('Head\n\nOne two  \tthree\nfour.\n\nbox\n\nFirst\nSecond\n\na\t\tb\n1\t2\t3\n\nEnd 😀');
    expect(document).toMatchObject({
      title: 'Minister denies',
      origin: { author: 'Ann', date: '2015-10-03' },
      original: bytes,
    });
    expect(notes).toEqual([
      'It has tracked changes: 1 deleted passages were left out.',
      'Footnotes and endnotes were left out (1).',
      'Comments were left out (1).',
      'Headers and footers were left out.',
    ]);
  });

  it('is the same text, whatever its characters', async () => {
    const unit = fc.constantFrom('a', '<', '&', '>', '"', ' ', '\t', '\n', '😀', 'é', '\u00a0', '\u202e', 'ש');
    const written = (text: string): string =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(' ', '<text:s/>')
        .replaceAll('\t', '<text:tab/>')
        .replaceAll('\n', '<text:line-break/>');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit, maxLength: 20 }), { maxLength: 5 }), async (paragraphs) => {
        const all = [...paragraphs, 'end'];
        const bytes = await odt(all.map((text) => `<text:p>${written(text)}</text:p>`).join(''));
        expect((await articleOf(bytes)).document.text).toBe(all.filter((text) => /\S/u.test(text)).join('\n\n'));
      }),
      { numRuns: 50 },
    );
  });
});

describe('an OpenDocument text that is refused', () => {
  const locked =
    '<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  it.each([
    ['no content', () => zipBytes({ mimetype: 'x' }), 'is no OpenDocument text: it has no “content.xml”'],
    [
      'a password',
      () => odt('<text:p>a</text:p>', { 'META-INF/manifest.xml': locked }),
      'is an OpenDocument text with a password',
    ],
    [
      'an outside entity',
      () => zipBytes({ 'content.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }),
      '“content.xml” line 1: it declares a document type',
    ],
    ['no words', () => odt('<text:p/>'), 'nothing but blank space'],
    [
      'more spaces than anybody writes',
      () => odt('<text:p><text:s text:c="99999999999"/></text:p>'),
      'nothing but blank space',
    ],
  ])('for %s', async (_what, bytes, said) =>
    expect(articleRefusalSentence(refusalOf(await read(await bytes())))).toContain(said),
  );

  it('or read, but never makes it crash, whatever is changed in it', async () => {
    const bytes = await odt(
      '<text:p>a</text:p><table:table><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 5 }),
        fc.integer({ min: 0, max: 20 }),
        async (changes, cut) => {
          const article = await read(damaged(bytes, changes, bytes.length - cut));
          expect(article.ok ? '' : articleRefusalSentence(article.error)).not.toContain('undefined');
        },
      ),
      { numRuns: 200 },
    );
  });
});
