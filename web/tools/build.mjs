// Bundles the page's script and styles: node web/tools/build.mjs OUT-FOLDER
import { build } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = join(dirname(fileURLToPath(import.meta.url)), "..", "src");
const outdir = process.argv[2] ?? "build/web";

await build({
  entryPoints: { page: join(source, "page.ts") },
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
  entryPoints: { page: join(source, "page.css") },
  outdir,
  bundle: true,
  minify: true,
  target: ["chrome100", "firefox100", "safari15"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});
