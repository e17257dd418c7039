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

const ROOMS = ["", "board", "charts", "map", "ledger", "transfers", "appeal", "labels", "cards", "recalls", "boxes", "areas", "medicines",
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
