/** A document small enough to be counted by hand: an astral character, a span across a line feed, overlapping spans. */
import { createHash } from 'node:crypto';
import type {
  AnnotatedDocument,
  AnnotatedOccurrence,
  AnnotatedPassage,
  AnnotatedSet,
} from '#shared/domain/annotated-set.ts';
import { firstCodebook } from '#shared/domain/label.ts';

export function documentOf(id: string, text: string, name = `${id}.txt`, title = `Title of ${id}`): AnnotatedDocument {
  return { id, name, title, text, sha256: createHash('sha256').update(text).digest('hex') };
}

export function occurrenceOf(
  document: string,
  start: number,
  end: number,
  rest: Partial<AnnotatedOccurrence> = {},
): AnnotatedOccurrence {
  return { document, start, end, status: 'exact', coverage: 1, counted: true, reason: '', ...rest };
}

/** The first occurrence is the annotator's own span. */
export function annotationOf(
  id: string,
  label: string,
  occurrences: readonly [AnnotatedOccurrence, ...AnnotatedOccurrence[]],
  rest: Partial<AnnotatedPassage> = {},
): AnnotatedPassage {
  const [{ document, start, end }] = occurrences;
  const made = '2026-03-01T10:20:30.400Z';
  return {
    id,
    label,
    annotator: 'Anna',
    note: '',
    passage: `p-${id}`,
    made,
    document,
    start,
    end,
    occurrences,
    ...rest,
  };
}

const golden = documentOf('doc1', 'A😀B claims C.\nD denies it.\n');
const copy = documentOf('doc2', 'Yesterday B claims C. E denies it.\n');

/**
 * T1 `B claims`: UTF-16 3–11, code points 2–10. T2 `claims C.⏎D`: UTF-16 5–16, code points 4–15. T1 has a detached
 * copy, T2 one that waits for a look.
 */
export const goldenSet: AnnotatedSet = {
  project: { id: '0197a0c0-0000-7000-8000-000000000001', name: 'Golden' },
  labels: firstCodebook,
  documents: [golden, copy],
  annotations: [
    annotationOf('t1', 'claim', [
      occurrenceOf('doc1', 3, 11),
      occurrenceOf('doc2', 10, 18, { status: 'detached', counted: false, reason: 'another claim' }),
    ]),
    annotationOf(
      't2',
      'rebuttal',
      [
        occurrenceOf('doc1', 5, 16),
        occurrenceOf('doc2', 12, 23, { status: 'differs', coverage: 2 / 3, counted: false }),
      ],
      { note: 'see page 3' },
    ),
  ],
};

/**
 * T3 `A denies`, tagged where it stands in one piece; the copy in the golden document is discontinuous: UTF-16 0–1 and
 * 17–23, code points 0–1 and 16–22.
 */
export const brokenSet: AnnotatedSet = {
  ...goldenSet,
  documents: [golden, documentOf('doc3', 'Today A denies it.\n')],
  annotations: [
    annotationOf('t3', 'editorial-insertion', [
      occurrenceOf('doc3', 6, 14),
      occurrenceOf('doc1', 0, 23, {
        status: 'edited',
        ranges: [
          { start: 0, end: 1 },
          { start: 17, end: 23 },
        ],
      }),
    ]),
  ],
};

export const emptySet: AnnotatedSet = { ...goldenSet, documents: [], annotations: [] };
