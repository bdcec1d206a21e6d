import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { samplePath, variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import { library } from './workbench-window.ts';

test('a collection comes in from the command line while the window is open, which shows who published what', async ({
  start,
  home,
}) => {
  const { page } = await start();
  await expect(library(page).getByText('Pentagon chief claims')).toBeVisible();
  const fire = {
    id: 'a1',
    title: 'A fire in the old town',
    source: 'The Daily Planet',
    date: '2015-01-01',
    text: 'The town hall burnt down on Monday, the mayor said.',
  };
  const file = join(home, 'collection.jsonl');
  await writeFile(file, `${JSON.stringify(fire)}\nbroken\n`);
  const entries = await variorum<{ status: string; line: number }[]>('import', samplePath(home), file);
  expect(entries.map(({ status, line }) => `${line} ${status}`)).toEqual(['1 added', '2 refused']);
  await expect(library(page).getByText('A fire in the old town')).toBeVisible();
  await expect(library(page).getByText('The Daily Planet · 2015-01-01')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter documents' }).fill('planet');
  await expect(library(page).getByText('Pentagon chief claims')).toBeHidden();
  await expect(library(page).getByText('A fire in the old town')).toBeVisible();
});
