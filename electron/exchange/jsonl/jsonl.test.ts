import { describe, expect, it } from 'vitest';
import { lossSentence } from '../loss.ts';
import { brokenSet, documentOf, goldenSet } from '../testing/golden-set.ts';
import { jsonlFormat } from './format.ts';
import type { Line } from './line.ts';
import { parseJsonl } from './parse.ts';

const text = [...jsonlFormat.serialize(goldenSet)].join('');
const lines = text
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shape(value[0])];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, item]) => [key, shape(item)]);
}

describe('JSONL', () => {
  it('has one line a document, in the order of the set', () => {
    expect(lines.map(({ name }) => name)).toEqual(['doc1.txt', 'doc2.txt']);
  });

  it('counts code points and UTF-16 units', () => {
    const places = lines[0]?.annotations.map(({ occurrences: [own] }) => [
      own?.start,
      own?.end,
      own?.start_utf16,
      own?.end_utf16,
    ]);
    expect(places).toEqual([
      [2, 10, 3, 11],
      [4, 15, 5, 16],
    ]);
  });

  it('quotes what stands between the offsets, in either unit', () => {
    for (const line of lines) {
      for (const occurrence of line.annotations.flatMap(({ occurrences }) => occurrences)) {
        expect(Array.from(line.text).slice(occurrence.start, occurrence.end).join('')).toBe(occurrence.quote);
        expect(line.text.slice(occurrence.start_utf16, occurrence.end_utf16)).toBe(occurrence.quote);
      }
    }
  });

  it('tells every occurrence of an annotation on every line that names it', () => {
    const bothDocuments = ['doc1.txt', 'doc2.txt'];
    const everywhere = lines.map(({ annotations }) =>
      annotations.map(({ occurrences, other_occurrences: others }) =>
        [...occurrences, ...others].map(({ document }) => document).toSorted(),
      ),
    );
    expect(everywhere).toEqual([
      [bothDocuments, bothDocuments],
      [bothDocuments, bothDocuments],
    ]);
  });

  it('keeps what is detached or waits for a look, with its status', () => {
    const statuses = lines[1]?.annotations.map(({ occurrences: [copy] }) => [
      copy?.status,
      copy?.counted,
      copy?.reason,
    ]);
    expect(statuses).toEqual([
      ['detached', false, 'another claim'],
      ['differs', false, ''],
    ]);
  });

  it('has the same keys and types on every line', () => {
    expect(shape(lines[1])).toEqual(shape(lines[0]));
  });

  it('has the keys also where nothing is tagged', () => {
    const untagged = [...jsonlFormat.serialize({ ...goldenSet, annotations: [] })].map(
      (line) => JSON.parse(line) as Line,
    );
    expect(untagged.map((line) => [Object.keys(line), line.annotations])).toEqual(
      lines.map((line) => [Object.keys(line), []]),
    );
  });

  it('gives the hash of the golden text', () => {
    expect(lines[0]?.sha256).toBe('f9d78d80e210c740799dc05c58ad43b591544a5d65e9a4cd60400f34088e7639');
  });

  it('has no character at which some reader would split a line', () => {
    const separators = documentOf('d', 'a\u2028b\u2029c\u0085d\u000be');
    const [line = ''] = jsonlFormat.serialize({ ...goldenSet, documents: [separators], annotations: [] });
    for (const separator of ['\u000b', '\u0085', '\u2028', '\u2029']) expect(line).not.toContain(separator);
    expect((JSON.parse(line) as Line).text).toBe(separators.text);
  });

  it('names what it cannot hold', () => {
    expect(jsonlFormat.losses(goldenSet).map(lossSentence)).toEqual([
      'Not in the file: the name of the project (1: “Golden”).',
      'Not in the file: labels that no annotation bears (1: “Editorial insertion”).',
      'Not in the file: keys of labels (2: “1 Claim”, “2 Rebuttal”).',
    ]);
  });
});

describe('a copy that something was put into', () => {
  const [line] = [...jsonlFormat.serialize(brokenSet)].map((json) => JSON.parse(json) as Line);
  const [copy] = line?.annotations[0]?.occurrences ?? [];

  it('is one occurrence with its ranges, in both units', () => {
    expect([copy?.start, copy?.end, copy?.ranges]).toEqual([
      0,
      22,
      [
        { start: 0, end: 1, start_utf16: 0, end_utf16: 1 },
        { start: 16, end: 22, start_utf16: 17, end_utf16: 23 },
      ],
    ]);
  });

  it('is quoted without what was put in', () => expect(copy?.quote).toBe('A … denies'));

  it('has its ranges also where there are none, so that keys and types stay the same', () => {
    expect(lines[0]?.annotations[0]?.occurrences[0]?.ranges).toEqual([]);
  });

  it('loses nothing', () => {
    expect(jsonlFormat.losses(brokenSet).map(({ kind }) => kind)).toEqual([
      'project-name',
      'unused-label',
      'label-key',
    ]);
  });
});

describe('the reader of JSONL', () => {
  const failure = (broken: string): string => {
    const result = parseJsonl(broken);
    return result.ok ? 'read' : `${result.error.where}: ${result.error.what}`;
  };

  it('finds code points taken for UTF-16', () => {
    expect(failure(text.replace('"start":2,"end":10', '"start":3,"end":11'))).toBe(
      'line 1, code points 3–11: other words than quoted',
    );
  });

  it('finds an offset beyond the text', () => {
    expect(failure(text.replace('"start":2,"end":10', '"start":2,"end":100'))).toBe(
      'line 1, code points 2–100: no span of the text',
    );
  });

  it('finds lines that disagree about an annotation', () => {
    const at = text.lastIndexOf('see page 3');
    expect(failure(`${text.slice(0, at)}see page 4${text.slice(at + 10)}`)).toBe(
      'line 2: other lines tell otherwise: note',
    );
  });

  it('finds a file that is cut short', () => {
    expect(failure(text.slice(0, -1))).toBe('the end of the file: the last line is cut short');
  });
});
