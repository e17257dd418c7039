// Who may do what here; invitations; what was done by whom.

import { useState } from "preact/hooks";
import { patch, post } from "../api/client";
import type { Role } from "../api/types";
import { me } from "../phone/session";
import { Choice } from "../parts/choice";
import { Sheet } from "../parts/sheet";
import { failed, toast } from "../parts/toast";
import { when } from "../parts/when";
import { t as say, word } from "../words";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import { t } from "./words";

interface PersonRow {
  id: number;
  name: string;
  login: string | null;
  role: Role;
  area: { id: number; name: string } | null;
  seen_at: number | null;
  state: string;
}
interface Invite {
  id: number;
  role: Role;
  area: { id: number; name: string } | null;
  name: string | null;
  ends_at: number;
}
interface Made {
  code: string;
  url: string;
  expires_at: number;
}
interface Audit {
  id: number;
  at: number;
  person: { id: number; name: string } | null;
  word: string;
  what: string | null;
  detail: string | null;
}
interface AreaRow {
  id: number;
  name: string;
}

const RANK: readonly Role[] = ["volunteer", "secretary", "office"];

function Link({ made, onClose }: { made: Made; onClose: () => void }) {
  const copy = () => navigator.clipboard?.writeText(made.url).then(() => toast(t("copied")), failed);
  return (
    <Sheet title={t("invitation")} onClose={onClose}>
      <p>{t("invitehow", { when: when(made.expires_at) })}</p>
      <p class="chosen"><code class="link">{made.url}</code></p>
      <p class="quiet">{t("invitecode")} <code>{made.code}</code></p>
      <button type="button" class="wide primary" onClick={copy}>{t("copy")}</button>
    </Sheet>
  );
}

function Invitation({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const own = me.value?.person;
  const areas = useAsk<{ rows: AreaRow[] }>("areas");
  const [role, setRole] = useState<Role>("volunteer");
  const [name, setName] = useState("");
  const [area, setArea] = useState(own?.area.id ?? 0);
  const roles = RANK.slice(0, RANK.indexOf(own?.role ?? "volunteer") + 1);
  const make = async (event: Event) => {
    event.preventDefault();
    try {
      onMade(await post<Made>("invites", { role, area, ...(name.trim() !== "" && { name: name.trim() }) }));
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Sheet title={t("invite")} onClose={onClose}>
      <form class="form" onSubmit={(event) => void make(event)}>
        <Choice legend={t("role")} value={role} onChoose={setRole} options={roles.map((value) => ({ value, word: word("role", value) }))} />
        <label class="field"><span>{t("area")}</span>
          <select value={area} onChange={(event) => setArea(Number(event.currentTarget.value))}>
            {(areas.data?.rows ?? (own ? [own.area] : [])).map((row) => <option key={row.id} value={row.id}>{row.name}</option>)}
          </select>
        </label>
        <label class="field"><span>{t("invitename")}</span>
          <input type="text" autoComplete="off" value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
        <button type="submit" class="wide primary">{t("invite")}</button>
      </form>
    </Sheet>
  );
}

function Person({ row, act }: { row: PersonRow; act: (what: () => Promise<unknown>) => void }) {
  const self = row.id === me.value?.person?.id;
  const gone = row.state === "left";
  return (
    <li class={gone ? "gone" : ""}>
      <b>{row.name}</b>
      <span class="row-end tag">{word("role", row.role)}</span>
      <span class="quiet">{[row.area?.name, row.login, row.seen_at ? say("account.seen", { when: when(row.seen_at) }) : t("neverseen"), t(`state.${row.state}` as never)].filter(Boolean).join(" · ")}</span>
      {!self && (
        <span class="row-keys">
          {row.state === "locked" && <button type="button" class="small" onClick={() => act(() => patch(`people/${row.id}`, { unlock: true }))}>{t("unlock")}</button>}
          {!gone && <button type="button" class="small" onClick={() => act(() => post(`people/${row.id}/sessions/end`))}>{t("endsessions")}</button>}
          <button type="button" class="small" onClick={() => act(() => patch(`people/${row.id}`, { state: gone ? "active" : "left" }))}>{t(gone ? "takeback" : "takeaway")}</button>
        </span>
      )}
    </li>
  );
}

const Done = () => {
  const asked = useAsk<{ rows: Audit[] }>("audit?limit=100");
  return (
    <details class="fold">
      <summary>{t("audit")}</summary>
      <Shown asked={asked}>
        {({ rows }) => (
          <ul class="rows">
            {rows.map((row) => <li key={row.id}><b>{row.word}</b><span class="quiet">{[when(row.at), row.person?.name, row.what, row.detail].filter(Boolean).join(" · ")}</span></li>)}
          </ul>
        )}
      </Shown>
    </details>
  );
};

export function PeopleRoom() {
  const asked = useAsk<{ rows: PersonRow[]; invites: Invite[] }>("people");
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const act = (what: () => Promise<unknown>) => void what().then(asked.reload).catch(failed);
  return (
    <>
      <div class="tools"><button type="button" class="primary" onClick={() => setInviting(true)}>{t("invite")}</button></div>
      <Shown asked={asked}>
        {({ rows, invites }) => (
          <>
            <ul class="rows">{rows.map((row) => <Person key={row.id} row={row} act={act} />)}</ul>
            {invites.length > 0 && (
              <section>
                <h2>{t("invites")}</h2>
                <ul class="rows">
                  {invites.map((row) => (
                    <li key={row.id}>
                      <b>{row.name ?? word("role", row.role)}</b>
                      <span class="quiet">{[word("role", row.role), row.area?.name, t("gooduntil", { when: when(row.ends_at) })].filter(Boolean).join(" · ")}</span>
                      <button type="button" class="small" onClick={() => act(() => post(`invites/${row.id}/end`))}>{t("endinvite")}</button>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Shown>
      <Done />
      {inviting && <Invitation onClose={() => setInviting(false)} onMade={(link) => { setInviting(false); setMade(link); asked.reload(); }} />}
      {made && <Link made={made} onClose={() => setMade(null)} />}
    </>
  );
}
