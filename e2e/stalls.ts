/**
 * How long the threads of a running app that answer a hand stood still, in milliseconds. Time in which a thread could
 * have run and another program had the processor is not the app's doing; Linux says how long that was, and it is taken
 * off. Waiting for a lock or for the disk stays in.
 */
import type { ElectronApplication, Page } from '@playwright/test';

export interface Stall {
  /** The longest that the app itself is to blame for. */
  readonly own: number;
  /** The longest by the clock. */
  readonly clock: number;
}

export interface Stalls {
  /** Tasks of the window's page; 0 where none reached 50 ms. */
  readonly page: Stall;
  /** Times in which the main process did not get to its timers. */
  readonly main: Stall;
}

/** Milliseconds since the epoch, and how long each thread had waited for a processor by then. */
interface Sample {
  readonly at: number;
  readonly mainWaited: number;
  readonly pageWaited: number;
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
    const pagePid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0;
    /** The second number is the time spent waiting for a processor, in nanoseconds (Linux, sched-stats.rst). */
    const waited = (pid: number): number => {
      try {
        return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
      } catch {
        return 0;
      }
    };
    const samples: Sample[] = [];
    const look = (): void => {
      const at = performance.timeOrigin + performance.now();
      samples.push({ at, mainWaited: waited(process.pid), pageWaited: waited(pagePid) });
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
  return { clock, own: Math.max(0, clock - (after.mainWaited - before.mainWaited)) };
}

/** By the samples within the task: what was waited at its edges is not known, and counts as the app's. */
function pageStall(samples: readonly Sample[], { from, to }: LongTask): Stall {
  const within = samples.filter(({ at }) => at >= from && at <= to);
  const waited = (within.at(-1)?.pageWaited ?? 0) - (within[0]?.pageWaited ?? 0);
  return { clock: to - from, own: to - from - waited };
}

function longest(stalls: readonly Stall[]): Stall {
  const most = (of: keyof Stall): number => Math.round(Math.max(0, ...stalls.map((stall) => stall[of])));
  return { own: most('own'), clock: most('clock') };
}
