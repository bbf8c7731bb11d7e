-- keys.db of a compartment, version 2: how often a customer's facts were missed in a row, and until when checking is locked.
-- Sealed under the customer's key; the row goes with a right answer and with the customer.
CREATE TABLE confirmation_tries (
    customer bytea NOT NULL PRIMARY KEY,
    sealed bytea NOT NULL
);
