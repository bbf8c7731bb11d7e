-- The registry, version 8.

-- Recipients: outsiders who know customers by codes of their own. Their codes stand in the compartments.
CREATE TABLE recipient (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX recipient_in_use ON recipient (name, purpose) WHERE revoked_at IS NULL;
