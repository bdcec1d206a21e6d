/**
 * What the shipped fonts can show, known without opening them: losses are told before anything is written. A test holds
 * this against the fonts themselves.
 */
import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';

/** Code points, hexadecimal. */
export const coveredRanges =
  '20-7e a0-1c3 1c5-254 256-27b 27e-284 286-290 292-2a4 2a6-2cc 2ce-2d7 2da 2dc-301 303-304 308-309 323 329 ' +
  '374-376 37a-37f 384-38a 38c 38e-3a1 3a3-3d7 3d9 3db-3dd 3e1 3f0-3f6 3f9-3fa 3fc-479 480-49d 4a0-4ff 52f ' +
  '1d00 1d0d 1d1b 1d43 1d47-1d49 1d4d 1d4f-1d50 1d52 1d56-1d58 1d5b 1d62-1d65 1d9c 1da0 1dbb 1dbf 1e00-1e9b ' +
  '1e9d-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 ' +
  '1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2002 2009 200b 2013-2014 2018-201a 201c-201e 2020 2022 2026 ' +
  '2032-2033 2039-203a 2044 20a0-20af 20b1-20b5 20b8-20ba 20bc-20bf 2113 2116 2122 2191 2193 2212 2215 2c7c ' +
  '2c7f 2dff a69f a7ff';

const covered = String.raw`${coveredRanges
  .split(' ')
  .map((range) =>
    range
      .split('-')
      .map((codePoint) => `\\u{${codePoint}}`)
      .join('-'),
  )
  .join('')}`;

/** Space is shown whatever it is, and what has no look of its own needs no sign. */
const missing = new RegExp(String.raw`[^${covered}\s\u2010-\u2012\u2015\p{Default_Ignorable_Code_Point}]`, 'gu');
/** No line ends at a space that does not break. */
const otherSpaces = /[^\S\n \u00a0]/gu;
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const alike: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '\u2013',
  '\u2015': '\u2014',
};

/** Stands where a character is missing. */
export const substitute = '\u00a4';

/** All of a document that has no sign in the fonts, each character once. */
export function missingIn(document: AnnotatedDocument): readonly string[] {
  const { name, title, source, author, date, url, text, occurrences } = document;
  const said = occurrences.flatMap(({ annotator, note, made, reason }) => [annotator, note, made, reason]);
  return [...new Set([name, title, source, author, date, url, text, ...said].flatMap(missingCharacters))];
}

/** Says in the report itself what the substitute means; empty where there is none. */
export function substituteRemark(document: AnnotatedDocument): string {
  return missingIn(document).length === 0
    ? ''
    : `${substitute} stands for characters that the fonts of this file lack.`;
}

/** Each once, in their order. */
export function missingCharacters(text: string): readonly string[] {
  return [...new Set(text.match(missing))];
}

/** The text as it is drawn: every character of it has a sign, or is a line feed. */
export function drawableText(text: string): string {
  return text
    .replaceAll(missing, substitute)
    .replaceAll(unseen, '')
    .replaceAll('\t', '    ')
    .replaceAll(otherSpaces, ' ')
    .replaceAll(/[\u2010-\u2012\u2015]/gu, (found) => alike[found] ?? found);
}
