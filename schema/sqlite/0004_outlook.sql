-- What was learned of demand (allocator/demand.h), as of the ends of a few past days, so that a
-- forecast reads a day's bookings instead of a year's. A cache: it follows from the ledger, the
-- requests in vain, the boxes and the catalogue, and may be emptied at any time.

CREATE TABLE outlook (
    tenant INTEGER NOT NULL REFERENCES tenant,
    day    INTEGER NOT NULL,  -- the last one that it has learned from
    later  INTEGER NOT NULL,  -- all movements up to this one are of that day or before it
    head   INTEGER NOT NULL,  -- the ledger's last movement at that time
    basis  BLOB NOT NULL CHECK (length(basis) = 32), -- SHA-256 of the boxes and medicines it holds for
    state  BLOB NOT NULL,
    PRIMARY KEY (tenant, day)
) STRICT, WITHOUT ROWID;
