// What goes on while somebody stands at a box: others book, a finger taps twice, the page dies, the phone is full.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, IBUPROFEN, installed, kept, PARACETAMOL, pickExpiry, sound, type, until } from "./house.mjs";

const GATE = "物业门口药箱";

let house;
let page;
before(async () => {
  house = await House.open();
  page = await house.member();
});
after(() => house.close());

const open = async (what = "", box = "3号楼药箱", on = page) => {
  await on.goto(`/B/${house.box(box)}${what}`);
  await on.reload();
  await on.waitForSelector(what === "" ? ".two" : ".typed");
};

test("a gift between the comparison and its confirmation is no part of the count", async () => {
  house.medbox("donate", GATE, "布洛芬片", "--packs", "3", "--expiry", "2029-03");
  await open("#count", GATE);
  await type(page, IBUPROFEN);
  await page.click(".chip >> text=有效期至 2029");
  await page.click("text=数完了，比一比");
  await page.waitForSelector("text=账上 3 盒，数到 1 盒");
  house.medbox("donate", GATE, "布洛芬片", "--packs", "2", "--expiry", "2029-03");
  await kept(page, "stock", '"units":120');
  await page.click("text=确认，按数到的更正");
  await page.waitForSelector(".two");
  assert.equal(house.units("布洛芬片", GATE), 3 * 24); // the one that was counted and the two that came since
  await sound(page);
});

test("another takes the last pack: refused at once, before it is booked", async () => {
  house.medbox("withdraw", GATE, "布洛芬片", "--packs", "2");
  await kept(page, "stock");
  await open("#out", GATE);
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith("/bookings")), type(page, IBUPROFEN)]);
  await page.waitForSelector(".foot .primary:not([disabled])");
  house.medbox("withdraw", GATE, "布洛芬片", "--packs", "1");
  await page.waitForSelector(".line >> text=箱里有 0 盒");
  await page.waitForSelector(".line .refusal");
  assert.ok(await page.isDisabled(".foot .primary"));
  await page.click(".line .bare");
  await sound(page);
});

test("undo tapped twice: undone once, and nothing is left to mend", async () => {
  const before = house.units("对乙酰氨基酚片");
  await open("#in");
  await type(page, PARACETAMOL);
  await pickExpiry(page, 2029, 6);
  await page.click(".foot .primary");
  await page.waitForSelector("text=登记好了");
  await page.locator(".outcomes >> text=撤销").dblclick();
  await page.waitForSelector(".outcomes .gone");
  assert.equal(house.units("对乙酰氨基酚片"), before);
  await open();
  assert.equal(await page.locator(".standing").count(), 0);
  await sound(page);
});

test("killed while it is sent: what is on its way is in no basket any more", async () => {
  const before = house.units("对乙酰氨基酚片");
  let phone = await house.member({ name: "李师傅", kept: true });
  await installed(phone);
  await open("#in", undefined, phone);
  await type(phone, PARACETAMOL);
  await pickExpiry(phone, 2029, 6);
  await phone.waitForTimeout(1000); // what would be booked was asked
  const heard = new Promise((done) => void phone.route("**/api/1/bookings", async (route) => {
    await route.fetch(); // it arrives; its answer does not
    done();
  }));
  await phone.click(".foot .primary", { noWaitAfter: true });
  await heard;
  await phone.context().close();
  phone = await house.phone({ name: "李师傅", kept: true });
  await open("#in", undefined, phone);
  await phone.waitForSelector(".big-empty");
  assert.equal(await phone.locator(".line").count(), 0);
  assert.equal(house.units("对乙酰氨基酚片"), before + 20);
  await until(phone, () => document.querySelector(".standing") === null);
  assert.equal(house.units("对乙酰氨基酚片"), before + 20);
  await sound(phone);
});

test("so many that a finger may have slipped: asked once", async () => {
  await open("#in");
  await type(page, PARACETAMOL);
  await pickExpiry(page, 2029, 6);
  await page.fill(".line .stepper input", "9999");
  await page.press(".line .stepper input", "Tab");
  await page.click(".foot .primary");
  await page.waitForSelector("dialog >> text=对乙酰氨基酚片 0.5g 9999 盒");
  await page.click("dialog >> text=不，返回");
  assert.equal(await page.locator(".outcomes").count(), 0);
  await page.click(".line .bare");
  await sound(page);
});

test("a phone without room says so in its language, books nothing unsaid, and goes on when there is some", async () => {
  const before = house.units("对乙酰氨基酚片");
  await open("#in");
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    window.room = () => void (IDBObjectStore.prototype.put = put);
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  await type(page, PARACETAMOL);
  await page.waitForSelector(".standing.bad >> text=手机存储满了");
  await pickExpiry(page, 2029, 6);
  await page.click(".foot .primary");
  await page.waitForSelector(".toast.bad >> text=手机存储满了");
  assert.equal(await page.locator(".line").count(), 1);
  assert.equal(house.units("对乙酰氨基酚片"), before);
  await page.evaluate(() => window.room());
  await page.click(".foot .primary");
  await page.waitForSelector("text=登记好了");
  await page.waitForSelector(".standing", { state: "detached" });
  assert.equal(house.units("对乙酰氨基酚片"), before + 20);
  await sound(page);
});
