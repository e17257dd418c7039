-- What was counted when, so that a booking that comes in late, but was done before a count, doesn't
-- change what the count found. A row says that a lot was counted, or (expiry 0, lot '') all lots of a
-- drug; box.counted_at says it of the whole box.
CREATE TABLE counted (
    tenant INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    drug   INTEGER NOT NULL REFERENCES drug,
    expiry INTEGER NOT NULL,
    lot    TEXT NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (tenant, box, drug, expiry, lot),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;

-- A pack may be taken tablet by tablet, and come back: where it is and what is left of it is what its
-- movements add up to.
DROP TABLE pack;
CREATE INDEX movement_pack ON movement (tenant, pack, seq) WHERE pack IS NOT NULL;

-- Whether a key is set anywhere, which is asked before it is looked for up the tree.
CREATE INDEX setting_key ON setting (key);
