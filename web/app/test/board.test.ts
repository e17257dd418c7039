import assert from "node:assert/strict";
import { test } from "node:test";
import { boardLines, columnsOf, figureOf } from "../src/desk/board_rows";
import type { BoardRow, NeedLevel } from "../src/desk/types";

const row = (name: string, community: string, grid: string | null, level: NeedLevel): BoardRow => ({
  box: "AB0000X", name, place: null, community, grid, cells: [{ type: "fever", age: "adult", level, days: 3 }, { type: "cold", age: "child", level: "ok", days: null }],
});
const rows = [row("1号", "甲", "一", "ok"), row("2号", "甲", "一", "red"), row("3号", "甲", null, "ok"), row("4号", "乙", "二", "empty")];
const told = (lines: ReturnType<typeof boardLines>) => lines.map((line) => (line.what === "group" ? `${"#".repeat(line.depth + 1)}${line.name} ${line.boxes} ${line.worst}` : line.row.name));

test("boxes stand under their grids and communities, each with its worst", () => {
  assert.deepEqual(told(boardLines(rows, "", false, new Set())),
    ["#甲 3 red", "##一 2 red", "1号", "2号", "3号", "#乙 1 empty", "##二 1 empty", "4号"]);
});

test("groups shut; a search looks into them all the same", () => {
  assert.deepEqual(told(boardLines(rows, "", false, new Set(["甲", "乙/二"]))), ["#甲 3 red", "#乙 1 empty", "##二 1 empty"]);
  assert.deepEqual(told(boardLines(rows, "２号", false, new Set(["甲"]))), ["#甲 1 red", "##一 1 red", "2号"]);
});

test("only what is short", () => {
  assert.deepEqual(told(boardLines(rows, "", true, new Set())).filter((line) => !line.startsWith("#")), ["2号", "4号"]);
});

test("kinds in their order", () => {
  assert.deepEqual(columnsOf(rows, ["fever", "cold"], ["adult", "child"]).map((column) => column.type), ["fever", "cold"]);
});

test("a cell's figure is what its colour follows from", () => {
  const cell = { type: "fever", age: "adult", usable: 5.000000000000001 } as const;
  assert.equal(figureOf({ ...cell, level: "red", days: 1.24 }), "1.2");
  assert.equal(figureOf({ ...cell, level: "ok", days: 23.4, below: null }), "23");
  assert.equal(figureOf({ ...cell, level: "ok", days: 400 }), "99+");
  assert.equal(figureOf({ ...cell, level: "ok", days: null }), "–");
  assert.equal(figureOf({ ...cell, level: "yellow", days: 400, below: 6 }), "5/6"); // not "99+ days" in yellow
  assert.equal(figureOf({ ...cell, level: "empty", days: 3, usable: 0 }), "0");
});

test("two thousand boxes are laid out in a moment", () => {
  const city = Array.from({ length: 2183 }, (_, i) => row(`${i}号`, `社区${i % 90}`, `网格${i % 7}`, i % 5 === 0 ? "red" : "ok"));
  assert.equal(boardLines(city, "", false, new Set()).filter((line) => line.what === "box").length, 2183);
});
