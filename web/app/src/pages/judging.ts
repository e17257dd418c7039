// What is said about each line of a basket: by the phone at once, by the service a moment later.

import { useEffect, useState } from "preact/hooks";
import { online } from "../api/network";
import type { Drug, Verdict } from "../api/types";
import { amount } from "../base/amount";
import { type Line, type Mode, unitsOf } from "../base/basket";
import { judge, type Rules, STRICT } from "../base/rules";
import { catalogue, drugOf, lotsOf } from "../phone/area";
import { type NewEntry, tryOut } from "../phone/book";
import { today } from "../phone/session";
import { t } from "../words";

export interface Judged {
  missing: boolean; // a gift whose expiry is still to be chosen
  refusal: string | null;
  notices: string[];
  lines: Verdict["lines"]; // the batches that it would be
}

export const UNJUDGED: Judged = { missing: false, refusal: null, notices: [], lines: [] };

const PAUSE_MS = 350; // after the last change

const entryKind = { in: "donate", out: "take" } as const;

export function entryOf(box: string, mode: "in" | "out", line: Line, all: Line[], door: string): NewEntry {
  return {
    uid: line.key, kind: entryKind[mode], box, drug: line.drug, units: unitsOf(line),
    expiry: line.expiry, lot: line.lot, pack: line.pack,
    ...(mode === "out" && {
      with: [...new Set(all.map((other) => other.drug).filter((drug) => drug !== line.drug))],
      ...(door.trim() !== "" && { household: door.trim() }),
    }),
  };
}

const rulesHere = (): Rules => ({ ...STRICT, ...(catalogue.value?.settings as Partial<Rules> | undefined) });

function byPhone(box: string, mode: Mode, line: Line, all: Line[]): Judged {
  const drug = drugOf(line.drug);
  if (!drug) return UNJUDGED;
  const others = all.map((other) => drugOf(other.drug)).filter((other): other is Drug => other !== undefined);
  const rules = rulesHere();
  const { refusal, notices } = judge(mode, drug, line, others, lotsOf(box), today(), rules, online.value, (units) => amount(drug, units));
  return {
    missing: mode === "in" && line.expiry === null && rules.expiry_required !== 0,
    refusal: refusal && t(refusal.key, refusal.values),
    notices: notices.map((said) => t(said.key, said.values)),
    lines: [],
  };
}

const joined = (own: Judged, verdict: Verdict | undefined): Judged => {
  if (!verdict) return own;
  const no = verdict.verdict === "refused" || verdict.verdict === "invalid";
  const said = verdict.verdict === "invalid" ? own.refusal ?? verdict.message : verdict.message; // that is of fields
  return { missing: own.missing, refusal: no ? said : null, notices: verdict.notices ?? own.notices, lines: verdict.lines ?? [] };
};

/** By line's key. */
export function useJudged(box: string, mode: "in" | "out", lines: Line[], door: string): Map<string, Judged> {
  const [asked, setAsked] = useState<{ of: string; verdicts: Map<string, Verdict> }>({ of: "", verdicts: new Map() });
  // In the order they will be booked: each sees what those before it take.
  const entries = [...lines].reverse().map((line) => entryOf(box, mode, line, lines, door));
  const state = JSON.stringify([entries, online.value, lotsOf(box), rulesHere()]); // what a verdict is of
  useEffect(() => {
    const ready = entries.filter((entry) => entry.kind === "take" || entry.expiry !== null);
    if (ready.length === 0 || !online.value) return;
    const timer = setTimeout(() => {
      tryOut(ready)
        .then((verdicts) => setAsked({ of: state, verdicts: new Map(verdicts.map((verdict) => [verdict.uid, verdict])) }))
        .catch(() => {}); // the phone's own word stands
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return new Map(lines.map((line) =>
    [line.key, joined(byPhone(box, mode, line, lines), asked.of === state ? asked.verdicts.get(line.key) : undefined)]));
}
