-- The registry, version 7: customers who are erased, or being erased.

-- Customers: one row an erasure, written before anything is destroyed. It names nobody: the code stands here as its keyed hash (which
-- becomes a tombstone), the plan and the certificate are sealed under the compartment's file key.
CREATE TABLE erasure (
    hash bytea NOT NULL PRIMARY KEY,
    compartment text NOT NULL,
    handle text NOT NULL UNIQUE,
    asked_at bigint NOT NULL,
    erased_at bigint,
    sealed_plan bytea,
    sealed_certificate bytea
);
