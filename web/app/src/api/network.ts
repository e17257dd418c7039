// Whether the service can be reached: what the last request told, and what the phone knows.

import { signal } from "@preact/signals";

export const online = signal(navigator.onLine);

const waiting = new Set<() => void>();

/** Called whenever the network comes back. */
export const onReachable = (call: () => void) => void waiting.add(call);

export function markReachable(reachable: boolean): void {
  const before = online.value;
  online.value = reachable;
  if (reachable && !before) waiting.forEach((call) => call());
}

addEventListener("offline", () => markReachable(false));
// A phone that says it is online may still reach nothing: let the next request tell.
addEventListener("online", () => waiting.forEach((call) => call()));
