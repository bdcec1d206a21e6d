import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { writeArchive } from '../archive/write.ts';
import { lossesOf } from '../set/holding.ts';
import { copiedSet, documentOf, goldenSet, goldenText, setOf, t1, t2, t3 } from '../testing/golden-set.ts';
import { writtenTexts } from '../testing/memory-source.ts';
import { parseXml } from '../xml/xml-reader.ts';
import { docxReportFormat } from './format.ts';

async function partOf(set: AnnotatedSet, name: string): Promise<string> {
  return (await writtenTexts(set, docxReportFormat))[`word/${name}.xml`] ?? '';
}

async function fileOf(set: AnnotatedSet): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeArchive(docxReportFormat.write(set, { text: true }))) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('the Word report', () => {
  it('has the text of the documents, and nothing between its words', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await fileOf(goldenSet) });
    expect(value).toContain('A😀B claims C.\n\nD denies it.');
  });

  it('has a comment by its annotator on every occurrence, from its first range to its last', async () => {
    const comments = await partOf(goldenSet, 'comments');
    expect(
      comments.match(/<w:comment w:id="\d" w:author="Anna" w:date="2026-03-01T10:20:30Z" w:initials="A">/gu),
    ).toHaveLength(3);
    const text = await partOf(goldenSet, 'document');
    for (const id of [1, 2, 3])
      for (const element of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
        expect(text.split(`<w:${element} w:id="${id}"/>`)).toHaveLength(2);
    const inside = /<w:commentRangeStart w:id="3"\/>(.*)<w:commentRangeEnd w:id="3"\/>/su.exec(text)?.[1] ?? '';
    expect([...inside.matchAll(/<w:t [^>]*>([^<]*)</gu)].map(([, words]) => words).join('|')).toBe('claims| C.|D');
  });

  it('shows an occurrence within another by the shade of the one and the frame of the other', async () => {
    const text = await partOf(setOf([documentOf('doc1', goldenText, [t1, t2])]), 'document');
    expect(text).toContain(
      '<w:rPr><w:u w:val="dash" w:color="d55e00"/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="0072b2"/>' +
        '<w:shd w:val="clear" w:color="auto" w:fill="f7e6d6"/></w:rPr><w:t xml:space="preserve">claims</w:t>',
    );
  });

  it('sets paragraphs of right-to-left scripts from the right', async () => {
    const text = await partOf(setOf([documentOf('doc1', 'abc\n“שלום” abc\n')]), 'document');
    expect(text).toContain('<w:p><w:r><w:t xml:space="preserve">abc</w:t></w:r></w:p>');
    expect(text).toContain(
      '<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">“שלום” abc</w:t></w:r></w:p>',
    );
  });

  it('is well-formed and made of no markup of others', async () => {
    const trap = '</w:t><w:x a="\u0001"/>&amp;"';
    const set = setOf(
      [
        documentOf(
          'doc1',
          trap,
          [{ ...t3, ranges: undefined, end: 8, annotator: trap, note: trap, made: trap, reason: trap }],
          { title: trap },
        ),
      ],
      { project: { id: 'p', name: trap }, labels: [] },
    );
    for (const [path, text] of Object.entries(await writtenTexts(set, docxReportFormat)))
      expect([path, parseXml(text, {})]).toEqual([path, null]);
    expect(
      lossesOf(set, docxReportFormat, { text: true }).find(({ kind }) => kind === 'character')?.examples,
    ).toContain('U+0001');
  });

  it('lists what does not count', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await fileOf(copiedSet) });
    expect(value).toContain('Not counted: detached, or waiting for a look');
    expect(value).toContain('Reason: another claim');
  });
});
