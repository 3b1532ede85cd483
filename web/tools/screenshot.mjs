// A picture of a page's first screen for the README: node web/tools/screenshot.mjs PAGE.html OUT.png
import { chromium } from "playwright-core";
import { resolve } from "node:path";

const [page, out] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"],
});
const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
await tab.goto("file://" + resolve(page));
await tab.screenshot({ path: out });
await browser.close();
