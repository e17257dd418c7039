// What a room of the desk shows: asked when it is entered, and again when somebody books something.

import { useEffect, useRef, useState } from "preact/hooks";
import { get } from "../api/client";
import { type EventKind, listen } from "../phone/events";
import { lang } from "../words";

const PAUSE_MS = 400; // bookings come in batches

export interface Asked<T> {
  data: T | null;
  error: string | null;
  reload: () => void;
}

export function useAsk<T>(path: string, on: readonly EventKind[] = []): Asked<T> {
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef("");
  const language = lang.value;
  latest.current = path + language;
  const reload = () => {
    const asked = latest.current;
    get<T>(path).then(
      (answer) => {
        if (latest.current !== asked) return;
        setData(answer);
        setError(null);
      },
      (failure: Error) => latest.current === asked && setError(failure.message),
    );
  };
  useEffect(reload, [path, language]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((kind) => {
      if (!on.includes(kind)) return;
      clearTimeout(timer);
      timer = setTimeout(reload, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [path, language]);
  return { data, error, reload };
}
