import { samplePath, variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import { chooseFromMenu, countsOf, openDocument, reader, taggedWords, tagWords } from './workbench-window.ts';

test('a tag made in one window is counted and drawn in the other at once', async ({ start }) => {
  const { app, page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  const opened = app.waitForEvent('window');
  await chooseFromMenu(app, 'new-window');
  const other = await opened;
  await expect(reader(other)).toBeVisible();
  await openDocument(other, 'Russia has done');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await expect.poll(() => countsOf(other, 'Claim')).toContain('1 passage, 3 occurrences in the project');
  await expect.poll(() => taggedWords(other)).toEqual(['they said they were going to']);
  await other.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => countsOf(page, 'Claim')).toContain('0 passages, 0 occurrences in the project');
  await expect.poll(() => taggedWords(page)).toEqual([]);
});

test('what the command line writes appears in the open window, and neither loses anything', async ({ start, home }) => {
  const { page } = await start();
  await openDocument(page, 'Russia has done');
  const project = samplePath(home);
  await variorum('tag', project, '--document', '002', '--start', '459', '--end', '487', '--label', 'claim');
  await expect.poll(() => countsOf(page, 'Claim')).toContain('1 passage, 3 occurrences in the project');
  await expect.poll(() => taggedWords(page)).toEqual(['they said they were going to']);
  await tagWords(page, 'Moscow never made such promises', 4, '2');
  await variorum('tag', project, '--document', '000', '--start', '632', '--end', '737', '--label', 'rebuttal');
  await expect.poll(() => countsOf(page, 'Rebuttal')).toContain('2 passages, 5 occurrences in the project');
  const counts = await variorum<{ labels: { label: string; passages: number; occurrences: number }[] }>(
    'counts',
    project,
  );
  expect(counts.labels.map(({ label, passages, occurrences }) => `${label} ${passages}·${occurrences}`)).toEqual([
    'claim 1·3',
    'rebuttal 2·5',
    'editorial-insertion 0·0',
  ]);
});
