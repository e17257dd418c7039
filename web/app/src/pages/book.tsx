// Putting in and taking out: read packs into the basket, look it over, book it.

import { useState } from "preact/hooks";
import type { Drug } from "../api/types";
import { change, put, type Read, without } from "../base/basket";
import { uuid7 } from "../base/uuid";
import { title } from "../base/amount";
import { boxOf, drugOf, lotsOf, stock } from "../phone/area";
import { book, type Outcome } from "../phone/book";
import { draft } from "../phone/draft";
import { Page } from "../parts/page";
import { go } from "../parts/place";
import { failed, toast } from "../parts/toast";
import { feelBad, feelGood } from "../scan/feedback";
import type { Resolved } from "../scan/resolve";
import { Scanner } from "../scan/scanner";
import { t } from "../words";
import { showBoxCode } from "../code/boxcode";
import { BasketLine } from "./basket_line";
import { entryOf, useJudged } from "./judging";
import { Learn } from "./learn";
import { isRefused, Outcomes } from "./outcome";

interface Unknown {
  code: string;
  read: Omit<Read, "drug" | "units">;
}

function useBasket(box: string, mode: "in" | "out") {
  const lines = draft(box, mode);
  const [times, setTimes] = useState(1);
  const [shout, setShout] = useState<string | null>(null);
  const add = (read: Read) => {
    const { lines: next, line, what } = put(lines.value, read, uuid7(), times);
    lines.value = next;
    setTimes(1);
    if (what === "same") {
      feelBad();
      toast(t("scan.same"), true);
      return;
    }
    feelGood();
    const drug = drugOf(read.drug);
    setShout(drug ? `${title(drug)}${line.packs > 1 ? ` ×${line.packs}` : ""}` : null);
  };
  const removed = () => setShout(null);
  return { lines, add, setTimes, shout, removed };
}

export function BookPage({ code, mode }: { code: string; mode: "in" | "out" }) {
  const box = boxOf(code);
  const { lines, add, setTimes, shout, removed } = useBasket(code, mode);
  const [unknown, setUnknown] = useState<Unknown | null>(null);
  const [door, setDoor] = useState("");
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null);
  const judged = useJudged(code, mode, lines.value, door);
  const lots = lotsOf(code);
  const stuck = lines.value.filter((line) => judged.get(line.key)?.refusal || judged.get(line.key)?.missing).length;

  const confirm = async () => {
    if (busy || lines.value.length === 0 || stuck > 0) return;
    setBusy(true);
    try {
      const booked = lines.value;
      const results = await book([...booked].reverse().map((line) => entryOf(code, mode, line, booked, door)));
      (results.some(isRefused) ? feelBad : feelGood)();
      lines.value = [];
      removed();
      setDoor("");
      setOutcomes(results);
    } catch (error) {
      failed(error); // the phone's own disk refused it: the basket stays
    } finally {
      setBusy(false);
    }
  };

  const command = (word: string, times: number) => {
    if (word === "TIMES") setTimes(times);
    else if (word === "UNDO") lines.value = lines.value.slice(1);
    else if (word === "DONE") void confirm();
    else if (word === "IN" || word === "OUT" || word === "COUNT") go(`/B/${code}#${word.toLowerCase()}`, true);
  };

  const read = (found: Resolved) => {
    setOutcomes(null);
    if (found.what === "drug") add(found.read);
    else if (found.what === "unknown") { feelBad(); setUnknown(found); }
    else if (found.what === "command") command(found.word, found.times);
    else if (found.what === "bad") { feelBad(); toast(found.message, true); }
    else if (found.box === code) toast(t("scan.thisbox"));
    else go(`/B/${found.box}`);
  };

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
        <button type="button" class={`wide primary ${mode}`} disabled={busy || stuck > 0} onClick={() => void confirm()}>
          {busy ? t("basket.booking") : stuck > 0 ? t("basket.fix", { n: stuck })
            : t(mode === "in" ? "basket.book.in" : "basket.book.out", { n: lines.value.length })}
        </button>
      )}
    >
      <Scanner onRead={read} onDrug={choose} first={mode === "out" ? (drug) => here.has(drug.id) : undefined}
        hint={t("scan.aim")} start={t("scan.start")} label={t("scan.type")} />
      <p class="shout" aria-live="assertive" key={`${shout}${lines.value.length}`}>{shout}</p>
      {outcomes && lines.value.length === 0 && <Outcomes outcomes={outcomes} onNext={() => setOutcomes(null)} />}
      {!outcomes && lines.value.length === 0 && <p class="big-empty">{t(mode === "in" ? "basket.empty.in" : "basket.empty.out")}</p>}
      <ul class="basket">
        {lines.value.map((line) => (
          <BasketLine key={line.key} mode={mode} line={line} lots={lots}
            judged={judged.get(line.key) ?? { missing: false, refusal: null, notices: [], lines: [] }}
            change={(part) => void (lines.value = change(lines.value, line.key, part))}
            remove={() => { removed(); lines.value = without(lines.value, line.key); }} />
        ))}
      </ul>
      {mode === "out" && lines.value.length > 0 && (
        <label class="field">
          <span>{t("basket.door")}</span>
          <input type="text" autoComplete="off" value={door} onInput={(event) => setDoor(event.currentTarget.value)} />
          <small class="quiet">{t("basket.door.hint")}</small>
        </label>
      )}
      {unknown && (
        <Learn code={unknown.code} onClose={() => setUnknown(null)}
          onLearned={(drug, units) => { setUnknown(null); add({ drug, units, ...unknown.read }); }} />
      )}
    </Page>
  );
}
