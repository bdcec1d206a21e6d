import type { Span } from '#shared/text/span.ts';
import type { Random } from './random.ts';
import { NAMES } from './wordings.ts';

/** Two reports made from one template with other numbers and names: alike in every word but those that matter. */
export interface TemplatePair {
  readonly a: string;
  readonly b: string;
  /** Sentences of `a` with a number that `b` has otherwise. */
  readonly spans: readonly Span[];
}

/** `N` is a number of its own, `W` a name; every sentence has a number. */
const TEMPLATES: readonly string[] = [
  `PLACE (AP) — These lottery numbers were drawn on Friday evening: N, N, N, N and N. The jackpot grew to $N million, the state lottery said.
There were N winners of the second prize, worth $N each, according to W. The next drawing will be held on the Nth of the month.`,
  `W Corp. on Thursday reported net income of $N million, or N cents a share, in the third quarter. Revenue rose N percent to $N billion, the company said.
Analysts had expected earnings of N cents a share on revenue of $N billion. Shares of W have fallen N percent since the beginning of the year.`,
  `A car bomb killed at least N people and wounded N others near a market in PLACE on Monday, police officials said. Hospital officials confirmed the N deaths.
W said that N of the victims were children. It was the Nth attack in the district within N months, the official said on condition of anonymity.`,
  `A magnitude N earthquake struck N miles from PLACE early Tuesday at a depth of N miles, the Geological Survey said. It was followed by N aftershocks within N hours.
W said that N houses had been damaged and N people had been brought to shelters. Power was out for N customers until the evening.`,
];

const PLACES = ['BAGHDAD', 'ALBANY', 'KABUL', 'TOPEKA', 'LAHORE', 'QUITO', 'SALEM'];

export function makeTemplatePair(random: Random): TemplatePair {
  const template = random.pick(TEMPLATES);
  const numbers = new Set<number>();
  const fresh = (): string => {
    let number = 0;
    do number = random.whole(13, 990);
    while (numbers.has(number));
    numbers.add(number);
    return String(number);
  };
  const fill = (): string => {
    const [place, name] = [random.pick(PLACES), random.pick(NAMES)];
    return template
      .replaceAll(/PLACE|\bW\b|N(?=th\b)|\bN\b/gu, (slot) => (slot === 'PLACE' ? place : slot === 'W' ? name : fresh()))
      .replaceAll('\n', '\n\n');
  };
  const [a, b] = [fill(), fill()];
  const spans = Array.from(a.matchAll(/[^.\n]+\d[^.\n]*\./gu), (found) => ({
    start: found.index + (found[0].length - found[0].trimStart().length),
    end: found.index + found[0].length,
  }));
  return { a, b, spans };
}
