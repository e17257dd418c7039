-- A transfer names the batch that the plan chose (expiry 0: any), and what it is to do there is
-- found from the ledger: what was sent and received by it.
ALTER TABLE transfer ADD COLUMN expiry INTEGER NOT NULL DEFAULT 0;
ALTER TABLE transfer ADD COLUMN lot TEXT NOT NULL DEFAULT '';
CREATE INDEX transfer_open ON transfer (tenant, state) WHERE state IN ('proposed', 'accepted', 'carried');
CREATE INDEX movement_transfer ON movement (tenant, transfer) WHERE transfer IS NOT NULL;
