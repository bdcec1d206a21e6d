import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossesOf } from '../set/holding.ts';
import { documentOf, goldenSet, goldenText, setOf, t1, t2 } from '../testing/golden-set.ts';
import { textSource, writtenSource, writtenTexts } from '../testing/memory-source.ts';
import { mutated } from '../testing/mutation.ts';
import { outcomesOf } from '../testing/outcome.ts';
import { documentsOf, setOfSource } from '../testing/set-of-source.ts';
import { labelStudioFormat } from './format.ts';

interface Task {
  readonly data: Readonly<Record<string, string>>;
  readonly annotations: readonly { readonly result: readonly Readonly<Record<string, unknown>>[] }[];
}

async function tasksOf(set = goldenSet): Promise<readonly Task[]> {
  return JSON.parse((await writtenTexts(set, labelStudioFormat))[''] ?? '') as readonly Task[];
}

async function outcomes(tasks: unknown): Promise<readonly string[]> {
  const text = typeof tasks === 'string' ? tasks : JSON.stringify(tasks);
  return outcomesOf(textSource({ 'tasks.json': text }), labelStudioFormat);
}

describe('the golden document for Label Studio', () => {
  it('has a region for each range, in code points, that names the controls of the configuration', async () => {
    const [task] = await tasksOf();
    expect(task?.data['text']).toBe(goldenText);
    const regions = task?.annotations[0]?.result ?? [];
    expect(regions.map(({ id, value }) => [id, value])).toEqual([
      ['r1', { start: 0, end: 1, text: 'A', labels: ['editorial-insertion'] }],
      ['r1.2', { start: 16, end: 22, text: 'denies', labels: ['editorial-insertion'] }],
      ['r2', { start: 2, end: 10, text: 'B claims', labels: ['claim'] }],
      ['r3', { start: 4, end: 15, text: 'claims C.\nD', labels: ['rebuttal'] }],
    ]);
    for (const region of regions) expect(region).toMatchObject({ from_name: 'label', to_name: 'text', type: 'labels' });
    expect(regions[3]?.['meta']).toMatchObject({ text: ['see page 3'], annotator: 'Anna' });
  });

  it('has one annotation an annotator', async () => {
    const two = setOf([documentOf('doc1', goldenText, [t1, { ...t2, annotator: 'Ben' }])]);
    expect((await tasksOf(two))[0]?.annotations.map(({ result }) => result.length)).toEqual([1, 1]);
    expect(lossesOf(goldenSet, labelStudioFormat, { text: true }).map(({ kind }) => kind)).toContain('ranges-unseen');
  });

  it('says of regions that nobody has signed that it was nobody, where somebody has signed others', async () => {
    const read = async (...annotators: readonly string[]): Promise<readonly (string | undefined)[]> => {
      const occurrences = [t1, t2].map((one, at) => ({ ...one, annotator: annotators[at] ?? '' }));
      const found = await documentsOf(
        await writtenSource(setOf([documentOf('doc1', goldenText, occurrences)]), labelStudioFormat),
        labelStudioFormat,
      );
      return found.flatMap(({ spans }) => spans.map(({ annotator }) => annotator));
    };
    expect(await read('Ben', '')).toEqual(['Ben', '']);
    expect(await read('', 'Ben')).toEqual(['', 'Ben']);
    expect(await read('', '')).toEqual([undefined, undefined]);
  });

  it('has a configuration beside it that is well-formed whatever the labels are called', async () => {
    const labels = [
      { label: 'claim', name: 'Claim', key: '1' },
      { label: 'a"b', name: 'Claim', key: '' },
      { label: '<&>\u0001\t', name: '', key: '' },
    ];
    const texts = await writtenTexts({ ...goldenSet, labels }, labelStudioFormat);
    const configuration = texts['.config.xml'] ?? '';
    expect(configuration).toBe(
      [
        '<View>',
        '  <Labels name="label" toName="text">',
        '    <Label value="Claim" alias="claim" hotkey="1"/>',
        '    <Label value="Claim (a&quot;b)" alias="a&quot;b"/>',
        '    <Label value=" (&lt;&amp;&gt;\ufffd&#9;)" alias="&lt;&amp;&gt;\ufffd&#9;"/>',
        '  </Labels>',
        '  <Text name="text" value="$text"/>',
        '</View>',
        '',
      ].join('\n'),
    );
  });
});

describe('the reader of Label Studio', () => {
  const data = { text: goldenText };
  const region = (start: unknown, end: unknown, more: object = {}, rest: object = {}): object => ({
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: { start, end, labels: ['claim'], ...more },
    ...rest,
  });
  const task = (result: readonly object[], rest: object = {}): object => ({ data, annotations: [{ result }], ...rest });

  it.each([
    ['code points', [task([region(2, 10, { text: 'B claims' })])], ['claim: B claims']],
    ['a region without its words', [task([region(2, 10)])], ['claim: B claims']],
    [
      'UTF-16 units, as versions before 2022 wrote, which it names',
      [task([region(3, 11, { text: 'B claims' })])],
      ['claim: B claims (the file counts UTF-16 units)'],
    ],
    [
      'CR LF counted as one',
      [task([region(16, 22, { text: 'denies' })], { data: { text: goldenText.replaceAll('\n', '\r\n') } })],
      ['claim: denies (the file counts code points with CR LF as one)'],
    ],
    [
      'several labels of a region',
      [task([region(2, 10, { labels: ['one', 'two'] })])],
      ['one: B claims', 'two: B claims'],
    ],
    [
      'a text under another name',
      [task([region(2, 10)], { data: { id: 'x', body: goldenText } })],
      ['claim: B claims'],
    ],
    [
      'JSON_MIN',
      [{ id: 7, text: goldenText, label: [{ start: 2, end: 10, text: 'B claims', labels: ['claim'] }], annotator: 1 }],
      ['claim: B claims'],
    ],
    [
      'a page, where its words prove the offsets',
      [
        task([
          region('/p[1]/text()[1]', '/p[1]/text()[1]', { text: 'B claims', globalOffsets: { start: 2, end: 10 } }),
          region('/p[1]/text()[1]', '/p[1]/text()[1]', { globalOffsets: { start: 2, end: 10 } }),
        ]),
      ],
      ['region 2 of item 1: it has no start and end in the text', 'claim: B claims'],
    ],
    [
      'what has no place in a set, and does not import it',
      [
        task(
          [
            { type: 'relation', from_id: 'a', to_id: 'b' },
            { type: 'choices', value: { choices: ['good'] } },
            region(2, 10),
          ],
          { predictions: [{}], drafts: [{}, {}] },
        ),
      ],
      [
        'region 1 of item 1: it is of the type “relation”: not imported',
        'region 2 of item 1: it is of the type “choices”: not imported',
        'item 1: it has “predictions” (1): not imported',
        'item 1: it has “drafts” (2): not imported',
        'claim: B claims',
      ],
    ],
    [
      'an annotation that was skipped',
      [{ data, annotations: [{ was_cancelled: true, result: [region(2, 10)] }] }],
      ['item 1: it was skipped by its annotator: not imported'],
    ],
    [
      'offsets that are no span',
      [task([region(2, 2), region(Number.NaN, 3), region(2, 1e20), region(0, 1, { labels: [] })])],
      [
        'region 2 of item 1: it has no start and end in the text',
        'region 4 of item 1: it bears no label',
        'region 1 of item 1: 2–2 covers nothing',
        'region 3 of item 1: 2–100000000000000000000 is no span of the text: it reaches beyond its end, at 27',
      ],
    ],
    ['a task without a text', [{ data: { image: 3 }, annotations: [] }], ['item 1: it has no text']],
    [
      'a broken task, and the others',
      `[{"data":},${JSON.stringify(task([region(2, 10)]))}]`,
      ['item 1: it is no JSON', 'claim: B claims'],
    ],
    [
      'a file that is cut short',
      '[{"data":{"text":"A"}},{"da',
      ['tasks.json: “tasks.json” is cut short after item 1.'],
    ],
  ])('reads %s', async (_, tasks, expected) => expect(await outcomes(tasks)).toEqual(expected));

  it('takes annotations for those of different annotators, and their names where it has them', async () => {
    const users = [1, 'a@x.example', { first_name: 'Anna', last_name: 'B', email: 'b@x.example' }, undefined];
    const annotations = users.map((user) => ({
      completed_by: user,
      created_at: '2024-01-01T00:00:00Z',
      result: [region(2, 10)],
    }));
    const [document] = await documentsOf(
      textSource({ 'a.json': JSON.stringify([{ id: 5, data, annotations }]) }),
      labelStudioFormat,
    );
    expect(document?.id).toBe('5');
    expect(document?.spans.map(({ annotator }) => annotator)).toEqual([
      'annotator 1',
      'a@x.example',
      'Anna B',
      'annotator 4',
    ]);
    expect(document?.spans[0]?.made).toBe('2024-01-01T00:00:00Z');
  });

  it('reads the same again when it was written', async () => {
    const source = textSource({ 'a.json': JSON.stringify([task([region(2, 10), region(16, 22)])]) });
    const set = await setOfSource(source, labelStudioFormat);
    const again = await setOfSource(await writtenSource(set, labelStudioFormat), labelStudioFormat);
    expect(again.documents()).toEqual(set.documents());
  });

  it('has only items for any file', async () => {
    const golden = (await writtenTexts(goldenSet, labelStudioFormat))[''] ?? '';
    await fc.assert(fc.asyncProperty(mutated(golden), async (changed) => void (await outcomes(changed))));
  });
});
