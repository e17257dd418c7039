import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readRoute } from "../src/base/route";
import { deskEn } from "../src/desk/words_en";
import { deskZh } from "../src/desk/words_zh";
import { en } from "../src/words/en";
import { fill } from "../src/words/make";
import { zh } from "../src/words/zh";

const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();

test("both languages have the same texts with the same holes, none empty", () => {
  for (const [one, two] of [[zh, en], [deskZh, deskEn]] as Record<string, string>[][]) {
    assert.deepEqual(Object.keys(two ?? {}).sort(), Object.keys(one ?? {}).sort());
    for (const [key, text] of Object.entries(one ?? {})) {
      const other = two?.[key] ?? "";
      assert.ok(text.trim() !== "" && other.trim() !== "", key);
      assert.deepEqual(holes(other), holes(text), key);
    }
  }
});

const sources = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? sources(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [readFileSync(join(folder, entry.name), "utf8")] : []);

test("every text is said somewhere, and no page has texts of its own", () => {
  const source = process.env["APP_SOURCE"] ?? ".";
  const pages = sources(join(source, "src")).filter((text) => !/export const (zh|en|deskZh|deskEn)\b/.test(text));
  const all = pages.join("\n");
  const made = /^(type|age|form|level|kind|role|state)\./; // said by word(), from parts
  for (const key of [...Object.keys(zh), ...Object.keys(deskZh)])
    assert.ok(made.test(key) || all.includes(`"${key}"`) || /* by its parts */ all.includes("`" + key.replace(/[^.]+$/, "") + "${"), `${key} is never said`);
});

test("numbers choose their word", () => {
  assert.equal(fill("{n} {n:pack|packs}", { n: 1 }), "1 pack");
  assert.equal(fill("{n} {n:pack|packs}", { n: 2 }), "2 packs");
  assert.equal(fill("{a}{b}", { a: "x" }), "x");
});

test("addresses of pages", () => {
  assert.deepEqual(readRoute("/B/AB0000X-7K2M", "#in"), { page: "in", box: "AB0000X", mark: "7K2M" });
  assert.deepEqual(readRoute("/j", ""), { page: "join", code: "" });
  assert.deepEqual(readRoute("/j/", ""), { page: "join", code: "" });
  assert.deepEqual(readRoute("/j/ab7k-9qxm", ""), { page: "join", code: "ab7k-9qxm" });
  assert.deepEqual(readRoute("/jx", ""), { page: "missing" });
  assert.deepEqual(readRoute("/B/AB0000X", "#nonsense"), { page: "box", box: "AB0000X", mark: null });
  assert.deepEqual(readRoute("/B/AB0000Y", ""), { page: "astray", typed: "AB0000Y" });
  assert.deepEqual(readRoute("/J/abc_-9", ""), { page: "join", code: "abc_-9" });
  assert.deepEqual(readRoute("/", "#walk"), { page: "walk" });
  assert.deepEqual(readRoute("/desk/board/", ""), { page: "desk", path: "board" });
  assert.deepEqual(readRoute("/deskx", ""), { page: "missing" });
});
