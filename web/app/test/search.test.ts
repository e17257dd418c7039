import assert from "node:assert/strict";
import { test } from "node:test";
import { readRoute } from "../src/base/route";
import { isSlip } from "../src/base/search";

test("one slip of the pen is near a code, two are not", () => {
  for (const typed of ["AB0000Y", "ab0-000y", "ＢA0000X", "AB000X", "AB00000X", "AB0000", "BAB0000X", "B0000X", "AB000X0"])
    assert.ok(isSlip(typed, "AB0000X"), typed);
  for (const typed of ["", "AB0000X", "BB0000Y", "AB00", "ABOO", "XY0000X"]) assert.ok(!isSlip(typed, "AB0000X"), typed);
});

test("a label's address with a code that is none says what was typed", () => {
  for (const path of ["/B/S03X499", "/b/S03X499/", "/B/S03X499-7K2M"])
    assert.deepEqual(readRoute(path, ""), { page: "astray", typed: "S03X499" }, path);
  assert.deepEqual(readRoute("/B/S03-X499", ""), { page: "astray", typed: "S03-X499" });
  assert.deepEqual(readRoute("/B/S03-X499-7K2M", ""), { page: "astray", typed: "S03-X499" });
  assert.deepEqual(readRoute("/B/%", ""), { page: "astray", typed: "%" });
  assert.deepEqual(readRoute("/B/", ""), { page: "missing" });
});
