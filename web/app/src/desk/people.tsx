// Who may do what here; invitations; what was done by whom.

import { useState } from "preact/hooks";
import { patch, post } from "../api/client";
import type { Role } from "../api/types";
import { matches } from "../base/search";
import { me } from "../phone/session";
import { Qr } from "../parts/qr";
import { saveFile } from "../parts/save";
import { Sheet } from "../parts/sheet";
import { type Asking, useSure } from "../parts/sure";
import { failed, toast } from "../parts/toast";
import { when } from "../parts/when";
import { lang, t as say, word } from "../words";
import { type AreaRow, useAreas } from "./area_rows";
import { useAsk } from "./ask";
import { EditForm } from "./edit";
import type { Field, Values } from "./edit_fields";
import { Shown } from "./frame";
import { Some } from "./some";
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
  qr: string[] | null; // its modules, by rows; none for an address that is too long
  expires_at: number;
}
/** A fresh link, and whom it is for: the card is made of both, as the service keeps no secret. */
interface Fresh {
  made: Made;
  role: Role;
  area: number;
  name: string | null;
  reset: boolean;
}
interface Audit {
  id: number;
  at: number;
  person: { id: number; name: string } | null;
  word: string;
  what: string | null;
  detail: string | null;
}
const RANK: readonly Role[] = ["volunteer", "secretary", "office"];
const ROLE: Field = { name: "role", word: "role", kind: "choice", needed: true, options: () => roleOptions() };
const AREA: Field = { name: "area", word: "area", kind: "area", needed: true };

function Link({ fresh, onClose }: { fresh: Fresh; onClose: () => void }) {
  const { made: { code, url, qr, expires_at }, role, area, name, reset } = fresh;
  const copy = () => navigator.clipboard?.writeText(url).then(() => toast(t("copied")), failed);
  const card = () => saveFile("medbox-join.pdf", "cards/join", { code, url, expires_at, role, area, ...(name && { name }), lang: lang.value }).catch(failed);
  return (
    <Sheet title={t(reset ? "resetlink" : "invitation")} onClose={onClose}>
      <p>{t(reset ? "resethow" : "invitehow", { when: when(expires_at), name: name ?? "" })}</p>
      {qr && <Qr rows={qr} label={t("inviteqr")} />}
      <p class="chosen"><code class="link">{url}</code></p>
      <p class="quiet">{t("invitecode")} <code>{code}</code></p>
      {navigator.clipboard && <button type="button" class="wide primary" onClick={copy}>{t("copy")}</button>}
      {!reset && role === "volunteer" && <button type="button" class="wide" onClick={() => void card()}>{t("joincard")}</button>}
    </Sheet>
  );
}

const roleOptions = () => {
  const own = me.value?.person?.role ?? "volunteer";
  return RANK.slice(0, RANK.indexOf(own)).map((value) => ({ value, word: word("role", value) }));
};

function Invitation({ areas, onMade, onClose }: { areas: readonly AreaRow[]; onMade: (fresh: Fresh) => void; onClose: () => void }) {
  const own = me.value?.person?.area.id;
  const send = async (given: Values) => {
    const made = await post<Made>("invites", given);
    onMade({ made, role: given["role"] as Role, area: given["area"] as number, name: (given["name"] as string | undefined) ?? null, reset: false });
  };
  return (
    <Sheet title={t("invite")} onClose={onClose}>
      <EditForm fields={[ROLE, AREA, { name: "name", word: "invitename", kind: "text" }]} kept={{}} start={{ role: "volunteer", area: own }} areas={areas} word={t("invite")} send={send} />
    </Sheet>
  );
}

function OnePerson({ row, areas, onDone, onClose }: { row: PersonRow; areas: readonly AreaRow[]; onDone: () => void; onClose: () => void }) {
  const send = async (changes: Values) => {
    await patch(`people/${row.id}`, changes);
    toast(t("kept"));
    onDone();
  };
  return (
    <Sheet title={row.name} onClose={onClose}>
      <EditForm fields={[{ name: "name", word: "name", kind: "text", needed: true }, ROLE, AREA]} kept={{ ...row, area: row.area?.id }} areas={areas} word={say("app.save")} send={send} />
    </Sheet>
  );
}

interface PersonProps {
  row: PersonRow;
  act: (what: () => Promise<unknown>) => void;
  ask: (question: Asking) => void;
  reload: () => void;
  onEdit: () => void;
  onReset: (made: Made) => void;
}

function PersonKeys({ row, act, ask, reload, onEdit, onReset }: PersonProps) {
  const gone = row.state === "left";
  const { name } = row;
  const question = (what: "reset" | "end" | "leave", word: string, yes: () => Promise<unknown>) =>
    ask({ title: t(`ask.${what}`, { name }), text: t(`asktext.${what}`, { name }), word, danger: true, yes: () => yes().then(reload) });
  const reset = async () => onReset(await post<Made>(`people/${row.id}/reset`));
  const endSessions = async () => {
    await post(`people/${row.id}/sessions/end`);
    toast(t("sessionsended", { name }));
  };
  return (
    <span class="row-keys">
      {row.state === "locked" && <button type="button" class="small" onClick={() => act(() => patch(`people/${row.id}`, { unlock: true }))}>{t("unlock")}</button>}
      {!gone && <button type="button" class="small" onClick={onEdit}>{t("editperson")}</button>}
      {!gone && <button type="button" class="small" onClick={() => question("reset", t("resetsecret"), reset)}>{t("resetsecret")}</button>}
      {!gone && <button type="button" class="small" onClick={() => question("end", t("endsessions"), endSessions)}>{t("endsessions")}</button>}
      {gone
        ? <button type="button" class="small" onClick={() => act(() => patch(`people/${row.id}`, { state: "active" }))}>{t("takeback")}</button>
        : <button type="button" class="small" onClick={() => question("leave", t("takeaway"), () => patch(`people/${row.id}`, { state: "left" }))}>{t("takeaway")}</button>}
    </span>
  );
}

/** Whoever has a role can do something about those of lower ones alone. */
const governs = (row: PersonRow) => RANK.indexOf(row.role) < RANK.indexOf(me.value?.person?.role ?? "volunteer");

const aboutPerson = (row: PersonRow) => [
  row.area?.name,
  row.login === row.name ? "" : row.login,
  row.seen_at ? say("account.seen", { when: when(row.seen_at) }) : t(row.login ? "nowhere" : "neverseen"), // of devices that were signed out nothing is kept
  row.state === "active" ? "" : t(`state.${row.state}` as never),
].filter(Boolean).join(" · ");

function Person(props: PersonProps) {
  const { row } = props;
  return (
    <li class={row.state === "left" ? "gone" : ""}>
      <b>{row.name}</b>
      <span class="row-end tag">{word("role", row.role)}</span>
      <span class="quiet">{aboutPerson(row)}</span>
      {governs(row) && <PersonKeys {...props} />}
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

const Invites = ({ rows, ask, reload }: Pick<PersonProps, "ask" | "reload"> & { rows: Invite[] }) => (
  <section>
    <h2>{t("invites")}</h2>
    <ul class="rows">
      {rows.map((row) => (
        <li key={row.id} class="act">
          <b>{row.name ?? word("role", row.role)}</b>
          <span class="quiet">{[row.name ? word("role", row.role) : "", row.area?.name, t("gooduntil", { when: when(row.ends_at) })].filter(Boolean).join(" · ")}</span>
          <button type="button" class="small" onClick={() => ask({
            title: t("ask.invite"), text: t("asktext.invite"), word: t("endinvite"), danger: true, yes: () => post(`invites/${row.id}/end`).then(reload) })}>{t("endinvite")}</button>
        </li>
      ))}
    </ul>
  </section>
);

export function PeopleRoom() {
  const asked = useAsk<{ rows: PersonRow[]; invites: Invite[] }>("people");
  const areas = useAreas();
  const [query, setQuery] = useState("");
  const [inviting, setInviting] = useState(false);
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const [editing, setEditing] = useState<PersonRow | null>(null);
  const { ask, sure } = useSure();
  const act: PersonProps["act"] = (what) => void what().then(asked.reload).catch(failed);
  const reset = (row: PersonRow) => (made: Made) => setFresh({ made, role: row.role, area: row.area?.id ?? 0, name: row.name, reset: true });
  return (
    <>
      <div class="tools">
        <button type="button" class="primary" disabled={!areas.data} onClick={() => setInviting(true)}>{t("invite")}</button>
        <input type="search" aria-label={t("findperson")} placeholder={t("findperson")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </div>
      <Shown asked={asked}>
        {({ rows, invites }) => (
          <>
            <Some key={query} rows={rows.filter((row) => matches(query, row.name, row.login, row.area?.name, word("role", row.role)))} first={60} none={t("nosuchperson")}
              show={(row) => <Person key={row.id} row={row} act={act} ask={ask} reload={asked.reload} onEdit={() => setEditing(row)} onReset={reset(row)} />} />
            {invites.length > 0 && <Invites rows={invites} ask={ask} reload={asked.reload} />}
          </>
        )}
      </Shown>
      <Done />
      {sure}
      {inviting && areas.data && <Invitation areas={areas.data} onClose={() => setInviting(false)} onMade={(link) => { setInviting(false); setFresh(link); asked.reload(); }} />}
      {fresh && <Link fresh={fresh} onClose={() => setFresh(null)} />}
      {editing && areas.data && <OnePerson row={editing} areas={areas.data} onClose={() => setEditing(null)} onDone={() => { setEditing(null); asked.reload(); }} />}
    </>
  );
}
