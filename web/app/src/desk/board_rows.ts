// The board's rows: boxes under their communities and grids, as far as they are open and sought.

import { matches } from "../base/search";
import { showBoxCode } from "../code/boxcode";
import { type BoardRow, type Cell, LEVELS, type NeedLevel } from "./types";

export type Line =
  | { what: "group"; key: string; name: string; depth: 0 | 1; boxes: number; worst: NeedLevel; open: boolean }
  | { what: "box"; row: BoardRow };

const severity = (level: NeedLevel) => LEVELS.indexOf(level);
const worse = (a: NeedLevel, b: NeedLevel) => (severity(a) < severity(b) ? a : b);

export const worstOf = (cells: Cell[]): NeedLevel => cells.reduce<NeedLevel>((worst, cell) => worse(worst, cell.level), "ok");

const tenths = (n: number) => String(Number(n.toFixed(1)));

/** What a cell's colour follows from: days of cover, or "5/6", what is there beside a minimum that it is below. */
export function figureOf({ level, days, usable = 0, below }: Cell): string {
  if (level === "empty") return "0";
  if (below) return `${tenths(usable)}/${tenths(below)}`;
  return days === null ? "–" : days >= 99 ? "99+" : days < 10 ? days.toFixed(1) : String(Math.round(days));
}

const isSought = (row: BoardRow, query: string) =>
  matches(query, row.name, row.place, row.community, row.grid, row.box, showBoxCode(row.box));

const groupBy = <T>(rows: T[], key: (row: T) => string) => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
};

const head = (key: string, name: string, depth: 0 | 1, rows: BoardRow[], open: boolean): Line => ({
  what: "group", key, name, depth, boxes: rows.length, open,
  worst: rows.reduce<NeedLevel>((worst, row) => worse(worst, worstOf(row.cells)), "ok"),
});

/** closed: keys of the groups that are shut; a search opens all. */
export function boardLines(rows: BoardRow[], query: string, shortOnly: boolean, closed: ReadonlySet<string>): Line[] {
  const searching = query.trim() !== "";
  const shown = rows.filter((row) => isSought(row, query) && (!shortOnly || worstOf(row.cells) !== "ok"));
  const isOpen = (key: string) => searching || !closed.has(key);
  const lines: Line[] = [];
  for (const [community, inside] of groupBy(shown, (row) => row.community ?? "")) {
    lines.push(head(community, community, 0, inside, isOpen(community)));
    if (!isOpen(community)) continue;
    for (const [grid, boxes] of groupBy(inside, (row) => row.grid ?? "")) {
      const key = `${community}/${grid}`;
      if (grid !== "") lines.push(head(key, grid, 1, boxes, isOpen(key)));
      if (grid === "" || isOpen(key)) for (const row of boxes) lines.push({ what: "box", row });
    }
  }
  return lines;
}

/** The kinds that any box has, in the given order of types and ages. */
export function columnsOf(rows: BoardRow[], types: readonly string[], ages: readonly string[]): { type: string; age: Cell["age"] }[] {
  const seen = new Map<string, { type: string; age: Cell["age"] }>();
  for (const row of rows) for (const { type, age } of row.cells) seen.set(`${type} ${age}`, { type, age });
  return [...seen.values()].sort((a, b) => types.indexOf(a.type) - types.indexOf(b.type) || ages.indexOf(a.age) - ages.indexOf(b.age));
}
