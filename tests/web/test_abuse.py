#!/usr/bin/env python3
"""Load and abuse, against the program itself, signed in as a volunteer and while another volunteer books:
a clear refusal each, the service still up, and no booking lost. MEDBOX names the program."""

import concurrent.futures
import json
import os
import pathlib
import re
import signal
import socket
import struct
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from bomb import chunk, png_of_zeros  # noqa: E402
from person import Person, joined  # noqa: E402
from service import Inventory, OFFICE, says, Service, uuid7  # noqa: E402

INVENTORY = Inventory()
GATE = INVENTORY.boxes["Gate"]
SERVICE = Service(INVENTORY)
WANG = joined(SERVICE, INVENTORY, "volunteer", "Wang", "481920", "Sunny")
LI = joined(SERVICE, INVENTORY, "secretary", "Li", "battery staple 7", "Sunny")
CHIEF = joined(SERVICE, INVENTORY, "office", "Chief", "correct horse 9")


def entry(uid=None, units=1):
    return {"uid": uid or uuid7(), "kind": "donate", "box": GATE, "drug": 1, "units": units,
            "expiry": "2029-06-30", "lot": "A1"}


class Booking(threading.Thread):
    """A volunteer who goes on booking, and remembers what was acknowledged and how long it took."""

    def __init__(self):
        super().__init__(daemon=True)
        self.acknowledged, self.slowest, self.ending = [], 0, False
        self.start()

    def run(self):
        while not self.ending:
            one, began = entry(), time.monotonic()
            answer = WANG.post("bookings", {"entries": [one]})
            self.slowest = max(self.slowest, time.monotonic() - began)
            assert answer.json["verdicts"][0]["verdict"] == "booked", answer.body
            self.acknowledged.append(one["uid"])
            time.sleep(0.02)

    def end(self):
        self.ending = True
        self.join()


OTHER = Booking()


def refused(answer, status, kind, words=""):
    assert answer.status == status, (answer.status, answer.body[:300])
    assert answer.error["kind"] == kind and says(answer.error, words), answer.error


def head_of(method, path, person=WANG, **more):
    """The head of a raw request of somebody, without its end."""
    lines = {**person.headers(method), "Host": "x", "Accept-Language": "en", **more}
    return (f"{method} {path} HTTP/1.1\r\n" +
            "".join(f"{name}: {value}\r\n" for name, value in lines.items())).encode()


def status_of(got):
    return [int(line.split()[1]) for line in got.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]


def connections(n):
    return [socket.create_connection((SERVICE.host, SERVICE.port)) for _ in range(n)]


def served(seconds):
    """How long the slowest answer took to others, for so long."""
    worst, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.monotonic()
        assert LI.get("boxes").status == 200
        worst = max(worst, time.monotonic() - began)
        time.sleep(0.1)
    return worst


# ---------------------------------------------------------------------------------------- slow ones

def files():
    """Files that the service has open, connections too."""
    return len(list(pathlib.Path(f"/proc/{SERVICE.process.pid}/fd").iterdir()))


def cpu_seconds():
    """What the service has worked so far."""
    fields = pathlib.Path(f"/proc/{SERVICE.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def let_go(before, seconds):
    """Waits until the connections that came after a count are gone; how long that took."""
    began = time.monotonic()
    while files() > before + 8:  # others come and go meanwhile
        assert time.monotonic() - began < seconds, (files(), before)
        time.sleep(0.2)
    return time.monotonic() - began


def test_200_that_send_a_body_slowly():
    before, slow, stop = files(), connections(200), threading.Event()
    for one in slow:
        one.sendall(head_of("POST", "/api/1/bookings", **{"Content-Type": "application/json",
                                                         "Content-Length": "5000"}) + b"\r\n")

    def drip():
        while not stop.is_set():
            for one in slow:
                try:
                    one.sendall(b" ")
                except OSError:
                    pass
            time.sleep(0.2)

    thread = threading.Thread(target=drip)
    thread.start()
    worst = served(5)
    took = let_go(before, 40)
    stop.set()
    thread.join()
    tap.remark(f"let go after {5 + took:.0f} s; others waited {worst * 1000:.0f} ms at most")
    for one in slow:
        one.close()


def largest_file():
    """The address of the largest file that pages are made of, and how large it is."""
    page = SERVICE.ask("GET", "/").body.decode()
    paths = set(re.findall(r"/a/[\w.-]+", page))
    for path in list(paths):
        paths |= {f"/a/{name}" for name in re.findall(r"[\w-]+-[0-9A-Z]{8}\.(?:js|wasm)",
                                                     SERVICE.ask("GET", path).body.decode("latin-1"))}
    sizes = {path: len(answer.body) for path in paths if (answer := SERVICE.ask("GET", path)).status == 200}
    return max(sizes.items(), key=lambda item: item[1])


def test_200_that_do_not_read():
    """Each asks for the catalogue and large files again and again and reads nothing of it: what waits for
    it is bounded, and nothing more is made for it."""
    path, size = largest_file()
    before, slow = files(), connections(200)
    ask = (head_of("GET", "/api/1/catalogue") + b"\r\n" + (head_of("GET", path) + b"\r\n") * 4)
    assert 20 * size > 1 << 20, (path, size)  # more than the system keeps for one connection
    for one in slow:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.setblocking(False)
    used = cpu_seconds()
    for _ in range(5):
        for one in slow:
            try:
                one.send(ask)
            except OSError:
                pass
    worst = served(5)
    assert files() > before + 150, (files(), before)  # they wait, with answers that nobody takes
    rested = cpu_seconds()
    took = let_go(before, 60)
    tap.remark(f"{rested - used:.1f} s of work at first, {cpu_seconds() - rested:.1f} s while they waited")
    tap.remark(f"let go after {5 + took:.0f} s; others waited {worst * 1000:.0f} ms at most")
    for one in slow:
        one.close()


def test_more_than_one_address_may_have():
    """A proxy on this machine speaks for many: it is not limited, and all are served."""
    many = connections(600)
    try:
        assert LI.get("boxes").status == 200
        many[-1].sendall(head_of("GET", "/api/1/me") + b"Connection: close\r\n\r\n")
        assert b" 200 " in many[-1].recv(1000)
    finally:
        for one in many:
            one.close()


# ------------------------------------------------------------------------------------------- bodies

def test_bodies_that_are_too_large():
    for path, most in (("bookings", 8 << 20), ("resolve", 1 << 20), ("scan", 17 << 20)):
        kind = "image/jpeg" if path == "scan" else "application/json"
        head = head_of("POST", f"/api/1/{path}", **{"Content-Type": kind})
        got = SERVICE.raw(head + f"Content-Length: {most * 1000}\r\n\r\n".encode())
        assert status_of(got) == [413] and b"at most" in got, (path, got)
        chunked = head + b"Transfer-Encoding: chunked\r\n\r\n"
        got = b""
        with socket.create_connection((SERVICE.host, SERVICE.port), timeout=20) as one:
            one.sendall(chunked)
            sent = 0
            try:
                while sent < 2 * most:  # without saying how much it will be
                    one.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")
                    sent += 65536
                one.sendall(b"0\r\n\r\n")
            except OSError:
                pass
            try:
                got = one.recv(65536)
            except OSError:
                pass
        assert status_of(got) in ([413], []), (path, got[:200])
    assert WANG.get("boxes").status == 200


def test_large_bodies_of_those_who_may_not_send_them():
    """They are turned away before anything of it is kept, however long it would be."""
    for person, path, status in ((Person(SERVICE), "scan", 401), (Person(SERVICE), "bookings", 401),
                                 (WANG, "import/boxes", 403)):
        for more in ({"Content-Length": "100000"}, {"Transfer-Encoding": "chunked"}):
            head = head_of("POST", f"/api/1/{path}", person, **more) + b"\r\n"
            began = time.monotonic()
            got = SERVICE.raw(head, timeout=10)
            assert status_of(got) == [status] and b"Connection: close" in got, (path, more, got[:300])
            assert time.monotonic() - began < 9, (path, more)
    assert WANG.post("bookings", {"entries": [entry()], "dry_run": True}).status == 200


def test_large_bodies_of_many_at_once():
    """Each is allowed, but not all of them at a time: memory has an end. What is small goes on."""
    size = 16 * 1024 * 1024
    head = (f"POST /api/1/import/areas?preview=1 HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\n"
            f"Content-Length: {size}\r\n\r\n").encode()
    open_ones, refused = [], None
    with Service(INVENTORY, role=OFFICE, person=1) as service:
        for _ in range(12):
            one = socket.create_connection((service.host, service.port), timeout=10)
            one.sendall(head + b"a" * 1000)
            open_ones.append(one)
            one.settimeout(0.3)
            try:
                refused = one.recv(65536)
                break
            except TimeoutError:
                pass
        assert refused and b" 503 " in refused and b"Retry-After" in refused, refused
        assert 4 <= len(open_ones) <= 8, len(open_ones)
        assert service.get("/api/1/me").status == 200
        table = b"community\nRiverside\n"
        assert service.ask("POST", "/api/1/import/areas?preview=1", table,
                           {"Content-Type": "text/csv"}).status == 200
        for one in open_ones:
            one.close()
        large = table + b"x\n" * 200_000
        deadline = time.monotonic() + 5
        while (answer := service.ask("POST", "/api/1/import/areas?preview=1", large,
                                     {"Content-Type": "text/csv"})).status == 503:
            assert time.monotonic() < deadline, answer.body
            time.sleep(0.1)
        assert answer.status in (200, 400, 409), answer.body


def test_bodies_that_are_cut_off():
    whole = json.dumps({"entries": [entry(units=7777)]}).encode()
    head = head_of("POST", "/api/1/bookings", **{"Content-Type": "application/json",
                                                "Content-Length": str(len(whole))}) + b"\r\n"
    for length in range(0, len(whole), 9):
        with socket.create_connection((SERVICE.host, SERVICE.port)) as one:
            one.sendall(head + whole[:length])
    time.sleep(0.5)
    assert not any(row["units"] == 7777 for row in LI.get("ledger").json["rows"])


def heard(data, ends=False):
    """What comes back for bytes, and after how many seconds; ends: our side is shut behind them."""
    began = time.monotonic()
    with socket.create_connection((SERVICE.host, SERVICE.port), timeout=10) as one:
        one.sendall(data)
        if ends:
            one.shutdown(socket.SHUT_WR)
        got = one.recv(65536)
    return got, time.monotonic() - began


def test_requests_that_end_in_their_middle():
    body = json.dumps({"entries": [entry()], "dry_run": True}).encode()
    head = head_of("POST", "/api/1/bookings", **{"Content-Type": "application/json",
                                                "Content-Length": str(len(body))}) + b"\r\n"
    for sent in (head + body[:1], head + body[:-1], head, head[:-2], head[:-40], b"GET /"):
        got, seconds = heard(sent, ends=True)
        assert status_of(got) in ([400], []) and seconds < 5, (sent, got, seconds)  # []: closed at once
    assert status_of(heard(head + body, ends=True)[0]) == [200]  # what is whole may end so


def test_addresses_that_are_too_long():
    for path in ("/", f"/B/{GATE}", "/api/1/me"):
        for more in ("?" + "q=1&" * 65, "?" + "&" * 300, "?" + "q=1&" * 300, "?" + "q=1&" * 3000,
                     "?" + "q=1&" * 5000, "?q=" + "a" * 8000, "?q=" + "a" * 15000,
                     "/" + "a" * 8000, "/" + "a" * 15000, "/" + "a" * 40000):
            got, seconds = heard(head_of("GET", path + more) + b"\r\n")
            assert status_of(got) in ([414], [431]) and seconds < 5, (path, more[:9], len(more), got)
        got, _ = heard(head_of("GET", path + "?" + "q=1&" * 60) + b"\r\n")
        assert status_of(got) in ([200], [400]), got


def test_json_that_is_none():
    for text in (b"", b"{", b"}", b"[", b'{"entries":[}', b'{"entries":[]}', b"null", b"7", b'"x"',
                 b'{"entries":[1],"entries":[2]}', b'{"entries":"x"}', b'{"entries":{"a":1}}',
                 b'{"a":1}', b"\xff\xfe{}", b"\xef\xbb\xbf{}", b"{'entries':[]}", b'{"entries":[NaN]}',
                 b"[" * 100_000, b'{"a":' * 10_000, b'{"entries":[1e99999]}',
                 b'{"entries":["\\ud800"]}', b'{"entries":["\\u0000"]}', b"\0" * 1000):
        answer = WANG.ask("POST", "bookings", text, **{"Content-Type": "application/json"})
        if answer.status == 200:  # a list with something in it: each entry has its own verdict
            assert all(one["verdict"] == "invalid" for one in answer.json["verdicts"]), (text, answer.body)
        else:
            refused(answer, 400, "input")


def test_multipart_where_none_is_taken():
    part = (b'--x\r\nContent-Disposition: form-data; name="file"; filename="../../etc/passwd"\r\n'
            b"Content-Type: image/png\r\n\r\n")
    for path, person in (("scan", WANG), ("bookings", WANG), ("import/boxes", CHIEF)):
        for body in (part + b"abc\r\n--x--\r\n", part, b"--x", b"--" + b"x" * 70_000, b"",
                     b"--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\n" * 1000):
            for kind in ("multipart/form-data; boundary=x", "multipart/form-data",
                         "multipart/mixed; boundary=" + "x" * 2000,
                         "application/x-www-form-urlencoded"):
                answer = person.ask("POST", path, body, **{"Content-Type": kind})
                refused(answer, 413 if len(body) > 65536 and path == "x" else 400, "input",
                        "must be sent as")


def test_a_table_that_is_none():
    for body in (b"\0" * 1000, b'"' * 10_000, b"a,b\n" + b'"x' * 1000, b"\xff\xfe\x00",
                 b"," * 100_000, b"name\n" + b"x" * 1_000_000):
        answer = CHIEF.ask("POST", "import/boxes", body, **{"Content-Type": "text/csv"})
        refused(answer, 400, "input")
    refused(WANG.ask("POST", "import/boxes", b"name\nx\n", **{"Content-Type": "text/csv"}), 403,
            "denied")


# --------------------------------------------------------------------------------- paths and methods

def test_every_method_on_every_kind_of_path():
    for path in ("/api/1/boxes", "/api/1/bookings", f"/api/1/box/{GATE}", "/api/1/events", "/", "/desk/"):
        for method in ("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "OPTIONS", "PROPFIND", "X" * 60):
            answer = SERVICE.ask(method, path, headers=WANG.headers(method, {"Accept-Language": "en"}))
            if method == "PATCH" and "/box/" in path:
                continue
            refused(answer, 405, "input", "only")
            assert answer.headers["Allow"], (method, path)


def test_paths_that_climb_out_of_a_route():
    for path in ("/api/1/box/..%2F..%2Fetc%2Fpasswd", "/api/1/export/..%2f..%2fmedbox.db",
                 "/api/1/export/ledger.csv%00.xlsx", "/api/1/import/../boxes", "/api/1/box/%252e%252e",
                 "/a/%2e%2e%2f%2e%2e%2fmedbox.db", "/a/....//....//etc/passwd", "/medbox.db", "/../medbox.db"):
        got = SERVICE.raw(head_of("GET", path, LI) + b"Connection: close\r\n\r\n")
        assert status_of(got)[0] in (400, 404, 405), (path, got[:300])
        assert b"SQLite format" not in got and b"root:" not in got


# ------------------------------------------------------------------------------------------- replays

def test_what_is_sent_again():
    uid = uuid7()
    first = WANG.post("bookings", {"entries": [entry(uid)]}).json["verdicts"][0]
    assert first["verdict"] == "booked"
    with concurrent.futures.ThreadPoolExecutor(16) as threads:
        found = list(threads.map(lambda _: WANG.post("bookings", {"entries": [entry(uid)]}).json[
            "verdicts"][0], range(32)))
    assert {one["verdict"] for one in found} == {"repeated"}, found
    assert {one["lines"][0]["seq"] for one in found} == {first["lines"][0]["seq"]}
    other = WANG.post("bookings", {"entries": [entry(uid, 5)]}).json["verdicts"][0]
    assert other["verdict"] in ("refused", "invalid"), other  # the same id for something else


def test_tokens_of_one_who_left():
    li = Person(SERVICE)
    li.sign_in("li", "battery staple 7")
    cookie, token = li.cookie, li.token
    li.post("sign-out")
    for method, path, body in (("GET", "boxes", None), ("POST", "resolve", {"codes": ["x"]}),
                               ("POST", "plan", {}), ("GET", "events", None)):
        li.cookie, li.token = cookie, token
        refused(li.ask(method, path, body), 401, "denied")
    li.cookie, li.token = cookie, LI.token  # another's form token
    refused(li.post("plan"), 401, "denied")
    mixed = Person(SERVICE)
    mixed.cookie, mixed.token = WANG.cookie, LI.token
    refused(mixed.post("sign-out"), 401, "denied")
    assert LI.get("sessions").status == 200 and WANG.get("sessions").status == 200


# ------------------------------------------------------------------------------------------ pictures

def test_pictures_that_want_to_be_huge():
    began = time.monotonic()
    empty = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(
        ">IIBBBBB", 2 ** 31 - 1, 2 ** 31 - 1, 8, 2, 0, 0, 0)) + chunk(b"IEND", b"")
    bombs = [png_of_zeros(60000, 60000), png_of_zeros(30000, 4000), png_of_zeros(7000, 7000), empty,
             b"P6 99999 99999 255\n" + b"\0" * 1000, b"\xff\xd8" + b"\xff\xe1\xff\xff" * 5000]
    with concurrent.futures.ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda data: WANG.ask("POST", "scan", data,
                                                         **{"Content-Type": "image/png"}), bombs * 2))
    for answer in answers:
        assert answer.status in (200, 400, 429, 503) and answer.json, (answer.status, answer.body[:200])
    rss = next(int(line.split()[1]) for line in pathlib.Path(
        f"/proc/{SERVICE.process.pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    assert rss < 400_000, rss  # kB: nothing of them was unpacked beside the ledger
    tap.remark(f"12 bombs took {time.monotonic() - began:.1f} s, the service had {rss // 1024} MB at most")


def label_of_gate():
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "label.png"
        INVENTORY.run("labels", GATE, "-o", str(out))
        return out.read_bytes()


def children(pid):
    try:
        return [int(child) for child in
                pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


class Striking(threading.Thread):
    """Kills and stops the processes that read pictures, and now and then the one that makes them."""

    def __init__(self):
        super().__init__(daemon=True)
        self.struck, self.ending = 0, False
        self.start()

    def run(self):
        while not self.ending:
            for keeper in children(SERVICE.process.pid):
                for process in children(keeper)[:1] or [keeper][:self.struck % 5 == 4]:
                    self.strike(process, (signal.SIGKILL, signal.SIGSTOP, signal.SIGSEGV)[self.struck % 3])
            time.sleep(0.05)

    def strike(self, process, sign):
        try:
            os.kill(process, sign)
            self.struck += 1
        except ProcessLookupError:
            pass  # it was done already


def test_readers_that_are_killed_and_stopped():
    """Each costs one picture, in words; all others are answered meanwhile."""
    label, black = label_of_gate(), png_of_zeros(20000, 400)
    striking, answers = Striking(), []

    def ask(number):
        answers.append(WANG.ask("POST", "scan", (label, black)[number % 2],
                                **{"Content-Type": "image/png"}))

    with concurrent.futures.ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(ask, number) for number in range(40)]
        worst = served(5)
        for one in asked:
            one.result()
    striking.ending = True
    striking.join()
    lost = [answer for answer in answers if answer.status != 200]
    for answer in lost:
        assert answer.status == 503 and answer.error["kind"] == "busy", (answer.status, answer.body)
        assert "picture" in answer.error["message"], answer.body
    assert lost and striking.struck > 5 and worst < 10, (len(lost), striking.struck, worst)
    for _ in range(3):
        answer = WANG.ask("POST", "scan", label, **{"Content-Type": "image/png"})
        assert answer.status == 200 and answer.json["rows"][0]["box"] == GATE, answer.body
    tap.remark(f"{striking.struck} processes were struck, {len(lost)} of {len(answers)} pictures lost, the "
               f"slowest answer to others took {worst:.2f} s")


# ---------------------------------------------------------------------------------------------- end

def test_nothing_was_lost():
    OTHER.end()
    assert len(OTHER.acknowledged) > 100, len(OTHER.acknowledged)
    with Service(INVENTORY, role=3) as everything:
        rows = everything.get("/api/1/ledger?limit=500").json["rows"]
        before = rows[-1]["seq"]
        while len(more := everything.get(f"/api/1/ledger?limit=500&before={before}").json["rows"]) > 0:
            rows += more
            before = more[-1]["seq"]
    kept = [row["uid"] for row in rows]
    assert len(set(kept)) == len(kept)
    assert set(OTHER.acknowledged) <= set(kept), len(set(OTHER.acknowledged) - set(kept))
    tap.remark(f"{len(OTHER.acknowledged)} bookings meanwhile; the slowest took {OTHER.slowest:.2f} s")
    assert SERVICE.stop() == 0, SERVICE.said
    assert SERVICE.said[1] == "", SERVICE.said
    INVENTORY.check()


if __name__ == "__main__":
    try:
        STATUS = tap.run(tap.cases(globals()))
    finally:
        OTHER.ending = True
        SERVICE.stop()
    sys.exit(STATUS)
