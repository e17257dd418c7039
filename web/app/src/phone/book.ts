// Booking: onto the disk first, then to the service; the answer, if one comes in time, is shown.

import { post } from "../api/client";
import type { Entry, EntryKind, Verdict } from "../api/types";
import { within } from "../base/soon";
import { uuid7 } from "../base/uuid";
import { enqueue } from "./queue";
import { syncAnew, verdicts } from "./sync";

export type NewEntry = Omit<Entry, "uid" | "done_at" | "offline"> & { kind: EntryKind; uid?: string; done_at?: number };

export interface Outcome {
  entry: Entry;
  verdict: Verdict | null; // null: waits in the queue, where its answer may still come
}

const PATIENCE_MS = 4000; // for an answer, of somebody who stands before a box

const complete = (entry: NewEntry): Entry =>
  ({ ...entry, uid: entry.uid ?? uuid7(), done_at: entry.done_at ?? Date.now(), offline: false });

export async function book(news: NewEntry[]): Promise<Outcome[]> {
  const entries = news.map(complete);
  await enqueue(entries.map((entry) => ({ uid: entry.uid, post: { kind: "booking", entry } })));
  await within(PATIENCE_MS, syncAnew());
  return entries.map((entry) => ({ entry, verdict: verdicts.get(entry.uid) ?? null }));
}

/** What would be booked; by the same rules, keeping nothing. */
export async function tryOut(news: NewEntry[]): Promise<Verdict[]> {
  const entries = news.map(complete);
  return (await post<{ verdicts: Verdict[] }>("bookings", { entries, dry_run: true }, 6_000)).verdicts;
}

export async function send(posts: Parameters<typeof enqueue>[0]): Promise<void> {
  await enqueue(posts);
  await within(PATIENCE_MS, syncAnew());
}
