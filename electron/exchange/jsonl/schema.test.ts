import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { copiedSet, emptySet, goldenSet } from '../testing/golden-set.ts';
import { writtenTexts } from '../testing/memory-source.ts';
import { jsonlFormat } from './format.ts';
import { schemaText } from './schema.ts';

const published = fileURLToPath(new URL('../../../docs/formats/jsonl.schema.json', import.meta.url));
const accepts = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(
  JSON.parse(schemaText()) as object,
);

async function lines(set: typeof goldenSet): Promise<readonly Record<string, unknown>[]> {
  const { '': text = '' } = await writtenTexts(set, jsonlFormat);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the JSON Schema of JSONL', () => {
  it('is the one that is published', () =>
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(schemaText())));

  it.each([
    ['the golden document', goldenSet],
    ['copies of every status', copiedSet],
    ['no documents', emptySet],
  ])('accepts every line of %s', async (_, set) => {
    for (const line of await lines(set)) expect([accepts(line), accepts.errors]).toEqual([true, null]);
  });

  it('refuses a line with a key too few, one too many, or of another type', async () => {
    const [line = {}] = await lines(goldenSet);
    const { title: _title, ...fewer } = line;
    for (const wrong of [fewer, { ...line, extra: '' }, { ...line, text: null }]) expect(accepts(wrong)).toBe(false);
  });
});

describe('JSONL', () => {
  it('gives the golden values, in code points and in UTF-16 units', async () => {
    const [line] = await lines(goldenSet);
    const spans = (line?.['spans'] ?? []) as readonly Record<string, unknown>[];
    expect(
      spans.map(({ label, start, end, start_utf16: from, end_utf16: to, fragments, quote }) =>
        JSON.stringify([label, start, end, from, to, fragments, quote]),
      ),
    ).toEqual([
      '["editorial-insertion",0,22,0,23,[[0,1],[16,22]],"A … denies"]',
      '["claim",2,10,3,11,[],"B claims"]',
      '["rebuttal",4,15,5,16,[],"claims C.\\nD"]',
    ]);
    expect(line?.['text_sha256']).toBe('f9d78d80e210c740799dc05c58ad43b591544a5d65e9a4cd60400f34088e7639');
  });

  it('has the same keys and types on every line, so that tables can be made of it', async () => {
    const shape = (value: unknown): unknown =>
      Array.isArray(value) || typeof value !== 'object' || value === null
        ? typeof value
        : Object.entries(value).map(([key, one]) => [key, shape(one)]);
    const shapes = (await lines(copiedSet)).map((line) => JSON.stringify(shape(line)));
    expect(new Set(shapes).size).toBe(1);
  });

  it('puts all copies of a story into one part of a data set', async () => {
    const splits = (await lines(copiedSet)).map(({ group, split }) => [group, split]);
    expect(splits[0]).toEqual(splits[1]);
  });
});
