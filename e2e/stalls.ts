/**
 * How long the threads of a running app that answer a hand were busy with one thing, in milliseconds: by the processor
 * time they used, so that other programs on the machine do not count, and by the clock, to be read beside it.
 */
import type { ElectronApplication, Page } from '@playwright/test';

/** No thread that answers a hand may be busy with one thing for longer, in milliseconds, on a machine of usual speed. */
const longestTask = 100;

/** What a step of the loop below takes there, in nanoseconds. */
const usualStep = 2;
const steps = 20_000_000;

/** The same on this machine as fast as it is now: some are three times slower for a while than an hour before. */
export function longestTaskHere(): number {
  const step = Math.min(...Array.from({ length: 3 }, timeOfStep));
  return Math.round(longestTask * Math.max(1, step / usualStep));
}

function timeOfStep(): number {
  const began = performance.now();
  let sum = 0;
  for (let at = 0; at < steps; at += 1) sum = (sum * 31 + at) | 0;
  const took = performance.now() - began;
  // Looked at, so that the loop is not left out.
  return Number.isNaN(sum) ? 0 : (took * 1e6) / steps;
}

export interface Stall {
  /** The most processor time. By the clock where the system does not say it for each thread (it does on Linux). */
  readonly worked: number;
  /** The longest by the clock. */
  readonly clock: number;
}

export function stallText({ worked, clock }: Stall): string {
  return `${worked} ms (${clock} ms by the clock)`;
}

export interface Stalls {
  /** Tasks of the window's page; 0 where none reached 50 ms. */
  readonly page: Stall;
  /** Times in which the main process did not get to its timers. */
  readonly main: Stall;
}

/** Milliseconds since the epoch, and the processor time that each thread had used by then; `null` where unknown. */
interface Sample {
  readonly at: number;
  readonly main: number | null;
  readonly page: number | null;
}

interface LongTask {
  readonly from: number;
  readonly to: number;
}

const interval = 10;

/** Begins to watch; the returned function ends it and says what was seen. */
export async function watchStalls(app: ElectronApplication, page: Page): Promise<() => Promise<Stalls>> {
  await page.evaluate(() => {
    const tasks: LongTask[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        const from = performance.timeOrigin + startTime;
        tasks.push({ from, to: from + duration });
      }
    }).observe({ type: 'longtask' });
  });
  await app.evaluate(({ BrowserWindow }, every) => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const pageProcess = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0;
    /** The first number is the time on a processor, in nanoseconds (Linux, sched-stats.rst). */
    const used = (thread: number): number | null => {
      try {
        return Number.parseInt(readFileSync(`/proc/${thread}/task/${thread}/schedstat`, 'utf8'), 10) / 1e6;
      } catch {
        return null;
      }
    };
    const samples: Sample[] = [];
    const look = (): void => {
      samples.push({
        at: performance.timeOrigin + performance.now(),
        main: used(process.pid),
        page: used(pageProcess),
      });
    };
    look();
    const timer = setInterval(look, every);
    Object.assign(globalThis, { stallSamples: samples, endWatching: () => clearInterval(timer) });
  }, interval);

  return async () => {
    const samples = await app.evaluate(() => {
      const { stallSamples, endWatching } = globalThis as unknown as {
        stallSamples: Sample[];
        endWatching: () => void;
      };
      endWatching();
      return stallSamples;
    });
    const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: LongTask[] }).longTasks);
    return {
      main: longest(samples.slice(1).map((sample, at) => mainStall(samples[at] ?? sample, sample))),
      page: longest(tasks.map((task) => pageStall(samples, task))),
    };
  };
}

function mainStall(before: Sample, after: Sample): Stall {
  const clock = Math.max(0, after.at - before.at - interval);
  return { clock, worked: worked(clock, before.main, after.main) };
}

/** By the samples around the task: what the page did just before or after it may be among it. */
function pageStall(samples: readonly Sample[], { from, to }: LongTask): Stall {
  const before = samples.findLast(({ at }) => at <= from) ?? samples[0];
  const after = samples.find(({ at }) => at >= to) ?? samples.at(-1);
  return { clock: to - from, worked: worked(to - from, before?.page ?? null, after?.page ?? null) };
}

function worked(clock: number, before: number | null, after: number | null): number {
  return before === null || after === null ? clock : Math.min(clock, after - before);
}

function longest(stalls: readonly Stall[]): Stall {
  const most = (of: keyof Stall): number => Math.round(Math.max(0, ...stalls.map((stall) => stall[of])));
  return { worked: most('worked'), clock: most('clock') };
}
