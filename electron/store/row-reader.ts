/** Reads the rows that windows hold, by key or by the lot. Rows that are not live do not exist for a window. */
import type { Database } from 'better-sqlite3';
import type { Change } from '#shared/contract/commit.ts';
import {
  countKey,
  occurrenceKey,
  type AnnotationRow,
  type CollationRow,
  type CountRow,
  type DocumentRow,
  type Entity,
  type LabelRow,
  type OccurrenceRow,
} from '#shared/contract/rows.ts';
import { addressKey } from '#shared/domain/address.ts';
import { rangesOverlap } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import type { OutsideAlignment } from '#shared/domain/alignment.ts';
import type { EquivalentChoice } from '#shared/domain/equivalent.ts';
import { firstClock, type Clock } from '#shared/domain/clock.ts';
import { query } from './statement.ts';

/** The project as its tables know it; the file and the annotator are the workbench's to add. */
export interface ProjectIdentity {
  readonly id: string;
  readonly name: string;
}

export interface PlacedSpan {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** A change of one of the entities the store holds; `project` is left to the workbench. */
export interface TouchedKey {
  readonly entity: Entity;
  readonly key: string;
}

const occurrenceColumns =
  'o.annotation, o.document, o.start, o."end", o.status, o.coverage, o.verdict, o.reason, o.ranges';
const annotationColumns = 'a.id, a.label, a.annotator, a.note, a.passage, a.document, a.start, a."end"';
const liveOccurrence = `FROM occurrence o JOIN annotation a ON a.id = o.annotation AND a.live = 1
  JOIN document d ON d.id = o.document AND d.imports > 0`;

/** An occurrence as its table has it: the ranges as JSON, NULL where there is one. */
interface StoredOccurrence extends Omit<OccurrenceRow, 'ranges'> {
  readonly ranges: string | null;
}

interface StoredAlignment {
  readonly a: string;
  readonly aStart: number;
  readonly aEnd: number;
  readonly b: string;
  readonly bStart: number;
  readonly bEnd: number;
}

/** SQLite has no booleans. */
interface StoredCollation extends Omit<CollationRow, 'leads'> {
  readonly leads: 0 | 1;
}

function asCollation({ leads, ...row }: StoredCollation): CollationRow {
  return { ...row, leads: leads === 1 };
}

function occurrenceRow({ ranges, ...row }: StoredOccurrence): OccurrenceRow {
  return ranges === null ? row : { ...row, ranges: JSON.parse(ranges) as readonly Span[] };
}

/** A label that was withdrawn stays as long as something bears it. */
const labelRows = `SELECT id, name, key, position FROM label
  WHERE (definitions > 0 OR EXISTS (SELECT 1 FROM annotation WHERE label = label.id AND live = 1))`;

export interface RowReader {
  readonly project: () => ProjectIdentity;
  readonly documents: () => readonly DocumentRow[];
  /** By name and id, those after the document `after` (from the first where it is `null`), at most so many. */
  readonly documentsAfter: (after: string | null, most: number) => readonly DocumentRow[];
  readonly document: (id: string) => DocumentRow | undefined;
  readonly isDocumentName: (name: string) => boolean;
  /** Name of a document that has this very text. */
  readonly nameOfText: (sha256: string) => string | undefined;
  /** Every document that has this very text, or is called so, by name. */
  readonly documentsOfText: (sha256: string) => readonly DocumentRow[];
  readonly documentsNamed: (name: string) => readonly DocumentRow[];
  /** Documents of an address, however it is written; the oldest first. */
  readonly documentsAt: (url: string) => readonly DocumentRow[];
  /** SHA-256 of the document's text, also of a removed document. */
  readonly textDigest: (document: string) => string | undefined;
  /** SHA-256 of the file that the document was read from, where that is kept. */
  readonly originalDigest: (document: string) => string | undefined;
  readonly labels: () => readonly LabelRow[];
  readonly counts: () => readonly CountRow[];
  /** Those of one document, or under the empty document those of the project. */
  readonly countsOf: (document: string) => readonly CountRow[];
  readonly history: () => { readonly undo: string | null; readonly redo: string | null };
  /** Whether the act has been taken back, also where it was done again. */
  readonly isReversed: (act: string) => boolean;
  /** Ids of the acts that undo and redo would reverse. */
  readonly reversible: () => { readonly undo: string | null; readonly redo: string | null };
  readonly annotation: (id: string) => AnnotationRow | undefined;
  readonly annotations: () => readonly AnnotationRow[];
  /** The clock at which the annotation was tagged. */
  readonly madeAt: (annotation: string) => Clock;
  readonly annotationsIn: (document: string) => readonly AnnotationRow[];
  readonly occurrencesOf: (annotation: string) => readonly OccurrenceRow[];
  /** The annotator's own span, also of an annotation that was removed. */
  readonly ownSpan: (annotation: string) => PlacedSpan | undefined;
  /** All occurrences, in any document, of the annotations that have one in this document; in no order. */
  readonly occurrencesAround: (document: string) => readonly OccurrenceRow[];
  /** Live annotations of one annotator and label with an occurrence that overlaps the span. */
  readonly standingAt: (
    annotator: string,
    label: string,
    document: string,
    start: number,
    end: number,
  ) => readonly OccurrenceRow[];
  /** What the project itself says of pairs of phrases, in the order in which they were first named. */
  readonly equivalents: () => readonly EquivalentChoice[];
  /** Alignments of a document that another program found, the document's own side as `a`; of live documents alone, by place. */
  readonly outsideAlignments: (document: string) => readonly OutsideAlignment[];
  /** Whether an import of it stands; its sides in order (`orderedAlignment`). */
  readonly isOutsideAlignment: (alignment: OutsideAlignment) => boolean;
  readonly documentCount: () => number;
  /** What collation knows of a document of the project; `undefined` until it has seen it. */
  readonly collation: (document: string) => CollationRow | undefined;
  readonly collations: () => readonly CollationRow[];
  /**
   * Documents of the project that collation has not seen yet, and such that it has seen and that are gone; at most so
   * many. @param since only those that came or went after that head; `null` for all
   */
  readonly uncollated: (most: number, since: number | null) => readonly string[];
  readonly collatedInVain: (most: number, since: number | null) => readonly string[];
  /** The row behind each key as it is now, as changes. */
  readonly changes: (keys: Iterable<TouchedKey>) => readonly Change[];
}

export function openRowReader(db: Database): RowReader {
  const project = query<[], ProjectIdentity>(db, 'SELECT id, name FROM project');
  const documentColumns = 'id, name, title, length, sha256, source, date, author, url';
  const documents = query<[], DocumentRow>(
    db,
    `SELECT ${documentColumns} FROM document WHERE imports > 0 ORDER BY name, id`,
  );
  const documentsAfter = query<[string, string, number], DocumentRow>(
    db,
    `SELECT ${documentColumns} FROM document WHERE imports > 0 AND (name, id) > (?, ?) ORDER BY name, id LIMIT ?`,
  );
  // Also of a document that has been removed since.
  const nameOfDocument = query<[string], { name: string }>(db, 'SELECT name FROM document WHERE id = ?');
  const document = query<[string], DocumentRow>(
    db,
    `SELECT ${documentColumns} FROM document WHERE imports > 0 AND id = ?`,
  );
  const documentNamed = query<[string], { one: number }>(
    db,
    'SELECT 1 AS one FROM document WHERE name = ? AND imports > 0 LIMIT 1',
  );
  const nameOfText = query<[string], { name: string }>(
    db,
    'SELECT name FROM document WHERE sha256 = ? AND imports > 0 LIMIT 1',
  );
  const documentsOfText = query<[string], DocumentRow>(
    db,
    `SELECT ${documentColumns} FROM document WHERE sha256 = ? AND imports > 0 ORDER BY name, id`,
  );
  const documentsAt = query<[string], DocumentRow>(
    db,
    `SELECT ${documentColumns} FROM document WHERE address = ? AND address != '' AND imports > 0 ORDER BY clock, id`,
  );
  const documentsNamed = query<[string], DocumentRow>(
    db,
    `SELECT ${documentColumns} FROM document WHERE name = ? AND imports > 0 ORDER BY id`,
  );
  const reversedAct = query<[string], { one: number }>(db, 'SELECT 1 AS one FROM act WHERE id = ? AND open = 0');
  const textDigest = query<[string], { sha256: string }>(db, 'SELECT sha256 FROM document WHERE id = ?');
  const originalDigest = query<[string], { original: string }>(
    db,
    `SELECT original FROM document WHERE id = ? AND original != ''`,
  );
  const labels = query<[], LabelRow>(db, `${labelRows} ORDER BY position, id`);
  const label = query<[string], LabelRow>(db, `${labelRows} AND id = ?`);
  const counts = query<[], CountRow>(
    db,
    'SELECT label, document, passages, occurrences, pending FROM count ORDER BY label, document',
  );
  const countsOf = query<[string], CountRow>(
    db,
    'SELECT label, document, passages, occurrences, pending FROM count WHERE document = ?',
  );
  const count = query<[string, string], CountRow>(
    db,
    'SELECT label, document, passages, occurrences, pending FROM count WHERE label = ? AND document = ?',
  );
  const lastOpen = `FROM act WHERE open = 1 AND kind IN`;
  const undoable = query<[], { id: string; type: string }>(
    db,
    `SELECT id, type ${lastOpen} ('do', 'redo') ORDER BY number DESC LIMIT 1`,
  );
  const redoable = query<[], { id: string; type: string }>(
    db,
    `SELECT id, type ${lastOpen} ('undo') ORDER BY number DESC LIMIT 1`,
  );
  const annotation = query<[string], AnnotationRow>(
    db,
    `SELECT ${annotationColumns} FROM annotation a WHERE a.live = 1 AND a.id = ?`,
  );
  const annotations = query<[], AnnotationRow>(
    db,
    `SELECT ${annotationColumns} FROM annotation a WHERE a.live = 1 ORDER BY a.clock, a.id`,
  );
  const annotationsIn = query<[string], AnnotationRow>(
    db,
    `SELECT ${annotationColumns} FROM annotation a WHERE a.live = 1
     AND a.id IN (SELECT annotation FROM occurrence WHERE document = ?) ORDER BY a.clock, a.id`,
  );
  const occurrencesOf = query<[string], StoredOccurrence>(
    db,
    `SELECT ${occurrenceColumns} ${liveOccurrence} WHERE o.annotation = ?
     ORDER BY (o.document = a.document AND o.start = a.start) DESC, d.name, d.id, o.start`,
  );
  const occurrencesAround = query<[string], StoredOccurrence>(
    db,
    `SELECT ${occurrenceColumns} ${liveOccurrence}
     WHERE o.annotation IN (SELECT annotation FROM occurrence WHERE document = ?)`,
  );
  const occurrence = query<[string, string, number], StoredOccurrence>(
    db,
    `SELECT ${occurrenceColumns} ${liveOccurrence} WHERE o.annotation = ? AND o.document = ? AND o.start = ?`,
  );
  const madeAt = query<[string], { clock: Clock }>(db, 'SELECT clock FROM annotation WHERE id = ?');
  const ownSpan = query<[string], PlacedSpan>(db, 'SELECT document, start, "end" FROM annotation WHERE id = ?');
  const standingAt = query<[string, number, number, string, string], StoredOccurrence>(
    db,
    `SELECT ${occurrenceColumns} ${liveOccurrence}
     WHERE o.document = ? AND o.start < ? AND o."end" > ? AND a.annotator = ? AND a.label = ?
     ORDER BY a.clock, a.id`,
  );

  const equivalents = query<[], { a: string; b: string; standing: number }>(
    db,
    'SELECT a, b, standing FROM equivalent ORDER BY position',
  );

  const outsideAlignments = query<[string, string], StoredAlignment>(
    db,
    `SELECT o.* FROM (
       SELECT a_document AS a, a_start AS aStart, a_end AS aEnd, b_document AS b, b_start AS bStart, b_end AS bEnd
       FROM outside_alignment WHERE a_document = ? AND imports > 0
       UNION ALL
       SELECT b_document, b_start, b_end, a_document, a_start, a_end
       FROM outside_alignment WHERE b_document = ? AND imports > 0
     ) o JOIN document d ON d.id = o.b AND d.imports > 0
     ORDER BY o.aStart, o.aEnd DESC, o.b, o.bStart, o.bEnd`,
  );
  const isOutsideAlignment = query<[string, string, number, number, number, number], { one: number }>(
    db,
    `SELECT 1 AS one FROM outside_alignment WHERE imports > 0
     AND a_document = ? AND b_document = ? AND a_start = ? AND a_end = ? AND b_start = ? AND b_end = ?`,
  );

  // A group is called after its first document by id: which one leads hangs on the order in which they came.
  const collationColumns = `SELECT c.document,
    CASE c.leader WHEN 0 THEN NULL ELSE (SELECT min(m.document) FROM collated m WHERE m.leader = c.leader) END AS "group",
    CAST(c.shared AS REAL) / max(c.words, 1) AS shared, c.leader = c.slot AS leads, c.containment
    FROM collated c JOIN document d ON d.id = c.document AND d.imports > 0`;
  const collationRow = query<[string], StoredCollation>(db, `${collationColumns} WHERE c.document = ?`);
  const collationRows = query<[], StoredCollation>(db, `${collationColumns} ORDER BY c.document`);
  const documentCount = query<[], { count: number }>(db, 'SELECT count(*) AS count FROM document WHERE imports > 0');
  // By the trail where there is one, in its order and without sorting it: whoever asks for a few has them at once.
  const outOfStep = {
    uncollated: query<[number], { id: string }>(
      db,
      `SELECT d.id FROM document d LEFT JOIN collated c ON c.document = d.id
       WHERE d.imports > 0 AND c.slot IS NULL ORDER BY d.name, d.id LIMIT ?`,
    ),
    inVain: query<[number], { id: string }>(
      db,
      `SELECT c.document AS id FROM collated c LEFT JOIN document d ON d.id = c.document AND d.imports > 0
       WHERE d.id IS NULL ORDER BY c.slot DESC LIMIT ?`,
    ),
    uncollatedSince: query<[number, number], { id: string }>(
      db,
      `SELECT DISTINCT k.value AS id FROM touched t, json_each(t.keys) k JOIN document d ON d.id = k.value AND d.imports > 0
         LEFT JOIN collated c ON c.document = k.value
       WHERE t.seq > ? AND t.entity = 'document' AND c.slot IS NULL LIMIT ?`,
    ),
    inVainSince: query<[number, number], { id: string }>(
      db,
      `SELECT DISTINCT k.value AS id FROM touched t, json_each(t.keys) k JOIN collated c ON c.document = k.value
         LEFT JOIN document d ON d.id = k.value AND d.imports > 0
       WHERE t.seq > ? AND t.entity = 'document' AND d.id IS NULL LIMIT ?`,
    ),
  };
  const limited = (most: number): number => Math.min(most, Number.MAX_SAFE_INTEGER);

  const collation = (document: string): CollationRow | undefined => {
    const row = collationRow.get(document);
    return row === undefined ? undefined : asCollation(row);
  };

  const history = () => ({ undo: undoable.get()?.type ?? null, redo: redoable.get()?.type ?? null });

  const change = ({ entity, key }: TouchedKey): Change | null => {
    switch (entity) {
      case 'document':
        return { entity, key, row: document.get(key) ?? null };
      case 'label':
        return { entity, key, row: label.get(key) ?? null };
      case 'annotation':
        return { entity, key, row: annotation.get(key) ?? null };
      case 'occurrence': {
        const [annotationId = '', documentId = '', start = ''] = key.split('/');
        const row = occurrence.get(annotationId, documentId, Number(start));
        return { entity, key, row: row === undefined ? null : occurrenceRow(row) };
      }
      case 'count': {
        const [labelId = '', documentId = ''] = key.split('/');
        return { entity, key, row: count.get(labelId, documentId) ?? null };
      }
      case 'history':
        return { entity, key, row: history() };
      case 'collation':
        return { entity, key, row: collation(key) ?? null };
      case 'project':
        return null;
    }
  };

  return {
    project: () => project.get() ?? { id: '', name: '' },
    documents: () => documents.all(),
    documentsAfter: (after, most) =>
      after === null
        ? documentsAfter.all('', '', most)
        : documentsAfter.all(nameOfDocument.get(after)?.name ?? '', after, most),
    document: (id) => document.get(id),
    isDocumentName: (name) => documentNamed.get(name) !== undefined,
    nameOfText: (sha256) => nameOfText.get(sha256)?.name,
    documentsOfText: (sha256) => documentsOfText.all(sha256),
    documentsNamed: (name) => documentsNamed.all(name),
    documentsAt: (url) => (addressKey(url) === '' ? [] : documentsAt.all(addressKey(url))),
    isReversed: (act) => reversedAct.get(act) !== undefined,
    textDigest: (id) => textDigest.get(id)?.sha256,
    originalDigest: (id) => originalDigest.get(id)?.original,
    labels: () => labels.all(),
    counts: () => counts.all(),
    countsOf: (id) => countsOf.all(id),
    history,
    reversible: () => ({ undo: undoable.get()?.id ?? null, redo: redoable.get()?.id ?? null }),
    annotation: (id) => annotation.get(id),
    annotations: () => annotations.all(),
    occurrencesAround: (id) => occurrencesAround.all(id).map(occurrenceRow),
    madeAt: (id) => madeAt.get(id)?.clock ?? firstClock,
    annotationsIn: (id) => annotationsIn.all(id),
    occurrencesOf: (id) => occurrencesOf.all(id).map(occurrenceRow),
    ownSpan: (id) => ownSpan.get(id),
    standingAt: (annotator, labelId, documentId, start, end) =>
      standingAt
        .all(documentId, end, start, annotator, labelId)
        .map(occurrenceRow)
        .filter((row) => rangesOverlap(row, { start, end })),
    equivalents: () => equivalents.all().map(({ a, b, standing }) => ({ a, b, standing: standing === 1 })),
    outsideAlignments: (id) =>
      outsideAlignments.all(id, id).map(({ a, aStart, aEnd, b, bStart, bEnd }) => ({
        a: { document: a, start: aStart, end: aEnd },
        b: { document: b, start: bStart, end: bEnd },
      })),
    isOutsideAlignment: ({ a, b }) =>
      isOutsideAlignment.get(a.document, b.document, a.start, a.end, b.start, b.end) !== undefined,
    documentCount: () => documentCount.get()?.count ?? 0,
    collation,
    collations: () => collationRows.all().map(asCollation),
    uncollated: (most, since) =>
      (since === null
        ? outOfStep.uncollated.all(limited(most))
        : outOfStep.uncollatedSince.all(since, limited(most))
      ).map(({ id }) => id),
    collatedInVain: (most, since) =>
      (since === null ? outOfStep.inVain.all(limited(most)) : outOfStep.inVainSince.all(since, limited(most))).map(
        ({ id }) => id,
      ),
    changes: (keys) => [...keys].map(change).filter((one) => one !== null),
  };
}

/** Rows as changes that put them. */
export const putRow = {
  collation: (row: CollationRow): Change => ({ entity: 'collation', key: row.document, row }),
  document: (row: DocumentRow): Change => ({ entity: 'document', key: row.id, row }),
  label: (row: LabelRow): Change => ({ entity: 'label', key: row.id, row }),
  annotation: (row: AnnotationRow): Change => ({ entity: 'annotation', key: row.id, row }),
  occurrence: (row: OccurrenceRow): Change => ({ entity: 'occurrence', key: occurrenceKey(row), row }),
  count: (row: CountRow): Change => ({ entity: 'count', key: countKey(row), row }),
} as const;
