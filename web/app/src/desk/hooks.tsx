// Robots of group chats that are told when something becomes short, and when it is there again.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import { Choice } from "../parts/choice";
import { Icon } from "../parts/icon";
import { Sheet } from "../parts/sheet";
import { useSure } from "../parts/sure";
import { failed, toast } from "../parts/toast";
import { when } from "../parts/when";
import { t as say } from "../words";
import { type AreaRow, useAreas } from "./area_rows";
import { useAsk } from "./ask";
import { EditForm } from "./edit";
import type { Field, Values } from "./edit_fields";
import { Shown } from "./frame";
import { t } from "./words";

const KINDS = ["wecom", "dingtalk", "feishu"] as const;
type Kind = (typeof KINDS)[number];

interface HookRow {
  id: number;
  area: { id: number; name: string };
  kind: Kind;
  label: string;
  url_shown: string;
  last_at: number | null;
  last_ok: boolean | null;
  last_error: string | null;
}

const FIELDS: readonly Field[] = [
  { name: "label", word: "hooklabel", kind: "text", needed: true },
  { name: "url", word: "hookurl", kind: "text", needed: true, hint: "hookurlhint" },
];
const SECRET: Field = { name: "secret", word: "hooksecret", kind: "text", hint: "hooksecrethint" };
const AREA: Field = { name: "area", word: "hookarea", kind: "area", needed: true };

function NewHook({ areas, onDone, onClose }: { areas: readonly AreaRow[]; onDone: () => void; onClose: () => void }) {
  const [kind, setKind] = useState<Kind>("wecom");
  const signs = kind !== "wecom";
  const send = async (given: Values) => {
    await post("hooks", { ...given, kind });
    onDone();
  };
  return (
    <Sheet title={t("newhook")} onClose={onClose}>
      <p>{t("hookhow")}</p>
      <Choice legend={t("hookkind")} value={kind} onChoose={setKind} options={KINDS.map((value) => ({ value, word: t(`hook.${value}`) }))} />
      <EditForm fields={[...FIELDS, ...(signs ? [SECRET] : []), AREA]} kept={{}} start={{ area: areas[0]?.id }}
        areas={areas} word={t("add")} send={send} />
    </Sheet>
  );
}

function Hook({ row, reload }: { row: HookRow; reload: () => void }) {
  const [busy, setBusy] = useState(false);
  const { ask, sure } = useSure();
  const test = async () => {
    setBusy(true);
    try {
      const { ok, message } = await post<{ ok: boolean; message: string | null }>(`hooks/${row.id}/test`, {}, 30_000);
      toast(ok ? t("hooktold") : message ?? t("hookfailed"), !ok);
      reload();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li>
      <b>{row.label}</b>
      <span class="row-end tag">{t(`hook.${row.kind}`)}</span>
      <span class="quiet">{row.area.name} · {row.url_shown}</span>
      {row.last_at === null
        ? <span class="quiet">{t("hooknever")}</span>
        : row.last_ok === false
          ? <span class="refusal"><Icon name="warn" />{t("hooklastbad", { when: when(row.last_at), why: row.last_error ?? "" })}</span>
          : <span class="good"><Icon name="check" />{t("hooklastgood", { when: when(row.last_at) })}</span>}
      <span class="row-keys">
        <button type="button" class="small" disabled={busy} onClick={() => void test()}>{busy ? say("app.wait") : t("hooktest")}</button>
        <button type="button" class="small" onClick={() => ask({
          title: t("ask.hook", { name: row.label }), text: t("asktext.hook"), word: t("hookend"), danger: true, yes: () => post(`hooks/${row.id}/end`).then(reload) })}>{t("hookend")}</button>
      </span>
      {sure}
    </li>
  );
}

export function HooksRoom() {
  const asked = useAsk<{ rows: HookRow[] }>("hooks");
  const areas = useAreas();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <p class="quiet">{t("hookintro")}</p>
      <div class="tools"><button type="button" class="primary" disabled={!areas.data} onClick={() => setAdding(true)}>{t("newhook")}</button></div>
      <Shown asked={asked}>
        {({ rows }) => rows.length === 0
          ? <p class="quiet card">{t("nohooks")}</p>
          : <ul class="rows">{rows.map((row) => <Hook key={row.id} row={row} reload={asked.reload} />)}</ul>}
      </Shown>
      {adding && areas.data && <NewHook areas={areas.data} onClose={() => setAdding(false)} onDone={() => { setAdding(false); asked.reload(); }} />}
    </>
  );
}
