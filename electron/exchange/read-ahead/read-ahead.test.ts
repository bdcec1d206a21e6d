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

const limits = { size: 0, silences: 40 };

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
      join(folder, `${'long'.repeat(100)}.txt`),
      file('one.txt', 'Plain text.\n\nRead more\n\nThe end.'),
      file('empty.jsonl', ''),
    ];
    expect(withoutPrepared(readAhead(paths, { script: thread, limits }))).toEqual(withoutPrepared(readAhead(paths)));
  });

  it('come with their texts prepared, as whoever takes them would have prepared them', () => {
    const text =
      'Mr. Smith: “It’s over.”\n\nRead more: share this story\n\n三菱は発表した。 The end is near, he said again.';
    const [line] = readAhead([file('prepared.jsonl', JSON.stringify({ text }))], { script: thread, limits });
    expect(line?.prepared).toEqual(prepareText(text));
  });

  it('are prepared by whoever takes them where they are very long', () => {
    const words = (units: number): string => 'word '.repeat(units / 5);
    const path = file(
      'long.jsonl',
      [600_000, 1_200_000, 100].map((units) => JSON.stringify({ text: words(units) })).join('\n'),
    );
    const lines = [...readAhead([path], { script: thread, limits })];
    expect(lines.map(({ prepared }) => prepared?.words.length)).toEqual([120_000, undefined, 20]);
  });

  it('may be left before the end', () => {
    const lines = Array.from({ length: 3000 }, (_, at) =>
      JSON.stringify({ id: `b${at}`, text: `Text ${at} `.repeat(200) }),
    );
    const articles = readAhead([file('left.jsonl', lines.join('\n'))], { script: thread, limits })[Symbol.iterator]();
    const first: AheadLine | undefined = articles.next().value;
    expect(first?.line.article.ok && first.line.article.value.document.name).toBe('b0');
    expect(articles.return?.()).toMatchObject({ done: true });
    expect(articles.next().done).toBe(true);
  });

  it('are no more once it was cancelled, also while the thread is waited for', () => {
    const idle = file('idle.mjs', 'setInterval(() => {}, 1000);');
    let asked = 0;
    const isCancelled = (): boolean => (asked += 1) > 2;
    const path = file('waited.jsonl', JSON.stringify({ text: 'Any text.' }));
    expect([...readAhead([path], { script: idle, isCancelled, limits })]).toEqual([]);
    expect(asked).toBe(3);
  });

  it('are none where the thread has ended before its time', () => {
    const ending = file('ending.mjs', 'process.exit();');
    const path = file('any.jsonl', JSON.stringify({ text: 'Any text.' }));
    const read = (): unknown => [...readAhead([path], { script: ending, limits: { size: 0, silences: 2 } })];
    expect(read).toThrow('has ended before its time');
  });

  it('are none where the thread met a bug, which is told', () => {
    const failing = file(
      'failing.mjs',
      `import { workerData } from 'node:worker_threads';
       const counts = new Int32Array(workerData.memory);
       workerData.port.postMessage({ type: 'failed', cause: 'a bug somewhere' });
       Atomics.add(counts, 0, 1);
       Atomics.notify(counts, 0);`,
    );
    const path = file('some.jsonl', JSON.stringify({ text: 'Any text.' }));
    expect(() => [...readAhead([path], { script: failing, limits })]).toThrow('a bug somewhere');
  });

  it('that are few are read where they are taken, and so are all where there is no such thread', () => {
    const path = file('few.jsonl', JSON.stringify({ text: 'A text.' }));
    expect([...readAhead([path], { script: thread })].map(({ prepared }) => prepared)).toEqual([undefined]);
    expect([...readAhead([path], { script: join(folder, 'no-such-script.mjs'), limits })]).toHaveLength(1);
  });
});
