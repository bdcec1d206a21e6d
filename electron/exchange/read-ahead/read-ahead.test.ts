/** The thread that reads ahead says what would have been read without it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareText } from '#shared/collation/prepared-text.ts';
import type { AheadLine } from './message.ts';
import { readRefusalSentence } from '../read-refusal.ts';
import { type AheadOptions, readAhead } from './read-ahead.ts';

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

async function all(paths: readonly string[], options?: AheadOptions): Promise<readonly AheadLine[]> {
  const lines: AheadLine[] = [];
  for await (const line of readAhead(paths, options)) lines.push(line);
  return lines;
}

function withoutPrepared(lines: readonly AheadLine[]): readonly unknown[] {
  return lines.map(({ file: at, entry, line }) => ({ file: at, entry, line }));
}

describe('articles that are read ahead', () => {
  it('are the articles and the refusals that are read without a thread, in the same order', async () => {
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
    expect(withoutPrepared(await all(paths, { script: thread, limits }))).toEqual(withoutPrepared(await all(paths)));
  });

  it('come with their texts prepared, as whoever takes them would have prepared them', async () => {
    const text =
      'Mr. Smith: “It’s over.”\n\nRead more: share this story\n\n三菱は発表した。 The end is near, he said again.';
    const [line] = await all([file('prepared.jsonl', JSON.stringify({ text }))], { script: thread, limits });
    expect(line?.prepared).toEqual(prepareText(text));
  });

  it('are prepared by whoever takes them where they are very long', async () => {
    const words = (units: number): string => 'word '.repeat(units / 5);
    const path = file(
      'long.jsonl',
      [600_000, 1_200_000, 100].map((units) => JSON.stringify({ text: words(units) })).join('\n'),
    );
    const lines = await all([path], { script: thread, limits });
    expect(lines.map(({ prepared }) => prepared?.words.length)).toEqual([120_000, undefined, 20]);
  });

  it('may be left before the end', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) =>
      JSON.stringify({ id: `b${at}`, text: `Text ${at} `.repeat(200) }),
    );
    const articles = readAhead([file('left.jsonl', lines.join('\n'))], { script: thread, limits });
    const first: AheadLine | undefined = (await articles.next()).value;
    expect(first?.line.article.ok && first.line.article.value.document.name).toBe('b0');
    expect(await articles.return(undefined)).toMatchObject({ done: true });
    expect((await articles.next()).done).toBe(true);
  });

  it('are no more once it was cancelled, also while the thread is waited for', async () => {
    const idle = file('idle.mjs', 'setInterval(() => {}, 1000);');
    let asked = 0;
    const isCancelled = (): boolean => (asked += 1) > 2;
    const path = file('waited.jsonl', JSON.stringify({ text: 'Any text.' }));
    expect(await all([path], { script: idle, isCancelled, limits })).toEqual([]);
    expect(asked).toBe(3);
  });

  it('are none where the thread has ended before its time', async () => {
    const ending = file('ending.mjs', 'process.exit();');
    const path = file('any.jsonl', JSON.stringify({ text: 'Any text.' }));
    const read = all([path], { script: ending, limits: { size: 0, silences: 2 } });
    await expect(read).rejects.toThrow('has ended before its time');
  });

  it('are none where the thread met a bug, which is told', async () => {
    const failing = file(
      'failing.mjs',
      `import { workerData } from 'node:worker_threads';
       const counts = new Int32Array(workerData.memory);
       workerData.port.postMessage({ type: 'failed', cause: 'a bug somewhere' });
       Atomics.add(counts, 0, 1);
       Atomics.notify(counts, 0);`,
    );
    const path = file('some.jsonl', JSON.stringify({ text: 'Any text.' }));
    await expect(all([path], { script: failing, limits })).rejects.toThrow('a bug somewhere');
  });

  it('that are few are read where they are taken, and so are all where there is no such thread', async () => {
    const path = file('few.jsonl', JSON.stringify({ text: 'A text.' }));
    expect((await all([path], { script: thread })).map(({ prepared }) => prepared)).toEqual([undefined]);
    expect(await all([path], { script: join(folder, 'no-such-script.mjs'), limits })).toHaveLength(1);
  });
});

describe('a file that its reader', () => {
  /** Reads like the real thread, from where it is told to, but for what befalls it at some files. */
  const script = (name: string, befalls: string): string =>
    file(
      name,
      `import { workerData } from 'node:worker_threads';
       const { paths, from, stalled, memory, port } = workerData;
       const counts = new Int32Array(memory);
       const say = (message) => { port.postMessage(message); Atomics.add(counts, 0, 1); Atomics.notify(counts, 0); };
       const lineOf = (at) => {
         const failure = stalled.find((place) => place.file === at)?.failure;
         if (failure !== undefined) return { line: 0, share: 1, article: { ok: false, error: { ...failure, file: paths[at] } } };
         const origin = { file: 'x', encoding: 'utf-8', byteOrderMark: false, lineEnds: 'lf' };
         return { line: 0, share: 1, article: { ok: true, value: { document: { name: paths[at], title: '', text: 'x', origin }, notes: [] } } };
       };
       for (let at = from.done + from.entry > 0 ? from.file + 1 : from.file; at < paths.length; at += 1) {
         Atomics.store(counts, 3, at);
         Atomics.store(counts, 4, 0);
         if (stalled.every((place) => place.file !== at)) { ${befalls} }
         say({ type: 'lines', lines: [{ file: at, entry: 0, line: lineOf(at) }], units: 0 });
       }
       say({ type: 'ended' });`,
    );

  const paths = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'];
  const told = async (thread: string, silences = 240): Promise<readonly string[]> =>
    (await all(paths, { script: thread, limits: { size: 0, silences, heap: 64 } })).map(({ line: { article } }) =>
      article.ok ? article.value.document.name : readRefusalSentence(article.error),
    );

  it('never comes to an end with is refused by its name, and the next are read', async () => {
    const hanging = script('hanging.mjs', `if (/[bc]/.test(paths[at])) for (;;);`);
    expect(await told(hanging, 4)).toEqual([
      'a.pdf',
      '“b.pdf” took longer than 1 seconds to read and was left out. Save its text as a .txt file and import that.',
      '“c.pdf” took longer than 1 seconds to read and was left out. Save its text as a .txt file and import that.',
      'd.pdf',
    ]);
  });

  it('needs all memory for is refused by its name, and the next are read', async () => {
    const greedy = script(
      'greedy.mjs',
      `if (paths[at] === 'b.pdf') { const kept = []; for (;;) kept.push(new Array(1e5).fill({})); }`,
    );
    expect(await told(greedy)).toEqual([
      'a.pdf',
      expect.stringMatching(/^“b\.pdf” needs more memory than one file may have and was left out\./u),
      'c.pdf',
      'd.pdf',
    ]);
  });

  it('throws at where nobody catches it is refused with the fault, and the next are read', async () => {
    const thrower = script('thrower.mjs', `if (paths[at] === 'd.pdf') throw new TypeError('no font');`);
    expect(await told(thrower)).toEqual([
      'a.pdf',
      'b.pdf',
      'c.pdf',
      expect.stringMatching(/^“d\.pdf” was left out because of a fault of Variorum \(TypeError: no font\)\./u),
    ]);
  });
});
