import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countsLine, variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import {
  answerDialogs,
  chooseFromMenu,
  dialog,
  exportAs,
  importChosen,
  library,
  messages,
  openDocument,
  tagWords,
} from './workbench-window.ts';

test('the annotated set goes out as JSON Lines, CSV and Web Annotation, and the window says what was written', async ({
  start,
  home,
}) => {
  const { app, page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await expect(page.getByRole('contentinfo')).toContainText('1 passage, 3 occurrences');
  const formats = { 'set.jsonl': 'JSONL', 'set.csv': 'CSV', 'set.jsonld': 'W3C Web Annotation' };
  for (const [file, format] of Object.entries(formats)) {
    await answerDialogs(app, join(home, file));
    await chooseFromMenu(app, 'export');
    await exportAs(page, format);
    await expect(messages(page)).toContainText(file);
  }
  const lines = (await readFile(join(home, 'set.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.length).toBe(5);
  const csv = await readFile(join(home, 'set.csv'), 'utf8');
  expect(csv.split('\r\n').filter((line) => line.includes('hey said they were going to')).length).toBe(3);
  const w3c = JSON.parse(await readFile(join(home, 'set.jsonld'), 'utf8')) as { total: number };
  expect(w3c.total).toBeGreaterThan(0);
});

test('a new project begins empty, takes articles in, and refuses what it cannot read by name', async ({
  start,
  home,
}) => {
  const { app, page } = await start();
  const project = join(home, 'mine.variorum');
  await answerDialogs(app, project);
  const opened = app.waitForEvent('window');
  await chooseFromMenu(app, 'new-project');
  const mine = await opened.catch(() => page);
  await expect(mine.getByText('This project has no documents yet').first()).toBeVisible();
  await writeFile(
    join(home, 'good.txt'),
    'A headline of more than five words stands here\n\nSome text of the article.',
  );
  await answerDialogs(app, join(home, 'good.txt'));
  await chooseFromMenu(app, 'import-files');
  await importChosen(mine);
  await expect(library(mine).getByText('A headline of more than five words')).toBeVisible();
  await writeFile(join(home, 'bad.txt'), Buffer.from([0x48, 0x69, 0x00, 0x01, 0x02, 0x00, 0x41]));
  await answerDialogs(app, join(home, 'bad.txt'));
  await chooseFromMenu(app, 'import-files');
  await expect(dialog(mine)).toContainText('Nothing comes in.');
  await expect(dialog(mine).getByRole('region', { name: 'Refused' })).toContainText('bad.txt');
  await expect(dialog(mine).getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await mine.keyboard.press('Escape');
  const documents = await variorum<{ name: string }[]>('documents', project);
  expect(documents.map(({ name }) => name)).toEqual(['good.txt']);
});

test('a copy of the project is one whole file, saved while the project is open', async ({ start, home }) => {
  const { app, page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  const copy = join(home, 'copy.variorum');
  await answerDialogs(app, copy);
  await chooseFromMenu(app, 'save-copy');
  await expect(messages(page)).toContainText('copy.variorum');
  expect(await countsLine(copy)).toBe('claim 1·3, rebuttal 0·0, editorial-insertion 0·0');
});
