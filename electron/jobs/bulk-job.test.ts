import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startBulk } from './bulk-job.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-bulk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A job whose thread does `body`, and what it told. */
function start(body: string) {
  const script = join(folder, 'worker.mjs');
  writeFileSync(script, `import { parentPort } from 'node:worker_threads';\n${body}`);
  const told: string[] = [];
  const job = startBulk(script, {
    project: 'p.variorum',
    work: { type: 'undo' },
    onProgress: ({ done, total }) => told.push(`${done} of ${total}`),
    onFault: (error) => told.push(`fault: ${(error as Error).message}`),
  });
  return { job, told };
}

it('a bulk job is done when its thread says so, and has ended when the thread has', async () => {
  const { job, told } = start(`
    parentPort.postMessage({ type: 'progress', progress: { done: 1, total: 2 } });
    parentPort.postMessage({ type: 'ended', ending: { ok: true, value: null } });`);
  expect([await job.done, told]).toEqual([{ ok: true, value: null }, ['1 of 2']]);
  await job.ended;
});

it('a bulk job whose thread dies is a failure, told to the log', async () => {
  const { job, told } = start(`throw new Error('the disk is gone');`);
  await job.ended;
  expect([await job.done, told]).toMatchObject([
    { ok: false, error: { type: 'JobFailed' } },
    ['fault: the disk is gone'],
  ]);
});
