// The address bar. Links are ordinary links; this page stays and shows what they lead to.

import { computed, signal } from "@preact/signals";
import { readRoute } from "../base/route";

const address = signal({ path: location.pathname, hash: location.hash });

export const route = computed(() => readRoute(address.value.path, address.value.hash));

function show(): void {
  address.value = { path: location.pathname, hash: location.hash };
  scrollTo(0, 0);
}

let depth = 0;

export function go(url: string, replace = false): void {
  if (replace) history.replaceState(null, "", url);
  else {
    history.pushState(null, "", url);
    depth++;
  }
  show();
}

/** To where the person came from, or up, where the page was opened by a scan. */
export function back(up: string): void {
  if (depth > 0) history.back();
  else go(up, true);
}

export function startPlace(): void {
  addEventListener("popstate", () => {
    depth = Math.max(0, depth - 1);
    show();
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || link.target || link.hasAttribute("download")) return;
    if (link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  });
}
