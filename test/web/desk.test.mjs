// The whole working day of a newsroom at one desk that begins empty, in Chromium: a story in which each step stands on those before it, and
// each person keeps one browser from the first link to the last log out. After a step that fails the rest are not reached. Prints TAP.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { launch, run } from "./browser.mjs";
import { book, firstOfQueue, person, PASSWORD, start } from "./desk_browser.mjs";
import { example } from "../desk/desk.mjs";

const browser = await launch();
const steps = [];
const step = (name, body) => steps.push([name, body]);

const desk = await start(book());
const SITUATION = encodeURIComponent("Coast & Hills");
const S = `/s/${SITUATION}`;
const PUBLIC = `/public/${SITUATION}`;
const ROLES = { admin: "administrator", editor: "editor", second: "editor", coder: "coder", other: "coder", reader: "reader" };
const NAMES = {
  admin: "Ada Admin", editor: "editor one", second: "editor two", coder: "coder one", other: "coder two", reader: "reader one",
};

// Who is at work, by the names above, and the public, which nobody invites.
const day = {};
for (const who of [...Object.keys(ROLES), "public"]) day[who] = await person(browser, desk, null);
const { admin, editor, second, coder, other, reader, public: visitor } = day;

// What the day leaves for later steps: the claim that two coders read.
const kept = {};

const decidedIn = (page) => page.waitForURL(/[?&]decided=\d+/);
const undoneIn = (page) => page.waitForFunction(() => document.querySelector(".flash")?.textContent.includes("undo"));
// Presses a button whose form leads back to the same address, which cannot be waited for.
const sent = (page, button) =>
  Promise.all([page.waitForResponse((one) => one.request().method() === "POST" && one.status() === 303), button.click()]);
const situation = async () => JSON.parse((await reader.get(`/api/situations/${SITUATION}`)).body);

// A file with reports, let fall on the page.
async function drop(page, content) {
  const data = await page.evaluateHandle((bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], "reports.ndjson", { type: "application/x-ndjson" }));
    return transfer;
  }, content);
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

async function accept(one, link, name) {
  await one.page.goto(link);
  await one.page.getByLabel("Name").fill(name);
  await one.page.getByLabel("Password").fill(PASSWORD);
  await one.page.keyboard.press("Enter");
  await one.page.waitForURL(desk.origin + "/");
  assert.match(await one.page.locator(".empty").innerText(), /Nothing is followed yet/);
}

async function signOut(one) {
  await one.page.locator(".me summary").click();
  await one.page.getByRole("button", { name: "Sign out" }).click();
  await one.page.waitForURL(/\/sign-in/);
}

step("first start: the link, good once, makes an administrator", async () => {
  await accept(admin, desk.link, NAMES.admin);
  await visitor.page.goto(desk.link);
  assert.match(await visitor.page.locator("h1").innerText(), /used already/);
});

step("the administrator signs out and in by name and password, and comes to the page that was asked for", async () => {
  await signOut(admin);
  await admin.go("/settings/people");
  await admin.page.waitForURL(/\/sign-in/);
  await admin.page.getByLabel("Name").fill(NAMES.admin);
  await admin.page.getByLabel("Password").fill(PASSWORD);
  await admin.page.getByRole("button", { name: "Sign in" }).click();
  await admin.page.waitForURL(desk.origin + "/settings/people");
});

step("two editors, two coders and a reader are invited, and make their accounts", async () => {
  for (const who of Object.keys(ROLES).filter((one) => one !== "admin")) {
    await admin.page.locator("#role").selectOption(ROLES[who]);
    await admin.page.getByRole("button", { name: "Make a link" }).click();
    const code = admin.page.locator("code").filter({ hasText: "/invitation/" });
    await accept(day[who], await code.innerText(), NAMES[who]);
    await admin.go("/settings/people");
  }
  const rows = await admin.page.locator("tbody th").allInnerTexts();
  assert.deepEqual(rows.sort(), Object.values(NAMES).sort());
});

step("a situation begins, and a coder drops the pile on it", async () => {
  await editor.page.getByLabel("Name").fill("Coast & Hills");
  await editor.page.keyboard.press("Enter");
  await editor.page.waitForURL(/\/s\/Coast/);
  assert.match(await editor.page.locator(".empty").innerText(), /No reports yet/);
  const page = coder.page;
  await coder.go("/");
  await page.getByRole("main").getByRole("link", { name: "Coast & Hills" }).click();
  await page.waitForURL(/\/s\/Coast/);
  await drop(page, readFileSync(example, "utf8"));
  await page.waitForSelector("#figures", { timeout: 20000 });
  assert.match(await page.locator(".lede").first().innerText(), /reports? from \d+ origins?/);
});

step("the queue stands at the left, that first which moves a figure; j, k go through it, a opens accepting", async () => {
  const page = coder.page;
  await coder.go(await firstOfQueue(coder, SITUATION));
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
});

step("rejecting by keyboard: what would move is shown before, moved after, and moves back when undone", async () => {
  const page = editor.page;
  const address = await firstOfQueue(editor, SITUATION);
  await editor.go(address);
  await page.keyboard.press("r");
  const effect = page.locator("#act-reject .effect-list strong").first();
  await effect.waitFor();
  assert.match(await effect.innerText(), /→/);
  await page.keyboard.type("the report counts others among them");
  await page.keyboard.press("Enter");
  await decidedIn(page);
  assert.match(await page.locator(".flash").innerText(), /Kept: reject/);
  assert.match(await page.locator(".flash").innerText(), /→/);
  assert.match(await page.locator(".lede .verdict").innerText(), /rejected/);
  const queue = await editor.get(S + "/queue/part");
  assert.ok(!queue.body.includes(address), "a claim that was decided on leaves the queue");
  await page.keyboard.press("z");
  await undoneIn(page);
  assert.equal(await page.locator(".lede .verdict").count(), 0);
  assert.match(await page.locator(".decisions .undone").first().innerText(), /Undone by decision/);
});

step("editing a figure changes what the claim says", async () => {
  const page = editor.page;
  await editor.go(await firstOfQueue(editor, SITUATION));
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
});

step("a claim's copies are decided on with it: the choice moves what is shown", async () => {
  const page = editor.page;
  const all = (await situation()).claims;
  const copies = new Map();
  for (const c of all) if (c.copy_of && c.kind === "casualty") copies.set(c.copy_of, (copies.get(c.copy_of) ?? 0) + 1);
  const origin = all.find((c) => copies.has(c.id) && !c.decided);
  await editor.go(`${S}/claims/${origin.id}`);
  await page.keyboard.press("r");
  await page.locator("#act-reject .effect-list, #act-reject .effect-none").first().waitFor();
  await page.locator("#act-reject [name=copies]").check();
  await page.locator("#act-reject [name=reason]").fill("withdrawn by the agency");
  await page.locator("#act-reject button.main").click();
  await decidedIn(page);
  const flash = await page.locator(".flash").innerText();
  assert.match(flash, copies.get(origin.id) === 1 ? /on it and one copy/ : new RegExp(`on it and ${copies.get(origin.id)} copies`));
  await page.locator(".flash [data-undo]").click();
  await undoneIn(page);
  const after = (await situation()).claims;
  assert.equal(after.filter((c) => (c.id === origin.id || c.copy_of === origin.id) && c.decided).length, 0);
});

step("two coders read a claim independently, the second without seeing the first, and differ", async () => {
  kept.read = await firstOfQueue(coder, SITUATION);
  await coder.go(kept.read);
  await coder.page.keyboard.press("a");
  const act = coder.page.locator("#act-accept");
  await act.locator("[name=independent]").check();
  await act.locator("[name=reason]").fill("as it stands there");
  await act.locator("[name=reason]").press("Enter");
  await decidedIn(coder.page);
  const page = other.page;
  await other.go(S + "/coding");
  assert.equal(await page.locator(".one-claim").getAttribute("data-claim"), kept.read.split("/").at(-1));
  const words = await page.locator("main").innerText();
  assert.ok(!words.includes(NAMES.coder) && !words.includes("as it stands there"));
  await page.keyboard.press("r");
  await page.locator("#act-reject [name=reason]").fill("it tells of another day");
  await page.locator("#act-reject [name=reason]").press("Enter");
  await decidedIn(page);
  await other.go(kept.read);
  assert.match(await page.locator(".lede .verdict").innerText(), /contested/);
});

step("an editor sees how far they agree, and settles it", async () => {
  const page = editor.page;
  await editor.go(S + "/agreement");
  assert.match(await page.locator("main").innerText(), /verdict/i);
  await page.locator(`main a[href="${kept.read}"]`).first().click();
  await page.waitForURL(/\/claims\/[0-9a-f]{16}/);
  assert.match(await page.locator(".lede .verdict").innerText(), /contested/);
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await decidedIn(page);
  assert.match(await page.locator(".lede .verdict").innerText(), /accepted/);
});

step("two editors on one claim: the second is told who was faster, and nothing is overwritten", async () => {
  const late = second.page;
  const address = await firstOfQueue(editor, SITUATION);
  await second.go(address);
  await editor.go(address);
  await editor.page.keyboard.press("a");
  await editor.page.keyboard.press("Enter");
  await decidedIn(editor.page);
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

step("an incident is split by a report that tells of another event, and both are merged again", async () => {
  const page = second.page;
  const largest = (all) => all.toSorted((one, two) => two.documents.length - one.documents.length)[0];
  const before = (await situation()).incidents;
  const whole = largest(before);
  const report = whole.documents.find((id) => before.every((one) => one === whole || !one.documents.includes(id)));
  await second.go(`${S}/incidents/${whole.id}`);
  await page.keyboard.press("s");
  await page.locator(`#act-split [name=report][value="${report}"]`).check();
  await page.locator("#act-split [name=reason]").fill("it tells of the week before");
  await page.locator("#act-split button.main").click();
  await decidedIn(page);
  assert.match(await page.locator(".flash").innerText(), /Kept: split/);
  const apart = (await situation()).incidents;
  const rest = largest(apart);
  const parted = apart.find((one) => one.documents.includes(report));
  assert.equal(rest.documents.length, whole.documents.length - 1);
  assert.ok(parted && parted !== rest, "the report has an incident of its own");
  await second.go(`${S}/incidents/${parted.id}`);
  await page.keyboard.press("m");
  const field = page.locator("#act-merge [name=with]");
  await field.fill(rest.place.name);
  await page.waitForFunction((id) => document.querySelector(`#names option[value="${id}"]`), rest.id);
  await field.fill(rest.id);
  await page.locator("#act-merge [name=reason]").fill("one day after all");
  await page.locator("#act-merge button.main").click();
  await decidedIn(page);
  assert.match(await page.locator(".flash").innerText(), /Kept: merge/);
  const after = (await situation()).incidents;
  assert.equal(after.length, before.length);
  assert.deepEqual(largest(after).documents.toSorted(), whole.documents.toSorted());
});

step("a place is corrected on the map, by pointer and by keyboard", async () => {
  const page = editor.page;
  await editor.go(S + "/incidents");
  await page.locator("table.incidents a").first().click();
  await page.waitForURL(/\/incidents\/[0-9a-f]{16}/);
  const id = page.url().match(/[0-9a-f]{16}/)[0];
  const place = async () => (await situation()).incidents.find((one) => one.id === id).place;
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
  const [south, farther] = [await lat.inputValue(), await lon.inputValue()];
  assert.ok(Number(south) < first && Number(farther) > east);
  await page.locator("#act-place [name=reason]").fill("the market stands there");
  await page.keyboard.press("Enter");
  await decidedIn(page);
  const after = await place();
  assert.ok(Math.abs(after.lat - Number(south)) < 0.001 && Math.abs(after.lon - Number(farther)) < 0.001);
  await page.locator(".flash [data-undo]").click();
  await undoneIn(page);
});

step("an incident without a point gets a map of the place that is typed, and a point on it", async () => {
  const page = coder.page;
  await coder.go(S);
  const added = page.waitForEvent("framenavigated");
  await drop(page, JSON.stringify({ id: "mill", published: "2026-04-20T08:00:00Z", text: "Raiders set fire to a mill on Sunday, and two millers were killed." }));
  await added;
  await coder.go(S + "/incidents");
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
});

step("/ goes to the search from any page; what is found leads to reports and their claims", async () => {
  const page = reader.page;
  await reader.go("/");
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
  await page.waitForURL((url) => url.pathname === S + "/search");
  assert.equal(await page.locator(".tabs a").count() > 5, true, "the situation's menu stays");
  await page.locator('.claims a[href*="/claims/"]').first().click();
  await page.waitForURL(/\/claims\/[0-9a-f]{16}/);
});

step("selecting words of a report fills the form for a claim that was not found", async () => {
  const page = coder.page;
  await coder.go(S + "/documents/1");
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
});

step("who else is here is shown, and on which page", async () => {
  await coder.go(S + "/conflicts");
  await editor.go(S + "/conflicts");
  await editor.page.waitForFunction(() => document.querySelector("#presence .here")?.title.includes("coder one"));
});

step("publishing, a reader's tip, moderating: nothing is shown before it is released", async () => {
  await editor.go(S + "/publish");
  await editor.page.getByLabel("I have read the preview.").check();
  await sent(editor.page, editor.page.getByRole("button", { name: "Publish" }));
  await editor.go(PUBLIC);
  assert.match(await editor.page.locator("body").innerText(), /Public edition/);
  const page = visitor.page;
  await visitor.go(PUBLIC + "/letter");
  await page.locator("main textarea").fill("The bus was hit a day earlier: secret of the sender");
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForSelector("h1:has-text('Thank you')");
  await visitor.go(PUBLIC + "/corrections");
  assert.ok(!(await page.locator("body").innerText()).includes("secret of the sender"));
  await editor.go(S + "/letters");
  assert.match(await editor.page.locator("main").innerText(), /secret of the sender/);
  await editor.page.getByLabel("What the public desk prints").fill("A reader says that the bus was hit a day earlier.");
  await sent(editor.page, editor.page.getByRole("button", { name: "Release" }).first());
  await page.reload(); // the page was looked at before, and may be kept for a minute
  const words = await page.locator("body").innerText();
  assert.match(words, /A reader says that the bus was hit a day earlier/);
  assert.ok(!words.includes("secret of the sender"));
});

step("what was settled is undone: the coders' readings stand against each other again", async () => {
  const page = editor.page;
  await editor.go(kept.read);
  assert.match(await page.locator(".lede .verdict").innerText(), /accepted/);
  await page.locator(".decisions > li").filter({ hasText: `accept by ${NAMES.editor}` }).locator("[data-undo]").click();
  await undoneIn(page);
  assert.match(await page.locator(".lede .verdict").innerText(), /contested/);
});

step("an export of every list comes as a file", async () => {
  for (const list of ["claims", "incidents", "sources", "conflicts", "unverified", "pending", "changes", "queue"])
    for (const format of ["csv", "json"]) {
      const answer = await coder.get(`${S}/export?list=${list}&format=${format}`);
      assert.equal(answer.status, 200, `${list} ${format}: ${answer.body.slice(0, 600)}`);
      assert.match(answer.headers["content-disposition"], /attachment/);
      if (format === "json") JSON.parse(answer.body);
    }
  for (const format of ["html", "json", "csv", "geojson", "markdown", "hxl", "ged", "acled", "claimreview"])
    assert.equal((await reader.get(`${S}/export?format=${format}`)).status, 200, format);
});

step("everything is signed in the log, by whoever did it", async () => {
  await reader.go(S + "/log");
  const words = await reader.page.locator("ol.decisions").innerText();
  const rows = await reader.page.locator("ol.decisions > li").count();
  assert.ok(rows >= 12, `${rows} decisions`);
  assert.match(words, /the report counts others among them/);
  for (const who of ["editor", "second", "coder", "other"]) assert.ok(words.includes(NAMES[who]), NAMES[who]);
});

step("all log out; afterwards nothing is shown but the public edition", async () => {
  for (const who of Object.keys(ROLES)) {
    await signOut(day[who]);
    await day[who].go(S);
    assert.match(day[who].page.url(), /\/sign-in/);
  }
  await editor.go(PUBLIC);
  assert.match(await editor.page.locator("body").innerText(), /Public edition/);
});

// Nobody's page complained in a step; after one that failed the story does not go on.
let broken = null;
const story = steps.map(([name, body]) => [
  name,
  async () => {
    if (broken) throw `not reached: the day ended at "${broken}"`;
    try {
      await body();
      for (const [who, one] of Object.entries(day)) assert.deepEqual(one.complaints, [], who);
    } catch (error) {
      broken = name;
      throw error;
    }
  },
]);

const failed = await run(story);
await browser.close();
await desk.stop();
process.exit(failed > 0 ? 1 : 0);
