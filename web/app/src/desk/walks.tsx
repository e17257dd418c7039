// Who carries what: what was agreed to is shared out to people as walks, and followed until it is there.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import type { Walk } from "../api/types";
import { amount } from "../base/amount";
import { uuid7 } from "../base/uuid";
import { drugOf, refresh } from "../phone/area";
import { Problem, useForm } from "../parts/form";
import { Sheet } from "../parts/sheet";
import { Stepper } from "../parts/stepper";
import { toast } from "../parts/toast";
import { t as say } from "../words";
import { type Asked, useAsk } from "./ask";
import { Shown } from "./frame";
import type { Transfer } from "./types";
import { t } from "./words";

export type DeskWalk = Omit<Walk, "transfers"> & { done: number; transfers: Transfer[] };

interface PersonRow {
  id: number;
  name: string;
  role: string;
  state: string;
}

function Goers({ names, setNames }: { names: ReadonlySet<string>; setNames: (names: ReadonlySet<string>) => void }) {
  const asked = useAsk<{ rows: PersonRow[] }>("people");
  const toggle = (name: string) => {
    const next = new Set(names);
    if (!next.delete(name)) next.add(name);
    setNames(next);
  };
  return (
    <Shown asked={asked}>
      {({ rows }) => {
        const there = rows.filter((row) => row.state === "active");
        return (
          <fieldset class="choice">
            <legend>{t("whogoes")}</legend>
            <div class="picks">
              {there.map((row) => <label key={row.id}><input type="checkbox" checked={names.has(row.name)} onChange={() => toggle(row.name)} /><span>{row.name}</span></label>)}
            </div>
          </fieldset>
        );
      }}
    </Shown>
  );
}

/** Agrees to transfers, one after the other. */
export async function acceptAll(rows: readonly Transfer[]): Promise<void> {
  for (const row of rows) await post(`transfers/${row.id}/accept`, { uid: uuid7() });
}

/** What nobody has begun to carry is shared out anew among those who go; whoever shares it out agrees to it. */
export function ShareOut({ rows: open, onDone, onClose }: { rows: readonly Transfer[]; onDone: () => void; onClose: () => void }) {
  const proposed = open.filter((row) => row.state === "proposed");
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  const [number, setNumber] = useState(1);
  const { busy, error, submit } = useForm(async () => {
    await acceptAll(proposed);
    const { rows } = await post<{ rows: DeskWalk[] }>("walks", names.size > 0 ? { people: [...names] } : { number }, 60_000);
    toast(t("sharedout", { n: rows.length }));
    await refresh();
    onDone();
  });
  return (
    <Sheet title={t("shareout")} onClose={onClose}>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <p>{t("shareouthow", { n: open.length })} {proposed.length > 0 && t("shareoutagrees", { n: proposed.length })}</p>
        <Goers names={names} setNames={setNames} />
        {names.size === 0 && (
          <div class="field"><span>{t("howmany")}</span>
            <Stepper value={number} least={1} most={50} what={t("howmany")} unit={t("goers")} onChange={setNumber} /></div>
        )}
        <Problem text={error} />
        <button type="submit" class="wide primary" disabled={busy}>{busy ? say("app.wait") : names.size > 0 ? t("shareto", { n: names.size }) : t("shareamong", { n: number })}</button>
      </form>
    </Sheet>
  );
}

function WalkCard({ walk }: { walk: DeskWalk }) {
  const all = walk.transfers.length;
  return (
    <li class="card walk-card">
      <h3>{walk.carrier ?? t("anybody")} <small class="quiet">{t("walknumber", { n: walk.id })}</small></h3>
      <progress max={all} value={walk.done} aria-label={t("walkdone", { done: walk.done, all })} />
      <p class="quiet">{[t("walkdone", { done: walk.done, all }), t("walkstops", { n: walk.stops.length }), walk.minutes >= 1 ? t("walkminutes", { n: Math.round(walk.minutes) }) : ""].filter(Boolean).join(" · ")}</p>
      <details>
        <summary>{t("walkdetail")}</summary>
        <ul>
          {walk.transfers.map((row) => {
            const drug = drugOf(row.drug);
            return (
              <li key={row.id}>
                <span class={`tag step-${row.state}`}>{t(`transfer.${row.state}`)}</span>{" "}
                {row.drug_name} {drug ? amount(drug, row.units) : row.units}: {row.from.name} → {row.to.name}
              </li>
            );
          })}
        </ul>
      </details>
    </li>
  );
}

export function Walks({ asked }: { asked: Asked<{ rows: DeskWalk[] }> }) {
  const made = (asked.data?.rows ?? []).filter((walk) => walk.id !== 0);
  if (made.length === 0) return null;
  return (
    <section>
      <h2>{t("walks")} <small class="quiet">{made.length}</small></h2>
      <ul class="walk-cards">{made.map((walk) => <WalkCard key={walk.id} walk={walk} />)}</ul>
    </section>
  );
}
