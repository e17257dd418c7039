import assert from "node:assert/strict";
import { test } from "node:test";
import { Watch } from "../src/scan/watch";
import { type Key, Wedge } from "../src/scan/wedge";

const ean = { text: "6901234567892", format: "ean_13" };
const qr = { text: "https://X.CN/B/AB0000X", format: "qr_code" };

test("a pack held in view counts once, and again after it has left", () => {
  const watch = new Watch();
  const counts = [0, 100, 200, 900, 1600, 2900].map((at) => watch.see(at === 1600 ? [] : [ean], at).length);
  assert.deepEqual(counts, [0, 1, 0, 0, 0, 0]); // 900 to 2900 is longer than a code may be gone
  assert.equal(watch.see([ean], 3000).length, 1);
});

test("bars need two frames that agree, a QR code one", () => {
  const watch = new Watch();
  assert.equal(watch.see([qr], 0).length, 1);
  assert.equal(watch.see([{ text: "6901234567885", format: "ean_13" }], 0).length, 0);
  assert.equal(watch.see([{ text: "6901234567885", format: "ean_13" }], 1400).length, 0); // too long ago to agree
});

test("two alike side by side are two", () => {
  const watch = new Watch();
  assert.deepEqual([[ean, ean], [ean, ean], [ean, ean], [ean]].map((sights, i) => watch.see(sights, i * 100).length), [0, 2, 0, 0]);
});

test("an unsteady second reading of one pack does not make it two", () => {
  const watch = new Watch();
  assert.deepEqual([[ean], [ean], [ean, ean], [ean]].map((sights, i) => watch.see(sights, i * 100).length), [0, 1, 0, 0]);
});

const typed = (text: string, from: number, step: number): Key[] =>
  [...text].map((key, i) => ({ key, code: `Key${key.toUpperCase()}`, shift: false, at: from + i * step }));
const press = (wedge: Wedge, keys: Key[]) => keys.map((key) => wedge.press(key)).filter((text) => text !== null);

test("a scanner's keys are a code, a person's are not", () => {
  const enter: Key = { key: "Enter", code: "Enter", shift: false, at: 140 };
  assert.deepEqual(press(new Wedge(), [...typed("6901234567892", 0, 10), enter]), ["6901234567892"]);
  assert.deepEqual(press(new Wedge(), [...typed("6901234567892", 0, 200), { ...enter, at: 2700 }]), []);
});

test("a scanner that sends no Enter", () => {
  const wedge = new Wedge();
  press(wedge, typed("6901234567892", 0, 10));
  assert.equal(wedge.idle(150), null);
  assert.equal(wedge.idle(300), "6901234567892");
  assert.equal(wedge.idle(400), null);
});

test("through a Chinese input method the place of each key is told", () => {
  const code = [..."AB0000X"].map((char, i): Key =>
    ({ key: "Process", code: /\d/.test(char) ? `Digit${char}` : `Key${char}`, shift: !/\d/.test(char), at: i * 10 }));
  assert.deepEqual(press(new Wedge(), [...code, { key: "Enter", code: "Enter", shift: false, at: 80 }]), ["AB0000X"]);
});
