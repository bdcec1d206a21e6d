import { describe, expect, it } from 'vitest';
import expected from '#seeds/expected.json' with { type: 'json' };
import { commandLine, fiveArticles } from '../testing/command-line.ts';

interface Listed {
  readonly kind: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly against: string;
  readonly againstStart: number;
  readonly againstEnd: number;
  readonly againstText: string;
  readonly moved: boolean;
}

interface Group {
  readonly leader: string;
  readonly documents: readonly { readonly document: string; readonly containment: number }[];
}

const variants = async (...words: readonly string[]): Promise<readonly Listed[]> =>
  await (await fiveArticles()).json<Listed[]>('variants', 'p.variorum', ...words);

describe('variorum variants', () => {
  it.each(expected.variants)('knows where $document differs from $against', async ({ document, against, places }) => {
    expect(await variants('--document', document, '--against', against)).toMatchObject(places);
  });

  it('holds a document of a group against its siblings alone', async () => {
    expect((await variants('--document', '001')).filter(({ kind }) => kind === 'insertion')).toMatchObject([
      {
        document: '001_4edc83eb83c6ee5b.txt',
        text: 'Ash Carter',
        against: '002_b621e881764f3622.txt',
        againstText: '',
      },
    ]);
  });

  it('holds any other document against all it shares a stretch with, the one with most first', async () => {
    const others = (await variants('--document', '000')).map(({ against }) => against.slice(0, 3));
    expect([...new Set(others)]).toEqual(['002', '001']);
  });

  it('finds none in a document without copies, nor against the document itself', async () => {
    expect([
      ...(await variants('--document', '003')),
      ...(await variants('--document', '003', '--against', '003')),
    ]).toEqual([]);
  });

  it('reads as lines', async () => {
    const { stdout } = await (
      await fiveArticles()
    ).run('variants', 'p.variorum', '--document', '000', '--against', '001');
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      '8 variants against 001_4edc83eb83c6ee5b.txt',
      '  insertion     245   252  “support”',
      '  insertion     274   277  “the”',
      '  substitution  474   482  “[Russia]” for “They”',
      '  substitution  527   551  “[the Islamic State (IS)]” for “ISIL”',
    ]);
  });

  it('says which document is not there', async () => {
    expect(
      await (await fiveArticles()).refusal('variants', 'p.variorum', '--document', '001', '--against', 'nine'),
    ).toContain('“nine”');
  });
});

describe('variorum groups', () => {
  it('names the leader, and how much each document has in common with it', async () => {
    const line = await fiveArticles();
    const [group, ...more] = await line.json<Group[]>('groups', 'p.variorum');
    expect(more).toEqual([]);
    expect(group?.documents[0]).toMatchObject({ document: group?.leader, containment: 1 });
    expect(group?.documents.map(({ document }) => document).toSorted()).toEqual([
      '001_4edc83eb83c6ee5b.txt',
      '002_b621e881764f3622.txt',
    ]);
    expect(group?.documents[1]?.containment).toBeCloseTo(317 / 319, 10);
    expect((await line.run('groups', 'p.variorum')).stdout).toMatch(
      /^2 documents led by 00[12].+\n {2}.+ {2}100 %\n {2}.+ {2}99 %\n$/u,
    );
  });

  it('says when there are none', async () => {
    const line = commandLine();
    await line.json('new', 'p.variorum');
    expect((await line.run('groups', 'p.variorum')).stdout).toBe('No document is a near-copy of another.\n');
  });
});
