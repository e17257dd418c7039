// A count beside the books. A line without expiry speaks of all lots of its medicine together, as
// inventory/count.h has it; what was not counted was not there.

import type { CountLine, StockRow } from "../api/types";
import { type Line, unitsOf } from "./basket";
import type { Day } from "./day";

export interface Difference {
  drug: number;
  expiry: Day | null; // null: all together
  expected: number;
  found: number;
}

/** What is sent of a count: one line for each expiry of a medicine, or one for all of it. */
export function countLines(lines: Line[]): CountLine[] {
  const open = new Set(lines.filter((line) => line.expiry === null).map((line) => line.drug));
  const merged = new Map<string, CountLine>();
  for (const line of lines) {
    const expiry = open.has(line.drug) ? null : line.expiry;
    const key = `${line.drug} ${expiry}`;
    const units = (merged.get(key)?.units ?? 0) + unitsOf(line);
    merged.set(key, { drug: line.drug, expiry, lot: null, units });
  }
  return [...merged.values()];
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

export function differences(lines: Line[], lots: StockRow[]): Difference[] {
  const drugs = [...new Set([...lines.map((line) => line.drug), ...lots.map((lot) => lot.drug)])];
  return drugs.flatMap((drug) => {
    const counted = lines.filter((line) => line.drug === drug);
    const booked = lots.filter((lot) => lot.drug === drug);
    const open = counted.some((line) => line.expiry === null);
    const days = open ? [null] : [...new Set([...counted.map((line) => line.expiry), ...booked.map((lot) => lot.expiry)])];
    return days
      .map((expiry) => ({
        drug,
        expiry,
        expected: sum(booked.filter((lot) => open || lot.expiry === expiry).map((lot) => lot.units)),
        found: sum(counted.filter((line) => open || line.expiry === expiry).map(unitsOf)),
      }))
      .filter((row) => row.expected !== row.found);
  });
}
