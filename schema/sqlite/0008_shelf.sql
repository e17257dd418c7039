-- What each box holds in one row (inventory/shelf.h says in which form), so that a whole city is read
-- at a glance. It takes the place of the sums that were kept one by one, for a box and medicine and
-- for a box and type. Since when a type was there, and when it was not, nobody asks any more: what is
-- learned of demand finds it in the ledger.
--
-- It is empty until the inventory is opened, which makes it of stock and ledger. Not WITHOUT ROWID, by
-- which SQLite would keep a row of more than a thousand bytes on two pages.
CREATE TABLE shelf (
    tenant INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    holds  BLOB NOT NULL,
    PRIMARY KEY (tenant, box)
) STRICT;

DROP TABLE total;
DROP TABLE cell;
DROP TABLE empty_span;
