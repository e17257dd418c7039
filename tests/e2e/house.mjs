// A community with boxes, medicine and people, served by the real program; and phones that visit it.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

// MEDBOX_E2E_SLOW: answers of the service come up to so many milliseconds late, as on a bad day. No test
// may mind that: one that does asserts what it should have waited for.
const { MEDBOX, PHOTO, APP_WORK, CHROMIUM = "/usr/bin/chromium", MEDBOX_E2E_SLOW: SLOW } = process.env;
const require = createRequire(join(APP_WORK, "tree", "package.json"));
const { chromium } = require("playwright-core");
export const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// Numbers that a shop gives itself (GS1 General Specifications, 1.4.3), so nobody else's.
export const IBUPROFEN = "2000000000015";
export const PARACETAMOL = "2000000000022";
export const COLD = "2000000000039";
export const NEVER_SEEN = "2000000000077";
export const PIN = "260317";
export const PASSWORD = "六尺巷口老槐树下 48"; // of those who sit at a desk

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream"];
const ASKED = ["--use-fake-ui-for-media-stream"]; // whoever is asked for the camera says yes; without it, no
const BROWSER = { executablePath: CHROMIUM, headless: true };

/** In the page: every answer is late, each by another while. */
const dawdle = (most) => {
  const { fetch } = window;
  window.fetch = async (...asked) => {
    const answer = await fetch(...asked);
    await new Promise((late) => setTimeout(late, Math.random() * most));
    return answer;
  };
};

export class House {
  /** more: further options of the service. */
  static async open(...more) {
    const house = new House();
    house.furnish();
    await house.serve(...more);
    return house;
  }

  /** One where nobody has been yet; first is the link that the service says for the first office. */
  static async bare() {
    const house = new House();
    await house.serve();
    house.first = new URL(await house.said(/https?:\S+\/F\/\S+/)).pathname;
    return house;
  }

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "medbox-e2e."));
    this.db = join(this.folder, "box.db");
    this.visits = [];
    this.medbox("init", "--city", "孝感市", "--district", "孝南区");
  }

  furnish() {
    for (const community of ["书院社区", "槐荫社区"]) this.medbox("area", "add", community, "--kind", "community");
    for (const [name, area] of [["3号楼药箱", "书院社区"], ["物业门口药箱", "书院社区"], ["外社区药箱", "槐荫社区"]])
      this.medbox("box", "add", name, "--in", area, "--phone", "0712-2345678", "--place", "单元门口左手边");
    for (const [code, drug, units] of [[IBUPROFEN, "布洛芬片", 24], [PARACETAMOL, "对乙酰氨基酚片", 20], [COLD, "感冒灵颗粒", 9]])
      this.medbox("drug", "bind", code, drug, "--units", String(units));
    this.medbox("donate", "3号楼药箱", "布洛芬片", "--packs", "3", "--expiry", "2029-03", "--lot", "240311");
    this.medbox("donate", "3号楼药箱", "布洛芬片", "--packs", "1", "--expiry", "2028-06", "--lot", "230911");
    this.medbox("donate", "3号楼药箱", "对乙酰氨基酚片", "--packs", "2", "--expiry", "2029-06");
    this.medbox("donate", "3号楼药箱", "感冒灵颗粒", "--packs", "2", "--expiry", "2029-01");
    this.codes = new Map(this.medbox("box", "list").rows.map((row) => [row.name, row.code.replace("-", "")]));
  }

  /** The program on the inventory, as its JSON. */
  medbox(...words) {
    const text = execFileSync(MEDBOX, ["--db", this.db, "--lang", "zh", "--json", ...words], { encoding: "utf8", cwd: this.folder });
    return text.trim() === "" ? null : JSON.parse(text);
  }

  async serve(...more) {
    this.process = spawn(MEDBOX, ["--db", this.db, "--lang", "en", "serve", "--listen", this.url ? new URL(this.url).host : "127.0.0.1:0", ...more],
      { stdio: ["ignore", "pipe", "inherit"] });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    this.url = await this.said(/https?:\/\/[0-9.]+:\d+/);
  }

  /** What the service says next of that kind. */
  async said(kind) {
    for (let line = await this.lines.next(); !line.done; line = await this.lines.next()) {
      const found = kind.exec(line.value);
      if (found) return found[0];
    }
    throw new Error("the service did not start");
  }

  async still() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGTERM");
    await ended;
  }

  invite(role, area = "书院社区") {
    return this.medbox("invite", "--role", role, "--area", area).code;
  }

  box(name = "3号楼药箱") {
    return this.codes.get(name);
  }

  /** Base units of a medicine that the books have in a box. */
  units(drug, box = "3号楼药箱") {
    return this.medbox("stock", box).rows.filter((row) => row.drug_name.startsWith(drug)).reduce((sum, row) => sum + row.units, 0);
  }

  async close() {
    for (const visit of this.visits) await visit.close().catch(() => {});
    await (await this.browser)?.close();
    await this.still();
    this.medbox("check"); // whatever was done, the ledger holds
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A phone: what it keeps is its own. One that is to be killed keeps it in a folder (kept), and one that
      looks through a film or refuses its camera is a browser of its own; others share one. */
  async phone({ name = "phone", camera = null, kept = false, refuses = false, ...more } = {}) {
    const wishes = { baseURL: this.url, viewport: { width: 360, height: 740 }, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...more };
    const context = kept || camera || refuses
      ? await chromium.launchPersistentContext(join(this.folder, `profile-${name}`), {
          ...BROWSER, args: [...FLAGS, ...(refuses ? [] : ASKED), ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : [])], ...wishes })
      : await (await this.shared()).newContext(wishes);
    context.setDefaultTimeout(30_000); // a loaded machine, sanitizers
    if (SLOW) await context.addInitScript(dawdle, Number(SLOW));
    this.visits.push(context);
    const page = context.pages()[0] ?? await context.newPage();
    page.faults = [];
    page.on("pageerror", (error) => page.faults.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !/Failed to load resource|net::ERR/.test(message.text())) page.faults.push(message.text());
    });
    return page;
  }

  shared() {
    this.browser ??= chromium.launch({ ...BROWSER, args: [...FLAGS, ...ASKED] });
    return this.browser;
  }

  /** The same, joined as a volunteer (or another role); joining by the page itself is account.test.mjs's. */
  async member({ name = "张阿姨", role = "volunteer", area, ...more } = {}) {
    const page = await this.phone({ name, ...more });
    const answer = await page.context().request.post("/api/1/join", {
      data: { code: this.invite(role, area), name, secret: role === "volunteer" ? PIN : PASSWORD } });
    assert.ok(answer.ok(), await answer.text());
    await page.goto(role === "volunteer" ? "/" : "/desk");
    await page.waitForSelector(role === "volunteer" ? ".rows a" : ".room > *");
    if (role === "volunteer") for (const part of ["catalogue", "boxes", "stock", "walks"]) await kept(page, part);
    return page;
  }

  /** A film for the phone's camera: our own label and packs, photographed with noise. */
  film(name, ...packs) {
    const label = join(this.folder, "label.png");
    this.medbox("labels", name, "--dpi", "200", "-o", label);
    const frames = [1, 2, 3, 4].map((noise) => {
      const file = join(this.folder, `frame-${noise}.jpg`);
      execFileSync(PHOTO, ["-o", file, "--seed", "3", "--size", "1280x720", "--tilt", `2.${noise}`, "--slant", "0.01", "--blur", "0.4",
        "--noise", String(noise), "--light", "0.2", "--label", label, ...packs.flatMap((pack) => ["--pack", pack])]);
      return readFileSync(file);
    });
    const film = join(this.folder, "film.mjpeg");
    writeFileSync(film, Buffer.concat(Array.from({ length: 48 }, (_, i) => frames[i % frames.length])));
    return film;
  }
}

/** Waits until what is asked of the page is so; waitForFunction() takes any promise for a yes. */
export async function until(page, asked, ...of) {
  for (const end = Date.now() + 30_000; !(await page.evaluate(asked, ...of)); await page.waitForTimeout(50))
    assert.ok(Date.now() < end, `never so: ${asked}`);
}

/** Waits until the phone keeps something (web/app/src/phone/db.ts) that has the text in it. */
export const kept = (page, key, text = "") => until(page, async ([name, part]) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await done(indexedDB.open("medbox"));
  const found = await done(db.transaction("kept").objectStore("kept").get(name));
  db.close();
  return found !== undefined && JSON.stringify(found).includes(part);
}, [key, text]);

/** Waits until the service worker has what a page needs without a network. */
export async function installed(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await until(page, async () => (await caches.keys()).length > 0);
}

/** Types a code or a name into the field of a booking page. */
export async function type(page, text) {
  await page.fill(".typed input[type=text]", text);
  await page.press(".typed input[type=text]", "Enter");
}

/** A hand scanner: keys that come faster than fingers however slow the machine is, with Enter behind them;
 * not before the page listens. */
export const scan = (page, text) => page.evaluate(async (keys) => {
  await new Promise((listening) => requestAnimationFrame(() => setTimeout(listening, 100)));
  const begun = performance.now();
  for (const [i, key] of [...keys, "Enter"].entries()) {
    const press = new KeyboardEvent("keydown", { key, code: key === "Enter" ? key : "", bubbles: true, cancelable: true });
    Object.defineProperty(press, "timeStamp", { value: begun + i });
    if (document.activeElement.dispatchEvent(press) && key !== "Enter" && document.activeElement.matches("input"))
      document.execCommand("insertText", false, key);
  }
}, text);

/** The phone has its medicines at hand, whatever it keeps: a name finds one. */
export async function finds(page, name) {
  await page.fill(".typed input[type=text]", name);
  await page.waitForSelector(`.hits >> text=${name}`);
}

/** The expiry of the first line that asks for one, in two taps. */
export async function pickExpiry(page, year, month) {
  await page.click(".chip.ask");
  await page.click(`.years >> text="${year}"`);
  await page.click(`.months >> text="${month}月"`);
}

/** Chooses in a dialog, by typing and Enter, the first that fits; not before there is one. */
export async function pick(field, words) {
  await field.fill(words);
  await field.page().waitForSelector("dialog .hits button");
  await field.press("Enter");
}

export async function sound(page) {
  assert.deepEqual(page.faults, []);
}
