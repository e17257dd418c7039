#!/usr/bin/env python3
"""One road of migrations: inventories of every released version open in this one, whole; what this
one does not know it refuses in words, and leaves as it is.

NNNN.sql is what a released medbox with version NNNN of the tables kept (dump.sh made it then).
"""

import csv
import datetime
import hashlib
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import uuid

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402

MIGRATIONS = HERE.parents[1] / "schema" / "sqlite"
NOW = "2026-11-24T10:00:00+08:00"

# SHA-256 of each released step. A released one is never edited: what it got wrong, the next mends.
RELEASED = {
    "0001_inventory.sql": "44b69179b44733802bf43b12aa3e98eacb1d78418ce8eca6e8685dd2a15a4cc0",
    "0002_counted.sql": "c27a138da1652b798b79536c9b88872e1c26781c5096bc99ba2d6725ea1e0a52",
    "0003_paper.sql": "c2d25d036a26f9db9674dbddac7aa00b61ee82b088e48a13757e012e2fc20fda",
    "0004_allocator.sql": "fb035f119157400d73bbc8b8f5d88c4b439354c20859043904ce182eeae8f2db",
    "0005_accounts.sql": "c76067f9303756b4ec7c290ddb7e21a75e631c1c478b1f4600ecc365f3e34cb2",
    "0006_walks.sql": "5542b6ce8bf8395df5bfc5aa88ae73b3daddb592595415b67f200331780e29b4",
    "0007_printed_on.sql": "97f7060ffed42fca22219ce4b134e7301e96a4abda7375154f9de9f8700431b0",
    "0008_shelf.sql": "93bfeeadc523b70109ce17b0e1bb5201a9df1230244a10eabfe0041423fb00a0",
    "0009_counts.sql": "9da0b5a890488fc04412f1ed3335703d24cff8e9ac4e905566975cbb1491d2f6",
    "0010_count_uid.sql": "265a09d5a37fae390fa9a7a64e939a09275fda6aa51167abe089220910b49b13",
}

INPUT, REFUSED = 2, 4  # exit statuses, as base/err.h has them


def medbox(path, *words, status=0):
    """A command on a file; what it says on stdout, or where it is to fail, on stderr."""
    done = subprocess.run(
        [os.environ["MEDBOX"], "--db", str(path), "--lang", "en", *words], capture_output=True,
        env=os.environ | {"MEDBOX_NOW": NOW, "TZ": "UTC"}, timeout=120, check=False)
    said = (done.stdout, done.stderr)
    assert done.returncode == status, (words, done.returncode, said)
    return (done.stderr if status else done.stdout).decode("utf-8-sig")


def dumps():
    """The committed inventories, oldest first."""
    return sorted(HERE.glob("[0-9]*.sql"))


def load(dump, folder):
    """A dump as a file, and a connection to a second copy that stays as it was."""
    path = pathlib.Path(folder) / "box.db"
    script = dump.read_text(encoding="utf-8")
    for target in (path, path.with_name("old.db")):
        db = sqlite3.connect(target)
        db.executescript(script)
        db.close()
    return path, sqlite3.connect(path.with_name("old.db"))


def rows(db, query):
    """All rows, in an order of their own."""
    return sorted(db.execute(query).fetchall(), key=repr)


def tables(db):
    """Names of the tables that hold contents."""
    return [name for name, in db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]


def table_rows(text, *columns):
    """Columns of a CSV file, in the order of tables' rows."""
    return sorted((tuple(row[column] for column in columns)
                   for row in csv.DictReader(io.StringIO(text))), key=repr)


def day(number):
    """A day of the tables as files have it."""
    if number == 2932896:
        return ""
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days=number)).isoformat()


def moment(ms):
    """A moment of the tables as files have it, by Chinese time."""
    at = datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=ms, hours=8)
    return at.isoformat(timespec="seconds") + "+08:00"


def expect_same(said, expected):
    """The same rows; where not, which."""
    assert said == expected, f"\nonly said {set(said) - set(expected)}" \
                             f"\nonly kept {set(expected) - set(said)}"


# -------------------------------------------------------------------------- what each version kept

def expect_tables(old, new):
    """Every table and column that is still there holds what it held."""
    for table in tables(old):
        if table == "schema_version" or table not in tables(new):
            continue
        columns = [row[1] for row in new.execute(f"PRAGMA table_info({table})")]
        kept = [row[1] for row in old.execute(f"PRAGMA table_info({table})") if row[1] in columns]
        query = f"SELECT {', '.join(kept)} FROM {table}"
        assert rows(old, query) == rows(new, query), table


def test_there_are_a_dozen_rows_of_everything():
    """A dump with next to nothing in it would prove next to nothing."""
    with tempfile.TemporaryDirectory(prefix="medbox-upgrade-") as folder:
        for dump in dumps():
            _, old = load(dump, folder)
            few = {"tenant": 1, "schema_version": 1, "movement_kind": 9, "drug_type": 10,
                   "empty_span": 5, "shelf": 11, "label_print": 10, "outlook": 1, "counted": 2,
                   "counted_line": 3}
            for table in tables(old):
                count, = old.execute(f"SELECT count(*) FROM {table}").fetchone()
                assert count >= few.get(table, 12), (dump.name, table, count)
            old.close()
            for file in pathlib.Path(folder).iterdir():
                file.unlink()


def opened(dump, verify):
    """A dump, opened once by this medbox; verify gets its path and the tables as they were."""
    with tempfile.TemporaryDirectory(prefix="medbox-upgrade-") as folder:
        path, old = load(dump, folder)
        try:
            verify(path, old)
        finally:
            old.close()


def books_are_whole(path, old):
    """The chain ends where it ended, and the file is of this version."""
    seq, head = old.execute("SELECT seq, lower(hex(hash)) FROM tenant").fetchone()
    answer = json.loads(medbox(path, "--json", "check"))
    assert (answer["movements"], answer["head"]) == (seq, head), answer
    new = sqlite3.connect(path)
    version, = new.execute("SELECT max(version) FROM schema_version").fetchone()
    assert version == len(list(MIGRATIONS.glob("*.sql"))), version
    expect_tables(old, new)
    new.close()


def stock_is_what_it_was(path, old):
    """The file for spreadsheets and the answer for programs say what the tables said."""
    expected = [(code, name, day(expiry), lot, str(units)) for code, name, expiry, lot, units in
                old.execute("SELECT code, drug.name, expiry, lot, units FROM stock"
                            " JOIN box ON box.id = stock.box JOIN drug ON drug.id = stock.drug")]
    exported = medbox(path, "export", "stock", "-o", "-")
    assert table_rows(exported, "code", "drug", "expiry", "lot", "units") == sorted(expected)
    for code, in old.execute("SELECT code FROM box WHERE state = 'active'").fetchall():
        lots = json.loads(medbox(path, "--json", "stock", code, "--lots"))["rows"]
        units, = old.execute("SELECT coalesce(sum(units), 0) FROM stock JOIN box"
                             " ON box.id = stock.box WHERE code = ?", (code,)).fetchone()
        assert sum(lot["units"] for lot in lots) == units, (code, lots)


def ledger_is_what_it_was(path, old):
    """Movement by movement."""
    expected = [(str(seq), moment(at), moment(done), kind, code, drug, day(expiry), lot, str(units),
                 str(reverses or ""), reason)
                for seq, at, done, kind, code, drug, expiry, lot, units, reverses, reason in
                old.execute("SELECT seq, at, done_at, key, code, drug.name, expiry, lot,"
                            " direction * units, reverses, reason FROM movement JOIN movement_kind USING (kind)"
                            " JOIN box ON box.id = movement.box JOIN drug ON drug.id = drug")]
    said = table_rows(medbox(path, "export", "ledger", "-o", "-"), "seq", "at", "done_at", "kind",
                      "code", "drug", "expiry", "lot", "units", "reverses", "reason")
    expect_same(said, sorted(expected, key=repr))


def catalogue_is_what_it_was(path, old):
    """Boxes, medicines and what their codes mean."""
    boxes = table_rows(medbox(path, "export", "boxes", "-o", "-"), "code", "box", "phone",
                       "residents", "state")
    assert boxes == rows(old, "SELECT code, name, phone, CAST(residents AS TEXT), state FROM box")
    drugs = table_rows(medbox(path, "export", "drugs", "-o", "-"), "name", "brand", "strength",
                       "unit", "pack_units", "state")
    assert drugs == rows(old, "SELECT name, brand, strength, unit, CAST(pack_units AS TEXT), state"
                              " FROM drug")
    codes = {code for row in table_rows(medbox(path, "export", "drugs", "-o", "-"), "codes")
             for code in row[0].split("|") if code}
    assert codes == {code for code, in old.execute(
        "SELECT kind || ':' || code || ':' || units FROM code")}, codes


def books_go_on(path, old):
    """What is booked now stands after what was booked then."""
    seq, = old.execute("SELECT seq FROM tenant").fetchone()
    box, drug, units = old.execute(
        "SELECT code, drug.name, sum(units) FROM stock JOIN box ON box.id = stock.box"
        " JOIN drug ON drug.id = stock.drug WHERE dated AND drug.state = 'active'"
        " AND box.state = 'active' AND drug NOT IN (SELECT drug FROM recall)"
        " GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchone()
    given = json.loads(medbox(path, "--json", "donate", box, drug, "--packs", "1", "--expiry",
                              "2028-06", "--lot", "NEW"))
    assert given["rows"][0]["seq"] == seq + 1, given
    assert given["total"] == units + given["rows"][0]["units"], given
    medbox(path, "undo", str(seq + 1))
    assert json.loads(medbox(path, "--json", "check"))["movements"] == seq + 2


COUNTED = (("东门药箱", "对乙酰氨基酚片", "150"), ("Lobby box", "Thermometer", "4"))


def counts_are_known(path, old):
    """A count that comes again is told as it was: by its id, or in an older version by what it booked."""
    kept = "uid" in [column[1] for column in old.execute("PRAGMA table_info(counted_line)")]
    before = json.loads(medbox(path, "--json", "check"))["movements"]
    for box, drug, units in COUNTED:
        names = "JOIN box ON box.id = box JOIN drug ON drug.id = drug WHERE box.name = ? AND drug.name = ?"
        ids = {uid: (seq, found) for uid, seq, found in old.execute(
            "SELECT hex(uid), seq, direction * units FROM movement JOIN movement_kind USING (kind) "
            + names + " AND key IN ('found', 'lost') AND hex(uid) LIKE '0193A5B0%000000000000'",
            (box, drug))}
        agreed = {uid for uid, in old.execute(f"SELECT hex(uid) FROM counted_line {names}",
                                              (box, drug))} - set(ids) if kept else set()
        assert ids and len(agreed) == (kept and box == "Lobby box"), (ids, agreed)
        medbox(path, "donate", box, drug, "--units", "1", "--expiry", "2028-06")
        before += 1
        for uid in [*ids, *agreed]:
            said = json.loads(medbox(path, "--json", "count", box, drug, "--units", units, "--uid",
                                     str(uuid.UUID(uid))))
            assert said["repeated"], said
            assert [(row["seq"], row["found"] - row["expected"]) for row in said["rows"]][:1] == \
                ([ids[uid]] if uid in ids else []), said
    assert json.loads(medbox(path, "--json", "check"))["movements"] == before


def dump_cases():
    """Every question to every dump."""
    for dump in dumps():
        for verify in (books_are_whole, stock_is_what_it_was, ledger_is_what_it_was,
                       catalogue_is_what_it_was, books_go_on, counts_are_known):
            yield (f"version {int(dump.stem)}: {verify.__name__.replace('_', ' ')}",
                   lambda dump=dump, verify=verify: opened(dump, verify))


# --------------------------------------------------------------------------------- the road itself

def test_released_steps_are_as_they_were():
    """Inventories out there were made by these very bytes."""
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
             for path in MIGRATIONS.glob("*")}
    assert found == RELEASED, (
        "a released step is never edited: put the change into a new one, and its hash into "
        f"RELEASED; found {found}")


def test_steps_and_dumps_are_numbered_without_a_gap():
    """Step n brings version n - 1 to n; each version that was released has its dump."""
    steps = sorted(RELEASED)
    assert [name[:5] for name in steps] == [f"{n:04}_" for n in range(1, len(steps) + 1)], steps
    assert [dump.stem for dump in dumps()] == [name[:4] for name in steps]


# ------------------------------------------------------------------------------ what is not for it

COMMANDS = [
    ["check"], ["stock"], ["box", "list"], ["export", "ledger", "-o", "-"], ["backup", "copy.db"],
    ["donate", "HQQ-SBDE", "布洛芬片", "--expiry", "2028-06"], ["box", "add", "One", "--in", "Two"],
]


def newest(folder, journal="DELETE"):
    """An inventory of the newest version, closed."""
    path = pathlib.Path(folder) / "box.db"
    db = sqlite3.connect(path)
    db.executescript(dumps()[-1].read_text(encoding="utf-8"))
    db.execute(f"PRAGMA journal_mode = {journal}")
    db.close()
    return path


def alter(path, sql):
    """Changes a file behind medbox's back."""
    db = sqlite3.connect(path)
    db.executescript(sql)
    db.close()


def expect_refused(path, status, words):
    """Every command says no in these words, and neither the file nor its folder changes."""
    folder = path.parent
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    for command in COMMANDS:
        said = medbox(path, *command, status=status)
        assert words in said and str(path) in said, (command, said)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before, list(folder.iterdir())


def refused(make, status, words):
    """The same of a file that make puts into a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="medbox-upgrade-") as folder:
        expect_refused(make(folder), status, words)


def newer(folder, journal, ahead):
    """What a medbox of some later day made."""
    path = newest(folder, journal)
    alter(path, f"INSERT INTO schema_version SELECT max(version) + {ahead} FROM schema_version")
    return path


def written(content):
    """A file with this in it."""
    def make(folder):
        path = pathlib.Path(folder) / "box.db"
        path.write_bytes(content)
        return path
    return make


def foreign(sql):
    """A database of another program."""
    def make(folder):
        path = pathlib.Path(folder) / "box.db"
        alter(path, sql)
        return path
    return make


def unversioned(folder):
    """An inventory that lost its version: no step may be tried on it."""
    path = newest(folder)
    alter(path, "DELETE FROM schema_version")
    return path


def test_a_newer_inventory_is_refused():
    """The next version and one far away, however they lie on the disk."""
    for journal in ("DELETE", "WAL"):
        for ahead in (1, 9998):
            refused(lambda folder, journal=journal, ahead=ahead: newer(folder, journal, ahead),
                    REFUSED, "was made by a newer medbox")


def test_a_newer_backup_is_not_restored():
    """Nor is what stands in its place touched."""
    with tempfile.TemporaryDirectory(prefix="medbox-upgrade-") as folder:
        path = newer(folder, "DELETE", 1)
        backup = path.rename(path.with_name("newer.db"))
        path = newest(folder)
        before = path.read_bytes()
        said = medbox(path, "restore", str(backup), status=REFUSED)
        assert "was made by a newer medbox" in said, said
        assert path.read_bytes() == before
        assert sorted(file.name for file in path.parent.iterdir()) == ["box.db", "newer.db"]


NOT_OURS = {
    "of another program": foreign("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')"),
    "of another program with an id of its own": foreign(
        "PRAGMA application_id = 252006674; CREATE TABLE t (a)"),
    "of another program, in WAL": foreign("PRAGMA journal_mode = WAL; CREATE TABLE t (a)"),
    "of nobody: a database without tables": foreign("PRAGMA user_version = 7"),
    "of text": written("药箱,药品\n1号楼,布洛芬\n".encode() * 100),
    "of chance": written(bytes((n * 7919 + n // 3) % 256 for n in range(65536))),
    "of nothing": written(b""),
    "of one byte": written(b"S"),
    "that has lost its version": unversioned,
    "that begins like a database": written(b"SQLite format 3\0" + bytes(range(256)) * 16),
}


def test_a_folder_is_refused():
    """Where the file should be."""
    with tempfile.TemporaryDirectory(prefix="medbox-upgrade-") as folder:
        said = medbox(folder, "check", status=2)
        assert folder in said, said


def test_a_copy_in_the_middle_of_use_is_opened_whole():
    """The file with what the engine put beside it, as a copy of a running machine has them."""
    with tempfile.TemporaryDirectory(prefix="medbox-upgrade-") as folder:
        path = newest(folder, "WAL")
        db = sqlite3.connect(path)
        db.execute("INSERT INTO setting (area, key, value) SELECT tenant, 'fill', '8' FROM tenant")
        db.commit()
        copy = pathlib.Path(folder) / "copy.db"
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", f"{copy}{ending}")
        db.close()
        said = json.loads(medbox(copy, "--json", "setting", "show", "fill"))
        assert "8" in json.dumps(said), said
        medbox(copy, "check")


if __name__ == "__main__":
    others = [(f"a file {name} is refused", lambda make=make: refused(
        make, INPUT, "is not a medbox inventory")) for name, make in NOT_OURS.items()]
    sys.exit(tap.run([*dump_cases(), *others, *tap.cases(globals())]))
