// Amounts are whole base units (tablets, sachets, ml); packs are a way to show and enter them.

import type { Drug } from "../api/types";
import { lang, t } from "../words";

// What the catalogue calls a unit, in English; other words are shown as they are. A measure word that means
// something else in one form has a row of it before its own: "粒:suppository".
const UNITS: Record<string, [one: string, many: string]> = {
  片: ["tablet", "tablets"], "片:lozenge": ["lozenge", "lozenges"], 粒: ["capsule", "capsules"],
  "粒:suppository": ["suppository", "suppositories"], "粒:pill": ["pill", "pills"], 袋: ["sachet", "sachets"],
  支: ["vial", "vials"], "支:suppository": ["suppository", "suppositories"], "支:cream": ["tube", "tubes"],
  "支:ointment": ["tube", "tubes"], "支:gel": ["tube", "tubes"], "支:device": ["piece", "pieces"], 管: ["tube", "tubes"],
  贴: ["patch", "patches"], 丸: ["pill", "pills"], 瓶: ["bottle", "bottles"], 滴: ["drop", "drops"], 条: ["strip", "strips"],
  个: ["piece", "pieces"], 只: ["piece", "pieces"], 枚: ["piece", "pieces"], "枚:suppository": ["suppository", "suppositories"],
  盒: ["box", "boxes"], 毫升: ["ml", "ml"], 克: ["g", "g"], tablet: ["tablet", "tablets"], capsule: ["capsule", "capsules"],
  sachet: ["sachet", "sachets"], patch: ["patch", "patches"], vial: ["vial", "vials"],
  piece: ["piece", "pieces"], test: ["test", "tests"],
};

export function unitWord(unit: string, n: number, form = ""): string {
  if (lang.value === "zh") return unit;
  const words = UNITS[`${unit}:${form}`] ?? UNITS[unit];
  return words ? (n === 1 ? words[0] : words[1]) : unit;
}

const plain = (drug: Unit, n: number) => `${n} ${unitWord(drug.unit, n, drug.form)}`;

type Unit = Pick<Drug, "unit"> & Partial<Pick<Drug, "form">>;

/** "2 盒 + 3 片" for 27 of a pack of 12; plain units where they fill no pack. None is said in the unit of
 * what it stands beside. */
export function amount(drug: Unit & Pick<Drug, "pack_units">, units: number, beside = drug.pack_units): string {
  const packs = drug.pack_units > 1 ? Math.floor(units / drug.pack_units) : 0;
  const loose = units - packs * drug.pack_units;
  const none = units === 0 && drug.pack_units > 1 && beside >= drug.pack_units;
  if (packs === 0 && !none) return plain(drug, units);
  const whole = t("amount.pack", { n: packs });
  return loose === 0 ? whole : t("amount.and", { packs: whole, units: plain(drug, loose) });
}

/** How a drug is called in a line: name, strength and brand. */
export const title = (drug: Pick<Drug, "name" | "strength" | "brand">) =>
  [drug.name, drug.strength].filter(Boolean).join(" ") + (drug.brand ? ` (${drug.brand})` : "");
