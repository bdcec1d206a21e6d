-- What must never be lost. Forward-only: a later version adds a file beside this one and touches none of these rows.

-- The events, in the order in which they reached this file. `seq` is local; (clock, writer, id) is the order everywhere.
CREATE TABLE event (
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  id       TEXT NOT NULL UNIQUE,
  writer   TEXT NOT NULL,
  previous TEXT NOT NULL,
  clock    TEXT NOT NULL,
  actor    TEXT NOT NULL,
  act      TEXT NOT NULL,
  reverses TEXT NOT NULL,
  type     TEXT NOT NULL,
  version  INTEGER NOT NULL,
  payload  TEXT NOT NULL,
  hash     TEXT NOT NULL,
  -- 1 where the act was done in this file (or in the one it was copied from), 0 where another log brought it: undo is for one's own acts.
  local    INTEGER NOT NULL CHECK (local IN (0, 1))
) STRICT;
CREATE INDEX event_by_clock ON event (clock, writer, id);
CREATE INDEX event_by_act ON event (act);
CREATE INDEX event_by_writer ON event (writer, seq);
CREATE UNIQUE INDEX event_by_hash ON event (hash);

-- The frozen texts, each kept once under the SHA-256 (hex) of its UTF-8 bytes.
CREATE TABLE text (
  sha256 TEXT PRIMARY KEY,
  text   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who writes here: one row a place this file has lain at. Never united with another log.
CREATE TABLE writer (
  id        TEXT PRIMARY KEY,
  annotator TEXT NOT NULL,
  place     TEXT NOT NULL,
  user      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
