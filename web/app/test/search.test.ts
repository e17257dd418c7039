import assert from "node:assert/strict";
import { test } from "node:test";
import { readRoute } from "../src/base/route";
import { findNamed, isSlip } from "../src/base/search";

test("one slip of the pen is near a code, two are not", () => {
  for (const typed of ["AB0000Y", "ab0-000y", "ＢA0000X", "AB000X", "AB00000X", "AB0000", "BAB0000X", "B0000X", "AB000X0"])
    assert.ok(isSlip(typed, "AB0000X"), typed);
  for (const typed of ["", "AB0000X", "BB0000Y", "AB00", "ABOO", "XY0000X"]) assert.ok(!isSlip(typed, "AB0000X"), typed);
});

const MEDICINES = ["感冒灵颗粒 cold", "布洛芬片 pain", "布洛芬混悬液 child", "复方布洛芬片 pain", "止痛布洛芬帖 pain", "片仔癀 other", "小儿感冒颗粒 cold", "酚麻美敏片 感冒"]
  .map((text) => ({ name: text.split(" ")[0] ?? "", kind: text.split(" ")[1] ?? "", brand: "", strength: "0.2g" }));
const names = (query: string, here: string[] = []) => {
  const { hits, sure } = findNamed(query, MEDICINES, (row) => row.kind, (row) => here.includes(row.name));
  return [sure, ...hits.map((row) => row.name)];
};

test("a medicine by name: the name itself, then what begins so, then what has it; what it is for comes last", () => {
  assert.deepEqual(names("布洛芬片"), [true, "布洛芬片", "复方布洛芬片"]);
  assert.deepEqual(names("复方"), [true, "复方布洛芬片"]);
  assert.deepEqual(names("感冒"), [true, "感冒灵颗粒", "小儿感冒颗粒", "酚麻美敏片"]);
  assert.deepEqual(names("感冒", ["酚麻美敏片"]), [true, "感冒灵颗粒", "小儿感冒颗粒", "酚麻美敏片"]);
  assert.deepEqual(names("ＣＯＬＤ"), [false, "感冒灵颗粒", "小儿感冒颗粒"]);
  assert.deepEqual(names("没有的"), [false]);
  assert.deepEqual(names(" "), [false]);
});

test("of several that fit as well the one in the box is meant, else nobody knows", () => {
  assert.deepEqual(names("布洛芬").slice(0, 3), [false, "布洛芬片", "布洛芬混悬液"]);
  assert.deepEqual(names("布洛芬", ["布洛芬混悬液"]).slice(0, 3), [true, "布洛芬混悬液", "布洛芬片"]);
  assert.deepEqual(names("布洛芬", ["布洛芬片", "布洛芬混悬液"])[0], false);
  assert.deepEqual(names("pain", ["布洛芬片"])[0], false); // what it is for names none
});

test("a label's address with a code that is none says what was typed", () => {
  for (const path of ["/B/S03X499", "/b/S03X499/", "/B/S03X499-7K2M"])
    assert.deepEqual(readRoute(path, ""), { page: "astray", typed: "S03X499" }, path);
  assert.deepEqual(readRoute("/B/S03-X499", ""), { page: "astray", typed: "S03-X499" });
  assert.deepEqual(readRoute("/B/S03-X499-7K2M", ""), { page: "astray", typed: "S03-X499" });
  assert.deepEqual(readRoute("/B/%", ""), { page: "astray", typed: "%" });
  assert.deepEqual(readRoute("/B/", ""), { page: "missing" });
});
