import { occurrenceKey } from '#shared/contract/rows.ts';
import { isCounted, isPending, rangesOf, type FoundOccurrence, type Verdict } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { query, write } from '../statement.ts';
import { openPlaceWords } from './place-words.ts';
import type { Projection } from './projection.ts';

interface Owner {
  readonly label: string;
  readonly passage: string;
}

/**
 * Annotations and their occurrences. `counted` and `pending` are the rules of `isCounted` and `isPending` written
 * down, so that SQL can add them up. A removed annotation keeps its rows (`live` = 0): it may be restored.
 */
export const annotationProjection: Projection = {
  name: 'annotation',
  version: 4,
  tableNames: ['annotation', 'occurrence'],
  tables: `
    CREATE TABLE annotation (
      id        TEXT PRIMARY KEY,
      label     TEXT NOT NULL,
      annotator TEXT NOT NULL,
      note      TEXT NOT NULL,
      passage   TEXT NOT NULL,
      document  TEXT NOT NULL,
      start     INTEGER NOT NULL,
      "end"     INTEGER NOT NULL,
      clock     TEXT NOT NULL,
      -- When it was made elsewhere, ISO 8601; NULL where it was made here, at its clock.
      made      TEXT,
      live      INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX annotation_by_passage ON annotation (label, passage);
    CREATE TABLE occurrence (
      annotation TEXT NOT NULL,
      document   TEXT NOT NULL,
      start      INTEGER NOT NULL,
      "end"      INTEGER NOT NULL,
      status     TEXT NOT NULL,
      coverage   REAL NOT NULL,
      verdict    TEXT,
      reason     TEXT NOT NULL,
      -- The ranges of a copy that something was put into, as JSON; NULL where it stands in one piece.
      ranges     TEXT,
      -- The span without punctuation and space at its edges, and where the words break off and go on inside it
      -- (empty where they do not): the same words are the same place.
      first      INTEGER NOT NULL,
      last       INTEGER NOT NULL,
      breaks     TEXT NOT NULL,
      counted    INTEGER NOT NULL,
      pending    INTEGER NOT NULL,
      PRIMARY KEY (annotation, document, start)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX occurrence_by_place ON occurrence (document, start, "end");
    CREATE INDEX occurrence_by_words ON occurrence (document, first, last)`,
  open: (db) => {
    const insertAnnotation = write<
      [string, string, string, string, string, string, number, number, string, string | null]
    >(
      db,
      `INSERT INTO annotation (id, label, annotator, note, passage, document, start, "end", clock, made, live)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING`,
    );
    const words = openPlaceWords(db);
    // Whoever tagged these words or a copy of them first gave the passage its name; no chains, one look.
    const passageAt = query<[string, number, number], { passage: string }>(
      db,
      `SELECT a.passage FROM occurrence o JOIN annotation a ON a.id = o.annotation
       WHERE o.document = ? AND o.first = ? AND o.last = ? AND o.breaks = '' ORDER BY a.clock, a.id LIMIT 1`,
    );
    const owner = query<[string], Owner>(db, 'SELECT label, passage FROM annotation WHERE id = ?');
    const setLive = write<[number, string]>(db, 'UPDATE annotation SET live = ? WHERE id = ?');
    const setNote = write<[string, string]>(db, 'UPDATE annotation SET note = ? WHERE id = ?');
    const places = query<[string], { document: string; start: number }>(
      db,
      'SELECT document, start FROM occurrence WHERE annotation = ?',
    );
    const insertOccurrence = write<
      [
        string,
        string,
        number,
        number,
        string,
        number,
        string | null,
        string,
        string | null,
        number,
        number,
        string,
        number,
        number,
      ]
    >(
      db,
      `INSERT INTO occurrence (annotation, document, start, "end", status, coverage, verdict, reason,
         ranges, first, last, breaks, counted, pending)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    const judge = write<[string | null, string, number, number, string, string, number]>(
      db,
      `UPDATE occurrence SET verdict = ?, reason = ?, counted = ?, pending = ?
       WHERE annotation = ? AND document = ? AND start = ?`,
    );
    const statusAt = query<[string, string, number], { status: FoundOccurrence['status'] }>(
      db,
      'SELECT status FROM occurrence WHERE annotation = ? AND document = ? AND start = ?',
    );
    const forget = write<[string, string, number]>(
      db,
      'DELETE FROM occurrence WHERE annotation = ? AND document = ? AND start = ?',
    );

    const insert = (annotation: string, found: FoundOccurrence, verdict: Verdict, reason: string): void => {
      const { document, start, end, status, coverage, ranges } = found;
      const judged = { status, verdict };
      const place = words(document, rangesOf(found));
      insertOccurrence.run(
        annotation,
        document,
        start,
        end,
        status,
        coverage,
        verdict,
        reason,
        ranges === undefined ? null : JSON.stringify(ranges),
        place[0]?.start ?? start,
        place.at(-1)?.end ?? end,
        breaksOf(place),
        Number(isCounted(judged)),
        Number(isPending(judged)),
      );
    };

    return {
      apply: ({ type, payload, envelope }, touched) => {
        const touch = (
          annotation: string,
          at: readonly { readonly document: string; readonly start: number }[],
        ): boolean => {
          const known = owner.get(annotation);
          if (known === undefined) return false;
          touched.addTally(known.label, known.passage);
          for (const { document, start } of at)
            touched.add('occurrence', occurrenceKey({ annotation, document, start }));
          return true;
        };
        switch (type) {
          case 'annotation-tagged': {
            const { annotation, label, note, imported, document, start, end, occurrences } = payload;
            const [own = { start, end }] = words(document, [{ start, end }]);
            const passage = passageAt.get(document, own.start, own.end)?.passage ?? annotation;
            const { actor, clock } = envelope;
            const made = imported?.made ?? null;
            const row = [annotation, label, actor, note, passage, document, start, end, clock, made] as const;
            if (insertAnnotation.run(...row) === 0) return;
            for (const found of occurrences) insert(annotation, found, null, '');
            touched.add('annotation', annotation);
            touch(annotation, occurrences);
            return;
          }
          case 'annotation-removed':
          case 'annotation-restored': {
            const { annotation } = payload;
            if (setLive.run(type === 'annotation-restored' ? 1 : 0, annotation) === 0) return;
            touched.add('annotation', annotation);
            touch(annotation, places.all(annotation));
            return;
          }
          case 'note-changed':
            if (setNote.run(payload.note, payload.annotation) > 0) touched.add('annotation', payload.annotation);
            return;
          case 'occurrences-found':
            if (!touch(payload.annotation, payload.occurrences)) return;
            for (const found of payload.occurrences) insert(payload.annotation, found, null, '');
            return;
          case 'occurrences-withdrawn':
            if (!touch(payload.annotation, payload.occurrences)) return;
            for (const { document, start } of payload.occurrences) forget.run(payload.annotation, document, start);
            return;
          case 'occurrence-judged': {
            const { annotation, occurrence, verdict, reason } = payload;
            const { document, start } = occurrence;
            if (!touch(annotation, [occurrence])) return;
            const status = statusAt.get(annotation, document, start)?.status;
            if (status === undefined) insert(annotation, occurrence, verdict, reason);
            else {
              const judged = { status, verdict };
              judge.run(
                verdict,
                reason,
                Number(isCounted(judged)),
                Number(isPending(judged)),
                annotation,
                document,
                start,
              );
            }
            return;
          }
          case 'occurrence-forgotten':
            if (!touch(payload.annotation, [payload.occurrence])) return;
            forget.run(payload.annotation, payload.occurrence.document, payload.occurrence.start);
            return;
          default:
        }
      },
    };
  },
};

/** `12-345,400-512`: where each range but the last ends, and where the next begins. */
function breaksOf(ranges: readonly Span[]): string {
  return ranges
    .slice(1)
    .map(({ start }, at) => `${ranges[at]?.end ?? start}-${start}`)
    .join(',');
}
