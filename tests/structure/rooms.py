#!/usr/bin/env python3
"""Holds a tree of C and SQL against a table of rules: rooms.py [TREE [TABLE]].

Prints one line a fault, "file:line: what is wrong", and exits with 1 where there is one. The rules
are told beside their rows in rooms.txt.
"""

import dataclasses
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent

LEXEME = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""", re.S)
DIRECTIVE = re.compile(r"^[ \t]*#[ \t]*include\b[ \t]*(.*?)[ \t]*$", re.M)
INCLUDED = re.compile(r'"([^"]+)"|<([^>]+)>')
# A word in capitals is enough; in small letters it may be plain English, so that its sentence counts.
SQL = re.compile(
    r"[\s(]*((SELECT|INSERT|REPLACE|UPDATE|DELETE|WITH|VALUES|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|"
    r"PRAGMA|ANALYZE|VACUUM|ATTACH|DETACH|EXPLAIN|REINDEX|CREATE|DROP|ALTER)(\s|;|$)|(?i:"
    r"SELECT\s+([\d*:('?]|DISTINCT\b|.*\bFROM\b)|INSERT\s+(OR\s+\w+\s+)?INTO\b|REPLACE\s+INTO\b|"
    r"UPDATE\s+(OR\s+\w+\s+)?\w+\s+SET\b|DELETE\s+FROM\b|VALUES\s*\(|PRAGMA\s+\w|"
    r"WITH\s+(RECURSIVE\s+)?\w+\s*(\([^)]*\)\s*)?AS\s*\(|EXPLAIN\s+(QUERY|SELECT)\b|"
    r"BEGIN\s+(IMMEDIATE|EXCLUSIVE|DEFERRED|TRANSACTION)\b|"
    r"(CREATE|DROP|ALTER)\s+(\w+\s+)?(TABLE|INDEX|VIEW|TRIGGER)\b))", re.S)
BESIDE = re.compile(r'''"(?:\\.|[^"\\\n])*"(?:\s*"(?:\\.|[^"\\\n])*")*|'(?:\\.|[^'\\\n])*\'''', re.S)
FOLDERS_LEFT_OUT = {"build", "node_modules", "__pycache__", "subprojects"}
SIZES = ("function", "half", "ninety", "file", "yardfile")


class BadTable(Exception):
    """A row that can't be read."""


@dataclasses.dataclass
class Table:
    """The rules, by the first word of their rows."""
    below: dict = dataclasses.field(default_factory=dict)    # room: the rooms it may include
    yards: set = dataclasses.field(default_factory=set)
    blind: dict = dataclasses.field(default_factory=dict)    # room: rooms out of its sight
    private: set = dataclasses.field(default_factory=set)
    made: dict = dataclasses.field(default_factory=dict)     # generated header: homes
    open: set = dataclasses.field(default_factory=set)
    home: dict = dataclasses.field(default_factory=dict)     # outside header: homes
    sql: list = dataclasses.field(default_factory=list)
    words: dict = dataclasses.field(default_factory=dict)    # word: homes
    sqlwords: list = dataclasses.field(default_factory=list)
    lines: dict = dataclasses.field(default_factory=dict)
    homes: list = dataclasses.field(default_factory=list)    # (row, home) of all that are named

    def add(self, row, words):
        """Takes one row in."""
        kind, *rest = words
        if kind == "room":
            self.add_room(rest)
        elif kind == "yard":
            self.yards |= set(rest)
        elif kind == "blind":
            self.blind[rest[0]] = set(rest[1:])
        elif kind == "private":
            self.private |= set(rest)
            self.homes += [(row, header) for header in rest]
        elif kind in ("made", "home"):
            getattr(self, kind)[rest[0]] = rest[1:]
            self.homes += [(row, home) for home in rest[1:]]
        elif kind == "open":
            self.open |= set(rest)
        elif kind == "sql":
            self.sql += rest
        elif kind == "word":
            where = rest.index(":")
            self.words |= {word: rest[:where] for word in rest[where + 1:]}
        elif kind == "sqlword":
            self.sqlwords += rest
        elif kind == "lines":
            self.lines[rest[0]] = int(rest[1])
        else:
            raise ValueError(f"“{kind}” is no kind of rule")

    def add_room(self, words):
        """Rooms stand lowest first, so that no circle can be written."""
        for lower in words[1:]:
            if lower not in self.below:
                raise ValueError(f"{lower} does not stand above {words[0]} in the table")
        self.below[words[0]] = {*words}


def read_table(path):
    """The table of a file; BadTable names the row that can't be read."""
    table = Table()
    for row, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        words = line.split("#")[0].split()
        try:
            if words:
                table.add(row, words)
        except (ValueError, IndexError) as error:
            raise BadTable(f"{path.name}:{row}: {error}") from error
    missing = [size for size in SIZES if size not in table.lines]
    if missing:
        raise BadTable(f"{path.name}: no row “lines {missing[0]}”")
    return table


@dataclasses.dataclass
class Source:
    """A C file: its code without remarks and strings, its strings, its includes."""
    name: str
    code: str
    strings: list   # (line, text) of each literal
    texts: list     # the same of literals that stand side by side, as one, with its blanks as they are
    includes: list  # (line, "ours.h" or None, <outside.h> or None)
    length: int

    @property
    def folder(self):
        return self.name.split("/")[0]


def blank(match):
    """As many lines of nothing."""
    return " " + "\n" * match.group().count("\n")


def unescaped(literals):
    """What literals side by side say, blanks as blanks."""
    return re.sub(r"\\[ntrvf]", " ", re.sub(r'"\s*"', "", literals)[1:-1])


def read_source(root, path):
    """Lexes one file."""
    text = path.read_text(encoding="utf-8")
    code = LEXEME.sub(lambda m: blank(m) if m.group()[0] != "'" else "' '", text)
    remarkless = LEXEME.sub(lambda m: blank(m) if m.group()[0] == "/" else m.group(), text)
    strings = [(text.count("\n", 0, m.start()) + 1, m.group()[1:-1])
               for m in LEXEME.finditer(text) if m.group()[0] == '"']
    texts = [(text.count("\n", 0, m.start()) + 1, unescaped(m.group()))
             for m in BESIDE.finditer(remarkless) if m.group()[0] == '"']
    includes = []
    for match in DIRECTIVE.finditer(remarkless):
        line = remarkless.count("\n", 0, match.start()) + 1
        said = INCLUDED.fullmatch(match.group(1))
        includes.append((line, said and said.group(1), said and said.group(2)))
    return Source(path.relative_to(root).as_posix(), code, strings, texts, includes,
                  len(text.splitlines()))


def at_home(name, homes):
    """Whether a file is one of the homes or lies in one."""
    return any(name == home or name.startswith(home + "/") for home in homes)


# ------------------------------------------------------------------------------------- includes

def fault_of_ours(source, header, table, sources):
    """What is wrong with including a header of the tree, or None."""
    if header in table.made:
        homes = table.made[header]
        return None if at_home(source.name, homes) else f"only {' '.join(homes)} may include {header}"
    if source.folder in table.yards and any(f"/{name}".endswith(f"/{header}") for name in sources):
        return None
    if header not in sources:
        return f"there is no {header}; headers are named from the top of the tree"
    folder = header.split("/")[0]
    if folder not in table.below[source.folder]:
        return f"{source.folder}/ may not include {header}"
    if header in table.private and folder != source.folder:
        return f"{header} is private to {folder}/"
    return None


def fault_of_outside(source, header, table):
    """What is wrong with including an outside header, or None."""
    if header in table.open:
        return None
    if header not in table.home:
        return f"<{header}> is in no row of the table"
    if not at_home(source.name, table.home[header]):
        return f"only {' '.join(table.home[header])} may include <{header}>"
    if source.name.endswith(".h") and source.folder not in table.yards:
        return f"a header may not include <{header}>"
    return None


def include_faults(source, table, sources):
    """Every include of a file, and that its own header comes first."""
    own = source.name.removesuffix(".c") + ".h"
    if source.name.endswith(".c") and own in sources:
        line, ours, _ = source.includes[0] if source.includes else (1, None, None)
        if own not in (ours, source.name.rpartition("/")[0] + f"/{ours}"):
            yield line, f"its own header {own} is not its first include"
    for line, ours, outside in source.includes:
        if ours:
            said = fault_of_ours(source, ours, table, sources)
        elif outside:
            said = fault_of_outside(source, outside, table)
        else:
            said = "an include that names no header"
        if said:
            yield line, said


def seen(source, sources):
    """Headers of the tree that a file reaches: header to the line it comes in by."""
    reached = {}
    queue = [(ours, line) for line, ours, _ in source.includes if ours in sources]
    while queue:
        header, line = queue.pop()
        if header not in reached:
            reached[header] = line
            queue += [(ours, line) for _, ours, _ in sources[header].includes if ours in sources]
    return reached


def sight_faults(source, table, sources):
    """What a blind room sees through others' headers."""
    hidden = table.blind.get(source.folder, ())
    for header, line in sorted(seen(source, sources).items()):
        if header.split("/")[0] in hidden:
            yield line, f"{source.folder}/ sees {header} through this include"


# ---------------------------------------------------------------------------------- words and SQL

def word_faults(source, table):
    """Identifiers outside their homes."""
    for word, homes in table.words.items():
        if at_home(source.name, homes):
            continue
        called = word.endswith("()")
        pattern = rf"(?<![\w.>]){re.escape(word.removesuffix('()'))}\b" + (r"\s*\(" if called else "")
        for match in re.finditer(pattern, source.code):
            line = source.code.count("\n", 0, match.start()) + 1
            yield line, f"{word} is for {' '.join(homes)} alone"


def sqlword_faults(text, line, table):
    """The engine's clock, chance and own words in a piece of SQL."""
    for word in table.sqlwords:
        for match in re.finditer(rf"\b{word}\b", text, re.I):
            yield line + text.count("\n", 0, match.start()), f"{word} has no place in SQL"


def sql_faults(source, table):
    """SQL where none may stand; and where it may, the engine's clock."""
    if at_home(source.name, table.sql):
        for line, text in source.strings:
            yield from sqlword_faults(text, line, table)
        return
    for line, text in source.texts:
        if SQL.match(text):
            yield line, f"SQL is for {' '.join(table.sql)} alone"


# ------------------------------------------------------------------------------------------ sizes

def functions(source):
    """(line of the brace, lines between the braces) of each; clang-format puts both in column 0."""
    begin = None
    for number, line in enumerate(source.code.splitlines(), 1):
        if line.rstrip() == "{":
            begin = number
        elif line.startswith("}") and begin is not None:
            yield begin, number - begin - 1
            begin = None


def size_faults(source, table):
    """Functions and files that are too long."""
    most = table.lines["yardfile" if source.folder in table.yards else "file"]
    if source.length > most:
        yield source.length, f"{source.length} lines in a file, {most} at most"
    for line, length in functions(source):
        if length > table.lines["function"]:
            yield line, f"{length} lines in a function, {table.lines['function']} at most"


def share_faults(sources, table):
    """The shares of short functions in all rooms together."""
    lengths = [length for source in sources.values() if source.folder not in table.yards
               for _, length in functions(source)]
    for row, least in (("half", 0.5), ("ninety", 0.9)):
        short = sum(length <= table.lines[row] for length in lengths)
        if short < least * len(lengths):
            yield (f"{short} of {len(lengths)} functions have {table.lines[row]} lines or fewer; "
                   f"{least:.0%} should")


# --------------------------------------------------------------------------------------- the tree

def paths(root, ending):
    """Files of the tree, but none of a build."""
    for path in sorted(root.glob(f"*/**/*{ending}")):
        parts = path.relative_to(root).parts
        if not any(part in FOLDERS_LEFT_OUT or part.startswith((".", "build")) for part in parts[:-1]):
            yield path


def source_faults(source, table, sources):
    """All that is wrong with one C file."""
    if source.folder in table.yards:
        yield from include_faults(source, table, sources)
        yield from size_faults(source, table)
    elif source.folder not in table.below:
        yield 1, f"{source.folder}/ is in no row of the table"
    else:
        yield from include_faults(source, table, sources)
        yield from sight_faults(source, table, sources)
        yield from word_faults(source, table)
        yield from sql_faults(source, table)
        yield from size_faults(source, table)


def faults(root, table):
    """One line a fault, of the whole tree."""
    sources = {path.relative_to(root).as_posix(): read_source(root, path)
               for ending in (".c", ".h") for path in paths(root, ending)}
    for name in sorted(sources):
        for line, said in source_faults(sources[name], table, sources):
            yield f"{name}:{line}: {said}"
    for path in paths(root, ".sql"):
        name = path.relative_to(root).as_posix()
        if at_home(name, table.sql):
            text = re.sub(r"--[^\n]*", "", path.read_text(encoding="utf-8"))
            for line, said in sqlword_faults(text, 1, table):
                yield f"{name}:{line}: {said}"
    yield from (f"tree: {said}" for said in share_faults(sources, table))
    for row, home in table.homes:
        folder = home.split("/")[0]
        if (root / folder).is_dir() and not (root / home).exists():
            yield f"rooms.txt:{row}: {home} is not in the tree"


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[1]
    table = read_table(pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "rooms.txt")
    found = list(faults(root.resolve(), table))
    print("\n".join(found) or "the house stands as planned")
    return bool(found)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BadTable as error:
        sys.exit(str(error))
