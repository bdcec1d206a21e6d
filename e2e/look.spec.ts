import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { variorum, samplePath } from './command-line.ts';
import { expect, test } from './fixture.ts';
import {
  annotation,
  answerDialogs,
  chooseFromMenu,
  dialog,
  exportAs,
  library,
  messages,
  openDocument,
  reader,
  tagWords,
} from './workbench-window.ts';

async function secondWindow(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window');
  await chooseFromMenu(app, 'new-window');
  const other = await opened;
  await expect(reader(other)).toBeVisible();
  return other;
}

async function tagInBoth(app: ElectronApplication, page: Page): Promise<Page> {
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  const other = await secondWindow(app);
  await openDocument(other, 'Pentagon chief claims');
  await reader(other).locator('[data-annotation]').first().click();
  await expect(note(other)).toBeVisible();
  return other;
}

const note = (page: Page) => annotation(page).getByRole('textbox', { name: 'Note' });

test('a note being typed is quoted where its annotation is deleted elsewhere', async ({ start }) => {
  const { app, page } = await start();
  const other = await tagInBoth(app, page);
  await note(page).fill('half a thought');
  await annotation(other).getByRole('button', { name: 'Delete this annotation' }).click();
  await expect(messages(page)).toContainText('its note was not saved. It said: “half a thought”');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await page.screenshot({ path: test.info().outputPath('deleted.png') });
});

test('of two notes written at once the user chooses, and who does not choose keeps both', async ({ start }) => {
  const { app, page } = await start();
  const other = await tagInBoth(app, page);
  await note(page).fill('mine');
  await note(other).fill('theirs');
  await note(other).press('ControlOrMeta+Enter');
  await expect(annotation(page)).toContainText('Changed meanwhile: “theirs”');
  await page.screenshot({ path: test.info().outputPath('notes.png') });
  await annotation(page).getByRole('button', { name: 'Keep mine' }).click();
  await expect(note(other)).toHaveValue('mine');
  await note(page).fill('mine again');
  await note(other).fill('theirs again');
  await note(other).press('ControlOrMeta+Enter');
  await expect(annotation(page)).toContainText('Changed meanwhile');
  await annotation(page).getByRole('button', { name: 'Take theirs' }).click();
  await expect(note(page)).toHaveValue('theirs again');
  await note(page).fill('a third');
  await note(other).fill('a fourth');
  await note(other).press('ControlOrMeta+Enter');
  await expect(annotation(page)).toContainText('Changed meanwhile');
  await openDocument(page, 'Carter casts doubt');
  await reader(page).click();
  await expect(note(other)).toHaveValue('a fourth\n\na third');
});

test('the theme is one for all windows, whichever of them or the menu chose it', async ({ start }) => {
  const { app, page } = await start();
  const other = await secondWindow(app);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Dark theme');
  await page.keyboard.press('Enter');
  for (const each of [page, other]) await expect(each.locator('html')).toHaveAttribute('data-theme', 'dark');
  const marked = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('theme-dark')?.checked);
  await expect.poll(marked).toBe(true);
  const third = await secondWindow(app);
  await expect(third.locator('html')).toHaveAttribute('data-theme', 'dark');
  await chooseFromMenu(app, 'theme-light');
  for (const each of [page, other, third]) await expect(each.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('no count of the library is cut in two: what has no room is named by “+n”', async ({ start }) => {
  const { app, page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  for (const key of ['1', '2', '3']) await tagWords(page, 'they said they were going to help', 6, key);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 700));
  const counts = library(page).locator('.label-counts').first();
  await expect(counts.locator('.label-counts-more')).toHaveText(/^\+\d/u);
  const cut = await counts.evaluate((holder) => {
    const edge = holder.getBoundingClientRect().right + 0.5;
    return [...holder.querySelectorAll('.label-count:not([data-left-out]), .label-counts-more')].filter(
      (part) => part.getBoundingClientRect().right > edge,
    ).length;
  });
  expect(cut).toBe(0);
  await page.screenshot({ path: test.info().outputPath('narrow.png') });
});

test('an import that brought nothing in is no good news, and its reasons are there to be read', async ({ start }) => {
  const { app, page } = await start();
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    [join(process.cwd(), 'package.json'), join(process.cwd(), 'tsconfig.json')],
  );
  await chooseFromMenu(app, 'import-files');
  await expect(dialog(page)).toContainText('Nothing comes in. · 2 refused');
  await expect(dialog(page)).toContainText('package.json');
  await expect(dialog(page)).toContainText('tsconfig.json');
  await page.screenshot({ path: test.info().outputPath('import.png') });
});

test('an export says the numbers that are on the screen', async ({ start, home }) => {
  const { app, page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await answerDialogs(app, join(home, 'set.jsonl'));
  await chooseFromMenu(app, 'export');
  await expect(dialog(page)).toContainText('1 annotation, 3 occurrences in 5 documents');
  await exportAs(page, 'JSONL');
  await expect(messages(page)).toContainText('1 annotation, 3 occurrences written to “set.jsonl”.');
});

for (const theme of ['Light', 'Dark']) {
  test(`five tags over one another stay off the next line, ${theme.toLowerCase()} theme`, async ({ start, home }) => {
    const { page } = await start();
    await openDocument(page, 'Pentagon chief claims');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type(`${theme} theme`);
    await page.keyboard.press('Enter');
    for (const [at, label] of ['claim', 'rebuttal', 'editorial-insertion', 'claim', 'rebuttal'].entries()) {
      const place = ['--start', String(1000 + at * 3), '--end', String(1200 - at * 4)];
      await variorum('tag', samplePath(home), '--document', '002', ...place, '--label', label);
    }
    await expect(reader(page).locator('.lane-4').first()).toBeVisible();
    await reader(page).locator('.lane-4').first().scrollIntoViewIfNeeded();
    const deepest = await reader(page)
      .locator('.tag')
      .evaluateAll((tags) =>
        Math.max(
          ...tags.map((tag) => {
            const { textUnderlineOffset, textDecorationThickness } = getComputedStyle(tag);
            return Number.parseFloat(textUnderlineOffset) + Number.parseFloat(textDecorationThickness);
          }),
        ),
      );
    expect(deepest).toBeLessThan(16);
    await page.screenshot({ path: test.info().outputPath('lanes.png') });
  });
}
