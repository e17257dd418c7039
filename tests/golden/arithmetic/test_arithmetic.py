#!/usr/bin/env python3
"""What `shortages --why` prints is the whole arithmetic: with a negative binomial distribution and the
lines alone, or the numbers of --json, the same chances come out.

    MEDBOX=build/medbox test_arithmetic.py
"""

import json
import math
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

MEDBOX = os.environ["MEDBOX"]
NOW = "2026-11-24T10:00:00+08:00"
SUM = re.compile(r"[-+×÷^²()0-9. ]+")


class City:
    """A few boxes with three weeks of takings, some of what is for all ages, and a box to be filled."""

    def __init__(self, folder):
        self.db = str(pathlib.Path(folder) / "city.db")
        self.say("init", "--city", "X", "--district", "Y", "--empty")
        for area in ("A", "B"):
            self.say("area", "add", area, "--kind", "community")
        for box, area, residents in (("a1", "A", 100), ("a2", "A", 250), ("b1", "B", 80), ("b2", "B", 120)):
            self.say("box", "add", box, "--in", area, "--residents", str(residents))
        for name, age, day in (("Paracetamol", "adult", 4), ("Granules", "any", 3)):
            self.say("drug", "add", name, "--type", "fever", "--age", age, "--form", "tablet", "--unit", "tablet",
                     "--day-units", str(day), "--pack-units", "20", "--class", "A", "--ingredient", name)
        self.live(random.Random(5))
        self.say("setting", "set", "restock.fever", "2026-11-26", "--box", "a2")

    def say(self, *words, at=NOW, fails=False):
        done = subprocess.run([MEDBOX, "--db", self.db, "--lang", "en", *words], capture_output=True, text=True,
                              env={**os.environ, "MEDBOX_NOW": at}, check=False)
        if done.returncode != 0 and not fails:
            sys.exit(f"{words}: {done.stderr}")
        return done.stdout

    def live(self, chance):
        for day in range(1, 24):
            for box in ("a1", "a2", "b1"):
                at = f"2026-11-{day:02d}T{8 + chance.randrange(10):02d}:00:00+08:00"
                if day in (1, 12):
                    self.say("donate", box, "Paracetamol", "--packs", "4", "--expiry", "2028-03", at=at)
                if day == 1 and box != "b1":
                    self.say("donate", box, "Granules", "--packs", "2", "--expiry", "2028-03", at=at)
                if chance.random() < 0.7:
                    self.say("withdraw", box, chance.choice(["Paracetamol", "Paracetamol", "Granules"]), "--units",
                             str(4 * chance.randrange(1, 4)), at=at, fails=True)

    def why(self, box, *more):
        return self.say("shortages", "--box", box, "--type", "fever", "--why", "--all", *more)


def tails(mean, variance, start):
    """P(D >= n) for three n from start on."""
    if mean <= 0:
        return [float(start + i <= 0) for i in range(3)]
    if variance <= mean * (1 + 1e-9):
        logs = [n * math.log(mean) - mean - math.lgamma(n + 1) for n in range(start + 3)]
    else:
        size, share = mean * mean / (variance - mean), 1 - mean / variance
        logs = [math.lgamma(n + size) - math.lgamma(size) - math.lgamma(n + 1) + size * math.log(1 - share)
                + n * math.log(share) for n in range(start + 3)]
    below = [0.0]
    for log in logs:
        below.append(below[-1] + math.exp(log))
    return [1 - below[start + i] for i in range(3)]


def found_empty(mean, variance, grain, days, stock):
    grains = stock / grain
    part = grains - math.floor(grains)
    t = tails(mean / grain, variance / grain / grain, math.floor(grains))
    enough, more = t[0] + part * (t[1] - t[0]), t[1] + part * (t[2] - t[1])
    return more + (enough - more) * (1 - 1 / max(days, 1)) ** grains


def part_out(part):
    chance = found_empty(part["mean"], part["variance"], part["grain"], part["span"], part["stock"])
    if part["gifts"] == 0:
        return chance
    none = math.exp(-part["gifts"])
    given = found_empty(part["mean"], part["variance"], part["grain"], part["span"], part["stock"] + part["given"])
    return none * chance + (1 - none) * given


def near(one, other, error, what):
    if abs(one - other) > error:
        raise AssertionError(f"{what}: {one} is not {other}")


def check_rates(answer):
    """Each rate and forecast from what it is made of."""
    for r in answer["rates"]:
        shape = r["prior"] + r["taken"] / r["noise"]
        rate = shape / (r["prior"] / r["grid_rate"] + r["exposure"] / r["noise"])
        near(rate, r["rate"], 1e-4 * rate, "rate")
        mean = r["rate"] * r["worth"]
        near(mean, r["mean"], 1e-4 * mean, "mean")
        near(r["dispersion"] * mean + mean ** 2 * (1 / max(shape, 0.2) + r["doubt"]), r["variance"],
             1e-4 * r["variance"], "variance")


def chance_of(answer, row, days):
    parts = [p for p in answer["parts"] if (p["type"], p["age"], p["days"]) == (row["type"], row["age"], days)]
    total = 0
    for before in (p for p in parts if p["part"] == "before"):
        out = part_out(before)
        for after in (p for p in parts if p["part"] == "after" and p["visit_day"] == before["visit_day"]):
            out += (1 - out) * part_out(after)
        total += before["chance"] * out
    return parts, total


def check_chances(answer):
    checked = 0
    for row in answer["rows"]:
        for near_or_far in ("near", "far"):
            parts, total = chance_of(answer, row, row[f"{near_or_far}_days"])
            if not parts:
                continue
            near(total * 100, row[f"{near_or_far}_chance"], 1e-2, "chance")
            rates = [r for r in answer["rates"]
                     if (r["age"], r["days"]) == (row["age"], row[f"{near_or_far}_days"])]
            alone = [p for p in parts if p["visit_day"] is None]
            near(sum(r["mean"] for r in rates), alone[0]["mean"], 1e-4, "mean of all")
            near(sum(r["variance"] for r in rates), alone[0]["variance"], 1e-4, "variance of all")
            checked += 1
    return checked


def value(text):
    for sign, word in (("²", "**2"), ("×", "*"), ("÷", "/"), ("^", "**")):
        text = text.replace(sign, word)
    return eval(text)  # digits and signs alone


def check_sums(text):
    """Every printed "sum = result" is right to what was rounded."""
    checked = 0
    for line in text.splitlines():
        sides = line.replace(" %", "").replace(" expected", "").split(" = ")
        for left, right in zip(sides, sides[1:]):
            term = SUM.findall(left)[-1].strip() if SUM.findall(left) else ""
            result = re.match(r"[0-9.]+", right)
            if not left.endswith(term) or result is None or not re.search("[-+×÷^]", term):
                continue
            result = float(result.group().rstrip("."))
            percents = 100 if "Likely" in left else 1
            near(value(term) / percents, result, 0.2 if "%" in line else 0.01 + 0.02 * result, f"{term} =")
            checked += 1
    return checked


def check_tails(text):
    """The tails of the printed mean and deviation."""
    pattern = re.compile(r"are ([0-9.]+) takings of [0-9.]+; asked for are ([0-9.]+) ± ([0-9.]+) takings \(negative "
                         r"binomial\), so many or more with ([0-9.]+) %, more with ([0-9.]+) %")
    found = pattern.findall(text)
    for grains, mean, deviation, enough, more in (map(float, numbers) for numbers in found):
        t = tails(mean, deviation ** 2, math.floor(grains))
        part = grains - math.floor(grains)
        near((t[0] + part * (t[1] - t[0])) * 100, enough, 1, "so many or more")
        near((t[1] + part * (t[2] - t[1])) * 100, more, 1, "more")
    return len(found)


def check(number, name, passed):
    print(f"{'ok' if passed else 'not ok'} {number} - {name}", flush=True)


def main():
    print("1..4")
    with tempfile.TemporaryDirectory(prefix="medbox-sums-") as folder:
        city = City(folder)
        answers = [json.loads(city.why(box, "--json")) for box in ("a1", "a2", "b1", "b2")]
        texts = "\n".join(city.why(box) for box in ("a1", "a2", "b1", "b2"))
        for answer in answers:
            check_rates(answer)
        check(1, "rates and forecasts follow from their numbers", sum(len(a["rates"]) for a in answers) >= 10)
        check(2, "chances follow from theirs", sum(check_chances(answer) for answer in answers) >= 8)
        check(3, "printed sums are right", check_sums(texts) >= 30)
        check(4, "printed tails are those of the distribution", check_tails(texts) >= 8)


if __name__ == "__main__":
    main()
