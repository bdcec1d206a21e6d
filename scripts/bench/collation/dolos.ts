/**
 * `@dodona/dolos-core` on prose: its own index and fragments, on words that are made ready for it here (lower case, no
 * punctuation), because its tokenisers are made for programs. Rows of 5 words, windows of 4: on words its defaults of 23
 * and 17 find nothing shorter than 39 words; these give it the same reach as ours.
 */
import { File, FingerprintIndex, Region, TokenizedFile } from '@dodona/dolos-core';
import type { PassagePair } from './gold.ts';
import { plainWord, wordsOf } from './words.ts';

const ROW = 5;
const WINDOW = 4;

/** A text as the index wants it; every word's column is its offset in UTF-16 units, all on one row. */
export function dolosFile(name: string, text: string): TokenizedFile {
  const words = wordsOf(text);
  return new TokenizedFile(
    // The offsets are in the regions; the content itself is not needed, and would double its memory.
    new File(name, ''),
    words.map(({ start, end }) => plainWord(text.slice(start, end))),
    words.map(({ start, end }) => new Region(0, start, 0, end)),
  );
}

export function dolosIndex(): FingerprintIndex {
  return new FingerprintIndex(ROW, WINDOW);
}

/** Every fragment of a pair of texts. */
export function dolosPassages(a: string, b: string): readonly PassagePair[] {
  const [one, other] = [dolosFile('a', a), dolosFile('b', b)];
  const index = dolosIndex();
  index.addFiles([one, other]);
  return index
    .getPair(one, other)
    .buildFragments()
    .map(({ leftSelection, rightSelection }) => ({
      a: { start: leftSelection.startCol, end: leftSelection.endCol },
      b: { start: rightSelection.startCol, end: rightSelection.endCol },
    }));
}
