#!/usr/bin/python3
"""Writes a made-up history for bench-flags and score.py, with its truth (README.md says the files).

  simulate.py DIR SEED [--days N] [--recorded SHARE] [--scale FACTOR] [--hard] [--early]
"""

import argparse
import pathlib

import numpy as np

from world import BOXES, TYPES, WEEK, World

EVENING = .98  # what people take lies before it, what is brought behind


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("--days", type=int, default=300)
    parser.add_argument("--recorded", type=float, default=.4,
                        help="share of requests in vain that get recorded")
    parser.add_argument("--scale", type=float, default=1., help="demand: 0.2 is sparse")
    parser.add_argument("--hard", action="store_true",
                        help="overdispersed days, people who walk on, takings nobody booked")
    parser.add_argument("--early", action="store_true", help="the surge comes on day 90")
    parser.add_argument("--due", action="store_true", help="say when the next visit will be")
    return parser.parse_args()


def write_boxes(world, path):
    with path.open("w", encoding="ascii") as file:
        file.write("box,county,community,grid,residents,vulnerable\n")
        for box in range(BOXES):
            residents = world.residents[box] * 500
            file.write(f"b{box},county{world.county[box]},c{world.community[box]},"
                       f"g{world.grid[box]},{residents:.3f},"
                       f"{residents * (world.weight[box] - 1) / 2:.3f}\n")


def takings(random, visits, wanted, booked, took):
    """Moments (as parts of the day) and units of the visits that found something."""
    sizes = np.ones(visits, int)
    for _ in range(wanted - visits):
        few = np.where(sizes == sizes.min())[0] if sizes.max() > 2 else np.where(sizes < 3)[0]
        sizes[random.choice(few)] += 1
    found = np.minimum(np.cumsum(sizes), took)
    moments = found / wanted * EVENING
    got = np.diff(np.concatenate([[0], found]))
    forgot = took - booked
    for i in random.permutation(visits):
        less = min(forgot, got[i])
        got[i] -= less
        forgot -= less
    return [(m, int(u)) for m, u in zip(moments, got) if u > 0], took / wanted * EVENING


def day_events(world, random, day):
    """(moment, box, type, kind, units) of a day."""
    events = []
    for kind, box in zip(*np.nonzero(world.wanted[day] + world.given[day] + world.brought[day])):
        def say(moment, what, units, kind=kind, box=box):
            events.append((day + moment, box, TYPES[kind], what, int(units)))

        wanted, took = world.wanted[day, kind, box], world.took[day, kind, box]
        if wanted:
            got, last = takings(random, world.visits[day, kind, box], wanted,
                                world.booked[day, kind, box], took)
            for moment, units in got:
                say(moment, "take", units)
            if took > world.booked[day, kind, box]:
                say(last, "lost", took - world.booked[day, kind, box])
            for _ in range(world.unmet[day, kind, box]):
                say(last + (EVENING - last) * random.random(), "unmet", 1)
        if world.given[day, kind, box]:
            say(.985, "donate", world.given[day, kind, box])
        if world.brought[day, kind, box]:
            say(.99, "restock", world.brought[day, kind, box])
    return sorted(events)


def write_events(world, seed, path, due):
    random = np.random.default_rng([seed, 1])
    with path.open("w", encoding="ascii") as file:
        file.write("time,box,type,kind,units\n")
        for kind, box in zip(*np.nonzero(world.start)):
            file.write(f"0,b{box},{TYPES[kind]},count,{world.start[kind, box]}\n")
        for day in range(world.days):
            for moment, box, kind, what, units in day_events(world, random, day):
                file.write(f"{moment:.4f},b{box},{kind},{what},{units}\n")
            for box in range(BOXES) if due else ():
                if day == 0 or world.next_visit[day, box] > world.next_visit[day - 1, box]:
                    file.write(f"{day + .995},b{box},{TYPES[0]},due,"
                               f"{day + world.next_visit[day, box]}\n")


def write_truth(world, folder):
    with (folder / "oracle.csv").open("w", encoding="ascii") as file:
        file.write("day,box,type,p3,p7\n")
        for day in range(20, world.days - 8):
            short, long = world.oracle(day, 3), world.oracle(day, 7)
            for kind, name in enumerate(TYPES):
                file.writelines(f"{day},b{box},{name},{short[kind, box]:.5f},"
                                f"{long[kind, box]:.5f}\n" for box in range(BOXES))
    with (folder / "rates.csv").open("w", encoding="ascii") as file:
        file.write("box,type,rate\n")
        for kind, name in enumerate(TYPES):
            file.writelines(f"b{box},{name},{world.rate[kind, box]:.6f}\n" for box in range(BOXES))
    with (folder / "surge.csv").open("w", encoding="ascii") as file:
        file.write("county,type,begins,day\n")
        for county, later in enumerate((0, 3, 5, 8, 12)):
            here = np.where(world.county_of == county)[0]
            if not len(here):
                continue
            factor = world.factor[0, :world.days, here].mean(0) / WEEK[np.arange(world.days) % 7]
            start = world.surge_day + later
            usual = factor[start - 8:start - 1].mean()
            grown = next(d for d in range(start, world.days) if factor[d] >= 1.5 * usual)
            file.write(f"county{county},{TYPES[0]},{start},{grown}\n")


def main():
    said = parse()
    world = World(said.seed, said.days, said.recorded, said.scale, said.hard, said.early)
    said.folder.mkdir(parents=True, exist_ok=True)
    write_boxes(world, said.folder / "boxes.csv")
    write_events(world, said.seed, said.folder / "events.csv", said.due)
    write_truth(world, said.folder)
    print(f"seed {said.seed}: {BOXES} boxes, {world.communities} communities, {world.grids} grids,"
          f" {world.days} days, filled {world.took.sum() / world.wanted.sum():.3f},"
          f" empty {(world.stock == 0).mean():.3f}")


if __name__ == "__main__":
    main()
