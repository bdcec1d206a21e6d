/** How the file of an export would begin, as text that a person can read at a glance. */
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { setFormats, type SetFormatName } from './catalogue.ts';
import type { SetFile, SetFormat, WriteOptions } from './format.ts';

export interface FilePreview {
  readonly head: string;
  /** The file's own text; or where that is no text, or no text to be read, its rows or its report in another form. */
  readonly shows: 'file' | 'rows' | 'report';
}

/** How much of a file is asked for, in UTF-16 units. */
const asked = 256 * 1024;
/** How much is shown. */
const shownLines = 40;
const shownLength = 6000;
const lineLength = 1200;
/** Values that are longer are shortened to this. */
const valueLength = 160;
/** Files that are looked at for one in which something stands. */
const filesTried = 400;

const formats: Readonly<Record<string, SetFormat>> = setFormats;

/** Their own text is for programs: a style sheet, parts of an archive. */
const standIns: ReadonlySet<string> = new Set(['html', 'pdf', 'docx', 'xlsx', 'variorum']);

/** Asks for no more than the beginning, so that few documents of a large set are walked. */
export function previewFile(set: AnnotatedSet, name: SetFormatName, options: WriteOptions): FilePreview {
  const format = setFormats[name];
  const own = standIns.has(name) ? null : mainText(format, set, options);
  if (own !== null) return { head: shortened(own), shows: 'file' };
  const report = format.read === undefined ? formats['markdown'] : undefined;
  const head = mainText(report ?? setFormats.csv, set, options) ?? '';
  return { head: shortened(head), shows: report === undefined ? 'rows' : 'report' };
}

/** The beginning of the first of the main files in which something stands; `null` where they are no text. */
function mainText(format: SetFormat, set: AnnotatedSet, options: WriteOptions): string | null {
  let tried = 0;
  let first: string | null = null;
  for (const file of format.write(set, options)) {
    tried += 1;
    if (tried > filesTried) break;
    if (!isMain(format, file)) continue;
    const text = beginningOf(file);
    if (text === null || text.trim() !== '') return text;
    first ??= text;
  }
  return first;
}

function isMain({ layout, endings }: SetFormat, { path }: SetFile): boolean {
  if (layout === 'file') return path === '';
  // The parts of an archive have endings of their own: the first one leads.
  return layout === 'archive' || endings.some((ending) => path.toLowerCase().endsWith(ending));
}

function beginningOf({ chunks }: SetFile): string | null {
  if (!(Symbol.iterator in chunks)) return null;
  let text = '';
  for (const chunk of chunks) {
    if (typeof chunk !== 'string') return null;
    text += chunk;
    if (text.length >= asked) break;
  }
  return text;
}

function shortened(text: string): string {
  const shown: string[] = [];
  let length = 0;
  for (const line of text.replace(/^\ufeff/u, '').split(/\r?\n/u)) {
    const short = shortLine(line);
    if (shown.length === shownLines || length + short.length > shownLength) {
      shown.push('…');
      break;
    }
    shown.push(short);
    length += short.length + 1;
  }
  return shown.join('\n').trimEnd();
}

/** A whole article in one value would hide all that comes after it. */
function shortLine(line: string): string {
  const values =
    line.length <= valueLength
      ? line
      : line
          .replaceAll(/"(?:[^"\\]|\\.){160,}"?/gu, (value) => `${cut(value, valueLength - 40)}…"`)
          .replaceAll(/>[^<>]{160,}/gu, (value) => `${cut(value, valueLength - 40)}…`);
  return values.length <= lineLength ? values : `${cut(values, lineLength)}…`;
}

/** Not within a surrogate pair. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/u, '');
}
