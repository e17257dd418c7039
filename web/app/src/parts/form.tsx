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

export const Problem = ({ text }: { text: string | null }) => (text ? <p class="refusal" role="alert">{text}</p> : null);
