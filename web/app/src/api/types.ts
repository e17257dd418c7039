// What the service answers, as docs/openapi.json has it.

import type { Day } from "../base/day";

export type Role = "volunteer" | "secretary" | "office";
export type Age = "all" | "adult" | "child";
export type Level = "enough" | "few" | "none";

export interface Person {
  id: number;
  name: string;
  role: Role;
  area: { id: number; name: string };
  session: string | number;
}

export interface Me {
  person: Person | null;
  token: string | null;
  lang: string;
  version: string;
  today: Day;
  utc_offset: number;
  host: string;
}

export interface BoxName {
  code: string;
  name: string;
  place: string | null;
}

export interface BoxRow {
  code: string;
  name: string;
  place: string | null;
  phone: string | null;
  community: string | null;
  grid: string | null;
  building: string | null;
  lat: number | null;
  lon: number | null;
  state: string;
  area?: number;
  residents?: number;
  vulnerable?: number;
  capacity?: number;
  count_days?: number;
  count_due?: number; // ms: since when, or when it will be
  counted_at?: number | null;
}

export interface PublicBox {
  box: BoxRow;
  types: { type: string; age: Age; level: Level; people_days: number }[];
  drugs: {
    name: string; type: string; age: Age; form: string; unit: string; units: number;
    soonest: Day | null;
  }[];
  rules: { days_left: number; limit_text: string | null };
  nearest?: Nearest[];
}

/** Boxes that have what is lacking here, the nearest first. */
export interface Nearest {
  type: string;
  age: Age;
  boxes: { code: string; name: string; place: string | null; metres: number | null }[];
}

export interface Drug {
  id: number;
  name: string;
  brand: string | null;
  maker?: string | null;
  approval?: string | null;
  type: string;
  age: Age;
  form: string;
  strength: string | null;
  unit: string;
  day_units: number;
  pack_units: number;
  class: string;
  cold_chain: boolean;
  dated: boolean;
  ingredients: string[];
  state: string;
}

export interface Catalogue {
  version: number | string;
  types: { key: string; word: string; critical: boolean }[];
  drugs: Drug[];
  codes: { kind: string; code: string; drug: number; units: number }[];
  settings: Record<string, number | string | boolean>;
}

export interface StockRow {
  box: string;
  drug: number;
  expiry: Day | null;
  lot: string | null;
  units: number;
  unusable?: "expired" | "recalled" | null;
}

export interface Movement {
  seq: number;
  at: number;
  kind: string;
  drug: number | string;
  units: number;
  expiry: Day | null;
  lot: string | null;
  drug_name?: string;
  person?: number | string | null;
  undone_by?: number | null;
}

export interface BoxAnswer {
  box: BoxRow;
  stock: StockRow[];
  totals: { drug: number; units: number }[];
  movements: Movement[];
  label: { current: boolean | null; replaced_at: number | null; notice: string | null }; // of the mark that was asked about
}

export interface Found {
  text: string;
  what: "box" | "drug" | "command" | "unknown" | "bad";
  box?: string | null;
  nonce?: string | null;
  drug?: number | null;
  units?: number | null;
  expiry?: Day | null;
  lot?: string | null;
  pack?: string | null;
  kind?: string | null;
  code?: string | null;
  findings?: (string | { message: string })[];
}

export interface ScanAnswer {
  rows: Found[];
  perhaps?: { text: string }[];
  findings: (string | { message: string })[];
}

export type EntryKind = "donate" | "take" | "discard" | "undo" | "unmet" | "count";

export interface CountLine {
  drug: number;
  expiry: Day | null;
  lot: string | null;
  units: number;
}

export interface Entry {
  uid: string;
  kind: EntryKind;
  box: string;
  drug?: number;
  units?: number;
  expiry?: Day | null;
  lot?: string | null;
  pack?: string | null;
  opened?: boolean;
  household?: string;
  with?: number[];
  reason?: string;
  done_at: number;
  offline: boolean;
  of?: number;
  type?: string;
  age?: Age;
  lines?: CountLine[];
}

export interface Verdict {
  uid: string;
  verdict: "booked" | "repeated" | "refused" | "invalid";
  rule: string | null;
  message: string | null;
  lines: { seq: number; expiry: Day | null; lot: string | null; units: number }[];
  notices: string[];
  total: number | null;
}

export interface TransferRow {
  id: number;
  from: { code: string; name: string; place: string | null };
  to: { code: string; name: string; place: string | null };
  drug: number;
  expiry: Day | null;
  lot: string | null;
  units: number;
  state: string;
  reason: string | null;
  walk?: number | null;
}

export interface Task {
  transfer: number;
  units: number;
}

/** What can't be carried of a transfer, and is at no stop. */
export interface LeftOut {
  transfer: number;
  box: string; // that it was to come from
  name?: string;
  drug: number;
  units: number;
  reason: "gone" | "spoiled";
  all: boolean; // nothing of the transfer is left to do
}

export interface Walk {
  id: number; // 0: not given to anybody
  carrier: string | null;
  minutes: number;
  metres: number;
  stops: { box: string; name?: string; place?: string | null; out: Task[]; in: Task[] }[];
  left_out?: LeftOut[]; // a list that was kept before there was one has none
  transfers: TransferRow[];
}

export interface SessionRow {
  id: string | number;
  device?: string;
  created_at?: number;
  seen_at?: number;
  current?: boolean;
}
