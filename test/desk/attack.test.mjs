// What somebody with bad intent sends, one thing after the other.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { Client, add, exchange, people, run, scratch, start } from "./desk.mjs";
import { routes } from "./schema.mjs";

const SCRIPT = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
const folder = scratch();
const book = join(folder, "attack.book");
writeFileSync(join(folder, "hostile.ndjson"), [
  { id: `id${SCRIPT}`, title: `Title ${SCRIPT}`, publisher: `Outlet ${SCRIPT}`, url: `javascript:alert(3)//${SCRIPT}`, published: "2026-02-01",
    text: `Quetta, 1 February. At least 12 people ${SCRIPT} were killed in an attack in Quetta on Saturday, police spokesman Ali ${SCRIPT} said. The road to Mastung was closed. It was not possible to verify the figure. More details are awaited.` },
  { id: "two", title: "Second", published: "2026-02-01", text: `Fifteen people were killed in Quetta on Saturday, a doctor ${SCRIPT} said. "${SCRIPT}" he added.` },
].map((line) => JSON.stringify(line)).join("\n"));
add(book, join(folder, "hostile.ndjson"));
const desk = await start(book);
const who = await people(desk);
const openapi = JSON.parse((await who.reader.get("/openapi.json")).body);
const situation = JSON.parse((await who.reader.get("/api/situations/main")).body);
const values = { situation: "main", claim: situation.claims[0].id, incident: situation.incidents[0].id, document: "1", report: "1", list: "claims", format: "csv", name: "desk.js", token: "A".repeat(43), person: "1", edition: "1", letter: "1", number: "1" };
const all = routes(openapi);
const address = (path) => path.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "1");
const ROLES = ["nobody", "reader", "coder", "editor", "administrator"];

// Script that would run: a tag or handler outside of text, a javascript: link.
function live(body) {
  return body.match(/<script>alert|<img src=x|href="\s*javascript:|onerror=alert\(2\)>/i)?.[0];
}

function raw(text, waitMs = 3000) {
  return new Promise((resolve) => {
    const socket = connect(desk.port, "127.0.0.1", () => socket.write(text));
    let got = "";
    socket.on("data", (bytes) => (got += bytes));
    socket.on("close", () => resolve(got));
    socket.on("error", () => resolve(got));
    setTimeout(() => socket.destroy(), waitMs);
  });
}

await run([
  ["stored: no page runs what a report's text, title, address or name holds", async () => {
    let pages = 0;
    for (const { method, path } of all) {
      if (method !== "GET" || path === "/events") continue;
      const answer = await who.administrator.get(address(path));
      if (!/text\/html/.test(answer.headers["content-type"])) continue;
      pages++;
      assert.equal(live(answer.body), undefined, `${path}: ${answer.body.slice(Math.max(0, answer.body.search(/<script>alert|<img src=x/) - 80)).slice(0, 200)}`);
    }
    assert.ok(pages > 10, `${pages} pages`);
    for (const claim of situation.claims) assert.equal(live((await who.reader.get(`/s/main/claims/${claim.id}`)).body), undefined);
  }],
  ["reflected: no page runs what its address or query holds", async () => {
    const sent = encodeURIComponent(SCRIPT);
    for (const { method, path, operation } of all) {
      if (method !== "GET" || path === "/events") continue;
      const query = (operation.parameters ?? []).filter((p) => p.in === "query").map((p) => `${p.name}=${sent}`).join("&");
      for (const where of [path.replace(/\{\w+\}/g, sent), address(path) + "?" + query + `&words=${sent}&place=${sent}&speaker=${sent}&next=${sent}`]) {
        const answer = await who.administrator.get(where);
        if (/text\/html/.test(answer.headers["content-type"] ?? "")) assert.equal(live(answer.body), undefined, where);
      }
    }
  }],
  ["reflected: no form gives back what runs", async () => {
    for (const { method, path, operation } of all) {
      if (method !== "POST" || path === "/sign-out" || path.endsWith("/close") || path.endsWith("/role")) continue;
      const fields = Object.keys(operation.requestBody?.content?.["application/x-www-form-urlencoded"]?.schema?.properties ?? {});
      await who.administrator.get("/");
      const answer = await who.administrator.post(address(path), Object.fromEntries(fields.filter((f) => f !== "form_token").map((f) => [f, SCRIPT])));
      if (/text\/html/.test(answer.headers["content-type"] ?? "")) assert.equal(live(answer.body), undefined, path);
    }
    await who.administrator.signIn("Ada Admin");
  }],
  ["a file's name is text and no path", async () => {
    const body = ["--xyz", `Content-Disposition: form-data; name="form_token"`, "", who.coder.formToken, "--xyz", `Content-Disposition: form-data; name="file"; filename="../../${SCRIPT.replaceAll('"', "")}.txt"`, "", "Three people were hurt in Lagos on 3 March 2024, police said.", "--xyz--", ""].join("\r\n");
    const answer = await who.coder.ask("POST", "/s/names/upload", { body, headers: { "Content-Type": "multipart/form-data; boundary=xyz" } });
    assert.equal(answer.status, 200, answer.body);
    assert.equal(live(answer.body), undefined);
    const page = await who.coder.get("/s/names/documents");
    assert.equal(live(page.body), undefined);
    assert.doesNotMatch(page.body, /\.\.\//);
  }],
  ["privilege: every route refuses every role below its own, and asks nobody in", async () => {
    let refused = 0;
    for (const { method, path, role } of all) {
      for (const lesser of ROLES.slice(0, ROLES.indexOf(role))) {
        const person = who[lesser];
        const answer = method === "GET" ? await person.get(address(path)) : await person.post(address(path), {});
        const expected = lesser === "nobody" ? [303, 401] : [403];
        assert.ok(expected.includes(answer.status), `${lesser}: ${method} ${path} answers ${answer.status}`);
        if (answer.status === 303) assert.match(answer.headers.location, /^\/sign-in/);
        refused++;
      }
    }
    assert.ok(refused > 60, `${refused} refusals`);
  }],
  ["privilege: no route that a role may call answers it with a refusal", async () => {
    for (const { method, path, role } of all) {
      if (method !== "GET" || path === "/events" || role === "nobody") continue;
      const answer = await who[role].get(address(path));
      assert.ok(![401, 403].includes(answer.status) && answer.status < 500, `${role}: ${path} answers ${answer.status}`);
    }
  }],
  ["CSRF: every route that writes refuses without the form's token, and from another site", async () => {
    for (const { method, path, role } of all) {
      if (method === "GET") continue;
      const person = who[role];
      await person.get(role === "nobody" ? "/sign-in" : "/");
      const without = await person.ask(method, address(path), { body: "role=administrator", headers: { "Content-Type": "application/x-www-form-urlencoded" } });
      assert.equal(without.status, 403, `${path} without a token: ${without.status}`);
      const foreign = await person.post(address(path), {}, { headers: { Origin: "https://evil.example" } });
      assert.equal(foreign.status, 403, `${path} from another site: ${foreign.status}`);
    }
  }],
  ["traversal: no path leads to a file", async () => {
    for (const path of ["/asset/../../etc/passwd", "/asset/..%2f..%2fetc%2fpasswd", "/asset/%2e%2e/%2e%2e/etc/passwd", "/asset//etc/passwd", "/asset/desk.js%00.css", "/..", "/s/../../etc/passwd", "/asset/build%2fweb%2fpage.js"]) {
      const answer = await exchange(desk.port, { path });
      assert.notEqual(answer.status, 200, path);
      assert.doesNotMatch(answer.body, /root:/);
    }
  }],
  ["header injection: a line break in an address reaches no header", async () => {
    const guest = new Client(desk);
    await guest.get("/sign-in");
    for (const next of ["/\r\nSet-Cookie: a=b", "/%0d%0aSet-Cookie:%20a=b", "/\nX: y"]) {
      const answer = await guest.post("/sign-in", { name: "reader one", password: "four plain words here", next });
      assert.equal(answer.headers.x, undefined);
      assert.ok(!(answer.headers["set-cookie"] ?? []).some((line) => line.startsWith("a=")), next);
    }
    const answer = await guest.get("/s/main%0d%0aX-Bad:%201/claims");
    assert.equal(answer.headers["x-bad"], undefined);
  }],
  ["SQL injection: what looks like SQL is text", async () => {
    for (const text of ["' OR '1'='1", "'; DROP TABLE people; --", "main' UNION SELECT password FROM people --", "%27%20OR%201=1"]) {
      const sent = encodeURIComponent(text);
      assert.equal((await who.reader.get(`/s/${sent}/claims`)).status, 404);
      assert.equal((await who.reader.get(`/api/situations/${sent}`)).status, 404);
      const page = await who.reader.get(`/s/main/claims?words=${sent}&place=${sent}&speaker=${sent}&before=${sent}`);
      assert.equal(page.status, 200);
      assert.doesNotMatch(page.body, /argon2/);
      const guest = await new Client(desk).signIn(text, text);
      assert.equal(guest.status, 401);
    }
    assert.equal((await who.administrator.get("/settings/people")).status, 200);
  }],
  ["no page shows a password's hash or a token's", async () => {
    for (const { method, path } of all)
      if (method === "GET" && path !== "/events") assert.doesNotMatch((await who.administrator.get(address(path))).body, /\$argon2id\$/, path);
  }],
  ["oversized: a form, a head and a body without length are bounded", async () => {
    const guest = new Client(desk);
    await guest.get("/sign-in");
    assert.equal((await guest.post("/sign-in", { name: "x".repeat(1 << 17), password: "y" })).status, 413);
    const head = await exchange(desk.port, { path: "/", headers: { "X-Long": "a".repeat(60000) } }).catch(() => ({ status: 431 }));
    assert.ok([400, 413, 431].includes(head.status), `${head.status}`);
    const chunk = "8000\r\n" + "a".repeat(0x8000) + "\r\n";
    const got = await raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(8));
    assert.doesNotMatch(got, /^HTTP\/1.1 200/);
  }],
  ["oversized: who has no account sends no large body", async () => {
    const got = await raw("POST /api/situations/main/reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\n\r\n");
    assert.match(got, /^HTTP\/1.1 401/);
    const cookie = await raw(`POST /api/situations/main/reports HTTP/1.1\r\nHost: localhost\r\nCookie: daybook=${"B".repeat(43)}\r\nContent-Length: 50000000\r\n\r\n`);
    assert.match(cookie, /^HTTP\/1.1 401/);
  }],
  ["smuggling: two lengths, or a length and chunks, are refused or close the connection", async () => {
    const got = await raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\nhelloGET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert.doesNotMatch(got, /openapi/);
  }],
  ["slow: a request that drips in is cut off, and others are answered meanwhile", async () => {
    const started = Date.now();
    const socket = connect(desk.port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n"));
    const drip = setInterval(() => socket.write("X-A: b\r\n"), 1000);
    socket.on("error", () => {});
    const closed = new Promise((resolve) => socket.on("close", resolve)).finally(() => clearInterval(drip));
    assert.equal((await who.reader.get("/")).status, 200);
    await closed;
    assert.ok(Date.now() - started < 40000);
  }],
  ["one address does not take all connections", async () => {
    const sockets = [];
    for (let i = 0; i < 400; i++) {
      const socket = connect(desk.port, "127.0.0.1");
      socket.on("error", () => {});
      sockets.push(socket);
    }
    await new Promise((then) => setTimeout(then, 1000));
    assert.ok(sockets.filter((socket) => socket.destroyed || socket.readyState !== "open").length >= 100);
    sockets.forEach((socket) => socket.destroy());
    let status = 0; // a busy machine takes a while to see that they are closed
    for (let i = 0; i < 40 && status !== 200; i++) {
      await new Promise((then) => setTimeout(then, 250));
      status = await who.reader.get("/").then((answer) => answer.status, () => 0);
    }
    assert.equal(status, 200);
  }],
  ["the desk stops, and printed nothing on stderr", async () => {
    assert.equal(await desk.stop(), 0);
    assert.equal(desk.errors(), "");
  }],
]);
