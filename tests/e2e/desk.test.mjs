// The secretary's desk: a booking that shows by itself, the board, labels, people, tables, and what a
// volunteer may not open.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { after, before, test } from "node:test";
import { House, IBUPROFEN, PASSWORD, pickExpiry, PIN, sound, type } from "./house.mjs";

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

test("what was done yesterday and told today bears yesterday's moment", async () => {
  const status = await desk.evaluate(async ([box, drug]) => {
    const { token } = await (await fetch("/api/1/me")).json();
    const ago = Date.now() - 86_400_000;
    const uid = `${ago.toString(16).padStart(12, "0").replace(/^(.{8})/, "$1-")}-7000-8000-0123456789ab`;
    const entry = { uid, kind: "take", box, drug, units: 1, done_at: ago, offline: true };
    const answer = await fetch("/api/1/bookings", {
      method: "POST", headers: { "Content-Type": "application/json", "X-Form-Token": token }, body: JSON.stringify({ entries: [entry] }) });
    return (await answer.json()).verdicts[0].verdict;
  }, [house.box().replace("-", ""), house.medbox("drug", "list").rows.find((row) => row.name.startsWith("布洛芬")).id]);
  assert.equal(status, "booked");
  for (const room of ["", "ledger"]) {
    await enter(room);
    const line = (await desk.locator("li").filter({ hasText: "补登" }).first().innerText()).split("\n").at(-1);
    assert.match(line, /^\d\d-\d\d \d\d:\d\d （?\(?今天 /, line);
  }
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

test("stock: by kind on the overview, by medicine and box in its room", async () => {
  await enter("");
  const [fever] = await desk.locator("section").filter({ hasText: "库存" }).last().locator("li").allInnerTexts();
  assert.match(fever, /退烧[^]*盒[^]*够 [1-9]\d* 人用一天[^]*[1-9] 个药箱/);
  await enter("stock");
  const there = house.units("布洛芬片", "3号楼药箱");
  await desk.fill(".tools input[type=search]", "布洛芬 3号楼");
  await desk.waitForSelector("text=1 种药");
  await desk.click(".stocked summary");
  const line = await desk.innerText(".stocked li");
  assert.ok(line.includes("3号楼药箱") && there > 0, line);
  await desk.fill(".tools input[type=search]", "没有的药");
  await desk.waitForSelector("text=药箱里没有找到");
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
  await desk.fill("dialog label:has-text('给谁') input", "王阿姨");
  await desk.click("dialog button[type=submit]");
  const link = await desk.textContent("dialog .link");
  assert.match(link, /\/J\/[0-9A-Z-]+$/);
  assert.equal(await readQr(), link);
  assert.match(await desk.innerText("dialog"), /\d\d-\d\d \d\d:\d\d 前有效/);
  await join(new URL(link).pathname, "王阿姨", PIN);
  await desk.keyboard.press("Escape");
  await sound(desk);
});

/** What a phone reads off the screen. */
async function readQr() {
  const picture = joinPath(house.folder, "screen.png");
  await desk.locator("dialog .qr").screenshot({ path: picture });
  return execFileSync("zbarimg", ["-q", "--raw", picture], { encoding: "utf8" }).trim();
}

/** Through the page of an invitation or of a reset, as the person does. */
async function join(path, name, secret) {
  const phone = await house.phone({ name });
  await phone.goto(path);
  await phone.waitForSelector("form");
  const known = phone.locator("input[autocomplete=username]");
  if (await known.count()) assert.equal(await known.inputValue(), name, "the name that the invitation is for");
  for (const i of [0, 1]) await phone.locator("input[autocomplete=new-password]").nth(i).fill(secret);
  await phone.click("button[type=submit]");
  await phone.waitForSelector("h2 >> text=我的药箱");
  await sound(phone);
  return phone;
}
const person = (name) => desk.locator(".rows > li").filter({ hasText: name });

test("a forgotten PIN: reset at the desk, the old session ends, a new PIN is chosen", async () => {
  const phone = house.visits[house.visits.length - 1].pages()[0];
  await enter("people");
  await person("王阿姨").locator("text=重设密码").click();
  await desk.click("dialog >> text=不，返回"); // nothing happened
  await person("王阿姨").locator("text=重设密码").click();
  await desk.click("dialog .danger");
  const link = await desk.textContent("dialog .link");
  await phone.waitForSelector("text=登录已失效");
  await join(new URL(link).pathname, "王阿姨", "480317");
  await desk.keyboard.press("Escape");
  await sound(desk);
});

test("signed out everywhere, suspended, reinstated; of no role but a lower one", async () => {
  const phone = house.visits[house.visits.length - 1].pages()[0];
  await enter("people");
  await person("王阿姨").locator("text=退出所有设备").click();
  await desk.click("dialog .danger");
  await phone.waitForSelector("text=登录已失效");
  await person("王阿姨").locator("text=停用").click();
  await desk.click("dialog .danger");
  await person("王阿姨").locator("text=恢复").click();
  await person("王阿姨").locator("text=改 >> nth=0").click();
  // No role is offered that the service would refuse, nor a key for somebody of one's own.
  assert.deepEqual(await desk.locator("dialog select option").allInnerTexts(), ["志愿者"]);
  await desk.keyboard.press("Escape");
  assert.equal(await person("刘书记").locator(".row-keys").count(), 0);
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
  await office.waitForSelector("text=接下来：打印标签");
  const slip = `${house.folder}/slip.csv`; // a name that nobody has makes a community, which is told before
  writeFileSync(slip, "社区,网格,药箱\n书院设区,二网格,10号楼药箱\n");
  await office.setInputFiles("#table", slip);
  await office.waitForSelector("text=新的社区：书院设区");
  await office.waitForSelector("text=有 2 个新的");
  assert.ok(!house.medbox("area", "list").rows.some((row) => row.name === "书院设区"));
  const bad = `${house.folder}/bad.csv`;
  writeFileSync(bad, "社区,药箱,居民数\n书院社区,9号楼药箱,很多\n");
  await office.setInputFiles("#table", bad);
  await office.waitForSelector(".card .refusal");
  await enter("exchange");
  await desk.waitForSelector("text=只有管全区的人能导入"); // whoever has but a community
  assert.equal(await desk.locator("#table").count(), 0);
  await sound(office);
  await sound(desk);
});

test("who sits at a desk begins there, unless they came for a page", async () => {
  for (const [from, to] of [["/", "/desk"], ["/#sign", "/desk"], [`/B/${house.box()}#sign`, `/B/${house.box()}`], ["/desk/people", "/desk/people"]]) {
    const page = await house.phone({ name: "desk" });
    await page.goto(from);
    await page.fill("input[autocomplete=username]", "刘书记");
    await page.fill("input[autocomplete=current-password]", PASSWORD);
    await page.click("button[type=submit]");
    await page.waitForURL(`**${to}`);
    await page.waitForSelector(to.startsWith("/B/") ? "h1 >> text=3号楼药箱" : ".room > *");
    await sound(page);
    await page.context().close();
  }
});

test("the service goes: the open desk says so by itself, and shows all again when it is back", async () => {
  await enter("charts");
  await desk.waitForSelector(".chart");
  await house.still();
  await desk.waitForSelector(".standing >> text=没有网络", { timeout: 15_000 });
  await desk.click("text=28 天");
  await desk.waitForSelector(".room [role=alert]");
  await house.serve();
  await desk.waitForSelector(".chart", { timeout: 30_000 });
  await desk.waitForFunction(() => !document.querySelector(".standing"));
  assert.equal(await desk.locator(".room [role=alert]").count(), 0);
});

test("a volunteer's desk stays shut", async () => {
  const phone = house.visits[1].pages()[0];
  await phone.goto("/desk");
  await phone.waitForSelector("text=您的账号不能使用这一页");
  const status = await phone.evaluate(() => fetch("/api/1/overview").then((answer) => answer.status));
  assert.equal(status, 403);
});
