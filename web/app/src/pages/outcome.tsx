// After booking: the new totals, what waits, what was refused, and Undo beside each.

import { amount, title } from "../base/amount";
import type { Part } from "../base/rules";
import { drugOf } from "../phone/area";
import { book, type Outcome } from "../phone/book";
import { done, drop, queue } from "../phone/queue";
import { Batches } from "../parts/batches";
import { Icon } from "../parts/icon";
import { Once } from "../parts/once";
import { toast } from "../parts/toast";
import { t } from "../words";

export const isRefused = ({ verdict }: Outcome) => verdict?.verdict === "refused" || verdict?.verdict === "invalid";

const queued = ({ entry }: Outcome) => queue.value.find((item) => item.uid === entry.uid);

/** Undoes a booking that the service has by one that runs the other way; one that waits just goes. */
async function undo(outcome: Outcome): Promise<void> {
  const { uid, box } = outcome.entry;
  if (queue.value.some((item) => item.uid === uid)) {
    await drop([uid]);
    return toast(t("done.undone"));
  }
  const kept = done.value.find((item) => item.uid === uid);
  const lines = outcome.verdict?.lines ?? kept?.lines ?? [];
  const undone = await book(lines.map((line) => ({ kind: "undo", box, of: line.seq })));
  const failure = undone.find(isRefused);
  toast(failure?.verdict?.message ?? t("done.undone"), failure !== undefined);
}

/** parts: what was shown before it was booked. */
function Row({ outcome }: { outcome: Outcome & { parts: Part[] } }) {
  const drug = drugOf(outcome.entry.drug ?? 0);
  const item = queued(outcome);
  const kept = done.value.find((settled) => settled.uid === outcome.entry.uid);
  const total = outcome.verdict?.total ?? kept?.total;
  const gone = kept?.undone === true || (!item && !kept);
  if (!drug) return null;
  return (
    <li class={gone ? "gone" : ""}>
      <b>{title(drug)}</b>
      <span class="row-end amount">{outcome.entry.kind === "take" ? "−" : "+"}{amount(drug, outcome.entry.units ?? 0)}</span>
      <span class="quiet">
        {gone ? t("done.undone") : item?.state === "refused" ? item.message : item ? t("queue.waiting")
          : total !== null && total !== undefined ? t("done.now", { amount: amount(drug, total) }) : ""}
      </span>
      {outcome.entry.kind === "take" && !gone && item?.state !== "refused" && (
        <Batches drug={drug} parts={outcome.verdict?.lines?.length ? outcome.verdict.lines : kept?.lines.length ? kept.lines : outcome.parts} />
      )}
      {!gone && item?.state !== "refused" && (
        <Once kind="small" run={() => undo(outcome)}>{t("done.undo")}</Once>
      )}
      {(outcome.verdict?.notices ?? []).map((notice) => <p key={notice} class="notice"><Icon name="warn" />{notice}</p>)}
    </li>
  );
}

export function Outcomes({ outcomes, onNext }: { outcomes: (Outcome & { parts: Part[] })[]; onNext: () => void }) {
  // Answers that came too late for whoever waited are shown when they come.
  const no = outcomes.filter((outcome) => queued(outcome)?.state === "refused").length;
  const all = !outcomes.some((outcome) => queued(outcome)?.state === "waiting");
  return (
    <section class="outcomes" role="status">
      <h2 class={no > 0 ? "refusal" : all ? "good" : ""}>
        <Icon name={no > 0 ? "warn" : all ? "check" : "clock"} />
        {no > 0 ? t("done.refused", { n: no }) : t(all ? "done.title" : "done.queued")}
      </h2>
      <ul class="rows">{outcomes.map((outcome) => <Row key={outcome.entry.uid} outcome={outcome} />)}</ul>
      <button type="button" class="wide" onClick={onNext}>{t("done.again")}</button>
    </section>
  );
}
