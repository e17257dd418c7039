// Transfers: proposed by the allocator, changed by hand, accepted, followed until they are delivered.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import { amount } from "../base/amount";
import { uuid7 } from "../base/uuid";
import { drugOf } from "../phone/area";
import { expiryText } from "../parts/expiry";
import { Stepper } from "../parts/stepper";
import { failed, toast } from "../parts/toast";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import type { Transfer } from "./types";
import { t } from "./words";

const ORDER = ["proposed", "accepted", "carried", "done", "cancelled"] as const;
type State = (typeof ORDER)[number];

type Act = (what: () => Promise<unknown>) => void;

function Proposed({ row, act }: { row: Transfer; act: Act }) {
  const [units, setUnits] = useState(row.units);
  const drug = drugOf(row.drug);
  const step = drug?.pack_units ?? 1;
  const packs = units % step === 0;
  return (
    <span class="row-keys">
      <Stepper value={packs ? units / step : units} least={1} what={row.drug_name ?? ""} unit={packs ? t("packs") : (drug?.unit ?? "")} onChange={(n) => setUnits(packs ? n * step : n)} />
      {units !== row.units && <button type="button" class="small" onClick={() => act(() => post(`transfers/${row.id}/change`, { units }))}>{t("change")}</button>}
      <button type="button" class="small" aria-pressed="true" onClick={() => act(() => post(`transfers/${row.id}/accept`, { uid: uuid7() }))}>{t("accept")}</button>
      <button type="button" class="small" onClick={() => act(() => post(`transfers/${row.id}/cancel`, { uid: uuid7() }))}>{t("reject")}</button>
    </span>
  );
}

function Row({ row, act }: { row: Transfer; act: Act }) {
  const drug = drugOf(row.drug);
  return (
    <li>
      <b>{row.from.name} → {row.to.name}</b>
      <span class="row-end amount">{drug ? amount(drug, row.units) : row.units}</span>
      <span class="quiet">{[row.drug_name ?? drug?.name, row.expiry ? expiryText(row.expiry) : "", (row.reason ?? "").split("\n")[0]].filter(Boolean).join(" · ")}</span>
      {row.state === "proposed" && <Proposed row={row} act={act} />}
      {row.state === "accepted" && <button type="button" class="small" onClick={() => act(() => post(`transfers/${row.id}/cancel`, { uid: uuid7() }))}>{t("cancel")}</button>}
    </li>
  );
}

export function TransfersRoom() {
  const asked = useAsk<{ rows: Transfer[] }>("transfers", ["transfer", "booking"]);
  const [busy, setBusy] = useState(false);
  const act: Act = (what) => void what().then(asked.reload).catch(failed);
  const plan = async () => {
    setBusy(true);
    try {
      const { rows } = await post<{ rows: Transfer[] }>("plan", {}, 60_000);
      toast(t("planned", { n: rows.length }));
      asked.reload();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  const acceptAll = async (rows: Transfer[]) => {
    for (const row of rows) await post(`transfers/${row.id}/accept`, { uid: uuid7() });
  };
  return (
    <>
      <div class="tools"><button type="button" class="primary" disabled={busy} onClick={() => void plan()}>{t(busy ? "planning" : "plan")}</button></div>
      <Shown asked={asked}>
        {({ rows }) => rows.length === 0 ? <p class="quiet card">{t("notransfers")}</p> : (
          <>
            {ORDER.map((state: State) => {
              const of = rows.filter((row) => row.state === state);
              if (of.length === 0) return null;
              return (
                <section key={state}>
                  <h2>{t(`transfer.${state}`)} <small class="quiet">{of.length}</small></h2>
                  {state === "proposed" && of.length > 1 && <button type="button" class="small more" onClick={() => act(() => acceptAll(of))}>{t("acceptall", { n: of.length })}</button>}
                  <ul class="rows">{of.map((row) => <Row key={`${row.id} ${row.units}`} row={row} act={act} />)}</ul>
                </section>
              );
            })}
          </>
        )}
      </Shown>
    </>
  );
}
