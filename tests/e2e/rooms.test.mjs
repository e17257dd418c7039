// Every room of the desk, and the questions it asks over the page: axe in both themes, at 1280 and 320
// px, in both languages; the keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, sound } from "./house.mjs";
import { visit } from "./looks.mjs";

let house;
before(async () => {
  house = await House.open();
  house.medbox("unmet", "物业门口药箱", "fever");
  house.medbox("plan", "--propose");
});
after(() => house.close());

const ROOMS = ["", "board", "charts", "map", "ledger", "transfers", "appeal", "labels", "cards", "recalls", "boxes", "areas", "medicines",
  "people", "hooks", "settings", "exchange"];
const enter = async (page, room) => {
  await page.goto(`/desk${room && `/${room}`}`);
  await page.waitForSelector(".room > *");
  await page.waitForFunction(() => !/正在打开|Opening/.test(document.querySelector(".room").textContent));
  assert.equal(await page.locator(".room [role=alert]").count(), 0, `${room}: ${await page.innerText(".room")}`);
};

/** What a key opens: in which room, which one. */
const QUESTIONS = [
  ["", ".shortages .small"], ["boxes", ".room .primary"], ["boxes", ".rows button.row"], ["areas", ".branch .small"],
  ["medicines", ".room .primary"], ["medicines", ".rows button.row"], ["people", ".room .primary"], ["hooks", ".room .primary"],
];

for (const locale of ["zh-CN", "en-GB"])
  test(`the rooms of the desk: ${locale}`, async () => {
    const page = await house.member({ name: `d-${locale}`, role: "secretary", locale });
    await visit(page, ROOMS.map((room) => ({ what: `desk ${room}`, open: () => enter(page, room) })));
  });

test("what the desk asks over the page", async () => {
  const page = await house.member({ name: "asks", role: "secretary", viewport: { width: 1280, height: 800 } });
  await visit(page, QUESTIONS.map(([room, key]) => ({
    what: `desk ${room} ${key}`,
    open: async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await enter(page, room);
      await page.click(`${key} >> nth=0`);
      await page.waitForSelector("dialog[open]");
    },
  })));
});

test("the rooms stand behind a key where there is no place at the side", async () => {
  const page = await house.member({ name: "narrow", role: "secretary", viewport: { width: 320, height: 640 } });
  await enter(page, "");
  await page.click(".rooms-key");
  await page.click("dialog >> text=药品");
  await page.waitForSelector("h1 >> text=药品");
  assert.equal(await page.locator("dialog").count(), 0);
  await sound(page);
});

test("a box is added, changed and looked at by keyboard alone", async () => {
  const page = await house.member({ name: "keys", role: "secretary", viewport: { width: 1280, height: 800 } });
  const reach = async (what, most = 60) => {
    for (let i = 0; i < most; i++) {
      if (await page.evaluate((words) => document.activeElement?.textContent?.trim() === words || document.activeElement?.labels?.[0]?.textContent?.startsWith(words), what)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`${what} can't be reached`);
  };
  await enter(page, "");
  for (const room of ["药箱", "药箱"]) await reach(room);
  await page.keyboard.press("Enter");
  await page.waitForSelector("h1 >> text=药箱");
  await reach("添加药箱");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  await reach("名称");
  await page.keyboard.type("键盘药箱");
  await reach("属于");
  await page.keyboard.type("书院");
  await page.keyboard.press("Enter"); // the first that fits
  await reach("放在哪里");
  await page.keyboard.type("传达室");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog", { state: "detached" });
  await page.waitForSelector(".rows >> text=键盘药箱");
  await reach("查找药箱、网格、社区", 1).catch(() => {});
  assert.equal(house.medbox("box", "list").rows.filter((row) => row.name === "键盘药箱").length, 1);
  await page.keyboard.press("Escape");
  await sound(page);
});
