// Every page of the desk: axe in light and dark, 1440 and 390 pixels wide; without script; what each role is refused. Prints TAP.
import assert from "node:assert/strict";
import { launch, run, violations } from "./browser.mjs";
import { book, firstOfQueue, overflow, people, person, start } from "./desk_browser.mjs";
import { add, example } from "../desk/desk.mjs";

const browser = await launch();
const tests = [];
const test = (name, body) => tests.push([name, body]);
const file = book();
add(file, "--situation", "Example", example);
const desk = await start(file);
const staff = await people(desk);
const S = "/s/Example";
const claim = await firstOfQueue(staff.coder, "Example");
const incident = (await staff.reader.get(S + "/incidents")).body.match(/href="([^"]+\/incidents\/[0-9a-f]{16})"/)[1];
await staff.coder.post("/situations", { name: "Nothing yet" });
await staff.coder.post(S + "/filters", { name: "Killed in Quetta", outcome: "killed", place: "Quetta" });
await staff.editor.get(S + "/publish");
const published = await staff.editor.post(S + "/publish", { note: "the first one", read: "yes" });
assert.ok(published.status < 400, published.body);

const PAGES = [
  "/", S, S + "/queue", S + "/coding", S + "/incidents", incident, S + "/claims", S + "/claims?kind=casualty&place=Quetta", S + "/claims?words=nothing+like+this", claim,
  S + "/documents", S + "/documents/1", S + "/sources", S + "/conflicts", S + "/unverified", S + "/pending", S + "/changes", S + "/log",
  S + "/agreement", S + "/upload", incident + "/links", "/search", S + "/search?words=police", "/search?words=nothing+like+this", S + "/publish", S + "/letters", "/settings/password", "/settings/tokens", "/settings/people", "/settings/profiles",
  "/settings/public", "/settings/places", "/settings/feeds", "/s/Nothing%20yet", "/s/Nothing%20yet/claims", "/s/Nothing%20yet/incidents",
  "/s/No%20such", S + "/claims/0000000000000000", "/no/such/page",
];
const LOOKS = [
  ["light, 1440", { colorScheme: "light" }],
  ["dark, 1440", { colorScheme: "dark" }],
  ["light, 390", { colorScheme: "light", viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ["dark, 390", { colorScheme: "dark", viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
];

// Colours depend on the scheme and the layout on the width: every page is tried once with each of them, those that hold most in all four.
const FULLEST = [S, claim, S + "/claims", S + "/incidents"];
const LOOKED_AT = { "light, 1440": PAGES, "dark, 1440": FULLEST, "light, 390": FULLEST, "dark, 390": PAGES };

for (const [look, options] of LOOKS) {
  test(`axe finds nothing on any page, and nothing sticks out (${look})`, async () => {
    const one = await person(browser, desk, staff.administrator, options);
    const found = [];
    for (const path of LOOKED_AT[look]) {
      await one.go(path);
      if (path === S || path === claim) await one.page.waitForSelector("aside.queue li");
      for (const violation of await violations(one.page)) found.push(`${path}: ${violation}`);
      if ((await overflow(one.page)) > 0) found.push(`${path}: sticks out by ${await overflow(one.page)}`);
    }
    assert.deepEqual(found, []);
    assert.deepEqual(one.complaints, []);
    await one.close();
  });
  test(`axe finds nothing where forms are open, nor on the way in (${look})`, async () => {
    const one = await person(browser, desk, staff.editor, options);
    const found = [];
    for (const act of ["accept", "edit", "reject", "move", "note"]) {
      await one.go(claim);
      await one.page.locator(`#act-${act} > summary`).click();
      for (const violation of await violations(one.page)) found.push(`${act}: ${violation}`);
    }
    for (const act of ["merge", "split", "place", "day"]) {
      await one.go(incident);
      await one.page.locator(`#act-${act} > summary`).click();
      for (const violation of await violations(one.page)) found.push(`${act}: ${violation}`);
    }
    await one.go(claim);
    await one.page.keyboard.press("?");
    for (const violation of await violations(one.page)) found.push(`keys: ${violation}`);
    await one.close();
    const nobody = await person(browser, desk, null, options);
    for (const path of ["/sign-in", "/public/Example", "/public/Example/letter", "/public/Example/corrections", "/invitation/none"]) {
      await nobody.go(path);
      for (const violation of await violations(nobody.page)) found.push(`${path}: ${violation}`);
      if ((await overflow(nobody.page)) > 0) found.push(`${path}: sticks out by ${await overflow(nobody.page)}`);
    }
    await nobody.close();
    assert.deepEqual(found, []);
  });
}

test("without script: a claim is decided on, with what would move shown before", async () => {
  const one = await person(browser, desk, staff.editor, { javaScriptEnabled: false });
  const page = one.page;
  await one.go(S);
  await page.getByRole("link", { name: "Open the queue" }).click();
  await page.locator(".claims .claim-says a").first().click();
  await page.locator("#act-reject > summary").click();
  await page.locator("#act-reject [name=reason]").fill("told of elsewhere");
  await page.locator("#act-reject .preview").click();
  assert.match(await page.locator("h1").innerText(), /What would move/);
  assert.match(await page.locator("main").innerText(), /→|No figure would move/);
  await page.getByRole("button", { name: "Decide" }).click();
  assert.match(await page.locator(".flash").innerText(), /Kept: reject/);
  await page.locator(".flash").getByRole("button", { name: "Undo" }).click();
  assert.match(await page.locator(".flash").innerText(), /Kept: undo/);
  await one.close();
});

test("without script: claims are filtered and gone through page by page, each once", async () => {
  const one = await person(browser, desk, staff.reader, { javaScriptEnabled: false });
  const seen = new Set();
  await one.go(S + "/claims");
  for (let pages = 0; pages < 40; pages++) {
    for (const href of await one.page.locator(".claims .claim-says a").evaluateAll((all) => all.map((a) => a.pathname))) {
      assert.ok(!seen.has(href), href);
      seen.add(href);
    }
    const next = one.page.locator("a[rel=next]");
    if ((await next.count()) === 0) break;
    await next.click();
  }
  const all = JSON.parse((await staff.reader.get(S + "/export?list=claims&format=json")).body);
  assert.equal(seen.size, all.length);
  await one.go(S + "/claims");
  await one.page.getByLabel("What became of them").selectOption("killed");
  await one.page.getByRole("button", { name: "Filter" }).click();
  const says = await one.page.locator(".claim-says a").allInnerTexts();
  assert.ok(says.length > 3 && says.every((words) => /killed/.test(words)), says.join("; "));
  await one.close();
});

test("each role is refused what is above it, and is not shown it", async () => {
  const refused = [
    ["reader", "GET", S + "/queue"],
    ["reader", "POST", S + "/decide"],
    ["reader", "POST", "/situations"],
    ["reader", "POST", S + "/upload"],
    ["coder", "GET", "/settings/people"],
    ["editor", "GET", "/settings/people"],
  ];
  for (const [role, method, path] of refused) {
    const answer = method === "GET" ? await staff[role].get(path) : await staff[role].post(path, { action: "accept", name: "x" });
    assert.equal(answer.status, 403, `${role} ${method} ${path}`);
  }
  for (const path of PAGES.filter((path) => path !== "/no/such/page")) {
    const answer = await staff.nobody.get(path);
    assert.ok([303, 401].includes(answer.status), `nobody ${path}: ${answer.status}`);
  }
  const one = await person(browser, desk, staff.reader);
  await one.go(claim);
  assert.equal(await one.page.locator("details.act, aside.queue, [data-undo]").count(), 0);
  await one.close();
});

test("a decision without the page's token is refused, and one that leads elsewhere comes back here", async () => {
  const id = claim.split("/").at(-1);
  const bare = await staff.editor.post(S + "/decide", { action: "accept", target: id, reason: "x", form_token: "" });
  assert.equal(bare.status, 403);
  const sent = await staff.editor.post(S + "/decide", { action: "note", target: id, text: "seen", reason: "x", seen: "999999", back: "//elsewhere.example/" });
  assert.equal(sent.status, 303);
  assert.ok(sent.headers.location.startsWith(S + "?decided="), sent.headers.location);
});

test("hostile words of a report are words on every page", async () => {
  const hostile = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
  const line = JSON.stringify({
    id: hostile, title: hostile, publisher: hostile, url: "javascript:alert(3)", published: "2026-01-31",
    text: `QUETTA - At least 3 people were killed in Quetta on Friday, ${hostile} police said. ${hostile}`,
  });
  const boundary = "part";
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n${staff.coder.formToken}\r\n--${boundary}\r\n` +
    `Content-Disposition: form-data; name="files"; filename="x.ndjson"\r\nContent-Type: application/x-ndjson\r\n\r\n${line}\r\n--${boundary}--\r\n`;
  await staff.coder.get("/s/Nothing%20yet");
  const sent = await staff.coder.ask("POST", "/s/Nothing%20yet/upload", {
    body: body.replace(/name="form_token"\r\n\r\n[^\r]*/, `name="form_token"\r\n\r\n${staff.coder.formToken}`),
    headers: { "Content-Type": `multipart/form-data; boundary=${boundary}`, "X-Form-Token": staff.coder.formToken },
  });
  assert.ok([200, 303].includes(sent.status), `${sent.status} ${sent.body.slice(0, 300)}`);
  const one = await person(browser, desk, staff.editor);
  one.page.on("dialog", (dialog) => assert.fail(`a script ran: ${dialog.message()}`));
  for (const path of ["", "/claims", "/documents", "/sources", "/incidents", "/queue", "/changes"]) {
    await one.go("/s/Nothing%20yet" + path);
    assert.equal(await one.page.locator("img[src=x], main script").count(), 0, path);
    assert.equal(await one.page.locator('a[href^="javascript:"]').count(), 0, path);
  }
  await one.go("/s/Nothing%20yet/documents");
  await one.page.locator(".claim-says a").first().click();
  assert.match(await one.page.locator("h1").innerText(), /<img src=x/);
  assert.deepEqual(one.complaints, []);
  await one.close();
});

const failed = await run(tests);
await browser.close();
await desk.stop();
process.exit(failed > 0 ? 1 : 0);
