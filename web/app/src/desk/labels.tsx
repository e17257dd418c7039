// Labels: which boxes, on what paper, just what will be printed, the PDF; and the cards beside them.

import { useState } from "preact/hooks";
import { fetchFile, post } from "../api/client";
import { matches } from "../base/search";
import { boxes } from "../phone/area";
import { Choice } from "../parts/choice";
import { Icon } from "../parts/icon";
import { Stepper } from "../parts/stepper";
import { failed } from "../parts/toast";
import { useAsk } from "./ask";
import { t } from "./words";

interface Paper {
  name: string;
  page_width: number; // mm
  page_height: number;
  width: number;
  height: number;
  columns: number;
  rows: number;
}

interface Preview {
  labels: number;
  pages: number;
  reach_cm: number;
  notes: string[];
  host_unset: boolean;
  picture: string;
}

const WHICH = ["all", "new", "changed", "chosen"] as const;
type Which = (typeof WHICH)[number];

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function Chosen({ codes, setCodes }: { codes: ReadonlySet<string>; setCodes: (codes: ReadonlySet<string>) => void }) {
  const [query, setQuery] = useState("");
  const toggle = (code: string) => {
    const next = new Set(codes);
    if (!next.delete(code)) next.add(code);
    setCodes(next);
  };
  const rows = (boxes.value ?? []).filter((box) => !/retired/.test(box.state) && (codes.has(box.code) || matches(query, box.name, box.place, box.community, box.grid, box.code)));
  return (
    <fieldset class="choice">
      <legend>{t("boxes", { n: codes.size })}</legend>
      <input type="search" aria-label={t("find")} placeholder={t("find")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      <div class="picks">
        {rows.slice(0, 200).map((box) => (
          <label key={box.code}>
            <input type="checkbox" checked={codes.has(box.code)} onChange={() => toggle(box.code)} />
            <span>{[box.community, box.grid, box.name].filter(Boolean).join(" · ")}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const paperWord = (paper: Paper) =>
  `${paper.name} · ${paper.width}×${paper.height} mm${paper.columns * paper.rows > 1 ? ` · ${t("perpage", { n: paper.columns * paper.rows })}` : ""}`;

function Seen({ seen, print, busy }: { seen: Preview; print: () => void; busy: boolean }) {
  return (
    <section class="card form" role="status">
      <p><b>{t("labelcount", { labels: seen.labels, pages: seen.pages })}</b> {t("reach", { cm: Math.round(seen.reach_cm) })}</p>
      {seen.host_unset && <p class="notice"><Icon name="warn" />{t("hostunset")}</p>}
      {seen.notes.map((note) => <p key={note} class="notice"><Icon name="warn" />{note}</p>)}
      <img class="paper" src={seen.picture} alt={t("firstpage")} />
      <button type="button" class="wide primary" disabled={busy} onClick={print}>{t("getpdf")}</button>
      <p class="quiet">{t("printhow")}</p>
    </section>
  );
}

export function LabelsRoom() {
  const papers = useAsk<{ rows: Paper[] }>("sheets");
  const [which, setWhich] = useState<Which>("all");
  const [codes, setCodes] = useState<ReadonlySet<string>>(new Set());
  const [sheet, setSheet] = useState("L7160");
  const [first, setFirst] = useState(1);
  const [renew, setRenew] = useState(false);
  const [seen, setSeen] = useState<Preview | null>(null);
  const [busy, setBusy] = useState(false);
  const paper = papers.data?.rows.find((row) => row.name === sheet);
  const order = {
    sheet, first, ...(which === "chosen" && { boxes: [...codes] }),
    ...(which === "new" && { new: true }), ...(which === "changed" && { changed: true }), ...(renew && { renew: true }),
  };
  const run = async (what: () => Promise<void>) => {
    setBusy(true);
    await what().catch(failed);
    setBusy(false);
  };
  const look = () => run(async () => setSeen(await post<Preview>("labels/preview", order, 60_000)));
  const print = () => run(async () => save(await fetchFile("labels", order), "medbox-labels.pdf"));
  const change = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    setSeen(null);
  };
  return (
    <div class="columns">
      <div class="column">
        <section class="card form">
          <Choice legend={t("labelwhich")} value={which} onChoose={change(setWhich)} options={WHICH.map((value) => ({ value, word: t(`labels.${value}`) }))} />
          {which === "chosen" && <Chosen codes={codes} setCodes={change(setCodes)} />}
          <label class="field"><span>{t("paper")}</span>
            <select value={sheet} onChange={(event) => change(setSheet)(event.currentTarget.value)}>
              {(papers.data?.rows ?? []).map((row) => <option key={row.name} value={row.name}>{paperWord(row)}</option>)}
            </select>
          </label>
          {paper && paper.columns * paper.rows > 1 && (
            <div class="field"><span>{t("firstlabel")}</span>
              <Stepper value={first} least={1} most={paper.columns * paper.rows} what={t("firstlabel")} unit="" onChange={change(setFirst)} /></div>
          )}
          <label class="check"><input type="checkbox" checked={renew} onChange={(event) => change(setRenew)(event.currentTarget.checked)} /><span>{t("renew")}</span></label>
          <button type="button" class="wide" disabled={busy || (which === "chosen" && codes.size === 0)} onClick={() => void look()}>{t("look")}</button>
        </section>
        <section>
          <h2>{t("cards")}</h2>
          <ul class="rows"><li><b>{t("card.codes")}</b><a class="button small row-end" href="/api/1/cards/codes" download="medbox-codes.pdf">PDF</a></li></ul>
        </section>
      </div>
      <div class="column">{seen && <Seen seen={seen} print={() => void print()} busy={busy} />}</div>
    </div>
  );
}
