-- The registry, version 1. Ids are their prefixed text forms, times are Unix milliseconds. No customer data.

-- Storage: one row of facts about the installation.
CREATE TABLE installation (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    business TEXT NOT NULL,
    claimed_at INTEGER NOT NULL
) STRICT;

-- Storage: long work.
CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    state INTEGER NOT NULL,
    compartment TEXT,
    started_by TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    outcome TEXT,
    settings TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX job_by_state ON job (state);

-- Compartments.
CREATE TABLE compartment (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    cap INTEGER NOT NULL,
    customers INTEGER NOT NULL,
    is_closed INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (series, number)
) STRICT;

-- Codes: where a bare code leads. The code itself stands nowhere.
CREATE TABLE code_route (
    hash BLOB NOT NULL PRIMARY KEY,
    compartment TEXT NOT NULL,
    handle TEXT NOT NULL,
    is_tombstone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX code_route_by_compartment ON code_route (compartment);
