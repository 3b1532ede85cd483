// What is set for the whole book: the profile, how strict the public edition is, places. Each holds at once, is signed, and is taken back.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { add, example, people, program, run, scratch, start } from "./desk.mjs";

const folder = scratch();
const book = join(folder, "set.book");
const pile = join(folder, "ford.ndjson");
const TEXT =
  "At least 12 people were killed in an attack on a market in Upland Ford on Friday, police officer Dara Stone said. Resident Anna Bazan, 41, was among the dead.";
writeFileSync(pile, JSON.stringify({ id: "ford", published: "2026-03-02", publisher: "Valley Post", text: TEXT }) + "\n");
add(book, example);
add(book, pile, "--situation", "ford");
const desk = await start(book);
const who = await people(desk);

const daybook = (...parts) => spawnSync(program, parts, { encoding: "utf8" });
const rows = async (list, situation = "main") =>
  JSON.parse((await who.reader.get(`/api/situations/${situation}/lists/${list}?limit=200`)).body).rows;
const high = async (of) => (await rows("figures")).find((row) => row.outcome === "killed" && row.class === of)?.high ?? null;
const KEPT = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`keep-${i}`, "yes"]));
const seen = (html) => html.match(/name="seen" value="(\d+)"/)[1];

// Sends the page's own form, filled; follows it back.
async function set(client, path, form) {
  const page = await client.get(path);
  const answer = await client.post(path.split("?")[0], { seen: seen(page.body), reason: "agreed at noon", ...form });
  return answer.status === 303 ? client.get(answer.headers.location) : answer;
}

const undo = async (client, path, decision) => {
  await client.get(path);
  const answer = await client.post(`${path}/undo`, { decision });
  return answer.status === 303 ? client.get(answer.headers.location) : answer;
};

await run([
  ["a profile is chosen for the book: report, lists, incident, queue and exports count by it, and undoing it takes all back", async () => {
    const before = await high("militant");
    const page = await set(who.administrator, "/settings/profiles", { profile: "ged" });
    assert.match(page.body, /Kept \(decision 1 by Ada Admin/);
    assert.match(page.body, /main: \d+ figures? moved/);
    assert.match(page.body, /counted by <strong>ged<\/strong>/);
    assert.equal(before, null);
    assert.equal(await high("militant"), 216);
    const report = JSON.parse((await who.reader.get("/api/situations/main")).body);
    assert.equal(report.profile?.name ?? report.profile, "ged");
    const [incident] = await rows("incidents");
    assert.match((await who.reader.get(`/s/main/incidents/${incident.id}`)).body, /216/);
    assert.equal((await who.coder.get("/s/main/queue")).status, 200);
    assert.match((await who.reader.get("/s/main/export?list=figures&format=csv")).body, /216/);
    assert.match(daybook("show", book, "figures").stdout, /216/);
    const again = await undo(who.administrator, "/settings/profiles", 1);
    assert.match(again.body, /Taken back \(decision 2 by Ada Admin/);
    assert.equal(await high("militant"), null);
    assert.match(daybook("verify", book).stdout, /nothing is wrong/);
  }],

  ["a desk that is started with --profile counts by that, whatever the book says", async () => {
    const other = join(folder, "other.book");
    add(other, example);
    const forced = await start(other, "--profile", "ged");
    forced.child.unref();
    const all = await people(forced);
    const figures = JSON.parse((await all.reader.get("/api/situations/main/lists/figures?limit=200")).body).rows;
    assert.equal(figures.find((row) => row.outcome === "killed" && row.class === "militant").high, 216);
    assert.match((await all.reader.get("/settings/profiles")).body, /started with <code>--profile/);
    await forced.stop();
    const own = JSON.parse(daybook("show", other, "figures", "--json").stdout);
    assert.equal(own.find((row) => row.outcome === "killed" && row.class === "militant").high, null);
  }],

  ["two who set the same: the second is told who was faster, and nothing is overwritten", async () => {
    const page = await who.administrator.get("/settings/public");
    const old = seen(page.body);
    await set(who.editor, "/settings/public", { ...KEPT, grid: "0.2", delay: "72", names: "" });
    const answer = await who.administrator.post("/settings/public", { seen: old, reason: "mine", grid: "0.4", delay: "72", names: "" });
    assert.equal(answer.status, 409);
    assert.match(answer.body, /editor one set it meanwhile/);
    assert.match((await who.reader.get("/settings/public")).body, /rounded to 0.2 degrees/);
  }],

  ["the public policy is made stricter, never looser; the preview, an edition and --public go by it", async () => {
    for (const [field, value] of [["grid", "0.01"], ["grid", "9"], ["delay", "1"], ["delay", "soon"]]) {
      const answer = await set(who.editor, "/settings/public", { grid: "0.1", delay: "72", names: "", [field]: value });
      assert.equal(answer.status, 422, `${field} ${value}`);
    }
    const page = await set(who.editor, "/settings/public", { grid: "0.5", delay: "168", names: "Stone\nUpland Ford\n" });
    assert.match(page.body, /rounded to 0\.5 degrees/);
    assert.match(page.body, /until 168 hours after/);
    assert.match(page.body, /names that the editors listed/i);
    await who.editor.get("/s/ford/publish");
    assert.equal((await who.editor.post("/s/ford/publish", { read: "yes", note: "" })).status, 303);
    const edition = (await who.nobody.get("/public/ford")).body;
    for (const part of [edition, (await who.editor.get("/s/ford/publish/preview")).body, daybook("report", "--public", book, "--situation", "ford").stdout]) {
      assert.equal(part.match(/.{0,60}(Stone|Upland Ford|Bazan).{0,60}/)?.[0], undefined);
      assert.match(part, /0\.5 degrees/);
    }
    await undo(who.editor, "/settings/public", page.body.match(/Kept \(decision (\d+)/)[1]);
    assert.match((await who.editor.get("/s/ford/publish/preview")).body, /Stone/);
    assert.doesNotMatch((await who.nobody.get("/public/ford")).body, /Stone/, "what went out stays as it was");
  }],

  ["a place is added: reports that have its name are read anew at once, new ones know it, and it is shown as the book's", async () => {
    const place = async () => (await rows("claims", "ford")).find((row) => row.kind === "casualty").place;
    assert.notEqual(await place(), "Upland Ford");
    const form = { name: "Upland Ford", also: "Old Ford; Ford Upland", kind: "town", admin1: "Uplands", country: "PE", lat: "-12.25", lon: "-76.5" };
    const page = await set(who.editor, "/settings/places", form);
    assert.match(page.body, /1 report that has the name was read anew/);
    assert.match(page.body, /<th scope="row">Upland Ford <span class="quiet">also Old Ford, Ford Upland<\/span><\/th>/);
    assert.match(page.body, /this book/);
    assert.equal(await place(), "Upland Ford");
    await who.coder.get("/s/ford/upload");
    const token = await who.coder.token("coder");
    const text = "Nine people were killed in a fire in Old Ford on Sunday, police said.";
    const sent = await who.coder.ask("POST", "/api/situations/ford/reports?name=second.txt", { headers: { Authorization: `Bearer ${token}` }, body: text });
    assert.equal(sent.status, 200, sent.body);
    const there = async () => (await rows("claims", "ford")).filter((row) => row.place === "Upland Ford").map((row) => row.document);
    const before = await there();
    assert.equal(new Set(before).size, 2);
    assert.equal(daybook("rebuild", book).status, 0);
    assert.deepEqual(await there(), before, "as rebuild reads it");
    assert.match(daybook("verify", book).stdout, /nothing is wrong/);
    await undo(who.editor, "/settings/places", page.body.match(/Kept \(decision (\d+)/)[1]);
    assert.notEqual(await place(), "Upland Ford");
  }],

  ["a place of the gazetteer is corrected for this book", async () => {
    const found = await who.editor.get("/settings/places?name=Nushki");
    const link = found.body.match(/href="(\?name=Nushki&amp;corrects=[^"]*)#place"/)[1].replaceAll("&amp;", "&");
    const filled = await who.editor.get(`/settings/places${link}`);
    assert.match(filled.body, /Correct a place/);
    const corrects = filled.body.match(/name="corrects" value="([^"]*)"/)[1];
    const page = await set(who.editor, `/settings/places${link}`, { name: "Nushki", also: "", kind: "town", admin1: "Balochistan", country: "PK", lat: "29.9", lon: "66.9", corrects });
    assert.match(page.body, /reports? that ha(s|ve) the name/);
    assert.match(page.body, new RegExp(`in place of ${corrects}`));
    assert.match((await who.editor.get("/settings/places?name=Nushki")).body, /29\.90000, 66\.90000/);
    for (const wrong of [{ lat: "95" }, { lon: "east" }, { country: "Pakistan" }, { kind: "country" }, { name: "" }])
      assert.equal((await set(who.editor, "/settings/places", { name: "X", also: "", kind: "town", country: "PK", lat: "1", lon: "1", ...wrong })).status, 422);
  }],

  ["who may not set may not undo either, and everything needs a reason", async () => {
    const cases = [["/settings/profiles", { profile: "raw" }, ["reader", "coder", "editor"]], ["/settings/public", { grid: "1", delay: "72" }, ["reader", "coder"]],
      ["/settings/places", { name: "X", kind: "town", lat: "1", lon: "1" }, ["reader", "coder"]]];
    for (const [path, form, roles] of cases) {
      for (const role of roles) {
        await who[role].get("/settings/tokens");
        assert.equal((await who[role].post(path, { ...form, reason: "r", seen: "0" })).status, 403, `${role} ${path}`);
        assert.equal((await who[role].post(`${path}/undo`, { decision: "1" })).status, 403, `${role} ${path}/undo`);
        assert.doesNotMatch((await who[role].get(path)).body, /name="seen"/);
      }
      assert.equal((await who.administrator.post(path, { ...form, reason: " ", seen: "0" })).status, 422);
    }
    assert.equal((await undo(who.editor, "/settings/places", 1)).status, 404, "a profile is not taken back by the page of places");
  }],
]);
await desk.stop();
