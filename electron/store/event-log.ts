/** The append-only log: the only source of truth. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { firstClock, type Clock } from '#shared/domain/clock.ts';
import type { PackedOriginal } from '#shared/domain/document.ts';
import { eventDigestText, type LoggedEvent } from '#shared/domain/event.ts';
import { originalBytes } from './original-bytes.ts';
import { ProjectDamage } from './project-damage.ts';
import { query, write } from './statement.ts';

export interface StoredEvent extends LoggedEvent {
  readonly seq: number;
  readonly local: 0 | 1;
}

const columns = 'seq, id, writer, previous, clock, actor, act, reverses, type, version, payload, hash, local';

const walkedAtOnce = 1000;

export interface EventLog {
  /** Appends one event and returns its local number. */
  readonly append: (event: LoggedEvent, local: boolean) => number;
  readonly has: (id: string) => boolean;
  readonly hasHash: (hash: string) => boolean;
  readonly ofAct: (act: string) => readonly StoredEvent[];
  readonly countOfAct: (act: string) => number;
  /** In the order in which they reached this file. */
  readonly since: (seq: number) => readonly StoredEvent[];
  /** The same some at a time: a log may be too long to be held. */
  readonly walk: () => Iterable<StoredEvent>;
  readonly lastSeq: () => number;
  readonly lastClock: () => Clock;
  /** Hash of the writer's last event, or empty. */
  readonly lastHash: (writer: string) => string;
  /** Marks every event as none of this file's own acts. */
  readonly disown: () => void;
  readonly putText: (sha256: string, text: string) => void;
  /** @throws ProjectDamage where the stored text is not what its digest says */
  readonly text: (sha256: string) => string | undefined;
  /** Keeps a file's own bytes, once. */
  readonly putOriginal: (original: PackedOriginal) => void;
  /** As it is kept, for another log. */
  readonly packedOriginal: (sha256: string) => PackedOriginal | undefined;
  /** @throws ProjectDamage where the stored bytes are not what their digest says */
  readonly original: (sha256: string) => Uint8Array | undefined;
}

export function openEventLog(db: Database): EventLog {
  const insert = write<
    [string, string, string, string, string, string, string, string, number, string, string, number]
  >(
    db,
    `INSERT INTO event (id, writer, previous, clock, actor, act, reverses, type, version, payload, hash, local)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = query<[string], { seq: number }>(db, 'SELECT seq FROM event WHERE id = ?');
  const byHash = query<[string], { seq: number }>(db, 'SELECT seq FROM event WHERE hash = ?');
  const byAct = query<[string], StoredEvent>(db, `SELECT ${columns} FROM event WHERE act = ? ORDER BY seq`);
  const countByAct = query<[string], { events: number }>(db, 'SELECT count(*) AS events FROM event WHERE act = ?');
  const bySeq = query<[number], StoredEvent>(db, `SELECT ${columns} FROM event WHERE seq > ? ORDER BY seq`);
  const some = query<[number, number], StoredEvent>(
    db,
    `SELECT ${columns} FROM event WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const lastSeq = query<[], { seq: number | null }>(db, 'SELECT max(seq) AS seq FROM event');
  const lastClock = query<[], { clock: string | null }>(db, 'SELECT max(clock) AS clock FROM event');
  const lastHash = query<[string], { hash: string }>(
    db,
    'SELECT hash FROM event WHERE writer = ? ORDER BY seq DESC LIMIT 1',
  );
  const disown = write<[]>(db, 'UPDATE event SET local = 0');
  const putText = write<[string, string]>(db, 'INSERT INTO text (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const text = query<[string], { text: string }>(db, 'SELECT text FROM text WHERE sha256 = ?');
  const putOriginal = write<[string, number, Uint8Array]>(
    db,
    'INSERT INTO original (sha256, size, deflated) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const packedOriginal = query<[string], PackedOriginal>(
    db,
    'SELECT sha256, size, deflated FROM original WHERE sha256 = ?',
  );
  return {
    append: (event, local) => {
      const { id, writer, previous, clock, actor, act, reverses, type, version, payload, hash } = event;
      insert.run(id, writer, previous, clock, actor, act, reverses, type, version, payload, hash, Number(local));
      return byId.get(id)?.seq ?? 0;
    },
    has: (id) => byId.get(id) !== undefined,
    hasHash: (hash) => byHash.get(hash) !== undefined,
    ofAct: (act) => byAct.all(act),
    countOfAct: (act) => countByAct.get(act)?.events ?? 0,
    since: (seq) => bySeq.all(seq),
    *walk() {
      for (let after = 0; ;) {
        const part = some.all(after, walkedAtOnce);
        yield* part;
        const last = part.at(-1);
        if (last === undefined || part.length < walkedAtOnce) return;
        after = last.seq;
      }
    },
    lastSeq: () => lastSeq.get()?.seq ?? 0,
    lastClock: () => lastClock.get()?.clock ?? firstClock,
    lastHash: (writer) => lastHash.get(writer)?.hash ?? '',
    disown: () => {
      disown.run();
    },
    putText: (sha256, content) => {
      putText.run(sha256, content);
    },
    text: (sha256) => {
      const stored = text.get(sha256)?.text;
      if (stored !== undefined && sha256Of(stored) !== sha256) {
        throw new ProjectDamage(`the text ${sha256.slice(0, 12)}… is not the one that was imported`);
      }
      return stored;
    },
    putOriginal: ({ sha256, size, deflated }) => {
      putOriginal.run(sha256, size, deflated);
    },
    packedOriginal: (sha256) => packedOriginal.get(sha256),
    original: (sha256) => {
      const stored = packedOriginal.get(sha256);
      if (stored === undefined) return undefined;
      const bytes = originalBytes(stored);
      if (bytes === null)
        throw new ProjectDamage(`the original ${sha256.slice(0, 12)}… is not the one that was imported`);
      return bytes;
    },
  };
}

/** SHA-256, hex, of a text's UTF-8 bytes. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The event with its hash. */
export function sealEvent(event: Omit<LoggedEvent, 'hash'>): LoggedEvent {
  return { ...event, hash: sha256Of(eventDigestText(event)) };
}
