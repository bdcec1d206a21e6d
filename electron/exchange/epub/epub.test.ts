import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence } from '../article-refusal.ts';
import { readOne, refusalOf, sourceOf } from '../testing/article-source.ts';
import { damaged, zipBytes } from '../testing/zip-bytes.ts';
import { epubReader } from './reader.ts';

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
const item = (id: string, href: string, more = 'media-type="application/xhtml+xml"'): string =>
  `<item id="${id}" href="${href}" ${more}/>`;
const opf = (items: string, spine: readonly string[]): string =>
  `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>A book</dc:title><dc:creator>Ann</dc:creator><dc:creator>Ben</dc:creator><dc:publisher>House</dc:publisher><dc:date>2015</dc:date></metadata><manifest>${items}</manifest><spine>${spine.map((id) => `<itemref idref="${id}"/>`).join('')}</spine></package>`;
const chapter = (inner: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><style>p {}</style></head><body><a id="top"/>${inner}</body></html>`;
const epub = (parts: Record<string, string>): Promise<Buffer> =>
  zipBytes({ mimetype: 'application/epub+zip', 'META-INF/container.xml': container, ...parts });
const read = (bytes: Uint8Array) => readOne(epubReader, sourceOf('a.epub', bytes));
const usual = {
  'OEBPS/book.opf': opf(
    item('nav', 'nav.xhtml', 'media-type="application/xhtml+xml" properties="nav"') +
      item('b', 'text/second%20part.xhtml') +
      item('a', 'text/first.xhtml#x') +
      item('c', 'cover.svg', 'media-type="image/svg+xml"'),
    ['c', 'nav', 'a', 'b', 'a'],
  ),
  'OEBPS/nav.xhtml': chapter('<p>Contents</p>'),
  'OEBPS/text/first.xhtml': chapter('<h1>One</h1><p>First &amp; <i>foremost</i>.</p>'),
  'OEBPS/text/second part.xhtml': chapter('<p>Second.</p>'),
  'OEBPS/cover.svg': '<svg/>',
};

describe('a book', () => {
  it('is one document of its chapters in reading order, with what it says of itself', async () => {
    const article = await read(await epub(usual));
    if (!article.ok) throw new Error(articleRefusalSentence(article.error));
    const { document, notes } = article.value;
    expect(document).toMatchObject({
      text: 'One\n\nFirst & foremost.\n\nSecond.',
      title: 'A book',
      origin: { author: 'Ann', source: 'House', date: '2015' },
    });
    expect(notes).toEqual(['Parts that hold no text were left out (1): “OEBPS/cover.svg”.']);
  });

  const lock = '<encryption xmlns:enc="urn:e"><enc:CipherReference URI="OEBPS/text/first.xhtml"/></encryption>';
  it.each([
    ['no package', { 'META-INF/container.xml': '<container/>' }, 'is no book: it has no “rootfile”'],
    ['a missing package', { 'OEBPS/other.opf': '' }, 'is no book: it has no “OEBPS/book.opf”'],
    [
      'a trap in its package',
      { ...usual, 'OEBPS/book.opf': '<!DOCTYPE p [<!ENTITY a "b">]><p/>' },
      '“OEBPS/book.opf” line 1: it declares a document type',
    ],
    ['a lock', { ...usual, 'META-INF/encryption.xml': lock }, 'is a book with a password'],
    [
      'a chapter of 100,000 nested elements',
      { ...usual, 'OEBPS/text/first.xhtml': '<div>'.repeat(100_000) },
      'more than 512 deep',
    ],
    [
      'a chapter in no encoding',
      { ...usual, 'OEBPS/text/first.xhtml': '<?xml version="1.0" encoding="klingon"?><p/>' },
      'written in klingon, and is not',
    ],
    ['nothing to read', { 'OEBPS/book.opf': opf('', []) }, 'nothing but blank space'],
  ])('is refused for %s', async (_what, parts, said) => {
    expect(articleRefusalSentence(refusalOf(await read(await epub(parts))))).toContain(said);
  });

  it('or read, but never makes it crash, whatever is changed in it', async () => {
    const bytes = await epub(usual);
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
