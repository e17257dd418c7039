// The rules that a phone can judge by itself, so that a refusal stands there at once and without a
// network. The service judges all of them again, and its word counts.

import type { Drug, StockRow } from "../api/types";
import { type Line, type Mode, unitsOf } from "./basket";
import { type Day, daysUntil, NEVER, shortDay } from "./day";
import type { Key } from "../words";

export interface Said {
  key: Key;
  values: Record<string, string | number>;
}

// Forms of which loose units are sealed each for itself, as inventory/drug_words.c has them.
const OPENS = new Set(["solution", "syrup", "suspension", "drops", "eye_drops", "nasal_spray", "spray", "cream", "ointment", "gel", "liniment"]);

export const isSealedForm = (form: string) => !OPENS.has(form);

const say = (key: Key, values: Record<string, string | number> = {}): Said => ({ key, values });

const FARTHEST = 15 * 365; // days ahead, as base/limits.h has it

/** Whether a pack can say such a day; not one that is half typed. */
export const canExpire = (day: Day, today: Day) => day >= "2000" && daysUntil(today, day) <= FARTHEST;

function refuseExpiry(drug: Drug, line: Line, today: Day, { days_left: least, expiry_required }: Rules): Said | null {
  if (line.expiry === null || (line.expiry === NEVER && !(drug.dated && expiry_required))) return null;
  const left = daysUntil(today, line.expiry);
  const day = shortDay(line.expiry);
  if (left > FARTHEST) return say("rule.far", { name: drug.name });
  if (left < 0) return say("rule.expired", { day });
  return left < least ? say("rule.soon", { day, n: left, least }) : null;
}

/** The settings of the area (GET catalogue): days, and 0 or 1 for what is allowed. */
export interface Rules {
  days_left: number;
  prescription: number;
  cold_chain: number;
  opened_liquid: number;
  expiry_required: number;
}

export const STRICT: Rules = { days_left: 90, prescription: 0, cold_chain: 0, opened_liquid: 0, expiry_required: 1 };

/** Why a gift may not go into a box, or null. amountOf shows units in words. */
export function refuseGift(drug: Drug, line: Line, today: Day, rules: Rules, amountOf: (units: number) => string): Said | null {
  if (drug.state === "retired") return say("rule.retired", { name: drug.name });
  if (drug.class === "rx" && !rules.prescription) return say("rule.prescription", { name: drug.name });
  if (drug.cold_chain && !rules.cold_chain) return say("rule.cold", { name: drug.name });
  const expiry = refuseExpiry(drug, line, today, rules);
  if (expiry) return expiry;
  return !rules.opened_liquid && !isSealedForm(drug.form) && unitsOf(line) % drug.pack_units !== 0
    ? say("rule.opened", { name: drug.name, amount: amountOf(drug.pack_units) })
    : null;
}

export const canBeTaken = (lot: StockRow, today: Day) =>
  !lot.unusable && (lot.expiry === null || lot.expiry >= today);

/** So many units of one batch. */
export type Part = Pick<StockRow, "expiry" | "lot" | "units">;

/** What to take of a drug, in this order: a batch that was named, then the soonest expiry. */
export function proposeLots(lots: StockRow[], line: Line, today: Day): Part[] {
  const named = (lot: StockRow) => (line.expiry !== null || line.lot !== null) &&
    (line.expiry === null || lot.expiry === line.expiry) && (line.lot === null || (lot.lot ?? "") === line.lot);
  const usable = lots.filter((lot) => lot.drug === line.drug && canBeTaken(lot, today))
    .sort((a, b) => Number(named(b)) - Number(named(a)) || ((a.expiry ?? NEVER) < (b.expiry ?? NEVER) ? -1 : 1));
  const parts: Part[] = [];
  let left = unitsOf(line);
  for (const { expiry, lot, units } of usable) {
    if (left <= 0) break;
    parts.push({ expiry, lot, units: Math.min(units, left) });
    left -= units;
  }
  return parts;
}

/** The same for all lines of a basket, by key: each sees what those booked before it leave. */
export function proposeAll(lots: StockRow[], lines: Line[], today: Day): Map<string, Part[]> {
  let left = lots;
  return new Map([...lines].reverse().map((line) => {
    const parts = proposeLots(left, line, today);
    const taken = (lot: StockRow) => lot.drug !== line.drug ? 0
      : parts.find((part) => part.expiry === lot.expiry && part.lot === lot.lot)?.units ?? 0;
    left = left.map((lot) => ({ ...lot, units: lot.units - taken(lot) })).filter((lot) => lot.units > 0);
    return [line.key, parts];
  }));
}

/** Two medicines of one basket with the same active ingredient. */
export function sharedIngredient(drug: Drug, others: Drug[]): Said | null {
  for (const other of others) {
    if (other.id === drug.id) continue;
    const ingredient = drug.ingredients.find((name) => other.ingredients.includes(name));
    if (ingredient) return say("rule.same", { other: other.name, ingredient });
  }
  return null;
}

/** Why a line can't be booked as it stands, and what should be said about it. */
export function judge(mode: Mode, drug: Drug, line: Line, all: Drug[], lots: StockRow[], today: Day,
  rules: Rules, online: boolean, amountOf: (units: number) => string): { refusal: Said | null; notices: Said[] } {
  if (mode === "in") return { refusal: refuseGift(drug, line, today, rules, amountOf), notices: [] };
  const there = lots.filter((lot) => lot.drug === line.drug && canBeTaken(lot, today)).reduce((sum, lot) => sum + lot.units, 0);
  const short = there < unitsOf(line);
  const shared = sharedIngredient(drug, all);
  const notices = shared ? [shared] : [];
  if (line.expiry !== null && line.expiry < today) return { refusal: say("rule.expired.take", { day: shortDay(line.expiry) }), notices };
  if (short && !online) notices.push(say("rule.short.offline", { amount: amountOf(there) }));
  return { refusal: short && online ? say("rule.short", { amount: amountOf(there) }) : null, notices };
}
