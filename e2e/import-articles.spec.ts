/** Articles of every kind come in through the window, seen before, with the mouse and without it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { samplePath, variorum } from './command-line.ts';
import { expect, freshFolder, test } from './fixture.ts';
import {
  answerDialogs,
  chooseFromMenu,
  dialog,
  importChosen,
  library,
  messages,
  openDocument,
} from './workbench-window.ts';

test.describe('articles come in', () => {
  const sentences = 'The committee met on Tuesday and decided nothing at all about the bridge, said its chair. ';

  async function articles(home: string): Promise<string> {
    const folder = await freshFolder(home, 'articles');
    const page = `<html><head><title>Bridge stays shut</title></head><body><nav>Home News Sport</nav><article><h1>Bridge stays shut</h1><p>${sentences.repeat(9)}</p></article><script>document.body.textContent = 'changed'</script></body></html>`;
    await writeFile(join(folder, 'bridge.html'), page);
    const paragraphs = ['A letter from the mayor', 'The bridge is old, and so is the mayor.'];
    const word = new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] });
    await writeFile(join(folder, 'letter.docx'), await Packer.toBuffer(word));
    const french = 'Le pont reste fermé cet été\n\nLa mairie a déclaré que « rien n’était décidé ».\n';
    await writeFile(join(folder, 'pont.txt'), Buffer.from(french.replaceAll('’', '\u0092'), 'latin1'));
    await writeFile(join(folder, 'photo.jpg'), 'no text');
    return folder;
  }

  test('a page, a Word file and an old text: seen before, asked about where nobody can know, one undo', async ({
    start,
    home,
  }) => {
    const { app, page } = await start();
    await answerDialogs(app, await articles(home));
    await chooseFromMenu(app, 'import-folder');
    await expect(dialog(page)).toContainText('2 articles come in');
    await expect(dialog(page)).toContainText('1 refused · 1 to decide about');
    await expect(dialog(page).getByRole('region', { name: 'Refused' })).toContainText('photo.jpg');
    await dialog(page)
      .getByRole('radio', { name: /windows-1252/u })
      .click({ force: true });
    await expect(dialog(page)).toContainText('3 articles come in');
    await expect(dialog(page).getByRole('region', { name: 'New' })).toContainText('Le pont reste fermé cet été');
    await importChosen(page);
    await expect(messages(page)).toContainText('3 added, 1 refused');
    await expect(library(page)).toContainText('Le pont reste fermé cet été');
    await openDocument(page, 'Bridge stays shut');
    await expect(page.getByRole('main')).not.toContainText('changed');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await variorum<unknown[]>('documents', samplePath(home))).length).toBe(5);
  });

  test('without a mouse: the first thing to decide has the focus, and Ctrl+Enter brings all in', async ({
    start,
    home,
  }) => {
    const { app, page } = await start();
    await writeFile(join(home, 'pont.txt'), Buffer.from('Le pont reste fermé cet été, a déclaré la mairie.', 'latin1'));
    await answerDialogs(app, join(home, 'pont.txt'));
    await openDocument(page, 'Pentagon chief claims');
    await page.keyboard.press('ControlOrMeta+i');
    await expect(dialog(page)).toContainText('Nothing comes in.');
    await expect(dialog(page).getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press('Space');
    await expect(dialog(page)).toContainText('1 article comes in');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(library(page)).toContainText('Le pont reste fermé');
  });

  test('of a table nobody knows: its columns are chosen by hand, and by key', async ({ start, home }) => {
    const { app, page } = await start();
    const rows = [
      'nr;koerper;kopf',
      '1;Der Ausschuss hat am Dienstag getagt.;Ausschuss',
      '2;Die Brücke bleibt zu.;Brücke',
    ];
    await writeFile(join(home, 'tabelle.csv'), `${rows.join('\n')}\n`);
    await answerDialogs(app, join(home, 'tabelle.csv'));
    await openDocument(page, 'Pentagon chief claims');
    await page.keyboard.press('ControlOrMeta+i');
    await expect(dialog(page)).toContainText('Which column of “tabelle.csv” is the text?');
    await expect(dialog(page).getByRole('button', { name: 'Text' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toContainText('come in');
    await expect(dialog(page).getByRole('region', { name: 'New' })).toContainText('Ausschuss hat am Dienstag');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  });
});
