// Accounts, sessions, tokens, roles, form tokens.
import assert from "node:assert/strict";
import { join } from "node:path";
import { Client, PASSWORD, exchange, people, run, scratch, start } from "./desk.mjs";

const book = join(scratch(), "people.book");
const desk = await start(book);
const who = await people(desk);

await run([
  ["the first start prints a link for the first administrator, good once", async () => {
    assert.match(desk.link, /\/invitation\/[\w-]{43}$/);
    const answer = await new Client(desk).get(new URL(desk.link).pathname);
    assert.equal(answer.status, 404);
    assert.match(answer.body, /used already/);
  }],
  ["a page asks somebody who is not signed in to sign in, and goes on there", async () => {
    const guest = new Client(desk);
    const answer = await guest.get("/settings/tokens");
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, "/sign-in?next=%2fsettings%2ftokens");
    await guest.get(answer.headers.location);
    const signedIn = await guest.post("/sign-in", { name: "reader one", password: PASSWORD, next: "/settings/tokens" });
    assert.equal(signedIn.headers.location, "/settings/tokens");
  }],
  ["signing in leads to no other site", async () => {
    for (const next of ["//evil.example/", "/\\evil.example", "https://evil.example"]) {
      const guest = new Client(desk);
      await guest.get("/sign-in");
      const answer = await guest.post("/sign-in", { name: "reader one", password: PASSWORD, next });
      assert.equal(answer.headers.location, "/", next);
    }
  }],
  ["the cookie is HttpOnly, SameSite=Strict and for this host alone", async () => {
    const guest = new Client(desk);
    await guest.get("/sign-in");
    const answer = await guest.post("/sign-in", { name: "reader one", password: PASSWORD });
    const cookie = answer.headers["set-cookie"].find((line) => line.startsWith("daybook="));
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Strict/);
    assert.doesNotMatch(cookie, /Domain/);
  }],
  ["signing in makes a new session: one that somebody set before is worth nothing", async () => {
    const victim = new Client(desk);
    const planted = "A".repeat(43);
    victim.cookies.daybook = planted;
    await victim.get("/sign-in");
    const answer = await victim.post("/sign-in", { name: "reader one", password: PASSWORD });
    assert.equal(answer.status, 303);
    assert.notEqual(victim.cookies.daybook, planted);
    const attacker = new Client(desk);
    attacker.cookies.daybook = planted;
    assert.equal((await attacker.get("/")).status, 303);
  }],
  ["signing in again ends the session before", async () => {
    const person = new Client(desk);
    await person.signIn("reader one");
    const old = person.cookies.daybook;
    await person.signIn("reader one");
    const thief = new Client(desk);
    thief.cookies.daybook = old;
    assert.equal((await thief.get("/")).status, 303);
  }],
  ["signing out ends the session for good", async () => {
    const person = new Client(desk);
    await person.signIn("reader one");
    const old = person.cookies.daybook;
    assert.equal((await person.post("/sign-out")).status, 303);
    person.cookies.daybook = old;
    assert.equal((await person.get("/")).status, 303);
  }],
  ["a wrong password and an unknown name are answered alike", async () => {
    const one = await new Client(desk).signIn("coder one", "not the password");
    const other = await new Client(desk).signIn("no such person", "not the password");
    assert.equal(one.status, 401);
    assert.equal(other.status, 401);
    const plain = (text) => text.replace(/value="[^"]*"|content="[^"]*"/g, "");
    assert.equal(plain(one.body), plain(other.body));
  }],
  ["passwords are not tried without end", async () => {
    let last;
    for (let i = 0; i < 7; i++) last = await new Client(desk).signIn("somebody at random", `wrong ${i}`);
    assert.equal(last.status, 429);
    assert.equal(last.headers["retry-after"], "30");
  }],
  ["a form without its token changes nothing", async () => {
    for (const form_token of ["", "A".repeat(43)]) {
      const answer = await who.administrator.post("/settings/people", { role: "administrator", form_token });
      assert.equal(answer.status, 403, form_token);
      assert.doesNotMatch(answer.body, /invitation\//);
    }
  }],
  ["another person's form token is none", async () => {
    await who.reader.get("/settings/tokens");
    const answer = await who.administrator.post("/settings/people", { role: "reader", form_token: who.reader.formToken });
    assert.equal(answer.status, 403);
  }],
  ["a form that another site sends changes nothing", async () => {
    await who.administrator.get("/settings/people");
    for (const headers of [{ Origin: "https://evil.example" }, { Origin: "null" }, { "Sec-Fetch-Site": "cross-site" }, { "Sec-Fetch-Site": "same-site" }]) {
      const answer = await who.administrator.post("/settings/people", { role: "reader" }, { headers });
      assert.equal(answer.status, 403, JSON.stringify(headers));
    }
    const own = await who.administrator.post("/settings/people", { role: "reader" }, { headers: { Origin: desk.origin, "Sec-Fetch-Site": "same-origin" } });
    assert.equal(own.status, 200);
  }],
  ["a name that was made to point here is refused", async () => {
    const answer = await exchange(desk.port, { path: "/sign-in", headers: { Host: "evil.example" } });
    assert.equal(answer.status, 421);
  }],
  ["a token works as its person with at most its role, and no more once it is revoked", async () => {
    const token = await who.editor.token("reader");
    const headers = { Authorization: `Bearer ${token}` };
    const guest = new Client(desk);
    assert.equal((await guest.get("/", { headers })).status, 200);
    assert.equal((await guest.get("/settings/people", { headers })).status, 403);
    const page = await who.editor.get("/settings/tokens");
    const revoke = page.body.match(/action="(\/settings\/tokens\/\d+\/revoke)"/)[1];
    assert.equal((await who.editor.post(revoke)).status, 303);
    assert.equal((await guest.get("/", { headers })).status, 401);
  }],
  ["nobody makes a token that may do more than he may", async () => {
    await who.coder.get("/settings/tokens");
    assert.equal((await who.coder.post("/settings/tokens", { name: "x", role: "administrator" })).status, 403);
  }],
  ["nobody revokes another's token", async () => {
    await who.editor.token("reader");
    const page = await who.editor.get("/settings/tokens");
    const revoke = page.body.match(/action="(\/settings\/tokens\/\d+\/revoke)"/)[1];
    await who.reader.get("/");
    assert.equal((await who.reader.post(revoke)).status, 404);
  }],
  ["a role that changes counts at once, in sessions that are open", async () => {
    const person = await new Client(desk).accept(await who.administrator.invite("administrator"), "passing admin");
    assert.equal((await person.get("/settings/people")).status, 200);
    const page = await who.administrator.get("/settings/people");
    const id = page.body.match(/\/settings\/people\/(\d+)\/role(?=[\s\S]{0,400}Role of passing admin)/g).pop().match(/\d+/)[0];
    assert.equal((await who.administrator.post(`/settings/people/${id}/role`, { role: "reader" })).status, 303);
    assert.equal((await person.get("/settings/people")).status, 403);
    assert.equal((await who.administrator.post(`/settings/people/${id}/close`)).status, 303);
    assert.equal((await person.get("/")).status, 303);
    assert.equal((await new Client(desk).signIn("passing admin")).status, 401);
  }],
  ["the last administrator stays one", async () => {
    const page = await who.administrator.get("/settings/people");
    const id = page.body.match(/\/settings\/people\/(\d+)\/role/)[1];
    const answer = await who.administrator.post(`/settings/people/${id}/role`, { role: "reader" });
    assert.equal(answer.status, 409);
    assert.match(answer.body, /needs an administrator/);
  }],
  ["a new password signs out everywhere else; the old one must be known", async () => {
    const link = await who.administrator.invite("reader");
    const here = await new Client(desk).accept(link, "changes his mind");
    const there = new Client(desk);
    await there.signIn("changes his mind");
    await here.get("/settings/password");
    assert.equal((await here.post("/settings/password", { old: "wrong wrong wrong", password: "another plain phrase" })).status, 403);
    assert.equal((await here.post("/settings/password", { old: PASSWORD, password: "short" })).status, 422);
    assert.equal((await here.post("/settings/password", { old: PASSWORD, password: "another plain phrase" })).status, 303);
    assert.equal((await here.get("/")).status, 200);
    assert.equal((await there.get("/")).status, 303);
    assert.equal((await new Client(desk).signIn("changes his mind", PASSWORD)).status, 401);
  }],
  ["two people have two names, whatever the capitals", async () => {
    const link = await who.administrator.invite("reader");
    const guest = new Client(desk);
    const path = new URL(link).pathname;
    await guest.get(path);
    assert.equal((await guest.post(path, { name: "ADA ADMIN", password: PASSWORD })).status, 409);
  }],
  ["every answer has the headers that guard it", async () => {
    for (const path of ["/sign-in", "/", "/nothing/there", "/asset/desk.css"]) {
      const { headers } = await who.reader.get(path);
      assert.match(headers["content-security-policy"], /default-src 'none'; script-src 'self'/, path);
      assert.match(headers["content-security-policy"], /frame-ancestors 'none'/, path);
      assert.equal(headers["x-content-type-options"], "nosniff", path);
      assert.ok(headers["referrer-policy"], path);
      assert.equal(headers["cache-control"], path.startsWith("/asset") ? "public, max-age=60" : "no-store", path);
    }
  }],
  ["a signal stops the desk", async () => {
    assert.equal(await desk.stop(), 0);
  }],
]);
