/** The speed figures, each taken in a process of its own, so that its memory is its own. */
import { rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readArticles } from '#electron/jobs/article-source.ts';
import { startImport } from '#electron/jobs/import-job.ts';
import { prepareText } from '#shared/collation/prepared-text.ts';
import { dolosFile, dolosIndex } from './dolos.ts';
import { createDetection } from './detection.ts';
import { documentOf, importBatch, newProject, reopenForWindow, reopenProject } from './engine.ts';
import { copyLines, readLines } from './json-lines.ts';
import { createActTimes, type Mark, type Measured, peakMegabytes, startClock } from './measured.ts';
import { minHashPairs } from './min-hash.ts';
import { createRandom } from './random.ts';
import { wordsOf } from './words.ts';

/** What a figure is asked: a corpus (JSONL), how many of its articles, and the project file where it needs one. */
export interface FigureInput {
  readonly corpus: string;
  readonly count: number;
  readonly project: string;
  /** Numbers of articles at which the time is noted. */
  readonly marks: readonly number[];
}

/** Work on many articles. `found`: links, passages or pairs, to see that it was done. */
export interface Growth extends Measured {
  readonly marks: readonly Mark[];
  readonly megabytes: number;
  readonly found: number;
}

/** One act many times over. */
export interface Times {
  /** By the clock. */
  readonly milliseconds: readonly number[];
  /** Of processor time, all threads. */
  readonly cpuMilliseconds: readonly number[];
  readonly megabytes: number;
  /** What each act found, in the mean. */
  readonly found: number;
}

/** Ours: detection alone, in memory. */
export function detection({ corpus, count, marks }: FigureInput): Growth {
  const engine = createDetection();
  const clock = startClock(marks);
  let found = 0;
  let done = 0;
  for (const article of readLines(corpus, count)) {
    found += engine.add(article);
    done += 1;
    clock.reached(done);
  }
  return { ...clock.now(), marks: clock.marks, megabytes: peakMegabytes(), found };
}

/** The same, articles read and prepared by a thread of their own as in an import. */
export async function detectionAhead({ corpus, count, marks }: FigureInput): Promise<Growth> {
  const engine = createDetection();
  const clock = startClock(marks);
  let found = 0;
  let done = 0;
  for await (const { article } of firstOf(count, readArticles([corpus], { script: readAheadThread }))) {
    if (!article.ok) throw new Error(article.error);
    const { name, text, prepared = prepareText(text) } = article.value;
    found += engine.addPrepared(name, prepared);
    done += 1;
    clock.reached(done);
  }
  return { ...clock.now(), marks: clock.marks, megabytes: peakMegabytes(), found };
}

/**
 * Ours: end to end from the JSONL file into the project file (text, full-text index, collation), by the very job of the
 * program: a thread that writes and one that reads ahead of it.
 */
export async function importAll({
  corpus,
  count,
  marks,
  project,
}: FigureInput): Promise<Growth & { readonly fileMegabytes: number }> {
  newProject(project).close();
  const articles = `${project}.articles.jsonl`;
  copyLines(corpus, articles, count);
  const clock = startClock(marks);
  const scripts = { importing: builtScript('import-worker'), readingAhead: readAheadThread };
  const job = startImport(scripts, {
    project,
    paths: [articles],
    onProgress: ({ added }) => clock.reached(added),
    onFault: (error) => console.error(error),
  });
  const summary = await job.ended;
  const taken = clock.now();
  rmSync(articles);
  if (summary.ending !== 'complete') throw new Error(`The import ended ${JSON.stringify(summary.ending)}.`);
  if (summary.added !== count) throw new Error(`${summary.added} of ${count} articles were added.`);
  const megabytes = peakMegabytes();
  const workbench = reopenProject(project);
  const found = workbench.overview().sharedPassages;
  workbench.close();
  const fileMegabytes = statSync(project).size / 2 ** 20;
  return { ...taken, marks: clock.marks, megabytes, found, fileMegabytes };
}

/** As the program is built: the bench builds it first. */
const builtScript = (name: string): string => resolve('out', 'main', `${name}.cjs`);
const readAheadThread = builtScript('read-ahead-thread');

async function* firstOf<T>(count: number, items: AsyncIterable<T>): AsyncGenerator<T> {
  let given = 0;
  for await (const item of items) {
    yield item;
    given += 1;
    if (given === count) return;
  }
}

const ADDED = 300;

/** Of them those that find nothing in memory, the first after opening. */
const COLD = 20;

/**
 * Ours: one article after the other added to the project of `count`, just opened; the articles are those after it in the
 * corpus. `warm`: the times without those of the first 20.
 */
export function addOne({ corpus, count, project }: FigureInput): Times & { readonly warm: readonly number[] } {
  const workbench = reopenProject(project);
  workbench.call('project.read', {});
  const acts = createActTimes();
  for (const article of readLines(corpus, ADDED, count)) {
    const document = documentOf(article);
    acts.time(() => importBatch(workbench, [document]));
  }
  workbench.close();
  const times = acts.times();
  return { ...times, megabytes: peakMegabytes(), found: 0, warm: times.milliseconds.slice(COLD) };
}

const TAGGED = 200;

/** Ours: random spans of 5 to 40 words tagged, all copies committed. `found`: occurrences of a tag, its own included. */
export function tag({ project, count }: FigureInput): Times {
  const workbench = reopenProject(project);
  const documents = workbench.documents();
  const random = createRandom(count);
  const acts = createActTimes();
  for (let made = 0; made <= TAGGED; made += 1) {
    const { id } = random.pick(documents);
    const text = workbench.text(id);
    const words = wordsOf(text);
    const length = Math.min(words.length, random.whole(5, 40));
    const first = random.whole(0, words.length - length);
    const span = { start: words[first]?.start ?? 0, end: words[first + length - 1]?.end ?? 0 };
    const input = { document: id, span, quote: text.slice(span.start, span.end), label: 'claim' };
    // The first warms up what a session has warm.
    const tagged =
      made === 0 ? workbench.call('annotation.tag', input) : acts.time(() => workbench.call('annotation.tag', input));
    if (!tagged.ok) throw new Error(tagged.error.message);
  }
  const occurrences = workbench.annotations().map((annotation) => annotation.occurrences.length);
  workbench.close();
  const found = occurrences.reduce((sum, one) => sum + one, 0) / occurrences.length;
  return { ...acts.times(), megabytes: peakMegabytes(), found };
}

/** Ours: from the closed file to what a window needs: the first of the project's rows and one document. */
export function reopen({ project }: FigureInput): Measured & { readonly megabytes: number } {
  const clock = startClock();
  const workbench = reopenForWindow(project);
  const read = workbench.call('project.read', {});
  if (!read.ok) throw new Error(read.error.message);
  const first = read.value.changes.find(({ entity }) => entity === 'document');
  const opened = workbench.call('document.read', { document: first?.key ?? '' });
  if (!opened.ok) throw new Error(opened.error.message);
  const taken = clock.now();
  workbench.close();
  return { ...taken, megabytes: peakMegabytes() };
}

/** `@dodona/dolos-core`: index and the fragments of all pairs. */
export function dolos({ corpus, count }: FigureInput): Growth {
  const clock = startClock();
  const index = dolosIndex();
  index.addFiles([...readLines(corpus, count)].map(({ id, text }) => dolosFile(id, text)));
  const found = index.allPairs().filter(({ overlap }) => overlap > 0).length;
  return { ...clock.now(), marks: [], megabytes: peakMegabytes(), found };
}

/** `minhash`: pairs of near-copies, documents only. */
export function minHash({ corpus, count }: FigureInput): Growth {
  const clock = startClock();
  const found = minHashPairs(readLines(corpus, count));
  return { ...clock.now(), marks: [], megabytes: peakMegabytes(), found };
}

export const figures = { detection, detectionAhead, importAll, addOne, tag, reopen, dolos, minHash };
export type FigureName = keyof typeof figures;
