"""A service under test: started on a fresh inventory, asked over real sockets, ended by SIGTERM."""

import http.client
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import uuid

MEDBOX = os.environ["MEDBOX"]
SERVE_AS = os.environ["SERVE_AS"]
NOBODY, VOLUNTEER, SECRETARY, OFFICE = range(4)
TERMINAL = re.compile(rb"[\x9c(]medbox [a-z]")  # “medbox count” or (medbox count): nothing for a browser


def uuid7(n=None):
    """A UUID as clients make them; n makes it the same each time."""
    random = os.urandom(10) if n is None else n.to_bytes(10, "big")
    return str(uuid.UUID(bytes=(1_790_000_000_000).to_bytes(6, "big") + bytes([0x70 | random[0] & 15])
                         + random[1:2] + bytes([0x80 | random[2] & 0x3f]) + random[3:]))


def says(error, words):
    """Whether the message of an error has words in it, be they its first, which begin as a sentence does; or
    the words are the field that it is about, which the message calls by its name for people."""
    message = error["message"]
    assert not message[:1].islower(), error
    return words == error.get("field") or words in message or words in message[:1].lower() + message[1:]


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def error(self):
        return self.json["error"]


class Inventory:
    """A folder with an inventory of one community, two grids with a box each, and one box elsewhere."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.db = str(pathlib.Path(self.folder.name) / "medbox.db")
        self.run("init")
        self.run("area", "add", "Sunny", "--kind", "community")
        for grid in ("G1", "G2"):
            self.run("area", "add", grid, "--kind", "grid", "--in", "Sunny")
        self.run("area", "add", "Other", "--kind", "community")
        self.areas = {row["name"]: row["id"] for row in self.run("area", "list")["rows"]}
        self.boxes = {}
        for name, area in (("Gate", "Sunny/G1"), ("Hall", "Sunny/G2"), ("Far", "Other")):
            self.run("box", "add", name, "--in", area, "--phone", "555 0100")
        for row in self.run("box", "list")["rows"]:
            self.boxes[row["name"]] = row["code"]
        self.drugs = [row["drug"] if "drug" in row else row["id"]
                      for row in self.run("drug", "list")["rows"]]

    def run(self, *words, ok=True):
        done = subprocess.run([MEDBOX, "--db", self.db, "--lang", "en", "--json", *words],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert not ok or done.returncode == 0, (words, done.stdout, done.stderr)
        return json.loads(done.stdout)

    def check(self):
        """That the ledger is whole and stock follows from it."""
        self.run("check")


class Service:
    def __init__(self, inventory, *options, role=None, area=0, person=0, env=None):
        if role is None:
            command = [MEDBOX, "--db", inventory.db, "--lang", "en", "serve", "--listen",
                       "127.0.0.1:0", *options]
        else:
            command = [SERVE_AS, inventory.db, str(role), str(area), str(person)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        text=True, env={**os.environ, **(env or {})})
        line = self.process.stdout.readline()
        found = re.search(r"(https?)://([0-9.]+):(\d+)", line)
        assert found, (line, self.process.stderr.read() if self.process.poll() is not None else "")
        self.scheme, self.host, self.port = found[1], found[2], int(found[3])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=60)
        self.said = out, err
        return self.process.returncode

    def ask(self, method, path, body=None, headers=None, connection=None):
        one = connection or http.client.HTTPConnection(self.host, self.port, timeout=30)
        headers = {"Accept-Language": "en", **(headers or {})}
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
            headers.setdefault("Content-Type", "application/json")
        one.request(method, path, body, headers)
        got = one.getresponse()
        answer = Answer(got.status, got.headers, got.read())
        assert b"medbox" not in answer.body or not TERMINAL.search(answer.body), answer.body
        if connection is None:
            one.close()
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, headers=headers)

    def post(self, path, body, **headers):
        return self.ask("POST", path, body, headers)

    def raw(self, data, timeout=30):
        """What comes back for bytes, until the other end closes or says nothing for a while."""
        with socket.create_connection((self.host, self.port), timeout=timeout) as one:
            got = b""
            try:
                one.sendall(data)
                while part := one.recv(65536):
                    got += part
            except (TimeoutError, ConnectionError):
                pass
            return got
