-- Customers: an import from its upload to its undoing. Ids, a series and times; no header and no file name.
CREATE TABLE import (
    id text NOT NULL PRIMARY KEY,
    compartment text NOT NULL,
    series text NOT NULL,
    upload text NOT NULL,
    started_by text NOT NULL,
    created_at bigint NOT NULL,
    check_job text,
    undo_job text
);
CREATE INDEX import_by_series ON import (series, created_at);
