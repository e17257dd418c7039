#!/usr/bin/env python3
"""Live updates: what is booked anywhere shows on every open desk of the area within a second."""

import http.client
import json
import pathlib
import socket
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from person import joined  # noqa: E402
from service import Inventory, NOBODY, OFFICE, Service, VOLUNTEER, uuid7  # noqa: E402

INVENTORY = Inventory()
GATE, HALL, FAR = (INVENTORY.boxes[name] for name in ("Gate", "Hall", "Far"))
DRUG = INVENTORY.run("drug", "list")["rows"][0]["id"]
SERVICE = Service(INVENTORY, role=OFFICE, area=0, person=1)


class Desk:
    """One that listens; what it heard stands in events as (event, id, data, moment)."""

    def __init__(self, service=SERVICE, last=None):
        self.connection = http.client.HTTPConnection(service.host, service.port, timeout=60)
        self.connection.request("GET", "/api/1/events",
                                headers={"Last-Event-ID": str(last)} if last is not None else {})
        self.answer = self.connection.getresponse()
        assert self.answer.status == 200, self.answer.read()
        assert self.answer.headers["Content-Type"] == "text/event-stream"
        self.events, self.ended = [], False
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self):
        event, number = None, None
        try:
            while line := self.answer.readline().decode():
                word, _, text = line.rstrip("\n").partition(": ")
                if word == "event":
                    event = text
                elif word == "id":
                    number = int(text)
                elif word == "data":
                    self.events.append((event, number, json.loads(text), time.monotonic()))
        except (OSError, http.client.HTTPException, ValueError):
            pass
        self.ended = True

    def wait(self, wanted, seconds=5):
        """The first event that wanted(event, data) takes."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for event, number, data, moment in self.events:
                if wanted(event, data):
                    return number, data, moment
            time.sleep(0.01)
        raise AssertionError(f"not heard; the last of {len(self.events)}: {self.events[-1:]}")

    def close(self):
        self.connection.sock and self.connection.sock.shutdown(socket.SHUT_RDWR)


def give(box=GATE, units=1, service=SERVICE):
    verdict = service.post("/api/1/bookings", {"entries": [
        {"uid": uuid7(), "kind": "donate", "box": box, "drug": DRUG, "units": units,
         "expiry": "2029-06-30", "lot": "A1"}]}).json["verdicts"][0]
    assert verdict["verdict"] == "booked", verdict
    return verdict["lines"][0]["seq"]


def is_seq(seq):
    return lambda event, data: event == "booking" and data["seq"] == seq


def test_a_booking_shows_on_every_desk_within_a_second():
    desks = [Desk() for _ in range(30)]
    time.sleep(0.3)
    begun = time.monotonic()
    seq = give(units=7)
    heard = [desk.wait(is_seq(seq)) for desk in desks]
    worst = max(moment for _, _, moment in heard) - begun
    assert worst < 1, worst
    assert all(number == seq and data["units"] == 7 and data["box"] == GATE
               for number, data, _ in heard)
    tap.remark(f"30 desks heard of it after {worst * 1000:.0f} ms at most")
    for desk in desks:
        desk.close()


def test_what_another_program_books_shows_too():
    desk = Desk()
    time.sleep(0.3)
    INVENTORY.run("donate", "Hall", str(DRUG), "--units", "3", "--expiry", "2029-06-30")
    _, data, _ = desk.wait(lambda event, data: event == "booking" and data["box"] == HALL, 2)
    assert data["kind"] == "donate"
    desk.close()


def test_what_another_program_changes_shows_too():
    """Acts of the terminal, while the service runs: each is told as the same act by the web is."""
    drug = str(DRUG)
    for words, event in (
            (("box", "edit", "Hall", "--place", "by the door"), "box"),
            (("area", "edit", "Sunny/G1", "--name", "G1"), "box"),
            (("drug", "edit", drug, "--maker", "Works"), "catalogue"),
            (("drug", "bind", "6901234567892", drug), "catalogue"),
            (("drug", "unbind", "6901234567892"), "catalogue"),
            (("setting", "set", "intake.days-left", "45"), "catalogue"),
            (("recall", "add", drug, "--lot", "Z", "--reason", "an example"), "catalogue"),
            (("donate", "Gate", drug, "--units", "400", "--expiry", "2030-01-31"), "booking"),
            (("plan", "--propose"), "transfer")):
        desk = Desk()
        time.sleep(0.3)
        INVENTORY.run(*words)
        desk.wait(lambda found, _: found == event, 2)  # pylint: disable=cell-var-from-loop
        desk.close()
    number = str(INVENTORY.run("transfer", "list")["rows"][0]["id"])
    for step in ("accept", "carry", "deliver"):
        desk = Desk()
        time.sleep(0.3)
        INVENTORY.run("transfer", step, number)
        desk.wait(lambda found, _: found == "transfer", 2)
        desk.close()
    desk = Desk()
    time.sleep(0.3)
    INVENTORY.run("box", "list")  # who only looks changes nothing
    time.sleep(0.5)
    assert [event for event, *_ in desk.events] == ["hello"], desk.events
    desk.close()


def test_a_clock_that_is_set_holds_at_once():
    """For every connection that was open before, whoever sets it."""
    def days():
        return {SERVICE.get("/api/1/me").json["today"] for _ in range(6)}

    threads = [threading.Thread(target=days) for _ in range(8)]  # several readers
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    now = time.time()
    for minutes in (840, -720, 480):
        day = time.strftime("%Y-%m-%d", time.gmtime(now + minutes * 60))
        INVENTORY.run("setting", "set", "--", "utc-offset", str(minutes))
        time.sleep(0.3)
        assert days() == {day}, (minutes, days())
        assert SERVICE.get("/api/1/me").json["utc_offset"] == minutes
    for minutes in (840, -720, 480):
        day = time.strftime("%Y-%m-%d", time.gmtime(now + minutes * 60))
        answer = SERVICE.ask("PUT", "/api/1/settings", {"key": "utc-offset", "value": str(minutes)})
        assert answer.status == 200 and days() == {day}, (minutes, answer.body)
        give()
        assert INVENTORY.run("check") is not None


def test_one_that_comes_back_hears_what_it_missed():
    first = give()
    missed = [give() for _ in range(5)]
    desk = Desk(last=first)
    for seq in missed:
        desk.wait(is_seq(seq))
    later = give()
    desk.wait(is_seq(later))
    heard = [data["seq"] for event, _, data, _ in desk.events if event == "booking"]
    assert heard == [*missed, later], heard
    desk.close()


def test_a_bad_number_is_as_good_as_none():
    for last in ("x", "-1", "99999999999999999999"):
        desk = Desk(last=last)
        desk.wait(lambda event, data: event == "hello")
        desk.close()


def test_only_what_lies_in_my_area():
    with Service(INVENTORY, role=VOLUNTEER, area=INVENTORY.areas["Sunny"], person=2) as sunny:
        desk = Desk(sunny)
        time.sleep(0.3)
        INVENTORY.run("donate", "Far", str(DRUG), "--units", "3", "--expiry", "2029-06-30")
        seq = give(HALL, service=sunny)
        desk.wait(is_seq(seq))
        assert all(data["box"] != FAR for event, _, data, _ in desk.events if event == "booking")
        desk.close()


def test_a_change_of_the_catalogue_shows():
    desk = Desk()
    time.sleep(0.2)
    body = {"name": "Something new", "type": "throat", "age": "any", "form": "lozenge",
            "unit": "lozenge", "pack_units": 24}
    assert SERVICE.post("/api/1/drugs", body).status == 200
    desk.wait(lambda event, data: event == "catalogue", 2)
    desk.close()


def test_nobody_hears_nothing():
    with Service(INVENTORY, role=NOBODY) as other:
        assert other.get("/api/1/events").status == 401


def test_one_that_does_not_read_holds_nobody_up():
    slow = []
    for _ in range(5):
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.connect((SERVICE.host, SERVICE.port))
        one.sendall(b"GET /api/1/events HTTP/1.1\r\nHost: x\r\n\r\n")
        slow.append(one)
    desk = Desk()
    time.sleep(0.2)
    for _ in range(8):
        SERVICE.post("/api/1/bookings", {"entries": [
            {"uid": uuid7(), "kind": "donate", "box": GATE, "drug": DRUG, "units": 1,
             "expiry": "2029-06-30", "lot": "A1"} for _ in range(200)]})
    time.sleep(0.5)  # so many at once are told as one reload
    begun = time.monotonic()
    desk.wait(is_seq(give()), 10)
    tap.remark(f"after 1600 bookings the next was heard after "
               f"{(time.monotonic() - begun) * 1000:.0f} ms")
    for one in slow:
        one.close()
    desk.close()


def sockets():
    """How many the service holds."""
    folder = pathlib.Path(f"/proc/{SERVICE.process.pid}/fd")
    return sum(1 for one in folder.iterdir() if str(one.readlink()).startswith("socket:"))


def test_one_that_hung_up_is_let_go_at_once():
    deadline = time.monotonic() + 30
    while (before := sockets()) > 1 and time.monotonic() < deadline:
        time.sleep(0.1)  # those of the tests before
    desks = [Desk() for _ in range(20)]
    for desk in desks:
        desk.wait(lambda event, data: event == "hello")
    assert sockets() == before + 20, (before, sockets())
    stays = desks.pop()
    for desk in desks:
        desk.connection.sock.shutdown(socket.SHUT_RDWR)
    deadline = time.monotonic() + 6  # far from the 20 s between two signs of life
    while sockets() > before + 1 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert sockets() == before + 1, (before, sockets())
    stays.wait(is_seq(give()))
    stays.close()


def test_many_are_cheap():
    def memory():
        text = pathlib.Path(f"/proc/{SERVICE.process.pid}/status").read_text()
        return int(text.split("VmRSS:")[1].split()[0])

    before = memory()
    desks = []
    for _ in range(300):
        one = socket.create_connection((SERVICE.host, SERVICE.port))
        one.sendall(b"GET /api/1/events HTTP/1.1\r\nHost: x\r\n\r\n")
        desks.append(one)
    for one in desks:
        assert one.recv(20).startswith(b"HTTP/1.1 200")
    tap.remark(f"300 desks take {(memory() - before) / 300:.0f} KiB each")
    give()
    for one in desks:
        one.close()
    assert SERVICE.get("/api/1/boxes").status == 200


def test_it_ends_in_good_order_with_desks_open():
    desks = [Desk() for _ in range(10)]
    begun = time.monotonic()
    assert SERVICE.stop() == 0
    assert time.monotonic() - begun < 5
    assert SERVICE.said[1] == "", SERVICE.said
    for desk in desks:
        desk.thread.join(5)
        assert desk.ended
    INVENTORY.check()


def test_listening_while_sessions_are_looked_at():
    """Many come and go while it is asked again and again who may still listen: no reader's connection is
    left behind by it."""
    inventory = Inventory()
    with Service(inventory) as service:
        wang = joined(service, inventory, "volunteer", "Wang", "481920", "Sunny")
        li = joined(service, inventory, "secretary", "Li", "battery staple 7", "Sunny")
        number = next(row["id"] for row in li.get("people").json["rows"] if row["name"] == "Wang")
        for _ in range(150):  # so that who comes has something to catch up with
            entry = {"uid": uuid7(), "kind": "donate", "box": inventory.boxes["Gate"], "drug": DRUG,
                     "units": 1, "expiry": "2029-06-30", "lot": "A"}
            assert wang.post("bookings", {"entries": [entry]}).status == 200
        end, statuses = time.monotonic() + 6, []

        def come_and_go():
            while time.monotonic() < end:
                one = http.client.HTTPConnection(service.host, service.port, timeout=30)
                one.request("GET", "/api/1/events", headers={**wang.headers("GET"), "Last-Event-ID": "1"})
                statuses.append(one.getresponse().status)
                one.close()

        threads = [threading.Thread(target=come_and_go) for _ in range(24)]
        for thread in threads:
            thread.start()
        while time.monotonic() < end:
            assert li.ask("PATCH", f"people/{number}", {"name": f"Wang {len(statuses)}"}).status == 200
            time.sleep(0.1)
        for thread in threads:
            thread.join()
        assert len(statuses) > 24 and set(statuses) == {200}, statuses[:10]
        files = [file.resolve().name for file in pathlib.Path(f"/proc/{service.process.pid}/fd").iterdir()]
        tap.remark(f"{len(statuses)} came and went; {files.count('medbox.db')} connections to the inventory")
        assert files.count("medbox.db") <= 12, files.count("medbox.db")


if __name__ == "__main__":
    try:
        STATUS = tap.run(tap.cases(globals()))
    finally:
        SERVICE.stop()
    sys.exit(STATUS)
