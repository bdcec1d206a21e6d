/** What a report shows, whatever it is written in: pure, document by document, each occurrence numbered. */
import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import { countsOf, type LabelCount } from './counts.ts';
import { stylesOf, type LabelStyle } from './label-style.ts';

export interface LegendEntry extends LabelCount {
  readonly style: LabelStyle;
}

export interface ReportOccurrence {
  /** From 1, through the whole report. */
  readonly number: number;
  readonly occurrence: AnnotatedOccurrence;
  readonly legend: LegendEntry;
  /** Numbers of other counted occurrences of the same annotation, at most `othersShown`. */
  readonly others: readonly number[];
  readonly moreOthers: number;
  /** The words it covers. */
  readonly quote: string;
}

export interface ReportDocument {
  /** From 1. */
  readonly number: number;
  readonly document: AnnotatedDocument;
  /** The counted ones, in order. */
  readonly occurrences: readonly ReportOccurrence[];
}

/** An occurrence that is detached or waits for a look. */
export interface UncountedOccurrence extends Omit<ReportOccurrence, 'number' | 'others' | 'moreOthers'> {
  /** Number of its document. */
  readonly document: number;
}

export interface Report {
  readonly project: string;
  readonly size: number;
  readonly passages: number;
  readonly occurrences: number;
  readonly uncountedOccurrences: number;
  readonly legend: readonly LegendEntry[];
  /** Walks the set anew each time, as `uncounted` does. */
  readonly documents: () => Iterable<ReportDocument>;
  readonly uncounted: () => Iterable<UncountedOccurrence>;
}

export const othersShown = 12;

/** @param set is walked once here, for the counts and for what belongs together */
export function createReport(set: AnnotatedSet): Report {
  const together = new Map<string, number[]>();
  let number = 0;
  let uncountedOccurrences = 0;
  const { labels, documents: size } = countsOf(set, ({ occurrences }) => {
    for (const { annotation, counted } of occurrences) {
      if (!counted) {
        uncountedOccurrences += 1;
        continue;
      }
      number += 1;
      if (annotation === '') continue;
      const known = together.get(annotation);
      if (known === undefined) together.set(annotation, [number]);
      else known.push(number);
    }
  });
  const all = withUncountedLabels(set, labels, uncountedOccurrences > 0);
  const styles = stylesOf(all.map(({ label }) => label));
  const legend = all.flatMap((label) => {
    const style = styles.get(label.label);
    return style === undefined ? [] : [{ ...label, style }];
  });
  const entries = new Map(legend.map((entry) => [entry.label, entry]));
  return {
    project: set.project.name,
    size,
    passages: legend.reduce((sum, { passages }) => sum + passages, 0),
    occurrences: legend.reduce((sum, { occurrences }) => sum + occurrences, 0),
    uncountedOccurrences,
    legend,
    documents: () => reportDocuments(set, entries, together),
    uncounted: () => uncountedIn(set, entries),
  };
}

/** Labels in no codebook that only uncounted occurrences bear. */
function withUncountedLabels(set: AnnotatedSet, labels: readonly LabelCount[], isAny: boolean): readonly LabelCount[] {
  if (!isAny) return labels;
  const known = new Set(labels.map(({ label }) => label));
  const all = [...labels];
  for (const { occurrences } of set.documents()) {
    for (const { label } of occurrences) {
      if (known.has(label)) continue;
      known.add(label);
      all.push({ label, name: label, key: '', passages: 0, occurrences: 0 });
    }
  }
  return all;
}

function* reportDocuments(
  set: AnnotatedSet,
  entries: ReadonlyMap<string, LegendEntry>,
  together: ReadonlyMap<string, readonly number[]>,
): Generator<ReportDocument> {
  let number = 0;
  let documentNumber = 0;
  for (const document of set.documents()) {
    documentNumber += 1;
    const occurrences: ReportOccurrence[] = [];
    for (const occurrence of document.occurrences) {
      const legend = entries.get(occurrence.label);
      if (!occurrence.counted || legend === undefined) continue;
      number += 1;
      const own = number;
      const family = together.get(occurrence.annotation) ?? [];
      const others = family
        .slice(0, othersShown + 1)
        .filter((one) => one !== own)
        .slice(0, othersShown);
      const moreOthers = Math.max(0, family.length - 1 - others.length);
      const quote = wordingOf(document.text, occurrence);
      occurrences.push({ number, occurrence, legend, others, moreOthers, quote });
    }
    yield { number: documentNumber, document, occurrences };
  }
}

function* uncountedIn(set: AnnotatedSet, entries: ReadonlyMap<string, LegendEntry>): Generator<UncountedOccurrence> {
  let number = 0;
  for (const document of set.documents()) {
    number += 1;
    for (const occurrence of document.occurrences) {
      const legend = entries.get(occurrence.label);
      if (occurrence.counted || legend === undefined) continue;
      yield { document: number, occurrence, legend, quote: wordingOf(document.text, occurrence) };
    }
  }
}
