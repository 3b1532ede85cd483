// A whole working day at the desk in Chromium: first start, upload, review by keyboard, a conflict between two editors, two coders and their
// adjudication, undo, publishing, a reader's tip, log out. Prints TAP.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { launch, run } from "./browser.mjs";
import { book, firstOfQueue, people, person, PASSWORD, start } from "./desk_browser.mjs";
import { add, Client, example } from "../desk/desk.mjs";

const browser = await launch();
const tests = [];
const test = (name, body) => tests.push([name, body]);

// One empty book for the day's beginning, one with the example for all else.
const empty = await start(book());
const file = book();
add(file, "--situation", "Example", example);
const desk = await start(file);
const staff = await people(desk);
const S = "/s/Example";

async function as(role, body, options) {
  const one = await person(browser, desk, role ? staff[role] : null, options);
  try {
    await body(one.page, one);
    assert.deepEqual(one.complaints, []);
  } finally {
    await one.close();
  }
}

const decidedIn = (page) => page.waitForURL(/[?&]decided=\d+/);

test("first start: the link makes an administrator, who begins a situation and drops the example on it", async () => {
  const one = await person(browser, empty, null);
  const page = one.page;
  await page.goto(empty.link);
  await page.getByLabel("Name").fill("First Admin");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL(empty.origin + "/");
  assert.match(await page.locator(".empty").innerText(), /Nothing is followed yet/);
  await page.getByLabel("Name").fill("Coast & Hills");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/s\/Coast/);
  assert.match(await page.locator(".empty").innerText(), /No reports yet/);
  const text = readFileSync(example, "utf8");
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "reports.ndjson", { type: "application/x-ndjson" }));
    return transfer;
  }, text);
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await page.waitForSelector("#figures", { timeout: 20000 });
  assert.match(await page.locator(".lede").first().innerText(), /reports? from \d+ origins?/);
  assert.deepEqual(one.complaints, []);
  await one.close();
});

test("signing in by name and password, and out again; afterwards nothing is shown", () =>
  as(null, async (page, one) => {
    await one.go(S);
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel("Name").fill("editor one");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(new RegExp(S + "$"));
    await page.locator(".me summary").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await one.go(S);
    assert.match(page.url(), /\/sign-in/);
  }));

test("the queue stands at the left, that first which moves a figure; j, k go through it, a opens accepting", () =>
  as("coder", async (page, one) => {
    await one.go(await firstOfQueue(staff.coder, "Example"));
    const current = page.locator('aside.queue [aria-current="true"]');
    await current.waitFor();
    assert.match(await page.locator("aside.queue .queue-moves").first().innerText(), /→/);
    const first = page.url();
    await page.keyboard.press("j");
    await page.waitForURL((url) => url.href !== first);
    await page.locator('aside.queue [aria-current="true"]').waitFor();
    await page.keyboard.press("k");
    await page.waitForURL(first);
    await page.keyboard.press("a");
    assert.equal(await page.evaluate(() => document.activeElement.name), "reason");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("details.act[open]").count(), 0);
    await page.keyboard.press("?");
    assert.ok(await page.locator("#keys").isVisible());
    await page.keyboard.press("Escape");
  }));

test("rejecting by keyboard: what would move is shown before, moved after, and moves back when undone", () =>
  as("editor", async (page, one) => {
    const address = await firstOfQueue(staff.editor, "Example");
    await one.go(address);
    await page.keyboard.press("r");
    const effect = page.locator("#act-reject .effect-list strong").first();
    await effect.waitFor();
    const said = await effect.innerText();
    assert.match(said, /→/);
    await page.keyboard.type("the report counts others among them");
    await page.keyboard.press("Enter");
    await decidedIn(page);
    assert.match(await page.locator(".flash").innerText(), /Kept: reject/);
    assert.match(await page.locator(".flash").innerText(), /→/);
    assert.match(await page.locator(".lede .verdict").innerText(), /rejected/);
    const queue = await staff.editor.get(S + "/queue/part");
    assert.ok(!queue.body.includes(address), "a claim that was decided on leaves the queue");
    await page.keyboard.press("z");
    await page.waitForFunction(() => document.querySelector(".flash")?.textContent.includes("undo"));
    assert.equal(await page.locator(".lede .verdict").count(), 0);
    assert.match(await page.locator(".decisions .undone").first().innerText(), /Undone by decision/);
  }));

test("editing a figure changes what the claim says", () =>
  as("editor", async (page, one) => {
    const address = await firstOfQueue(staff.editor, "Example");
    await one.go(address);
    await page.keyboard.press("e");
    await page.locator("#act-edit [name=low]").fill("4321");
    await page.locator("#act-edit [name=high]").fill("4321");
    await page.locator("#act-edit .effect-list").waitFor();
    await page.locator("#act-edit [name=reason]").fill("as the later text has it");
    await page.keyboard.press("Enter");
    await decidedIn(page);
    assert.match(await page.locator("h1").innerText(), /4.321/);
    await page.locator(".flash [data-undo]").click();
    await page.waitForFunction(() => !/4.321/.test(document.querySelector("h1").textContent));
  }));

test("a place is corrected on the map, by pointer and by keyboard", () =>
  as("editor", async (page, one) => {
    const place = async () => {
      const whole = JSON.parse((await staff.editor.get("/api" + S.replace("/s/", "/situations/"))).body);
      return whole.incidents[0].place;
    };
    await one.go(S + "/incidents");
    await page.locator("table.incidents a").first().click();
    await page.waitForURL(/\/incidents\/[0-9a-f]{16}/);
    await page.keyboard.press("p");
    const map = page.locator("#act-place svg.pick");
    await map.click({ position: { x: 30, y: 40 } });
    const lat = page.locator("#act-place [name=lat]");
    const lon = page.locator("#act-place [name=lon]");
    const [first, east] = [Number(await lat.inputValue()), Number(await lon.inputValue())];
    const before = await place();
    assert.ok(first > before.lat && east < before.lon, "up and left is north and west");
    await map.press("ArrowDown");
    await map.press("Shift+ArrowRight");
    const [second, farther] = [await lat.inputValue(), await lon.inputValue()];
    assert.ok(Number(second) < first && Number(farther) > east);
    await page.locator("#act-place [name=reason]").fill("the market stands there");
    await page.keyboard.press("Enter");
    await decidedIn(page);
    const after = await place();
    assert.ok(Math.abs(after.lat - Number(second)) < 0.001 && Math.abs(after.lon - Number(farther)) < 0.001);
    await page.locator(".flash [data-undo]").click();
    await page.waitForFunction(() => document.querySelector(".flash")?.textContent.includes("undo"));
  }));

test("an incident without a point gets a map of the place that is typed, and a point on it", () =>
  as("coder", async (page, one) => {
    await one.go(S + "/incidents");
    await page.getByRole("row", { name: /not placed/ }).getByRole("link").click();
    await page.waitForURL(/\/incidents\/[0-9a-f]{16}/);
    await page.keyboard.press("p");
    await page.locator("#act-place [name=place]").fill("Turbat");
    const map = page.locator("#act-place svg.pick");
    await page.waitForFunction(() => Math.abs(Number(document.querySelector("#act-place svg.pick")?.dataset.west) - 61.7) < 1.2);
    await map.focus();
    await page.keyboard.press("ArrowRight");
    const lon = Number(await page.locator("#act-place [name=lon]").inputValue());
    assert.ok(Math.abs(lon - 63.06) < 0.5, String(lon));
  }));

test("/ goes to the search from any page; what is found leads to reports and their claims", () =>
  as("reader", async (page, one) => {
    await one.go("/");
    await page.keyboard.press("/");
    await page.keyboard.type('"security personnel" gwadar');
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?words=/);
    assert.match(await page.locator(".claims mark").first().innerText(), /security personnel|gwadar/i);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/documents\/\d+/);
    await page.keyboard.press("/");
    await page.keyboard.type("prison");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/s\/Example\/search/);
    assert.equal(await page.locator(".tabs a").count() > 5, true, "the situation's menu stays");
    await page.locator('.claims a[href*="/claims/"]').first().click();
    await page.waitForURL(/\/claims\/[0-9a-f]{16}/);
  }));

test("a claim's copies are decided on with it: the choice moves what is shown", async () => {
  const all = JSON.parse((await staff.reader.get(`/api/situations/Example`)).body).claims;
  const copies = new Map();
  for (const c of all) if (c.copy_of && c.kind === "casualty") copies.set(c.copy_of, (copies.get(c.copy_of) ?? 0) + 1);
  const origin = all.find((c) => copies.has(c.id) && !c.decided);
  await as("editor", async (page, one) => {
    await one.go(`${S}/claims/${origin.id}`);
    await page.keyboard.press("r");
    await page.locator("#act-reject .effect-list, #act-reject .effect-none").first().waitFor();
    await page.locator("#act-reject [name=copies]").check();
    await page.locator("#act-reject [name=reason]").fill("withdrawn by the agency");
    await page.locator("#act-reject button.main").click();
    await decidedIn(page);
    const flash = await page.locator(".flash").innerText();
    assert.match(flash, copies.get(origin.id) === 1 ? /on it and one copy/ : new RegExp(`on it and ${copies.get(origin.id)} copies`));
    await page.locator(".flash [data-undo]").click();
    await page.waitForFunction(() => /undo/.test(document.querySelector(".flash")?.textContent ?? ""));
  });
  const after = JSON.parse((await staff.reader.get(`/api/situations/Example`)).body).claims;
  assert.equal(after.filter((c) => (c.id === origin.id || c.copy_of === origin.id) && c.decided).length, 0);
});

test("two editors on one claim: the second is told who was faster, and nothing is overwritten", async () => {
  const address = await firstOfQueue(staff.editor, "Example");
  await as("administrator", async (late, lateOne) => {
    await lateOne.go(address);
    await as("editor", async (page, one) => {
      await one.go(address);
      await page.keyboard.press("a");
      await page.keyboard.press("Enter");
      await decidedIn(page);
    });
    await late.waitForFunction(() => document.getElementById("news")?.textContent.includes("editor one"));
    await late.keyboard.press("r");
    await late.keyboard.type("seen otherwise");
    await late.keyboard.press("Enter");
    await late.waitForSelector("h1:has-text('Somebody else decided meanwhile')");
    assert.match(await late.locator("main").innerText(), /editor one decided accept/);
    await late.getByRole("link", { name: "See it as it stands" }).click();
    assert.match(await late.locator(".lede .verdict").innerText(), /accepted/);
    assert.match(await late.locator(".decisions > li").first().innerText(), /accept by editor one/);
    assert.ok(!(await late.locator(".decisions").innerText()).includes("seen otherwise"));
  });
});

test("two coders read a claim independently and differ; an editor settles it", async () => {
  const address = await firstOfQueue(staff.editor, "Example");
  const read = (role, key, reason) =>
    as(role, async (page, one) => {
      await one.go(address);
      await page.keyboard.press(key);
      const act = page.locator(`details.act[data-key=${key}]`);
      await act.locator("[name=independent]").check();
      await act.locator("[name=reason]").fill(reason);
      await act.locator("[name=reason]").press("Enter");
      await decidedIn(page);
    });
  await read("coder", "a", "as it stands there");
  await read("editor", "r", "it tells of another day");
  await as("administrator", async (page, one) => {
    await one.go(address);
    assert.match(await page.locator(".lede .verdict").innerText(), /contested/);
    await one.go(S + "/agreement");
    assert.match(await page.locator("main").innerText(), /verdict/i);
    await one.go(address);
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await decidedIn(page);
    assert.match(await page.locator(".lede .verdict").innerText(), /accepted/);
  });
});

test("selecting words of a report fills the form for a claim that was not found", () =>
  as("coder", async (page, one) => {
    await one.go(S + "/documents/1");
    await page.evaluate(() => {
      const piece = [...document.querySelectorAll("[data-text] [data-at]")].find((one) => one.textContent.trim().length > 12);
      const range = document.createRange();
      range.selectNodeContents(piece);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      piece.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    });
    await page.waitForFunction(() => document.querySelector("#act-add [name=passage]").value.length > 8);
    await page.locator("#act-add [name=outcome]").selectOption("injured");
    await page.locator("#act-add [name=low]").fill("3");
    await page.locator("#act-add [name=high]").fill("3");
    await page.locator("#act-add [name=reason]").fill("it says so");
    await page.locator("#act-add button.main").click();
    await decidedIn(page);
    assert.match(await page.locator(".claims.brief").innerText(), /3 people injured/);
  }));

test("who else is here is shown, and on which page", async () => {
  await as("coder", async (page, one) => {
    await one.go(S + "/conflicts");
    await as("editor", async (other, two) => {
      await two.go(S + "/conflicts");
      await other.waitForFunction(() => document.querySelector("#presence .here")?.title.includes("coder one"));
    });
  });
});

test("everything is signed in the log, and the book stays whole", () =>
  as("reader", async (page, one) => {
    await one.go(S + "/log");
    const rows = await page.locator("ol.decisions > li").count();
    assert.ok(rows >= 8, `${rows} decisions`);
    assert.match(await page.locator("ol.decisions").innerText(), /the report counts others among them/);
  }));

test("publishing, a reader's tip, moderating: nothing is shown before it is released", async () => {
  const where = "/public/Example";
  await as("editor", async (page, one) => {
    await one.go(S + "/publish");
    await page.getByLabel("I have read the preview.").check();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.waitForLoadState();
    await one.go(where);
    assert.match(await page.locator("body").innerText(), /Public edition/);
  });
  await as(null, async (page, one) => {
    await one.go(where + "/letter");
    await page.locator("main textarea").fill("The bus was hit a day earlier: secret of the sender");
    await page.getByRole("button", { name: "Send" }).click();
    await page.waitForSelector("h1:has-text('Thank you')");
    await one.go(where + "/corrections");
    assert.ok(!(await page.locator("body").innerText()).includes("secret of the sender"));
  });
  await as("editor", async (page, one) => {
    await one.go(S + "/letters");
    assert.match(await page.locator("main").innerText(), /secret of the sender/);
    await page.getByLabel("What the public desk prints").fill("A reader says that the bus was hit a day earlier.");
    await page.getByRole("button", { name: "Release" }).first().click();
    await page.waitForLoadState();
  });
  await as(null, async (page, one) => {
    await one.go(where + "/corrections");
    const words = await page.locator("body").innerText();
    assert.match(words, /A reader says that the bus was hit a day earlier/);
    assert.ok(!words.includes("secret of the sender"));
  });
});

test("an export of every list comes as a file", async () => {
  for (const list of ["claims", "incidents", "sources", "conflicts", "unverified", "pending", "changes", "queue"])
    for (const format of ["csv", "json"]) {
      const answer = await staff.coder.get(`${S}/export?list=${list}&format=${format}`);
      assert.equal(answer.status, 200, `${list} ${format}: ${answer.body.slice(0, 600)}`);
      assert.match(answer.headers["content-disposition"], /attachment/);
      if (format === "json") JSON.parse(answer.body);
    }
  for (const format of ["html", "json", "csv", "geojson", "markdown", "hxl", "ged", "acled", "claimreview"])
    assert.equal((await staff.reader.get(`${S}/export?format=${format}`)).status, 200, format);
});

const failed = await run(tests);
await browser.close();
await desk.stop();
await empty.stop();
process.exit(failed > 0 ? 1 : 0);
