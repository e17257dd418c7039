// Some of the boxes, ticked in a list that can be searched.

import { useState } from "preact/hooks";
import { matches } from "../base/search";
import { showBoxCode } from "../code/boxcode";
import { boxes } from "../phone/area";
import { t } from "./words";

const MOST_SHOWN = 200;

interface ChosenProps {
  codes: ReadonlySet<string>;
  setCodes: (codes: ReadonlySet<string>) => void;
}

export function Chosen({ codes, setCodes }: ChosenProps) {
  const [query, setQuery] = useState("");
  const toggle = (code: string) => {
    const next = new Set(codes);
    if (!next.delete(code)) next.add(code);
    setCodes(next);
  };
  const open = (boxes.value ?? []).filter((box) => !/retired/.test(box.state));
  const hits = open.filter((box) => matches(query, box.name, box.place, box.community, box.grid, box.code, showBoxCode(box.code)));
  const more = hits.length - MOST_SHOWN;
  return (
    <fieldset class="choice">
      <legend>{t("boxeschosen", { n: codes.size })}</legend>
      <input type="search" aria-label={t("find")} placeholder={t("find")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      <div class="picks">
        {hits.slice(0, MOST_SHOWN).map((box) => (
          <label key={box.code}>
            <input type="checkbox" checked={codes.has(box.code)} onChange={() => toggle(box.code)} />
            <span>{[box.community, box.grid, box.name].filter(Boolean).join(" · ")}</span>
          </label>
        ))}
        {more > 0 && <p class="quiet">{t("morehidden", { n: more })}</p>}
        {hits.length === 0 && <p class="quiet">{t("nosuchbox")}</p>}
      </div>
      {hits.length > 1 && <button type="button" class="small more" onClick={() => setCodes(new Set([...codes, ...hits.map((box) => box.code)]))}>{t("tickall", { n: hits.length })}</button>}
      {codes.size > 0 && <button type="button" class="small more" onClick={() => setCodes(new Set())}>{t("ticknone")}</button>}
    </fieldset>
  );
}
