"""An example of every route: what is asked, and what a service answers that has something in it."""

import pathlib
import re
import subprocess
import tempfile
import time

from person import Person, code_of
from robot import Robot
from service import Inventory, MEDBOX, OFFICE, Service, uuid7


class World:
    """An inventory in which every question has an answer, and its service."""

    def __init__(self):
        self.inventory = Inventory()
        self.gate, self.hall = self.inventory.boxes["Gate"], self.inventory.boxes["Hall"]
        drugs = self.inventory.run("drug", "list")["rows"]
        self.drug = next(row["id"] for row in drugs if (row["type"], row["age"]) ==
                         ("fever", "adult"))
        run = self.inventory.run
        run("drug", "bind", "6901234567892", str(self.drug), "--units", "12")
        run("donate", "Hall", str(self.drug), "--units", "40", "--expiry", "2029-06-30", "--lot", "A1")
        run("donate", "Hall", str(self.drug), "--units", "9", "--expiry", "2027-03-31", "--lot", "B2")
        run("withdraw", "Hall", str(self.drug), "--units", "2")
        run("recall", "add", str(drugs[3]["id"]), "--lot", "X", "--reason", "an example")
        run("sheet", "add", "Roll 9", "A4 2x5 90x50")
        run("printer", "set", "hp", "--sheet", "Roll 9", "--offset", "1.5,-0.5", "--scale", "100.3,100")
        run("box", "edit", "Hall", "--lat", "31.2", "--lon", "121.4")
        self.service = Service(self.inventory, role=OFFICE, area=0, person=0)
        with tempfile.TemporaryDirectory() as folder:
            label = pathlib.Path(folder) / "label.png"
            subprocess.run([MEDBOX, "--db", self.inventory.db, "labels", self.gate, "-o",
                            str(label)], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            self.label = label.read_bytes()

    def entries(self):
        one = {"box": self.hall, "drug": self.drug, "expiry": "2029-06-30", "lot": "A1"}
        return [{"uid": uuid7(), "kind": "donate", "units": 5, **one},
                {"uid": uuid7(), "kind": "take", "units": 2, **one, "offline": True,
                 "done_at": int(time.time() * 1000)},
                {"uid": uuid7(), "kind": "take", "units": 9999, **one},
                {"uid": "?", "kind": "take"},
                {"uid": uuid7(), "kind": "unmet", "box": self.gate, "type": "cold", "age": "child"},
                {"uid": uuid7(), "kind": "count", "box": self.hall, "complete": False,
                 "lines": [{"drug": self.drug, "units": 40}]}]

    def bodies(self):
        """What is sent: a body, the end of the path, or both; a GET without needed fields needs no row."""
        sunny = self.inventory.areas["Sunny"]
        return {
            ("GET", "/api/1/public/box/{code}"): self.hall,
            ("GET", "/api/1/public/box/{code}/nearest"): f"{self.gate}/nearest?type=fever&age=adult",
            ("GET", "/api/1/public/near"): "?code=" + ("A" if self.hall[0] != "A" else "B") +
                                           self.hall[1:],
            ("GET", "/api/1/box/{code}"): self.hall,
            ("GET", "/api/1/labels/log"): "?code=" + self.gate,
            ("GET", "/api/1/drugs"): "?q=a",
            ("GET", "/api/1/why/{box}/{type}/{age}"): f"{self.hall}/fever/adult",
            ("GET", "/api/1/export/{file}"): "boxes.csv",
            ("POST", "/api/1/public/unmet"): {"uid": uuid7(), "box": self.gate, "type": "fever",
                                              "age": "child"},
            ("POST", "/api/1/bookings"): {"entries": self.entries()},
            ("POST", "/api/1/resolve"): {"codes": ["6901234567892", self.gate, "x",
                                                   "4006381333931"]},
            ("POST", "/api/1/codes"): {"code": "4006381333931", "drug": self.drug, "units": 10},
            ("POST", "/api/1/drugs"): {"name": "An example", "type": "throat", "age": "any",
                                       "form": "lozenge", "unit": "lozenge", "pack_units": 24},
            ("PATCH", "/api/1/drugs/{id}"): (f"{self.drug}", {"maker": "Works"}),
            ("POST", "/api/1/drugs/{drug}/bind"): (f"{self.drug}/bind", {"code": "96385074"}),
            ("POST", "/api/1/scan"): self.label,
            ("POST", "/api/1/area"): {"name": "G3", "kind": "grid", "area": sunny},
            ("PATCH", "/api/1/area/{id}"): (f"{sunny}", {"name": "Sunnier"}),
            ("POST", "/api/1/box"): {"name": "New", "area": sunny},
            ("PATCH", "/api/1/box/{code}"): (self.gate, {"place": "by the gate"}),
            ("PUT", "/api/1/settings"): {"key": "intake.days-left", "value": "60"},
            ("POST", "/api/1/recalls"): {"drug": self.drug, "lot": "Q", "reason": "an example"},
            ("POST", "/api/1/recalls/{id}/lift"): ("1/lift", {}),
            ("POST", "/api/1/cards"): {"kind": "poster"},
            ("POST", "/api/1/labels"): {"reason": "an example"},
            ("POST", "/api/1/labels/preview"): {"boxes": [self.gate]},
            ("POST", "/api/1/import/{what}"): ("areas?preview=1", b"community\nRiverside\n"),
        }

    def ask(self, row, sent):
        path, head = row["path"], {}
        if isinstance(sent, (str, tuple)):
            end, sent = (sent, None) if isinstance(sent, str) else sent
            path = path + end if end.startswith("?") else path[:path.index("{")] + end
        if isinstance(sent, bytes):
            head = {"Content-Type": "image/png" if row["takes"] == "image/" else row["takes"]}
        return self.service.ask(row["method"], path, sent, head)


class Heard(Service):
    """A service of which every answer is remembered by its route."""

    def __init__(self, inventory, rows, *options):
        super().__init__(inventory, *options)
        self.answers = []
        self.routes = [(row["method"], row["path"], re.compile(
            re.sub(r"\\{\w+\\}", "[^/]+", re.escape(row["path"])))) for row in rows]

    def ask(self, method, path, body=None, headers=None, connection=None):
        answer = super().ask(method, path, body, headers, connection)
        for known, route, pattern in self.routes:
            if known == method and pattern.fullmatch(path.partition("?")[0]):
                self.answers.append((method, route, answer))
        return answer


def sign_in_and_out(service, inventory):
    """All that people do at the door, and what is done about them."""
    code = inventory.run("invite", "--role", "office")["code"]
    chief, fang = Person(service), Person(service)
    chief.post("join", {"code": code, "name": "Chief", "secret": "correct horse 9"})
    made = chief.post("invites", {"role": "volunteer"}).json
    fang.post("invited", {"code": made["code"]})
    fang.post("join", {"code": made["code"], "name": "Fang", "secret": "481920"})
    fang.post("secret", {"old": "481920", "new": "739201"})
    other = Person(service)
    other.sign_in("fang", "739201")
    rows = fang.get("sessions").json["rows"]
    fang.post(f"sessions/{next(row['id'] for row in rows if not row['current'])}/end")
    fang.post("sign-out")
    fang.get("me")
    other = chief.post("invites", {"role": "volunteer", "name": "Li"}).json
    chief.post("cards/join", {**{key: other[key] for key in ("code", "url", "expires_at")},
                              "role": "volunteer"})
    chief.get("people")
    chief.post(f"invites/{other['id']}/end")
    person = next(row["id"] for row in chief.get("people").json["rows"] if row["name"] == "Fang")
    chief.ask("PATCH", f"people/{person}", {"name": "Fang 2"})
    chief.post(f"people/{person}/sessions/end")
    chief.post(f"people/{person}/reset")
    chief.get("audit")
    return chief


def plan_and_carry(chief):
    """A plan, and a transfer of it on its way."""
    first, *others = chief.post("plan").json["rows"]
    step = f"transfers/{first['id']}"
    chief.post(f"{step}/change", {"units": first["units"] - 1})
    chief.post(f"{step}/accept")
    chief.get("walks")
    chief.get("carriers")
    going = {"people": [next(row["id"] for row in chief.get("people").json["rows"] if row["name"] == "Chief")]}
    chief.post("walks", {**going, "preview": True})
    chief.post("walks", going)
    chief.get("walks")
    chief.post(f"{step}/carry")
    chief.post(f"{step}/deliver")
    for row in others[:1] or chief.post("plan").json["rows"][:1]:
        chief.post(f"transfers/{row['id']}/cancel")
    chief.get("transfers?all=1")


def tell_a_robot(chief, robot):
    made = chief.post("hooks", {"kind": "wecom", "url": robot.url(), "label": "An example"}).json
    chief.post(f"hooks/{made['id']}/test")
    chief.get("hooks")
    chief.post(f"hooks/{made['id']}/end")


def first_of_all(rows):
    """The first office account of an inventory."""
    inventory = Inventory()
    with Heard(inventory, rows) as service:
        while "/F/" not in (line := service.process.stdout.readline()):
            assert line, "no link"
        Person(service).post("first", {"code": code_of(line), "name": "Chief",
                                       "secret": "correct horse 9"})
        return service.answers


def answers(rows):
    """(method, path, answer) of an example of every route."""
    world = World()
    try:
        bodies = world.bodies()
        for row in rows:
            sent = bodies.get((row["method"], row["path"]))
            plain = row["method"] == "GET" and not any(field["needed"] for field in row["fields"])
            if row["path"] != "/api/1/events" and (sent is not None or plain):
                yield row["method"], row["path"], world.ask(row, sent)
    finally:
        world.service.stop()
    with Robot() as robot, Heard(world.inventory, rows, *robot.options("600")) as service:
        chief = sign_in_and_out(service, world.inventory)
        plan_and_carry(chief)
        tell_a_robot(chief, robot)
        yield from service.answers
    yield from first_of_all(rows)
