// Addresses that stay, files of lists that are no situation's rows, promises that are overdue.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { add, people, program, run, scratch, start } from "./desk.mjs";

const folder = scratch();
const book = join(folder, "addresses.book");
const REPORTS = [
  { id: "promise", published: "2026-03-02", publisher: "Valley Post", title: "Attack on a market",
    text: "At least 12 people were killed in an attack on a market in Quetta on Sunday, police said. The ministry will publish the final toll by 5 March, officials said." },
  { id: "open", published: "2026-03-03", publisher: "Hill Courier", title: "Inquiry",
    text: "Nine people were injured in a fire in Gwadar on Monday, police said. Results of the inquiry are awaited, the mayor said." },
  { id: "later", published: "2026-03-09", publisher: "=Coast, \"Wire\"", title: "Fire",
    text: "Three people were injured in a fire in Gwadar on Sunday, police said." },
];
writeFileSync(join(folder, "pile.ndjson"), REPORTS.map((report) => JSON.stringify(report)).join("\n") + "\n");
add(book, join(folder, "pile.ndjson"));
add(book, join(folder, "pile.ndjson"), "--situation", "second");
const desk = await start(book);
const who = await people(desk);
const claims = async () => JSON.parse((await who.reader.get("/api/situations/main/lists/claims?limit=200")).body).rows;

// The desk notices within a moment what another process does to the book.
async function changed(is) {
  for (let tries = 0; tries < 100; tries++) {
    const row = (await claims()).find((one) => one.low === 12);
    if (row && is(row)) return row;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("the desk did not notice");
}

await run([
  ["a promise that is overdue has a line of its own, which says by how long; one without a day is not overdue", async () => {
    const page = (await who.reader.get("/s/main/pending")).body;
    const items = page.match(/<li class="claim" data-item>.*?<\/li>/gs);
    assert.equal(items.length, 2);
    const promise = items.find((item) => item.includes("final toll"));
    assert.match(promise, /<strong class="overdue">overdue by 4 days<\/strong>, was expected Thu 5 Mar/);
    assert.match(items.find((item) => item !== promise), /no day given/);
    const due = JSON.parse((await who.reader.get("/api/situations/main/lists/pending?limit=200")).body).rows.map((row) => row.due);
    assert.deepEqual(due.sort(), ["2026-03-05", null]);
  }],

  ["a claim's address leads on where new rules bound its passage otherwise", async () => {
    const before = (await claims()).find((row) => row.low === 12);
    assert.equal(before.passage, "At least 12 people were killed");
    const rules = join(folder, "en");
    cpSync(join(program, "..", "..", "data", "en"), rules, { recursive: true });
    for (const name of ["numbers.tsv", "time.tsv"]) {
      const words = join(rules, "lexicon", name);
      writeFileSync(words, readFileSync(words, "utf8").replace(/^at least\t.*\n/gm, ""));
    }
    const rebuild = (...options) => assert.equal(spawnSync(program, ["rebuild", ...options, book]).status, 0);
    rebuild("--data", rules);
    const after = await changed((row) => row.id !== before.id);
    assert.equal(after.passage, "12 people were killed");
    assert.notEqual(after.id, before.id);
    const answer = await who.reader.get(`/s/main/claims/${before.id}`);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, `/s/main/claims/${after.id}`);
    assert.match((await who.reader.get(answer.headers.location)).body, /12 people were killed/);
    assert.equal(JSON.parse((await who.reader.get(`/api/situations/main/claims/${before.id}`)).body).id, after.id);
    assert.equal((await who.reader.get(`/s/second/claims/${before.id}`)).status, 303);
    rebuild();
    await changed((row) => row.id === before.id);
    assert.equal((await who.reader.get(`/s/main/claims/${before.id}`)).status, 200, "it is called so again");
    assert.equal((await who.reader.get(`/s/main/claims/${after.id}`)).headers.location, `/s/main/claims/${before.id}`);
    for (const none of ["0123456789abcdef", "x", "%27%20OR%201=1"])
      assert.equal((await who.reader.get(`/s/main/claims/${none}`)).status, 404);
  }],

  ["the list of situations and what a search finds are files, too", async () => {
    const home = (await who.reader.get("/")).body;
    assert.match(home, /href="\/situations\/export\?format=csv" download/);
    const situations = await who.reader.get("/situations/export?format=csv");
    assert.match(situations.headers["content-disposition"], /situations\.csv/);
    assert.deepEqual(situations.body.trim().split(/\r?\n/).slice(0, 2), ["name,reports,claims,incidents,conflicts,latest_report",
      situations.body.split(/\r?\n/)[1]]);
    assert.match(situations.body, /^main,3,\d+,\d+,\d+,2026-03-09/m);
    assert.equal(JSON.parse((await who.reader.get("/situations/export?format=json&words=seco")).body)[0].name, "second");
    for (const base of ["", "/s/main"]) {
      const page = (await who.reader.get(`${base}/search?words=Gwadar`)).body;
      const links = [...page.matchAll(/href="([^"]*\/export\?[^"]*)"/g)].map((m) => m[1].replaceAll("&amp;", "&"));
      assert.deepEqual(links, ["csv", "json"].map((format) => `${base}/search/export?format=${format}&words=Gwadar`));
      const rows = JSON.parse((await who.reader.get(links[1])).body);
      assert.deepEqual([...new Set(rows.map((row) => row.report))].sort(), ["later", "open"]);
      assert.ok(rows.every((row) => row.claim === null || row.sentence.includes("Gwadar")));
      const csv = (await who.reader.get(links[0])).body;
      assert.match(csv, /^situation,report,publisher,title,url,published,claim,kind,sentence\r?\n/);
      assert.match(csv, /"'=Coast, ""Wire"""/);
    }
    assert.equal(JSON.parse((await who.reader.get("/search/export?format=json&words=zzz")).body).length, 0);
    for (const path of ["/situations/export", "/search/export?words=a"])
      assert.notEqual((await who.nobody.get(path)).status, 200);
  }],

  ["the book is whole", async () => assert.match(spawnSync(program, ["verify", book], { encoding: "utf8" }).stdout, /nothing is wrong/)],
]);
await desk.stop();
