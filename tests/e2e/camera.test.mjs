// The real camera path: Chromium's capture device plays a film made of our own printed label and a
// pack; the phone reads it, frame by frame, with the WebAssembly reader.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, IBUPROFEN, pickExpiry, sound } from "./house.mjs";

let house;
let page;
before(async () => {
  house = await House.open();
  page = await house.member({ camera: house.film("3号楼药箱", `ean13:${IBUPROFEN}:布洛芬片`) });
});
after(() => house.close());

test("a box's label before the camera opens the box", async () => {
  await page.click("text=扫药箱标签");
  await page.waitForURL(`**/B/${house.box()}`);
  await page.waitForSelector(".two");
  await sound(page);
});

test("a pack held in view counts once, and is booked", async () => {
  const before = house.units("布洛芬片");
  await page.click("a.huge.in");
  await page.click(".camera-keys .primary");
  await page.waitForSelector(".line >> text=布洛芬片");
  await page.waitForTimeout(3000); // some thirty frames more
  assert.equal(await page.locator(".line").count(), 1);
  assert.equal(await page.inputValue(".stepper input"), "1");
  await pickExpiry(page, 2029, 6);
  await page.click(".foot .primary");
  await page.waitForSelector("text=登记好了");
  assert.equal(house.units("布洛芬片"), before + 24);
  await sound(page);
});

test("the camera goes off with the page", async () => {
  await page.click(`button[aria-label="返回"]`);
  await page.waitForSelector(".two");
  assert.equal(await page.locator("video").count(), 0);
});

test("a photo is read by the service where there is no camera", async () => {
  const other = await house.member({ name: "李师傅" });
  await other.context().clearPermissions();
  await other.goto(`/B/${house.box()}#in`);
  await other.reload();
  await other.setInputFiles("#photo", `${house.folder}/frame-1.jpg`);
  await other.waitForSelector(".line >> text=布洛芬片");
  await sound(other);
});
