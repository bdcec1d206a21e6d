import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startExchange } from './exchange-job.ts';
import type { ExchangeWork } from './exchange-messages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-exchange-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const exporting: ExchangeWork = {
  type: 'export',
  choices: { format: 'csv', scope: { within: { type: 'all' }, rows: 'occurrences' }, text: true },
  path: 'out.csv',
};

/** A job whose thread does `body`, and what it told. */
function start(body: string, work: ExchangeWork = exporting) {
  const script = join(folder, 'worker.mjs');
  writeFileSync(script, `import { parentPort, workerData } from 'node:worker_threads';\n${body}`);
  const told: string[] = [];
  const job = startExchange(script, {
    project: 'p.variorum',
    work,
    onProgress: ({ done, total }) => told.push(`${done} of ${total ?? 'some'}`),
    onFault: (error) => told.push(`fault: ${(error as Error).message}`),
  });
  return { job, told };
}

it('the job of an export tells how far it is, and ends with what its thread says', async () => {
  const { job, told } = start(`
    parentPort.postMessage({ type: 'progress', progress: { done: 1, total: 2, share: 0.5 } });
    parentPort.postMessage({ type: 'ended', ending: { ok: true, value: { type: workerData.work.type } } });`);
  expect([await job.ended, told]).toEqual([{ ok: true, value: { type: 'export' } }, ['1 of 2']]);
});

const preview = { type: 'preview-annotations', path: 'x', act: 'a' } as unknown as ExchangeWork;

it.each([
  ['an export', exporting, 'Nothing was written'],
  ['a look at annotations', preview, 'The project was not changed'],
])('%s whose thread dies is a failure that says what is safe, told to the log', async (_name, work, safe) => {
  const { job, told } = start(`throw new Error('the disk is gone');`, work);
  const ending = await job.ended;
  expect(ending.ok ? '' : ending.error.message).toContain(safe);
  expect(told).toEqual(['fault: the disk is gone']);
});

it('a job that is cancelled is told so in the memory it shares', async () => {
  const { job } = start(`
    const cells = new Int32Array(workerData.memory);
    const wait = () => Atomics.load(cells, 2) === 1
      ? parentPort.postMessage({ type: 'ended', ending: { ok: false, error: { type: 'ExportCancelled', message: '' } } })
      : setTimeout(wait, 5);
    wait();`);
  job.turn.cancel();
  expect(await job.ended).toMatchObject({ ok: false, error: { type: 'ExportCancelled' } });
});

it('a job has ended when its thread has closed the project, though the thread itself may not come to an end', async () => {
  const { job } = start(`
    setInterval(() => {}, 1000);
    parentPort.postMessage({ type: 'ended', ending: { ok: true, value: { type: 'export' } } });
    parentPort.postMessage({ type: 'closed' });
    parentPort.on('message', () => {});`);
  expect(await job.ended).toEqual({ ok: true, value: { type: 'export' } });
});
