/** What comes from another log is checked before a byte of it is taken in. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PackedOriginal } from '#shared/domain/document.ts';
import { ok } from '#shared/text/result.ts';
import { sealEvent, sha256Of, type StoredEvent } from './event-log.ts';
import { createProjectFile } from './open.ts';
import type { Store } from './store.ts';

const identity = { now: () => Date.now(), newId: () => v7() };
let folder = '';
let ours: Store;
let theirs: Store;

function project(name: string): Store {
  const created = createProjectFile(join(folder, name), { name, annotator: 'Ann' }, identity);
  if (!created.ok) throw new Error(created.error.type);
  return created.value;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-union-'));
  ours = project('ours');
  theirs = project('theirs');
  theirs.transact(() => {
    const text = 'Some words.';
    const sha256 = sha256Of(text);
    const origin = { file: 'a.txt', encoding: 'utf-8', byteOrderMark: false, lineEnds: 'none' } as const;
    const payload = { document: 'a', name: 'a.txt', title: 'a', sha256, length: text.length, origin };
    return ok({
      value: null,
      writing: { actor: 'Ben', events: [{ type: 'document-imported', payload }], texts: new Map([[sha256, text]]) },
    });
  });
});
afterEach(() => {
  ours.close();
  theirs.close();
  rmSync(folder, { recursive: true, force: true });
});

const texts = (): ReadonlyMap<string, string> => new Map([[sha256Of('Some words.'), 'Some words.']]);

function refusal(events: readonly StoredEvent[], withTexts = texts()): string {
  const before = ours.log.lastSeq();
  const united = ours.unite({ events, texts: withTexts });
  const what = united.ok ? 'united' : united.error.type;
  return `${what}, ${ours.log.lastSeq() - before} events came in`;
}

describe('a union', () => {
  test('takes in what is new, once', () => {
    const events = theirs.log.since(0);
    expect([refusal(events), refusal(events)]).toEqual([
      `united, ${events.length} events came in`,
      'united, 0 events came in',
    ]);
    expect(ours.rows.documents().map(({ name }) => name)).toEqual(['a.txt']);
  });

  test('refuses an event whose content was altered', () => {
    const events = theirs.log.since(0).map((event) => ({ ...event, payload: event.payload.replace('a.txt', 'b.txt') }));
    expect(refusal(events)).toBe('EventAltered, 0 events came in');
  });

  test('refuses a log with an event missing in the middle', () => {
    const events = theirs.log.since(0).filter((_, index) => index !== 1);
    expect(refusal(events)).toBe('EventMissing, 0 events came in');
  });

  test('refuses an event whose payload is not of its type, though its hash is right', () => {
    const events = theirs.log.since(0);
    const last = events.at(-1);
    if (last === undefined) throw new Error('no events');
    const forged = { ...last, ...sealEvent({ ...last, payload: '{"document":7}' }) };
    expect(refusal([...events.slice(0, -1), forged])).toBe('EventMalformed, 0 events came in');
  });

  test('refuses a text that is not what its digest says, and a document without its text', () => {
    const events = theirs.log.since(0);
    const digest = sha256Of('Some words.');
    expect([refusal(events, new Map([[digest, 'Other words.']])), refusal(events, new Map())]).toEqual([
      'TextAltered, 0 events came in',
      'TextMissing, 0 events came in',
    ]);
  });

  test('takes in the originals, and refuses one that is not what its digest says', () => {
    const bytes = Buffer.from('<p>Some words.</p>');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const original = { sha256, size: bytes.length, deflated: deflateSync(bytes) };
    const events = theirs.log.since(0);
    const unite = (...originals: readonly PackedOriginal[]): string => {
      const united = ours.unite({ events, texts: texts(), originals });
      return united.ok ? 'united' : united.error.type;
    };
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    expect([
      unite({ ...original, deflated: deflateSync(Buffer.from('<p>Other words.</p>')) }),
      unite({ ...original, size: 3 }),
      unite({ ...original, deflated: Buffer.from('no zlib') }),
      unite({ ...original, deflated: bomb }),
      ours.log.original(sha256),
      unite(original),
      unite(original),
    ]).toEqual([...Array.from({ length: 4 }, () => 'OriginalAltered'), undefined, 'united', 'united']);
    expect(ours.log.original(sha256)).toEqual(bytes);
    expect(ours.log.packedOriginal(sha256)).toEqual(original);
  });

  test('keeps an event of a type that only a newer version knows, and passes it over', () => {
    const events = theirs.log.since(0);
    const last = events.at(-1);
    if (last === undefined) throw new Error('no events');
    const newer = {
      ...last,
      ...sealEvent({ ...last, id: v7(), previous: last.hash, type: 'galaxy-folded', payload: '{}' }),
    };
    expect(refusal([...events, newer])).toBe(`united, ${events.length + 1} events came in`);
    expect(ours.rebuild()).toEqual({ events: events.length + 1 + 4, differed: [] });
    expect(ours.log.since(0).at(-1)?.type).toBe('galaxy-folded');
  });
});
