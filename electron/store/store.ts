/**
 * One project file: the log, the read tables that follow from it, and the one way to change either. A transaction
 * appends events, brings the tables up to them and moves the head, or does nothing at all.
 */
import type { Database } from 'better-sqlite3';
import { nextClock } from '#shared/domain/clock.ts';
import type { PackedOriginal } from '#shared/domain/document.ts';
import type { EventDraft, LoggedEvent } from '#shared/domain/event.ts';
import { eventVersion } from '#shared/domain/events/catalogue.ts';
import type { Equivalents } from '#shared/collation/equivalents.ts';
import type { Result } from '#shared/text/result.ts';
import { openAnnotatedRows, type AnnotatedRows } from './annotated-rows.ts';
import { backUp } from './backup.ts';
import { openCollationIndex, type CollationIndex, type IndexLimits } from './collation/collation-index.ts';
import { openEventLog, sealEvent, type EventLog } from './event-log.ts';
import { hasCollationTables, prepareCollationTables } from './collation/schema.ts';
import type { Identity } from './identity.ts';
import { projections } from './projections/catalogue.ts';
import { openHeadTable, type HeadTable } from './projections/head.ts';
import { createTouched, type Touched } from './projections/projection.ts';
import { rebuildTables, tableDigests } from './rebuild.ts';
import { openRowReader, type RowReader, type TouchedKey } from './row-reader.ts';
import { uniteLogs, type Union, type UnionError } from './union.ts';
import { openVersionReader, type VersionReader } from './version-reader.ts';
import { settleWriter, type Writer } from './writer.ts';

/** What a command wants written: by whom, what it takes back, which texts it brings. */
export interface Writing {
  readonly actor: string;
  readonly events: readonly EventDraft[];
  /** The act these events belong to, where an act is written in several transactions; a new one where absent. */
  readonly act?: string;
  /** The act that is reversed, for undo and redo. */
  readonly reverses?: string;
  /** New texts by SHA-256. */
  readonly texts?: ReadonlyMap<string, string>;
  /** The files that new documents were read from. */
  readonly originals?: Iterable<PackedOriginal>;
  /** Documents whose collation rows have changed in the same transaction. */
  readonly collated?: Iterable<string>;
}

/** What was written: the head before and after, and the rows to read again. */
export interface Written {
  readonly base: number;
  readonly seq: number;
  readonly touched: readonly TouchedKey[];
}

export interface Store {
  readonly path: string;
  readonly writer: Writer;
  readonly log: EventLog;
  readonly rows: RowReader;
  readonly versions: VersionReader;
  readonly annotated: AnnotatedRows;
  readonly head: HeadTable;
  /**
   * Gathers facts, decides and writes in one `BEGIN IMMEDIATE`, so that no other process can come between the facts
   * and the write. A refusal writes nothing. No events: nothing is written, and `written` is `null`.
   */
  readonly transact: <T, E>(
    decide: () => Result<{ readonly value: T; readonly writing: Writing | null }, E>,
  ) => Result<{ readonly value: T; readonly written: Written | null }, E>;
  /** Takes in another log's events, texts and originals. */
  readonly unite: (union: Union) => Result<Written | null, UnionError>;
  /** Replays the log; names the tables that had said something else. */
  readonly rebuild: () => { readonly events: number; readonly differed: readonly string[] };
  /** Makes what has been done so far the project's beginning: undo does not go behind it. */
  readonly found: () => void;
  /** Writes a copy of the whole project as one file, consistent while others write; see backup.ts. */
  readonly copyTo: (path: string) => Promise<void>;
  /** The index of copies, which lies in the same file and is changed in the same transactions. */
  readonly openCollation: (
    text: (document: string) => string,
    equivalents: () => Equivalents,
    versionsOf?: (document: string) => readonly string[],
    limits?: IndexLimits,
  ) => CollationIndex;
  /** Runs what changes derived tables only, in one transaction; inside another one it is a part of that. */
  readonly alongside: <T>(work: () => T) => T;
  /**
   * From now on everything is read as it is now, whoever writes meanwhile, until the returned function is called. For a
   * connection that reads only: it cannot write before.
   */
  readonly holdSnapshot: () => () => void;
  /** The settings that decide whether a commit outlives a power cut, as SQLite itself says them. */
  readonly durability: () => string;
  readonly close: () => void;
}

/** @param db an open project whose tables are up to date (see open.ts) */
export function createStore(db: Database, path: string, writer: Writer, identity: Identity): Store {
  const log = openEventLog(db);
  if (!hasCollationTables(db)) db.transaction(() => prepareCollationTables(db)).immediate();
  const head = openHeadTable(db);
  const rows = openRowReader(db);
  const versions = openVersionReader(db);
  const annotated = openAnnotatedRows(db);
  let tables = projections.map(({ open }) => open(db));
  let isSettled = false;
  let current = writer;

  const append = (writing: Writing): Written => {
    if (!isSettled) current = settleWriter(db, current, path);
    const base = head.read()?.seq ?? 0;
    const touched = createTouched();
    const act = writing.act ?? identity.newId();
    let clock = log.lastClock();
    let previous = log.lastHash(current.id);
    for (const [sha256, text] of writing.texts ?? []) log.putText(sha256, text);
    for (const original of writing.originals ?? []) log.putOriginal(original);
    for (const draft of writing.events) {
      clock = nextClock(clock, identity.now());
      const event: LoggedEvent = sealEvent({
        id: identity.newId(),
        writer: current.id,
        previous,
        clock,
        actor: writing.actor,
        act,
        reverses: writing.reverses ?? '',
        type: draft.type,
        version: eventVersion(draft.type),
        payload: JSON.stringify(draft.payload),
      });
      previous = event.hash;
      log.append(event, true);
      const { id, writer: by, clock: at, actor, reverses } = event;
      const envelope = { id, writer: by, previous: event.previous, clock: at, actor, act, reverses };
      for (const { apply } of tables) apply({ ...draft, envelope }, touched, true);
    }
    for (const { settle } of tables) settle?.(touched);
    for (const document of writing.collated ?? []) touched.add('collation', document);
    return { base, seq: head.move(writing.events.length, touched), touched: touchedKeys(touched) };
  };

  return {
    path,
    get writer() {
      return current;
    },
    log,
    rows,
    versions,
    annotated,
    head,
    transact: (decide) => {
      const transaction = db.transaction(() => {
        const decided = decide();
        if (!decided.ok) return decided;
        const { value, writing } = decided.value;
        const written = writing === null || writing.events.length === 0 ? null : append(writing);
        return { ok: true as const, value: { value, written } };
      });
      const done = transaction.immediate();
      // Not before the commit: a transaction that was taken back took the writer's row with it.
      isSettled ||= done.ok && done.value.written !== null;
      return done;
    },
    unite: (union) =>
      db
        .transaction(() => {
          const united = uniteLogs(log, union);
          if (!united.ok || united.value === 0) return united.ok ? { ok: true as const, value: null } : united;
          const base = head.read()?.seq ?? 0;
          rebuildTables(db, log);
          tables = projections.map(({ open }) => open(db));
          return { ok: true as const, value: { base, seq: head.read()?.seq ?? 0, touched: [] } };
        })
        .immediate(),
    rebuild: () =>
      db
        .transaction(() => {
          const before = tableDigests(db);
          const events = rebuildTables(db, log);
          tables = projections.map(({ open }) => open(db));
          const after = tableDigests(db);
          return { events, differed: [...after.keys()].filter((name) => before.get(name) !== after.get(name)) };
        })
        .immediate(),
    found: () => {
      db.transaction(() => {
        log.disown();
        rebuildTables(db, log);
        tables = projections.map(({ open }) => open(db));
      }).immediate();
    },
    openCollation: (text, equivalents, versionsOf, limits) =>
      openCollationIndex(db, text, equivalents, limits, versionsOf),
    alongside: (work) => db.transaction(work).immediate(),
    copyTo: (target) => backUp(db, target),
    holdSnapshot: () => {
      db.exec('BEGIN');
      // The snapshot is taken with the first reading.
      head.read();
      return () => void db.exec('COMMIT');
    },
    durability: () =>
      `${String(db.pragma('journal_mode', { simple: true }))}, synchronous ${String(db.pragma('synchronous', { simple: true }))}`,
    // Nothing but closing: whatever else could fail here would speak over the answer to a commit that is on disk.
    close: () => {
      db.close();
    },
  };
}

function touchedKeys(touched: Touched): readonly TouchedKey[] {
  return [...touched.keys].flatMap(([entity, keys]) => [...keys].map((key) => ({ entity, key })));
}
