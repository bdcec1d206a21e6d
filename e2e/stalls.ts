/** How long the threads of a running app stood still, in milliseconds, and how long this machine made everybody wait. */
import type { ElectronApplication, Page } from '@playwright/test';

export interface Stalls {
  /** The longest task of the window's page; 0 where none reached 50 ms. */
  readonly page: number;
  /** The longest time in which the main process did not get to its timers. */
  readonly main: number;
  /** The same of this process, which has nothing to do: what the machine is to blame for. */
  readonly machine: number;
}

interface Watched {
  longest: number;
}

const interval = 10;

/** Begins to watch; the returned function ends it and says what was seen. */
export async function watchStalls(app: ElectronApplication, page: Page): Promise<() => Promise<Stalls>> {
  await page.evaluate(() => {
    const watched: Watched = { longest: 0 };
    Object.assign(globalThis, { watched });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await app.evaluate((_electron, every) => {
    const watched: Watched = { longest: 0 };
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      watched.longest = Math.max(watched.longest, now - last - every);
      last = now;
    }, every);
    Object.assign(globalThis, { watched, endWatching: () => clearInterval(timer) });
  }, interval);
  let machine = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    machine = Math.max(machine, now - last - interval);
    last = now;
  }, interval);

  return async () => {
    clearInterval(timer);
    const inPage = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.longest);
    const inMain = await app.evaluate(() => {
      const { watched, endWatching } = globalThis as unknown as { watched: Watched; endWatching: () => void };
      endWatching();
      return watched.longest;
    });
    return { page: Math.round(inPage), main: Math.round(inMain), machine: Math.round(machine) };
  };
}
