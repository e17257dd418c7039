// The question before what can't be taken back, or is meant for many at once.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../words";
import { Problem, useWork } from "./form";
import { Sheet } from "./sheet";

export interface Asking {
  title: string; // the question
  text?: ComponentChildren; // what follows from it, and how it is taken back
  word: string; // of the key that does it
  danger?: boolean;
  yes: () => Promise<unknown>;
}

export function Sure({ title, text, word, danger = false, yes, onClose }: Asking & { onClose: () => void }) {
  const { busy, error, run } = useWork();
  const go = () => run(async () => {
    await yes();
    onClose();
  });
  return (
    <Sheet title={title} onClose={onClose}>
      {text && <p>{text}</p>}
      <Problem text={error} />
      <button type="button" class="wide" disabled={busy} onClick={onClose}>{t("app.no")}</button>
      <button type="button" class={danger ? "wide danger" : "wide primary"} disabled={busy} onClick={() => void go()}>{busy ? t("app.wait") : word}</button>
    </Sheet>
  );
}

/** Asks, and shows what was asked: put {sure} where it may stand. */
export function useSure() {
  const [asking, setAsking] = useState<Asking | null>(null);
  return { ask: setAsking, sure: asking && <Sure {...asking} onClose={() => setAsking(null)} /> };
}
