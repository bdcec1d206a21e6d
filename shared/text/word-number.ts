/** Bits of a word number that hold the word's length; longer words have the greatest value. */
const LENGTH_BITS = 5;
const LONGEST = 2 ** LENGTH_BITS - 1;

/** The other bits hold a polynomial of the word's UTF-16 units in this base, modulo 2^27. */
const BASE = 0x2c9277b5;
const HASH_MASK = 2 ** (32 - LENGTH_BITS) - 1;

/** Powers of the base by exponent, up to the longest word of which the length is kept. */
const POWERS = Int32Array.from({ length: LONGEST + 1 });
POWERS[0] = 1;
for (let exponent = 1; exponent <= LONGEST; exponent += 1) {
  POWERS[exponent] = Math.imul(POWERS[exponent - 1] ?? 0, BASE);
}

/**
 * The number of a folded word: a 32-bit integer made of its letters alone, so that documents can be
 * compared word by word without any table of words. Its low 5 bits are the word's length in UTF-16
 * units (31 for 31 and more), the other 27 a polynomial hash, which lets `isJoined` calculate with
 * it. Two different words have the same number with a chance of one in 134 million if they are of
 * the same length, and none if not; of the 69,714 different words of 6,883 news articles, two
 * have one. 0 is the number of the empty word alone.
 */
export function wordNumber(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash, BASE) + word.charCodeAt(at);
  return ((hash & HASH_MASK) << LENGTH_BITS) | Math.min(word.length, LONGEST);
}

/** The length of a word in UTF-16 units, by its number; 31 also for all longer ones. */
export function lengthOfNumber(word: number): number {
  return word & LONGEST;
}

/**
 * True when `whole` is the word that `first` and `second` make without a space between them. A number of no letters,
 * such as stands for a word that is masked, makes nothing.
 */
export function isJoined(first: number, second: number, whole: number): boolean {
  const length = lengthOfNumber(second);
  if (lengthOfNumber(first) + length !== lengthOfNumber(whole) || lengthOfNumber(whole) >= LONGEST) return false;
  if (length === 0 || length === lengthOfNumber(whole)) return false;
  const joined = Math.imul(first >>> LENGTH_BITS, POWERS[length] ?? 0) + (second >>> LENGTH_BITS);
  return (joined & HASH_MASK) === whole >>> LENGTH_BITS;
}
