// Paper from the desk: labels, posters, cards, calls for gifts; each is looked at page by page before it is
// printed, and what comes down is a PDF.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { House, sound } from "./house.mjs";

let house;
let desk;
before(async () => {
  house = await House.open();
  house.medbox("unmet", "物业门口药箱", "fever");
  house.medbox("setting", "set", "contact.community-phone", "0712-2222222");
  desk = await house.member({ name: "刘书记", role: "secretary", viewport: { width: 1280, height: 800 } });
});
after(() => house.close());

const enter = async (room) => {
  await desk.goto(`/desk/${room}`);
  await desk.waitForSelector(".room .card");
};
const look = async () => {
  await desk.click("text=看看印出来的样子");
  await desk.waitForFunction(() => document.querySelector("img.paper")?.naturalWidth > 0);
};
const picture = () => desk.getAttribute("img.paper", "src");
const pdf = async (key) => {
  const [file] = await Promise.all([desk.waitForEvent("download"), desk.click(key)]);
  const bytes = readFileSync(await file.path());
  assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
  return (bytes.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
};
const turn = async (way) => {
  const before = await picture();
  await desk.click(`button[aria-label="${way}"]`);
  await desk.waitForFunction((old) => document.querySelector("img.paper").src !== old, before);
};

test("labels on a roll: every page can be looked at, there and back", async () => {
  await enter("labels");
  await desk.locator(".stepper").first().locator("button").last().click(); // a half-used sheet, and then no sheet at all
  const single = desk.locator("select option").filter({ hasNotText: "每张" }).first(); // papers come after the page
  await desk.selectOption("select", await single.getAttribute("value"));
  await look();
  assert.match(await desk.innerText(".pager"), /第 1 页，共 2 页/);
  assert.ok(await desk.isDisabled('button[aria-label="上一页"]'));
  await turn("下一页");
  assert.ok(await desk.isDisabled('button[aria-label="下一页"]'));
  await turn("上一页");
  await desk.waitForSelector(".pager >> text=第 1 页");
  await sound(desk);
});

test("labels of chosen boxes only; what is no longer so is not shown", async () => {
  await enter("labels");
  await desk.click("text=自己选");
  assert.ok(await desk.isDisabled("text=看看印出来的样子"));
  await desk.fill(".choice input[type=search]", "物业");
  await desk.click(".picks label");
  await look();
  assert.match(await desk.innerText(".room [role=status] b"), /1 个标签，1 张纸/);
  await desk.fill(".choice input[type=search]", "");
  await desk.click("text=全选这");
  await desk.waitForSelector("img.paper", { state: "detached" });
  await sound(desk);
});

for (const [kind, pages] of [["药箱海报", 2], ["今日药品", 1], ["服务卡", 1], ["扫码枪命令卡", 1]])
  test(`${kind}: shown and printed`, async () => {
    await enter("cards");
    await desk.click(`.chip >> text=${kind}`);
    if (await desk.locator(".chip >> text=A5").count()) await desk.click(".chip >> text=A5");
    await look();
    assert.equal(await desk.locator(".pager").count(), pages > 1 ? 1 : 0);
    if (pages > 1) await turn("下一页");
    assert.equal(await pdf("text=下载 PDF"), pages);
    await sound(desk);
  });

test("a card that nothing can be said on is refused in words that stay", async () => {
  house.medbox("setting", "unset", "contact.community-phone");
  await enter("cards");
  await desk.click(".chip >> text=服务卡");
  await desk.click("text=看看印出来的样子");
  await desk.waitForSelector(".card .refusal >> text=电话");
  await desk.click(".chip >> text=药箱海报");
  assert.equal(await desk.locator(".card .refusal").count(), 0);
  await sound(desk);
});

test("today's stock of one box", async () => {
  await enter("cards");
  await desk.click(".chip >> text=今日药品");
  await desk.click(".chip >> text=自己选");
  await desk.click(".picks label >> text=3号楼药箱");
  await look();
  assert.equal(await pdf("text=下载 PDF"), 1);
  await sound(desk);
});

test("a call for gifts: two texts and a page for the wall", async () => {
  await enter("appeal");
  assert.match(await desk.innerText(".text >> nth=0"), /退烧/);
  assert.equal(await pdf("text=下载 PDF"), 1);
  await sound(desk);
});

test("an invitation comes with a card that is handed over", async () => {
  await desk.goto("/desk/people");
  await desk.click(".tools >> text=邀请");
  await desk.click("dialog button[type=submit]");
  await desk.waitForSelector("dialog .link");
  assert.equal(await pdf("text=加入卡"), 1);
  await sound(desk);
});
