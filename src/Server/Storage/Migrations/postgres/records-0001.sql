-- records.db of a compartment, version 1: sealed records under random ids, and nothing else.
CREATE TABLE record (
    owner bytea NOT NULL,
    id bytea NOT NULL,
    version bigint NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (owner, id, version)
);

CREATE TABLE commit_count (
    id integer NOT NULL PRIMARY KEY CHECK (id = 1),
    sealed bytea NOT NULL
);
