/**
 * The golden document: small enough to be counted by hand, with an astral character, a span across a line feed,
 * overlapping spans and a discontinuous one. What each format must say of it is in the tests of the formats.
 */
import { createHash } from 'node:crypto';
import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { firstCodebook } from '#shared/domain/label.ts';

export function documentOf(
  id: string,
  text: string,
  occurrences: readonly AnnotatedOccurrence[] = [],
  rest: Partial<AnnotatedDocument> = {},
): AnnotatedDocument {
  return {
    id,
    name: `${id}.txt`,
    title: `Title of ${id}`,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    source: 'The Paper',
    author: 'A. Writer',
    date: '2026-02-28',
    url: `https://paper.example/${id}`,
    group: '',
    occurrences,
    ...rest,
  };
}

/** Anna's own, exact, and the only one of its annotation, where nothing else is said. */
export function occurrenceOf(
  annotation: string,
  label: string,
  start: number,
  end: number,
  rest: Partial<AnnotatedOccurrence> = {},
): AnnotatedOccurrence {
  return {
    annotation,
    passage: annotation,
    label,
    annotator: 'Anna',
    note: '',
    made: '2026-03-01T10:20:30.400Z',
    start,
    end,
    status: 'exact',
    coverage: 1,
    counted: true,
    own: true,
    leads: true,
    reason: '',
    ...rest,
  };
}

export function setOf(documents: readonly AnnotatedDocument[], rest: Partial<AnnotatedSet> = {}): AnnotatedSet {
  return {
    project: { id: '0197a0c0-0000-7000-8000-000000000001', name: 'Golden' },
    labels: firstCodebook,
    size: documents.length,
    documents: () => documents,
    bare: [],
    ...rest,
  };
}

export const goldenText = 'A😀B claims C.\nD denies it.\n';

/** T1 `B claims`: UTF-16 3–11, code points 2–10, bytes 5–13. */
export const t1 = occurrenceOf('t1', 'claim', 3, 11);

/** T2 `claims C.⏎D`: UTF-16 5–16, code points 4–15, bytes 7–18. It overlaps T1 and crosses the line end. */
export const t2 = occurrenceOf('t2', 'rebuttal', 5, 16, { note: 'see page 3' });

/** T3 `A` … `denies`: UTF-16 0–1 and 17–23, code points 0–1 and 16–22, bytes 0–1 and 19–25. */
export const t3 = occurrenceOf('t3', 'editorial-insertion', 0, 23, {
  ranges: [
    { start: 0, end: 1 },
    { start: 17, end: 23 },
  ],
});

/** The golden document alone. */
export const goldenSet = setOf([documentOf('doc1', goldenText, [t3, t1, t2])]);

/** With a copy of T1 that is detached and one of T2 that waits for a look, and a document in which nothing is tagged. */
export const copiedSet = setOf([
  documentOf('doc1', goldenText, [t1, t2], { group: 'doc1' }),
  documentOf(
    'doc2',
    'Yesterday B claims C. E denies it.\n',
    [
      {
        ...t1,
        start: 10,
        end: 18,
        status: 'detached',
        counted: false,
        own: false,
        leads: false,
        reason: 'another claim',
      },
      { ...t2, start: 12, end: 23, status: 'differs', coverage: 2 / 3, counted: false, own: false, leads: false },
    ],
    { group: 'doc1' },
  ),
  documentOf('doc3', 'Nothing is tagged here.\n'),
]);

export const emptySet = setOf([]);
