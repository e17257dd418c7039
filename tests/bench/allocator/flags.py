#!/usr/bin/python3
"""Flags on made-up cities with known truth: flags.py BENCH_FLAGS [--seeds N] [--days N]

Makes the histories of seeds 1 to N (simulate.py), replays each through the product's code (bench-flags)
and scores it (score.py) beside the usual methods and the oracle; all of their tables are printed. README.md
says what they mean.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def run(*words):
    """What a program of this folder says, shown as it is."""
    print(f"$ {' '.join(pathlib.Path(word).name if '/' in word else word for word in words)}", flush=True)
    subprocess.run(words, check=True, stdout=sys.stdout)


def score(flags, seed, days):
    with tempfile.TemporaryDirectory(prefix="medbox-flags-") as name:
        folder = pathlib.Path(name)
        city, said, areas = (str(folder / part) for part in ("city", "flags.csv", "areas.csv"))
        run(str(HERE / "simulate.py"), city, str(seed), "--days", str(days))
        run(flags, city, said, areas)
        run(str(HERE / "score.py"), city, said, areas)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("flags", help="the program bench-flags")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--days", type=int, default=300)
    said = parser.parse_args()
    for seed in range(1, said.seeds + 1):
        score(said.flags, seed, said.days)


if __name__ == "__main__":
    main()
