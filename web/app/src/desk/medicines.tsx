// The catalogue: medicines with all that is known of them, and the codes that mean them.

import { useState } from "preact/hooks";
import { patch, post } from "../api/client";
import type { Catalogue, Drug } from "../api/types";
import { title, unitWord } from "../base/amount";
import { matches } from "../base/search";
import { catalogue, refresh } from "../phone/area";
import { Problem, useForm } from "../parts/form";
import { ageOptions, formOptions, kindText, typeOptions } from "../parts/kinds";
import { Sheet } from "../parts/sheet";
import { failed, toast } from "../parts/toast";
import { t as say, word } from "../words";
import { EditForm } from "./edit";
import { type Field, seenOf, type Values } from "./edit_fields";
import { Some } from "./some";
import { t } from "./words";

const CLASSES = ["A", "B", "rx", "none"] as const;

const FIELDS: readonly Field[] = [
  { name: "name", word: "drugname", kind: "text", needed: true, hint: "drugnamehint" },
  { name: "brand", word: "brand", kind: "text" },
  { name: "type", word: "treats", kind: "choice", needed: true, options: typeOptions },
  { name: "age", word: "forwhom", kind: "choice", needed: true, options: ageOptions },
  { name: "form", word: "form", kind: "choice", needed: true, options: formOptions },
  { name: "strength", word: "strength", kind: "text", hint: "strengthhint" },
  { name: "unit", word: "unit", kind: "text", needed: true, hint: "unithint" },
  { name: "pack_units", word: "packunits", kind: "number", needed: true },
  { name: "day_units", word: "dayunits", kind: "number", hint: "dayunitshint" },
  { name: "class", word: "drugclass", kind: "choice", needed: true, options: () => CLASSES.map((value) => ({ value, word: t(`class.${value}`) })) },
  { name: "ingredients", word: "ingredients", kind: "list", hint: "ingredientshint" },
  { name: "maker", word: "maker", kind: "text" },
  { name: "approval", word: "approval", kind: "text", hint: "approvalhint" },
  { name: "cold_chain", word: "coldchain", kind: "flag" },
  { name: "dated", word: "dated", kind: "flag" },
];

const NEW: Values = { age: "adult", form: "tablet", unit: "片", dated: true }; // what most are

const isRetired = (drug: Drug) => drug.state === "retired";
/** Named by a volunteer, and not looked at yet: what it contains nobody has said. */
const isUnchecked = (drug: Drug) => drug.ingredients.length === 0 && drug.type !== "supplies" && drug.class !== "none" && !isRetired(drug);

function Codes({ drug, codes }: { drug: Drug; codes: Catalogue["codes"] }) {
  const [code, setCode] = useState("");
  const [units, setUnits] = useState(String(drug.pack_units));
  const { busy, error, submit } = useForm(async () => {
    await post("codes", { code: code.trim(), drug: drug.id, units: Number(units.normalize("NFKC")) });
    setCode("");
    await refresh();
  });
  return (
    <section>
      <h2>{t("codes")}</h2>
      {codes.length === 0 && <p class="quiet">{t("nocodes")}</p>}
      <ul class="rows">
        {codes.map((row) => <li key={row.kind + row.code}><b><code>{row.code}</code></b><span class="row-end amount">{row.units} {unitWord(drug.unit, row.units, drug.form)}</span></li>)}
      </ul>
      <form class="form card" onSubmit={(event) => void submit(event)}>
        <div class="fields">
          <label class="field"><span>{t("newcode")}</span>
            <input type="text" required autoComplete="off" value={code} onInput={(event) => setCode(event.currentTarget.value)} />
            <small class="quiet">{t("newcodehint")}</small></label>
          <label class="field"><span>{t("codeunits", { unit: unitWord(drug.unit, 2, drug.form) })}</span>
            <input type="text" required inputMode="numeric" pattern="[0-9０-９]+" value={units} onInput={(event) => setUnits(event.currentTarget.value)} /></label>
        </div>
        <Problem text={error} />
        <button type="submit" class="wide" disabled={busy}>{t("bind")}</button>
      </form>
    </section>
  );
}

function OneDrug({ drug, onClose }: { drug: Drug | null; onClose: () => void }) {
  const send = async (given: Values) => {
    if (drug) await patch(`drugs/${drug.id}`, seenOf({ ...drug }, given));
    else await post("drugs", { ...given, ...(given["dated"] === undefined && { dated: false }) });
    await refresh();
    toast(t("kept"));
    onClose();
  };
  const retire = (flag: boolean) => void patch(`drugs/${drug?.id}`, { retire: flag }).then(refresh).then(onClose).catch(failed);
  return (
    <Sheet title={drug ? title(drug) : t("newdrug")} onClose={onClose}>
      <EditForm fields={FIELDS} kept={{ ...drug }} start={drug ? undefined : NEW} word={drug ? say("app.save") : t("add")} send={send} />
      {drug && <Codes drug={drug} codes={(catalogue.value?.codes ?? []).filter((row) => row.drug === drug.id)} />}
      {drug && (
        <button type="button" class={isRetired(drug) ? "wide" : "wide danger"} onClick={() => retire(!isRetired(drug))}>
          {t(isRetired(drug) ? "drugback" : "drugretire")}
        </button>
      )}
      {drug && !isRetired(drug) && <p class="quiet">{t("drugretirehint")}</p>}
    </Sheet>
  );
}

const aboutDrug = (drug: Drug) => [
  kindText(drug.type, drug.age),
  word("form", drug.form),
  t("packof", { n: drug.pack_units, unit: unitWord(drug.unit, drug.pack_units, drug.form) }),
  drug.ingredients.join("、"),
  isRetired(drug) ? t("retired") : "",
].filter(Boolean).join(" · ");

const DrugLine = ({ drug, onOpen }: { drug: Drug; onOpen: () => void }) => (
  <li class={isRetired(drug) ? "gone" : ""}>
    <button type="button" class="row" onClick={onOpen}>
      <b>{title(drug)}</b>
      <span class="row-end">{drug.class === "rx" && <span class="tag warn">{t("class.rx")}</span>}{isUnchecked(drug) && <span class="tag warn">{t("tocheck")}</span>}</span>
      <span class="quiet">{aboutDrug(drug)}</span>
    </button>
  </li>
);

export function MedicinesRoom() {
  const [query, setQuery] = useState("");
  const [only, setOnly] = useState<"all" | "tocheck" | "retired">("all");
  const [open, setOpen] = useState<number | "new" | null>(null);
  const drugs = catalogue.value?.drugs;
  if (!drugs) return <p class="quiet" role="status">{say("app.loading")}</p>;
  const unchecked = drugs.filter(isUnchecked).length;
  const kind = (drug: Drug) => (only === "tocheck" ? isUnchecked(drug) : only === "retired" ? isRetired(drug) : !isRetired(drug));
  const codes = (drug: Drug) => (catalogue.value?.codes ?? []).filter((row) => row.drug === drug.id).map((row) => row.code);
  const texts = (drug: Drug) => [title(drug), kindText(drug.type, drug.age), drug.ingredients.join(" "), drug.maker, ...(query === "" ? [] : codes(drug))];
  const hits = drugs.filter((drug) => kind(drug) && matches(query, ...texts(drug)));
  const shown = open === null || open === "new" ? null : drugs.find((drug) => drug.id === open) ?? null;
  const chip = (value: typeof only, text: string) => (
    <button type="button" class="chip" aria-pressed={only === value} onClick={() => setOnly(only === value ? "all" : value)}>{text}</button>
  );
  return (
    <>
      <div class="tools">
        <button type="button" class="primary" onClick={() => setOpen("new")}>{t("newdrug")}</button>
        <input type="search" aria-label={t("finddrug")} placeholder={t("finddrug")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        {chip("tocheck", t("checkthese", { n: unchecked }))}
        {chip("retired", t("retiredones"))}
      </div>
      <Some key={query + only} rows={hits} first={60} none={t("nosuchdrug")} show={(drug) => <DrugLine key={drug.id} drug={drug} onOpen={() => setOpen(drug.id)} />} />
      {open !== null && <OneDrug key={open} drug={shown} onClose={() => setOpen(null)} />}
    </>
  );
}
