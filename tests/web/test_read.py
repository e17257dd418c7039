#!/usr/bin/env python3
"""What phones read: boxes, stock, the catalogue, what codes mean, pictures; and what residents may."""

import pathlib
import struct
import subprocess
import sys
import tempfile
import time
import zlib

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from bomb import chunk, png_of_zeros  # noqa: E402
from service import Inventory, MEDBOX, SECRETARY, Service, VOLUNTEER, uuid7  # noqa: E402

INVENTORY = Inventory()
GATE, HALL, FAR = (INVENTORY.boxes[name] for name in ("Gate", "Hall", "Far"))
DRUGS = INVENTORY.run("drug", "list")["rows"]
FEVER = next(row for row in DRUGS if (row["type"], row["age"]) == ("fever", "adult"))
CODE = "6901234567892"
INVENTORY.run("drug", "bind", CODE, str(FEVER["id"]), "--units", "12")
INVENTORY.run("donate", "Hall", str(FEVER["id"]), "--units", "40", "--expiry", "2029-06-30",
              "--lot", "A1")
INVENTORY.run("donate", "Far", str(FEVER["id"]), "--units", "40", "--expiry", "2029-06-30")
SERVICE = Service(INVENTORY, role=VOLUNTEER, area=INVENTORY.areas["Sunny"], person=7)
WHOLE = Service(INVENTORY, role=SECRETARY, area=0, person=8)


NO_LABEL = {"current": None, "replaced_at": None, "notice": None}


def rows(path, service=SERVICE):
    answer = service.get(path)
    assert answer.status == 200, (path, answer.body)
    return answer.json["rows"]


def test_boxes_of_my_area():
    mine = {row["code"]: row for row in rows("/api/1/boxes")}
    assert set(mine) == {GATE, HALL}
    assert mine[GATE]["community"] == "Sunny" and mine[GATE]["grid"] == "G1"
    assert mine[GATE]["count_due"] > time.time() * 1000 and mine[GATE]["counted_at"] is None
    assert {row["code"] for row in rows("/api/1/boxes", WHOLE)} == {GATE, HALL, FAR}


def test_an_old_label_is_told_from_its_reprint():
    with tempfile.TemporaryDirectory() as folder:
        for more in ([], ["--reprint", "torn"]):
            INVENTORY.run("labels", "Gate", *more, "-o", f"{folder}/labels.pdf")
    new, old = INVENTORY.run("labels", "log", "Gate")["rows"]
    assert new["nonce"] != old["nonce"]
    seen = {mark: SERVICE.get(f"/api/1/box/{GATE}?nonce={mark}").json["label"]
            for mark in (new["nonce"], old["nonce"], "0000", "")}
    assert seen[new["nonce"]] == {**NO_LABEL, "current": True}
    assert seen[old["nonce"]]["current"] is False
    assert abs(seen[old["nonce"]]["replaced_at"] - time.time() * 1000) < 60_000
    assert "take it down" in seen[old["nonce"]]["notice"]
    assert seen[""] == NO_LABEL
    assert seen["0000"]["current"] is None
    assert "is known with this mark" in seen["0000"]["notice"]  # as in the terminal
    assert SERVICE.get(f"/api/1/box/{GATE}?nonce=00000").status == 400


def test_stock_of_my_area():
    assert rows("/api/1/stock") == [{"box": HALL, "drug": FEVER["id"], "expiry": "2029-06-30",
                                     "lot": "A1", "units": 40}]
    assert {row["box"] for row in rows("/api/1/stock", WHOLE)} == {HALL, FAR}


def test_one_box():
    box = SERVICE.get(f"/api/1/box/{HALL}").json
    assert box["stock"] == [{"drug": FEVER["id"], "expiry": "2029-06-30", "lot": "A1", "units": 40,
                             "unusable": None}]
    assert box["totals"] == [{"drug": FEVER["id"], "units": 40, "usable": 40}]
    assert box["movements"][0]["kind"] == "donate" and box["label"] == NO_LABEL
    assert box["box"]["name"] == "Hall"
    denied = SERVICE.get(f"/api/1/box/{FAR}")
    assert denied.status == 403 and denied.error["kind"] == "denied"
    assert SERVICE.get("/api/1/box/AAAAAAV").status == 404


def test_a_box_that_lacks_what_was_taken_is_due():
    before = {row["code"]: row["count_due"] for row in rows("/api/1/boxes")}
    taken = {"uid": uuid7(), "kind": "take", "box": GATE, "drug": FEVER["id"], "units": 3,
             "offline": True, "done_at": int(time.time() * 1000) - 1000}
    assert SERVICE.post("/api/1/bookings", {"entries": [taken]}).json["verdicts"][0]["verdict"] == \
        "booked"
    after = {row["code"]: row["count_due"] for row in rows("/api/1/boxes")}
    assert after[GATE] == taken["done_at"] < before[GATE] and after[HALL] == before[HALL]
    assert SERVICE.get(f"/api/1/box/{GATE}").json["box"]["count_due"] == taken["done_at"]


def test_the_catalogue():
    one = SERVICE.get("/api/1/catalogue").json
    assert {"key": "fever", "word": "fever", "critical": True}.items() <= one["types"][0].items() \
        or one["types"][0]["critical"]
    assert len(one["drugs"]) >= len(DRUGS) and one["settings"]["days_left"] == 90
    assert {"kind": "gtin", "code": "0" + CODE, "drug": FEVER["id"], "units": 12} in one["codes"]
    drug = next(row for row in one["drugs"] if row["id"] == FEVER["id"])
    assert drug["pack_units"] == FEVER["pack_units"] and drug["state"] == "active"
    assert SERVICE.get("/api/1/catalogue").json["version"] == one["version"]


def test_large_answers_are_sent_small():
    plain = SERVICE.get("/api/1/catalogue")
    small = SERVICE.ask("GET", "/api/1/catalogue", headers={"Accept-Encoding": "gzip, deflate"})
    assert small.headers["Content-Encoding"] == "deflate" and small.headers["Vary"]
    assert zlib.decompress(small.body) == plain.body and len(small.body) < len(plain.body) / 2


def test_finding_a_medicine():
    name = FEVER["name"]
    assert any(row["id"] == FEVER["id"] for row in SERVICE.get(
        "/api/1/drugs?q=" + "".join(f"%{byte:02X}" for byte in name[:4].encode())).json["rows"])
    assert SERVICE.get("/api/1/drugs?q=zzzzzz").json["rows"] == []
    assert SERVICE.get("/api/1/drugs?q=").status == 400
    assert SERVICE.get("/api/1/drugs").error["field"] == "q"


def test_naming_a_medicine_and_teaching_its_code():
    body = {"name": "New Lozenge", "type": "throat", "age": "any", "form": "lozenge",
            "unit": "lozenge", "pack_units": 24}
    drug = SERVICE.post("/api/1/drugs", body)
    assert drug.status == 200, drug.body
    assert drug.json["day_units"] == 8 and drug.json["class"] == "A"
    again = SERVICE.post("/api/1/drugs", body)
    assert again.status == 409, again.body
    assert SERVICE.post("/api/1/drugs", {**body, "type": "magic"}).error["field"] == "type"
    new = "4006381333931"
    row = SERVICE.post("/api/1/resolve", {"codes": [new]}).json["rows"][0]
    assert row["what"] == "unknown", row
    deadline = time.monotonic() + 5
    while not any(row["code"].endswith(new) for row in INVENTORY.run("drug", "waiting")["rows"]):
        assert time.monotonic() < deadline, "an unknown code is kept"
        time.sleep(0.05)
    taught = SERVICE.post("/api/1/codes", {"code": new, "drug": drug.json["id"], "units": 24})
    assert taught.status == 200, taught.body
    row = SERVICE.post("/api/1/resolve", {"codes": [new]}).json["rows"][0]
    assert (row["what"], row["drug"], row["units"]) == ("drug", drug.json["id"], 24), row
    other = SERVICE.post("/api/1/codes", {"code": new, "drug": FEVER["id"], "units": 24})
    assert other.status == 409 and "already" in other.error["message"]
    wrong = SERVICE.post("/api/1/codes", {"code": "4006381333932", "drug": FEVER["id"], "units": 1})
    assert wrong.status == 400 and wrong.error["field"] == "code"


def test_a_slip_of_the_pen_is_offered_the_box():
    at = next(i for i in range(len(GATE)) if GATE[i] != GATE[i + 1])  # the first two that can be swapped
    swapped = GATE[:at] + GATE[at + 1] + GATE[at] + GATE[at + 2:]
    for typed in (GATE[:-1], GATE + "U", GATE[:2] + "中" + GATE[3:], swapped):
        row = SERVICE.post("/api/1/resolve", {"codes": [typed]}).json["rows"][0]
        assert row["what"] == "bad" and any("did you mean" in text and "Gate" in text
                                            for text in row["findings"]), row


def test_what_codes_mean():
    texts = [CODE, GATE, f"https://MEDBOX.LOCAL/B/{GATE}", "MEDBOX:OUT", "hello", "", "6901234567890",
             "0000000", "\u001d", "药"]
    got = SERVICE.post("/api/1/resolve", {"codes": texts}).json["rows"]
    assert [row["text"] for row in got] == texts
    assert [row["what"] for row in got[:7]] == ["drug", "box", "box", "command", "bad", "bad", "bad"]
    assert got[1]["box"] == GATE == got[2]["box"] and got[3]["code"] == "MEDBOX:OUT"
    assert all(row["findings"] for row in got[4:])
    assert SERVICE.post("/api/1/resolve", {"codes": []}).status == 400
    assert SERVICE.post("/api/1/resolve", {"codes": ["x"] * 101}).status == 400


# ------------------------------------------------------------------------------------------ pictures

def picture_of_a_label():
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "label.png"
        subprocess.run([MEDBOX, "--db", INVENTORY.db, "labels", GATE, "-o", str(out)], check=True,
                       stdout=subprocess.DEVNULL)
        return out.read_bytes()


def scan(data, kind="image/png"):
    return SERVICE.ask("POST", "/api/1/scan", data, {"Content-Type": kind})


def test_a_picture_of_a_label():
    answer = scan(picture_of_a_label())
    assert answer.status == 200, answer.body
    row = answer.json["rows"][0]
    assert row["what"] == "box" and row["box"] == GATE and row["symbology"] == "QR-Code", row
    assert len(row["outline"]) == 4 and answer.json["width"] > 100


def test_pictures_that_are_none():
    label = picture_of_a_label()
    for data in (b"", b"x", label[:len(label) // 2], b"\x89PNG\r\n\x1a\n" + b"\0" * 1000,
                 bytes(range(256)) * 100, b"GIF89a" + b"\0" * 100):
        answer = scan(data)
        assert answer.status in (400, 503) or answer.json["findings"], (data[:20], answer.status, answer.body)
    assert scan(label, "text/plain").status == 400
    got = SERVICE.raw(b"POST /api/1/scan HTTP/1.1\r\nHost: x\r\nContent-Type: image/png\r\n"
                      b"Content-Length: 99999999\r\n\r\n")
    assert b" 413 " in got.split(b"\r\n")[0]
    assert scan(label).status == 200


def test_pictures_that_want_to_be_large():
    begun = time.monotonic()
    for width, height in ((60000, 60000), (30000, 4000), (2 ** 31 - 1, 2 ** 31 - 1), (7000, 7000)):
        answer = scan(png_of_zeros(min(width, 60000), height) if width < 100000 else
                      b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(
                          ">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IEND", b""))
        assert answer.status in (200, 400, 503), (width, height, answer.status)
        assert answer.json
    tap.remark(f"four decompression bombs took {time.monotonic() - begun:.1f} s")
    assert SERVICE.get("/api/1/boxes").status == 200


# ------------------------------------------------------------------------------------------ residents

def test_a_resident_sees_what_is_there_and_where_else():
    hall = SERVICE.get(f"/api/1/public/box/{HALL}").json
    fever = next(row for row in hall["types"] if (row["type"], row["age"]) == ("fever", "adult"))
    assert fever["level"] in ("enough", "few") and fever["people_days"] > 0
    assert hall["drugs"][0]["units"] == 40 and hall["drugs"][0]["soonest"] == "2029-06-30"
    assert hall["rules"]["days_left"] == 90 and hall["rules"]["limit_text"]
    gate = SERVICE.get(f"/api/1/public/box/{GATE}").json
    near = next(row for row in gate["nearest"] if (row["type"], row["age"]) == ("fever", "adult"))
    assert [box["code"] for box in near["boxes"]] == [HALL, FAR], near
    assert near["boxes"][0]["metres"] is None
    def nearest(box, kind, age):
        [row] = SERVICE.get(f"/api/1/public/box/{box}/nearest?type={kind}&age={age}").json["rows"]
        assert (row["type"], row["age"]) == (kind, age)
        return [box["code"] for box in row["boxes"]]
    assert nearest(GATE, "fever", "adult") == [HALL, FAR]
    assert nearest(GATE, "allergy", "child") == [], "a kind that no box has"
    wrong = [SERVICE.get(f"/api/1/public/box/{GATE}/nearest{rest}")
             for rest in ("?type=fever", "?type=fewer&age=adult", "?type=fever&age=old")]
    assert [answer.status for answer in wrong] == [400] * 3
    assert [answer.error["field"] for answer in wrong] == ["age", "type", "age"]


def misread(code):
    """Another first character: no code, whose check tells."""
    return ("A" if code[0] != "A" else "B") + code[1:]


def test_a_misread_code_leads_to_the_boxes_it_may_be():
    who = {"X-Forwarded-For": "203.0.113.20"}
    def near(code):
        return SERVICE.get(f"/api/1/public/near?code={code}", **who).json["rows"]
    assert [row["code"] for row in near(misread(HALL))] == [HALL]
    assert [row["code"] for row in near(misread(HALL)[:3].lower() + "-" + HALL[3:])] == [HALL]
    assert near("ABC") == [] and near("Hall") == [], "names are for those who look after boxes"
    answer = SERVICE.get(f"/api/1/public/box/{misread(HALL)}", **who)
    assert answer.status == 404 and "Hall" in answer.error["message"], answer.body
    assert SERVICE.get("/api/1/public/box/Hall", **who).status == 400
    statuses = [SERVICE.get(f"/api/1/public/{path}{misread(HALL)}", **who).status
                for path in ("near?code=", "box/") * 12]
    assert statuses[:2] == [200, 404] and statuses[-2:] == [429, 429], statuses
    assert SERVICE.get(f"/api/1/public/box/{HALL}", **who).status == 200, "a box is still found"


def test_a_request_in_vain_is_counted_once_and_not_for_machines():
    body = {"uid": uuid7(), "box": GATE, "type": "fever", "age": "child"}
    assert SERVICE.post("/api/1/public/unmet", body).json == {"counted": True}
    assert SERVICE.post("/api/1/public/unmet", body).json == {"counted": True}
    statuses = [SERVICE.post("/api/1/public/unmet", {**body, "uid": uuid7()}).status
                for _ in range(20)]
    assert statuses[0] == 200 and statuses[-1] == 429, statuses
    last = SERVICE.post("/api/1/public/unmet", {**body, "uid": uuid7()})
    assert last.error["kind"] == "busy" and int(last.headers["Retry-After"]) > 0
    other = SERVICE.post("/api/1/public/unmet", {**body, "uid": uuid7()},
                         **{"X-Forwarded-For": "203.0.113.9, 198.51.100.7"})
    assert other.status == 200, "another resident behind the same proxy"


def test_the_services_stood():
    for service in (SERVICE, WHOLE):
        assert service.stop() == 0 and service.said[1] == "", service.said
    INVENTORY.check()


if __name__ == "__main__":
    try:
        STATUS = tap.run(tap.cases(globals()))
    finally:
        SERVICE.stop()
        WHOLE.stop()
    sys.exit(STATUS)
