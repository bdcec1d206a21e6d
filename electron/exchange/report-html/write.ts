import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { createLanes, type Lanes } from '../report/lanes.ts';
import {
  createReport,
  type LegendEntry,
  type Report,
  type ReportDocument,
  type ReportOccurrence,
  type UncountedOccurrence,
} from '../report/report.ts';
import { cutRuns, type Run } from '../report/runs.ts';
import {
  documentByline,
  documentHeading,
  legendCounts,
  legendHeading,
  legendName,
  occurrenceFacts,
  occurrencesHeading,
  quoteLine,
  reasonLine,
  reportTitle,
  totalsLine,
  uncountedHeading,
  uncountedPlace,
} from '../report/wording.ts';
import type { SetFile } from '../set/format.ts';
import { escapeHtml } from './markup.ts';
import { stylesheet, stylesheetHash } from './style.ts';

/** One file that asks for nothing: no script, no picture, no font from elsewhere. */
export function writeHtmlReport(set: AnnotatedSet): readonly SetFile[] {
  return [{ path: '', chunks: page(set) }];
}

const policy = `default-src 'none'; style-src '${stylesheetHash}'; base-uri 'none'; form-action 'none'`;

function* page(set: AnnotatedSet): Generator<string> {
  const report = createReport(set);
  const title = escapeHtml(reportTitle(report));
  yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n';
  yield `<title>${title}</title>\n<style>${stylesheet}</style>\n</head>\n<body>\n<main>\n`;
  yield `<h1 dir="auto">${title}</h1>\n<p class="by">${escapeHtml(totalsLine(report))}</p>\n${legend(report)}`;
  for (const document of report.documents()) yield* article(document);
  if (report.uncountedOccurrences > 0) {
    yield `<section>\n<h2>${escapeHtml(uncountedHeading)}</h2>\n<ol>\n`;
    for (const one of report.uncounted()) yield uncountedItem(one);
    yield '</ol>\n</section>\n';
  }
  yield '</main>\n</body>\n</html>\n';
}

function legend({ legend: entries }: Report): string {
  const rows = entries.map(
    (entry) =>
      `<tr><td>${labelMarkup(entry, legendName(entry))}</td><td>${escapeHtml(legendCounts(entry))}</td></tr>\n`,
  );
  return `<h3>${escapeHtml(legendHeading)}</h3>\n<table>\n${rows.join('')}</table>\n`;
}

/** A name may be written in another direction than what stands around it. */
function labelMarkup({ style }: LegendEntry, name: string): string {
  return `<b class="${style.name}"><bdi>${escapeHtml(name)}</bdi></b>`;
}

function* article(shown: ReportDocument): Generator<string> {
  const { document, occurrences, number } = shown;
  yield `<article>\n<h2 id="d${number}" dir="auto">${escapeHtml(documentHeading(shown))}</h2>\n`;
  yield `<p class="by" dir="auto">${escapeHtml(documentByline(shown))}</p>\n<div class="text">\n<p dir="auto">`;
  const lanes = createLanes();
  const spans = occurrences.map(({ occurrence }) => occurrence);
  let isBegun = true;
  for (const run of cutRuns(document.text, spans)) {
    if (!isBegun) yield '<p dir="auto">';
    const text = document.text.slice(run.start, run.end);
    isBegun = !text.endsWith('\n');
    yield runMarkup(run, isBegun ? text : text.slice(0, -1), occurrences, lanes);
    if (!isBegun) yield '</p>\n';
  }
  yield `${isBegun ? '</p>\n' : ''}</div>\n`;
  if (occurrences.length > 0) {
    yield `<h3>${occurrencesHeading}</h3>\n<ol>\n`;
    for (const one of occurrences) yield item(one);
    yield '</ol>\n';
  }
  yield '</article>\n';
}

function runMarkup(run: Run, text: string, occurrences: readonly ReportOccurrence[], lanes: Lanes): string {
  const numbers = run.opens.map((at) => openMarkup(occurrences[at], run.start)).join('');
  const found = lanes.take(run);
  let marked = escapeHtml(text);
  if (text !== '') {
    // The one that began last is the innermost, and its tint is seen.
    for (const [place, at] of [...run.covering.entries()].toReversed())
      marked = markMarkup(occurrences[at], found[place] ?? 0, marked);
  }
  return `${numbers}${marked}`;
}

function openMarkup(one: ReportOccurrence | undefined, start: number): string {
  if (one === undefined) return '';
  const { number, occurrence, legend: entry } = one;
  const id = occurrence.start === start ? ` id="o${number}"` : '';
  const said = escapeHtml(`Occurrence ${number}: ${entry.name}`);
  return `<sup><a${id} class="${entry.style.name}" href="#n${number}" aria-label="${said}">${number}</a></sup>`;
}

function markMarkup(one: ReportOccurrence | undefined, lane: number, inner: string): string {
  if (one === undefined) return inner;
  const { number, legend: entry, occurrence } = one;
  const title = escapeHtml(`${number} · ${entry.name} · ${occurrence.annotator}`);
  return `<mark class="${entry.style.name} v${lane}" title="${title}">${inner}</mark>`;
}

function item(one: ReportOccurrence): string {
  const { number, occurrence, legend: entry, others, moreOthers } = one;
  const links = others.map((other) => `<a href="#o${other}">${other}</a>`).join(', ');
  const more = moreOthers === 0 ? '' : ` and ${moreOthers} more`;
  const together = others.length === 0 ? '' : `<span class="more">The same annotation: ${links}${more}</span>`;
  const back = `<a class="no" href="#o${number}" aria-label="Occurrence ${number} in the text">${number}</a>`;
  return `<li id="n${number}">${back}${labelMarkup(entry, entry.name)} ${saidMarkup(occurrence)}${together}</li>\n`;
}

function uncountedItem(one: UncountedOccurrence): string {
  const place = `<a href="#d${one.document}">${escapeHtml(uncountedPlace(one))}</a>`;
  const quote = `<bdi>${escapeHtml(quoteLine(one))}</bdi>`;
  return `<li>${place} ${quote} ${labelMarkup(one.legend, one.legend.name)} ${saidMarkup(one.occurrence)}</li>\n`;
}

function saidMarkup(occurrence: ReportOccurrence['occurrence']): string {
  const { note } = occurrence;
  const reason = reasonLine(occurrence);
  return (
    `<bdi>${escapeHtml(occurrenceFacts(occurrence))}</bdi>` +
    (note === '' ? '' : `<span class="note" dir="auto">${escapeHtml(note)}</span>`) +
    (reason === '' ? '' : `<span class="more" dir="auto">${escapeHtml(reason)}</span>`)
  );
}
