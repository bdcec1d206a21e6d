/** The title an article is listed under: its headline where one can be told from the story. */
import { articleEnding } from './ending.ts';

/** The headline stands among this many non-blank lines, and above the first paragraph. */
const linesLooked = 4;
/** Of a line, this many UTF-16 units: a text may be a single line of ten million. */
const lineLooked = 10_000;
const shortestHeadline = 5;
const longestHeadline = 25;
const headlineLength = 200;
const titleLength = 80;

/** A sentence's end, also before a closing quote or bracket. */
const sentenceEnd = /[.!?…。！？:;,]["'”’»›)\]]*$/u;

/** @param text with LF at line ends; @param file whose ending says whether it is Markdown */
export function titleOf(file: string, text: string): string {
  const isMarkdown = ['.md', '.markdown'].includes(articleEnding(file));
  const heading = isMarkdown ? firstHeading(text) : null;
  if (heading !== null) return shorten(heading, headlineLength);
  const lines = firstLines(text).map((line) => (isMarkdown ? withoutMarkup(line) : line));
  const story = lines.findIndex((line) => wordCount(line) > longestHeadline);
  const headline = (story === -1 ? lines : lines.slice(0, story)).find(isHeadline);
  return headline ?? shorten(lines[0] ?? '', titleLength);
}

/** A title that was given, on one line and no longer than a headline may be. */
export function shortTitle(given: string): string {
  return shorten(collapseSpace(given), headlineLength);
}

function isHeadline(line: string): boolean {
  const words = wordCount(line);
  const fits = words >= shortestHeadline && words <= longestHeadline && line.length <= headlineLength;
  return fits && !sentenceEnd.test(line);
}

function wordCount(line: string): number {
  return line.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The first non-blank lines, runs of space of any kind collapsed. */
function firstLines(text: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < text.length && lines.length < linesLooked) {
    const end = text.indexOf('\n', start);
    const line = collapseSpace(text.slice(start, Math.min(end === -1 ? text.length : end, start + lineLooked)));
    if (hasInk(line)) lines.push(line);
    start = end === -1 ? text.length : end + 1;
  }
  return lines;
}

/** Control characters count as space here: a title stands on one line of the screen. */
function collapseSpace(line: string): string {
  return line.replace(/[\s\p{Z}\p{Cc}\ufeff]+/gu, ' ').trim();
}

/** Is there anything to see? */
function hasInk(line: string): boolean {
  return /[^\p{Z}\p{Cc}\p{Cf}]/u.test(line);
}

/** The first `# ` heading of a Markdown text, not looked for inside fenced code. */
function firstHeading(text: string): string | null {
  let fence: string | null = null;
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    if (fence !== null) continue;
    const heading = collapseSpace(/^ {0,3}#[ \t](.*)$/.exec(line)?.[1]?.replace(/[ \t]#+[ \t]*$/, '') ?? '');
    if (hasInk(heading)) return heading;
  }
  return null;
}

/** The line without the marks of a lower heading, a quotation or a list. */
function withoutMarkup(line: string): string {
  const bare = line.replace(/^(?:#{1,6}|>|[-*+]) /, '');
  return bare === '' ? line : bare;
}

/** At most `limit` characters (code points), cut at a word where there is one. */
function shorten(line: string, limit: number): string {
  const characters = Array.from(line);
  if (characters.length <= limit) return line;
  const cut = characters.slice(0, limit).join('');
  const lastSpace = cut.lastIndexOf(' ');
  const kept = lastSpace > 0 ? cut.slice(0, lastSpace) : characters.slice(0, limit - 1).join('');
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}
