// What is asked of every page: axe's rules in both themes, and nothing wider than the screen.

import assert from "node:assert/strict";
import { AXE, sound } from "./house.mjs";

const RULES = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 320, height: 640 };

async function axe(page, runOnly, what) {
  const { violations } = await page.evaluate((only) => window.axe.run(document, { runOnly: only }), runOnly);
  assert.deepEqual(violations.map((found) => `${what}: ${found.id}: ${found.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`), []);
}

async function fits(page, what) {
  const over = await page.evaluate(() => {
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(element).position !== "absolute");
    return document.documentElement.scrollWidth > innerWidth ? wide.slice(0, 4).map((element) => element.outerHTML.slice(0, 120)) : [];
  });
  assert.deepEqual(over, [], `${what} is wider than the screen`);
}

const WIDTHS = [320, 390, 1280, 1920, 3840]; // from the smallest phone to a wall

/** All rules at each size, in one theme or the other: the other differs in colours alone. Fitting is asked
    of every width. */
async function look(page, what, sizes) {
  // A content security policy of the page's own allows no script from elsewhere: the tool is put in by the browser.
  await page.evaluate(AXE);
  for (const [i, size] of sizes.entries()) {
    await page.setViewportSize(size);
    for (const colorScheme of i % 2 === 0 ? ["light", "dark"] : ["dark", "light"]) {
      await page.emulateMedia({ colorScheme });
      await axe(page, colorScheme === (i % 2 === 0 ? "light" : "dark") ? RULES : COLOURS, `${what}, ${size.width}, ${colorScheme}`);
    }
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page, `${what}, ${width}`);
  }
}

export async function visit(page, pages, sizes = [WIDE, NARROW]) {
  for (const { what, open } of pages) {
    await open(page);
    await page.waitForTimeout(150);
    await look(page, what, sizes);
  }
  await sound(page);
}
