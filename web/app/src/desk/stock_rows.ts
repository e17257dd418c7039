// What there is, by kinds of medicine and by medicines, from the lots of the area.

import type { BoxRow, Drug, StockRow } from "../api/types";
import { title } from "../base/amount";
import { type Day, NEVER } from "../base/day";
import { matches } from "../base/search";

export interface KindStock {
  type: string;
  age: Drug["age"];
  packs: number;
  days: number; // a person's days
  boxes: number; // that have some
}

export interface Holding {
  box: BoxRow;
  units: number;
  soonest: Day | null; // null: of none is it known
}

export interface DrugStock {
  drug: Drug;
  units: number; // that can be taken
  expired: number;
  soonest: Day | null;
  holdings: Holding[]; // the most first
}

const isGood = (lot: StockRow, today: Day) => !lot.unusable && (lot.expiry === null || lot.expiry >= today);
const sooner = (a: Day | null, b: Day | null) => (a === null || (b !== null && b < a) ? b : a);

/** What can be taken, in the given order of types and ages. */
export function stockByKind(lots: readonly StockRow[], drugs: ReadonlyMap<number, Drug>, today: Day, types: readonly string[], ages: readonly string[]): KindStock[] {
  const kinds = new Map<string, KindStock & { at: Set<string> }>();
  for (const lot of lots) {
    const drug = drugs.get(lot.drug);
    if (!drug || !isGood(lot, today)) continue;
    const key = `${drug.type} ${drug.age}`;
    const kind = kinds.get(key) ?? { type: drug.type, age: drug.age, packs: 0, days: 0, boxes: 0, at: new Set<string>() };
    kind.packs += lot.units / Math.max(1, drug.pack_units);
    kind.days += lot.units / Math.max(1, drug.day_units);
    kind.boxes = kind.at.add(lot.box).size;
    kinds.set(key, kind);
  }
  return [...kinds.values()].map(({ at: _, ...kind }) => kind)
    .sort((a, b) => types.indexOf(a.type) - types.indexOf(b.type) || ages.indexOf(a.age) - ages.indexOf(b.age));
}

const textOf = (box: BoxRow) => [box.name, box.place, box.community, box.grid, box.building, box.code].filter(Boolean).join(" ");

/** By medicine, those with most boxes first: of all, or where every word that was typed is in the medicine or the box. */
export function stockByDrug(lots: readonly StockRow[], drugs: ReadonlyMap<number, Drug>, boxes: readonly BoxRow[], today: Day, query: string, kind: (drug: Drug) => string): DrugStock[] {
  const parts = query.trim().split(/\s+/).filter(Boolean);
  const hits = parts.map((part) => ({
    drugs: new Set([...drugs.values()].filter((drug) => matches(part, title(drug), kind(drug))).map((drug) => drug.id)),
    boxes: new Set(boxes.filter((box) => matches(part, textOf(box))).map((box) => box.code)),
  }));
  const known = new Map(boxes.map((box) => [box.code, box]));
  const found = new Map<number, DrugStock & { at: Map<string, Holding> }>();
  for (const lot of lots) {
    const drug = drugs.get(lot.drug), box = known.get(lot.box);
    if (!drug || !box || !hits.every((hit) => hit.drugs.has(drug.id) || hit.boxes.has(box.code))) continue;
    const row = found.get(drug.id) ?? { drug, units: 0, expired: 0, soonest: null, holdings: [], at: new Map<string, Holding>() };
    found.set(drug.id, row);
    if (!isGood(lot, today)) {
      row.expired += lot.units;
      continue;
    }
    const holding = row.at.get(box.code) ?? { box, units: 0, soonest: null };
    holding.units += lot.units;
    row.units += lot.units;
    if (lot.expiry !== NEVER) {
      holding.soonest = sooner(holding.soonest, lot.expiry);
      row.soonest = sooner(row.soonest, lot.expiry);
    }
    row.at.set(box.code, holding);
  }
  return [...found.values()].map(({ at, ...row }) => ({ ...row, holdings: [...at.values()].sort((a, b) => b.units - a.units) }))
    .sort((a, b) => b.holdings.length - a.holdings.length || b.units - a.units);
}
