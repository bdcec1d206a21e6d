import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportChoices } from '#shared/contract/export-choices.ts';
import { nothingSaid, sampleApp } from './testing/sample-app.ts';
import { valueOf } from './testing/test-folder.ts';

const here = sampleApp();

const whole: ExportChoices = {
  format: 'jsonl',
  scope: { within: { type: 'all' }, rows: 'occurrences' },
  text: true,
};

const exportAs = (format: string, target: string | null, folder = false) =>
  here.app.request(
    'export',
    { choices: { ...whole, format }, folder },
    folder ? { folders: [target] } : { targets: [target] },
  );

describe('export', () => {
  it.each([
    ['jsonl', 'Five articles.jsonl', 'Not in the file: the name of the project'],
    ['csv', 'Five articles.csv', 'Not in the file: titles of documents'],
    ['brat', 'Five articles (brat).zip', ''],
  ])('as %s suggests %s, writes it, and says what it holds and what it cannot', async (format, name, lost) => {
    here.tagSomething();
    const target = here.place.file(`out-${name}`);
    const { result, suggested } = await exportAs(format, target);
    const outcome = valueOf(result);
    expect(suggested[0]).toBe(join(here.sample, '..', name));
    expect(outcome.message).toMatch(/^1 annotation, \d+ occurrences? written to “out-Five articles.*”\.$/u);
    expect(outcome.details[0]).toBe(target);
    expect(outcome.details.slice(1).join('\n')).toContain(lost);
    expect(readFileSync(target).length).toBeGreaterThan(100);
  });

  it('tells every window that it is under way, and when it has ended', async () => {
    await exportAs('csv', here.place.file('out.csv'));
    expect(here.told().map(({ kind, state, what }) => [kind, state, what])).toEqual(
      expect.arrayContaining([
        ['export', 'running', 'out.csv'],
        ['export', 'ended', 'out.csv'],
      ]),
    );
  });

  it('of a part of the project holds that part alone', async () => {
    here.tagSomething();
    const target = here.place.file('none.csv');
    const scope = { ...whole.scope, labels: [] };
    const input = { choices: { ...whole, format: 'csv', scope }, folder: false };
    const { result } = await here.app.request('export', input, { targets: [target] });
    expect(valueOf(result).message).toBe('0 annotations, 0 occurrences written to “none.csv”.');
  });

  it('of several files goes into a folder that is empty, and beside what is in one that is not', async () => {
    here.tagSomething();
    const folder = here.place.file('folder');
    mkdirSync(folder);
    valueOf((await exportAs('brat', folder, true)).result);
    const inIt = readdirSync(folder);
    expect(inIt).toContain('annotation.conf');
    valueOf((await exportAs('brat', folder, true)).result);
    expect(readdirSync(folder).toSorted()).toEqual(
      [...inIt, 'Five articles (brat)', 'Five articles (brat).losses.json']
        .filter((name) => existsSync(join(folder, name)))
        .toSorted(),
    );
    expect(readdirSync(join(folder, 'Five articles (brat)'))).toContain('annotation.conf');
  });

  it('replaces what the user agreed to have replaced', async () => {
    const target = here.file('out.jsonl', 'old');
    valueOf((await exportAs('jsonl', target)).result);
    expect(readFileSync(target, 'utf8')).not.toBe('old');
  });

  it('never replaces an open project', async () => {
    symlinkSync(here.sample, here.place.file('alias.csv'));
    const { result } = await exportAs('csv', here.place.file('alias.csv'));
    expect(result).toMatchObject({ ok: false, error: { type: 'ProjectIsOpen' } });
  });

  it('into a folder that is not there says so', async () => {
    const { result } = await exportAs('csv', here.place.file('none/out.csv'));
    expect(result).toMatchObject({ ok: false, error: { type: 'ExportFolderMissing' } });
  });

  it('in a format that there is not is refused before anything is asked', async () => {
    expect(
      (await here.app.request('export', { choices: { ...whole, format: 'wav' }, folder: false })).result,
    ).toMatchObject({
      ok: false,
      error: { type: 'UnknownFormat' },
    });
  });

  it('given up writes nothing', async () => {
    expect((await exportAs('csv', null)).result).toEqual(nothingSaid);
    expect((await exportAs('brat', null, true)).result).toEqual(nothingSaid);
  });

  it('that is cancelled leaves nothing behind, and says so', async () => {
    const exporting = exportAs('csv', here.place.file('out.csv'));
    while (here.told().length === 0) await Promise.resolve();
    await here.app.run('cancel-job');
    expect(valueOf((await exporting).result).message).toBe('The export was cancelled; “out.csv” was not written.');
    expect(existsSync(here.place.file('out.csv'))).toBe(false);
  });
});
