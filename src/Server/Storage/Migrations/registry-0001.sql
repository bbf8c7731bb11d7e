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

-- Staff: who works here, how they log in, what they may do.
CREATE TABLE staff (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    state INTEGER NOT NULL,
    roles TEXT NOT NULL,
    series TEXT NOT NULL,
    password TEXT,
    stamp TEXT NOT NULL,
    factor_salt BLOB NOT NULL,
    factor_step INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    tries_in_row INTEGER NOT NULL,
    tried_at INTEGER,
    logged_in_at INTEGER,
    screened_until INTEGER,
    is_screening_founding INTEGER NOT NULL,
    signed_agreement TEXT,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE session (
    hash BLOB NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    stamp TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    factor_at INTEGER NOT NULL,
    stepped_up_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_staff ON session (staff);
CREATE TABLE invitation (
    staff TEXT NOT NULL PRIMARY KEY REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    hash BLOB NOT NULL UNIQUE,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE TABLE recovery_code (
    hash BLOB NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE screening (
    id TEXT NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    items TEXT NOT NULL,
    done_at INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    proof TEXT NOT NULL,
    is_founding INTEGER NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX screening_by_staff ON screening (staff);
CREATE TABLE service_account (
    id TEXT NOT NULL PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    scopes TEXT NOT NULL,
    series TEXT NOT NULL,
    addresses TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE TABLE current_agreement (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    agreement TEXT NOT NULL
) STRICT;
-- Staff: end.

-- Agreements: every version of the text, and who accepted which.
CREATE TABLE agreement (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL UNIQUE,
    text TEXT NOT NULL,
    text_hash BLOB NOT NULL,
    published_by TEXT NOT NULL,
    published_at INTEGER NOT NULL
) STRICT;
CREATE TABLE agreement_signature (
    receipt INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    agreement TEXT NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    staff TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    nonce BLOB NOT NULL,
    hash BLOB NOT NULL,
    method TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    UNIQUE (agreement, staff)
) STRICT;
-- Agreements: end.

-- Redaction: in which compartment a document lies. Random ids; nothing of what it says or whose it is.
CREATE TABLE document_route (
    id TEXT NOT NULL PRIMARY KEY,
    compartment TEXT NOT NULL,
    handle TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Redaction: end.
