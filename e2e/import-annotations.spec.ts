/** Another program’s annotations come in through the window, seen before, with the mouse and without it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countsLine, samplePath, variorum } from './command-line.ts';
import { articleWith, untaggedProject } from './five-articles.ts';
import { expect, test } from './fixture.ts';
import {
  answerDialogs,
  chooseAnnotations,
  chooseFromMenu,
  countsOf,
  dialog,
  importChosen,
  library,
  messages,
  openDocument,
} from './workbench-window.ts';

const noneTagged = 'claim 0·0, rebuttal 0·0, editorial-insertion 0·0';

test.describe('another program’s annotations come in', () => {
  test('of spaCy, counted in UTF-16: what is repaired and what is refused is said first; one undo takes all back', async ({
    start,
    home,
  }) => {
    const running = await start();
    const { page } = running;
    const { text, at } = await articleWith('002', 'virtually zero');
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
    await chooseAnnotations(running.app, page, file);
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
    const colleague = await untaggedProject(join(home, 'ben', 'untagged.variorum'));
    const { at } = await articleWith('003', 'Pentagon');
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
    await chooseAnnotations(running.app, page, file);
    await expect(dialog(page)).toContainText('1 to be repaired, if you agree');
    await expect(dialog(page).getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
    await dialog(page).getByText('Put 1 span where the words were found').click();
    await expect(dialog(page).getByRole('region', { name: 'Repaired' })).toContainText('line');
    await importChosen(page);
    await expect(messages(page)).toContainText('1 repaired');
    expect(await countsLine(samplePath(home))).toContain('claim 1·1');
  });

  test('of our own brat archive and our own lines, from a colleague’s project', async ({ start, home }) => {
    const colleague = await untaggedProject(join(home, 'ben', 'untagged.variorum'));
    const { at } = await articleWith('002', 'they said they were going to');
    const place = ['--document', '002', '--start', String(at), '--end', String(at + 28)];
    await variorum('tag', colleague, ...place, '--label', 'claim', '--annotator', 'Ben');
    const running = await start();
    const { page } = running;
    for (const [format, file] of [
      ['brat', 'ben.zip'],
      ['jsonl', 'ben.jsonl'],
    ] as const) {
      await variorum('export', colleague, '--format', format, '--out', join(home, file));
      await chooseAnnotations(running.app, page, join(home, file));
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
    const { text, at } = await articleWith('002', 'virtually zero');
    await writeFile(join(home, 'set.jsonl'), `${JSON.stringify({ id: 1, text, label: [[at, at + 14, 'Claim']] })}\n`);
    await answerDialogs(app, join(home, 'set.jsonl'));
    await openDocument(page, 'Pentagon chief claims');
    await page.keyboard.press('ControlOrMeta+Shift+A');
    await expect(dialog(page)).toContainText('1 annotation comes in.');
    await expect(dialog(page).getByRole('button', { name: 'Import', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => countsLine(samplePath(home))).toContain('claim 1·');
    await expect(page.getByRole('button', { name: 'Undo: import of annotations' })).toBeVisible();
  });

  test('of a file that is none: the dialog says what can be read', async ({ start, home }) => {
    const { app, page } = await start();
    await writeFile(join(home, 'letter.bin'), 'Dear Ann, this is no set of anything.');
    await answerDialogs(app, join(home, 'letter.bin'));
    await chooseFromMenu(app, 'import-annotations');
    await expect(dialog(page).getByRole('alert')).toContainText('cannot be told by looking at it');
  });
});
