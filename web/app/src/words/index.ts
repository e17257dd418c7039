import { en } from "./en";
import { makeT } from "./make";
import { type Key, zh } from "./zh";

export { lang, speak, startWords } from "./make";
export type { Lang } from "./make";
export type { Key } from "./zh";

export const t = makeT<Key>({ zh, en });

/** The parts that a word can be made of: word("form", …). */
export const wordKeys = (prefix: "form"): string[] =>
  Object.keys(zh).filter((key) => key.startsWith(`${prefix}.`)).map((key) => key.slice(prefix.length + 1));

/** Whether a word made of parts ("type.fever") is in the catalogue: the service may know more. */
export const word = (prefix: "type" | "age" | "form" | "kind" | "role" | "level", key: string): string =>
  `${prefix}.${key}` in zh ? t(`${prefix}.${key}` as Key) : key;
