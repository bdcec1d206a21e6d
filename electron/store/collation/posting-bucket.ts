/**
 * The rows that postings are stored in. A row holds one bucket of a segment: the postings of all fingerprints with the
 * same `bits` upper bits. An entry is two 32-bit numbers: the lower 20 bits of the fingerprint and the upper 12 of the
 * slot; the lower 12 of the slot and the surroundings. So entries of fingerprints with the same upper 12 bits, a base
 * bucket, are in order of fingerprint and slot, for slots below 2^24. A bucket that holds several base buckets begins
 * with where each of them ends, as a number of 32-bit numbers from the first entry on.
 */

/** Upper bits of a fingerprint that its entry leaves to the place it stands at. */
export const BASE_BITS = 12;
const KEY_BITS = 32 - BASE_BITS;

/** Base buckets in a bucket. */
export function basesIn(bits: number): number {
  return bits < BASE_BITS ? 2 ** (BASE_BITS - bits) : 1;
}

/** The lower 20 bits of a fingerprint. */
export function keyOf(hash: number): number {
  return hash & (2 ** KEY_BITS - 1);
}

/** Where the entries of a base bucket begin in the row that holds it, in 32-bit numbers. */
export function entriesFrom(row: Uint32Array, bits: number, base: number): number {
  if (bits >= BASE_BITS) return 0;
  const bases = basesIn(bits);
  const index = base & (bases - 1);
  return index === 0 ? bases : bases + (row[index - 1] ?? 0);
}

/** Where they end. */
export function entriesTo(row: Uint32Array, bits: number, base: number): number {
  if (bits >= BASE_BITS || row.length === 0) return row.length;
  const bases = basesIn(bits);
  return bases + (row[base & (bases - 1)] ?? 0);
}

/** The entries of a base bucket in the row that holds it. */
export function entriesOf(row: Uint32Array, bits: number, base: number): Uint32Array {
  return row.length === 0 ? row : row.subarray(entriesFrom(row, bits, base), entriesTo(row, bits, base));
}

/** A row of the entries of its base buckets, in their order; empty where there are none. */
export function rowOf(bits: number, parts: readonly Uint32Array[]): Uint32Array {
  const [first = new Uint32Array(0)] = parts;
  if (bits >= BASE_BITS) return first;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length === 0) return new Uint32Array(0);
  const row = new Uint32Array(parts.length + length);
  let end = 0;
  for (const [index, part] of parts.entries()) {
    row.set(part, parts.length + end);
    end += part.length;
    row[index] = end;
  }
  return row;
}

/** Where the first of the entries from `from` up to `to` begins whose key is at least `key`. */
export function lowerBound(entries: Uint32Array, key: number, from = 0, to = entries.length): number {
  let low = 0;
  let high = (to - from) / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[from + middle * 2] ?? 0) >>> BASE_BITS < key) low = middle + 1;
    else high = middle;
  }
  return from + low * 2;
}

/** The fingerprints in a stored row. */
export function hashesIn(bytes: Uint8Array, bits: number, bucket: number): readonly number[] {
  const row = asEntries(bytes);
  const bases = basesIn(bits);
  const firstBase = bits < BASE_BITS ? bucket * bases : bucket >>> (bits - BASE_BITS);
  const hashes: number[] = [];
  for (let base = firstBase; base < firstBase + bases; base += 1) {
    const entries = entriesOf(row, bits, base);
    for (let at = 0; at < entries.length; at += 2) {
      hashes.push(((base << KEY_BITS) | ((entries[at] ?? 0) >>> BASE_BITS)) >>> 0);
    }
  }
  return hashes;
}

export function asEntries(bytes: Uint8Array | undefined): Uint32Array {
  if (bytes === undefined) return new Uint32Array(0);
  const isAligned = bytes.byteOffset % 4 === 0;
  return isAligned
    ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
    : new Uint32Array(new Uint8Array(bytes).buffer, 0, bytes.length / 4);
}

export function asBytes(entries: Uint32Array): Uint8Array {
  return new Uint8Array(entries.buffer, entries.byteOffset, entries.byteLength);
}
