// One out of many, found by typing; what fits stands under the field.

import { useState } from "preact/hooks";
import { matches } from "../base/search";
import { t } from "../words";

const MOST_SHOWN = 8;

interface PickProps<T> {
  label: string;
  rows: readonly T[];
  word: (row: T) => string;
  value: T | null;
  onPick: (row: T | null) => void;
  needed?: boolean;
  hint?: string; // what none means
}

export function Pick<T>({ label, rows, word, value, onPick, needed = false, hint }: PickProps<T>) {
  const [query, setQuery] = useState<string | null>(null); // null: nothing is being looked for
  const hits = query === null ? [] : rows.filter((row) => matches(query, word(row)));
  const pick = (row: T) => {
    setQuery(null);
    onPick(row);
  };
  return (
    <div class="field">
      <label>
        <span>{label}</span>
        <input type="text" autoComplete="off" spellcheck={false} placeholder={hint} required={needed} value={query ?? (value === null ? "" : word(value))}
          ref={(input) => input?.setCustomValidity(query !== null && query.trim() !== "" ? t("pick.choose") : "")}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => { setQuery(event.currentTarget.value); onPick(null); }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || hits[0] === undefined) return;
            event.preventDefault();
            pick(hits[0]);
          }} />
      </label>
      {query !== null && (
        <ul class="hits flat">
          {hits.slice(0, MOST_SHOWN).map((row, i) => <li key={i}><button type="button" onClick={() => pick(row)}>{word(row)}</button></li>)}
          {hits.length > MOST_SHOWN && <li class="quiet">{t("pick.more", { n: hits.length - MOST_SHOWN })}</li>}
          {hits.length === 0 && <li class="quiet" role="status">{t("pick.none")}</li>}
        </ul>
      )}
    </div>
  );
}
