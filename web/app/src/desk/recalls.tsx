// Recalls: what is dangerous, and since when; they hold everywhere.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import type { Drug } from "../api/types";
import { amount, title } from "../base/amount";
import { catalogue, drugOf, stock } from "../phone/area";
import { me } from "../phone/session";
import { Pick } from "../parts/pick";
import { useSure } from "../parts/sure";
import { when } from "../parts/when";
import { t as say } from "../words";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import { t } from "./words";

interface Recall {
  id: number;
  drug: number;
  lot: string | null;
  reason: string;
  at: number;
  lifted_at: number | null;
}

/** Where it lies, as far as one's own area goes. */
function lies(drug: Drug, lot: string): string {
  const rows = (stock.value ?? []).filter((row) => row.drug === drug.id && (lot === "" || row.lot === lot));
  const units = rows.reduce((sum, row) => sum + row.units, 0);
  return units === 0 ? t("recallnone") : t("recallthere", { n: new Set(rows.map((row) => row.box)).size, amount: amount(drug, units) });
}

function NewRecall({ reload }: { reload: () => void }) {
  const [drug, setDrug] = useState<Drug | null>(null);
  const [lot, setLot] = useState("");
  const [reason, setReason] = useState("");
  const { ask, sure } = useSure();
  const recall = async (of: Drug) => {
    await post("recalls", { drug: of.id, reason: reason.trim(), ...(lot.trim() !== "" && { lot: lot.trim() }) });
    setDrug(null);
    setLot("");
    setReason("");
    reload();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (drug === null) return;
    ask({
      title: t("ask.recall", { what: title(drug), lot: lot.trim() === "" ? t("everylot") : `${say("basket.lot")} ${lot.trim()}` }),
      text: <>{lies(drug, lot.trim())} {t("recallhow")}</>, word: t("dorecall"), danger: true, yes: () => recall(drug),
    });
  };
  return (
    <form class="card form" onSubmit={submit}>
      <h2>{t("newrecall")}</h2>
      <Pick label={t("medicine")} rows={catalogue.value?.drugs ?? []} word={title} value={drug} needed onPick={setDrug} />
      <label class="field"><span>{t("recalllot")}</span><input type="text" autoComplete="off" value={lot} onInput={(event) => setLot(event.currentTarget.value)} /></label>
      <label class="field"><span>{t("reason")}</span><input type="text" required autoComplete="off" value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>
      <p class="quiet">{t("recallhow")}</p>
      <button type="submit" class="wide primary" disabled={drug === null}>{t("dorecall")}</button>
      {sure}
    </form>
  );
}

export function RecallsRoom() {
  const asked = useAsk<{ rows: Recall[] }>("recalls", ["catalogue"]);
  const { ask, sure } = useSure();
  const lift = (row: Recall, name: string) => ask({
    title: t("ask.lift", { what: name }), text: t("asktext.lift"), word: t("lift"), danger: true,
    yes: () => post(`recalls/${row.id}/lift`).then(asked.reload),
  });
  return (
    <div class="columns">
      <div class="column">
        <Shown asked={asked}>
          {({ rows }) => rows.length === 0 ? <p class="quiet card">{t("norecalls")}</p> : (
            <ul class="rows">
              {rows.map((row) => {
                const drug = drugOf(row.drug);
                return (
                  <li key={row.id} class={row.lifted_at ? "gone" : "act"}>
                    <b>{drug ? title(drug) : row.drug}</b>
                    <span class="quiet">{[row.lot ? `${say("basket.lot")} ${row.lot}` : t("everylot"), row.reason, when(row.at), row.lifted_at ? t("lifted") : ""].filter(Boolean).join(" · ")}</span>
                    {!row.lifted_at && me.value?.person?.role === "office" && <button type="button" class="small" onClick={() => lift(row, drug ? title(drug) : String(row.drug))}>{t("lift")}</button>}
                  </li>
                );
              })}
            </ul>
          )}
        </Shown>
      </div>
      <div class="column"><NewRecall reload={asked.reload} /></div>
      {sure}
    </div>
  );
}
