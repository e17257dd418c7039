// Every room of the desk: axe in both themes, at 1280 and 320 px, both languages at every width.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, sound } from "./house.mjs";
import { NARROW, visit, WIDE } from "./looks.mjs";

let house;
before(async () => {
  house = await House.open();
  house.medbox("unmet", "物业门口药箱", "fever");
  house.medbox("plan", "--propose");
});
after(() => house.close());

const ROOMS = ["", "board", "stock", "charts", "map", "ledger", "transfers", "appeal", "labels", "cards", "recalls", "boxes", "areas", "medicines",
  "people", "hooks", "settings", "exchange"];
const enter = async (page, room) => {
  await page.goto(`/desk${room && `/${room}`}`);
  await page.waitForSelector(".room > *");
  await page.waitForFunction(() => !/正在打开|Opening/.test(document.querySelector(".room").textContent));
  assert.equal(await page.locator(".room [role=alert]").count(), 0, `${room}: ${await page.innerText(".room")}`);
};

for (const [locale, sizes] of [["zh-CN", [WIDE, NARROW]], ["en-GB", [NARROW]]])
  test(`the rooms of the desk: ${locale}`, async () => {
    const page = await house.member({ name: `d-${locale}`, role: "secretary", locale });
    await visit(page, ROOMS.map((room) => ({ what: `desk ${room}`, open: () => enter(page, room) })), sizes);
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

test("every key of every room is reached by Tab, and shows that it is", async () => {
  const page = await house.member({ name: "tab", role: "secretary", viewport: WIDE });
  for (const room of ROOMS) {
    await enter(page, room);
    const wanted = await page.evaluate(() => {
      const keys = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter((key) => !key.disabled && key.checkVisibility() && key.tabIndex >= 0);
      keys.forEach((key, i) => (key.dataset.key = String(i)));
      return keys.length;
    });
    const seen = new Set();
    for (let i = 0; i < wanted + 10 && seen.size < wanted; i++) {
      await page.keyboard.press("Tab");
      const { key, shown } = await page.evaluate(() => {
        const at = document.activeElement;
        const mark = at?.classList.contains("hidden-file") ? at.nextElementSibling : at; // its label stands for it
        return { key: at?.dataset.key, shown: at === document.body || getComputedStyle(mark).outlineStyle !== "none" };
      });
      assert.ok(shown, `${room}: no outline at ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120))}`);
      if (key !== undefined) seen.add(key);
    }
    assert.equal(seen.size, wanted, `${room}: not reached: ${await page.evaluate((reached) =>
      [...document.querySelectorAll("[data-key]")].filter((key) => !reached.includes(key.dataset.key)).map((key) => key.outerHTML.slice(0, 100)).join(" | "), [...seen])}`);
  }
  await sound(page);
});
