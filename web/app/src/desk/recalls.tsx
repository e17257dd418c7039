// Recalls: what is dangerous, and since when; they hold everywhere.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import type { Drug } from "../api/types";
import { title } from "../base/amount";
import { catalogue, drugOf } from "../phone/area";
import { me } from "../phone/session";
import { Problem, useForm } from "../parts/form";
import { Pick } from "../parts/pick";
import { failed } from "../parts/toast";
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

function NewRecall({ reload }: { reload: () => void }) {
  const [drug, setDrug] = useState<Drug | null>(null);
  const [lot, setLot] = useState("");
  const [reason, setReason] = useState("");
  const { busy, error, submit } = useForm(async () => {
    if (drug === null) return;
    await post("recalls", { drug: drug.id, reason: reason.trim(), ...(lot.trim() !== "" && { lot: lot.trim() }) });
    setDrug(null);
    setLot("");
    setReason("");
    reload();
  });
  return (
    <form class="card form" onSubmit={(event) => void submit(event)}>
      <h2>{t("newrecall")}</h2>
      <Pick label={t("medicine")} rows={catalogue.value?.drugs ?? []} word={title} value={drug} needed onPick={setDrug} />
      <label class="field"><span>{t("recalllot")}</span><input type="text" autoComplete="off" value={lot} onInput={(event) => setLot(event.currentTarget.value)} /></label>
      <label class="field"><span>{t("reason")}</span><input type="text" required autoComplete="off" value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>
      <p class="quiet">{t("recallhow")}</p>
      <Problem text={error} />
      <button type="submit" class="wide primary" disabled={busy || drug === null}>{t("dorecall")}</button>
    </form>
  );
}

export function RecallsRoom() {
  const asked = useAsk<{ rows: Recall[] }>("recalls", ["catalogue"]);
  const lift = (id: number) => void post(`recalls/${id}/lift`).then(asked.reload).catch(failed);
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
                    {!row.lifted_at && me.value?.person?.role === "office" && <button type="button" class="small" onClick={() => lift(row.id)}>{t("lift")}</button>}
                  </li>
                );
              })}
            </ul>
          )}
        </Shown>
      </div>
      <div class="column"><NewRecall reload={asked.reload} /></div>
    </div>
  );
}
