/** Words in a fingerprint, and grams in a winnowing window: a shared run of k + w - 1 words is always seen. */
export const FINGERPRINT_WORDS = 5;
export const FINGERPRINT_WINDOW = 4;

/** The shortest exact run that makes two documents a linked pair. */
export const LINK_WORDS = FINGERPRINT_WORDS + FINGERPRINT_WINDOW - 1;

/** Hash of the `size` words that start at each place, of words given by number. */
export function gramHashes(words: Int32Array, size: number): Uint32Array {
  const count = Math.max(0, words.length - size + 1);
  const grams = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    let hash = 0x9e3779b9;
    for (let ahead = 0; ahead < size; ahead += 1) {
      hash = Math.imul(hash ^ (words[at + ahead] ?? 0), 0x85ebca6b);
      hash = (hash << 13) | (hash >>> 19);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
    grams[at] = (hash ^ (hash >>> 15)) >>> 0;
  }
  return grams;
}

/** For each place, 1 if none of the `size` words from there on is masked. */
export function openPlaces(mask: Uint8Array, size: number): Uint8Array {
  const count = Math.max(0, mask.length - size + 1);
  const open = new Uint8Array(count);
  let lastMasked = -1;
  for (let at = 0; at < mask.length; at += 1) {
    if (mask[at] === 1) lastMasked = at;
    const start = at - size + 1;
    if (start >= 0 && lastMasked < start) open[start] = 1;
  }
  return open;
}

/**
 * Winnowing (Schleimer, Wilkerson, Aiken, 2003): of every window of grams the least hash is kept,
 * the rightmost among equals. Places that are not open are never kept. Returns places, ascending.
 */
export function winnow(grams: Uint32Array, open: Uint8Array, window: number): readonly number[] {
  const kept: number[] = [];
  const windows = Math.max(grams.length === 0 ? 0 : 1, grams.length - window + 1);
  let best = -1;
  for (let start = 0; start < windows; start += 1) {
    const end = Math.min(start + window, grams.length);
    if (best < start) {
      best = -1;
      for (let at = start; at < end; at += 1) best = lesser(grams, open, best, at);
    } else {
      best = lesser(grams, open, best, end - 1);
    }
    if (best >= 0 && kept.at(-1) !== best) kept.push(best);
  }
  return kept;
}

function lesser(grams: Uint32Array, open: Uint8Array, best: number, at: number): number {
  if (open[at] !== 1) return best;
  return best < 0 || (grams[at] ?? 0) <= (grams[best] ?? 0) ? at : best;
}

/**
 * The fingerprints of a document: its winnowed grams' hashes, distinct and ascending. Any
 * `LINK_WORDS` words in a row that two documents share outside page furniture give both of them a
 * fingerprint in common, wherever they stand.
 */
export function fingerprintsOf(words: Int32Array, furniture: Uint8Array): Uint32Array {
  const grams = gramHashes(words, FINGERPRINT_WORDS);
  const places = winnow(grams, openPlaces(furniture, FINGERPRINT_WORDS), FINGERPRINT_WINDOW);
  const hashes = Uint32Array.from(places, (place) => grams[place] ?? 0).sort();
  let distinct = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    if (at > 0 && hashes[at] === hashes[at - 1]) continue;
    hashes[distinct] = hashes[at] ?? 0;
    distinct += 1;
  }
  return hashes.slice(0, distinct);
}
