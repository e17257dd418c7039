#!/usr/bin/env python3
"""That rooms.py finds what it is there to find: small trees with one fault each, and the real one."""

import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import rooms  # noqa: E402
import tap  # noqa: E402

TREE = HERE.parents[1]

TABLE = """
room low
room store low
room pure low store
room face low store pure
yard tests
blind pure low
private store/inside.h
made store-resource.h store/store.c
open stdbool.h glib.h
home sqlite3.h store/store.c store/engine tests
home stdio.h face
sql store
word face : time() stdout printf()
sqlword datetime
lines function 6
lines half 2
lines ninety 4
lines file 70
lines yardfile 80
"""

# A tree without a fault, with everything that looks like one and is none.
SOUND = {
    "low/word.h": "#include <stdbool.h>\n#include <glib.h>\n",
    "low/word.c": '#include "low/word.h"\n/* #include <sqlite3.h>, printf() and SELECT 1 */\n'
                  'const char *time = "printf(stdout)"; // time(0)\nint c = \'"\';\n',
    "store/inside.h": "",
    "store/store.h": "#include <stdbool.h>\n",
    "store/store.c": '#include "store/store.h"\n#include <sqlite3.h>\n#include "low/word.h"\n'
                     '#include "store/inside.h"\n#include "store-resource.h"\n'
                     'const char *sql = "SELECT 1";\n',
    "store/engine/one.c": "#include <sqlite3.h>\n",
    "store/0001.sql": "-- datetime is not asked\nCREATE TABLE t (at INTEGER);\n",
    "pure/plan.h": '#include "store/store.h"\n',
    "pure/plan.c": '#include "pure/plan.h"\nint a = b.time(0) + b->time(0) + sometime(0);\n',
    "face/main.c": '#include <stdio.h>\n#include "pure/plan.h"\nint at = time(0);\n'
                   'const char *word = "Select one, then UPDATE it";\n',
    "tests/unit/near.h": "#include <sqlite3.h>\n",
    "tests/unit/test_low.c": '#include "low/word.h"\n#include "near.h"\n#include <sqlite3.h>\n'
                             '#include "store/inside.h"\nconst char *sql = "SELECT 1";\nint t = time(0);\n',
    "build-x/low/any.c": '#include "face/any.h"\n',
    ".hidden/any.c": '#include "face/any.h"\n',
}


def body(lines):
    """A function with so many lines between its braces."""
    return "int\nf(void)\n{\n" + "    go();\n" * lines + "}\n"


# What is wrong: files put into the sound tree, and every line that must be said of them.
FAULTS = {
    "a room includes one above it": (
        {"low/up.c": '\n#include "face/x.h"\n', "face/x.h": ""},
        ["low/up.c:2: low/ may not include face/x.h"]),
    "a room includes a lower one that is not its business": (
        {"store/x.c": '#include "pure/plan.h"\n'}, ["store/x.c:1: store/ may not include pure/plan.h"]),
    "spaces don't hide an include": (
        {"low/up.c": '  #  include   "face/x.h"\n', "face/x.h": ""},
        ["low/up.c:1: low/ may not include face/x.h"]),
    "a folder in no row": (
        {"attic/a.c": "int a;\n"}, ["attic/a.c:1: attic/ is in no row of the table"]),
    "a header that is not there": (
        {"low/a.c": '#include "low/gone.h"\n'},
        ["low/a.c:1: there is no low/gone.h; headers are named from the top of the tree"]),
    "a header named from its own folder": (
        {"low/a.c": '#include "word.h"\n'},
        ["low/a.c:1: there is no word.h; headers are named from the top of the tree"]),
    "an include by a macro": (
        {"low/a.c": "#include WHERE\n"}, ["low/a.c:1: an include that names no header"]),
    "its own header comes second": (
        {"low/a.h": "", "low/a.c": '#include "low/word.h"\n#include "low/a.h"\n'},
        ["low/a.c:1: its own header low/a.h is not its first include"]),
    "its own header comes not at all": (
        {"low/a.h": "", "low/a.c": "int a;\n"},
        ["low/a.c:1: its own header low/a.h is not its first include"]),
    "a private header elsewhere": (
        {"face/a.c": '#include "store/inside.h"\n'},
        ["face/a.c:1: store/inside.h is private to store/"]),
    "a generated header elsewhere": (
        {"face/a.c": '#include "store-resource.h"\n'},
        ["face/a.c:1: only store/store.c may include store-resource.h"]),
    "an outside header away from home": (
        {"face/a.c": "#include <sqlite3.h>\n"},
        ["face/a.c:1: only store/store.c store/engine tests may include <sqlite3.h>"]),
    "a folder as home is not the folder that begins alike": (
        {"store/engine_room.c": "#include <sqlite3.h>\n"},
        ["store/engine_room.c:1: only store/store.c store/engine tests may include <sqlite3.h>"]),
    "an outside header that nobody allowed": (
        {"face/a.c": "#include <curl/curl.h>\n"},
        ["face/a.c:1: <curl/curl.h> is in no row of the table"]),
    "also in the yard": (
        {"tests/a.c": "#include <curl/curl.h>\n"},
        ["tests/a.c:1: <curl/curl.h> is in no row of the table"]),
    "an outside header in one of ours": (
        {"face/a.h": "#include <stdio.h>\n"}, ["face/a.h:1: a header may not include <stdio.h>"]),
    "a blind room that sees through a header": (
        {"store/deep.h": '#include "low/word.h"\n', "store/wide.h": '#include "store/deep.h"\n',
         "pure/a.c": '\n#include "store/wide.h"\n'},
        ["pure/a.c:2: pure/ sees low/word.h through this include"]),
    "headers that include each other end": (
        {"store/a.h": '#include "store/b.h"\n', "store/b.h": '#include "store/a.h"\n#include "low/word.h"\n',
         "pure/a.c": '#include "store/a.h"\n'},
        ["pure/a.c:1: pure/ sees low/word.h through this include"]),
    "SQL in a face": (
        {"face/a.c": '\nconst char *a = "SELECT 1";\n'}, ["face/a.c:2: SQL is for store alone"]),
    "SQL of every sort": (
        {"face/a.c": "".join(f'f("{text}");\n' for text in (
            "INSERT INTO t VALUES (1)", " UPDATE t SET a = 1", "DELETE FROM t", "PRAGMA user_version",
            "BEGIN", "COMMIT;", "WITH a AS (", "CREATE TABLE t (a)", "DROP TABLE t"))},
        [f"face/a.c:{line}: SQL is for store alone" for line in range(1, 10)]),
    "the clock below the faces": (
        {"pure/a.c": "int a = time (0);\n"}, ["pure/a.c:1: time() is for face alone"]),
    "a word below the faces, on its own line": (
        {"low/a.c": '/* one\n two */ f("three\\\n");\nint b = put(stdout);\n'},
        ["low/a.c:4: stdout is for face alone"]),
    "printing below the faces": (
        {"store/a.c": 'int a = printf("x");\n'}, ["store/a.c:1: printf() is for face alone"]),
    "the engine's clock in a string": (
        {"store/a.c": 'f("SELECT datetime(1)");\n'}, ["store/a.c:1: datetime has no place in SQL"]),
    "the engine's clock in a migration": (
        {"store/0002.sql": "CREATE TABLE u (a INTEGER\n  DEFAULT (datetime('now')));\n"},
        ["store/0002.sql:2: datetime has no place in SQL"]),
    "the engine's own words, in whatever letters": (
        {"store/a.c": 'f("SELECT"\n  " DateTime(1)");\n'}, ["store/a.c:2: datetime has no place in SQL"]),
    "SQL in small letters": (
        {"face/a.c": 'f("select a from b");\n'}, ["face/a.c:1: SQL is for store alone"]),
    "SQL in pieces": (
        {"face/a.c": 'f(1,\n  "INSERT"\n  "\\tINTO b VALUES (1)");\n'},
        ["face/a.c:2: SQL is for store alone"]),
    "a function too long": (
        {"face/a.c": body(7) + body(2) * 9}, ["face/a.c:3: 7 lines in a function, 6 at most"]),
    "a function too long in the yard": (
        {"tests/a.c": body(7)}, ["tests/a.c:3: 7 lines in a function, 6 at most"]),
    "less than half are short": (
        {"face/a.c": body(3) * 2 + body(2)},
        ["tree: 1 of 3 functions have 2 lines or fewer; 50% should"]),
    "less than nine in ten are middling": (
        {"face/a.c": body(2) * 2, "face/b.c": body(2) * 2 + body(5)},
        ["tree: 4 of 5 functions have 4 lines or fewer; 90% should"]),
    "a file too long": (
        {"face/a.c": "int a;\n" * 71}, ["face/a.c:71: 71 lines in a file, 70 at most"]),
    "a file too long in the yard": (
        {"tests/a.c": "int a;\n" * 81}, ["tests/a.c:81: 81 lines in a file, 80 at most"]),
}

NO_FAULTS = {
    "functions at their limits": {"face/a.c": body(2) * 5, "face/b.c": body(4) * 4 + body(6)},
    "files at their limits": {"face/a.c": "int a;\n" * 70, "tests/a.c": "int a;\n" * 80},
    "a room that is not built yet": {},
}

BAD_TABLES = {
    "an unknown kind of rule": ("door low\n", "rooms.txt:1: “door” is no kind of rule"),
    "a room above what it includes": (
        "\nroom low face\n", "rooms.txt:2: face does not stand above low in the table"),
    "a size that is no number": ("lines file many\n", "rooms.txt:1: invalid literal"),
    "words without a colon": ("word face time\n", "rooms.txt:1: "),
    "a row cut short": ("home\n", "rooms.txt:1: "),
    "a size left out": ("room low\n", "rooms.txt: no row “lines function”"),
}


def faults(files, table=TABLE):
    """What rooms.py says of the sound tree with these files in it."""
    with tempfile.TemporaryDirectory(prefix="medbox-rooms-") as folder:
        root = pathlib.Path(folder)
        for name, text in (SOUND | files | {"rooms.txt": table}).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return list(rooms.faults(root, rooms.read_table(root / "rooms.txt")))


def expect(said, expected):
    """Exactly these lines."""
    assert said == expected, f"\nexpected {expected}\nsaid     {said}"


def read_bad(text, expected):
    """A table that can't be read says which row."""
    with tempfile.TemporaryDirectory(prefix="medbox-rooms-") as folder:
        path = pathlib.Path(folder) / "rooms.txt"
        path.write_text(text, encoding="utf-8")
        try:
            rooms.read_table(path)
        except rooms.BadTable as error:
            assert expected in str(error), error
            return
    raise AssertionError("the table was read")


def test_a_home_that_is_gone_is_said():
    """A row that nothing stands behind any more would allow a file that comes later."""
    said = faults({}, TABLE + "home zbar.h pure/scan.c\n")
    row = TABLE.count("\n") + 1
    expect(said, [f"rooms.txt:{row}: pure/scan.c is not in the tree"])


def test_the_real_tree_stands_as_planned():
    """The point of it all."""
    expect(list(rooms.faults(TREE, rooms.read_table(HERE / "rooms.txt"))), [])


# Put into a copy of the real tree: that the rows of the real table bite.
PLANTED = {
    "inventory/planted.c": ('#include <sqlite3.h>\n', "may include <sqlite3.h>"),
    "cli/planted.c": ('const char *a = "SELECT 1";\n', "SQL is for schema inventory alone"),
    "cli/lower.c": ('const char *a = "select id from box";\n', "SQL is for schema inventory alone"),
    "cli/broken.c": ('const char *a = "INSERT\\nINTO box VALUES (1)";\n', "SQL is for schema inventory"),
    "cli/update.c": ('const char *a = "update box set id = 1";\n', "SQL is for schema inventory alone"),
    "cli/explained.c": ('const char *a = "EXPLAIN QUERY PLAN SELECT 1";\n', "SQL is for schema inven"),
    "inventory/own.c": ('f("SELECT ifnull(lot, 1)");\n', "ifnull has no place in SQL"),
    "inventory/like.c": ('f("SELECT lot WHERE lot GLOB 1");\n', "glob has no place in SQL"),
    "labels/planted.c": ('#include "schema/db.h"\n', "labels/ may not include schema/db.h"),
    "allocator/planted.c": ("int a = time(0);\n", "time() is for cli web alone"),
    "scanner/planted.c": ('#include "inventory/drug.h"\n', "scanner/ may not include"),
    "base/planted.c": ('int a = fprintf(stderr, "x");\n', "stderr is for cli web alone"),
    "schema/planted.c": ('f("SELECT randomblob(16)");\n', "randomblob has no place in SQL"),
    "inventory/planted.h": ("#include <csv.h>\n", "only inventory/csv.c may include <csv.h>"),
    "labels/planted.h": ("#include <cairo.h>\n", "may include <cairo.h>"),
    "cli/planted.h": ('#include "inventory/inside.h"\n', "private to inventory/"),
}


def test_faults_planted_in_the_real_tree_are_found():
    """Each of them; the copy has them all at once."""
    with tempfile.TemporaryDirectory(prefix="medbox-rooms-") as folder:
        root = pathlib.Path(folder)
        for ending in (".c", ".h", ".sql"):
            for path in rooms.paths(TREE, ending):
                copy = root / path.relative_to(TREE)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, copy)
        for name, (text, _) in PLANTED.items():
            (root / name).write_text(text, encoding="utf-8")
        said = list(rooms.faults(root, rooms.read_table(HERE / "rooms.txt")))
    for name, (_, expected) in PLANTED.items():
        assert any(line.startswith(f"{name}:1: ") and expected in line for line in said), (name, said)


def table_cases():
    """A case a row of the tables above."""
    yield "a sound tree", lambda: expect(faults({}), [])
    for name, (files, expected) in FAULTS.items():
        yield name, lambda files=files, expected=expected: expect(faults(files), expected)
    for name, files in NO_FAULTS.items():
        yield name, lambda files=files: expect(faults(files), [])
    for name, (text, expected) in BAD_TABLES.items():
        yield f"a table with {name}", lambda text=text, expected=expected: read_bad(text, expected)


if __name__ == "__main__":
    sys.exit(tap.run([*table_cases(), *tap.cases(globals())]))
