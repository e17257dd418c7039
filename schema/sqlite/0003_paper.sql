-- What paper needs: what a label said when it was printed, sheets of stickers that are sold under no
-- name medbox knows, and printers with what has to be corrected for each.

-- The lines of the label, one under the other, so that it can be told which labels no longer say
-- what they should. '' for those printed before this version.
ALTER TABLE label_print ADD COLUMN said TEXT NOT NULL DEFAULT '';

-- A sheet in the words of labels/sheet.h: "A4 3x7 63.5x38.1 at 7.25,15.15 pitch 66.04,38.1".
CREATE TABLE sheet (
    tenant INTEGER NOT NULL REFERENCES tenant,
    name   TEXT NOT NULL CHECK (name <> ''),
    grid   TEXT NOT NULL CHECK (grid <> ''),
    PRIMARY KEY (tenant, name)
) STRICT, WITHOUT ROWID;

-- Two printers of one make place the same page differently; each is measured once. Places on the page
-- are multiplied by the scale, then shifted.
CREATE TABLE printer (
    tenant   INTEGER NOT NULL REFERENCES tenant,
    name     TEXT NOT NULL CHECK (name <> ''),
    queue    TEXT NOT NULL DEFAULT '',      -- of CUPS; '': it is called as the printer
    language TEXT NOT NULL,                 -- what it is sent: pdf, zpl, tspl, escpos
    dpi      INTEGER NOT NULL CHECK (dpi BETWEEN 72 AND 2400),
    sheet    TEXT NOT NULL DEFAULT '',      -- what is usually in it
    x        INTEGER NOT NULL DEFAULT 0,    -- thousandths of a millimetre to the right,
    y        INTEGER NOT NULL DEFAULT 0,    -- and down
    scale_x  INTEGER NOT NULL DEFAULT 1000000 CHECK (scale_x > 0), -- millionths
    scale_y  INTEGER NOT NULL DEFAULT 1000000 CHECK (scale_y > 0),
    PRIMARY KEY (tenant, name)
) STRICT, WITHOUT ROWID;
