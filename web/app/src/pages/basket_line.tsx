// One line of the basket: which medicine, how much of it, until when it is good.

import { useState } from "preact/hooks";
import type { Drug, StockRow } from "../api/types";
import { amount, title, unitWord } from "../base/amount";
import { type Line, unitsOf } from "../base/basket";
import { canBeTaken, type Part } from "../base/rules";
import { drugOf } from "../phone/area";
import { today } from "../phone/session";
import { Batches, batchText } from "../parts/batches";
import { expiryText } from "../parts/expiry";
import { Icon } from "../parts/icon";
import { kindText } from "../parts/kinds";
import { MonthPicker } from "../parts/month";
import { Settled } from "../parts/settled";
import { Sheet } from "../parts/sheet";
import { Stepper } from "../parts/stepper";
import { t } from "../words";
import type { Judged } from "./judging";

interface LineProps {
  line: Line;
  change: (part: Partial<Line>) => void;
  remove: () => void;
}

export function Amount({ line, drug, change }: { line: Line; drug: Drug; change: LineProps["change"] }) {
  const [loose, setLoose] = useState(line.loose > 0);
  const unit = unitWord(drug.unit, 2, drug.form);
  const counted = line.packUnits <= 1;
  return (
    <div class="amounts">
      {(line.pack === null || loose) && (
        <Stepper value={line.packs} what={counted ? unit : t("basket.packs")} unit={counted ? unit : t("amount.pack", { n: "" }).trim()}
          least={loose ? 0 : 1} most={line.pack === null ? 9999 : 1} onChange={(packs) => change({ packs })} />
      )}
      {!counted && loose && (
        <Stepper value={line.loose} what={t("basket.loose")} unit={unit} most={100_000} onChange={(value) => change({ loose: value })} />
      )}
      {!counted && (
        <button type="button" class="small" aria-pressed={loose}
          onClick={() => {
            change(loose ? { loose: 0, packs: Math.max(1, line.packs) } : { loose: Math.max(1, line.loose), packs: 0 });
            setLoose(!loose);
          }}>
          {t(loose ? "basket.loose.none" : "basket.loose.add")}
        </button>
      )}
    </div>
  );
}

function Expiry({ line, drug, change }: { line: Line; drug: Drug; change: LineProps["change"] }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="amounts">
      <button type="button" class={line.expiry === null ? "chip ask" : "chip"} onClick={() => setOpen(true)}>
        <Icon name="calendar" />{line.expiry === null ? t("basket.expiry") : expiryText(line.expiry)}
      </button>
      <label class="lot">
        <Settled value={line.lot ?? ""} what={t("basket.lot")} hint={t("basket.lot.hint")} size={8} most={20}
          onSettle={(text) => change({ lot: text.trim() || null })} />
      </label>
      {open && (
        <MonthPicker value={line.expiry} undated={!drug.dated} onClose={() => setOpen(false)}
          onPick={(expiry) => { change({ expiry }); setOpen(false); }} />
      )}
    </div>
  );
}

/** What a taking takes, batch by batch in this order, and the way to begin with another. */
function Lots({ line, drug, lots, parts, change }: { line: Line; drug: Drug; lots: StockRow[]; parts: Part[]; change: LineProps["change"] }) {
  const [open, setOpen] = useState(false);
  const usable = lots.filter((lot) => lot.drug === line.drug && canBeTaken(lot, today()));
  if (parts.length === 0) return null;
  return (
    <div class="amounts">
      <div class="proposal"><Icon name="calendar" /><Batches drug={drug} parts={parts} /></div>
      {usable.length > 1 && <button type="button" class="small" onClick={() => setOpen(true)}>{t("basket.lots")}</button>}
      {open && (
        <Sheet title={t("basket.lots")} onClose={() => setOpen(false)}>
          <ul class="rows">
            {usable.map((lot) => (
              <li key={batchText(lot)}>
                <button type="button" class="row" onClick={() => { change({ expiry: lot.expiry, lot: lot.lot ?? "" }); setOpen(false); }}>
                  <b>{batchText(lot)}</b><span class="row-end amount">{amount(drug, lot.units)}</span>
                </button>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </div>
  );
}

export function BasketLine({ mode, line, judged, lots, parts, change, remove }: LineProps & {
  mode: "in" | "out";
  judged: Judged;
  lots: StockRow[];
  parts: Part[]; // of it, in the order to take them
}) {
  const drug = drugOf(line.drug);
  if (!drug) return null;
  const there = lots.filter((lot) => lot.drug === drug.id && canBeTaken(lot, today())).reduce((sum, lot) => sum + lot.units, 0);
  return (
    <li class={judged.refusal ? "line refused" : judged.missing ? "line missing" : "line"}>
      <div class="line-head">
        <div>
          <h2>{title(drug)}</h2>
          <p class="quiet">
            {kindText(drug.type, drug.age)} · {amount(drug, unitsOf(line))}
            {line.pack !== null && ` · ${t("basket.trace", { tail: line.pack.slice(-5) })}`}
          </p>
        </div>
        <button type="button" class="bare" aria-label={`${t("basket.remove")} ${title(drug)}`} onClick={remove}><Icon name="trash" /></button>
      </div>
      <Amount line={line} drug={drug} change={change} />
      {mode === "in" ? <Expiry line={line} drug={drug} change={change} /> : <Lots line={line} drug={drug} lots={lots} parts={parts} change={change} />}
      {mode === "out" && <p class="quiet">{t("basket.there", { amount: amount(drug, there) })}</p>}
      {judged.refusal && <p class="refusal" role="alert"><Icon name="warn" />{judged.refusal}</p>}
      {judged.notices.map((notice) => <p key={notice} class="notice"><Icon name="warn" />{notice}</p>)}
    </li>
  );
}
