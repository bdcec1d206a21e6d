import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countsLine, samplePath, variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import {
  annotation,
  caretBefore,
  countsOf,
  library,
  openDocument,
  reader,
  selectWords,
  taggedWords,
  tagWords,
} from './workbench-window.ts';

test('one key tags the selected words in every copy, and both counts move at once', async ({ start, home }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  expect(await countsOf(page, 'Claim')).toBe(
    'Claim, 1 passage, 1 occurrence in this document, 1 passage, 3 occurrences in the project',
  );
  await expect.poll(() => taggedWords(page)).toEqual(['they said they were going to']);
  await expect(annotation(page)).toContainText('Occurrences · 3');
  await expect(annotation(page)).toContainText('Same wording elsewhere · 3');
  await expect(page.getByRole('contentinfo')).toContainText('1 passage, 3 occurrences');
  for (const title of ['Russia has done', 'Pentagon Chief Slams']) {
    await openDocument(page, title);
    await expect.poll(() => taggedWords(page)).toEqual(['they said they were going to']);
  }
  expect(await countsLine(samplePath(home))).toBe('claim 1·3, rebuttal 0·0, editorial-insertion 0·0');
});

test('an edited copy is tagged to the character and marked as edited', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon Chief Slams');
  await caretBefore(page, '“They haven');
  await page.keyboard.down('Shift');
  for (let unit = 0; unit < 105; unit += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
  await page.keyboard.press('2');
  await expect(annotation(page)).toContainText('Occurrences · 3');
  await expect(annotation(page).getByRole('img', { name: 'edited' })).toHaveCount(2);
  await openDocument(page, 'Russia has done');
  await expect
    .poll(() => taggedWords(page))
    .toEqual([
      '“They haven’t done either of those things. As a consequence of course, we’re fighting ISIL ourselves,”',
    ]);
});

test('a copy with a paragraph put in shows as one occurrence, and the paragraph stays unpainted', async ({
  start,
  home,
}) => {
  const lead = 'The minister opened the new harbour on Tuesday and spoke to reporters for an hour.';
  const first = 'We will build 300 houses on the old ropewalk by the sea';
  const second = 'and we will not raise the tax on fuel this year';
  const putIn = 'Shares in the builder rose sharply after the news became known in the city, traders said.';
  const project = join(home, 'harbour.variorum');
  await writeFile(join(home, 'a.txt'), `Harbour opened by the minister on Tuesday\n\n${lead}\n\n${first} ${second}.\n`);
  await writeFile(
    join(home, 'b.txt'),
    `Houses promised by the sea this year\n\n${lead}\n\n${first}\n\n${putIn}\n\n${second}.\n`,
  );
  await variorum('new', project);
  await variorum('import', project, join(home, 'a.txt'), join(home, 'b.txt'));
  const { page } = await start(project);
  await openDocument(page, 'Harbour opened');
  await tagWords(page, first, 23, '1');
  await expect(annotation(page)).toContainText('Occurrences · 2');
  await expect(annotation(page)).toContainText(`${first} … ${second}`);
  expect(await countsOf(page, 'Claim')).toContain('1 passage, 2 occurrences in the project');
  await annotation(page)
    .getByRole('button', { name: /Houses promised.*Go there/u })
    .click();
  await expect(page.getByRole('main').getByRole('heading').first()).toContainText('Houses promised');
  await expect.poll(() => taggedWords(page)).toEqual([`${first}${second}`]);
  expect(await page.evaluate(() => String(window.getSelection()))).toBe(first);
  await expect(reader(page).locator('.tag-start')).toHaveCount(1);
  await caretBefore(page, putIn);
  await page.keyboard.press('ArrowRight');
  await expect(annotation(page)).toContainText('Put the caret into a tag');
});

test('a click on a label tags the selection as its key does', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await caretBefore(page, 'methodically and steadily');
  await selectWords(page, 3);
  await page.getByRole('button', { name: /^Editorial insertion,/u }).click();
  await expect.poll(() => countsOf(page, 'Editorial insertion')).toContain('1 passage, 1 occurrence in the project');
});

test('every occurrence is one jump away', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await annotation(page)
    .getByRole('button', { name: /Russia has done.*Go there/u })
    .click();
  await expect(page.getByRole('main')).toContainText('2,015 characters');
  await expect(reader(page).locator('.tag-selected, [data-annotation]').first()).toBeInViewport();
  await expect(annotation(page)).toContainText('Occurrences · 3');
});

test('overlapping tags are all drawn and all reachable, by mouse and by keyboard', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'The US-led international coalition', 12, '1');
  await tagWords(page, 'international coalition’s own strikes', 3, '2');
  await tagWords(page, 'coalition’s own strikes', 2, '3');
  expect((await taggedWords(page)).length).toBe(3);
  await caretBefore(page, 'coalition’s own strikes');
  await page.keyboard.press('ArrowRight');
  const seen = new Set<string>();
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(150);
    for (const name of ['Claim', 'Rebuttal', 'Editorial insertion']) {
      const heading = annotation(page).getByRole('heading', { name });
      if (await heading.count()) seen.add(name);
    }
  }
  expect([...seen].toSorted()).toEqual(['Claim', 'Editorial insertion', 'Rebuttal']);
});

test('a note is kept, one occurrence can be detached and taken back, an annotation can be deleted', async ({
  start,
  home,
}) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await annotation(page).getByRole('textbox', { name: 'Note' }).fill('Carter, on Russia’s promises');
  await page.keyboard.press('ControlOrMeta+Enter');
  const { variorum } = await import('./command-line.ts');
  const noted = async () => (await variorum<{ note: string }[]>('annotations', samplePath(home)))[0]?.note;
  await expect.poll(noted).toBe('Carter, on Russia’s promises');
  await annotation(page)
    .getByRole('button', { name: /Russia has done.*Go there/u })
    .focus();
  await page.keyboard.press('d');
  await page.keyboard.type('another speaker');
  await page.keyboard.press('Enter');
  await expect.poll(() => countsOf(page, 'Claim')).toContain('1 passage, 2 occurrences in the project');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => countsOf(page, 'Claim')).toContain('1 passage, 3 occurrences in the project');
  await annotation(page).getByRole('button', { name: 'Delete this annotation' }).click();
  await expect.poll(() => countsOf(page, 'Claim')).toContain('0 passages, 0 occurrences in the project');
  await expect.poll(() => taggedWords(page)).toEqual([]);
});

test('a margin mark tells in how many other places a paragraph stands, and leads there', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon chief claims');
  const marks = reader(page).getByRole('button', { name: /^Also in 2 other documents/u });
  await expect(marks.first()).toBeVisible();
  await marks.first().click();
  const places = page.getByRole('listbox', { name: 'Other places with this wording' });
  await places
    .getByRole('option', { name: /Go to Russia has done/u })
    .first()
    .click();
  await expect(page.getByRole('main')).toContainText('2,015 characters');
});

test('the text can be selected and copied, never changed', async ({ start }) => {
  const { page, app } = await start();
  await openDocument(page, 'Pentagon chief claims');
  const before = await reader(page).innerText();
  await caretBefore(page, 'Russia has done');
  await page.keyboard.type('xyz ');
  await page.keyboard.press('Delete');
  await page.keyboard.press('ControlOrMeta+v');
  await page.keyboard.press('ControlOrMeta+x');
  expect(await reader(page).innerText()).toBe(before);
  await caretBefore(page, 'Russia has done');
  await selectWords(page, 3);
  await page.keyboard.press('ControlOrMeta+c');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Russia has done');
  await expect(library(page)).toBeVisible();
});
