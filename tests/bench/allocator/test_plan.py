#!/usr/bin/env python3
"""bench-plan solves what README.md says, and refuses what is no such problem by its line."""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

import tap  # noqa: E402


def solve(text):
    with tempfile.TemporaryDirectory(prefix="medbox-plan-") as folder:
        path = pathlib.Path(folder) / "f.min"
        path.write_text(text, encoding="utf-8")
        return subprocess.run([os.environ["PLAN"], path], capture_output=True, text=True, timeout=60,
                              check=False, env={**os.environ, "LC_ALL": "zh_CN.UTF-8"})


def test_objective():
    done = solve("c two ways\np min 4 4\nn 1 5\nn 4 -5\na 1 2 0 3 1\na 1 3 0 9 4\na 2 4 0 9 1\n"
                 "a 3 4 0 9 0\r\n")
    assert done.returncode == 0, done
    words = done.stdout.split()
    assert words[:2] == ["objective", str(3 * 2 + 2 * 4)] and words[2] == "cpu_ms", done
    assert float(words[3]) >= 0


def test_parallel_arcs_fill_from_the_cheap():
    done = solve("p min 2 3\nn 1 4\nn 2 -4\na 1 2 0 2 -5\na 1 2 0 1 0\na 1 2 0 9 7\n")
    assert done.stdout.startswith("objective -3 "), done


REFUSALS = {
    "half a unit": ("p min 2 1\nn 1 4.5\nn 2 -4\na 1 2 0 5 1\n", ":2: not a line"),
    "a power of ten": ("p min 2 1\nn 1 4\nn 2 -4\na 1 2 0 5 1e3\n", ":4: not a line"),
    "more than a size": ("p min 2 1 extra\n", ":1: not a line"),
    "an arc too many": ("p min 2 1\na 1 2 0 5 1\na 1 2 0 5 1\n", ":3: more arcs than are announced"),
    "an arc too few": ("p min 2 2\na 1 2 0 5 1\n", "1 arcs where 2 are announced"),
    "two supplies": ("p min 2 1\nn 1 4\nn 1 4\n", ":3: the node has a supply already"),
    "a low": ("p min 2 1\na 1 2 1 5 1\n", ":2: not a line"),
    "no problem": ("c nothing\n", "no line \"p min NODES ARCS\""),
}


def test_refusals():
    for name, (text, words) in REFUSALS.items():
        done = solve(text)
        assert done.returncode == 1 and words in done.stderr and done.stdout == "", (name, done)


def test_no_plan_is_said_in_one_language():
    done = solve("p min 2 1\nn 1 4\nn 2 -4\na 1 2 0 3 1\n")
    assert done.returncode == 1 and done.stderr.isascii() and done.stdout == "", done


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))
