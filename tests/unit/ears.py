#!/usr/bin/env python3
"""EARS scores by their definition (documentation of R's surveillance, earsC; Fricker, Hegler, Dunfee 2008),
computed by Python's exact fractions: prints tests/unit/ears.h.

With Y(t) the count of day t, the baseline of C1 is t-7 … t-1, that of C2 is t-9 … t-3; C = (Y - mean) / s,
s with a denominator of 6. C3(t) is the sum of max(0, C2(i) - 1) over i = t-2 … t.
"""
import statistics
from fractions import Fraction

# Daily visits: quiet weeks with weekends, a rise over three days, a slow end.
COUNTS = [12, 9, 14, 11, 13, 4, 3, 10, 12, 11, 9, 14, 5, 2, 13, 10, 12, 21, 34, 27, 19, 25, 22, 17, 14,
          11, 5, 4, 12, 10]


def score(t, lag):
    week = [Fraction(count) for count in COUNTS[t - lag - 7:t - lag]]
    if t - lag < 7:
        return None
    return float(COUNTS[t] - statistics.mean(week)) / statistics.stdev(week)


def c3(t):
    scores = [score(i, 2) for i in (t - 2, t - 1, t)]
    return None if None in scores else sum(max(0.0, c2 - 1) for c2 in scores)


def main():
    print("/* Made by ears.py: a count, then its C1, C2 and C3; 0 where there are too few days before. */")
    print("static const double scores[][4] = {")
    for t, count in enumerate(COUNTS):
        row = [score(t, 0), score(t, 2), c3(t)]
        print(f"    {{{count}, " + ", ".join("0" if c is None else f"{c:.12f}" for c in row) + "},")
    print("};")


if __name__ == "__main__":
    main()
