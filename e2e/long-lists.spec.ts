import { join } from 'node:path';
import { commonWord, writeArticles } from './articles.ts';
import { variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import { annotation, openDocument, tagWords } from './workbench-window.ts';

test('who asks a long list for more by key goes on in what is new, once the button is gone', async ({
  start,
  home,
}) => {
  const project = join(home, 'Lists.variorum');
  const file = join(home, 'articles.jsonl');
  await variorum('new', project);
  await writeArticles(file, 60, { copies: 45 });
  await variorum('import', project, file);
  const { page } = await start(project);
  await openDocument(page, 'The wire story');

  await tagWords(page, 'the harbour office announced', 4, '1');
  const occurrences = annotation(page).locator('.occurrences').first().locator('.occurrence-jump');
  await annotation(page).getByRole('button', { name: 'Show all 45' }).press('Enter');
  await expect(occurrences.nth(30)).toBeFocused();

  await tagWords(page, commonWord, 1, '2');
  await annotation(page).getByRole('button', { name: 'Same wording elsewhere' }).press('Enter');
  const elsewhere = annotation(page).getByRole('list', { name: 'Same wording elsewhere' });
  const more = annotation(page).getByRole('button', { name: /^List .* more/u });
  const first = await elsewhere.getByRole('listitem').count();
  await more.press('Enter');
  await expect(more).toBeHidden();
  await expect(elsewhere.locator('.occurrence-jump:focus')).toHaveCount(1);
  expect(await elsewhere.getByRole('listitem').count()).toBeGreaterThan(first);
});
