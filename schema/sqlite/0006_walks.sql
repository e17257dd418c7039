-- A walk: the transfers that one volunteer carries. Its number is printed on the walking list, so it
-- is never given twice; in which order it goes follows from what is still to be done.
CREATE TABLE walk (
    tenant  INTEGER NOT NULL REFERENCES tenant,
    id      INTEGER NOT NULL CHECK (id > 0),
    carrier TEXT NOT NULL DEFAULT '',  -- who goes, as somebody called them; '': not said
    made_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE transfer ADD COLUMN walk INTEGER;
CREATE INDEX transfer_walk ON transfer (tenant, walk) WHERE walk IS NOT NULL;

-- Why it was proposed, in numbers (allocator/dispatch.h), to be said in the reader's language. reason
-- is what was said of those proposed before this version.
ALTER TABLE transfer ADD COLUMN figures TEXT NOT NULL DEFAULT '';
