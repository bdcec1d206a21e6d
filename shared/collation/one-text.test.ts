import { describe, expect, it } from 'vitest';
import type { CopiedStretch } from './alignment.ts';
import { asOneText } from './one-text.ts';

/** A stretch of one run: where it begins in either document, and its words. */
function stretch(a: number, b: number, length: number): CopiedStretch {
  return { runs: [{ a, b, length }], words: length, fromA: a, toA: a + length, fromB: b, toB: b + length };
}

function shown(stretches: readonly CopiedStretch[], shorter = 400): readonly string[] {
  return asOneText(stretches, shorter).map(
    ({ fromA, toA, fromB, toB, words }) => `[${fromA},${toA}) ~ [${fromB},${toB}) ${words} words`,
  );
}

describe('stretches between two documents', () => {
  it('are one text where a paragraph was put in and another cut out', () => {
    expect(shown([stretch(0, 0, 100), stretch(100, 140, 100), stretch(260, 240, 80)])).toEqual([
      '[0,340) ~ [0,320) 280 words',
    ]);
  });

  it('stay apart where they are quotations in documents that have most of their words alone', () => {
    expect(shown([stretch(0, 0, 40), stretch(45, 50, 40)], 300)).toEqual([
      '[0,40) ~ [0,40) 40 words',
      '[45,85) ~ [50,90) 40 words',
    ]);
  });

  it('stay apart where most of what they span differs', () => {
    expect(shown([stretch(0, 0, 20), stretch(300, 100, 20)])).toEqual([
      '[0,20) ~ [0,20) 20 words',
      '[300,320) ~ [100,120) 20 words',
    ]);
  });

  it('take in a paragraph that changed its place inside the text, and leave out what stands behind it', () => {
    expect(shown([stretch(0, 30, 200), stretch(200, 0, 30), stretch(230, 230, 200), stretch(600, 900, 12)])).toEqual([
      '[0,430) ~ [30,430) 400 words',
      '[200,230) ~ [0,30) 30 words',
      '[600,612) ~ [900,912) 12 words',
    ]);
  });

  it('keep the text of a near-copy together when a line far behind it is shared too', () => {
    expect(shown([stretch(0, 0, 200), stretch(210, 210, 200), stretch(2000, 2000, 9)])).toEqual([
      '[0,410) ~ [0,410) 400 words',
      '[2000,2009) ~ [2000,2009) 9 words',
    ]);
  });
});
