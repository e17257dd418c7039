#!/usr/bin/env python3
"""What programs read of every listing, held against the table listings.txt.

    MEDBOX=build/medbox test_listings.py [WORD…]
"""

import collections
import json
import os
import pathlib
import shlex
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402

MEDBOX = os.environ["MEDBOX"]


def read_table():
    """The words, the words of other things, what is to be done, and the lists by command."""
    words, others, doings, lists = set(), collections.defaultdict(set), [], collections.defaultdict(dict)
    for line in (HERE / "listings.txt").read_text(encoding="utf-8").splitlines():
        rule, _, rest = line.partition(" ")
        if rule == "word":
            words |= set(rest.split())
        elif rule == "other":
            thing, *names = rest.split()
            others[thing] |= {f"{thing}_{name}" for name in names}
        elif rule == "do":
            doings.append(rest)
        elif rule == "list":
            command, _, keys = rest.rpartition(": ")
            name, *keys = keys.split()
            lists[command][name] = keys
        else:
            assert not line or line.startswith("#"), line
    return words, others, doings, lists


WORDS, OTHERS, DOINGS, LISTS = read_table()


class House:
    """An inventory with something to list of everything."""

    def __init__(self, folder):
        self.folder = folder
        for doing in DOINGS:
            self.run(doing)
        self.listed = {command: json.loads(self.run(f"--json {command}")) for command in LISTS}

    def run(self, command):
        """A number behind it is the status that is expected."""
        *words, last = shlex.split(command)
        status, words = (int(last), words) if last in ("3", "4") else (0, [*words, last])
        done = subprocess.run([MEDBOX, "--db", "box.db", "--lang", "en", *words], cwd=self.folder,
                              env=os.environ | {"MEDBOX_NOW": "2026-11-24T10:00:00+08:00"},
                              input="2000000000015\n2000000000039\n", capture_output=True, text=True,
                              timeout=60, check=False)
        assert done.returncode in (status, 3 if "-" in words else status), (command, done.stderr)
        return done.stdout

    def columns(self):
        """Of all tables of the schema."""
        with sqlite3.connect(f"{self.folder}/box.db") as db:
            tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            return {row[1] for table in tables for row in db.execute(f"PRAGMA table_info({table})")}


FOLDER = tempfile.TemporaryDirectory(prefix="medbox-listings-")
HOUSE = House(FOLDER.name)


def case_of(command):
    def case():
        answer = HOUSE.listed[command]
        lists = {name: value for name, value in answer.items()
                 if isinstance(value, list) and value and isinstance(value[0], dict)}
        expected = LISTS[command]
        assert set(lists) == set(expected), (sorted(lists), sorted(expected))
        for name, keys in expected.items():
            for row in lists[name]:
                assert list(row) == keys, (name, list(row), keys)
    return case


def test_names_are_the_schema_s():
    """Or a word of the table, or another thing's beside its number."""
    known = HOUSE.columns() | WORDS
    for command, lists in LISTS.items():
        for keys in lists.values():
            for key in keys:
                thing = next((t for t in OTHERS if key in OTHERS[t]), None)
                assert key in known or thing in keys, f"{command}: {key}"


def test_a_name_is_of_what_the_row_is():
    """"name" and "code" are of the listed thing itself: where it is another's, they say whose."""
    nouns = ("area", "box", "drug", "sheet", "printer", "person", "invite", "scan")
    for command, lists in LISTS.items():
        for keys in lists.values():
            if "name" in keys or "code" in keys:
                assert command.startswith(nouns), (command, keys)


def test_no_word_is_of_nothing():
    """What the table tells of is somewhere."""
    used = {key for lists in LISTS.values() for name, keys in lists.items()
            for key in [name, *keys]}
    used |= {key for answer in HOUSE.listed.values() for key in answer}
    idle = (WORDS | {name for names in OTHERS.values() for name in names}) - used
    assert not idle, sorted(idle)


def test_every_listing_is_here():
    """A command that lists, by its name."""
    pages = HOUSE.run("help").splitlines()
    wanted = {line.split("  ")[1].strip() for line in pages if line.startswith("  ") and
              line.split("  ")[1].strip().endswith((" list", " log", " changed", " waiting"))}
    missing = [name for name in wanted if not any(c.startswith(name) for c in LISTS)]
    assert len(wanted) > 8 and not missing, missing


if __name__ == "__main__":
    sys.exit(tap.run([(f"list {command}", case_of(command)) for command in LISTS] +
                     tap.cases(globals())))
