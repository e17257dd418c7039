// Putting in and taking out: read packs into the basket, look it over, book it.

import { useEffect, useState } from "preact/hooks";
import type { Drug } from "../api/types";
import { change, put, type Read, tooMany, without } from "../base/basket";
import { type Part, proposeAll } from "../base/rules";
import { uuid7 } from "../base/uuid";
import { title } from "../base/amount";
import { boxOf, drugOf, lotsOf, stock } from "../phone/area";
import { book, type Outcome } from "../phone/book";
import { draft } from "../phone/draft";
import { fromHand, isPack } from "../phone/hand";
import { today } from "../phone/session";
import { Page } from "../parts/page";
import { go } from "../parts/place";
import { useSure } from "../parts/sure";
import { failed, toast } from "../parts/toast";
import { feelBad, feelDone, feelGood } from "../scan/feedback";
import type { Read as Found } from "../scan/resolve";
import { Scanner } from "../scan/scanner";
import { t } from "../words";
import { showBoxCode } from "../code/boxcode";
import { type CommandWord, isPlace } from "../code/code";
import { BasketLine } from "./basket_line";
import { entryOf, UNJUDGED, useJudged } from "./judging";
import { leaveFor } from "./hand";
import { useLearning } from "./learn";
import { isRefused, Outcomes } from "./outcome";

const shown = (id: number) => {
  const drug = drugOf(id);
  return drug ? title(drug) : "";
};

function useBasket(box: string, mode: "in" | "out") {
  const lines = draft(box, mode);
  const [times, setTimes] = useState(1);
  const [shout, setShout] = useState<string | null>(null);
  const add = (read: Read, more = false) => { // more: of the same photo as the one before
    const { lines: next, line, what } = put(lines.value, read, uuid7(), more ? 1 : times);
    lines.value = next;
    setTimes(1);
    if (what === "same") {
      feelBad();
      toast(t("scan.same"), true);
      return;
    }
    feelGood();
    const drug = drugOf(read.drug);
    const said = drug ? `${title(drug)}${line.packs > 1 ? ` ×${line.packs}` : ""}` : "";
    setShout((before) => (more && before ? `${before}${t("app.comma")}${said}` : said));
  };
  const silence = () => setShout(null);
  return { lines, add, setTimes, shout, silence };
}

export function BookPage({ code, mode }: { code: string; mode: "in" | "out" }) {
  const box = boxOf(code);
  const { lines, add, setTimes, shout, silence } = useBasket(code, mode);
  const { learn, dialog } = useLearning(add);
  const [door, setDoor] = useState("");
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<(Outcome & { parts: Part[] })[] | null>(null);
  const judged = useJudged(code, mode, lines.value, door);
  const lots = lotsOf(code);
  const stuck = lines.value.filter((line) => judged.get(line.key)?.refusal || judged.get(line.key)?.missing).length;

  const proposed = mode === "out" ? proposeAll(lots, lines.value, today()) : null;
  /** What is taken, batch by batch: as the service says, where it has. */
  const partsOf = (key: string): Part[] => {
    const told = judged.get(key)?.lines ?? [];
    return told.length > 0 ? told : proposed?.get(key) ?? [];
  };

  const confirm = async () => {
    if (busy || lines.value.length === 0 || stuck > 0) return;
    setBusy(true);
    try {
      const booked = lines.value;
      const before = new Map(booked.map((line) => [line.key, partsOf(line.key)]));
      const results = await book([...booked].reverse().map((line) => entryOf(code, mode, line, booked, door)));
      (results.some(isRefused) ? feelBad : feelDone)();
      lines.value = [];
      silence();
      setDoor("");
      setOutcomes(results.map((result) => ({ ...result, parts: before.get(result.entry.uid) ?? [] })));
      scrollTo(0, 0);
    } catch (error) {
      failed(error); // the phone's own disk refused it: the basket stays
    } finally {
      setBusy(false);
    }
  };

  const { ask, sure } = useSure();
  const press = () => {
    const many = tooMany(lines.value, box?.capacity ?? 0);
    if (many.length === 0 || stuck > 0) return void confirm();
    const what = many.map((line) => `${shown(line.drug)} ${t("amount.pack", { n: line.packs })}`).join(t("app.comma"));
    ask({ title: t("basket.many"), text: what, word: t("basket.many.yes"), yes: confirm });
  };

  const command = (word: CommandWord, times: number) => {
    if (word === "TIMES") setTimes(times);
    else if (word === "UNDO") lines.value = lines.value.slice(1);
    else if (word === "DONE") press();
    else if (isPlace(word)) go(`/B/${code}#${word.toLowerCase()}`, true);
  };

  const read = (reads: Found[]) => {
    if (leaveFor(reads, code)) return;
    const packs = reads.filter(isPack);
    setOutcomes(null);
    packs.flatMap((found) => (found.what === "drug" ? [found.read] : [])).forEach((one, i) => add(one, i > 0));
    const strangers = packs.filter((found) => found.what === "unknown");
    if (strangers.length > 0) learn(strangers);
    for (const found of reads) if (found.what === "command") command(found.word, found.times);
    if (packs.length === 0 && reads.some((found) => found.what === "box")) toast(t("scan.thisbox"));
  };
  useEffect(() => {
    const packs = fromHand();
    if (packs.length > 0) read(packs);
  }, []);

  const choose = (drug: Drug) => {
    setOutcomes(null);
    add({ drug: drug.id, units: drug.pack_units, expiry: null, lot: null, pack: null });
  };

  const here = new Set((stock.value ?? []).filter((row) => row.box === code).map((row) => row.drug));
  return (
    <Page
      title={t(mode === "in" ? "basket.in" : "basket.out", { box: box?.name ?? showBoxCode(code) })}
      up={`/B/${code}`}
      kind={`book ${mode}`}
      foot={lines.value.length > 0 && (
        <button type="button" class={`wide primary ${mode}`} disabled={busy || stuck > 0} onClick={press}>
          {busy ? t("basket.booking") : stuck > 0 ? t("basket.fix", { n: stuck })
            : t(mode === "in" ? "basket.book.in" : "basket.book.out", { n: lines.value.length })}
        </button>
      )}
    >
      <Scanner onRead={read} onDrug={choose} here={mode === "out" ? (drug) => here.has(drug.id) : undefined}
        hint={t("scan.aim")} start={t("scan.start")} label={t("scan.type")} />
      <p class="shout" aria-live="assertive" key={`${shout}${lines.value.length}`}>{shout}</p>
      {outcomes && lines.value.length === 0 && <Outcomes outcomes={outcomes} onNext={() => setOutcomes(null)} />}
      {!outcomes && lines.value.length === 0 && <p class="big-empty">{t(mode === "in" ? "basket.empty.in" : "basket.empty.out")}</p>}
      <ul class="basket">
        {lines.value.map((line) => (
          <BasketLine key={line.key} mode={mode} line={line} lots={lots} parts={partsOf(line.key)}
            judged={judged.get(line.key) ?? UNJUDGED}
            change={(part) => void (lines.value = change(lines.value, line.key, part))}
            remove={() => { silence(); lines.value = without(lines.value, line.key); }} />
        ))}
      </ul>
      {mode === "out" && lines.value.length > 0 && (
        <label class="field">
          <span>{t("basket.door")}</span>
          <input type="text" autoComplete="off" value={door} onInput={(event) => setDoor(event.currentTarget.value)} />
          <small class="quiet">{t("basket.door.hint")}</small>
        </label>
      )}
      {dialog}
      {sure}
    </Page>
  );
}
