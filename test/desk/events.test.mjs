// Server-sent events: who is told of what, and that nobody else is.
import assert from "node:assert/strict";
import { get } from "node:http";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { add, example, exchange, people, run, scratch, start } from "./desk.mjs";

const folder = scratch();
const book = join(folder, "events.book");
add(book, example);
const desk = await start(book);
const who = await people(desk);

// An open stream: { got, until(pattern), close }.
function listen(client) {
  const Cookie = Object.entries(client.cookies).map((pair) => pair.join("=")).join("; ");
  const stream = { got: "", ended: false };
  return new Promise((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port: desk.port, path: "/events", headers: { Cookie }, agent: false }, (response) => {
      stream.status = response.statusCode;
      stream.type = response.headers["content-type"];
      response.on("data", (bytes) => (stream.got += bytes));
      response.on("end", () => (stream.ended = true));
      stream.close = () => request.destroy();
      stream.until = async (pattern) => {
        for (let i = 0; i < 400 && !pattern.test(stream.got); i++) await new Promise((then) => setTimeout(then, 25));
        assert.match(stream.got, pattern);
      };
      resolve(stream);
    });
    request.on("error", (error) => (stream.status ? undefined : reject(error)));
  });
}

async function decide(client, target) {
  await client.get("/");
  const body = JSON.stringify({ action: "note", target, reason: "for the test", value: { text: "x" } });
  return client.ask("POST", "/api/situations/main/decisions", { body, headers: { "X-Form-Token": client.formToken } });
}

const stream = await listen(who.reader);
const claim = JSON.parse((await who.reader.get("/api/situations/main/claims?limit=1")).body).rows[0].id;

await run([
  ["a person listens, nobody else does", async () => {
    assert.equal(stream.status, 200);
    assert.equal(stream.type, "text/event-stream");
    assert.equal((await exchange(desk.port, { path: "/events" })).status, 303);
  }],
  ["all are told of a decision, and that the book has changed", async () => {
    assert.equal((await decide(who.coder, claim)).status, 201);
    await stream.until(/event: decision\ndata: .*"person":"coder one","action":"note"/);
    await stream.until(/event: book\ndata: \{"version":"[0-9a-f]{16}"\}/);
  }],
  ["all are told of reports that another process adds", async () => {
    stream.got = "";
    writeFileSync(join(folder, "new.txt"), "Six people were killed in Quetta on 31 January 2026, a doctor said.");
    add(book, join(folder, "new.txt"));
    await stream.until(/event: book/);
  }],
  ["all are told who looks at what, and when somebody leaves", async () => {
    await who.editor.get("/");
    assert.equal((await who.editor.post("/api/presence", { where: "/s/main/queue" })).status, 204);
    await stream.until(/event: presence\ndata: .*"person":"editor one","where":"\/s\/main\/queue"/);
    stream.got = "";
    assert.equal((await who.editor.post("/api/presence", { where: "" })).status, 204);
    await stream.until(/event: presence\ndata: \{"people":\[\]\}/);
    for (const where of ["https://evil.example", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
      assert.equal((await who.editor.post("/api/presence", { where })).status, 422, where);
  }],
  ["many may listen at once, and a closed page is forgotten", async () => {
    const all = await Promise.all(Array.from({ length: 60 }, () => listen(who.reader)));
    assert.ok(all.every((one) => one.status === 200));
    all.forEach((one) => one.close());
    assert.equal((await decide(who.coder, claim)).status, 201);
    assert.equal((await who.reader.get("/")).status, 200);
  }],
  ["streams end when the desk stops, at once", async () => {
    const started = Date.now();
    assert.equal(await desk.stop(), 0);
    assert.ok(Date.now() - started < 9000);
    assert.ok(stream.ended);
    assert.equal(desk.errors(), "");
  }],
]);
