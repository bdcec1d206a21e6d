/** Marks that only decorate a letter: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs. */
const DECORATING_MARKS =
  /[\u{0300}-\u{036f}\u{0483}-\u{0487}\u{0591}-\u{05bd}\u{05bf}\u{05c1}\u{05c2}\u{05c4}\u{05c5}\u{05c7}\u{0610}-\u{061a}\u{064b}-\u{065f}\u{0670}\u{06d6}-\u{06dc}\u{06df}-\u{06e4}\u{06e7}\u{06e8}\u{06ea}-\u{06ed}]|[\u{1ab0}-\u{1aff}]|[\u{1dc0}-\u{1dff}]|[\u{20d0}-\u{20ff}]|[\u{fe00}-\u{fe0f}]|[\u{fe20}-\u{fe2f}]/gu;

/** The breve of й is part of a letter, not an accent: и and й make different words. */
const SHORT_I = /\u0438\u0306/gu;

/** Characters that show nothing: soft hyphen, zero-width spaces and joiners, direction marks. */
const INVISIBLE = /[\u{00ad}\u{061c}\u{180e}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}]/gu;

/** Apostrophes that stand as HTML entities: no other entity is inside a word. */
const APOSTROPHE_ENTITIES = /&[^&;]*;/gu;

/** Every sign that is set for an apostrophe. */
const APOSTROPHES = /['\u{2018}\u{2019}\u{201b}\u{02bc}\u{0060}\u{00b4}\u{2032}\u{ff07}]/gu;

/** Dots between initials (U.S.), and commas between thousands; a decimal point stays. */
const INITIAL_DOTS = /(?<=\p{L}\p{M}*)\./gu;
const THOUSANDS_COMMAS = /(?<=\p{N}),(?=\p{N})/gu;

/** The only thing a word that is plain lower-case ASCII needs is to be returned. */
const PLAIN = /^[a-z0-9]*$/;

/**
 * Folds one word to the form in which copies are compared: compatibility forms, case, accents,
 * apostrophes, dotted initials, thousands commas and invisible characters no longer tell two words
 * apart. Composed and decomposed spellings fold alike.
 */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word
    .replace(INVISIBLE, '')
    .replace(APOSTROPHE_ENTITIES, '')
    .replace(APOSTROPHES, '')
    .replace(INITIAL_DOTS, '')
    .replace(THOUSANDS_COMMAS, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(SHORT_I, '\u0439')
    .replace(DECORATING_MARKS, '')
    .replaceAll('\u03c2', '\u03c3')
    .replaceAll('\u00df', 'ss')
    .normalize('NFKC');
}
