/** The documents in the index, ready for matching: read from their rows, the ones used lately kept in memory. */
import type { Database } from 'better-sqlite3';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import { query, write } from '../statement.ts';
import { createTokenCache, type TokenCache } from './token-cache.ts';

/** What is known of a document besides its words. */
export interface CollatedDocument {
  readonly slot: number;
  readonly document: string;
  readonly source: string;
  readonly words: number;
  readonly shared: number;
  /** Slot of its group's leader, 0 where it is in no group. */
  readonly leader: number;
  readonly containment: number;
}

export interface CollatedDocuments {
  readonly slotOf: (document: string) => number | undefined;
  readonly row: (slot: number) => CollatedDocument | undefined;
  readonly rowOf: (document: string) => CollatedDocument | undefined;
  readonly rows: () => readonly CollatedDocument[];
  readonly count: () => number;
  /** In the order of their slots, from the first after `slot` on, at most `most`. */
  readonly after: (slot: number, most: number) => readonly CollatedDocument[];
  readonly membersOf: (leader: number) => readonly CollatedDocument[];
  /** The first document of a group, by id. */
  readonly firstOf: (leader: number) => string | undefined;
  /** Ready for matching; `undefined` where it was removed. */
  readonly document: (slot: number) => IndexedDocument | undefined;
  readonly add: (document: NewCollatedDocument) => IndexedDocument;
  readonly remove: (slot: number) => void;
  /** Notes words that stand in another document too; returns whether that was news. */
  readonly cover: (slot: number, ranges: readonly TokenRange[]) => boolean;
  /** Forgets which words stand elsewhere. */
  readonly uncover: (slot: number) => void;
  readonly setLeader: (slot: number, leader: number, containment: number) => void;
  readonly forget: () => void;
}

export interface NewCollatedDocument {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly words: Int32Array;
  readonly boundaries: Uint8Array;
  readonly furniture: Uint8Array;
}

interface TextRow {
  readonly document: string;
  readonly words: Buffer;
  readonly boundaries: Buffer;
  readonly furniture: Buffer;
}

const columns = 'slot, document, source, words, shared, leader, containment';

/** @param text of a document that is in the project @param cacheBytes for words kept in memory */
export function openCollatedDocuments(
  db: Database,
  text: (document: string) => string,
  cacheBytes: number,
): CollatedDocuments {
  const bySlot = query<[number], CollatedDocument>(db, `SELECT ${columns} FROM collated WHERE slot = ?`);
  const byDocument = query<[string], CollatedDocument>(db, `SELECT ${columns} FROM collated WHERE document = ?`);
  const all = query<[], CollatedDocument>(db, `SELECT ${columns} FROM collated ORDER BY slot`);
  const count = query<[], { documents: number }>(db, 'SELECT count(*) AS documents FROM collated');
  const after = query<[number, number], CollatedDocument>(
    db,
    `SELECT ${columns} FROM collated WHERE slot > ? ORDER BY slot LIMIT ?`,
  );
  const members = query<[number], CollatedDocument>(
    db,
    `SELECT ${columns} FROM collated WHERE leader = ? ORDER BY slot`,
  );
  const first = query<[number], { document: string | null }>(
    db,
    'SELECT min(document) AS document FROM collated WHERE leader = ?',
  );
  const readText = query<[number], TextRow>(
    db,
    `SELECT c.document, t.words, t.boundaries, t.furniture FROM collated_text t JOIN collated c ON c.slot = t.slot
     WHERE t.slot = ?`,
  );
  const insert = write<[string, string, number]>(
    db,
    `INSERT INTO collated (document, source, words, shared, covered, leader, containment)
     VALUES (?, ?, ?, 0, x'', 0, 0)`,
  );
  const lastSlot = query<[], { slot: number }>(db, 'SELECT last_insert_rowid() AS slot');
  const insertText = write<[number, Uint8Array, Uint8Array, Uint8Array]>(
    db,
    'INSERT INTO collated_text (slot, words, boundaries, furniture) VALUES (?, ?, ?, ?)',
  );
  const drop = write<[number]>(db, 'DELETE FROM collated WHERE slot = ?');
  const dropText = write<[number]>(db, 'DELETE FROM collated_text WHERE slot = ?');
  const readCovered = query<[number], { covered: Buffer }>(db, 'SELECT covered FROM collated WHERE slot = ?');
  const setCovered = write<[number, Uint8Array, number]>(
    db,
    'UPDATE collated SET shared = ?, covered = ? WHERE slot = ?',
  );
  const setLeader = write<[number, number, number]>(
    db,
    'UPDATE collated SET leader = ?, containment = ? WHERE slot = ?',
  );
  const tokens = createTokenCache();
  const cache = new Map<number, IndexedDocument>();
  let bytes = 0;

  const keep = (document: IndexedDocument): void => {
    cache.set(document.slot, document);
    bytes += costOf(document);
    for (const [oldest, gone] of cache) {
      if (bytes <= cacheBytes) break;
      cache.delete(oldest);
      bytes -= costOf(gone);
    }
  };
  const letGo = (slot: number): void => {
    const gone = cache.get(slot);
    if (gone === undefined) return;
    cache.delete(slot);
    bytes -= costOf(gone);
  };

  return {
    slotOf: (document) => byDocument.get(document)?.slot,
    row: (slot) => bySlot.get(slot),
    rowOf: (document) => byDocument.get(document),
    rows: () => all.all(),
    count: () => count.get()?.documents ?? 0,
    after: (slot, most) => after.all(slot, most),
    firstOf: (leader) => first.get(leader)?.document ?? undefined,
    membersOf: (leader) => members.all(leader),
    document: (slot) => {
      const known = cache.get(slot);
      if (known !== undefined) {
        // To the end of the row: what is not asked for is let go first.
        cache.delete(slot);
        cache.set(slot, known);
        return known;
      }
      const row = readText.get(slot);
      if (row === undefined) return undefined;
      const { document: id } = row;
      const words = asWords(row.words);
      const document = lazyDocument(
        id,
        slot,
        words,
        row.boundaries,
        asMarks(row.furniture, words.length),
        () => text(id),
        tokens,
      );
      keep(document);
      return document;
    },
    add: ({ id, source, text: whole, words, boundaries, furniture }) => {
      insert.run(id, source, words.length);
      const slot = lastSlot.get()?.slot ?? 0;
      insertText.run(slot, asBytes(words), boundaries, furnitureBytes(furniture));
      // Tokens and text are large and seldom asked for again.
      keep(lazyDocument(id, slot, words, boundaries, furniture, () => text(id), tokens));
      return lazyDocument(id, slot, words, boundaries, furniture, () => whole, tokens);
    },
    remove: (slot) => {
      drop.run(slot);
      dropText.run(slot);
      letGo(slot);
    },
    cover: (slot, ranges) => {
      const row = readCovered.get(slot);
      if (row === undefined) return false;
      const before = asWords(row.covered);
      const { ends, words } = united(before, ranges);
      if (ends.length === before.length && ends.every((end, at) => end === before[at])) return false;
      setCovered.run(words, asBytes(Int32Array.from(ends)), slot);
      return true;
    },
    uncover: (slot) => {
      setCovered.run(0, new Uint8Array(0), slot);
    },
    setLeader: (slot, leader, containment) => {
      setLeader.run(leader, containment, slot);
    },
    forget: () => {
      tokens.forget();
      cache.clear();
      bytes = 0;
    },
  };
}

function costOf({ words }: IndexedDocument): number {
  return words.length * 6 + 600;
}

function lazyDocument(
  id: string,
  slot: number,
  words: Int32Array,
  boundaries: Uint8Array,
  furniture: Uint8Array,
  text: () => string,
  tokens: TokenCache,
): IndexedDocument {
  return {
    id,
    slot,
    words,
    boundaries,
    furniture,
    get text() {
      return text();
    },
    get tokens() {
      return tokens(slot, text);
    },
  };
}

function asWords(bytes: Buffer): Int32Array {
  const isAligned = bytes.byteOffset % 4 === 0;
  return isAligned
    ? new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
    : new Int32Array(new Uint8Array(bytes).buffer);
}

function asBytes(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** Ranges put together: their ends in turn, from and to, and how many words are in them. */
function united(
  before: Int32Array,
  ranges: readonly TokenRange[],
): { readonly ends: readonly number[]; readonly words: number } {
  const all = ranges.map(({ from, to }) => [from, to] as const);
  for (let at = 0; at < before.length; at += 2) all.push([before[at] ?? 0, before[at + 1] ?? 0]);
  all.sort((one, other) => one[0] - other[0]);
  const ends: number[] = [];
  let words = 0;
  for (const [from, to] of all) {
    const last = ends.at(-1) ?? -1;
    if (from > last) ends.push(from, to);
    else if (to > last) ends[ends.length - 1] = to;
    words += Math.max(0, to - Math.max(from, last));
  }
  return { ends, words };
}

/** Furniture comes in few stretches: pairs of from and to. */
function furnitureBytes(marks: Uint8Array): Uint8Array {
  const ends: number[] = [];
  for (let at = 0; at < marks.length; at += 1) {
    if (marks[at] === 1 && marks[at - 1] !== 1) ends.push(at);
    if (marks[at] === 1 && marks[at + 1] !== 1) ends.push(at + 1);
  }
  return asBytes(Int32Array.from(ends));
}

function asMarks(bytes: Buffer, words: number): Uint8Array {
  const marks = new Uint8Array(words);
  const ends = asWords(bytes);
  for (let at = 0; at < ends.length; at += 2) marks.fill(1, ends[at], ends[at + 1]);
  return marks;
}
