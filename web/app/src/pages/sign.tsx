// Signing in, joining by a secretary's code, and the first account of all.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import type { Me } from "../api/types";
import { become } from "../phone/session";
import { LanguageSwitch } from "../parts/language";
import { Page } from "../parts/page";
import { go } from "../parts/place";
import { t } from "../words";

interface SecretProps {
  label: string;
  value: string;
  autoComplete: string;
  onInput: (value: string) => void;
}

function Secret({ label, value, autoComplete, onInput }: SecretProps) {
  const [shown, setShown] = useState(false);
  return (
    <label class="field">
      <span>{label}</span>
      <span class="with-button">
        <input {...{ type: shown ? "text" : "password" } as { type: "password" }} required autoComplete={autoComplete} autoCapitalize="off" spellcheck={false}
          value={value} onInput={(event) => onInput(event.currentTarget.value)} />
        <button type="button" onClick={() => setShown(!shown)}>{t(shown ? "sign.hide" : "sign.show")}</button>
      </span>
    </label>
  );
}

/** Sends a form once at a time; a failure is said under it. */
export function useForm(send: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await send();
    } catch (failure) {
      setError((failure as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, setError, submit };
}

export const Problem = ({ text }: { text: string | null }) => (text ? <p class="refusal" role="alert">{text}</p> : null);

export function SignPage({ up }: { up?: string }) {
  const [login, setLogin] = useState("");
  const [secret, setSecret] = useState("");
  const { busy, error, submit } = useForm(async () => {
    const who = await post<Me>("sign-in", { login: login.trim(), secret });
    await become(who);
    go(location.pathname, true);
  });
  return (
    <Page title={t("sign.title")} up={up} kind="sign" aside={<LanguageSwitch />}>
      <form class="card" onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span>{t("sign.login")}</span>
          <input type="text" required autoComplete="username" autoCapitalize="off" spellcheck={false} value={login}
            onInput={(event) => setLogin(event.currentTarget.value)} />
        </label>
        <Secret label={t("sign.secret")} value={secret} autoComplete="current-password" onInput={setSecret} />
        <Problem text={error} />
        <button type="submit" class="wide primary" disabled={busy}>{t("sign.go")}</button>
      </form>
      <p class="quiet">{t("sign.help")}</p>
    </Page>
  );
}

const FORMS = {
  join: { least: 6, intro: "join.intro", name: "join.name", secret: "join.pin", title: "join.title", go: "join.go", to: "/" },
  first: { least: 10, intro: "first.intro", name: "first.name", secret: "first.secret", title: "first.title", go: "first.go", to: "/desk" },
} as const;

export function JoinPage({ kind, code }: { kind: "join" | "first"; code: string }) {
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [again, setAgain] = useState("");
  const form = FORMS[kind];
  const { busy, error, setError, submit } = useForm(async () => {
    if ([...secret].length < form.least) return setError(t("join.short", { n: form.least }));
    if (secret !== again) return setError(t("join.differ"));
    await become(await post<Me>(kind, { code, name: name.trim(), secret }));
    go(form.to, true);
  });
  return (
    <Page title={t(form.title)} kind="sign" aside={<LanguageSwitch />}>
      <form class="card" onSubmit={(event) => void submit(event)}>
        <p>{t(form.intro)}</p>
        <label class="field">
          <span>{t(form.name)}</span>
          <input type="text" required autoComplete="username" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <Secret label={t(form.secret)} value={secret} autoComplete="new-password" onInput={setSecret} />
        <Secret label={t("join.again")} value={again} autoComplete="new-password" onInput={setAgain} />
        <Problem text={error} />
        <button type="submit" class="wide primary" disabled={busy}>{t(form.go)}</button>
      </form>
    </Page>
  );
}
