/** The two numbers of a set: how many passages bear a label, and in how many places they stand. */
import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet, SetLabel } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';

export interface LabelCount extends SetLabel {
  readonly passages: number;
  readonly occurrences: number;
}

export interface SetCounts {
  /** By the set's labels in their order, those that nothing bears among them; then labels that are in no codebook. */
  readonly labels: readonly LabelCount[];
  readonly documents: number;
}

interface Tally {
  occurrences: number;
  /** Places whose passage nobody has told: each is one by itself. */
  alone: number;
  readonly passages: Set<string>;
}

/** Takes documents one after the other. A place counts once under a label however many annotators tagged it. */
export interface CountTaker {
  readonly take: (document: AnnotatedDocument) => void;
  readonly counts: () => SetCounts;
}

export function createCountTaker(labels: AnnotatedSet['labels']): CountTaker {
  const tallies = new Map<string, Tally>();
  let documents = 0;
  return {
    take: ({ occurrences }) => {
      documents += 1;
      const places = new Set<string>();
      for (const occurrence of occurrences) {
        if (!occurrence.counted) continue;
        const { label } = occurrence;
        const passage = passageOf(occurrence);
        const place = JSON.stringify([label, passage, rangesOf(occurrence).map(({ start, end }) => [start, end])]);
        if (places.has(place)) continue;
        places.add(place);
        const tally = tallies.get(label) ?? { occurrences: 0, alone: 0, passages: new Set() };
        tallies.set(label, tally);
        tally.occurrences += 1;
        if (passage === '') tally.alone += 1;
        else tally.passages.add(passage);
      }
    },
    counts: () => {
      const known = new Set(labels.map(({ label }) => label));
      const others = [...tallies.keys()].filter((label) => !known.has(label));
      const all = [...labels, ...others.map((label) => ({ label, name: label, key: '' }))];
      return { documents, labels: all.map((label) => counted(label, tallies.get(label.label))) };
    },
  };
}

function passageOf({ passage, annotation }: AnnotatedOccurrence): string {
  return passage === '' ? annotation : passage;
}

function counted({ label, name, key }: SetLabel, tally: Tally | undefined): LabelCount {
  const passages = (tally?.passages.size ?? 0) + (tally?.alone ?? 0);
  return { label, name, key, passages, occurrences: tally?.occurrences ?? 0 };
}

/** @param onDocument told of each document on the way */
export function countsOf(set: AnnotatedSet, onDocument?: (document: AnnotatedDocument) => void): SetCounts {
  const taker = createCountTaker(set.labels);
  for (const document of set.documents()) {
    taker.take(document);
    onDocument?.(document);
  }
  return taker.counts();
}
