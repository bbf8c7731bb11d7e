-- keys.db of a compartment, version 3: the codes by which recipients know customers. Independent random codes, one a recipient and
-- customer; the code itself is sealed under the customer's key, and the row goes with the customer.
CREATE TABLE recipient_code (
    recipient bytea NOT NULL,
    code_hash bytea NOT NULL,
    customer bytea NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (recipient, code_hash),
    UNIQUE (recipient, customer)
);
CREATE INDEX recipient_code_by_customer ON recipient_code (customer);
