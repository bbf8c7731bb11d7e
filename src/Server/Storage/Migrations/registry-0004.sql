-- Customers: an import from its upload to its undoing. Ids, a series and times; no header and no file name.
CREATE TABLE import (
    id TEXT NOT NULL PRIMARY KEY,
    compartment TEXT NOT NULL,
    series TEXT NOT NULL,
    upload TEXT NOT NULL,
    started_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    check_job TEXT,
    undo_job TEXT
) STRICT;
CREATE INDEX import_by_series ON import (series, created_at);
