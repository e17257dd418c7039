// A resident scans a box's label: no account, and nothing to learn.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, installed, sound } from "./house.mjs";

let house;
before(async () => (house = await House.open()));
after(() => house.close());

test("the box, what it holds in words, whom to call, how to use it", async () => {
  const page = await house.phone({ name: "resident" });
  await page.goto(`/B/${house.box()}`);
  await page.waitForSelector(".levels");
  assert.equal(await page.textContent("h1"), "3号楼药箱");
  assert.equal(await page.getAttribute("a.call", "href"), "tel:07122345678");
  const levels = await page.locator(".levels > li").allInnerTexts();
  assert.ok(levels.some((text) => /退烧[\s\S]*成人[\s\S]*充足/.test(text)), levels.join("|"));
  assert.ok(levels.some((text) => /退烧[\s\S]*儿童[\s\S]*没有/.test(text)), levels.join("|"));
  await page.click("summary");
  assert.match(await page.innerText(".fold"), /布洛芬片[\s\S]*96 片/);
  assert.match(await page.innerText(".how"), /90 天/);
  await sound(page);
});

test("asked for once, and before the app is there; anew in another language", async () => {
  const page = await house.phone({ name: "early" });
  let asked = [];
  page.on("request", (request) => {
    const part = /api\/1\/public\/box|\/app-[^/]*\.js$/.exec(request.url())?.[0];
    if (part) asked.push(part.startsWith("api") ? request.headers()["accept-language"] : "app");
  });
  let let_through;
  const held = new Promise((go) => (let_through = go));
  await page.route("**/a/app-*.js", async (route) => { // a bad network: the app takes its time
    await held;
    return route.continue();
  });
  await page.goto(`/B/${house.box()}`, { waitUntil: "commit" });
  await page.waitForResponse("**/api/1/public/box/*");
  let_through();
  await page.waitForSelector(".levels");
  assert.deepEqual(asked.sort(), ["app", "zh"]);
  asked = [];
  await page.click("text=English");
  await page.waitForSelector("text=What is inside now");
  await page.waitForFunction(() => /household/.test(document.querySelector(".how").textContent));
  assert.deepEqual(asked, ["en"]);
  await sound(page);
});

test("the label's own address, with its print's number, any case", async () => {
  const page = await house.phone({ name: "label" });
  for (const path of [`/B/${house.box()}-7K2M`, `/b/${house.box().toLowerCase()}`]) {
    await page.goto(path);
    await page.waitForSelector(".levels");
    assert.equal(await page.textContent("h1"), "3号楼药箱");
  }
  await sound(page);
});

test("in the other language at a touch, and in it the next time", async () => {
  const page = await house.phone({ name: "english" });
  await page.goto(`/B/${house.box()}`);
  await page.click("text=English");
  await page.waitForSelector("text=What is inside now");
  await page.reload();
  await page.waitForSelector("text=How to use it");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await sound(page);
});

test("what was not there is counted, without a name", async () => {
  const page = await house.phone({ name: "wanted" });
  await page.goto(`/B/${house.box()}`);
  await page.click("text=没找到我要的药");
  await page.click(".chip >> text=咽喉");
  await page.click(".chip >> text=儿童");
  await page.waitForSelector("text=记下了，谢谢");
  await page.waitForSelector("[role=status] >> text=附近的药箱也没有");
  await page.click("text=还缺别的");
  await page.click(".chip >> text=退烧");
  await page.click(".chip >> text=成人 >> nth=0");
  await page.waitForSelector("text=/登记上这里有：.*布洛芬片/");
  await sound(page);
});

test("what was not there: the nearest box that has it, at a touch", async () => {
  const page = await house.phone({ name: "near" });
  await page.goto(`/B/${house.box("物业门口药箱")}`);
  await page.click("text=没找到我要的药");
  await page.click(".chip >> text=退烧");
  await page.click(".chip >> text=成人 >> nth=0");
  await page.click("[role=status] .rows >> text=3号楼药箱");
  await page.waitForSelector("h1 >> text=3号楼药箱");
  await sound(page);
});

test("a box that there is not, and a code that is none, are told in words", async () => {
  const page = await house.phone({ name: "missing" });
  await page.goto("/B/AB0000X");
  await page.waitForSelector("[role=alert]");
  assert.match(await page.innerText("[role=alert]"), /没有编号为 AB0-000X 的药箱/);
  await page.goto("/B/0000009");
  await page.waitForSelector("text=没有编号为 0000009 的药箱");
  await sound(page);
  const misread = house.box().replace(/^./, (first) => (first === "A" ? "B" : "A"));
  for (const path of [`/B/${misread}`, `/b/${misread.toLowerCase()}-7K2M`]) {
    await page.goto(path);
    await page.waitForSelector("text=您要找的也许是");
    assert.match(await page.innerText("main ul"), /3号楼药箱/);
  }
  await sound(page);
  await page.click("main ul a");
  await page.waitForSelector(".levels");
});

test("once seen it opens without a network, and says so", async () => {
  const page = await house.phone({ name: "offline" });
  await page.goto(`/B/${house.box()}`);
  await page.waitForSelector(".levels");
  await installed(page);
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector("text=没有网络");
  await page.waitForSelector(".levels");
  await sound(page);
});

test("no telephone, large letters, a long name: nothing leads to a number that is not there, and all fits", async () => {
  const name = "书院社区第十七网格老棉纺厂家属院东门岗亭旁边便民服务点共享药箱甲";
  house.medbox("box", "add", name, "--in", "书院社区");
  const code = house.medbox("box", "list").rows.find((row) => row.name === name).code.replace("-", "");
  const page = await house.phone({ name: "large", viewport: { width: 320, height: 640 } });
  await page.goto(`/B/${code}`);
  await page.waitForSelector(".levels");
  assert.ok(!(await page.innerText("main")).includes("上面的电话"));
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".bar")).position), "static");
  const said = (await page.innerText("main")).split("附近的药箱也没有").length - 1;
  assert.ok(said <= 1, `${said} times`);
  await page.goto(`/B/${house.box()}`);
  await page.waitForSelector(".call b");
  for (const language of ["zh", "en"]) {
    if (language === "en") {
      await page.click("text=English");
      await page.waitForSelector("text=What is inside now");
    }
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    const { width, lines } = await page.evaluate(() => {
      const number = document.querySelector(".call b");
      return { width: document.documentElement.scrollWidth, lines: number.offsetHeight / parseFloat(getComputedStyle(number).lineHeight) };
    });
    assert.ok(width <= 320 && lines < 2.1, `${language}: ${width} px, ${lines} lines`); // no more than at its hyphen
  }
  await sound(page);
});
