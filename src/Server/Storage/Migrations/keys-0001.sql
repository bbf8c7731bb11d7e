-- keys.db of a compartment, version 1: all that links. Everything that names or describes a customer is sealed or a keyed hash.

-- The compartment's own random keys (one blind-index key a kind, file key, inbox key), each sealed under the compartment key.
CREATE TABLE compartment_key (
    purpose TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (purpose, generation)
) STRICT, WITHOUT ROWID;

-- One row a customer. The key's destruction is the customer's erasure.
CREATE TABLE customer (
    id BLOB NOT NULL PRIMARY KEY,
    epoch INTEGER NOT NULL,
    sealed_key BLOB NOT NULL,
    code_hash BLOB NOT NULL UNIQUE,
    sealed_code BLOB NOT NULL,
    handle BLOB NOT NULL UNIQUE,
    card_version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Blind index: a truncated keyed hash of a normalised value, one key a column; dies with its owner.
CREATE TABLE blind (
    field TEXT NOT NULL,
    tag BLOB NOT NULL,
    owner BLOB NOT NULL,
    PRIMARY KEY (field, tag, owner)
) STRICT, WITHOUT ROWID;
CREATE INDEX blind_by_owner ON blind (owner);

-- Documents: whose they are, and the newest version of their card, so that an old row put back is noticed.
CREATE TABLE document (
    id BLOB NOT NULL PRIMARY KEY,
    customer BLOB,
    handle BLOB NOT NULL UNIQUE,
    card_version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_by_customer ON document (customer);

-- How many batches this store has committed, sealed, so that an older copy put back is noticed.
CREATE TABLE commit_count (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;
