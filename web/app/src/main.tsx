import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app";
import { startEvents } from "./phone/events";
import { forgetArea, loadKept, refresh } from "./phone/area";
import { forgetDrafts, loadDrafts } from "./phone/draft";
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
  let owner: number | null = null; // of what this page holds in memory
  effect(() => {
    const now = me.value?.person?.id ?? null;
    if (now === person) return;
    person = now;
    if (now === null) return;
    if (owner !== null && owner !== now) {
      forgetArea();
      forgetDrafts();
    }
    owner = now;
    void loadDrafts();
    void refresh();
    startSync();
    startEvents();
  });
}

void start();
