import { closeSync, openSync, readSync } from 'node:fs';
import type { Article } from './corpus.ts';

const CHUNK = 1 << 20;

/** The articles of a JSONL file from line `from` (0 is the first), at most `count`, read as they are asked for. */
export function* readLines(path: string, count: number, from = 0): Generator<Article> {
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(CHUNK);
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  try {
    while (line < from + count) {
      const read = readSync(file, chunk, 0, CHUNK, null);
      if (read === 0) return;
      const lines = (rest + decoder.decode(chunk.subarray(0, read), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        if (line >= from && line < from + count) yield JSON.parse(text) as Article;
        line += 1;
      }
    }
  } finally {
    closeSync(file);
  }
}
