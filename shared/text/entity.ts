import { CharacterKind, characterKind } from './character.ts';

/** A sign that stands in a text as its HTML name or number, as badly made pages leave it: `&quot;`, `&#8217;`. */
export interface Entity {
  /** UTF-16 units from the ampersand to the semicolon, both included. */
  readonly length: number;
  readonly isApostrophe: boolean;
  /** The character that it stands for. */
  readonly sign: string;
}

const NAMED =
  /&(?:(apos|[lr]squo)|quot|amp|lt|gt|nbsp|e[nm]sp|thinsp|[lrb]dquo|[lr]aquo|sbquo|[nm]dash|hellip|bull|middot);/uy;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&apos;', "'"],
  ['&lsquo;', '\u2018'],
  ['&rsquo;', '\u2019'],
  ['&sbquo;', '\u201a'],
  ['&quot;', '"'],
  ['&ldquo;', '\u201c'],
  ['&rdquo;', '\u201d'],
  ['&bdquo;', '\u201e'],
  ['&laquo;', '\u00ab'],
  ['&raquo;', '\u00bb'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', '\u00a0'],
  ['&ensp;', '\u2002'],
  ['&emsp;', '\u2003'],
  ['&thinsp;', '\u2009'],
  ['&ndash;', '\u2013'],
  ['&mdash;', '\u2014'],
  ['&hellip;', '\u2026'],
  ['&bull;', '\u2022'],
  ['&middot;', '\u00b7'],
]);

const NUMBERED = /&#(?:0{0,4}(\d{2,6})|[xX]0{0,4}([\da-fA-F]{2,6}));/uy;

/** The entity at an ampersand; `undefined` where none is, or one of a letter or digit. */
export function entityAt(text: string, at: number): Entity | undefined {
  NAMED.lastIndex = at;
  const named = NAMED.exec(text);
  if (named !== null) {
    const [whole, apostrophe] = named;
    return { length: whole.length, isApostrophe: apostrophe !== undefined, sign: SIGNS.get(whole) ?? whole };
  }
  NUMBERED.lastIndex = at;
  const numbered = NUMBERED.exec(text);
  if (numbered === null) return undefined;
  const codePoint = Number.parseInt(numbered[1] ?? numbered[2] ?? '', numbered[1] === undefined ? 16 : 10);
  if (codePoint > 0x10_ffff) return undefined;
  const kind = characterKind(codePoint);
  const isApostrophe = kind === CharacterKind.apostrophe;
  const isSign =
    isApostrophe || kind === CharacterKind.break || kind === CharacterKind.dot || kind === CharacterKind.comma;
  if (!isSign) return undefined;
  return { length: numbered[0].length, isApostrophe, sign: String.fromCodePoint(codePoint) };
}
