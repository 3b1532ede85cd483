// node test/web/page.test.mjs FOLDER: tests sample.html, example.html and, where it is there, seeds.html.
import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { launch, open, run, violations } from "./browser.mjs";

const folder = process.argv[2] ?? "build/test/web";
const names = ["sample", "example", "seeds", "many"].filter((name) => existsSync(join(folder, name + ".html")));
const file = (name) => join(folder, name + ".html");
const FIRST_LOAD_BYTES = 250_000;
const browser = await launch();

async function on(name, options, body) {
  const opened = await open(browser, file(name), options);
  try {
    await body(opened.page, opened);
  } finally {
    await opened.close();
  }
}

const tests = [];
const test = (name, body) => tests.push([name, body]);
const LOOKS = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["phone", { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
];

for (const name of names) {
  for (const [look, options] of LOOKS)
    test(`${name}: axe finds nothing (${look})`, () =>
      on(name, options, async (page) => assert.deepEqual(await violations(page), [])));

  test(`${name}: nothing is requested and the console is silent`, () =>
    on(name, {}, async (page, opened) => {
      await page.locator("a.ev").first().click();
      assert.deepEqual(opened.requests.filter((url) => !url.startsWith("file://") && url !== "data:,"), []);
      assert.equal(opened.requests.filter((url) => url.startsWith("file://")).length, 1);
      assert.deepEqual(opened.complaints, []);
    }));

  test(`${name}: nothing sticks out on a phone of 390 pixels`, () =>
    on(name, { viewport: { width: 390, height: 844 } }, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    }));

  test(`${name}: without script every figure's link leads to an entry of the evidence`, () =>
    on(name, { javaScriptEnabled: false }, async (page) => {
      const lost = await page.evaluate(() =>
        [...document.querySelectorAll("a.ev, a.step")]
          .map((link) => link.getAttribute("href"))
          .filter((href) => !document.getElementById(href.slice(1))?.closest("#evidence")));
      assert.deepEqual(lost, []);
      assert.ok((await page.locator("a.ev").count()) > 20);
      assert.ok(await page.locator("#evidence .note mark").first().isVisible());
    }));

  test(`${name}: loaded words stand only in quotations`, () =>
    on(name, { javaScriptEnabled: false }, async (page) => {
      const found = await page.evaluate(() => {
        for (const quoted of document.querySelectorAll("q, blockquote, .source-title, .flags, .url, style, script")) quoted.remove();
        return document.body.textContent.match(/.{0,30}\b(terroris|martyr|neutrali[sz]e|eliminat|regime|thug)\w*.{0,30}/gi) ?? [];
      });
      assert.deepEqual(found, []);
    }));

  test(`${name}: ids are unique and headings don't skip a level`, () =>
    on(name, { javaScriptEnabled: false }, async (page) => {
      const found = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
        const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5")].map((h) => Number(h.tagName[1]));
        return {
          twice: ids.filter((id, i) => ids.indexOf(id) !== i),
          skips: levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1).length,
        };
      });
      assert.deepEqual(found, { twice: [], skips: 0 });
    }));
}

test("a figure opens its sentence in the drawer, which has an address; Escape closes it and focus returns", () =>
  on("sample", {}, async (page) => {
    const figure = page.locator("#figures .cell a.ev").first();
    const href = await figure.getAttribute("href");
    await figure.click();
    assert.ok(await page.locator("#drawer").isVisible());
    assert.equal(new URL(page.url()).hash, href);
    assert.match(await page.locator("#drawer .drawer-body").innerText(), /median/);
    await page.locator("#drawer a.ev").first().click();
    assert.ok(await page.locator("#drawer mark").isVisible());
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#drawer").isVisible(), false);
    assert.equal(new URL(page.url()).hash, "");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), href);
  }));

test("the drawer quotes the sentence by which a rule is told", () =>
  on("example", { hash: "" }, async (page) => {
    await page.locator("#versions a.ev").first().click();
    const rule = page.locator("#drawer a[href^='#rule-'] ~ q");
    assert.ok((await rule.count()) > 0);
    assert.match(await rule.first().evaluate((q) => getComputedStyle(q).quotes), /\u201c/);
  }));

test("the keyboard alone opens the drawer, and focus goes into it", () =>
  on("sample", {}, async (page) => {
    await page.locator("#figures .cell a.ev").first().focus();
    await page.keyboard.press("Enter");
    assert.ok(await page.locator("#drawer").isVisible());
    assert.equal(await page.evaluate(() => document.activeElement.closest("#drawer") !== null), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#drawer").isVisible(), false);
  }));

test("an address that was sent opens its drawer; going back closes it", () =>
  on("sample", { hash: "#claim-c00" }, async (page) => {
    assert.ok(await page.locator("#drawer").isVisible());
    assert.match(await page.locator("#drawer mark").innerText(), /at least 10 officers/);
    await page.keyboard.press("Escape");
    await page.locator("#figures .cell a.ev").first().click();
    await page.goBack();
    assert.equal(await page.locator("#drawer").isVisible(), false);
  }));

test("a filter hides the other entries, says how many are left, and hides days left empty", () =>
  on("sample", {}, async (page) => {
    const all = await page.locator("#timeline-list li.entry:visible").count();
    await page.getByLabel("Said by").selectOption("armed-group");
    const left = await page.locator("#timeline-list li.entry:visible").count();
    assert.ok(left > 0 && left < all, `${left} of ${all}`);
    assert.equal(await page.locator("#timeline-list li.entry:visible:not([data-party=armed-group])").count(), 0);
    assert.match(await page.locator("#filters [role=status]").innerText(), new RegExp(`${left} of ${all}`));
    assert.equal(await page.locator("#timeline-list .day:visible h4").count(), 1);
    await page.getByLabel("Said by").selectOption("");
    assert.equal(await page.locator("#timeline-list li.entry:visible").count(), all);
  }));

test("of a day that many tell of most entries are folded away, until a filter or paper asks for them", () =>
  on("many", {}, async (page) => {
    const entries = page.locator("#timeline-list li.entry");
    const all = await entries.count();
    const shown = () => page.locator("#timeline-list li.entry").evaluateAll((items) => items.filter((item) => item.checkVisibility()).length);
    assert.ok(all > 20, `${all} entries`);
    assert.equal(await shown(), 12);
    assert.equal(await page.locator("#timeline-list summary").innerText(), `${all - 12} more`);
    await page.locator("select[name=source]").selectOption({ index: 15 });
    assert.equal(await shown(), await page.locator("#timeline-list li.entry:not([hidden])").count());
    await page.locator("select[name=source]").selectOption("");
    assert.equal(await shown(), 12);
    await page.emulateMedia({ media: "print" });
    assert.ok(await entries.last().evaluate((item) => item.getBoundingClientRect().height > 0 && item.checkVisibility({ contentVisibilityAuto: true })));
  }));

test("what many papers say in the same words stands once, with who else says it, and is found by each of them", () =>
  on("many", {}, async (page) => {
    const raid = page.locator("#timeline-list li.entry", { hasText: "Gunmen raided the cattle market" });
    assert.equal(await raid.count(), 1);
    assert.match(await raid.innerText(), /Paper 11; the same in Paper 12, Paper 13, Paper 14 and 36 more reports/);
    await page.locator("select[name=source]").selectOption({ label: "Paper 37" });
    assert.ok(await raid.isVisible());
    await page.locator("select[name=outcome]").selectOption("killed");
    assert.equal(await raid.isVisible(), false);
  }));

test("of many sources most are folded away, and a link to one of them opens the fold", () =>
  on("many", {}, async (page) => {
    const last = page.locator("#sources .sources > li").last();
    assert.equal(await page.locator("#sources .more > summary").innerText(), "28 more");
    assert.equal(await last.evaluate((item) => item.checkVisibility()), false);
    await page.evaluate((id) => (location.hash = id), await last.getAttribute("id"));
    assert.ok(await last.evaluate((item) => item.checkVisibility()));
  }));

test("the evidence of many reports is folded under each of them, and a link to a passage opens the folds", () =>
  on("many", { javaScriptEnabled: false }, async (page) => {
    const last = page.locator("#evidence .note").last();
    const report = page.locator("#evidence details.more details.more > summary").last();
    assert.match(await report.textContent(), /^Paper \d+ \d passages$/);
    assert.equal(await last.evaluate((item) => item.checkVisibility()), false);
    await page.evaluate((id) => (location.hash = id), await last.getAttribute("id"));
    assert.ok(await last.evaluate((item) => item.checkVisibility()));
  }));

test("a stream of months is a list of days, of which those of the page's own event stand open", () =>
  on("stream", {}, async (page) => {
    const days = page.locator("#timeline-list > details.day");
    const shown = () => page.locator("#timeline-list li.entry").evaluateAll((items) => items.filter((item) => item.checkVisibility()).length);
    assert.ok((await days.count()) > 50);
    assert.ok((await shown()) < 60, `${await shown()} entries`);
    assert.match(await days.first().locator("summary").first().innerText(), /March 2026 \d+ entries$/);
    for (const id of ["places", "disruptions", "sources"]) {
      const height = await page.locator(`#${id}`).evaluate((section) => section.getBoundingClientRect().height);
      assert.ok(height < 6000, `${id} is ${height} px high`);
    }
    const before = await shown();
    await page.locator("select[name=source]").selectOption({ label: "Paper 3" });
    assert.equal(await shown(), await page.locator("#timeline-list li.entry:not([hidden])").count());
    assert.match(await page.locator("#timeline-list > .day:not([hidden]) > summary").first().innerText(), /2026 \d+ of \d+ entries$/);
    await page.locator("select[name=source]").selectOption("");
    assert.equal(await shown(), before);
    await page.emulateMedia({ media: "print" });
    assert.ok(await days.last().locator("li.entry").last().evaluate((item) => item.checkVisibility({ contentVisibilityAuto: true })));
  }));

test("the map zooms by button and key, and a place marks its entries in the timeline", () =>
  on("sample", {}, async (page) => {
    const transform = () => page.locator("#map-world").getAttribute("transform");
    await page.getByRole("button", { name: "Zoom in" }).click();
    const zoomed = await transform();
    assert.match(zoomed, /scale\(1\.6\)/);
    await page.keyboard.press("ArrowRight");
    assert.notEqual(await transform(), zoomed);
    await page.getByRole("button", { name: "Show the whole map" }).click();
    assert.match(await transform(), /scale\(1\)/);
    await page.locator('a.place[data-place="Gwadar"]').focus();
    await page.keyboard.press("Enter");
    assert.ok((await page.locator("#timeline-list li.chosen").count()) > 0);
    assert.match(await page.locator(".map-status").innerText(), /Gwadar/);
  }));

test("a province is drawn as an area and never as a point", () =>
  on("sample", { javaScriptEnabled: false }, async (page) => {
    const shapes = await page.locator('a.place[data-place="Balochistan"] circle').evaluateAll((all) => all.map((c) => c.getAttribute("class")));
    assert.deepEqual(shapes, ["reach area"]);
    assert.equal(await page.locator('a.place[data-place="Mastung"] circle.spot').count(), 0);
  }));

test("print has numbered notes in place of the drawer, contents list and filters", () =>
  on("sample", {}, async (page) => {
    await page.locator("#figures .cell a.ev").first().click();
    await page.emulateMedia({ media: "print" });
    for (const gone of ["#drawer", ".contents", "#filters", ".map-tools"])
      assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    const note = await page.locator("#figures .cell a.ev").first().evaluate((link) => ({
      printed: getComputedStyle(link, "::after").content.replaceAll('"', ""),
      number: document.getElementById(link.getAttribute("href").slice(1)).querySelector(".note-number").textContent,
    }));
    assert.equal(note.printed, note.number);
  }));

test("nothing moves for a reader who asked for calm", () =>
  on("sample", { reducedMotion: "reduce" }, async (page) => {
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
  }));

test("two readers of a dark and a light screen both get their colours", () =>
  on("sample", { colorScheme: "dark" }, async (page) => {
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: "light" });
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), dark);
  }));

test("the first load stays small", async () => {
  const name = names.includes("seeds") ? "seeds" : "sample";
  const bytes = statSync(file(name)).size;
  assert.ok(bytes <= FIRST_LOAD_BYTES, `${name}.html has ${bytes} bytes`);
});

const failed = await run(tests);
await browser.close();
process.exit(failed > 0 ? 1 : 0);
