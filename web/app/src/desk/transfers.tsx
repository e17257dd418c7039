// Transfers: proposed by the allocator, changed by hand, agreed to, shared out, followed until they are
// delivered.

import { useEffect, useState } from "preact/hooks";
import { ApiError, post } from "../api/client";
import { amount, unitWord } from "../base/amount";
import { uuid7 } from "../base/uuid";
import { drugOf } from "../phone/area";
import { expiryText } from "../parts/expiry";
import { Icon } from "../parts/icon";
import { Stepper } from "../parts/stepper";
import { useSure } from "../parts/sure";
import { failed, toast } from "../parts/toast";
import { useAsk } from "./ask";
import { type Edits, useEdits } from "./edits";
import { Shown } from "./frame";
import type { Transfer, TransferState } from "./types";
import { acceptAll, type DeskWalk, sayRefused, ShareOut, Walks } from "./walks";
import { t } from "./words";

const ORDER: readonly TransferState[] = ["proposed", "accepted", "carried", "done", "cancelled"];

type Act = (what: () => Promise<unknown>) => void;

/** By packs where it is whole packs, else by single units. What the box can't give, the service refuses in words. */
function Amount({ row, edits }: { row: Transfer; edits: Edits }) {
  const [units, setUnits] = useState(row.units);
  useEffect(() => setUnits(edits.of(row.id) ?? row.units), [row]); // what the service has, after a refusal too
  const drug = drugOf(row.drug);
  const [step] = useState(drug && row.units % drug.pack_units === 0 ? drug.pack_units : 1);
  const change = (n: number) => {
    setUnits(n * step);
    edits.set(row.id, n * step);
  };
  return <Stepper value={units / step} least={1} what={`${row.drug_name ?? ""} ${row.from.name} → ${row.to.name}`} unit={step > 1 ? t("packs") : unitWord(drug?.unit ?? "", units, drug?.form)} onChange={change} />;
}

function Keys({ row, act, edits }: { row: Transfer; act: Act; edits: Edits }) {
  const step = (what: "accept" | "cancel") => act(async () => {
    if (what === "cancel") edits.drop(row.id);
    await edits.settle();
    await post(`transfers/${row.id}/${what}`, { uid: uuid7() });
  });
  return (
    <span class="row-keys">
      <Amount row={row} edits={edits} />
      {row.state === "proposed" && <button type="button" class="small" onClick={() => step("accept")}>{t("accept")}</button>}
      <button type="button" class="small" onClick={() => step("cancel")}>{t(row.state === "proposed" ? "reject" : "cancel")}</button>
    </span>
  );
}

interface RowProps {
  row: Transfer;
  carrier: string | null;
  act: Act;
  edits: Edits;
}

function Row({ row, carrier, act, edits }: RowProps) {
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
      {row.state === "proposed" && row.notice && <p class="notice"><Icon name="warn" />{row.notice}</p>}
      {(row.state === "proposed" || row.state === "accepted") && <Keys row={row} act={act} edits={edits} />}
    </li>
  );
}

interface ListsProps extends Pick<RowProps, "act" | "edits"> {
  rows: Transfer[];
  walks: DeskWalk[];
  onAll: (of: Transfer[]) => void;
}

function Lists({ rows, walks, act, edits, onAll }: ListsProps) {
  const carriers = new Map(walks.flatMap((walk) => (walk.id === 0 ? [] : walk.transfers.map((row) => [row.id, walk.carrier ?? t("anybody")] as const))));
  return (
    <>
      {ORDER.map((state) => {
        const of = rows.filter((row) => row.state === state);
        if (of.length === 0) return null;
        return (
          <section key={state}>
            <h2>{t(`transfer.${state}`)} <small class="quiet">{of.length}</small></h2>
            {state === "proposed" && of.length > 1 && <button type="button" class="small more" onClick={() => onAll(of)}>{t("acceptall", { n: of.length })}</button>}
            <ul class="rows">{of.map((row) => <Row key={row.id} row={row} carrier={carriers.get(row.id) ?? null} act={act} edits={edits} />)}</ul>
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
  const edits = useEdits(reload, (error) => {
    failed(error);
    reload();
  });
  const { ask, sure } = useSure();
  const agreeToAll = (of: Transfer[]) => ask({
    title: t("ask.all", { n: of.length }), text: t("asktext.all"), word: t("acceptall", { n: of.length }),
    yes: () => edits.settle().then(() => acceptAll(of)).then(sayRefused).finally(reload),
  });
  const plan = async (again = false): Promise<void> => {
    setBusy(true);
    try {
      const { rows } = await post<{ rows: Transfer[] }>("plan", { again }, 60_000);
      const proposed = rows.filter((row) => row.state === "proposed").length;
      toast(proposed === 0 ? t("nothingtomove") : t("planned", { n: proposed }));
      reload();
    } catch (error) {
      if (again || !(error instanceof ApiError) || error.status !== 409) failed(error);
      else ask({ title: t("ask.replan"), text: error.message, word: t("replan"), yes: () => plan(true) });
    } finally {
      setBusy(false);
    }
  };
  const open = (asked.data?.rows ?? []).filter((row) => row.state === "proposed" || row.state === "accepted");
  const walking = new Set((walks.data?.rows ?? []).flatMap((walk) => (walk.id === 0 ? [] : walk.transfers.map((row) => row.id))));
  return (
    <>
      <div class="tools">
        <button type="button" class="primary" disabled={busy} onClick={() => void plan()}>{t(busy ? "planning" : "plan")}</button>
        {open.length > 0 && <button type="button" onClick={() => setSharing(true)}>{t("shareout")}</button>}
      </div>
      <Walks asked={walks} />
      <Shown asked={asked}>
        {({ rows }) => rows.length === 0 ? <p class="quiet card">{t("notransfers")}</p> : <Lists rows={rows} walks={walks.data?.rows ?? []} act={act} edits={edits} onAll={agreeToAll} />}
      </Shown>
      {sure}
      {sharing && <ShareOut rows={open} walking={walking} settle={edits.settle} onClose={() => setSharing(false)} onDone={() => { setSharing(false); reload(); }} />}
    </>
  );
}
