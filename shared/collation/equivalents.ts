import { tokenise } from '#shared/text/tokens.ts';
import { wordNumber } from '#shared/text/word-number.ts';

/** The longest phrase that can stand for another, in words. */
export const PHRASE_WORDS = 4;

/** A phrase of `a` beside a phrase of `b`, as numbers of words. */
export interface PhrasePair {
  readonly wordsA: number;
  readonly wordsB: number;
}

/**
 * Words and phrases that editors put for one another (ISIL, Islamic State; percent, per cent). They
 * weigh in alignment, where the copy is known by other words, and never in finding it.
 */
export interface Equivalents {
  /** True when two single words stand for one another, given by number. A word does not stand for itself. */
  areSame(a: number, b: number): boolean;
  /** True when a phrase ends with this word. */
  endsPhrase(word: number): boolean;
  /**
   * The longest phrases that end right before words `toA` of `a` and `toB` of `b`, begin no earlier
   * than `fromA` and `fromB`, and stand for one another; undefined if there are none.
   */
  phrasesBefore(
    a: Int32Array,
    fromA: number,
    toA: number,
    b: Int32Array,
    fromB: number,
    toB: number,
  ): PhrasePair | undefined;
  /** The longest phrases that begin with words `fromA` of `a` and `fromB` of `b` and end there or before `toA`, `toB`. */
  phrasesFrom(
    a: Int32Array,
    fromA: number,
    toA: number,
    b: Int32Array,
    fromB: number,
    toB: number,
  ): PhrasePair | undefined;
}

interface Rule {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * Equivalents out of pairs of wordings, each of at most `PHRASE_WORDS` words; a pair with a longer
 * wording, an empty one, or twice the same is passed over. Only the pairs themselves are equal: from
 * "IS = ISIS" and "ISIS = Daesh" nothing follows for IS and Daesh.
 */
export function createEquivalents(pairs: readonly (readonly [string, string])[]): Equivalents {
  const singles = new Map<number, Set<number>>();
  const byEnds = new Map<number, Rule[]>();
  const byStarts = new Map<number, Rule[]>();
  const ends = new Set<number>();
  for (const [one, other] of pairs) {
    const left = numbersOf(one);
    const right = numbersOf(other);
    if (!isPhrase(left) || !isPhrase(right) || isSameRow(left, right)) continue;
    for (const rule of [
      { left, right },
      { left: right, right: left },
    ]) {
      const endLeft = rule.left.at(-1) ?? 0;
      if (rule.left.length === 1 && rule.right.length === 1)
        held(singles, endLeft, () => new Set()).add(rule.right[0] ?? 0);
      ends.add(endLeft);
      held(byEnds, pairKey(endLeft, rule.right.at(-1) ?? 0), () => []).push(rule);
      held(byStarts, pairKey(rule.left[0] ?? 0, rule.right[0] ?? 0), () => []).push(rule);
    }
  }
  for (const rules of [...byEnds.values(), ...byStarts.values()]) {
    rules.sort((one, other) => other.left.length + other.right.length - one.left.length - one.right.length);
  }
  return {
    areSame: (a, b) => singles.get(a)?.has(b) ?? false,
    endsPhrase: (word) => ends.has(word),
    phrasesBefore(a, fromA, toA, b, fromB, toB) {
      if (toA <= fromA || toB <= fromB) return undefined;
      for (const { left, right } of byEnds.get(pairKey(a[toA - 1] ?? 0, b[toB - 1] ?? 0)) ?? NONE) {
        const startA = toA - left.length;
        const startB = toB - right.length;
        if (startA < fromA || startB < fromB) continue;
        if (standsAt(left, a, startA) && standsAt(right, b, startB)) {
          return { wordsA: left.length, wordsB: right.length };
        }
      }
      return undefined;
    },
    phrasesFrom(a, fromA, toA, b, fromB, toB) {
      if (toA <= fromA || toB <= fromB) return undefined;
      for (const { left, right } of byStarts.get(pairKey(a[fromA] ?? 0, b[fromB] ?? 0)) ?? NONE) {
        if (fromA + left.length > toA || fromB + right.length > toB) continue;
        if (standsAt(left, a, fromA) && standsAt(right, b, fromB)) {
          return { wordsA: left.length, wordsB: right.length };
        }
      }
      return undefined;
    },
  };
}

/** No word stands for another. */
export const noEquivalents: Equivalents = createEquivalents([]);

const NONE: readonly Rule[] = [];

function numbersOf(wording: string): Int32Array {
  return Int32Array.from(tokenise(wording).words, wordNumber);
}

function isPhrase(words: Int32Array): boolean {
  return words.length >= 1 && words.length <= PHRASE_WORDS;
}

function isSameRow(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && standsAt(one, other, 0);
}

function standsAt(phrase: Int32Array, words: Int32Array, from: number): boolean {
  for (let at = 0; at < phrase.length; at += 1) if (words[from + at] !== phrase[at]) return false;
  return true;
}

/** Two word numbers in one key; different pairs may share one, which `standsAt` finds out. */
function pairKey(left: number, right: number): number {
  return Math.imul(left, 0x9e3779b1) ^ right;
}

function held<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
