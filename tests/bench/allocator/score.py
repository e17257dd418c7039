#!/usr/bin/python3
"""Scores flags on a history against what then happened, beside the usual methods and the oracle.

  score.py DIR FLAGS.csv [AREAS.csv] [--test FIRST LAST] [--train FIRST LAST]

The truth follows from the events alone: a box that holds some at the end of a day ran out within h days
if on one of them it stood empty for more than half an hour. README.md says what is counted.
"""

import argparse
import csv
import pathlib

import numpy as np

HALF_AN_HOUR = 1 / 48
HORIZONS = (3, 7)
IN = {"donate", "donation", "gift", "restock", "receive", "found", "undo_out"}
OUT = {"take", "taken", "send", "discard", "lost", "expire", "undo_in"}
SET = {"count", "stock", "initial"}


# ------------------------------------------------------------------------------------ the history

class History:
    """Days, types and boxes as axes of arrays."""

    def __init__(self, folder):
        with (folder / "boxes.csv").open(encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
        self.box = {row["box"]: i for i, row in enumerate(rows)}
        areas = {}
        self.community = np.array([areas.setdefault((row.get("county"), row["community"]),
                                                    len(areas)) for row in rows])
        counties = {}
        self.county = np.array([counties.setdefault(row.get("county"), len(counties))
                                for row in rows])
        self.counties, self.communities = counties, len(areas)
        self.residents = np.array([float(row["residents"]) for row in rows])
        self.weight = self.residents + 2 * np.array([float(row["vulnerable"]) for row in rows])
        self.type = {}
        self._events(folder / "events.csv")

    def _events(self, path):
        with path.open(encoding="utf-8-sig") as file:
            events = [(float(row["time"]), i, row["box"], row["type"], row["kind"],
                       float(row["units"])) for i, row in enumerate(csv.DictReader(file))]
        events.sort()
        whole = all(event[0] == int(event[0]) for event in events)
        for event in events:
            self.type.setdefault(event[3], len(self.type))
        self.days = int(events[-1][0]) + 1
        shape = (self.days, len(self.type), len(self.box))
        self.took, self.stock, self.empty = np.zeros(shape), np.zeros(shape), np.zeros(shape)
        stock, since, day = np.zeros(shape[1:]), np.zeros(shape[1:]), 0
        for moment, _, box, kind, what, units in events:
            while day < int(moment):
                self._close(day, stock, since)
                day += 1
            at = kind_box = self.type[kind], self.box[box]
            if what in OUT:
                to = stock[at] - units
                if what in ("take", "taken"):
                    self.took[(day, *kind_box)] += units
            elif what in IN:
                to = stock[at] + units
            elif what in SET:
                to = units
            else:
                continue
            if stock[at] <= 0 < to:
                self.empty[(day, *kind_box)] += moment - max(since[at], day)
            elif stock[at] > 0 >= to:
                since[at] = moment
                self.empty[(day, *kind_box)] += whole  # nobody knows for how long
            stock[at] = to
        self._close(day, stock, since)

    def _close(self, day, stock, since):
        self.empty[day] += np.where(stock <= 0, day + 1 - np.maximum(since, day), 0)
        np.maximum(stock, 0, out=stock)
        self.stock[day] = stock

    def truth(self, horizon):
        out, ran = self.empty > HALF_AN_HOUR, np.zeros(self.stock.shape, bool)
        for j in range(1, horizon + 1):
            ran[:-j] |= out[j:]
        return ran

    def read(self, path, *columns):
        """Columns of a file with day, box and type, as arrays; 0 where it says nothing."""
        values = [np.zeros(self.stock.shape) for _ in columns]
        with path.open(encoding="utf-8-sig") as file:
            rows = csv.reader(file)
            head = next(rows)
            day, box, kind = (head.index(name) for name in ("day", "box", "type"))
            places = [head.index(name) for name in columns]
            for row in rows:
                at = int(row[day]), self.type[row[kind]], self.box[row[box]]
                for value, place in zip(values, places):
                    value[at] = float(row[place])
        return values


# ------------------------------------------------------------------------------ the usual methods

def moving(values, days):
    total = np.cumsum(values, 0)
    before = np.concatenate([np.zeros((days, *values.shape[1:])), total[:-days]])
    return total - before


def smoothed(took):
    """Croston's method with SBA's correction, and TSB, each with 0.1."""
    shape = took.shape[1:]
    size, gap, since = np.ones(shape) * 1.3, np.ones(shape) * 3, np.ones(shape)
    chance, other = np.full(shape, .3), np.ones(shape) * 1.3
    sba, tsb = np.zeros(took.shape), np.zeros(took.shape)
    for day, got in enumerate(took):
        some = got > 0
        size = np.where(some, size + .1 * (got - size), size)
        gap = np.where(some, gap + .1 * (since - gap), gap)
        since = np.where(some, 1, since + 1)
        chance = chance + .1 * (some - chance)
        other = np.where(some, other + .1 * (got - other), other)
        sba[day], tsb[day] = .95 * size / gap, chance * other
    return sba, tsb


def ears(history):
    """C2 of each community: its count against the week that ended two days before."""
    took = np.stack([np.stack([np.bincount(history.community, day[k], history.communities)
                               for k in range(len(history.type))]) for day in history.took])
    score = np.zeros(took.shape)
    for day in range(9, len(took)):
        week = took[day - 9:day - 2]
        score[day] = (took[day] - week.mean(0)) / np.maximum(week.std(0, ddof=1), .5)
    return score[:, :, history.community]


def usual(history):
    took, stock, stocked = history.took, history.stock, 1 - np.clip(history.empty, 0, 1)
    sba, tsb = smoothed(took)
    amc = moving(took, 90) / np.maximum(moving(stocked, 90), 7)
    rates = {"moving average 28 d": moving(took, 28) / 28, "AMC 90 d, stock-out adjusted": amc,
             "SBA 0.1": sba, "TSB 0.1": tsb}
    scores = {"fixed minimum": -stock}
    scores.update((name, -stock / np.maximum(rate, .01)) for name, rate in rates.items())
    scores["EARS C2 (community)"] = ears(history)
    return scores


# ----------------------------------------------------------------------------------------- scoring

def average_precision(truth, score):
    ranked = truth[np.argsort(-score, kind="stable")]
    hits = np.cumsum(ranked)
    return float((hits / np.arange(1, len(ranked) + 1) * ranked).sum() / max(ranked.sum(), 1))


def best_cut(truth, score):
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    return score[order][np.argmax(f1)]


def precision_recall(truth, flagged):
    hits = (truth & flagged).sum()
    precision, recall = hits / max(flagged.sum(), 1), hits / max(truth.sum(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def say_table(history, scores, sets, horizon):
    truth = history.truth(horizon)
    held = history.stock > 0

    def pick(values, days, kinds):
        chosen = np.ix_(days, kinds)
        return values[chosen][held[chosen]]

    print(f"\n{horizon} days" + " " * 25 + "".join(
        f"| {name:8} base {pick(truth, *of).mean():.3f}      " for name, of in sets[1:]))
    print(" " * 31 + "|   AP     P     R    F1   " * len(sets[1:]) + "| Brier")
    for name, score in scores.items():
        cut = best_cut(pick(truth, *sets[0][1]), pick(score[horizon], *sets[0][1]))
        line = f"{name:31}"
        for _, of in sets[1:]:
            happened, said = pick(truth, *of), pick(score[horizon], *of)
            line += "| {:.3f} {:.3f} {:.3f} {:.3f}  ".format(
                average_precision(happened, said), *precision_recall(happened, said >= cut))
        said, happened = pick(score[horizon], *sets[1][1]), pick(truth, *sets[1][1])
        print(line + (f"| {((said - happened) ** 2).mean():.4f}" if score["chance"] else "|"))
    return pick(scores["flags"][horizon], *sets[1][1]), pick(truth, *sets[1][1])


def say_calibration(said, happened):
    tenth = np.clip((said * 10).astype(int), 0, 9)
    print("said->happened: " + "  ".join(
        f"{said[tenth == i].mean():.2f}->{happened[tenth == i].mean():.2f}"
        for i in range(10) if (tenth == i).any()))


def say_areas(history, scores, days, horizon):
    """A community is short of a type when half of its weighted residents meet an empty box."""
    def share(values):
        weight = np.bincount(history.community, history.weight, history.communities)
        return np.stack([[np.bincount(history.community, history.weight * v, history.communities)
                          / weight for v in day] for day in values[days]]).ravel()

    empty = history.stock <= 0
    truth = share((empty | history.truth(horizon)) * 1.) >= .5
    line = f"communities, {horizon} days: base {truth.mean():.3f}"
    shares = {"empty now": share(empty * 1.)}
    shares.update((name, share(np.where(empty, 1., score[horizon])))
                  for name, score in scores.items() if score["chance"])
    for name, said in shares.items():
        precision, recall, _ = precision_recall(truth, said >= .5)
        line += (f" | {name}: AP {average_precision(truth, said):.3f}"
                 f" P/R at half {precision:.2f}/{recall:.2f}")
    print(line)


def say_surge(history, folder, path):
    """A county's alarm is a factor above 1.4; late by days after demand grew by half."""
    factors = {}
    with path.open(encoding="ascii") as file:
        for row in csv.DictReader(file):
            factors.setdefault((row["county"], row["type"]), {})[int(row["day"])] \
                = float(row["surge"])
    with (folder / "surge.csv").open(encoding="ascii") as file:
        for row in csv.DictReader(file):
            factor = factors[row["county"], row["type"]]
            begins, grown = int(row["begins"]), int(row["day"])
            alarm = next((d for d in sorted(factor) if d >= begins - 2 and factor[d] > 1.4), None)
            false = sum(factor[d] > 1.4 >= factor.get(d - 1, 1)
                        for d in factor if 1 <= d < begins - 2)
            late = "never" if alarm is None else f"{alarm - grown} days later"
            print(f"{row['county']}: demand grew by half on day {grown}, alarm {late},"
                  f" false alarms {false}")


def say_start(history, folder, rates):
    with (folder / "rates.csv").open(encoding="ascii") as file:
        true = np.zeros(history.stock.shape[1:])
        for row in csv.DictReader(file):
            true[history.type[row["type"]], history.box[row["box"]]] = float(row["rate"])
    print("mean |log error| of rates: " + "  ".join(
        f"day {day}: {np.abs(np.log(np.maximum(rates[day - 1], 1e-3) / true)).mean():.3f}"
        for day in (3, 7, 14, 28, 56, 112, 250) if day <= history.days))


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("flags", type=pathlib.Path)
    parser.add_argument("areas", type=pathlib.Path, nargs="?")
    parser.add_argument("--test", type=int, nargs=2, help="days that count (else 170 to the end)")
    parser.add_argument("--train", type=int, nargs=2, default=(120, 164),
                        help="days on which each method's cut is tuned for F1")
    return parser.parse_args()


def main():
    said = parse()
    history = History(said.folder)
    last = history.days - max(HORIZONS) - 2
    test = np.arange(said.test[0], said.test[1] + 1) if said.test else np.arange(170, last + 1)
    kinds = np.arange(len(history.type))
    sets = [("train", (np.arange(said.train[0], said.train[1] + 1), kinds)),
            ("all", (test, kinds))]
    surge = said.folder / "surge.csv"
    if surge.exists():
        with surge.open(encoding="ascii") as file:
            rows = list(csv.DictReader(file))
        first = min(int(row["begins"]) for row in rows)
        sets.append(("surge", (np.intersect1d(test, np.arange(first + 2, first + 22)),
                               np.array([history.type[rows[0]["type"]]]))))
    scores = {name: {3: score, 7: score, "chance": False} for name, score in usual(history).items()}
    rates, *flags = history.read(said.flags, "rate", "p3", "p7")
    scores["flags"] = {3: flags[0], 7: flags[1], "chance": True}
    if (said.folder / "oracle.csv").exists():
        oracle = history.read(said.folder / "oracle.csv", "p3", "p7")
        scores["oracle"] = {3: oracle[0], 7: oracle[1], "chance": True}
    for horizon in HORIZONS:
        say_calibration(*say_table(history, scores, sets, horizon))
    print()
    for horizon in HORIZONS:
        say_areas(history, scores, test, horizon)
    if said.areas and surge.exists():
        say_surge(history, said.folder, said.areas)
    if (said.folder / "rates.csv").exists():
        say_start(history, said.folder, rates)


if __name__ == "__main__":
    main()
