/** Figures of the workbench without a window: tagging, opening, replaying. Prints a table; asserts nothing. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { NewDocument } from '#shared/domain/document.ts';
import type { EventDraft } from '#shared/domain/event.ts';
import { ok } from '#shared/text/result.ts';
import { createProjectFile, openProjectFile } from '#electron/store/open.ts';
import { createWorkbench } from '#electron/workbench/create-workbench.ts';
import { createProject, openProject } from '#electron/workbench/open.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import { evenSpans, generatedText } from './generated-text.ts';
import { percentilesHead, percentilesLine } from './percentiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
const identity = { now: () => Date.now(), newId: () => v7() };

function documentOf(name: string, text: string): NewDocument {
  return { name, title: name, text, origin: { file: name, encoding: 'utf-8', byteOrderMark: false, lineEnds: 'lf' } };
}

function projectOf(name: string, documents: readonly NewDocument[]): Workbench {
  const created = createProject(join(folder, name), { annotator: 'Bench' });
  if (!created.ok) throw new Error(created.error.message);
  const imported = created.value.importDocuments(documents);
  if (!imported.ok) throw new Error(imported.error.message);
  return created.value;
}

function timed<T>(run: () => T): readonly [number, T] {
  const began = performance.now();
  const value = run();
  return [performance.now() - began, value];
}

/** Tags every span, one act each, and returns what each took. */
function tagAll(
  workbench: Workbench,
  name: string,
  spans: readonly { start: number; end: number }[],
): readonly number[] {
  const document = workbench.documents().find((one) => one.name.startsWith(name))?.id ?? '';
  const text = workbench.text(document);
  return spans.map((span) => {
    const input = { document, span, quote: text.slice(span.start, span.end), label: 'claim' };
    const [took, tagged] = timed(() => workbench.call('annotation.tag', input));
    if (!tagged.ok) throw new Error(tagged.error.message);
    return took;
  });
}

function tagging(seeds: string): readonly string[] {
  const articles = readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => documentOf(file, readFileSync(join(seeds, file), 'utf8')));
  const five = projectOf('five.variorum', articles);
  const fiveTimes = tagAll(five, '002', evenSpans(articles[2]?.text ?? '', 200, 6));
  five.close();
  const copies = [0, 1, 2].map((copy) => documentOf(`long-${copy}.txt`, generatedText(10_000, 1)));
  const long = projectOf('long.variorum', copies);
  const longTimes = tagAll(long, 'long-0', evenSpans(copies[0]?.text ?? '', 1000, 6));
  const document = long.documents()[0]?.id ?? '';
  const reads = Array.from({ length: 50 }, () => timed(() => long.call('document.read', { document }))[0]);
  long.close();
  const opens = Array.from({ length: 10 }, () => timed(openAndRead)[0]);
  return [
    percentilesLine('tag → commit, the five articles', fiveTimes),
    percentilesLine('tag → commit, 10,000 words standing in 3 documents', longTimes),
    percentilesLine('read a 10,000-word document with 1,000 tags (3 copies each)', reads),
    percentilesLine('open that project and read that document, from the file', opens),
  ];
}

function openAndRead(): void {
  const opened = openProject(join(folder, 'long.variorum'));
  if (!opened.ok) throw new Error(opened.error.message);
  const document = opened.value.documents()[0]?.id ?? '';
  opened.value.call('document.read', { document });
  opened.value.close();
}

/** 100,000 events: tags with three occurrences, notes, detachments and removals, as an analyst's years would leave. */
function replay(): readonly string[] {
  const total = 100_000;
  const path = join(folder, 'log.variorum');
  const created = createProjectFile(path, { name: 'log', annotator: 'Bench' }, identity);
  if (!created.ok) throw new Error(created.error.type);
  const text = generatedText(20_000, 2);
  const bench = createWorkbench(created.value, identity);
  const imported = bench.importDocuments([0, 1, 2].map((copy) => documentOf(`${copy}.txt`, text)));
  if (!imported.ok) throw new Error(imported.error.message);
  const ids = imported.value.map(({ documentId }) => documentId);
  const events = Array.from({ length: total }, (_, index) => eventOf(index, ids, text.length));
  for (let from = 0; from < total; from += 5000) {
    created.value.transact(() =>
      ok({ value: null, writing: { actor: 'Bench', events: events.slice(from, from + 5000) } }),
    );
  }
  bench.close();
  const opened = openProjectFile(path, identity);
  if (!opened.ok) throw new Error(opened.error.type);
  const [took, { differed }] = timed(() => opened.value.rebuild());
  opened.value.close();
  const rate = Math.round(total / (took / 1000)).toLocaleString('en');
  const difference = differed.length === 0 ? 'no table differed' : `DIFFERED: ${differed.join(', ')}`;
  return [
    `replay of 100,000 events, compared before and after: ${(took / 1000).toFixed(2)} s (${rate} events/s), ${difference}`,
  ];
}

function eventOf(index: number, documents: readonly string[], length: number): EventDraft {
  const tag = Math.floor(index / 4) * 4;
  const annotation = `a${tag}`;
  const [document = ''] = documents;
  if (index % 4 === 1) return { type: 'note-changed', payload: { annotation, note: `note ${index}`, before: '' } };
  const start = (tag * 7) % (length - 100);
  const at = { start, end: start + 60, status: 'exact', coverage: 1 } as const;
  if (index % 4 === 2) {
    const occurrence = { document: documents[1] ?? '', ...at };
    const before = { verdict: null, reason: '' };
    return {
      type: 'occurrence-judged',
      payload: { annotation, occurrence, verdict: 'detached', reason: '', known: true, before },
    };
  }
  if (index % 4 === 3 && index % 3 === 0) return { type: 'annotation-removed', payload: { annotation } };
  if (index % 4 === 3) return { type: 'note-changed', payload: { annotation, note: '', before: `note ${index}` } };
  const occurrences = documents.map((one) => ({ document: one, ...at }));
  const payload = {
    annotation,
    label: ['claim', 'rebuttal', 'editorial-insertion'][index % 3] ?? 'claim',
    note: '',
    document,
  };
  return { type: 'annotation-tagged', payload: { ...payload, start, end: start + 60, quote: 'q', occurrences } };
}

try {
  console.log([percentilesHead, ...tagging('seeds'), '', ...replay()].join('\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
