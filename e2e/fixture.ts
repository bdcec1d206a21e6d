/** What every promise starts from: a home of its own, thrown away afterwards. */
import { test as base } from '@playwright/test';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type RunningApp } from './workbench-window.ts';

export interface Fixtures {
  /** An empty folder that is this test's home. */
  readonly home: string;
  /** Starts the app in that home; whatever still runs at the end is closed. */
  readonly start: (...projects: readonly string[]) => Promise<RunningApp>;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from this pattern
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'variorum-home-'));
    await use(home);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ home }, use) => {
    const running: RunningApp[] = [];
    await use(async (...projects) => {
      const app = await startApp(home, ...projects);
      running.push(app);
      return app;
    });
    for (const { app } of running) await app.close().catch(() => undefined);
  },
});

export { expect } from '@playwright/test';

/** A new folder in a test's home. */
export async function freshFolder(home: string, name: string): Promise<string> {
  const folder = join(home, name);
  await mkdir(folder);
  return folder;
}
