/** Out to passim and back: what it is given, what it would answer, and the links that follow. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alignmentKey, type OutsideAlignment } from '#shared/domain/alignment.ts';
import { passimLine, type Said } from '#electron/exchange/passim/testing/passim-line.ts';
import { openProject } from '#electron/workbench/open.ts';
import { valueOf } from '#electron/workbench/testing/five-articles.ts';
import { commandLine, fiveArticles, type CommandLine } from '../testing/command-line.ts';

const shared = 'Nobody on the quay - so the harbour-master said - had seen thirty ships leave before the rain set in';
const emoji = [`😀😀 Our own report.\n\n${shared}.\n`, `🏴‍☠️ From the wires: ${shared}. 🚢 More follows.\n`];

/** The five articles, and two with characters of two UTF-16 units before what they share. */
async function seven(): Promise<CommandLine> {
  const line = await fiveArticles();
  emoji.forEach((text, at) => {
    writeFileSync(join(line.folder, `emoji-${at}.txt`), text);
  });
  await line.json('import', 'p.variorum', 'emoji-0.txt', 'emoji-1.txt');
  return line;
}

interface Exported {
  readonly id: string;
  readonly series: string;
  readonly text: string;
}

interface Listed {
  readonly occurrences: readonly { readonly documentId: string; readonly start: number; readonly end: number }[];
}

/** What passim would answer to the export: our own passages, each first occurrence aligned with the others. */
async function answerOf(
  line: CommandLine,
  file: string,
): Promise<readonly { readonly written: string; readonly spans: OutsideAlignment }[]> {
  const texts = new Map(
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one) as Exported)
      .map((one) => [one.id, one]),
  );
  const sideOf = ({ documentId, start, end }: Listed['occurrences'][number]): Said => {
    const exported = texts.get(documentId);
    if (exported === undefined) throw new Error(`not exported: ${documentId}`);
    return { ...exported, start, end };
  };
  return (await line.json<readonly Listed[]>('passages', 'p.variorum', '--min-words', '8')).flatMap(
    ({ occurrences }) => {
      const [first, ...others] = occurrences;
      if (first === undefined) return [];
      return others
        .filter(({ documentId }) => documentId !== first.documentId)
        .map((other) => ({
          written: passimLine(sideOf(first), sideOf(other)),
          spans: { a: placeOf(first), b: placeOf(other) },
        }));
    },
  );
}

function placeOf({ documentId, start, end }: Listed['occurrences'][number]): OutsideAlignment['a'] {
  return { document: documentId, start, end };
}

/** A project with the same documents that has no alignments yet, and passim's answer for it in `align.json`. */
async function exchanged() {
  const from = await seven();
  const { file, exported } = await from.json<{ readonly file: string; readonly exported: number }>(
    'passim',
    'export',
    'p.variorum',
    'spark',
  );
  const answer = await answerOf(from, file);
  const lines = answer.map(({ written }) => written);
  const spans = answer.map((one) => one.spans);
  const to = await seven();
  writeFileSync(join(to.folder, 'align.json'), lines.map((one) => `${one}\n`).join(''));
  return { to, lines, spans, file, exported };
}

interface Imported {
  readonly imported: number;
  readonly known: number;
  readonly refused: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
}

const take = async (line: CommandLine, path = 'align.json'): Promise<Imported> =>
  await line.json('passim', 'import', 'p.variorum', path);

describe('passim', () => {
  it('writes every document, and says how to go on', async () => {
    const line = await seven();
    const { status, stdout } = await line.run('passim', 'export', 'p.variorum', 'spark');
    const file = join(line.folder, 'spark', 'passim-input.json');
    const output = join(line.folder, 'spark', 'passim-output');
    expect([status, stdout]).toEqual([
      0,
      [
        `Wrote 7 documents to “${file}”. Let passim 2 read them, on one machine or many:`,
        `  passim --pairwise -n 15 -m 1 -a 20 --floating-ngrams ${file} ${output}`,
        'and take back what it found:',
        `  variorum passim import p.variorum ${join(output, 'align.json')}`,
        '',
      ].join('\n'),
    ]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(8);
  });

  it('takes back as links what was found in its export, exact to the character', async () => {
    const { to, lines, spans, file, exported } = await exchanged();
    expect([exported, file.endsWith('passim-input.json'), lines.length > 3]).toEqual([7, true, true]);
    expect(await take(to)).toEqual({ imported: lines.length, known: 0, refused: [] });
    const events = await to.json<readonly { readonly type: string; readonly payload: Payload }[]>('log', 'p.variorum');
    const kept = events.filter(({ type }) => type === 'alignments-imported');
    expect(kept.map(({ payload }) => payload.origin)).toEqual(['align.json']);
    expect(kept.flatMap(({ payload }) => payload.alignments.map(alignmentKey)).toSorted()).toEqual(
      spans.map(alignmentKey).toSorted(),
    );
    const workbench = valueOf(openProject(join(to.folder, 'p.variorum')));
    const words = kept.flatMap(({ payload }) =>
      payload.alignments.map(({ a, b }) =>
        [a, b].map(({ document, start, end }) => workbench.text(document).slice(start, end)),
      ),
    );
    workbench.close();
    expect(words).toContainEqual([shared, shared]);
  });

  it('does not take twice what is there already, and one undo takes the import back whole', async () => {
    const { to, lines } = await exchanged();
    await take(to);
    expect(await take(to)).toEqual({ imported: 0, known: lines.length, refused: [] });
    expect(await to.json('undo', 'p.variorum')).toMatchObject({ type: 'alignments-imported' });
    expect(await take(to)).toMatchObject({ imported: lines.length, known: 0 });
    expect(await to.json('rebuild', 'p.variorum')).toMatchObject({ differed: [] });
  });

  it('takes what is right and names what is not', async () => {
    const { to, lines } = await exchanged();
    const first = JSON.parse(lines[0] ?? '') as { readonly id2: string };
    const unknown = JSON.stringify({ ...first, id2: 'nobody' });
    writeFileSync(join(to.folder, 'align.json'), [unknown, ...lines, (lines[1] ?? '').slice(0, 90)].join('\n'));
    const { imported, refused } = await take(to);
    expect([imported, refused.map(({ file, line }) => `${file} ${line}`)]).toEqual([
      lines.length,
      ['align.json 1', `align.json ${lines.length + 2}`],
    ]);
    expect(refused[0]?.reason).toContain('the project has no document “nobody”.');
    expect(refused[1]?.reason).toContain('the line ends in the middle of its JSON.');
  });

  it('is refused, and changes nothing, where it is given the clusters by mistake', async () => {
    const line = await fiveArticles();
    const before = await line.json('log', 'p.variorum');
    const cluster = { uid: 1, cluster: 1, begin: 0, end: 9, size: 2, id: 'x', series: 's', text: 'Russia' };
    writeFileSync(join(line.folder, 'out.json'), `${JSON.stringify(cluster)}\n`.repeat(3));
    const { status, stdout, stderr } = await line.run('passim', 'import', 'p.variorum', 'out.json');
    expect([status, stdout, stderr]).toEqual([
      1,
      '0 alignments imported, 0 already there, 1 refused.\n',
      'variorum: out.json line 1: these are passim’s clusters, not its alignments. Run passim with --pairwise and import its align.json.\n',
    ]);
    expect(await line.json('log', 'p.variorum')).toEqual(before);
  });

  it('names twenty lines and counts the others, unless all are asked for', async () => {
    const line = await fiveArticles();
    writeFileSync(join(line.folder, 'align.json'), 'x\n'.repeat(25));
    const { status, stderr } = await line.run('passim', 'import', 'p.variorum', 'align.json');
    expect([status, stderr.trimEnd().split('\n').slice(19)]).toEqual([
      1,
      ['variorum: align.json line 20: the line is not JSON.', 'variorum: And 5 more. --json names them all.'],
    ]);
    const all = await line.run('passim', 'import', 'p.variorum', 'align.json', '--json');
    expect((JSON.parse(all.stdout) as Imported).refused).toHaveLength(25);
  });

  it.each([
    [['fetch', 'p.variorum', 'x'], '“passim” can export or import, not “fetch”.'],
    [['export', 'p.variorum'], '“passim” needs DIR or align.json.'],
  ])('is wrong usage as %j', async (words, sentence) => {
    const { status, stderr } = await commandLine().run('passim', ...words);
    expect([status, stderr.split('\n').slice(0, 2)]).toEqual([
      2,
      [`variorum: ${sentence}`, 'Usage: variorum passim export PROJECT DIR|import PROJECT align.json [--json]'],
    ]);
  });

  it('writes nothing where there is no folder to write into', async () => {
    const line = await fiveArticles();
    expect(await line.refusal('passim', 'export', 'p.variorum', 'no/such')).toContain('ExportFolderMissing');
  });
});

interface Payload {
  readonly origin: string;
  readonly alignments: readonly OutsideAlignment[];
}
