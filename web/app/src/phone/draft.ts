// Baskets not booked yet, by box and direction: leaving the page loses nothing.

import { type Signal, signal } from "@preact/signals";
import type { Line, Mode } from "../base/basket";
import { keep, recall } from "./db";

const drafts = new Map<string, Signal<Line[]>>();

export const forgetDrafts = () => drafts.clear();

export function draft(box: string, mode: Mode): Signal<Line[]> {
  const key = `draft:${mode}:${box}`;
  const known = drafts.get(key);
  if (known) return known;
  const made = signal<Line[]>([]);
  drafts.set(key, made);
  void recall<Line[]>(key).then((kept) => {
    if (kept) made.value = [...made.value, ...kept.data]; // something may have come in meanwhile
    made.subscribe((lines) => void keep(key, lines, null));
  });
  return made;
}
