// The API against its own description: every route stands in /openapi.json, every answer is as it says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, example, exchange, people, program, run, scratch, start } from "./desk.mjs";
import { faults, routes } from "./schema.mjs";

const book = join(scratch(), "api.book");
const desk = await start(book);
const who = await people(desk);
const tokens = { administrator: await who.administrator.token("administrator"), coder: await who.coder.token("coder"), reader: await who.reader.token("reader") };

async function call(method, path, { as = "coder", body, type } = {}) {
  const headers = as ? { Authorization: `Bearer ${tokens[as]}` } : {};
  if (body !== undefined) {
    headers["Content-Type"] = type ?? "application/json";
    headers["Content-Length"] = Buffer.byteLength(body);
  }
  const answer = await exchange(desk.port, { method, path, headers, body });
  answer.json = /json/.test(answer.headers["content-type"] ?? "") ? JSON.parse(answer.body) : undefined;
  return answer;
}

const openapi = (await call("GET", "/openapi.json", { as: null })).json;
const uploaded = await call("POST", "/api/situations/main/reports?name=reports.ndjson", { body: readFileSync(example, "utf8"), type: "application/x-ndjson" });
const situation = (await call("GET", "/api/situations/main")).json;
const claim = situation.claims[0].id;
const incident = situation.incidents[0].id;
const values = { situation: "main", claim, incident, format: "geojson", list: "figures", document: "1", report: "1", name: "desk.css" };

function body_of(operation) {
  const schema = operation.requestBody?.content?.["application/json"]?.schema?.$ref?.split("/").pop();
  if (schema === "NewDecision") return JSON.stringify({ action: "accept", target: claim, reason: "checked by phone" });
  return schema ? "{}" : "";
}

await run([
  ["an upload says how many reports were read and how many are new", async () => {
    assert.equal(uploaded.status, 200, uploaded.body);
    assert.ok(uploaded.json.reports > 5);
    assert.equal(uploaded.json.new, uploaded.json.reports);
    const again = await call("POST", "/api/situations/main/reports?name=reports.ndjson", { body: readFileSync(example, "utf8") });
    assert.equal(again.json.new, 0);
  }],
  ["a data set that is uploaded is kept for waves to be held against", async () => {
    const body = "id,type_of_violence,country,latitude,longitude,date_start,date_end,best,high,low\n7,1,Pakistan,30.2,67.0,2024-03-01,2024-03-01,3,4,2\n";
    const answer = await call("POST", "/api/situations/main/reports?name=ged.csv", { body, type: "text/csv" });
    assert.equal(answer.status, 200, answer.body);
    assert.equal(answer.json.baseline_events, 1);
    assert.equal(answer.json.reports, 0);
  }],
  ["a zip of reports is read", async () => {
    const folder = scratch();
    spawnSync("python3", ["-c", `import zipfile; z = zipfile.ZipFile('${folder}/p.zip', 'w'); z.writestr('one.txt', 'At least 4 people were killed in Quetta on Monday, police said.')`]);
    const bytes = readFileSync(join(folder, "p.zip"));
    const answer = await exchange(desk.port, { method: "POST", path: "/api/situations/zipped/reports?name=p.zip", body: bytes, headers: { Authorization: `Bearer ${tokens.coder}`, "Content-Length": bytes.length } });
    assert.equal(JSON.parse(answer.body).new, 1, answer.body);
  }],
  ["files of a form are read", async () => {
    const body = ["--xyz", 'Content-Disposition: form-data; name="file"; filename="../../etc/a.txt"', "", "Three people were hurt in Lagos on 3 March 2024, police said.", "--xyz--", ""].join("\r\n");
    const answer = await call("POST", "/api/situations/form/reports", { body, type: "multipart/form-data; boundary=xyz" });
    assert.equal(answer.json.new, 1, answer.body);
    const rows = (await call("GET", "/api/situations/form")).json.documents;
    assert.equal(rows.length, 1);
  }],
  ["the situation is that of daybook report --json, byte for byte", async () => {
    const printed = spawnSync(program, ["report", "--json", "--situation", "main", book], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
    assert.equal((await call("GET", "/api/situations/main")).body, printed);
  }],
  ["what is not there is said in JSON, with what to do", async () => {
    for (const path of ["/api/situations/nothing", "/api/situations/main/incidents/0", "/api/situations/main/lists/nothing", "/api/situations/main/export/nothing", "/api/none"]) {
      const answer = await call("GET", path);
      assert.equal(answer.status, 404, path);
      assert.deepEqual(faults(answer.json, openapi.components.schemas.Error, openapi), [], path);
    }
  }],
  ["every route of the API answers as openapi.json says", async () => {
    for (const { method, path, operation } of routes(openapi)) {
      if (!path.startsWith("/api/") || path.endsWith("/reports")) continue;
      const address = path.replace(/\{(\w+)\}/g, (_, name) => values[name]);
      const form = operation.requestBody?.content?.["application/x-www-form-urlencoded"];
      const answer = await call(method, address, { as: "administrator", body: form ? "where=/s/main" : method === "POST" ? body_of(operation) : undefined, type: form ? "application/x-www-form-urlencoded" : undefined });
      assert.ok(answer.status >= 200 && answer.status < 300, `${method} ${address}: ${answer.status} ${answer.body.slice(0, 300)}`);
      const content = operation.responses["2XX"]?.content ?? {};
      const type = (answer.headers["content-type"] ?? "").split(";")[0];
      if (answer.status === 204) continue;
      assert.ok(content[type] || content["*/*"], `${method} ${address} answers ${type}`);
      if (content[type]?.schema) assert.deepEqual(faults(answer.json, content[type].schema, openapi), [], address);
    }
  }],
  ["every schema that is named is there", async () => {
    for (const [, name] of JSON.stringify(openapi).matchAll(/#\/components\/schemas\/(\w+)/g)) assert.ok(openapi.components.schemas[name], name);
  }],
  ["an answer that did not change is not sent again", async () => {
    const first = await call("GET", "/api/situations/main/lists/figures");
    const headers = { Authorization: `Bearer ${tokens.coder}`, "If-None-Match": first.headers.etag };
    const again = await exchange(desk.port, { path: "/api/situations/main/lists/figures", headers });
    assert.equal(again.status, 304);
    assert.equal(again.body, "");
  }],
  ["a list is cut into pages that together are the whole", async () => {
    const whole = (await call("GET", "/api/situations/main/lists/claims?limit=200")).json.rows;
    const parts = [];
    for (let from = 0; from !== null;) {
      const page = (await call("GET", `/api/situations/main/lists/claims?limit=7&from=${from}`)).json;
      parts.push(...page.rows);
      from = page.next;
    }
    assert.deepEqual(parts.slice(0, whole.length), whole);
  }],
  ["claims are filtered, cut into pages, and are those of the situation", async () => {
    const found = [];
    for (let before = 0; before !== null;) {
      const page = (await call("GET", `/api/situations/main/claims?kind=casualty&outcome=killed&limit=9&before=${before}`)).json;
      found.push(...page.rows);
      before = page.next;
    }
    const wanted = situation.claims.filter((c) => c.kind === "casualty" && c.outcome === "killed");
    assert.deepEqual(found.map((c) => c.id).sort(), wanted.map((c) => c.id).sort());
    const fields = ["id", "kind", "outcome", "count", "stance", "rule", "evidence", "document"];
    const pick = (c) => Object.fromEntries(fields.map((f) => [f, c[f]]));
    const byId = new Map(wanted.map((c) => [c.id, pick(c)]));
    for (const claim of found) assert.deepEqual(pick(claim), byId.get(claim.id));
    assert.ok(found.every((c) => c.passage.length > 0));
  }],
  ["every report of the situation is in the list, and by its key", async () => {
    const rows = (await call("GET", "/api/situations/main/documents?limit=200")).json.rows;
    assert.deepEqual(rows.map((r) => r.id).sort(), situation.documents.map((d) => d.id).sort());
    const one = (await call("GET", `/api/situations/main/documents/${rows[0].key}`)).json;
    assert.equal(one.id, rows[0].id);
    assert.ok(one.text.length > 0);
    assert.equal((await call("GET", "/api/situations/main/documents/999999")).status, 404);
    assert.equal((await call("GET", "/api/situations/main/claims/0123456789abcdef")).status, 404);
  }],
  ["a feed reader, which sends a token as password, reads the feed and can write nothing", async () => {
    const basic = (password) => ({ Authorization: `Basic ${Buffer.from(`anybody:${password}`).toString("base64")}` });
    const feed = await exchange(desk.port, { path: "/api/situations/main/feed", headers: basic(tokens.reader) });
    assert.equal(feed.status, 200, feed.body);
    assert.match(feed.body, /<feed /);
    for (const wrong of ["A".repeat(43), "", tokens.reader + "x"])
      assert.equal((await exchange(desk.port, { path: "/api/situations/main/feed", headers: basic(wrong) })).status, 401, wrong);
    assert.equal((await exchange(desk.port, { path: "/api/situations/main/feed", headers: { Authorization: "Basic ???" } })).status, 401);
    const body = JSON.stringify({ action: "accept", target: claim, reason: "sent by a browser" });
    const sent = await exchange(desk.port, { method: "POST", path: "/api/situations/main/decisions", headers: { ...basic(tokens.coder), "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) }, body });
    assert.ok([401, 403].includes(sent.status), `${sent.status}`);
    assert.match((await who.reader.get("/s/main/changes")).body, /href="\/api\/situations\/main\/feed"/);
  }],
  ["a list as CSV has its headings and a row a line", async () => {
    const answer = await call("GET", "/api/situations/main/lists/figures?format=csv");
    assert.match(answer.headers["content-type"], /text\/csv/);
    assert.match(answer.headers["content-disposition"], /attachment/);
    assert.match(answer.body.split("\r\n")[0], /outcome/);
  }],
  ["a decision is kept, and one on an older view is answered with whose came first", async () => {
    const target = situation.claims[1].id;
    const send = (as, fields) => call("POST", "/api/situations/main/decisions", { as, body: JSON.stringify({ action: "accept", target, reason: "read the report", seen: 0, ...fields }) });
    const first = await send("coder", {});
    assert.equal(first.status, 201, first.body);
    assert.equal(first.json.person, "coder one");
    const second = await send("administrator", { action: "reject" });
    assert.equal(second.status, 409);
    assert.equal(second.json.since.seq, first.json.seq);
    assert.equal(second.json.since.person, "coder one");
    const third = await send("administrator", { action: "reject", seen: first.json.seq });
    assert.equal(third.status, 201, third.body);
  }],
  ["a decision without a reason is refused", async () => {
    const answer = await call("POST", "/api/situations/main/decisions", { body: JSON.stringify({ action: "accept", target: claim, reason: "  " }) });
    assert.equal(answer.status, 422);
  }],
  ["what is no JSON is refused", async () => {
    for (const body of ["", "{", "[]", '{"action": 7}', '\u0000', '{"a":"\\ud800"'.repeat(3)]) {
      const answer = await call("POST", "/api/situations/main/decisions", { body });
      assert.ok(answer.status === 400 || answer.status === 422, `${body}: ${answer.status}`);
    }
  }],
  ["keys of a decision's value stay keys, whatever is in them", async () => {
    const body = `{"action":"note","target":"${claim}","reason":"x","value":{"text":"a\\"},{\\"b","x\\":1,\\"y":2}}`;
    const answer = await call("POST", "/api/situations/main/decisions", { body });
    assert.ok([201, 422].includes(answer.status), answer.body);
    if (answer.status === 201) assert.equal(answer.json.value.text, 'a"},{"b');
  }],
  ["the feed is Atom and names each change once", async () => {
    const { body } = await call("GET", "/api/situations/main/feed");
    assert.match(body, /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/);
    const ids = [...body.matchAll(/<id>(urn:daybook:change:[^<]+)<\/id>/g)].map((m) => m[1]);
    assert.ok(ids.length > 0);
    assert.equal(new Set(ids).size, ids.length);
    const check = spawnSync("python3", ["-c", "import sys, xml.dom.minidom as m; m.parse(sys.stdin)"], { input: body, encoding: "utf8" });
    assert.equal(check.status, 0, check.stderr);
  }],
  ["what another process adds is in the next answer", async () => {
    const before = (await call("GET", "/api/situations")).json.version;
    const folder = scratch();
    spawnSync("sh", ["-c", `printf 'Five people were killed in Mekele on 7 May 2024, medics said.' > ${folder}/b.txt`]);
    const done = spawnSync(program, ["add", "--situation", "other", book, join(folder, "b.txt")], { encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
    for (let i = 0; i < 50 && (await call("GET", "/api/situations")).json.version === before; i++) await new Promise((then) => setTimeout(then, 50));
    assert.equal((await call("GET", "/api/situations/other")).json.documents.length, 1);
  }],
  ["the desk stops", async () => {
    assert.equal(await desk.stop(), 0);
  }],
]);
