import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, type CommandLine } from '../testing/command-line.ts';

const first = 'We will build 300 houses on the old ropewalk by the sea';
const second = 'and we will not raise the tax on fuel this year';
const putIn = 'Shares in the builder rose sharply after the news became known in the city, traders said on Tuesday.';
const own = ['--document', 'a.txt', '--start', '9', '--end', String(9 + first.length + 1 + second.length)];

interface Copies {
  readonly occurrences: readonly Readonly<Record<string, unknown>>[];
}

/** A project with an article and a copy of it that a paragraph was put into. */
async function brokenArticles(): Promise<CommandLine> {
  const line = commandLine();
  writeFileSync(join(line.folder, 'a.txt'), `He said: ${first} ${second}. Nobody in the town believed him.`);
  writeFileSync(
    join(line.folder, 'b.txt'),
    `He said: ${first}\n\n${putIn}\n\n${second}. Nobody in the town believed him.`,
  );
  await line.json('new', 'p.variorum');
  await line.json('import', 'p.variorum', 'a.txt', 'b.txt');
  return line;
}

const ranges = [
  { start: 9, end: 9 + first.length },
  { start: 9 + first.length + putIn.length + 4, end: 9 + first.length + putIn.length + 4 + second.length },
];

describe('a copy that something was put into', () => {
  it('is one occurrence with its ranges in copies, tag and annotations', async () => {
    const line = await brokenArticles();
    const foretold = (await line.json<Copies>('copies', 'p.variorum', ...own)).occurrences;
    const tagged = (await line.json<Copies>('tag', 'p.variorum', ...own, '--label', 'claim')).occurrences;
    const listed = (await line.json<readonly Copies[]>('annotations', 'p.variorum'))[0]?.occurrences;
    expect(foretold[1]).toMatchObject({
      document: 'b.txt',
      start: ranges[0]?.start,
      end: ranges[1]?.end,
      ranges,
      status: 'edited',
      text: `${first} … ${second}`,
    });
    expect([tagged, listed]).toEqual([foretold, foretold]);
  });

  it('has no ranges where it stands in one piece', async () => {
    const [whole] = (await (await brokenArticles()).json<Copies>('copies', 'p.variorum', ...own)).occurrences;
    expect(Object.keys(whole ?? {})).not.toContain('ranges');
  });

  it('is said to stand in ranges also where people read it', async () => {
    const { stdout } = await (await brokenArticles()).run('copies', 'p.variorum', ...own);
    expect(stdout.split('\n').filter((row) => row.includes('edited, in 2 ranges  “We will build'))).toHaveLength(1);
  });

  it('is detached by where it begins', async () => {
    const line = await brokenArticles();
    const { annotation } = await line.json<{ readonly annotation: string }>(
      'tag',
      'p.variorum',
      ...own,
      '--label',
      'claim',
    );
    const place = ['--annotation', annotation, '--document', 'b.txt', '--start', '9'];
    expect(
      (await line.json<{ readonly occurrence: unknown }>('detach', 'p.variorum', ...place)).occurrence,
    ).toMatchObject({
      status: 'detached',
      ranges,
    });
  });
});
