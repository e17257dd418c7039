// Forms: sent once at a time, and what was refused is said where it belongs.

import { useState } from "preact/hooks";
import { ApiError } from "../api/client";

export function useForm(send: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [field, setField] = useState<string | null>(null); // the one that was refused
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await send();
    } catch (failure) {
      setError((failure as Error).message);
      setField(failure instanceof ApiError ? failure.field : null);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, field, setError, submit };
}

export const Problem = ({ text }: { text: string | null }) => (text ? <p class="refusal" role="alert">{text}</p> : null);
