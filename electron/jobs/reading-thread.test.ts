import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';
import { startReading, type ReadingThread } from './reading-thread.ts';

/** Answers what it was asked; meets a bug, or dies, where that is asked for. */
const script = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ number, input }) => {
  if (input.what === 'dies') throw new Error('the thread died');
  if (input.what === 'bug') parentPort.postMessage({ type: 'bug', number, stack: 'a bug' });
  else parentPort.postMessage({ type: 'answer', number, answer: { ok: true, value: input.what } });
});`;

let folder: string;
let thread: ReadingThread;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-reading-'));
  writeFileSync(join(folder, 'worker.mjs'), script);
  thread = startReading('p.variorum', { script: join(folder, 'worker.mjs'), onUnsettled: () => undefined });
});
afterEach(() => {
  thread.close();
  rmSync(folder, { recursive: true, force: true });
});

const said = (answer: Result<unknown, Failure>): unknown => (answer.ok ? answer.value : answer.error.type);
const ask = async (what: string, latest?: string): Promise<unknown> => {
  try {
    return said(await thread.ask('copies.find', { what }, latest));
  } catch (error) {
    return `threw: ${(error as Error).message}`;
  }
};

describe('the thread that reads', () => {
  it('answers each question, in order', async () => {
    expect(await Promise.all([ask('one'), ask('two')])).toEqual(['one', 'two']);
  });

  it('goes on after a question that met a bug: that one alone is rejected', async () => {
    expect(await Promise.all([ask('one'), ask('bug'), ask('two')])).toEqual(['one', 'threw: a bug', 'two']);
    expect(thread.isGone()).toBe(false);
  });

  it('that died answers nothing any more', async () => {
    expect(await Promise.all([ask('dies'), ask('two')])).toEqual(['threw: the thread died', 'threw: the thread died']);
    expect([thread.isGone(), await ask('three')]).toEqual([true, 'threw: the thread died']);
  });

  it('is asked the last of those questions that wait under one name, and all others', async () => {
    const asked = [ask('under way'), ask('a', 'preview'), ask('b', 'preview'), ask('other'), ask('c', 'preview')];
    expect(await Promise.all(asked)).toEqual(['under way', 'Superseded', 'Superseded', 'other', 'c']);
  });
});
