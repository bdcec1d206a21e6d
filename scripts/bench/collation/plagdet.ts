import type { Span } from '#shared/text/span.ts';
import type { PassagePair } from './gold.ts';

/*
 * The measures of the PAN plagiarism detection tasks, at character level on both sides: Potthast, Stein,
 * Barrón-Cedeño, Rosso, "An Evaluation Framework for Plagiarism Detection", COLING 2010, formulas (1) to (5); written
 * from the formulas. A case s and a detection r are sets of characters of two texts (here of both sides of one pair);
 * r detects s if they share characters on both sides; s ⊓ r is what they share then, and nothing otherwise.
 */

/** What was measured; each 0…1 except granularity, which is 1 or more. */
export interface Plagdet {
  readonly precision: number;
  readonly recall: number;
  /** Detections for each detected case; 1 is best. */
  readonly granularity: number;
  /** F1 of precision and recall over log2(1 + granularity). */
  readonly plagdet: number;
}

/** The cases and detections of one pair of texts. */
export interface Judged {
  readonly cases: readonly PassagePair[];
  readonly detections: readonly PassagePair[];
}

/**
 * Macro: every case and every detection counts alike, however long it is. Recall is undefined without cases and
 * precision without detections; both are 0 then, as in the published script.
 */
export function macroPlagdet(pairs: readonly Judged[]): Plagdet {
  const recalls = pairs.flatMap(({ cases, detections }) => cases.map((one) => foundShare(one, detections)));
  const precisions = pairs.flatMap(({ cases, detections }) => detections.map((one) => foundShare(one, cases)));
  return plagdetOf(mean(precisions), mean(recalls), granularityOf(pairs));
}

/** Micro: every character counts alike. */
export function microPlagdet(pairs: readonly Judged[]): Plagdet {
  let inCases = 0;
  let inDetections = 0;
  let inBoth = 0;
  for (const { cases, detections } of pairs) {
    for (const side of SIDES) {
      const shared = cases.flatMap((one) =>
        detections.filter((other) => touches(one, other)).map((other) => common(one[side], other[side])),
      );
      inCases += unionLength(cases.map((one) => one[side]));
      inDetections += unionLength(detections.map((one) => one[side]));
      inBoth += unionLength(shared);
    }
  }
  return plagdetOf(share(inBoth, inDetections), share(inBoth, inCases), granularityOf(pairs));
}

/** 0…1: how many of the characters of both sides of one passage these others share with it. */
export function foundShare(one: PassagePair, others: readonly PassagePair[]): number {
  const touching = others.filter((other) => touches(one, other));
  let shared = 0;
  let all = 0;
  for (const side of SIDES) {
    all += one[side].end - one[side].start;
    shared += unionLength(touching.map((other) => common(one[side], other[side])));
  }
  return share(shared, all);
}

function granularityOf(pairs: readonly Judged[]): number {
  let detected = 0;
  let detections = 0;
  for (const pair of pairs) {
    for (const one of pair.cases) {
      const count = pair.detections.filter((other) => touches(one, other)).length;
      if (count > 0) detected += 1;
      detections += count;
    }
  }
  return detected === 0 ? 1 : detections / detected;
}

function plagdetOf(precision: number, recall: number, granularity: number): Plagdet {
  const sum = precision + recall;
  const f1 = sum === 0 ? 0 : (2 * precision * recall) / sum;
  return { precision, recall, granularity, plagdet: f1 / Math.log2(1 + granularity) };
}

const SIDES = ['a', 'b'] as const;

function touches(one: PassagePair, other: PassagePair): boolean {
  return SIDES.every((side) => one[side].start < other[side].end && other[side].start < one[side].end);
}

function common(one: Span, other: Span): Span {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
}

/** Characters that stand in at least one of the spans. */
function unionLength(spans: readonly Span[]): number {
  let length = 0;
  let reached = -1;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const from = Math.max(start, reached);
    if (end > from) length += end - from;
    reached = Math.max(reached, end);
  }
  return length;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function mean(values: readonly number[]): number {
  return share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}
