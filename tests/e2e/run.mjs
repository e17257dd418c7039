// The browser tests: each file with a medbox of its own on a fresh inventory, in Debian's Chromium.
// MEDBOX and PHOTO are the programs under test, APP_WORK the folder where the app was built (its
// packages drive the browser), CHROMIUM the browser.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const only = process.argv[2] ?? "";
const files = readdirSync(here).filter((name) => name.endsWith(".test.mjs") && name.includes(only)).sort();

// One after another: a browser each is enough for a small machine.
let failed = 0;
for (const file of files) {
  const run = spawnSync(process.execPath, ["--test", "--test-reporter=spec", join(here, file)], { stdio: "inherit" });
  if (run.status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
