/**
 * Hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): wall time where it moves forward, a counter
 * where it does not. One string, 12 hex digits of milliseconds and 4 of the counter, so that the order of the strings
 * is the order of the clocks in SQL and in JavaScript alike.
 */
export type Clock = string;

const counterLimit = 0xffff;

/** The clock before every event. */
export const firstClock: Clock = '000000000000-0000';

/** Is this text a clock? Anything else in a log is damage. */
export function isClock(text: string): boolean {
  return /^[0-9a-f]{12}-[0-9a-f]{4}$/.test(text);
}

/**
 * The clock of the next event: later than `last`, and as late as `now`.
 * @param now wall time in milliseconds since 1970
 */
export function nextClock(last: Clock, now: number): Clock {
  const { milliseconds, counter } = clockParts(last);
  if (now > milliseconds) return clockOf(now, 0);
  if (counter < counterLimit) return clockOf(milliseconds, counter + 1);
  return clockOf(milliseconds + 1, 0);
}

/** Milliseconds since 1970 of the wall clock that this clock last saw. */
export function clockToMilliseconds(clock: Clock): number {
  return clockParts(clock).milliseconds;
}

function clockParts(clock: Clock): { readonly milliseconds: number; readonly counter: number } {
  return {
    milliseconds: Number.parseInt(clock.slice(0, 12), 16),
    counter: Number.parseInt(clock.slice(13), 16),
  };
}

function clockOf(milliseconds: number, counter: number): Clock {
  return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`;
}
