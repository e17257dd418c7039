// What the map draws: boxes where there is room for them, else one mark for all that would lie on each other.

import { type BoardRow, LEVELS, type NeedLevel } from "./types";

export interface Spot {
  code: string;
  name: string;
  x: number;
  y: number; // metres, or pixels once laid out
  level: NeedLevel;
}

export interface Group {
  x: number;
  y: number; // pixels: the middle of its boxes
  spots: Spot[];
  share: number; // of its boxes that are empty or nearly
  level: NeedLevel; // the worst that at least a quarter of them have reached
}

/** A kind of medicine, "fever adult"; "": of the critical ones the worst. */
export type KindKey = string;

const CRITICAL = new Set(["fever", "cold"]);
const MANY = 0.25;

const severity = (level: NeedLevel) => LEVELS.indexOf(level);
const isShort = (level: NeedLevel) => severity(level) <= severity("red");

/** How a box stands with a kind. */
export function levelOf(row: BoardRow | undefined, kind: KindKey): NeedLevel {
  const cells = (row?.cells ?? []).filter((cell) => (kind === "" ? CRITICAL.has(cell.type) : `${cell.type} ${cell.age}` === kind));
  return cells.reduce<NeedLevel>((worst, cell) => (severity(cell.level) < severity(worst) ? cell.level : worst), "ok");
}

function groupOf(spots: Spot[]): Group {
  const sum = spots.reduce((at, spot) => ({ x: at.x + spot.x, y: at.y + spot.y }), { x: 0, y: 0 });
  const worst = spots.map((spot) => spot.level).sort((a, b) => severity(a) - severity(b));
  return {
    x: sum.x / spots.length, y: sum.y / spots.length, spots,
    share: spots.filter((spot) => isShort(spot.level)).length / spots.length,
    level: worst[Math.ceil(spots.length * MANY) - 1] ?? "ok",
  };
}

const KEPT_APART = 1.05; // of two radiuses

/** Marks that don't lie on each other. Those that would are joined, the nearest first come; radius says how large a
 * mark of so many boxes is. */
export function groupSpots(spots: readonly Spot[], radius: (n: number) => number): Group[] {
  const cell = 2 * radius(1);
  const cells = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = `${Math.floor(spot.x / cell)} ${Math.floor(spot.y / cell)}`;
    const there = cells.get(key);
    if (there) there.push(spot);
    else cells.set(key, [spot]);
  }
  let groups = [...cells.values()].map(groupOf);
  for (let joined = true; joined;) {
    joined = false;
    const next: Group[] = [];
    for (const group of groups) {
      const near = next.findIndex((other) => Math.hypot(other.x - group.x, other.y - group.y) < KEPT_APART * (radius(other.spots.length) + radius(group.spots.length)));
      if (near < 0) next.push(group);
      else {
        next[near] = groupOf([...(next[near]?.spots ?? []), ...group.spots]);
        joined = true;
      }
    }
    groups = next;
  }
  return groups;
}
