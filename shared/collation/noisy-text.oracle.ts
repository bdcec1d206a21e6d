import type { Span } from '#shared/text/span.ts';

/** Words that are hard on offsets: accents in both spellings, pairs, marks, scripts from right to left. */
export const HARD_WORDS: readonly string[] = [
  ...'minister report ceiling budget harbour strike witness treaty market signal border council'.split(' '),
  ...'naïve coöperate haven’t Größe résumé U.S. 1,000 3.5 35th O’Brien'.split(' '),
  ...'שלום עולם مرحبا سلام Москва мой ελληνικά 한국어 𝐁old n\u0303o'.split(' '),
];

/** Plain words that no other list has, for the text around a copy. */
export const FILLER_WORDS: readonly string[] = Array.from({ length: 400 }, (_, index) => `filler${index}`);

/** A text, and the span of each of its words in it. */
export interface NoisyText {
  readonly text: string;
  readonly words: readonly Span[];
}

const SEPARATORS = [' ', '  ', '\u00a0', '\n', '\n\n', ' — ', '– ', ', ', '; ', ' “', '” ', ' "', ' 🎉 ', ' 👩‍👩‍👧 ', '… '];

/**
 * Sets words in type as a careless editor would: `choices` (any whole numbers, used round and round)
 * pick case, quotation marks, dashes, spaces, apostrophes, soft hyphens and the Unicode spelling.
 */
export function setInType(words: readonly string[], choices: readonly number[]): NoisyText {
  let next = 0;
  const choose = (count: number): number => {
    const choice = choices[next % choices.length] ?? 0;
    next += 1;
    return Math.abs(choice + next) % count;
  };
  let text = ['', '“', ' ', '🎉 '][choose(4)] ?? '';
  const spans: Span[] = [];
  for (const [index, word] of words.entries()) {
    if (index > 0) text += SEPARATORS[choose(SEPARATORS.length * 3)] ?? ' ';
    const start = text.length;
    text += varyWord(word, choose);
    spans.push({ start, end: text.length });
  }
  return { text: `${text}${['', '.', '” ', ' 🎉'][choose(4)] ?? ''}`, words: spans };
}

function varyWord(word: string, choose: (count: number) => number): string {
  switch (choose(8)) {
    case 0:
      return word.normalize('NFD');
    case 1:
      return word.toUpperCase();
    case 2:
      return word.replaceAll('’', "'");
    case 3:
      return /^[a-z]{5,}$/u.test(word) ? `${word.slice(0, 3)}\u00ad${word.slice(3)}` : word;
    case 4:
      return /^[a-z]{5,}$/u.test(word) ? `${word.slice(0, 2)}\u200b${word.slice(2)}` : word;
    case 5:
      return word === 'U.S.' ? 'US' : word.replaceAll('1,000', '1000');
    default:
      return word;
  }
}
