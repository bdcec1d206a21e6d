/** What bytes that are no UTF-8 text are instead: guessed only to say something helpful in the refusal. */

interface Signature {
  readonly bytes: readonly number[];
  readonly kind: string;
}

const signatures: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: 'a PDF file' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'a ZIP archive or an office document' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old office document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: 'a GIF image' },
  { bytes: [0x1f, 0x8b], kind: 'a gzip archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], kind: 'a program' },
  { bytes: [...Buffer.from('SQLite format 3\u0000')], kind: 'an SQLite database' },
];

/** Name of the kind of file, if its first bytes tell. */
export function binaryKind(bytes: Uint8Array): string | null {
  return signatures.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte))?.kind ?? null;
}

/** UTF-16 or UTF-32, by byte order mark or, failing that, by where the zero bytes of Latin letters lie. */
export function wideEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16 (little-endian)';
  if (first === 0xfe && second === 0xff) return 'UTF-16 (big-endian)';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32';
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const length = Math.min(bytes.length, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 5 && even < odd / 20) return 'UTF-16 (little-endian)';
  if (even > length / 5 && odd < even / 20) return 'UTF-16 (big-endian)';
  return null;
}

/** Many control characters: no text in any encoding. */
export function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4096);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls > length / 20;
}

/** Where well-formed UTF-8 ends: the offset of the first byte that belongs to no character. */
export function firstBrokenByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Bytes of the character at `at`, 0 if there is none (RFC 3629 §4). */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

/** Half a surrogate pair written as three bytes (as CESU-8 does): Unicode forbids it in UTF-8. */
export function isHalfCharacter(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= 0xa0 && (bytes[at + 1] ?? 0) <= 0xbf;
}

/**
 * How far bytes are UTF-8 that are not: characters of several bytes that are whole, and bytes that belong to none.
 * Forged they are where all of
 * these spell ASCII in two bytes, which no encoder does.
 */
export function brokenUtf8(bytes: Uint8Array): {
  readonly whole: number;
  readonly broken: number;
  readonly isForged: boolean;
} {
  let [whole, broken, at] = [0, 0, 0];
  let forged = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = characterLength(bytes, at);
    if (length > 1) whole += 1;
    if (length === 0) broken += 1;
    const next = bytes[at + 1] ?? 0;
    if ((lead === 0xc0 || lead === 0xc1) && next >= 0x80 && next <= 0xbf) forged += 1;
    at += Math.max(1, length);
  }
  return { whole, broken, isForged: forged > 0 && broken === 2 * forged };
}
