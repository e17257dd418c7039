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

-- Cells and the times without any, by the ledger: what was kept of bookings that came in late, and
-- after a medicine's type had been changed, was not what the ledger says.
DELETE FROM cell;
DELETE FROM empty_span;
WITH change AS (SELECT m.tenant, m.box, drug.type, drug.age, m.seq, m.done_at,
        m.units * k.direction * ((1000000 + drug.day_units / 2) / drug.day_units) AS amount
        FROM movement m JOIN movement_kind k ON k.kind = m.kind JOIN drug ON drug.id = m.drug),
    step AS (SELECT tenant, box, type, age, done_at, sum(amount) OVER w AS amount,
        min(CASE WHEN amount > 0 THEN done_at END) OVER w AS first_at, lead(seq) OVER w AS next FROM change
        WINDOW w AS (PARTITION BY tenant, box, type, age ORDER BY seq ROWS UNBOUNDED PRECEDING))
INSERT INTO cell (tenant, box, type, age, amount, first_at, empty_since)
    SELECT tenant, box, type, age, amount, first_at, CASE WHEN amount = 0 THEN done_at END FROM step
    WHERE next IS NULL;
WITH change AS (SELECT m.tenant, m.box, drug.type, drug.age, m.seq, m.done_at,
        m.units * k.direction * ((1000000 + drug.day_units / 2) / drug.day_units) AS amount
        FROM movement m JOIN movement_kind k ON k.kind = m.kind JOIN drug ON drug.id = m.drug),
    step AS (SELECT tenant, box, type, age, seq, done_at, amount, sum(amount) OVER w AS after,
        lag(done_at) OVER w AS before_at FROM change
        WINDOW w AS (PARTITION BY tenant, box, type, age ORDER BY seq ROWS UNBOUNDED PRECEDING)),
    ended AS (SELECT tenant, box, type, age, before_at, done_at,
        row_number() OVER (PARTITION BY tenant, box, type, age, done_at ORDER BY seq) AS nth FROM step
        WHERE amount > 0 AND after = amount AND before_at < done_at)
INSERT INTO empty_span (tenant, until_at, box, type, age, from_at)
    SELECT tenant, done_at, box, type, age, before_at FROM ended WHERE nth = 1;
