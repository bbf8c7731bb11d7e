-- The registry, version 2: passkeys, locked screens, agreements signed by a passkey.

-- Staff: what members of staff log in with in place of a password.
CREATE TABLE passkey (
    id text NOT NULL PRIMARY KEY,
    staff text NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
    credential bytea NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    name text NOT NULL,
    transports text NOT NULL,
    is_backup_eligible boolean NOT NULL,
    is_backed_up boolean NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint
);
CREATE INDEX passkey_by_staff ON passkey (staff);

-- Staff: when and how a session began, whether its screen is locked, which one act a step-up was given for.
ALTER TABLE session ADD COLUMN began_at bigint NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN method text NOT NULL DEFAULT 'password';
ALTER TABLE session ADD COLUMN locked_at bigint;
ALTER TABLE session ADD COLUMN stepped_up_for text;
ALTER TABLE session ADD COLUMN step_up_entry bigint;

-- Agreements: what was on the screen, and the passkey's assertion over the hash.
ALTER TABLE agreement_signature ADD COLUMN displayed text;
ALTER TABLE agreement_signature ADD COLUMN credential bytea;
ALTER TABLE agreement_signature ADD COLUMN public_key bytea;
ALTER TABLE agreement_signature ADD COLUMN authenticator bytea;
ALTER TABLE agreement_signature ADD COLUMN browser bytea;
ALTER TABLE agreement_signature ADD COLUMN assertion bytea;
