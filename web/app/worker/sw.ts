// The service worker: the app opens without a network. It keeps the shell and what the shell loads;
// what the service answers is kept by the app itself (phone/db.ts).
export {};

declare const self: ServiceWorkerGlobalScope;
declare const FILES: string[]; // set by the build: the shell's files, whose names change with them
declare const VERSION: string;

const SHELL = "/";
const CACHE = `medbox-${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll([SHELL, ...FILES].map((url) => new Request(url, { cache: "reload" })));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith("medbox-") && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(CACHE)).put(request, fresh.clone());
  return fresh;
}

/** The newest shell where it comes soon, else the one kept: a bad network opens as fast as none. */
async function shell(request: Request): Promise<Response> {
  const kept = await caches.match(SHELL);
  if (!kept) return fetch(request);
  const fresh = fetch(request).then((response) => (response.ok ? response : kept)).catch(() => kept);
  return Promise.race([fresh, new Promise<Response>((resolve) => setTimeout(() => resolve(kept), 1500))]);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || url.pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(shell(request));
  else if (url.pathname.startsWith("/a/") || /^\/(icon-|manifest)/.test(url.pathname)) event.respondWith(asset(request));
});
