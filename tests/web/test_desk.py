#!/usr/bin/env python3
"""What a secretary reads and looks after, over HTTP: each route's answer, and what is refused. MEDBOX and
SERVE_AS name the programs."""

import base64
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from person import joined  # noqa: E402
from service import Inventory, NOBODY, OFFICE, says, SECRETARY, Service, uuid7, VOLUNTEER  # noqa: E402

INVENTORY = Inventory()
GATE, HALL, FAR = (INVENTORY.boxes[name] for name in ("Gate", "Hall", "Far"))
SUNNY, OTHER = INVENTORY.areas["Sunny"], INVENTORY.areas["Other"]
for box, units in ((GATE, "120"), (HALL, "40")):
    INVENTORY.run("donate", box, "1", "--units", units, "--expiry", "2030-01-31", "--lot", "A1")
    INVENTORY.run("withdraw", box, "1", "--units", "7")
INVENTORY.run("donate", FAR, "1", "--units", "30", "--expiry", "2030-01-31")
SERVICE = Service(INVENTORY, role=SECRETARY, area=SUNNY, person=1)
WHOLE = Service(INVENTORY, role=OFFICE, person=2)
DOOR = Service(INVENTORY)  # for who is not signed in


def rows(path, service=SERVICE):
    answer = service.get(path)
    assert answer.status == 200, (path, answer.status, answer.body)
    return answer.json["rows"]


def refused(answer, status, kind, words):
    assert answer.status == status, (answer.status, answer.body)
    assert answer.error["kind"] == kind and says(answer.error, words), answer.error


def test_the_overview_is_of_ones_own_area():
    answer = SERVICE.get("/api/1/overview").json
    assert {row["box"] for row in answer["shortages"]} <= {GATE, HALL}
    assert answer["shortages"][0]["critical"] and answer["shortages"][0]["sentence"]
    assert answer["shortages"][0]["level"] == "empty"
    assert sum(answer["counts"].values()) == len(answer["shortages"])
    assert {row["box"] for row in answer["last"]} == {GATE, HALL}
    assert answer["last"][0]["units"] == -7 and answer["last"][0]["kind"] == "take"
    assert answer["overdue"] == [] and answer["expiring"] == []
    everywhere = WHOLE.get("/api/1/overview").json
    for told in (answer, everywhere):
        assert all(told["counts"][name] == len(told[name]) for name in ("expiring", "overdue")), told["counts"]
    assert FAR in {row["box"] for row in everywhere["last"]}


def test_the_board_has_a_row_for_each_box():
    board = rows("/api/1/board")
    assert [row["name"] for row in board] == ["Gate", "Hall"]
    assert board[0]["community"] == "Sunny" and board[0]["grid"] == "G1"
    fever = [cell for cell in board[0]["cells"] if (cell["type"], cell["age"]) == ("fever", "adult")]
    assert len(fever) == 1 and fever[0]["level"] in ("ok", "yellow", "orange", "red", "empty")


def test_why_says_the_arithmetic():
    answer = SERVICE.get(f"/api/1/why/{GATE}/cold/adult").json
    assert answer["sentence"] and len(answer["arithmetic"]) > 2 and answer["level"] == "empty"
    refused(SERVICE.get(f"/api/1/why/{FAR}/cold/adult"), 403, "denied", "area")
    refused(SERVICE.get(f"/api/1/why/{GATE}/magic/adult"), 400, "input", "words")
    refused(SERVICE.get(f"/api/1/why/{GATE}/topical/child"), 404, "missing", "this kind")


def test_the_ledger_page_by_page():
    first = rows("/api/1/ledger?limit=3")
    assert len(first) <= 3 and [row["seq"] for row in first] == sorted(
        (row["seq"] for row in first), reverse=True)
    rest = rows(f"/api/1/ledger?limit=500&before={first[-1]['seq']}")
    assert {row["seq"] for row in first}.isdisjoint(row["seq"] for row in rest)
    assert {row["box"] for row in rows(f"/api/1/ledger?box={HALL}")} == {HALL}
    refused(SERVICE.get(f"/api/1/ledger?box={FAR}"), 403, "denied", "area")
    refused(SERVICE.get("/api/1/ledger?limit=0"), 400, "input", "limit")


def test_charts_by_day():
    answer = SERVICE.get("/api/1/charts?days=7").json
    assert len(answer["days"]) == 7
    taken = [sum(series["taken"]) for series in answer["series"]]
    assert len(taken) == 1 and taken[0] > 0
    assert answer["series"][0]["donated"][-1] > answer["series"][0]["taken"][-1] > 0
    # There were no days before this one, by which it would be many.
    assert answer["series"][0]["surge"] == [False] * 7, answer["series"]
    refused(SERVICE.get(f"/api/1/charts?area={OTHER}"), 403, "denied", "area")
    refused(SERVICE.get("/api/1/charts?days=9999"), 400, "input", "days")


def test_what_expires():
    assert rows("/api/1/expiring?within=10") == []
    soon = rows("/api/1/expiring?within=3650")
    assert {row["box"] for row in soon} == {GATE, HALL} and soon[0]["expiry"] == "2030-01-31"
    assert soon[0]["lot"] == "A1" and soon[0]["days"] > 0 and not soon[0]["recalled"]


def one_form_two_people(code):
    """What somebody else changed meanwhile is not written over; what they left alone can be changed."""
    path = f"/api/1/box/{code}"
    def patch(**body):
        return SERVICE.ask("PATCH", path, body)
    assert patch(place="by the pond", lat=31, lon=114.5).status == 200
    assert patch(place="by the gate", seen={"place": "by the pond"}).status == 200
    refused(patch(place="by the wall", seen={"place": "by the pond"}), 409, "refused", "meanwhile")
    assert patch(phone="555", lat=30, seen={"phone": None, "lat": 31}).status == 200
    assert patch(phone=None, lat=None, lon=None, seen={"phone": "555", "lat": 30}).status == 200
    row, = (row for row in rows("/api/1/boxes") if row["code"] == code.replace("-", ""))
    assert row["place"] == "by the gate", row
    refused(SERVICE.ask("PATCH", "/api/1/drugs/1", {"maker": "X", "seen": {"maker": "Y"}}), 409,
            "refused", "meanwhile")
    for setting in rows("/api/1/settings"):  # what is shown is what is seen
        if setting["box"] is None and setting["ours"] and not setting["above"]:
            body = {"key": setting["key"], "value": setting["value"], **(
                {"area": setting["area"]} if setting["area"] else {})}
            answer = SERVICE.ask("PUT", "/api/1/settings", {**body, "seen": setting["value"] + "0"})
            refused(answer, 409, "refused", "meanwhile")
            answer = SERVICE.ask("PUT", "/api/1/settings", {**body, "seen": setting["value"]})
            assert "meanwhile" not in answer.body.decode(), (setting, answer.body)
            if setting["area"] is None:
                SERVICE.ask("PUT", "/api/1/settings", {"key": setting["key"]})


def test_a_box_is_added_changed_and_retired():
    added = SERVICE.post("/api/1/box", {"name": "Pool", "area": SUNNY, "lat": 31.23041, "lon": 121,
                                        "residents": 80, "vulnerable": 9})
    assert added.status == 200, added.body
    code = added.json["box"]["code"]
    assert added.json["box"]["lat"] == 31.23041 and added.json["box"]["lon"] == 121
    changed = SERVICE.ask("PATCH", f"/api/1/box/{code}", {"place": "by the door"})
    assert changed.json["box"]["place"] == "by the door" and changed.json["box"]["name"] == "Pool"
    refused(SERVICE.ask("PATCH", f"/api/1/box/{code}", {"area": OTHER}), 403, "denied", "area")
    full = {"phone": "555 0101", "residents": 90, "vulnerable": 7, "capacity": 60, "count_days": 9}
    assert SERVICE.ask("PATCH", f"/api/1/box/{code}", full).status == 200
    before = INVENTORY.run("box", "show", code)
    cleared = SERVICE.ask("PATCH", f"/api/1/box/{code}", {"lat": None, "lon": None})
    assert cleared.json["box"]["lat"] is None and cleared.json["box"]["lon"] is None, cleared.body
    refused(SERVICE.ask("PATCH", f"/api/1/box/{code}", {"lat": 31.2}), 400, "input", "")
    cleared = SERVICE.ask("PATCH", f"/api/1/box/{code}",
                          {name: None for name in ("place", *full)}).json["box"]
    after = INVENTORY.run("box", "show", code)
    assert (after["place"], after["phone"]) == (None, None), after
    assert (after["residents"], after["vulnerable"], after["capacity"]) == (0, 0, 0), after
    assert (before["count_days"], after["count_days"]) == (9, 30), (before, after)
    assert SERVICE.ask("PATCH", f"/api/1/box/{code}", {"name": None}).json["box"]["name"] == "Pool"
    refused(SERVICE.ask("PATCH", f"/api/1/box/{FAR}", {"place": "x"}), 403, "denied", "area")
    one_form_two_people(code)
    refused(SERVICE.ask("PATCH", f"/api/1/box/{code}", {"lat": 91}), 400, "input", "lat")
    refused(SERVICE.ask("PATCH", f"/api/1/box/{GATE}", {"retire": True}), 409, "refused", "")
    assert SERVICE.ask("PATCH", f"/api/1/box/{code}", {"retire": True}).json["box"]["state"] == \
        "retired"
    refused(SERVICE.post("/api/1/box", {"name": "x", "area": OTHER}), 403, "denied", "area")
    refused(SERVICE.post("/api/1/box", {"name": "Gate", "area": INVENTORY.areas["G1"]}), 409,
            "refused", "Gate")


def test_areas():
    assert [row["name"] for row in rows("/api/1/areas")] == ["Sunny", "G1", "G2"]
    made = SERVICE.post("/api/1/area", {"name": "G3", "kind": "grid", "area": SUNNY})
    assert made.status == 200, made.body
    number = made.json["area"]["id"]
    assert SERVICE.ask("PATCH", f"/api/1/area/{number}", {"name": "G4"}).json["area"]["name"] == "G4"
    refused(SERVICE.post("/api/1/area", {"name": "G4", "kind": "grid", "area": SUNNY}), 409,
            "refused", "G4")
    refused(SERVICE.post("/api/1/area", {"name": "x", "kind": "city", "area": SUNNY}), 400,
            "input", "kind")
    refused(SERVICE.ask("PATCH", f"/api/1/area/{OTHER}", {"name": "x"}), 403, "denied", "area")


def test_settings_of_ones_own_area():
    assert SERVICE.ask("PUT", "/api/1/settings",
                       {"key": "intake.days-left", "value": "120"}).status == 200
    mine = [row for row in rows("/api/1/settings") if row["key"] == "intake.days-left"]
    assert [(row["value"], row["area"]) for row in mine] == [("90", None), ("120", SUNNY)]
    far = Service(INVENTORY, role=SECRETARY, area=OTHER, person=3)
    assert [row["value"] for row in rows("/api/1/settings", far)
            if row["key"] == "intake.days-left"] == ["90"]
    far.stop()
    assert SERVICE.ask("PUT", "/api/1/settings", {"key": "intake.days-left"}).status == 200
    refused(SERVICE.ask("PUT", "/api/1/settings", {"key": "intake.days-left", "value": "many"}),
            400, "input", "days that must be left")
    refused(SERVICE.ask("PUT", "/api/1/settings", {"key": "intake.days", "value": "9"}), 400,
            "input", "days that must be left")
    refused(SERVICE.ask("PUT", "/api/1/settings",
                        {"key": "minimum", "value": "9", "box": FAR}), 403, "denied", "area")


def test_refusals_call_settings_by_what_they_mean():
    for key, value, name in (("intake.days-left", "many", "days that must be left until expiry"),
                             ("minimum.fever.child", "-1", "person-days of fever medicine below"),
                             ("minimum", "9.5", "person-days below which a box is short")):
        answer = SERVICE.ask("PUT", "/api/1/settings", {"key": key, "value": value})
        assert answer.status == 400 and answer.error["message"].startswith(f"“{name}"), answer.body
        assert key not in answer.error["message"], answer.body
    card = SERVICE.post("/api/1/cards", {"kind": "service"})
    assert card.status == 404 and "contact." not in card.error["message"], card.body
    assert "“the community's phone”" in card.error["message"], card.body


def test_settings_of_above_are_shown_and_whose_they_are():
    community = next(row for row in rows("/api/1/areas") if row["id"] == SUNNY)
    district = next(row for row in INVENTORY.run("area", "list")["rows"]
                    if row["id"] == community["parent"])
    INVENTORY.run("setting", "set", "take.household-days", "9", "--area", district["name"])
    INVENTORY.run("setting", "set", "take.household-days", "5", "--area", "Sunny")
    INVENTORY.run("setting", "set", "contact.pharmacy-phone", "555 0199", "--area",
                  district["name"])
    grid = Service(INVENTORY, role=SECRETARY, area=INVENTORY.areas["G1"], person=4)
    try:
        for service, key, wanted in (
                (SERVICE, "contact.pharmacy-phone", [("", None), ("555 0199", district["name"])]),
                (grid, "contact.pharmacy-phone", [("", None), ("555 0199", district["name"])]),
                (SERVICE, "take.household-days", [("9", district["name"]), ("5", None)]),
                (grid, "take.household-days", [("5", "Sunny")])):  # the nearest above alone
            found = [row for row in rows("/api/1/settings", service) if row["key"] == key]
            assert [(row["value"], row["above"]) for row in found][-len(wanted):] == wanted, found
        ours = {row["key"]: row["ours"] for row in rows("/api/1/settings")}
        assert ours["take.household-days"] and not ours["utc-offset"], ours
        assert {row["key"]: row["ours"] for row in rows("/api/1/settings", WHOLE)}["utc-offset"]
        refused(SERVICE.ask("PUT", "/api/1/settings", {"key": "take.household-days", "value": "3",
                                                       "area": district["id"]}), 403, "denied", "area")
    finally:
        grid.stop()
        for key, area in (("take.household-days", district["name"]), ("take.household-days", "Sunny"),
                          ("contact.pharmacy-phone", district["name"])):
            INVENTORY.run("setting", "unset", key, "--area", area)


def test_a_recall_and_its_end():
    made = SERVICE.post("/api/1/recalls", {"drug": 1, "lot": "A1", "reason": "glass found"})
    assert made.status == 200 and not made.json["repeated"]
    number = made.json["id"]
    assert rows("/api/1/recalls")[0]["lot"] == "A1"
    assert all(row["recalled"] for row in rows("/api/1/expiring?within=3650"))
    refused(SERVICE.post(f"/api/1/recalls/{number}/lift", {}), 403, "denied", "not yours")
    assert WHOLE.post(f"/api/1/recalls/{number}/lift", {}).status == 200
    refused(WHOLE.post(f"/api/1/recalls/{number}/lift", {}), 409, "refused", "lifted")
    refused(SERVICE.post("/api/1/recalls", {"drug": 999999, "reason": "x"}), 404, "missing", "")


def test_tables_in_and_out():
    csv = SERVICE.get("/api/1/export/boxes.csv")
    assert csv.headers["Content-Type"].startswith("text/csv")
    assert "medbox-" in csv.headers["Content-Disposition"]
    text = csv.body.decode("utf-8-sig")
    assert "Gate" in text and "Far" not in text
    assert "Far" in WHOLE.get("/api/1/export/stock.csv").body.decode("utf-8-sig")
    book = zipfile.ZipFile(io.BytesIO(SERVICE.get("/api/1/export/ledger.xlsx").body))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet and "<autoFilter" in sheet
    assert "yyyy-mm-dd" in book.read("xl/styles.xml").decode()
    words = book.read("xl/sharedStrings.xml").decode()
    assert "Use by" in words and "Far" not in words and GATE in words
    chinese = zipfile.ZipFile(io.BytesIO(SERVICE.ask(
        "GET", "/api/1/export/ledger.xlsx", headers={"Accept-Language": "zh"}).body))
    words = chinese.read("xl/sharedStrings.xml").decode()
    assert "有效期" in words and "捐入" in words and "donate" not in words
    other = chinese.read("xl/worksheets/sheet1.xml").decode()
    assert other.count('t="s"') == sheet.count('t="s"')  # numbers, days and moments are none
    csv = SERVICE.ask("GET", "/api/1/export/boxes.csv", headers={"Accept-Language": "zh"}).body
    assert csv.decode("utf-8-sig").startswith("社区,网格,楼栋,药箱,"), csv
    refused(SERVICE.get("/api/1/export/secrets.csv"), 400, "input", "words")


def test_an_import_is_looked_at_before_it_is_taken():
    good = "community,box,residents\nSunny,New,12\n"
    bad = "community,box,residents\nSunny,Newer,many\n"
    csv = {"Content-Type": "text/csv"}

    def bring(text, preview, service=WHOLE):
        return service.ask("POST", f"/api/1/import/boxes{'?preview=1' if preview else ''}", text, csv)

    seen = bring(good, True).json
    assert seen["added"] == 1 and not seen["taken"] and seen["errors"] == []
    assert bring(bad, True).json["errors"]
    refused(bring(bad, False), 400, "input", "line 2")
    assert bring(good, False).json["taken"]
    assert bring(good, False).json["unchanged"] == 1
    refused(bring(good, False, SERVICE), 403, "denied", "area")
    other = "community,box,residents,place\nSunny,New,15,by the door\n"
    assert bring(good, True).json["changes"] == []
    assert bring(other, True).json["changes"] == ["boxes line 2: New: place: nothing → by the door; residents: 12 → 15"]
    assert "workbook" in bring("PK\x03\x04\0\0", True).json["errors"][0]
    slip = "community,grid,box\nSunnny,G9,Newest\n"  # a slip makes a community, and says so before
    for preview in (True, False):
        told = bring(slip, preview).json
        assert (told["communities"], told["areas"]) == (["Sunnny"], 2), told
    assert bring(slip, True).json["communities"] == []


def test_residents_are_told_what_the_desk_is():
    """A box that has more than its minimum, but from which much is asked: short at the desk, so it is here."""
    asked = SERVICE.post("/api/1/box", {"name": "Asked", "area": SUNNY, "residents": 400}).json["box"]["code"]
    INVENTORY.run("donate", asked, "1", "--units", "60", "--expiry", "2030-01-31")
    for _ in range(40):
        INVENTORY.run("unmet", asked, "fever")
    seen = []
    for row in rows("/api/1/board"):
        told = {(cell["type"], cell["age"]): cell["level"] for cell in
                DOOR.get(f"/api/1/public/box/{row['box']}").json["types"]}
        for cell in row["cells"]:
            level = told[cell["type"], cell["age"]]
            assert (level == "enough") == (cell["level"] == "ok"), (row["name"], cell, level)
            seen.append((level, cell["usable"] >= 6))
    assert ("few", True) in seen and ("none", False) in seen, seen


def share_out(open_ones):
    """Only those go who can book in all the boxes; of any area that holds them."""
    def person(name, secret, area=None):
        return joined(DOOR, INVENTORY, "volunteer", name, secret, area).me["person"]["id"]
    li, wide = person("Li", "481920", "Sunny"), person("Wide", "481927")
    narrow, other = person("Narrow", "482920", "G1"), person("Other", "581920", "Other")
    could = {row["id"]: row for row in rows("/api/1/carriers")}
    assert sorted(could[li]["transfers"]) == sorted(could[wide]["transfers"]) == sorted(open_ones)
    assert could[narrow]["transfers"] == [] and other not in could, could
    assert could[li]["area"]["name"] == "Sunny" and could[li]["role"] == "volunteer"
    refused(SERVICE.post("/api/1/walks", {"people": [narrow]}), 409, "refused", "area")
    refused(SERVICE.post("/api/1/walks", {"people": ["Li"]}), 400, "input", "numbers")
    refused(SERVICE.post("/api/1/walks", {"people": [99999]}), 404, "missing", "")
    seen = SERVICE.post("/api/1/walks", {"people": [li], "preview": True}).json["rows"]
    assert [row["id"] for row in seen] == [0] and seen[0]["minutes"] > 0, seen
    made = SERVICE.post("/api/1/walks", {"people": [narrow, li]})
    assert made.status == 200, made.body
    assert {row["carrier"] for row in made.json["rows"]} == {"Li"}, made.body


def left_out_of_walks(volunteer, one):
    """What is recalled meanwhile is at no stop, and the walk says so until that is lifted."""
    def left_out():
        return [row for walk in rows("/api/1/walks", volunteer) for row in walk["left_out"]
                if row["transfer"] == one["id"]]
    assert left_out() == []
    recall = SERVICE.post("/api/1/recalls", {"drug": one["drug"], "reason": "glass found"}).json["id"]
    seen, = left_out()
    assert (seen["box"], seen["drug"], seen["units"]) == (GATE, one["drug"], 3), seen
    assert seen["reason"] == "spoiled" and seen["all"], seen
    assert WHOLE.post(f"/api/1/recalls/{recall}/lift", {}).status == 200
    assert left_out() == []


def test_a_plan_is_proposed_changed_accepted_and_carried():
    for _ in range(30):
        INVENTORY.run("unmet", HALL, "fever")
    assert WHOLE.post("/api/1/plan", {}).status == 200
    answer = SERVICE.post("/api/1/plan", {})
    assert answer.status == 200, answer.body
    proposed = answer.json["rows"]
    assert proposed and all(row["state"] == "proposed" for row in proposed)
    one = proposed[0]
    assert one["reason"] and one["arithmetic"] and one["from"]["code"] == GATE
    steps = f"/api/1/transfers/{one['id']}"
    volunteer = Service(INVENTORY, role=VOLUNTEER, area=SUNNY, person=9)
    refused(volunteer.post(f"{steps}/accept", {}), 403, "denied", "not yours")
    refused(SERVICE.post(f"{steps}/change", {"units": 0}), 400, "input", "units")
    for much in (9999, 99999):  # more than its box has to give
        refused(SERVICE.post(f"{steps}/change", {"units": much}), 409, "refused", "at most")
    less = SERVICE.post(f"{steps}/change", {"units": 3}).json["transfer"]
    assert less["units"] == 3 and "by hand" in less["reason"] and one["reason"] in less["arithmetic"], less
    assert SERVICE.post(f"{steps}/accept", {}).json["transfer"]["state"] == "accepted"
    walk = rows("/api/1/walks", volunteer)[0]
    assert walk["id"] == 0 and [stop["box"] for stop in walk["stops"]] == [GATE, one["to"]["code"]], walk
    assert walk["left_out"] == [], walk
    share_out([row["id"] for row in rows("/api/1/transfers")])
    left_out_of_walks(volunteer, one)
    refused(volunteer.post(f"{steps}/deliver", {}), 409, "refused", "")
    uid = uuid7()
    assert volunteer.post(f"{steps}/carry", {"uid": uid}).json["transfer"]["sent"] == 3
    refused(SERVICE.post(f"{steps}/change", {"units": 9}), 409, "refused", "")
    assert volunteer.post(f"{steps}/deliver", {"uid": uuid7()}).json["transfer"]["state"] == "done"
    refused(volunteer.post(f"{steps}/deliver", {}), 409, "refused", "")
    refused(volunteer.post("/api/1/transfers/99999/carry", {}), 404, "missing", "")
    assert any(row["id"] == one["id"] for row in rows("/api/1/transfers?all=1"))
    assert all(row["id"] != one["id"] for row in rows("/api/1/transfers"))
    volunteer.stop()


def test_labels_are_looked_at_before_they_are_printed():
    sheets = {row["name"]: row for row in rows("/api/1/sheets")}
    assert sheets["L7160"]["columns"] == 3 and sheets["L7160"]["rows"] == 7
    seen = SERVICE.post("/api/1/labels/preview", {"boxes": [GATE, HALL], "sheet": "L7160"})
    assert seen.status == 200, seen.body
    answer = seen.json
    assert answer["labels"] == 2 and answer["pages"] == 1 and answer["reach_cm"] > 20
    assert answer["host_unset"] and base64.b64decode(answer["picture"].split(",")[1])[1:4] == b"PNG"
    assert INVENTORY.run("labels", "log")["rows"] == []
    printed = SERVICE.post("/api/1/labels", {"boxes": [GATE, HALL], "reason": "new year"})
    assert printed.status == 200 and printed.body.startswith(b"%PDF"), printed.body[:200]
    log = INVENTORY.run("labels", "log")["rows"]
    assert {row["box_code"] for row in log} == {GATE, HALL} and log[0]["reason"] == "new year"
    refused(SERVICE.post("/api/1/labels", {"boxes": [GATE], "renew": True}), 400, "input", "why")
    assert SERVICE.post("/api/1/labels/preview", {"boxes": [GATE], "renew": True}).status == 200
    refused(SERVICE.post("/api/1/labels", {"boxes": [GATE], "new": True}), 404, "missing", "printed")
    refused(SERVICE.post("/api/1/labels", {"boxes": [FAR]}), 403, "denied", "area")
    refused(SERVICE.post("/api/1/labels", {"boxes": [7]}), 400, "input", "codes")
    refused(SERVICE.post("/api/1/labels", {"boxes": [GATE], "sheet": "9x9"}), 409, "refused", "")
    refused(SERVICE.post("/api/1/labels", {"boxes": [GATE], "sheet": "a napkin"}), 400, "input", "")
    refused(SERVICE.post("/api/1/labels", {"boxes": [GATE], "first": 99}), 400, "input", "")
    assert len(INVENTORY.run("labels", "log")["rows"]) == 2


def names_in(pdf):
    """Where the name of the box stands on each label, mm from the left and the top."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "labels.pdf"
        path.write_bytes(pdf)
        text = subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True,
                              text=True).stdout
    mm = 25.4 / 72
    return [(float(x) * mm, float(y) * mm) for x, y in
             re.findall(r'xMin="([0-9.]+)" yMin="([0-9.]+)"[^>]*>Gate', text)]


def test_a_label_printer_has_its_dots_and_its_language():
    """As `labels --printer` has it: modules of whole dots, its own language, the log with all of it."""
    INVENTORY.run("printer", "set", "roll", "--language", "tspl", "--sheet", "60x40")
    job = {"boxes": [GATE], "printer": "roll"}
    seen = SERVICE.post("/api/1/labels/preview", job).json
    dots = seen["module"] * 203 / 25.4
    assert seen["module"] > 0 and abs(dots - round(dots)) < 0.05, seen["module"]
    for form, head in (("tspl", b"SIZE"), ("zpl", b"^XA"), ("escpos", b"\x1b"), ("png", b"\x89PNG"),
                       ("svg", b"<?xml"), ("pdf", b"%PDF")):
        answer = SERVICE.post("/api/1/labels", {**job, "format": form, "reason": "each"})
        assert answer.status == 200 and answer.body.startswith(head), (form, answer.body[:40])
    log = rows(f"/api/1/labels/log?code={GATE}")
    assert [row["format"] for row in log][:2] == ["pdf", "svg"], log
    assert log[0]["reason"] == "each" and log[0]["current"] and len(log[0]["nonce"]) == 4, log[0]
    refused(SERVICE.post("/api/1/labels", {"boxes": [GATE], "format": "zpl"}), 400, "input", "60x40")
    refused(SERVICE.post("/api/1/labels", {**job, "format": "zpl", "bleed": 3}), 400, "input", "bleed")
    refused(SERVICE.post("/api/1/labels", {"boxes": [GATE], "sheet": "60x40", "copies": 2,
                                           "format": "png"}), 409, "refused", "PDF")
    INVENTORY.run("printer", "remove", "roll")


def test_own_sheets_and_printers_reach_the_desk():
    run = INVENTORY.run
    run("sheet", "add", "Ours", "A4 2x5 90x50")
    run("printer", "set", "station", "--sheet", "Ours", "--offset", "1.5,-2", "--scale", "101,100")
    own = rows("/api/1/sheets")[0]
    assert own["name"] == "Ours" and own["own"] and (own["columns"], own["rows"]) == (2, 5), own
    assert rows("/api/1/printers") == [{"name": "station", "language": "pdf", "dpi": 300,
                                        "sheet": "Ours", "x": 1.5, "y": -2, "scale_x": 101, "scale_y": 100}]
    job = {"boxes": [GATE], "copies": 2, "reason": "a printer's own"}
    plain, moved = (SERVICE.post("/api/1/labels", {**job, **more})
                    for more in ({"sheet": "Ours"}, {"printer": "Station"}))
    assert plain.status == 200 and moved.status == 200, (plain.body[:200], moved.body[:200])
    (x1, y1), (x2, _) = names_in(plain.body)
    (moved1, down), (moved2, _) = names_in(moved.body)
    assert abs(down - y1 + 2) < 0.1, (down, y1)
    assert abs((moved2 - moved1) - 1.01 * (x2 - x1)) < 0.1, (moved2 - moved1, x2 - x1)
    assert abs(moved1 - x1 - 1.5 - 0.01 * 15) < 0.1, (moved1, x1)
    assert [row["sheet"] for row in run("labels", "log")["rows"]][:2] == ["Ours", "Ours"]
    seen = SERVICE.post("/api/1/labels/preview", {"boxes": [GATE], "printer": "station", "sheet": "60x40"})
    assert any("1.5 mm" in note or "2.0 mm" in note for note in seen.json["notes"]), seen.json["notes"]
    refused(SERVICE.post("/api/1/labels", {"boxes": [GATE], "printer": "none"}), 404, "missing",
            "station")
    refused(SERVICE.post("/api/1/labels", {"boxes": [GATE], "sheet": "Theirs"}), 400, "input", "")


def test_a_call_for_gifts():
    answer = SERVICE.get("/api/1/appeal").json
    assert "Sunny" in answer["chat"] and "cold medicine (child)" in answer["chat"], answer
    assert "90 more days" in answer["chat"] and "Sunny" in answer["speaker"]
    assert answer["lines"][0]["type"] in ("fever", "cold") and sum(
        line["empty"] for line in answer["lines"]) > 0
    chinese = SERVICE.ask("GET", "/api/1/appeal", headers={"Accept-Language": "zh"}).json
    assert "感冒" in chinese["chat"] and "居民" in chinese["speaker"], chinese
    refused(SERVICE.get(f"/api/1/appeal?area={OTHER}"), 403, "denied", "area")
    elsewhere = WHOLE.get(f"/api/1/appeal?area={OTHER}").json
    assert "Other" in elsewhere["chat"]


def test_what_was_done_is_in_the_audit_log():
    acts = [row["act"] for row in INVENTORY.run("audit")["rows"]]
    for act in ("box", "area", "setting", "recall", "recall_lift", "import", "plan", "transfer_accept",
                "transfer_change", "walk", "labels"):
        assert act in acts, (act, acts)
    seen = {row["act"]: row for row in reversed(WHOLE.get("/api/1/audit?limit=1000").json["rows"])}
    assert seen["transfer_change"]["detail"].startswith("Gate → "), seen["transfer_change"]
    assert " → 3 " in seen["transfer_change"]["detail"], seen["transfer_change"]
    assert "Li" in seen["walk"]["detail"], seen["walk"]
    assert not [row for row in seen.values() if "{" in (row["detail"] or "")], seen


def test_who_was_given_a_walk_carries_it_wherever_it_goes():
    far = joined(DOOR, INVENTORY, "volunteer", "Bearer", "481929", "Other")
    for _ in range(30):
        INVENTORY.run("unmet", HALL, "cold")
    one = SERVICE.post("/api/1/plan", {"again": True}).json["rows"][0]
    steps = f"transfers/{one['id']}"
    assert SERVICE.post(f"/api/1/{steps}/accept", {}).status == 200
    refused(far.post(f"{steps}/carry", {"uid": uuid7()}), 403, "denied", "area")
    assert far.get("walks").json["rows"] == []
    INVENTORY.run("walk", "make", "--carriers", "Bearer", "--again")
    walk, = far.get("walks").json["rows"]
    assert walk["carrier"] == "Bearer" and one["id"] in [row["id"] for row in walk["transfers"]]
    namesake = joined(DOOR, INVENTORY, "volunteer", "Bearer 2", "481930", "Other").me["person"]["id"]
    INVENTORY.run("person", "edit", str(namesake), "--name", "Bearer")  # now nobody knows who is meant
    refused(far.post(f"{steps}/carry", {"uid": uuid7()}), 403, "denied", "area")
    INVENTORY.run("person", "edit", str(namesake), "--name", "Bearer 2")
    assert far.post(f"{steps}/carry", {"uid": uuid7()}).json["transfer"]["state"] == "carried"
    refused(far.post(f"{steps}/cancel", {}), 403, "denied", "not yours")
    assert far.post(f"{steps}/deliver", {"uid": uuid7()}).json["transfer"]["state"] == "done"


def test_others_are_turned_away():
    paths = ["/api/1/overview", "/api/1/board", "/api/1/settings", "/api/1/export/boxes.csv"]
    for role, status in ((NOBODY, 401), (VOLUNTEER, 403)):
        with Service(INVENTORY, role=role, area=SUNNY, person=role) as service:
            for path in paths:
                assert service.get(path).status == status, (role, path)


def test_exports_are_written_down():
    for file in ("stock.csv", "ledger.xlsx"):
        assert SERVICE.get(f"/api/1/export/{file}").status == 200
        assert acts("export")[0]["what"] == file
    before = len(acts("export"))
    refused(SERVICE.get("/api/1/export/people.csv"), 400, "input", "file")
    assert len(acts("export")) == before


def picture_of(path, body, service=SERVICE):
    """Width and height of a page's picture, and how many pages there are."""
    answer = service.post(path, {**body, "preview": True})
    assert answer.status == 200 and "Content-Disposition" not in answer.headers, answer.body
    kind, _, data = answer.json["picture"].partition(",")
    png = base64.b64decode(data, validate=True)
    assert kind == "data:image/png;base64" and png.startswith(b"\x89PNG")
    size = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    return size, answer.json["pages"]


def pdf_text(answer):
    assert answer.status == 200 and answer.headers["Content-Type"] == "application/pdf", answer.body
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=answer.body, check=True,
                          stdout=subprocess.PIPE).stdout.decode()


def acts(act):
    return [row for row in WHOLE.get("/api/1/audit?limit=1000").json["rows"] if row["act"] == act]


def test_posters_and_cards():
    INVENTORY.run("setting", "set", "contact.pharmacy-phone", "555 1234", "--area", "Sunny")
    before = len(acts("labels"))
    (wide, high), pages = picture_of("/api/1/cards", {"kind": "poster", "boxes": [GATE, HALL]})
    assert pages == 2 and abs(high / wide - 297 / 210) < .01
    (wide, high), pages = picture_of("/api/1/cards", {"kind": "poster", "size": "A5", "boxes": [HALL]})
    assert pages == 1 and abs(high / wide - 210 / 148) < .01
    for body, pages in (({"kind": "today"}, 1), ({"kind": "today", "boxes": [GATE, HALL]}, 2),
                        ({"kind": "service"}, 1), ({"kind": "service", "boxes": [GATE, HALL]}, 1),
                        ({"kind": "commands"}, 1)):
        assert picture_of("/api/1/cards", body)[1] == pages, body
    assert len(acts("labels")) == before  # who only looks prints nothing
    text = pdf_text(SERVICE.post("/api/1/cards", {"kind": "poster", "lang": "en"}))
    assert "Gate" in text and "Hall" in text and "Far" not in text and "Please" in text
    assert "投放" not in text and "555 0100" in text
    text = pdf_text(SERVICE.post("/api/1/cards", {"kind": "service", "lang": "zh"}))
    assert text.count("555 1234") == 4 and "药店" in text and "Pharmacy" not in text
    page = SERVICE.post("/api/1/cards", {"kind": "today", "boxes": [HALL], "lang": "en"})
    assert "Medicines in the box" in pdf_text(page)
    assert 'filename="medbox-today.pdf"' in page.headers["Content-Disposition"]
    assert SERVICE.post("/api/1/cards", {"kind": "commands"}).body.startswith(b"%PDF")
    assert [row["what"] for row in acts("labels")][:4] == [
        "codes for hand scanners", "pages of what is there today", "service cards", "posters"]


def test_what_is_shortened_on_a_card_is_told_before_it_is_printed():
    name = "W" * 119
    INVENTORY.run("drug", "add", name, "--type", "cough", "--age", "adult", "--form", "syrup",
                  "--unit", "ml", "--day-units", "20", "--pack-units", "100", "--class", "A")
    INVENTORY.run("donate", "Far", name, "--packs", "1", "--expiry", "2029-06-30", "--lot", "S")
    long = {"kind": "today", "boxes": [FAR], "size": "A5", "preview": True}
    seen = WHOLE.post("/api/1/cards", {**long, "boxes": [GATE, FAR], "page": 1}).json
    assert seen["pages"] == 2 and seen["host_unset"] is True
    assert len(seen["notes"]) == 1 and "too long" in seen["notes"][0], seen["notes"]
    seen = WHOLE.post("/api/1/cards", {**long, "kind": "poster"}).json
    assert seen["notes"] == [] and seen["host_unset"] is True
    seen = WHOLE.post("/api/1/cards", {"kind": "commands", "preview": True}).json
    assert seen["notes"] == [] and seen["host_unset"] is False


def test_cards_that_can_not_be_had():
    for body, status, words, field in (
            ({}, 400, "", "kind"), ({"kind": "menu"}, 400, "", "kind"),
            ({"kind": "poster", "size": "A6"}, 400, "", "size"),
            ({"kind": "poster", "lang": "fr"}, 400, "", "lang"),
            ({"kind": "poster", "boxes": []}, 400, "", "boxes"),
            ({"kind": "poster", "boxes": [7]}, 400, "codes", None),
            ({"kind": "poster", "boxes": ["AAAAAAV"]}, 404, "", None),
            ({"kind": "poster", "boxes": [FAR]}, 403, "outside", None),
            ({"kind": "today", "area": OTHER}, 403, "outside", None),
            ({"kind": "service", "area": OTHER}, 403, "outside", None),
            ({"kind": "poster", "sheet": "60x40"}, 409, "too small", None),
            ({"kind": "poster", "boxes": [GATE, HALL], "preview": True, "page": 3}, 400, "no page 3", "page"),
            ({"kind": "poster", "preview": True, "page": 0}, 400, "", "page")):
        answer = SERVICE.post("/api/1/cards", body)
        assert answer.status == status and says(answer.error, words), (body, answer.body[:200])
        assert answer.error["field"] == field, (body, answer.body)
    with Service(INVENTORY, role=VOLUNTEER, area=SUNNY, person=3) as volunteer:
        refused(volunteer.post("/api/1/cards", {"kind": "commands"}), 403, "denied", "not yours")


def read_qr(rows, module=8, quiet=4):
    """What a scanner reads off the modules, as a screen shows them."""
    side = len(rows) + 2 * quiet
    white = [255] * (side * module)
    lines = [[value for dot in "0" * quiet + row + "0" * quiet for value in [255 * (dot == "0")] * module]
             for row in rows]
    pixels = bytes(value for line in [*[white] * quiet, *lines, *[white] * quiet] for value in line * module)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "qr.pgm"
        path.write_bytes(b"P5 %d %d 255 " % (side * module, side * module) + pixels)
        return subprocess.run(["zbarimg", "-q", "--raw", str(path)], check=True, capture_output=True,
                              text=True).stdout.strip()


def test_the_card_of_a_fresh_invitation():
    made = SERVICE.post("/api/1/invites", {"role": "volunteer", "name": "Fang"}).json
    assert read_qr(made.pop("qr")) == made["url"]
    order = {**made, "role": "volunteer", "area": SUNNY, "name": "Fang", "lang": "en"}
    answer = SERVICE.post("/api/1/cards/join", order)
    text = pdf_text(answer)
    assert "Fang · Sunny" in text and "Good until" in text
    assert picture_of("/api/1/cards/join", {**order, "first": 3})[1] == 1
    code = made["code"].replace("-", "")
    everything = SERVICE.get("/api/1/audit?limit=1000").body.decode()
    assert acts("labels")[0]["what"] == "invitation cards" and code not in everything
    assert made["code"] not in everything
    for change, status, words in (
            ({"url": "https://elsewhere.example/J/AAAABBBBCCCCDDDD"}, 400, "not that of"),
            ({"url": f"javascript:/J/{code}"}, 400, "no link"), ({"role": "office"}, 409, "volunteers"),
            ({"area": OTHER}, 403, "outside"), ({"expires_at": 0}, 400, ""), ({"code": ""}, 400, ""),
            ({"sheet": "60x40"}, 409, "too small"), ({"first": 99}, 400, "")):
        refused(SERVICE.post("/api/1/cards/join", {**order, **change}), status,
                {400: "input", 403: "denied", 409: "refused"}[status], words)


def test_a_call_for_the_notice_board():
    text = pdf_text(SERVICE.get("/api/1/appeal.pdf?lang=en"))
    assert "Medicine is needed" in text and "Share boxes of Sunny" in text
    assert "boxes have none left" in text and "90 more days" in text
    text = pdf_text(SERVICE.get("/api/1/appeal.pdf", **{"Accept-Language": "zh"}))
    assert "急需药品" in text and "Sunny共享药箱" in text
    refused(SERVICE.get(f"/api/1/appeal.pdf?area={OTHER}"), 403, "denied", "outside")
    refused(SERVICE.get("/api/1/appeal.pdf?lang=fr"), 400, "input", "lang")


def test_who_reads_does_not_wait_for_who_prints():
    ended = []

    def printing():
        status = SERVICE.post("/api/1/labels", {"boxes": [GATE], "copies": 100, "sheet": "60x40"}).status
        ended.append(status)

    def slow():
        while not reading.is_set():
            printing()

    reading = threading.Event()
    threads = [threading.Thread(target=slow) for _ in range(8)]
    for thread in threads:
        thread.start()
    while not ended:
        time.sleep(0.01)
    before = len(ended)
    assert SERVICE.get("/api/1/boxes").status == 200
    meanwhile = len(ended) - before
    reading.set()
    for thread in threads:
        thread.join()
    assert meanwhile < 3 and set(ended) == {200}, (meanwhile, ended)


def test_any_page_of_labels_can_be_looked_at():
    boxes = [GATE, HALL] * 12
    found = [SERVICE.post("/api/1/labels/preview", {"boxes": boxes, "page": page}).json["picture"]
             for page in (1, 2)]
    assert found[0] != found[1]
    answer = SERVICE.post("/api/1/labels/preview", {"boxes": boxes, "page": 3})
    refused(answer, 400, "input", "no page 3")


def test_a_medicine_is_put_right():
    made = SERVICE.post("/api/1/drugs", {"name": "Mendable", "type": "cold", "age": "any",
                                         "form": "tablet", "unit": "tablet", "pack_units": 24}).json
    path = f"/api/1/drugs/{made['id']}"
    change = {"class": "B", "ingredients": ["caffeine", "paracetamol"], "age": "adult",
              "maker": "Works", "approval": "国药准字H20123456", "dated": False, "cold_chain": True,
              "brand": "Mend", "day_units": 4}
    assert SERVICE.ask("PATCH", path, change).json == {**made, **change}
    assert SERVICE.ask("PATCH", path, {}).json == {**made, **change}
    one, = (row for row in SERVICE.get("/api/1/catalogue").json["drugs"] if row["id"] == made["id"])
    assert one == {**made, **change}
    none = {"brand": None, "maker": None, "approval": None, "day_units": None}
    assert SERVICE.ask("PATCH", path, none).json == \
        {**made, **change, **none, "day_units": made["day_units"]}
    assert SERVICE.ask("PATCH", path, change).json == {**made, **change}
    assert SERVICE.ask("PATCH", path, {"retire": True}).json["state"] == "retired"
    assert SERVICE.get("/api/1/drugs?q=Mendable").json["rows"] == []
    assert SERVICE.ask("PATCH", path, {"retire": False, "dated": True, "cold_chain": False,
                                       "ingredients": []}).json == \
        {**made, **change, "dated": True, "cold_chain": False, "ingredients": []}
    first, = (row for row in WHOLE.get("/api/1/audit?limit=1").json["rows"])
    assert first["act"] == "drug" and made["name"] in first["what"] and "in or out of use" in first["detail"]


def test_a_medicine_that_can_not_be_put_so():
    path = "/api/1/drugs/1"
    before = [row for row in SERVICE.get("/api/1/catalogue").json["drugs"] if row["id"] == 1]
    for body, field in (({"type": "magic"}, "type"), ({"name": ""}, "name"), ({"class": "C"}, "class"),
                        ({"pack_units": 0}, "pack_units"), ({"id": 2}, "id"), ({"price": 1}, None)):
        answer = SERVICE.ask("PATCH", path, body)
        assert answer.status == 400 and answer.error["field"] == field, (body, answer.body)
    refused(SERVICE.ask("PATCH", path, {"approval": "12"}), 400, "input", "no approval number")
    refused(SERVICE.ask("PATCH", path, {"form": "cloud"}), 400, "input", "cloud")
    refused(SERVICE.ask("PATCH", path, {"unit": "spoon"}), 409, "refused", "")
    refused(SERVICE.ask("PATCH", "/api/1/drugs/99999", {"brand": "x"}), 404, "missing", "")
    assert before == [row for row in SERVICE.get("/api/1/catalogue").json["drugs"] if row["id"] == 1]
    with Service(INVENTORY, role=VOLUNTEER, area=SUNNY, person=3) as volunteer:
        refused(volunteer.ask("PATCH", path, {"brand": "x"}), 403, "denied", "not yours")


def test_a_barcode_is_taught_at_the_medicine():
    answer = SERVICE.post("/api/1/drugs/1/bind", {"code": "6901234567892"})
    pack, = (row["pack_units"] for row in SERVICE.get("/api/1/catalogue").json["drugs"]
             if row["id"] == 1)
    assert answer.json == {"code": "06901234567892", "drug": 1, "units": pack}, answer.body
    refused(SERVICE.post("/api/1/drugs/2/bind", {"code": "6901234567892"}), 409, "refused", "")
    refused(SERVICE.post("/api/1/drugs/1/bind", {"code": "6901234567893"}), 400, "input", "")
    refused(SERVICE.post("/api/1/drugs/99999/bind", {"code": "4006381333931"}), 404, "missing", "")


def test_the_books_are_whole():
    for service in (SERVICE, WHOLE):
        assert service.stop() == 0, service.said
    INVENTORY.check()



if __name__ == "__main__":
    try:
        STATUS = tap.run(tap.cases(globals()))
    finally:
        SERVICE.stop()
        WHOLE.stop()
        DOOR.stop()
    sys.exit(STATUS)
