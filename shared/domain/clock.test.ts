import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockToMilliseconds, firstClock, isClock, nextClock } from './clock.ts';

describe('the clock', () => {
  test('follows the wall clock where it moves forward', () => {
    expect(nextClock('018bcfe56800-0007', 0x018bcfe56801)).toBe('018bcfe56801-0000');
  });

  test('counts where the wall clock stands still or goes back', () => {
    expect([nextClock('018bcfe56800-0007', 0x018bcfe56800), nextClock('018bcfe56800-0007', 0)]).toEqual([
      '018bcfe56800-0008',
      '018bcfe56800-0008',
    ]);
  });

  test('borrows a millisecond when its counter is full', () => {
    expect(nextClock('018bcfe56800-ffff', 0)).toBe('018bcfe56801-0000');
  });

  test('is later than the last, whatever the wall clock says, and in the order of its text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 47 })), (times) => {
        let last = firstClock;
        for (const now of times) {
          const next = nextClock(last, now);
          expect(next > last && isClock(next) && clockToMilliseconds(next) >= now).toBe(true);
          last = next;
        }
      }),
    );
  });
});
