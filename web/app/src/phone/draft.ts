// Baskets not booked yet, by box and direction: leaving the page loses nothing.

import { computed, effect, type Signal, signal } from "@preact/signals";
import type { Line, Mode } from "../base/basket";
import { keep, keptKeys, recall } from "./db";
import { done, queue } from "./queue";

interface Draft {
  key: string;
  lines: Signal<Line[]>;
  read: Promise<void>; // what was kept is in them
}

const drafts = new Map<string, Draft>();

/** Bookings that the queue has taken over: whatever becomes of them, they are no basket's any more. */
const takenOver = computed(() => new Set([...queue.value, ...done.value].map((item) => item.uid)));
const left = (lines: Line[]) => lines.filter((line) => !takenOver.value.has(line.key));

/** Lines of each basket, by its key. */
const sizes = signal<Record<string, number>>({});

/** Baskets that somebody began and did not book. */
export const unbooked = computed(() => Object.entries(sizes.value).filter(([, n]) => n > 0).map(([key, n]) => {
  const [, mode, box] = key.split(":");
  return { mode: mode as Mode, box: box ?? "", n };
}));

export function forgetDrafts(): void {
  drafts.clear();
  sizes.value = {};
}

/** So that they are known before their pages are opened. */
export async function loadDrafts(): Promise<void> {
  for (const key of await keptKeys("draft:")) {
    const kept = await recall<Line[]>(key);
    if (!drafts.has(key)) sizes.value = { ...sizes.value, [key]: left(kept?.data ?? []).length };
  }
}

function open(box: string, mode: Mode): Draft {
  const key = `draft:${mode}:${box}`;
  const known = drafts.get(key);
  if (known) return known;
  const lines = signal<Line[]>([]);
  const read = recall<Line[]>(key).then((kept) => {
    if (kept) lines.value = [...lines.value, ...left(kept.data)]; // something may have come in meanwhile
    let last = JSON.stringify(kept?.data ?? []);
    effect(() => {
      const now = left(lines.value);
      sizes.value = { ...sizes.peek(), [key]: now.length };
      if (JSON.stringify(now) === last) return;
      last = JSON.stringify(now);
      keep(key, now, null).catch(() => {}); // every page says that there is no room (db.ts, full)
    });
  });
  const made = { key, lines, read };
  drafts.set(key, made);
  return made;
}

export const draft = (box: string, mode: Mode) => open(box, mode).lines;

/** On return it survives the page. */
export async function intoDraft(box: string, mode: Mode, line: Line): Promise<void> {
  const { key, lines, read } = open(box, mode);
  await read;
  lines.value = [line, ...lines.value];
  await keep(key, lines.value, null);
}
