// The signed-in person's own: how the app looks and sounds, devices, secret, signing out.

import { useEffect, useState } from "preact/hooks";
import { get, post } from "../api/client";
import type { Me, SessionRow } from "../api/types";
import { forgetArea } from "../phone/area";
import { forgetDrafts } from "../phone/draft";
import { waiting } from "../phone/queue";
import { become, me, signOut } from "../phone/session";
import { Choice } from "../parts/choice";
import { Problem, useForm } from "../parts/form";
import { isApple, isInstalled, offer } from "../parts/install";
import { Page } from "../parts/page";
import { go } from "../parts/place";
import { setTheme, theme } from "../parts/theme";
import { failed, toast } from "../parts/toast";
import { when } from "../parts/when";
import { setSound, sound } from "../scan/feedback";
import { Secret } from "./sign";
import { lang, speak, t, word } from "../words";

function Sessions() {
  const [rows, setRows] = useState<SessionRow[]>([]);
  const load = () => get<{ rows: SessionRow[] }>("sessions").then((answer) => setRows(answer.rows)).catch(() => {});
  useEffect(() => void load(), []);
  const end = (id: string | number) => post(`sessions/${id}/end`).then(load).catch(failed);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t("account.sessions")}</h2>
      <ul class="rows">
        {rows.map((row) => {
          const current = row.current ?? row.id === me.value?.person?.session;
          return (
            <li key={row.id} class="act">
              <b>{row.device || "–"}</b>
              {row.seen_at && <span class="quiet">{t("account.seen", { when: when(row.seen_at) })}</span>}
              {current ? <span class="tag row-end">{t("account.this")}</span>
                : <button type="button" class="small" onClick={() => void end(row.id)}>{t("account.end")}</button>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Change() {
  const pin = me.value?.person?.role === "volunteer";
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const { busy, error, setError, submit } = useForm(async () => {
    if (next !== again) return setError(t("join.differ"));
    await become(await post<Me>("secret", { old, new: next })); // it comes with a new form token
    setOld("");
    setNext("");
    setAgain("");
    toast(t("account.changed"));
  });
  return (
    <details class="fold">
      <summary>{t("account.secret")}</summary>
      <form onSubmit={(event) => void submit(event)}>
        <input type="text" class="hidden-file" tabIndex={-1} aria-hidden="true" autoComplete="username" value={me.value?.person?.name} readOnly />
        <Secret label={t("account.old")} digits={pin} autoComplete="current-password" value={old} onInput={setOld} />
        <Secret label={t("account.new")} digits={pin} least={6} autoComplete="new-password" value={next} onInput={setNext} />
        <Secret label={t("join.again")} digits={pin} autoComplete="new-password" value={again} onInput={setAgain} />
        <Problem text={error} />
        <button type="submit" class="wide" disabled={busy}>{t("app.save")}</button>
      </form>
    </details>
  );
}

const Install = () => {
  if (isInstalled()) return null;
  if (offer.value) return <button type="button" class="wide" onClick={() => void offer.value?.prompt()}>{t("account.install")}</button>;
  return isApple() ? <p class="quiet">{t("account.install.ios")}</p> : null;
};

export function AccountPage() {
  const person = me.value?.person;
  const leave = async () => {
    await signOut();
    forgetArea();
    forgetDrafts();
    go("/", true);
  };
  if (!person) return null;
  return (
    <Page title={t("account.title")} up="/">
      <p class="who"><b>{person.name}</b><span class="quiet">{word("role", person.role)} · {person.area.name}</span></p>
      <Choice legend={t("account.language")} value={lang.value} onChoose={speak}
        options={[{ value: "zh", word: "中文" }, { value: "en", word: "English" }]} />
      <Choice legend={t("account.theme")} value={theme.value} onChoose={setTheme}
        options={(["auto", "light", "dark"] as const).map((value) => ({ value, word: t(`account.theme.${value}`) }))} />
      <Choice legend={t("account.sound")} value={sound.value ? "on" : "off"} onChoose={(value) => setSound(value === "on")}
        options={(["on", "off"] as const).map((value) => ({ value, word: t(`account.${value}`) }))} />
      <Install />
      <Sessions />
      <Change />
      {waiting.value.length > 0 && <p class="notice">{t("account.out.waiting", { n: waiting.value.length })}</p>}
      <button type="button" class="wide" onClick={() => void leave().catch(failed)}>{t("account.out")}</button>
      <p class="quiet small-links">{t("account.version", { version: me.value?.version ?? "" })}</p>
    </Page>
  );
}
