/** An import that was cancelled, killed or cut off with the power: what is on disk is whole, and it can go on. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import { projectWith, temporaryFolder, valueOf } from '#electron/workbench/testing/five-articles.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import { readArticles } from './article-source.ts';
import { runImport } from './import-run.ts';
import { importsApart } from './testing/imports-apart.ts';

const apart = importsApart(256);

const words = (name: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');

/** Each has words of its own and parts of two stories that others have too. */
const texts = Array.from({ length: 900 }, (_, at) =>
  [words(`own${at}x`, 30), words(`story${at % 37}x`, 60), words(`quote${at % 11}x`, 25)].join('\n\n'),
);

function articles(folder: string): string {
  const file = join(folder, 'big.jsonl');
  writeFileSync(file, texts.map((text, at) => `${JSON.stringify({ id: `n${at}`, text })}\n`).join(''));
  return file;
}

function emptyProject(folder: string, name: string): string {
  const path = join(folder, name);
  projectWith([], path).close();
  return path;
}

/** In this process, up to so many documents. */
async function importHere(
  workbench: Workbench,
  file: string,
  most = Infinity,
  written: (documents: number) => void = () => {},
) {
  let there = 0;
  return await runImport({
    articles: readArticles([file]),
    write: (documents) => {
      const done = workbench.importDocuments(documents);
      there += documents.length;
      written(there);
      return done;
    },
    passages: () => workbench.overview().sharedPassages,
    isCancelled: () => there >= most,
    report: () => {},
    now: () => performance.now(),
  });
}

/** All that is known of the documents and of what they share, a line each. */
function told(workbench: Workbench): readonly string[] {
  const documents = workbench.documents();
  const names = new Map(documents.map(({ id, name }) => [id, name]));
  return [
    JSON.stringify(workbench.overview()),
    ...Array.from(workbench.passages(5), ({ words: common, occurrences }) => {
      const places = occurrences.map(({ document, start, end }) => `${names.get(document)} [${start},${end})`);
      return `${common} words: ${places.join(' ')}`;
    }),
    ...workbench.groups().map((group) => group.documents.map(({ document }) => names.get(document)).join(' ')),
    ...documents.map((document) => JSON.stringify(document)),
  ];
}

/** Opens a project, looks whether it is whole, brings in what is missing, and says what is known then. */
async function goneOn(
  path: string,
  file: string,
): Promise<{ readonly kept: number; readonly told: readonly string[] }> {
  const workbench = valueOf(openProject(path));
  const kept = workbench.documents();
  // The documents are the first of the file, each with its text, known to the index, and in every read table.
  expect(kept.map(({ name }) => name).toSorted()).toEqual(
    texts
      .slice(0, kept.length)
      .map((_, at) => `n${at}`)
      .toSorted(),
  );
  for (const { id, name } of kept) expect(workbench.text(id)).toBe(texts[Number(name.slice(1))]);
  expect(workbench.rebuild().differed).toEqual([]);
  const summary = await importHere(workbench, file);
  expect(summary).toMatchObject({ added: texts.length - kept.length, there: kept.length, ending: 'complete' });
  const all = told(workbench);
  workbench.close();
  return { kept: kept.length, told: all };
}

async function uninterrupted(folder: string, file: string): Promise<readonly string[]> {
  return (await goneOn(emptyProject(folder, 'whole.variorum'), file)).told;
}

describe('an import that is broken off', () => {
  it('by its user, by the end of its process, or twice by both, ends as if it never had been', async () => {
    const folder = temporaryFolder();
    const file = articles(folder);
    const expected = await uninterrupted(folder, file);

    const cancelled = emptyProject(folder, 'cancelled.variorum');
    const workbench = valueOf(openProject(cancelled));
    const { added, ending } = await importHere(workbench, file, 300);
    workbench.close();
    expect([ending, added >= 300, added < 600]).toEqual(['cancelled', true, true]);
    expect(await goneOn(cancelled, file)).toEqual({ kept: added, told: expected });

    const killed = emptyProject(folder, 'killed.variorum');
    await apart.kill(2, killed, file);
    await apart.kill(3, killed, file);
    const { kept, told: all } = await goneOn(killed, file);
    expect([kept > 0, all]).toEqual([true, expected]);
  });

  it('by the power, wherever the last write stopped, keeps what was committed before it and goes on', async () => {
    const folder = temporaryFolder();
    const file = articles(folder);
    const expected = await uninterrupted(folder, file);
    const running = join(folder, 'running.variorum');
    const workbench = valueOf(openProject(emptyProject(folder, 'running.variorum')));
    await importHere(workbench, file, 400);
    const journal = readFileSync(`${running}-wal`);
    const kept: number[] = [];
    for (const share of [0.1, 0.37, 0.62, 0.999, 1]) {
      const cut = join(folder, `cut at ${share}.variorum`);
      copyFileSync(running, cut);
      writeFileSync(`${cut}-wal`, journal.subarray(0, Math.floor(share * journal.length)));
      const after = await goneOn(cut, file);
      expect(after.told).toEqual(expected);
      kept.push(after.kept);
    }
    workbench.close();
    expect(kept).toEqual(kept.toSorted((one, other) => one - other));
    expect(kept.at(-1)).toBeGreaterThanOrEqual(400);
  });
});
