import { useEffect, useRef } from "preact/hooks";
import { Wedge } from "./wedge";

const IDLE_MS = 80;

const fieldOf = (event: KeyboardEvent) =>
  (event.target as Element).closest?.<HTMLInputElement>("input, textarea, select") ?? null;
/** What is meant for codes, or hides what is typed, takes the keys as they come. */
const takesKeys = (field: HTMLInputElement) => !field.matches("input[inputmode=numeric], .lot input") || field.type === "password";

/** Codes that a hand scanner types where none is asked for: beside fields, and into an amount or a batch,
 * which gets back what it had. */
export function useWedge(onCode: (text: string) => void): void {
  const told = useRef(onCode);
  told.current = onCode;
  useEffect(() => {
    const wedge = new Wedge();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let field: HTMLInputElement | null = null;
    let before = "";
    const tell = (text: string | null) => {
      if (text === null) return;
      if (field) {
        field.value = before;
        field.dispatchEvent(new Event("change", { bubbles: true })); // what a person typed in it holds
        field.blur();
      }
      told.current(text);
    };
    const press = (event: KeyboardEvent) => {
      const at = fieldOf(event);
      if ((at && takesKeys(at)) || event.ctrlKey || event.altKey || event.metaKey) return;
      const { value } = at ?? { value: "" };
      const text = wedge.press({ key: event.key, code: event.code, shift: event.shiftKey, at: event.timeStamp });
      if (wedge.length === 1) [field, before] = [at, value];
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
