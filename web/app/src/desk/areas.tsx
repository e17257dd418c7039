// The tree of communities, grids and buildings: what is in them, their names, one more.

import { useState } from "preact/hooks";
import { patch, post } from "../api/client";
import { matches } from "../base/search";
import { boxes, refresh } from "../phone/area";
import { me } from "../phone/session";
import { Sheet } from "../parts/sheet";
import { t as say } from "../words";
import { type AreaRow, kindsBelow, kindWord, useAreas } from "./area_rows";
import { EditForm } from "./edit";
import type { Field } from "./edit_fields";
import { Shown } from "./frame";
import { t } from "./words";

const NAME: Field = { name: "name", word: "name", kind: "text", needed: true };

type Asking = { what: "name" | "add"; row: AreaRow };

function Question({ what, row, onDone, onClose }: Asking & { onDone: () => void; onClose: () => void }) {
  const kinds = kindsBelow(row.kind).map((kind) => ({ value: kind, word: kindWord(kind) }));
  const done = async (answer: Promise<unknown>) => {
    await answer;
    onDone();
    await refresh();
  };
  return (
    <Sheet title={what === "name" ? t("rename") : t("addin", { area: row.name })} onClose={onClose}>
      {what === "name"
        ? <EditForm fields={[NAME]} kept={{ name: row.name }} word={say("app.save")} send={(changes) => done(patch(`area/${row.id}`, changes))} />
        : <EditForm fields={[{ name: "kind", word: "kind", kind: "choice", needed: true, options: () => kinds }, NAME]} kept={{}}
            start={{ kind: kinds[0]?.value }} word={t("add")} send={(given) => done(post("area", { ...given, area: row.id }))} />}
    </Sheet>
  );
}

interface Tree {
  below: Map<number, AreaRow[]>;
  boxes: Map<number, number>; // in it and below
}

function treeOf(rows: readonly AreaRow[]): Tree {
  const parents = new Map(rows.map((row) => [row.id, row.parent]));
  const tree: Tree = { below: new Map(), boxes: new Map() };
  for (const row of rows) tree.below.set(row.parent, [...(tree.below.get(row.parent) ?? []), row]);
  for (const box of boxes.value ?? [])
    for (let id: number | undefined = box.area; id; id = parents.get(id)) tree.boxes.set(id, (tree.boxes.get(id) ?? 0) + 1);
  return tree;
}

interface BranchProps {
  row: AreaRow;
  tree: Tree;
  open: (id: number) => boolean;
  toggle: (id: number) => void;
  ask: (asking: Asking) => void;
}

function Branch({ row, tree, open, toggle, ask }: BranchProps) {
  const inside = tree.below.get(row.id) ?? [];
  const shown = open(row.id);
  const n = tree.boxes.get(row.id) ?? 0;
  return (
    <li>
      <div class="branch">
        <span class="branch-name">
          {inside.length > 0
            ? <button type="button" class="bare fold-key" aria-expanded={shown} onClick={() => toggle(row.id)}><b>{row.name}</b></button>
            : <b class="fold-key">{row.name}</b>}
          <span class="quiet">{kindWord(row.kind)} · {n === 0 ? t("noboxes") : t("boxes", { n })}</span>
        </span>
        <span class="row-keys">
          {row.kind !== "building" && <button type="button" class="small" onClick={() => ask({ what: "add", row })} aria-label={t("addin", { area: row.name })}>{t("add")}</button>}
          <button type="button" class="small" onClick={() => ask({ what: "name", row })} aria-label={`${t("rename")}: ${row.name}`}>{t("rename")}</button>
        </span>
      </div>
      {shown && inside.length > 0 && <ul>{inside.map((one) => <Branch key={one.id} row={one} tree={tree} open={open} toggle={toggle} ask={ask} />)}</ul>}
    </li>
  );
}

function AreaTree({ rows, reload }: { rows: AreaRow[]; reload: () => void }) {
  const [query, setQuery] = useState("");
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set()); // away from how it begins
  const [asking, setAsking] = useState<Asking | null>(null);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const kept = new Set<number>(); // what is sought, and all above it
  if (query.trim() !== "")
    for (const hit of rows) if (matches(query, hit.name)) for (let row: AreaRow | undefined = hit; row; row = byId.get(row.parent)) kept.add(row.id);
  const shown = query.trim() === "" ? rows : rows.filter((row) => kept.has(row.id));
  const few = rows.length <= 40;
  const open = (id: number) => query.trim() !== "" || turned.has(id) !== (few || !byId.has(byId.get(id)?.parent ?? 0));
  const toggle = (id: number) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  const tree = treeOf(rows);
  const top = shown.filter((row) => !byId.has(row.parent));
  const visible: Tree = { ...tree, below: query.trim() === "" ? tree.below : treeOf(shown).below };
  return (
    <>
      <div class="tools">
        <input type="search" aria-label={t("findarea")} placeholder={t("findarea")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </div>
      {top.length === 0 && <p class="quiet card">{t("noarea")}</p>}
      <ul class="tree card">{top.map((row) => <Branch key={row.id} row={row} tree={visible} open={open} toggle={toggle} ask={setAsking} />)}</ul>
      {asking && <Question {...asking} onClose={() => setAsking(null)} onDone={() => { setAsking(null); reload(); }} />}
    </>
  );
}

export function AreasRoom() {
  const asked = useAreas();
  return (
    <>
      <p class="quiet">{t("areashow", { area: me.value?.person?.area.name ?? "" })}</p>
      <Shown asked={asked}>{(rows) => <AreaTree rows={rows} reload={asked.reload} />}</Shown>
    </>
  );
}
