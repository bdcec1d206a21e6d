import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseAlignmentLine } from './alignment-line.ts';
import { exportForPassim } from './export.ts';
import { passimInvocation } from './invocation.ts';
import { readAlignments } from './parse.ts';
import { alignmentRefusalSentence } from './refusal.ts';
import { serializeForPassim } from './serialize.ts';
import { passimLine } from './testing/passim-line.ts';
import { createAlignmentCheck } from './verify.ts';

const texts = new Map([
  ['d1', '😀🚢 The harbour-master said:\n“Nobody saw the 30 ships.”'],
  ['d2', 'Reuters — Nobody saw the 40 ships, 🏴‍☠️ he said.'],
]);
const names = new Map([
  ['d1', 'harbour.txt'],
  ['d2', 'reuters.txt'],
]);

const find = (id: string) => {
  const text = texts.get(id);
  return text === undefined ? undefined : { name: names.get(id) ?? id, text };
};

/** A side around some words of its text. */
function side(id: string, words: string) {
  const text = texts.get(id) ?? '';
  return { id, series: 's', text, start: text.indexOf(words), end: text.indexOf(words) + words.length };
}

const line = passimLine(side('d1', 'Nobody saw the 30 ships'), side('d2', 'Nobody saw the 40 ships'));
const changed = (fields: object): string => JSON.stringify({ ...(JSON.parse(line) as object), ...fields });

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'variorum-passim-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}

/** What becomes of each line at a path: the spans' words, or the sentence. */
function outcome(path: string, limit?: number): readonly string[] {
  const check = createAlignmentCheck(find);
  return [...readAlignments(path, limit)].map(({ path: part, line: number, alignment }) => {
    const checked = alignment.ok ? check(alignment.value) : alignment;
    if (!checked.ok) return alignmentRefusalSentence({ path: part, line: number, fault: checked.error });
    const { a, b } = checked.value;
    return [a, b].map(({ document, start, end }) => (texts.get(document) ?? '').slice(start, end)).join(' = ');
  });
}

function outcomeOf(...lines: readonly string[]): readonly string[] {
  const path = join(folder(), 'align.json');
  writeFileSync(path, lines.join('\n'));
  return outcome(path);
}

describe('the documents for passim', () => {
  it('are one object a line, without a line break in it, the source as the series', () => {
    const [d1 = '', d2 = ''] = texts.values();
    const lines = [
      ...serializeForPassim([
        { id: 'd1', source: 'AP', text: d1 },
        { id: 'd2', source: '', text: d2 },
      ]),
    ];
    expect(lines.map((one) => one.split('\n').length)).toEqual([2, 2]);
    expect(lines.map((one) => JSON.parse(one) as unknown)).toEqual([
      { id: 'd1', series: 'AP', text: d1 },
      { id: 'd2', series: 'd2', text: d2 },
    ]);
  });

  it('are written into a folder that is made, and replace what was written before', () => {
    const path = join(folder(), 'spark');
    const documents = [{ id: 'd1', source: 'AP' }];
    const write = (all = documents) => exportForPassim(path, all, (id) => texts.get(id) ?? '');
    expect(write([...documents, { id: 'd2', source: '' }])).toEqual({
      ok: true,
      value: join(path, 'passim-input.json'),
    });
    write();
    expect(readFileSync(join(path, 'passim-input.json'), 'utf8')).toBe(
      `${JSON.stringify({ id: 'd1', series: 'AP', text: texts.get('d1') })}\n`,
    );
  });

  it('are not called written where the file says something else', () => {
    let asked = 0;
    const written = exportForPassim(folder(), [{ id: 'd1', source: '' }], () => `${(asked += 1)}`);
    expect(written.ok ? '' : written.error.message).toContain('not have said what the project says (line 1)');
  });

  it('come with the command that has passim read them', () => {
    expect(passimInvocation("/my data/it's/passim-input.json", "/my data/it's")).toEqual({
      command: String.raw`passim --pairwise -n 15 -m 1 -a 20 --floating-ngrams '/my data/it'\''s/passim-input.json' '/my data/it'\''s/passim-output'`,
      alignments: "/my data/it's/passim-output/align.json",
    });
  });
});

describe('an alignment of passim', () => {
  it('is read in code points, and its words are those that stand there', () => {
    expect(outcomeOf(line)).toEqual(['Nobody saw the 30 ships = Nobody saw the 40 ships']);
  });

  it('is itself where a side has a hyphen, for which passim puts another one', () => {
    const hyphened = passimLine(side('d1', 'harbour-master said'), side('d2', 'he said'));
    expect(hyphened).toContain('\u2010');
    expect(outcomeOf(hyphened)).toEqual(['harbour-master said = he said']);
  });

  it('needs no text of either side, and has what it gives as “text” held against the document as it is', () => {
    const bare = { s1: undefined, s2: undefined };
    expect(outcomeOf(changed(bare), changed({ ...bare, text: 'Nobody saw the 30 ships' }))).toHaveLength(2);
    expect(outcomeOf(changed({ ...bare, text2: 'Nobody saw the 30 ships' }))[0]).toContain('(“text2”)');
  });

  it('survives export and import to the character, whatever the texts and the spans', () => {
    const characters = fc.constantFrom(
      'a',
      'b',
      '-',
      '\u2010',
      ' ',
      '\n',
      '😀',
      '🏴',
      '\u200d',
      'é',
      'e\u0301',
      '"',
      '\\',
      '中',
    );
    const text = fc.array(characters, { minLength: 1, maxLength: 40 });
    const cut = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(text, cut, text, cut, (one, cutOne, other, cutOther) => {
        const said = [
          { id: 'x', units: one, at: cutOne },
          { id: 'y', units: other, at: cutOther },
        ].map(({ id, units, at: [first, length] }) => {
          const from = first % units.length;
          const to = from + 1 + (length % (units.length - from));
          const start = units.slice(0, from).join('').length;
          return { id, series: 's', text: units.join(''), start, end: start + units.slice(from, to).join('').length };
        });
        const [a, b] = said;
        if (a === undefined || b === undefined) throw new Error('two sides');
        const parsed = parseAlignmentLine(Buffer.from(passimLine(a, b)));
        if (parsed?.ok !== true) throw new Error(JSON.stringify(parsed));
        const check = createAlignmentCheck((id) =>
          said.map((one) => ({ ...one, name: one.id })).find((one) => one.id === id),
        );
        expect(check(parsed.value)).toEqual({
          ok: true,
          value: {
            a: { document: 'x', start: a.start, end: a.end },
            b: { document: 'y', start: b.start, end: b.end },
          },
        });
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    [
      'with offsets that are not those of the words',
      changed({ begin: 30, end: 53 }),
      'align.json line 1: “harbour.txt” with “reuters.txt”: at [30, 53) of “harbour.txt” stands “obody saw the 30 ships.”, not “Nobody saw the 30 ships” (“s1”).',
    ],
    [
      'with offsets in UTF-16 units',
      changed({ begin: 31, end: 54 }),
      'align.json line 1: “harbour.txt” with “reuters.txt”: at [31, 54) of “harbour.txt” stands “body saw the 30 ships.”',
    ],
    [
      'with the words of the other side',
      changed({ s1: 'Nobody saw the 40 ships', s2: 'Nobody saw the 30 ships' }),
      'stands “Nobody saw the 30 ships”, not “Nobody saw the 40 ships” (“s1”).',
    ],
    [
      'of a document that the project lacks',
      changed({ id2: 'd9' }),
      'align.json line 1: “d9” with “harbour.txt”: the project has no document “d9”.',
    ],
    [
      'of a document with itself',
      changed({ id2: 'd1', begin2: 29, end2: 52, s2: undefined }),
      'align.json line 1: “harbour.txt” with “harbour.txt”: the document is aligned with itself.',
    ],
    [
      'beyond the end of a text',
      changed({ end2: 999 }),
      'align.json line 1: “reuters.txt” with “harbour.txt”: the span [10, 999) lies outside “reuters.txt”, which has 48 characters.',
    ],
    ['before its beginning', changed({ begin2: -1 }), 'the span [-1, 33) lies outside “reuters.txt”'],
    ['of no characters', changed({ end: 29 }), 'the span [29, 29) of “harbour.txt” has no characters.'],
    ['without an offset', changed({ begin2: undefined }), 'align.json line 1: the alignment has no “begin2”.'],
    ['with a text for an offset', changed({ end: '52' }), 'its “end” is a text, not a whole number.'],
    ['with half an offset', changed({ end: 52.5 }), 'its “end” is a number, not a whole number.'],
    ['with a number for an id', changed({ id: 17 }), 'its “id” is a number, not a text.'],
    [
      'that was cut off',
      line.slice(0, 120),
      'the line ends in the middle of its JSON. The file may have been cut off.',
    ],
    ['that is no JSON', '{"id": d1}', 'align.json line 1: the line is not JSON'],
    ['that is a list', '[1]', 'align.json line 1: the line is a list, not an object.'],
  ])('%s is refused by name', (_, wrong, sentence) => {
    const outcomes = outcomeOf(wrong, line);
    expect([outcomes.length, outcomes[1]]).toEqual([2, 'Nobody saw the 30 ships = Nobody saw the 40 ships']);
    expect(outcomes[0]).toContain(sentence);
  });
});

describe('a file of something else', () => {
  const cluster = { uid: 1, cluster: 7, begin: 29, end: 52, size: 2, pboiler: 0, src: [], id: 'd1', text: 'Nobody' };
  it.each([
    [
      'clusters',
      cluster,
      'align.json line 1: these are passim’s clusters, not its alignments. Run passim with --pairwise',
    ],
    ['documents', { id: 'd1', series: 's', text: 'Nobody' }, 'these are documents, as passim reads them.'],
    [
      'lines',
      { id: 'd1', begin: 0, text: 'No', wid: 'd2', wbegin: 0 },
      'these are passim’s lines (--linewise or --docwise)',
    ],
    ['alignments of passim 1', { id1: 'd1', id2: 'd2', b1: 0, e1: 9, b2: 0, e2: 9 }, 'this was written by passim 1'],
  ])('is refused once, where it holds %s', (_, object, sentence) => {
    const outcomes = outcomeOf(JSON.stringify(object), JSON.stringify(object), line);
    expect(outcomes).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('the folder that Spark writes', () => {
  it('is read part by part, packed or not, without what Spark keeps for itself', () => {
    const path = join(folder(), 'align.json');
    mkdirSync(path);
    writeFileSync(join(path, '_SUCCESS'), '');
    writeFileSync(join(path, '.part-00000.json.crc'), 'crc');
    writeFileSync(join(path, 'part-00000.json'), '');
    writeFileSync(join(path, 'part-00001.json.gz'), gzipSync(`${line}\n\n${changed({ id: 'd9' })}`));
    writeFileSync(join(path, 'part-00002.json'), `\ufeff${line}\n`);
    const words = 'Nobody saw the 30 ships = Nobody saw the 40 ships';
    const refused = 'part-00001.json.gz line 3: “d9” with “reuters.txt”: the project has no document “d9”.';
    expect(outcome(path)).toEqual([words, refused, words]);
    expect(outcome(join(path, '..'))).toEqual([words, refused, words]);
  });

  it.each([
    ['part-0.parquet', 'x', 'part-0.parquet: Parquet files cannot be read. Run passim with --output-format json.'],
    ['part-0.json.bz2', 'x', 'part-0.json.bz2: only .json files, packed with gzip (.json.gz) or not, can be read.'],
    ['part-0.json.gz', 'x', 'part-0.json.gz: the file is no gzip file, or ends too early.'],
    ['out.json', '', 'align: the folder holds no alignments (align.json). Run passim with --pairwise.'],
    ['_SUCCESS', '', 'align: the folder is empty.'],
  ])('is refused where it holds %s', (name, content, sentence) => {
    const path = join(folder(), 'align');
    mkdirSync(path);
    writeFileSync(join(path, name), content);
    expect(outcome(path)).toEqual([expect.stringContaining(sentence)]);
  });

  it('is refused where a packed part grows beyond what is kept in memory, or is cut off', () => {
    const path = join(folder(), 'part-0.json.gz');
    writeFileSync(path, gzipSync(`${line}\n`.repeat(100)));
    expect(outcome(path, 1000)).toEqual([expect.stringContaining('unpacked, the file has more than 0.1 MB')]);
    writeFileSync(path, gzipSync(line).subarray(0, 60));
    expect(outcome(path)).toEqual([expect.stringContaining('ends too early')]);
  });

  it('is refused where there is nothing', () => {
    expect(outcome(join(folder(), 'align.json'))).toEqual([expect.stringContaining('There is no file “align.json”')]);
  });
});
