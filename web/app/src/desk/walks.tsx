// Who carries what: what was agreed to is shared out to people as walks, and followed until it is there.

import { useEffect, useState } from "preact/hooks";
import { ApiError, post } from "../api/client";
import type { Walk } from "../api/types";
import { amount } from "../base/amount";
import { uuid7 } from "../base/uuid";
import { drugOf, refresh } from "../phone/area";
import { matches } from "../base/search";
import { Problem, useForm } from "../parts/form";
import { Icon } from "../parts/icon";
import { Sheet } from "../parts/sheet";
import { Stepper } from "../parts/stepper";
import { toast } from "../parts/toast";
import { t as say } from "../words";
import { type Asked, useAsk } from "./ask";
import { Shown } from "./frame";
import type { Transfer } from "./types";
import { t } from "./words";

export type DeskWalk = Omit<Walk, "transfers"> & { done: number; transfers: Transfer[] };

interface Carrier {
  id: number;
  name: string;
  area: { id: number; name: string };
  transfers: number[]; // those whose boxes both lie in the person's area
}

const MANY = 12; // people to look through by eye
const LONG = 120; // minutes of a walk that want a word

interface GoersProps {
  rows: readonly Carrier[];
  open: ReadonlySet<number>;
  chosen: ReadonlySet<number>;
  choose: (ids: ReadonlySet<number>) => void;
}

/** Only who can book in the boxes can be chosen; the others are shown, as they are looked for. */
function Goers({ rows, open, chosen, choose }: GoersProps) {
  const [query, setQuery] = useState("");
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const word = (n: number) => (n === 0 ? t("reachnone") : n < open.size ? t("reachsome", { n, all: open.size }) : t("reachall"));
  return (
    <fieldset class="choice">
      <legend>{t("whogoes")}</legend>
      {rows.length > MANY && <input type="search" aria-label={t("findperson")} placeholder={t("findperson")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />}
      <div class="picks">
        {rows.filter((row) => matches(query, row.name, row.area.name)).map((row) => {
          const n = row.transfers.filter((id) => open.has(id)).length;
          return (
            <label key={row.id} class={n === 0 ? "gone" : ""}>
              <input type="checkbox" checked={chosen.has(row.id)} disabled={n === 0} onChange={() => toggle(row.id)} />
              <span>{row.name} <small class="quiet">{row.area.name} · {word(n)}</small></span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Agrees to transfers, one after the other; gives why some were refused, which stay as they are. */
export async function acceptAll(rows: readonly Transfer[]): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const row of rows) {
    try {
      await post(`transfers/${row.id}/accept`, { uid: uuid7() });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409) throw error;
      refused.push(error.message);
    }
  }
  return refused;
}

export function sayRefused(why: readonly string[]): void {
  if (why.length > 0) toast(t("notagreed", { n: why.length, why: why[0] ?? "" }), true);
}

interface Going {
  people?: number[];
  number?: number;
}

/** How long the walks would be, asked anew when somebody else is to go. */
function Times({ going, again }: { going: Going; again: boolean }) {
  const [walks, setWalks] = useState<DeskWalk[] | null>(null);
  const asked = JSON.stringify({ ...going, again, preview: true });
  useEffect(() => {
    let left = false;
    const timer = setTimeout(() => void post<{ rows: DeskWalk[] }>("walks", JSON.parse(asked), 60_000)
      .then(({ rows }) => left || setWalks(rows), () => left || setWalks(null)), 250);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [asked]);
  if (!walks || walks.length === 0) return null;
  const longest = Math.max(...walks.map((walk) => walk.minutes));
  return (
    <div role="status">
      <p>{t("walktimes", { n: walks.length, minutes: Math.round(longest) })}</p>
      {longest > LONG && <TooLong walks={walks} />}
    </div>
  );
}

/** What would make walks of two hours: some more people than now. */
export const goersFor = (walks: readonly Pick<DeskWalk, "minutes">[]) =>
  Math.max(walks.length + 1, Math.ceil(walks.reduce((sum, walk) => sum + walk.minutes, 0) / LONG));

const TooLong = ({ walks }: { walks: readonly DeskWalk[] }) =>
  <p class="notice"><Icon name="warn" />{t("walktoolong", { n: goersFor(walks) })}</p>;

interface LeftProps {
  open: readonly Transfer[];
  reached: (id: number) => boolean;
  word: "reachleft" | "reachnobody";
}

/** What would be left lying, by its two boxes. */
function Left({ open, reached, word }: LeftProps) {
  const left = open.filter((row) => !reached(row.id));
  if (left.length === 0) return null;
  const ways = [...new Set(left.map((row) => `${row.from.name} → ${row.to.name}`))];
  return <p class="notice" role="status"><Icon name="warn" />{t(word, { n: left.length, ways: ways.slice(0, 3).join(t("between")) + (ways.length > 3 ? " …" : "") })}</p>;
}

const reachesAll = (row: Carrier, open: ReadonlySet<number>) => row.transfers.filter((id) => open.has(id)).length === open.size;

interface ShareProps {
  rows: readonly Transfer[];
  walking: ReadonlySet<number>; // those that somebody has on a walk
  settle: () => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** What nobody has begun to carry is shared out among those who go, what is on walks only where that is wanted;
 * whoever shares it out agrees to it. */
export function ShareOut({ rows, walking, settle, onDone, onClose }: ShareProps) {
  const [again, setAgain] = useState(false);
  const taken = rows.filter((row) => walking.has(row.id)).length;
  const open = again ? rows : rows.filter((row) => !walking.has(row.id));
  const proposed = open.filter((row) => row.state === "proposed");
  const asked = useAsk<{ rows: Carrier[] }>("carriers");
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [number, setNumber] = useState(1);
  const going: Going = chosen.size > 0 ? { people: [...chosen] } : { number };
  const { busy, error, submit } = useForm(async () => {
    await settle();
    const reach = (row: Transfer) => chosen.size === 0 || reached(chosen)(row.id);
    const refused = await acceptAll(proposed.filter(reach)); // what stays behind stays as it is
    const { rows } = await post<{ rows: DeskWalk[] }>("walks", { ...going, again }, 60_000);
    toast(t("sharedout", { n: rows.length }));
    sayRefused(refused);
    await refresh();
    onDone();
  });
  const people = asked.data?.rows ?? [];
  const reached = (by: ReadonlySet<number> | null) => {
    const ids = new Set(people.filter((row) => by === null || by.has(row.id)).flatMap((row) => row.transfers));
    return (id: number) => ids.has(id);
  };
  const ids = new Set(open.map((row) => row.id));
  return (
    <Sheet title={t("shareout")} onClose={onClose}>
      <form class="form" onSubmit={(event) => void submit(event)}>
        {taken > 0 && (
          <label class="check"><input type="checkbox" checked={again} onChange={(event) => setAgain(event.currentTarget.checked)} /><span>{t("shareagain", { n: taken })}</span></label>
        )}
        {open.length > 0 && <p>{t("shareouthow", { n: open.length })} {proposed.length > 0 && t("shareoutagrees", { n: proposed.length })}</p>}
        <Shown asked={asked}>
          {({ rows }) => (
            <>
              <Goers rows={rows} open={ids} chosen={chosen} choose={setChosen} />
              <Left open={open} reached={reached(chosen.size > 0 ? chosen : null)} word={chosen.size > 0 ? "reachleft" : "reachnobody"} />
              {chosen.size === 0 && !rows.some((row) => reachesAll(row, ids)) && <p class="notice"><Icon name="warn" />{t("reachmixed")}</p>}
            </>
          )}
        </Shown>
        {chosen.size === 0 && (
          <div class="field"><span>{t("howmany")}</span>
            <Stepper value={number} least={1} most={50} what={t("howmany")} unit={t("goers")} onChange={setNumber} /></div>
        )}
        <Times going={going} again={again} />
        <Problem text={error} />
        <button type="submit" class="wide primary" disabled={busy || open.length === 0}>{busy ? say("app.wait") : chosen.size > 0 ? t("shareto", { n: chosen.size }) : t("shareamong", { n: number })}</button>
      </form>
    </Sheet>
  );
}

function WalkCard({ walk }: { walk: DeskWalk }) {
  const all = walk.transfers.filter((transfer) => transfer.state !== "cancelled").length;
  return (
    <li class="card walk-card">
      <h3>{walk.carrier ?? t("anybody")} <small class="quiet">{t("walknumber", { n: walk.id })}</small></h3>
      <progress max={all} value={walk.done} aria-label={t("walkdone", { done: walk.done, all })} />
      <p class="quiet">{[t("walkdone", { done: walk.done, all }), t("walkstops", { n: walk.stops.length }), walk.minutes >= 1 ? t("walkminutes", { n: Math.round(walk.minutes) }) : ""].filter(Boolean).join(" · ")}</p>
      {walk.minutes > LONG && <TooLong walks={[walk]} />}
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
