#!/usr/bin/env python3
"""Who may do what: signing in, guessing, invitations, rights of roles, forged requests. MEDBOX,
SERVE_AS and LIST_ROUTES name the programs."""

import concurrent.futures
import copy
import http.client
import json
import os
import pathlib
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from person import Person, code_of, joined  # noqa: E402
from service import Inventory, says, Service, uuid7  # noqa: E402

NOW = "2026-11-24T10:00:00+08:00"
SOON = "2026-11-24T10:05:00+08:00"
LATER = "2026-11-24T12:00:00+08:00"
CHIEF, LI, WANG = "correct horse 9", "battery staple 7", "481920"
ROLES = ("nobody", "volunteer", "secretary", "office")


class Place:
    """An inventory with its service, an office, a secretary of Sunny and a volunteer of it, all signed
    in. They join once; each place is then a copy of the first."""

    first = None

    def __init__(self):
        if Place.first is None:
            Place.first = self.people_join()
        inventory, content, people = Place.first
        self.inventory = copy.copy(inventory)
        self.inventory.folder = tempfile.TemporaryDirectory()
        self.inventory.db = str(pathlib.Path(self.inventory.folder.name) / "medbox.db")
        pathlib.Path(self.inventory.db).write_bytes(content)
        self.service = Service(self.inventory, env={"MEDBOX_NOW": SOON})
        self.office, self.secretary, self.volunteer = map(copy.copy, people)
        self.nobody = Person(self.service)
        for person in (self.office, self.secretary, self.volunteer):
            person.service = self.service

    @staticmethod
    def people_join():
        """The inventory, the bytes of its file and those who joined."""
        inventory = Inventory()
        with Service(inventory, env={"MEDBOX_NOW": NOW}) as service:
            people = [joined(service, inventory, "office", "Chief", CHIEF),
                      joined(service, inventory, "secretary", "Li", LI, "Sunny"),
                      joined(service, inventory, "volunteer", "Wang", WANG, "Sunny")]
        whole = str(pathlib.Path(inventory.folder.name) / "whole.db")
        inventory.run("backup", whole)
        return inventory, pathlib.Path(whole).read_bytes(), people

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.service.stop()
        self.inventory.check()

    def restart(self, now):
        self.service.stop()
        self.service = Service(self.inventory, env={"MEDBOX_NOW": now})
        for person in (self.office, self.secretary, self.volunteer, self.nobody):
            person.service = self.service


def refused(answer, status, kind, words="", field=None):
    assert answer.status == status, (answer.status, answer.body)
    error = answer.error
    assert error["kind"] == kind and says(error, words), error
    assert field is None or error["field"] == field, error


# -------------------------------------------------------------------------------------- coming in

def first_link(service):
    """The code that it says after its address; not before it has."""
    return code_of("".join(service.process.stdout.readline() for _ in range(3)))


def test_the_first_office_account():
    inventory = Inventory()
    with Service(inventory) as service:
        lost = first_link(service)
    with Service(inventory) as service:
        code = first_link(service)
        person = Person(service)
        refused(person.post("invited", {"code": lost}), 409, "refused", "good no more", "code")
        assert person.post("invited", {"code": code}).json == {
            "role": "office", "area": {"id": 2, "name": "Our district"}, "name": None, "login": None,
            "reset": False, "first": True, "least": 10}
        body = {"code": code, "name": "Chief", "secret": CHIEF}
        refused(person.post("join", body), 409, "refused", "good no more")
        refused(person.post("first", {**body, "secret": "short"}), 400, "input", "at least 10",
                "secret")
        refused(person.post("first", {**body, "secret": "Chief 1987"}), 400, "input", "guessed",
                "secret")
        refused(person.post("first", {"code": code, "secret": CHIEF}), 400, "input", "missing",
                "name")
        assert person.post("first", body).json["person"]["role"] == "office"
        refused(person.post("first", body), 409, "refused", "good no more")
        service.stop()
    with Service(inventory) as service:
        service.stop()
        assert "/F/" not in service.said[0]


def test_signing_in_and_out():
    with Place() as place:
        phone = Person(place.service)
        answer = phone.sign_in(" ＷＡＮＧ ", WANG)
        assert answer.status == 200 and answer.json["person"]["name"] == "Wang", answer.body
        me = phone.get("me").json
        assert me == answer.json and me["token"] == phone.token
        assert me["person"]["area"]["name"] == "Sunny" and me["person"]["role"] == "volunteer"
        assert me["today"] == "2026-11-24" and me["utc_offset"] == 480 and me["lang"] == "en"
        cookie = phone.cookie
        answer = phone.post("sign-out")
        assert answer.json["person"] is None and phone.cookie is None
        phone.cookie = cookie
        assert phone.get("me").json["person"] is None
        refused(phone.get("sessions"), 401, "denied", "sign in")


def test_nothing_tells_which_logins_there_are():
    with Place() as place:
        one, other = Person(place.service), Person(place.service)
        for n in range(8):
            wrong = one.sign_in("Wang", f"wrong {n}")
            made_up = other.sign_in("Zhang", f"wrong {n}")
            assert wrong.status == made_up.status == (401 if n < 5 else 429), (n, wrong.body)
            assert wrong.body == made_up.body
            assert ("Retry-After" in wrong.headers) == ("Retry-After" in made_up.headers)
        place.inventory.run("person", "retire", "Li")
        assert one.sign_in("Li", LI).body == one.sign_in("Nobody", LI).body


def test_guesses_are_slowed_down():
    with Place() as place:
        thief = Person(place.service)
        for n in range(5):
            refused(thief.sign_in("wang", str(100000 + n)), 401, "denied", "wrong")
        answer = thief.sign_in("wang", WANG)  # right, and too early
        refused(answer, 429, "busy", "too many wrong attempts")
        assert 25 <= int(answer.headers["Retry-After"]) <= 30
        assert place.volunteer.get("sessions").status == 200  # who is in stays in
        place.restart(LATER)
        thief = Person(place.service)
        assert thief.sign_in("wang", WANG).status == 200
        refused(thief.sign_in("wang", "1"), 401, "denied")  # the count began anew


def test_a_hundred_guesses_at_once_are_counted_one_by_one():
    with Place() as place:
        people = [Person(place.service) for _ in range(20)]
        with concurrent.futures.ThreadPoolExecutor(20) as threads:
            found = list(threads.map(lambda n: people[n].sign_in("wang", f"{n:06}").status,
                                     range(20)))
        assert found.count(401) == 5 and found.count(429) == 15, found


def test_a_lock_and_its_end():
    with Place() as place:
        hour = 11
        for n in range(50):
            answer = place.nobody.sign_in("wang", f"{n:06}")
            if answer.status == 429:
                place.restart(f"2026-11-{24 + hour // 24:02}T{hour % 24:02}:30:00+08:00")
                hour += 2
                answer = place.nobody.sign_in("wang", f"{n:06}")
            refused(answer, 401, "denied")
        refused(place.nobody.sign_in("wang", WANG), 429, "busy", "locked")
        place.office.sign_in("chief", CHIEF)
        people = {row["name"]: row for row in place.office.get("people").json["rows"]}
        assert people["Wang"]["state"] == "locked" and people["Li"]["state"] == "active"
        acts = [row for row in place.office.get("audit").json["rows"] if row["act"] == "lock"]
        assert len(acts) == 1 and acts[0]["person"]["name"] == "Wang", acts
        waits = [row for row in place.office.get("audit").json["rows"] if row["act"] == "guess"]
        assert len(waits) == 45 and waits[0]["what"] == "wang", waits
        row = place.office.ask("PATCH", f"people/{people['Wang']['id']}", {"unlock": True}).json
        assert row["state"] == "active", row
        assert place.nobody.sign_in("wang", WANG).status == 200


def test_one_address_that_knocks_too_often():
    with Place() as place:
        found = [place.nobody.post("invited", {"code": "0000-0000-0000-0000"}).status
                 for _ in range(40)]
        assert found[0] == 409 and found[-1] == 429, found
        refused(place.nobody.sign_in("wang", WANG), 429, "busy")
        assert place.volunteer.get("sessions").status == 200
        elsewhere = Person(place.service)
        assert elsewhere.post("sign-in", {"login": "wang", "secret": WANG},
                              **{"X-Forwarded-For": "203.0.113.9"}).status == 200


# ------------------------------------------------------------------------------------- the cookie

def flags(answer):
    line, = answer.headers.get_all("Set-Cookie")
    return {part.strip().split("=")[0].lower(): part.strip().partition("=")[2]
            for part in line.split(";")[1:]}


def test_the_cookie_is_shut_in():
    with Place() as place:
        found = flags(place.nobody.sign_in("wang", WANG))
        assert "httponly" in found and found["samesite"] == "Lax" and found["path"] == "/"
        assert "secure" not in found and int(found["max-age"]) > 0
        assert "domain" not in found
        answer = Person(place.service).post("sign-in", {"login": "wang", "secret": WANG},
                                            **{"X-Forwarded-For": "203.0.113.9",
                                               "X-Forwarded-Proto": "https"})
        assert "secure" in flags(answer)
        assert flags(place.nobody.post("sign-out"))["max-age"] == "0"


def test_a_session_can_not_be_planted():
    """A cookie that a thief put into the browser before is worth nothing after the sign-in."""
    with Place() as place:
        planted = "ab" * 32
        victim, thief = Person(place.service), Person(place.service)
        victim.cookie = thief.cookie = planted
        assert victim.sign_in("wang", WANG).status == 200
        assert victim.cookie != planted and thief.get("me").json["person"] is None
        own = Person(place.service)  # the thief's own session, planted
        own.sign_in("li", LI)
        victim.cookie, victim.token = own.cookie, None
        assert victim.sign_in("wang", WANG).json["person"]["name"] == "Wang"
        assert own.get("me").json["person"] is None


def test_what_is_no_cookie():
    with Place() as place:
        for cookie in ("", "x", "0" * 63, "0" * 64, "g" * 64, "0" * 65, "A" * 64, "é" * 32):
            person = Person(place.service)
            person.cookie = cookie.encode("utf-8").decode("latin-1")
            answer = person.get("me")
            assert answer.status == 200 and answer.json["person"] is None, cookie


def test_forged_requests_are_refused():
    with Place() as place:
        other = Person(place.service)
        other.sign_in("li", LI)
        for token in (None, "", "0" * 64, other.token, place.volunteer.token[:-1],
                      place.volunteer.token.upper(), place.volunteer.cookie):
            forged = Person(place.service)
            forged.cookie, forged.token = place.volunteer.cookie, token
            refused(forged.post("sign-out"), 401, "denied", "load it again")
            refused(forged.post("secret", {"old": WANG, "new": "192837"}), 401, "denied")
        assert place.volunteer.get("sessions").status == 200
        form = place.service.ask("POST", "/api/1/sign-out", "a=b", place.volunteer.headers(
            "POST", {"Content-Type": "application/x-www-form-urlencoded"}))
        refused(form, 400, "input", "application/json")


# ----------------------------------------------------------------------------------------- devices

def test_a_session_that_is_ended_in_the_middle():
    with Place() as place:
        lost = Person(place.service, "Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120")
        lost.sign_in("wang", WANG)
        rows = place.volunteer.get("sessions").json["rows"]
        assert [row["current"] for row in rows].count(True) == 1 and len(rows) == 2
        there, = (row for row in rows if not row["current"])
        assert there["device"] == "Edge, Windows", there
        refused(place.secretary.post(f"sessions/{there['id']}/end"), 404, "missing")
        assert lost.get("sessions").status == 200
        assert place.volunteer.post(f"sessions/{there['id']}/end").json == {"ended": True}
        refused(lost.get("sessions"), 401, "denied", "sign in")
        refused(lost.post("sign-out"), 401, "denied", "sign in")
        refused(place.volunteer.post(f"sessions/{there['id']}/end"), 404, "missing")
        assert place.volunteer.get("sessions").status == 200


def test_a_session_that_ends_while_a_booking_waits_for_its_turn():
    """Another program holds the file, ends the session, and only then lets the booking through."""
    with Place() as place, concurrent.futures.ThreadPoolExecutor(1) as threads:
        entry = {"uid": uuid7(), "kind": "donate", "box": place.inventory.boxes["Gate"],
                 "drug": place.inventory.drugs[0], "units": 5, "expiry": "2027-06-30"}
        other = sqlite3.connect(place.inventory.db, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        booking = threads.submit(place.volunteer.post, "bookings", {"entries": [entry]})
        time.sleep(0.5)
        assert not booking.done()
        other.execute("DELETE FROM visit WHERE person ="
                      " (SELECT id FROM person WHERE name = 'Wang')")
        other.execute("COMMIT")
        other.close()
        refused(booking.result(), 401, "denied", "sign in")
        assert place.inventory.run("ledger")["rows"] == []


def test_a_desk_that_listens_is_told_that_its_session_ended():
    with Place() as place:
        one = http.client.HTTPConnection(place.service.host, place.service.port, timeout=30)
        one.request("GET", "/api/1/events", headers=place.volunteer.headers("GET"))
        stream = one.getresponse()
        assert stream.status == 200
        place.secretary.post(f"people/{place.volunteer.me['person']['id']}/sessions/end")
        said = stream.read().decode()  # to the end, which it has now
        one.close()
        assert "event: session\n" in said, said
        refused(place.nobody.get("events"), 401, "denied", "sign in")


def test_a_desk_whose_person_the_terminal_retires():
    with Place() as place:
        one = http.client.HTTPConnection(place.service.host, place.service.port, timeout=10)
        one.request("GET", "/api/1/events", headers=place.volunteer.headers("GET"))
        stream = one.getresponse()
        place.inventory.run("person", "retire", "Wang")
        assert "event: session\n" in stream.read().decode()
        one.close()


def test_whoever_looks_after_people_ends_their_sessions():
    with Place() as place:
        wang = place.volunteer.me["person"]["id"]
        chief = place.office.me["person"]["id"]
        refused(place.secretary.post(f"people/{chief}/sessions/end"), 403, "denied", "higher role")
        assert place.secretary.post(f"people/{wang}/sessions/end").status == 200
        refused(place.volunteer.get("sessions"), 401, "denied")
        place.volunteer.sign_in("wang", WANG)
        place.secretary.ask("PATCH", f"people/{wang}", {"state": "left"})
        refused(place.volunteer.get("sessions"), 401, "denied")
        refused(place.nobody.sign_in("wang", WANG), 401, "denied")
        place.secretary.ask("PATCH", f"people/{wang}", {"state": "active"})
        assert place.nobody.sign_in("wang", WANG).status == 200


def test_a_role_that_is_taken_away_is_gone_at_once():
    with Place() as place:
        li = place.secretary.me["person"]["id"]
        assert place.secretary.get("people").status == 200
        answer = place.office.ask("PATCH", f"people/{li}", {"role": "volunteer"})
        assert answer.json["role"] == "volunteer", answer.body
        refused(place.secretary.get("people"), 403, "denied")
        assert place.secretary.get("sessions").status == 200


def test_a_new_secret_ends_the_other_devices():
    with Place() as place:
        other = Person(place.service)
        other.sign_in("wang", WANG)
        phone, before = place.volunteer, place.volunteer.cookie
        refused(phone.post("secret", {"old": "000001", "new": "192837"}), 403, "denied", "wrong")
        refused(phone.post("secret", {"old": WANG, "new": "123456"}), 400, "input", "guessed",
                "new")
        refused(phone.post("secret", {"old": WANG, "new": "1234"}), 400, "input", "at least 6",
                "new")
        assert phone.post("secret", {"old": WANG, "new": "192837"}).status == 200
        assert phone.cookie != before and phone.get("sessions").status == 200
        refused(other.get("sessions"), 401, "denied")
        refused(place.nobody.sign_in("wang", WANG), 401, "denied")
        assert place.nobody.sign_in("wang", "192837").status == 200
        for _ in range(5):
            refused(phone.post("secret", {"old": "000001", "new": "564738"}), 403, "denied")
        refused(phone.post("secret", {"old": "192837", "new": "564738"}), 429, "busy")


# ------------------------------------------------------------------------------------- invitations

def test_a_volunteer_joins_by_a_card():
    with Place() as place:
        made = place.secretary.post("invites", {"role": "volunteer", "name": "王芳"}).json
        assert made["url"].endswith("/J/" + made["code"].replace("-", "")), made
        listed, = place.secretary.get("people").json["invites"]
        assert listed["ends_at"] == made["expires_at"] == listed["made_at"] + 7 * 86400000
        asked = place.nobody.post("invited", {"code": made["code"].lower()}).json
        assert asked["role"] == "volunteer" and asked["area"]["name"] == "Sunny"
        assert asked["name"] == "王芳" and asked["least"] == 6 and not asked["reset"]
        body = {"code": made["code"], "secret": "739201"}
        assert place.nobody.post("join", body).json["person"]["name"] == "王芳"
        refused(Person(place.service).post("join", body), 409, "refused", "good no more", "code")
        refused(Person(place.service).post("join", {**body, "name": "Thief"}), 409, "refused")
        assert Person(place.service).sign_in("王 芳", "739201").status == 200


def test_an_invitation_is_used_once_however_many_come_at_once():
    with Place() as place:
        code = place.secretary.post("invites", {"role": "volunteer"}).json["code"]

        def one(n):
            return Person(place.service).post("join", {"code": code, "name": f"N{n}",
                                                       "secret": f"7392{n:02}"}).status
        with concurrent.futures.ThreadPoolExecutor(8) as threads:
            found = sorted(threads.map(one, range(8)))
        assert found == [200] + 7 * [409], found


def test_invitations_run_out_and_are_taken_back():
    with Place() as place:
        first = place.secretary.post("invites", {"role": "volunteer", "days": 1}).json
        second = place.secretary.post("invites", {"role": "volunteer"}).json
        listed = [row["id"] for row in place.secretary.get("people").json["invites"]]
        assert sorted(listed) == sorted([first["id"], second["id"]]), listed
        refused(place.volunteer.post(f"invites/{second['id']}/end"), 403, "denied")
        assert place.secretary.post(f"invites/{second['id']}/end").status == 200
        refused(place.secretary.post(f"invites/{second['id']}/end"), 404, "missing")
        refused(place.nobody.post("invited", {"code": second["code"]}), 409, "refused")
        assert place.nobody.post("invited", {"code": first["code"]}).status == 200
        place.restart("2026-11-25T11:00:00+08:00")
        refused(place.nobody.post("invited", {"code": first["code"]}), 409, "refused")


def test_who_may_invite_whom():
    with Place() as place:
        other = place.inventory.areas["Other"]
        for person, body, words in (
                (place.secretary, {"role": "secretary"}, "higher role"),
                (place.secretary, {"role": "office"}, "higher role"),
                (place.secretary, {"role": "volunteer", "area": other}, "Other"),
                (place.secretary, {"role": "volunteer", "area": 1}, "not in your area"),
                (place.office, {"role": "office"}, "higher role"),
                (place.volunteer, {"role": "volunteer"}, "not yours to do")):
            refused(person.post("invites", body), 403, "denied", words)
        assert place.office.post("invites", {"role": "secretary", "area": other}).status == 200
        refused(place.office.post("invites", {"role": "keeper"}), 400, "input", "", "role")
        refused(place.office.post("invites", {"role": "volunteer", "days": 91}), 400, "input", "",
                "days")


def test_a_name_that_is_taken():
    with Place() as place:
        code = place.secretary.post("invites", {"role": "volunteer"}).json["code"]
        body = {"code": code, "name": "WANG", "secret": "739201"}
        refused(place.nobody.post("join", body), 409, "refused", "already", "name")
        refused(place.nobody.post("join", {**body, "login": "li"}), 409, "refused", "already",
                "login")
        assert place.nobody.post("join", {**body, "login": "wang 2"}).json["person"]["login"] == \
            "wang2"


def test_a_forgotten_secret():
    with Place() as place:
        wang = place.volunteer.me["person"]["id"]
        made = place.secretary.post(f"people/{wang}/reset").json
        refused(place.volunteer.get("sessions"), 401, "denied")  # a lost phone is out at once
        asked = place.nobody.post("invited", {"code": made["code"]}).json
        assert asked["reset"] and asked["login"] == "wang" and asked["name"] == "Wang"
        refused(place.nobody.post("join", {"code": made["code"], "secret": "121212"}), 400, "input",
                "guessed", "secret")
        answer = place.nobody.post("join", {"code": made["code"], "secret": "739201"})
        assert answer.json["person"]["id"] == wang, answer.body
        refused(Person(place.service).sign_in("wang", WANG), 401, "denied")
        assert Person(place.service).sign_in("wang", "739201").status == 200
        refused(place.secretary.post(f"people/{place.office.me['person']['id']}/reset"), 403,
                "denied")
        chief = place.inventory.run("person", "reset", "Chief")  # nobody is above an office
        assert place.nobody.post("join", {"code": chief["code"], "secret": LI}).json["person"][
            "name"] == "Chief"


# --------------------------------------------------------------------------------------- the rights

ROUTES = json.loads(subprocess.run([os.environ["LIST_ROUTES"]], stdout=subprocess.PIPE, check=True,
                                   text=True).stdout)


def value(field, boxes):
    """Something that the field's check lets through."""
    return {"text": "x" * max(field["low"], 1), "number": max(field["low"], 1), "flag": True,
            "day": "2028-03-31", "uuid": uuid7(), "box": boxes["Gate"], "type": "fever",
            "age": "adult", "word": (field["words"] or [None])[0], "object": {},
            "list": max(field["low"], 0) * [{} if field["of"] else "x"]}[field["kind"]]


def call(person, route, boxes):
    """Asks with as little as is needed."""
    path, body = route["path"].removeprefix("/api/1/"), {}
    query = []
    for field in route["fields"]:
        mark = "{" + field["name"] + "}"
        if mark in path:
            path = path.replace(mark, str(value(field, boxes)))
        elif field["needed"] and (route["method"] == "GET" or route["takes"]):
            query.append(f"{field['name']}={value(field, boxes)}")
        elif field["needed"]:
            body[field["name"]] = value(field, boxes)
    path += ("?" + "&".join(query)) if query else ""
    if route["method"] == "GET":
        return person.get(path)
    if route["takes"]:
        return person.ask(route["method"], path, b"x", **{"Content-Type": route["takes"] + (
            "x" if route["takes"].endswith("/") else "")})
    return person.ask(route["method"], path, body)


def test_each_role_is_refused_what_is_above_it():
    """The whole table, by each role: below the least one, the same refusal and nothing happens."""
    with Place() as place:
        people = [place.nobody, place.volunteer, place.secretary, place.office]
        walked = 0
        for route in ROUTES:
            for role in range(route["least"]):
                answer = call(people[role], route, place.inventory.boxes)
                refused(answer, 403 if role else 401, "denied",
                        "not yours to do" if role else "sign in first")
                walked += 1
        assert walked >= 3 * sum(route["least"] > 0 for route in ROUTES) / 2, walked
        people = place.office.get("people").json
        assert len(people["rows"]) == 3 and not people["invites"], people
        tap.remark(f"{walked} refusals of {len(ROUTES)} routes")


def test_what_changes_something_is_written_down():
    """Each route of a secretary or an office that is no question is an act of the audit log."""
    missing = [f"{route['method']} {route['path']}" for route in ROUTES
               if route["least"] >= 2 and route["method"] != "GET" and not route["act"]]
    assert not missing, missing


def test_areas_hold():
    with Place() as place:
        far = joined(place.service, place.inventory, "volunteer", "Zhao", "837465", "Other")
        zhao = far.me["person"]["id"]
        assert "Zhao" not in [row["name"] for row in place.secretary.get("people").json["rows"]]
        for path, body in ((f"people/{zhao}", {"name": "x"}), (f"people/{zhao}", {"unlock": True}),
                           (f"people/{zhao}", {"state": "left"})):
            refused(place.secretary.ask("PATCH", path, body), 403, "denied", "Other")
        refused(place.secretary.post(f"people/{zhao}/reset"), 403, "denied", "Other")
        wang = place.volunteer.me["person"]["id"]
        refused(place.secretary.ask("PATCH", f"people/{wang}", {
            "area": place.inventory.areas["Other"]}), 403, "denied", "Other")
        refused(place.secretary.ask("PATCH", f"people/{wang}", {"role": "secretary"}), 403,
                "denied", "higher role")
        refused(place.secretary.get(f"audit?area={place.inventory.areas['Other']}"), 403, "denied")
        refused(place.secretary.ask("PATCH", "people/999", {"name": "x"}), 404, "missing")


def test_the_log_says_who_did_what():
    with Place() as place:
        made = place.secretary.post("invites", {"role": "volunteer"}).json
        wang = place.volunteer.me["person"]["id"]
        place.secretary.ask("PATCH", f"people/{wang}", {"name": "Wang Fang"})
        place.secretary.post(f"people/{wang}/sessions/end")
        place.nobody.sign_in("wang", WANG)
        rows = place.secretary.get("audit?limit=5").json["rows"]
        assert [(row["act"], row["person"]["name"]) for row in rows] == [
            ("sign_in", "Wang Fang"), ("visit_end", "Li"), ("person_edit", "Li"),
            ("invite", "Li"), ("join", "Wang Fang")], rows
        assert (rows[2]["what"], rows[2]["detail"]) == ("Wang", "name: Wang Fang"), rows
        assert rows[3]["detail"] == "volunteer", rows
        own = place.secretary.ask("GET", "audit?limit=5", None, **{"Accept-Language": "zh"})
        assert [row["detail"] for row in own.json["rows"]][2:4] == ["名称：Wang Fang", "志愿者"], own.body
        older = place.secretary.get(f"audit?before={rows[-1]['id']}").json["rows"]
        assert all(row["id"] < rows[-1]["id"] for row in older)
        text = place.office.get("audit?limit=1000").body.decode()
        for secret in (made["code"], made["code"].replace("-", ""), WANG, LI, CHIEF, "argon2"):
            assert secret not in text
        assert "invitation" in text and place.office.get("audit").json["rows"][0]["act"] == "sign_in"


def test_no_secret_is_in_the_file():
    with Place() as place:
        made = place.secretary.post("invites", {"role": "volunteer"}).json
        cookies = [place.office.cookie, place.volunteer.cookie]
    content = b"".join(path.read_bytes()
                       for path in pathlib.Path(place.inventory.folder.name).glob("medbox.db*"))
    assert b"$argon2id$" in content
    for secret in (WANG, LI, CHIEF, made["code"].replace("-", ""), *cookies):
        assert secret.encode() not in content and bytes(secret, "utf-8").hex().encode() not in content
    for cookie in cookies:
        assert bytes.fromhex(cookie) not in content


# ------------------------------------------------------------------------------------- under load

def test_bookings_do_not_wait_for_those_who_sign_in():
    with Place() as place:
        code = place.inventory.boxes["Gate"]
        with concurrent.futures.ThreadPoolExecutor(12) as threads:
            knocks = [threads.submit(Person(place.service).sign_in, f"nobody {n}", "x" * 12)
                      for n in range(12)]
            answers = [place.volunteer.get("sessions").status for _ in range(5)]
            answers += [place.service.get(f"/api/1/public/box/{code}").status for _ in range(5)]
            waiting = sum(not knock.done() for knock in knocks)
        assert answers == 10 * [200] and waiting > 0, (answers, waiting)
        assert {knock.result().status for knock in knocks} <= {401, 429}


def test_https_makes_the_cookie_secure():
    with Place() as place, tempfile.TemporaryDirectory() as folder:
        place.service.stop()
        place.service = Service(place.inventory, "--tls-self", folder)
        one = http.client.HTTPSConnection(place.service.host, place.service.port, timeout=30,
                                          context=ssl._create_unverified_context())
        answer = place.service.ask("POST", "/api/1/sign-in", {"login": "wang", "secret": WANG},
                                   connection=one)
        one.close()
        assert answer.status == 200 and "secure" in flags(answer), answer.body


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))
