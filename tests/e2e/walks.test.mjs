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
  for (let i = 0; i < 4; i++) house.medbox("unmet", SHORT, "fever"); // so that a whole pack goes there
  desk = await house.member({ name: "刘书记", role: "secretary", viewport: { width: 1280, height: 800 } });
  phone = await house.member({ name: "张阿姨" });
  other = await house.member({ name: "李师傅" });
  for (const [name, area] of [["王师傅", "槐荫社区"], ["赵师傅", "孝南区"]]) await house.member({ name, area });
});
after(() => house.close());

const row = () => desk.locator(".rows > li").filter({ hasText: `→ ${SHORT}` }).filter({ hasText: "布洛芬" }).first();
const proposed = () => new Map(house.medbox("transfer", "list").rows.map((one) => [one.id, one.units]));
const rejectable = () => desk.locator("text=不要").count();
const shown = (page, text) => page.waitForSelector(`text=${text}`);

test("proposed, with its reason and arithmetic; the amount is changed by hand; agreed to", async () => {
  await desk.goto("/desk/transfers");
  await desk.click("text=做一份调拨方案");
  await shown(desk, "待您同意");
  const before = await row().locator(".stepper input").inputValue();
  const planned = proposed();
  await row().locator(".stepper input").fill("999"); // no more than the box has to give, and it says how much that is
  await row().locator(".stepper input").press("Tab");
  await desk.waitForSelector(".toast.bad >> text=3号楼药箱最多能给");
  await desk.waitForFunction(() => ![...document.querySelectorAll(".stepper input")].some((input) => Number(input.value) > 20));
  await row().locator(".stepper input").fill(before);
  await row().locator(".stepper input").press("Tab");
  await row().locator("summary").click();
  await row().locator('button[aria-label^="增加"]').click();
  await row().locator("text=同意").click(); // what stands in the field is what is agreed to
  await shown(desk, "等人来送");
  const agreed = house.medbox("transfer", "list").rows.find((one) => one.state === "accepted");
  assert.ok(agreed.units > planned.get(agreed.id), `${agreed.units} after ${planned.get(agreed.id)}`);
  const field = desk.locator("section").filter({ hasText: "等人来送" }).last().locator(".stepper input");
  assert.equal(Number(await field.inputValue()), Number(before) + 1);
  for (let left = await rejectable(); left > 0; left--) {
    await desk.click("text=不要 >> nth=0");
    await desk.waitForFunction((n) => [...document.querySelectorAll(".row-keys button")].filter((key) => key.textContent === "不要").length < n, left);
  }
  await sound(desk);
});

test("shared out to one person: on that phone, and on no other", async () => {
  for (const page of [phone, other]) await shown(page, "样药要送"); // nobody's yet: anybody may
  await desk.click("text=分给志愿者");
  const pick = (name) => desk.locator("dialog .picks label").filter({ hasText: name });
  await pick("张阿姨").waitFor();
  await desk.waitForSelector("dialog >> text=1 条路线，最长的约");
  assert.equal(await pick("王师傅").count(), 0); // who can't book in these boxes
  assert.ok(await pick("赵师傅").locator("input").isEnabled()); // of a wider area
  await pick("张阿姨").click();
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

test("what is on a walk is not shared out anew unless that is asked for", async () => {
  await desk.click("text=分给志愿者");
  const anew = desk.locator("dialog >> text=连这些也重新分");
  await anew.waitFor();
  const key = desk.locator("dialog button[type=submit]");
  assert.ok(await key.isDisabled()); // all of it is on a walk
  await anew.click();
  await desk.waitForSelector("dialog >> text=1 条路线，最长的约");
  assert.ok(await key.isEnabled());
  await anew.click();
  assert.ok(await key.isDisabled());
  await desk.keyboard.press("Escape");
  await desk.waitForSelector("dialog", { state: "detached" });
  await sound(desk);
});

test("recalled before it is taken out: that phone says why it is at no stop", async () => {
  const { id } = house.medbox("recall", "add", "布洛芬片", "--reason", "有异物");
  await phone.goto("/#walk");
  await phone.reload();
  await phone.waitForSelector(".notice >> text=已过期或被召回");
  assert.equal(await phone.locator(".stop").count(), 0);
  await sound(phone);
  house.medbox("recall", "lift", String(id));
  await phone.reload();
  await phone.waitForSelector(".stop");
  assert.equal(await phone.locator(".notice").count(), 0);
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

test("given to somebody of another community: that phone carries it; a step that is refused is not taken for made", async () => {
  for (let i = 0; i < 3; i++) house.medbox("unmet", SHORT, "cold");
  house.medbox("plan", "--propose", "--again");
  const { rows } = house.medbox("transfer", "list");
  const { id } = rows.find((one) => one.to_box_name.startsWith(SHORT));
  for (const other of rows) if (other.id !== id) house.medbox("transfer", "cancel", String(other.id));
  house.medbox("transfer", "accept", String(id));
  house.medbox("walk", "make", "--carriers", "孙师傅");
  const bearer = await house.member({ name: "孙师傅", area: "槐荫社区" });
  const stop = (box) => bearer.locator(".stop").filter({ has: bearer.locator("h2", { hasText: box }) });
  const arrive = async (box) => {
    await stop(box).locator("text=到了，扫药箱标签").click();
    await bearer.click("text=标签扫不出，手动确认");
  };
  await bearer.goto("/#walk");
  await stop("3号楼药箱").locator("text=到了，扫药箱标签").click();
  await bearer.waitForSelector(".camera");
  await scan(bearer, house.box(SHORT)); // another stop's label: told, and gone on with
  await bearer.waitForSelector(`.toast >> text=这是 ${SHORT}，也在路线上`);
  await bearer.waitForSelector(`.stop.here h2 >> text=${SHORT}`);
  await arrive("3号楼药箱");
  await bearer.route("**/carry", (route) => route.fulfill({ status: 409, json: { error: { kind: "refused", message: "等一等再取", field: null } } }), { times: 1 });
  await bearer.click("text=取出 1 样，登记");
  await bearer.waitForSelector(".stop .refusal >> text=等一等再取");
  assert.equal(await bearer.locator("text=放入 1 样，登记").count(), 0);
  assert.equal(await stop(SHORT).locator("text=到了").count(), 0);
  await bearer.click("text=取出 1 样，登记"); // made anew
  await stop(SHORT).locator("text=到了").waitFor();
  assert.equal(await bearer.locator(".refusal").count(), 0);
  await arrive(SHORT);
  await bearer.click("text=放入 1 样，登记");
  await shown(bearer, "现在没有要送的药");
  await bearer.locator(".standing").waitFor({ state: "detached" }); // nothing waits to be sent
  assert.equal(house.medbox("transfer", "list", "--all").rows.find((one) => one.id === id).state, "done");
  await sound(bearer);
});
