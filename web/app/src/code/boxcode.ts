// Box codes: 6 or 7 characters of Crockford's alphabet and a check over GF(32), x^5 + x^2 + 1.
// The same rules as scanner/boxcode.h, so that a label is understood without a network.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const timesX = (value: number) => {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0x25 : doubled;
};

function isValid(code: string): boolean {
  if (!/[A-Z]/.test(code)) return false;
  let sum = 0;
  for (let i = code.length - 2; i >= 0; i--) sum = timesX(sum ^ ALPHABET.indexOf(code.charAt(i)));
  return ALPHABET.charAt(sum) === code.charAt(code.length - 1);
}

/** A box, and the mark of the print where a label bears one: it tells an old label from its reprint. */
export interface BoxCode {
  box: string;
  mark: string | null;
}

/** The normal form of what a person typed, or null: any case, full width, O for 0, I and L for 1; the
 * four characters of the mark that a label's address has behind it may be there. */
export function readBoxCode(text: string): BoxCode | null {
  const code = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const box = code.length > 8 ? code.slice(0, -4) : code;
  if (!/^[0-9A-HJKMNP-TV-Z]{7,12}$/.test(code) || !/^.{7,8}$/.test(box) || !isValid(box)) return null;
  return { box, mark: code.slice(box.length) || null };
}

/** The same of a label's address or its path: /B/CODE, perhaps with -MARK behind it. */
export function boxCodeOfAddress(text: string): BoxCode | null {
  const path = /^(?:https?:\/\/[0-9A-Za-z.:[\]-]+)?\/b\/([0-9A-Za-z-]+)\/?(?:[?#].*)?$/i.exec(text.trim());
  return readBoxCode(path?.[1] ?? "");
}

/** As printed: ABC-1234. */
export const showBoxCode = (code: string) => `${code.slice(0, -4)}-${code.slice(-4)}`;

/** Where a label leads to. */
export const labelPath = ({ box, mark }: BoxCode) => `/B/${box}${mark === null ? "" : `-${mark}`}`;
