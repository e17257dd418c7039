import assert from "node:assert/strict";
import { test } from "node:test";
import { amount, unitWord } from "../src/base/amount";
import { lang } from "../src/words";

test("measure words in English go by the medicine's form", () => {
  lang.value = "en";
  assert.equal(unitWord("粒", 10, "capsule"), "capsules");
  assert.equal(unitWord("粒", 10, "suppository"), "suppositories");
  assert.equal(unitWord("束", 2, "device"), "束"); // not a word we know
  assert.equal(amount({ unit: "支", form: "ointment", pack_units: 5 }, 6), "1 pack + 1 tube");
  lang.value = "zh";
  assert.equal(unitWord("粒", 10, "suppository"), "粒");
});
