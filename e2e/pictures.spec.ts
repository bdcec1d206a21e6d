import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Document, Packer, Paragraph } from 'docx';
import { articleWith, untaggedProject } from './five-articles.ts';
import { expect, test, type Fixtures } from './fixture.ts';
import {
  annotation,
  answerDialogs,
  caretBefore,
  chooseFromMenu,
  dialog,
  exportPreview,
  formatOption,
  openDocument,
  selectWords,
  tagTwo,
  tagWords,
  type RunningApp,
} from './workbench-window.ts';

/** Where the pictures go; the README's are made with `VARIORUM_PICTURES=docs/pictures`. */
const folder = process.env['VARIORUM_PICTURES'] ?? 'test-results/pictures';

/** Where pictures go that are looked at and thrown away. */
const looked = 'test-results/pictures';

/** A project with a name worth showing. */
const carter = (home: string): Promise<string> => untaggedProject(join(home, 'Carter on Syria.variorum'));

/** Starts on the five articles, with a window of the size of the pictures. */
async function startForPicture(start: Fixtures['start'], home: string): Promise<RunningApp> {
  const running = await start(await carter(home));
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1360, 860));
  return running;
}

async function chooseTheme(page: Page, theme: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(`${theme} theme`);
  await page.keyboard.press('Enter');
}

for (const theme of ['light', 'dark']) {
  test(`a picture of the workbench at work, ${theme}`, async ({ start, home }) => {
    await mkdir(folder, { recursive: true });
    const { page } = await startForPicture(start, home);
    await chooseTheme(page, theme);
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

test('a picture of what goes out, seen before it is written', async ({ start, home }) => {
  await mkdir(folder, { recursive: true });
  const { page } = await startForPicture(start, home);
  await chooseTheme(page, 'light');
  await tagTwo(page);
  await page.keyboard.press('ControlOrMeta+e');
  await formatOption(page, 'JSONL').click();
  await expect(dialog(page).getByRole('region', { name: 'Not in this format' })).toBeVisible();
  await expect(exportPreview(page)).toContainText('they said they were going to');
  await page.mouse.move(5, 600);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, 'export-light.png') });
});

/** What an analyst might be sent: a web page, a Word file, an old text, a photo, and an article that is here already. */
async function inbox(home: string): Promise<string> {
  const inside = join(home, 'inbox');
  await mkdir(inside);
  const sentences = 'The committee met on Tuesday and decided nothing at all about the bridge, said its chair. ';
  const head =
    '<title>Bridge stays shut</title><meta property="og:site_name" content="The Harbour Post"><meta property="article:published_time" content="2026-03-03">';
  const page = `<html><head>${head}</head><body><nav>Home News Sport</nav><article><h1>Bridge stays shut</h1><p>${sentences.repeat(9)}</p></article></body></html>`;
  await writeFile(join(inside, 'bridge.html'), page);
  const paragraphs = ['A letter from the mayor', 'The bridge is old, and so is the mayor.'];
  const letter = new Document({
    creator: 'The mayor',
    sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }],
  });
  await writeFile(join(inside, 'letter.docx'), await Packer.toBuffer(letter));
  const french = 'Le pont reste fermé cet été\n\nLa mairie a déclaré que rien n’était décidé.\n';
  await writeFile(join(inside, 'pont.txt'), Buffer.from(french.replaceAll('’', '\u0092'), 'latin1'));
  await writeFile(join(inside, 'photo.jpg'), 'no text');
  const { text } = await articleWith('004', '');
  await writeFile(join(inside, 'carter.txt'), text);
  return inside;
}

test('a picture of what comes in, seen before it is in the project', async ({ start, home }) => {
  await mkdir(folder, { recursive: true });
  const { app, page } = await startForPicture(start, home);
  await chooseTheme(page, 'light');
  await openDocument(page, 'Pentagon chief claims');
  await answerDialogs(app, await inbox(home));
  await chooseFromMenu(app, 'import-folder');
  await expect(dialog(page)).toContainText('to decide about');
  await page.mouse.move(5, 600);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, 'import-light.png') });
});

test('pictures of what opens over the workbench', async ({ start, home }) => {
  await mkdir(looked, { recursive: true });
  const { page } = await startForPicture(start, home);
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
