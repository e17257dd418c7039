// A volunteer's phone: giving, taking, counting, what is refused, what is learned, what is undone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { COLD, finds, House, IBUPROFEN, kept, NEVER_SEEN, PARACETAMOL, pickExpiry, scan, sound, type } from "./house.mjs";

let house;
let page;
before(async () => {
  house = await House.open();
  page = await house.member();
});
after(() => house.close());

const open = async (what = "", box = "3号楼药箱") => {
  await page.goto(`/B/${house.box(box)}${what}`);
  await page.reload();
  await page.waitForSelector(what === "" ? ".two" : ".typed");
};
const line = (name) => page.locator(".line").filter({ has: page.locator("h2", { hasText: name }) });

test("given: typed, expiry in two taps, told what is there now", async () => {
  const before = house.units("布洛芬片");
  await open("#in");
  await type(page, IBUPROFEN);
  await page.click('button[aria-label="增加盒数"]');
  await pickExpiry(page, 2029, 6);
  await page.click(".foot .primary >> text=登记放入 1 样");
  await page.waitForSelector("text=登记好了");
  assert.match(await page.innerText(".outcomes"), /布洛芬片[\s\S]*\+2 盒[\s\S]*箱里现有 6 盒/);
  assert.equal(house.units("布洛芬片"), before + 48);
  await sound(page);
});

test("undone: the books run the other way, and the page says so", async () => {
  const before = house.units("布洛芬片");
  await page.click(".outcomes >> text=撤销");
  await page.waitForSelector(".outcomes >> text=已撤销");
  assert.equal(house.units("布洛芬片"), before - 48);
  await sound(page);
});

test("an old label: who looks after the box is told that a newer one was printed", async () => {
  for (const more of [[], ["--reprint", "旧了"]]) house.medbox("labels", "物业门口药箱", ...more, "-o", `${house.folder}/labels.pdf`);
  const [fresh, old] = house.medbox("labels", "log", "物业门口药箱").rows.map((row) => row.nonce);
  const scanned = async (mark) => {
    await page.goto("/");
    await page.waitForSelector(".rows a");
    await scan(page, `https://YX.EXAMPLE.CN/B/${house.box("物业门口药箱")}-${mark}`);
    await page.waitForSelector(".two");
  };
  await scanned(old);
  await page.waitForSelector("[role=alert] >> text=的旧标签");
  assert.equal(new URL(page.url()).pathname, `/B/${house.box("物业门口药箱")}-${old}`);
  await sound(page);
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith(`?nonce=${fresh}`)), scanned(fresh)]);
  assert.equal(await page.locator("text=的旧标签").count(), 0);
  const resident = await house.phone({ name: "resident" });
  await resident.goto(`/B/${house.box("物业门口药箱")}-${old}`);
  await resident.waitForSelector("text=物业门口药箱");
  assert.equal(await resident.locator("text=标签").count(), 0);
});

test("refused at once and in words: a date too near, a prescription medicine", async () => {
  await open("#in");
  await type(page, PARACETAMOL);
  const soon = new Date(Date.now() + 20 * 86_400_000);
  await pickExpiry(page, soon.getFullYear(), soon.getMonth() + 1);
  assert.match(await page.innerText(".line .refusal"), /至少/);
  assert.ok(await page.isDisabled(".foot .primary"));
  await page.click(".line .bare");
  house.medbox("drug", "add", "头孢克洛胶囊", "--type", "other", "--age", "adult", "--form", "capsule", "--unit", "粒", "--pack", "12", "--day", "3", "--class", "prescription");
  await open("#in");
  await finds(page, "头孢克洛");
  await type(page, "头孢克洛");
  await pickExpiry(page, 2029, 6);
  await page.waitForSelector(".line .refusal");
  assert.match(await page.innerText(".line .refusal"), /处方药/);
  await page.click(".line .bare");
  await sound(page);
});

test("a day that no medicine is good until is told where it is chosen; one half typed is none", async () => {
  await open("#in");
  await type(page, PARACETAMOL);
  await page.click(".chip.ask");
  const day = page.locator(".day-field input");
  await day.fill("9999-12-31");
  await page.waitForSelector("dialog .refusal >> text=没有药能放到那么久");
  await day.fill("0002-06-30");
  await page.waitForSelector("dialog .refusal", { state: "detached" });
  await day.fill("2029-06-30");
  await page.waitForSelector(".line .chip:not(.ask) >> text=2029");
  await page.click(".line .bare");
  await sound(page);
});

test("taken: what expires first, the same ingredient told, more than is there refused", async () => {
  await open("#out");
  await type(page, IBUPROFEN);
  await page.waitForSelector(".proposal");
  assert.match(await page.innerText(".proposal"), /2028.06/);
  await type(page, PARACETAMOL);
  await type(page, COLD);
  await page.waitForSelector(".notice");
  assert.match((await page.locator(".notice").allInnerTexts()).join(), /对乙酰氨基酚/);
  for (let i = 0; i < 2; i++) await line("感冒灵颗粒").locator('button[aria-label="增加盒数"]').click();
  await line("感冒灵颗粒").locator(".refusal").waitFor();
  await line("感冒灵颗粒").locator(".bare").click();
  await page.click(".foot .primary >> text=登记取出 2 样");
  await page.waitForSelector("text=登记好了");
  await sound(page);
  assert.ok(!JSON.stringify(house.medbox("stock", "3号楼药箱", "--lots")).includes("2028-06"), "the batch that expires first is gone");
});

test("two packs from two batches: which first is seen before it is booked, and afterwards", async () => {
  house.medbox("donate", "物业门口药箱", "感冒灵颗粒", "--packs", "1", "--expiry", "2029-05", "--lot", "A1");
  house.medbox("donate", "物业门口药箱", "感冒灵颗粒", "--packs", "3", "--expiry", "2029-09", "--lot", "B2");
  await open("#out", "物业门口药箱");
  await kept(page, "stock", "B2");
  await type(page, COLD);
  await page.click('button[aria-label="增加盒数"]');
  const both = /先拿 1 盒\s*有效期至 2029.05 · 批号 A1\s+再拿 1 盒\s*有效期至 2029.09 · 批号 B2/;
  await page.waitForSelector(".proposal >> text=再拿");
  assert.match(await page.innerText(".proposal"), both);
  await page.click(".foot .primary:not([disabled])");
  await page.waitForSelector("text=登记好了");
  assert.match(await page.innerText(".outcomes"), both);
  await page.goto(`/B/${house.box("物业门口药箱")}`);
  await page.waitForSelector(".last >> text=批号 B2");
  house.medbox("withdraw", "物业门口药箱", "感冒灵颗粒", "--packs", "2");
  await sound(page);
});

test("another batch is chosen: that one first, then what expires first", async () => {
  await open("#out");
  await type(page, IBUPROFEN);
  await page.waitForSelector(".proposal >> text=2029");
  house.medbox("donate", "3号楼药箱", "布洛芬片", "--packs", "1", "--expiry", "2028-09", "--lot", "C3");
  await kept(page, "stock", "C3");
  await page.waitForSelector(".proposal >> text=C3");
  await page.click("text=换一批");
  await page.click("dialog button.row >> text=240311");
  await page.waitForSelector(".proposal >> text=240311");
  for (let i = 0; i < 3; i++) await page.click('button[aria-label="增加盒数"]');
  await page.waitForSelector(".proposal >> text=再拿 1 盒");
  assert.match(await page.innerText(".proposal"), /先拿 3 盒[^]*240311[^]*再拿 1 盒[^]*C3/);
  await page.click(".line .bare");
  await sound(page);
});

test("a name and Enter: the medicine of that name before those that are for it; of several none is guessed", async () => {
  await open("#in");
  await type(page, "感冒灵");
  await page.waitForSelector(".line >> text=感冒灵颗粒");
  await type(page, "布洛芬"); // tablets, capsules, two for children
  await page.waitForSelector(".toast >> text=请从下面选一个");
  assert.equal(await page.locator(".line").count(), 1);
  await page.keyboard.press("Enter"); // the focus is on the first of them
  await page.waitForSelector(".line >> text=布洛芬片");
  for (const n of [2, 1]) {
    await page.click(".line .bare >> nth=0");
    await page.waitForFunction((left) => document.querySelectorAll(".line").length === left, n - 1);
  }
  await sound(page);
});

test("a hand scanner on the box's page: a pack is asked about, a command's card goes on", async () => {
  await open();
  await scan(page, COLD);
  await page.waitForSelector(".hand >> text=感冒灵颗粒");
  await scan(page, "MEDBOX:OUT");
  await page.waitForSelector(".line >> text=感冒灵颗粒");
  await page.click(".line .bare");
  await page.click('button[aria-label="返回"]');
  await page.waitForSelector(".two");
  assert.equal(await page.locator(".hand").count(), 0);
  await sound(page);
});

test("a hand scanner's code is read wherever the focus is, a second one is one more", async () => {
  await open("#in");
  await page.click("h1");
  await scan(page, IBUPROFEN);
  await page.waitForSelector(".line");
  await scan(page, IBUPROFEN);
  await page.waitForFunction(() => document.querySelector(".stepper input")?.value === "2");
  await scan(page, "MEDBOX:UNDO");
  await page.waitForSelector(".line", { state: "detached" });
  await sound(page);
});

test("a hand scanner while an amount or a batch has the focus: a code is a code, and the field keeps its own", async () => {
  await open("#in");
  await type(page, IBUPROFEN);
  for (const [field, typed] of [[".stepper input", "3"], [".lot input", "A7"]]) {
    await page.fill(field, typed);
    await scan(page, IBUPROFEN);
    await page.waitForFunction(([where, text]) => document.querySelector(where).value === text, [field, typed === "3" ? "4" : typed]);
  }
  assert.equal(await page.inputValue(".stepper input"), "5");
  await page.click(".line .bare");
  await sound(page);
});

test("a code that nobody knows: two questions, and it is known to another phone", async () => {
  await open("#in");
  await type(page, NEVER_SEEN);
  await page.waitForSelector("text=第一次见到这个码");
  await page.fill("dialog input", "板蓝根");
  await page.click("dialog .hits >> text=板蓝根颗粒");
  await page.click("text=记住这个码");
  await page.waitForSelector(".line >> text=板蓝根颗粒");
  await pickExpiry(page, 2029, 1);
  await page.click(".foot .primary");
  await page.waitForSelector("text=登记好了");
  const other = await house.member({ name: "李师傅" });
  await other.goto(`/B/${house.box("物业门口药箱")}#in`);
  await other.reload();
  await type(other, NEVER_SEEN);
  await other.waitForSelector(".line >> text=板蓝根颗粒");
  await sound(page);
  await sound(other);
});

test("a medicine that is not in the catalogue is named on the spot", async () => {
  await open("#in");
  await type(page, "2000000000084");
  await page.fill("dialog input", "社区自制凉茶");
  await page.click("text=目录里没有，新加");
  await page.click("dialog .chip >> text=咽喉");
  await page.click("dialog .chip >> text=成人 >> nth=0");
  await page.click("dialog .chip >> text=袋");
  await page.fill("dialog .stepper input", "10");
  await page.press("dialog .stepper input", "Tab");
  await page.dblclick("text=记住这个码");
  await page.waitForSelector(".line >> text=社区自制凉茶");
  assert.equal(await page.locator(".toast.bad").count(), 0);
  assert.ok(house.medbox("drug", "list").rows.some((row) => row.name === "社区自制凉茶"));
  await sound(page);
});

test("a box is counted blind, and the differences are shown before they are booked", async () => {
  house.medbox("donate", "物业门口药箱", "布洛芬片", "--packs", "2", "--expiry", "2029-03");
  await open("#count", "物业门口药箱");
  await type(page, IBUPROFEN);
  await page.waitForSelector(".line");
  assert.ok(!(await page.innerText("main")).includes("账上 "), "blind");
  await page.click(".chip >> text=有效期至 2029");
  await page.click("text=数完了，比一比");
  await page.waitForSelector("text=1 处不一样");
  assert.match(await page.innerText("main"), /账上 2 盒，数到 1 盒/);
  await page.click("text=确认，按数到的更正");
  await page.waitForSelector(".two");
  assert.equal(house.units("布洛芬片", "物业门口药箱"), 24);
  await sound(page);
});

test("somebody came and it was not there", async () => {
  await open();
  await page.click("text=缺药登记");
  await page.click(".chip >> text=胃肠");
  await page.click(".chip >> text=成人");
  await page.waitForSelector("text=记下了");
  await sound(page);
});

test("a box of another community is not theirs", async () => {
  await page.goto(`/B/${house.box("外社区药箱")}`);
  await page.reload();
  await page.waitForSelector(".notice >> text=不在您的社区");
  await page.waitForSelector(".levels"); // no less than a resident sees
  assert.equal(await page.locator('a[href$="#sign"]').count(), 0);
  await sound(page);
});

test("a name that the catalogue has not: told so, not taken for a code; the word goes with the page", async () => {
  await open("#in");
  await type(page, "没有这种药片");
  await page.waitForSelector(".toast.bad >> text=目录里没有");
  await page.waitForTimeout(1100);
  await page.click('button[aria-label="返回"]');
  await page.waitForSelector(".two");
  assert.equal(await page.locator(".toast").count(), 0);
  await sound(page);
});
