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
  /** By document, at most `most`. */
  readonly firstPlaces: (passage: number, most: number) => readonly MatchedPlace[];
  readonly placeCount: (passage: number) => number;
  readonly placesOfDocument: (slot: number) => readonly PassagePlace[];
  /**
   * Takes a document out of all its passages; those with one document left are none any more. Returns the documents that
   * were in them with it, at most `most` of each passage, the earliest first.
   */
  readonly removeDocument: (slot: number, most: number) => ReadonlySet<number>;
  readonly markBoilerplate: (passage: number) => void;
  readonly count: () => number;
}

/** Read for one link; beyond it a document is quoted in so many ways that the first ones serve. */
const PLACES_READ = 256;

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
  const firstOfDocument = query<[number, number], PassagePlace>(
    db,
    `SELECT passage, "from", "to", leads AS isExemplar, words FROM place
     WHERE slot = ? ORDER BY "from", "to", passage LIMIT ?`,
  );
  const ofDocument = query<[number], PassagePlace>(
    db,
    `SELECT p.passage, p."from", p."to", p.leads AS isExemplar, p.words FROM place p JOIN passage e ON e.id = p.passage WHERE p.slot = ? AND e.boilerplate = 0`,
  );
  const ofPassage = query<[number], MatchedPlace>(
    db,
    'SELECT slot, "from", "to", matched FROM place_of_passage WHERE passage = ? ORDER BY slot, "from"',
  );
  const firstOfPassage = query<[number, number], MatchedPlace>(
    db,
    'SELECT slot, "from", "to", matched FROM place_of_passage WHERE passage = ? ORDER BY slot, "from" LIMIT ?',
  );
  const countOfPassage = query<[number], { places: number }>(
    db,
    'SELECT count(*) AS places FROM place_of_passage WHERE passage = ?',
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
  const dropPlacesIn = write<[number, number]>(db, 'DELETE FROM place WHERE slot = ? AND passage = ?');
  const dropOfPassage = write<[number, number]>(db, 'DELETE FROM place_of_passage WHERE passage = ? AND slot = ?');
  const dropAllOfPassage = write<[number]>(db, 'DELETE FROM place_of_passage WHERE passage = ?');
  const allOfDocument = query<[number], { passage: number }>(db, 'SELECT DISTINCT passage FROM place WHERE slot = ?');
  const first = query<[number], PlaceRow>(
    db,
    'SELECT slot, "from", "to" FROM place_of_passage WHERE passage = ? ORDER BY slot, "from" LIMIT 1',
  );
  const last = query<[number], PlaceRow>(
    db,
    'SELECT slot, "from", "to" FROM place_of_passage WHERE passage = ? ORDER BY slot DESC LIMIT 1',
  );
  const othersIn = query<[number, number], { slot: number }>(
    db,
    'SELECT DISTINCT slot FROM place_of_passage WHERE passage = ? ORDER BY slot LIMIT ?',
  );
  const widenPlace = write<[number, number, number, number, number, number]>(
    db,
    'UPDATE OR REPLACE place SET "from" = ?, "to" = ? WHERE slot = ? AND "from" = ? AND "to" = ? AND passage = ?',
  );
  const widenOfPassage = write<[number, number, number, number, number, number]>(
    db,
    'UPDATE OR REPLACE place_of_passage SET "from" = ?, "to" = ? WHERE slot = ? AND "from" = ? AND "to" = ? AND passage = ?',
  );
  const widenExemplar = write<[number, number, number, number, number, number]>(
    db,
    'UPDATE passage SET "from" = ?, "to" = ? WHERE slot = ? AND "from" = ? AND "to" = ? AND id = ?',
  );
  const addCount = write<[number]>(db, 'UPDATE collation_state SET passages = passages + ? WHERE one = 1');
  const count = query<[], { passages: number }>(db, 'SELECT passages FROM collation_state');

  const add = (passageId: number, { slot, from, to }: PlaceRow, matched: number, words: number, leads: 0 | 1): void => {
    insertPlace.run(slot, from, to, passageId, words, leads);
    insertOfPassage.run(passageId, slot, from, to, matched);
  };

  return {
    ofDocument: (slot) => firstOfDocument.all(slot, PLACES_READ),
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
    exemplar: (id) => passage.get(id),
    widen: (id, { slot, from, to }, wider) => {
      for (const change of [widenPlace, widenOfPassage, widenExemplar])
        change.run(wider.from, wider.to, slot, from, to, id);
    },
    passage: (id) => passage.get(id),
    passagesAfter: (id, most) => passagesAfter.all(id, most),
    placesOfPassage: (id) => ofPassage.all(id),
    firstPlaces: (id, most) => firstOfPassage.all(id, most),
    placeCount: (id) => countOfPassage.get(id)?.places ?? 0,
    placesOfDocument: (slot) => ofDocument.all(slot),
    removeDocument: (slot, most) => {
      const touched = new Set<number>();
      for (const { passage: id } of allOfDocument.all(slot)) {
        for (const other of othersIn.all(id, most + 1)) if (other.slot !== slot) touched.add(other.slot);
        dropOfPassage.run(id, slot);
        const head = first.get(id);
        const row = passage.get(id);
        if (head === undefined || head.slot === last.get(id)?.slot) {
          if (head !== undefined) dropPlacesIn.run(head.slot, id);
          dropPassage.run(id);
          dropAllOfPassage.run(id);
          if (row?.boilerplate === 0) addCount.run(-1);
        } else if (row?.slot === slot) {
          hang.run(head.slot, head.from, head.to, id);
          lead.run(head.slot, head.from, head.to, id);
        }
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
