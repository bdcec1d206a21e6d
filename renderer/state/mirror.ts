/**
 * The window's copy of the project's rows. It changes by commits alone, so the screen never shows what is not on disk.
 * Annotations and occurrences come with the first reading of their document; from then on commits keep them.
 */
import { applyChanges, noRows, type Change, type Commit, type Rows } from '#shared/contract/commit.ts';
import { occurrenceKey } from '#shared/contract/rows.ts';
import type { ReadDocument, ReadLibrary, SharedStretch } from '#shared/contract/methods.ts';
import type { Span } from '#shared/text/span.ts';
import { applyToIndex, emptyIndex, type OccurrenceIndex } from './occurrence-index.ts';

/** A document whose text is at hand. Offsets: UTF-16, half-open, of `text`. */
export interface OpenDocument {
  readonly id: string;
  readonly text: string;
  readonly shared: readonly SharedStretch[];
  /** Lines of the page and not of the article. */
  readonly furniture?: readonly Span[] | undefined;
}

export interface Mirror {
  /** The commit the rows stand at; −1 before the first load. */
  readonly seq: number;
  readonly rows: Rows;
  readonly index: OccurrenceIndex;
  /** Texts of the last few open documents, the latest last. */
  readonly documents: ReadonlyMap<string, OpenDocument>;
  /** Annotations of which no row is missing: read with a document of theirs, or seen when they were made. */
  readonly complete: ReadonlySet<string>;
  /** The last document of the library that has been told, where more are to be read; `null` where all are there. */
  readonly rest: string | null;
  /** How often the whole project was told: what was read of it before is another's. */
  readonly tellings: number;
}

export const emptyMirror: Mirror = {
  seq: -1,
  rows: noRows,
  index: emptyIndex,
  documents: new Map(),
  complete: new Set(),
  rest: null,
  tellings: 0,
};

/** How many texts are kept besides those on screen. */
export const documentLimit = 8;

export type Received =
  | { readonly type: 'applied'; readonly mirror: Mirror }
  /** It says nothing that the mirror does not know. */
  | { readonly type: 'known' }
  /** Something between the mirror and the commit is missing. */
  | { readonly type: 'gap' };

/**
 * Brings the mirror up to a commit. Rows are absolute values, so a commit that begins before the mirror's head and
 * ends after it (the answer to a question asked a moment ago) applies as well.
 */
export function receiveCommit(mirror: Mirror, commit: Commit): Received {
  if (commit.seq <= mirror.seq) return { type: 'known' };
  if (commit.whole) {
    const emptied = {
      ...emptyMirror,
      seq: commit.seq,
      rest: commit.rest ?? null,
      tellings: mirror.tellings + 1,
    };
    return { type: 'applied', mirror: withChanges(emptied, commit) };
  }
  if (mirror.seq < 0 || commit.base > mirror.seq) return { type: 'gap' };
  return { type: 'applied', mirror: withChanges({ ...mirror, seq: commit.seq }, commit) };
}

/**
 * Takes in a document that was read at `read.seq`, which must not be after the mirror's head.
 * @param later the commits after `read.seq` that the mirror has received, oldest first: they are newer than what was read
 */
export function receiveDocument(mirror: Mirror, read: ReadDocument, later: readonly Commit[]): Mirror {
  const changes = [...read.changes, ...later.flatMap((commit) => commit.changes)];
  const documents = new Map(mirror.documents);
  documents.delete(read.document);
  documents.set(read.document, {
    id: read.document,
    text: read.text,
    shared: read.shared,
    furniture: read.furniture,
  });
  const known = read.changes.filter(({ entity, row }) => entity === 'annotation' && row !== null).map(({ key }) => key);
  return { ...withChanges({ ...mirror, complete: new Set([...mirror.complete, ...known]) }, { changes }), documents };
}

/**
 * Takes in documents of the library that were read at `read.seq`, which must not be after the mirror's head, and in the
 * same telling of the project.
 * @param later as for `receiveDocument`
 */
export function receiveLibrary(mirror: Mirror, read: ReadLibrary, later: readonly Commit[]): Mirror {
  const changes = [...read.changes, ...later.flatMap((commit) => commit.changes)];
  return { ...withChanges(mirror, { changes }), rest: read.rest ?? null };
}

/**
 * Documents into which the changes bring an occurrence of an annotation whose other rows the mirror has never seen: a
 * copy that joined an annotation made elsewhere. They have to be read again.
 */
export function documentsToRead(mirror: Mirror, changes: readonly Change[]): ReadonlySet<string> {
  const documents = new Set<string>();
  for (const change of changes) {
    if (change.entity !== 'occurrence' || change.row === null) continue;
    if (!mirror.complete.has(change.row.annotation)) documents.add(change.row.document);
  }
  return documents;
}

/** Forgets the texts of the documents longest closed, never one that is `held`. */
export function forgetDocuments(mirror: Mirror, held: ReadonlySet<string>, limit = documentLimit): Mirror {
  const closed = [...mirror.documents.keys()].filter((id) => !held.has(id));
  const tooMany = closed.slice(0, Math.max(0, closed.length - limit));
  if (tooMany.length === 0) return mirror;
  const documents = new Map(mirror.documents);
  for (const id of tooMany) documents.delete(id);
  return { ...mirror, documents };
}

function withChanges(mirror: Mirror, { changes }: Pick<Commit, 'changes'>): Mirror {
  return {
    ...mirror,
    index: applyToIndex(mirror.index, mirror.rows.occurrence, changes),
    rows: applyChanges(mirror.rows, changes),
    complete: completeAfter(mirror, changes),
  };
}

/** An annotation that comes together with the occurrence of its own span has just been made, or restored whole. */
function completeAfter({ complete, rows }: Mirror, changes: readonly Change[]): ReadonlySet<string> {
  if (!changes.some(({ entity }) => entity === 'annotation')) return complete;
  const present = new Set(changes.filter(({ row }) => row !== null).map(({ entity, key }) => `${entity} ${key}`));
  let next: Set<string> | null = null;
  for (const change of changes) {
    if (change.entity !== 'annotation') continue;
    const { row, key } = change;
    if (row === null && complete.has(key)) {
      next ??= new Set(complete);
      next.delete(key);
    }
    if (row !== null && !rows.annotation.has(key)) {
      const own = occurrenceKey({ annotation: key, document: row.document, start: row.start });
      if (!present.has(`occurrence ${own}`)) continue;
      next ??= new Set(complete);
      next.add(key);
    }
  }
  return next ?? complete;
}
