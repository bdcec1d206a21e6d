import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Commit } from '#shared/contract/commit.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
import { ok } from '#shared/text/result.ts';
import { nothingSaid, sampleApp } from './testing/sample-app.ts';
import { seeds, valueOf } from './testing/test-folder.ts';

const here = sampleApp();

/** Chooses files in the system's dialog, and brings them in. */
async function importFiles(...paths: readonly string[]) {
  const chosen = valueOf((await here.app.request('choose-articles', { folder: false }, { files: [paths] })).result);
  return (await here.app.request('import-articles', { chosen: chosen?.token ?? '', choices: [] })).result;
}

describe('import of articles', () => {
  it('counts what was added, was there, and was refused, and names each refused file with the reason', async () => {
    const files = [
      here.file('new.txt', 'A new article on another matter.'),
      join(seeds, readdirSync(seeds).find((name) => name.endsWith('.txt')) ?? ''),
      here.file('empty.txt', ''),
      here.file('photo.jpg', 'no text'),
    ];
    const result = await importFiles(...files);
    const outcome = valueOf(result);
    expect(outcome.message).toBe('1 added, 1 already there, 2 refused');
    expect(outcome.isRefusal).toBeUndefined();
    expect(outcome.details).toHaveLength(3);
    // What was refused comes first.
    expect(outcome.details[2]).toMatch(/^“[^”]+” is in the project already, with the same text\.$/u);
    expect(outcome.details.join('\n')).toContain('“empty.txt” is empty');
    expect(outcome.details.join('\n')).toContain('“photo.jpg” is neither .txt nor .md');
    expect(here.app.project.workbench.documents()).toHaveLength(6);
  });

  it('tells every window how far it is, and what it brought in', async () => {
    await importFiles(here.file('new.txt', 'A new article on another matter.'));
    expect(here.told()[0]).toMatchObject({ state: 'running', what: 'new.txt', done: 0, total: 1, share: 0 });
    expect(here.told().at(-1)).toMatchObject({ state: 'ended', what: 'new.txt', done: 1, total: 1, share: 1 });
    const documents = here.app.window.sent.flatMap(({ channel, message }) =>
      channel === 'variorum:commit' ? (message as Commit).changes.filter(({ entity }) => entity === 'document') : [],
    );
    expect(documents.map(({ row }) => (row as DocumentRow).name)).toEqual(['new.txt']);
  });

  it('of refused files alone changes nothing', async () => {
    const result = await importFiles(here.file('empty.txt', ''));
    expect(valueOf(result)).toMatchObject({ message: '1 refused', isRefusal: true });
    expect(here.app.window.sent.filter(({ channel }) => channel === 'variorum:commit')).toEqual([]);
  });

  it('takes JSON Lines in, an article a line, and names every line that is none', async () => {
    const lines = [
      '{"text": "The first article.", "id": "one"}',
      '{"text": ',
      '{"text": "The second article.", "id": "two"}',
    ];
    const result = await importFiles(here.file('big.jsonl', lines.join('\n')));
    expect(valueOf(result).message).toBe('2 added, 1 refused');
    expect(valueOf(result).details.join('\n')).toContain('big.jsonl line 2: ');
  });

  it('of many files is one act: one undo takes all of them back', async () => {
    const before = here.app.project.workbench.documents().length;
    const files = Array.from(
      { length: 450 },
      (_, number) => `{"text": "Article number ${number}.", "id": "a${number}"}`,
    );
    await importFiles(here.file('many.jsonl', files.join('\n')));
    expect(here.app.project.workbench.documents()).toHaveLength(before + 450);
    valueOf(here.app.project.workbench.call('history.undo', {}));
    expect(here.app.project.workbench.documents()).toHaveLength(before);
  });

  it('is refused while another one is under way, before anything is asked', async () => {
    const first = importFiles(here.file('new.txt', 'A new article on another matter.'));
    await expect.poll(() => here.told().length).toBeGreaterThan(0);
    expect((await here.app.request('choose-articles', { folder: false })).result).toMatchObject({
      ok: false,
      error: { message: '“new.txt” is still being imported. Wait until that has ended, or cancel it.' },
    });
    expect(valueOf(await first).message).toBe('1 added');
  });

  it('that is cancelled keeps what it has brought in and says so', async () => {
    const importing = importFiles(here.file('new.txt', 'A new article on another matter.'));
    while (here.told().length === 0) await Promise.resolve();
    expect((await here.app.run('cancel-job')).result).toEqual(nothingSaid);
    expect(valueOf(await importing).message).toBe('Import cancelled. Nothing was added.');
  });

  it('given up in the dialog chooses nothing', async () => {
    expect((await here.app.request('choose-articles', { folder: false }, { files: [[]] })).result).toEqual(ok(null));
    expect((await here.app.request('choose-articles', { folder: true }, { folders: [null] })).result).toEqual(ok(null));
  });

  it('says what was chosen without its path: a file by name, several by their number, a folder by name', async () => {
    const choose = async (...paths: readonly string[]) =>
      valueOf((await here.app.request('choose-articles', { folder: false }, { files: [paths] })).result);
    const [one, two] = [here.file('one.txt', 'One.'), here.file('two.txt', 'Two.')];
    const folder = valueOf(
      (await here.app.request('choose-articles', { folder: true }, { folders: [here.place.folder] })).result,
    );
    const chosen = [await choose(one), await choose(one, two), folder];
    expect(chosen.map((some) => some?.name)).toEqual(['one.txt', '2 files', here.place.folder.split('/').at(-1)]);
    expect(JSON.stringify(chosen)).not.toContain(`${here.place.folder}/`);
  });

  it('of what was never chosen, or chosen for something else, is refused', async () => {
    const forAnnotations = valueOf(
      (await here.app.request('choose-annotations', { folder: false }, { files: [[here.file('a.txt', 'A.')]] })).result,
    );
    for (const token of ['made-up', forAnnotations?.token ?? '']) {
      const { result } = await here.app.request('import-articles', { chosen: token, choices: [] });
      expect(result).toMatchObject({ ok: false, error: { type: 'NothingChosen' } });
    }
  });

  it('reads a file in the encoding that was confirmed for it', async () => {
    writeFileSync(here.place.file('old.txt'), Buffer.from('D\u00e9clar\u00e9 \u00e0 la tribune, hier soir.', 'latin1'));
    const chosen = valueOf(
      (await here.app.request('choose-articles', { folder: true }, { folders: [here.place.folder] })).result,
    );
    const choices = [{ file: 0, inside: '/old.txt', encoding: 'windows-1252' }];
    await here.app.request('import-articles', { chosen: chosen?.token ?? '', choices });
    const document = here.app.project.workbench.documents().find(({ name }) => name === 'old.txt');
    expect(here.app.project.workbench.text(document?.id ?? '')).toContain('D\u00e9clar\u00e9 \u00e0 la tribune');
  });
});
