// The rules and defaults of the own area, each with what it means; where a place in it has its own, that too.

import { useState } from "preact/hooks";
import { ask } from "../api/client";
import { matches } from "../base/search";
import { me } from "../phone/session";
import { failed, toast } from "../parts/toast";
import { useAreas } from "./area_rows";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import { named, type Named, type SettingRow } from "./setting_rows";
import { type DeskKey, t } from "./words";

interface Section {
  word: DeskKey;
  heads: readonly string[]; // keys begin with one of them
}

const SECTIONS: readonly Section[] = [
  { word: "settings.paper", heads: ["label", "poster"] },
  { word: "settings.contact", heads: ["contact"] },
  { word: "settings.intake", heads: ["intake"] },
  { word: "settings.take", heads: ["take"] },
  { word: "settings.shortage", heads: ["critical", "minimum", "fill", "keep", "keep-days", "restock", "restock-every", "shortage", "expiring"] },
  { word: "hooks", heads: ["robots"] },
  { word: "settings.carry", heads: ["walk", "carry"] },
];
const OTHERS: Section = { word: "settings.other", heads: [] };

const sectionOf = (key: string) => SECTIONS.find((section) => section.heads.includes(key.split(".")[0] ?? "")) ?? OTHERS;

type Typed = preact.TargetedEvent<HTMLInputElement>;

interface ValueProps {
  row: SettingRow;
  label: string;
  put: (row: SettingRow, value: string | null) => Promise<void>;
}

function Value({ row, label, put }: ValueProps) {
  const [value, setValue] = useState(row.value);
  const send = (next: string) => put(row, next).catch((error: unknown) => {
    setValue(row.value);
    failed(error);
  });
  if (row.kind === "flag")
    return <input type="checkbox" aria-label={label} checked={value === "1"} onChange={(event) => {
      const next = event.currentTarget.checked ? "1" : "0";
      setValue(next);
      void send(next);
    }} />;
  const given = {
    "aria-label": label, value,
    onInput: (event: Typed) => setValue(event.currentTarget.value),
    onChange: (event: Typed) => void (event.currentTarget.value.trim() !== row.value && send(event.currentTarget.value.trim())),
  };
  return row.kind === "day"
    ? <input type="date" {...given} />
    : <input type="text" inputMode={row.kind === "number" ? "numeric" : undefined} {...given} />;
}

/** Where the value comes from, and whether it can be another here. */
function Origin({ row }: { row: SettingRow }) {
  if (row.above !== null) return <small class="origin">{t(row.ours ? "inherited" : "fixedabove", { area: row.above })}</small>;
  return row.ours ? null : <small class="origin">{t("fixed")}</small>;
}

const shown = ({ kind, value }: SettingRow) => (kind === "flag" ? t(value === "1" ? "yes" : "no") : value || "—");

function Setting({ named, put }: { named: Named; put: ValueProps["put"] }) {
  const { own, within } = named;
  const set = own.area !== null && own.above === null;
  return (
    <li>
      <div class="setting">
        <span><b>{own.meaning}</b><small class="quiet"><code>{own.key}</code></small><Origin row={own} /></span>
        <span class="setting-value">
          {own.ours ? <Value row={own} label={own.meaning} put={put} /> : <output>{shown(own)}</output>}
          {set && own.ours && <button type="button" class="small" onClick={() => void put(own, null).catch(failed)}>{t("asabove")}</button>}
        </span>
      </div>
      {within.map(({ row, where }) => (
        <div key={row.area} class="setting within">
          <span>{t("onlyin", { area: where })}</span>
          <span class="setting-value">
            <Value row={row} label={`${own.meaning}: ${where}`} put={put} />
            <button type="button" class="small" onClick={() => void put(row, null).catch(failed)}>{t("asabove")}</button>
          </span>
        </div>
      ))}
    </li>
  );
}

export function SettingsRoom() {
  const asked = useAsk<{ rows: SettingRow[] }>("settings");
  const areas = useAreas();
  const [query, setQuery] = useState("");
  const own = me.value?.person?.area;
  const path = (area: number) => areas.data?.find((row) => row.id === area)?.path ?? String(area);
  const put: ValueProps["put"] = async (row, value) => {
    try {
      await ask("PUT", "settings", { body: { key: row.key, seen: row.value, ...(row.area !== null && row.above === null && { area: row.area }), ...(value !== null && { value }) } });
    } finally {
      asked.reload(); // where it was refused, perhaps as somebody else changed it
    }
    toast(t("kept"));
  };
  return (
    <>
      <div class="tools"><input type="search" aria-label={t("findsetting")} placeholder={t("findsetting")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} /></div>
      <p class="quiet">{t("settingshow", { area: own?.name ?? "" })}</p>
      <Shown asked={asked}>
        {({ rows }) => {
          const hits = named(rows, own?.id, path).filter((one) => matches(query, one.own.key, one.own.meaning));
          return (
            <>
              {hits.length === 0 && <p class="quiet card">{t("nosetting")}</p>}
              {[...SECTIONS, OTHERS].map((section) => {
                const of = hits.filter((one) => sectionOf(one.own.key) === section);
                return of.length > 0 && (
                  <section key={section.word}>
                    <h2>{t(section.word)}</h2>
                    <ul class="rows">{of.map((one) => <Setting key={`${one.own.key} ${one.own.area} ${one.own.value} ${one.within.length}`} named={one} put={put} />)}</ul>
                  </section>
                );
              })}
            </>
          );
        }}
      </Shown>
    </>
  );
}
