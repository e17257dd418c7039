#!/usr/bin/env python3
"""The tables of the planner, afresh: families.py FOLDER_OF_PROGRAMS [--million] [--rounds N]

Makes every family of problems, solves each by our engines and by the peers that were built (LEMON,
Clp, GLPK), in turn, and prints the median of the rounds' ratios of processor time. All objectives
of a problem must be equal: that is the one thing that fails. Memory is the peak of the process,
reading included.
"""
import hashlib
import os
import re
import subprocess
import sys
import tempfile

# Name, options of the generator, sha256 of seed 1 begins with, programs of ours, slow peers too.
FAMILIES = [
    ("w10", "-k 10", "ce0f4232725be053", ["bench-plan"], True),
    ("w20", "-k 20", "e758223b4de393fe", ["bench-plan"], False),
    ("w30", "-k 30", None, ["bench-plan"], False),
    ("w10e3", "-k 10 -e 3", "fc013cbf147a7ffa", ["bench-plan"], False),
    ("w10d6", "-k 10 -d 6", "278d84df4235f28c", ["bench-plan"], False),
    ("w10surge", "-k 10 -S 4", "7a2c3e5d32c0ecf5", ["bench-plan"], True),
    ("lex_base", "-k 10 -o lex", "21a70728fa1ba7db", ["bench-plan"], False),
    ("lex_surge", "-k 10 -o lex -S 4", "34e498d8b4d93a99", ["bench-plan"], False),
    ("wtree", "-m tree", "83bf8066b6b01a62", ["bench-plan", "bench_tree"], True),
    ("k10_10000", "-n 10000", "aef8d3adaba43c7b", ["bench-plan"], False),
    ("tree_10000", "-n 10000 -m tree", None, ["bench-plan", "bench_tree"], False),
    ("k10_100000", "-n 100000", None, ["bench-plan"], False),
    ("tree_100000", "-n 100000 -m tree", None, ["bench-plan", "bench_tree"], False),
]
MILLION = [
    ("k10_1000000", "-n 1000000", None, ["bench-plan"], False),
    ("tree_1000000", "-n 1000000 -m tree", None, ["bench_tree"], False),
]
EVENTS = ["w10", "w10e3", "lex_base", "lex_surge", "k10_10000", "k10_100000",
          "wtree", "tree_10000", "tree_100000"]
SLOW = ["peer_clp", "peer_glpk"]


def run(program, *args):
    return subprocess.run([program, *args], stdout=subprocess.PIPE, text=True, check=True).stdout


def median(values):
    return sorted(values)[len(values) // 2]


class Tables:
    def __init__(self, programs, folder, rounds):
        self.programs, self.folder, self.rounds = programs, folder, rounds
        self.failed = False

    def have(self, name):
        return os.path.exists(os.path.join(self.programs, name))

    def program(self, name):
        return os.path.join(self.programs, name)

    def make(self, name, options, known):
        path = os.path.join(self.folder, name + ".min")
        with open(path, "wb") as file:
            subprocess.run([self.program("generate"), *options.split()], stdout=file, check=True)
        if known:
            with open(path, "rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
            if not found.startswith(known):
                sys.exit(f"{name}: sha256 {found[:16]} instead of {known}")
        return path

    def solve(self, name, path, ours, slow):
        peers = [p for p in ["peer_lemon"] + (SLOW if slow else []) if self.have(p)]
        rounds = 1 if os.path.getsize(path) > 1e8 else self.rounds
        seen = {p: [] for p in ours + peers}
        for _ in range(rounds):
            for program in seen:
                inner = "1" if program in SLOW or os.path.getsize(path) > 1e7 else "3"
                said = run(self.program(program), path, inner)
                found = re.match(r"objective (-?\d+) cpu_ms ([\d.]+) peak_mb ([\d.]+)", said)
                seen[program].append((int(found[1]), float(found[2]), float(found[3])))
        objectives = {o for results in seen.values() for o, _, _ in results}
        self.failed |= len(objectives) != 1
        first = seen[ours[0]]
        for program, results in seen.items():
            ratios = [r[1] / f[1] for r, f in zip(results, first)]
            print(f"{name:13} {program:11} {median([r[1] for r in results]):10.2f} ms "
                  f"{median([r[2] for r in results]):7.1f} MB  x {median(ratios):7.2f} "
                  f"[{min(ratios):.2f}-{max(ratios):.2f}]  "
                  f"{'equal' if len(objectives) == 1 else 'NOT EQUAL'}", flush=True)

    def events(self, name, path):
        out = os.path.join(self.folder, "after.min")
        said = run(self.program("bench_events"), path, "20000", out)
        verdict = "as from nothing"
        if self.have("peer_lemon"):
            other = run(self.program("peer_lemon"), out)
            same = other.split()[1] == said.split()[1]
            self.failed |= not same
            verdict += ", LEMON too" if same else ", LEMON NOT EQUAL"
        print(f"{name:13} {said.split(maxsplit=2)[2].strip()}  {verdict}", flush=True)


def main():
    million = "--million" in sys.argv
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 5
    with tempfile.TemporaryDirectory() as folder:
        tables = Tables(sys.argv[1], folder, rounds)
        print("Processor time of the solve, the peak memory, x: as many times the first row's time\n")
        for name, options, known, ours, slow in FAMILIES + (MILLION if million else []):
            tables.solve(name, tables.make(name, options, known), ours, slow)
        print("\nOne booking\n")
        for name in EVENTS:
            tables.events(name, os.path.join(folder, name + ".min"))
    sys.exit("objectives differ" if tables.failed else 0)


if __name__ == "__main__":
    main()
