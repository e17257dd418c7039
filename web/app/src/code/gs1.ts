// GS1 element strings and Digital Links, as far as packs of medicine carry them. A string that is
// not understood whole gives null, and the service has the last word.

export const SEPARATOR = "\x1d";

/** The check digit behind digits weighted 3 and 1 from the right (General Specifications 7.9). */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++)
    sum += Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}

export const hasCheckDigit = (digits: string) =>
  checkDigit(digits.slice(0, -1)) === digits.slice(-1);

// Length of the value behind an AI that begins so; 0: up to a separator (figure 7.8.5-2).
const FIXED: Record<string, number> = {
  "00": 18, "01": 14, "02": 14, "03": 14, "04": 16, "11": 6, "12": 6, "13": 6, "14": 6, "15": 6,
  "16": 6, "17": 6, "18": 6, "19": 6, "20": 2, "31": 6, "32": 6, "33": 6, "34": 6, "35": 6,
  "36": 6, "41": 13,
};

function aiLength(head: string): number {
  if (/^(31|32|33|34|35|36|39|43|70|72|80|81|82)/.test(head)) return 4;
  return /^(23|24|25|40|41|42|71)/.test(head) ? 3 : 2;
}

function readPlain(text: string): Map<string, string> | null {
  const found = new Map<string, string>();
  let at = text.startsWith(SEPARATOR) ? 1 : 0;
  while (at < text.length) {
    const head = text.slice(at, at + 2);
    const ai = text.slice(at, at + aiLength(head));
    if (!/^\d+$/.test(ai)) return null;
    at += ai.length;
    const fixed = FIXED[head] ?? 0;
    const stop = text.indexOf(SEPARATOR, at);
    const end = fixed > 0 ? at + fixed : stop < 0 ? text.length : stop;
    const value = text.slice(at, end);
    if (value === "" || (fixed > 0 && (value.length < fixed || !/^\d+$/.test(value)))) return null;
    found.set(ai, value);
    at = end + (text.charAt(end) === SEPARATOR ? 1 : 0);
  }
  return found.size > 0 ? found : null;
}

function readBracketed(text: string): Map<string, string> | null {
  const found = new Map<string, string>();
  const rest = text.replace(/\((\d{2,4})\)([^(]+)/g, (_, ai: string, value: string) => {
    found.set(ai, value);
    return "";
  });
  return rest === "" && found.size > 0 ? found : null;
}

const isGtin = (value: string | undefined) =>
  value === undefined || (/^\d{14}$/.test(value) && hasCheckDigit(value));

/** AI and value of each element; marked: a symbology or prefix says that it is GS1. */
export function readElements(text: string, marked: boolean): Map<string, string> | null {
  if (text.startsWith("(")) {
    const found = readBracketed(text);
    return found && isGtin(found.get("01")) ? found : null;
  }
  const visible = text.replace(/\^\]|\\x1d|<GS>|\{GS\}|\[GS\]|\||␝/gi, SEPARATOR);
  if (!marked && !/^\x1d?01\d{14}./.test(visible)) return null;
  const found = readPlain(visible);
  return found && isGtin(found.get("01")) ? found : null;
}

/** Percent-encoding that is broken stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The same of https://HOST/01/GTIN/10/LOT?17=YYMMDD. */
export function readLink(text: string): Map<string, string> | null {
  const match = /^https?:\/\/[^/]+(\/.*)$/i.exec(text);
  const [path = "", query = ""] = (match?.[1] ?? "").split("#")[0]?.split("?") ?? [];
  const parts = path.split("/");
  const start = parts.findIndex((part, i) => /^(01|gtin)$/i.test(part) && /^\d{8,14}$/.test(parts[i + 1] ?? ""));
  if (start < 0) return null;
  const found = new Map([["01", (parts[start + 1] ?? "").padStart(14, "0")]]);
  const names: Record<string, string> = { lot: "10", ser: "21" };
  for (let i = start + 2; i + 1 < parts.length; i += 2)
    found.set(names[parts[i] ?? ""] ?? parts[i] ?? "", decoded(parts[i + 1] ?? ""));
  for (const pair of query.split("&")) {
    const [key = "", value = ""] = pair.split("=");
    if (/^\d{2,4}$/.test(key)) found.set(key, decoded(value));
  }
  return isGtin(found.get("01")) ? found : null;
}
