// A word in passing at the foot of the page; read out as well.

import { signal } from "@preact/signals";

const said = signal<{ text: string; bad: boolean; n: number } | null>(null);
let n = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, bad = false): void {
  said.value = { text, bad, n: ++n };
  clearTimeout(timer);
  timer = setTimeout(() => void (said.value = null), 2500 + text.length * 60);
}

export const failed = (error: unknown) => toast((error as Error).message, true);

export const Toast = () => (
  <div class="toast-place" role="status" aria-live="polite">
    {said.value && <p key={said.value.n} class={said.value.bad ? "toast bad" : "toast"}>{said.value.text}</p>}
  </div>
);
