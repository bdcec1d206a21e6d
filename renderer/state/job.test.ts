import { describe, expect, it } from 'vitest';
import type { JobProgress, WindowMessage } from '#shared/contract/window-commands.ts';
import { createJob } from './job.ts';

const running: JobProgress = {
  job: '1',
  state: 'running',
  kind: 'import',
  what: 'big.jsonl',
  done: 3,
  total: null,
  share: 0.5,
  passages: null,
  secondsLeft: 4,
};

function listening() {
  const listeners = new Set<(message: WindowMessage) => void>();
  const job = createJob();
  const end = job.listen({
    onCommand: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const say = (message: WindowMessage): void => {
    for (const listener of listeners) listener(message);
  };
  return { say, end, current: () => job.store.getState().job };
}

describe('the job of a project', () => {
  it('is shown as it was last told, until it has ended', () => {
    const { say, current } = listening();
    expect(current()).toBe(null);
    say(running);
    say({ ...running, state: 'stopping', done: 5 });
    expect(current()).toMatchObject({ done: 5, state: 'stopping' });
    say({ ...running, state: 'ended' });
    expect(current()).toBe(null);
  });

  it('is not touched by what the menu asks for', () => {
    const { say, current } = listening();
    say(running);
    say('undo');
    expect(current()).toEqual(running);
  });

  it('is no longer heard of when nobody listens', () => {
    const { say, end, current } = listening();
    end();
    say(running);
    expect(current()).toBe(null);
  });
});
