/** The rows an annotated set is made of, document by document: a project may be too large to be held. */
import type { Database } from 'better-sqlite3';
import { clockToMilliseconds, type Clock } from '#shared/domain/clock.ts';
import type { AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import { shownStatus, type OccurrenceStatus, type Verdict } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { query } from './statement.ts';

export interface AnnotatedRows {
  /** By start, end, label, annotator and annotation. */
  readonly occurrencesIn: (document: string) => readonly AnnotatedOccurrence[];
  /** Live annotations of which no document of the project has an occurrence. */
  readonly bare: () => readonly string[];
  /** Documents with an occurrence of a live annotation, by name, so many at most. */
  readonly documents: (most: number) => readonly string[];
  /** Names of those of whom there are live annotations, in order. */
  readonly annotators: () => readonly string[];
}

interface StoredOccurrence {
  readonly annotation: string;
  readonly passage: string;
  readonly label: string;
  readonly annotator: string;
  readonly note: string;
  readonly clock: Clock;
  readonly made: string | null;
  readonly start: number;
  readonly end: number;
  readonly ranges: string | null;
  readonly status: OccurrenceStatus;
  readonly verdict: Verdict;
  readonly coverage: number;
  readonly reason: string;
  readonly counted: 0 | 1;
  readonly own: 0 | 1;
  /** Whether the annotator's own span is there and counts. */
  readonly ownCounts: 0 | 1;
}

const live = `FROM occurrence o JOIN annotation a ON a.id = o.annotation AND a.live = 1`;

export function openAnnotatedRows(db: Database): AnnotatedRows {
  const occurrencesIn = query<[string], StoredOccurrence>(
    db,
    `SELECT a.id AS annotation, a.passage, a.label, a.annotator, a.note, a.clock, a.made, o.start, o."end", o.ranges,
       o.status, o.verdict, o.coverage, o.reason, o.counted, (a.document = o.document AND a.start = o.start) AS own,
       EXISTS (SELECT 1 FROM occurrence w JOIN document d ON d.id = w.document AND d.imports > 0
         WHERE w.annotation = a.id AND w.document = a.document AND w.start = a.start AND w.counted = 1) AS ownCounts
     ${live} WHERE o.document = ? ORDER BY o.start, o."end", a.label, a.annotator, a.id`,
  );
  const leader = query<[string], { document: string; start: number }>(
    db,
    `SELECT o.document, o.start ${live} JOIN document d ON d.id = o.document AND d.imports > 0
     WHERE a.id = ? ORDER BY o.counted DESC, d.name, d.id, o.start LIMIT 1`,
  );
  const bare = query<[], { id: string }>(
    db,
    `SELECT a.id FROM annotation a WHERE a.live = 1 AND NOT EXISTS (
       SELECT 1 FROM occurrence o JOIN document d ON d.id = o.document AND d.imports > 0 WHERE o.annotation = a.id)
     ORDER BY a.clock, a.id`,
  );

  const documents = query<[number], { id: string }>(
    db,
    `SELECT d.id FROM document d WHERE d.imports > 0 AND EXISTS (SELECT 1 ${live} WHERE o.document = d.id)
     ORDER BY d.name, d.id LIMIT ?`,
  );
  const annotators = query<[], { annotator: string }>(
    db,
    `SELECT DISTINCT annotator FROM annotation WHERE live = 1 ORDER BY annotator`,
  );

  const leads = (document: string, row: StoredOccurrence): boolean => {
    if (row.ownCounts === 1) return row.own === 1;
    const first = leader.get(row.annotation);
    return first?.document === document && first.start === row.start;
  };

  return {
    occurrencesIn: (document) =>
      occurrencesIn.all(document).map((row) => {
        const { annotation, passage, label, annotator, note, clock, made, start, end, ranges, coverage, reason } = row;
        return {
          annotation,
          passage,
          label,
          annotator,
          note,
          made: made ?? new Date(clockToMilliseconds(clock)).toISOString(),
          start,
          end,
          ...(ranges === null ? {} : { ranges: JSON.parse(ranges) as readonly Span[] }),
          status: shownStatus(row),
          coverage,
          counted: row.counted === 1,
          own: row.own === 1,
          leads: leads(document, row),
          reason,
        };
      }),
    bare: () => bare.all().map(({ id }) => id),
    documents: (most) => documents.all(most).map(({ id }) => id),
    annotators: () => annotators.all().map(({ annotator }) => annotator),
  };
}
