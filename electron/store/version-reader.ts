/** Reads which documents are states of one article, published under one address, and what annotations stand in them. */
import type { Database } from 'better-sqlite3';
import type { Clock } from '#shared/domain/clock.ts';
import type { PlacedSpan } from './row-reader.ts';
import { query } from './statement.ts';

/** One of the documents of an address. */
export interface VersionRow {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  /** When it first came into the project. */
  readonly clock: Clock;
}

/** Ids are of live annotations. */
export interface PlacesInVersion {
  /** Those that are counted, with their first places and in the order of these. */
  readonly counted: ReadonlyMap<string, PlacedSpan>;
  /** Those that have any occurrence in it. */
  readonly placed: ReadonlySet<string>;
  /** Those of which somebody said that they are not in it. */
  readonly dismissed: ReadonlySet<string>;
}

/** Of documents that are in the project, in the order in which they came, the same wherever two logs are united. */
export interface VersionReader {
  /** Those with this address (see `addressKey`). */
  readonly at: (address: string) => readonly VersionRow[];
  /** Those with the address of a document that is or was in the project, itself left out. */
  readonly of: (document: string) => readonly VersionRow[];
  /** The document and those with its address that came before it, the newest last; nothing where it has no address. */
  readonly upTo: (document: string) => readonly VersionRow[];
  /** Ids of all documents whose address others have too, by name. */
  readonly all: () => readonly string[];
  readonly places: (document: string) => PlacesInVersion;
}

export function openVersionReader(db: Database): VersionReader {
  const columns = 'v.id, v.name, v.sha256, v.clock';
  // The second condition on the address lets SQLite use the index, which holds no empty ones.
  const at = query<[string], VersionRow>(
    db,
    `SELECT ${columns} FROM document v WHERE v.address = ? AND v.address != '' AND v.imports > 0 ORDER BY v.clock, v.id`,
  );
  const of = query<[string], VersionRow>(
    db,
    `SELECT ${columns} FROM document d JOIN document v ON v.address = d.address AND v.id != d.id
     WHERE d.id = ? AND v.address != '' AND v.imports > 0 ORDER BY v.clock, v.id`,
  );
  const upTo = query<[string], VersionRow>(
    db,
    `SELECT ${columns} FROM document d JOIN document v ON v.address = d.address AND (v.clock, v.id) <= (d.clock, d.id)
     WHERE d.id = ? AND v.address != '' AND v.imports > 0 ORDER BY v.clock, v.id`,
  );
  const all = query<[], { id: string }>(
    db,
    // By the index of addresses, though names are asked for: most projects have few, or none.
    `SELECT d.id FROM document d INDEXED BY document_by_address WHERE d.address != '' AND d.imports > 0 AND EXISTS
       (SELECT 1 FROM document v WHERE v.address = d.address AND v.address != '' AND v.id != d.id AND v.imports > 0)
     ORDER BY d.name, d.id`,
  );
  const places = query<[string], PlacedSpan & { annotation: string; counted: number }>(
    db,
    `SELECT o.annotation, o.document, o.start, o."end", o.counted FROM occurrence o
     JOIN annotation a ON a.id = o.annotation AND a.live = 1 WHERE o.document = ? ORDER BY o.start, a.clock, a.id`,
  );
  const dismissed = query<[string], { annotation: string }>(
    db,
    'SELECT annotation FROM dismissal WHERE document = ? AND standing > 0',
  );
  return {
    at: (address) => at.all(address),
    of: (document) => of.all(document),
    upTo: (document) => upTo.all(document),
    all: () => all.all().map(({ id }) => id),
    places: (id) => {
      const found = places.all(id);
      const counted = new Map<string, PlacedSpan>();
      for (const { annotation, counted: isCounted, document, start, end } of found) {
        if (isCounted === 1 && !counted.has(annotation)) counted.set(annotation, { document, start, end });
      }
      return {
        counted,
        placed: new Set(found.map(({ annotation }) => annotation)),
        dismissed: new Set(dismissed.all(id).map(({ annotation }) => annotation)),
      };
    },
  };
}
