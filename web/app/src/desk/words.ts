import { makeT } from "../words/make";
import { deskEn } from "./words_en";
import { type DeskKey, deskZh } from "./words_zh";

export type { DeskKey } from "./words_zh";

export const t = makeT<DeskKey>({ zh: deskZh, en: deskEn });
