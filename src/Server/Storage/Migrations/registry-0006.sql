-- The registry, version 6: compartments may lie in either kind of store, and move.

-- Compartments: databases of PostgreSQL that were prepared ahead, two and their roles a row, free or a compartment's.
CREATE TABLE database_pair (
    id TEXT NOT NULL PRIMARY KEY,
    endpoint TEXT NOT NULL,
    keys_password BLOB NOT NULL,
    records_password BLOB NOT NULL,
    is_ready INTEGER NOT NULL,
    compartment TEXT UNIQUE,
    taken_in_at INTEGER NOT NULL
) STRICT;

-- Compartments: moves that are under way. A pair that is missing stands for the files of the data folder.
CREATE TABLE compartment_move (
    compartment TEXT NOT NULL PRIMARY KEY,
    from_pair TEXT,
    to_pair TEXT,
    state INTEGER NOT NULL,
    began_at INTEGER NOT NULL
) STRICT;
