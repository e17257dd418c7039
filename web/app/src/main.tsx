import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app";
import { startEvents } from "./phone/events";
import { loadKept, refresh } from "./phone/area";
import { loadQueue } from "./phone/queue";
import { loadMe, me } from "./phone/session";
import { startSync } from "./phone/sync";
import { startInstall } from "./parts/install";
import { startPlace } from "./parts/place";
import { startTheme } from "./parts/theme";
import { startWords } from "./words";

async function start(): Promise<void> {
  startTheme();
  startWords();
  startPlace();
  await Promise.all([loadQueue(), loadKept()]);
  const who = loadMe();
  const root = document.getElementById("app");
  if (root) {
    root.textContent = "";
    render(<App />, root);
  }
  startInstall();
  await who.catch(() => {});
  let person: number | null = null;
  effect(() => {
    const now = me.value?.person?.id ?? null;
    if (now === person) return;
    person = now;
    if (now === null) return;
    void refresh();
    startSync();
    startEvents();
  });
}

void start();
