-- The registry, version 2: what is chosen in the pages.

-- Storage: settings that nobody has set outside.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Checks: ambers that somebody answers for. The ground is what the check found then; another ground asks again.
CREATE TABLE check_acknowledgement (
    id TEXT NOT NULL PRIMARY KEY,
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    staff TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
