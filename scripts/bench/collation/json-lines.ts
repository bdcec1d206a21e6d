import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Article } from './corpus.ts';

const CHUNK = 1 << 20;

/** The articles of a JSONL file from line `from` (0 is the first), at most `count`, read as they are asked for. */
export function* readLines(path: string, count: number, from = 0): Generator<Article> {
  for (const line of linesOf(path, count, from)) yield JSON.parse(line) as Article;
}

/** Writes the first lines of a file into another. */
export function copyLines(from: string, to: string, count: number): void {
  const file = openSync(to, 'w');
  try {
    for (const line of linesOf(from, count, 0)) writeSync(file, `${line}\n`);
  } finally {
    closeSync(file);
  }
}

function* linesOf(path: string, count: number, from: number): Generator<string> {
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
        if (line >= from && line < from + count) yield text;
        line += 1;
      }
    }
  } finally {
    closeSync(file);
  }
}
