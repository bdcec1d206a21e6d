import fc from 'fast-check';
import { AllSelection, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { textToDocument } from './document.ts';
import { frozenText } from './frozen-text.fixture.ts';
import { blocksOfSpan, coveredBy, offsetOfPos, posOfOffset, spanOfSelection, trimSpan } from './positions.ts';

/** A text and two places in it, in order. */
const textAndSpan = frozenText.chain((text) =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({
    text,
    span: { start: Math.min(a, b), end: Math.max(a, b) },
  })),
);

describe('offsets and positions', () => {
  it('come back from offset to position to offset, in every line with words', () => {
    fc.assert(
      fc.property(frozenText, (text) => {
        const { table } = textToDocument(text);
        for (const { start, end } of table.blocks) {
          for (let offset = start; offset <= end; offset += 1) {
            expect(offsetOfPos(table, posOfOffset(table, offset, 'before'))).toBe(offset);
            expect(offsetOfPos(table, posOfOffset(table, offset, 'after'))).toBe(offset);
          }
        }
      }),
    );
  });

  it('find the same block as a search from the start', () => {
    fc.assert(
      fc.property(frozenText, (text) => {
        const { table } = textToDocument(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const naive = table.blocks.findLast(({ start }) => start <= offset) ?? table.blocks[0];
          const inside = Math.min(Math.max(offset, naive?.start ?? 0), naive?.end ?? 0);
          expect(offsetOfPos(table, posOfOffset(table, offset))).toBe(inside);
        }
      }),
    );
  });

  it('give every position of the document an offset of the text, never going back', () => {
    fc.assert(
      fc.property(frozenText, (text) => {
        const { doc, table } = textToDocument(text);
        let last = 0;
        for (let pos = 0; pos <= doc.content.size; pos += 1) {
          const offset = offsetOfPos(table, pos);
          expect(offset).toBeGreaterThanOrEqual(last);
          expect(offset).toBeLessThanOrEqual(text.length);
          last = offset;
        }
      }),
    );
  });

  it('send an offset in the blank between paragraphs to the side that is asked for', () => {
    const { table } = textToDocument('one\n\n\ntwo');
    expect(offsetOfPos(table, posOfOffset(table, 4, 'before'))).toBe(3);
    expect(offsetOfPos(table, posOfOffset(table, 4, 'after'))).toBe(6);
  });
});

describe('the span of a selection', () => {
  it('holds the line feeds and blank lines between its paragraphs', () => {
    const text = 'one\n\n \ntwo three';
    const { doc, table } = textToDocument(text);
    const selection = TextSelection.create(doc, posOfOffset(table, 1), posOfOffset(table, 10));
    const span = spanOfSelection(table, text, selection);
    expect(span && text.slice(span.start, span.end)).toBe('ne\n\n \ntwo');
  });

  it('is what was selected without white space at its ends', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span: { start, end } }) => {
        const { doc, table } = textToDocument(text);
        const from = posOfOffset(table, start, 'after');
        const to = Math.max(from, posOfOffset(table, end, 'before'));
        const selected = coveredBy(table, TextSelection.create(doc, from, to));
        const span = spanOfSelection(table, text, TextSelection.create(doc, from, to));
        expect(span === null ? '' : text.slice(span.start, span.end)).toBe(
          text.slice(selected.start, selected.end).trim(),
        );
      }),
    );
  });

  it('is nothing where only white space is selected', () => {
    const text = 'one   two';
    const { doc, table } = textToDocument(text);
    expect(
      spanOfSelection(table, text, TextSelection.create(doc, posOfOffset(table, 3), posOfOffset(table, 5))),
    ).toBeNull();
  });

  it('is the whole text but its blank ends where everything is selected', () => {
    const text = '\n\none\ntwo\n';
    const { doc, table } = textToDocument(text);
    expect(spanOfSelection(table, text, new AllSelection(doc))).toEqual({ start: 2, end: 9 });
  });

  it('is nothing in a text without words', () => {
    const { doc, table } = textToDocument(' \n');
    expect(spanOfSelection(table, ' \n', new AllSelection(doc))).toBeNull();
  });
});

describe('trimming', () => {
  it('takes no-break spaces and line feeds, and leaves quotation marks', () => {
    const text = '\u00a0\n“one” \t';
    expect(trimSpan(text, { start: 0, end: text.length })).toEqual({ start: 2, end: 7 });
  });
});

describe('the blocks of a span', () => {
  it('are those that share a character with it', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const { table } = textToDocument(text);
        const naive = table.blocks.flatMap((block, at) =>
          Math.max(block.start, span.start) < Math.min(block.end, span.end) ? [at] : [],
        );
        const found = blocksOfSpan(table, span);
        expect(found === null ? [] : [found.first, found.last]).toEqual(
          naive.length === 0 ? [] : [naive.at(0), naive.at(-1)],
        );
      }),
    );
  });
});
