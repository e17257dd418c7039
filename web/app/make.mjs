// What the build of medbox calls: make.mjs WORK VERSION. Copies the app into a folder of the build,
// installs its packages there from the lock file, and builds it; the source tree stays clean.
// Leaves WORK/app/, WORK/app-resource.c, and WORK/app.d, which names what all of it depends on.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const source = dirname(fileURLToPath(import.meta.url));
const [work, version] = [resolve(process.argv[2]), process.argv[3]];
const tree = join(work, "tree");
const NOT_COPIED = new Set(["node_modules"]);

function run(command, ...words) {
  const { status, error } = spawnSync(command, words, { cwd: tree, stdio: ["ignore", "inherit", "inherit"] });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const sources = (folder) => readdirSync(folder, { withFileTypes: true })
  .filter((entry) => !NOT_COPIED.has(entry.name))
  .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]));

mkdirSync(tree, { recursive: true });
for (const old of readdirSync(tree)) if (!NOT_COPIED.has(old)) rmSync(join(tree, old), { recursive: true });
for (const name of readdirSync(source)) if (!NOT_COPIED.has(name)) cpSync(join(source, name), join(tree, name), { recursive: true });

// The lock file says what is installed; the same again is not fetched again.
const lock = readFileSync(join(tree, "package-lock.json"), "utf8");
const stamp = join(tree, "node_modules", ".medbox-lock");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  run("npm", "ci", "--prefer-offline");
  writeFileSync(stamp, lock);
}

const app = join(work, "app");
run("node", "build.mjs", app, version);
run("glib-compile-resources", "--generate-source", "--internal", "--c-name", "app", `--sourcedir=${app}`,
  `--target=${join(work, "app-resource.c")}`, join(app, "app.gresource.xml"));
writeFileSync(join(work, "app.d"), `app-resource.c: ${sources(source).map((file) => file.replace(/ /g, "\\ ")).join(" ")}\n`);
