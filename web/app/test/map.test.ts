import assert from "node:assert/strict";
import { test } from "node:test";
import { groupSpots, levelOf, type Spot } from "../src/desk/map_spots";
import { areaOf, DOT, type Mark, placeLabels } from "../src/desk/map_labels";

const meet = (a: ReturnType<typeof areaOf>, b: ReturnType<typeof areaOf>) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test("no name hides a box or another name, none leaves the map, and who has room has a name", () => {
  const street: Mark[] = Array.from({ length: 24 }, (_, i) => ({ code: `B${i}`, name: `${i}号楼药箱`, x: 60 + (i % 6) * 40, y: 60 + Math.floor(i / 6) * 40 }));
  const alone: Mark = { code: "A", name: "卫生站药箱", x: 400, y: 300 };
  const labels = placeLabels([...street, alone], 460, 340);
  assert.ok(labels.some((label) => label.code === "A"));
  assert.ok(labels.length > 4 && labels.length < 25);
  labels.forEach((label, i) => {
    const area = areaOf(label);
    assert.ok(area.left >= 0 && area.right <= 460 && area.top >= 0 && area.bottom <= 340);
    for (const other of labels.slice(i + 1)) assert.ok(!meet(area, areaOf(other)), `${label.name} on ${other.name}`);
    for (const { x, y } of [...street, alone]) assert.ok(!meet(area, { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT }), label.name);
  });
});

const RADIUS = (n: number) => (n === 1 ? 9 : 15);
const spot = (i: number, x: number, y: number, level: Spot["level"] = "ok"): Spot => ({ code: `B${i}`, name: `${i}`, x, y, level });

test("boxes that would lie on each other are one mark with their number, and none is lost", () => {
  const crowd = Array.from({ length: 2160 }, (_, i) => spot(i, 60 + (i % 60) * 7, 60 + Math.floor(i / 60) * 7, i % 2 ? "empty" : "ok"));
  const before = performance.now();
  const groups = groupSpots([...crowd, spot(9999, 900, 700, "red")], RADIUS);
  assert.ok(performance.now() - before < 2000);
  assert.equal(groups.reduce((sum, group) => sum + group.spots.length, 0), 2161);
  assert.ok(groups.length < 300 && groups.length > 1);
  groups.forEach((a, i) => groups.slice(i + 1).forEach((b) =>
    assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= RADIUS(a.spots.length) + RADIUS(b.spots.length))));
  assert.deepEqual(groups.find((group) => group.spots.length === 1)?.level, "red");
});

test("a mark is coloured by the worst that a quarter of its boxes have reached", () => {
  const of = (...levels: Spot["level"][]) => groupSpots(levels.map((level, i) => spot(i, 5 + i / 100, 5, level)), RADIUS)[0];
  assert.deepEqual([of("empty", "ok", "ok", "ok", "ok")?.level, of("empty", "ok", "ok", "ok")?.level], ["ok", "empty"]);
  assert.equal(of("red", "empty", "ok", "orange")?.share, 0.5);
});

test("a box is coloured by the chosen kind, else by the worse of fever and cold alone", () => {
  const cell = (type: string, level: Spot["level"]) => ({ type, age: "adult" as const, level, days: 1 });
  const row = { box: "A", name: "A", place: null, community: null, grid: null, cells: [cell("fever", "ok"), cell("cold", "yellow"), cell("cough", "empty")] };
  assert.deepEqual(["", "cough adult", "fever adult", "pain adult"].map((kind) => levelOf(row, kind)), ["yellow", "empty", "ok", "ok"]);
});
