// What a code says, read on the phone: at once, and without a network. The rules are those of
// scanner/code.h; whatever is not sure here is asked of the service.

import { type Day, dayOfGs1 } from "../base/day";
import { boxCodeOfAddress, readBoxCode } from "./boxcode";
import { hasCheckDigit, readElements, readLink } from "./gs1";

/** Kinds as the catalogue keeps them: a GTIN means the same whatever carries it. */
export type ProductKind = "gtin" | "own" | "trace" | "national" | "approval";
export type CommandWord = "IN" | "OUT" | "COUNT" | "LOOK" | "TIMES" | "UNDO" | "DONE";

/** Whether it leads to what is done at a box. */
export const isPlace = (word: CommandWord) => word === "IN" || word === "OUT" || word === "COUNT";

export interface Product {
  what: "product";
  kind: ProductKind;
  code: string;
  text: string;
  pack: string | null; // identity of the very pack
  expiry: Day | null;
  lot: string | null;
}

export type Code =
  | Product
  | { what: "box"; box: string; mark: string | null; text: string }
  | { what: "command"; word: CommandWord; times: number; text: string }
  | { what: "unknown"; text: string };

const AIM = /^\][A-Za-z][0-9]/;
const GS1_MARKS = /^\](C1|d2|Q3|e[0-9]|J1)/;

/** Full width, marks of byte order and zero width, blanks around it: what no code has. */
const clean = (text: string) =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .normalize("NFKC")
    .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

const product = (text: string, kind: ProductKind, code: string, more?: Partial<Product>): Product => ({
  what: "product", kind, code, text, pack: null, expiry: null, lot: null, ...more,
});

/** UPC-E in full: the zeros that were left out (General Specifications 5.2.2.4.2). */
function upcA(e: string): string {
  const body = e.slice(1, 7);
  const last = Number(body.charAt(5));
  const middle =
    last <= 2
      ? `${body.slice(0, 2)}${last}0000${body.slice(2, 5)}`
      : last === 3
        ? `${body.slice(0, 3)}00000${body.slice(3, 5)}`
        : last === 4
          ? `${body.slice(0, 4)}00000${body.slice(4, 5)}`
          : `${body.slice(0, 5)}0000${last}`;
  return e.charAt(0) + middle + e.slice(7);
}

/** Numbers that a place gives itself mean nothing elsewhere (2.1.11). */
const isOwn = (digits: string) =>
  digits.length === 13 ? /^(2|02|04)/.test(digits) : digits.length === 8 ? /^[02]/.test(digits) : digits.length === 12 && /^[24]/.test(digits);

function ofDigits(text: string, format: string): Code | null {
  if (/^\d{20}$/.test(text)) return product(text, "trace", text.slice(0, 7), { pack: text });
  if (/^869\d{11}$/.test(text) && hasCheckDigit(text)) return product(text, "national", text);
  const digits = format === "upc_e" && /^[01]\d{7}$/.test(text) ? upcA(text) : text;
  if (!/^(\d{8}|\d{12,14})$/.test(digits) || !hasCheckDigit(digits)) return null;
  return product(text, isOwn(digits) ? "own" : "gtin", digits.padStart(14, "0"));
}

function ofElements(text: string, found: Map<string, string>, year: number): Code | null {
  const gtin = found.get("01") ?? found.get("02");
  if (gtin === undefined) return null;
  const date = found.get("17") ?? found.get("7003")?.slice(0, 6) ?? found.get("15");
  const serial = found.get("21");
  return product(text, isOwn(gtin.replace(/^0/, "")) ? "own" : "gtin", gtin, {
    pack: serial === undefined ? null : `${gtin}/${serial}`,
    expiry: date === undefined ? null : dayOfGs1(date, year),
    lot: found.get("10") ?? null,
  });
}

function ofCommand(text: string): Code | null {
  const match = /^medbox[^a-z0-9]{0,4}(in|out|count|look|undo|done|times[^a-z0-9]{0,4}(\d{1,4}))$/i.exec(text);
  if (!match) return null;
  const word = (match[1] ?? "").toUpperCase().replace(/[^A-Z].*$/, "") as CommandWord;
  const times = Number(match[2] ?? 1);
  return times > 0 ? { what: "command", word, times, text } : null;
}

function ofApproval(text: string): Code | null {
  const match = /^(?:国药准字)?\s*([HZSBTFJ][CJ]?\d{8})$/i.exec(text);
  return match ? product(text, "approval", (match[1] ?? "").toUpperCase()) : null;
}

/** format: what a BarcodeDetector calls the symbology, where one read it. */
export function readCode(raw: string, format: string, year: number): Code {
  const whole = clean(raw);
  const marked = GS1_MARKS.test(whole);
  const text = whole.replace(AIM, "");
  const box = boxCodeOfAddress(text) ?? readBoxCode(text);
  if (box !== null && !/^\d+$/.test(text)) return { what: "box", ...box, text };
  const link = readLink(text);
  const elements = link ?? readElements(text, marked);
  return (
    ofCommand(text) ??
    ofDigits(text, format) ??
    ofApproval(text) ??
    (elements === null ? null : ofElements(text, elements, year)) ?? { what: "unknown", text }
  );
}
