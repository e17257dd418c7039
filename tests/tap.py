"""Test cases in TAP. A case is a name and a function that raises where something is wrong.

    tap.run(tap.cases(globals()))      every function test_… of a script, in the order they stand
"""

import sys
import traceback


class Skip(Exception):
    """Raised by a case that can't be tried here; says why."""


def cases(names):
    """(name, function) of each test_… among a script's names."""
    return [(name.removeprefix("test_").replace("_", " "), function)
            for name, function in names.items() if name.startswith("test_")]


def remark(text):
    """Lines that are no result."""
    for line in text.rstrip("\n").splitlines():
        print(f"# {line}")


def run(all_cases):
    """Runs the cases, or those whose names hold a word of the command line; gives the exit status."""
    wanted = sys.argv[1:]
    failed = number = 0
    for name, function in all_cases:
        if wanted and not any(word in name for word in wanted):
            continue
        number += 1
        title = name.replace("#", "\\#")
        try:
            function()
            print(f"ok {number} - {title}", flush=True)
        except Skip as why:
            print(f"ok {number} - {title} # SKIP {why}", flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f"not ok {number} - {title}")
            remark(traceback.format_exc())
    print(f"1..{number}")
    return failed > 0
