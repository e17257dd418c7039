// The real camera path: Chromium's capture device plays a film made of our own printed label and a
// pack; the phone reads it, frame by frame, with the WebAssembly reader.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, IBUPROFEN, pickExpiry, scan, sound, type } from "./house.mjs";

let house;
let page;
before(async () => {
  house = await House.open();
  page = await house.member({ camera: house.film("3号楼药箱", `ean13:${IBUPROFEN}:布洛芬片`) });
});
after(() => house.close());

test("a box's label before the camera opens the box", async () => {
  await page.click("text=扫药箱标签");
  await page.waitForURL(`**/B/${house.box()}-*`);
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

test("the camera refused, or none at all: told in words, and the code can be typed", async () => {
  const other = await house.member({ name: "赵阿姨", refuses: true });
  await other.goto(`/B/${house.box()}#in`);
  await other.reload();
  await other.click(".camera-keys .primary");
  await other.waitForSelector("text=相机不让用");
  await type(other, IBUPROFEN);
  await other.waitForSelector(".line >> text=布洛芬片");
  const bare = await house.member({ name: "钱阿姨" });
  await bare.addInitScript(() => Object.defineProperty(Navigator.prototype, "mediaDevices", { value: undefined })); // as in many an app's own browser
  await bare.goto(`/B/${house.box()}#in`);
  await bare.reload();
  await bare.waitForSelector(".typed");
  if (await bare.locator(".camera-keys .primary").count()) await bare.click(".camera-keys .primary");
  await bare.waitForSelector("text=没有相机");
  await sound(other);
  await sound(bare);
});

test("one photo of a label and packs, from the first page: the packs land in the basket", async () => {
  const other = await house.member({ name: "孙师傅" });
  await other.setInputFiles("#photo", `${house.folder}/frame-1.jpg`);
  await other.waitForURL(`**/B/${house.box()}-*`);
  await other.waitForSelector(".hand >> text=布洛芬片");
  await other.click("a.huge.in");
  await other.waitForSelector(".line >> text=布洛芬片");
  assert.equal(await other.locator(".line").count(), 1);
  await other.click('button[aria-label="返回"]');
  await other.waitForSelector(".two");
  assert.equal(await other.locator(".hand").count(), 0, "they are in the basket now");
  await other.goto(`/B/${house.box("物业门口药箱")}#in`); // at another box: they belong where the label is
  await other.waitForSelector("h1 >> text=物业门口药箱");
  await other.setInputFiles("#photo", `${house.folder}/frame-1.jpg`);
  await other.waitForURL(`**/B/${house.box()}-*`);
  await other.waitForSelector(".hand >> text=布洛芬片");
  await other.click('button[aria-label="不要了"]');
  await other.waitForSelector(".hand", { state: "detached" });
  await other.goto(`/B/${house.box("物业门口药箱")}#in`);
  await other.waitForSelector(".typed");
  assert.equal(await other.locator(".line").count(), 0);
  await sound(other);
});

test("packs before their box: kept until one is opened", async () => {
  const other = await house.member({ name: "何阿姨" });
  for (const code of [IBUPROFEN, IBUPROFEN]) await scan(other, code);
  await other.waitForSelector(".hand >> text=布洛芬片 0.2g ×2");
  await other.click(".rows >> text=物业门口药箱");
  await other.click("a.huge.in");
  await other.waitForFunction(() => document.querySelector(".stepper input")?.value === "2");
  await sound(other);
});

test("a photo is read by the service where there is no camera", async () => {
  const other = await house.member({ name: "李师傅" });
  await other.goto(`/B/${house.box()}#in`);
  await other.reload();
  await other.setInputFiles("#photo", `${house.folder}/frame-1.jpg`);
  await other.waitForSelector(".line >> text=布洛芬片");
  await sound(other);
});
