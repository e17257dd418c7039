// Bookings on their way. Each is on the disk before it is sent, keeps its uid for ever, and leaves
// the queue only when the service has said that it is booked, or the person throws it away.

import { computed, signal } from "@preact/signals";
import type { Entry, Verdict } from "../api/types";
import { all, putAll, removeAll } from "./db";
import { me } from "./session";

/** What is sent: a booking, a transfer's step, or what a code means. */
export type Post =
  | { kind: "booking"; entry: Entry }
  | { kind: "step"; transfer: number; step: "carry" | "deliver"; box: string; name?: string; drug: number; units: number }
  | { kind: "code"; code: string; drug: number; units: number };

export interface Queued {
  uid: string;
  person: number;
  name?: string; // of the person; one that was queued before there was one has none
  at: number;
  post: Post;
  state: "waiting" | "refused";
  message: string | null;
  rule: string | null;
}

/** A booking that the service has; kept for Undo. */
export interface Done {
  uid: string;
  person: number;
  at: number;
  entry: Entry;
  lines: Verdict["lines"];
  total: number | null;
  undone: boolean;
}

const DONE_KEPT = 60;

export const queue = signal<Queued[]>([]);
export const done = signal<Done[]>([]);
/** Whoever's they are: what they say of a box was done. */
export const underWay = computed(() => queue.value.filter((item) => item.state === "waiting"));
/** Of whoever is signed in; and of others, who have to sign in before it goes on. */
export const mine = computed(() => queue.value.filter((item) => item.person === me.value?.person?.id));
export const others = computed(() => (me.value === null ? [] : queue.value.filter((item) => item.person !== me.value?.person?.id)));
export const waiting = computed(() => mine.value.filter((item) => item.state === "waiting"));
export const refused = computed(() => mine.value.filter((item) => item.state === "refused"));

// Another tab of the same phone changes the same queue.
const tabs = typeof BroadcastChannel === "function" ? new BroadcastChannel("medbox-queue") : null;

const byUid = (a: { uid: string }, b: { uid: string }) => (a.uid < b.uid ? -1 : 1);

export async function loadQueue(): Promise<void> {
  queue.value = (await all("queue")).sort(byUid);
  done.value = (await all("done")).sort(byUid);
}
if (tabs) tabs.onmessage = () => void loadQueue();

async function changed(): Promise<void> {
  await loadQueue();
  tabs?.postMessage("changed");
}

/** On return they survive the phone's power going. */
export async function enqueue(posts: { uid: string; post: Post }[]): Promise<void> {
  const at = Date.now();
  const { id: person = 0, name } = me.value?.person ?? {};
  await putAll("queue", posts.map(({ uid, post }) =>
    ({ uid, person, name, at, post, state: "waiting", message: null, rule: null })));
  await changed();
}

export async function update(items: Queued[]): Promise<void> {
  await putAll("queue", items);
  await changed();
}

export async function drop(uids: string[]): Promise<void> {
  await removeAll("queue", uids);
  await changed();
}

/** From the queue to what is done. */
export async function settle(settled: Done[], uids: string[]): Promise<void> {
  await putAll("done", settled);
  await removeAll("queue", uids);
  const old = (await all("done")).sort(byUid).slice(0, -DONE_KEPT);
  await removeAll("done", old.map((item) => item.uid));
  await changed();
}

export async function markUndone(seq: number): Promise<void> {
  const hit = done.value.filter((item) => item.lines.some((line) => line.seq === seq));
  await putAll("done", hit.map((item) => ({ ...item, undone: true })));
  await changed();
}
