// No network in the stairwell: nothing that was booked is lost, nothing is booked twice, and what is
// refused stays until somebody mends it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, IBUPROFEN, installed, kept, PARACETAMOL, pickExpiry, PIN, sound, type } from "./house.mjs";

let house;
before(async () => (house = await House.open()));
after(() => house.close());

const give = async (page, code, box = "3号楼药箱") => {
  await page.goto(`/B/${house.box(box)}#in`);
  await page.reload();
  await type(page, code);
  await pickExpiry(page, 2029, 6);
  await page.click(".foot .primary");
};

test("booked offline, the browser killed, opened again, sent by itself", async () => {
  const before = house.units("布洛芬片");
  let page = await house.member({ name: "张阿姨", kept: true });
  await installed(page);
  await page.context().setOffline(true);
  await give(page, IBUPROFEN);
  await page.waitForSelector("text=已记在手机里");
  assert.equal(house.units("布洛芬片"), before);
  await sound(page);
  await page.context().close();

  page = await house.phone({ name: "张阿姨", kept: true, offline: true });
  await page.goto("/#queue");
  await page.waitForSelector("text=等待发送");
  assert.match(await page.innerText(".basket"), /放入 布洛芬片[\s\S]*1 盒[\s\S]*3号楼药箱/);
  await page.context().setOffline(false);
  await page.waitForSelector("text=都已登记好了");
  assert.equal(house.units("布洛芬片"), before + 24);
  await sound(page);
});

test("an answer lost on the way costs nothing: it is booked once", async () => {
  const page = await house.member({ name: "李师傅" });
  const before = house.units("对乙酰氨基酚片");
  let lost = 0;
  await page.route("**/api/1/bookings", async (route) => {
    if (route.request().postDataJSON().dry_run || lost > 0) return route.continue();
    lost++;
    await route.fetch(); // the service has booked it; the phone never hears
    return route.abort();
  });
  await give(page, PARACETAMOL);
  await page.waitForSelector("text=已记在手机里");
  await page.goto("/#queue");
  await page.reload();
  await page.waitForSelector("text=都已登记好了");
  assert.equal(lost, 1);
  assert.equal(house.units("对乙酰氨基酚片"), before + 20);
  await sound(page);
});

test("two phones take the last pack: one has it, the other is told why and can mend it", async () => {
  house.medbox("donate", "物业门口药箱", "布洛芬片", "--packs", "1", "--expiry", "2029-03");
  const phones = await Promise.all(["王阿姨", "赵师傅"].map((name) => house.member({ name })));
  for (const page of phones) {
    await page.goto(`/B/${house.box("物业门口药箱")}#out`);
    await page.reload();
    await type(page, IBUPROFEN);
    await page.waitForSelector(".foot .primary:not([disabled])");
  }
  await Promise.all(phones.map((page) => page.click(".foot .primary")));
  await Promise.all(phones.map((page) => page.waitForSelector(".outcomes")));
  const told = await Promise.all(phones.map((page) => page.innerText(".outcomes")));
  assert.equal(told.filter((text) => text.includes("登记好了")).length, 1, told.join("\n---\n"));
  assert.equal(house.units("布洛芬片", "物业门口药箱"), 0);
  const [loser] = phones.filter((_, i) => !told[i].includes("登记好了"));
  await loser.goto("/#queue");
  await loser.reload();
  await loser.waitForSelector(".line.refused .refusal");
  await loser.click("text=不登记了");
  await loser.click("dialog .danger");
  await loser.waitForSelector("text=都已登记好了");
  for (const page of phones) await sound(page);
});

test("taken offline from a box that holds less: it was taken, so it is booked, and the box asks for a count", async () => {
  const page = await house.member({ name: "孙阿姨" });
  await installed(page);
  await page.goto(`/B/${house.box()}#out`);
  await page.reload();
  await page.waitForSelector(".typed");
  await page.context().setOffline(true);
  await type(page, PARACETAMOL);
  await page.waitForSelector(".line");
  const taken = house.units("对乙酰氨基酚片");
  house.medbox("withdraw", "3号楼药箱", "对乙酰氨基酚片", "--units", String(taken));
  await page.click(".foot .primary");
  await page.waitForSelector("text=已记在手机里");
  await page.context().setOffline(false);
  await page.goto("/#queue");
  await page.waitForSelector("text=都已登记好了");
  await page.goto("/");
  await page.waitForSelector(".rows li:has-text('3号楼药箱') .tag.warn");
  await sound(page);
});

test("refused after all: its reason stays, and it is mended in the basket and sent", async () => {
  const page = await house.member({ name: "郑师傅" });
  const before = house.units("布洛芬片");
  await installed(page);
  await page.goto(`/B/${house.box()}#in`);
  await page.reload();
  await page.waitForSelector(".typed");
  await page.context().setOffline(true);
  await type(page, IBUPROFEN);
  await pickExpiry(page, 2028, 3);
  await page.click(".foot .primary");
  await page.waitForSelector("text=已记在手机里");
  house.medbox("setting", "set", "intake.days-left", "1000"); // what nobody on the stairs can know
  await page.context().setOffline(false);
  await page.click("a.standing.bad");
  await page.waitForSelector(".line.refused .refusal >> text=1000");
  await page.reload();
  await page.waitForSelector(".line.refused");
  await page.click("text=改一改再发");
  await page.waitForSelector(".line .refusal, .line .chip");
  await page.click(".line .chip >> text=有效期至");
  await page.click(`.years >> text="2031"`);
  await page.click(`.months >> text="6月"`);
  await page.click(".foot .primary");
  await page.waitForSelector("text=登记好了");
  assert.equal(house.units("布洛芬片"), before + 24);
  await page.goto("/#queue");
  await page.waitForSelector("text=都已登记好了");
  house.medbox("setting", "unset", "intake.days-left");
  await sound(page);
});

test("a basket that is not booked yet survives the page", async () => {
  const page = await house.member({ name: "周阿姨" });
  await page.goto(`/B/${house.box()}#in`);
  await page.reload();
  await type(page, IBUPROFEN);
  await page.waitForSelector(".line");
  await kept(page, `draft:in:${house.box()}`, "packs");
  await page.reload();
  await page.waitForSelector(".line >> text=布洛芬片");
  for (const address of ["/", `/B/${house.box()}`]) { // and is told where it may be forgotten
    await page.goto(address);
    await page.reload();
    await page.waitForSelector("a.standing >> text=放入 3号楼药箱 的 1 样还没登记");
  }
  await page.goto(`/B/${house.box("物业门口药箱")}`);
  await page.waitForSelector(".two");
  assert.equal(await page.locator("a.standing").count(), 0);
  await page.goto("/");
  await page.click("a.standing");
  await page.click(".line .bare");
  await page.click('button[aria-label="返回"]');
  await page.waitForSelector(".rows a");
  assert.equal(await page.locator("a.standing").count(), 0);
  await sound(page);
});

test("the service is gone for a while: the phone goes on, and catches up", async () => {
  const page = await house.member({ name: "吴师傅" });
  const before = house.units("布洛芬片");
  await page.goto(`/B/${house.box()}#in`);
  await page.reload();
  await type(page, IBUPROFEN);
  await pickExpiry(page, 2029, 6);
  await house.still();
  await page.click(".foot .primary");
  await page.waitForSelector("text=已记在手机里");
  await house.serve();
  await page.goto("/#queue");
  await page.reload();
  await page.waitForSelector("text=都已登记好了");
  assert.equal(house.units("布洛芬片"), before + 24);
  await sound(page);
});

test("the session ends while bookings wait: whose they are is said to whoever opens the app on that phone", async () => {
  const page = await house.member({ name: "钱师傅" });
  const before = house.units("对乙酰氨基酚片");
  await installed(page);
  await page.goto(`/B/${house.box()}#in`);
  await page.waitForSelector(".typed");
  await page.context().setOffline(true);
  await type(page, PARACETAMOL);
  await pickExpiry(page, 2029, 6);
  await page.click(".foot .primary");
  await page.waitForSelector("text=已记在手机里");
  house.medbox("person", "reset", "钱师傅");
  await page.context().setOffline(false);
  const whose = ".standing >> text=钱师傅的 1 笔登记还在这部手机里";
  for (const address of ["/", "/#queue"]) {
    await page.goto(address);
    await page.reload();
    await page.waitForSelector(".sign");
    await page.waitForSelector(whose);
  }
  const joined = await page.context().request.post("/api/1/join", { data: { code: house.invite("volunteer"), name: "冯阿姨", secret: PIN } });
  assert.ok(joined.ok());
  await page.goto("/");
  await page.reload();
  await page.waitForSelector(".rows a");
  await page.waitForSelector(whose);
  assert.equal(await page.locator("text=等待发送").count(), 0);
  await page.goto("/#queue");
  await page.waitForSelector(whose);
  assert.equal(await page.locator("text=都已登记好了").count(), 0);
  assert.equal(house.units("对乙酰氨基酚片"), before);
  await sound(page);
});
