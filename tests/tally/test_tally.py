#!/usr/bin/env python3
"""What tally.py makes of folders of results: its lines, and its exit status."""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402


def log(*suites):
    """A JUnit log as meson writes it."""
    return '<?xml version="1.0" encoding="utf-8"?><testsuites>' + "".join(suites) + "</testsuites>"


def suite(cases, said=None, error=None, name="medbox.medbox:unit / day"):
    """One program: the cases it came to (each "", "failure", "error" or "skipped"), what it said."""
    text = f'<testsuite name="{name}" tests="{len(cases)}">'
    for number, outcome in enumerate(cases, 1):
        inner = f"<{outcome}/>" if outcome else ""
        text += f'<testcase name="{number} - case" classname="{name}">{inner}</testcase>'
    if said is not None:
        text += f"<system-out>{said}</system-out>"
    if error is not None:
        text += f"<system-err>{error}</system-err>"
    return text + "</testsuite>"


GOOD = suite(["", ""], "1..2\nok 1 - case\nok 2 - case")
EXITED = "\n(test program exited with status code {})"

# What lies in the folder, the lines that are said of it, the exit status.
FOLDERS = {
    "all pass": ({"gcc.xml": log(GOOD)}, ["2 passed, 0 failed"], 0),
    "two logs and a mark add up": (
        {"gcc.xml": log(GOOD), "clang.xml": log(GOOD, GOOD), "format.passed": ""},
        ["7 passed, 0 failed"], 0),
    "the plan may come last": (
        {"gcc.xml": log(suite([""], "ok 1 - case\n1..1"))}, ["1 passed, 0 failed"], 0),
    "a program without cases of its own": (
        {"gcc.xml": log(suite([""], None, name="medbox"))}, ["1 passed, 0 failed"], 0),
    "a case fails": (
        {"gcc.xml": log(suite(["", "failure"], "1..2\nok 1\nnot ok 2", EXITED.format(1)))},
        ["failed: gcc: medbox.medbox:unit / day 2 - case", "    not ok 2", "1 passed, 1 failed"], 1),
    "what a case says of its failure is said": (
        {"gcc.xml": log(suite(["", "failure", ""], "TAP version 13\nok 1 - case\n# Subtest: case\n"
                              "not ok 2 - case\n  ---\n  error: one is not two\n  ...\nok 3 - case\n1..3",
                              EXITED.format(1)))},
        ["failed: gcc: medbox.medbox:unit / day 2 - case", "    not ok 2 - case", "      ---",
         "      error: one is not two", "      ...", "2 passed, 1 failed"], 1),
    "the last case has the lines before the plan": (
        {"gcc.xml": log(suite(["", "failure"], "ok 1 - case\nnot ok 2 - case\n# Traceback\n1..2",
                              EXITED.format(1)))},
        ["failed: gcc: medbox.medbox:unit / day 2 - case", "    not ok 2 - case", "    # Traceback",
         "1 passed, 1 failed"], 1),
    "a case can't be tried to its end": (
        {"gcc.xml": log(suite(["error", ""], "1..2"))},
        ["failed: gcc: medbox.medbox:unit / day 1 - case", "1 passed, 1 failed"], 1),
    "a program crashes after its first case": (
        {"gcc.xml": log(GOOD, suite([""], "1..3\nok 1 - case", EXITED.format(-11)))},
        ["failed: gcc: medbox.medbox:unit / day: ended with status code -11", "    1..3",
         "    ok 1 - case", "", "    (test program exited with status code -11)", "3 passed, 1 failed"], 1),
    "a leak found at the end": (
        {"clang.xml": log(suite([""], "1..1\nok 1 - case", "LeakSanitizer" + EXITED.format(1)))},
        ["failed: clang: medbox.medbox:unit / day: ended with status code 1", "    1..1",
         "    ok 1 - case", "    LeakSanitizer", "    (test program exited with status code 1)",
         "1 passed, 1 failed"], 1),
    "a program stops short of its plan": (
        {"gcc.xml": log(suite([""], "1..3\nok 1 - case"))},
        ["failed: gcc: medbox.medbox:unit / day: 1 results where 3 were planned", "    1..3",
         "    ok 1 - case", "1 passed, 1 failed"], 1),
    "a program runs out of time": (
        {"gcc.xml": log(suite([""], "ok 1 - case"))},
        ["failed: gcc: medbox.medbox:unit / day: stopped before its end", "    ok 1 - case",
         "1 passed, 1 failed"], 1),
    "what one warns of is no crash": (
        {"gcc.xml": log(suite([""], "1..1\nok 1 - case", "a warning"))}, ["1 passed, 0 failed"], 0),
    "skipped cases are told apart": (
        {"gcc.xml": log(suite(["", "skipped"], "1..2\nok 1\nok 2 # SKIP"))},
        ["1 passed, 0 failed, 1 skipped"], 0),
    "only skipped is not passed": (
        {"gcc.xml": log(suite(["skipped"], "1..1"))}, ["0 passed, 0 failed, 1 skipped"], 1),
    "a step failed": (
        {"gcc.xml": log(GOOD), "clang.failed": ""}, ["failed: clang", "2 passed, 1 failed"], 1),
    "a log that breaks off": (
        {"gcc.xml": log(GOOD)[:-20], "format.passed": ""},
        ["failed: gcc.xml can't be read: ", "1 passed, 1 failed"], 1),
    "a log with nothing in it": (
        {"gcc.xml": log(), "format.passed": ""},
        ["failed: gcc.xml has no results", "1 passed, 1 failed"], 1),
    "an empty log": (
        {"gcc.xml": "", "format.passed": ""},
        ["failed: gcc.xml can't be read: ", "1 passed, 1 failed"], 1),
    "other files don't count": (
        {"gcc.xml": log(GOOD), "crash-0a1b": "x"}, ["2 passed, 0 failed"], 0),
    "an empty folder": ({}, ["0 passed, 0 failed"], 1),
}


def tally(folder):
    """Its lines and exit status."""
    done = subprocess.run([sys.executable, HERE / "tally.py", folder], capture_output=True,
                          text=True, timeout=30, check=False)
    assert not done.stderr, done.stderr
    return done.stdout.splitlines(), done.returncode


def check(files, expected, status):
    """One folder; an expected line may be the beginning of what is said."""
    with tempfile.TemporaryDirectory(prefix="medbox-tally-") as folder:
        for name, text in files.items():
            (pathlib.Path(folder) / name).write_text(text, encoding="utf-8")
        said, code = tally(folder)
    assert code == status, (code, said)
    assert len(said) == len(expected), said
    for line, begin in zip(said, expected):
        assert line.startswith(begin), (line, begin)
    assert said[-1] == expected[-1], said


def test_a_folder_that_is_not_there():
    """Nothing passed, and no traceback."""
    assert tally("/nonexistent/results") == (["0 passed, 0 failed"], 1)


if __name__ == "__main__":
    rows = [(name, lambda row=row: check(*row)) for name, row in FOLDERS.items()]
    sys.exit(tap.run(rows + tap.cases(globals())))
