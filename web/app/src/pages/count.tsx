// Counting a box blind: what is seen is noted first; only then the books are shown beside it.

import { useState } from "preact/hooks";
import type { Drug, StockRow } from "../api/types";
import { amount, title } from "../base/amount";
import { change, type Line, put, type Read, unitsOf, without } from "../base/basket";
import type { Day } from "../base/day";
import { within } from "../base/soon";
import { uuid7 } from "../base/uuid";
import { showBoxCode } from "../code/boxcode";
import { boxOf, drugOf, lotsOf, refresh } from "../phone/area";
import { book } from "../phone/book";
import { draft } from "../phone/draft";
import { isPack } from "../phone/hand";
import { expiryText } from "../parts/expiry";
import { Icon } from "../parts/icon";
import { kindText } from "../parts/kinds";
import { MonthPicker } from "../parts/month";
import { Page } from "../parts/page";
import { back } from "../parts/place";
import { failed, toast } from "../parts/toast";
import { feelBad, feelGood } from "../scan/feedback";
import type { Read as Found } from "../scan/resolve";
import { Scanner } from "../scan/scanner";
import { t } from "../words";
import { Amount } from "./basket_line";
import { leaveFor } from "./hand";
import { useLearning } from "./learn";
import { countLines, differences, type Difference } from "../base/counting";

const PATIENCE_MS = 3000;

function ExpiryChips({ line, lots, drug, pick }: { line: Line; lots: StockRow[]; drug: Drug; pick: (day: Day) => void }) {
  const [open, setOpen] = useState(false);
  // The expiries that the books know are offered, without their amounts: the count stays blind.
  const known = [...new Set(lots.filter((lot) => lot.drug === drug.id).map((lot) => lot.expiry))].filter((day): day is Day => day !== null).sort();
  const days = line.expiry === null || known.includes(line.expiry) ? known : [...known, line.expiry];
  return (
    <div class="chips">
      {days.slice(0, 6).map((day) => (
        <button type="button" key={day} class="chip" aria-pressed={line.expiry === day} onClick={() => pick(day)}>{expiryText(day)}</button>
      ))}
      <button type="button" class={line.expiry === null && days.length === 0 ? "chip ask" : "chip"} onClick={() => setOpen(true)}>
        <Icon name="calendar" />{t("basket.expiry")}
      </button>
      {open && <MonthPicker value={line.expiry} undated={!drug.dated} onClose={() => setOpen(false)} onPick={(day) => { pick(day); setOpen(false); }} />}
    </div>
  );
}

function Counted({ line, lots, edit, remove }: { line: Line; lots: StockRow[]; edit: (part: Partial<Line>) => void; remove: () => void }) {
  const drug = drugOf(line.drug);
  if (!drug) return null;
  return (
    <li class="line">
      <div class="line-head">
        <div><h2>{title(drug)}</h2><p class="quiet">{kindText(drug.type, drug.age)} · {amount(drug, unitsOf(line))}</p></div>
        <button type="button" class="bare" aria-label={`${t("basket.remove")} ${title(drug)}`} onClick={remove}><Icon name="trash" /></button>
      </div>
      <Amount line={line} drug={drug} change={edit} />
      <ExpiryChips line={line} lots={lots} drug={drug} pick={(expiry) => edit({ expiry })} />
    </li>
  );
}

/** As it was when it was compared: what others book after that is no part of the count. */
interface Comparison {
  at: number;
  rows: Difference[];
}

function Compared({ rows }: { rows: Difference[] }) {
  return (
    <ul class="rows">
      {rows.map((row) => {
        const drug = drugOf(row.drug);
        if (!drug) return null;
        const more = row.found - row.expected;
        return (
          <li key={`${row.drug} ${row.expiry}`}>
            <b>{title(drug)}</b>
            <span class={`row-end amount ${more < 0 ? "refusal" : "good"}`}>{t(more < 0 ? "count.less" : "count.more", { amount: amount(drug, Math.abs(more)) })}</span>
            <span class="quiet">{row.expiry !== null && <>{expiryText(row.expiry)}<br /></>}{t("count.book", { expected: amount(drug, row.expected, row.found), found: amount(drug, row.found, row.expected) })}</span>
          </li>
        );
      })}
    </ul>
  );
}

export function CountPage({ code }: { code: string }) {
  const lines = draft(code, "count");
  const [compared, setCompared] = useState<Comparison | null>(null);
  const [busy, setBusy] = useState(false);
  const lots = lotsOf(code);
  const name = boxOf(code)?.name ?? showBoxCode(code);

  const add = (read: Read) => {
    setCompared(null);
    const { lines: next, what } = put(lines.value, read, uuid7());
    lines.value = next;
    if (what === "same") toast(t("scan.same"), true);
    (what === "same" ? feelBad : feelGood)();
  };
  const { learn, dialog } = useLearning(add);
  const found = (reads: Found[]) => {
    if (leaveFor(reads, code)) return;
    const packs = reads.filter(isPack);
    packs.forEach((read) => read.what === "drug" && add(read.read));
    const strangers = packs.filter((read) => read.what === "unknown");
    if (strangers.length > 0) learn(strangers);
    if (reads.some((read) => read.what === "command" && read.word === "DONE")) void compare();
  };
  const compare = async () => {
    setBusy(true);
    await within(PATIENCE_MS, refresh()); // else beside what the phone was told last
    setBusy(false);
    setCompared({ at: Date.now(), rows: differences(lines.value, lotsOf(code)) });
  };
  const confirm = async ({ at }: Comparison) => {
    setBusy(true);
    try {
      const [outcome] = await book([{
        kind: "count", box: code, done_at: at,
        lines: countLines(lines.value),
      }]);
      const verdict = outcome?.verdict;
      if (verdict && (verdict.verdict === "refused" || verdict.verdict === "invalid")) return toast(verdict.message ?? "", true);
      lines.value = [];
      toast(t(verdict ? "count.done" : "done.queued"));
      back(`/B/${code}`);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t("count.title", { box: name })} up={`/B/${code}`} kind="book count"
      foot={compared
        ? <>
            <button type="button" class="wide" onClick={() => setCompared(null)}>{t("count.back")}</button>
            <button type="button" class="wide primary" disabled={busy} onClick={() => void confirm(compared)}>{t(compared.rows.length > 0 ? "count.confirm" : "count.confirm.same")}</button>
          </>
        : <button type="button" class="wide primary" disabled={busy} onClick={() => void compare()}>{lines.value.length === 0 ? t("count.none") : t("count.compare")}</button>}
    >
      {compared ? (
        <section role="status">
          <h2 class={compared.rows.length > 0 ? "refusal" : "good"}>{compared.rows.length > 0 ? t("count.differ", { n: compared.rows.length }) : t("count.same")}</h2>
          <Compared rows={compared.rows} />
        </section>
      ) : (
        <>
          <Scanner onRead={found} onDrug={(drug) => add({ drug: drug.id, units: drug.pack_units, expiry: null, lot: null, pack: null })}
            hint={t("scan.aim")} start={t("scan.start")} label={t("count.add")} />
          <p class="quiet">{t("count.intro")}</p>
          <ul class="basket">
            {lines.value.map((line) => (
              <Counted key={line.key} line={line} lots={lots} edit={(part) => void (lines.value = change(lines.value, line.key, part))}
                remove={() => void (lines.value = without(lines.value, line.key))} />
            ))}
          </ul>
        </>
      )}
      {dialog}
    </Page>
  );
}
