import { describe, expect, it } from 'vitest';
import type { SharedStretch } from '#shared/contract/methods.ts';
import { chunkSize } from './chunks.ts';
import { textToDocument } from './document.ts';
import { marginMarks } from './margin-marks.ts';

function stretch(start: number, end: number, ...documents: readonly string[]): SharedStretch {
  const elsewhere = documents.map((document) => ({ document, start: 0, end: end - start }));
  return { start, end, elsewhere, places: elsewhere.length };
}

/** The paragraphs with a mark by their text, and how many copies each names. */
function marked(text: string, ...shared: readonly SharedStretch[]): readonly string[] {
  const { doc, table } = textToDocument(text);
  return marginMarks(text, table, shared, []).map(
    ({ paragraph, copies }) => `${copies} ${doc.nodeAt(paragraph)?.textContent.slice(0, 10)}`,
  );
}

describe('margin marks', () => {
  it('stand at every paragraph that a shared stretch touches', () => {
    expect(marked('one\n\ntwo\nthree', stretch(1, 7, 'a'))).toEqual(['1 one', '1 two']);
  });

  it('count the other documents, each once', () => {
    expect(marked('one two', stretch(0, 3, 'a', 'b'), stretch(4, 7, 'b', 'c', 'c'))).toEqual(['3 one two']);
  });

  it('pass over a paragraph of which only punctuation is shared', () => {
    expect(marked('one.\n“two”', stretch(0, 6, 'a'))).toEqual(['1 one.']);
  });

  it('pass over a line of the page, and count the places that are a number only', () => {
    const text = 'one\nRead more';
    const shared = [{ ...stretch(0, 13, 'a', 'b'), places: 90 }];
    const marks = marginMarks(text, textToDocument(text).table, shared, [{ start: 4, end: 13 }]);
    expect(marks.map(({ span, copies }) => [span.start, copies])).toEqual([[0, 90]]);
  });

  it('stand once at a paragraph of many chunks', () => {
    const text = 'word '.repeat(chunkSize);
    expect(marked(text, stretch(0, text.length, 'a'))).toEqual(['1 word word ']);
  });

  it('know their paragraph in the text, be its words repeated or cut into chunks', () => {
    const long = 'word '.repeat(chunkSize).trimEnd();
    const text = `same\nsame\n${long}`;
    const spans = marginMarks(text, textToDocument(text).table, [stretch(6, text.length, 'a')], []).map(
      ({ span }) => span,
    );
    expect(spans).toEqual([
      { start: 5, end: 9 },
      { start: 10, end: text.length },
    ]);
  });

  it('name each stretch of a paragraph once', () => {
    const text = 'word '.repeat(chunkSize);
    const shared = [stretch(0, text.length, 'a')];
    expect(marginMarks(text, textToDocument(text).table, shared, [])[0]?.stretches).toEqual(shared);
  });
});
