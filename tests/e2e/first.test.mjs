// The very first day: from the one-time link to a box that a volunteer opens.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, PASSWORD, pick, PIN, sound } from "./house.mjs";

let house;
let office;
before(async () => (house = await House.bare()));
after(() => house.close());

const field = (page, label) => page.locator("dialog label").filter({ hasText: label }).locator("input, select");
const closed = (page) => page.waitForSelector("dialog", { state: "detached" });
const enter = async (page, room) => {
  await page.goto(`/desk${room && `/${room}`}`);
  await page.waitForSelector(".room > *");
  await page.waitForFunction(() => !document.querySelector(".room").textContent.includes("正在打开"));
};

async function choose(page, name, secret, again = secret) {
  if (name) await page.fill("input[autocomplete=username]", name);
  for (const [i, text] of [secret, again].entries()) await page.locator("input[autocomplete=new-password]").nth(i).fill(text);
  await page.click("button[type=submit]");
}

test("the link makes the first office: a weak password is refused in words, a good one opens the desk", async () => {
  office = await house.phone({ name: "office", viewport: { width: 1280, height: 800 } });
  await office.goto(house.first);
  await office.waitForSelector("form");
  await choose(office, "区管理办", "1234");
  await office.waitForSelector(".refusal");
  await choose(office, "区管理办", PASSWORD, `${PASSWORD}!`);
  await office.waitForSelector(".refusal >> text=两次输入不一样");
  await choose(office, "区管理办", PASSWORD);
  await office.waitForSelector(".rooms");
  const other = await house.phone({ name: "late" });
  await other.goto(house.first);
  await other.waitForSelector(".refusal");
  assert.equal(await other.locator("input[type=password]").count(), 0, "it is good once");
  await sound(other);
  await sound(office);
});

test("what is to be done first stands where the shortages will", async () => {
  await office.waitForSelector("text=从这里开始");
  await office.click("text=添加社区");
  await office.waitForSelector("h1 >> text=社区和网格");
  await sound(office);
});

test("with nothing there every room stands, and says what to do", async () => {
  for (const room of ["", "board", "charts", "map", "ledger", "transfers", "appeal", "labels", "cards", "recalls", "boxes", "areas", "medicines", "people",
    "hooks", "settings", "exchange"]) {
    await enter(office, room);
    assert.equal(await office.locator(".room > .card[role=alert]").count(), 0, `${room}: ${await office.innerText(".room")}`);
  }
  await enter(office, "boxes");
  await office.waitForSelector("text=还没有药箱");
  await sound(office);
});

test("a community, a box in it, a secretary, a volunteer: each lets in the next", async () => {
  await enter(office, "areas");
  await office.click("[aria-label='在孝南区里添加']");
  await field(office, "名称").fill("书院社区");
  await office.click("dialog button[type=submit]");
  await closed(office);
  await enter(office, "boxes");
  await office.click("text=添加药箱");
  await field(office, "名称").fill("1号楼药箱");
  await pick(field(office, "属于"), "书院");
  await office.click("dialog button[type=submit]");
  await closed(office);
  const secretary = await letIn(office, "书记", "刘书记", PASSWORD, { width: 1280, height: 800 });
  await secretary.waitForSelector(".rooms");
  const volunteer = await letIn(secretary, "志愿者", "张阿姨", PIN, { width: 360, height: 740 });
  await volunteer.click(".rows >> text=1号楼药箱");
  await volunteer.waitForSelector(".two");
  for (const page of [office, secretary, volunteer]) await sound(page);
});

async function letIn(page, role, name, secret, viewport) {
  await enter(page, "people");
  await page.click(".tools >> text=邀请");
  await field(page, "角色").selectOption({ label: role });
  await field(page, "范围").fill("书院");
  await page.click("dialog .hits button >> text=书院社区");
  await field(page, "给谁").fill(name);
  await page.click("dialog button[type=submit]");
  const link = await page.textContent("dialog .link");
  const guest = await house.phone({ name, viewport });
  await guest.goto(new URL(link).pathname);
  await guest.waitForSelector("form");
  await choose(guest, null, secret);
  await guest.waitForURL((url) => !url.pathname.startsWith("/J/"));
  return guest;
}
