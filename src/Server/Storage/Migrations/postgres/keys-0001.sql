-- keys.db of a compartment, version 1: all that links. Everything that names or describes a customer is sealed or a keyed hash.

-- The compartment's own random keys (one blind-index key a kind, file key, inbox key), each sealed under the compartment key.
CREATE TABLE compartment_key (
    purpose text NOT NULL,
    generation bigint NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (purpose, generation)
);

-- One row a customer. The key's destruction is the customer's erasure.
CREATE TABLE customer (
    id bytea NOT NULL PRIMARY KEY,
    epoch bigint NOT NULL,
    sealed_key bytea NOT NULL,
    code_hash bytea NOT NULL UNIQUE,
    sealed_code bytea NOT NULL,
    handle bytea NOT NULL UNIQUE,
    card_version bigint NOT NULL
);

-- Blind index: a truncated keyed hash of a normalised value, one key a column; dies with its owner.
CREATE TABLE blind (
    field text NOT NULL,
    tag bytea NOT NULL,
    owner bytea NOT NULL,
    PRIMARY KEY (field, tag, owner)
);
CREATE INDEX blind_by_owner ON blind (owner);

-- Documents: whose they are, and the newest version of their card, so that an old row put back is noticed.
CREATE TABLE document (
    id bytea NOT NULL PRIMARY KEY,
    customer bytea,
    handle bytea NOT NULL UNIQUE,
    card_version bigint NOT NULL
);
CREATE INDEX document_by_customer ON document (customer);

-- How many batches this store has committed, sealed, so that an older copy put back is noticed.
CREATE TABLE commit_count (
    id integer NOT NULL PRIMARY KEY CHECK (id = 1),
    sealed bytea NOT NULL
);
