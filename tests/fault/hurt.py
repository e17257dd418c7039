"""An inventory that is to be hurt, the program run on it, and what has to be true afterwards."""

import contextlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
import uuid


STEP = int(os.environ.get("MEDBOX_FAULT_STEP", "3"))
ENVIRONMENT = os.environ | {"MEDBOX_NOW": "2026-11-24T10:00:00+08:00", "TZ": "UTC"}
BOX, DRUG, PACK, CODE = "HQQ-SBDE", "Paracetamol", 20, "2000000000015"
GIVE = ["donate", BOX, DRUG, "--expiry", "2028-06", "--lot", "A1"]
TAKE = ["withdraw", BOX, DRUG, "--units", "3"]
BROKEN, MISSING, REFUSED, DENIED, BUSY = 1, 3, 4, 5, 6  # exit statuses, as base/err.h has them
FULL = "the disk is full: nothing was changed; make room and try again"
UNWRITABLE = "can only be read: you may not write the file or its folder"
UNUSABLE = "can't be opened: Permission denied"


# ------------------------------------------------------------------------------------- the program

def command(path, *words, **more):
    """A command on a file, run to its end; more goes to subprocess.run()."""
    return subprocess.run([os.environ["MEDBOX"], "--db", str(path), "--lang", "en", *words],
                          **{"env": ENVIRONMENT, "timeout": 120, "capture_output": True,
                             "text": True, "check": False, "stdin": subprocess.DEVNULL} | more)


def succeed(path, *words, **more):
    """What a command says that has to succeed."""
    done = command(path, *words, **more)
    assert done.returncode == 0, (words, done)
    return done.stdout


def fail(done, status, words):
    """A command that had to fail: with this status, these words and nothing on stdout."""
    assert (done.returncode, done.stdout) == (status, ""), done
    assert words in done.stderr and done.stderr.startswith("medbox: "), done


def preloaded(what, count=None):
    """The environment by which faults.c does what it is told."""
    more = {"LD_PRELOAD": os.environ["FAULTS"], "MEDBOX_FAULT": what,
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
    return ENVIRONMENT | more | ({"MEDBOX_FAULT_COUNT": str(count)} if count else {})


def new_id():
    """As a phone makes it."""
    return str(uuid.UUID(int=random.getrandbits(128), version=4))


# --------------------------------------------------------------------------------- the inventories

@contextlib.contextmanager
def inventory(bookings=3):
    """A small inventory in a folder of its own; it has a few bookings."""
    with tempfile.TemporaryDirectory(prefix="medbox-fault-") as folder:
        path = pathlib.Path(folder) / "box.db"
        succeed(path, "init", "--empty")
        succeed(path, "area", "add", "Shuyuan", "--kind", "community")
        succeed(path, "box", "add", "Gate box", "--in", "Shuyuan", "--code", BOX)
        succeed(path, "drug", "add", DRUG, "--type", "fever", "--age", "adult", "--form", "tablet",
                "--unit", "tablet", "--day-units", "4", "--pack-units", str(PACK), "--class", "A")
        succeed(path, "drug", "bind", CODE, DRUG)
        for _ in range(bookings):
            succeed(path, *GIVE)
        yield path


def query(path, sql):
    """Rows of the file, behind medbox's back."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute(sql).fetchall()


def ledger(path):
    """Id and signed amount of every movement, in their order."""
    return [(str(uuid.UUID(bytes=uid)), units) for uid, units in query(
        path, "SELECT uid, direction * units FROM movement JOIN movement_kind USING (kind)"
              " ORDER BY seq")]


def expect_whole(path, movements=None):
    """The books are proved by medbox, and by adding them up here."""
    said = json.loads(succeed(path, "--json", "check"))
    rows = ledger(path)
    assert said["movements"] == len(rows), (said, len(rows))
    assert movements is None or len(rows) == movements, (len(rows), movements)
    assert len({uid for uid, _ in rows}) == len(rows), "an id was booked twice"
    stock = query(path, "SELECT coalesce(sum(units), 0) FROM stock")[0][0]
    assert stock == sum(units for _, units in rows), (stock, rows)


@contextlib.contextmanager
def copy_of(path):
    """A copy to spoil, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="medbox-fault-") as folder:
        copy = pathlib.Path(folder) / path.name
        shutil.copy(path, copy)
        yield copy


@contextlib.contextmanager
def held(path):
    """Another program is in the middle of writing."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        yield db
        db.execute("ROLLBACK")


def calls_of(path, words):
    """How often a command changes a file, from its first call to its last."""
    with copy_of(path) as copy:
        count = copy.with_name("count")
        succeed(copy, *words, env=preloaded("count:0", count))
        return int(count.read_text(encoding="ascii"))


def every(calls):
    """The calls at which there are faults: a third of them, others each time."""
    return range(random.randint(1, min(STEP, calls)), calls + 1, STEP)
