-- What a label was printed on, by the name of the sheet or in the words of sheet.grid, and as which
-- format (pdf, zpl). '': not kept, as before this version.
ALTER TABLE label_print ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
ALTER TABLE label_print ADD COLUMN format TEXT NOT NULL DEFAULT '';
