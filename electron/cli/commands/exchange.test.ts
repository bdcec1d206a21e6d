/** Annotated sets out and in, from the command line. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fiveArticles, type CommandLine } from '../testing/command-line.ts';

interface Exported {
  readonly written: readonly string[];
  readonly annotations: number;
  readonly occurrences: number;
  readonly losses: readonly { readonly kind: string; readonly count: number; readonly message: string }[];
}

interface Imported {
  readonly documents: number;
  readonly matched: Readonly<Record<string, number>>;
  readonly annotations: number;
  readonly joined: number;
  readonly spans: { readonly ok: number; readonly repaired: number; readonly rejected: number };
  readonly newLabels: readonly string[];
  readonly problems: readonly { readonly where: string; readonly why: string }[];
}

let line: CommandLine;

/** “… virtually zero …” stands in several of the articles. */
const claim = ['--document', '002', '--start', '459', '--end', '583', '--label', 'claim'] as const;

async function counts(project = 'p.variorum'): Promise<string> {
  const { labels } = await line.json<{
    readonly labels: readonly { readonly label: string; readonly passages: number; readonly occurrences: number }[];
  }>('counts', project);
  return labels.map(({ label, passages, occurrences }) => `${label} ${passages}·${occurrences}`).join(', ');
}

const isThe002 = ({ name }: { readonly name: string }): boolean => name.startsWith('002');

const exported = (format: string, out: string, ...more: readonly string[]): Promise<Exported> =>
  line.json<Exported>('export', 'p.variorum', '--format', format, '--out', out, ...more);

const imported = (project: string, path: string, ...more: readonly string[]): Promise<Imported> =>
  line.json<Imported>('import-annotations', project, path, '--format', 'auto', ...more);

beforeEach(async () => {
  line = await fiveArticles();
  await line.json('tag', 'p.variorum', ...claim, '--note', 'see the interview');
});

describe('export', () => {
  it('says what was written and what the format cannot hold, and leaves the losses beside it', async () => {
    const { written, annotations, occurrences, losses } = await exported('csv', 'set.csv');
    expect([annotations, occurrences]).toEqual([1, 3]);
    expect(written).toEqual([join(line.folder, 'set.csv'), join(line.folder, 'set.csv.losses.json')]);
    expect(losses.map(({ kind }) => kind)).toContain('document-title');
    const beside = JSON.parse(readFileSync(join(line.folder, 'set.csv.losses.json'), 'utf8')) as unknown;
    expect(beside).toEqual({ losses });
  });

  it('writes one row for each annotation where rows are passages', async () => {
    const { annotations, occurrences } = await exported('csv', 'set.csv', '--rows', 'passages');
    expect([annotations, occurrences]).toEqual([1, 1]);
    expect(readFileSync(join(line.folder, 'set.csv'), 'utf8').split('\r\n')).toHaveLength(3);
  });

  it.each([
    ['labels', ['--labels', 'rebuttal'], [0, 0]],
    ['labels', ['--labels', 'Claim,rebuttal'], [1, 3]],
    ['documents', ['--documents', '001,002'], [1, 2]],
    ['annotators', ['--annotators', ' Anna '], [1, 3]],
    ['statuses', ['--statuses', 'exact'], [1, 2]],
  ])('takes only the %s that are named (%j)', async (_, scope, expected) => {
    const { annotations, occurrences } = await exported('jsonl', 'set.jsonl', ...scope);
    expect([annotations, occurrences]).toEqual(expected);
  });

  it('takes the groups of the documents that are named, and those that are in none by themselves', async () => {
    writeFileSync(join(line.folder, 'alone.txt'), 'A quite different story that nobody else has told.\n');
    await line.json('import', 'p.variorum', 'alone.txt');
    const documents = await line.json<readonly { readonly name: string; readonly group: string | null }[]>(
      'documents',
      'p.variorum',
    );
    const mates = documents.filter(({ group }) => group !== null && group === documents.find(isThe002)?.group);
    expect(mates.length).toBeGreaterThan(1);
    const names = async (...scope: readonly string[]): Promise<readonly string[]> => {
      await exported('jsonl', 'set.jsonl', ...scope);
      const lines = readFileSync(join(line.folder, 'set.jsonl'), 'utf8')
        .split('\n')
        .filter((one) => one !== '');
      return lines.map((one) => (JSON.parse(one) as { readonly name: string }).name).toSorted();
    };
    const group = mates.map(({ name }) => name);
    expect(await names('--groups', 'alone.txt,002')).toEqual([...group, 'alone.txt'].toSorted());
    expect(await names('--groups', 'alone.txt')).toEqual(['alone.txt']);
    expect(await names('--groups', '002', '--documents', 'alone.txt,002')).toEqual(
      group.filter((name) => isThe002({ name })),
    );
    expect(await names('--groups', 'alone.txt', '--documents', '002')).toEqual([]);
  });

  it('leaves the texts out where that is asked for, and says so nowhere as a loss', async () => {
    const { losses } = await exported('jsonl', 'set.jsonl', '--text', 'no');
    expect(losses.map(({ kind }) => kind)).not.toContain('document-text');
    expect(readFileSync(join(line.folder, 'set.jsonl'), 'utf8')).toContain('"text":"","text_sha256"');
  });

  it('refuses an unknown scope, and writes nothing', async () => {
    expect(
      await line.refusal('export', 'p.variorum', '--format', 'csv', '--out', 'x.csv', '--labels', 'irony'),
    ).toMatch(/^UnknownLabel: No label is called “irony”/u);
    expect(
      await line.refusal('export', 'p.variorum', '--format', 'csv', '--out', 'x.csv', '--annotators', 'Anna,Ben'),
    ).toMatch(/^UnknownAnnotator: Nobody here annotates as “Ben”\. There are Anna\./u);
    expect(await line.refusal('export', 'p.variorum', '--format', 'csv', '--out', 'x.csv', '--labels', ',')).toMatch(
      /^EmptyScope: /u,
    );
    expect(existsSync(join(line.folder, 'x.csv'))).toBe(false);
    expect(readdirSync(line.folder).filter((name) => name.startsWith('.variorum'))).toEqual([]);
  });
});

describe('import-annotations', () => {
  it.each(['jsonl', 'csv'])(
    'of our own %s into a project of the same articles gives the same counts',
    async (format) => {
      await exported(format, `set.${format}`);
      const before = await counts();
      await line.json('untag', 'p.variorum', '--annotation', await onlyAnnotation());
      const { documents, annotations, spans, problems } = await imported('p.variorum', `set.${format}`);
      expect([annotations, spans, problems]).toEqual([1, { ok: 3, repaired: 0, rejected: 0 }, []]);
      expect(documents).toBe(format === 'csv' ? 3 : 5);
      expect(await counts()).toBe(before);
    },
  );

  it('into an empty project brings the documents, too, where that is asked for', async () => {
    await exported('jsonl', 'set.jsonl');
    const before = await counts();
    await line.json('new', 'other.variorum');
    const { matched, annotations, newLabels } = await imported('other.variorum', 'set.jsonl', '--new-documents', 'yes');
    expect([matched['new'], annotations, newLabels]).toEqual([5, 1, []]);
    expect(await counts('other.variorum')).toBe(before);
    await line.json('undo', 'other.variorum');
    expect(await line.json('documents', 'other.variorum')).toEqual([]);
  });

  it('of a set that is there already changes nothing', async () => {
    await exported('jsonl', 'set.jsonl');
    const before = await line.json('annotations', 'p.variorum');
    expect(await imported('p.variorum', 'set.jsonl')).toMatchObject({ annotations: 0, joined: 1 });
    expect(await line.json('annotations', 'p.variorum')).toEqual(before);
  });

  it('keeps what was judged, with its reason', async () => {
    const annotation = await onlyAnnotation();
    await line.json(
      'detach',
      'p.variorum',
      '--annotation',
      annotation,
      '--document',
      '001',
      '--start',
      '387',
      '--reason',
      'irony',
    );
    const before = await counts();
    await exported('jsonl', 'set.jsonl');
    await line.json('untag', 'p.variorum', '--annotation', annotation);
    await imported('p.variorum', 'set.jsonl');
    expect(await counts()).toBe(before);
    const [found] = await line.json<readonly { readonly occurrences: readonly { readonly status: string }[] }[]>(
      'annotations',
      'p.variorum',
    );
    expect(found?.occurrences.map(({ status }) => status)).toContain('detached');
  });

  it('with --dry-run says the same and writes nothing', async () => {
    await exported('jsonl', 'set.jsonl');
    await line.json('untag', 'p.variorum', '--annotation', await onlyAnnotation());
    const before = await line.json('log', 'p.variorum');
    const { annotations, spans } = await imported('p.variorum', 'set.jsonl', '--dry-run');
    expect([annotations, spans.ok]).toEqual([1, 3]);
    expect(await line.json('log', 'p.variorum')).toEqual(before);
  });

  it('of a file that is not whole brings nothing in and says which line is broken, unless it is told to', async () => {
    await exported('jsonl', 'set.jsonl');
    const path = join(line.folder, 'set.jsonl');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, [lines[0], '{"id":', ...lines.slice(1)].join('\n'));
    const problems = [{ where: 'line 2', why: 'it is no JSON' }];
    const before = await line.json('log', 'p.variorum');
    const refused = await line.run('import-annotations', 'p.variorum', 'set.jsonl', '--format', 'auto', '--json');
    expect([refused.status, JSON.parse(refused.stdout)]).toMatchObject([1, { annotations: 0, problems }]);
    expect(await line.json('log', 'p.variorum')).toEqual(before);
    expect(await imported('p.variorum', 'set.jsonl', '--broken')).toMatchObject({ joined: 1, problems });
  });

  it('attributes to the annotator that is named what the file attributes to nobody', async () => {
    await exported('jsonl', 'set.jsonl');
    const path = join(line.folder, 'set.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"annotator":"Anna"', '"annotator":""'));
    await imported('p.variorum', 'set.jsonl', '--annotator', 'Ben');
    const found = await line.json<readonly { readonly annotator: string }[]>('annotations', 'p.variorum');
    expect(found.map(({ annotator }) => annotator)).toEqual(['Anna', 'Ben']);
  });

  it('defines labels that the codebook lacks, and undo takes them away again', async () => {
    await exported('jsonl', 'set.jsonl');
    const path = join(line.folder, 'set.jsonl');
    const text = readFileSync(path, 'utf8').replaceAll('"label":"claim"', '"label":"GPE_Loc"');
    writeFileSync(path, text.replaceAll('"label_name":"Claim"', '"label_name":"Place"'));
    expect((await imported('p.variorum', 'set.jsonl')).newLabels).toEqual(['Place']);
    expect(await counts()).toContain('gpe-loc 1·3');
    await line.json('undo', 'p.variorum');
    expect(await counts()).not.toContain('gpe-loc');
  });
});

describe('a codebook by itself', () => {
  it('comes in with the labels that nothing bears', async () => {
    await exported('refi-codebook', 'codebook.qdc');
    const path = join(line.folder, 'codebook.qdc');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replaceAll('name="Rebuttal"', 'name="Irony"').replaceAll('rebuttal', 'irony'),
    );
    const { newLabels, annotations } = await imported('p.variorum', 'codebook.qdc');
    expect([newLabels, annotations]).toEqual([['Irony'], 0]);
    expect(await counts()).toContain('irony 0·0');
  });
});

describe('spans of texts that the project lacks', () => {
  it('stand where their words stand in its documents', async () => {
    const project = 'q.variorum';
    writeFileSync(
      join(line.folder, 'story.txt'),
      'In Rome on Monday the minister said that the harbour will be closed for eleven years, to the dismay of all.\n',
    );
    await line.json('new', project);
    await line.json('import', project, 'story.txt');
    const text = 'ROME (AP) - The minister said that the harbour will be closed for eleven years, he wrote.';
    const start = text.indexOf('the harbour');
    const end = text.indexOf(', he');
    const span = { start, end, start_utf16: start, end_utf16: end, quote: text.slice(start, end), fragments: [] };
    const said = {
      annotation: '',
      passage: '',
      label: 'claim',
      label_name: 'Claim',
      annotator: '',
      note: '',
      made: '',
    };
    const judged = { status: 'exact', coverage: 1, counted: true, own: true, reason: '' };
    const facts = {
      id: 'x',
      name: 'x',
      title: '',
      source: '',
      author: '',
      date: '',
      url: '',
      group: '',
      split: 'train',
    };
    const set = { ...facts, text, text_sha256: '0'.repeat(64), spans: [{ ...said, ...span, ...judged }] };
    writeFileSync(join(line.folder, 'set.jsonl'), `${JSON.stringify(set)}\n`);
    const { matched, spans, annotations } = await imported(project, 'set.jsonl');
    expect([matched['collation'], spans, annotations]).toEqual([1, { ok: 0, repaired: 1, rejected: 0 }, 1]);
    expect(await counts(project)).toContain('claim 1·1');
    const options = ['--format', 'auto', '--repairs', 'no', '--dry-run', '--json'];
    const refused = await line.run('import-annotations', project, 'set.jsonl', ...options);
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ spans: { ok: 0, repaired: 0, rejected: 1 } });
  });
});

async function onlyAnnotation(): Promise<string> {
  const [found] = await line.json<readonly { readonly annotation: string }[]>('annotations', 'p.variorum');
  return found?.annotation ?? '';
}
