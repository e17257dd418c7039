"""Adds up a folder of results and closes with the one line that counts: N passed, N failed. What failed is
said before that, each with what its program had to say of it.

NAME.xml is a JUnit log as meson writes it, NAME.passed and NAME.failed count one each. Of a program
that speaks TAP, meson's log has only the cases that it came to: one that crashed, ran out of time
or stopped short of its plan counts as one more failure.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

PLAN = re.compile(r"^1\.\.(\d+)", re.M)
STATUS = re.compile(r"test program exited with (status code -?\d+)")


RESULT = re.compile(r"(?:not )?ok\b *(\d+)?|1\.\.\d")
MOST_SAID = 60  # lines


def said_of(suite, name):
    """The lines of a program's TAP that a failed case has: from its result to the next."""
    lines = (suite.findtext("system-out") or "").splitlines()
    ends = [at for at, line in enumerate(lines) if RESULT.match(line)] + [len(lines)]
    for at, end in zip(ends, ends[1:]):
        if lines[at].startswith("not") and RESULT.match(lines[at]).group(1) in (name.split()[0], None):
            return lines[at:end]
    return []


def tell(lines):
    """What a program said, below the line of its failure."""
    for line in lines[:MOST_SAID]:
        print(f"    {line}")


def cut_short(suite):
    """Why a program's cases are not all there, though none of them failed; None where they are."""
    said = suite.findtext("system-out")
    status = STATUS.search(suite.findtext("system-err") or "")
    plan = PLAN.search(said or "")
    cases = len(suite.findall("testcase"))
    if status:
        return f"ended with {status.group(1)}"
    if said is not None and not plan:
        return "stopped before its end"
    if plan and int(plan.group(1)) != cases:
        return f"{cases} results where {plan.group(1)} were planned"
    return None


def count_suite(suite, log):
    """Passed, failed, skipped of one program."""
    passed = failed = skipped = 0
    for case in suite.findall("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            print(f"failed: {log}: {case.get('classname')} {case.get('name')}")
            tell(said_of(suite, case.get("name") or ""))
            failed += 1
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
    why = cut_short(suite)
    if why and not failed:
        print(f"failed: {log}: {suite.get('name')}: {why}")
        tell([*(suite.findtext("system-out") or "").splitlines(),
              *(suite.findtext("system-err") or "").splitlines()][-MOST_SAID:])
        failed += 1
    return passed, failed, skipped


def count_log(path):
    """The same of a JUnit log; one that can't be read or holds nothing is a failure."""
    try:
        suites = list(tree.parse(path).getroot().iter("testsuite"))
    except tree.ParseError as error:
        print(f"failed: {path.name} can't be read: {error}")
        return 0, 1, 0
    counts = [count_suite(suite, path.stem) for suite in suites]
    if not any(map(sum, counts)):
        print(f"failed: {path.name} has no results")
        return 0, 1, 0
    return tuple(map(sum, zip(*counts)))


def count(folder):
    """The same over all files of the folder."""
    passed = failed = skipped = 0
    for path in sorted(folder.iterdir()):
        if path.suffix == ".passed":
            passed += 1
        elif path.suffix == ".failed":
            print(f"failed: {path.stem}")
            failed += 1
        elif path.suffix == ".xml":
            more = count_log(path)
            passed, failed, skipped = passed + more[0], failed + more[1], skipped + more[2]
    return passed, failed, skipped


def main():
    folder = pathlib.Path(sys.argv[1])
    passed, failed, skipped = count(folder) if folder.is_dir() else (0, 0, 0)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
