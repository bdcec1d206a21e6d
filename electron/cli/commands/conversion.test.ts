/** Annotated sets of other programs, turned into one another and held against their formats: without a project. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { setFormatNames } from '#electron/exchange/set/catalogue.ts';
import { commandLine, fiveArticles, type CommandLine } from '../testing/command-line.ts';

interface Exported {
  readonly annotations: number;
  readonly occurrences: number;
  readonly losses: readonly { readonly kind: string; readonly count: number }[];
}

let line: CommandLine;

/** “… virtually zero …” stands in several of the articles. */
const claim = ['--document', '002', '--start', '459', '--end', '583', '--label', 'claim'] as const;

async function exportedJsonl(): Promise<string> {
  line = await fiveArticles();
  await line.json('tag', 'p.variorum', ...claim);
  await line.json('export', 'p.variorum', '--format', 'jsonl', '--out', 'set.jsonl');
  return join(line.folder, 'set.jsonl');
}

beforeEach(() => {
  line = commandLine();
});

describe('convert and validate', () => {
  it('turn a set into another format and find nothing wrong with it', async () => {
    await exportedJsonl();
    const { annotations, occurrences } = await line.json<Exported>(
      'convert',
      'set.jsonl',
      'set.csv',
      '--from',
      'auto',
      '--to',
      'csv',
    );
    expect([annotations, occurrences]).toEqual([1, 3]);
    for (const file of ['set.jsonl', 'set.csv'])
      expect(await line.json('validate', file, '--format', 'auto')).toMatchObject({ valid: true });
  });

  it.each(setFormatNames)('turn texts without names, ids or words of our own into %s', async (format) => {
    const lines = [
      { text: 'One minister denies it.', label: [[4, 12, 'PER']] },
      {
        text: 'One minister denies it.',
        label: [
          [0, 3, 'NUM'],
          [4, 12, 'PER'],
        ],
      },
      { text: 'Another one 😀 does not.', label: [[12, 14, 'x|y']] },
      { id: 7, text: 'Two are called seven.', label: [[0, 3, 'NUM']] },
      { id: 7, text: 'Two are called seven, so.', label: [[0, 3, 'NUM']] },
    ];
    writeFileSync(join(line.folder, 'd.jsonl'), lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const { occurrences, losses } = await line.json<Exported>(
      'convert',
      'd.jsonl',
      'out',
      '--from',
      'doccano',
      '--to',
      format,
    );
    const lost = losses.find(({ kind }) => kind === 'occurrence')?.count ?? 0;
    expect(occurrences + lost).toBe(6);
  });

  it('validate finds no fault with what is right and would not be imported', async () => {
    writeFileSync(join(line.folder, 'a.txt'), 'Ann met Ben.');
    writeFileSync(join(line.folder, 'a.ann'), 'T1\tPER 0 3\tAnn\nT2\tPER 8 11\tBen\nR1\tmet Arg1:T1 Arg2:T2\n');
    const { status, stdout } = await line.run('validate', '.', '--format', 'brat', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([
      0,
      { valid: true, problems: [], notImported: [{ where: 'a.ann, line 3' }] },
    ]);
  });

  it('validate lists what is wrong, with its place, and fails', async () => {
    const path = await exportedJsonl();
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/"start":(\d+)/u, (_, start: string) => `"start":${Number(start) + 1}`),
    );
    const { status, stdout } = await line.run('validate', 'set.jsonl', '--format', 'jsonl', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ valid: false, spans: { ok: 2, wrong: 1 }, problemCount: 1 });
  });

  it('refuse a file that is not there or that nobody can read', async () => {
    writeFileSync(join(line.folder, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff]));
    expect(await line.refusal('validate', 'none.jsonl', '--format', 'auto')).toBe(
      'SetNotReadable: There is no “none.jsonl”. Check the path.',
    );
    expect(await line.refusal('validate', 'photo.jpg', '--format', 'auto')).toMatch(/cannot be told by looking at it/u);
  });
});
