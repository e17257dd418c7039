// What a resident waits for is asked by a script of its own, while the app is still on its way.

import type { Lang } from "../base/lang";

interface Early {
  path: string;
  lang: Lang;
  at: number;
  answer: Promise<Response | null>; // null: none came
}

const FRESH_MS = 10_000;

const place = globalThis as { medboxEarly?: Early };

export function askEarly(path: string, lang: Lang): void {
  const answer = fetch(`/api/1/${path}`, { headers: { "Accept-Language": lang }, cache: "no-store" }).catch(() => null);
  place.medboxEarly = { path, lang, at: Date.now(), answer };
}

/** That answer, for the first who asks the same soon enough. */
export async function early(path: string, lang: Lang): Promise<Response | null> {
  const { medboxEarly: asked } = place;
  if (asked?.path !== path || asked.lang !== lang) return null;
  delete place.medboxEarly;
  return Date.now() - asked.at < FRESH_MS ? asked.answer : null;
}
