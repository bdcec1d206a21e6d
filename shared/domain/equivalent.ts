/**
 * Words and short phrases that say the same in different newsrooms: ISIL and ISIS, per cent and percent. They weigh
 * when copies are aligned, never when they are looked for. The program brings some; a project adds and removes.
 */
import { err, ok, type Result } from '#shared/text/result.ts';
import { tokenise } from '#shared/text/tokens.ts';

/** How many words a phrase may have, and how many UTF-16 units. */
export const equivalentWordLimit = 4;
export const equivalentLengthLimit = 200;

/** Two phrases that stand for one another; which is `a` and which `b` makes no difference. */
export interface Equivalent {
  readonly a: string;
  readonly b: string;
}

/** What a project says of two phrases: that they stand for one another, or no more. */
export interface EquivalentChoice extends Equivalent {
  readonly standing: boolean;
}

export interface StandingEquivalent extends Equivalent {
  /** Whether the program brings it, or the project added it. */
  readonly origin: 'default' | 'project';
}

export type EquivalentError =
  | { readonly type: 'BadEquivalent'; readonly phrase: string }
  | { readonly type: 'EquivalentTooLong'; readonly phrase: string; readonly words: number; readonly limit: number }
  | { readonly type: 'SameEquivalent'; readonly a: string; readonly b: string }
  | { readonly type: 'EquivalentThere'; readonly a: string; readonly b: string }
  | { readonly type: 'EquivalentMissing'; readonly a: string; readonly b: string };

/**
 * The same for two pairs that say the same: case, accents, punctuation and the order of the two do not matter. Words
 * are folded as everywhere in comparing (`foldWord`).
 */
export function equivalentKey({ a, b }: Equivalent): string {
  const [one, other] = [foldedPhrase(a), foldedPhrase(b)];
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

/** A pair as it was typed, surrounding space dropped; refused where it cannot say anything. */
export function checkEquivalent(a: string, b: string): Result<Equivalent, EquivalentError> {
  for (const phrase of [a, b]) {
    if (phrase.length > equivalentLengthLimit || !phrase.isWellFormed()) return err({ type: 'BadEquivalent', phrase });
    const { count } = tokenise(phrase);
    if (count === 0 || phrase.includes('\u0000')) return err({ type: 'BadEquivalent', phrase });
    if (count > equivalentWordLimit) {
      return err({ type: 'EquivalentTooLong', phrase, words: count, limit: equivalentWordLimit });
    }
  }
  const pair = { a: oneLine(a), b: oneLine(b) };
  return foldedPhrase(a) === foldedPhrase(b) ? err({ type: 'SameEquivalent', ...pair }) : ok(pair);
}

/**
 * The table as it stands: the program's pairs that the project has not removed, then those the project added.
 * @param choices what the project says, oldest first; at most one of a pair
 */
export function standingEquivalents(
  defaults: readonly (readonly [string, string])[],
  choices: readonly EquivalentChoice[],
): readonly StandingEquivalent[] {
  const chosen = new Map(choices.map((choice) => [equivalentKey(choice), choice]));
  const brought = defaults.map(([a, b]): StandingEquivalent => ({ a, b, origin: 'default' }));
  const broughtKeys = new Set(brought.map(equivalentKey));
  return [
    ...brought.filter((pair) => chosen.get(equivalentKey(pair))?.standing !== false),
    ...[...chosen]
      .filter(([key, { standing }]) => standing && !broughtKeys.has(key))
      .map(([, { a, b }]): StandingEquivalent => ({ a, b, origin: 'project' })),
  ];
}

function foldedPhrase(phrase: string): string {
  return tokenise(phrase).words.join(' ');
}

function oneLine(phrase: string): string {
  return phrase.replace(/[\s\p{Z}\p{Cc}]+/gu, ' ').trim();
}
