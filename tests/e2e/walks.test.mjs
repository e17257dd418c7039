// Transfers from proposal to delivery over several people's screens: changed by hand, agreed to, shared out,
// carried, followed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, scan, sound } from "./house.mjs";

const SHORT = "物业门口药箱";

let house;
let desk;
let phone;
let other;
before(async () => {
  house = await House.open();
  for (let i = 0; i < 3; i++) house.medbox("unmet", SHORT, "fever");
  desk = await house.member({ name: "刘书记", role: "secretary", viewport: { width: 1280, height: 800 } });
  phone = await house.member({ name: "张阿姨" });
  other = await house.member({ name: "李师傅" });
});
after(() => house.close());

const row = () => desk.locator(".rows > li").filter({ hasText: `→ ${SHORT}` }).filter({ hasText: "布洛芬" }).first();
const rejectable = () => desk.locator("text=不要").count();
const shown = (page, text) => page.waitForSelector(`text=${text}`);

test("proposed, with its reason and arithmetic; the amount is changed by hand; agreed to", async () => {
  await desk.goto("/desk/transfers");
  await desk.click("text=做一份调拨方案");
  await shown(desk, "待您同意");
  const before = await row().locator(".stepper input").inputValue();
  await row().locator('button[aria-label^="增加"]').click();
  await row().locator("text=改数量").click();
  await desk.waitForFunction((old) => ![...document.querySelectorAll(".stepper input")].some((input) => input.value === old) || document.querySelector(".row-keys")?.textContent?.includes("改数量") === false, before);
  assert.ok(Number(await row().locator(".stepper input").inputValue()) > Number(before));
  await row().locator("summary").click();
  await row().locator("text=同意").click();
  await shown(desk, "等人来送");
  for (let left = await rejectable(); left > 0; left--) {
    await desk.click("text=不要 >> nth=0");
    await desk.waitForFunction((n) => [...document.querySelectorAll(".row-keys button")].filter((key) => key.textContent === "不要").length < n, left);
  }
  await sound(desk);
});

test("shared out to one person: on that phone, and on no other", async () => {
  for (const page of [phone, other]) await shown(page, "样药要送"); // nobody's yet: anybody may
  await desk.click("text=分给志愿者");
  await desk.click("dialog .picks >> text=张阿姨");
  await desk.click("dialog button[type=submit]");
  await desk.waitForSelector(".walk-card >> text=张阿姨");
  assert.match(await desk.innerText(".walk-card"), /已送到 0\/1/);
  await row().locator("text=张阿姨").waitFor();
  await other.reload();
  await other.waitForSelector(".rows a");
  await other.waitForFunction(() => !document.body.textContent.includes("样药要送"));
  await sound(other);
  await sound(desk);
});

test("carried by that phone, which scans both boxes; the desk follows by itself", async () => {
  const before = house.units("布洛芬片", SHORT);
  await phone.goto("/#walk");
  await phone.reload();
  for (const [box, button] of [["3号楼药箱", "取出 1 样，登记"], [SHORT, "放入 1 样，登记"]]) {
    await phone.waitForSelector(`.stop >> text=${box}`);
    await phone.click("text=到了，扫药箱标签 >> nth=0");
    await phone.waitForSelector(".camera");
    await scan(phone, house.box(box === SHORT ? box : "外社区药箱"));
    if (box !== SHORT) { // the wrong box is told
      await phone.waitForSelector(".toast.bad");
      await scan(phone, house.box(box));
    }
    await phone.click(`text=${button}`);
    await phone.waitForSelector(`text=${button}`, { state: "detached" });
    if (box !== SHORT) await desk.waitForSelector("h2 >> text=正在路上");
  }
  await shown(phone, "现在没有要送的药");
  await desk.waitForSelector(".walk-card", { state: "detached" }); // nothing of it is left to do
  assert.ok(house.units("布洛芬片", SHORT) > before);
  await sound(phone);
  await sound(desk);
});

test("with nothing to share out there is no key for it", async () => {
  await desk.reload();
  await desk.waitForSelector(".room .tools");
  assert.equal(await desk.locator("text=分给志愿者").count(), 0);
  await sound(desk);
});
