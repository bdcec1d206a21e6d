import { describe, expect, it } from 'vitest';
import { createTimeLeft } from './time-left.ts';

describe('the time left', () => {
  it('is not guessed at before something has been seen', () => {
    const left = createTimeLeft();
    expect([left.at(0, 0), left.at(500, 0.1), left.at(1000, 0.1)]).toEqual([null, null, null]);
  });

  it('is how long the rest takes at the pace so far', () => {
    const left = createTimeLeft();
    left.at(0, 0);
    expect(left.at(2000, 0.2)).toBe(8);
    expect(left.at(10_000, 1)).toBe(0);
  });

  it('goes by the last quarter of a minute: what was there already went faster', () => {
    const left = createTimeLeft();
    left.at(0, 0);
    left.at(1000, 0.5);
    for (let second = 2; second <= 21; second += 1) left.at(second * 1000, 0.5 + second / 1000);
    expect(left.at(22_000, 0.522)).toBe(478);
  });

  it('is unknown while nothing moves', () => {
    const left = createTimeLeft();
    left.at(0, 0.3);
    expect(left.at(5000, 0.3)).toBe(null);
  });
});
