// The app's own tests: bundled, then run by Node's test runner as TAP. run.mjs WORK (the folder that
// make.mjs filled); its packages and its built files are what is tested.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const work = resolve(process.argv[2]);
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(work, "tree", "package.json"));
const out = mkdtempSync(join(tmpdir(), "medbox-app-test."));

try {
  const tests = readdirSync(here).filter((name) => name.endsWith(".test.ts")).map((name) => join(here, name));
  await require("esbuild").build({
    entryPoints: tests, outdir: out, bundle: true, platform: "node", format: "esm", target: "node18",
    outExtension: { ".js": ".mjs" }, nodePaths: [join(work, "tree", "node_modules")], logLevel: "error",
  });
  const run = spawnSync(process.execPath, ["--test", "--test-reporter=tap", ...tests.map((file) => join(out, file.replace(/^.*[\\/]/, "").replace(/\.ts$/, ".mjs")))],
    { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", env: { ...process.env, APP_SOURCE: join(here, ".."), APP_BUILT: join(work, "app") } });
  process.stdout.write(run.stdout.replace(/^TAP version \d+/, "TAP version 14"));
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
