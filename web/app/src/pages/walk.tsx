// Carrying transfers: the round in its order, each stop opened by its box's label.

import { useEffect, useRef, useState } from "preact/hooks";
import type { LeftOut, Task, TransferRow, Walk } from "../api/types";
import { amount, title } from "../base/amount";
import { uuid7 } from "../base/uuid";
import { boxOf, drugOf, ownWalks, refresh } from "../phone/area";
import { send } from "../phone/book";
import { drop, queue } from "../phone/queue";
import { batchText } from "../parts/batches";
import { Icon } from "../parts/icon";
import { metres } from "../parts/metres";
import { Page } from "../parts/page";
import { Sheet } from "../parts/sheet";
import { failed, toast } from "../parts/toast";
import { feelBad, feelGood } from "../scan/feedback";
import type { Read } from "../scan/resolve";
import { Scanner } from "../scan/scanner";
import { t } from "../words";

interface Stop {
  box: string;
  name: string;
  place: string;
  out: TransferRow[];
  in: TransferRow[];
}

const nameIn = (list: Walk, box: string) =>
  list.transfers.flatMap((row) => [row.from, row.to]).find((end) => end.code === box);

type Step = "carry" | "deliver";

const steps = (id: number, step: Step) =>
  queue.value.filter(({ post }) => post.kind === "step" && post.transfer === id && post.step === step);
/** Steps that wait in the queue count as made: the round goes on without a network. */
const stepped = (id: number, step: Step) => steps(id, step).some((item) => item.state === "waiting");
/** One that was refused did not happen for the books, whatever was carried: it is still to be made. */
const refusals = (id: number, step: Step) => steps(id, step).filter((item) => item.state === "refused");
const isCarried = (row: TransferRow) => row.state === "carried" || stepped(row.id, "carry");
const isDelivered = (row: TransferRow) => row.state === "done" || stepped(row.id, "deliver");

function stopsOf(list: Walk): Stop[] {
  const byId = new Map(list.transfers.map((row) => [row.id, row]));
  const pick = (tasks: Task[]) => tasks.flatMap((task) => byId.get(task.transfer) ?? []);
  return list.stops
    .map((stop) => ({
      box: stop.box,
      name: boxOf(stop.box)?.name ?? stop.name ?? nameIn(list, stop.box)?.name ?? stop.box,
      place: boxOf(stop.box)?.place ?? stop.place ?? "",
      out: pick(stop.out).filter((row) => !isCarried(row) && !isDelivered(row)),
      in: pick(stop.in).filter((row) => !isDelivered(row)),
    }))
    .filter((stop) => stop.out.length + stop.in.length > 0);
}

const stepOf = { out: "carry", in: "deliver" } as const;

function Item({ row, way }: { row: TransferRow; way: "out" | "in" }) {
  const drug = drugOf(row.drug);
  const word = way === "out" ? t("walk.to", { box: row.to.name })
    : isCarried(row) ? t("walk.from", { box: row.from.name }) : t("walk.later", { box: row.from.name });
  return (
    <li>
      <b><Icon name={way} />{drug ? title(drug) : row.drug}</b>
      <span class="row-end amount">{drug ? amount(drug, row.units) : row.units}</span>
      <span class="quiet">{row.expiry ? `${batchText(row)} · ` : ""}{word}</span>
      {refusals(row.id, stepOf[way]).map((item) => <p key={item.uid} class="refusal"><Icon name="warn" />{item.message ?? t("queue.refused")}</p>)}
    </li>
  );
}

const post = (row: TransferRow, step: Step, { box, name }: Stop) =>
  ({ uid: uuid7(), post: { kind: "step" as const, transfer: row.id, step, box, name, drug: row.drug, units: row.units } });

function StopCard({ stop, n, here, onArrive }: { stop: Stop; n: number; here: boolean; onArrive: () => void }) {
  const [busy, setBusy] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (here) card.current?.scrollIntoView({ block: "center" });
  }, [here]);
  const ready = stop.in.filter(isCarried);
  const act = async (rows: TransferRow[], step: Step) => {
    setBusy(true);
    try {
      await drop(rows.flatMap((row) => refusals(row.id, step)).map((item) => item.uid)); // made anew
      await send(rows.map((row) => post(row, step, stop)));
      feelGood();
      await refresh();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li ref={card} class={here ? "stop here" : "stop"}>
      <h2><small>{t("walk.stop", { n })}</small>{stop.name}</h2>
      {stop.place && <p class="quiet">{stop.place}</p>}
      {stop.out.length > 0 && <><h3>{t("walk.out")}</h3><ul class="rows">{stop.out.map((row) => <Item key={row.id} row={row} way="out" />)}</ul></>}
      {stop.in.length > 0 && <><h3>{t("walk.in")}</h3><ul class="rows">{stop.in.map((row) => <Item key={row.id} row={row} way="in" />)}</ul></>}
      {!here && (stop.out.length > 0 || ready.length > 0) && <button type="button" class="wide" onClick={onArrive}><Icon name="scan" />{t("walk.arrive")}</button>}
      {here && stop.out.length > 0 && <button type="button" class="wide primary out" disabled={busy} onClick={() => void act(stop.out, "carry")}>{t("walk.carry", { n: stop.out.length })}</button>}
      {here && ready.length > 0 && <button type="button" class="wide primary in" disabled={busy} onClick={() => void act(ready, "deliver")}>{t("walk.deliver", { n: ready.length })}</button>}
    </li>
  );
}

/** What is at no stop, so that nobody looks for it there. */
function Left({ row }: { row: LeftOut }) {
  const drug = drugOf(row.drug);
  const what = drug ? `${title(drug)} ${amount(drug, row.units)}` : String(row.drug);
  const box = boxOf(row.box)?.name ?? row.name ?? row.box;
  const word = row.reason === "spoiled" ? "walk.spoiled" : row.all ? "walk.gone" : "walk.less";
  return <p class="notice" role="status"><Icon name="warn" />{t(word, { what, box })}</p>;
}

export function WalkPage() {
  const [here, setHere] = useState<string | null>(null);
  const [arriving, setArriving] = useState<string | null>(null);
  const rounds = ownWalks.value.map((walk) => ({ walk, stops: stopsOf(walk) })).filter(({ walk, stops: own }) => own.length + (walk.left_out?.length ?? 0) > 0);
  const stops = rounds.flatMap((round) => round.stops);
  const arrive = (reads: Read[]) => {
    const read = reads.find((one) => one.what === "box") ?? reads[0];
    if (read?.what === "box" && stops.some((stop) => stop.box === read.box)) {
      feelGood();
      setHere(read.box);
      setArriving(null);
      if (read.box !== arriving) toast(t("walk.other", { name: stops.find((stop) => stop.box === read.box)?.name ?? "" }));
    } else {
      feelBad();
      toast(read?.what === "box" ? t("walk.wrong", { name: boxOf(read.box)?.name ?? read.box }) : t("scan.notbox"), true);
    }
  };
  return (
    <Page title={t("walk.title")} up="/">
      {rounds.length === 0 && <p class="big-empty">{t("walk.none")}</p>}
      {rounds.map(({ walk, stops: own }) => (
        <section key={walk.id}>
          {own.length > 0 && walk.metres > 0 && <p class="quiet">{t("walk.length", { stops: own.length, way: metres(walk.metres), minutes: Math.max(1, walk.minutes) })}</p>}
          {walk.left_out?.map((row) => <Left key={`${row.transfer}${row.reason}`} row={row} />)}
          <ol class="stops">
            {own.map((stop, i) => <StopCard key={stop.box} stop={stop} n={i + 1} here={here === stop.box} onArrive={() => setArriving(stop.box)} />)}
          </ol>
        </section>
      ))}
      {arriving && (
        <Sheet title={t("walk.arrive")} onClose={() => setArriving(null)}>
          <Scanner onRead={arrive} hint={t("home.scan.hint")} start={t("home.scan")} />
          <button type="button" class="wide" onClick={() => { setHere(arriving); setArriving(null); }}>{t("walk.nolabel")}</button>
        </Sheet>
      )}
    </Page>
  );
}
