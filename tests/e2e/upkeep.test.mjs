// What a secretary looks after: boxes, areas, medicines and their codes; what is refused is said where it
// belongs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, IBUPROFEN, NEVER_SEEN, pick, sound, type } from "./house.mjs";

let house;
let desk;
before(async () => {
  house = await House.open();
  desk = await house.member({ name: "刘书记", role: "secretary", viewport: { width: 1280, height: 800 } });
});
after(() => house.close());

const enter = async (room) => {
  await desk.goto(`/desk/${room}`);
  await desk.waitForSelector(".tools, .tree");
};
const field = (label) => desk.locator("dialog label").filter({ hasText: label }).locator("input, select");
const closed = () => desk.waitForSelector("dialog", { state: "detached" });
const boxes = () => house.medbox("box", "list").rows;

test("a box is added where it belongs, and stands on the phones", async () => {
  await enter("boxes");
  await desk.click("text=添加药箱");
  await field("名称").fill("9号楼药箱");
  await field("属于").fill("书院");
  await desk.click("dialog .hits button");
  await field("联系电话").fill("0712-1111111");
  await field("纬度").fill("30.9264");
  await field("经度").fill("113.9110");
  await desk.click("dialog >> text=添加 >> nth=-1");
  await closed();
  await desk.waitForSelector(".rows >> text=9号楼药箱");
  const box = boxes().find((row) => row.name === "9号楼药箱");
  const kept = house.medbox("box", "show", box.code);
  assert.match(JSON.stringify(kept), /0712-1111111/);
  assert.match(JSON.stringify(kept), /30\.9264/);
  await sound(desk);
});

test("an older answer that comes late does not take the place of a newer one", async () => {
  const page = await house.member({ name: "慢书记", role: "secretary", viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    const { fetch } = window;
    let first = true;
    window.fetch = async (what, ...more) => {
      const late = first && /boxes[?]retired/.test(typeof what === "string" ? what : what.url);
      if (late) first = false;
      const answer = await fetch(what, ...more);
      if (late) await new Promise((release) => (window.release = release));
      return answer;
    };
  });
  await page.goto("/desk/boxes");
  await page.click("text=添加药箱");
  const field = (label) => page.locator("dialog label").filter({ hasText: label }).locator("input");
  await field("名称").fill("后来的药箱");
  await pick(field("属于"), "书院");
  await page.click("dialog button[type=submit]");
  await page.waitForSelector(".rows >> text=后来的药箱");
  await page.evaluate(() => new Promise((done) => {
    window.release();
    setTimeout(done, 300);
  }));
  assert.equal(await page.locator(".rows >> text=后来的药箱").count(), 1);
  await sound(page);
});

test("a box is found by its code, changed, and only what was changed is sent", async () => {
  await enter("boxes");
  await desk.fill(".tools input[type=search]", house.box("物业门口药箱"));
  await desk.waitForFunction(() => document.querySelectorAll(".rows li").length === 1);
  await desk.click(".rows button.row");
  assert.ok(await desk.isDisabled("dialog button[type=submit]"), "nothing is changed yet");
  await field("放在哪里").fill("物业前台");
  const [request] = await Promise.all([desk.waitForRequest((sent) => sent.method() === "PATCH"), desk.click("dialog button[type=submit]")]);
  assert.deepEqual(request.postDataJSON(), { place: "物业前台", seen: { place: "单元门口左手边" } }); // and what was seen of it
  await closed();
  await desk.waitForSelector(".rows >> text=物业前台");
  await sound(desk);
});

test("a name that is taken is refused in words, and what was typed stays", async () => {
  await enter("boxes");
  await desk.click("text=添加药箱");
  await field("名称").fill("3号楼药箱");
  await pick(field("属于"), "书院");
  await desk.click("dialog button[type=submit]");
  await desk.waitForSelector("dialog .refusal");
  assert.match(await desk.innerText("dialog .refusal"), /[\u4e00-\u9fff]/);
  assert.equal(await field("名称").inputValue(), "3号楼药箱");
  await desk.keyboard.press("Escape");
  await closed();
  await sound(desk);
});

test("a box that holds medicine is not retired; an empty one is, after a second question", async () => {
  await enter("boxes");
  await desk.click(".rows >> text=3号楼药箱");
  await desk.click("dialog >> text=停用这个药箱");
  await desk.click("dialog dialog .danger");
  await desk.waitForSelector("dialog dialog .refusal");
  await desk.click("dialog dialog >> text=不，返回");
  await desk.keyboard.press("Escape");
  await closed();
  await desk.click(".rows >> text=9号楼药箱");
  await desk.click("dialog >> text=停用这个药箱");
  await desk.click("dialog dialog .danger");
  await closed();
  await desk.waitForSelector(".rows >> text=9号楼药箱", { state: "detached" });
  await desk.click("text=也看停用的");
  await desk.waitForSelector(".rows .gone >> text=9号楼药箱");
  await sound(desk);
});

test("a recall is asked about before it holds, with what it is of; so is its end", async () => {
  const office = await house.member({ name: "区办", role: "office", area: "孝南区", viewport: { width: 1280, height: 800 } });
  const start = async () => {
    await office.goto("/desk/recalls");
    await office.fill("form input[type=text] >> nth=0", "布洛芬片");
    await office.waitForSelector(".hits button");
    await office.keyboard.press("Enter");
    await office.fill("form label:has-text('批号') input", "240311");
    await office.fill("form label:has-text('原因') input", "药监局通知");
    await office.click("form > button[type=submit]");
    await office.waitForSelector("dialog h2 >> text=240311");
  };
  await start();
  assert.match(await office.innerText("dialog"), /1 个药箱里现有 3 盒/);
  await office.click("dialog >> text=不，返回");
  assert.equal(house.medbox("recall", "list").rows.length, 0);
  await start();
  await office.click("dialog .danger");
  await office.waitForSelector(".rows >> text=药监局通知");
  await office.click(".rows >> text=解除");
  await office.click("dialog .danger");
  await office.waitForSelector(".rows >> text=已解除");
  await sound(office);
});

test("a grid is added to the community, renamed, and a box moves into it", async () => {
  await enter("areas");
  await desk.click("[aria-label='在书院社区里添加']");
  await field("名称").fill("一网格");
  await desk.click("dialog button[type=submit]");
  await closed();
  await desk.waitForSelector(".tree >> text=一网格");
  await desk.click("[aria-label='改名: 一网格']");
  await field("名称").fill("第一网格");
  await desk.click("dialog button[type=submit]");
  await closed();
  await enter("boxes");
  await desk.click(".rows >> text=物业门口药箱");
  await field("属于").fill("第一网格");
  await desk.click("dialog .hits button >> text=书院社区 · 第一网格");
  await desk.click("dialog button[type=submit]");
  await closed();
  await desk.waitForSelector(".rows li:has-text('物业门口药箱') >> text=第一网格");
  await sound(desk);
});

test("an area that is not in the list is not taken for one", async () => {
  await enter("boxes");
  await desk.click("text=添加药箱");
  await field("名称").fill("无处药箱");
  await field("属于").fill("不存在的社区");
  await desk.waitForSelector("dialog >> text=没有找到");
  await desk.click("dialog button[type=submit]");
  assert.equal(await desk.locator("dialog").count(), 1);
  assert.ok(!boxes().some((row) => row.name === "无处药箱"));
  await desk.keyboard.press("Escape");
  await sound(desk);
});

test("a medicine is added with all that its pack says, and a phone finds it", async () => {
  await enter("medicines");
  await desk.click("text=添加药品");
  await field("通用名").fill("社区藿香胶囊");
  await field("治什么").selectOption("cold");
  await field("剂型").selectOption("capsule");
  await field("规格").fill("0.35g");
  await field("单位").first().fill("粒");
  await field("一盒有多少个单位").fill("２４"); // as a Chinese keyboard types it
  await field("一个人一天用几个单位").fill("12");
  await field("分类").selectOption("A");
  await field("有效成分").fill("广藿香、金银花、紫苏");
  await desk.click("dialog button[type=submit]");
  await closed();
  await desk.fill(".tools input[type=search]", "金银花");
  await desk.waitForSelector(".rows >> text=社区藿香胶囊");
  const phone = await house.member({ name: "张阿姨" });
  await phone.goto(`/B/${house.box()}#in`);
  await phone.reload();
  await type(phone, "社区藿香");
  await phone.waitForSelector(".line >> text=社区藿香胶囊");
  await sound(phone);
  await sound(desk);
});

test("a medicine's code is taught by the hand scanner at the desk", async () => {
  await enter("medicines");
  await desk.fill(".tools input[type=search]", "板蓝根");
  await desk.click(".rows >> text=板蓝根颗粒");
  await field("条码或追溯码前段").focus();
  await desk.keyboard.type(NEVER_SEEN);
  await desk.click("dialog >> text=记住这个码");
  await desk.waitForSelector(`dialog .rows >> text=${NEVER_SEEN}`);
  await field("条码或追溯码前段").fill("12345");
  await desk.click("dialog >> text=记住这个码");
  await desk.waitForSelector("dialog .refusal");
  await desk.keyboard.press("Escape");
  await closed();
  await desk.fill(".tools input[type=search]", IBUPROFEN);
  await desk.waitForSelector(".rows >> text=布洛芬片");
  await sound(desk);
});

test("what a volunteer named waits to be checked, and is put right", async () => {
  house.medbox("drug", "add", "社区凉茶", "--type", "throat", "--age", "adult", "--form", "granules", "--unit", "袋", "--pack", "10", "--day", "3", "--class", "B");
  await enter("medicines");
  await desk.click(".chip >> text=待核对");
  await desk.click(".rows >> text=社区凉茶");
  await field("分类").selectOption("rx");
  await field("有效成分").fill("甘草");
  await desk.click("dialog button[type=submit]");
  await closed();
  await desk.waitForSelector(".rows >> text=社区凉茶", { state: "detached" });
  assert.match(JSON.stringify(house.medbox("drug", "list").rows.find((row) => row.name === "社区凉茶")), /rx|处方/);
  await sound(desk);
});

test("a medicine is no longer taken, and taken again", async () => {
  await enter("medicines");
  await desk.fill(".tools input[type=search]", "感冒灵");
  await desk.click(".rows >> text=感冒灵颗粒");
  await desk.click("dialog >> text=不再收这种药");
  await closed();
  await desk.click(".chip >> text=不再收的");
  await desk.click(".rows >> text=感冒灵颗粒");
  await desk.click("dialog >> text=重新开始收");
  await closed();
  await desk.waitForSelector(".rows", { state: "detached" });
  await sound(desk);
});

test("a setting shows once, and goes back to what holds above it", async () => {
  await enter("settings");
  await desk.fill(".tools input[type=search]", "intake.days-left");
  await desk.fill(".setting input", "30");
  await desk.press(".setting input", "Tab");
  await desk.waitForSelector("text=已保存");
  await desk.waitForSelector(".setting >> text=恢复默认");
  assert.equal(await desk.locator(".setting").count(), 1);
  await desk.click("text=恢复默认");
  await desk.waitForFunction(() => document.querySelector(".setting input").value === "90");
  await desk.fill(".setting input", "很多");
  await desk.press(".setting input", "Tab");
  await desk.waitForSelector(".toast.bad");
  await sound(desk);
});
