-- A transfer names the batch that the plan chose (expiry 0: any), and what it is to do there is
-- found from the ledger: what was sent and received by it.
ALTER TABLE transfer ADD COLUMN expiry INTEGER NOT NULL DEFAULT 0;
ALTER TABLE transfer ADD COLUMN lot TEXT NOT NULL DEFAULT '';
CREATE INDEX transfer_open ON transfer (tenant, state) WHERE state IN ('proposed', 'accepted', 'carried');
CREATE INDEX movement_transfer ON movement (tenant, transfer) WHERE transfer IS NOT NULL;

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
