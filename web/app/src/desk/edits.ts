// Amounts changed by hand: kept a moment after the last key, and before anything is done with what they
// are of. What stands in the field is what holds.

import { useRef } from "preact/hooks";
import { post } from "../api/client";

const PAUSE_MS = 700; // between two keys

interface Edit {
  units: number;
  timer: ReturnType<typeof setTimeout>;
  sent?: Promise<unknown>;
}

export interface Edits {
  /** What stands in the field of a transfer, where it is not kept yet. */
  of: (id: number) => number | undefined;
  set: (id: number, units: number) => void;
  drop: (id: number) => void;
  /** Sends all that is not kept yet; a refusal is thrown. */
  settle: () => Promise<unknown>;
}

export function useEdits(onKept: () => void, onRefused: (error: unknown) => void): Edits {
  const { current: waiting } = useRef(new Map<number, Edit>());
  const send = (id: number, edit: Edit) => {
    clearTimeout(edit.timer);
    edit.sent ??= post(`transfers/${id}/change`, { units: edit.units }).finally(() => waiting.get(id) === edit && waiting.delete(id));
    return edit.sent;
  };
  const drop = (id: number) => {
    clearTimeout(waiting.get(id)?.timer);
    waiting.delete(id);
  };
  const set = (id: number, units: number) => {
    drop(id);
    const edit: Edit = { units, timer: setTimeout(() => void send(id, edit).then(onKept, onRefused), PAUSE_MS) };
    waiting.set(id, edit);
  };
  return { of: (id) => waiting.get(id)?.units, set, drop, settle: () => Promise.all([...waiting].map(([id, edit]) => send(id, edit))) };
}
