// Texts in the reader's language. A catalogue is a flat table; its other language has the same keys
// (the compiler holds that) and the same holes (a test does).

import { signal } from "@preact/signals";
import { firstLang, keepLang, type Lang } from "../base/lang";

export type { Lang };

export type Values = Record<string, string | number>;

export const lang = signal<Lang>("zh");

export function startWords(): void {
  lang.value = firstLang();
  lang.subscribe((value) => void (document.documentElement.lang = value === "zh" ? "zh-CN" : "en"));
}

export function speak(value: Lang): void {
  lang.value = value;
  keepLang(value);
}

/** Fills {name}, and {name:one|many} by the number. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, key: string, one?: string, many?: string) =>
    one === undefined ? String(values[key] ?? "") : Number(values[key]) === 1 ? one : (many ?? ""));
}

export const makeT = <K extends string>(catalogues: Record<Lang, Record<K, string>>) =>
  (key: K, values: Values = {}): string => fill(catalogues[lang.value][key], values);
