import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lossesOf } from '../set/holding.ts';
import { lossSentence } from '../set/loss.ts';
import { documentOf, goldenSet, goldenText, setOf, t1, t2 } from '../testing/golden-set.ts';
import { memoryFile, textSource, writtenSource, writtenTexts } from '../testing/memory-source.ts';
import { mutated } from '../testing/mutation.ts';
import { outcomesOf } from '../testing/outcome.ts';
import { documentsOf, problemsOf, setOfSource } from '../testing/set-of-source.ts';
import { doccanoFormat } from './format.ts';

async function linesOf(set = goldenSet): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const text = (await writtenTexts(set, doccanoFormat))[''] ?? '';
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

async function outcomes(line: unknown): Promise<readonly string[]> {
  const text = typeof line === 'string' ? line : JSON.stringify(line);
  return outcomesOf(textSource({ 'set.jsonl': text }), doccanoFormat);
}

describe('the golden document for doccano', () => {
  it('has its labels in UTF-16 units, one for each range', async () => {
    const [line] = await linesOf(setOf([documentOf('doc1', goldenText, [t1, t2])]));
    expect(line?.['label']).toEqual([
      [3, 11, 'claim'],
      [5, 16, 'rebuttal'],
    ]);
    expect((await linesOf())[0]?.['label']).toEqual([
      [0, 1, 'editorial-insertion'],
      [17, 23, 'editorial-insertion'],
      [3, 11, 'claim'],
      [5, 16, 'rebuttal'],
    ]);
  });

  it('names the unit, and keeps the rest where doccano keeps what it does not know', async () => {
    const [line] = await linesOf(setOf([documentOf('doc1', goldenText, [t2])]));
    expect(Object.keys(line ?? {})).toEqual(['text', 'label', 'meta']);
    expect(line?.['text']).toBe(goldenText);
    expect(line?.['meta']).toMatchObject({
      id: 'doc1',
      title: 'Title of doc1',
      offset_unit: 'utf-16',
      labels: [['rebuttal', 'Rebuttal']],
      spans: [{ start: 5, end: 16, label: 'rebuttal', quote: 'claims C.\nD', note: 'see page 3', annotator: 'Anna' }],
    });
  });

  it('warns of spans that overlap, and of ranges', () => {
    expect(lossesOf(goldenSet, doccanoFormat, { text: true }).map(lossSentence)).toEqual([
      expect.stringMatching(/^Not in the file: the name of the project/u),
      expect.stringMatching(/^Not in the file: keys of labels/u),
      'Other programs do not see: that the ranges of an occurrence belong together (each is a place of its own to them) (1: “A … denies”).',
      'Other programs may leave out: occurrences that overlap another one (doccano drops them unless its project allows them) (1: “claims C. D”).',
    ]);
  });
});

describe('the reader of doccano', () => {
  const text = goldenText;

  it.each([
    ['UTF-16 units', { text, label: [[3, 11, 'claim']] }, ['claim: B claims']],
    ['labels under their other name', { text, labels: [[3, 11, 'claim']] }, ['claim: B claims']],
    [
      'entities of a project with relations, which are told',
      {
        text,
        entities: [{ id: 1, start_offset: 3, end_offset: 11, label: 'claim' }],
        relations: [{ id: 1, from_id: 1, to_id: 1, type: 'r' }],
      },
      ['line 1: it has relations (1): not imported', 'claim: B claims'],
    ],
    [
      'code points, by the edges of words, which it names',
      {
        text,
        label: [
          [2, 10, 'claim'],
          [16, 22, 'claim'],
        ],
      },
      ['claim: B claims (the file counts grapheme clusters)', 'claim: denies (the file counts grapheme clusters)'],
    ],
    [
      'code points where grapheme clusters would be others',
      { text: 'e\u0301e\u0301 😀 claims it', label: [[7, 13, 'claim']] },
      ['claim: claims (the file counts code points)'],
    ],
    [
      'the unit that the file names',
      { text, label: [[2, 10, 'claim']], meta: { offset_unit: 'code-point' } },
      ['claim: B claims'],
    ],
    ['no labels', { text, label: [] }, []],
    [
      'a label of the whole text',
      { text, label: ['positive'] },
      ['line 1: it bears “positive” as a whole: not imported'],
    ],
    [
      'what is no label',
      { text, label: [[0, 1], [0, 1, 3], ['0', '1', 'x'], null, [0, 1, 'x']] },
      [
        'span 1 of line 1: it is not [start, end, label]',
        'span 2 of line 1: it is not [start, end, label]',
        'span 3 of line 1: it is not [start, end, label]',
        'span 4 of line 1: it is not [start, end, label]',
        'x: A',
      ],
    ],
    [
      'offsets that are no span',
      {
        text,
        label: [
          [2, 2, 'x'],
          [3, 1, 'x'],
          [-1, 3, 'x'],
          [0, 99, 'x'],
          [0, 1e300, 'x'],
        ],
      },
      [
        'span 1 of line 1: 2–2 covers nothing',
        'span 2 of line 1: 3–1 ends before it begins',
        'span 3 of line 1: -1–3 is no span of the text: it begins before it',
        'span 4 of line 1: 0–99 is no span of the text: it reaches beyond its end, at 28',
        'span 5 of line 1: 0–1e+300 is no span of the text: it reaches beyond its end, at 28',
      ],
    ],
    ['a list instead of lines', JSON.stringify([{ text, label: [[3, 11, 'claim']] }]), ['claim: B claims']],
    [
      'a broken line, and the others',
      `{"text":\n{"text":"A","label":[[0,1,"x"]]}\n`,
      ['line 1: it is no JSON', 'x: A'],
    ],
    [
      'a prototype',
      '{"text":"A","label":[],"__proto__":{}}',
      ['line 1: it has a key “__proto__” or “constructor”, which is an attack'],
    ],
    ['deep nesting', `{"text":"A","label":${'['.repeat(100_000)}`, ['line 1: it is nested more than 200 deep']],
  ])('reads %s', async (_, line, expected) => expect(await outcomes(line)).toEqual(expected));

  it('takes what it knows of a label by what the label says, though others have come and gone', async () => {
    const [line] = await linesOf();
    const label = [[17, 23, 'new'], ...((line?.['label'] as readonly unknown[]) ?? []).slice(2)];
    const [document] = await documentsOf(
      textSource({ 'set.jsonl': JSON.stringify({ ...line, label }) }),
      doccanoFormat,
    );
    expect(document?.spans.map(({ label, note, annotator }) => [label, note, annotator])).toEqual([
      ['new', undefined, undefined],
      ['claim', undefined, 'Anna'],
      ['rebuttal', 'see page 3', 'Anna'],
    ]);
  });

  it('names a file that is not UTF-8', async () => {
    const source = { ...textSource({}), files: [memoryFile('set.jsonl', Buffer.from('{"text":"caf\xe9"}', 'latin1'))] };
    expect(await outcomesOf(source, doccanoFormat)).toEqual([
      'set.jsonl: “set.jsonl” is not UTF-8. Save it as UTF-8 and try again.',
    ]);
  });

  it('has only items for any file', async () => {
    const golden = (await writtenTexts(goldenSet, doccanoFormat))[''] ?? '';
    await fc.assert(fc.asyncProperty(mutated(golden), async (changed) => void (await outcomes(changed))));
  });
});

const samples = join(import.meta.dirname, '../../../../shared/data/formats/doccano');

describe.skipIf(!existsSync(samples))('samples of doccano (../shared/data/formats/doccano)', () => {
  const sample = (name: string): ReturnType<typeof textSource> =>
    textSource({ [name]: readFileSync(join(samples, name), 'utf8') });

  it('are read with the words they declare; a line without a text is named', async () => {
    expect(await outcomesOf(sample('example.jsonl'), doccanoFormat)).toEqual(['LOC: e', 'line 3: it has no text']);
    expect(await outcomesOf(sample('example_overlapping.jsonl'), doccanoFormat)).toEqual(['LOC: e', 'LOC: e']);
  });

  it.each(['example.jsonl', 'example_overlapping.jsonl'])('%s is the same again when it was written', async (name) => {
    const set = await setOfSource(sample(name), doccanoFormat);
    const again = await writtenSource(set, doccanoFormat);
    expect(await problemsOf(again, doccanoFormat)).toEqual([]);
    expect((await setOfSource(again, doccanoFormat)).documents()).toEqual(set.documents());
  });
});
