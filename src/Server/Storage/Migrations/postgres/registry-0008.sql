-- The registry, version 8.

-- Recipients: outsiders who know customers by codes of their own. Their codes stand in the compartments.
CREATE TABLE recipient (
    id text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    purpose text NOT NULL,
    created_at bigint NOT NULL,
    created_by text NOT NULL,
    expires_at bigint,
    revoked_at bigint
);
CREATE UNIQUE INDEX recipient_in_use ON recipient (name, purpose) WHERE revoked_at IS NULL;
