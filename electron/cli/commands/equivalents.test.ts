import { describe, expect, it } from 'vitest';
import { defaultEquivalents } from '#shared/collation/default-equivalents.ts';
import { commandLine, type CommandLine } from '../testing/command-line.ts';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly origin: string;
}

async function project(): Promise<CommandLine> {
  const line = commandLine();
  await line.json('new', 'p.variorum', '--annotator', 'Anna');
  return line;
}

const pairs = async (line: CommandLine): Promise<readonly Pair[]> =>
  await line.json('equivalents', 'p.variorum', 'list');

describe('equivalents', () => {
  it('begins with those the program brings', async () => {
    const listed = await pairs(await project());
    expect(listed).toHaveLength(defaultEquivalents.length);
    expect(listed[0]).toEqual({ a: 'ISIL', b: 'ISIS', origin: 'default' });
  });

  it('adds a pair of the project’s own, which a replay of the log knows too', async () => {
    const line = await project();
    expect(await line.json('equivalents', 'p.variorum', 'add', 'Islamic  State', 'the caliphate')).toEqual({
      a: 'Islamic State',
      b: 'the caliphate',
    });
    expect((await pairs(line)).at(-1)).toEqual({ a: 'Islamic State', b: 'the caliphate', origin: 'project' });
    expect(await line.json('rebuild', 'p.variorum')).toMatchObject({ differed: [] });
  });

  it('removes a pair, also one of the program’s, and undo brings it back', async () => {
    const line = await project();
    const before = await pairs(line);
    await line.json('equivalents', 'p.variorum', 'remove', 'isis', 'isil');
    expect(await pairs(line)).toEqual(before.slice(1));
    expect(await line.json('rebuild', 'p.variorum')).toMatchObject({ differed: [] });
    await line.json('undo', 'p.variorum');
    expect(await pairs(line)).toEqual(before);
    await line.json('redo', 'p.variorum');
    expect(await pairs(line)).toEqual(before.slice(1));
    await line.json('equivalents', 'p.variorum', 'add', 'ISIS', 'ISIL');
    expect(await pairs(line)).toEqual(before);
  });

  it.each([
    [['add', 'ISIS', 'isil'], 'EquivalentThere: “ISIL” and “ISIS” are equivalents already.'],
    [['add', 'US', 'U.S.'], 'SameEquivalent: “US” and “U.S.” are the same word as it is'],
    [['add', ' ', 'x'], 'BadEquivalent: “ ” cannot be an equivalent'],
    [['add', 'a b c d e', 'x'], 'EquivalentTooLong: “a b c d e” has 5 words'],
    [['remove', 'Putin', 'Kremlin'], 'EquivalentMissing: “Putin” and “Kremlin” are no equivalents'],
  ])('refuses %j and changes nothing', async (words, sentence) => {
    const line = await project();
    const before = await line.json('log', 'p.variorum');
    expect(await line.refusal('equivalents', 'p.variorum', ...words)).toContain(sentence);
    expect(await line.json('log', 'p.variorum')).toEqual(before);
  });

  it.each([
    [['equivalents', 'p.variorum'], '“equivalents” needs list, add or remove.'],
    [['equivalents', 'p.variorum', 'show'], '“equivalents” can list, add or remove, not “show”.'],
    [['equivalents', 'p.variorum', 'list', 'a'], '“equivalents PROJECT list” takes no words.'],
    [['equivalents', 'p.variorum', 'add', 'a'], '“equivalents PROJECT add” needs two words or phrases, A and B.'],
    [['equivalents', 'p.variorum', 'add', 'a', 'b', 'c'], '“equivalents” does not know what to do with “c”.'],
    [['equivalents', 'p.variorum', 'add', 'a', ''], '“equivalents” needs B, not an empty word.'],
  ])('is wrong usage as %j', async (words, sentence) => {
    const { status, stderr } = await (await project()).run(...words);
    expect([status, stderr.split('\n').slice(0, 2)]).toEqual([
      2,
      [`variorum: ${sentence}`, 'Usage: variorum equivalents PROJECT list|add A B|remove A B [--json]'],
    ]);
  });
});
