// One box for a volunteer: two big buttons, what is in it, what was done last.

import { useEffect, useState } from "preact/hooks";
import { get } from "../api/client";
import type { Age, BoxAnswer, BoxRow, Movement, StockRow } from "../api/types";
import { amount, title } from "../base/amount";
import { showBoxCode } from "../code/boxcode";
import { isPlace } from "../code/code";
import { boxes, boxOf, drugOf, isDue, lotsOf, toldAt } from "../phone/area";
import { book } from "../phone/book";
import { inHand, isPack } from "../phone/hand";
import { done, underWay } from "../phone/queue";
import { today } from "../phone/session";
import { Choice } from "../parts/choice";
import { batchText } from "../parts/batches";
import { expiryText } from "../parts/expiry";
import { Icon } from "../parts/icon";
import { ageOptions, kindText, TYPES, typeOptions } from "../parts/kinds";
import { Once } from "../parts/once";
import { Page } from "../parts/page";
import { go } from "../parts/place";
import { Sheet } from "../parts/sheet";
import { failed, toast } from "../parts/toast";
import { when } from "../parts/when";
import { feelGood } from "../scan/feedback";
import type { Read } from "../scan/resolve";
import { useReads } from "../scan/scanner";
import { t, word } from "../words";
import { InHand, leaveFor } from "./hand";
import { ResidentPage } from "./resident";
import { Unbooked } from "./unbooked";

/** What the service adds to what the phone knows: recalls, and bookings of others. */
function useAnswer(code: string, mark: string | null): BoxAnswer | null {
  const [answer, setAnswer] = useState<BoxAnswer | null>(null);
  const sent = done.value[done.value.length - 1]?.uid; // by this phone
  const told = toldAt.value; // of others' bookings
  useEffect(() => {
    let left = false;
    get<BoxAnswer>(`box/${code}${mark === null ? "" : `?nonce=${mark}`}`).then((data) => left || setAnswer(data)).catch(() => {});
    return () => void (left = true);
  }, [code, mark, sent, told]);
  return answer;
}

interface Held {
  drug: number;
  lots: StockRow[];
  good: number;
}

function held(lots: StockRow[]): Held[] {
  const byDrug = new Map<number, StockRow[]>();
  for (const lot of lots) byDrug.set(lot.drug, [...(byDrug.get(lot.drug) ?? []), lot]);
  const rank = (drug: number) => (TYPES as readonly string[]).indexOf(drugOf(drug)?.type ?? "");
  return [...byDrug].map(([drug, rows]) => ({
    drug,
    lots: rows.sort((a, b) => ((a.expiry ?? "") < (b.expiry ?? "") ? -1 : 1)),
    good: rows.filter((lot) => !bad(lot)).reduce((sum, lot) => sum + lot.units, 0),
  })).sort((a, b) => rank(a.drug) - rank(b.drug));
}

const bad = (lot: StockRow) => lot.unusable ?? (lot.expiry !== null && lot.expiry < today() ? "expired" : null);

function BadLot({ box, lot }: { box: string; lot: StockRow }) {
  const drug = drugOf(lot.drug);
  const why = bad(lot);
  if (!drug || !why) return null;
  const discard = async () => {
    const [outcome] = await book([{ kind: "discard", box, drug: lot.drug, units: lot.units, expiry: lot.expiry, lot: lot.lot, reason: why }]);
    if (outcome?.verdict?.message && outcome.verdict.verdict === "refused") toast(outcome.verdict.message, true);
    else toast(t(outcome?.verdict ? "box.discard.done" : "done.queued"));
  };
  return (
    <p class="lot-bad">
      <Icon name="warn" />
      <span>{t(why === "recalled" ? "box.recalled" : "box.expired", { amount: amount(drug, lot.units) })}</span>
      <Once run={discard}>{t("box.discard")}</Once>
    </p>
  );
}

function Stock({ box, lots }: { box: string; lots: StockRow[] }) {
  const rows = held(lots);
  return (
    <section>
      <h2>{t("box.stock")}</h2>
      {rows.length === 0 && <p class="quiet">{t("box.nothing")}</p>}
      <ul class="rows stock">
        {rows.map(({ drug: id, lots: own, good }) => {
          const drug = drugOf(id);
          const goodLots = own.filter((lot) => !bad(lot));
          const [first] = goodLots;
          if (!drug) return null;
          return (
            <li key={id}>
              <b>{title(drug)}</b>
              <span class="row-end amount">{amount(drug, good)}</span>
              <span class="quiet">{kindText(drug.type, drug.age)}{first && goodLots.length === 1 ? ` · ${expiryText(first.expiry)}` : ""}</span>
              {goodLots.length > 1 && (
                <ul class="quiet">{goodLots.map((lot) => <li key={`${lot.expiry}${lot.lot}`}>{batchText(lot)} · {amount(drug, lot.units)}</li>)}</ul>
              )}
              {own.filter(bad).map((lot) => <BadLot key={`${lot.expiry}${lot.lot}`} box={box} lot={lot} />)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Last({ box, rows }: { box: string; rows: Movement[] }) {
  const undo = async (seq: number) => {
    const [outcome] = await book([{ kind: "undo", box, of: seq }]);
    const verdict = outcome?.verdict;
    if (verdict && (verdict.verdict === "refused" || verdict.verdict === "invalid")) toast(verdict.message ?? "", true);
    else toast(t(verdict ? "done.undone" : "done.queued"));
  };
  const mine = new Set(done.value.filter((item) => !item.undone && item.entry.kind !== "undo").flatMap((item) => item.lines.map((line) => line.seq)));
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t("box.last")}</h2>
      <ul class="rows last">
        {rows.slice(0, 8).map((row) => {
          const drug = typeof row.drug === "number" ? drugOf(row.drug) : undefined;
          return (
            <li key={row.seq}>
              <b>{word("kind", row.kind)} {drug ? title(drug) : row.drug_name}</b>
              <span class="row-end amount">{drug ? amount(drug, Math.abs(row.units)) : Math.abs(row.units)}</span>
              <span class="quiet">{row.expiry && <>{batchText(row)}<br /></>}{when(row.at)}{typeof row.person === "string" ? ` · ${row.person}` : ""}{row.undone_by ? ` · ${t("done.undone")}` : ""}</span>
              {mine.has(row.seq) && !row.undone_by && (
                <Once kind="small" run={() => undo(row.seq)}>{t("done.undo")}</Once>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Unmet({ box, onClose }: { box: string; onClose: () => void }) {
  const [type, setType] = useState<string | null>(null);
  const tell = async (age: Age) => {
    onClose();
    const [outcome] = await book([{ kind: "unmet", box, type: type ?? "", age }]);
    const said = outcome?.verdict;
    if (said && said.verdict !== "booked" && said.verdict !== "repeated") toast(said.message ?? "", true);
    else toast(t(said ? "box.unmet.done" : "done.queued"));
  };
  return (
    <Sheet title={t("box.unmet")} onClose={onClose}>
      <Choice legend={t("box.capture")} options={typeOptions()} value={type as never} onChoose={setType} />
      {type !== null && (
        <Choice legend={t("resident.wanted.who")} options={ageOptions(["adult", "child"])} value={null} onChoose={(age) => void tell(age).catch(failed)} />
      )}
    </Sheet>
  );
}

const Head = ({ box }: { box: BoxRow }) => (
  <p class="where">
    <Icon name="pin" />
    <span>{[box.community, box.grid, box.place].filter(Boolean).join(" · ")} <code>{showBoxCode(box.code)}</code></span>
    {isDue(box) && <span class="tag warn">{t("home.due")}</span>}
  </p>
);

/** A hand scanner goes on here: a command's card, another box, or packs, of which it is asked where they go. */
function heard(reads: Read[], code: string): void {
  if (leaveFor(reads, code)) return feelGood();
  for (const read of reads) {
    if (read.what === "command" && isPlace(read.word)) return go(`/B/${code}#${read.word.toLowerCase()}`);
    if (isPack(read)) {
      feelGood();
      inHand.value = [...inHand.value, read];
    }
  }
}

export function BoxPage({ code, mark }: { code: string; mark: string | null }) {
  useReads((reads) => heard(reads, code));
  const answer = useAnswer(code, mark);
  const [unmet, setUnmet] = useState(false);
  const box = boxOf(code) ?? answer?.box;
  const pending = underWay.value.some(({ post }) => post.kind === "booking" && post.entry.box === code);
  if (!box && boxes.value === null)
    return <Page title={showBoxCode(code)} up="/"><p class="quiet" role="status">{t("app.loading")}</p></Page>;
  if (!box) return <ResidentPage code={code} note={t("box.foreign", { code: showBoxCode(code) })} up="/" />;
  const lots = answer && !pending ? answer.stock.map((lot) => ({ ...lot, box: code })) : lotsOf(code);
  return (
    <Page title={box.name} up="/" kind="box">
      <Head box={box} />
      <InHand what={t("hand.box")} />
      <Unbooked box={code} />
      {answer?.label.notice && <p class="notice" role="alert"><Icon name="warn" />{answer.label.notice}</p>}
      {/retired/.test(box.state) ? <p class="danger"><Icon name="warn" />{t("box.closed")}</p> : (
        <nav class="two" aria-label={box.name}>
          <a class="huge in" href={`/B/${code}#in`}><Icon name="in" />{t("box.in")}</a>
          <a class="huge out" href={`/B/${code}#out`}><Icon name="out" />{t("box.out")}</a>
          <a class="huge third" href={`/B/${code}#count`}><Icon name="count" />{t("box.count")}</a>
          <button type="button" class="huge third" onClick={() => setUnmet(true)}><Icon name="person" />{t("box.unmet")}</button>
        </nav>
      )}
      <Stock box={code} lots={lots} />
      <Last box={code} rows={answer?.movements ?? []} />
      {unmet && <Unmet box={code} onClose={() => setUnmet(false)} />}
    </Page>
  );
}
