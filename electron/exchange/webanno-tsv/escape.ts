/** Signs of WebAnno TSV 3.3 that stand for others: a backslash before what would mean something. */

const letters: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\r': 'r', '\f': 'f', '\b': 'b' };
const meanings: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' };

/** A value of a column. */
export function writtenValue(value: string): string {
  return value
    .replaceAll(/[\\[\]|_;*]|->/gu, (sign) => `\\${sign}`)
    .replaceAll(/[\t\n\r\f\b]/gu, (sign) => `\\${letters[sign] ?? ''}`);
}

export function readValue(written: string): string {
  return written.replaceAll(/\\(->|[^])/gu, (_, sign: string) => meanings[sign] ?? sign);
}

/** A line of text after `#Text=`: other control characters have a backslash before them, too. */
export function writtenText(line: string): string {
  return line.replaceAll(/[\\\p{Cc}]/gu, (sign) => (isEscaped(sign) ? `\\${letters[sign] ?? sign}` : sign));
}

/** Those above U+001F stand as they are. */
function isEscaped(sign: string): boolean {
  return sign === '\\' || sign.charCodeAt(0) < 0x20;
}

export function readText(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replaceAll(/\\([^])/gu, (pair, sign: string) => {
    const meant = meanings[sign];
    if (meant !== undefined) return meant;
    return isEscaped(sign) ? sign : pair;
  });
}

export interface StackedValue {
  /** `null` for `*`. */
  readonly value: string | null;
  /** The number of the annotation, where it has one. */
  readonly id: string | null;
}

/** The values that stand on one another in a column; none for `_`. */
export function stackedValues(cell: string): readonly StackedValue[] {
  if (cell === '_' || cell === '') return [];
  const isPlain = !cell.includes('\\');
  return (isPlain ? cell.split('|') : parts(cell)).map((part) => {
    const opening = part.endsWith(']') ? numberStart(part) : -1;
    const written = opening === -1 ? part : part.slice(0, opening);
    const value = isPlain ? written : readValue(written);
    return { value: written === '*' ? null : value, id: opening === -1 ? null : part.slice(opening + 1, -1) };
  });
}

/** Where `[7]` begins at the end of a value; -1 where the bracket belongs to the value. */
function numberStart(part: string): number {
  const opening = part.lastIndexOf('[');
  if (opening === -1 || !/^[\d_]+$/u.test(part.slice(opening + 1, -1))) return -1;
  let backslashes = 0;
  while (part.charAt(opening - 1 - backslashes) === '\\') backslashes += 1;
  return backslashes % 2 === 0 ? opening : -1;
}

function parts(cell: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '|') {
      found.push(cell.slice(from, at));
      from = at + 1;
    }
  }
  found.push(cell.slice(from));
  return found;
}
