import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSize } from './chunks.ts';
import { textToDocument } from './document.ts';
import { sectionSize } from './schema.ts';
import { frozenText } from './frozen-text.fixture.ts';

/** The document as a string: sections in brackets, paragraphs by their text, blank lines before them as `^`. */
function shown(text: string): string {
  const sections: string[] = [];
  textToDocument(text).doc.forEach((section) => {
    const paragraphs: string[] = [];
    section.forEach((paragraph) => {
      const gap = '^'.repeat(paragraph.attrs['gap'] as number);
      const chunks: string[] = [];
      if (paragraph.inlineContent) chunks.push(paragraph.textContent);
      else paragraph.forEach((chunk) => chunks.push(chunk.textContent));
      paragraphs.push(`${gap}${chunks.join('|')}`);
    });
    sections.push(`[${paragraphs.join(' ')}]`);
  });
  return sections.join('');
}

describe('the shown document', () => {
  it('has one paragraph for each line with words', () => {
    expect(shown('one\ntwo\nthree')).toBe('[one two three]');
  });

  it('turns blank lines into the space before the next paragraph, two at most', () => {
    expect(shown('one\n\ntwo\n \n\u00a0\n\t\nthree')).toBe('[one ^two ^^three]');
  });

  it('begins without space, however many blank lines the text begins with', () => {
    expect(shown('\n\n \none\n\n')).toBe('[one]');
  });

  it('keeps the white space of a line', () => {
    expect(shown('\tone \n  two')).toBe('[\tone    two]');
  });

  it('is one empty paragraph where the text has no words', () => {
    expect([shown(''), shown('\n \n')]).toEqual(['[]', '[]']);
  });

  it('puts at most 24 paragraphs into a section', () => {
    const { doc } = textToDocument(Array.from({ length: 2 * sectionSize + 1 }, (_, at) => `line ${at}`).join('\n'));
    expect(Array.from({ length: doc.childCount }, (_, at) => doc.child(at).childCount)).toEqual([24, 24, 1]);
  });

  it('cuts a line without end into chunks after a blank', () => {
    const line = 'word '.repeat(chunkSize);
    expect(
      shown(`short\n${line}`)
        .split('|')
        .slice(0, -1)
        .every((chunk) => chunk.endsWith(' ')),
    ).toBe(true);
  });

  it('holds every character of every line with words, in order', () => {
    fc.assert(
      fc.property(frozenText, (text) => {
        const expected = text.split('\n').filter((line) => line.trim() !== '');
        expect(textToDocument(text).doc.textContent).toBe(expected.join(''));
      }),
    );
  });

  it('is valid by its own schema', () => {
    fc.assert(fc.property(frozenText, (text) => textToDocument(text).doc.check()));
  });

  it('has each block of its table where the table says', () => {
    fc.assert(
      fc.property(frozenText, (text) => {
        const { doc, table } = textToDocument(text);
        for (const { start, end, pos } of table.blocks) {
          expect(doc.textBetween(pos, pos + end - start)).toBe(text.slice(start, end));
          expect(doc.resolve(pos).parentOffset).toBe(0);
          expect(doc.resolve(pos).parent.content.size).toBe(end - start);
        }
      }),
    );
  });

  it('names for each block the paragraph that it is in', () => {
    fc.assert(
      fc.property(frozenText, (text) => {
        const { doc, table } = textToDocument(text);
        for (const { pos, paragraph } of table.blocks) expect(doc.resolve(pos).before(2)).toBe(paragraph);
      }),
    );
  });
});
