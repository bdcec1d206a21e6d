/** What a code point is to the tokeniser. */
export const CharacterKind = {
  /** Ends a word: punctuation, symbols, spaces. */
  break: 1,
  letter: 2,
  digit: 3,
  /** Belongs to the character before it: accents, variation selectors, joiners. */
  mark: 4,
  /** Shows nothing and never ends a word: soft hyphen, zero-width space, direction marks. */
  invisible: 5,
  apostrophe: 6,
  dot: 7,
  comma: 8,
  /** A letter of a script written without spaces between words. */
  unspaced: 9,
} as const;
export type CharacterKind = (typeof CharacterKind)[keyof typeof CharacterKind];

const APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u0060\u00b4\u2032\uff07";
const MARK = /^[\p{M}\u200c\u200d]$/u;
const INVISIBLE = /^[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/u;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\u3005]$/u;
const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{N}$/u;

/** Kinds of the basic plane as they are met; 0 = not met yet. */
const known = new Uint8Array(0x10000);

/** The kind of a code point; memorised for the basic plane. */
export function characterKind(codePoint: number): CharacterKind {
  if (codePoint > 0xffff) return classify(codePoint);
  const memorised = known[codePoint] as CharacterKind | 0;
  if (memorised !== 0) return memorised;
  const kind = classify(codePoint);
  known[codePoint] = kind;
  return kind;
}

function classify(codePoint: number): CharacterKind {
  const character = String.fromCodePoint(codePoint);
  if (APOSTROPHES.includes(character)) return CharacterKind.apostrophe;
  if (character === '.') return CharacterKind.dot;
  if (character === ',') return CharacterKind.comma;
  if (INVISIBLE.test(character)) return CharacterKind.invisible;
  if (MARK.test(character)) return CharacterKind.mark;
  if (LETTER.test(character) || DIGIT.test(character)) {
    if (UNSPACED.test(character)) return CharacterKind.unspaced;
    return LETTER.test(character) ? CharacterKind.letter : CharacterKind.digit;
  }
  return CharacterKind.break;
}
