-- What must never be lost, continued. Forward-only: a later version adds a file beside this one and touches none of these rows.

-- The files that documents were read from, where the text alone would not tell them, each kept once.
CREATE TABLE original (
  -- SHA-256 (hex) of the file's bytes.
  sha256   TEXT PRIMARY KEY,
  -- In bytes.
  size     INTEGER NOT NULL,
  -- The bytes in zlib's format (RFC 1950).
  deflated BLOB NOT NULL
) STRICT;
