/** How a file that is not UTF-8 may be written: guesses, to be confirmed by somebody who reads the excerpts. */
import { decodeAs, encodingName, isUnlikely } from './charset.ts';

/** One way to read a file, and what would stand there. */
export interface EncodingReading {
  /** By the name of the Encoding Standard. */
  readonly encoding: string;
  /** The characters around the first byte that is not ASCII, on one line. */
  readonly excerpt: string;
}

const mostReadings = 4;
const bytesLooked = 64 * 1024;
const excerptLength = 120;
/** Tried where they are not found by themselves: most of what is not UTF-8 is one of them. */
const usual = ['windows-1252', 'iso-8859-2', 'macintosh'];

/** The likeliest first; at least two, unless only one way makes sense of the bytes. @param bytes not UTF-8 */
export async function detectEncodings(bytes: Uint8Array, wide: string | null): Promise<readonly EncodingReading[]> {
  const { default: chardet } = await import('chardet');
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b),
  );
  // Where few bytes are not ASCII they should not drown.
  const looked = bytes.subarray(Math.max(0, first - 1024), first + bytesLooked);
  const found = chardet.analyse(looked).flatMap(({ name }) => (name === 'ASCII' ? [] : [encodingName(name)]));
  const names = wide === null ? [...found, ...usual] : [wide];
  const readings: EncodingReading[] = [];
  for (const name of new Set(names)) {
    if (name === null || name === 'utf-8' || (name.startsWith('utf-16') && name !== wide)) continue;
    const excerpt = await excerptOf(bytes, first, name);
    if (isUnlikely(excerpt) && name !== wide) continue;
    // Two names for the same characters are no choice: of these, the one that most files are written in.
    const same = readings.findIndex((reading) => reading.excerpt === excerpt);
    if (same === -1) readings.push({ encoding: name, excerpt });
    else if (name === usual[0]) readings[same] = { encoding: name, excerpt };
  }
  return readings.slice(0, mostReadings);
}

/** From ASCII before the first other byte, so that no character is cut at the beginning. */
async function excerptOf(bytes: Uint8Array, first: number, name: string): Promise<string> {
  const isWide = name.startsWith('utf-16');
  const start = isWide ? 0 : Math.max(0, first - 40);
  const { text } = await decodeAs(bytes.subarray(start, start + 4 * excerptLength), name);
  const line = text.replace(/[\s\p{Z}\p{Cc}]+/gu, (space) => (isUnlikely(space) ? space : ' ')).trim();
  const characters = Array.from(line);
  return characters.length <= excerptLength
    ? line.replace(/\ufffd$/u, '')
    : characters.slice(0, excerptLength).join('');
}
