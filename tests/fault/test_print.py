#!/usr/bin/env python3
"""That a print is in the log once its last byte is out, and only then: with disks that are full or
fail, names that are refused, readers that leave, printers that refuse, and signals in the middle.
"""

import contextlib
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import time
import uuid

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402
from hurt import (BOX, BROKEN, BUSY, ENVIRONMENT, REFUSED, command, copy_of, every, fail, held,  # noqa: E402
                  inventory, preloaded, query, succeed)


@contextlib.contextmanager
def printed():
    """Two boxes whose labels were printed once, and then something on them changed."""
    with inventory(0) as path:
        succeed(path, "setting", "set", "label.host", "yx.example.cn")
        succeed(path, "box", "add", "Hall", "--in", "Shuyuan", "--code", "N0Z-MMZX")
        succeed(path, "labels", "--all", "-o", str(path.with_name("first.pdf")))
        succeed(path, "setting", "set", "label.host", "other.example.cn")
        yield path


def prints(path):
    """What the log says of each box's newest label, and how many there are."""
    return query(path, "SELECT box, nonce, id FROM label_print ORDER BY id")


def beside(path, *known):
    """Files that lie around the inventory, but for its own and those that are known."""
    return sorted(file.name for file in path.parent.iterdir()
                  if not file.name.startswith(("box.db", "first.pdf", *known)))


FORMS = {"labels as a PDF": ["labels.pdf"], "labels as pictures": ["labels-1.svg", "labels-2.svg"]}


def print_at_every_call(what, names):
    """Files that were there before are replaced and the print is in the log, or neither is true."""
    output = names[0].replace("-1", "")
    sheet = "A4 1x1 70x40" if len(names) > 1 else "60x40"
    with printed() as path:
        before = prints(path)
        words = ["labels", "--all", "--sheet", sheet, "-o"]

        def whole(copy, done):
            after = prints(copy)
            found = {name: copy.with_name(name).read_bytes() for name in names
                     if copy.with_name(name).exists()}
            if done.returncode == 0:
                assert len(after) == len(before) + 2, (done, after)
                assert set(found) == set(names) and b"before" not in found.values(), done
            elif done.returncode > 0:
                assert "medbox: " in done.stderr and "replaced" not in done.stderr, done
                assert after == before, (done, after)
                assert found == {names[0]: b"before"}, (done, found)
                assert beside(copy, "count") == [names[0]], (done, beside(copy))

        for number in every(places(path, words, output, what)):
            with copy_of(path) as copy:
                copy.with_name(names[0]).write_bytes(b"before")
                done = command(copy, *words, str(copy.with_name(output)),
                               env=preloaded(f"{what}:{number}"))
                try:
                    whole(copy, done)
                except AssertionError as error:
                    raise AssertionError(f"{what} at {number}: {error}") from error


def places(path, words, output, what):
    """How many calls of a print there are where the fault can be."""
    if what == "name":
        return 4
    with copy_of(path) as copy:
        count = copy.with_name("count")
        succeed(copy, *words, str(copy.with_name(output)), env=preloaded("count:0", count))
        return int(count.read_text(encoding="ascii"))


def print_cases():
    """Every form of files with every fault."""
    for form, names in FORMS.items():
        for where, what in {"with a disk full": "full", "with a disk that fails": "eio",
                            "whose files get no names": "name"}.items():
            yield (f"{form} {where}, at each call in turn",
                   lambda what=what, names=names: print_at_every_call(what, names))


def test_pictures_that_do_not_reach_the_disk_together():
    """None of a set is there, what was there before is, and the print is not in the log."""
    with printed() as path:
        before, first = prints(path), path.with_name("labels-1.svg")
        first.write_bytes(b"before")
        words = ["labels", "--all", "--sheet", "A4 1x1 70x40", "-o", str(path.with_name("labels.svg"))]
        fail(command(path, *words, env=preloaded("sync:1")), BROKEN, "can't be written")
        assert first.read_bytes() == b"before" and beside(path) == [first.name], beside(path)
        assert prints(path) == before
        succeed(path, *words)
        assert beside(path) == [first.name, "labels-2.svg"] and first.read_bytes() != b"before"


def test_a_print_that_nobody_takes_was_none():
    """To a disk that is full, a reader that leaves, a printer that refuses: none is in the log."""
    with printed() as path:
        before = prints(path)
        for _ in range(10):
            succeed(path, "box", "add", str(uuid.uuid4()), "--in", "Shuyuan")
        big = ["labels", "--all", "--copies", "50", "--format", "zpl", "--sheet", "A4 1x1 200x200",
               "-o", "-"]
        with open("/dev/full", "w", encoding="ascii") as full:
            done = command(path, *big, capture_output=False, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == BROKEN and "No space left" in done.stderr, done
        reading, writing = os.pipe()
        os.close(reading)
        done = command(path, *big, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
        os.close(writing)
        assert done.returncode == BROKEN and "was not read to its end" in done.stderr, done
        succeed(path, "printer", "set", "office")
        lp = path.with_name("lp")
        lp.write_text("#!/bin/sh\necho no paper >&2\nexit 1\n", encoding="ascii")
        lp.chmod(0o755)
        done = command(path, "labels", BOX, "--printer", "office",
                       env=ENVIRONMENT | {"PATH": f"{path.parent}:{ENVIRONMENT['PATH']}"})
        assert done.returncode == REFUSED and "no paper" in done.stderr, done
        assert prints(path) == before
        out = path.with_name("out.zpl")
        with open(out, "wb") as file:
            done = command(path, "labels", BOX, "--sheet", "60x40", "--format", "zpl", "-o", "-",
                           capture_output=False, stdout=file, stderr=subprocess.PIPE)
        assert done.returncode == 0 and out.read_bytes().endswith(b"^XZ\n"), done
        assert len(prints(path)) == len(before) + 1


def test_a_print_is_not_begun_where_it_could_not_be_noted():
    """Paper can't be taken back: a locked inventory is found out before."""
    with printed() as path:
        succeed(path, "printer", "set", "office")
        lp = path.with_name("lp")
        lp.write_text(f"#!/bin/sh\ntouch {path.with_name('paper')}\n", encoding="ascii")
        lp.chmod(0o755)
        environment = ENVIRONMENT | {"PATH": f"{path.parent}:{ENVIRONMENT['PATH']}"}
        with held(path):
            fail(command(path, "labels", BOX, "--printer", "office", env=environment), BUSY,
                 "another program is writing")
            fail(command(path, "labels", BOX, "-o", str(path.with_name("x.pdf"))), BUSY,
                 "another program is writing")
        assert beside(path) == ["lp"], beside(path)


def stopped(path, number, words):
    """Ends a print by a signal in its middle; what it left behind, and how it ended."""
    running = subprocess.Popen([os.environ["MEDBOX"], "--db", str(path), "--lang", "en", *words],
                               env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, preexec_fn=lambda: signal.signal(
                                   number, signal.SIG_DFL))
    for _ in range(2000):
        if any(len(file.suffix) == len(".XXXXXX") for file in path.parent.iterdir()):
            break
        time.sleep(0.002)
    running.send_signal(number)
    running.communicate(timeout=60)
    return running.returncode


def test_a_print_that_is_stopped_leaves_nothing():
    """Ctrl-C and the like take away what was half made, and end the program as they do."""
    with printed() as path:
        before = prints(path)
        words = ["labels", "--all", "--copies", "1000", "-o", str(path.with_name("x.pdf"))]
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            assert stopped(path, number, words) == -number
            assert beside(path) == [] and prints(path) == before, beside(path)


def test_an_export_that_is_stopped_leaves_nothing():
    """A long one, and what was there before stays."""
    with inventory(1) as path:
        with contextlib.closing(sqlite3.connect(path)) as db, db:
            columns = [row[1] for row in db.execute("PRAGMA table_info(movement)")]
            values = ["n" if name == "seq" else "randomblob(16)" if name == "uid" else name
                      for name in columns]
            db.execute("WITH RECURSIVE more (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM more"
                       f" WHERE n < 100000) INSERT INTO movement ({', '.join(columns)})"
                       f" SELECT {', '.join(values)} FROM movement, more WHERE seq = 1")
        out = path.with_name("first.csv")
        out.write_text("before", encoding="ascii")
        for number in (signal.SIGINT, signal.SIGTERM):
            assert stopped(path, number, ["export", "ledger", "-o", str(out)]) == -number
            assert [file.name for file in path.parent.iterdir()
                    if not file.name.startswith("box.db")] == ["first.csv"]
            assert out.read_text(encoding="ascii") == "before"


if __name__ == "__main__":
    random.seed()
    sys.exit(tap.run([*tap.cases(globals()), *print_cases()]))
