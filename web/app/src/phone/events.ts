// What others book shows here by itself while the page is looked at (server-sent events).

import { markReachable } from "../api/network";
import { refreshSoon } from "./area";
import { loadMe, me } from "./session";

const KINDS = ["booking", "transfer", "box", "catalogue"] as const;
export type EventKind = (typeof KINDS)[number];

type Listener = (kind: EventKind, data: unknown) => void;
const listeners = new Set<Listener>();

export function listen(call: Listener): () => void {
  listeners.add(call);
  return () => void listeners.delete(call);
}

const AGAIN_MS = 5_000;

let source: EventSource | null = null;
let later: ReturnType<typeof setTimeout> | undefined;

function open(): void {
  if (source || !me.value?.person || document.visibilityState === "hidden" || !globalThis.EventSource) return;
  source = new EventSource("/api/1/events");
  source.addEventListener("open", () => markReachable(true));
  source.addEventListener("error", lost);
  // Ended from another device: whoever asks next is told so.
  source.addEventListener("session", () => {
    close();
    void loadMe();
  });
  for (const kind of KINDS)
    source.addEventListener(kind, (event) => {
      const data: unknown = JSON.parse((event as MessageEvent<string>).data || "null");
      listeners.forEach((call) => call(kind, data));
      refreshSoon();
    });
}

/** The browser tries again by itself, unless the service itself said no. What is asked now tells whether it is there. */
function lost(): void {
  if (source?.readyState === EventSource.CLOSED) {
    close();
    later = setTimeout(open, AGAIN_MS);
  }
  refreshSoon();
}

function close(): void {
  clearTimeout(later);
  source?.close();
  source = null;
}

let started = false;

export function startEvents(): void {
  close();
  open();
  if (started) return;
  started = true;
  // A phone in a pocket needs none: it asks again when it is looked at.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") return close();
    open();
    refreshSoon();
  });
}
