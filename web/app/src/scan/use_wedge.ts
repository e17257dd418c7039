import { useEffect, useRef } from "preact/hooks";
import { Wedge } from "./wedge";

const IDLE_MS = 80;

/** Codes that a hand scanner types while no field has the focus. */
export function useWedge(onCode: (text: string) => void): void {
  const told = useRef(onCode);
  told.current = onCode;
  useEffect(() => {
    const wedge = new Wedge();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (text: string | null) => text !== null && told.current(text);
    const press = (event: KeyboardEvent) => {
      const field = (event.target as Element).closest?.("input, textarea, select");
      if (field || event.ctrlKey || event.altKey || event.metaKey) return;
      const text = wedge.press({ key: event.key, code: event.code, shift: event.shiftKey, at: event.timeStamp });
      if (text !== null) event.preventDefault(); // the scanner's Enter presses no button
      tell(text);
      clearTimeout(timer);
      timer = setTimeout(() => tell(wedge.idle(performance.now())), IDLE_MS);
    };
    addEventListener("keydown", press, true);
    return () => {
      clearTimeout(timer);
      removeEventListener("keydown", press, true);
    };
  }, []);
}
