import assert from "node:assert/strict";
import { test } from "node:test";
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
