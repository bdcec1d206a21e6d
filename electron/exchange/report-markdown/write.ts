import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import {
  createReport,
  type Report,
  type ReportDocument,
  type ReportOccurrence,
  type UncountedOccurrence,
} from '../report/report.ts';
import { cutRuns } from '../report/runs.ts';
import { saidOf } from '../report/shown-text.ts';
import {
  documentByline,
  documentHeading,
  legendCounts,
  legendHeading,
  legendName,
  othersLine,
  quoteLine,
  reportTitle,
  totalsLine,
  uncountedHeading,
  uncountedPlace,
} from '../report/wording.ts';
import type { SetFile } from '../set/format.ts';
import { escapeMarkdown } from './escape.ts';

/**
 * GitHub-flavoured Markdown. An occurrence stands in brackets with its number at both ends, so that those that overlap
 * can be told apart: `⟦¹words⟧[^1]`. What is said of it is in the footnote.
 */
export function writeMarkdownReport(set: AnnotatedSet): readonly SetFile[] {
  return [{ path: '', chunks: page(set) }];
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export function openMark({ number }: ReportOccurrence): string {
  return `⟦${Array.from(String(number), (digit) => superscripts[Number(digit)] ?? '').join('')}`;
}

export function closeMark({ number }: ReportOccurrence): string {
  return `⟧[^${number}]`;
}

function* page(set: AnnotatedSet): Generator<string> {
  const report = createReport(set);
  yield `# ${inline(reportTitle(report))}\n\n${inline(totalsLine(report))}\n\n${legend(report)}`;
  for (const document of report.documents()) yield* article(document);
  if (report.uncountedOccurrences === 0) return;
  yield `## ${inline(uncountedHeading)}\n\n`;
  for (const one of report.uncounted()) yield uncountedItem(one);
}

function legend({ legend: entries }: Report): string {
  const rows = entries.map((entry) => `| ${inline(legendName(entry))} | ${inline(legendCounts(entry))} |\n`);
  // A table needs a header: the heading is its first cell.
  return `| ${inline(legendHeading)} | |\n| :-- | :-- |\n${rows.join('')}\n`;
}

function* article(shown: ReportDocument): Generator<string> {
  const { document, occurrences } = shown;
  yield `## ${inline(documentHeading(shown))}\n\n`;
  const byline = documentByline(shown);
  if (byline !== '') yield `${inline(byline)}\n\n`;
  const spans = occurrences.map(({ occurrence }) => occurrence);
  let line = '';
  let isStart = true;
  for (const { start, end, opens, closes } of cutRuns(document.text, spans)) {
    const text = document.text.slice(start, end);
    const words = text.endsWith('\n') ? text.slice(0, -1) : text;
    const isEnd = words.length < text.length || end === document.text.length;
    for (const at of opens) line += markOf(occurrences[at], openMark);
    line += escapeMarkdown(words, { isStart, isEnd });
    for (const at of closes) line += markOf(occurrences[at], closeMark);
    isStart = isEnd;
    if (!isEnd) continue;
    if (line !== '') yield `${line}\n\n`;
    line = '';
  }
  for (const one of occurrences) yield footnote(one);
  if (occurrences.length > 0) yield '\n';
}

function markOf(one: ReportOccurrence | undefined, mark: (one: ReportOccurrence) => string): string {
  return one === undefined ? '' : mark(one);
}

function footnote(one: ReportOccurrence): string {
  const { number, occurrence, legend: entry } = one;
  const [name, ...said] = saidOf(entry, occurrence);
  const parts = [...said, othersLine(one)].filter((part) => part !== '').map(lines);
  return `[^${number}]: ${[`**${inline(name)}**`, ...parts].join('<br>')}\n`;
}

function uncountedItem(one: UncountedOccurrence): string {
  const parts = [uncountedPlace(one), quoteLine(one), ...saidOf(one.legend, one.occurrence)];
  const shown = parts.filter((part) => part !== '').map(lines);
  return `- ${shown.join('<br>')}\n`;
}

function inline(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/gu, ' ').trim());
}

/** A note of several lines stays in its footnote. */
function lines(text: string): string {
  return text
    .split(/\r\n?|\n/u)
    .map((line) => escapeMarkdown(line))
    .join('<br>');
}
