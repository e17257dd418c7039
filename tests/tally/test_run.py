#!/usr/bin/env python3
"""What ./run makes of fuzz targets that fail, in a tree of its own with tools that only pretend."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TREE = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402


DONE = "echo Done 5 runs in 1 second"  # as libFuzzer says it in the end


def program(path, script):
    """A shell script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def fuzz(folder, targets):
    """./run fuzz in a tree that has these targets, name to what each does."""
    root = pathlib.Path(folder)
    (root / "tests" / "fuzz").mkdir(parents=True, exist_ok=True)
    (root / "tests" / "tally").mkdir(exist_ok=True)
    shutil.copy(TREE / "run", root / "run")
    shutil.copy(HERE / "tally.py", root / "tests" / "tally" / "tally.py")
    (root / "tests" / "fuzz" / "counts.txt").write_text("".join(f"{name} 5\n" for name in targets))
    for name, script in targets.items():
        (root / "tests" / "fuzz" / f"fuzz_{name}.c").touch()
        program(root / "build" / "fuzz" / "tests" / f"fuzz_{name}", script)
    (root / "build" / "fuzz" / "build.ninja").touch()
    program(root / "bin" / "dpkg-query", "echo installed")
    program(root / "bin" / "ninja", "")
    return subprocess.run(["sh", "run", "fuzz", "1"], cwd=root, text=True, capture_output=True,
                          check=False, env=os.environ | {"PATH": f"{root}/bin:{os.environ['PATH']}"})


def test_a_target_that_fails_fails_all():
    """Whatever comes after it."""
    with tempfile.TemporaryDirectory(prefix="medbox-run-") as folder:
        done = fuzz(folder, {"a": DONE, "b": "echo boom; exit 77", "c": DONE})
        assert done.returncode == 1, done
        assert "boom" in done.stdout and done.stdout.endswith("2 passed, 1 failed\n"), done


def test_a_target_that_ends_too_early_fails():
    with tempfile.TemporaryDirectory(prefix="medbox-run-") as folder:
        done = fuzz(folder, {"a": "exit 0", "b": DONE})
        assert done.returncode == 1 and done.stdout.endswith("1 passed, 1 failed\n"), done


def test_what_failed_before_is_forgotten():
    """Results are of this run alone."""
    with tempfile.TemporaryDirectory(prefix="medbox-run-") as folder:
        assert fuzz(folder, {"a": "exit 77"}).returncode == 1
        done = fuzz(folder, {"a": DONE})
        assert done.returncode == 0 and done.stdout.endswith("1 passed, 0 failed\n"), done


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))
