/** The dialogs of exchange are within everyone's reach. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleWith } from './five-articles.ts';
import { expect, test } from './fixture.ts';
import { violations } from './violations.ts';
import { answerDialogs, chooseAnnotations, chooseFromMenu, dialog, exportPreview, tagTwo } from './workbench-window.ts';

for (const theme of ['Light', 'Dark']) {
  test(`nothing in the dialogs is out of reach or hard to read, ${theme.toLowerCase()} theme`, async ({
    start,
    home,
  }) => {
    const { app, page } = await start();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type(`${theme} theme`);
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
    await tagTwo(page);
    await chooseFromMenu(app, 'export');
    await expect(exportPreview(page)).not.toBeEmpty();
    expect(await violations(page)).toEqual([]);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
    await dialog(page).getByRole('button', { name: 'Labels' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog(page).getByRole('button', { name: 'Export…' })).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();

    await writeFile(join(home, 'old.txt'), Buffer.from('Déjà vu, dit le maire, très fâché.', 'latin1'));
    await writeFile(join(home, 'new.txt'), 'An article that has never been here before, of some words.');
    await answerDialogs(app, home);
    await chooseFromMenu(app, 'import-folder');
    await expect(dialog(page)).toContainText('to decide about');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    const { text, at } = await articleWith('002', 'virtually zero');
    const label = [
      [at, at + 14, 'Claim'],
      [5, 9_000_000, 'Claim'],
    ];
    await writeFile(join(home, 'set.jsonl'), `${JSON.stringify({ id: 1, text, label })}\n`);
    await chooseAnnotations(app, page, join(home, 'set.jsonl'));
    expect(await violations(page)).toEqual([]);
  });
}
