/**
 * Tables of collation. All of them follow from the texts of the project's documents and can be made anew from these;
 * they are no part of the log and no projection of it, because making them anew takes a while.
 */
import type { Database } from 'better-sqlite3';

/** Raised when any of the tables, or what is written into them, changes its meaning: then all are made anew. */
const version = 5;

export const wordingTable = 'wording';

/**
 * The full-text index holds folded words (see `tokenise`) parted by spaces, and everything but spaces is a character of
 * a word to it: it finds rows of our words, not of its own. It keeps no text.
 */
export const wordingSchema = `CREATE VIRTUAL TABLE wording USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'")`;

const schema = `
  CREATE TABLE collation_state (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    version  INTEGER NOT NULL,
    -- Raised by every transaction that changes anything here, so that other connections notice.
    changes  INTEGER NOT NULL,
    -- Documents up to this slot have their postings in segments.
    flushed  INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    groups   INTEGER NOT NULL,
    -- Rows of removed_slot.
    removed  INTEGER NOT NULL
  ) STRICT;
  INSERT INTO collation_state VALUES (1, ${version}, 0, 0, 0, 0, 0);

  -- The documents that are in the index. Slots ascend and are never given out twice.
  CREATE TABLE collated (
    slot        INTEGER PRIMARY KEY AUTOINCREMENT,
    document    TEXT NOT NULL UNIQUE,
    source      TEXT NOT NULL,
    words       INTEGER NOT NULL,
    -- Words that stand in other documents too: how many, and where (pairs of int32, from and to, by place).
    shared      INTEGER NOT NULL,
    covered     BLOB NOT NULL,
    -- Slot of the leader of its group, its own where it leads one; 0 where it is in none.
    leader      INTEGER NOT NULL,
    -- Share of the shorter one's words that it has in common with its leader.
    containment REAL NOT NULL
  ) STRICT;
  CREATE INDEX collated_by_leader ON collated (leader, document);

  -- words: int32 word numbers; boundaries: one byte a word, one more at the end; furniture: pairs of int32, from and to.
  CREATE TABLE collated_text (
    slot       INTEGER PRIMARY KEY,
    words      BLOB NOT NULL,
    boundaries BLOB NOT NULL,
    furniture  BLOB NOT NULL
  ) STRICT;

  CREATE TABLE segment (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    level    INTEGER NOT NULL,
    bits     INTEGER NOT NULL,
    postings INTEGER NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('live', 'growing', 'going')),
    -- The next bucket to write or to delete.
    cursor   INTEGER NOT NULL,
    -- The first of the segments that it takes the place of; they are live and follow one another.
    replaces TEXT NOT NULL
  ) STRICT;
  CREATE TABLE posting (id INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT;
  CREATE TABLE posting_filter (id INTEGER PRIMARY KEY, bits BLOB NOT NULL) STRICT;

  -- A passage hangs on its exemplar, the first document it was found in.
  CREATE TABLE passage (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    slot        INTEGER NOT NULL,
    "from"      INTEGER NOT NULL,
    "to"        INTEGER NOT NULL,
    boilerplate INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE place (
    slot    INTEGER NOT NULL,
    "from"  INTEGER NOT NULL,
    "to"    INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    -- Words of the exemplar, and 1 where this is the exemplar.
    words   INTEGER NOT NULL,
    leads   INTEGER NOT NULL,
    PRIMARY KEY (slot, "from", "to", passage)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE place_of_passage (
    passage INTEGER NOT NULL,
    slot    INTEGER NOT NULL,
    "from"  INTEGER NOT NULL,
    "to"    INTEGER NOT NULL,
    -- Words it has in common with the document it was found by.
    matched INTEGER NOT NULL,
    PRIMARY KEY (passage, slot, "from", "to")
  ) STRICT, WITHOUT ROWID;

  -- Slots whose documents were removed: segments may speak of them until they are merged.
  CREATE TABLE removed_slot (slot INTEGER PRIMARY KEY) STRICT;

  -- Lines, and openings of lines, by hash; standing: 1 once they are known for lines that the source always prints.
  CREATE TABLE source_line (
    source   TEXT NOT NULL,
    hash     INTEGER NOT NULL,
    points   INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    PRIMARY KEY (source, hash)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX source_line_standing ON source_line (source) WHERE standing = 1;
  CREATE TABLE story_count (source TEXT PRIMARY KEY, stories INTEGER NOT NULL) STRICT, WITHOUT ROWID`;

const tableNames = [
  'collation_state',
  'collated',
  'collated_text',
  'segment',
  'posting',
  'posting_filter',
  'passage',
  'place',
  'place_of_passage',
  'removed_slot',
  'source_line',
  'story_count',
  wordingTable,
];

/** Makes the tables if they are missing or of another version; within the caller's transaction. */
export function prepareCollationTables(db: Database): void {
  if (storedVersion(db) === version) return;
  for (const name of tableNames) db.exec(`DROP TABLE IF EXISTS "${name}"`);
  db.exec(schema);
  db.exec(wordingSchema);
}

/** True when the tables are there and ours to use. */
export function hasCollationTables(db: Database): boolean {
  return storedVersion(db) === version;
}

function storedVersion(db: Database): number | undefined {
  const isThere = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'collation_state'`).get() !== undefined;
  if (!isThere) return undefined;
  return db.prepare('SELECT version FROM collation_state').pluck().get() as number | undefined;
}
