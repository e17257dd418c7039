// What lies in the basket before it is booked. Pure: baskets in, baskets out.

import type { Day } from "./day";

export type Mode = "in" | "out" | "count";

export interface Line {
  key: string; // the booking's uid
  drug: number;
  packs: number;
  loose: number; // base units beside whole packs
  packUnits: number; // in the pack that was scanned
  expiry: Day | null; // taking: this and the lot are of the batch that its code or the person named, if any
  lot: string | null;
  pack: string | null; // identity of the very pack: such a line is one pack
}

export interface Read {
  drug: number;
  units: number; // in the pack
  expiry: Day | null;
  lot: string | null;
  pack: string | null;
}

export const unitsOf = (line: Line) => line.packs * line.packUnits + line.loose;

const MOST_PACKS = 9999;
const MANY_PACKS = 100;

/** Lines of so many packs that a finger may have slipped; capacity: packs the box holds, 0 where it is not known. */
export const tooMany = (lines: Line[], capacity: number) =>
  lines.filter((line) => line.packs > (capacity > 0 ? Math.min(2 * capacity, MANY_PACKS) : MANY_PACKS));

const same = (line: Line, read: Read) =>
  line.pack === null && read.pack === null && line.drug === read.drug &&
  line.packUnits === read.units && (read.expiry === null || line.expiry === read.expiry) &&
  (read.lot === null || line.lot === read.lot);

/** What the basket does with a pack; "same" is the very pack that lies in it. */
export function put(lines: Line[], read: Read, key: string, times = 1):
  { lines: Line[]; line: Line; what: "added" | "more" | "same" } {
  const there = read.pack === null ? undefined : lines.find((line) => line.pack === read.pack);
  if (there) return { lines, line: there, what: "same" };
  const equal = lines.find((line) => same(line, read));
  if (equal) {
    const more = { ...equal, packs: Math.min(equal.packs + times, MOST_PACKS) };
    return { lines: lines.map((line) => (line === equal ? more : line)), line: more, what: "more" };
  }
  const line: Line = {
    key, drug: read.drug, packs: read.pack === null ? times : 1, loose: 0, packUnits: read.units,
    expiry: read.expiry, lot: read.lot, pack: read.pack,
  };
  return { lines: [line, ...lines], line, what: "added" };
}

export const change = (lines: Line[], key: string, part: Partial<Line>) =>
  lines.map((line) => (line.key === key ? { ...line, ...part } : line));
export const without = (lines: Line[], key: string) => lines.filter((line) => line.key !== key);
