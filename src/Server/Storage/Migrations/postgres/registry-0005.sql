-- The registry, version 5.

-- Staff: what a screening must have covered, one item a line; empty means that any screening will do.
ALTER TABLE staff ADD COLUMN screening_items text NOT NULL DEFAULT '';
