// What a form asks, and what of it is sent.

import type { DeskKey } from "./words";

export type Kind = "text" | "number" | "degree" | "flag" | "choice" | "list" | "area";

export interface Field {
  name: string; // as the service calls it
  word: DeskKey;
  kind: Kind;
  needed?: boolean;
  hint?: DeskKey;
  options?: () => readonly { value: string; word: string }[]; // of a choice
}

export type Values = Record<string, unknown>;
export type Texts = Record<string, string>;

export const YES = "1";

const textOf = (kind: Kind, value: unknown): string => {
  if (kind === "flag") return value === true ? YES : "";
  if (kind === "list") return ((value as string[] | undefined) ?? []).join("、");
  return value === null || value === undefined ? "" : String(value);
};

function valueOf(kind: Kind, text: string): unknown {
  const plain = text.normalize("NFKC").trim();
  switch (kind) {
    case "flag": return text === YES;
    case "list": return text.split(/[、，,；;]/).map((part) => part.trim()).filter(Boolean);
    case "number":
    case "degree":
    case "area": return plain === "" ? null : Number(plain);
    default: return text.trim();
  }
}

export const textsOf = (fields: readonly Field[], values: Values): Texts =>
  Object.fromEntries(fields.map(({ name, kind }) => [name, textOf(kind, values[name])]));

/** What differs from what the service has, by the names of its fields. */
export function changesOf(fields: readonly Field[], kept: Values, texts: Texts): Values {
  const before = textsOf(fields, kept);
  return Object.fromEntries(fields.filter(({ name }) => texts[name] !== before[name])
    .map(({ name, kind }) => [name, valueOf(kind, texts[name] ?? "")]));
}

/** What was seen of what is sent, so that nobody else's change in between is written over. */
export const seenOf = (kept: Values, changes: Values): Values =>
  ({ ...changes, seen: Object.fromEntries(Object.keys(changes).map((name) => [name, kept[name] ?? null])) });
