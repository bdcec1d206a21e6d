/** How the end of a line and the next line are joined: with a space, or as one word where a hyphen parted it. */
import { median, type Column } from './reading-order.ts';

/** What the whole text tells of its words. */
export interface Wording {
  /** Words as they stand inside lines, in lower case: what is hyphenated there is hyphenated everywhere. */
  readonly known: ReadonlySet<string>;
  /** Were words parted to fill the lines? Otherwise lines end in hyphens of words that have one. */
  readonly isHyphenated: boolean;
}

const wordPattern = /\p{L}[\p{L}\p{M}'’]*(?:[-\u2010][\p{L}\p{M}'’]+)*/gu;

/**
 * A word that is written with a hyphen is broken there as often as the end of a line falls on the letters behind it: of
 * six or seven letters in a line of forty, one time in six. Lines that end in hyphens more than twice as often as that
 * say that words were parted.
 */
const lettersBehind = 6.5;

export function wordingOf(columns: readonly Column[]): Wording {
  const known = new Set<string>();
  const lengths: number[] = [];
  let [inside, atEnd] = [0, 0];
  for (const { text } of columns.flat()) {
    lengths.push(text.length);
    if (/\p{L}[-\u2010]$/u.test(text)) atEnd += 1;
    for (const [word] of text.matchAll(wordPattern)) {
      const plain = word.toLowerCase().replaceAll('\u2010', '-');
      if (plain.includes('-')) inside += 1;
      known.add(plain);
    }
  }
  return { known, isHyphenated: atEnd * median(lengths) > 2 * lettersBehind * (inside + atEnd) };
}

/** Of a line, this many characters at its end may be a word: a line may be very long. */
const wordLooked = 80;

export interface JoinedLines {
  /** The end of the line before, and the line, as they stand one after the other. */
  readonly pieces: readonly [string, string];
  /** The word whose hyphen was taken out, as it is now. */
  readonly unhyphenated: string | null;
}

export function joinedLines(before: string, line: string, { known, isHyphenated }: Wording): JoinedLines {
  const end = before.slice(-wordLooked);
  const [, stem, mark] = /(\p{L}[\p{L}\p{M}'’-]*?)([-\u00ad\u2010])$/u.exec(end) ?? [];
  const [rest] = /^\p{L}[\p{L}\p{M}'’]*/u.exec(line.slice(0, wordLooked)) ?? [];
  if (stem === undefined || mark === undefined || rest === undefined) {
    return { pieces: [before, isOneWord(end, line) ? line : ` ${line}`], unhyphenated: null };
  }
  const joined = `${stem}${rest}`;
  const isKnown = known.has(joined.toLowerCase());
  if (mark === '\u00ad' || isKnown || (isHyphenated && isParted(stem, rest, known))) {
    return { pieces: [before.slice(0, -1), line], unhyphenated: joined };
  }
  // “short- and long-term”: the word goes on behind the next hyphen.
  const isSuspended = /^(?:and|or|und|oder|bis)$/u.test(rest);
  return { pieces: [before, isSuspended ? ` ${line}` : line], unhyphenated: null };
}

/** Is the hyphen there for the end of the line alone? */
function isParted(stem: string, rest: string, known: ReadonlySet<string>): boolean {
  if (/^(?:and|or|und|oder|bis)$/u.test(rest)) return false;
  // What goes on with a capital, as in “Anglo-American”, was written with its hyphen.
  if (!/^\p{Ll}/u.test(rest) || known.has(`${stem}-${rest}`.toLowerCase())) return false;
  const [last = '', ...parts] = stem.toLowerCase().split('-').toReversed();
  // “state-of-the-” waits for a word of its own.
  return parts.length < 2 && !(parts.length === 1 && known.has(last));
}

/** Numbers and hyphens, and dashes and strokes that stand without spaces: “14-year-old”, “2010–2015”, “and/or”. */
function isOneWord(end: string, line: string): boolean {
  if (/[\p{L}\p{N}][-\u2010]$/u.test(end)) return /^[\p{L}\p{N}]/u.test(line);
  return /[^\s\p{Pd}][\u2013\u2014]$|[^\s/]\/$/u.test(end);
}
