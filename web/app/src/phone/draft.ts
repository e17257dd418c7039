// Baskets not booked yet, by box and direction: leaving the page loses nothing.

import { computed, effect, type Signal, signal } from "@preact/signals";
import type { Line, Mode } from "../base/basket";
import { keep, recall } from "./db";
import { done, queue } from "./queue";

interface Draft {
  key: string;
  lines: Signal<Line[]>;
  read: Promise<void>; // what was kept is in them
}

const drafts = new Map<string, Draft>();

export const forgetDrafts = () => drafts.clear();

/** Bookings that the queue has taken over: whatever becomes of them, they are no basket's any more. */
const takenOver = computed(() => new Set([...queue.value, ...done.value].map((item) => item.uid)));
const left = (lines: Line[]) => lines.filter((line) => !takenOver.value.has(line.key));

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
