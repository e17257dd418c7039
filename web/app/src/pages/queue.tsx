// Bookings that wait, and bookings that were refused: each with its reason and a way to mend it.

import { useState } from "preact/hooks";
import type { Entry } from "../api/types";
import { amount, title } from "../base/amount";
import type { Line } from "../base/basket";
import { uuid7 } from "../base/uuid";
import { showBoxCode } from "../code/boxcode";
import { boxOf, drugOf } from "../phone/area";
import { intoDraft } from "../phone/draft";
import { drop, queue, type Queued, update } from "../phone/queue";
import { me } from "../phone/session";
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
  const of = drug ? `${title(drug)} ${amount(drug, units ?? 0)}` : "";
  return { what: `${verb} ${of}`, where: boxName(box) };
}

const canMend = (entry: Entry) => (entry.kind === "donate" || entry.kind === "take") && entry.drug !== undefined;

/** Back into the basket, with a new uid: what was refused was never booked. */
function toLine(entry: Entry): Line {
  const pack = drugOf(entry.drug ?? 0)?.pack_units ?? 1;
  const units = entry.units ?? 0;
  const whole = units % pack === 0;
  return {
    key: uuid7(), drug: entry.drug ?? 0, packs: whole ? units / pack : 0, loose: whole ? 0 : units, packUnits: pack,
    expiry: entry.expiry ?? null, lot: entry.lot ?? null, pack: entry.pack ?? null,
  };
}

async function mend(item: Queued, entry: Entry): Promise<void> {
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
  const { post } = item;
  return (
    <li class={item.state === "refused" ? "line refused" : "line"}>
      <h2>{what}</h2>
      <p class="quiet">{[where, when(item.at)].filter(Boolean).join(" · ")}</p>
      {item.state === "refused"
        ? <p class="refusal"><Icon name="warn" />{item.message ?? t("queue.refused")}</p>
        : <p class="quiet"><Icon name="clock" />{t("queue.waiting")}</p>}
      <div class="amounts">
        {item.state === "refused" && post.kind === "booking" && canMend(post.entry) && (
          <button type="button" class="primary" onClick={() => void mend(item, post.entry).catch(failed)}>{t("queue.mend")}</button>
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
  const person = me.value?.person?.id;
  const mine = queue.value.filter((item) => item.person === person);
  const others = queue.value.length - mine.length;
  const order = [...mine].sort((a, b) => (a.state < b.state ? -1 : a.state > b.state ? 1 : 0));
  return (
    <Page title={t("queue.title")} up="/"
      foot={mine.some((item) => item.state === "waiting") && <button type="button" class="wide primary" onClick={() => void sync().catch(failed)}>{t("queue.send")}</button>}
    >
      {mine.length === 0 && <p class="big-empty good"><Icon name="check" />{t("queue.none")}</p>}
      <ul class="basket">{order.map((item) => <Item key={item.uid} item={item} />)}</ul>
      {others > 0 && <p class="quiet">{t("queue.other", { n: others })}</p>}
    </Page>
  );
}
