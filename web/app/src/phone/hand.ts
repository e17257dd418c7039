// What was read before it was known where it goes: it waits for the next box that is opened.

import { signal } from "@preact/signals";
import type { Read } from "../scan/resolve";

/** A pack: of a medicine, or one whose code nobody has taught yet. */
export type Pack = Extract<Read, { what: "drug" | "unknown" }>;

export const isPack = (read: Read): read is Pack => read.what === "drug" || read.what === "unknown";

export const inHand = signal<Pack[]>([]);

/** Whoever takes them has them alone. */
export function fromHand(): Pack[] {
  const packs = inHand.value;
  if (packs.length > 0) inHand.value = [];
  return packs;
}
