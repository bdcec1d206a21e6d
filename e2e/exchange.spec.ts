/** Sets go out and come in through the window, in several formats each way, with the mouse and without it. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Document, Packer, Paragraph } from 'docx';
import { countsLine, samplePath, variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import { violations } from './violations.ts';
import {
  answerDialogs,
  caretBefore,
  chooseFromMenu,
  countsOf,
  dialog,
  exportAs,
  formatOption,
  importChosen,
  library,
  messages,
  openDocument,
  selectWords,
  tagWords,
  type RunningApp,
} from './workbench-window.ts';

interface ImportAnswer {
  readonly annotations: number;
  readonly spans: { readonly ok: number; readonly repaired: number; readonly rejected: number };
}

const noneTagged = 'claim 0·0, rebuttal 0·0, editorial-insertion 0·0';

/** Two passages of the five articles, five occurrences. */
async function tagTwo(page: Page): Promise<void> {
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await tagWords(page, 'Moscow never made such promises', 4, '2');
}

/** A project of the five articles in which nothing is tagged. */
async function untagged(home: string): Promise<string> {
  const project = join(home, 'untagged.variorum');
  const articles = (await readdir('seeds')).filter((file) => file.endsWith('.txt'));
  await variorum('new', project, '--annotator', 'Ann');
  await variorum('import', project, ...articles.map((file) => join('seeds', file)));
  return project;
}

const preview = (page: Page) => dialog(page).locator('.preview-text');

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
      await expect(preview(page)).toContainText(begins);
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
      const project = await untagged(await freshFolder(home, format));
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
    await expect(preview(page)).toContainText('# Five articles');
    await page.keyboard.press('Enter');
    await expect(messages(page)).toContainText('written to “set.md”.');
    await page.keyboard.press('ControlOrMeta+e');
    await expect(formatOption(page, 'Markdown')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  });

  test('not over the project itself, and the dialog says why', async ({ start, home }) => {
    const { app, page } = await start();
    await openDocument(page, 'Pentagon chief claims');
    await chooseFromMenu(app, 'export');
    await expect(dialog(page)).toContainText('Nothing is tagged here yet');
    const alias = join(home, 'alias.csv');
    const { symlink } = await import('node:fs/promises');
    await symlink(samplePath(home), alias);
    await answerDialogs(app, alias);
    await formatOption(page, 'CSV').click();
    await dialog(page).getByRole('button', { name: 'Export…' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('is a project that is open here');
  });
});

async function freshFolder(home: string, name: string): Promise<string> {
  const folder = join(home, name);
  await mkdir(folder);
  return folder;
}

/** The text of one of the five articles, with one of its stretches. */
async function article(begins: string, words: string): Promise<{ readonly text: string; readonly at: number }> {
  const name = (await readdir('seeds')).find((file) => file.startsWith(begins) && file.endsWith('.txt')) ?? '';
  const text = await readFile(join('seeds', name), 'utf8');
  return { text, at: text.indexOf(words) };
}

async function chooseAnnotations({ app, page }: RunningApp, path: string): Promise<void> {
  await answerDialogs(app, path);
  await chooseFromMenu(app, 'import-annotations');
  await expect(dialog(page)).toContainText('Spans');
}

test.describe('another program’s annotations come in', () => {
  test('of spaCy, counted in UTF-16: what is repaired and what is refused is said first; one undo takes all back', async ({
    start,
    home,
  }) => {
    const running = await start();
    const { page } = running;
    const { text, at } = await article('002', 'virtually zero');
    const story = 'A quiet harbour \u{1F6A2} lay in the sun. Nobody came, nobody left, and the old clock stood still.';
    const late = story.indexOf('the old clock');
    const end = story.length;
    const lines = [
      {
        text,
        spans: [
          { start: at, end: at + 14, label: 'Claim' },
          { start: 5, end: 9_000_000, label: 'Claim' },
        ],
      },
      // UTF-16 units, where the format counts characters: beyond the end, after the ship.
      { text: story, spans: [{ start: late, end, label: 'Loaded language' }] },
    ];
    const file = join(home, 'set.jsonl');
    await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await chooseAnnotations(running, file);
    await expect(dialog(page)).toContainText('The file is spaCy and Prodigy JSONL.');
    await expect(dialog(page)).toContainText('1 here with the same text · 1 not in this project');
    await expect(dialog(page).getByRole('region', { name: 'Refused' })).toContainText('line 1');
    await dialog(page).getByText('Bring in 1 document this project lacks').click();
    await expect(dialog(page)).toContainText('New in the codebook');
    await expect(dialog(page)).toContainText('1 to be repaired, if you agree');
    await dialog(page).getByText('Put 1 span where the words were found').click();
    await expect(dialog(page).getByRole('region', { name: 'Repaired' })).toContainText('UTF-16');
    await expect(dialog(page)).toContainText('Loaded language');
    await importChosen(page);
    await expect(messages(page)).toContainText('from “set.jsonl”');
    await expect(library(page)).toContainText('6');
    await expect.poll(() => countsOf(page, 'Claim')).toContain('1 passage, 1 occurrence in the project');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => countsLine(samplePath(home))).toContain('claim 0·0');
    expect(await variorum<unknown[]>('documents', samplePath(home))).toHaveLength(5);
  });

  test('of JSON Lines whose places are wrong: put where the words are, once the analyst agrees', async ({
    start,
    home,
  }) => {
    const colleague = await untagged(await freshFolder(home, 'ben'));
    const { at } = await article('003', 'Pentagon');
    const place = ['--document', '003', '--start', String(at), '--end', String(at + 40)];
    await variorum('tag', colleague, ...place, '--label', 'claim');
    const file = join(home, 'moved.jsonl');
    await variorum('export', colleague, '--format', 'jsonl', '--out', file);
    // As if something had been put in before it.
    const moved = (await readFile(file, 'utf8')).replaceAll(
      /"(start|end|start_utf16|end_utf16)":(\d+)/gu,
      (_whole, key: string, offset: string) => `"${key}":${Number(offset) + 3}`,
    );
    await writeFile(file, moved);
    const running = await start();
    const { page } = running;
    await chooseAnnotations(running, file);
    await expect(dialog(page)).toContainText('1 to be repaired, if you agree');
    await expect(dialog(page).getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
    await dialog(page).getByText('Put 1 span where the words were found').click();
    await expect(dialog(page).getByRole('region', { name: 'Repaired' })).toContainText('line');
    await importChosen(page);
    await expect(messages(page)).toContainText('1 repaired');
    expect(await countsLine(samplePath(home))).toContain('claim 1·1');
  });

  test('of our own brat archive and our own lines, from a colleague’s project', async ({ start, home }) => {
    const colleague = await untagged(await freshFolder(home, 'ben'));
    const { at } = await article('002', 'they said they were going to');
    const place = ['--document', '002', '--start', String(at), '--end', String(at + 28)];
    await variorum('tag', colleague, ...place, '--label', 'claim', '--annotator', 'Ben');
    const running = await start();
    const { page } = running;
    for (const [format, file] of [
      ['brat', 'ben.zip'],
      ['jsonl', 'ben.jsonl'],
    ] as const) {
      await variorum('export', colleague, '--format', format, '--out', join(home, file));
      await chooseAnnotations(running, join(home, file));
      await expect(dialog(page)).toContainText('3 where the file says');
      await importChosen(page);
      await expect(messages(page)).toContainText(`from “${file}”`);
      await expect.poll(() => countsLine(samplePath(home))).toContain('claim 1·3');
      await page.keyboard.press('ControlOrMeta+z');
      await expect.poll(() => countsLine(samplePath(home))).toBe(noneTagged);
    }
  });

  test('without a mouse: the file is looked through, and Enter brings it in', async ({ start, home }) => {
    const { app, page } = await start();
    const { text, at } = await article('002', 'virtually zero');
    await writeFile(join(home, 'set.jsonl'), `${JSON.stringify({ id: 1, text, label: [[at, at + 14, 'Claim']] })}\n`);
    await answerDialogs(app, join(home, 'set.jsonl'));
    await openDocument(page, 'Pentagon chief claims');
    await page.keyboard.press('ControlOrMeta+Shift+A');
    await expect(dialog(page)).toContainText('1 annotation comes in.');
    await expect(dialog(page).getByRole('button', { name: 'Import', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => countsLine(samplePath(home))).toContain('claim 1·');
  });

  test('of a file that is none: the dialog says what can be read', async ({ start, home }) => {
    const { app, page } = await start();
    await writeFile(join(home, 'letter.bin'), 'Dear Ann, this is no set of anything.');
    await answerDialogs(app, join(home, 'letter.bin'));
    await chooseFromMenu(app, 'import-annotations');
    await expect(dialog(page).getByRole('alert')).toContainText('cannot be told by looking at it');
  });
});

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
    await dialog(page).getByRole('button', { name: 'Text' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toContainText('come in');
    await expect(dialog(page).getByRole('region', { name: 'New' })).toContainText('Ausschuss hat am Dienstag');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  });
});

test('what a newer version of an article has no place for is placed by hand, or said to be gone; undo brings it back', async ({
  start,
  home,
}) => {
  const url = 'https://paper.example/harbour';
  const opening = 'The harbour office said on Tuesday that the northern quay would stay closed until the summer.';
  const middle = 'Fishermen were told to wait for a letter that never came from the ministry.';
  const ending = 'Nobody in the town hall could say who had signed the contract for the repairs.';
  const older = { id: 'older', title: 'The quay stays closed', url, text: [opening, middle, ending].join('\n\n') };
  const text = [opening, 'A minister denied everything on the radio the next morning.'].join('\n\n');
  const newer = { id: 'newer', title: 'The quay stays closed, minister denies', url, text };
  const project = join(home, 'versions.variorum');
  await variorum('new', project, '--annotator', 'Ann');
  const bringIn = async (article: { readonly id: string }): Promise<void> => {
    const file = join(home, `${article.id}.jsonl`);
    await writeFile(file, `${JSON.stringify(article)}\n`);
    await variorum('import', project, file);
  };
  await bringIn(older);
  for (const passage of [middle, ending]) {
    const at = older.text.indexOf(passage);
    const place = ['--document', 'older', '--start', String(at), '--end', String(at + passage.length)];
    await variorum('tag', project, ...place, '--label', 'claim');
  }
  await bringIn(newer);
  const { page } = await start(project);
  await page.getByRole('button', { name: '2 to be placed' }).click();
  await expect(dialog(page)).toContainText('Fishermen were told');
  expect(await violations(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Go to the newer version' }).first().click();
  await expect(page.getByRole('main').getByRole('heading').first()).toContainText('minister denies');
  const here = page.getByRole('region', { name: 'Not placed in this version' });
  await expect(here.getByRole('button', { name: 'Place the selection here' }).first()).toBeDisabled();
  expect(await violations(page)).toEqual([]);
  await caretBefore(page, 'A minister denied');
  await selectWords(page, 4);
  await here.getByRole('button', { name: 'Place the selection here' }).first().click();
  await expect(page.getByRole('button', { name: '1 to be placed' })).toBeVisible();
  await here.getByRole('button', { name: 'Not in this version' }).click();
  await page.keyboard.type('cut by the editor');
  await page.keyboard.press('Enter');
  await expect(here).toBeHidden();
  await expect(page.getByRole('button', { name: 'to be placed' })).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: '1 to be placed' })).toBeVisible();
});

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
    await expect(preview(page)).not.toBeEmpty();
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

    const { text, at } = await article('002', 'virtually zero');
    const label = [
      [at, at + 14, 'Claim'],
      [5, 9_000_000, 'Claim'],
    ];
    await writeFile(join(home, 'set.jsonl'), `${JSON.stringify({ id: 1, text, label })}\n`);
    await chooseAnnotations({ app, page, printed: () => '' }, join(home, 'set.jsonl'));
    expect(await violations(page)).toEqual([]);
  });
}
