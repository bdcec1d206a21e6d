import { furnitureOf } from './furniture.ts';
import { prepareWords } from './indexed-document.ts';
import { printsOf, type Prints } from './prints.ts';
import { candidateLines, type CandidateLine } from './standing-lines.ts';

/**
 * What the index takes of a text, and what can be known of it without any other text: plain data, so that a thread that
 * reads ahead can make it.
 */
export interface PreparedText {
  /** The number of each word (`wordNumber`). */
  readonly words: Int32Array;
  /** What stands before each word (`Boundary`). */
  readonly boundaries: Uint8Array;
  /** 1 where a word stands in a line that is page furniture in any document. */
  readonly furniture: Uint8Array;
  /** The lines that may be standing lines of a source. */
  readonly lines: readonly CandidateLine[];
  /** Fingerprints of the words that are not in `furniture`. */
  readonly prints: Prints;
  /** The folded words, parted by spaces. */
  readonly wording: string;
}

export function prepareText(text: string): PreparedText {
  const { tokens, words, boundaries } = prepareWords(text);
  const furniture = furnitureOf(text, tokens);
  return {
    words,
    boundaries,
    furniture,
    lines: candidateLines(text, tokens),
    prints: printsOf(words, furniture),
    wording: tokens.words.join(' '),
  };
}
