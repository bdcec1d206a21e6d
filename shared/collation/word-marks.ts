import type { TokenRange } from '#shared/text/tokens.ts';

/** Marks on the words of one document. */
export interface WordMarks {
  add(range: TokenRange): void;
  /** True when a word of the range is marked. */
  touches(range: TokenRange): boolean;
}

export function createWordMarks(words: number): WordMarks {
  const marks = new Uint8Array(words);
  return {
    add(range) {
      marks.fill(1, range.from, range.to);
    },
    touches(range) {
      for (let at = range.from; at < range.to; at += 1) if (marks[at] === 1) return true;
      return false;
    },
  };
}
