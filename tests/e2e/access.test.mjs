// Pages for residents and volunteers: axe in both themes, 320 px, the keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, IBUPROFEN, sound, type } from "./house.mjs";
import { NARROW, visit } from "./looks.mjs";

let house;
before(async () => (house = await House.open()));
after(() => house.close());

const box = () => house.box();
const RESIDENT = [
  { what: "resident", open: (page) => page.goto(`/B/${box()}`).then(() => page.waitForSelector(".levels")) },
  { what: "wanted", open: (page) => page.click(".resident main > button.wide").then(() => page.waitForSelector(".chips")) },
  { what: "sign in", open: (page) => page.goto("/").then(() => page.waitForSelector("form")) },
  { what: "join", open: (page) => page.goto(`/J/${house.invite("volunteer")}`).then(() => page.waitForSelector("form")) },
  { what: "missing", open: (page) => page.goto("/B/0000009").then(() => page.waitForSelector("main a")) },
];
const VOLUNTEER = [
  { what: "home", open: (page) => page.goto("/").then(() => page.waitForSelector(".rows a")) },
  { what: "box", open: (page) => page.goto(`/B/${box()}`).then(() => page.waitForSelector(".two")) },
  { what: "unmet", open: (page) => page.click("button.huge").then(() => page.waitForSelector("dialog .chips")) },
  { what: "in", open: async (page) => {
    await page.goto(`/B/${box()}#in`);
    await page.reload();
    await type(page, IBUPROFEN);
    await page.waitForSelector(".line");
  } },
  { what: "month", open: (page) => page.click(".line .chip").then(() => page.waitForSelector(".years")) },
  { what: "out", open: async (page) => {
    await page.goto(`/B/${box()}#out`);
    await page.reload();
    await type(page, IBUPROFEN);
    await page.waitForSelector(".line");
  } },
  { what: "count", open: async (page) => {
    await page.goto(`/B/${box()}#count`);
    await page.reload();
    await type(page, IBUPROFEN);
    await page.waitForSelector(".line");
  } },
  { what: "compare", open: (page) => page.click(".foot .primary").then(() => page.waitForSelector("h2")) },
  { what: "walk", open: (page) => page.goto("/#walk").then(() => page.reload()).then(() => page.waitForSelector("h1")) },
  { what: "queue", open: (page) => page.goto("/#queue").then(() => page.reload()).then(() => page.waitForSelector("h1")) },
  { what: "account", open: (page) => page.goto("/#account").then(() => page.reload()).then(() => page.waitForSelector(".who")) },
];

for (const locale of ["zh-CN", "en-GB"])
  test(`pages for residents: ${locale}, 320 px`, async () => {
    await visit(await house.phone({ name: `r-${locale}`, locale }), RESIDENT, [NARROW]);
  });

test("pages for volunteers: 320 px, then the first two on a wide screen", async () => {
  const page = await house.member({ name: "v" });
  await visit(page, VOLUNTEER, [NARROW]);
  await visit(page, VOLUNTEER.slice(0, 2), [{ width: 3840, height: 2160 }]);
});

test("a gift is booked by keyboard alone", async () => {
  const page = await house.member({ name: "keys", viewport: { width: 1280, height: 800 } });
  const press = async (key, times = 1) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  const reach = async (selector, most = 40) => {
    for (let i = 0; i < most; i++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await press("Tab");
    }
    assert.fail(`${selector} can't be reached`);
  };
  await page.goto(`/B/${box()}`);
  await page.waitForSelector(".two");
  await reach("a.huge.in");
  await press("Enter");
  await reach(".typed input[type=text]");
  await page.keyboard.type(IBUPROFEN);
  await press("Enter");
  await page.waitForSelector(".line");
  await reach(".chip.ask");
  await press("Enter");
  await page.waitForSelector(".years");
  await reach(".years button:nth-child(4)");
  await press("Enter");
  await reach(".months button:nth-child(6)");
  await press("Enter");
  await page.waitForSelector(".line:not(.missing)");
  await page.waitForSelector(".foot .primary:not([disabled])");
  await reach(".foot .primary:not([disabled])");
  await press("Enter");
  await page.waitForSelector("text=登记好了");
  await sound(page);
});

test("a page says where the focus is", async () => {
  const page = await house.phone({ name: "focus" });
  await page.goto("/");
  await page.waitForSelector("form");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, "solid");
});

