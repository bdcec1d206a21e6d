/** Sets go out through the window, in several formats, with the mouse and without it. */
import { readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { countsLine, samplePath, variorum } from './command-line.ts';
import { untaggedProject } from './five-articles.ts';
import { expect, freshFolder, test } from './fixture.ts';
import {
  answerDialogs,
  chooseFromMenu,
  dialog,
  exportAs,
  exportPreview,
  formatOption,
  messages,
  openDocument,
  tagTwo,
} from './workbench-window.ts';

interface ImportAnswer {
  readonly annotations: number;
  readonly spans: { readonly ok: number; readonly repaired: number; readonly rejected: number };
}

test.describe('what was annotated goes out', () => {
  const formats = [
    { format: 'JSONL', file: 'set.jsonl', begins: '"name":"000_', lost: 'Keys of labels' },
    { format: 'brat standoff', file: 'set.zip', begins: 'T1\t', lost: null },
    { format: 'HTML report', file: 'set.html', begins: 'Pentagon', lost: null },
  ] as const;

  test('as JSON Lines, brat and a report, each seen before it is written, and read back', async ({ start, home }) => {
    const { app, page } = await start();
    await tagTwo(page);
    for (const { format, file, begins, lost } of formats) {
      await answerDialogs(app, join(home, file));
      await chooseFromMenu(app, 'export');
      await formatOption(page, format).click();
      await expect(dialog(page)).toContainText('2 annotations, 5 occurrences');
      await expect(exportPreview(page)).toContainText(begins);
      if (lost !== null) {
        await expect(dialog(page).getByRole('region', { name: 'Not in this format' })).toContainText(lost);
      }
      await exportAs(page, format);
      await expect(messages(page)).toContainText(`2 annotations, 5 occurrences written to “${file}”.`);
    }
    for (const [file, format] of [
      ['set.jsonl', 'jsonl'],
      ['set.zip', 'brat'],
    ] as const) {
      const path = join(home, file);
      await variorum('validate', path, '--format', format);
      const project = await untaggedProject(join(home, format, 'untagged.variorum'));
      const back = await variorum<ImportAnswer>('import-annotations', project, path, '--format', 'auto');
      expect(back.spans).toEqual({ ok: 5, repaired: 0, rejected: 0 });
      expect(await countsLine(project)).toBe('claim 1·3, rebuttal 1·2, editorial-insertion 0·0');
    }
    const report = await readFile(join(home, 'set.html'), 'utf8');
    expect(report).toContain('they said they were going to');
  });

  test('in part: one label of one document, and its preview follows every choice', async ({ start, home }) => {
    const { app, page } = await start();
    await tagTwo(page);
    await chooseFromMenu(app, 'export');
    await expect(dialog(page)).toContainText('2 annotations, 5 occurrences in 5 documents');
    await dialog(page).getByRole('button', { name: 'Labels' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Rebuttal' }).click();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toContainText('1 annotation, 3 occurrences');
    await dialog(page).getByRole('button', { name: 'Documents' }).click();
    await page.getByRole('menuitemradio', { name: 'This document' }).click();
    await expect(dialog(page)).toContainText('1 annotation, 1 occurrence in 1 document');
    await answerDialogs(app, join(home, 'part.csv'));
    await exportAs(page, 'CSV');
    await expect(messages(page)).toContainText('1 annotation, 1 occurrence written to “part.csv”.');
    const lines = (await readFile(join(home, 'part.csv'), 'utf8')).trim().split('\r\n');
    expect(lines.length).toBe(2);
  });

  test('into a folder, where a format has several files', async ({ start, home }) => {
    const { app, page } = await start();
    await tagTwo(page);
    await chooseFromMenu(app, 'export');
    await formatOption(page, 'brat standoff').click();
    await dialog(page).getByRole('button', { name: 'As', exact: false }).last().click();
    await page.getByRole('menuitemradio', { name: 'A folder' }).click();
    await answerDialogs(app, await freshFolder(home, 'brat'));
    await exportAs(page, 'brat standoff');
    await expect(messages(page)).toContainText('2 annotations, 5 occurrences written to “brat”.');
    expect(await readdir(join(home, 'brat'))).toContain('annotation.conf');
  });

  test('without a mouse, and the last choice is there again', async ({ start, home }) => {
    const { app, page } = await start();
    await tagTwo(page);
    await answerDialogs(app, join(home, 'set.md'));
    await page.keyboard.press('ControlOrMeta+e');
    await expect(dialog(page).getByRole('listbox', { name: 'Format' })).toBeVisible();
    await page.keyboard.type('markd');
    await expect(exportPreview(page)).toContainText('# Five articles');
    await page.keyboard.press('Enter');
    await expect(messages(page)).toContainText('written to “set.md”.');
    await page.keyboard.press('ControlOrMeta+e');
    await expect(formatOption(page, 'Markdown')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Tab');
    await expect(dialog(page).getByRole('button', { name: 'Documents' })).toBeFocused();
    await answerDialogs(app, join(home, 'again.md'));
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(messages(page)).toContainText('written to “again.md”.');
    await expect(dialog(page)).toBeHidden();
    await page.keyboard.press('ControlOrMeta+e');
    await expect(formatOption(page, 'Markdown')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  });

  test('not over the project itself, and the dialog says why', async ({ start, home }) => {
    const { app, page } = await start();
    await openDocument(page, 'Pentagon chief claims');
    await chooseFromMenu(app, 'export');
    await expect(dialog(page)).toContainText('Nothing is tagged here yet');
    const alias = join(home, 'alias.csv');
    await symlink(samplePath(home), alias);
    await answerDialogs(app, alias);
    await formatOption(page, 'CSV').click();
    await dialog(page).getByRole('button', { name: 'Export…' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('is a project that is open here');
  });
});
