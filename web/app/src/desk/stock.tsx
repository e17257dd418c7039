// What is in the boxes: by kind at one look, by medicine to search in.

import { useMemo, useState } from "preact/hooks";
import { amount, title } from "../base/amount";
import { boxes, drugs, stock } from "../phone/area";
import { today } from "../phone/session";
import { expiryText } from "../parts/expiry";
import { AGES, kindText, TYPES } from "../parts/kinds";
import { t as say } from "../words";
import { Some } from "./some";
import { type DrugStock, stockByDrug, stockByKind } from "./stock_rows";
import { t } from "./words";

/** One line a kind, for the overview. */
export function StockByKind() {
  const [lots, known] = [stock.value, drugs.value];
  const rows = useMemo(() => stockByKind(lots ?? [], known, today(), TYPES, AGES), [lots, known]);
  if (lots === null) return null;
  return (
    <section>
      <h2>{t("stock")}</h2>
      {rows.length === 0 ? <p class="quiet card">{t("nostock")}</p> : (
        <ul class="rows">
          {rows.map((row) => (
            <li key={`${row.type}${row.age}`}>
              <a href="/desk/stock">
                <b>{kindText(row.type, row.age)}</b>
                <span class="row-end amount">{say("amount.pack", { n: Math.round(row.packs) })}</span>
                <span class="quiet">{t("daysfor", { n: Math.round(row.days) })} · {t("boxes", { n: row.boxes })}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const Medicine = ({ row: { drug, units, expired, soonest, holdings } }: { row: DrugStock }) => (
  <li>
    <details class="stocked">
      <summary>
        <b>{title(drug)}</b>
        <span class="row-end amount">{amount(drug, units)}</span>
        <span class="quiet">{[kindText(drug.type, drug.age), t("boxes", { n: holdings.length }), soonest ? t("soonest", { day: expiryText(soonest) }) : "",
          expired > 0 ? t("expiredtoo", { amount: amount(drug, expired) }) : ""].filter(Boolean).join(" · ")}</span>
      </summary>
      <Some rows={holdings} none={t("nostock")} show={({ box, units: there, soonest: first }) => (
        <li key={box.code}>
          <a href={`/B/${box.code}`}>
            <b>{[box.community, box.grid, box.name].filter(Boolean).join(" · ")}</b>
            <span class="row-end amount">{amount(drug, there)}</span>
            <span class="quiet">{first ? expiryText(first) : ""}</span>
          </a>
        </li>
      )} />
    </details>
  </li>
);

export function StockRoom() {
  const [query, setQuery] = useState("");
  const [lots, known, places] = [stock.value, drugs.value, boxes.value];
  const rows = useMemo(() => stockByDrug(lots ?? [], known, places ?? [], today(), query, (drug) => kindText(drug.type, drug.age)), [lots, known, places, query]);
  if (lots === null || places === null) return <p class="quiet" role="status">{say("app.loading")}</p>;
  return (
    <>
      <div class="tools">
        <input type="search" aria-label={t("findstock")} placeholder={t("findstock")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        <span class="quiet" role="status">{t("medicinesthere", { n: rows.length })}</span>
      </div>
      <Some key={query} rows={rows} first={60} none={t(query.trim() === "" ? "nostock" : "nostockfound")} show={(row) => <Medicine key={row.drug.id} row={row} />} />
    </>
  );
}
