// The boxes themselves: found, added, changed, retired.

import { useState } from "preact/hooks";
import { patch, post } from "../api/client";
import type { BoxRow } from "../api/types";
import { matches } from "../base/search";
import { showBoxCode } from "../code/boxcode";
import { refresh } from "../phone/area";
import { Sheet } from "../parts/sheet";
import { useSure } from "../parts/sure";
import { toast } from "../parts/toast";
import { t as say } from "../words";
import { type AreaRow, useAreas } from "./area_rows";
import { useAsk } from "./ask";
import { EditForm } from "./edit";
import { type Field, seenOf, type Values } from "./edit_fields";
import { Shown } from "./frame";
import { Some } from "./some";
import { t } from "./words";

const FIELDS: readonly Field[] = [
  { name: "name", word: "name", kind: "text", needed: true },
  { name: "area", word: "liesin", kind: "area", needed: true },
  { name: "place", word: "place", kind: "text", hint: "placehint" },
  { name: "phone", word: "phonenumber", kind: "text", hint: "phonehint" },
  { name: "residents", word: "residents", kind: "number" },
  { name: "vulnerable", word: "vulnerable", kind: "number", hint: "vulnerablehint" },
  { name: "capacity", word: "capacity", kind: "number", hint: "capacityhint" },
  { name: "count_days", word: "countdays", kind: "number" },
  { name: "lat", word: "lat", kind: "degree" },
  { name: "lon", word: "lon", kind: "degree" },
];

/** A coordinate that is known can be put right, not taken away. */
const fieldsOf = (box: BoxRow | null): readonly Field[] =>
  FIELDS.map((field) => (field.kind === "degree" && box && box[field.name as "lat" | "lon"] !== null ? { ...field, needed: true } : field));

const isRetired = (box: BoxRow) => /retired/.test(box.state);

function Retire({ box, onDone }: { box: BoxRow; onDone: () => void }) {
  const { ask, sure } = useSure();
  const question = {
    title: t("retireask", { name: box.name }), text: t("retiresure"), word: t("retire"), danger: true,
    yes: () => patch(`box/${box.code}`, { retire: true }).then(onDone),
  };
  return <>{sure}<button type="button" class="wide danger" onClick={() => ask(question)}>{t("retire")}</button></>;
}

interface OneProps {
  box: BoxRow | null; // null: a new one
  areas: readonly AreaRow[];
  onDone: () => void;
  onClose: () => void;
}

function OneBox({ box, areas, onDone, onClose }: OneProps) {
  const only = areas.length === 1 ? areas[0] : undefined; // there is nothing to choose
  const send = async (given: Values) => {
    if (box) await patch(`box/${box.code}`, seenOf({ ...box }, given));
    else await post("box", given);
    toast(t("kept"));
    onDone();
  };
  return (
    <Sheet title={box ? `${box.name} · ${showBoxCode(box.code)}` : t("newbox")} onClose={onClose}>
      {box && isRetired(box) && <p class="notice">{say("box.closed")}</p>}
      <EditForm fields={fieldsOf(box)} kept={{ ...box }} start={box ? undefined : { area: only?.id, count_days: 30 }} areas={areas}
        word={box ? say("app.save") : t("add")} send={send} />
      {box && <a class="wide" href={`/B/${box.code}`}>{t("openbox")}</a>}
      {box && !isRetired(box) && <Retire box={box} onDone={onDone} />}
    </Sheet>
  );
}

const BoxLine = ({ box, onOpen }: { box: BoxRow; onOpen: () => void }) => (
  <li class={isRetired(box) ? "gone" : ""}>
    <button type="button" class="row" onClick={onOpen}>
      <b>{box.name}</b>
      <span class="row-end"><code>{showBoxCode(box.code)}</code></span>
      <span class="quiet">{[box.community, box.grid, box.place, box.phone, isRetired(box) ? t("retired") : ""].filter(Boolean).join(" · ")}</span>
    </button>
  </li>
);

export function BoxesRoom() {
  const asked = useAsk<{ rows: BoxRow[] }>("boxes?retired=1", ["box"]);
  const areas = useAreas();
  const [query, setQuery] = useState("");
  const [retired, setRetired] = useState(false);
  const [open, setOpen] = useState<BoxRow | "new" | null>(null);
  const done = () => {
    setOpen(null);
    asked.reload();
    void refresh();
  };
  const sought = (box: BoxRow) => (retired || !isRetired(box)) &&
    matches(query, box.name, box.place, box.phone, box.community, box.grid, box.building, box.code, showBoxCode(box.code));
  return (
    <>
      <div class="tools">
        <button type="button" class="primary" disabled={!areas.data} onClick={() => setOpen("new")}>{t("newbox")}</button>
        <input type="search" aria-label={t("find")} placeholder={t("find")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        <button type="button" class="chip" aria-pressed={retired} onClick={() => setRetired(!retired)}>{t("retiredtoo")}</button>
      </div>
      <Shown asked={asked}>
        {({ rows }) => {
          const hits = rows.filter(sought);
          return (
            <>
              <p class="quiet" role="status">{t("boxes", { n: hits.length })}</p>
              <Some key={query} rows={hits} first={60} none={t(rows.length === 0 ? "nobox" : "nosuchbox")}
                show={(box) => <BoxLine key={box.code} box={box} onOpen={() => setOpen(box)} />} />
            </>
          );
        }}
      </Shown>
      {open && areas.data && <OneBox box={open === "new" ? null : open} areas={areas.data} onDone={done} onClose={() => setOpen(null)} />}
    </>
  );
}
