#!/usr/bin/env python3
"""The service as strangers meet it: what is asked wrongly gets a clear refusal and costs no one else
anything. MEDBOX and SERVE_AS name the programs."""

import pathlib
import socket
import ssl
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from service import Inventory, says, Service  # noqa: E402

INVENTORY = Inventory()
SERVICE = Service(INVENTORY)
GATE = f"/api/1/public/box/{INVENTORY.boxes['Gate']}"


def refused(answer, status, kind, words, field=None):
    assert answer.status == status, (answer.status, answer.body)
    assert answer.headers["Content-Type"] == "application/json"
    error = answer.error
    assert error["kind"] == kind and says(error, words) and error["field"] == field, error


def status_of(data):
    """The status of each answer to raw bytes."""
    return [int(line.split()[1]) for line in data.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]


def test_a_box_is_shown_to_anybody():
    answer = SERVICE.get(GATE)
    assert answer.status == 200
    assert answer.json["box"]["name"] == "Gate" and answer.json["box"]["community"] == "Sunny"
    assert answer.json["box"]["code"] == INVENTORY.boxes["Gate"]
    assert {"type": "fever", "age": "adult", "level": "none", "people_days": 0} in \
        answer.json["types"]


def test_a_box_code_may_be_typed_loosely():
    code = INVENTORY.boxes["Gate"]
    loose = f"{code[:3]}-{code[3:]}".lower()
    assert SERVICE.get(f"/api/1/public/box/{loose}").json["box"]["code"] == code


def test_every_answer_says_what_a_browser_may_do():
    for path in (GATE, "/", "/api/1/nothing"):
        headers = SERVICE.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"


def test_head_is_get_without_its_body():
    whole, head = SERVICE.get(GATE), SERVICE.ask("HEAD", GATE)
    assert head.status == 200 and head.body == b""
    assert head.headers["Content-Length"] == str(len(whole.body))


def test_what_has_not_changed_is_not_sent_again():
    first = SERVICE.get(GATE)
    again = SERVICE.ask("GET", GATE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status == 304 and again.body == b""
    assert SERVICE.ask("GET", GATE, headers={"If-None-Match": '"other"'}).status == 200


def test_wrong_methods_are_told_the_right_ones():
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"):
        answer = SERVICE.ask(method, GATE)
        refused(answer, 405, "input", "only GET, HEAD")
        assert answer.headers["Allow"] == "GET, HEAD"
    answer = SERVICE.ask("POST", "/", body={})
    refused(answer, 405, "input", "only GET, HEAD")


def test_what_is_not_there():
    refused(SERVICE.get("/api/1/nothing"), 404, "missing", "there is nothing at /api/1/nothing")
    refused(SERVICE.get("/api/2/public/box/x"), 404, "missing", "there is nothing")
    for path, shown in (("/nothing", "/nothing"), ("/a<b>&", "/a&lt;b&gt;&amp;")):  # who typed it reads a page
        page = SERVICE.get(path, Accept="text/html,*/*;q=0.8")
        assert page.status == 404 and page.headers["Content-Type"].startswith("text/html"), page.headers
        assert f"There is nothing at {shown}." in page.body.decode(), page.body
    refused(SERVICE.get("/nothing.js"), 404, "missing", "there is nothing")
    refused(SERVICE.get("/api/1/public/box/0000000"), 400, "input", "", "code")


def test_fields_are_checked():
    refused(SERVICE.get(GATE + "?colour=red"), 400, "input", "there is no field “colour” here")
    refused(SERVICE.get("/api/1/public/box/ABC"), 400, "input", "", "code")


def test_paths_that_climb():
    for path in ("/../../etc/passwd", "/a/../../etc/passwd", "/a/%2e%2e/%2e%2e/etc/passwd",
                 "/a/..%2f..%2fetc/passwd", "//etc/passwd", "/a/\\..\\..\\etc\\passwd",
                 "/api/1/public/box/..%2f..%2fboxes", "/a/.br", "/index.html/"):
        got = SERVICE.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert status_of(got)[0] in (400, 404), (path, got)
        assert b"root:" not in got


def test_bytes_that_are_no_text():
    for part in ("%00", "%ff%fe", "%zz", "%", "%c0%af"):
        refused(SERVICE.get(f"/api/1/public/box/{part}"), 400, "input", "no text")
    refused(SERVICE.get(GATE + "?a=%00"), 400, "input", "no text")


def test_raw_nonsense():
    for data in (b"\0" * 100, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00",
                 b"GET / HTTP/1.1\r\n\r\n",  # no host
                 b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                 b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                 b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
                 b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                 b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"):
        with socket.create_connection((SERVICE.host, SERVICE.port), timeout=2) as one:
            one.sendall(data)
            one.shutdown(socket.SHUT_WR)
            got = b""
            try:
                while part := one.recv(65536):
                    got += part
            except (ConnectionError, TimeoutError):
                pass
        assert 200 not in status_of(got), (data, got)
        if b"Length" in data:
            assert set(status_of(got)) == {400}, (data, got)
    assert SERVICE.get(GATE).status == 200


def test_a_head_that_is_too_long():
    got = SERVICE.raw(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100_000 + b"\r\n\r\n")
    assert status_of(got) in ([431], [413], [414], []), got[:200]
    got = SERVICE.raw(b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    assert status_of(got) in ([414], [431], []), got[:200]
    assert SERVICE.get(GATE).status == 200


def test_a_body_that_is_too_large_is_refused_unread():
    got = SERVICE.raw(b"POST /api/1/public/box/x HTTP/1.1\r\nHost: x\r\n"
                      b"Content-Length: 9000000000\r\n\r\n")
    assert status_of(got) == [413] and b"too large" not in got or b"bytes" in got, got


def test_a_body_that_is_cut_off_harms_nobody():
    with socket.create_connection((SERVICE.host, SERVICE.port)) as one:
        one.sendall(b"POST /api/1/public/box/x HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{")
    assert SERVICE.get(GATE).status == 200


def test_slow_clients_are_let_go_while_others_are_served():
    slow = [socket.create_connection((SERVICE.host, SERVICE.port)) for _ in range(200)]
    begun = time.monotonic()
    stop = threading.Event()

    def drip():
        left = {one: b"GET / HTTP/1.1\r\nHost: " + b"x" * 4000 for one in slow}
        while left and not stop.is_set():
            for one in list(left):
                try:
                    one.sendall(left[one][:1])
                    left[one] = left[one][1:]
                except OSError:
                    del left[one]
            time.sleep(0.2)
        drip.ended = time.monotonic()

    thread = threading.Thread(target=drip)
    thread.start()
    worst = 0
    while thread.is_alive() and time.monotonic() - begun < 40:
        before = time.monotonic()
        assert SERVICE.get(GATE).status == 200
        worst = max(worst, time.monotonic() - before)
        time.sleep(0.2)
    stop.set()
    thread.join()
    assert drip.ended - begun < 25, drip.ended - begun
    tap.remark(f"200 dripping clients were let go after {drip.ended - begun:.1f} s; "
               f"the slowest of the others waited {worst * 1000:.0f} ms")
    for one in slow:
        one.close()


def test_it_ends_in_good_order():
    with Service(INVENTORY) as other:
        assert other.get(GATE).status == 200
        assert other.stop() == 0
    assert "medbox is at http://127.0.0.1:" not in other.said[1]


def test_a_place_that_is_taken_is_told():
    for where, words in ((f"127.0.0.1:{SERVICE.port}", "another program listens"),
                         ("192.0.2.1:8080", "is not an address of this machine"),
                         ("nonsense", "is no place to listen at"),
                         ("127.0.0.1:99999999", "is no place to listen at")):
        answer = INVENTORY.run("serve", "--listen", where, ok=False)
        assert words in answer["error"]["message"], answer


def test_a_certificate_of_its_own():
    with tempfile.TemporaryDirectory() as folder:
        with Service(INVENTORY, "--tls-self", folder) as secure:
            assert secure.scheme == "https"
            context = ssl.create_default_context(cafile=f"{folder}/medbox-cert.pem")
            with socket.create_connection((secure.host, secure.port)) as plain, \
                    context.wrap_socket(plain, server_hostname="localhost") as one:
                one.sendall(f"GET {GATE} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
                got = b""
                while part := one.recv(65536):
                    got += part
            assert status_of(got) == [200] and b"Strict-Transport-Security" in got
        assert (pathlib.Path(folder) / "medbox-key.pem").stat().st_mode & 0o077 == 0
        first = (pathlib.Path(folder) / "medbox-cert.pem").read_bytes()
        with Service(INVENTORY, "--tls-self", folder):
            pass
        assert (pathlib.Path(folder) / "medbox-cert.pem").read_bytes() == first
        pair = [f"{folder}/medbox-cert.pem", f"{folder}/medbox-key.pem"]
        with Service(INVENTORY, "--tls-cert", pair[0], "--tls-key", pair[1]) as secure:
            assert secure.scheme == "https"
        wrong = INVENTORY.run("serve", "--listen", "127.0.0.1:0", "--tls-cert", pair[1],
                              "--tls-key", pair[0], ok=False)
        assert wrong["error"]["kind"] == "input", wrong
        alone = INVENTORY.run("serve", "--tls-cert", pair[0], ok=False)
        assert "go together" in alone["error"]["message"]


def test_the_languages():
    zh = SERVICE.ask("GET", "/api/1/nothing", headers={"Accept-Language": "fr, zh-CN;q=0.9, en"})
    assert "没有内容" in zh.error["message"]
    assert "没有内容" in SERVICE.ask("GET", "/api/1/nothing",
                                  headers={"Accept-Language": ""}).error["message"]


def test_the_service_stood_through_all_of_it():
    assert SERVICE.get(GATE).status == 200
    assert SERVICE.stop() == 0, SERVICE.said
    assert SERVICE.said[1] == "", SERVICE.said
    INVENTORY.check()


if __name__ == "__main__":
    try:
        STATUS = tap.run(tap.cases(globals()))
    finally:
        SERVICE.stop()
    sys.exit(STATUS)
