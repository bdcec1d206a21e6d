/** Makes the read tables anew from the log. */
import type { Database } from 'better-sqlite3';
import type { EventDraft, ProjectEvent } from '#shared/domain/event.ts';
import { readEventDraft } from '#shared/domain/events/catalogue.ts';
import { sealEvent, type EventLog, type StoredEvent } from './event-log.ts';
import { ProjectDamage } from './project-damage.ts';
import { projections, projectionVersions } from './projections/catalogue.ts';
import { headTableNames, headTables, openHeadTable } from './projections/head.ts';
import { createTouched, type ProjectionWriter } from './projections/projection.ts';

/** Every table that is made from the log. */
export const readTables: readonly string[] = [
  ...headTableNames,
  ...projections.flatMap(({ tableNames }) => tableNames),
];

/** An event as projections see it, or `null` for a type or version that only a newer program knows. */
export function projectEvent(stored: StoredEvent): ProjectEvent | null {
  const draft = readStored(stored);
  if (draft === null) return null;
  const { id, writer, previous, clock, actor, act, reverses } = stored;
  return { ...draft, envelope: { id, writer, previous, clock, actor, act, reverses } };
}

/** @throws ProjectDamage where the payload is not of its type's shape */
function readStored(stored: StoredEvent): EventDraft | null {
  try {
    return readEventDraft(stored.type, stored.version, stored.payload);
  } catch {
    throw new ProjectDamage(`event ${stored.id} cannot be read`);
  }
}

/**
 * Looks at each event on its way: its hash must be that of its content, and its predecessor must have come before it.
 * @throws ProjectDamage naming the event
 */
function createChainCheck(): (event: StoredEvent) => void {
  const seen = new Set(['']);
  return (event) => {
    if (sealEvent(event).hash !== event.hash) throw new ProjectDamage(`event ${event.id} was altered`);
    if (!seen.has(event.previous)) throw new ProjectDamage(`the event before ${event.id} is missing`);
    seen.add(event.hash);
  };
}

/** Drops every read table and replays the whole log; within the caller's transaction. Returns how many events. Throws ProjectDamage. */
export function rebuildTables(db: Database, log: EventLog): number {
  const lastHead = headBefore(db);
  for (const name of readTables) db.exec(`DROP TABLE IF EXISTS "${name}"`);
  db.exec(headTables);
  for (const { tables } of projections) db.exec(tables);
  const writers: readonly ProjectionWriter[] = projections.map(({ open }) => open(db));
  const touched = createTouched();
  const check = createChainCheck();
  let replayed = 0;
  // Whole at once: a statement that is being iterated forbids writing on its connection.
  for (const stored of eventsInOrder(db)) {
    replayed += 1;
    check(stored);
    const event = projectEvent(stored);
    if (event === null) continue;
    if (event.type === 'document-imported' && log.text(event.payload.sha256) === undefined) {
      throw new ProjectDamage(`the text of “${event.payload.name}” is missing`);
    }
    for (const { apply } of writers) apply(event, touched, stored.local === 1);
  }
  for (const { settle } of writers) settle?.(touched);
  openHeadTable(db).make(lastHead + 1, projectionVersions);
  return replayed;
}

/** A window may hold rows of any head there was: the next one must be higher. */
function headBefore(db: Database): number {
  const hasHead = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'head'`).get() !== undefined;
  return hasHead ? Number(db.prepare('SELECT max(seq) FROM head').pluck().get() ?? 0) : 0;
}

const batch = 2000;

/** The log in the order of replay, a batch at a time so that memory does not grow with it. */
function* eventsInOrder(db: Database): Generator<StoredEvent> {
  const after = db.prepare(
    `SELECT seq, id, writer, previous, clock, actor, act, reverses, type, version, payload, hash, local FROM event
     WHERE (clock, writer, id) > (?, ?, ?) ORDER BY clock, writer, id LIMIT ${batch}`,
  );
  let last: Pick<StoredEvent, 'clock' | 'writer' | 'id'> = { clock: '', writer: '', id: '' };
  for (;;) {
    const events = after.all(last.clock, last.writer, last.id) as StoredEvent[];
    yield* events;
    const end = events.at(-1);
    if (end === undefined || events.length < batch) return;
    last = end;
  }
}

/** Names of the tables whose content differs from what a replay makes of the log. */
export function tableDigests(db: Database): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const { tableNames } of projections) {
    for (const name of tableNames) {
      const columns = db.pragma(`table_info("${name}")`) as { name: string }[];
      const list = columns.map((column) => `"${column.name}"`).join(', ');
      const rows = columns.length === 0 ? [] : db.prepare(`SELECT ${list} FROM "${name}" ORDER BY ${list}`).raw().all();
      digests.set(name, JSON.stringify(rows));
    }
  }
  return digests;
}
