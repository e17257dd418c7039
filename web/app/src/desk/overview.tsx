// One look: what is short and why, what spoils, what wants counting, what was booked last.

import { useState } from "preact/hooks";
import { amount } from "../base/amount";
import { boxes, drugOf } from "../phone/area";
import { expiryText } from "../parts/expiry";
import { Icon } from "../parts/icon";
import { kindText } from "../parts/kinds";
import { when } from "../parts/when";
import { word } from "../words";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import { Some } from "./some";
import { StockByKind } from "./stock";
import { LEVELS, type Booked, type Lot, type Overdue, type Overview, type Shortage, type Surge } from "./types";
import { type Asking, WhySheet } from "./why";
import { t } from "./words";

const placeText = (row: { name: string; community: string | null; grid: string | null }) =>
  [row.community, row.grid, row.name].filter(Boolean).join(" · ");

const SHORT = LEVELS.filter((level) => level !== "ok");

function Counts({ counts }: { counts: Overview["counts"] }) {
  return (
    <ul class="tallies">
      {SHORT.map((level) => (
        <li key={level} class={`tally ${level}`}><b>{counts[level]}</b><span>{t(`level.${level}`)}</span></li>
      ))}
    </ul>
  );
}

const Surges = ({ rows }: { rows: Surge[] }) => (
  <>
    {rows.map((row) => (
      <p key={`${row.area.id}${row.type}${row.age}`} class="danger"><Icon name="warn" />{t("surge", { area: row.area.name, kind: kindText(row.type, row.age), factor: row.factor.toFixed(1) })}</p>
    ))}
  </>
);

function Shortages({ rows }: { rows: Shortage[] }) {
  const [why, setWhy] = useState<Asking | null>(null);
  return (
    <section class="shortages">
      <h2>{t("shortages")}</h2>
      <Some rows={rows} none={t("noshortages")} show={(row) => (
        <li key={`${row.box}${row.type}${row.age}`} class={`act need ${row.level}`}>
          <b>{kindText(row.type, row.age)} · {placeText(row)}</b>
          <span class={`row-end tag level-${row.level}`}>{t(`level.${row.level}`)}</span>
          <span class="quiet">{row.sentence}</span>
          <button type="button" class="small" onClick={() => setWhy({ place: row, cell: row })}>{t("why")}</button>
        </li>
      )} />
      {why && <WhySheet {...why} onClose={() => setWhy(null)} />}
    </section>
  );
}

const amountOf = (drug: number, units: number) => {
  const known = drugOf(drug);
  return known ? amount(known, Math.abs(units)) : String(Math.abs(units));
};

const Head = ({ word, n }: { word: "expiring" | "overdue"; n: number }) => <h2>{t(word)} {n > 0 && <small class="quiet">{n}</small>}</h2>;

const Expiring = ({ rows, n }: { rows: Lot[]; n: number }) => (
  <section>
    <Head word="expiring" n={n} />
    <Some rows={rows} none={t("noexpiring")} show={(row) => (
      <li key={`${row.box}${row.drug}${row.expiry}${row.lot}`}>
        <a href={`/B/${row.box}`}>
          <b>{row.drug_name}</b><span class="row-end amount">{amountOf(row.drug, row.units)}</span>
          <span class="quiet">{placeText(row)} · {expiryText(row.expiry)}{row.days >= 0 ? ` · ${t("daysleft", { n: row.days })}` : ""}</span>
        </a>
      </li>
    )} />
  </section>
);

const OverdueBoxes = ({ rows, n }: { rows: Overdue[]; n: number }) => (
  <section>
    <Head word="overdue" n={n} />
    <Some rows={rows} none={t("nooverdue")} show={(row) => (
      <li key={row.box}>
        <a href={`/B/${row.box}`}>
          <b>{placeText(row)}</b>
          <span class="quiet">{row.counted_at ? t("counted", { when: when(row.counted_at) }) : t("nevercounted")}</span>
        </a>
      </li>
    )} />
  </section>
);

const LATE_MS = 3_600_000; // told so much after it was done, that is worth a word

/** When it was done; a phone without a network tells it later. */
const moment = (row: Booked) => when(row.done_at) + (row.at - row.done_at >= LATE_MS ? ` (${t("toldat", { when: when(row.at) })})` : "");

export const BookedRow = ({ row }: { row: Booked }) => (
  <li>
    <b>{word("kind", row.kind)} {row.drug_name}</b>
    <span class={`row-end amount ${row.undone_by ? "gone" : ""}`}>{row.units < 0 ? "−" : "+"}{amountOf(Number(row.drug), row.units)}</span>
    <span class="quiet">{moment(row)} · {placeText(row)}{row.undone_by ? ` · ${t("undone")}` : ""}{row.reason ? ` · ${row.reason}` : ""}</span>
  </li>
);

const STEPS = [
  { room: "areas", word: "beginareas" }, { room: "boxes", word: "beginboxes" },
  { room: "people", word: "beginpeople" }, { room: "labels", word: "beginlabels" },
] as const;

/** Where there is no box yet there is nothing to look at, but something to do. */
const Begin = () => (
  <section>
    <h2>{t("begin")}</h2>
    <ol class="rows">
      {STEPS.map(({ room, word }, i) => <li key={room}><a href={`/desk/${room}`}><b>{i + 1}. {t(word)}</b><Icon name="next" /></a></li>)}
    </ol>
  </section>
);

export function OverviewRoom() {
  const asked = useAsk<Overview>("overview", ["booking", "transfer", "box", "catalogue"]);
  if (boxes.value?.length === 0) return <Begin />;
  return (
    <Shown asked={asked}>
      {(all) => (
        <div class="columns">
          <div class="column wide-column">
            <Counts counts={all.counts} />
            <Surges rows={all.surge} />
            <Shortages rows={all.shortages} />
          </div>
          <div class="column">
            <section aria-live="polite">
              <h2>{t("last")}</h2>
              <Some rows={all.last} none={t("nolast")} show={(row) => <BookedRow key={row.seq} row={row} />} />
            </section>
            <StockByKind />
            <Expiring rows={all.expiring} n={all.counts.expiring} />
            <OverdueBoxes rows={all.overdue} n={all.counts.overdue} />
          </div>
        </div>
      )}
    </Shown>
  );
}
