import { expect, test } from './fixture.ts';
import { countsOf, openDocument, reader, taggedWords, tagWords } from './workbench-window.ts';

test('the page’s own lines are shown faint, and can be tagged like any others', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, 'Pentagon Chief Slams');
  await expect(reader(page).locator('p.furniture')).toHaveText(['Support The Moscow Times!', 'Read more']);
  await tagWords(page, 'Read more', 2, '1');
  expect(await countsOf(page, 'Claim')).toContain('1 passage, 1 occurrence in the project');
  await expect.poll(() => taggedWords(page)).toEqual(['Read more']);
});
