import { readFileSync } from 'node:fs';

/** Seconds on the clock, and of processor time; the latter counts all threads, the garbage collector's too. */
export interface Measured {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
}

export interface Mark extends Measured {
  /** Articles done by then. */
  readonly count: number;
}

export interface Clock {
  readonly now: () => Measured;
  /** Notes the time when one of the numbers of articles that are asked for is reached or passed. */
  readonly reached: (count: number) => void;
  readonly marks: readonly Mark[];
}

/** @param marks numbers of articles, ascending */
export function startClock(marks: readonly number[] = []): Clock {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const noted: Mark[] = [];
  const now = (): Measured => {
    const { user, system } = process.cpuUsage(cpu);
    return { wallSeconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 };
  };
  return {
    now,
    marks: noted,
    reached(count) {
      while (noted.length < marks.length && count >= (marks[noted.length] ?? 0)) noted.push({ count, ...now() });
    },
  };
}

/** The times of one act done many times over. */
export interface ActTimes {
  /** Runs the act and notes what it took. */
  readonly time: <T>(act: () => T) => T;
  readonly times: () => { readonly milliseconds: readonly number[]; readonly cpuMilliseconds: readonly number[] };
}

export function createActTimes(): ActTimes {
  const milliseconds: number[] = [];
  const cpuMilliseconds: number[] = [];
  return {
    time(act) {
      const clock = startClock();
      const value = act();
      const { wallSeconds, cpuSeconds } = clock.now();
      milliseconds.push(wallSeconds * 1000);
      cpuMilliseconds.push(cpuSeconds * 1000);
      return value;
    },
    times: () => ({ milliseconds, cpuMilliseconds }),
  };
}

/**
 * The most memory that this process ever held, in megabytes (resident). Where there is one, from the system's own record
 * of the program: the other counts what the process was forked from as well.
 */
export function peakMegabytes(): number {
  try {
    const peak = /^VmHWM:\s*(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak !== undefined) return Number(peak) / 1024;
  } catch {
    // Not a Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}
