#!/usr/bin/env python3
"""Bookings as phones post them: in batches, late, twice, side by side, wrongly."""

import concurrent.futures
import pathlib
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from service import Inventory, NOBODY, Service, VOLUNTEER, uuid7  # noqa: E402

INVENTORY = Inventory()
GATE, HALL, FAR = (INVENTORY.boxes[name] for name in ("Gate", "Hall", "Far"))
SERVICE = Service(INVENTORY, role=VOLUNTEER, area=INVENTORY.areas["Sunny"], person=7)
DRUGS = INVENTORY.run("drug", "list")["rows"]
FIRST = DRUGS[0]["id"]
LATER = "2029-06-30"


def entry(kind, box=GATE, **more):
    return {"uid": uuid7(), "kind": kind, "box": box, **more}


def gift(units=20, **more):
    return entry("donate", **{"drug": FIRST, "units": units, "expiry": LATER, "lot": "A1", **more})


def post(*entries, dry_run=False):
    """The verdicts of a batch."""
    answer = SERVICE.post("/api/1/bookings", {"entries": list(entries), "dry_run": dry_run})
    assert answer.status == 200, (answer.status, answer.body)
    verdicts = answer.json["verdicts"]
    assert [verdict["uid"] for verdict in verdicts] == [one["uid"] for one in entries]
    return verdicts


def booked(one, word="booked"):
    verdict = post(one)[0]
    assert verdict["verdict"] == word, verdict
    return verdict


def total(drug=FIRST, box=GATE):
    return sum(row["units"] for row in INVENTORY.run("stock", box)["rows"] if row["drug"] == drug)


def test_a_gift_and_a_taking():
    before = total()
    verdict = booked(gift(20))
    assert verdict["total"] == before + 20 and verdict["rule"] is None
    assert verdict["lines"][0]["lot"] == "A1" and verdict["lines"][0]["expiry"] == LATER
    assert verdict["lines"][0]["seq"] > 0
    taken = booked(entry("take", drug=FIRST, units=5))
    assert taken["total"] == before + 15 and taken["lines"][0]["lot"] == "A1"
    assert total() == before + 15


def test_told_twice_it_is_booked_once():
    one = gift(7)
    first, again = booked(one), booked(one, "repeated")
    assert first["lines"] == again["lines"] and first["total"] == again["total"]
    assert [verdict["verdict"] for verdict in post(gift(1), one, one)] == \
        ["booked", "repeated", "repeated"]


def test_an_id_of_another_booking_is_refused():
    one = gift(3)
    booked(one)
    verdict = post({**one, "units": 4})[0]
    assert verdict["verdict"] == "refused" and "belongs to another" in verdict["message"]


def test_each_entry_gets_its_own_verdict():
    before = total()
    verdicts = post(
        gift(10),
        gift(10, expiry="2020-01-31"),
        gift(10, drug=99999999),
        gift(units=0),
        gift(10, box="0000000"),
        {"uid": uuid7(), "kind": "donate"},
        {"uid": uuid7(), "kind": "steal"},
        {"uid": "x", "kind": "donate"},
        gift(uid="6f9619ff-8b86-4011-b42d-00cf4fc964ff"),
        gift(10, colour="red"),
        gift(units="ten"),
        entry("take", drug=FIRST, units=999999),
        entry("undo", of=99999999),
        gift(10))
    assert [(verdict["verdict"], verdict["field"]) for verdict in verdicts] == [
        ("booked", None), ("refused", None), ("invalid", None), ("invalid", "units"),
        ("invalid", "box"), ("invalid", "box"), ("invalid", "kind"), ("invalid", "uid"), ("invalid", "uid"),
        ("invalid", None), ("invalid", "units"), ("refused", None), ("invalid", None),
        ("booked", None)], verdicts
    assert verdicts[1]["rule"] == "expired" and verdicts[11]["rule"] == "short"
    assert all(verdict["message"] for verdict in verdicts[1:-1])
    assert total() == before + 20


def test_a_rehearsal_leaves_nothing():
    before, refusals = total(), len(INVENTORY.run("refusals")["rows"])
    verdicts = post(gift(10), entry("take", drug=FIRST, units=before + 10),
                    gift(5, expiry="2020-01-31"), dry_run=True)
    assert [verdict["verdict"] for verdict in verdicts] == ["booked", "booked", "refused"], verdicts
    assert verdicts[1]["total"] == 0, "each entry sees what those before it would have done"
    assert verdicts[0]["lines"][0]["seq"] is None
    assert total() == before and len(INVENTORY.run("refusals")["rows"]) == refusals


def test_a_refusal_is_kept():
    refusals = len(INVENTORY.run("refusals")["rows"])
    post(gift(5, expiry="2020-01-31"))
    assert len(INVENTORY.run("refusals")["rows"]) == refusals + 1


def test_undo():
    before = total()
    verdict = booked(gift(9))
    one = {"uid": uuid7(), "kind": "undo", "of": verdict["lines"][0]["seq"]}
    assert booked(one)["total"] == before
    booked(one, "repeated")
    booked({**one, "uid": uuid7()}, "repeated")  # tapped twice
    other = {"uid": uuid7(), "kind": "undo", "of": booked(one, "repeated")["lines"][0]["seq"]}
    assert post(other)[0]["verdict"] == "refused"  # an undo itself is not undone
    assert total() == before


def test_taken_without_signal_is_accepted():
    before = total()
    online = entry("take", drug=FIRST, units=before + 6)
    assert post(online)[0]["rule"] == "short"
    verdict = booked({**online, "uid": uuid7(), "offline": True,
                      "done_at": int(time.time() * 1000) - 3_600_000})
    assert verdict["total"] == 0 and any("count the box" in text for text in verdict["notices"])
    assert total() == 0
    INVENTORY.check()


def test_a_count():
    booked(gift(20))
    lines = [{"drug": FIRST, "units": 17}]
    verdict = post(entry("count", lines=lines), dry_run=True)[0]
    assert verdict["lines"][0]["units"] == -3 and verdict["lines"][0]["seq"] is None, verdict
    one = entry("count", lines=lines)
    assert booked(one)["lines"][0]["found"] == 17
    assert booked(one, "repeated")
    assert total() == 17
    wrong = post(entry("count", lines=[{"drug": FIRST}]), entry("count"))
    assert [verdict["field"] for verdict in wrong] == ["lines", "lines"], wrong


def test_a_count_comes_again_after_others_took():
    """The answer got lost, and the queue of a phone sends it anew hours later, without a moment too."""
    booked(gift(20))
    there = total()
    for told in (there, there - 4):
        one = entry("count", lines=[{"drug": FIRST, "units": told}], complete=False)
        first = booked(one)
        booked(entry("take", drug=FIRST, units=3))
        left = total()
        again = booked(one, "repeated")
        assert {**again, "verdict": "booked"} == first, (first, again)
        assert total() == left == told - 3, (told, left)
        wrong = post({**one, "lines": [{"drug": FIRST, "units": told - 3}]})[0]
        assert wrong["verdict"] == "refused" and total() == left, wrong
    INVENTORY.check()


def test_came_in_vain():
    one = entry("unmet", type="fever", age="child")
    booked(one)
    booked(one, "repeated")
    assert post(entry("unmet", type="fever"))[0]["field"] == "age"


def test_a_household_has_its_limit():
    booked(gift(200, lot="H1"))
    door = {"household": "5-2-301"}
    booked(entry("take", drug=FIRST, units=DRUGS[0]["pack_units"], **door))
    verdict = post(entry("take", drug=FIRST, units=DRUGS[0]["pack_units"], **door))[0]
    assert verdict["rule"] == "household", verdict


def test_another_area_is_out_of_reach():
    verdict = post(gift(5, box=FAR), entry("unmet", FAR, type="fever", age="child"))
    assert all(one["verdict"] == "refused" and "outside of your area" in one["message"]
               for one in verdict), verdict
    assert total(box=FAR) == 0


def test_who_it_was_is_kept():
    seq = booked(gift(1))["lines"][0]["seq"]
    box = SERVICE.get(f"/api/1/ledger?box={GATE}&limit=1")
    if box.status == 200:
        assert box.json["rows"][0]["seq"] == seq and box.json["rows"][0]["person"] == 7


def test_what_is_no_batch():
    for body, kind, field in (
            ({}, "input", "entries"), ({"entries": []}, "input", "entries"),
            ({"entries": {}}, "input", "entries"), ({"entries": [gift()] * 201}, "input", "entries"),
            ({"entries": [gift()], "more": 1}, "input", None), ([], "input", None),
            ({"entries": [gift()], "dry_run": "yes"}, "input", "dry_run")):
        answer = SERVICE.post("/api/1/bookings", body)
        assert answer.status == 400, answer.body
        assert answer.error["kind"] == kind and answer.error["field"] == field, answer.error
    json = {"Content-Type": "application/json"}
    for text in (b"", b"{", b"null", b"[1,]", b'{"entries":[],"entries":[]}', b"\xff\xfe",
                 b'{"entries":"\xc3\x28"}', b'{"entries":["\\u0000"]}', b"[" * 100_000,
                 b'{"entries":1e999}', b"{\"entries\":[\0]}"):
        answer = SERVICE.ask("POST", "/api/1/bookings", text, json)
        assert answer.status == 400 and answer.error["kind"] == "input", (text[:30], answer.body)
    plain = SERVICE.ask("POST", "/api/1/bookings", "{}", {"Content-Type": "text/plain"})
    assert plain.status == 400 and "Content-Type" in plain.error["message"]
    got = SERVICE.raw(b"POST /api/1/bookings HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n"
                      b"Content-Type: application/json\r\nContent-Length: 600000\r\n\r\n")
    assert b" 413 " in got.split(b"\r\n")[0] and b"too large" in got, got
    parts = b"POST /api/1/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" \
            b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + \
            b"10000\r\n" + b" " * 65536 + b"\r\n"
    got = SERVICE.raw(parts + b"10000\r\n" + b" " * 65536 + b"\r\n" * 1 +
                      (b"10000\r\n" + b" " * 65536 + b"\r\n") * 7 + b"0\r\n\r\n")
    assert b" 413 " in got.split(b"\r\n")[0], got[:100]


def test_many_full_batches_after_each_other():
    before = total(box=HALL)
    for _ in range(8):
        assert {verdict["verdict"] for verdict in post(*(gift(1, box=HALL) for _ in range(200)))} \
            == {"booked"}
    assert total(box=HALL) == before + 1600


def test_nobody_may_not():
    with Service(INVENTORY, role=NOBODY) as other:
        answer = other.post("/api/1/bookings", {"entries": [gift()]})
        assert answer.status == 401 and answer.error["kind"] == "denied"


def test_many_at_once_are_all_booked_once():
    before = total(box=HALL)

    def one(_):
        entries = [gift(1, box=HALL, lot=f"P{_ % 3}") for _ in range(5)]
        return [post(*entries), post(*entries)]

    with concurrent.futures.ThreadPoolExecutor(24) as pool:
        rounds = list(pool.map(one, range(72)))
    for first, again in rounds:
        assert [verdict["verdict"] for verdict in first] == ["booked"] * 5
        assert [verdict["verdict"] for verdict in again] == ["repeated"] * 5
        assert [verdict["lines"] for verdict in first] == [verdict["lines"] for verdict in again]
    assert total(box=HALL) == before + 72 * 5
    seqs = [line["seq"] for first, _ in rounds for verdict in first for line in verdict["lines"]]
    assert len(set(seqs)) == len(seqs)


def test_the_last_pack_goes_to_one():
    booked(entry("count", HALL, lines=[{"drug": FIRST, "units": 1, "expiry": LATER, "lot": "Z"}]))
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        verdicts = list(pool.map(
            lambda _: post(entry("take", HALL, drug=FIRST, units=1))[0]["verdict"], range(8)))
    assert sorted(verdicts) == ["booked"] + ["refused"] * 7, verdicts


def test_beside_the_command_line():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        before = total(box=HALL)
        web = pool.submit(lambda: [booked(gift(1, box=HALL)) for _ in range(30)])
        for _ in range(5):
            INVENTORY.run("donate", HALL, str(FIRST), "--expiry", LATER, "--units", "1")
        web.result()
    assert total(box=HALL) == before + 35


def test_the_ledger_is_whole():
    assert SERVICE.stop() == 0
    assert SERVICE.said[1] == "", SERVICE.said
    INVENTORY.check()


if __name__ == "__main__":
    try:
        STATUS = tap.run(tap.cases(globals()))
    finally:
        SERVICE.stop()
    sys.exit(STATUS)
