// Light or dark: the system's wish, or the person's.

import { signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";
const KEPT = "medbox-theme";

export const theme = signal<Theme>("auto");

function apply(value: Theme): void {
  if (value === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = value;
}

export function setTheme(value: Theme): void {
  theme.value = value;
  apply(value);
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    // for this visit only
  }
}

export function startTheme(): void {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === "light" || kept === "dark") theme.value = kept;
  } catch {
    // a browser that keeps nothing
  }
  apply(theme.value);
}
