// Every page for everybody: axe in both themes and both languages, 320 px, the keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AXE, House, IBUPROFEN, sound, type } from "./house.mjs";

let house;
before(async () => (house = await House.open()));
after(() => house.close());

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function axe(page, what) {
  // A context policy of the page's own allows no script from elsewhere: the tool is put in by the browser.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }), RULES);
  assert.deepEqual(violations.map((found) => `${what}: ${found.id}: ${found.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`), []);
}

async function narrow(page, what) {
  const over = await page.evaluate(() => {
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(element).position !== "absolute");
    return document.documentElement.scrollWidth > innerWidth ? wide.slice(0, 4).map((element) => element.outerHTML.slice(0, 120)) : [];
  });
  assert.deepEqual(over, [], `${what} is wider than the screen`);
}

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

async function visit(page, pages) {
  for (const { what, open } of pages) {
    await open(page);
    await page.waitForTimeout(150);
    await axe(page, what);
    await narrow(page, what);
  }
  await sound(page);
}

for (const colorScheme of ["light", "dark"])
  for (const locale of ["zh-CN", "en-GB"])
    test(`pages for residents: ${colorScheme}, ${locale}, 320 px`, async () => {
      await visit(await house.phone({ name: `r-${colorScheme}-${locale}`, colorScheme, locale, viewport: { width: 320, height: 640 } }), RESIDENT);
    });

for (const colorScheme of ["light", "dark"])
  test(`pages for volunteers: ${colorScheme}, 320 px, then a wide screen`, async () => {
    const page = await house.member({ name: `v-${colorScheme}`, colorScheme, viewport: { width: 320, height: 640 } });
    await visit(page, VOLUNTEER);
    await page.setViewportSize({ width: 3840, height: 2160 });
    await visit(page, VOLUNTEER.slice(0, 2));
  });

const DESK = ["", "board", "charts", "map", "ledger", "transfers", "labels", "appeal", "people", "settings", "recalls", "exchange"].map((room) => ({
  what: `desk ${room}`,
  open: (page) => page.goto(`/desk${room && `/${room}`}`).then(() => page.waitForSelector(".room > *")),
}));

for (const colorScheme of ["light", "dark"])
  test(`the desk's rooms: ${colorScheme}, 1280 and 320 px`, async () => {
    const page = await house.member({ name: `d-${colorScheme}`, role: "secretary", colorScheme, viewport: { width: 1280, height: 800 } });
    await visit(page, DESK);
    await page.setViewportSize({ width: 320, height: 640 });
    await visit(page, DESK);
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

