#!/usr/bin/env python3
"""That nothing acknowledged is lost, nothing is booked twice and nothing is left half done: with
processes killed, two at once, disks that are full or fail, files that can't be written, and locks
held by others. faults.c is preloaded to put faults at the calls that change a file: at every third,
beginning with one of the first three by chance, so that some runs see all of them.

In the environment, MEDBOX_KILLS says how many random kills there are (else 60), and MEDBOX_FAULT_STEP
at which calls there are faults (1: at every single one).
"""

import concurrent.futures
import contextlib
import ctypes
import fcntl
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402
from hurt import (BOX, BROKEN, BUSY, CODE, DENIED, DRUG, ENVIRONMENT, FULL, GIVE, MISSING,  # noqa: E402
                  REFUSED, TAKE, UNUSABLE, UNWRITABLE, calls_of, command, copy_of, every, expect_whole, fail,
                  held, inventory, ledger, new_id, preloaded, query, succeed)

KILLS = int(os.environ.get("MEDBOX_KILLS", "60"))


# ------------------------------------------------------------------------------------- random kills

def kill_after(words, path, delay):
    """Starts a command and kills it after a while: its exit status and what it had said."""
    with subprocess.Popen([os.environ["MEDBOX"], "--db", str(path), "--json", *words],
                          env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as process:
        time.sleep(delay)
        process.kill()
        said, _ = process.communicate(timeout=60)
    return process.returncode, said.decode()


def is_acknowledged(said):
    """Whether all of the answer was heard."""
    with contextlib.suppress(json.JSONDecodeError):
        return "total" in json.loads(said)
    return False


def usual_time(path):
    """Seconds that a booking takes here, at the middle of five."""
    times = []
    for _ in range(5):
        begin = time.monotonic()
        succeed(path, *GIVE)
        times.append(time.monotonic() - begin)
    return sorted(times)[2]


def test_bookings_killed_at_random():
    """Each killed booking is in the ledger once if it was acknowledged, and at most once if not;
    sent again under its id, it is there once."""
    with inventory() as path:
        usual, before, known = usual_time(path), len(ledger(path)), set()
        killed = heard = unheard = 0
        while killed < KILLS:
            uid = new_id()
            words = random.choice((GIVE, TAKE)) + ["--uid", uid]
            status, said = kill_after(words, path, random.uniform(0, 1.3 * usual))
            assert status in (0, -signal.SIGKILL), (status, said)
            killed += status != 0
            found = [row for row, _ in ledger(path)].count(uid)
            if is_acknowledged(said):
                heard += 1
                assert found == 1, (uid, "was acknowledged and is not there")
            elif found:
                unheard += 1
            assert found <= 1, uid
            answer = json.loads(succeed(path, "--json", *words))
            assert answer["repeated"] == bool(found), (uid, found, answer)
            known.add(uid)
            if killed % 10 == 0:
                expect_whole(path)
        expect_whole(path, before + len(known))
        tap.remark(f"{killed} killed of {len(known)}; {heard} heard, {unheard} booked unheard")


def feed(stream, lines):
    """Types until the reader is gone."""
    with contextlib.suppress(BrokenPipeError):
        for _ in range(lines):
            stream.write(CODE + "\n")
            stream.flush()
        stream.close()


def session(path, acknowledgements, delay):
    """A hand scanner's session, killed a moment after so many bookings were said: all it said."""
    process = subprocess.Popen(
        [os.environ["MEDBOX"], "--db", str(path), "--lang", "en", "scan", "-", "--box", BOX, "--in",
         "--expiry", "2028-06"], env=ENVIRONMENT, text=True, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    typing = threading.Thread(target=feed, args=(process.stdin, 200))
    typing.start()
    said = [process.stdout.readline() for _ in range(acknowledgements)]
    time.sleep(delay)
    process.kill()
    said += process.stdout.readlines()
    process.wait(timeout=60)
    typing.join()
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    process.stdout.close()
    assert process.returncode == -signal.SIGKILL, (process.returncode, said)
    return said


def test_a_scanning_session_killed_in_its_middle():
    """Every line that was said is in the ledger under its number, and at most one more is."""
    with inventory() as path:
        for _ in range(max(10, KILLS // 6)):
            before = len(ledger(path))
            said = session(path, random.randint(1, 8), random.uniform(0, 0.01))
            if not said[-1].endswith("\n"):
                said.pop()
            numbers = [int(line.split()[1]) for line in said]
            assert numbers == [before + 1 + n for n in range(len(said))], said
            extra = len(ledger(path)) - before - len(said)
            assert extra in (0, 1), (extra, said)
        expect_whole(path)


# ------------------------------------------------------------------------- a fault at every call

def outcomes(path, words, what, verify):
    """Puts the fault at the calls in turn, each time in a fresh copy; verify gets what came of it."""
    calls = calls_of(path, words)
    assert calls > 10, calls
    for number in every(calls):
        with copy_of(path) as copy:
            done = command(copy, *words, env=preloaded(f"{what}:{number}"))
            try:
                verify(copy, done)
            except AssertionError as error:
                raise AssertionError(f"{what} at call {number} of {calls}: {error}") from error
    return calls


COMMANDS = {"a gift": (GIVE, 1), "a taking": (TAKE, 1), "an undo": (["undo", "2"], 1),
            "a taking of two lots": (["withdraw", BOX, DRUG, "--packs", "4"], 2)}


def settled(path, words, lines, done):
    """All of it or none of it is booked; said is booked; the same id again gives all of it."""
    before = 4
    after = len(ledger(path))
    assert after in (before, before + lines), after
    assert done.returncode != 0 or after == before + lines, done
    expect_whole(path, after)
    succeed(path, *words)
    expect_whole(path, before + lines)


def everywhere(what, words, lines, verify=None):
    """A fault at every call of a booking with an id of its own."""
    with inventory() as path:
        succeed(path, "donate", BOX, DRUG, "--expiry", "2027-06", "--packs", "2")
        words = words + ["--uid", new_id()]

        def all_of_it(copy, done):
            if verify:
                verify(copy, done)
            settled(copy, words, lines, done)
        outcomes(path, words, what, all_of_it)


def killed(_, done):
    """It did not get any further."""
    assert done.returncode == -signal.SIGKILL, done


def killed_if_it_writes(_, done):
    """Torn are only writes; the other calls go through."""
    assert done.returncode in (0, -signal.SIGKILL), done


def said_full(copy, done):
    """Told in words and nothing booked; or already booked, and only tidying up was in want of room."""
    if done.returncode == 0:
        assert len(ledger(copy)) > 4
    else:
        fail(done, BROKEN, FULL)
        assert len(ledger(copy)) == 4


def said_failed(_, done):
    """A disk that fails is told of in words, unless it failed after the booking."""
    if done.returncode != 0:
        fail(done, BROKEN, "the inventory file failed: disk I/O error")


FAULTS = {"killed": ("kill", killed), "torn in the middle of a write": ("torn", killed_if_it_writes),
          "with a disk full": ("full", said_full), "with a quota used up": ("quota", said_full),
          "with a disk that fails": ("eio", said_failed)}
ONCE = {"torn", "quota"}  # faults so like another that the first booking may stand for all


def fault_cases():
    """Every booking with every fault."""
    for name, (words, lines) in COMMANDS.items():
        for where, (what, verify) in FAULTS.items():
            if what in ONCE and words is not GIVE:
                continue
            yield (f"{name} {where}, at each call in turn",
                   lambda what=what, words=words, lines=lines, verify=verify:
                   everywhere(what, words, lines, verify))


def test_an_import_is_all_or_nothing():
    """Fifty boxes, killed and out of room at every tenth call."""
    with inventory() as path:
        file = path.with_name("boxes.csv")
        file.write_text("community,box\n" + "".join(f"Shuyuan,Box {n}\n" for n in range(50)),
                        encoding="utf-8")
        words = ["import", "boxes", str(file)]
        for number in range(1, calls_of(path, words) + 1, 10):
            for what in ("kill", "full"):
                with copy_of(path) as copy:
                    command(copy, *words, env=preloaded(f"{what}:{number}"))
                    assert query(copy, "SELECT count(*) FROM box")[0][0] in (1, 51)
                    succeed(copy, *words)
                    assert query(copy, "SELECT count(*) FROM box") == [(51,)]


def half_made(path):
    """What is in the folder of things that were to be made."""
    return sorted(file.name for file in path.parent.iterdir() if ".making-" in file.name)


def test_a_backup_killed_or_out_of_room_is_not_taken_for_one():
    """Whatever has its name is whole; made again under that name it is made, and nothing is left."""
    with inventory() as path:
        calls = calls_of(path, ["backup", str(path.with_name("count.db"))])
        for number in range(1, calls + 1, 3):
            for what in ("kill", "full"):
                with copy_of(path) as copy:
                    target = copy.with_name("backup.db")
                    done = command(copy, "backup", str(target), env=preloaded(f"{what}:{number}"))
                    if what == "full" and done.returncode != 0:
                        assert not half_made(copy), (done, half_made(copy))
                    if target.exists():
                        expect_whole(target, 3)
                        succeed(copy, "backup", copy.with_name("second.db"))
                    else:
                        succeed(copy, "backup", target)
                    assert not half_made(copy), half_made(copy)
                    expect_whole(copy, 3)


def test_a_backup_by_another_name_sweeps_up_and_leaves_those_in_the_making():
    """A nightly job names each by its day; one that lives keeps what it has."""
    with inventory() as path:
        tuesday, living = path.with_name("tuesday.db"), path.with_name("living.db.making-1")
        middle = calls_of(path, ["backup", str(path.with_name("count.db"))]) // 2
        command(path, "backup", path.with_name("monday.db"), env=preloaded(f"kill:{middle}"))
        assert any(name.startswith("monday.db.making-") for name in half_made(path))
        living.write_bytes(b"half")
        with open(f"{living}-lock", "wb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            succeed(path, "backup", tuesday)
            assert half_made(path) == [living.name, f"{living.name}-lock"]
        succeed(path, "backup", path.with_name("wednesday.db"))
        assert not half_made(path)


def test_an_old_inventory_killed_when_it_is_first_opened():
    """However far it came on the road of migrations: opened again, it is whole and has all it had."""
    for dump in sorted((HERE.parent / "upgrade").glob("[0-9]*.sql")):
        with tempfile.TemporaryDirectory(prefix="medbox-fault-") as folder:
            path = pathlib.Path(folder) / "box.db"
            with contextlib.closing(sqlite3.connect(path)) as db:
                db.executescript(dump.read_text(encoding="utf-8"))
            had = ledger(path)

            def opened_again(copy, done, had=had):
                killed(copy, done)
                expect_whole(copy, len(had))
                assert ledger(copy) == had
            outcomes(path, ["box", "list"], "kill", opened_again)


@contextlib.contextmanager
def before_restore(path, target):
    """A folder with a backup of three bookings and what stands where it is to go: the file's place."""
    with copy_of(path) as copy:
        copy.rename(copy.with_name("backup.db"))
        if target == "present":
            shutil.copy(path, copy)
            succeed(copy, *GIVE)
        elif target == "damaged":
            copy.write_bytes(path.read_bytes()[:5000])
            copy.with_name("box.db-wal").write_bytes(b"of the damaged file")
        yield copy


def restored_or_as_it_was(copy, target, done):
    """What came of a restore that was stopped: nothing in between, and done again it is done."""
    if done.returncode == 0:
        expect_whole(copy, 3)
    elif target == "present":
        assert len(ledger(copy)) in (3, 4)
        expect_whole(copy)
    elif copy.exists() and copy.stat().st_size != 5000:
        expect_whole(copy, 3)
    if target == "damaged":
        kept = [copy, *copy.parent.glob("box.db.before-restore-*")]
        assert any(one.exists() and one.stat().st_size == 5000 for one in kept), kept
    succeed(copy, "restore", str(copy.with_name("backup.db")))
    expect_whole(copy, 3)
    assert not half_made(copy), half_made(copy)


def restore_everywhere(what, target, step):
    """A fault at every so many calls of a restore."""
    with inventory() as path:
        def attempt(fault, count=None):
            with before_restore(path, target) as copy:
                done = command(copy, "restore", str(copy.with_name("backup.db")),
                               env=preloaded(fault, count))
                if count is None:
                    restored_or_as_it_was(copy, target, done)
                return done
        count = path.with_name("count")
        assert attempt("count:0", count).returncode == 0
        calls = int(count.read_text(encoding="ascii"))
        assert calls > 50, calls
        for number in range(1, calls + 1, step):
            try:
                attempt(f"{what}:{number}")
            except AssertionError as error:
                raise AssertionError(f"{what} at call {number} of {calls}: {error}") from error


def restore_cases():
    """Over nothing, over an inventory, and over what can't be opened any more."""
    for target in ("absent", "present", "damaged"):
        for what, step in (("kill", 2), ("full", 5), ("eio", 5)):
            yield (f"a restore, what was there {target}, {what} at every so many calls",
                   lambda what=what, target=target, step=step:
                   restore_everywhere(what, target, step))


# ----------------------------------------------------------------------------------- two at once

def many(tasks):
    """All of these at once; their results in order."""
    with concurrent.futures.ThreadPoolExecutor(len(tasks)) as pool:
        return [future.result() for future in [pool.submit(task) for task in tasks]]


def test_two_processes_at_once():
    """Two stations book; none is turned away, and the ledger has no gap."""
    with inventory() as path:
        def station():
            for _ in range(25):
                succeed(path, *GIVE)
                succeed(path, *TAKE)
        many([station, station])
        assert [seq for seq, in query(path, "SELECT seq FROM movement ORDER BY seq")] == [
            *range(1, 104)]
        expect_whole(path, 103)


def test_the_same_booking_by_two_at_once():
    """A phone that sends twice has booked once, and each answer says so."""
    with inventory() as path:
        for round_number in range(10):
            words = ["--json", *GIVE, "--uid", new_id()]
            answers = [json.loads(said) for said in many([lambda: succeed(path, *words)] * 4)]
            assert sorted(answer["repeated"] for answer in answers) == [False, True, True, True]
            assert len({answer["rows"][0]["seq"] for answer in answers}) == 1, answers
            expect_whole(path, 4 + round_number)


def test_the_last_pack_is_taken_once():
    """Five reach for it."""
    with inventory(bookings=1) as path:
        words = ["withdraw", BOX, DRUG, "--packs", "1"]
        done = many([lambda: command(path, *words)] * 5)
        assert sorted(one.returncode for one in done) == [0] + [REFUSED] * 4, done
        assert query(path, "SELECT coalesce(sum(units), 0) FROM stock") == [(0,)]
        expect_whole(path, 2)


def test_killed_beside_another_that_goes_on():
    """A process that dies in its transaction holds up nobody."""
    with inventory() as path:
        def dying():
            for number in range(1, 26):
                command(path, *GIVE, env=preloaded(f"kill:{number}"))

        def living():
            return [succeed(path, "--json", *GIVE, "--uid", new_id()) for _ in range(25)]
        _, said = many([dying, living])
        numbers = [json.loads(one)["rows"][0]["seq"] for one in said]
        assert sorted(set(numbers)) == numbers and len(numbers) == 25
        expect_whole(path)


# ------------------------------------------------------------------------ no room, by the system

def limited(size):
    """A limit for the size of files, as ulimit -f sets it."""
    def prepare():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    return {"preexec_fn": prepare, "restore_signals": False}


def test_files_that_may_not_grow():
    """Limits from nothing to room enough: in words, and nothing half done."""
    with inventory() as path:
        succeeded = 0
        for size in range(0, 300_000, 8192):
            with copy_of(path) as copy:
                done = command(copy, *GIVE, **limited(size))
                if done.returncode:
                    fail(done, BROKEN, FULL)
                else:
                    succeeded += 1
                expect_whole(copy, 3 if done.returncode else 4)
                succeed(copy, *GIVE)
        assert 5 < succeeded < 35, succeeded


def test_a_new_inventory_is_whole_or_not_there():
    """Killed while it is made, or stopped by a limit: it can be made again."""
    with tempfile.TemporaryDirectory(prefix="medbox-fault-") as folder:
        there = 0
        for n in range(30):
            path = pathlib.Path(folder) / f"{n}.db"
            if n % 2:
                kill_after(["init"], path, random.uniform(0, 0.2))
            else:
                command(path, "init", **limited(n * 20_000))
            there += path.exists()
            if not path.exists():
                succeed(path, "init")
            expect_whole(path, 0)
        assert 0 < there < 30, there


def test_a_new_inventory_on_a_full_disk_leaves_nothing():
    """From every fifth call on there is no room: a whole inventory, or words and an empty folder."""
    with tempfile.TemporaryDirectory(prefix="medbox-fault-") as folder:
        count = pathlib.Path(folder) / "count"
        succeed(pathlib.Path(folder) / "whole.db", "init", env=preloaded("count:0", count))
        calls = int(count.read_text(encoding="ascii"))
        assert calls > 50, calls
        for number in range(1, calls + 1, 5):
            with tempfile.TemporaryDirectory(prefix="medbox-fault-") as place:
                path = pathlib.Path(place) / "box.db"
                done = command(path, "init", env=preloaded(f"full:{number}"))
                if done.returncode == 0:
                    expect_whole(path, 0)
                    continue
                assert "disk is full" in done.stderr or "No space" in done.stderr, done
                assert not list(path.parent.iterdir()), (number, list(path.parent.iterdir()))
                succeed(path, "init")


def test_two_inventories_at_once():
    """One is made, the other refused, and the one that was made stays."""
    with tempfile.TemporaryDirectory(prefix="medbox-fault-") as folder:
        for n in range(10):
            path = pathlib.Path(folder) / f"{n}.db"
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                done = list(pool.map(lambda _: command(path, "init"), range(2)))
            assert sorted(one.returncode for one in done) == [0, REFUSED], done
            expect_whole(path, 0)


# ------------------------------------------------------------------------------ may not be written

def unprivileged():
    """Takes from root what lets it pass by a file's permissions (CAP_DAC_OVERRIDE and its like)."""
    for capability in (1, 2, 3):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def without_rights(path, *words):
    """A command of somebody who is bound by permissions."""
    return command(path, *words, preexec_fn=unprivileged)


@contextlib.contextmanager
def permissions(path, mode):
    """For a while; skips where they bind nobody."""
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        probe = subprocess.run(["test", "-w", path], preexec_fn=unprivileged, check=False)
        if probe.returncode == 0:
            raise tap.Skip("permissions bind nobody here")
        yield
    finally:
        path.chmod(before)


def test_a_file_that_may_not_be_written():
    """Is read, and says of a booking that it can't be."""
    with inventory() as path:
        before = path.read_bytes()
        with permissions(path, 0o444):
            fail(without_rights(path, *GIVE), DENIED, f"{path} {UNWRITABLE}")
            fail(without_rights(path, *TAKE), DENIED, f"{path} {UNWRITABLE}")
            for words in (["stock", BOX], ["ledger"], ["check"]):
                done = without_rights(path, *words)
                assert done.returncode == 0, (words, done)
        assert path.read_bytes() == before
        expect_whole(path, 3)


def test_a_folder_that_may_not_be_written():
    """No booking, no new inventory, no backup into it; each in words."""
    with inventory() as path:
        with permissions(path.parent, 0o555):
            fail(without_rights(path, *GIVE), DENIED, f"{path} {UNWRITABLE}")
            for words in (["stock", BOX], ["ledger"], ["check"], ["shortages"]):
                done = without_rights(path, *words)
                assert done.returncode == 0, (words, done)
            new = path.with_name("new.db")
            fail(without_rights(new, "init"), DENIED, f"{new} can't be made: Permission denied")
            deep = path.parent / "deep" / "new.db"
            fail(without_rights(deep, "init"), DENIED, f"the folder {deep.parent} can't be made")
        expect_whole(path, 3)
        with tempfile.TemporaryDirectory(prefix="medbox-fault-") as folder:
            with permissions(pathlib.Path(folder), 0o555):
                target = f"{folder}/backup.db"
                fail(without_rights(path, "backup", target), DENIED,
                     f"{target} can't be made: Permission denied")
                fail(without_rights(path, "export", "stock", "-o", f"{folder}/stock.csv"), DENIED,
                     f"{folder}/stock.csv can't be made: Permission denied")
                new = pathlib.Path(folder) / "box.db"
                backup = str(shutil.copy(path, path.with_name("backup.db")))
                fail(without_rights(new, "restore", backup), DENIED,
                     f"{new} can't be made: Permission denied")
                os.chmod(backup, 0)
                fail(without_rights(path, "restore", backup), DENIED,
                     f"{backup} can't be read: Permission denied")
                os.unlink(backup)
        assert sorted(file.name for file in path.parent.iterdir()) == ["box.db"]


def test_a_folder_that_is_not_there():
    """Is missing, whoever asks for it."""
    with inventory() as path:
        nowhere = path.parent / "nowhere"
        for words in (["backup"], ["export", "stock", "-o"]):
            file = f"{nowhere}/x.csv"
            done = command(path, *words, file)
            fail(done, MISSING, f"{file} can't be ")
            assert "No such file or directory" in done.stderr, done
        assert not half_made(path), half_made(path)


def test_a_damaged_backup_is_not_restored():
    """What is said is about the backup, in words; restoring a file onto itself is no restoring."""
    with inventory() as path:
        backup = path.with_name("backup.db")
        shutil.copy(path, backup)
        with open(backup, "r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 3 * 4096)
        done = command(path, "restore", backup)
        fail(done, BROKEN, f"the backup {backup} is damaged and nothing was changed; take another")
        assert "SELECT" not in done.stderr and "medbox restore" not in done.stderr, done
        fail(command(path, "restore", path), REFUSED, f"{path} is the inventory itself")
        link = path.with_name("link.db")
        link.symlink_to(path)
        fail(command(path, "restore", link), REFUSED, f"{link} is the inventory itself")
        assert not half_made(path), half_made(path)
        expect_whole(path, 3)


def test_an_old_file_that_may_not_be_written():
    """Can't be brought up to date; it is said what to do, and that works."""
    with tempfile.TemporaryDirectory(prefix="medbox-fault-") as folder:
        os.chmod(folder, 0o755)
        path = pathlib.Path(folder) / "box.db"
        with contextlib.closing(sqlite3.connect(path)) as db:
            db.executescript((HERE.parent / "upgrade" / "0001.sql").read_text(encoding="utf-8"))
        before = path.read_bytes()
        with permissions(path.parent, 0o555), permissions(path, 0o444):
            for words in (["stock"], ["ledger"], GIVE):
                fail(without_rights(path, *words), DENIED, f"{path} is of an older medbox (format 1")
        assert path.read_bytes() == before
        own = shutil.copy(path, path.with_name("copy.db"))
        succeed(pathlib.Path(own), "stock")


def test_a_damaged_file_names_the_way_out():
    """Which is open: the backup takes its place, and the damaged file is kept."""
    with inventory() as path:
        backup = path.with_name("backup.db")
        succeed(path, "backup", backup)
        with open(path, "r+b") as file:
            file.truncate(3 * 4096)
        fail(command(path, "stock"), BROKEN, f"{path} is damaged: keep it as it is, and restore")
        succeed(path, "restore", backup)
        expect_whole(path, 3)


def test_a_file_that_may_not_be_read():
    """Nor is it taken for something else."""
    with inventory() as path:
        with permissions(path, 0o000):
            for words in (GIVE, ["stock"], ["check"]):
                fail(without_rights(path, *words), DENIED, f"{path} {UNUSABLE}")
        expect_whole(path, 3)


# --------------------------------------------------------------------- libraries that are missing

CORPUS = HERE.parent / "fuzz" / "corpus"


def decode_without(library, picture):
    """What comes of reading a picture where the system lacks a library that is loaded late."""
    return subprocess.run([os.environ["MEDBOX"], "--lang", "en", "decode", str(CORPUS / picture)],
                          env=preloaded(f"without:{library}"), timeout=120, capture_output=True,
                          text=True, check=False, stdin=subprocess.DEVNULL)


def test_without_the_library_for_heic():
    """Such a picture is refused with what to do; others are read."""
    done = decode_without("libheif.so.1", "heif/heic")
    assert done.returncode != 0 and "X1" not in done.stdout, done
    assert "libheif.so.1 is missing" in done.stdout and "Send it as JPEG" in done.stdout, done
    done = decode_without("libheif.so.1", "webp/lossless")
    assert "libheif" not in done.stdout + done.stderr, done
    assert "X1" in decode_without("libnone.so.1", "heif/heic").stdout


def test_without_the_library_for_codes():
    """Nothing is read, and it is said why."""
    fail(decode_without("libzbar.so.0", "heif/heic"), BROKEN, "libzbar.so.0 is missing")


# --------------------------------------------------------------------------------- held by another

WRITERS = [GIVE, TAKE, ["undo", "1"], ["unmet", BOX, "fever"], ["setting", "set", "fill", "8"],
           ["box", "add", "Two", "--in", "Shuyuan"], ["recall", "add", DRUG, "--reason", "notice"],
           ["count", BOX, DRUG, "--units", "7"]]
READERS = [["stock", BOX], ["ledger"], ["check"], ["export", "stock", "-o", "-"], ["box", "list"]]


def test_a_lock_that_is_not_given_back():
    """Who writes waits, then gives up in words; who reads does not wait."""
    with inventory() as path:
        with held(path):
            begin = time.monotonic()
            for words in READERS:
                succeed(path, *words)
            assert time.monotonic() - begin < 8, "a reader waited"
            for done in many([lambda words=words: command(path, *words) for words in WRITERS]):
                fail(done, BUSY, "another program is writing to the inventory; try again in a moment")
            assert time.monotonic() - begin > 5, "nobody waited"
        expect_whole(path, 3)
        assert query(path, "SELECT count(*) FROM setting WHERE key = 'fill'") == [(0,)]
        succeed(path, *GIVE)


def test_a_restore_into_a_locked_inventory():
    """Gives up as others do, and leaves nothing behind; later it goes."""
    with inventory() as path:
        backup = str(path.with_name("backup.db"))
        succeed(path, "backup", backup)
        succeed(path, *GIVE)
        with held(path):
            fail(command(path, "restore", backup), BUSY, "another program is writing")
        assert sorted(file.name for file in path.parent.iterdir()) == ["backup.db", "box.db"]
        expect_whole(path, 4)
        succeed(path, "restore", backup)
        expect_whole(path, 3)


def test_a_lock_that_is_given_back():
    """Who waits gets its turn."""
    with inventory() as path, concurrent.futures.ThreadPoolExecutor(1) as pool:
        with held(path):
            waiting = pool.submit(succeed, path, *GIVE)
            time.sleep(1)
            assert not waiting.done()
        waiting.result(timeout=60)
        expect_whole(path, 4)


if __name__ == "__main__":
    random.seed()
    sys.exit(tap.run([*tap.cases(globals()), *fault_cases(), *restore_cases()]))
