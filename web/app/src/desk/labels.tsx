// Labels: which boxes, on what paper, just what will be printed, the PDF.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import { Choice } from "../parts/choice";
import { Problem, useWork } from "../parts/form";
import { Icon } from "../parts/icon";
import { saveFile } from "../parts/save";
import { Stepper } from "../parts/stepper";
import { t as say } from "../words";
import { useAsk } from "./ask";
import { Chosen } from "./chosen";
import { LabelLog } from "./label_log";
import { LabelMore, type More, MORE, moreOrder } from "./label_more";
import { type Shown, ShownPaper } from "./shown";
import { t } from "./words";

interface Paper {
  name: string;
  page_width: number; // mm
  page_height: number;
  width: number;
  height: number;
  columns: number;
  rows: number;
  own: boolean; // kept by the district
}

interface Printer {
  name: string;
  language: string; // "pdf", "zpl": what it is sent
  dpi: number;
  sheet: string | null;
  x: number; // mm that it is corrected by
  y: number;
  scale_x: number; // per cent
  scale_y: number;
}

const correction = ({ x, y, scale_x, scale_y }: Printer) =>
  x === 0 && y === 0 && scale_x === 100 && scale_y === 100 ? t("uncorrected") : t("corrected", { x, y, across: scale_x, down: scale_y });

interface Preview extends Shown {
  labels: number;
  reach_cm: number;
}

const WHICH = ["all", "new", "changed", "chosen"] as const;
type Which = (typeof WHICH)[number];

const paperWord = (paper: Paper) =>
  `${paper.name} · ${paper.width}×${paper.height} mm${paper.columns * paper.rows > 1 ? ` · ${t("perpage", { n: paper.columns * paper.rows })}` : ""}`;

export function LabelsRoom() {
  const papers = useAsk<{ rows: Paper[] }>("sheets");
  const [which, setWhich] = useState<Which>("all");
  const [codes, setCodes] = useState<ReadonlySet<string>>(new Set());
  const [sheet, setSheet] = useState("L7160");
  const printers = useAsk<{ rows: Printer[] }>("printers");
  const [printer, setPrinter] = useState("");
  const [first, setFirst] = useState(1);
  const [renew, setRenew] = useState(false);
  const [reason, setReason] = useState("");
  const [more, setMore] = useState<More>(MORE);
  const [seen, setSeen] = useState<Preview | null>(null);
  const { busy, error, setError, run } = useWork();
  const paper = papers.data?.rows.find((row) => row.name === sheet);
  const stickers = paper ? paper.columns * paper.rows : first;
  const from = Math.min(first, stickers); // on a paper with fewer, the last
  const using = printers.data?.rows.find((row) => row.name === printer);
  const order = {
    sheet, first: from, ...(using && { printer }), ...(reason.trim() !== "" && { reason: reason.trim() }), ...(which === "chosen" && { boxes: [...codes] }),
    ...(which === "new" && { new: true }), ...(which === "changed" && { changed: true }), ...(renew && { renew: true }),
    ...moreOrder(more),
  };
  const preview = (page: number) => post<Preview>("labels/preview", { ...order, ...(page > 1 && { page }) }, 60_000);
  const look = () => run(async () => setSeen(await preview(1)));
  const [printed, setPrinted] = useState(0);
  const print = () => run(async () => {
    await saveFile(`medbox-labels.${more.format}`, "labels", order);
    setPrinted(printed + 1);
  });
  const unsaid = renew && reason.trim() === "";
  const change = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    setSeen(null);
    setError(null);
  };
  const choosePrinter = (name: string) => {
    setPrinter(name);
    setSheet(printers.data?.rows.find((row) => row.name === name)?.sheet ?? sheet);
  };
  return (
    <div class="columns preview">
      <div class="column">
        <section class="card form">
          <Choice legend={t("labelwhich")} value={which} onChoose={change(setWhich)} options={WHICH.map((value) => ({ value, word: t(`labels.${value}`) }))} />
          {which === "chosen" && <Chosen codes={codes} setCodes={change(setCodes)} />}
          {(printers.data?.rows ?? []).length > 0 && (
            <label class="field"><span>{t("printer")}</span>
              <select value={printer} onChange={(event) => change(choosePrinter)(event.currentTarget.value)}>
                <option value="">{t("anyprinter")}</option>
                {printers.data?.rows.map((row) => <option key={row.name} value={row.name}>{row.name}</option>)}
              </select>
              {using && <small class="quiet">{correction(using)}</small>}
            </label>
          )}
          <label class="field"><span>{t("paper")}</span>
            <select value={sheet} onChange={(event) => change(setSheet)(event.currentTarget.value)}>
              {papers.data && !paper && <option value={sheet}>{sheet}</option>}
              {(papers.data?.rows ?? []).map((row) => <option key={row.name} value={row.name}>{paperWord(row)}</option>)}
            </select>
          </label>
          {paper && stickers > 1 && (
            <div class="field"><span>{t("firstlabel")}</span>
              <Stepper value={from} least={1} most={stickers} what={t("firstlabel")} unit="" onChange={change(setFirst)} /></div>
          )}
          <label class="check"><input type="checkbox" checked={renew} onChange={(event) => change(setRenew)(event.currentTarget.checked)} /><span>{t("renew")}</span></label>
          {renew && (
            <label class="field"><span>{t("reason")}</span>
              <input type="text" required autoComplete="off" maxLength={500} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>
          )}
          <LabelMore more={more} using={using} onChange={change(setMore)} />
          <button type="button" class="wide" disabled={busy || (which === "chosen" && codes.size === 0)} onClick={() => void look()}>{busy ? say("app.wait") : t("look")}</button>
          <Problem text={error} />
        </section>
        {which === "chosen" && codes.size === 1 && <LabelLog key={`${[...codes][0]} ${printed}`} code={[...codes][0] ?? ""} />}
      </div>
      <div class="column">
        {seen && (
          <ShownPaper shown={seen} busy={busy || unsaid} format={more.format} print={() => void print()} load={preview}>
            {unsaid && <p class="notice"><Icon name="warn" />{t("sayreason")}</p>}
            {renew && <p class="quiet">{t("renewmark")}</p>}
            <p><b>{t("labelcount", { labels: seen.labels, pages: seen.pages })}</b> {t("reach", { cm: Math.round(seen.reach_cm) })}</p>
          </ShownPaper>
        )}
      </div>
    </div>
  );
}
