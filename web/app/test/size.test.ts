import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

const built = process.env["APP_BUILT"] ?? "";
const MOST = 80 * 1024; // bytes, compressed

const smallest = (file: string) => Math.min(...[file, `${file}.br`, `${file}.gz`].filter((name) => existsSync(name)).map((name) => statSync(name).size));
const gzipped = (file: string) => statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;

test("the first load is at most 80 KB compressed, without Brotli too", (context) => {
  const { files } = JSON.parse(readFileSync(join(built, "first.json"), "utf8")) as { files: string[] };
  const sum = (size: (file: string) => number) => files.reduce((total, file) => total + size(join(built, file)), 0);
  context.diagnostic(`${files.length} files, ${sum(smallest)} bytes (br), ${sum(gzipped)} bytes (gzip)`);
  assert.ok(files.length >= 3);
  assert.ok(sum(gzipped) <= MOST);
});

test("all that the shell names is there, and nothing comes from elsewhere", () => {
  const shell = readFileSync(join(built, "index.html"), "utf8");
  const named = [...shell.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
  assert.ok(named.length >= 5);
  for (const file of named) assert.ok(existsSync(join(built, file)), file);
  assert.ok(!/<script(?![^>]*src=)|\sstyle=|\son\w+=/.test(shell), "the content security policy allows no inline code");
  for (const file of readdirSync(join(built, "a")).filter((name) => name.endsWith(".js")))
    assert.ok(!/(?:from|import|import\()\s*["']https?:/.test(readFileSync(join(built, "a", file), "utf8")), file);
});

test("the oldest browsers understand what is loaded: Chromium 86, Safari 14", async () => {
  const { transform } = createRequire(join(built, "..", "tree", "package.json"))("esbuild") as typeof import("esbuild");
  const old = { target: ["es2018", "chrome86", "safari14"], supported: { destructuring: true } };
  const written = async (code: string, loader: "js" | "css", how: object) => (await transform(code, { loader, ...how })).code;
  const lowered = async (code: string, loader: "js" | "css") => (await written(code, loader, old)) !== (await written(code, loader, {}));
  assert.ok(await lowered("a ??= b", "js"));
  assert.ok(await lowered("a { inset: 0 }", "css"));
  const files = [...readdirSync(join(built, "a")).map((file) => join(built, "a", file)), join(built, "sw.js")].filter((file) => /\.(js|css)$/.test(file));
  assert.ok(files.length >= 5);
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    assert.ok(!(await lowered(text, file.endsWith(".css") ? "css" : "js")), file);
    assert.deepEqual(text.match(/\b(?:structuredClone|hasOwn|randomUUID|withResolvers|AbortSignal\.\w+)\(|\.(?:at|findLast|toSorted|replaceAll)\(/g) ?? [], [], file);
  }
});

test("the lock file names no registry", () => {
  assert.ok(!readFileSync(join(process.env["APP_SOURCE"] ?? ".", "package-lock.json"), "utf8").includes('"resolved"'));
});

test("the worker keeps what the shell loads, and the reader of codes", () => {
  const worker = readFileSync(join(built, "sw.js"), "utf8");
  const { files } = JSON.parse(readFileSync(join(built, "first.json"), "utf8")) as { files: string[] };
  for (const file of files.slice(1)) assert.ok(worker.includes(file), file);
  assert.match(worker, /\/a\/zbar-[^"]*\.wasm/);
});
