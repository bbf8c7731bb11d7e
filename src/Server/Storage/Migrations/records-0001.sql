-- records.db of a compartment, version 1: sealed records under random ids, and nothing else.
CREATE TABLE record (
    owner BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (owner, id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE commit_count (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;
