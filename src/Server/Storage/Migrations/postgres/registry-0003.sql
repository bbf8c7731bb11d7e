-- The registry, version 2: what is chosen in the pages.

-- Storage: settings that nobody has set outside.
CREATE TABLE setting (
    name text NOT NULL PRIMARY KEY,
    value text NOT NULL,
    changed_at bigint NOT NULL
);

-- Checks: ambers that somebody answers for. The ground is what the check found then; another ground asks again.
CREATE TABLE check_acknowledgement (
    id text NOT NULL PRIMARY KEY,
    ground text NOT NULL,
    reason text NOT NULL,
    staff text NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    at bigint NOT NULL
);
