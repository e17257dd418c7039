// What a code means: on the phone where the catalogue knows it, else by the service.

import { isNetwork, post } from "../api/client";
import type { Found } from "../api/types";
import { yearOf } from "../base/day";
import type { Read as PackRead } from "../base/basket";
import { type CommandWord, type Product, readCode } from "../code/code";
import { drugOf, meanings } from "../phone/area";
import { today } from "../phone/session";
import { t } from "../words";

export type Resolved =
  | { what: "box"; box: string; mark: string | null }
  | { what: "drug"; read: PackRead }
  | { what: "command"; word: CommandWord; times: number }
  | { what: "unknown"; code: string; read: Omit<PackRead, "drug" | "units"> } // can be taught
  | { what: "bad"; message: string };

/** What a page is told of; the rest is said to the person where it is read. */
export type Read = Exclude<Resolved, { what: "bad" }>;
export const isRead = (read: Resolved): read is Read => read.what !== "bad";

/** What is wrong, and what is perhaps meant. */
const messageOf = (row: Found) => {
  const said = (row.findings ?? []).map((finding) => (typeof finding === "string" ? finding : finding.message));
  return said.length > 0 ? said.join(" · ") : t("scan.unreadable", { text: row.text });
};

/** A row of the service's, from resolve or scan. */
export function ofFound(row: Found): Resolved {
  const more = { expiry: row.expiry ?? null, lot: row.lot ?? null, pack: row.pack ?? null };
  if (row.what === "box" && row.box) return { what: "box", box: row.box, mark: row.nonce ?? null };
  if (row.what === "drug" && row.drug && drugOf(row.drug))
    return { what: "drug", read: { drug: row.drug, units: row.units || (drugOf(row.drug)?.pack_units ?? 1), ...more } };
  if (row.what === "unknown") return { what: "unknown", code: row.text, read: more };
  const own = readCode(row.text, "", yearOf(today()));
  if (own.what === "command") return { what: "command", word: own.word, times: own.times };
  return { what: "bad", message: messageOf(row) };
}

function ofProduct(code: Product): Resolved | null {
  const known = meanings.value.get(`${code.kind}:${code.code}`);
  if (!known || !drugOf(known.drug)) return null;
  const { expiry, lot, pack } = code;
  return { what: "drug", read: { drug: known.drug, units: known.units, expiry, lot, pack } };
}

export async function resolve(text: string, format: string): Promise<Resolved> {
  const code = readCode(text, format, yearOf(today()));
  if (code.what === "box") return { what: "box", box: code.box, mark: code.mark };
  if (code.what === "command") return { what: "command", word: code.word, times: code.times };
  const known = code.what === "product" ? ofProduct(code) : null;
  if (known) return known;
  try {
    const { rows } = await post<{ rows: Found[] }>("resolve", { codes: [text] }, 6_000);
    const [row] = rows;
    if (row) return ofFound(row);
  } catch (error) {
    if (!isNetwork(error)) return { what: "bad", message: (error as Error).message };
  }
  if (code.what === "product") {
    const { expiry, lot, pack } = code;
    return { what: "unknown", code: code.text, read: { expiry, lot, pack } };
  }
  return { what: "bad", message: t("scan.unreadable", { text: code.text }) };
}
