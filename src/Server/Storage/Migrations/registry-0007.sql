-- The registry, version 7: customers who are erased, or being erased.

-- Customers: one row an erasure, written before anything is destroyed. It names nobody: the code stands here as its keyed hash (which
-- becomes a tombstone), the plan and the certificate are sealed under the compartment's file key.
CREATE TABLE erasure (
    hash BLOB NOT NULL PRIMARY KEY,
    compartment TEXT NOT NULL,
    handle TEXT NOT NULL UNIQUE,
    asked_at INTEGER NOT NULL,
    erased_at INTEGER,
    sealed_plan BLOB,
    sealed_certificate BLOB
) STRICT;
