// Texts in the reader's language. A catalogue is a flat table; its other language has the same keys
// (the compiler holds that) and the same holes (a test does).

import { signal } from "@preact/signals";

export type Lang = "zh" | "en";
export type Values = Record<string, string | number>;

const KEPT = "medbox-lang";

function first(): Lang {
  const kept = localStorage.getItem(KEPT);
  if (kept === "zh" || kept === "en") return kept;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "zh";
}

export const lang = signal<Lang>("zh");

export function startWords(): void {
  try {
    lang.value = first();
  } catch {
    lang.value = "zh"; // a browser that keeps nothing
  }
  lang.subscribe((value) => void (document.documentElement.lang = value === "zh" ? "zh-CN" : "en"));
}

export function speak(value: Lang): void {
  lang.value = value;
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    // said for this visit only
  }
}

/** Fills {name}, and {name:one|many} by the number. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, key: string, one?: string, many?: string) =>
    one === undefined ? String(values[key] ?? "") : Number(values[key]) === 1 ? one : (many ?? ""));
}

export const makeT = <K extends string>(catalogues: Record<Lang, Record<K, string>>) =>
  (key: K, values: Values = {}): string => fill(catalogues[lang.value][key], values);
