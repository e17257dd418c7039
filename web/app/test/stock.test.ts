import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoxRow, Drug, StockRow } from "../src/api/types";
import { stockByDrug, stockByKind } from "../src/desk/stock_rows";

const drug = (id: number, name: string, type: string, pack_units: number, day_units: number) =>
  ({ id, name, brand: null, strength: null, type, age: "adult", unit: "片", pack_units, day_units }) as unknown as Drug;
const box = (code: string, name: string) => ({ code, name, place: null, community: "和平社区", grid: null, building: null }) as unknown as BoxRow;
const DRUGS = new Map([drug(1, "布洛芬片", "fever", 24, 4), drug(2, "感冒灵", "cold", 10, 2), drug(3, "退热贴", "fever", 6, 1)].map((one) => [one.id, one]));
const BOXES = [box("A", "3号楼药箱"), box("B", "5号楼药箱")];
const lot = (at: string, of: number, units: number, expiry: string | null, unusable: StockRow["unusable"] = null): StockRow => ({ box: at, drug: of, units, expiry, lot: "", unusable });
const LOTS = [lot("A", 1, 48, "2028-01-31"), lot("A", 1, 24, "2026-01-31"), lot("B", 1, 12, "2027-06-30"), lot("B", 2, 20, "9999-12-31"), lot("B", 3, 6, null, "recalled")];
const TODAY = "2026-11-26";

test("stock by kind: packs, a person's days and boxes, without what can't be taken", () => {
  assert.deepEqual(stockByKind(LOTS, DRUGS, TODAY, ["fever", "cold"], ["adult"]), [
    { type: "fever", age: "adult", packs: 2.5, days: 15, boxes: 2 }, { type: "cold", age: "adult", packs: 2, days: 10, boxes: 1 }]);
});

test("stock by medicine: who has it, what spoils first, and what is expired told beside", () => {
  const of = (query: string) => stockByDrug(LOTS, DRUGS, BOXES, TODAY, query, (one) => one.type);
  const [first] = of("");
  assert.deepEqual([first?.drug.id, first?.units, first?.expired, first?.soonest], [1, 60, 24, "2027-06-30"]);
  assert.deepEqual(first?.holdings.map((row) => [row.box.code, row.units]), [["A", 48], ["B", 12]]);
  assert.equal(of("").find((row) => row.drug.id === 2)?.soonest, null); // does not expire
  assert.deepEqual(of("布洛芬 5号").map((row) => [row.drug.id, row.units]), [[1, 12]]);
  assert.deepEqual(of("cold").map((row) => row.drug.id), [2]);
  assert.deepEqual(of("没有"), []);
});

test("two thousand boxes with a hundred medicines each are added up in a moment", () => {
  const boxes = Array.from({ length: 2183 }, (_, i) => box(`B${i}`, `${i}号楼药箱`));
  const lots = boxes.flatMap(({ code }) => Array.from({ length: 100 }, (_, i) => lot(code, 1 + (i % 3), 10, "2028-01-31")));
  const before = performance.now();
  assert.equal(stockByDrug(lots, DRUGS, boxes, TODAY, "号楼", (one) => one.type)[0]?.holdings.length, 2183);
  assert.ok(performance.now() - before < 2000);
});
