// What the desk asks over its pages: axe in both themes, at 1280 and 320 px; by keyboard alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, sound } from "./house.mjs";
import { visit, WIDE } from "./looks.mjs";

let house;
before(async () => {
  house = await House.open();
  house.medbox("unmet", "物业门口药箱", "fever");
});
after(() => house.close());

const enter = async (page, room) => {
  await page.goto(`/desk${room && `/${room}`}`);
  await page.waitForSelector(".room > *");
};

/** What a key opens: in which room, which one. */
const QUESTIONS = [
  ["", ".shortages .small"], ["boxes", ".room .primary"], ["boxes", ".rows button.row"], ["areas", ".branch .small"],
  ["medicines", ".room .primary"], ["medicines", ".rows button.row"], ["people", ".room .primary"], ["hooks", ".room .primary"],
];

test("what the desk asks over the page", async () => {
  const page = await house.member({ name: "asks", role: "secretary", viewport: WIDE });
  await visit(page, QUESTIONS.map(([room, key]) => ({
    what: `desk ${room} ${key}`,
    open: async () => {
      await page.setViewportSize(WIDE);
      await enter(page, room);
      await page.click(`${key} >> nth=0`);
      await page.waitForSelector("dialog[open]");
    },
  })));
});

test("a box is added, changed and looked at by keyboard alone", async () => {
  const page = await house.member({ name: "keys", role: "secretary", viewport: WIDE });
  const reach = async (what, most = 60) => {
    for (let i = 0; i < most; i++) {
      if (await page.evaluate((words) => document.activeElement?.textContent?.trim() === words || document.activeElement?.labels?.[0]?.textContent?.startsWith(words), what)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`${what} can't be reached`);
  };
  await enter(page, "");
  await reach("药箱");
  await page.keyboard.press("Enter");
  await page.waitForSelector("h1 >> text=药箱");
  await reach("添加药箱");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "添加药箱", "back to where it was asked from");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  await reach("名称");
  await page.keyboard.type("键盘药箱");
  await reach("属于");
  await page.keyboard.type("书院");
  await page.waitForSelector("dialog .hits button");
  await page.keyboard.press("Enter"); // the first that fits
  await reach("放在哪里");
  await page.keyboard.type("传达室");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog", { state: "detached" });
  await page.waitForSelector(".rows >> text=键盘药箱");
  assert.equal(house.medbox("box", "list").rows.filter((row) => row.name === "键盘药箱").length, 1);
  await sound(page);
});
