// What the desk's routes answer.

import type { Age, Movement, TransferRow } from "../api/types";
import type { Day } from "../base/day";

export const LEVELS = ["empty", "red", "orange", "yellow", "ok"] as const;
export type NeedLevel = (typeof LEVELS)[number];

export interface Place {
  box: string;
  name: string;
  place: string | null;
  community: string | null;
  grid: string | null;
}

export interface Shortage extends Place {
  type: string;
  age: Age;
  level: NeedLevel;
  critical: boolean;
  usable: number; // person-days
  days: number | null; // of cover; null: nothing is used
  p3: number;
  p7: number;
  sentence: string;
}

export interface Lot extends Place {
  drug: number;
  drug_name: string;
  expiry: Day | null;
  days: number;
  lot: string | null;
  units: number;
  recalled: boolean;
}

export interface Overdue extends Place {
  counted_at: number | null;
  count_due: number;
}

export type Booked = Movement & Place & { done_at: number; drug_name: string; reason: string | null };

export interface Surge {
  area: { id: number; name: string };
  type: string;
  age: Age;
  factor: number;
}

export interface Overview {
  shortages: Shortage[];
  counts: Record<Exclude<NeedLevel, "ok"> | "expiring" | "overdue", number>; // all of them, where a list has its first
  surge: Surge[];
  expiring: Lot[];
  overdue: Overdue[];
  last: Booked[];
}

export interface Cell {
  type: string;
  age: Age;
  level: NeedLevel;
  days: number | null;
  usable?: number; // person-days
  below?: number | null; // the minimum, where that alone makes it short
}
export type BoardRow = Place & { cells: Cell[] };

export interface Charts {
  days: Day[];
  series: { type: string; age: Age; donated: number[]; taken: number[]; surge: boolean[] }[];
}

export type TransferState = "proposed" | "accepted" | "carried" | "done" | "cancelled";
export type Transfer = Omit<TransferRow, "state"> & { state: TransferState; drug_name?: string; notice?: string | null; arithmetic?: string[]; carrier?: unknown };
