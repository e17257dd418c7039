import assert from "node:assert/strict";
import { test } from "node:test";
import type { Drug, StockRow } from "../src/api/types";
import { amount } from "../src/base/amount";
import { type Line, put, type Read, tooMany, unitsOf } from "../src/base/basket";
import { countLines, differences } from "../src/base/counting";
import { canExpire, judge, proposeAll, proposeLots, STRICT } from "../src/base/rules";

const TODAY = "2026-11-26";
const drug = (id: number, more: Partial<Drug> = {}): Drug => ({
  id, name: `drug ${id}`, brand: "", type: "fever", age: "adult", form: "tablet", strength: "", unit: "片", day_units: 4,
  pack_units: 24, class: "A", cold_chain: false, dated: true, ingredients: [], state: "ok", ...more,
});
const read = (more: Partial<Read> = {}): Read => ({ drug: 1, units: 24, expiry: null, lot: null, pack: null, ...more });
const line = (more: Partial<Line> = {}): Line => ({
  key: "k", drug: 1, packs: 1, loose: 0, packUnits: 24, expiry: "2027-12-31", lot: null, pack: null, ...more,
});
const lot = (expiry: string, units: number, more: Partial<StockRow> = {}): StockRow => ({ box: "B", drug: 1, expiry, lot: "", units, ...more });
const plain = (units: number) => String(units);
const refusal = (medicine: Drug, of: Line) => judge("in", medicine, of, [medicine], [], TODAY, STRICT, true, plain).refusal?.key ?? null;

test("an equal pack is one more, not another line; its expiry is not blanked by a rescan", () => {
  let lines = put([], read({ expiry: "2027-03-31" }), "a").lines;
  const again = put(lines, read(), "b");
  lines = again.lines;
  assert.equal(again.what, "more");
  assert.deepEqual(lines.map((one) => [one.packs, one.expiry]), [[2, "2027-03-31"]]);
  assert.equal(put(lines, read({ expiry: "2028-03-31" }), "c").what, "added");
});

test("the very same pack is not counted twice; another one of its kind is", () => {
  const first = put([], read({ pack: "P1" }), "a");
  assert.equal(put(first.lines, read({ pack: "P1" }), "b").what, "same");
  assert.equal(put(first.lines, read({ pack: "P2" }), "b").lines.length, 2);
});

test("twenty-five equal packs are one scan", () => {
  assert.equal(unitsOf(put([], read(), "a", 25).line), 600);
});

test("what may not go into a box, and why", () => {
  assert.equal(refusal(drug(1), line()), null);
  assert.equal(refusal(drug(1, { class: "rx" }), line()), "rule.prescription");
  assert.equal(refusal(drug(1, { cold_chain: true }), line()), "rule.cold");
  assert.equal(refusal(drug(1, { state: "retired" }), line()), "rule.retired");
  assert.equal(refusal(drug(1), line({ expiry: "2026-11-25" })), "rule.expired");
  assert.equal(refusal(drug(1), line({ expiry: "2027-02-23" })), "rule.soon");
  assert.equal(refusal(drug(1), line({ expiry: "2027-02-24" })), null); // 90 days
  assert.equal(refusal(drug(1, { dated: false }), line({ expiry: "9999-12-31" })), null);
  for (const expiry of ["9999-12-31", "2999-06-30", "2041-11-23"]) assert.equal(refusal(drug(1), line({ expiry })), "rule.far");
  assert.equal(refusal(drug(1), line({ expiry: "2041-11-22" })), null); // 15 years
  assert.equal(refusal(drug(1, { form: "syrup", pack_units: 100 }), line({ packs: 0, loose: 60 })), "rule.opened");
  assert.equal(refusal(drug(1), line({ packs: 0, loose: 7 })), null); // a blister
});

test("a day that is being typed is none yet, and none is good for ever", () => {
  assert.deepEqual(["0002-06-30", "0001-01-01", "2026-01-31", "2041-11-22", "2041-11-23", "9999-12-31"].map((day) => canExpire(day, TODAY)),
    [false, false, true, true, false, false]);
});

test("so many packs that a finger may have slipped", () => {
  const many = (packs: number, capacity: number) => tooMany([line({ packs })], capacity).length === 1;
  assert.deepEqual([many(100, 0), many(101, 0), many(80, 40), many(81, 40), many(101, 400)], [false, true, false, true, true]);
});

test("what expires first is taken first; expired and recalled never; a chosen batch before all", () => {
  const lots = [lot("2027-06-30", 10), lot("2027-03-31", 10), lot("2026-01-31", 50), lot("2027-01-31", 50, { unusable: "recalled" })];
  const parts = (of: Line) => proposeLots(lots, of, TODAY).map((part) => [part.expiry, part.units]);
  assert.deepEqual(parts(line({ packs: 0, loose: 15, expiry: null })), [["2027-03-31", 10], ["2027-06-30", 5]]);
  assert.deepEqual(parts(line({ packs: 0, loose: 4, expiry: "2027-06-30", lot: "" })), [["2027-06-30", 4]]);
  assert.deepEqual(parts(line({ packs: 0, loose: 15, expiry: "2027-06-30" })), [["2027-06-30", 10], ["2027-03-31", 5]]); // as a pack's code says
});

test("lines of one basket take one after the other, in the order they are booked", () => {
  const lots = [lot("2027-03-31", 24, { lot: "A" }), lot("2027-06-30", 48, { lot: "B" })];
  const two = line({ key: "later", packs: 1, expiry: null }), one = line({ key: "first", packs: 1, loose: 6, expiry: null });
  const parts = proposeAll(lots, [two, one], TODAY);
  assert.deepEqual(parts.get("first"), [{ expiry: "2027-03-31", lot: "A", units: 24 }, { expiry: "2027-06-30", lot: "B", units: 6 }]);
  assert.deepEqual(parts.get("later"), [{ expiry: "2027-06-30", lot: "B", units: 24 }]);
});

test("a pack that says of itself that it has expired is not taken", () => {
  const ask = (expiry: string | null) => judge("out", drug(1), line({ expiry }), [drug(1)], [lot("2027-03-31", 99)], TODAY, STRICT, true, plain).refusal?.key ?? null;
  assert.deepEqual([null, "2027-03-31", "2026-11-26", "2026-11-25"].map(ask), [null, null, null, "rule.expired.take"]);
});

test("amounts in one unit: none of what comes in packs is no pack", () => {
  const say = (units: number, pack_units = 24) => amount({ unit: "片", pack_units }, units);
  assert.deepEqual([0, 5, 24, 53].map((units) => say(units)), ["0 盒", "5 片", "1 盒", "2 盒 + 5 片"]);
  assert.deepEqual([24, 19].map((beside) => amount({ unit: "片", pack_units: 24 }, 0, beside)), ["0 盒", "0 片"]);
  assert.deepEqual([0, 3].map((units) => say(units, 1)), ["0 片", "3 片"]);
});

test("more than is there: refused with a network, told without", () => {
  const ask = (online: boolean) => judge("out", drug(1), line({ packs: 2 }), [drug(1)], [lot("2027-03-31", 30)], TODAY, STRICT, online, plain);
  assert.equal(ask(true).refusal?.key, "rule.short");
  assert.equal(ask(false).refusal, null);
  assert.deepEqual(ask(false).notices.map((said) => said.key), ["rule.short.offline"]);
});

test("two medicines with the same active ingredient", () => {
  const fever = drug(1, { ingredients: ["对乙酰氨基酚"] });
  const cold = drug(2, { name: "感冒灵", ingredients: ["三叉苦", "对乙酰氨基酚"] });
  const { notices } = judge("out", fever, line(), [fever, cold], [lot("2027-03-31", 99)], TODAY, STRICT, true, plain);
  assert.deepEqual(notices, [{ key: "rule.same", values: { other: "感冒灵", ingredient: "对乙酰氨基酚" } }]);
});

test("a count beside the books: by expiry, all together where it is open, and what was not seen", () => {
  const lots = [lot("2027-03-31", 24), lot("2027-06-30", 10), lot("2027-03-31", 5, { drug: 2 })];
  assert.deepEqual(differences([line({ expiry: "2027-03-31" }), line({ key: "l", packs: 0, loose: 9, expiry: "2027-06-30" }), line({ key: "m", drug: 2, packs: 0, loose: 5, expiry: "2027-03-31" })], lots),
    [{ drug: 1, expiry: "2027-06-30", expected: 10, found: 9 }]);
  assert.deepEqual(differences([line({ expiry: null, packs: 0, loose: 34 })], lots), [{ drug: 2, expiry: "2027-03-31", expected: 5, found: 0 }]);
  assert.deepEqual(differences([], lots).length, 3);
});

test("a count is sent as one line an expiry, or one a medicine where an expiry is open", () => {
  const counted = [line({ packs: 1 }), line({ key: "b", packs: 2 }), line({ key: "c", drug: 2, expiry: null }), line({ key: "d", drug: 2 })];
  assert.deepEqual(countLines(counted).map((one) => [one.drug, one.expiry, one.units]), [[1, "2027-12-31", 72], [2, null, 48]]);
});
