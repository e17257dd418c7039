// The secretary's desk: a transfer from proposal to delivery over two people's screens, a booking that
// shows by itself, the city's board, people, tables, and what a volunteer may not open.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { House, IBUPROFEN, pickExpiry, scan, sound, type } from "./house.mjs";

let house;
let desk;
before(async () => {
  house = await House.open();
  desk = await house.member({ name: "刘书记", role: "secretary", viewport: { width: 1280, height: 800 } });
});
after(() => house.close());

const enter = async (room) => {
  await desk.goto(`/desk${room && `/${room}`}`);
  await desk.waitForSelector(`.rooms [aria-current]`);
};

test("a booking anywhere shows on the open desk by itself within a second or two", async () => {
  await enter("");
  await desk.waitForSelector("text=最近登记");
  const phone = await house.member({ name: "张阿姨" });
  await phone.goto(`/B/${house.box()}#in`);
  await phone.reload();
  await type(phone, IBUPROFEN);
  await pickExpiry(phone, 2029, 9);
  const rows = await desk.locator("section[aria-live] li").count();
  await phone.click(".foot .primary");
  await phone.waitForSelector("text=登记好了");
  await desk.waitForFunction((before) => document.querySelectorAll("section[aria-live] li").length > before, rows, { timeout: 4000 });
  await sound(phone);
  await sound(desk);
});

test("a transfer: agreed to at the desk, carried by a phone that scans both boxes", async () => {
  const name = "物业门口药箱";
  for (let i = 0; i < 3; i++) house.medbox("unmet", name, "fever");
  await enter("transfers");
  await desk.click("text=做一份调拨方案");
  await desk.waitForSelector("text=待您同意");
  const row = desk.locator(".room li").filter({ hasText: `→ ${name}` }).filter({ hasText: "布洛芬" });
  await row.first().locator("text=同意").click();
  await desk.waitForSelector("text=等人来送");
  const phone = house.visits[1].pages()[0];
  const before = house.units("布洛芬片", name);
  await phone.goto("/#walk");
  await phone.reload();
  for (const [box, button] of [["3号楼药箱", "取出 1 样，登记"], [name, "放入 1 样，登记"]]) {
    await phone.waitForSelector(`.stop >> text=${box}`);
    await phone.click("text=到了，扫药箱标签 >> nth=0");
    await phone.waitForSelector(".camera");
    await scan(phone, house.box(box));
    await phone.click(`text=${button}`);
    await phone.waitForSelector(`text=${button}`, { state: "detached" });
  }
  await phone.waitForSelector("text=现在没有要送的药");
  assert.ok(house.units("布洛芬片", name) > before);
  await sound(phone);
  await sound(desk);
});

test("the board: each cell says its days and shows its arithmetic", async () => {
  await enter("board");
  await desk.waitForSelector(".cover");
  await desk.fill(".tools input[type=search]", "3号楼");
  await desk.waitForFunction(() => document.querySelectorAll(".board-row a").length === 1);
  await desk.click(".cover >> nth=0");
  await desk.waitForSelector("dialog .arithmetic li");
  await desk.keyboard.press("Escape");
  await sound(desk);
});

for (const room of ["charts", "map", "ledger", "appeal", "people", "settings", "recalls", "exchange"])
  test(`the room ${room} opens`, async () => {
    await enter(room);
    await desk.waitForSelector(".room > *");
    await desk.waitForFunction(() => !document.querySelector(".room")?.textContent?.includes("正在打开"));
    assert.equal(await desk.locator("[role=alert]").count(), 0, await desk.innerText(".room"));
    await sound(desk);
  });

test("labels: just what is printed is shown, and the PDF comes down", async () => {
  await enter("labels");
  await desk.click("text=看看印出来的样子");
  await desk.waitForSelector("img.paper");
  assert.match(await desk.innerText(".room [role=status]"), /个标签，1 张纸/);
  const [file] = await Promise.all([desk.waitForEvent("download"), desk.click("text=下载 PDF")]);
  assert.equal(readFileSync(await file.path()).subarray(0, 5).toString(), "%PDF-");
  await sound(desk);
});

test("an invitation made at the desk lets somebody in", async () => {
  await enter("people");
  await desk.click(".tools >> text=邀请");
  await desk.click("dialog button[type=submit]");
  const link = await desk.textContent("dialog .link");
  assert.match(link, /\/J\/[0-9A-Z-]+$/);
  const phone = await house.phone({ name: "invited" });
  await phone.goto(new URL(link).pathname);
  await phone.waitForSelector("form");
  await sound(phone);
  await sound(desk);
});

test("a table is looked over before it is taken in, and its faults are told", async () => {
  const office = await house.member({ name: "区办", role: "office", area: "孝南区", viewport: { width: 1280, height: 800 } });
  await office.goto("/desk/exchange");
  await office.waitForSelector("#table", { state: "attached" });
  const good = `${house.folder}/boxes.csv`;
  writeFileSync(good, "\ufeff社区,网格,楼栋,药箱,位置,电话\n书院社区,,,8号楼药箱,门厅,0712-2345678\n");
  await office.setInputFiles("#table", good);
  await office.waitForSelector("text=新增 1");
  await office.click("[role=status] button.primary");
  await office.waitForSelector("text=已导入");
  assert.ok(house.medbox("box", "list").rows.some((row) => row.name === "8号楼药箱"));
  const bad = `${house.folder}/bad.csv`;
  writeFileSync(bad, "社区,药箱,居民数\n书院社区,9号楼药箱,很多\n");
  await office.setInputFiles("#table", bad);
  await office.waitForSelector(".card .refusal");
  await enter("exchange");
  await desk.setInputFiles("#table", good); // whoever has but a community
  await desk.waitForSelector(".toast.bad");
  await sound(office);
  await sound(desk);
});

test("a setting is changed, and the phones' rule with it", async () => {
  await enter("settings");
  await desk.fill(".tools input[type=search]", "intake.days-left");
  await desk.fill(".setting input", "30");
  await desk.press(".setting input", "Tab");
  await desk.waitForSelector("text=已保存");
  await sound(desk);
});

test("a volunteer's desk stays shut", async () => {
  const phone = house.visits[1].pages()[0];
  await phone.goto("/desk");
  await phone.waitForSelector("text=您的账号不能使用这一页");
  const status = await phone.evaluate(() => fetch("/api/1/overview").then((answer) => answer.status));
  assert.equal(status, 403);
});
