// What is looked after is edited by a form that is a table: what is asked, how, and what of it is sent.

import { useEffect, useRef, useState } from "preact/hooks";
import { Problem, useForm } from "../parts/form";
import { Pick } from "../parts/pick";
import { t as say } from "../words";
import type { AreaRow } from "./area_rows";
import { changesOf, type Field, type Kind, textsOf, type Values, YES } from "./edit_fields";
import { t } from "./words";

const PATTERNS: Partial<Record<Kind, string>> = { number: "[0-9０-９]*", degree: "-?[0-9]+([.][0-9]+)?" };

interface InputProps {
  field: Field;
  text: string;
  refused: boolean;
  areas: readonly AreaRow[];
  onText: (text: string) => void;
}

function Input({ field, text, refused, areas, onText }: InputProps) {
  const input = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => void (refused && input.current?.focus()), [refused]);
  const { kind, needed = false } = field;
  const given = { ref: input, "aria-invalid": refused || undefined };
  if (kind === "area")
    return <Pick label={t(field.word)} rows={areas} word={(row) => row.path} needed={needed}
      value={areas.find((row) => String(row.id) === text) ?? null} onPick={(row) => onText(row ? String(row.id) : "")} />;
  if (kind === "flag")
    return (
      <label class="check">
        <input {...given} type="checkbox" checked={text === YES} onChange={(event) => onText(event.currentTarget.checked ? YES : "")} />
        <span>{t(field.word)}</span>
      </label>
    );
  return (
    <label class="field">
      <span>{t(field.word)}</span>
      {kind === "choice"
        ? (
          <select {...given} required={needed} value={text} onChange={(event) => onText(event.currentTarget.value)}>
            {text === "" && <option value="">{t("choose")}</option>}
            {(field.options?.() ?? []).map((option) => <option key={option.value} value={option.value}>{option.word}</option>)}
          </select>
        )
        : <input {...given} type="text" autoComplete="off" required={needed} pattern={PATTERNS[kind]}
            inputMode={kind === "number" ? "numeric" : kind === "degree" ? "decimal" : undefined}
            value={text} onInput={(event) => onText(event.currentTarget.value)} />}
      {field.hint && <small class="quiet">{t(field.hint)}</small>}
    </label>
  );
}

interface EditProps {
  fields: readonly Field[];
  kept: Values; // what the service has; nothing for what is new
  start?: Values; // what the form begins with, where that is something else
  areas?: readonly AreaRow[];
  word: string; // of the button
  send: (changes: Values) => Promise<void>;
}

export function EditForm({ fields, kept, start, areas = [], word, send }: EditProps) {
  const [texts, setTexts] = useState(() => textsOf(fields, start ?? kept));
  const { busy, error, field: refused, submit } = useForm(() => send(changesOf(fields, kept, texts)));
  const same = start === undefined && Object.keys(changesOf(fields, kept, texts)).length === 0;
  return (
    <form class="form" onSubmit={(event) => void submit(event)}>
      <div class="fields">
        {fields.map((field) => (
          <Input key={field.name} field={field} text={texts[field.name] ?? ""} areas={areas}
            refused={error !== null && refused === field.name} onText={(text) => setTexts((now) => ({ ...now, [field.name]: text }))} />
        ))}
      </div>
      <Problem text={error} />
      <button type="submit" class="wide primary" disabled={busy || same}>{busy ? say("app.wait") : word}</button>
    </form>
  );
}
