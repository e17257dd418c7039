// Transfers: proposed by the allocator, changed by hand, agreed to, shared out, followed until they are
// delivered.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import { amount, unitWord } from "../base/amount";
import { uuid7 } from "../base/uuid";
import { drugOf } from "../phone/area";
import { expiryText } from "../parts/expiry";
import { Stepper } from "../parts/stepper";
import { failed, toast } from "../parts/toast";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import type { Transfer, TransferState } from "./types";
import { acceptAll, type DeskWalk, ShareOut, Walks } from "./walks";
import { t } from "./words";

const ORDER: readonly TransferState[] = ["proposed", "accepted", "carried", "done", "cancelled"];

type Act = (what: () => Promise<unknown>) => void;

/** By packs where it is whole packs, else by single units. */
function Amount({ row, act }: { row: Transfer; act: Act }) {
  const [units, setUnits] = useState(row.units);
  const drug = drugOf(row.drug);
  const pack = drug?.pack_units ?? 1;
  const step = row.units % pack === 0 ? pack : 1;
  return (
    <>
      <Stepper value={units / step} least={1} what={row.drug_name ?? ""} unit={step > 1 ? t("packs") : unitWord(drug?.unit ?? "", units)} onChange={(n) => setUnits(n * step)} />
      {units !== row.units && <button type="button" class="small" onClick={() => act(() => post(`transfers/${row.id}/change`, { units }))}>{t("change")}</button>}
    </>
  );
}

function Keys({ row, act }: { row: Transfer; act: Act }) {
  const step = (what: "accept" | "cancel") => act(() => post(`transfers/${row.id}/${what}`, { uid: uuid7() }));
  return (
    <span class="row-keys">
      <Amount row={row} act={act} />
      {row.state === "proposed" && <button type="button" class="small" aria-pressed="true" onClick={() => step("accept")}>{t("accept")}</button>}
      <button type="button" class="small" onClick={() => step("cancel")}>{t(row.state === "proposed" ? "reject" : "cancel")}</button>
    </span>
  );
}

function Row({ row, carrier, act }: { row: Transfer; carrier: string | null; act: Act }) {
  const drug = drugOf(row.drug);
  const [reason, ...more] = [(row.reason ?? "").split("\n")[0], ...(row.arithmetic ?? [])].filter((line) => line);
  return (
    <li>
      <b>{row.from.name} → {row.to.name}</b>
      <span class="row-end amount">{drug ? amount(drug, row.units) : row.units}</span>
      <span class="quiet">{[row.drug_name ?? drug?.name, row.expiry ? expiryText(row.expiry) : "", carrier].filter(Boolean).join(" · ")}</span>
      {reason && (
        <details class="whyrow">
          <summary>{reason}</summary>
          {more.length > 0 && <ul class="arithmetic">{more.map((line) => <li key={line}>{line}</li>)}</ul>}
        </details>
      )}
      {(row.state === "proposed" || row.state === "accepted") && <Keys row={row} act={act} />}
    </li>
  );
}

function Lists({ rows, walks, act }: { rows: Transfer[]; walks: DeskWalk[]; act: Act }) {
  const carriers = new Map(walks.flatMap((walk) => (walk.id === 0 ? [] : walk.transfers.map((row) => [row.id, walk.carrier ?? t("anybody")] as const))));
  return (
    <>
      {ORDER.map((state) => {
        const of = rows.filter((row) => row.state === state);
        if (of.length === 0) return null;
        return (
          <section key={state}>
            <h2>{t(`transfer.${state}`)} <small class="quiet">{of.length}</small></h2>
            {state === "proposed" && of.length > 1 && <button type="button" class="small more" onClick={() => act(() => acceptAll(of))}>{t("acceptall", { n: of.length })}</button>}
            <ul class="rows">{of.map((row) => <Row key={`${row.id} ${row.units}`} row={row} carrier={carriers.get(row.id) ?? null} act={act} />)}</ul>
          </section>
        );
      })}
    </>
  );
}

export function TransfersRoom() {
  const asked = useAsk<{ rows: Transfer[] }>("transfers", ["transfer", "booking"]);
  const walks = useAsk<{ rows: DeskWalk[] }>("walks", ["transfer", "booking"]);
  const [busy, setBusy] = useState(false);
  const [sharing, setSharing] = useState(false);
  const reload = () => {
    asked.reload();
    walks.reload();
  };
  const act: Act = (what) => void what().catch(failed).then(reload);
  const plan = async () => {
    setBusy(true);
    try {
      const { rows } = await post<{ rows: Transfer[] }>("plan", {}, 60_000);
      const proposed = rows.filter((row) => row.state === "proposed").length;
      toast(proposed === 0 ? t("nothingtomove") : t("planned", { n: proposed }));
      reload();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  const open = (asked.data?.rows ?? []).filter((row) => row.state === "proposed" || row.state === "accepted");
  return (
    <>
      <div class="tools">
        <button type="button" class="primary" disabled={busy} onClick={() => void plan()}>{t(busy ? "planning" : "plan")}</button>
        {open.length > 0 && <button type="button" onClick={() => setSharing(true)}>{t("shareout")}</button>}
      </div>
      <Walks asked={walks} />
      <Shown asked={asked}>
        {({ rows }) => rows.length === 0 ? <p class="quiet card">{t("notransfers")}</p> : <Lists rows={rows} walks={walks.data?.rows ?? []} act={act} />}
      </Shown>
      {sharing && <ShareOut rows={open} onClose={() => setSharing(false)} onDone={() => { setSharing(false); reload(); }} />}
    </>
  );
}
