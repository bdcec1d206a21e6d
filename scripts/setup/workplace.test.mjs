import { describe, expect, it } from 'vitest';
import { isAbandoned } from './workplace.mjs';

describe('a folder of unfinished work', () => {
  it('is abandoned when its process is gone', () => {
    expect(isAbandoned('unfinished-4711', () => false)).toBe(true);
  });

  it('is left alone while its process runs', () => {
    expect(isAbandoned('unfinished-4711', (pid) => pid === 4711)).toBe(false);
  });

  it('is never mistaken for a finished thing', () => {
    expect(isAbandoned('electron-33.2.1', () => false)).toBe(false);
  });
});
