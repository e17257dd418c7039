// Builds the app into a folder: build.mjs OUT VERSION. Names of what is loaded carry a hash of it, so
// browsers keep it for ever; beside each file lies it compressed (.br, .gz) where that is smaller.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const [out, version] = process.argv.slice(2);
// The oldest browsers that are met: those inside chat apps, on phones of 2020.
const TARGET = ["es2018", "chrome86", "safari14"];

// The polyfill names its reader by an address elsewhere; ours comes from the lock file, and its
// WebAssembly lies beside the rest.
const localReader = {
  name: "local-reader",
  setup(to) {
    to.onResolve({ filter: /^https:.*\/@undecaf\/zbar-wasm@[^/]*\/dist\/main\.js$/ }, (found) =>
      to.resolve("@undecaf/zbar-wasm", { kind: found.kind, resolveDir: found.resolveDir }));
    to.onLoad({ filter: /zbar-wasm[\\/]dist[\\/]main\.js$/ }, ({ path }) => {
      const named = 'new URL("zbar.wasm",import.meta.url).href';
      const text = readFileSync(path, "utf8");
      if (!text.includes(named)) throw new Error(`${path}: no ${named}`);
      return { contents: `import zbarWasm from "./zbar.wasm";${text.replace(named, "zbarWasm")}`, loader: "js" };
    });
  },
};

const bundle = (more) => build({
  bundle: true, minify: true, format: "esm", target: TARGET,
  supported: { destructuring: true }, // Safari 14 has it but for corners that nobody writes
  legalComments: "none", logLevel: "error",
  jsx: "automatic", jsxImportSource: "preact", loader: { ".wasm": "file" }, publicPath: "/a/",
  external: ["module"], metafile: true, ...more,
});

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "a"), { recursive: true });

const app = await bundle({
  entryPoints: { app: "src/main.tsx", style: "styles/app.css" },
  splitting: true, outdir: join(out, "a"), entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]", plugins: [localReader],
});

const { metafile: { outputs: early } } = await bundle({ entryPoints: { first: "src/first.ts" }, outdir: join(out, "a"), entryNames: "[name]-[hash]", format: "iife" });
const ahead = `/a/${basename(Object.keys(early)[0])}`;

const outputs = Object.entries(app.metafile.outputs);
const nameOf = (entry) => `/a/${basename(outputs.find(([, made]) => made.entryPoint === entry)[0])}`;
const js = nameOf("src/main.tsx");
const css = nameOf("styles/app.css");

/** What a file imports at once, not those that it fetches when they are needed. */
function loadedWith(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const link of app.metafile.outputs[file]?.imports ?? [])
    if (link.kind === "import-statement") loadedWith(link.path, found);
  return found;
}

const first = [...loadedWith(outputs.find(([, made]) => made.entryPoint === "src/main.tsx")[0])]
  .map((file) => `/a/${basename(file)}`);

// A phone offline needs the reader of codes too; the desk is fetched by those who have one.
const kept = [...new Set([ahead, ...first, css, ...outputs.map(([file]) => `/a/${basename(file)}`)
  .filter((file) => /\/(zbar|main)-[^/]*\.(wasm|js)$/.test(file))])];

const shell = readFileSync("index.html", "utf8").replace("{css}", css).replace("{js}", js).replace("{first}", ahead)
  .replace("{more}", first.filter((file) => file !== js).map((file) => `<link rel="modulepreload" href="${file}">`).join(""));
writeFileSync(join(out, "index.html"), shell);
cpSync("manifest.webmanifest", join(out, "manifest.webmanifest"));
for (const icon of readdirSync("icons").filter((name) => name.endsWith(".png")))
  cpSync(join("icons", icon), join(out, icon));

const hash = createHash("sha256").update(shell).update(kept.join()).digest("hex").slice(0, 12);
await bundle({
  entryPoints: { sw: "worker/sw.ts" }, outdir: out, format: "iife",
  define: { VERSION: JSON.stringify(hash), FILES: JSON.stringify([...kept, "/manifest.webmanifest", "/icon-192.png"]) },
});

const files = (folder) => readdirSync(folder, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)])).sort();

for (const file of files(out)) {
  if (file.endsWith(".png")) continue;
  const plain = readFileSync(file);
  const smaller = {
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    gz: gzipSync(plain, { level: 9 }),
  };
  for (const [end, bytes] of Object.entries(smaller))
    if (bytes.length < plain.length) writeFileSync(`${file}.${end}`, bytes);
}

const list = files(out).map((file) => relative(out, file));
writeFileSync(join(out, "app.gresource.xml"), `<?xml version="1.0" encoding="UTF-8"?>
<gresources><gresource prefix="/app">
${list.map((file) => `  <file>${file}</file>`).join("\n")}
</gresource></gresources>
`);
writeFileSync(join(out, "first.json"), JSON.stringify({ version, files: ["/index.html", css, ahead, ...first] }));
