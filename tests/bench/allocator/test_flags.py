#!/usr/bin/env python3
"""bench-flags reads what README.md says, and refuses the rest by line."""

import csv
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

import tap  # noqa: E402

BOXES = "box,county,community,grid,residents,vulnerable\nA,x,c,g,100,10\nB,x,c,g,120,0\n"


def replay(boxes, events, status=0):
    """The rows of FLAGS.csv; where it is to fail, what it says."""
    with tempfile.TemporaryDirectory(prefix="medbox-flags-") as folder:
        folder = pathlib.Path(folder)
        (folder / "boxes.csv").write_text(boxes, encoding="utf-8")
        (folder / "events.csv").write_text(events, encoding="utf-8")
        done = subprocess.run([os.environ["FLAGS"], folder, folder / "f.csv", folder / "a.csv"],
                              capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == status, (done.returncode, done.stdout, done.stderr)
        if status:
            return done.stderr
        return list(csv.DictReader((folder / "f.csv").open(encoding="utf-8")))


def rows_of(events, boxes=BOXES):
    return replay(boxes, "time,box,type,kind,units\n" + events)


def test_a_row_for_every_box_type_and_day():
    rows = rows_of("0,A,fever,count,9\n0.5,A,fever,take,2\n3.2,B,cold,donate,4\n")
    assert len({(row["day"], row["box"], row["type"]) for row in rows}) == len(rows) == 4 * 2 * 2
    for row in rows:
        near, far = float(row["p3"]), float(row["p7"])
        assert 0 <= near <= far <= 1, row
        assert near == 1 or float(row["stock"]) > 0, row
    assert {row["stock"] for row in rows if (row["box"], row["type"]) == ("A", "fever")} == {"7"}


def test_what_is_taken_empties_a_box():
    events = "0,A,fever,count,60\n" + "".join(f"{day}.5,A,fever,take,2\n" for day in range(29))
    rows = [row for row in rows_of(events) if row["box"] == "A"]
    chances = [float(row["p7"]) for row in rows]
    assert chances[5] < 0.01 and chances[-1] > 0.9, chances
    assert float(rows[-1]["p3"]) > 0.6


def test_columns_separators_and_dates_as_they_come():
    boxes = "\ufeffresidents;box\r\n100;A\r\n"
    events = ("kind;units;type;date;box\r\n\"count\";9;退烧;2026-02-27;A\r\n"
              "take;1;退烧;2026-03-01T08:30;A\r\n")
    rows = replay(boxes, events)
    assert [row["day"] for row in rows] == ["2026-02-27", "2026-02-28", "2026-03-01"]
    assert rows[-1]["stock"] == "8" and rows[-1]["type"] == "退烧"


def test_order_of_rows_does_not_matter():
    rows = ["0,A,fever,count,9", "0.3,A,fever,take,2", "1.4,B,fever,donate,4", "2.5,B,fever,take,1"]
    assert rows_of("\n".join(rows) + "\n") == rows_of("\n".join(rows[::-1]) + "\n")


REFUSALS = {
    "a box that is not there": ("1,C,fever,take,1\n", "line 2: there is no box “C”"),
    "an unknown kind": ("1,A,fever,grab,1\n", "line 2: “grab” is no kind of event"),
    "a bad number": ("1,A,fever,take,1\n2,A,fever,take,many\n", "line 3: “many” is no number"),
    "a bad time": ("noon,A,fever,take,1\n", "line 2: “noon” is no time"),
    "a day that never was": ("2026-02-30,A,fever,take,1\n", "line 2: “2026-02-30” is no time"),
    "units below nothing": ("1,A,fever,take,-1\n", "line 2: “-1”: units are 0 or more"),
    "units without end": ("1,A,fever,take,1e300\n", "line 2: “1e300”: units are 0 or more, at most"),
    "a date among numbers": ("1,A,fever,take,1\n2026-03-01,A,fever,take,1\n",
                             "line 3: “2026-03-01” is a date, but lines before it have numbers"),
    "a number among dates": ("2026-03-01,A,fever,take,1\n2,A,fever,take,1\n",
                             "line 3: “2” is no time"),
    "nothing": ("", "there are no events"),
}


def test_refusals():
    for name, (events, words) in REFUSALS.items():
        said = replay(BOXES, "time,box,type,kind,units\n" + events, status=1)
        assert words in said, (name, said)
    assert "no column box" in replay("name,residents\nA,1\n", "time\n", status=1)
    assert "people are 0 or more" in replay(BOXES + "C,x,c,g,-5,0\n", "time\n", status=1)
    assert "stands there twice" in replay(BOXES + "A,x,c,g,1,0\n", "time\n", status=1)


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))
