// The browsers inside chat apps: an old Chromium with no live camera, no reader of codes of its own, no
// worker, a database that is denied or forgotten, and none of what came to the language later. A
// volunteer joins there, and books by photo.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finds, House, IBUPROFEN, PIN, pickExpiry, sound, type } from "./house.mjs";

const WECHAT = "Mozilla/5.0 (Linux; Android 10; M2006C3LC Build/QP1A.190711.020; wv) AppleWebKit/537.36 (KHTML, like Gecko) " +
  "Version/4.0 Chrome/86.0.4240.99 XWEB/4317 MMWEBSDK/20220903 Mobile Safari/537.36 MicroMessenger/8.0.28.2240(0x28001C57) " +
  "WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64";

/** Runs in the page before all else. What is named came after Chromium 86 or Safari 14, or is denied there. */
function strip() {
  const without = (owner, ...names) => names.forEach((name) => {
    delete owner[name];
    if (name in owner) Object.defineProperty(owner, name, { value: undefined, configurable: true });
  });
  without(globalThis, "BarcodeDetector", "BroadcastChannel", "structuredClone", "createImageBitmap", "reportError", "Temporal", "navigation");
  without(Navigator.prototype, "mediaDevices", "serviceWorker", "locks", "wakeLock", "vibrate", "storage", "share", "clipboard");
  without(HTMLDialogElement.prototype, "showModal", "close", "show");
  without(HTMLElement.prototype, "inert", "popover", "showPopover");
  for (const of of [Array, Int8Array.__proto__, String]) without(of.prototype, "at", "findLast", "findLastIndex", "toSorted", "toReversed", "with", "toSpliced");
  without(String.prototype, "replaceAll", "isWellFormed");
  without(Object, "hasOwn", "groupBy");
  without(Promise, "any", "withResolvers", "try");
  without(Set.prototype, "union", "difference", "intersection", "isSubsetOf");
  without(AbortSignal, "timeout", "any");
  without(Crypto.prototype, "randomUUID");
  without(Element.prototype, "checkVisibility", "replaceChildren", "setHTMLUnsafe");
  without(Intl, "ListFormat", "Segmenter", "DurationFormat");
  without(URL, "canParse", "parse");
  Object.defineProperty(globalThis, "localStorage", { value: null }); // a WebView that was not told to keep any
}

/** A private window: the database is there, and can't be opened. */
function deny() {
  IDBFactory.prototype.open = () => {
    throw new DOMException("denied", "SecurityError");
  };
}

let house;
before(async () => {
  house = await House.open();
  house.film("3号楼药箱", `ean13:${IBUPROFEN}:布洛芬片`); // of which one photo is taken
});
after(() => house.close());

async function visit(name, ...scripts) {
  const page = await house.phone({ name, userAgent: WECHAT });
  for (const script of scripts) await page.addInitScript(script);
  return page;
}

async function join(page, name) {
  await page.goto(`/J/${house.invite("volunteer")}`);
  await page.fill("input[autocomplete=username]", name);
  for (const field of await page.locator("input[autocomplete=new-password]").all()) await field.fill(PIN);
  await page.click("form button[type=submit]");
  await page.waitForSelector(".rows a");
}

for (const [where, scripts] of [["a chat app's browser", [strip]], ["a private window of it", [strip, deny]]])
  test(`${where}: joined, and booked by photo`, async () => {
    const page = await visit(where, ...scripts);
    const before = house.units("布洛芬片");
    await join(page, `孙阿姨${scripts.length}`);
    await page.goto(`/B/${house.box()}#in`);
    await page.waitForSelector("text=没有相机");
    await page.setInputFiles("#photo", `${house.folder}/frame-1.jpg`);
    await page.waitForSelector(".line >> text=布洛芬片");
    await pickExpiry(page, 2029, 6);
    await page.click(".foot .primary");
    await page.waitForSelector("text=登记好了");
    assert.equal(house.units("布洛芬片"), before + 24);
    await page.click(".outcomes >> text=撤销");
    await page.waitForSelector(".outcomes >> text=已撤销");
    await sound(page);
  });

test("what waits is told to be lost with the page where nothing can be kept", async () => {
  const page = await visit("lost", strip, deny);
  await join(page, "周阿姨");
  await page.goto(`/B/${house.box()}#in`);
  await finds(page, "布洛芬");
  await page.context().setOffline(true);
  await type(page, IBUPROFEN);
  await pickExpiry(page, 2029, 6);
  await page.click(".foot .primary");
  await page.waitForSelector("text=离线登记在关闭页面后会丢失");
  const before = house.units("布洛芬片");
  await page.context().setOffline(false);
  for (let n = 0; n < 100 && house.units("布洛芬片") === before; n++) await page.waitForTimeout(200);
  assert.equal(house.units("布洛芬片"), before + 24);
  await sound(page);
});

test("a resident's scan there", async () => {
  const page = await visit("resident", strip, deny);
  await page.goto(`/B/${house.box()}`);
  await page.waitForSelector("text=3号楼药箱");
  await page.waitForSelector("text=退烧");
  await sound(page);
});
