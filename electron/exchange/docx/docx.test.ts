import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence } from '../article-refusal.ts';
import { rawZip } from '../archive/testing/raw-zip.ts';
import { readOne, refusalOf, sourceOf } from '../testing/article-source.ts';
import { damaged, zipBytes } from '../testing/zip-bytes.ts';
import { docxReader } from './reader.ts';

const read = (bytes: Uint8Array) => readOne(docxReader, sourceOf('a.docx', bytes));

async function articleOf(bytes: Uint8Array) {
  const article = await read(bytes);
  if (!article.ok) throw new Error(articleRefusalSentence(article.error));
  return article.value;
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const body = (inner: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${inner}</w:body></w:document>`;
const textOf = async (inner: string): Promise<string> =>
  (await articleOf(await zipBytes({ 'word/document.xml': body(inner) }))).document.text;
const p = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`;

describe('a Word document', () => {
  it('is its headings, paragraphs, lists and tables in order, with what it says of itself', async () => {
    const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
    const date = '2015-10-03T00:00:00Z';
    const bytes = await Packer.toBuffer(
      new Document({
        title: 'Minister denies',
        creator: 'Ann Author',
        footnotes: { 1: { children: [new Paragraph('A footnote.')] } },
        comments: { children: [{ id: 0, author: 'x', date: new Date(date), children: [new Paragraph('A comment.')] }] },
        sections: [
          {
            children: [
              new Paragraph({ text: 'Head', heading: HeadingLevel.HEADING_1 }),
              new Paragraph({
                children: [
                  new TextRun('One '),
                  new TextRun({ text: 'two', bold: true }),
                  new TextRun({ children: [new Tab(), 'three'] }),
                  new TextRun({ text: 'four', break: 1 }),
                  new FootnoteReferenceRun(1),
                  new CommentRangeStart(0),
                  new CommentRangeEnd(0),
                  new TextRun({ children: [new CommentReference(0)] }),
                  new TextRun({ text: 'hidden', vanish: true }),
                  new InsertedTextRun({ text: ' in', id: 1, author: 'x', date }),
                  new DeletedTextRun({ text: ' out', id: 2, author: 'x', date }),
                  new ExternalHyperlink({ link: 'https://x.example/', children: [new TextRun(' link')] }),
                  new Bookmark({ id: 'b', children: [new TextRun('.')] }),
                ],
              }),
              new Paragraph({ text: 'First', bullet: { level: 0 } }),
              new Paragraph({ text: 'Second', bullet: { level: 1 } }),
              new Paragraph(''),
              new Table({
                rows: [
                  new TableRow({ children: [cell('a'), cell(''), cell('b')] }),
                  new TableRow({ children: [cell('1'), cell('2'), cell('3')] }),
                ],
              }),
              new Paragraph('End 😀'),
            ],
          },
        ],
      }),
    );
    const { document, notes } = await articleOf(bytes);
    expect(document.text).toBe('Head\n\nOne two\tthree\nfour in link.\n\nFirst\nSecond\n\na\t\tb\n1\t2\t3\n\nEnd 😀');
    expect(document).toMatchObject({
      name: 'a.docx',
      title: 'Minister denies',
      origin: { author: 'Ann Author', encoding: 'utf-8' },
      original: bytes,
    });
    expect(notes).toEqual(
      [
        'It has tracked changes: one insertion was taken as accepted, one deletion was left out.',
        'one footnote or endnote was left out.',
        'one comment was left out.',
        'Hidden words were left out (6 characters).',
      ].map((note) => note.replace(/^one/u, 'One')),
    );
  });

  it.each([
    [
      'tabs of its layout are no text',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
      'a',
    ],
    [
      'boxes follow the paragraph they hang on, once',
      p(
        `<w:t>a</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('<w:t>box</w:t>')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('<w:t>box</w:t>')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>b</w:t>`,
      ),
      'ab\n\nbox',
    ],
    [
      'tables for the look of it are paragraphs',
      `<w:tbl><w:tr><w:tc>${p('<w:t>a</w:t>')}${p('<w:t>b</w:t>')}</w:tc><w:tc>${p('<w:t>c</w:t>')}</w:tc></w:tr></w:tbl>`,
      'a\n\nb\n\nc',
    ],
    [
      'tables in tables are paragraphs of the outer one',
      `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${p('<w:t>a</w:t>')}</w:tc><w:tc>${p('<w:t>b</w:t>')}</w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc>${p('<w:t>c</w:t>')}</w:tc></w:tr></w:tbl>`,
      'a\tb\n\nc',
    ],
    ['field codes are no text', p('<w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t>'), '1'],
    [
      'hyphens and breaks',
      p(
        '<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:br/><w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t>',
      ),
      'a\u2011b\u00ad\ncd',
    ],
    ['spaces are kept', p('<w:t xml:space="preserve">  a  b </w:t>'), '  a  b '],
  ])('%s', async (_what, inner, text) => expect(await textOf(inner)).toBe(text));

  it('says that headers and footers are left out, where there is something in them', async () => {
    const header = (text: string): string => `<w:hdr xmlns:w="${main}">${p(`<w:t>${text}</w:t>`)}</w:hdr>`;
    const notes = async (text: string) =>
      (
        await articleOf(
          await zipBytes({ 'word/document.xml': body(p('<w:t>a</w:t>')), 'word/header1.xml': header(text) }),
        )
      ).notes;
    expect([await notes(''), await notes('The Daily')]).toEqual([[], ['Headers and footers were left out.']]);
  });

  it('is the same text, whatever its characters', async () => {
    const unit = fc.constantFrom(
      'a',
      '<',
      '&',
      '>',
      '"',
      ' ',
      '😀',
      'é',
      'e\u0301',
      '\u00a0',
      '\u202e',
      'ש',
      '\u2028',
      '-',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit, maxLength: 20 }), { maxLength: 5 }), async (paragraphs) => {
        const all = [...paragraphs, 'end'];
        const bytes = await Packer.toBuffer(
          new Document({
            sections: [{ children: all.map((text) => new Paragraph({ children: [new TextRun(text)] })) }],
          }),
        );
        expect((await articleOf(bytes)).document.text).toBe(all.filter((text) => /\S/u.test(text)).join('\n\n'));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a Word document that is refused', () => {
  const sentence = async (bytes: Uint8Array): Promise<string> => articleRefusalSentence(refusalOf(await read(bytes)));
  const packed = (xml: string): Promise<Buffer> => zipBytes({ 'word/document.xml': xml });

  it.each([
    ['nothing', () => Buffer.alloc(0), 'is empty'],
    ['no archive', () => Buffer.from('just text'), 'is no whole zip archive'],
    [
      'no text in it',
      () => zipBytes({ 'word/styles.xml': '<a/>' }),
      'is no Word document: it has no “word/document.xml”',
    ],
    ['a blank page', () => packed(body(p('<w:t> </w:t>'))), 'nothing but blank space'],
    [
      'billion laughs',
      () => packed('<!DOCTYPE w [<!ENTITY a "ha">]><w>&a;</w>'),
      '“word/document.xml” line 1: it declares a document type',
    ],
    ['nested elements', () => packed('<a>'.repeat(200_000)), 'more than 256 deep'],
    ['a broken part', () => packed('<a><b></a>'), 'no well-formed XML'],
    [
      'a broken property',
      () => zipBytes({ 'word/document.xml': body(p('<w:t>a</w:t>')), 'docProps/core.xml': '<a' }),
      '“docProps/core.xml” line 1',
    ],
    [
      'a password',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'is a Word document with a password',
    ],
    [
      'an old document with a new name',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'an old office document with a new name',
    ],
    [
      'a path that leads out',
      () => rawZip([{ name: '../word/document.xml', data: '<a/>' }]),
      'leads out of the archive',
    ],
    ['a bomb', () => rawZip([{ name: 'word/document.xml', data: Buffer.alloc(60_000_000, ' ') }]), 'would grow'],
    [
      'two of one part',
      () =>
        rawZip([
          { name: 'word/document.xml', data: body('') },
          { name: 'WORD/document.xml', data: body('') },
        ]),
      'are one name',
    ],
    [
      'a lying size',
      () => rawZip([{ name: 'word/document.xml', data: body(p('<w:t>a</w:t>')), size: 5 }]),
      '“word/document.xml” cannot be unpacked',
    ],
  ])('for %s', async (_what, bytes, said) => expect(await sentence(await bytes())).toContain(said));

  it('or read, but never makes it crash, whatever is changed in it', async () => {
    const bytes = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('One'), new Paragraph('Two')] }] }),
    );
    const stored = rawZip([
      { name: 'word/document.xml', data: body(p('<w:t>a</w:t><w:tab/>') + p('<w:t>b</w:t>')), method: 0, checksum: 0 },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(bytes, stored),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 5 }),
        fc.integer({ min: 0, max: 20 }),
        async (one, changes, cut) => {
          const article = await read(damaged(one, changes, one.length - cut));
          expect(article.ok ? '' : articleRefusalSentence(article.error)).not.toContain('undefined');
        },
      ),
      { numRuns: 300 },
    );
  });
});
