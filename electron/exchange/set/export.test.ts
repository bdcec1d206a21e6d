import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { jsonlFormat } from '../jsonl/format.ts';
import { goldenSet, setOf } from '../testing/golden-set.ts';
import { exportSet } from './export.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-export-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const contents = (name: string): string => readFileSync(at(name), 'utf8');

describe('an export', () => {
  const options = { text: true, overwrite: true };
  const losing = { ...jsonlFormat, holds: { ...jsonlFormat.holds, project: false } };

  it('has what was lost beside it, and nothing of what an export before it lost', async () => {
    const first = await exportSet(goldenSet, losing, at('set.jsonl'), options);
    expect(first).toMatchObject({ ok: true, value: { annotations: 3, occurrences: 3 } });
    expect(JSON.parse(contents('set.jsonl.losses.json'))).toMatchObject({
      losses: [{ kind: 'project-name', count: 1 }, { kind: 'label-key' }],
    });
    const keeping = { project: true, labels: { names: true, keys: true, unused: true } };
    const lossless = { ...jsonlFormat, holds: { ...jsonlFormat.holds, ...keeping } };
    await exportSet(setOf([], { labels: [], project: { id: '', name: '' } }), lossless, at('set.jsonl'), options);
    expect(readdirSync(folder).toSorted()).toEqual(['set.jsonl', 'set.schema.json']);
  });

  it('leaves a file alone that has the name of its losses and is something else', async () => {
    const lossless = { ...jsonlFormat, holds: { ...jsonlFormat.holds, project: true } };
    writeFileSync(at('set.jsonl.losses.json'), '{"mine": 1}');
    await exportSet(setOf([], { labels: [], project: { id: '', name: '' } }), lossless, at('set.jsonl'), options);
    expect(contents('set.jsonl.losses.json')).toBe('{"mine": 1}');
  });

  it('is refused before anything is written where its losses have no place', async () => {
    mkdirSync(at('set.jsonl.losses.json'));
    const done = await exportSet(goldenSet, losing, at('set.jsonl'), options);
    expect(done).toMatchObject({ ok: false, error: { type: 'ExportIsFolder' } });
    expect(readdirSync(folder)).toEqual(['set.jsonl.losses.json']);
  });

  it('that is cancelled, at whatever document, leaves what was there', async () => {
    writeFileSync(at('set.jsonl'), 'old');
    for (let most = 0; most < 3; most += 1) {
      let asked = 0;
      const isCancelled = (): boolean => (asked += 1) > most;
      const done = await exportSet(goldenSet, losing, at('set.jsonl'), { ...options, isCancelled });
      expect(done).toMatchObject({ ok: false, error: { type: 'ExportCancelled' } });
      expect([contents('set.jsonl'), readdirSync(folder)]).toEqual(['old', ['set.jsonl']]);
    }
  });

  it('tells how far it is, never back, and all at the end', async () => {
    const shares: number[] = [];
    await exportSet(goldenSet, losing, at('set.jsonl'), { ...options, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
