import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, fiveArticles, seedNames, type CommandLine } from '../testing/command-line.ts';

interface Occurrence {
  readonly document: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly status: string;
  readonly text: string;
}
interface Tagged {
  readonly annotation: string;
  readonly label: string;
  readonly joined: boolean;
  readonly occurrences: readonly Occurrence[];
  readonly elsewhere: readonly {
    readonly document: string;
    readonly start: number;
    readonly end: number;
    readonly reason: string;
  }[];
}
interface CountLine {
  readonly label: string;
  readonly passages: number;
  readonly occurrences: number;
  readonly pending: number;
}
interface Counts {
  readonly labels: readonly CountLine[];
  readonly documents: readonly { readonly document: string; readonly labels: readonly CountLine[] }[];
}

const virtuallyZero = ['--document', '002', '--start', '103', '--end', '117'];

async function tagged(line: CommandLine, ...more: readonly string[]): Promise<Tagged> {
  return await line.json<Tagged>('tag', 'p.variorum', ...virtuallyZero, '--label', 'claim', ...more);
}

async function claims(line: CommandLine): Promise<string> {
  const claim = (await line.json<Counts>('counts', 'p.variorum')).labels.find(({ label }) => label === 'claim');
  return `${claim?.passages} passages, ${claim?.occurrences} occurrences`;
}

const places = (found: readonly { readonly document: string; readonly start: number }[]): readonly string[] =>
  found.map(({ document, start }) => `${document.slice(0, 3)} ${start}`).toSorted();

describe('new', () => {
  it('makes a project of the annotator', async () => {
    const line = commandLine();
    expect(await line.json('new', 'news.variorum', '--annotator', 'Anna')).toMatchObject({
      project: join(line.folder, 'news.variorum'),
      name: 'news',
      annotator: 'Anna',
    });
  });
});

describe('import', () => {
  it('adds every article, in the order given', async () => {
    const line = await fiveArticles();
    expect(
      (await line.json<readonly { readonly name: string }[]>('documents', 'p.variorum')).map(({ name }) => name),
    ).toEqual(seedNames);
  });

  it('says of an article that it is there already, and changes nothing', async () => {
    const line = await fiveArticles();
    const before = await line.json('log', 'p.variorum');
    const [first = ''] = seedNames;
    expect(await line.json('import', 'p.variorum', first)).toMatchObject([
      { document: first, status: 'already there' },
    ]);
    expect(await line.json('log', 'p.variorum')).toEqual(before);
  });

  it('takes the articles it can read, and refuses the others one by one', async () => {
    const line = commandLine();
    await line.json('new', 'p.variorum');
    writeFileSync(join(line.folder, 'good.txt'), 'A good story.');
    writeFileSync(join(line.folder, 'bad.txt'), Buffer.from([0x61, 0xff]));
    const { status, stdout, stderr } = await line.run(
      'import',
      'p.variorum',
      'bad.txt',
      'good.txt',
      'none.txt',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { document: 'bad.txt', documentId: null, status: 'refused' },
      { document: 'good.txt', status: 'added' },
      { document: 'none.txt', status: 'refused' },
    ]);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^variorum: “bad\.txt” is not UTF-8[;:]/u),
      expect.stringMatching(/^variorum: There is no file “none\.txt” in/u),
      '',
    ]);
  });

  it('is refused only where every file is, and still answers with all of them', async () => {
    const line = commandLine();
    await line.json('new', 'p.variorum');
    mkdirSync(join(line.folder, 'stories'));
    const { status, stdout } = await line.run('import', 'p.variorum', 'stories', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { document: 'stories', status: 'refused', reason: '“stories” holds no files. There is nothing to import.' },
    ]);
  });
});

describe('tag', () => {
  it('tags every copy, lists the same wording elsewhere, and counts both ways', async () => {
    const line = await fiveArticles();
    const { occurrences, elsewhere, joined } = await tagged(line);
    expect(places(occurrences)).toEqual(['000 229', '001 17', '002 103']);
    expect(places(elsewhere)).toEqual(['000 61', '001 583', '002 60', '002 654']);
    expect(joined).toBe(false);
    expect(await claims(line)).toBe('1 passages, 3 occurrences');
  });

  it('is foretold by copies, which changes nothing', async () => {
    const line = await fiveArticles();
    const foretold = await line.json<Tagged>('copies', 'p.variorum', ...virtuallyZero);
    expect(await claims(line)).toBe('0 passages, 0 occurrences');
    const { occurrences, elsewhere } = await tagged(line);
    expect(places(foretold.occurrences)).toEqual(places(occurrences));
    expect(places(foretold.elsewhere)).toEqual(places(elsewhere));
  });

  it('names documents by name with the id beside, and quotes the text', async () => {
    const line = await fiveArticles();
    const ids = new Map(
      (await line.json<readonly { readonly id: string; readonly name: string }[]>('documents', 'p.variorum')).map(
        ({ id, name }) => [name, id],
      ),
    );
    for (const { document, documentId, start, end, text } of (await tagged(line)).occurrences) {
      expect(documentId).toBe(ids.get(document));
      expect(readFileSync(join(line.folder, document), 'utf8').slice(start, end)).toBe(text);
    }
  });

  it('takes the label by its name in any case, and the document by its id', async () => {
    const line = await fiveArticles();
    const [first] = await line.json<readonly { readonly id: string }[]>('documents', 'p.variorum');
    const words = ['tag', 'p.variorum', '--document', first?.id ?? '', '--start', '0', '--end', '25'];
    expect((await line.json<Tagged>(...words, '--label', 'EDITORIAL insertion')).label).toBe('editorial-insertion');
  });

  it('joins the annotation when a copy of it is tagged, by the same annotator only', async () => {
    const line = await fiveArticles();
    const { annotation } = await tagged(line);
    const copy = ['tag', 'p.variorum', '--document', '000', '--start', '229', '--end', '243', '--label', 'claim'];
    expect(await line.json<Tagged>(...copy)).toMatchObject({ annotation, joined: true });
    expect(await line.json<Tagged>(...copy, '--annotator', 'Ben')).toMatchObject({ joined: false });
    expect(await line.json<readonly unknown[]>('annotations', 'p.variorum', '--annotator', 'Ben')).toHaveLength(1);
  });

  it('keeps a note that begins with a dash', async () => {
    const line = await fiveArticles();
    await tagged(line, '--note', '- see page 3');
    expect(await line.json('annotations', 'p.variorum')).toMatchObject([{ note: '- see page 3', annotator: 'Anna' }]);
  });
});

describe('one occurrence', () => {
  it('is detached with a reason, attached again, and the others stay', async () => {
    const line = await fiveArticles();
    const { annotation } = await tagged(line);
    const words = ['p.variorum', '--annotation', annotation, '--document', '000', '--start', '229'];
    expect(await line.json('detach', ...words, '--reason', 'irony')).toMatchObject({
      occurrence: { status: 'detached' },
      reason: 'irony',
    });
    expect(await claims(line)).toBe('1 passages, 2 occurrences');
    expect(await line.json('attach', ...words)).toMatchObject({ occurrence: { status: 'exact' } });
    expect(await claims(line)).toBe('1 passages, 3 occurrences');
  });

  it('can be attached from the same wording elsewhere', async () => {
    const line = await fiveArticles();
    const { annotation } = await tagged(line);
    await line.json('attach', 'p.variorum', '--annotation', annotation, '--document', '001', '--start', '583');
    expect(await claims(line)).toBe('1 passages, 4 occurrences');
  });
});

describe('untag, undo and redo', () => {
  it('take away, bring back and take away again', async () => {
    const line = await fiveArticles();
    const { annotation } = await tagged(line);
    expect(await line.json('untag', 'p.variorum', '--annotation', annotation)).toEqual({
      annotation,
      label: 'claim',
      occurrences: 3,
    });
    expect(await claims(line)).toBe('0 passages, 0 occurrences');
    await line.json('undo', 'p.variorum');
    expect(await claims(line)).toBe('1 passages, 3 occurrences');
    await line.json('redo', 'p.variorum');
    expect(await claims(line)).toBe('0 passages, 0 occurrences');
  });

  it('say what was taken back, and where', async () => {
    const line = await fiveArticles();
    await tagged(line);
    expect(await line.json('undo', 'p.variorum')).toMatchObject({
      type: 'annotation-tagged',
      place: { document: seedNames[2], start: 103 },
    });
  });
});

describe('the lists', () => {
  it('show annotations by document and by label', async () => {
    const line = await fiveArticles();
    const { annotation } = await tagged(line);
    const list = async (...filter: readonly string[]): Promise<readonly { readonly annotation: string }[]> =>
      await line.json('annotations', 'p.variorum', ...filter);
    expect((await list('--document', '001', '--label', 'Claim')).map((each) => each.annotation)).toEqual([annotation]);
    expect(await list('--document', '003')).toEqual([]);
    expect(await list('--label', 'rebuttal')).toEqual([]);
  });

  it('show counts per document', async () => {
    const line = await fiveArticles();
    await tagged(line);
    const { documents } = await line.json<Counts>('counts', 'p.variorum');
    const counted = documents.map(({ document, labels }) => [
      document.slice(0, 3),
      labels.find(({ label }) => label === 'claim')?.occurrences ?? 0,
    ]);
    expect(Object.fromEntries(counted)).toMatchObject({ '000': 1, '001': 1, '002': 1 });
  });

  it('show passages with their text, the longest of them as in both papers', async () => {
    const line = await fiveArticles();
    const passages = await line.json<
      readonly { readonly words: number; readonly occurrences: readonly Occurrence[] }[]
    >('passages', 'p.variorum', '--min-words', '100');
    expect(passages.map(({ occurrences }) => places(occurrences))).toEqual([['001 0', '002 86']]);
    for (const { document, start, end, text } of passages[0]?.occurrences ?? []) {
      expect(readFileSync(join(line.folder, document), 'utf8').slice(start, end)).toBe(text);
    }
  });

  it('show the log, oldest first', async () => {
    const line = await fiveArticles();
    await tagged(line);
    const types = (await line.json<readonly { readonly type: string }[]>('log', 'p.variorum')).map(({ type }) => type);
    expect([types[0], types.at(-1)]).toEqual(['project-created', 'annotation-tagged']);
    expect(types.filter((type) => type === 'document-imported')).toHaveLength(5);
  });
});

describe('rebuild', () => {
  it('finds that nothing differs', async () => {
    const line = await fiveArticles();
    await tagged(line);
    expect(await line.json('rebuild', 'p.variorum')).toMatchObject({ differed: [] });
    expect(await claims(line)).toBe('1 passages, 3 occurrences');
  });
});

describe('export', () => {
  it.each(['jsonl', 'csv', 'w3c'])(
    'writes %s, says where and what is lost, and replaces what it wrote before',
    async (format) => {
      const line = await fiveArticles();
      await tagged(line);
      const out = `set.${format}`;
      const exported = await line.json<{ readonly written: readonly string[] }>(
        'export',
        'p.variorum',
        '--format',
        format,
        '--out',
        out,
      );
      expect(exported).toMatchObject({ format, annotations: 1, occurrences: 3 });
      expect(exported.written[0]).toBe(join(line.folder, out));
      const first = readFileSync(join(line.folder, out), 'utf8');
      expect((await line.run('export', 'p.variorum', '--format', format, '--out', out)).stdout).toMatch(
        /^Wrote 1 annotation with 3 occurrences to /,
      );
      expect(readFileSync(join(line.folder, out), 'utf8')).toBe(first);
    },
  );
});
