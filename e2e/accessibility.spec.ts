import { expect, test } from './fixture.ts';
import { violations } from './violations.ts';
import { annotation, caretInText, countsOf, openDocument, reader, tagWords } from './workbench-window.ts';

for (const theme of ['Light', 'Dark']) {
  test(`nothing on the screen is out of reach or hard to read, ${theme.toLowerCase()} theme`, async ({ start }) => {
    const { page } = await start();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type(`${theme} theme`);
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
    await openDocument(page, 'Pentagon chief claims');
    expect(await violations(page)).toEqual([]);
    await tagWords(page, 'they said they were going to help', 6, '1');
    await tagWords(page, 'Moscow never made such promises', 4, '2');
    await tagWords(page, 'methodically and steadily', 3, '3');
    await expect(annotation(page)).toContainText('Occurrences');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('the whole job is done without a mouse: find, select, tag, note, jump, undo', async ({ start }) => {
  const { page } = await start();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Pentagon chief claims');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('4,956 characters');
  await expect(reader(page)).toBeFocused();
  await caretInText(page);
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 3; line += 1) await page.keyboard.press('ArrowDown');
  for (let word = 0; word < 4; word += 1) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await page.keyboard.press('1');
  await expect.poll(() => countsOf(page, 'Claim')).not.toContain('0 passages, 0 occurrences in the project');
  for (let pane = 0; pane < 6; pane += 1) {
    await page.keyboard.press('F6');
    if (await annotation(page).evaluate((element) => element.contains(document.activeElement))) break;
  }
  expect(await annotation(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await annotation(page).getByRole('textbox', { name: 'Note' }).focus();
  await page.keyboard.type('by hand, without a mouse');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('F6');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => countsOf(page, 'Claim')).toContain('0 passages, 0 occurrences in the project');
});
