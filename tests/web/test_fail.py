#!/usr/bin/env python3
"""That what the service acknowledged is there, and nothing is there twice, when its disk fails, is full,
or the process dies at any moment. tests/fault/faults.c is preloaded to make it so."""

import http.client
import os
import pathlib
import random
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from service import Inventory, Service, VOLUNTEER, uuid7  # noqa: E402

INVENTORY = Inventory()
DRUG = INVENTORY.run("drug", "list")["rows"][0]["id"]
TRIES, BATCHES, EACH = int(os.environ.get("MEDBOX_FAULTS", "5")), 12, 3


class Copy:
    """The same inventory again, for one run."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.db = str(pathlib.Path(self.folder.name) / "medbox.db")
        shutil.copy(INVENTORY.db, self.db)
        self.boxes, self.run = INVENTORY.boxes, None


def batch():
    return [{"uid": uuid7(), "kind": "donate", "box": INVENTORY.boxes["Gate"], "drug": DRUG,
             "units": 1, "expiry": "2029-06-30", "lot": "A1"} for _ in range(EACH)]


def serve(copy, fault=None):
    return Service(copy, role=VOLUNTEER, person=7, env={} if fault is None else {
        "LD_PRELOAD": os.environ["FAULTS"], "MEDBOX_FAULT": fault,
        "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"})


def post(service, entries):
    """The verdicts, or None where it was not acknowledged."""
    try:
        answer = service.post("/api/1/bookings", {"entries": entries})
    except (OSError, http.client.HTTPException):
        return None
    assert answer.status in (200, 503), (answer.status, answer.body)
    return answer.json["verdicts"] if answer.status == 200 else None


def run_with(fault, check):
    """A few batches with a fault, then all of them again without one."""
    copy, batches, known = Copy(), [batch() for _ in range(BATCHES)], []
    try:
        service = serve(copy, fault)
    except AssertionError:
        return  # it failed before it began
    for entries in batches:
        verdicts = post(service, entries)
        if verdicts is not None:
            assert {one["verdict"] for one in verdicts} == {"booked"}, verdicts
            known.append(entries)
    check(service, known)
    service.stop()
    with serve(copy) as again:
        for entries in batches:
            words = [one["verdict"] for one in post(again, entries)]
            assert words == ["repeated"] * EACH if entries in known else \
                words in (["booked"] * EACH, ["repeated"] * EACH), (fault, words)
        last = post(again, batch())
        assert last[-1]["total"] == (BATCHES + 1) * EACH, (fault, last[-1])


def test_a_disk_that_fails_once():
    def check(service, known):
        assert service.process.poll() in (None, 1), service.process.poll()

    for number in random.sample(range(10, 90), TRIES):
        run_with(f"eio:{number}", check)


def test_a_commit_of_which_nobody_knows_ends_the_service():
    ends = []
    for number in range(15, 200, 2):
        copy = Copy()
        try:
            service = serve(copy, f"eio:{number}")
        except AssertionError:
            continue
        answers = [post(service, batch()) for _ in range(4)]
        if None in answers:
            try:
                service.process.wait(5)
            except Exception:  # pylint: disable=broad-except
                pass
            ends.append(service.process.poll())
        service.stop()
        if 1 in ends:
            assert "COMMIT" in service.said[1], service.said
            return
    raise AssertionError(f"no fault met a COMMIT: {ends}")


def test_a_disk_that_is_full():
    def check(service, known):
        assert service.process.poll() is None, "it goes on: what is there can be read"
        assert len(known) < BATCHES
        assert service.get("/api/1/boxes").status == 200

    for number in random.sample(range(30, 70), TRIES):
        run_with(f"full:{number}", lambda service, known: service.process.poll() is None or
                 check(service, known))


def test_a_process_that_is_killed():
    for number in random.sample(range(10, 90), TRIES):
        run_with(f"kill:{number}", lambda service, known: None)


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))
