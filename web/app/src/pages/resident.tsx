// What a resident sees who scans a box's label: no account, any phone, read at arm's length.

import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, ask, get, post } from "../api/client";
import type { Age, Nearest, PublicBox } from "../api/types";
import { shortDay } from "../base/day";
import { uuid7 } from "../base/uuid";
import { showBoxCode } from "../code/boxcode";
import { keep, recall } from "../phone/db";
import { amount } from "../base/amount";
import { Choice } from "../parts/choice";
import { Problem, useWork } from "../parts/form";
import { Icon } from "../parts/icon";
import { metres } from "../parts/metres";
import { AGES, ageOptions, kindText, TYPES, typeOptions } from "../parts/kinds";
import { Page } from "../parts/page";
import { LanguageSwitch } from "../parts/language";
import { Perhaps } from "../parts/perhaps";
import { when } from "../parts/when";
import { lang, t, word } from "../words";

interface Loaded {
  box: PublicBox | null;
  told: number; // ms, where it is what the phone remembers; 0: fresh
  error: ApiError | null;
}

function useBox(code: string): Loaded & { again: () => void } {
  const [loaded, setLoaded] = useState<Loaded>({ box: null, told: 0, error: null });
  const [tries, setTries] = useState(0);
  const language = lang.value;
  useEffect(() => {
    let left = false;
    const key = `public:${code}`;
    const show = (next: Loaded) => left || setLoaded(next);
    void (async () => {
      try {
        const { data, etag } = await ask<PublicBox>("GET", `public/box/${code}`);
        show({ box: data, told: 0, error: null });
        await keep(key, data, etag);
      } catch (error) {
        const kept = await recall<PublicBox>(key);
        show({ box: kept?.data ?? null, told: kept?.at ?? 0, error: error as ApiError });
      }
    })();
    return () => void (left = true);
  }, [code, tries, language]);
  return { ...loaded, again: () => setTries(tries + 1) };
}

const rank = (type: string) => (TYPES as readonly string[]).indexOf(type);
const byKind = (a: { type: string; age: Age }, b: { type: string; age: Age }) =>
  rank(a.type) - rank(b.type) || AGES.indexOf(a.age) - AGES.indexOf(b.age);

/** A type's cells for adults, children and all: enough, few, none; in words, not by colour alone. */
function Levels({ box }: { box: PublicBox }) {
  const there = TYPES.flatMap((type) => {
    const cells = box.types.filter((cell) => cell.type === type).sort(byKind);
    return cells.length > 0 ? [{ type, cells }] : [];
  });
  return (
    <ul class="levels">
      {there.map(({ type, cells }) => (
        <li key={type}>
          <h3>{word("type", type)}</h3>
          <div class="level-cells">
            {cells.map((cell) => (
              <span key={cell.age} class={`level ${cell.level}`}>
                <small>{word("age", cell.age)}</small>
                <b>{word("level", cell.level)}</b>
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

const Drugs = ({ box }: { box: PublicBox }) => (
  <details class="fold">
    <summary>{t("resident.look")}</summary>
    <ul class="rows">
      {[...box.drugs].sort(byKind).map((drug) => (
        <li key={`${drug.name}${drug.form}${drug.age}`}>
          <b>{drug.name}</b>
          <span class="quiet">
            {kindText(drug.type, drug.age)} · {amount({ unit: drug.unit, pack_units: 0 }, drug.units)}
            {drug.soonest && drug.soonest < "9999" ? ` · ${t("resident.soonest", { day: shortDay(drug.soonest) })}` : ""}
          </span>
        </li>
      ))}
    </ul>
  </details>
);

const Boxes = ({ row }: { row: Nearest }) => (
  row.boxes.length === 0 ? <p class="quiet">{t("resident.near.none")}</p> : (
    <ul class="rows">
      {row.boxes.map((other) => (
        <li key={other.code}>
          <a href={`/B/${other.code}`}>
            <b>{other.name}</b>
            <span class="quiet">{[other.place, other.metres === null ? "" : metres(other.metres)].filter(Boolean).join(" · ")}</span>
          </a>
        </li>
      ))}
    </ul>
  )
);

interface Wish {
  type: string;
  age: Age;
  near: Nearest | null; // null: not known
}

/** Thanks for telling, and where to go now: what the books have of it here, else the nearest boxes. */
function Thanked({ box, wish, again }: { box: PublicBox; wish: Wish; again: () => void }) {
  const here = box.drugs.filter((drug) => drug.type === wish.type && (drug.age === wish.age || drug.age === "all"));
  return (
    <div class="card" role="status">
      <p class="good"><Icon name="check" />{t("resident.wanted.thanks")}</p>
      {here.length > 0 && <p>{t(box.box.phone ? "resident.wanted.here" : "resident.wanted.here.none", { names: here.map((drug) => drug.name).join(t("app.comma")) })}</p>}
      {wish.near && (here.length === 0 || wish.near.boxes.length > 0) && (
        <>
          <h3>{t("resident.near")}{t("app.colon")}{kindText(wish.type, wish.age)}</h3>
          <Boxes row={wish.near} />
        </>
      )}
      <button type="button" onClick={again}>{t("resident.wanted.again")}</button>
    </div>
  );
}

/** "What I needed was not here": two taps, no name, nothing kept on the phone. */
function Wanted({ box, code }: { box: PublicBox; code: string }) {
  const [open, setOpen] = useState(false);
  const [type, setType] = useState<string | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const uid = useRef(uuid7()); // the same again where no answer came
  const { error, run } = useWork();
  const tell = (kind: string, age: Age) => run(async () => {
    await post("public/unmet", { uid: uid.current, box: code, type: kind, age });
    uid.current = uuid7();
    setType(null);
    setWish({ type: kind, age, near: null });
    const near = await get<{ rows: Nearest[] }>(`public/box/${code}/nearest?type=${kind}&age=${age}`).catch(() => null);
    setWish({ type: kind, age, near: near?.rows[0] ?? null });
  });
  if (!open)
    return <button type="button" class="wide" onClick={() => setOpen(true)}>{t("resident.wanted")}</button>;
  if (wish) return <Thanked box={box} wish={wish} again={() => setWish(null)} />;
  return (
    <div class="card">
      <Choice legend={t("resident.wanted.ask")} options={typeOptions()} value={type as never} onChoose={setType} />
      {type !== null && (
        <Choice legend={t("resident.wanted.who")} options={ageOptions(["adult", "child"])} value={null} onChoose={(age) => void tell(type, age)} />
      )}
      <Problem text={error} />
    </div>
  );
}

function Nearby({ box }: { box: PublicBox }) {
  const all = [...(box.nearest ?? [])].sort(byKind);
  const rows = all.filter((row) => row.boxes.length > 0);
  const none = all.filter((row) => row.boxes.length === 0).map((row) => kindText(row.type, row.age));
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{t("resident.near")}</h2>
      {rows.map((row) => (
        <div key={`${row.type}${row.age}`} class="near">
          <h3>{kindText(row.type, row.age)}</h3>
          <Boxes row={row} />
        </div>
      ))}
      {none.length > 0 && <p class="quiet">{none.join(t("app.comma"))}{t("app.colon")}{t("resident.near.none")}</p>}
    </section>
  );
}

const How = ({ box }: { box: PublicBox }) => (
  <section class="how">
    <h2>{t("resident.how")}</h2>
    <ol>
      <li>{t(box.box.phone ? "resident.how.tell" : "resident.how.tell.none")}</li>
      <li>{t("resident.how.take")} {box.rules.limit_text}</li>
      <li>{t("resident.how.read")}</li>
      <li>{t("resident.how.give", { days: box.rules.days_left })}</li>
    </ol>
    <p class="danger"><Icon name="warn" />{t("resident.how.danger")}</p>
  </section>
);

function Told({ box, code, told }: { box: PublicBox; code: string; told: number }) {
  const { name, place, phone, community, state } = box.box;
  const closed = state !== "" && /retired|closed/.test(state);
  return (
    <>
      {told > 0 && <p class="standing" role="status"><Icon name="cloud" />{t("resident.offline", { when: when(told) })}</p>}
      <p class="where"><Icon name="pin" /><span>{[community, place].filter(Boolean).join(" · ") || name}</span></p>
      {phone
        ? <a class="wide primary call" href={`tel:${phone.replace(/[^\d+]/g, "")}`}><Icon name="phone" /><span>{t("resident.call")}<b>{phone}</b></span></a>
        : <p class="quiet">{t("resident.call.none")}</p>}
      {closed && <p class="danger"><Icon name="warn" />{t("resident.closed")}</p>}
      <section>
        <h2>{t("resident.inside")}</h2>
        {box.drugs.length === 0 && <p class="big-empty">{t("resident.empty")}</p>}
        <Levels box={box} />
        {box.drugs.length > 0 && <Drugs box={box} />}
      </section>
      <Wanted box={box} code={code} />
      <Nearby box={box} />
      <How box={box} />
    </>
  );
}

/** note, up: for a volunteer who looks at a box that is another's. */
export function ResidentPage({ code, note, up }: { code: string; note?: string; up?: string }) {
  const { box, told, error, again } = useBox(code);
  return (
    <Page title={box?.box.name ?? showBoxCode(code)} kind="resident" up={up} aside={<LanguageSwitch />}>
      {note !== undefined && <p class="notice" role="status"><Icon name="warn" />{note}</p>}
      {box && <Told box={box} code={code} told={told} />}
      {!box && !error && <p class="quiet" role="status">{t("app.loading")}</p>}
      {!box && error && (
        <div class="card" role="alert">
          <p>{error.status === 404 ? t("resident.unknown", { code: showBoxCode(code) }) : error.message}</p>
          <button type="button" onClick={again}>{t("app.retry")}</button>
          {error.status === 404 && <Perhaps code={code} />}
        </div>
      )}
      <p class="small-links">
        <span>{showBoxCode(code)}</span>
        {note === undefined && <a href={`/B/${code}#sign`}>{t("resident.sign")}</a>}
      </p>
    </Page>
  );
}
