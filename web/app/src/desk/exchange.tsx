// Tables out and in: Excel and WPS open what is written, and what they write is read, looked over first.

import { useRef, useState } from "preact/hooks";
import { ask } from "../api/client";
import { Choice } from "../parts/choice";
import { Icon } from "../parts/icon";
import { refresh } from "../phone/area";
import { failed, toast } from "../parts/toast";
import { t } from "./words";

interface Result {
  taken: boolean;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
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
    try {
      setSeen(await send(chosen, true));
    } catch (error) {
      failed(error);
    }
    if (input.current) input.current.value = "";
  };
  const take = async () => {
    if (!file) return;
    try {
      const result = await send(file, false);
      toast(t("imported", { added: result.added, changed: result.changed }));
      setSeen(null);
      setFile(null);
      await refresh();
    } catch (error) {
      failed(error);
    }
  };
  return (
    <section class="card">
      <h2>{t("import")}</h2>
      <Choice legend={t("importwhat")} value={what} onChoose={(value) => { setWhat(value); setSeen(null); }} options={IN.map((value) => ({ value, word: t(`table.${value}`) }))} />
      <p class="quiet">{t("importhow")}</p>
      <input ref={input} id="table" class="hidden-file" type="file" accept=".csv,text/csv" onChange={(event) => void look(event.currentTarget.files?.[0])} />
      <label for="table" class="button">{t("choosefile")}</label>
      {seen && (
        <div role="status" class="form">
          <p><b>{file?.name}</b>: {t("preview", { rows: seen.rows, added: seen.added, changed: seen.changed, unchanged: seen.unchanged })}</p>
          {seen.errors.map((line) => <p key={line} class="refusal"><Icon name="warn" />{line}</p>)}
          {seen.errors.length === 0 && <button type="button" class="primary" onClick={() => void take()}>{t("takein")}</button>}
        </div>
      )}
    </section>
  );
}

export const ExchangeRoom = () => <div class="columns"><div class="column"><Out /></div><div class="column"><In /></div></div>;
