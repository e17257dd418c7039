// Bookings that wait, and bookings that were refused: each with its reason and a way to mend it.

import { useState } from "preact/hooks";
import type { Entry } from "../api/types";
import { amount, title } from "../base/amount";
import type { Line } from "../base/basket";
import { uuid7 } from "../base/uuid";
import { showBoxCode } from "../code/boxcode";
import { boxOf, drugOf } from "../phone/area";
import { intoDraft } from "../phone/draft";
import { drop, mine, others, type Queued, update, waiting } from "../phone/queue";
import { sync } from "../phone/sync";
import { Icon } from "../parts/icon";
import { Page } from "../parts/page";
import { go } from "../parts/place";
import { Sheet } from "../parts/sheet";
import { failed } from "../parts/toast";
import { when } from "../parts/when";
import { t, word } from "../words";

const boxName = (code: string) => boxOf(code)?.name ?? showBoxCode(code);

function told(item: Queued): { what: string; where: string } {
  const { post } = item;
  if (post.kind === "code") return { what: t("queue.code", { code: post.code }), where: "" };
  const { drug: id, units, box } = post.kind === "step" ? post : post.entry;
  const drug = id === undefined ? undefined : drugOf(id);
  const verb = post.kind === "step" ? t(`queue.step.${post.step}`) : word("kind", post.entry.kind);
  const name = post.kind === "step" ? post.name : undefined; // of a box that may lie elsewhere
  const of = drug ? `${title(drug)} ${amount(drug, units ?? 0)}` : "";
  return { what: `${verb} ${of}`, where: name ?? boxName(box) };
}

type Mendable = Pick<Entry, "box" | "drug" | "units" | "expiry" | "lot" | "pack"> & { kind: "donate" | "take" };

/** What can go through the basket again; what was carried, as if anybody had put it in or taken it out. */
function mendable({ post }: Queued): Mendable | null {
  if (post.kind === "step")
    return boxOf(post.box) ? { kind: post.step === "carry" ? "take" : "donate", box: post.box, drug: post.drug, units: post.units } : null;
  if (post.kind !== "booking") return null;
  const { kind } = post.entry;
  return kind === "donate" || kind === "take" ? { ...post.entry, kind } : null;
}

/** Back into the basket, with a new uid: what was refused was never booked. */
function toLine(entry: Mendable): Line {
  const pack = drugOf(entry.drug ?? 0)?.pack_units ?? 1;
  const units = entry.units ?? 0;
  const whole = units % pack === 0;
  return {
    key: uuid7(), drug: entry.drug ?? 0, packs: whole ? units / pack : 0, loose: whole ? 0 : units, packUnits: pack,
    expiry: entry.expiry ?? null, lot: entry.lot ?? null, pack: entry.pack ?? null,
  };
}

async function mend(item: Queued, entry: Mendable): Promise<void> {
  const mode = entry.kind === "donate" ? "in" : "out";
  await intoDraft(entry.box, mode, toLine(entry));
  await drop([item.uid]);
  go(`/B/${entry.box}#${mode}`);
}

async function again(item: Queued): Promise<void> {
  await update([{ ...item, state: "waiting", message: null, rule: null }]);
  await sync();
}

function Item({ item }: { item: Queued }) {
  const [asking, setAsking] = useState(false);
  const { what, where } = told(item);
  const entry = mendable(item);
  return (
    <li class={item.state === "refused" ? "line refused" : "line"}>
      <h2>{what}</h2>
      <p class="quiet">{[where, when(item.at)].filter(Boolean).join(" · ")}</p>
      {item.state === "refused"
        ? <p class="refusal"><Icon name="warn" />{item.message ?? t("queue.refused")}</p>
        : <p class="quiet"><Icon name="clock" />{t("queue.waiting")}</p>}
      <div class="amounts">
        {item.state === "refused" && entry && (
          <button type="button" class="primary" onClick={() => void mend(item, entry).catch(failed)}>{t(item.post.kind === "step" ? "queue.mend.step" : "queue.mend")}</button>
        )}
        {item.state === "refused" && <button type="button" onClick={() => void again(item).catch(failed)}>{t("queue.again")}</button>}
        <button type="button" onClick={() => setAsking(true)}>{t("queue.drop")}</button>
      </div>
      {asking && (
        <Sheet title={t("queue.drop.sure")} onClose={() => setAsking(false)}>
          <p>{what}</p>
          <button type="button" class="wide" onClick={() => setAsking(false)}>{t("basket.leave.no")}</button>
          <button type="button" class="wide danger" onClick={() => void drop([item.uid]).catch(failed)}>{t("queue.drop")}</button>
        </Sheet>
      )}
    </li>
  );
}

export function QueuePage() {
  const order = [...mine.value].sort((a, b) => (a.state < b.state ? -1 : a.state > b.state ? 1 : 0));
  return (
    <Page title={t("queue.title")} up="/"
      foot={waiting.value.length > 0 && <button type="button" class="wide primary" onClick={() => void sync().catch(failed)}>{t("queue.send")}</button>}
    >
      {order.length === 0 && others.value.length === 0 && <p class="big-empty good"><Icon name="check" />{t("queue.none")}</p>}
      <ul class="basket">{order.map((item) => <Item key={item.uid} item={item} />)}</ul>
    </Page>
  );
}
