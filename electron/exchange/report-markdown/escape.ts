/**
 * Text in which nothing is markup for GitHub-flavoured Markdown: punctuation that may mean something has a backslash in
 * front (CommonMark 2.4: any ASCII punctuation may), and space at an edge is a reference.
 */

/** What means something anywhere; and colons and full stops where they could make an address or a picture of letters. */
const special = /[\\`*_{}[\]<>&#|~$@^]|:(?=\S)|(?<=www)\./giu;

/** What means something at the start of a line alone: rules, lists and headings. */
const atStart = /^(?:[-+=]|\d{1,9}(?=[.)]))/u;

export interface LinePlace {
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** A line, or a part of one; line ends are the caller's. */
export function escapeMarkdown(part: string, { isStart, isEnd }: LinePlace = { isStart: true, isEnd: true }): string {
  let escaped = part.replaceAll(special, (found) => `\\${found}`);
  if (isStart) {
    escaped = escaped.replace(atStart, (found) => (/\d/u.test(found) ? `${found}\\` : `\\${found}`));
    escaped = escaped.replace(/^[ \t]+/u, spaces);
  }
  return isEnd ? escaped.replace(/[ \t]+$/u, spaces) : escaped;
}

function spaces(found: string): string {
  return Array.from(found, (space) => `&#${space.charCodeAt(0)};`).join('');
}

/** The text of a line of our own Markdown: what is escaped is itself, and what is not is markup and goes. */
export function plainLine(line: string): string {
  return line.replaceAll(
    /\\([!-/:-@[-`{-~])|&#(9|32);|\*\*|\||<br>/gu,
    (_, character: string | undefined, code: string | undefined) =>
      character ?? (code === undefined ? ' ' : String.fromCharCode(Number(code))),
  );
}
