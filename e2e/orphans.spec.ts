/** What a newer version of an article lacks is not lost. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import { violations } from './violations.ts';
import { caretBefore, dialog, selectWords } from './workbench-window.ts';

test('what a newer version of an article has no place for is placed by hand, or said to be gone; undo brings it back', async ({
  start,
  home,
}) => {
  const url = 'https://paper.example/harbour';
  const opening = 'The harbour office said on Tuesday that the northern quay would stay closed until the summer.';
  const middle = 'Fishermen were told to wait for a letter that never came from the ministry.';
  const ending = 'Nobody in the town hall could say who had signed the contract for the repairs.';
  const older = { id: 'older', title: 'The quay stays closed', url, text: [opening, middle, ending].join('\n\n') };
  const text = [opening, 'A minister denied everything on the radio the next morning.'].join('\n\n');
  const newer = { id: 'newer', title: 'The quay stays closed, minister denies', url, text };
  const project = join(home, 'versions.variorum');
  await variorum('new', project, '--annotator', 'Ann');
  const bringIn = async (article: { readonly id: string }): Promise<void> => {
    const file = join(home, `${article.id}.jsonl`);
    await writeFile(file, `${JSON.stringify(article)}\n`);
    await variorum('import', project, file);
  };
  await bringIn(older);
  for (const passage of [middle, ending]) {
    const at = older.text.indexOf(passage);
    const place = ['--document', 'older', '--start', String(at), '--end', String(at + passage.length)];
    await variorum('tag', project, ...place, '--label', 'claim');
  }
  await bringIn(newer);
  const { page } = await start(project);
  await page.getByRole('button', { name: '2 to be placed' }).click();
  await expect(dialog(page)).toContainText('Fishermen were told');
  expect(await violations(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Go to the newer version' }).first().click();
  await expect(page.getByRole('main').getByRole('heading').first()).toContainText('minister denies');
  const here = page.getByRole('region', { name: 'Not placed in this version' });
  await expect(here.getByRole('button', { name: 'Place it here' }).first()).toBeDisabled();
  expect(await violations(page)).toEqual([]);
  await caretBefore(page, 'A minister denied');
  await selectWords(page, 4);
  await here.getByRole('button', { name: 'Place it here' }).first().click();
  await expect(page.getByRole('button', { name: '1 to be placed' })).toBeVisible();
  await here.getByRole('button', { name: 'Not in this version' }).click();
  await page.keyboard.type('cut by the editor');
  await page.keyboard.press('Enter');
  await expect(here).toBeHidden();
  await expect(page.getByRole('button', { name: 'to be placed' })).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: '1 to be placed' })).toBeVisible();
});
