// Signing in, joining by a secretary's code, and the first account of all.

import { useEffect, useState } from "preact/hooks";
import { post } from "../api/client";
import type { Me, Role } from "../api/types";
import { become } from "../phone/session";
import { Problem, useForm } from "../parts/form";
import { LanguageSwitch } from "../parts/language";
import { Page } from "../parts/page";
import { go } from "../parts/place";
import { lang, t, word } from "../words";

interface SecretProps {
  label: string;
  value: string;
  autoComplete: string;
  least?: number; // characters
  digits?: boolean; // a PIN: the phone shows its keys for numbers
  onInput: (value: string) => void;
}

export function Secret({ label, value, autoComplete, least, digits = false, onInput }: SecretProps) {
  const [shown, setShown] = useState(false);
  return (
    <label class="field">
      <span>{label}</span>
      <span class="with-button">
        <input {...{ type: shown ? "text" : "password" } as { type: "password" }} required minLength={least} autoComplete={autoComplete} inputMode={digits ? "numeric" : undefined} autoCapitalize="off" spellcheck={false}
          value={value} onInput={(event) => onInput(event.currentTarget.value)} />
        <button type="button" onClick={() => setShown(!shown)}>{t(shown ? "sign.hide" : "sign.show")}</button>
      </span>
    </label>
  );
}

/** Who sits at a desk begins there, unless they came for a page. */
const landing = ({ pathname, hash }: Location, role: Role | undefined) =>
  hash !== "" && hash !== "#sign" ? pathname + hash : pathname === "/" && role !== "volunteer" ? "/desk" : pathname;

export function SignPage({ up }: { up?: string }) {
  const [login, setLogin] = useState("");
  const [secret, setSecret] = useState("");
  const { busy, error, submit } = useForm(async () => {
    const who = await post<Me>("sign-in", { login: login.trim(), secret });
    await become(who);
    go(landing(location, who.person?.role), true);
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

interface Invited {
  role: Role;
  area: { name: string };
  name: string | null; // whom it is meant for
  login: string | null; // whose secret is chosen anew
  reset: boolean;
  least: number; // characters of the secret
}

/** What the invitation is for; tells at once where it is no longer good. */
function useInvited(code: string) {
  const [invited, setInvited] = useState<Invited | null>(null);
  const [error, setError] = useState<string | null>(null);
  const language = lang.value;
  useEffect(() => {
    setInvited(null);
    setError(null);
    if (code === "") return;
    post<Invited>("invited", { code }).then(setInvited, (failure: Error) => setError(failure.message));
  }, [code, language]);
  return { invited, error };
}

function JoinForm({ kind, code, invited }: { kind: "join" | "first"; code: string; invited: Invited }) {
  const [name, setName] = useState(invited.name ?? "");
  const [secret, setSecret] = useState("");
  const [again, setAgain] = useState("");
  const pin = invited.role === "volunteer";
  const { busy, error, setError, submit } = useForm(async () => {
    if ([...secret].length < invited.least) return setError(t("join.short", { n: invited.least }));
    if (secret !== again) return setError(t("join.differ"));
    await become(await post<Me>(kind, { code, ...(!invited.reset && { name: name.trim() }), secret }));
    go(pin ? "/" : "/desk", true);
  });
  return (
    <form class="card" onSubmit={(event) => void submit(event)}>
      <p>{t(invited.reset ? "join.reset" : kind === "first" ? "first.intro" : "join.intro",
        { area: invited.area.name, role: word("role", invited.role), login: invited.login ?? "" })}</p>
      {!invited.reset && (
        <label class="field">
          <span>{t("join.name")}</span>
          <input type="text" required autoComplete="username" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
      )}
      <Secret label={t(pin ? "join.pin" : "join.password", { n: invited.least })} digits={pin} value={secret} autoComplete="new-password" onInput={setSecret} />
      <Secret label={t("join.again")} digits={pin} value={again} autoComplete="new-password" onInput={setAgain} />
      <Problem text={error} />
      <button type="submit" class="wide primary" disabled={busy}>{t(kind === "first" ? "first.go" : invited.reset ? "app.save" : "join.go")}</button>
    </form>
  );
}

/** The code of a card, typed where no camera reads it: spaces, hyphens and letters of any case. */
function CodeForm({ kind }: { kind: "join" | "first" }) {
  const [code, setCode] = useState("");
  const plain = code.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "");
  const { submit } = useForm(async () => go(`/${kind === "first" ? "F" : "J"}/${plain}`, true));
  return (
    <form class="card" onSubmit={(event) => void submit(event)}>
      <label class="field">
        <span>{t("join.code")}</span>
        <input type="text" required autoComplete="off" autoCapitalize="characters" spellcheck={false} value={code}
          onInput={(event) => setCode(event.currentTarget.value)} />
      </label>
      <button type="submit" class="wide primary" disabled={plain === ""}>{t("join.next")}</button>
    </form>
  );
}

export function JoinPage({ kind, code }: { kind: "join" | "first"; code: string }) {
  const { invited, error } = useInvited(code);
  const asks = code === "" || error !== null;
  return (
    <Page title={t(kind === "first" ? "first.title" : "join.title")} kind="sign" aside={<LanguageSwitch />}>
      {invited && <JoinForm kind={kind} code={code} invited={invited} />}
      {error && <div class="card"><Problem text={error} /><a class="wide" href="/">{t("sign.go")}</a></div>}
      {!invited && asks && <CodeForm key={code} kind={kind} />}
      {!invited && !asks && <p class="quiet" role="status">{t("app.loading")}</p>}
    </Page>
  );
}
