// Lists of a large situation come by the page, filters find who decided, answers are packed for who takes that.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Client, add, people, program, run, scratch, start } from "./desk.mjs";

const REPORTS = 130;
const TOWNS = ["Quetta", "Gwadar", "Goma", "Bamako", "Mosul", "Herat", "Gao", "Kidal"];
const folder = scratch();
const book = join(folder, "lists.book");
const lines = Array.from({ length: REPORTS }, (_, i) => ({
  id: `report-${i}`,
  published: `2026-0${1 + Math.floor(i / 28) % 9}-${String(1 + (i % 28)).padStart(2, "0")}`,
  publisher: `Outlet ${i}`,
  text: `${TOWNS[i % TOWNS.length].toUpperCase()} - At least ${i + 3} people were killed in an attack on a market in ${TOWNS[i % TOWNS.length]} on Friday, police said. Officials promised a statement.`,
}));
writeFileSync(join(folder, "pile.ndjson"), lines.map((line) => JSON.stringify(line)).join("\n") + "\n");
add(book, join(folder, "pile.ndjson"));
writeFileSync(join(folder, "table.csv"), "date,source,place,killed\n2026-03-01,Tally Group,Goma,23\n");
add(book, "--situation", "table", join(folder, "table.csv"));
const desk = await start(book);
const who = await people(desk);

const count = (html, pattern) => (html.match(pattern) ?? []).length;

// All pages of a list, by its link to the next one.
async function pages(path) {
  const all = [];
  for (let next = path; next; ) {
    const page = await who.reader.get(next);
    assert.equal(page.status, 200, page.body);
    all.push(page.body);
    const link = page.body.match(/rel="next" href="(\?[^"]*)"/)?.[1].replaceAll("&amp;", "&");
    next = link && path + link;
    assert.ok(all.length < 20, "the pages end");
  }
  return all;
}

// The same where links lead on by their whole address.
async function pages2(path) {
  let all = "";
  for (let next = path, i = 0; next && i < 20; i++) {
    const page = await who.reader.get(next);
    assert.equal(page.status, 200, page.body);
    all += page.body;
    next = page.body.match(/rel="next" href="([^"]*)"/)?.[1].replaceAll("&amp;", "&");
  }
  return all;
}

await run([
  ["a long queue says how much of it stands on the page", async () => {
    const page = (await who.coder.get("/s/main/queue")).body;
    const all = JSON.parse((await who.coder.get("/s/main/export?format=json&list=queue")).body).length;
    assert.ok(all > 200, `${all} claims`);
    assert.equal(count(page, /data-item/g), 200);
    assert.ok(page.includes(`The first 200 of ${all}.`));
  }],

  ["a number out of a table says in the queue what it counts, and a total that nobody tells apart stands in the list of incidents", async () => {
    assert.match((await who.coder.get("/s/table/queue")).body, />23 people killed</);
    assert.match((await who.reader.get("/s/table/incidents")).body, /data-label="Killed"><div>23<\/div><\/td><td colspan="3" data-label="Of them"><span class="quiet">not told apart/);
  }],
  ["sources, changes and incidents come by the page, each row once", async () => {
    const sources = await pages("/s/main/sources");
    assert.ok(sources.length > 1);
    for (let i = 0; i < REPORTS; i++)
      assert.equal(sources.filter((page) => page.includes(`>Outlet ${i}<`)).length, 1, `outlet ${i} stands once`);
    const whole = JSON.parse((await who.reader.get("/api/situations/main/lists/changes?limit=200")).body).rows;
    const changes = await pages("/s/main/changes");
    assert.ok(whole.length > 100 ? changes.length > 1 : true);
    assert.ok(changes.reduce((sum, page) => sum + count(page, /<li data-item>/g), 0) >= Math.min(whole.length, 100));
    const incidents = await pages("/s/main/incidents");
    const ids = incidents.flatMap((page) => [...page.matchAll(/<tr data-item id="(incident-[0-9a-f]+)"/g)].map((m) => m[1]));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length > 0);
    assert.match(incidents[0], /href="#incident-/, "the map leads to the rows");
  }],
  ["an incident's page, made of its own rows, has the figures and claims of the whole edition", async () => {
    const rows = JSON.parse((await who.reader.get("/api/situations/main/incidents?limit=200")).body).rows;
    for (const incident of rows.slice(0, 12)) {
      const page = await who.reader.get(`/s/main/incidents/${incident.id}`);
      assert.equal(page.status, 200);
      const told = page.body.slice(page.body.indexOf('id="told-h"'));
      const ids = [...told.matchAll(/class="claim-says"><a href="[^"]*\/claims\/([0-9a-f]{16})"/g)].map((m) => m[1]);
      assert.deepEqual(ids, incident.claims.slice(0, 60));
      const best = incident.estimates.killed.civilian?.best ?? incident.estimates.killed.all?.best;
      if (best !== undefined && best !== null) assert.match(page.body, new RegExp(`>${best}<|>at least ${best}<`), incident.id);
      const links = await who.reader.get(`/s/main/incidents/${incident.id}/links`);
      assert.match(links.body, /likeness|One report tells of it/);
    }
    assert.equal((await who.reader.get("/s/main/incidents/0123456789abcdef")).status, 404);
    assert.equal((await who.reader.get("/s/main/incidents/0123456789abcdef/links")).status, 404);
  }],
  ["reports and claims are found by their words: those that begin so, and phrases as they stand", async () => {
    const found = async (words, within = "/s/main") =>
      [...(await pages2(`${within}/search?words=${encodeURIComponent(words)}`)).matchAll(/<li class="claim" data-item>[\s\S]*?<\/li>\n(?=<li class="claim"|<\/ol>)/g)].map((m) => m[0]);
    const gwadar = await found("gwad");
    assert.equal(gwadar.length, lines.filter((line) => line.text.includes("Gwadar")).length);
    assert.ok(gwadar.every((item) => /<mark>G(wad|WAD)<\/mark>/.test(item)));
    assert.ok(gwadar.every((item) => /\/claims\/[0-9a-f]{16}"/.test(item)), "its claims stand under a report");
    assert.equal((await found('"market in Herat"')).length, lines.filter((line) => line.text.includes("market in Herat")).length);
    assert.equal((await found('"Herat in market"')).length, 0);
    assert.equal((await found("herat market nowhere")).length, 0);
    assert.equal((await found('"outlet 17"', "")).length, 1, "a report is found by its outlet, in the whole book too");
    for (const odd of ['"', "*", "a OR b", 'NEAR("', "words:x", "-", "^market", "(", "'; DROP TABLE claims; --"])
      assert.equal((await who.reader.get(`/search?words=${encodeURIComponent(odd)}`)).status, 200, odd);
    assert.equal((await who.reader.get("/s/nowhere/search?words=x")).status, 404);
    assert.match((await who.reader.get("/")).body, /<input id="search"/, "the search stands on every page");
    const filtered = await who.reader.get("/s/main/claims?words=Kidal");
    assert.ok(count(filtered.body, /<li class="claim/g) > 0);
  }],
  ["an incident is found by a part of its name, to choose it", async () => {
    const names = await who.coder.get("/s/main/incidents/names?words=gwadar");
    assert.equal(names.status, 200);
    assert.match(names.body, /<option value="[0-9a-f]{16}">[^<]*Gwadar/);
    assert.doesNotMatch(names.body, /Mosul/);
    assert.equal((await who.reader.get("/s/main/incidents/names")).status, 403);
  }],
  ["claims are found by whether somebody decided on them, and who", async () => {
    const { id } = JSON.parse((await who.coder.get("/api/situations/main/claims?kind=casualty&limit=1")).body).rows[0];
    const decision = { action: "accept", target: id, seen: "0", reason: "so", back: "/" };
    assert.equal((await who.coder.post("/s/main/decide", decision)).status, 303);
    const ids = async (query) => JSON.parse((await who.reader.get(`/api/situations/main/claims?${query}`)).body).rows.map((c) => c.id);
    assert.deepEqual(await ids("decided=yes"), [id]);
    assert.deepEqual(await ids("by=coder+one"), [id]);
    assert.deepEqual(await ids("by=editor+one"), []);
    const open = await ids("decided=no&limit=200");
    assert.ok(open.length > 100 && !open.includes(id));
    const page = await who.reader.get("/s/main/claims?decided=yes&by=coder+one");
    assert.equal(count(page.body, /<li class="claim/g), 1);
  }],
  ["claims are exported as they are filtered, every list of a page has its file, and JSON and CSV have the same rows", async () => {
    const page = (await who.reader.get("/s/main/claims?outcome=killed&place=Goma&words=market&before=900")).body;
    const [csv, json] = ["csv", "json"].map((format) => page.match(new RegExp(`href="([^"]*format=${format}[^"]*)"`))[1].replaceAll("&amp;", "&"));
    const rows = JSON.parse((await who.reader.get(json)).body);
    const whole = JSON.parse((await who.reader.get("/s/main/export?list=claims&format=json")).body);
    const wanted = whole.filter((c) => c.outcome === "killed" && c.place === "Goma");
    assert.ok(wanted.length > 10 && wanted.length < whole.length);
    assert.deepEqual(rows, wanted);
    assert.equal((await who.reader.get(csv)).body.trim().split("\r\n").length, rows.length + 1);
    for (const path of ["incidents", "claims", "documents", "sources", "conflicts", "unverified", "pending", "changes", "log", "agreement", "queue"]) {
      const { body } = await who.coder.get(`/s/main/${path}`);
      const links = [...body.matchAll(/href="(\/s\/main\/export\?[^"]*)"/g)].map((m) => m[1].replaceAll("&amp;", "&"));
      assert.equal(links.length, path === "agreement" ? 4 : 2, path);
      for (const link of links) {
        const answer = await who.reader.get(link);
        assert.equal(answer.status, 200, link);
        assert.match(answer.headers["content-disposition"], /attachment/);
      }
    }
  }],
  ["a claim is found by its words, to choose it", async () => {
    const names = await who.coder.get("/s/main/claims/names?words=market in Kidal".replaceAll(" ", "%20"));
    assert.equal(names.status, 200);
    assert.match(names.body, /^<option value="[0-9a-f]{16}">/);
    assert.doesNotMatch(names.body, /Mosul|<html/);
    assert.equal((await who.reader.get("/s/main/claims/names")).status, 403);
  }],
  ["the profile that the desk counts by is named", async () => {
    assert.match((await who.reader.get("/settings/profiles")).body, /<summary aria-current="true">daybook <span class="quiet">in use/);
    const other = await start(join(folder, "ged.book"), "--profile", "ged");
    const admin = await new Client(other).accept(other.link, "Ada Admin");
    assert.match((await admin.get("/settings/profiles")).body, /counted by <strong>ged<\/strong>[\s\S]*<summary aria-current="true">ged/);
    await other.stop();
  }],
  ["a filter is kept under a name for everybody, and given up", async () => {
    const hostile = "<b>dead & wounded</b>";
    const kept = await who.coder.post("/s/main/filters", { name: hostile, outcome: "killed", place: "Gao", before: "7", strange: "x" });
    assert.equal(kept.status, 303, kept.body);
    assert.equal(kept.headers.location, "/s/main/claims?outcome=killed&place=Gao");
    const page = await who.reader.get(kept.headers.location);
    assert.match(page.body, /href="\/s\/main\/claims\?outcome=killed&amp;place=Gao" aria-current="true">&lt;b&gt;dead &amp; wounded/);
    assert.doesNotMatch(page.body, /\/filters\/\d+\/remove|Keep this filter/, "a reader only uses it");
    assert.match((await who.coder.get("/s/main/claims?kind=attack")).body, /Keep this filter/);
    for (const form of [{ name: "", kind: "attack" }, { name: "empty" }, { name: "x".repeat(61), kind: "attack" }])
      assert.equal((await who.coder.post("/s/main/filters", form)).status, 400);
    assert.equal((await who.reader.post("/s/main/filters", { name: "x", kind: "attack" })).status, 403);
    const again = await who.editor.post("/s/main/filters", { name: hostile, kind: "attack" });
    assert.equal(again.status, 303);
    const list = (await who.coder.get("/s/main/claims")).body;
    assert.equal(count(list, /<a href="\/s\/main\/claims\?[^"]*">&lt;b&gt;/g), 1, "a name stands once");
    const remove = list.match(/action="(\/s\/main\/filters\/\d+\/remove)"/)[1];
    assert.equal((await who.reader.post(remove)).status, 403);
    assert.equal((await who.coder.post(remove)).status, 303);
    assert.equal((await who.coder.post(remove)).status, 404);
    assert.doesNotMatch((await who.coder.get("/s/main/claims")).body, /dead &amp; wounded/);
  }],
  ["the map of a place is drawn as it is typed", async () => {
    const map = await who.coder.get("/s/main/places/pick?place=Kidal");
    assert.equal(map.status, 200);
    assert.match(map.body, /<svg class="pick"[^>]*data-north="/);
    assert.doesNotMatch(map.body, /<html/);
    assert.equal((await who.coder.get("/s/main/places/pick?place=Nowhere%20at%20all")).body, "");
    assert.equal((await who.reader.get("/s/main/places/pick?place=Kidal")).status, 403);
  }],
  ["a claim of any kind is added from words of a report", async () => {
    const rows = JSON.parse((await who.reader.get("/api/situations/main/documents?limit=1")).body).rows;
    const page = await who.coder.get(`/s/main/documents/${rows[0].key}`);
    const target = page.body.match(/id="act-add"[\s\S]*?name="target" value="([^"]+)"/)[1];
    assert.match(page.body, /<select name="kind">[\s\S]*<option value="statement"/);
    const form = { action: "add", target, document: String(rows[0].key), passage: "Officials promised a statement", kind: "pending", reason: "was not found", seen: "0", back: "/" };
    const answer = await who.coder.post("/s/main/decide", form);
    assert.equal(answer.status, 303, answer.body);
    const added = JSON.parse((await who.reader.get("/api/situations/main/claims?decided=yes&kind=pending")).body).rows;
    assert.equal(added.length, 1);
    assert.equal(added[0].passage, "Officials promised a statement");
  }],
  ["a place given by its name alone gets its point, over the API and by the command", async () => {
    const token = await who.editor.token("editor");
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const { id } = JSON.parse((await who.reader.get("/api/situations/main/claims?kind=casualty&decided=no&limit=1")).body).rows[0];
    const place = async () => JSON.parse((await who.reader.get(`/api/situations/main/claims/${id}`)).body).place;
    const send = (value, seen) => new Client(desk).ask("POST", "/api/situations/main/decisions", { headers, body: JSON.stringify({ action: "edit", target: id, reason: "so", seen, value }) });
    const answer = await send({ place: { name: "Pasni" } }, 0);
    assert.ok(answer.status < 300, answer.body);
    const found = await place();
    assert.ok(Math.abs(found.lat - 25.26) < 0.2 && Math.abs(found.lon - 63.47) < 0.2, JSON.stringify(found));
    assert.equal(found.country, "PK");
    const command = spawnSync(program, ["decide", book, "--as", "Ada Admin", "--action", "edit", "--target", id, "--reason", "so", "--value", '{"place": {"name": "Gwadar"}}'], { encoding: "utf8" });
    assert.equal(command.status, 0, command.stderr);
    assert.ok(Math.abs((await place()).lon - 62.33) < 0.2);
  }],
  ["a book has one desk: a second is refused, and says so", async () => {
    await assert.rejects(start(book), /has a desk already/);
    assert.equal((await who.reader.get("/")).status, 200);
  }],
  ["answers are gzip for who takes it, each form with an ETag of its own", async () => {
    const gzip = { headers: { "Accept-Encoding": "br, gzip;q=0.8" } };
    for (const path of ["/s/main/sources", "/api/situations/main", "/asset/desk.js", "/asset/desk.css", "/asset/page.css"]) {
      const plain = await who.reader.get(path);
      const packed = await who.reader.get(path, gzip);
      assert.equal(plain.headers["content-encoding"], undefined);
      assert.equal(packed.headers["content-encoding"], "gzip");
      assert.match(plain.headers.vary ?? "", /Accept-Encoding/);
      assert.match(packed.headers.vary ?? "", /Accept-Encoding/);
      assert.equal(gunzipSync(packed.bytes).toString("utf8"), plain.body);
      assert.ok(packed.bytes.length < plain.bytes.length / 2);
      assert.ok(plain.headers.etag || path === "/s/main/sources", "scripts and shared answers have an ETag");
      if (!plain.headers.etag) continue;
      assert.notEqual(plain.headers.etag, packed.headers.etag);
      const again = await who.reader.get(path, { headers: { ...gzip.headers, "If-None-Match": packed.headers.etag } });
      assert.equal(again.status, 304);
      const other = await who.reader.get(path, { headers: { "If-None-Match": packed.headers.etag } });
      assert.equal(other.status, 200, "the plain form is another answer");
    }
    const refused = await who.reader.get("/s/main/sources", { headers: { "Accept-Encoding": "gzip;q=0" } });
    assert.equal(refused.headers["content-encoding"], undefined);
  }],
]);
await desk.stop();
