/**
 * The index of copies in the project file: documents ready for matching, fingerprints, passages, groups and full text.
 * Everything is changed inside the caller's transaction; other connections' changes are noticed by `synchronise`.
 */
import type { Database } from 'better-sqlite3';
import { addingLimits, createDetector, type Link } from '#shared/collation/detection.ts';
import type { Equivalents } from '#shared/collation/equivalents.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import { growPassages } from '#shared/collation/passage-growth.ts';
import { printsOf, type Prints } from '#shared/collation/prints.ts';
import type { Postings } from '#shared/collation/postings.ts';
import { isNewStory } from '#shared/collation/new-story.ts';
import type { TokenRange } from '#shared/text/tokens.ts';
import { withStanding } from '#shared/collation/furniture.ts';
import { prepareText, type PreparedText } from '#shared/collation/prepared-text.ts';
import { query, write } from '../statement.ts';
import { openCollatedDocuments, type CollatedDocuments } from './collated-documents.ts';
import { createGrouping } from './grouping.ts';
import { createMemtable } from './memtable.ts';
import { openPlaces, type Places } from './places.ts';
import { openSegments } from './segments.ts';
import { openSourceLines } from './source-lines.ts';
import { openWording, type Wording } from './wording.ts';

/** Documents whose postings are kept in memory before they become a segment, and postings. */
const FLUSH_DOCUMENTS = 256;
const FLUSH_POSTINGS = 2 ** 17;

/** Buckets merged or deleted for each document added: a little more than are made. */
const WORK_A_DOCUMENT = 8;

/**
 * Documents that had a passage in common with a removed one and are asked anew what of them stands elsewhere. Of a story
 * with more copies than that the others have the same words elsewhere still.
 */
const COVERED_ANEW = 16;

/** Memory for words and for postings; together with SQLite's own it bounds what a project of any size takes. */
const WORD_BYTES = 48 * 2 ** 20;
const POSTING_BYTES = 80 * 2 ** 20;

export interface AddedDocument {
  readonly slot: number;
  /** Slots of the documents whose rows have changed with it, its own among them. */
  readonly touched: ReadonlySet<number>;
  readonly links: readonly Link[];
  readonly own: IndexedDocument;
}

export interface DocumentToIndex {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  /** What `prepareText` says of the text, where it is known already. */
  readonly prepared?: PreparedText | undefined;
  /** Documents of one address with it: it goes into the group of the first of them. */
  readonly versions?: readonly string[];
}

export interface CollationIndex {
  readonly documents: CollatedDocuments;
  readonly places: Places;
  readonly wording: Wording;
  readonly equivalents: Equivalents;
  /** Notices what other connections changed, or that a transaction of this one was taken back. */
  readonly synchronise: () => void;
  /** Adds documents that are not in the index yet, one after the other. */
  readonly add: (documents: readonly DocumentToIndex[]) => readonly AddedDocument[];
  /** Removes documents; returns the slots of those whose rows have changed with it. */
  readonly remove: (documents: readonly string[]) => ReadonlySet<number>;
  /** The documents linked with one of the index that may hold a copy of its words `near`. */
  readonly linksNear: (own: IndexedDocument, near: TokenRange) => readonly Link[];
  readonly groups: () => number;
  /** Whether a line of this hash is one that the source always prints. */
  readonly isStanding: (source: string, hash: number) => boolean;
  /** Merges segments; returns whether there is more to do. */
  readonly work: (buckets: number) => boolean;
}

interface State {
  readonly changes: number;
  readonly flushed: number;
  readonly groups: number;
  readonly removed: number;
}

export interface IndexLimits {
  /** Bytes of words kept in memory. */
  readonly words: number;
  /** Bytes of postings kept in memory. */
  readonly postings: number;
  /** Documents whose postings are kept in memory before they become a segment. */
  readonly flush: number;
}

const usualLimits: IndexLimits = { words: WORD_BYTES, postings: POSTING_BYTES, flush: FLUSH_DOCUMENTS };

export function openCollationIndex(
  db: Database,
  text: (document: string) => string,
  equivalents: () => Equivalents,
  limits: IndexLimits = usualLimits,
  versionsOf: (document: string) => readonly string[] = () => [],
): CollationIndex {
  const readState = query<[], State>(db, 'SELECT changes, flushed, groups, removed FROM collation_state');
  const noteChange = write<[]>(db, 'UPDATE collation_state SET changes = changes + 1 WHERE one = 1');
  const setFlushed = write<[number]>(db, 'UPDATE collation_state SET flushed = ? WHERE one = 1');
  const addGroups = write<[number]>(db, 'UPDATE collation_state SET groups = groups + ? WHERE one = 1');
  const maxSlot = query<[], { slot: number | null }>(db, 'SELECT max(slot) AS slot FROM collated');
  const removedSlots = query<[], { slot: number }>(db, 'SELECT slot FROM removed_slot');
  const insertRemoved = write<[number]>(db, 'INSERT INTO removed_slot (slot) VALUES (?)');
  const countRemoved = write<[number]>(db, 'UPDATE collation_state SET removed = removed + ? WHERE one = 1');

  const documents = openCollatedDocuments(db, text, limits.words);
  const places = openPlaces(db);
  const wording = openWording(db);
  const sourceLines = openSourceLines(db);
  const grouping = createGrouping({ documents, equivalents, versionsOf, addGroups: (more) => addGroups.run(more) });
  let removed = new Set<number>();
  const isLive = (slot: number): boolean => !removed.has(slot);
  const segments = openSegments(db, limits.postings, isLive);
  const memtable = createMemtable(isLive);
  let known = -1;
  let flushed = -1;
  let lastSlot = 0;

  const lookUp: Postings['lookUp'] = (prints, rows, count, most, found) => {
    segments.lookUp(prints, rows, count, most, found);
    memtable.lookUp(prints, rows, count, most, found);
  };
  const detector = createDetector({
    lookUp,
    document: documents.document,
    slots: () => lastSlot + 2,
    get equivalents() {
      return equivalents();
    },
  });

  const remember = (slot: number, prints: Prints): void => {
    for (let row = 0; row < prints.count; row += 1) {
      memtable.add(prints.hashes[row] ?? 0, slot, prints.surroundings[row] ?? 0);
    }
    lastSlot = Math.max(lastSlot, slot);
  };

  const loadUnflushed = (from: number): void => {
    for (const { slot } of documents.after(from, Number.MAX_SAFE_INTEGER)) {
      const document = documents.document(slot);
      if (document !== undefined) remember(slot, printsOf(document.words, document.furniture));
    }
  };

  const synchronise = (): void => {
    const state = readState.get() ?? { changes: 0, flushed: 0, groups: 0, removed: 0 };
    if (state.changes === known) return;
    if (state.changes < known) {
      // A transaction was taken back, and with it numbers that will be given out again.
      segments.forget();
      documents.forget();
      grouping.forget();
      sourceLines.forget();
      removed = new Set();
      flushed = -1;
    } else {
      segments.refresh();
      sourceLines.forget();
    }
    if (state.flushed !== flushed) {
      memtable.clear();
      flushed = state.flushed;
      lastSlot = flushed;
    }
    loadUnflushed(lastSlot);
    lastSlot = Math.max(lastSlot, maxSlot.get()?.slot ?? 0);
    if (state.removed !== removed.size) removed = new Set(removedSlots.all().map(({ slot }) => slot));
    known = state.changes;
  };

  const noted = (): void => {
    noteChange.run();
    known += 1;
  };

  const flushIfFull = (): void => {
    if (lastSlot - flushed < limits.flush && memtable.count < FLUSH_POSTINGS) return;
    segments.append(memtable.sorted());
    memtable.clear();
    flushed = lastSlot;
    setFlushed.run(flushed);
  };

  const add = ({ id, source, text: whole, versions = [] }: DocumentToIndex, prepared: PreparedText): AddedDocument => {
    const { words, boundaries, lines } = prepared;
    const isStanding = (hash: number): boolean => sourceLines.isStanding(source, hash);
    const furniture = withStanding(prepared.furniture, lines, isStanding);
    const own = documents.add({ id, source, text: whole, words, boundaries, furniture });
    const prints = furniture === prepared.furniture ? prepared.prints : printsOf(words, furniture);
    const links = detector.links(own, prints, addingLimits);
    growPassages(places, own, links);
    const touched = new Set([own.slot, ...coverAll(own, links)]);
    if (isNewStory(words.length, lines, sharedWithin(source, links))) {
      sourceLines.noteStory(source, lines);
      const after = withStanding(prepared.furniture, lines, isStanding);
      if (after.some((mark, at) => mark !== furniture[at])) flagBoilerplate(own.slot, after);
    }
    for (const slot of grouping.join(own, links, versions)) touched.add(slot);
    remember(own.slot, prints);
    flushIfFull();
    segments.work(WORK_A_DOCUMENT);
    noted();
    return { slot: own.slot, touched, links, own };
  };

  return {
    documents,
    places,
    wording,
    get equivalents() {
      return equivalents();
    },
    synchronise,
    add: (added) => {
      synchronise();
      const words: { readonly slot: number; readonly wording: string }[] = [];
      const results = added.map((document) => {
        const prepared = document.prepared ?? prepareText(document.text);
        const result = add(document, prepared);
        words.push({ slot: result.slot, wording: prepared.wording });
        return result;
      });
      // One after the other: the full-text index needs the processor's memory for itself, or it takes three times as long.
      for (const { slot, wording: line } of words) wording.add(slot, line);
      return results;
    },
    remove: (ids) => {
      synchronise();
      const touched = new Set<number>();
      const goneNow: number[] = [];
      const covered = new Set<number>();
      for (const id of ids) {
        const row = documents.rowOf(id);
        if (row === undefined) continue;
        const { slot } = row;
        for (const other of places.removeDocument(slot, COVERED_ANEW)) {
          if (covered.size < COVERED_ANEW * ids.length) covered.add(other);
        }
        wording.remove(slot);
        for (const member of grouping.leave(row)) touched.add(member);
        documents.remove(slot);
        insertRemoved.run(slot);
        countRemoved.run(1);
        removed.add(slot);
        goneNow.push(slot);
      }
      for (const slot of covered) {
        coverAnew(slot);
        touched.add(slot);
      }
      for (const slot of goneNow) touched.delete(slot);
      noted();
      return touched;
    },
    linksNear: (own, near) => {
      synchronise();
      return detector.linksNear(own, printsOf(own.words, own.furniture), near);
    },
    isStanding: sourceLines.isStanding,
    groups: () => readState.get()?.groups ?? 0,
    work: segments.work,
  };

  /** For each linked document of the same source, the words that stand in it. */
  function sharedWithin(source: string, links: readonly Link[]): readonly (readonly TokenRange[])[] {
    return links
      .filter(({ document }) => documents.row(document.slot)?.source === source)
      .map(({ alignment }) => ascending(alignment.stretches.map(({ fromA, toA }) => ({ from: fromA, to: toA }))));
  }

  /** A line has come to stand: passages that were found by it before are no passages of the articles. */
  function flagBoilerplate(slot: number, furniture: Uint8Array): void {
    for (const { passage, from, to } of places.placesOfDocument(slot)) {
      if (furniture.subarray(from, to).every((mark) => mark === 1)) places.markBoilerplate(passage);
    }
  }

  /** Notes on either side which words stand in the other; returns the other documents for which that was news. */
  function coverAll(own: IndexedDocument, links: readonly Link[]): readonly number[] {
    const stretches = links.flatMap(({ alignment }) => alignment.stretches);
    documents.cover(
      own.slot,
      stretches.flatMap(({ runs }) => runs.map(({ a, length }) => ({ from: a, to: a + length }))),
    );
    return links
      .filter(({ document, alignment }) =>
        documents.cover(
          document.slot,
          alignment.stretches.flatMap(({ runs }) => runs.map(({ b, length }) => ({ from: b, to: b + length }))),
        ),
      )
      .map(({ document }) => document.slot);
  }

  function coverAnew(slot: number): void {
    const own = documents.document(slot);
    if (own === undefined) return;
    documents.uncover(slot);
    const links = detector.links(own, printsOf(own.words, own.furniture), addingLimits);
    const runs = links.flatMap(({ alignment }) => alignment.stretches.flatMap((stretch) => stretch.runs));
    documents.cover(
      slot,
      runs.map(({ a, length }) => ({ from: a, to: a + length })),
    );
  }
}

/** Ranges by start, without overlaps. */
function ascending(ranges: readonly TokenRange[]): readonly TokenRange[] {
  const disjoint: TokenRange[] = [];
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    const reached = disjoint.at(-1)?.to ?? 0;
    if (to > reached) disjoint.push({ from: Math.max(from, reached), to });
  }
  return disjoint;
}
