import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doccanoFormat } from '../doccano/format.ts';
import { lossesOf } from '../set/holding.ts';
import { goldenSet, goldenText } from '../testing/golden-set.ts';
import { textSource, writtenSource, writtenTexts } from '../testing/memory-source.ts';
import { mutated } from '../testing/mutation.ts';
import { outcomesOf } from '../testing/outcome.ts';
import { documentsOf, setOfSource } from '../testing/set-of-source.ts';
import { spacyFormat } from './format.ts';

const golden = (await writtenTexts(goldenSet, spacyFormat))[''] ?? '';

async function outcomes(line: unknown): Promise<readonly string[]> {
  const text = typeof line === 'string' ? line : JSON.stringify(line);
  return outcomesOf(textSource({ 'set.jsonl': text }), spacyFormat);
}

describe('the golden document for spaCy', () => {
  it('has its spans in code points with the words they cover, one for each range', () => {
    const line = JSON.parse(golden) as { readonly text: string; readonly spans: readonly Record<string, unknown>[] };
    expect(line.text).toBe(goldenText);
    expect(line.spans.map(({ start, end, label, text, occurrence }) => [start, end, label, text, occurrence])).toEqual([
      [0, 1, 'editorial-insertion', 'A', 1],
      [16, 22, 'editorial-insertion', 'denies', 1],
      [2, 10, 'claim', 'B claims', undefined],
      [4, 15, 'rebuttal', 'claims C.\nD', undefined],
    ]);
    expect(line.spans[3]).toMatchObject({ annotator: 'Anna', note: 'see page 3', made: '2026-03-01T10:20:30.400Z' });
  });

  it('warns that the ranges of an occurrence are spans of their own', () => {
    expect(lossesOf(goldenSet, spacyFormat, { text: true }).map(({ kind }) => kind)).toContain('ranges-unseen');
  });

  it('is told from a line of doccano', async () => {
    const doccano = (await writtenTexts(goldenSet, doccanoFormat))[''] ?? '';
    const sampled = (head: string): readonly (boolean | undefined)[] =>
      [spacyFormat, doccanoFormat].map(({ recognise }) => recognise?.({ name: 'x', paths: ['x'], head }));
    expect([sampled(golden), sampled(doccano)]).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe('the reader of spaCy and Prodigy', () => {
  const text = goldenText;
  const span = { start: 2, end: 10, label: 'claim' };

  it.each([
    ['a line of Prodigy', { text, spans: [span], answer: 'accept' }, ['claim: B claims']],
    [
      'a Doc as JSON, with entities and groups of spans',
      { text, ents: [span], spans: { sc: [span, { start: 16, end: 22, label: 'denial', kb_id: '' }] }, tokens: [] },
      ['claim: B claims', 'denial: denies'],
    ],
    ['a Doc as JSON in many lines', JSON.stringify({ text, ents: [span] }, null, 2), ['claim: B claims']],
    ['a list', JSON.stringify([{ text, spans: [span] }]), ['claim: B claims']],
    [
      'UTF-16 units, which it names',
      { text, spans: [{ ...span, start: 3, end: 11, text: 'B claims' }] },
      ['claim: B claims (the file counts UTF-16 units)'],
    ],
    [
      'what was rejected, and does not import it',
      { text, spans: [span], answer: 'reject' },
      ['line 1: its spans were not accepted (“answer” is "reject"): not imported'],
    ],
    [
      'relations and categories, and does not import them',
      { text, spans: [], relations: [{}], cats: { good: 1, bad: 0 } },
      ['line 1: it has “relations” (1): not imported', 'line 1: it has “cats” (2): not imported'],
    ],
    [
      'spans in tokens alone',
      { text, spans: [{ token_start: 0, token_end: 1, label: 'x' }] },
      ['span 1 of line 1: it has no start, end and label, or counts in tokens alone'],
    ],
    [
      'offsets that are no span',
      {
        text,
        spans: [
          { ...span, end: 2 },
          { ...span, end: 1e9 },
        ],
      },
      [
        'span 1 of line 1: 2–2 covers nothing',
        'span 2 of line 1: 2–1000000000 is no span of the text: it reaches beyond its end, at 27',
      ],
    ],
    ['a line without a text', { spans: [span] }, ['line 1: it has no text']],
    [
      'a broken line, and the others',
      `nonsense\n${JSON.stringify({ text, spans: [span] })}`,
      ['line 1: it is no JSON', 'claim: B claims'],
    ],
  ])('reads %s', async (_, line, expected) => expect(await outcomes(line)).toEqual(expected));

  it('takes the annotator that Prodigy names', async () => {
    const line = JSON.stringify({ text, spans: [span], _annotator_id: 'db-anna' });
    const [document] = await documentsOf(textSource({ 'a.jsonl': line }), spacyFormat);
    expect(document?.spans[0]?.annotator).toBe('db-anna');
  });

  it('reads the same again when it was written', async () => {
    const set = await setOfSource(textSource({ 'a.jsonl': JSON.stringify({ text, ents: [span] }) }), spacyFormat);
    const again = await setOfSource(await writtenSource(set, spacyFormat), spacyFormat);
    expect(again.documents()).toEqual(set.documents());
  });

  it('has only items for any file', async () => {
    await fc.assert(fc.asyncProperty(mutated(golden), async (changed) => void (await outcomes(changed))));
  });
});
