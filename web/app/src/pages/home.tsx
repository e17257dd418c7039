// A volunteer's first page: scan a box, or choose one.

import { useState } from "preact/hooks";
import type { BoxRow } from "../api/types";
import { isSlip, matches } from "../base/search";
import { showBoxCode } from "../code/boxcode";
import { boxes, isDue, ownWalks, stock } from "../phone/area";
import { inHand, isPack } from "../phone/hand";
import { me } from "../phone/session";
import { Icon } from "../parts/icon";
import { Page } from "../parts/page";
import { toast } from "../parts/toast";
import { feelBad, feelGood } from "../scan/feedback";
import type { Read } from "../scan/resolve";
import { Scanner } from "../scan/scanner";
import { t } from "../words";
import { InHand, leaveFor } from "./hand";
import { Unbooked } from "./unbooked";

const MOST_SHOWN = 60;

function open(reads: Read[]): void {
  const packs = reads.filter(isPack);
  if (leaveFor(reads, null)) return feelGood();
  if (packs.length > 0) { // their box comes next
    feelGood();
    inHand.value = [...inHand.value, ...packs];
  } else {
    feelBad();
    toast(t("scan.notbox"), true);
  }
}

const drugsIn = (box: string) =>
  new Set((stock.value ?? []).filter((row) => row.box === box && row.units > 0).map((row) => row.drug)).size;

function BoxLink({ box }: { box: BoxRow }) {
  const n = drugsIn(box.code);
  return (
    <li>
      <a href={`/B/${box.code}`}>
        <b>{box.name}</b>
        <span class="quiet">{[box.grid || box.community, box.place].filter(Boolean).join(" · ")} <code>{showBoxCode(box.code)}</code></span>
        <span class="row-end">
          {isDue(box) && <span class="tag warn">{t("home.due")}</span>}
          <span class="tag">{n === 0 ? t("home.empty") : t("home.types", { n })}</span>
        </span>
      </a>
    </li>
  );
}

function Boxes() {
  const [query, setQuery] = useState("");
  const all = (boxes.value ?? []).filter((box) => !/retired/.test(box.state));
  const hits = all.filter((box) => matches(query, box.name, box.place, box.code, showBoxCode(box.code), box.community, box.grid, box.building));
  const perhaps = hits.length === 0 ? all.filter((box) => isSlip(query, box.code)) : [];
  if (boxes.value === null) return <p class="quiet" role="status">{t("app.loading")}</p>;
  return (
    <section>
      <h2>{t("home.boxes")}</h2>
      {all.length > 5 && (
        <label class="search">
          <Icon name="search" />
          <input type="search" placeholder={t("home.find")} aria-label={t("home.find")} value={query}
            onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
      )}
      <ul class="rows">{hits.slice(0, MOST_SHOWN).map((box) => <BoxLink key={box.code} box={box} />)}</ul>
      {hits.length > MOST_SHOWN && <p class="quiet">{t("home.more", { n: hits.length - MOST_SHOWN })}</p>}
      {hits.length === 0 && <p class="quiet">{t(all.length === 0 ? "home.none" : "home.nothing")}</p>}
      {perhaps.length > 0 && (
        <>
          <h3>{t("box.perhaps")}</h3>
          <ul class="rows">{perhaps.map((box) => <BoxLink key={box.code} box={box} />)}</ul>
        </>
      )}
    </section>
  );
}

export function HomePage() {
  const person = me.value?.person;
  const carried = ownWalks.value.reduce((sum, walk) => sum + walk.transfers.length, 0);
  const name = person?.area.name ?? t("app.name");
  return (
    <Page
      title={name}
      aside={
        <>
          {person && person.role !== "volunteer" && <a class="bare" href="/desk"><Icon name="desk" /><span class="bar-word">{t("home.desk")}</span></a>}
          <a class="bare" href="/#account" aria-label={t("account.title")}><Icon name="person" /></a>
        </>
      }
    >
      <InHand what={t("hand.home")} />
      <Unbooked />
      <Scanner onRead={open} hint={t("home.scan.hint")} start={t("home.scan")} />
      {carried > 0 && (
        <a class="wide walk-link" href="/#walk"><Icon name="walk" />{t("home.walk", { n: carried })}<Icon name="next" /></a>
      )}
      <Boxes />
    </Page>
  );
}
