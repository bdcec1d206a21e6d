/** Passages and their places, in words of the documents that hold them. */
import type { Database } from 'better-sqlite3';
import type { PassagePlace, PassagePlaces } from '#shared/collation/passage-places.ts';
import { query, write } from '../statement.ts';

export interface PlaceRow {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

export interface MatchedPlace extends PlaceRow {
  /** Words in common with the document it was found by. */
  readonly matched: number;
}

export interface PassageRow extends PlaceRow {
  readonly id: number;
  readonly boilerplate: 0 | 1;
}

export interface Places extends PassagePlaces {
  readonly passage: (id: number) => PassageRow | undefined;
  /** By id, from the first after `id` on, at most `most`. */
  readonly passagesAfter: (id: number, most: number) => readonly PassageRow[];
  readonly placesOfPassage: (passage: number) => readonly MatchedPlace[];
  readonly placesOfDocument: (slot: number) => readonly PassagePlace[];
  /** Takes a document out of all its passages; those with one document left are none any more. Returns the others touched. */
  readonly removeDocument: (slot: number) => ReadonlySet<number>;
  readonly markBoilerplate: (passage: number) => void;
  readonly count: () => number;
}

/** Read for one stretch; beyond it a document is quoted in so many ways that the first ones serve. */
const PLACES_READ = 96;

export function openPlaces(db: Database): Places {
  const insertPassage = write<[number, number, number]>(
    db,
    'INSERT INTO passage (slot, "from", "to", boilerplate) VALUES (?, ?, ?, 0)',
  );
  const lastId = query<[], { id: number }>(db, 'SELECT last_insert_rowid() AS id');
  const insertPlace = write<[number, number, number, number, number, number]>(
    db,
    'INSERT INTO place (slot, "from", "to", passage, words, leads) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const insertOfPassage = write<[number, number, number, number, number]>(
    db,
    'INSERT INTO place_of_passage (passage, slot, "from", "to", matched) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const between = query<[number, number, number, number], PassagePlace>(
    db,
    `SELECT passage, "from", "to", leads AS isExemplar, words FROM place
     WHERE slot = ? AND "from" BETWEEN ? AND ? LIMIT ?`,
  );
  const ofDocument = query<[number], PassagePlace>(
    db,
    `SELECT p.passage, p."from", p."to", p.leads AS isExemplar, p.words FROM place p JOIN passage e ON e.id = p.passage WHERE p.slot = ? AND e.boilerplate = 0`,
  );
  const ofPassage = query<[number], MatchedPlace>(
    db,
    'SELECT slot, "from", "to", matched FROM place_of_passage WHERE passage = ? ORDER BY slot, "from"',
  );
  const passage = query<[number], PassageRow>(
    db,
    'SELECT id, slot, "from", "to", boilerplate FROM passage WHERE id = ?',
  );
  const passagesAfter = query<[number, number], PassageRow>(
    db,
    'SELECT id, slot, "from", "to", boilerplate FROM passage WHERE id > ? ORDER BY id LIMIT ?',
  );
  const mark = write<[number]>(db, 'UPDATE passage SET boilerplate = 1 WHERE id = ?');
  const hang = write<[number, number, number, number]>(
    db,
    'UPDATE passage SET slot = ?, "from" = ?, "to" = ? WHERE id = ?',
  );
  const lead = write<[number, number, number, number]>(
    db,
    'UPDATE place SET leads = 1 WHERE slot = ? AND "from" = ? AND "to" = ? AND passage = ?',
  );
  const dropPassage = write<[number]>(db, 'DELETE FROM passage WHERE id = ?');
  const dropPlaces = write<[number]>(db, 'DELETE FROM place WHERE slot = ?');
  const dropPlace = write<[number, number, number, number]>(
    db,
    'DELETE FROM place WHERE slot = ? AND "from" = ? AND "to" = ? AND passage = ?',
  );
  const dropOfPassage = write<[number, number]>(db, 'DELETE FROM place_of_passage WHERE passage = ? AND slot = ?');
  const dropAllOfPassage = write<[number]>(db, 'DELETE FROM place_of_passage WHERE passage = ?');
  const firstTwo = query<[number, number], PlaceRow>(
    db,
    'SELECT slot, "from", "to" FROM place_of_passage WHERE passage = ? AND slot <> ? ORDER BY slot, "from" LIMIT 2',
  );
  const addCount = write<[number]>(db, 'UPDATE collation_state SET passages = passages + ?');
  const count = query<[], { passages: number }>(db, 'SELECT passages FROM collation_state');

  const add = (passageId: number, { slot, from, to }: PlaceRow, matched: number, words: number, leads: 0 | 1): void => {
    insertPlace.run(slot, from, to, passageId, words, leads);
    insertOfPassage.run(passageId, slot, from, to, matched);
  };

  return {
    near: (slot, first, last) => between.all(slot, first, last, PLACES_READ),
    addPassage: (place, matched) => {
      insertPassage.run(place.slot, place.from, place.to);
      const id = lastId.get()?.id ?? 0;
      add(id, place, matched, place.to - place.from, 1);
      addCount.run(1);
      return id;
    },
    addPlace: (id, place, matched, words) => {
      add(id, place, matched, words, 0);
    },
    passage: (id) => passage.get(id),
    passagesAfter: (id, most) => passagesAfter.all(id, most),
    placesOfPassage: (id) => ofPassage.all(id),
    placesOfDocument: (slot) => ofDocument.all(slot),
    removeDocument: (slot) => {
      const touched = new Set<number>();
      for (const passageId of new Set(ofDocument.all(slot).map((place) => place.passage))) {
        const [first, second] = firstTwo.all(passageId, slot);
        if (first === undefined || second === undefined) {
          if (first !== undefined) dropPlace.run(first.slot, first.from, first.to, passageId);
          dropPassage.run(passageId);
          dropAllOfPassage.run(passageId);
          addCount.run(-1);
        } else {
          dropOfPassage.run(passageId, slot);
          if (passage.get(passageId)?.slot === slot) {
            hang.run(first.slot, first.from, first.to, passageId);
            lead.run(first.slot, first.from, first.to, passageId);
          }
        }
        if (first !== undefined) touched.add(first.slot);
      }
      dropPlaces.run(slot);
      return touched;
    },
    markBoilerplate: (id) => {
      if (mark.run(id) > 0) addCount.run(-1);
    },
    count: () => count.get()?.passages ?? 0,
  };
}
