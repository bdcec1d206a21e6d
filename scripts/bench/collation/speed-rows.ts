import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentilesOf } from '../percentiles.ts';
import { isRefused, type NoFigure, takeFigure } from './child.ts';
import type { Corpus } from './corpus.ts';
import type { FigureInput, Growth, Times } from './figures.ts';
import type { Measured } from './measured.ts';
import { writeCorpus } from './speed-corpus.ts';
import { type Goal, type Row, verdictOf } from './table.ts';

/** Articles added one by one after the corpus. */
const EXTRA = 300;
/** Numbers of articles on which the peers run; one of them is quadratic. */
const PEER_COUNTS = [500, 1000, 2000];
const PEER_SECONDS = 300;
const MARKS = [5000, 20_000, 100_000];

/** The rows on speed and memory, up to `count` articles; says what it does on the way. */
export async function speedRows(
  corpus: Corpus,
  count: number,
  seed: number,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  // Also where it is broken off: the folder holds a gigabyte.
  process.once('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const began = performance.now();
  const tell = (line: string): void => say(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  try {
    const path = join(folder, 'corpus.jsonl');
    const input: FigureInput = { corpus: path, count, project: join(folder, 'bench.variorum'), marks: MARKS };
    tell(`Writing ${count.toLocaleString('en')} articles …`);
    writeCorpus(path, corpus.articles, count, EXTRA, seed);
    const rows: Row[] = [];
    tell('Peers …');
    rows.push(...(await peerRows(input)));
    tell('Detection …');
    const detected = await takeFigure('detection', input);
    const detection = { must: 2000, aim: 2000, better: 'more' } as const;
    rows.push(...growthRows('detection, one core', detected, count, detection, 'cpuSeconds'));
    const ahead = await takeFigure('detectionAhead', input);
    rows.push(
      ...growthRows('detection, two cores', ahead, count, { must: null, aim: 4000, better: 'more' }, 'wallSeconds'),
    );
    tell('Import …');
    const imported = await takeFigure('importAll', input);
    const whole = { must: 700, aim: 1500, better: 'more' } as const;
    rows.push(...growthRows('import end to end into the project file', imported, count, whole, 'wallSeconds'));
    if (isRefused(imported)) return rows;
    rows.push(memoryRow(imported, count));
    tell('Reopening, adding, tagging …');
    rows.push(reopenRow(await takeFigure('reopen', input), count));
    rows.push(...addRows(await takeFigure('addOne', input), count));
    rows.push(tagRow(await takeFigure('tag', input), count));
    return rows;
  } finally {
    clear();
    process.off('exit', clear);
  }
}

/** Processor time of the peers on the same articles, and how many times as much as ours it is. */
async function peerRows(input: FigureInput): Promise<readonly Row[]> {
  const counts = PEER_COUNTS.filter((count) => count <= input.count);
  const own: (Growth | NoFigure)[] = [];
  const dolos: (Growth | NoFigure)[] = [];
  const minHash: (Growth | NoFigure)[] = [];
  for (const count of counts) {
    own.push(await takeFigure('detection', { ...input, count, marks: [] }));
    dolos.push(await takeFigure('dolos', { ...input, count, marks: [] }, PEER_SECONDS));
    minHash.push(await takeFigure('minHash', { ...input, count, marks: [] }, PEER_SECONDS));
  }
  const row = (name: string, peers: readonly (Growth | NoFigure)[]): Row => ({
    metric: `${counts.map((count) => count.toLocaleString('en')).join(' / ')} articles beside ${name}`,
    peer: `${peers.map(secondsAndMemory).join(' / ')}, exponent ${exponentOf(counts, peers)}`,
    must: '',
    aim: '',
    ours: `${own.map(secondsAndMemory).join(' / ')}, exponent ${exponentOf(counts, own)}`,
    verdict: `× ${peers.map((peer, index) => ratio(peer, own[index])).join(' / ')} faster`,
  });
  return [row('dolos-core, all pairs', dolos), row('minhash, documents only, no passages', minHash)];
}

function secondsAndMemory(one: Growth | NoFigure): string {
  return isRefused(one) ? one.refused : `${one.cpuSeconds.toFixed(1)} s ${one.megabytes.toFixed(0)} MB`;
}

function ratio(peer: Growth | NoFigure, own: Growth | NoFigure | undefined): string {
  if (own === undefined || isRefused(peer) || isRefused(own)) return '?';
  return (peer.cpuSeconds / own.cpuSeconds).toFixed(1);
}

/** ln(T2 / T1) / ln(n2 / n1) from the first to the last. */
function exponentOf(counts: readonly number[], figures: readonly (Growth | NoFigure)[]): string {
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined || isRefused(first) || isRefused(last)) return '?';
  return exponent(counts[0] ?? 1, first, counts.at(-1) ?? 1, last).toFixed(2);
}

function exponent(n1: number, one: Measured, n2: number, other: Measured): number {
  return Math.log(other.cpuSeconds / one.cpuSeconds) / Math.log(n2 / n1);
}

/** @param by what an article a second is told by: an import works on two cores, and is waited for by the clock */
function growthRows(
  what: string,
  figure: Growth | NoFigure,
  count: number,
  goal: Goal,
  by: keyof Measured,
): readonly Row[] {
  const metric = `${what}, ${count.toLocaleString('en')} articles: articles a second`;
  if (isRefused(figure)) return [refusedRow(metric, figure, goal)];
  const rate = count / figure[by];
  const steps = figure.marks.slice(1).map((mark, index) => {
    const before = figure.marks[index] ?? mark;
    return { from: before.count, to: mark.count, exponent: exponent(before.count, before, mark.count, mark) };
  });
  const worst = Math.max(...steps.map((step) => step.exponent));
  return [
    {
      metric,
      peer: what.startsWith('detection') ? 'bare prototype 1,519 (reference)' : '',
      must: goal.must?.toLocaleString('en') ?? '',
      aim: goal.aim.toLocaleString('en'),
      ours: `${rate.toFixed(0)} ${by === 'cpuSeconds' ? 'of processor time' : 'by the clock'} (${figure.cpuSeconds.toFixed(1)} s of processor time, ${figure.wallSeconds.toFixed(1)} s by the clock, ${figure.megabytes.toFixed(0)} MB)`,
      verdict: verdictOf(rate, goal),
    },
    {
      metric: `${what}: growth exponent`,
      peer: what.startsWith('detection') ? 'dolos 2 (reference)' : '',
      must: '1.10',
      aim: '1.05',
      ours:
        steps.length === 0
          ? 'needs 20,000 articles'
          : steps.map((one) => `${thousands(one.from)} → ${thousands(one.to)}: ${one.exponent.toFixed(3)}`).join(', '),
      verdict: steps.length === 0 ? '' : verdictOf(worst, { must: 1.1, aim: 1.05, better: 'less' }),
    },
  ];
}

function thousands(count: number): string {
  return `${Math.round(count / 1000)}k`;
}

function memoryRow(figure: Growth & { readonly fileMegabytes: number }, count: number): Row {
  return {
    metric: `peak memory of that import, ${count.toLocaleString('en')} articles (asked for 100,000)`,
    peer: 'prototype 1,020 MB (reference)',
    must: '700 MB',
    aim: '500 MB',
    ours: `${figure.megabytes.toFixed(0)} MB; file ${figure.fileMegabytes.toFixed(0)} MB, ${figure.found.toLocaleString('en')} passages`,
    verdict: verdictOf(figure.megabytes, { must: 700, aim: 500, better: 'less' }),
  };
}

function reopenRow(figure: (Measured & { readonly megabytes: number }) | NoFigure, count: number): Row {
  const goal = { must: 1.5, aim: 0.7, better: 'less' } as const;
  const metric = `reopening ${count.toLocaleString('en')} articles: file → project rows and a document (without the window)`;
  if (isRefused(figure)) return refusedRow(metric, figure, goal);
  return {
    metric,
    peer: '',
    must: '1.5 s',
    aim: '0.7 s',
    ours: `${figure.wallSeconds.toFixed(2)} s (${figure.megabytes.toFixed(0)} MB)`,
    verdict: verdictOf(figure.wallSeconds, goal),
  };
}

function tagRow(figure: Times | NoFigure, count: number): Row {
  const goal = { must: 50, aim: 16, better: 'less' } as const;
  const metric = `tag → all copies committed, ${count.toLocaleString('en')} articles, p95`;
  if (isRefused(figure)) return refusedRow(metric, figure, goal);
  const { p50, p95, p99, max } = percentilesOf(figure.milliseconds);
  const cpu = percentilesOf(figure.cpuMilliseconds);
  return {
    metric,
    peer: 'none offers it',
    must: '50 ms',
    aim: '16 ms',
    ours: `${p95.toFixed(1)} ms (p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, max ${max.toFixed(1)}; processor time p95 ${cpu.p95.toFixed(1)}; ${figure.milliseconds.length} tags, ${figure.found.toFixed(1)} occurrences each)`,
    verdict: verdictOf(p95, goal),
  };
}

function addRows(figure: (Times & { readonly warm: readonly number[] }) | NoFigure, count: number): readonly Row[] {
  const metric = `adding one article to ${count.toLocaleString('en')}, committed`;
  if (isRefused(figure)) return [refusedRow(metric, figure, { must: 5, aim: 3, better: 'less' })];
  const { p50, p99, max } = percentilesOf(figure.milliseconds);
  const cpu = percentilesOf(figure.cpuMilliseconds);
  const warm = percentilesOf(figure.warm);
  const row = (name: string, value: number, must: number, aim: number, more: string): Row => ({
    metric: `${metric}: ${name}`,
    peer: name === 'p99' ? 'prototype 3.0 ms, in memory (reference)' : 'prototype 1,013 ms (reference)',
    must: `${must} ms`,
    aim: `${aim} ms`,
    ours: `${value.toFixed(1)} ms${more}`,
    verdict: verdictOf(value, { must, aim, better: 'less' }),
  });
  return [
    row(
      'p99',
      p99,
      5,
      3,
      ` (p50 ${p50.toFixed(1)}; processor time ${cpu.p50.toFixed(1)}, p99 ${cpu.p99.toFixed(1)}; after the first 20 p99 ${warm.p99.toFixed(1)})`,
    ),
    row(
      'max',
      max,
      30,
      10,
      ` (processor time ${cpu.max.toFixed(1)}; ${figure.milliseconds.length} articles; after the first 20 ${warm.max.toFixed(1)})`,
    ),
  ];
}

function refusedRow(metric: string, { refused }: NoFigure, goal: Goal): Row {
  return {
    metric,
    peer: '',
    must: String(goal.must ?? ''),
    aim: String(goal.aim),
    ours: refused,
    verdict: 'NO FIGURE',
  };
}
