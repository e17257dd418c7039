// The types of medicine and the age groups, in the order people look for them.

import type { Age } from "../api/types";
import { word, wordKeys } from "../words";

export const TYPES = ["fever", "cold", "cough", "pain", "throat", "stomach", "allergy", "topical", "supplies", "other"] as const;
export const AGES: readonly Age[] = ["adult", "child", "all"];

export const typeOptions = () => TYPES.map((value) => ({ value, word: word("type", value) }));
export const ageOptions = (ages: readonly Age[] = AGES) => ages.map((value) => ({ value, word: word("age", value) }));
export const formOptions = () => wordKeys("form").map((value) => ({ value, word: word("form", value) }));

/** "退烧 · 儿童"; the age is left out where it is for all. */
export const kindText = (type: string, age: Age) =>
  age === "all" ? word("type", type) : `${word("type", type)} · ${word("age", age)}`;
