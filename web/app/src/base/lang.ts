// Which language a page is in before anything of it is drawn: the one chosen on this phone, else the phone's.

export type Lang = "zh" | "en";

const KEPT = "medbox-lang";

export function firstLang(): Lang {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === "zh" || kept === "en") return kept;
    return navigator.language.toLowerCase().startsWith("en") ? "en" : "zh";
  } catch {
    return "zh"; // a browser that keeps nothing
  }
}

export function keepLang(value: Lang): void {
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    // said for this visit only
  }
}
