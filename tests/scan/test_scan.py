#!/usr/bin/env python3
"""Booking from photos, from the shelf to the ledger: pictures are drawn, scanned, and the books read.

    MEDBOX=build/medbox PHOTO=build/tests/photo test_scan.py [WORD…]
"""

import base64
import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

MEDBOX, PHOTO = os.environ["MEDBOX"], os.environ["PHOTO"]

FEVER, COLD = "2000000000015", "2000000000022"  # own labels: nobody else's numbers
PACK = "8123456000000000000{}"  # a traceability code; its first seven digits name the medicine


class Stand:
    """A folder with an inventory of two boxes, their labels, and what the codes mean."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.medbox("init", "--city", "Xiaogan", "--district", "Xiaonan", "--empty")
        (self.folder / "boxes.csv").write_text(
            "community,box,code\nShuyuan,Gate box,HQQ-SBDE\nShuyuan,Station box,N0Z-MMZX\n")
        self.medbox("import", "boxes", "boxes.csv")
        for name, kind in (("Paracetamol", "fever"), ("Compound", "cold")):
            self.medbox("drug", "add", name, "--type", kind, "--age", "adult", "--form", "tablet",
                        "--unit", "tablet", "--day-units", "4", "--pack-units", "20", "--class", "A")
        for code, name in ((FEVER, "Paracetamol"), (COLD, "Compound"), (PACK.format(1), "Paracetamol")):
            self.medbox("drug", "bind", code, name, "--units", "20")
        for box, file in (("HQQ-SBDE", "gate.png"), ("N0Z-MMZX", "station.png")):
            self.medbox("labels", box, "--dpi", "200", "-o", file)

    def run(self, *words):
        return subprocess.run([MEDBOX, "--db", "box.db", "--lang", "en", *words], cwd=self.folder,
                              env=os.environ | {"MEDBOX_NOW": "2026-11-24T10:00:00+08:00"},
                              capture_output=True, text=True, timeout=120, check=False)

    def medbox(self, *words):
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def photo(self, name, *things, seed=5, **shot):
        """A picture of labels (*.png) and packs (a code)."""
        words = [PHOTO, "-o", name, "--seed", str(seed), "--size", "2000x1500"]
        for thing in things:
            kind = "code128" if len(thing) == 20 else "qr" if ":" in thing else "ean13"
            words += ["--label", thing] if thing.endswith(".png") else ["--pack", f"{kind}:{thing}:盒"]
        for option, value in shot.items():
            words += [f"--{option}", str(value)]
        subprocess.run(words, cwd=self.folder, check=True, timeout=120)
        return name

    def scan(self, *words, status=0):
        done = self.run("--json", "scan", *words)
        assert done.returncode == status, (done.returncode, done.stderr)
        return json.loads(done.stdout)

    def stock(self):
        """Packs by medicine in the gate box."""
        rows = json.loads(self.medbox("--json", "stock", "HQQ-SBDE"))["rows"]
        return {row["drug_name"]: row["units"] / 20 for row in rows}

    def seqs(self):
        return [row["seq"] for row in json.loads(self.medbox("--json", "ledger"))["rows"]]


@contextlib.contextmanager
def stand():
    with tempfile.TemporaryDirectory(prefix="medbox-scan-") as folder:
        yield Stand(folder)


DATE = ("--expiry", "2028-03")


def test_a_shelf_with_its_label_is_booked_in_and_out():
    with stand() as s:
        s.photo("in.jpg", "gate.png", FEVER, COLD)
        answer = s.scan("--in", *DATE, "--lot", "A1", "in.jpg")
        assert [row["box"] for row in answer["rows"]] == [1, 1], answer
        assert s.stock() == {"Paracetamol": 1, "Compound": 1}
        s.scan("--out", s.photo("out.jpg", "gate.png", FEVER))
        assert s.stock() == {"Compound": 1}
        assert s.medbox("check").startswith("3 bookings")


def test_a_session_lives_through_a_restored_backup():
    with stand() as s:
        s.medbox("backup", "before.db")
        s.medbox("box", "add", "New box", "--in", "Shuyuan", "--code", "4DE-5137")
        with subprocess.Popen([MEDBOX, "--db", "box.db", "--lang", "en", "scan", "-", "--in", *DATE],
                              cwd=s.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True) as session:
            session.stdin.write(f"4DE5137\n{FEVER}\n")
            session.stdin.flush()
            said = [session.stdout.readline() for _ in range(2)]
            assert said[1].startswith("No. 1 in: Paracetamol"), said
            s.medbox("restore", "before.db")
            rest, _ = session.communicate(f"{FEVER}\nMEDBOX:UNDO\nHQQSBDE\n{FEVER}\n", timeout=60)
        assert session.returncode == 3, rest
        assert f"{FEVER}: not booked: the inventory was replaced" in rest, rest
        assert "booking No. 1 is no longer in the ledger" in rest, rest
        assert s.stock() == {"Paracetamol": 1}, rest


def test_a_worn_photo_is_read():
    with stand() as s:
        s.photo("in.jpg", "gate.png", FEVER, COLD, tilt=4, slant=0.02, blur=0.8, noise=4, light=0.3,
                orientation=6)
        s.scan("--in", *DATE, "in.jpg")
        assert s.stock() == {"Paracetamol": 1, "Compound": 1}


def test_equal_packs_count_as_often_as_they_stand_there():
    with stand() as s:
        s.scan("--in", *DATE, s.photo("in.jpg", "gate.png", FEVER, FEVER, FEVER))
        assert s.stock() == {"Paracetamol": 3}


def test_a_pack_in_two_photos_counts_once():
    with stand() as s:
        one = s.photo("1.jpg", "gate.png", FEVER, FEVER, PACK.format(1), seed=1)
        two = s.photo("2.jpg", FEVER, PACK.format(1), seed=2)
        s.scan("--in", *DATE, one, two)
        assert s.stock() == {"Paracetamol": 2}, s.stock()  # one of the two bears both codes


def test_a_code_in_two_photos_is_told():
    with stand() as s:
        answer = s.scan("--in", *DATE, "--box", "HQQ-SBDE", s.photo("1.jpg", FEVER, seed=1),
                        s.photo("2.jpg", FEVER, seed=2))
        assert "02000000000015 is in 2 pictures and is taken for the same packs, 1 in all" in (
            " ".join(answer["messages"])), answer
        assert s.stock() == {"Paracetamol": 1}


def test_the_label_of_others_is_told():
    with stand() as s:
        s.medbox("setting", "set", "label.host", "boxes.example.cn")
        s.scan("--in", *DATE, s.photo("1.jpg", "gate.png", FEVER))  # printed before
        answer = s.scan("--in", *DATE, s.photo("2.jpg", "https://EVIL.COM/B/HQQSBDE", FEVER),
                        status=2)
        assert "this label is of EVIL.COM" in " ".join(answer["notices"]), answer
        assert s.stock() == {"Paracetamol": 1}


def test_named_packs_are_each_their_own():
    with stand() as s:
        one = s.photo("1.jpg", "gate.png", PACK.format(1), PACK.format(2), seed=1)
        two = s.photo("2.jpg", PACK.format(2), PACK.format(3), seed=2)
        s.scan("--in", *DATE, one, two)
        assert s.stock() == {"Paracetamol": 3}
        s.scan("--in", *DATE, one, status=4)  # all of them are in the box already
        assert s.stock() == {"Paracetamol": 3}


def test_packs_multiplies():
    with stand() as s:
        s.scan("--in", *DATE, "--packs", "25", s.photo("in.jpg", "gate.png", FEVER, PACK.format(1)))
        assert s.stock() == {"Paracetamol": 25}, s.stock()


def test_the_same_uid_books_once():
    with stand() as s:
        words = ("--in", *DATE, "--uid", "0193a5b0-0000-7000-8000-000000000001",
                 s.photo("in.jpg", "gate.png", FEVER, COLD))
        s.scan(*words)
        answer = s.scan(*words)
        assert "already booked" in " ".join(answer["messages"]), answer
        assert s.stock() == {"Paracetamol": 1, "Compound": 1}
        assert s.seqs() == [1, 2]


def test_a_picture_booked_under_an_id_is_known():
    """With another id, without one, in another box, with the id given only then."""
    with stand() as s:
        def own(n):
            return ("--uid", f"0193a5b0-0000-7000-8000-00000000000{n}")
        one = s.photo("1.jpg", "gate.png", FEVER, COLD)
        s.scan("--in", *DATE, *own(1), one)
        for words in ([], own(2), ("--dry-run",)):
            answer = s.scan("--in", *DATE, *words, one, status=4)
            assert [row["code"][1:] for row in answer["refused"]] == [FEVER, COLD], answer
            assert "No. 1, 2026-11-24" in answer["refused"][0]["message"], answer
        answer = s.scan("--in", *DATE, *own(1), one)
        assert "already booked" in " ".join(answer["messages"]), answer
        assert s.stock() == {"Paracetamol": 1, "Compound": 1}
        for _ in range(2):  # wanted once more, and sent twice
            s.scan("--in", *DATE, "--again", *own(3), one)
        assert s.stock() == {"Paracetamol": 2, "Compound": 2}
        s.scan("--in", *DATE, s.photo("2.jpg", "gate.png", FEVER, seed=9))
        s.scan("--in", *DATE, *own(4), "2.jpg", status=4)
        bare = s.photo("3.jpg", FEVER, seed=11)
        s.scan("--in", *DATE, *own(5), "--box", "HQQ-SBDE", bare)
        s.scan("--in", *DATE, "--box", "N0Z-MMZX", bare, status=4)
        assert s.stock() == {"Paracetamol": 4, "Compound": 2}
        for seq in (1, 3):
            s.medbox("undo", str(seq))
        s.scan("--in", *DATE, one, status=4)  # the second medicine's bookings stand
        assert s.stock() == {"Paracetamol": 3, "Compound": 2}


def test_the_same_picture_books_once():
    """Under whatever name, until it is undone, unless it is said; a taking is another matter."""
    with stand() as s:
        one = s.photo("1.jpg", "gate.png", FEVER, COLD)
        s.scan("--in", *DATE, one)
        (s.folder / "copy.jpg").write_bytes((s.folder / one).read_bytes())
        for words in (["1.jpg"], ["copy.jpg"], ["--dry-run", "1.jpg"]):
            answer = s.scan("--in", *DATE, *words, status=4)
            assert [row["code"][1:] for row in answer["refused"]] == [FEVER, COLD], answer
            assert "this very picture was scanned before" in answer["refused"][0]["message"], answer
            assert "No. 1, 2026-11-24" in answer["refused"][0]["message"], answer
        assert s.stock() == {"Paracetamol": 1, "Compound": 1}
        answer = s.scan("--in", *DATE, one, s.photo("2.jpg", "gate.png", FEVER, PACK.format(2), seed=9),
                        status=4)
        assert s.stock() == {"Paracetamol": 2, "Compound": 1}, answer
        s.scan("--in", *DATE, "--again", one)
        assert s.stock() == {"Paracetamol": 3, "Compound": 2}
        s.scan("--out", one)
        s.scan("--out", one, status=4)
        assert s.stock() == {"Paracetamol": 2, "Compound": 1}
        s.medbox("undo", "1")
        s.scan("--in", *DATE, one, status=4)  # what was booked by --again still stands
        assert s.stock() == {"Paracetamol": 1, "Compound": 1}
        s.scan("--look", one)
        assert s.medbox("check").startswith("8 bookings"), s.seqs()


def test_a_picture_is_of_one_box():
    """Until what was booked in the wrong one is undone, unless it is said."""
    with stand() as s:
        one = s.photo("1.jpg", FEVER, seed=1)
        s.scan("--in", *DATE, "--box", "HQQ-SBDE", one)
        answer = s.scan("--in", *DATE, "--box", "N0Z-MMZX", one, status=4)
        assert "was booked in Gate box (HQQ-SBDE) (No. 1)" in answer["refused"][0]["message"], answer
        s.medbox("undo", "1")
        s.scan("--in", *DATE, "--box", "N0Z-MMZX", one)
        s.scan("--in", *DATE, "--box", "HQQ-SBDE", "--again", one)
        assert s.seqs() == [1, 2, 3, 4]


def test_a_call_cut_short_is_called_again():
    """What was booked is not booked again, and the rest is."""
    with stand() as s:
        one = s.photo("1.jpg", "gate.png", FEVER, COLD)
        s.medbox("drug", "unbind", COLD)
        s.scan("--in", *DATE, one, status=3)
        s.medbox("drug", "bind", COLD, "Compound", "--units", "20")
        answer = s.scan("--in", *DATE, one, status=4)
        assert len(answer["rows"]) == 1 and len(answer["refused"]) == 1, answer
        assert s.stock() == {"Paracetamol": 1, "Compound": 1}


def test_a_rehearsal_books_nothing():
    with stand() as s:
        answer = s.scan("--in", *DATE, "--dry-run", s.photo("in.jpg", "gate.png", FEVER))
        assert answer["rows"][0]["total"] == 20, answer
        assert s.stock() == {} and s.seqs() == []


def test_looking_needs_no_box_and_books_nothing():
    with stand() as s:
        answer = s.scan("--look", s.photo("look.jpg", FEVER))
        assert [(row["kind"], row["drug_name"]) for row in answer["rows"]] == [("look", "Paracetamol")]
        assert s.seqs() == []


def test_no_box_is_refused():
    with stand() as s:
        answer = s.scan("--in", *DATE, s.photo("in.jpg", FEVER), status=2)
        assert "no box label" in answer["error"]["message"], answer
        s.scan("--in", *DATE, "--box", "Gate box", "in.jpg")
        assert s.stock() == {"Paracetamol": 1}


def test_two_boxes_are_refused():
    with stand() as s:
        answer = s.scan("--in", *DATE, s.photo("in.jpg", "gate.png", "station.png", FEVER), status=2)
        assert "two boxes" in answer["error"]["message"], answer
        assert s.seqs() == []


def test_a_file_that_is_no_picture_costs_itself():
    with stand() as s:
        good = s.photo("in.jpg", "gate.png", FEVER)
        (s.folder / "torn.jpg").write_bytes(b"\xff\xd8\xff\xe0 and no more")
        (s.folder / "empty.png").write_bytes(b"")
        answer = s.scan("--in", *DATE, "torn.jpg", good, "empty.png", "gone.jpg", status=3)
        told = "\n".join(answer["notices"])
        assert all(name in told for name in ("torn.jpg", "empty.png", "gone.jpg")), answer
        assert "not done: 3" in answer["error"]["message"], answer
        assert s.stock() == {"Paracetamol": 1}


def test_nothing_is_done_where_no_file_is_a_picture():
    with stand() as s:
        (s.folder / "torn.jpg").write_bytes(b"\xff\xd8\xff\xe0 and no more")
        answer = s.scan("--look", "torn.jpg", status=2)
        assert any("torn.jpg" in notice for notice in answer["notices"]), answer


# A gray HEIC picture of 16000 x 9000 pixels (x265, ultrafast), whose ispe box says 64 x 64; zlib.
LARGER_THAN_SAID = (
    "eNrt2b2LE0EYx/GZJGYPfEWiNhZerhG0CdhoIYsG/wbBs4h5MQPZ3HqXO7SLnHBXWMVWUKzTCFYWEsFSDtToWYiVWF2h"
    "cEWKgzi7lzvQWgz8/D7s7szsTHb2M4GHITHGnG507sXNuqsaH5FrlJJ65CoNY+zlqN6pmN2YbdZai5O6iV21Y/6II7Hr"
    "RGnN+rPoWgvpI8uhb9v09q3d0pjl5KFzzrUb++NP+EY9M2k1V6qlpPrKxYuxL5+6uLrgyxXfcdXmZvbnHP8wOzujkTFH"
    "s2f8B0+F9pAdj5MBWfNklFzN+GUmnPV9565Y+3vHwG7PmLnSz4vtR73e90E3uZteHhT9+HzZDu6sHveTFNxSXJ9MGE5O"
    "j73r0rdNXuaki6O9dfLY7P3Mqke6qFbxq7R886ztHwuvrX/9vPlxOPywF++nGd1+5vbzzfbGjXQp1A77rtCVhGWeSbLM"
    "muTX1QkFVYevC6LmB4JJ8KCg6bVgTr8kaOoJmj7pmbJFQVND0CS478tuyJlyBT3SvB7phR5pW4504LweqaZHeqxHGsqR"
    "8jk9kl56yOulh3xfj/RGj7QlRwr0Ml5wQY9U1iPpJfGgpUd6qEfS24kHeruHQO+3h0BvQxS81SMNIUGaBukLJEjTIH3T"
    "I21BggTpr5D0/jILRpAgQYIECRIkSJAgQYIECRIkSJAgQYIECRIkSJAgQYIECRIkSJAgQYIECRIkSJAgQYIECRIkSJAg"
    "QYIECRIkSJAgQYIECRIkSJAgQYIECRKk/5X0D4+lwS+Htam0")


def test_a_stream_larger_than_its_file_says_costs_that_picture():
    with stand() as s:
        (s.folder / "larger.heic").write_bytes(zlib.decompress(base64.b64decode(LARGER_THAN_SAID)))
        done = s.run("decode", "larger.heic", s.photo("good.jpg", FEVER))
        assert done.returncode == 2, done
        larger, good = done.stdout.split("@good.jpg\n")
        said = larger.splitlines()
        assert said[0] == "@larger.heic" and said[1].startswith("? "), done
        assert re.search("damaged|memory|megapixels|too long", said[1]), said
        assert good.startswith(f"EAN-13:{FEVER}\n"), done
        assert "1 picture" in done.stderr, done.stderr


def test_an_empty_picture_is_told_and_the_rest_is_booked():
    with stand() as s:
        good = s.photo("in.jpg", "gate.png", FEVER)
        subprocess.run([PHOTO, "-o", "wall.jpg", "--pack", "plain::盒"], cwd=s.folder, check=True,
                       timeout=60)
        answer = s.scan("--in", *DATE, good, "wall.jpg", status=2)
        assert any("wall.jpg" in notice for notice in answer["notices"]), answer
        assert s.stock() == {"Paracetamol": 1}


def test_an_unknown_code_is_kept_and_the_rest_is_booked():
    with stand() as s:
        answer = s.scan("--in", *DATE, s.photo("in.jpg", "gate.png", FEVER, "2000000000039"), status=3)
        assert any("drug bind 02000000000039" in notice for notice in answer["notices"]), answer
        assert s.stock() == {"Paracetamol": 1}
        assert "02000000000039" in s.medbox("drug", "waiting")


def test_a_missing_date_is_refused_and_kept():
    with stand() as s:
        answer = s.scan("--in", s.photo("in.jpg", "gate.png", FEVER), status=4)
        assert any("--expiry" in notice for notice in answer["notices"]), answer
        assert s.seqs() == []
        assert len(json.loads(s.medbox("--json", "refusals"))["rows"]) == 1


def test_an_advertisement_is_no_medicine():
    with stand() as s:
        s.scan("--in", *DATE, s.photo("in.jpg", "gate.png", FEVER, "https://shop.example/offer"))
        assert s.stock() == {"Paracetamol": 1}


def test_what_is_not_there_cannot_be_taken():
    with stand() as s:
        answer = s.scan("--out", s.photo("out.jpg", "gate.png", FEVER), status=4)
        assert "count" in " ".join(answer["notices"]), answer
        assert s.stock() == {}


def test_a_transfer_is_carried_by_photos():
    """Out of the one box and into the other, a photo each; what does not belong is told."""
    with stand() as s:
        s.medbox("donate", "HQQ-SBDE", "Paracetamol", "--packs", "9", *DATE)
        for box in ("HQQ-SBDE", "N0Z-MMZX"):
            s.medbox("unmet", box, "fever")
        planned = json.loads(s.medbox("--json", "plan", "--packs", "--propose", "--volunteers", "1"))
        units, = {row["units"] for row in planned["rows"]}
        packs = units // 20
        assert packs > 1, planned
        out = s.scan("--carry", "1", s.photo("out.jpg", "gate.png", FEVER, COLD), status=4)
        assert "Compound" in " ".join(out["notices"]), out
        assert [(row["kind"], row["units"], row["transfer"]) for row in out["rows"]] == [("send", 20, 1)]
        s.scan("--carry", "1", "--packs", str(packs - 1), s.photo("more.jpg", "gate.png", FEVER))
        s.scan("--carry", "1", "out.jpg", status=4)
        row, = json.loads(s.medbox("--json", "transfer", "list"))["rows"]
        assert (row["state"], row["sent"], row["received"]) == ("carried", units, 0), row
        answer = s.scan("--carry", "all", "--packs", str(packs), s.photo("in.jpg", "station.png", FEVER))
        assert [row["kind"] for row in answer["rows"]] == ["receive"], answer
        row, = json.loads(s.medbox("--json", "transfer", "list", "--all"))["rows"]
        assert (row["state"], row["received"]) == ("done", units), row
        assert s.stock() == {"Paracetamol": 9 - packs}
        s.medbox("check")


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))
