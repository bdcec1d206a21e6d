import { expect, test } from './fixture.ts';
import { annotation, countsOf, openDocument, taggedWords, tagWords } from './workbench-window.ts';

test('undo takes back a tag in every copy in one step, also after a restart, and redo brings it back', async ({
  start,
}) => {
  const first = await start();
  await openDocument(first.page, 'Pentagon chief claims');
  await tagWords(first.page, 'they said they were going to help', 6, '1');
  await tagWords(first.page, 'Moscow never made such promises', 4, '2');
  await first.app.close();

  const { page } = await start();
  await openDocument(page, 'Carter casts doubt');
  expect(await countsOf(page, 'Rebuttal')).toContain('1 passage, 2 occurrences in the project');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => countsOf(page, 'Rebuttal')).toContain('0 passages, 0 occurrences in the project');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => countsOf(page, 'Claim')).toContain('0 passages, 0 occurrences in the project');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => countsOf(page, 'Rebuttal')).toContain('1 passage, 2 occurrences in the project');
  await openDocument(page, 'Russia has done');
  expect((await taggedWords(page)).length).toBe(2);
});

test('in the note field, undo belongs to the text being written', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  const note = annotation(page).getByRole('textbox', { name: 'Note' });
  await note.click();
  await page.keyboard.type('hasty');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(note).not.toHaveValue('hasty');
  expect(await countsOf(page, 'Claim')).toContain('1 passage, 3 occurrences in the project');
});
