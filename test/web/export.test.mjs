// node test/web/export.test.mjs FOLDER: example.geojson and example.md, read by programs that others use.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { run } from "./browser.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const folder = process.argv[2] ?? "build/test/web";
const tests = [];
const test = (name, body) => tests.push([name, body]);

test("GeoJSON is valid to a checker of RFC 7946", async () => {
  const { check } = await import(require.resolve("@placemarkio/check-geojson"));
  const map = check(readFileSync(join(folder, "example.geojson"), "utf8"));
  assert.ok(map.features.length > 2);
  assert.ok(map.features.some((f) => f.geometry && f.properties.killed_civilians?.low === 11));
});

test("Markdown's footnotes become links and its text no mark-up", () => {
  const markdown = require("markdown-it")({ html: true }).use(require("markdown-it-footnote"));
  const html = markdown.render(readFileSync(join(folder, "example.md"), "utf8"));
  const references = html.match(/class="footnote-ref"/g) ?? [];
  const notes = html.match(/class="footnote-item"/g) ?? [];
  assert.ok(references.length >= notes.length && notes.length > 10);
  assert.ok(!/<(?!\/?(?:h[1-3]|p|ul|ol|li|a|sup|section|hr)\b)/.test(html), "only what the day book is made of");
});

process.exit((await run(tests)) > 0 ? 1 : 0);
