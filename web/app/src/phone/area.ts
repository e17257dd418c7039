// The person's own area on the phone: catalogue, boxes, stock, walking list. Shown at once from the
// phone, brought up to date behind it.

import { computed, type Signal, signal } from "@preact/signals";
import { ask } from "../api/client";
import type { BoxRow, Catalogue, Drug, StockRow, Walk } from "../api/types";
import { keep, recall } from "./db";
import { underWay } from "./queue";
import { me } from "./session";

export const catalogue = signal<Catalogue | null>(null);
export const boxes = signal<BoxRow[] | null>(null);
export const stock = signal<StockRow[] | null>(null);
export const walks = signal<Walk[] | null>(null);
/** When the stock was told last (ms); 0: never. */
export const toldAt = signal(0);

export const drugs = computed(() => new Map((catalogue.value?.drugs ?? []).map((drug) => [drug.id, drug])));
export const drugOf = (id: number): Drug | undefined => drugs.value.get(id);
export const isDue = (box: BoxRow) => box.count_due !== undefined && box.count_due <= Date.now();
/** Walks to make: one's own, and those that nobody was given. */
export const ownWalks = computed(() => (walks.value ?? []).filter((walk) => walk.carrier === null || walk.carrier === me.value?.person?.name));
export const boxOf = (code: string) => boxes.value?.find((box) => box.code === code);

const KEPT_KINDS: Record<string, string> = { retail: "gtin", gtin14: "gtin", gs1: "gtin", link: "gtin", "own-label": "own" };
export const meanings = computed(() => new Map((catalogue.value?.codes ?? []).map((row) =>
  [`${KEPT_KINDS[row.kind] ?? row.kind}:${row.code}`, row])));

interface Part {
  path: string;
  set: (data: unknown) => void;
  asked?: number;
  shown?: number; // answers overtake each other: none takes the place of a later one
  etag?: string | null; // of what is shown
}

const rows = <T>(target: Signal<T[] | null>) => (data: unknown) =>
  void (target.value = (data as { rows: T[] }).rows);

const PARTS: Part[] = [
  { path: "catalogue", set: (data) => void (catalogue.value = data as Catalogue) },
  { path: "boxes", set: rows(boxes) },
  { path: "stock", set: rows(stock) },
  { path: "walks", set: rows(walks) },
];

export async function loadKept(): Promise<void> {
  await Promise.all(PARTS.map(async (part) => {
    const kept = await recall<unknown>(part.path);
    if (!kept) return;
    part.set(kept.data);
    part.etag = kept.etag;
    if (part.path === "stock") toldAt.value = kept.at;
  }));
}

async function refreshPart(part: Part): Promise<void> {
  const n = (part.asked = (part.asked ?? 0) + 1);
  const kept = await recall<unknown>(part.path);
  if (kept && kept.etag !== part.etag) part.set(kept.data); // another tab was told
  const { data, etag } = await ask<unknown>("GET", part.path, { etag: kept?.etag });
  const value = data ?? kept?.data;
  if (value === undefined || n < (part.shown ?? 0)) return;
  part.shown = n;
  part.etag = etag;
  part.set(value);
  await keep(part.path, value, etag);
  if (part.path === "stock") toldAt.value = Date.now();
}

/** Brings everything up to date; what can't be reached stays as it was. */
export async function refresh(): Promise<void> {
  if (!me.value?.person) return;
  await Promise.all(PARTS.map((part) => refreshPart(part).catch(() => {})));
}

let soon: ReturnType<typeof setTimeout> | undefined;
export function refreshSoon(): void {
  clearTimeout(soon);
  soon = setTimeout(() => void refresh(), 300);
}

export function forgetArea(): void {
  catalogue.value = boxes.value = stock.value = walks.value = null;
  toldAt.value = 0;
}

/** A box's lots as the phone sees them: as told, and what waits in the queue. */
export function lotsOf(box: string): StockRow[] {
  const lots = (stock.value ?? []).filter((row) => row.box === box).map((row) => ({ ...row }));
  for (const { post } of underWay.value) {
    if (post.kind !== "booking" || post.entry.box !== box) continue;
    const { kind, drug, units = 0, expiry = null, lot } = post.entry;
    if (drug === undefined || (kind !== "donate" && kind !== "take" && kind !== "discard")) continue;
    if (kind === "donate") lots.push({ box, drug, expiry, lot: lot ?? "", units });
    else drain(lots, drug, units, expiry, lot ?? null);
  }
  return lots.filter((row) => row.units > 0);
}

function drain(lots: StockRow[], drug: number, units: number, expiry: string | null, lot: string | null): void {
  const named = (row: StockRow) => (expiry === null || row.expiry === expiry) && (lot === null || (row.lot ?? "") === lot);
  const order = lots.filter((row) => row.drug === drug).sort((a, b) =>
    Number(named(b)) - Number(named(a)) || ((a.expiry ?? "") < (b.expiry ?? "") ? -1 : 1));
  for (const row of order) {
    const part = Math.min(row.units, units);
    row.units -= part;
    units -= part;
  }
}
