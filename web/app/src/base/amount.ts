// Amounts are whole base units (tablets, sachets, ml); packs are a way to show and enter them.

import type { Drug } from "../api/types";
import { lang, t } from "../words";

// What the catalogue calls a unit, in English; other words are shown as they are.
const UNITS: Record<string, [one: string, many: string]> = {
  片: ["tablet", "tablets"], 粒: ["capsule", "capsules"], 袋: ["sachet", "sachets"],
  支: ["vial", "vials"], 贴: ["patch", "patches"], 丸: ["pill", "pills"], 瓶: ["bottle", "bottles"],
  个: ["piece", "pieces"], 只: ["piece", "pieces"], 枚: ["piece", "pieces"], 盒: ["box", "boxes"],
  毫升: ["ml", "ml"], tablet: ["tablet", "tablets"], capsule: ["capsule", "capsules"],
  sachet: ["sachet", "sachets"], patch: ["patch", "patches"], vial: ["vial", "vials"],
  piece: ["piece", "pieces"], test: ["test", "tests"],
};

export function unitWord(unit: string, n: number): string {
  if (lang.value === "zh") return unit;
  const words = UNITS[unit];
  return words ? (n === 1 ? words[0] : words[1]) : unit;
}

const plain = (unit: string, n: number) => `${n} ${unitWord(unit, n)}`;

/** "2 盒 + 3 片" for 27 of a pack of 12; plain units where they fill no pack. None is said in the unit of
 * what it stands beside. */
export function amount(drug: Pick<Drug, "unit" | "pack_units">, units: number, beside = drug.pack_units): string {
  const packs = drug.pack_units > 1 ? Math.floor(units / drug.pack_units) : 0;
  const loose = units - packs * drug.pack_units;
  const none = units === 0 && drug.pack_units > 1 && beside >= drug.pack_units;
  if (packs === 0 && !none) return plain(drug.unit, units);
  const whole = t("amount.pack", { n: packs });
  return loose === 0 ? whole : t("amount.and", { packs: whole, units: plain(drug.unit, loose) });
}

/** How a drug is called in a line: name, strength and brand. */
export const title = (drug: Pick<Drug, "name" | "strength" | "brand">) =>
  [drug.name, drug.strength].filter(Boolean).join(" ") + (drug.brand ? ` (${drug.brand})` : "");
