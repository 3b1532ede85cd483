// Bundles the scripts and styles of the page and the desk: node web/tools/build.mjs OUT-FOLDER
import { build } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = join(dirname(fileURLToPath(import.meta.url)), "..", "src");
const outdir = process.argv[2] ?? "build/web";

await build({
  entryPoints: { page: join(source, "page.ts"), desk: join(source, "desk.ts") },
  outdir,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});
await build({
  entryPoints: { page: join(source, "page.css"), desk: join(source, "desk.css") },
  outdir,
  bundle: true,
  minify: true,
  target: ["chrome100", "firefox100", "safari15"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});
