import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import { annotation, caretBefore, openDocument, selectWords, tagWords } from './workbench-window.ts';

/** Where the pictures go; the README's are made with `VARIORUM_PICTURES=docs/pictures`. */
const folder = process.env['VARIORUM_PICTURES'] ?? 'test-results/pictures';

/** Where pictures go that are looked at and thrown away. */
const looked = 'test-results/pictures';

/** The five articles in a project of Ann's. */
async function annsProject(home: string): Promise<string> {
  const project = join(home, 'Carter on Syria.variorum');
  await variorum('new', project, '--annotator', 'Ann');
  const articles = (await readdir('seeds')).filter((file) => file.endsWith('.txt'));
  await variorum('import', project, ...articles.map((file) => join('seeds', file)));
  return project;
}

for (const theme of ['light', 'dark']) {
  test(`a picture of the workbench at work, ${theme}`, async ({ start, home }) => {
    await mkdir(folder, { recursive: true });
    const { app, page } = await start(await annsProject(home));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1360, 860));
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type(`${theme} theme`);
    await page.keyboard.press('Enter');
    await openDocument(page, 'Pentagon chief claims');
    await tagWords(page, 'Russia has done “virtually zero” in the fight', 21, '1');
    await tagWords(page, 'the US and its coalition partners are carrying', 10, '2');
    await tagWords(page, 'Moscow never made such promises', 16, '3');
    await tagWords(page, 'they said they were going to help', 13, '1');
    await annotation(page).getByRole('textbox', { name: 'Note' }).fill('Carter, on what Russia promised');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(annotation(page)).toContainText('Occurrences · 3');
    await caretBefore(page, 'help in the civil');
    await page.mouse.move(5, 600);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `workbench-${theme}.png`) });
  });
}

test('pictures of what opens over the workbench', async ({ start, home }) => {
  await mkdir(looked, { recursive: true });
  const { app, page } = await start(await annsProject(home));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1360, 860));
  await openDocument(page, 'Pentagon chief claims');
  await caretBefore(page, 'they said they were going to help');
  await selectWords(page, 6);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(looked, 'selection.png') });
  await page.keyboard.press('ControlOrMeta+k');
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(looked, 'palette.png') });
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(looked, 'keys.png') });
});
