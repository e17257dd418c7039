// What a room of the desk shows: asked when it is entered, and again when somebody books something.

import { useEffect, useRef, useState } from "preact/hooks";
import { get } from "../api/client";
import { online } from "../api/network";
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
  const turn = useRef({ asked: 0, shown: 0, of: "" }); // answers overtake each other: none takes the place of a later one
  const language = lang.value;
  latest.current = path + language;
  const reload = () => {
    const asked = latest.current;
    const n = ++turn.current.asked;
    const isOver = () => latest.current !== asked || n < turn.current.shown;
    get<T>(path).then(
      (answer) => {
        if (isOver()) return;
        turn.current.shown = n;
        turn.current.of = asked;
        setData(answer);
        setError(null);
      },
      (failure: Error) => {
        if (isOver()) return;
        if (turn.current.of !== asked) setData(null); // what stands there answers another question
        setError(failure.message);
      },
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
  // What was asked in vain, or went on meanwhile, is asked again once the service is there again.
  useEffect(() => {
    let before = online.peek();
    return online.subscribe((now) => {
      if (now && !before) reload();
      before = now;
    });
  }, [path, language]);
  return { data, error, reload };
}
