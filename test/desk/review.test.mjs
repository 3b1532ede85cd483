// Reviewing at the desk: two coders who do not see each other, an editor who settles, places and days of incidents.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client, add, people, program, run, scratch, start } from "./desk.mjs";

const folder = scratch();
const book = join(folder, "review.book");
writeFileSync(join(folder, "pile.ndjson"), [
  { id: "first", published: "2026-01-31", publisher: "Lakeside News", text: "GOMA - At least 11 people were killed in an explosion at a market in Goma on Friday, police said." },
  { id: "second", published: "2026-01-31", publisher: "Valley Post", text: "GOMA - An explosion at a market in Goma on Friday killed 14 people, hospital doctors said." },
].map((line) => JSON.stringify(line)).join("\n") + "\n");
add(book, join(folder, "pile.ndjson"));
writeFileSync(join(folder, "copies.ndjson"), ["wire", "copy-1", "copy-2"].map((id, i) => JSON.stringify({
  id, published: `2026-02-0${1 + i}`, publisher: `Paper ${i}`,
  text: "BENI - Eight people were killed when a bomb hit a bus outside Beni on Monday, the regional governor told reporters by telephone. The road to the town was closed for hours and buses waited at the bridge until the evening.",
})).join("\n") + "\n");
add(book, "--situation", "Copies", join(folder, "copies.ndjson"));
const desk = await start(book);
const who = await people(desk);
who.second = await new Client(desk).accept(await who.administrator.invite("coder"), "second coder");

const situation = async () => JSON.parse((await who.reader.get("/api/situations/main")).body);
const casualty = async (report) => (await situation()).claims.find((c) => c.document === report && c.kind === "casualty");
const killed = async () => (await situation()).incidents[0].estimates.killed;
const decide = (client, form) => client.post("/s/main/decide", { seen: "0", reason: "checked", back: "/s/main", ...form });
const target_of = (answer) => answer.body.match(/name="target" value="([0-9a-f]{16})"/)?.[1];

await run([
  ["coding shows one claim after the other, without what others read", async () => {
    const first = await who.coder.get("/s/main/coding");
    assert.equal(first.status, 200);
    const id = target_of(first);
    assert.ok(id, first.body);
    assert.match(first.body, /name="independent" value="1"/);
    const answer = await decide(who.coder, { action: "edit", target: id, low: "12", high: "12", independent: "1", back: "/s/main/coding", reason: "I read a dozen" });
    assert.equal(answer.status, 303, answer.body);
    assert.notEqual(target_of(await who.coder.get("/s/main/coding")), id);
    const other = await who.second.get("/s/main/coding");
    assert.equal(target_of(other), id, "what one has read comes first for the other");
    assert.doesNotMatch(other.body, /I read a dozen|coder one|value="12"/);
  }],
  ["two who read the same agree, whatever stands meanwhile", async () => {
    const { id } = await casualty("first");
    assert.equal((await killed()).best, 12);
    const same = await decide(who.second, { action: "edit", target: id, low: "12", high: "12", independent: "1" });
    assert.equal(same.status, 303, same.body);
    assert.equal((await killed()).best, 12);
    assert.equal((await casualty("first")).decided.verdict, "edited");
  }],
  ["readings that differ set no figure; only an editor settles them", async () => {
    const { id } = await casualty("first");
    assert.equal((await killed()).best, 12);
    assert.equal((await decide(who.second, { action: "edit", target: id, low: "13", high: "13", independent: "1" })).status, 303);
    assert.equal((await killed()).best, 11);
    assert.match((await who.editor.get("/s/main/agreement")).body, /13/);
    assert.equal((await decide(who.coder, { action: "accept", target: id, seen: "99" })).status, 403);
    const token = await who.coder.token("coder");
    const body = JSON.stringify({ action: "accept", target: id, reason: "so", seen: 99 });
    const api = await new Client(desk).ask("POST", "/api/situations/main/decisions", { body, headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" } });
    assert.equal(api.status, 403, api.body);
    assert.equal((await decide(who.editor, { action: "edit", target: id, low: "13", high: "13", seen: "99" })).status, 303);
    assert.equal((await killed()).best, 13);
    assert.equal((await casualty("first")).decided.verdict, "edited");
  }],
  ["who did not see the last decision is told of it, and overwrites nothing", async () => {
    const { id } = await casualty("second");
    assert.equal((await decide(who.coder, { action: "accept", target: id })).status, 303);
    const late = await decide(who.editor, { action: "reject", target: id });
    assert.equal(late.status, 409);
    assert.match(late.body, /coder one/);
    assert.equal((await casualty("second")).decided.verdict, "accepted");
  }],
  ["an incident's place is found on the map by name, and its day is set", async () => {
    const incident = (await situation()).incidents[0].id;
    const page = await who.coder.get(`/s/main/incidents/${incident}`);
    assert.match(page.body, /Correct the place/);
    assert.equal((await decide(who.coder, { action: "place", target: incident, place: "Kampala" })).status, 303);
    assert.equal((await decide(who.coder, { action: "day", target: incident, first: "2026-01-29", seen: "99" })).status, 303);
    const now = (await situation()).incidents.find((i) => i.id === incident);
    assert.equal(now.place.country, "UG");
    assert.ok(Math.abs(now.place.lat - 0.31) < 0.2, JSON.stringify(now.place));
    assert.equal(now.window.first, "2026-01-29");
    assert.equal((await decide(who.coder, { action: "place", target: incident, place: "A camp of no name", lat: "-1.5", lon: "29.1", seen: "99" })).status, 303);
    assert.equal((await situation()).incidents[0].place.lat, -1.5);
    assert.ok([400, 422].includes((await decide(who.coder, { action: "day", target: incident, first: "soon", seen: "99" })).status));
  }],
  ["a claim's place, edited by name, gets its point too", async () => {
    const { id } = await casualty("second");
    assert.equal((await decide(who.editor, { action: "edit", target: id, place: "Bukavu", seen: "99" })).status, 303);
    const claim = await casualty("second");
    assert.equal(claim.place.country, "CD");
    assert.ok(claim.place.id);
  }],
  ["a form that is not filled in is told what to do, and what is wrong is told without a field's name in the store", async () => {
    const { id, count } = await casualty("second");
    const effect = async (fields) => (await decide(who.editor, { target: id, step: "effect", ...fields })).body;
    assert.match(await effect({ action: "edit", low: String(count.low), high: String(count.high ?? "") }), /Change what is otherwise\./);
    assert.match(await effect({ action: "note", text: "" }), /Write the note\./);
    const wrong = await effect({ action: "edit", low: "9", high: "4" });
    assert.match(wrong, /must be/);
    assert.doesNotMatch(wrong, /value:/);
  }],
  ["the activity log shows decisions newest first, with a way to take each back", async () => {
    const { id } = await casualty("second");
    const log = await who.editor.get("/s/main/log");
    assert.equal(log.status, 200);
    const numbers = [...log.body.matchAll(/id="decision-(\d+)"/g)].map((m) => Number(m[1]));
    assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a));
    assert.match(log.body, /name Bukavu/);
    assert.doesNotMatch(log.body, /sha256/);
    const last = String(numbers[0]);
    const answer = await who.editor.post("/s/main/decide", { action: "undo", target: last, seen: "99", reason: "taken back", back: "/s/main/log" });
    assert.equal(answer.status, 303, answer.body);
    assert.match((await who.editor.get("/s/main/log")).body, new RegExp(`Undone by decision ${Number(last) + 1}`));
    assert.notEqual((await casualty("second")).place?.name, "Bukavu");
    assert.ok(id);
    assert.doesNotMatch((await who.reader.get("/s/main/log")).body, /data-undo/);
  }],
  ["a figure in the log reads as one", async () => {
    const { id } = await casualty("second");
    assert.equal((await decide(who.editor, { action: "edit", target: id, low: "26", high: "", seen: "99" })).status, 303);
    const log = (await who.editor.get("/s/main/log")).body;
    assert.match(log, /count at least 26/);
    const last = log.match(/id="decision-(\d+)"/)[1];
    assert.equal((await decide(who.editor, { action: "undo", target: last, seen: "99" })).status, 303);
  }],
  ["a decision is laid over a claim's copies, shown before; all or none, and taken back together", async () => {
    const copies = async () => JSON.parse((await who.reader.get("/api/situations/Copies")).body);
    const copied = (await copies()).claims.find((c) => c.document === "wire" && c.kind === "casualty");
    const states = async () => (await copies()).claims.filter((c) => c.kind === "casualty" && /^(wire|copy)/.test(c.document)).map((c) => c.decided?.verdict ?? "open");
    const page = await who.coder.get(`/s/Copies/claims/${copied.id}`);
    assert.match(page.body, /name="copies" value="1"> and on the 2 claims that repeat it/);
    const form = { action: "edit", target: copied.id, low: "9", high: "9", copies: "1", newest: page.body.match(/name="newest" value="(\d+)"/)[1], seen: "0", reason: "the wire corrected it", back: `/s/Copies/claims/${copied.id}` };
    const effect = await who.coder.post("/s/Copies/decide", { ...form, step: "effect" });
    assert.match(effect.body, /8 → 9/);
    assert.deepEqual(await states(), ["open", "open", "open"], "an effect writes nothing");
    const other = (await copies()).claims.find((c) => c.document === "copy-2" && c.kind === "casualty");
    const early = await who.editor.post("/s/Copies/decide", { action: "accept", target: other.id, seen: "0", reason: "so", back: "/s/Copies" });
    assert.equal(early.status, 303);
    assert.equal((await who.coder.post("/s/Copies/decide", form)).status, 409, "somebody decided on a copy since");
    assert.deepEqual(await states(), ["open", "open", "accepted"], "all or none");
    const newest = (await who.coder.get(`/s/Copies/claims/${copied.id}`)).body.match(/name="newest" value="(\d+)"/)[1];
    const kept = await who.coder.post("/s/Copies/decide", { ...form, newest });
    assert.equal(kept.status, 303, kept.body);
    assert.deepEqual(await states(), ["edited", "edited", "edited"]);
    const [, first, through] = kept.headers.location.match(/decided=(\d+)&through=(\d+)/);
    assert.equal(Number(through) - Number(first), 2);
    const flash = await who.coder.get(kept.headers.location);
    assert.match(flash.body, /on it and 2 copies/);
    assert.match(flash.body, new RegExp(`name="through" value="${through}"`));
    const back = await who.coder.post("/s/Copies/decide", { action: "undo", target: first, through, seen: through, reason: "taken back", back: "/s/Copies" });
    assert.equal(back.status, 303, back.body);
    assert.deepEqual(await states(), ["open", "open", "accepted"]);
    const alien = await who.editor.post("/s/Copies/decide", { action: "undo", target: String(Number(first) - 1), through, seen: "999", reason: "taken back", back: "/s/Copies" });
    assert.equal(alien.status, 303);
    assert.deepEqual(await states(), ["open", "open", "open"], "only one's own are taken back together");
  }],
  ["an incident's address leads on to it after it was merged, or an earlier report took it in", async () => {
    const all = () => situation().then((s) => s.incidents);
    const [whole] = await all();
    assert.equal((await decide(who.editor, { action: "split", target: whole.id, report: "second", seen: "99" })).status, 303);
    const parted = (await all()).find((i) => i.id !== whole.id && i.documents.includes("second"));
    assert.equal((await who.reader.get(`/s/main/incidents/${parted.id}`)).status, 200);
    assert.equal((await decide(who.editor, { action: "merge", target: whole.id, with: parted.id, seen: "99" })).status, 303);
    const led = await who.reader.get(`/s/main/incidents/${parted.id}`);
    assert.equal(led.headers.location, `/s/main/incidents/${whole.id}`);
    assert.equal(JSON.parse((await who.reader.get(`/api/situations/main/incidents/${parted.id}`)).body).id, whole.id);
    const early = JSON.stringify({ id: "earliest", published: "2026-01-30", publisher: "Hill Radio", text: "GOMA - An explosion at a market in Goma on Friday killed at least 9 people, police said." });
    await who.coder.get("/");
    const sent = await who.coder.ask("POST", "/api/situations/main/reports?name=early.ndjson", { body: early, headers: { "X-Form-Token": who.coder.formToken } });
    assert.equal(sent.status, 200, sent.body);
    const now = (await all()).find((i) => i.documents.includes("first"));
    assert.ok(now.documents.includes("earliest") && now.id !== whole.id);
    const on = await who.reader.get(`/s/main/incidents/${whole.id}`);
    assert.equal(on.headers.location, `/s/main/incidents/${now.id}`);
    assert.equal((await who.reader.get("/s/main/incidents/0000000000000000")).status, 404);
  }],
  ["every action of a claim is kept by its form with who and why, shows in the data, and is taken back", async () => {
    const { id } = await casualty("first");
    const copied = (await casualty("second")).id;
    const incident = async () => (await situation()).claims.find((c) => c.id === id).incident;
    const before = await incident();
    const verdict = async () => (await casualty("first")).decided?.verdict;
    const ACTIONS = [
      ["accept", {}, async () => (await verdict()) === "accepted"],
      ["reject", {}, async () => (await verdict()) === "rejected"],
      ["unverifiable", {}, async () => (await verdict()) === "unverifiable"],
      ["edit", { low: "7", high: "7" }, async () => (await casualty("first")).count.low === 7],
      ["move", { to: "" }, async () => (await incident()) !== before],
      ["copy", { of: copied }, async () => (await casualty("first")).copy_of === copied],
      ["origin", { speaker: "A nurse" }, async () => /A nurse/.test(JSON.stringify(await casualty("first")))],
      ["note", { text: "ask again" }, async () => /ask again/.test((await who.reader.get(`/s/main/claims/${id}`)).body)],
    ];
    for (const [action, fields, holds] of ACTIONS) {
      const page = (await who.editor.get(`/s/main/claims/${id}`)).body;
      assert.match(page, new RegExp(`id="act-${action}"`));
      assert.equal((await decide(who.editor, { action, target: id, seen: "999", reason: "", ...fields })).status, 400, `${action} needs a reason`);
      const kept = await decide(who.editor, { action, target: id, seen: "999", reason: `because of ${action}`, ...fields });
      assert.equal(kept.status, 303, `${action}: ${kept.body}`);
      assert.ok(await holds(), `${action} shows`);
      const seq = kept.headers.location.match(/decided=(\d+)/)[1];
      const log = (await who.reader.get("/s/main/log")).body;
      assert.match(log, new RegExp(`id="decision-${seq}">[\\s\\S]*?<strong>${action}</strong>[\\s\\S]*?by editor one[\\s\\S]*?because of ${action}`));
      assert.equal((await decide(who.editor, { action: "undo", target: seq, seen: "999" })).status, 303);
      if (action !== "note") assert.ok(!(await holds()), `${action} is taken back`);
    }
    const verified = spawnSync(program, ["verify", book], { encoding: "utf8" });
    assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  }],
  ["readers may not code", async () => {
    assert.equal((await who.reader.get("/s/main/coding")).status, 403);
  }],
]);
await desk.stop();
