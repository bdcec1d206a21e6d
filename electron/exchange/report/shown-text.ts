/** All that a report shows, in its order: what a check looks for in a file. */
import type { AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import type { LegendEntry, Report, ReportDocument, ReportOccurrence } from './report.ts';
import { cutRuns } from './runs.ts';
import {
  documentByline,
  documentHeading,
  legendCounts,
  legendHeading,
  legendName,
  occurrenceFacts,
  occurrencesHeading,
  othersLine,
  quoteLine,
  reasonLine,
  reportTitle,
  totalsLine,
  uncountedHeading,
  uncountedPlace,
} from './wording.ts';

/** How a format shows occurrences within the text. */
export interface ShownMarks {
  readonly open: (one: ReportOccurrence) => string;
  readonly close: (one: ReportOccurrence) => string;
  /** Said of a document above its text. */
  readonly remark?: (document: ReportDocument) => string;
  /** Is there a list of occurrences after each document? */
  readonly hasList: boolean;
}

export function* shownTexts(report: Report, marks: ShownMarks): Generator<string> {
  yield reportTitle(report);
  yield totalsLine(report);
  yield legendHeading;
  for (const entry of report.legend) {
    yield legendName(entry);
    yield legendCounts(entry);
  }
  for (const document of report.documents()) yield* documentTexts(document, marks);
  if (report.uncountedOccurrences === 0) return;
  yield uncountedHeading;
  for (const one of report.uncounted()) {
    yield uncountedPlace(one);
    yield quoteLine(one);
    yield* saidOf(one.legend, one.occurrence);
  }
}

function* documentTexts(shown: ReportDocument, marks: ShownMarks): Generator<string> {
  const { document, occurrences } = shown;
  yield documentHeading(shown);
  yield documentByline(shown);
  yield marks.remark?.(shown) ?? '';
  const spans = occurrences.map(({ occurrence }) => occurrence);
  for (const { start, end, opens, closes } of cutRuns(document.text, spans)) {
    yield* opens.map((at) => markText(occurrences[at], marks.open));
    yield document.text.slice(start, end);
    yield* closes.map((at) => markText(occurrences[at], marks.close));
  }
  if (!marks.hasList || occurrences.length === 0) return;
  yield occurrencesHeading;
  for (const one of occurrences) {
    yield String(one.number);
    yield* saidOf(one.legend, one.occurrence);
    yield othersLine(one);
  }
}

function markText(one: ReportOccurrence | undefined, mark: (one: ReportOccurrence) => string): string {
  return one === undefined ? '' : mark(one);
}

/** Label, facts, note and reason: the same under a document and in the list of what is not counted. */
export function saidOf({ name }: LegendEntry, occurrence: AnnotatedOccurrence): readonly [string, ...string[]] {
  return [name, occurrenceFacts(occurrence), occurrence.note, reasonLine(occurrence)];
}
