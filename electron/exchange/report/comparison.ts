/**
 * Proves that a file shows what it should: the text found in it, piece by piece, against the text that was meant. White
 * space is not compared, for every format lays it out in its own way.
 */

export interface TextComparison {
  /** @returns what is wrong, or `null` */
  readonly take: (found: string) => string | null;
  readonly end: () => string | null;
}

/** White space, and what cannot be seen. */
const unseen = /[\s\u0085\p{Default_Ignorable_Code_Point}]+/gu;

/** @param meant the texts in their order @param shown how a text comes out in this format */
export function createTextComparison(
  meant: Iterable<string>,
  shown: (text: string) => string = (text) => text,
): TextComparison {
  const texts = meant[Symbol.iterator]();
  const bare = (text: string): string => text.replaceAll(unseen, '');
  let expected = '';
  let behind = '';
  const refill = (): boolean => {
    while (expected === '') {
      const next = texts.next();
      if (next.done === true) return false;
      expected = bare(shown(next.value));
    }
    return true;
  };
  const wrong = (found: string): string =>
    `after “${behind.slice(-40)}” stands “${found.slice(0, 40)}”, not “${expected.slice(0, 40)}”`;
  return {
    take: (found) => {
      let rest = bare(found);
      while (rest !== '') {
        if (!refill()) return wrong(rest);
        const length = Math.min(rest.length, expected.length);
        if (rest.slice(0, length) !== expected.slice(0, length)) return wrong(rest);
        behind = `${behind}${rest.slice(0, length)}`.slice(-40);
        rest = rest.slice(length);
        expected = expected.slice(length);
      }
      return null;
    },
    end: () => (refill() ? `“${expected.slice(0, 40)}” is missing at its end` : null),
  };
}
