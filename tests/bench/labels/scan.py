#!/usr/bin/env python3
"""Print to scan: QR codes as phones photograph them (snap.c), read by two decoders. medbox's choice of
level and module beside each fixed level in the same square, for every size of label: a table of reads
by circumstance, and their sum. Usage: scan.py [PHOTOS]: of each choice under each circumstance."""

import collections
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../labels"))

import reading  # noqa: E402

SNAP = os.environ["SNAP"]
PHOTOS = int(sys.argv[1]) if len(sys.argv) > 1 else 10

# Name, size of the label in mm, dots an inch, usual distance in cm. The square is the layout's own.
SIZES = (
    ("L7651", "38.1x21.2", 300, 20), ("40x30", "40x30", 203, 25), ("5160", "66.68x25.4", 300, 25),
    ("50x30", "50x30", 203, 30), ("L7159", "63.5x33.9", 300, 30), ("L7160", "63.5x38.1", 300, 30),
    ("60x40", "60x40", 203, 30), ("L7163", "99.1x38.1", 300, 30), ("70x50", "70x50", 203, 40),
    ("100x100", "100x100", 203, 65), ("A5 poster", "A5", 300, 85), ("A4 poster", "A4", 300, 115),
)
CHOICES = ("medbox", "L", "M", "Q", "H")


def reads(size, dpi, distance):
    """Reads by choice and class, and the rule's choice in words."""
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([SNAP, size, str(dpi), str(distance), str(PHOTOS), folder],
                              capture_output=True, check=True)
        photos = [line.split("\t") for line in done.stdout.decode().splitlines()]
        paths = [photo[2] for photo in photos]
        for decoder in (reading.by_zbar, reading.by_zxing):
            found = []
            for start in range(0, len(paths), reading.MOST):
                found += decoder(paths[start:start + reading.MOST])
            for (choice, kind, _, text), texts in zip(photos, found):
                counts[choice, kind] += text in texts
    kinds = list(dict.fromkeys(photo[1] for photo in photos))
    return counts, kinds, done.stderr.decode().splitlines()[0]


def main():
    print(f"reads of {2 * PHOTOS}: {PHOTOS} photos, each by ZBar and by ZXing-C++")
    for name, size, dpi, distance in SIZES:
        counts, kinds, rule = reads(size, dpi, distance)
        print(f"\n{name} at {dpi} dpi, from {distance} cm: {rule}")
        print(f"{'':12}" + "".join(f"{choice:>8}" for choice in CHOICES))
        for kind in kinds:
            print(f"{kind:12}" + "".join(f"{counts[choice, kind]:8}" for choice in CHOICES))
        sums = [sum(counts[choice, kind] for kind in kinds) for choice in CHOICES]
        print(f"{'sum':12}" + "".join(f"{each:8}" for each in sums) +
              ("  best" if sums[0] == max(sums) else f"  {max(sums) - sums[0]} fewer than the best"),
              flush=True)


if __name__ == "__main__":
    main()
