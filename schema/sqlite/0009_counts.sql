-- Every count, not only the last: one that is taken back leaves what the one before it had found. A row
-- is a line of a count, which told the sum of some lots: of a drug's with that expiry (0: any) and batch
-- (a blank, of which no batch has any: any). One with drug 0 says that the whole box was counted.
CREATE TABLE counted_line (
    tenant INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    at     INTEGER NOT NULL,        -- no two counts of a box are of one moment
    drug   INTEGER NOT NULL,
    expiry INTEGER NOT NULL,
    lot    TEXT NOT NULL,
    seq    INTEGER NOT NULL,        -- the last movement booked before the count
    rest   INTEGER NOT NULL CHECK (rest IN (0, 1)),  -- 1: and what no line spoke of was not there
    holds  INTEGER NOT NULL CHECK (holds IN (0, 1)), -- 0: taken back
    PRIMARY KEY (tenant, box, at, drug, expiry, lot),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;

INSERT INTO counted_line (tenant, box, at, drug, expiry, lot, seq, rest, holds)
    SELECT tenant, box, at, drug, expiry, CASE WHEN expiry = 0 THEN ' ' ELSE lot END, 0, 0, 1 FROM counted;
INSERT INTO counted_line (tenant, box, at, drug, expiry, lot, seq, rest, holds)
    SELECT tenant, id, counted_at, 0, 0, ' ', 0, 1, 1 FROM box WHERE counted_at IS NOT NULL;
DROP TABLE counted;
