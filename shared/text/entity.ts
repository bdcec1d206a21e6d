import { CharacterKind, characterKind } from './character.ts';

/** A sign that stands in a text as its HTML name or number, as badly made pages leave it: `&quot;`, `&#8217;`. */
export interface Entity {
  /** UTF-16 units from the ampersand to the semicolon, both included. */
  readonly length: number;
  readonly isApostrophe: boolean;
}

const NAMED =
  /&(?:(apos|[lr]squo)|quot|amp|lt|gt|nbsp|e[nm]sp|thinsp|[lrb]dquo|[lr]aquo|sbquo|[nm]dash|hellip|bull|middot);/uy;
const NUMBERED = /&#(?:0{0,4}(\d{2,6})|[xX]0{0,4}([\da-fA-F]{2,6}));/uy;

/** The entity at an ampersand; `undefined` where none is, or one of a letter or digit. */
export function entityAt(text: string, at: number): Entity | undefined {
  NAMED.lastIndex = at;
  const named = NAMED.exec(text);
  if (named !== null) return { length: named[0].length, isApostrophe: named[1] !== undefined };
  NUMBERED.lastIndex = at;
  const numbered = NUMBERED.exec(text);
  if (numbered === null) return undefined;
  const codePoint = Number.parseInt(numbered[1] ?? numbered[2] ?? '', numbered[1] === undefined ? 16 : 10);
  if (codePoint > 0x10_ffff) return undefined;
  const kind = characterKind(codePoint);
  if (kind === CharacterKind.apostrophe) return { length: numbered[0].length, isApostrophe: true };
  const isSign = kind === CharacterKind.break || kind === CharacterKind.dot || kind === CharacterKind.comma;
  return isSign ? { length: numbered[0].length, isApostrophe: false } : undefined;
}
