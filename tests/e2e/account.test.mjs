// Joining, signing in, other devices, a session that is ended in mid-use.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, IBUPROFEN, PIN, pickExpiry, sound, type } from "./house.mjs";

let house;
before(async () => (house = await House.open()));
after(() => house.close());

const signIn = async (page, name, secret) => {
  await page.fill("input[autocomplete=username]", name);
  await page.fill("input[type=password]", secret);
  await page.click("button[type=submit]");
};

const endOther = async (page) => {
  await page.goto("/#account");
  await page.reload();
  await page.click("text=退出该设备");
  await page.waitForFunction(() => document.querySelectorAll("main .rows li").length === 1);
};

test("joined by an invitation, which is good once", async () => {
  const code = house.invite("volunteer");
  const page = await house.phone({ name: "one" });
  await page.goto(`/J/${code}`);
  await page.fill("input[autocomplete=username]", "张阿姨");
  const secrets = page.locator("input[type=password]");
  assert.deepEqual(await secrets.evaluateAll((fields) => fields.map((field) => field.inputMode)), ["numeric", "numeric"], "a PIN's keys");
  await secrets.nth(0).fill(PIN);
  await secrets.nth(1).fill("999999");
  await page.click("button[type=submit]");
  await page.waitForSelector("text=两次输入不一样");
  await secrets.nth(1).fill(PIN);
  await page.click("button[type=submit]");
  await page.waitForSelector("text=我的药箱");
  assert.equal(await page.locator(".rows > li").count(), 2, "the boxes of the own community");
  const other = await house.phone({ name: "two" });
  await other.goto(`/J/${code}`);
  await other.waitForSelector(".refusal");
  assert.equal(await other.locator("input[type=password]").count(), 0, "another code may be typed, no account made");
  await sound(page);
  await sound(other);
});

test("joined by a code typed from the card: as it is written there, after one that is none", async () => {
  const page = await house.phone({ name: "typing" });
  const typed = async (code) => {
    await page.fill("input[autocapitalize=characters]", code);
    await page.click("button[type=submit]");
  };
  await page.goto("/j");
  await page.waitForSelector("text=加入");
  assert.ok(await page.isDisabled("button[type=submit]"));
  await typed("ABCD-EFGH");
  await page.waitForSelector(".refusal");
  await typed(`${house.invite("volunteer").toLowerCase()} `);
  await page.fill("input[autocomplete=username]", "李阿姨");
  const secrets = page.locator("input[type=password]");
  for (const n of [0, 1]) await secrets.nth(n).fill(PIN);
  await page.click("button[type=submit]");
  await page.waitForSelector("text=我的药箱");
  assert.equal(new URL(page.url()).pathname, "/");
  await sound(page);
});

test("signed out and in again; a wrong PIN is told in words", async () => {
  const page = house.visits[0].pages()[0];
  await page.goto("/#account");
  await page.reload();
  await page.click("text=退出登录");
  await page.waitForSelector("h1 >> text=登录");
  await signIn(page, "张阿姨", "000000");
  await page.waitForSelector(".refusal");
  await signIn(page, "张阿姨", PIN);
  await page.waitForSelector("text=我的药箱");
  await sound(page);
});

test("a session ended from another device in mid-use: told at once, and the basket is still there", async () => {
  const [first, second] = [house.visits[0].pages()[0], await house.phone({ name: "second" })];
  await second.goto("/");
  await signIn(second, "张阿姨", PIN);
  await second.waitForSelector("text=我的药箱");
  await second.goto(`/B/${house.box()}#in`);
  await second.reload();
  await type(second, IBUPROFEN);
  await second.waitForSelector(".line");
  await endOther(first);
  await second.waitForSelector("text=登录已失效");
  await second.goto("/#sign");
  await signIn(second, "张阿姨", PIN);
  await second.waitForSelector("text=我的药箱");
  await second.goto(`/B/${house.box()}#in`);
  await second.waitForSelector(".line >> text=布洛芬片");
  await sound(second);
});

test("what was booked without a network by a session that was ended is sent after signing in", async () => {
  const [first, second] = [house.visits[0].pages()[0], house.visits[house.visits.length - 1].pages()[0]];
  await pickExpiry(second, 2029, 6);
  await second.context().setOffline(true);
  await second.click(".foot .primary");
  await second.waitForSelector("text=已记在手机里");
  await endOther(first);
  const before = house.units("布洛芬片");
  await second.context().setOffline(false);
  await second.goto("/#sign");
  await signIn(second, "张阿姨", PIN);
  await second.waitForSelector("text=我的药箱");
  await second.goto("/#queue");
  await second.waitForSelector("text=都已登记好了");
  assert.equal(house.units("布洛芬片"), before + 24);
  await sound(second);
});
