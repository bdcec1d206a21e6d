import { describe, expect, it } from 'vitest';
import { pageChunks, type PageItem } from './page-chunks.ts';

const asIs = [1, 0, 0, 1, 0, 0];
const item = (str: string, left: number): PageItem => ({
  str,
  transform: [10, 0, 0, 10, left, 100],
  width: 5 * str.length,
  height: 10,
});

describe('the words of a page', () => {
  it.each(['\uf0b7', '\uf0a7', '\uf095', '\uf0d8'])(
    'show the mark of an item, whatever font of symbols it is of: %j',
    (mark) => {
      const { chunks } = pageChunks([item(mark, 50), item('Item one', 60)], asIs);
      expect(chunks.map(({ text }) => text)).toEqual(['• Item one']);
    },
  );
});
