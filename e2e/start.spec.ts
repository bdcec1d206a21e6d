import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { samplePath, variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import { library, openDocument, reader } from './workbench-window.ts';

test('the first start opens the five articles, collated, and says so in one line', async ({ start, home }) => {
  const { app, page, printed } = await start();
  await expect.poll(printed).toContain('Variorum is open');
  const line = printed()
    .split('\n')
    .filter((text) => text.startsWith('Variorum is open'));
  expect(line).toEqual([`Variorum is open: 5 documents, 1 group, 5 shared passages — ${samplePath(home)}`]);
  await expect(library(page).getByText('Group · 2 copies')).toBeVisible();
  for (const title of [
    "Pentagon Chief Slams Kremlin for 'Virtually Zero' Help in War Against IS",
    'Russia has done “virtually zero” in the fight against Islamic State terrorists',
    'Pentagon chief claims US fighting ISIS alone, Russia doing ‘virtually zero’ in Syria',
    'WASHINGTON — The Pentagon’s top official',
    'Carter casts doubt on military partnership with Russia',
  ]) {
    await expect(library(page).getByText(title).first()).toBeVisible();
  }
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(title).toBe('Five articles — Variorum');
});

test('the next start opens the last project at the last place in it', async ({ start }) => {
  const first = await start();
  await openDocument(first.page, 'Carter casts doubt');
  await expect(reader(first.page)).toContainText('July 25, 2016');
  await first.app.close();
  const second = await start();
  await expect(second.page.getByRole('main')).toContainText('Carter casts doubt on military partnership');
  await expect(reader(second.page)).toContainText('July 25, 2016');
});

test('a project named on the command line opens, also an empty one, and is the last project from then on', async ({
  start,
  home,
}) => {
  const path = join(home, 'mine.variorum');
  await variorum('new', path);
  const first = await start(path);
  await expect(first.page.getByText('This project has no documents yet').first()).toBeVisible();
  await first.app.close();
  const second = await start();
  await expect(second.page.getByText('This project has no documents yet').first()).toBeVisible();
});

test('the five articles are made once and never overwritten', async ({ start, home }) => {
  const first = await start();
  await first.app.close();
  expect(existsSync(samplePath(home))).toBe(true);
  const second = await start();
  await expect(second.page.getByText('0 passages, 0 occurrences', { exact: true })).toBeVisible();
});
