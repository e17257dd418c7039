-- The client's id of a count stands with each of its lines, so that the same one again is known even if it
-- agreed with the ledger and booked nothing. NULL: told by an older medbox, or a lot that was taken back
-- out of a whole box.
ALTER TABLE counted_line ADD COLUMN uid BLOB CHECK (length(uid) = 16);

CREATE UNIQUE INDEX counted_line_uid ON counted_line (tenant, uid, drug, expiry, lot)
    WHERE uid IS NOT NULL;
