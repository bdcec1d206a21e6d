/** The places of every row of `size` words of one document, found by the words. */
export interface GramTable {
  /** How many different grams there are; they are numbered from 0. */
  readonly distinct: number;
  /** How many places a gram has. */
  count(gram: number): number;
  /** Its nth place, ascending. */
  place(gram: number, nth: number): number;
  /** The gram that has the words from `at` on, -1 if none has. Rarely, one with the same hash. */
  find(words: Int32Array, at: number): number;
  /**
   * Looks up every row of words of a text: writes the places at which it has a gram of the table,
   * the gram, and how often the text had it before, and adds to the gram's count in the text, which
   * must be zero before. Returns how many.
   */
  lookUp(words: Int32Array, places: Int32Array, grams: Int32Array, ordinals: Int32Array, counts: Int32Array): number;
}

/** A table of the rows of `size` words; a row with a word of number `mask` is left out. */
export function createGramTable(words: Int32Array, size: number, mask: number): GramTable {
  const most = Math.max(0, words.length - size + 1);
  let bits = 4;
  while (2 ** bits < 3 * most) bits += 1;
  const shift = 32 - bits;
  const wrap = 2 ** bits - 1;
  /** Gram number + 1 by place in the table; 0 is free. */
  const slots = new Int32Array(2 ** bits);
  const hashes = new Int32Array(most);
  /** Where each gram's places begin; one more for the end of the last. */
  const starts = new Int32Array(most + 1);
  const gramAt = new Int32Array(most);

  let distinct = 0;
  let skipUntil = -1;
  for (let ahead = 0; ahead < size - 1 && ahead < words.length; ahead += 1)
    if (words[ahead] === mask) skipUntil = ahead;
  for (let at = 0; at < most; at += 1) {
    if (words[at + size - 1] === mask) skipUntil = at + size - 1;
    if (skipUntil >= at) {
      gramAt[at] = -1;
      continue;
    }
    const hash = hashAt(words, at, size);
    let slot = hash >>> shift;
    let held = slots[slot] ?? 0;
    while (held !== 0 && hashes[held - 1] !== hash) {
      slot = (slot + 1) & wrap;
      held = slots[slot] ?? 0;
    }
    if (held === 0) {
      hashes[distinct] = hash;
      distinct += 1;
      held = distinct;
      slots[slot] = held;
    }
    gramAt[at] = held - 1;
    starts[held] = (starts[held] ?? 0) + 1;
  }
  for (let gram = 0; gram < distinct; gram += 1) starts[gram + 1] = (starts[gram + 1] ?? 0) + (starts[gram] ?? 0);
  const placed = new Int32Array(starts[distinct] ?? 0);
  for (let at = most - 1; at >= 0; at -= 1) {
    const gram = gramAt[at] ?? -1;
    if (gram < 0) continue;
    // Filled from the back; `starts` is moved there and ends up where the gram begins.
    const end = (starts[gram + 1] ?? 0) - 1;
    starts[gram + 1] = end;
    placed[end] = at;
  }
  // Every start has moved down to where its own gram begins: gram g's places are [starts[g + 1], starts[g + 2]).
  const total = placed.length;
  const begin = (gram: number): number => starts[gram + 1] ?? 0;
  const finish = (gram: number): number => (gram + 1 < distinct ? (starts[gram + 2] ?? 0) : total);

  return {
    distinct,
    count: (gram) => finish(gram) - begin(gram),
    place: (gram, nth) => placed[begin(gram) + nth] ?? 0,
    find(text, at) {
      if (at + size > text.length) return -1;
      const hash = hashAt(text, at, size);
      let slot = hash >>> shift;
      for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
        if (hashes[held - 1] === hash) return held - 1;
        slot = (slot + 1) & wrap;
      }
      return -1;
    },
    lookUp(text, places, grams, ordinals, counts) {
      const last = text.length - size;
      let found = 0;
      for (let at = 0; at <= last; at += 1) {
        const hash = hashAt(text, at, size);
        let slot = hash >>> shift;
        for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
          if (hashes[held - 1] === hash) {
            const gram = held - 1;
            const before = counts[gram] ?? 0;
            places[found] = at;
            grams[found] = gram;
            ordinals[found] = before;
            counts[gram] = before + 1;
            found += 1;
            break;
          }
          slot = (slot + 1) & wrap;
        }
      }
      return found;
    },
  };
}

/** Hash of the words from a place on; its high bits choose a slot. */
function hashAt(words: Int32Array, at: number, size: number): number {
  let hash = 0;
  for (let ahead = 0; ahead < size; ahead += 1) {
    hash = Math.imul(hash ^ (words[at + ahead] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash, 0x9e3779b1);
}
