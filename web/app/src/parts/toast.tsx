// A word in passing at the foot of the page; read out as well.

import { signal } from "@preact/signals";
import { route } from "./place";

interface Said {
  text: string;
  bad: boolean;
  n: number;
  at: number; // ms
}

const LEADS_ON_MS = 1000; // a word that was said just before a page was left is of what was done there

const said = signal<Said | null>(null);
let n = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, bad = false): void {
  said.value = { text, bad, n: ++n, at: Date.now() };
  clearTimeout(timer);
  timer = setTimeout(() => void (said.value = null), 2500 + text.length * 60);
}

// What belonged to another page is not left standing.
route.subscribe(() => {
  if (Date.now() - (said.peek()?.at ?? 0) > LEADS_ON_MS) said.value = null;
});

export const failed = (error: unknown) => toast((error as Error).message, true);

export const Toast = () => (
  <div class="toast-place" role="status" aria-live="polite">
    {said.value && <p key={said.value.n} class={said.value.bad ? "toast bad" : "toast"}>{said.value.text}</p>}
  </div>
);
