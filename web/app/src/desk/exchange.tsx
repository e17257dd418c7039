// Tables out and in: Excel and WPS open what is written, and what they write is read, looked over first.

import { useRef, useState } from "preact/hooks";
import { ask } from "../api/client";
import { Choice } from "../parts/choice";
import { Problem, useWork } from "../parts/form";
import { Icon } from "../parts/icon";
import { refresh } from "../phone/area";
import { failed } from "../parts/toast";
import { useAreas } from "./area_rows";
import { Shown } from "./frame";
import { t } from "./words";

interface Result {
  taken: boolean;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  areas: number; // new ones, of every kind
  communities: string[]; // those of them
  changes: string[]; // the first rows that change something that is there
  errors: string[];
}

const OUT = ["boxes", "drugs", "stock", "ledger", "areas"] as const;
const IN = ["boxes", "drugs", "areas", "stock"] as const;

const Out = () => (
  <section>
    <h2>{t("export")}</h2>
    <ul class="rows">
      {OUT.map((what) => (
        <li key={what}>
          <b>{t(`table.${what}`)}</b>
          <span class="row-end">
            <a class="button small" href={`/api/1/export/${what}.xlsx`} download={`${what}.xlsx`}>Excel</a>{" "}
            <a class="button small" href={`/api/1/export/${what}.csv`} download={`${what}.csv`}>CSV</a>
          </span>
        </li>
      ))}
    </ul>
  </section>
);

/** What a file adds, changes, and makes anew besides its rows: a slip in a community's name shows there. */
const Outcome = ({ name, result }: { name: string; result: Result }) => (
  <>
    <p><b>{name}</b>: {t(result.taken ? "imported" : "preview", { rows: result.rows, added: result.added, changed: result.changed, unchanged: result.unchanged })}</p>
    {result.areas > 0 && <p>{t("newareas", { n: result.areas })}</p>}
    {result.communities.length > 0 && <p>{t("newcommunities", { names: result.communities.join(t("between")) })}</p>}
    {!result.taken && result.changes.length > 0 && (
      <details open class="more">
        <summary>{t("changes")}</summary>
        <ul class="arithmetic">{result.changes.map((line) => <li key={line}>{line}</li>)}</ul>
        {result.changed > result.changes.length && <p class="quiet">{t("morechanges", { n: result.changed - result.changes.length })}</p>}
      </details>
    )}
    {result.errors.map((line) => <p key={line} class="refusal"><Icon name="warn" />{line}</p>)}
  </>
);

function In() {
  const [what, setWhat] = useState<(typeof IN)[number]>("boxes");
  const [file, setFile] = useState<File | null>(null);
  const [seen, setSeen] = useState<Result | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const send = async (chosen: File, preview: boolean) => {
    const path = `import/${what}?${preview ? "preview=1&" : ""}name=${encodeURIComponent(chosen.name)}`;
    const { data } = await ask<Result>("POST", path, { body: new Blob([chosen], { type: "text/csv" }), timeout: 60_000 });
    return data as Result;
  };
  const look = async (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setSeen(null);
    setError(null);
    try {
      setSeen(await send(chosen, true));
    } catch (error) {
      failed(error);
    }
    if (input.current) input.current.value = "";
  };
  const { busy, error, setError, run } = useWork();
  const take = () => run(async () => {
    if (!file) return;
    setSeen(await send(file, false));
    await refresh();
  });
  return (
    <section class="card">
      <h2>{t("import")}</h2>
      <Choice legend={t("importwhat")} value={what} onChoose={(value) => { setWhat(value); setSeen(null); }} options={IN.map((value) => ({ value, word: t(`table.${value}`) }))} />
      <p class="quiet">{t("importhow")}</p>
      <input ref={input} id="table" class="hidden-file" type="file" accept=".csv,text/csv" onChange={(event) => void look(event.currentTarget.files?.[0])} />
      <label for="table" class="button">{t("choosefile")}</label>
      {seen && (
        <div role="status" class="form">
          <Outcome name={file?.name ?? ""} result={seen} />
          {!seen.taken && seen.errors.length === 0 && <button type="button" class="primary" disabled={busy} onClick={() => void take()}>{t("takein")}</button>}
          <Problem text={error} />
          {seen.taken && what === "boxes" && seen.added > 0 && <a class="button" href="/desk/labels">{t("printthem")}</a>}
        </div>
      )}
    </section>
  );
}

/** A table may name any box of the district, so only those who look after all of it bring one in. */
const Cannot = ({ area }: { area: string }) => (
  <section class="card form">
    <h2>{t("import")}</h2>
    <p>{t("importnot", { area })}</p>
    <a class="button" href="/desk/boxes">{t("boxesroom")}</a>
  </section>
);

const isDistrict = (kind: string | undefined) => kind === "district" || kind === "city";

export function ExchangeRoom() {
  const areas = useAreas();
  return (
    <div class="columns">
      <div class="column"><Out /></div>
      <div class="column"><Shown asked={areas}>{(rows) => isDistrict(rows[0]?.kind) ? <In /> : <Cannot area={rows[0]?.name ?? ""} />}</Shown></div>
    </div>
  );
}
