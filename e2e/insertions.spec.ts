import { samplePath, variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import {
  annotation,
  caretBefore,
  caretInText,
  countsOf,
  messages,
  openDocument,
  reader,
  taggedWords,
} from './workbench-window.ts';

interface Listed {
  readonly label: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

test('what only one copy has is found, marked, and tagged by one key, all from the keyboard', async ({
  start,
  home,
}) => {
  const { page } = await start();
  await openDocument(page, 'Russia has done');
  const marks = reader(page).locator('.insertion-mark');
  await expect(marks).toHaveText(['Ash Carter']);
  await reader(page).focus();
  await caretInText(page);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('j');
  const here = annotation(page).getByRole('region', { name: 'Only in this copy' });
  await expect(here).toContainText('1 copy has what stands around it');
  await expect(here.getByRole('listitem')).toHaveText([/^Pentagon chief claims/u]);
  await page.keyboard.press('i');
  await expect.poll(() => taggedWords(page)).toEqual(['Ash Carter']);
  await expect(marks).toHaveCount(0);
  await expect(here).toHaveCount(0);
  await expect(annotation(page)).toContainText('Editorial insertion');
  expect(await countsOf(page, 'Editorial insertion')).toContain('1 passage, 1 occurrence in the project');
  expect(await variorum<Listed[]>('annotations', samplePath(home))).toMatchObject([
    { label: 'editorial-insertion', document: '001_4edc83eb83c6ee5b.txt', start: 223, end: 233 },
  ]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(marks).toHaveText(['Ash Carter']);
  await expect.poll(() => taggedWords(page)).toEqual([]);
});

test('the caret in a mark is enough, and a button does what the key does', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon Chief Slams');
  const marks = reader(page).locator('.insertion-mark');
  await expect(marks).toHaveText(['support', 'Carter said']);
  expect(await marks.last().getAttribute('title')).toContain('Press I to tag it as editorial insertion');
  await caretBefore(page, 'Carter said. “They haven');
  await page.keyboard.press('ArrowRight');
  await annotation(page)
    .getByRole('region', { name: 'Only in this copy' })
    .getByRole('button', { name: 'Tag as editorial insertion' })
    .click();
  await expect.poll(() => taggedWords(page)).toEqual(['Carter said']);
  await expect(marks).toHaveText(['support']);
});

test('a selection of one’s own is not overruled, and where nothing is to be taken it is said', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Russia has done');
  await expect(reader(page).locator('.insertion-mark')).toHaveCount(1);
  await caretBefore(page, 'Ash Carter');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('i');
  await expect(messages(page)).toContainText('The caret is in nothing that only this copy has');
  await expect.poll(() => taggedWords(page)).toEqual([]);
});
