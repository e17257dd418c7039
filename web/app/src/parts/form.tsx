// What is sent: once at a time, and what was refused is said where it belongs.

import { useRef, useState } from "preact/hooks";
import { ApiError } from "../api/client";

export function useWork() {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [field, setField] = useState<string | null>(null); // the one that was refused
  const run = async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError((failure as Error).message);
      setField(failure instanceof ApiError ? failure.field : null);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, error, field, setError, run };
}

export function useForm(send: () => Promise<void>) {
  const { run, ...work } = useWork();
  const submit = (event: Event) => {
    event.preventDefault();
    return run(send);
  };
  return { ...work, submit };
}

/** Why something was refused: a sentence, and where it names many things, each on a line of its own. */
export function Problem({ text }: { text: string | null }) {
  const [first, ...rest] = (text ?? "").split("\n");
  if (!first) return null;
  return (
    <div class="refusal" role="alert">
      {first}
      {rest.length > 0 && <ul>{rest.map((line) => <li key={line}>{line}</li>)}</ul>}
    </div>
  );
}
