/** Looks for quoted words in a text, where offsets have led nowhere or there are none. */
import { splitsPair } from '#shared/text/surrogate.ts';

/** What is read of a text for all of its spans together, in UTF-16 units: some seconds. */
const mostRead = 2_000_000_000;

/** `not looked for`: so many were looked for in so long a text that no more are. */
export type WordsNotFound = 'nowhere' | 'several' | 'not looked for';

export interface WordSearch {
  /** Where the words begin, if they stand in one place alone; what stands around them decides between several. */
  readonly placeOf: (words: string, prefix: string, suffix: string) => number | WordsNotFound;
}

/** @param most that is read of the text, in UTF-16 units */
export function createWordSearch(text: string, most = mostRead): WordSearch {
  const known = new Map<string, number | WordsNotFound>();
  let left = most;
  const only = (words: string): number | WordsNotFound => {
    const first = text.indexOf(words);
    left -= first === -1 ? text.length : first;
    if (first === -1) return 'nowhere';
    const second = text.indexOf(words, first + 1);
    left -= (second === -1 ? text.length : second) - first;
    return second === -1 ? first : 'several';
  };
  const look = (words: string, prefix: string, suffix: string): number | WordsNotFound => {
    const around = prefix === '' && suffix === '' ? 'nowhere' : only(`${prefix}${words}${suffix}`);
    const start = typeof around === 'number' ? around + prefix.length : only(words);
    if (typeof start !== 'number') return start;
    // Half a character may be found in the middle of a whole one.
    return splitsPair(text, start) || splitsPair(text, start + words.length) ? 'nowhere' : start;
  };
  return {
    placeOf: (words, prefix, suffix) => {
      const key = `${prefix.length}/${suffix.length}/${prefix}${words}${suffix}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      if (left <= 0) return 'not looked for';
      const found = look(words, prefix, suffix);
      known.set(key, found);
      return found;
    },
  };
}
