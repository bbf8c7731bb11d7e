-- The registry, version 6: compartments may lie in either kind of store, and move.

-- Compartments: moves that are under way. A pair that is missing stands for the files of the data folder.
CREATE TABLE compartment_move (
    compartment text NOT NULL PRIMARY KEY,
    from_pair text,
    to_pair text,
    state integer NOT NULL,
    began_at bigint NOT NULL
);
