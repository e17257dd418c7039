// The browser's offer to install the app, kept until the person asks for it.

import { signal } from "@preact/signals";

interface Offer extends Event {
  prompt(): Promise<void>;
}

export const offer = signal<Offer | null>(null);

export function startInstall(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer.value = event as Offer;
  });
  addEventListener("appinstalled", () => void (offer.value = null));
  if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/sw.js").catch(() => {});
}

export const isApple = () => /iPhone|iPad/.test(navigator.userAgent);
export const isInstalled = () => matchMedia("(display-mode: standalone)").matches;
