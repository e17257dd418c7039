// A list that shows its first rows and opens to more of them.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "./words";

interface SomeProps<T> {
  rows: readonly T[];
  none: string;
  first?: number; // rows shown at once
  show: (row: T, i: number) => ComponentChildren;
}

export function Some<T>({ rows, none, first = 12, show }: SomeProps<T>) {
  const [most, setMost] = useState(first);
  if (rows.length === 0) return <p class="quiet card">{none}</p>;
  const left = rows.length - most;
  return (
    <>
      <ul class="rows">{rows.slice(0, most).map(show)}</ul>
      {left > 0 && <button type="button" class="small more" onClick={() => setMost(most + Math.max(100, first))}>{t("showmore", { n: left })}</button>}
    </>
  );
}
