/**
 * What the text shows of an annotation: the occurrences that count, and faintly those that wait for a look. Of a copy
 * that something was put into, each range is drawn by itself, and what lies between them is not.
 */
import type { LabelRow, OccurrenceRow } from '#shared/contract/rows.ts';
import { isPending, rangesOf } from '#shared/domain/occurrence.ts';
import type { KeyedSpan } from './lanes.ts';
import { labelClass } from './label-class.ts';

/** What the reader is told of an occurrence: one item of the state's `annotationsIn`. */
export interface OccurrenceToDraw {
  readonly key: string;
  readonly annotation: { readonly id: string; readonly label: string };
  readonly occurrence: OccurrenceRow;
}

/** Offsets: UTF-16, half-open. */
export interface DrawnOccurrence extends KeyedSpan {
  readonly annotation: string;
  /** Classes of its label and status. */
  readonly look: string;
  /** The label's key, shown at the start. */
  readonly digit: string;
  /** Which range of the occurrence it is, counted from 0: the later ones continue the first. */
  readonly part: number;
}

export interface DrawnChange {
  readonly add: readonly DrawnOccurrence[];
  readonly remove: readonly string[];
}

/** One for each range; none for what is not drawn: a detached occurrence, or one of a label that is gone. */
function drawnOccurrences(item: OccurrenceToDraw, label: LabelRow | undefined): readonly DrawnOccurrence[] {
  const { occurrence } = item;
  if (occurrence.verdict === 'detached' || label === undefined) return [];
  const look = isPending(occurrence) ? `${labelClass(label)} tag-pending` : labelClass(label);
  return rangesOf(occurrence).map(({ start, end }, part) => ({
    key: partKey(item.key, part),
    annotation: item.annotation.id,
    start,
    end,
    look,
    digit: label.key,
    part,
  }));
}

function partKey(key: string, part: number): string {
  return part === 0 ? key : `${key}+${part}`;
}

/**
 * How the next list differs from what is drawn.
 * @param drawn by key
 * @param same items known to be drawn as they are: the very objects of the list before, under the same labels
 */
export function drawnChange(
  drawn: ReadonlyMap<string, DrawnOccurrence>,
  items: readonly OccurrenceToDraw[],
  labels: ReadonlyMap<string, LabelRow>,
  same: ReadonlySet<OccurrenceToDraw> = noItems,
): DrawnChange {
  const add: DrawnOccurrence[] = [];
  const remove = new Set(drawn.keys());
  for (const item of items) {
    if (same.has(item)) {
      for (const part of rangesOf(item.occurrence).keys()) remove.delete(partKey(item.key, part));
      continue;
    }
    for (const next of drawnOccurrences(item, labels.get(item.annotation.label))) {
      const known = drawn.get(next.key);
      if (known !== undefined && isSameDrawing(known, next)) remove.delete(next.key);
      else add.push(next);
    }
  }
  return { add, remove: [...remove] };
}

const noItems: ReadonlySet<OccurrenceToDraw> = new Set();

function isSameDrawing(a: DrawnOccurrence, b: DrawnOccurrence): boolean {
  return (
    a.start === b.start && a.end === b.end && a.look === b.look && a.digit === b.digit && a.annotation === b.annotation
  );
}

/** By start, the longer first, then by key: the order of nesting and of going from one to the next. */
export function compareDrawn(a: DrawnOccurrence, b: DrawnOccurrence): number {
  return a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** The drawn occurrences that hold an offset or end at it, the innermost (shortest) first. */
export function drawnAt(order: readonly DrawnOccurrence[], offset: number): readonly DrawnOccurrence[] {
  const found: DrawnOccurrence[] = [];
  for (const item of order) {
    if (item.start > offset) break;
    if (item.end >= offset) found.push(item);
  }
  return found.sort((a, b) => a.end - a.start - (b.end - b.start) || compareDrawn(a, b));
}
