import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf, type Field, seenOf } from "../src/desk/edit_fields";
import { named } from "../src/desk/setting_rows";

const FIELDS: readonly Field[] = [
  { name: "name", word: "boxname", kind: "text", needed: true },
  { name: "phone", word: "phone", kind: "text" },
  { name: "lat", word: "lat", kind: "degree" },
  { name: "capacity", word: "capacity", kind: "number" },
];

test("what was emptied is taken away, and is no zero", () => {
  const kept = { name: "Gate", phone: "555", lat: 31.2, capacity: 60 };
  assert.deepEqual(changesOf(FIELDS, kept, { name: "Gate", phone: "", lat: " ", capacity: "" }), { phone: "", lat: null, capacity: null });
  assert.deepEqual(changesOf(FIELDS, kept, { name: "Gate", phone: "555", lat: "31.2", capacity: "６１" }), { capacity: 61 });
  assert.deepEqual(changesOf(FIELDS, { ...kept, lat: null }, { name: "Gate", phone: "555", lat: "", capacity: "60" }), {});
});

const row = (value: string, area: number | null, above: string | null = null) =>
  ({ key: "k", kind: "number" as const, value, meaning: "", low: 0, high: 9, area, box: null, above, ours: true });

test("of a setting, the own area's value holds before one from above, and that before the default", () => {
  const of = (...rows: ReturnType<typeof row>[]) => named(rows, 5, String)[0];
  assert.equal(of(row("1", null))?.own.value, "1");
  assert.equal(of(row("1", null), row("2", 3, "District"))?.own.value, "2");
  assert.equal(of(row("1", null), row("3", 5), row("2", 3, "District"))?.own.value, "3");
  assert.equal(of(row("1", null), row("2", 3, "District"), row("3", 5))?.own.value, "3");
  const parts = of(row("1", null), row("2", 3, "District"), row("4", 7));
  assert.deepEqual([parts?.own.value, parts?.within.map((one) => one.where)], ["2", ["7"]]);
});

test("with what is changed goes what was seen of it", () => {
  assert.deepEqual(seenOf({ name: "Gate", phone: "555", lat: null }, { phone: "", capacity: 5 }),
    { phone: "", capacity: 5, seen: { phone: "555", capacity: null } });
});
