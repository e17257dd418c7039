// A code that nobody has taught yet: which medicine, how many in the pack; new ones are named here.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import { online } from "../api/network";
import type { Age, Drug } from "../api/types";
import { title, unitWord } from "../base/amount";
import type { Read } from "../base/basket";
import { matches } from "../base/search";
import { uuid7 } from "../base/uuid";
import { catalogue, drugOf, refresh } from "../phone/area";
import { send } from "../phone/book";
import type { Pack } from "../phone/hand";
import { Choice } from "../parts/choice";
import { ageOptions, kindText, typeOptions } from "../parts/kinds";
import { Once } from "../parts/once";
import { Sheet } from "../parts/sheet";
import { Stepper } from "../parts/stepper";
import { feelBad } from "../scan/feedback";
import { t } from "../words";

type Unknown = Extract<Pack, { what: "unknown" }>;

/** The codes that nobody has taught yet, one after the other; each goes to add once it is known. A code that
 * is seen again while it is asked about is the same pack. */
export function useLearning(add: (read: Read) => void) {
  const [waiting, setWaiting] = useState<Unknown[]>([]);
  const [first] = waiting;
  const learn = (found: Unknown[]) => {
    feelBad();
    setWaiting((before) => [...before, ...found.filter(({ code }) => !before.some((one) => one.code === code))]);
  };
  const learned = (drug: number, units: number) => {
    const same = waiting.filter(({ code }) => code === first?.code);
    setWaiting(waiting.filter((one) => !same.includes(one)));
    same.forEach(({ read }) => add({ drug, units, ...read }));
  };
  const dialog = first && (
    <Learn key={first.code} code={first.code} onLearned={learned} onClose={() => setWaiting(waiting.filter(({ code }) => code !== first.code))} />
  );
  return { learn, dialog };
}

interface LearnProps {
  code: string;
  onLearned: (drug: number, units: number) => void;
  onClose: () => void;
}

const MOST_SHOWN = 6;

// What a new medicine is counted in, and the dosage form that most often is.
const COUNTED = [
  { value: "片", word: "unit.tablet", form: "tablet" },
  { value: "粒", word: "unit.capsule", form: "capsule" },
  { value: "袋", word: "unit.sachet", form: "granules" },
  { value: "支", word: "unit.vial", form: "oral_liquid" },
  { value: "ml", word: "unit.ml", form: "syrup" },
  { value: "贴", word: "unit.patch", form: "patch" },
  { value: "个", word: "unit.piece", form: "device" },
] as const;

interface New {
  name: string;
  type: string | null;
  age: Age | null;
  unit: string | null;
}

function Which({ onDrug, onNew }: { onDrug: (drug: Drug) => void; onNew: (name: string) => void }) {
  const [query, setQuery] = useState("");
  const name = query.trim();
  const hits = name === "" ? [] : (catalogue.value?.drugs ?? [])
    .filter((drug) => matches(name, drug.name, drug.brand, drug.strength)).slice(0, MOST_SHOWN);
  return (
    <div class="field">
      <label>
        <span>{t("learn.which")}</span>
        <input type="text" autoFocus autoComplete="off" placeholder={t("learn.search")} value={query}
          onInput={(event) => setQuery(event.currentTarget.value)} />
      </label>
      <ul class="hits flat">
        {hits.map((drug) => (
          <li key={drug.id}>
            <button type="button" onClick={() => onDrug(drug)}><b>{title(drug)}</b><span class="quiet">{kindText(drug.type, drug.age)}</span></button>
          </li>
        ))}
        {name.length > 1 && (
          <li>
            {online.value
              ? <button type="button" onClick={() => onNew(name)}><b>{t("learn.new", { name })}</b></button>
              : <p class="quiet">{t("learn.new.offline")}</p>}
          </li>
        )}
      </ul>
    </div>
  );
}

function Naming({ made, change }: { made: New; change: (part: Partial<New>) => void }) {
  return (
    <>
      <Choice legend={t("learn.type")} options={typeOptions()} value={made.type as never} onChoose={(type) => change({ type })} />
      <Choice legend={t("learn.age")} options={ageOptions()} value={made.age} onChoose={(age) => change({ age })} />
      <Choice legend={t("learn.unit")} options={COUNTED.map((row) => ({ value: row.value as string, word: t(row.word) }))}
        value={made.unit} onChoose={(unit) => change({ unit })} />
      <p class="quiet">{t("learn.checked")}</p>
    </>
  );
}

async function name(made: New, units: number): Promise<number> {
  const form = COUNTED.find((row) => row.value === made.unit)?.form ?? "tablet";
  const answer = await post<{ id?: number; drug?: { id: number } }>("drugs", {
    name: made.name, type: made.type, age: made.age, form, unit: made.unit, pack_units: units,
  });
  await refresh();
  return answer.id ?? answer.drug?.id ?? 0;
}

function Learn({ code, onLearned, onClose }: LearnProps) {
  const [drug, setDrug] = useState<Drug | null>(null);
  const [made, setMade] = useState<New | null>(null);
  const [units, setUnits] = useState(1);
  const unit = drug?.unit ?? made?.unit ?? null;
  const whole = drug !== null || (made?.type && made.age && made.unit);
  const save = async () => {
    const id = drug?.id ?? await name(made as New, units);
    await send([{ uid: uuid7(), post: { kind: "code", code, drug: id, units } }]);
    if (drugOf(id)) onLearned(id, units);
    else onClose();
  };
  return (
    <Sheet title={t("learn.title")} onClose={onClose}>
      <p>{t("learn.intro")}</p>
      <p class="quiet"><code>{t("learn.code", { code })}</code></p>
      {!drug && !made && (
        <Which onDrug={(hit) => { setDrug(hit); setUnits(hit.pack_units); }} onNew={(text) => setMade({ name: text, type: null, age: null, unit: null })} />
      )}
      {(drug || made) && (
        <p class="chosen">
          <b>{drug ? title(drug) : made?.name}</b>
          <button type="button" class="small" onClick={() => { setDrug(null); setMade(null); }}>{t("app.back")}</button>
        </p>
      )}
      {made && <Naming made={made} change={(part) => setMade({ ...made, ...part })} />}
      {whole && unit !== null && (
        <div class="field">
          <span>{t("learn.many", { n: made ? 3 : 2, unit: unitWord(unit, 2) })}</span>
          <Stepper value={units} least={1} most={100_000} what={unitWord(unit, 2)} unit={unitWord(unit, 2)} onChange={setUnits} />
        </div>
      )}
      {whole && <Once kind="wide primary" run={save}>{t("learn.save")}</Once>}
    </Sheet>
  );
}
