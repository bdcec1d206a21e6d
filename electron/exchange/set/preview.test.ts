import { describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { documentOf, goldenSet } from '../testing/golden-set.ts';
import { setFormatNames, setFormats } from './catalogue.ts';
import { previewFile } from './preview.ts';

const long = 'A word after another. '.repeat(400);
const longSet: AnnotatedSet = {
  ...goldenSet,
  size: 3,
  documents: () => ['one', 'two', 'three'].map((id) => documentOf(id, `${id}: ${long}`)),
};

describe.each(setFormatNames)('the preview of %s', (name) => {
  it('is text to be read, and not too much of it', () => {
    for (const set of [goldenSet, longSet]) {
      const { head } = previewFile(set, name, { text: true });
      expect(head.length).toBeLessThan(10_000);
      expect(head.split('\n').length).toBeLessThanOrEqual(41);
      expect(head.isWellFormed()).toBe(true);
      expect(head).not.toContain('\u0000');
    }
    expect(previewFile(goldenSet, name, { text: true }).head).not.toBe('');
  });
});

describe('a preview', () => {
  it('shows every row of a file of lines, each with its long values shortened', () => {
    const { head, shows } = previewFile(longSet, 'jsonl', { text: true });
    expect(shows).toBe('file');
    const rows = head.split('\n');
    expect(rows.map((row) => /"id":"(\w+)"/u.exec(row)?.[1])).toEqual(['one', 'two', 'three']);
    expect(rows[0]).toMatch(/"text":"one: A word after another\..*…","text_sha256":"[0-9a-f]{64}","spans":\[\]\}$/u);
  });

  it('of a file that is none to be read shows its rows, or its report', () => {
    expect(previewFile(goldenSet, 'xlsx', { text: true }).head).toBe(
      previewFile(goldenSet, 'csv', { text: true }).head,
    );
    expect(previewFile(goldenSet, 'html', { text: true })).toEqual({
      head: previewFile(goldenSet, 'markdown', { text: true }).head,
      shows: 'report',
    });
  });

  it('walks no more of a large set than it shows', () => {
    let walked = 0;
    function* documents() {
      for (let number = 0; number < 100_000; number += 1) {
        walked += 1;
        yield documentOf(`d${number}`, `${number}: ${long}`);
      }
    }
    previewFile({ ...goldenSet, size: 100_000, documents }, 'jsonl', { text: true });
    expect(walked).toBeLessThan(100);
  });

  it('of a format in which nothing stands is empty', () => {
    const empty: AnnotatedSet = { ...goldenSet, size: 0, documents: () => [] };
    const format = setFormats.jsonl;
    expect([format.holds.untagged, previewFile(empty, 'jsonl', { text: true }).head]).toEqual([true, '']);
  });
});
