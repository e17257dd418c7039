"""Adds up a folder of results and closes with the one line that counts: N passed, N failed.

NAME.xml is a JUnit log as meson writes it, NAME.passed and NAME.failed count one each.
"""
import pathlib
import sys
import xml.etree.ElementTree as tree


def count(folder):
    """Passed, failed, skipped over all files of the folder."""
    passed = failed = skipped = 0
    for path in sorted(folder.iterdir()):
        if path.suffix == ".passed":
            passed += 1
        elif path.suffix == ".failed":
            print(f"failed: {path.stem}")
            failed += 1
        elif path.suffix == ".xml":
            try:
                cases = list(tree.parse(path).getroot().iter("testcase"))
            except tree.ParseError as error:
                print(f"failed: {path.name} can't be read: {error}")
                cases = []
            if not cases:
                failed += 1
            for case in cases:
                if case.find("failure") is not None or case.find("error") is not None:
                    print(f"failed: {path.stem}: {case.get('classname')} {case.get('name')}")
                    failed += 1
                elif case.find("skipped") is not None:
                    skipped += 1
                else:
                    passed += 1
    return passed, failed, skipped


def main():
    passed, failed, skipped = count(pathlib.Path(sys.argv[1]))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
