-- The registry, version 2: passkeys, locked screens, agreements signed by a passkey.

-- Staff: what members of staff log in with in place of a password.
CREATE TABLE passkey (
    id TEXT NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    credential BLOB NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    sign_count INTEGER NOT NULL,
    name TEXT NOT NULL,
    transports TEXT NOT NULL,
    is_backup_eligible INTEGER NOT NULL,
    is_backed_up INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX passkey_by_staff ON passkey (staff);

-- Staff: when and how a session began, whether its screen is locked, which one act a step-up was given for.
ALTER TABLE session ADD COLUMN began_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN method TEXT NOT NULL DEFAULT 'password';
ALTER TABLE session ADD COLUMN locked_at INTEGER;
ALTER TABLE session ADD COLUMN stepped_up_for TEXT;
ALTER TABLE session ADD COLUMN step_up_entry INTEGER;

-- Agreements: what was on the screen, and the passkey's assertion over the hash.
ALTER TABLE agreement_signature ADD COLUMN displayed TEXT;
ALTER TABLE agreement_signature ADD COLUMN credential BLOB;
ALTER TABLE agreement_signature ADD COLUMN public_key BLOB;
ALTER TABLE agreement_signature ADD COLUMN authenticator BLOB;
ALTER TABLE agreement_signature ADD COLUMN browser BLOB;
ALTER TABLE agreement_signature ADD COLUMN assertion BLOB;
