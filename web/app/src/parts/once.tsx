import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { failed } from "./toast";

/** A key that does one thing at a time: a second tap meanwhile is none. */
export function Once({ run, kind, children }: { run: () => Promise<void>; kind?: string; children: ComponentChildren }) {
  const running = useRef(false); // two taps may come before the page is drawn anew
  const [busy, setBusy] = useState(false);
  const tap = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    await run().catch(failed);
    running.current = false;
    setBusy(false);
  };
  return <button type="button" class={kind} disabled={busy} onClick={() => void tap()}>{children}</button>;
}
