import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import {
  annotation,
  caretBefore,
  caretInText,
  countsOf,
  library,
  messages,
  openDocument,
  reader,
  selectWords,
  taggedWords,
  tagWords,
} from './workbench-window.ts';

/** Chooses from the palette by what is typed. */
async function choose(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Find a command or a document' })).toBeFocused();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
}

function elsewhere(page: Page) {
  return annotation(page).getByRole('list', { name: 'Same wording elsewhere' });
}

async function tagAndOpenElsewhere(page: Page): Promise<void> {
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await annotation(page)
    .getByRole('button', { name: /^Same wording elsewhere/u })
    .click();
}

test('F6 goes round the window and through the text', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await library(page).getByRole('tree').focus();
  await page.keyboard.press('F6');
  await expect(reader(page)).toBeFocused();
  for (let pane = 0; pane < 4; pane += 1) await page.keyboard.press('F6');
  await expect(library(page).getByRole('tree')).toBeFocused();
  await page.keyboard.press('Shift+F6');
  for (let pane = 0; pane < 3; pane += 1) await page.keyboard.press('Shift+F6');
  await expect(reader(page)).toBeFocused();
});

test('from the library to a tag without the mouse', async ({ start }) => {
  const { page } = await start();
  await library(page).getByRole('tree').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(reader(page)).toBeFocused();
  await caretInText(page);
  await page.keyboard.press('ControlOrMeta+Home');
  await selectWords(page, 3);
  await page.keyboard.press('1');
  await expect.poll(() => countsOf(page, 'Claim')).toMatch(/1 passage, \d+ occurrences? in this document/u);
});

test('from the palette to a document, its tags and their notes', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await choose(page, 'Russia has done');
  await expect(reader(page)).toHaveAttribute('aria-label', /^Text of Russia has done/u);
  await caretInText(page);
  await page.keyboard.press('ControlOrMeta+Home');
  await selectWords(page, 3);
  await page.keyboard.press('2');
  await expect.poll(async () => (await taggedWords(page)).length).toBe(1);
  await page.keyboard.press('ControlOrMeta+End');
  await expect(annotation(page)).toContainText('Put the caret into a tag');
  await choose(page, 'previous tag');
  await expect(annotation(page)).toContainText('Occurrences');
  await choose(page, 'comment');
  await expect(annotation(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await choose(page, 'delete');
  await expect.poll(() => taggedWords(page)).toEqual([]);
  await expect(reader(page)).toBeFocused();
});

test('the new tag is seen at once: nothing stays selected over it', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('');
  await expect(annotation(page)).toContainText('Occurrences · 3');
  await expect(reader(page)).toBeFocused();
});

test('a place elsewhere is looked at beside the annotation, and attached from there', async ({ start }) => {
  const { page } = await start();
  await tagAndOpenElsewhere(page);
  const places = elsewhere(page).getByRole('listitem');
  await expect(places).toHaveCount(3);
  for (const at of [0, 1, 2]) {
    await places
      .nth(at)
      .getByRole('button', { name: /Go there$/u })
      .click();
    await expect(reader(page)).toBeFocused();
    await expect(annotation(page)).toContainText('Occurrences · 3');
  }
  await places.last().getByRole('button', { name: 'Attach: it is the same passage' }).click();
  await expect(annotation(page)).toContainText('Occurrences · 4');
  await expect(
    elsewhere(page)
      .getByRole('button', { name: /Go there$/u })
      .nth(1),
  ).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('a');
  await expect(annotation(page)).toContainText('Occurrences · 5');
  await expect(elsewhere(page).getByRole('button', { name: /Go there$/u })).toBeFocused();
  await page.keyboard.press('a');
  await expect(annotation(page)).toContainText('Occurrences · 6');
  await expect(annotation(page).locator('.occurrence-jump:focus')).toHaveCount(1);
});

test('a detached occurrence is looked at beside its annotation', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  const occurrence = annotation(page).getByRole('button', { name: /Russia has done.*Go there/u });
  await occurrence.focus();
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  await expect(annotation(page)).toContainText('1 detached');
  await occurrence.click();
  await expect(reader(page)).toHaveAttribute('aria-label', /^Text of Russia has done/u);
  await expect(reader(page)).toBeFocused();
  await expect(annotation(page)).toContainText('1 detached');
});

test('Delete removes the annotation from anywhere in its pane but its note', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await annotation(page).getByRole('textbox', { name: 'Note' }).focus();
  await page.keyboard.press('Delete');
  await annotation(page)
    .getByRole('button', { name: /Russia has done.*Go there/u })
    .focus();
  expect(await taggedWords(page)).toHaveLength(1);
  await page.keyboard.press('Delete');
  await expect.poll(() => taggedWords(page)).toEqual([]);
  await expect(reader(page)).toBeFocused();
});

test('the palette opens over the places of a margin mark, and the text has the focus again', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await caretBefore(page, 'they said they were going to help');
  const places = page.getByRole('listbox', { name: 'Other places with this wording' });
  await page.keyboard.press('m');
  await expect(places).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reader(page)).toBeFocused();
  await page.keyboard.press('m');
  await expect(places).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(places).toBeHidden();
  const field = page.getByRole('combobox', { name: 'Find a command or a document' });
  await expect(field).toBeFocused();
  await page.keyboard.type('dark');
  await expect(field).toHaveValue('dark');
  await page.keyboard.press('Escape');
  await expect(reader(page)).toBeFocused();
  expect(await messages(page).innerText()).toBe('');
});

test('a refusal goes with the next thing that is done, or by Escape', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await caretBefore(page, 'they said they were going to help');
  await page.keyboard.press('1');
  await expect(messages(page)).toContainText('Nothing is selected');
  await page.keyboard.press('Escape');
  await expect(messages(page)).toHaveText('');
  await page.keyboard.press('1');
  await expect(messages(page)).toContainText('Nothing is selected');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await expect(messages(page)).toHaveText('');
});

test('in a project without documents, what there is to do has the focus', async ({ start, home }) => {
  const project = join(home, 'mine.variorum');
  await variorum('new', project);
  const { page } = await start(project);
  await expect(page.getByRole('main').getByRole('button', { name: /^Import files/u })).toBeFocused();
});
