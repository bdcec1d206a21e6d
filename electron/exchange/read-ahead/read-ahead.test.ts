/** The thread that reads ahead says what would have been read without it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareText } from '#shared/collation/prepared-text.ts';
import type { AheadLine } from './message.ts';
import { readAhead } from './read-ahead.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder = '';
let thread = '';

beforeAll(async () => {
  // Inside the project, so that the script finds its packages.
  folder = mkdtempSync(join(root, 'node_modules', '.variorum-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'electron/exchange/read-ahead/thread.ts'),
      outDir: folder,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'thread.mjs' } },
    },
  });
  thread = join(folder, 'thread.mjs');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const always = { size: 0, silence: 20_000 };

function withoutPrepared(lines: Iterable<AheadLine>): readonly unknown[] {
  return [...lines].map(({ file: at, line }) => ({ file: at, line }));
}

describe('articles that are read ahead', () => {
  it('are the articles and the refusals that are read without a thread, in the same order', () => {
    const article = (id: number): string =>
      JSON.stringify({ id: `a${id}`, text: `Article ${id}. ${'He said “naïve” 👩‍🚒 things. '.repeat(id % 90)}` });
    const lines = Array.from({ length: 2000 }, (_, at) => (at % 97 === 5 ? 'no json' : article(at)));
    const paths = [
      file('many.jsonl', `${lines.join('\n')}\n`),
      join(folder, 'missing.txt'),
      file('one.txt', 'Plain text.\n\nRead more\n\nThe end.'),
      file('empty.jsonl', ''),
    ];
    expect(withoutPrepared(readAhead(paths, thread, always))).toEqual(withoutPrepared(readAhead(paths, undefined)));
  });

  it('come with their texts prepared, as whoever takes them would have prepared them', () => {
    const text =
      'Mr. Smith: “It’s over.”\n\nRead more: share this story\n\n三菱は発表した。 The end is near, he said again.';
    const [line] = readAhead([file('prepared.jsonl', JSON.stringify({ text }))], thread, always);
    expect(line?.prepared).toEqual(prepareText(text));
  });

  it('may be left before the end', () => {
    const lines = Array.from({ length: 3000 }, (_, at) =>
      JSON.stringify({ id: `b${at}`, text: `Text ${at} `.repeat(200) }),
    );
    const path = file('left.jsonl', lines.join('\n'));
    for (const { line } of readAhead([path], thread, always)) {
      expect(line.article.ok && line.article.value.document.name).toBe('b0');
      break;
    }
  });

  it('are no articles where the thread has ended before its time', () => {
    const ending = file('ending.mjs', 'process.exit();');
    const path = file('any.jsonl', JSON.stringify({ text: 'Any text.' }));
    expect(() => [...readAhead([path], ending, { size: 0, silence: 300 })]).toThrow('has ended');
  });

  it('that are few are read where they are taken', () => {
    const path = file('few.jsonl', JSON.stringify({ text: 'A text.' }));
    expect([...readAhead([path], join(folder, 'no-such-script.mjs'))]).toHaveLength(1);
  });
});
