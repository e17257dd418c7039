#!/usr/bin/env python3
"""One SQL text for both engines: every statement of inventory/ is prepared by a PostgreSQL, and takes
and gives nothing but the types that both have in common (BIGINT, TEXT, BYTEA).

The server is a throwaway of this test, without network, and goes with its folder.
"""

import contextlib
import functools
import getpass
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "structure")]

import rooms  # noqa: E402
import tap  # noqa: E402

TREE = HERE.parents[1]
SHARED = {"bigint", "text", "bytea"}
CALL = re.compile(r"(?<!\w)db_query\s*\(")
DEFINE = re.compile(r'^#define (\w+)((?:[ \t]|\\\n)+(?:"(?:\\.|[^"\\\n])*"(?:[ \t]|\\\n)*)+)$', re.M)
PIECE = re.compile(r'\s*(?:"((?:\\.|[^"\\\n])*)"|([A-Z_]+))')


# ---------------------------------------------------------------------------------- the statements

def remarkless(path):
    """A file's text with remarks blanked, so that lines keep their numbers."""
    return rooms.LEXEME.sub(lambda m: rooms.blank(m) if m.group()[0] == "/" else m.group(),
                            path.read_text(encoding="utf-8"))


def unquote(literals):
    """What C makes of string literals that stand side by side."""
    return "".join(re.findall(r'"((?:\\.|[^"\\\n])*)"', literals)).replace('\\"', '"')


def second_argument(text, at):
    """Where the second argument of a call begins, whose first begins at `at`."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] == "(") - (text[i] == ")")
        if text[i] == "," and depth == 0:
            return i + 1
    raise AssertionError("a call without an end")


def literal(text, at, macros):
    """The literal that begins there, with the macros that are a part of it; it ends the call."""
    sql = ""
    while match := PIECE.match(text, at):
        sql += macros[match.group(2)] if match.group(2) else match.group(1).replace('\\"', '"')
        at = match.end()
    assert re.match(r"\s*\)", text[at:]), f"db_query() of more than a literal: {text[at:at + 40]!r}"
    return sql


def statements():
    """(file:line, SQL) of every db_query() of inventory/."""
    texts = {path: remarkless(path) for path in sorted((TREE / "inventory").glob("*.[ch]"))}
    macros = {name: unquote(value) for text in texts.values()
              for name, value in DEFINE.findall(text)}
    for path, text in texts.items():
        for call in CALL.finditer(text):
            line = text.count("\n", 0, call.start()) + 1
            yield (f"inventory/{path.name}:{line}",
                   literal(text, second_argument(text, call.end()), macros))


def numbered(sql):
    """:name as $1, $2, …, as a driver for PostgreSQL numbers them; and the names in their order."""
    names = []

    def number(match):
        if match.group(1) not in names:
            names.append(match.group(1))
        return f"${names.index(match.group(1)) + 1}"
    return re.sub(r"(?<![:\w]):([a-z_]+)", number, sql), names


def tables():
    """The tables as the numbered steps make them, in PostgreSQL's words; what is the engine's own
    (triggers, pragmas, the planner's hints) stays behind."""
    script = "".join(re.sub(r"--[^\n]*", "", path.read_text(encoding="utf-8"))
                     for path in sorted((TREE / "schema" / "sqlite").glob("*.sql")))
    for pattern, words in ((r"(?s)\bCREATE TRIGGER\b.*?\bEND;", ""),
                           (r"\b(PRAGMA|ANALYZE|INSERT INTO sqlite_\w+)\b[^;]*;", ""),
                           (r"\)\s*(STRICT|WITHOUT ROWID)(,\s*(STRICT|WITHOUT ROWID))?\s*;", ");"),
                           (r"\bINTEGER\b", "BIGINT"), (r"\bBLOB\b", "BYTEA"),
                           (r"\bzeroblob\((\d+)\)", r"decode(repeat('00', \1), 'hex')")):
        script = re.sub(pattern, words, script)
    return script


# -------------------------------------------------------------------------------------- the server

def programs():
    """Where the newest PostgreSQL's programs are; initdb is not in the usual path."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"),
                   key=lambda path: float(path.parts[-3]))
    if not found:
        raise tap.Skip("no PostgreSQL here (package postgresql)")
    return found[-1].parent


class Server:
    """A cluster in a folder of its own."""

    def __init__(self, folder):
        self.bin, self.folder = programs(), folder
        self.user = "postgres" if os.getuid() == 0 else getpass.getuser()
        self.other = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}

    def call(self, *words, **more):
        """Runs one of its programs, as its user; it must succeed."""
        done = subprocess.run([self.bin / words[0], *words[1:]], cwd=self.folder, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                              timeout=60, **self.other, **more)
        assert done.returncode == 0, (words, done.stdout)
        return done.stdout

    def start(self):
        """Makes it and waits until it listens."""
        self.call("initdb", "--no-sync", "--auth=trust", "--locale=C", "--encoding=UTF8", "-D", "d")
        # A pipe would be held open by the server itself.
        subprocess.run([self.bin / "pg_ctl", "-D", "d", "-l", "log", "-w", "start", "-o",
                        f"-c listen_addresses= -c fsync=off -k {self.folder}"], cwd=self.folder,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=60,
                       **self.other)

    def stop(self):
        """Ends it at once."""
        self.call("pg_ctl", "-D", "d", "-m", "immediate", "stop")

    def say(self, script):
        """What psql says of a script, all of it, errors among the rest."""
        return self.call("psql", "-XAtq", "-h", self.folder, "-U", self.user, "-d", "postgres",
                         "-v", "VERBOSITY=terse", "-f", "-", input=script)


@contextlib.contextmanager
def server():
    """One that has the tables."""
    folder = tempfile.mkdtemp(prefix="medbox-sql-")
    one = Server(folder)
    try:
        if one.other:
            shutil.chown(folder, "postgres", "postgres")
        one.start()
        try:
            said = one.say(tables())
            assert said == "", said
            yield one
        finally:
            one.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


# ------------------------------------------------------------------------------------ the questions

def asked(number, sql):
    """What psql is told: to prepare it, and to say the types it takes and gives."""
    name = f"s{number}"
    return (f"\\echo @{number}\nPREPARE {name} AS {sql};\n"
            f"SELECT 'takes|' || p.type || '|' || p.n FROM pg_prepared_statements,"
            f" unnest(parameter_types) WITH ORDINALITY AS p (type, n) WHERE name = '{name}'"
            f" ORDER BY n;\n{sql} \\gdesc\n")


def faults(server_, all_statements):
    """(where, what is wrong), of every statement."""
    script, names = "", []
    for number, (_, sql) in enumerate(all_statements):
        text, parameters = numbered(sql)
        script += asked(number, text)
        names.append(parameters)
    for part in server_.say(script).split("@")[1:]:
        number, *lines = part.splitlines()
        where = all_statements[int(number)][0]
        for line in lines:
            if error := re.search(r"ERROR: +(.*)", line):
                yield where, error.group(1)
                break
            words = line.split("|")
            if words[0] == "takes" and words[1] not in SHARED:
                yield where, f":{names[int(number)][int(words[2]) - 1]} is taken for {words[1]}"
            elif words[0] != "takes" and len(words) == 2 and words[1] not in SHARED:
                yield where, f"column {words[0]} is {words[1]}"


def listed(found):
    """Lines for people."""
    return "".join(f"\n{where}: {what}" for where, what in found)


@functools.cache
def all_statements():
    """Read once."""
    return list(statements())


# What is to be found, each by these words.
PLANTED = [
    ("INSERT OR REPLACE INTO stock VALUES (1, 1, 1, 1, '', 1)", "syntax error"),
    ("SELECT ifnull(lot, '') FROM stock", "function ifnull"),
    ("SELECT group_concat(lot) FROM stock", "function group_concat"),
    ("SELECT typeof(lot) FROM stock", "function typeof"),
    ("SELECT lot FROM stock WHERE lot GLOB 'a*'", "syntax error"),
    ("SELECT box, lot FROM stock GROUP BY box", "must appear in the GROUP BY"),
    ("SELECT lot FROM stock WHERE lot = \"a\"", "does not exist"),
    ("SELECT sum(units) AS n FROM stock", "column n is numeric"),
    ("SELECT count(*) > 0 AS n FROM stock", "column n is boolean"),
    ("SELECT length(lot) AS n FROM stock", "column n is integer"),
    ("SELECT 1 AS n FROM stock", "column n is integer"),
    ("SELECT lot FROM stock WHERE :drug = 0 OR drug = :drug", ":drug is taken for integer"),
    ("SELECT lot FROM stock WHERE :a = 0", ":a is taken for integer"),
]


def test_what_the_engines_do_not_share_is_found():
    """Each plant by its own words, and nothing in a sound one."""
    sound = ("sound", "SELECT lot, CAST(sum(units) AS BIGINT) FROM stock WHERE tenant = :tenant"
                      " AND lot <> :lot GROUP BY lot")
    with server() as one:
        found = list(faults(one, [sound, *((str(n), sql) for n, (sql, _) in enumerate(PLANTED))]))
        assert "sound" not in dict(found), listed(found)
        for number, (sql, words) in enumerate(PLANTED):
            assert any(where == str(number) and words in what for where, what in found), (
                sql, listed(found))


def test_every_statement_is_read():
    """A call that the reader passes over would go untried."""
    calls = sum(len(re.findall(r"\bdb_query\(", rooms.read_source(TREE, path).code))
                for path in (TREE / "inventory").glob("*.[ch]"))
    assert len(all_statements()) == calls > 100, (len(all_statements()), calls)


def test_every_statement_is_shared():
    """By the real tables."""
    with server() as one:
        found = list(faults(one, all_statements()))
    assert not found, listed(found)
    tap.remark(f"{len(all_statements())} statements")


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))
