// The readers' desk: editions that stay, letters that wait.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { Client, add, example, people, run, scratch, start } from "./desk.mjs";

const book = join(scratch(), "public.book");
add(book, example);
const desk = await start(book);
const who = await people(desk);
const reader = new Client(desk);
const SECRET = "a policeman told me <b>on the phone</b>";

async function letter(fields, client = new Client(desk)) {
  await client.get("/public/main/letter");
  return client.post("/public/main/letter", { kind: "correction", about: "the figure", text: SECRET, contact: "me@example.org", ...fields });
}

await run([
  ["what is not published does not exist for the public", async () => {
    const known = await reader.get("/public/main");
    const unknown = await reader.get("/public/no-such-thing");
    assert.equal(known.status, 404);
    assert.equal(known.body, unknown.body);
    assert.equal((await reader.get("/public/main/letter")).status, 404);
  }],
  ["an edition is read before it goes out", async () => {
    await who.editor.get("/s/main/publish");
    assert.equal((await who.editor.post("/s/main/publish", { note: "first" })).status, 422);
    const preview = await who.editor.get("/s/main/publish/preview");
    assert.match(preview.body, /Public edition/);
    assert.match(preview.headers["content-security-policy"], /script-src 'sha256-/);
  }],
  ["an edition goes out, with no originals and withheld words, at an address that stays", async () => {
    assert.equal((await who.editor.post("/s/main/publish", { note: "first <i>edition</i>", read: "yes" })).status, 303);
    const newest = await reader.get("/public/main");
    assert.equal(newest.status, 200);
    assert.match(newest.body, /Edition 1 of/);
    assert.match(newest.body, /Public edition/);
    assert.equal(newest.headers["set-cookie"], undefined);
    assert.match(newest.headers["content-security-policy"], /frame-ancestors 'none'/);
    const json = JSON.parse((await reader.get("/public/main/editions/1/json")).body);
    assert.ok(json.withheld?.length > 0 || json.edition);
  }],
  ["an edition never changes, whatever happens to the book", async () => {
    const before = (await reader.get("/public/main/editions/1")).body;
    const page = (await reader.get("/public/main/corrections")).body;
    assert.match(page, new RegExp(createHash("sha256").update(before).digest("hex")));
    assert.match(page, /first &lt;i&gt;edition&lt;\/i&gt;/);
    const body = "Nine people were killed in Quetta on 31 January 2026, a hospital official said.";
    await who.coder.get("/");
    const sent = await who.coder.ask("POST", "/api/situations/main/reports?name=late.txt", { body, headers: { "X-Form-Token": who.coder.formToken } });
    assert.equal(sent.status, 200, sent.body);
    assert.equal((await who.editor.post("/s/main/publish", { note: "second", read: "yes" })).status, 303);
    assert.equal((await reader.get("/public/main/editions/1")).body, before);
    assert.notEqual((await reader.get("/public/main/editions/2")).body, before);
    assert.match((await reader.get("/public/main")).body, /Edition 2 of/);
    assert.equal((await reader.get("/public/main/editions/3")).status, 404);
  }],
  ["only an editor publishes", async () => {
    await who.coder.get("/");
    assert.equal((await who.coder.post("/s/main/publish", { read: "yes" })).status, 403);
  }],
  ["a letter is held: nobody sees it but editors", async () => {
    assert.equal((await letter({})).status, 200);
    for (const path of ["/public/main", "/public/main/corrections", "/public/main/editions/2", "/public/main/editions/2/json"])
      assert.doesNotMatch((await reader.get(path)).body, /policeman told me|example\.org/, path);
    assert.equal((await who.coder.get("/s/main/letters")).status, 403);
    const page = (await who.editor.get("/s/main/letters")).body;
    assert.match(page, /a policeman told me &lt;b&gt;on the phone&lt;\/b&gt;/);
    assert.match(page, /me@example\.org/);
  }],
  ["an editor releases his own words, never the letter's or the contact", async () => {
    const page = (await who.editor.get("/s/main/letters")).body;
    const action = page.match(/action="(\/s\/main\/letters\/\d+)"/)[1];
    assert.equal((await who.editor.post(action, { action: "release", published: " " })).status, 422);
    assert.equal((await who.editor.post(action, { action: "release", published: "The figure of Sunday was <corrected>." })).status, 303);
    const shown = (await reader.get("/public/main/corrections")).body;
    assert.match(shown, /The figure of Sunday was &lt;corrected&gt;\./);
    assert.doesNotMatch(shown, /policeman told me|example\.org/);
    assert.equal((await who.administrator.post(action, { action: "decline" }).then(async () => { await who.administrator.get("/"); return who.administrator.post(action, { action: "decline" }); })).status, 409);
  }],
  ["editions and corrections have a feed, linked from both, with nothing but what is public", async () => {
    const feed = await reader.get("/public/main/feed");
    assert.equal(feed.status, 200);
    assert.match(feed.headers["content-type"], /^application\/atom\+xml/);
    assert.equal(feed.headers["set-cookie"], undefined);
    const titles = [...feed.body.matchAll(/<entry>.*?<title>(.*?)<\/title>/g)].map((m) => m[1]);
    const times = [...feed.body.matchAll(/<entry>.*?<updated>(.*?)<\/updated>/g)].map((m) => m[1]);
    assert.deepEqual([...titles].sort(), ["Correction", "Edition 1", "Edition 2"]); // within a second either may stand first
    assert.deepEqual(times, [...times].sort().reverse());
    assert.match(feed.body, /first &lt;i&gt;edition&lt;\/i&gt;/);
    assert.match(feed.body, /The figure of Sunday was &lt;corrected&gt;\./);
    for (const path of [...feed.body.matchAll(/href="([^"]*)"/g)].map((m) => new URL(m[1]).pathname))
      assert.equal((await new Client(desk).get(path)).status, 200, path);
    const ids = [...feed.body.matchAll(/<id>(.*?)<\/id>/g)].map((m) => m[1]);
    assert.equal(new Set(ids).size, ids.length);
    assert.doesNotMatch(feed.body, /policeman told me|example\.org|editor one|Ada Admin/, "neither letters nor who works at the desk");
    const newest = (await reader.get("/public/main")).body;
    assert.match(newest, /<link rel="alternate" type="application\/atom\+xml"[^>]*href="\/public\/main\/feed">\n<\/head>/);
    assert.match((await reader.get("/public/main/corrections")).body, /href="\/public\/main\/feed"/);
    assert.equal((await reader.get("/public/no-such-thing/feed")).status, 404);
  }],
  ["letters go into a file, for editors alone, and none of their words is a formula there", async () => {
    await letter({ text: "=1+1", about: "a, \"b\"" });
    const page = (await who.editor.get("/s/main/letters")).body;
    assert.match(page, /href="\/s\/main\/letters\/export\?format=csv" download/);
    const file = await who.editor.get("/s/main/letters/export?format=csv");
    assert.match(file.headers["content-type"], /^text\/csv/);
    assert.match(file.headers["content-disposition"], /letters\.csv/);
    assert.match(file.body, /^letter,state,kind,sent,about,text,contact,decided_by,decided,published\r?\n/);
    assert.match(file.body, /released,correction/);
    assert.match(file.body, /"a, ""b""","'=1\+1"/);
    assert.ok(JSON.parse((await who.editor.get("/s/main/letters/export?format=json")).body).length >= 2);
    for (const role of ["reader", "coder"]) assert.equal((await who[role].get("/s/main/letters/export?format=csv")).status, 403);
  }],
  ["a letter that a program filled in is thanked for and dropped", async () => {
    assert.equal((await letter({ text: "buy this", website: "http://spam.example" })).status, 200);
    assert.doesNotMatch((await who.editor.get("/s/main/letters")).body, /buy this/);
  }],
  ["a letter without words, or with too many, is refused and kept in the form", async () => {
    assert.equal((await letter({ text: "" })).status, 422);
    const long = await letter({ text: "x".repeat(5001) });
    assert.equal(long.status, 422);
    assert.match(long.body, /x{5001}/);
  }],
  ["letters are not sent without end from one place", async () => {
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push((await letter({ text: `number ${i}` })).status);
    assert.equal(answers.at(-1), 429);
  }],
  ["a letter needs the form's token", async () => {
    const client = new Client(desk);
    await client.get("/public/main/letter");
    assert.equal((await client.post("/public/main/letter", { kind: "tip", text: "x", form_token: "A".repeat(43) })).status, 403);
  }],
  ["the desk stops", async () => {
    assert.equal(await desk.stop(), 0);
  }],
]);
