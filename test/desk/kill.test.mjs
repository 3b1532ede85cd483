// kill -9 while several people decide: every decision that was acknowledged is there after the restart, and the log's chain holds.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { add, example, exchange, people, program, run, scratch, start } from "./desk.mjs";

const ROUNDS = Number(process.env.KILLS ?? 5);
const book = join(scratch(), "kill.book");
add(book, example);
let desk = await start(book);
const who = await people(desk);
const token = await who.coder.token("coder");
const Authorization = `Bearer ${token}`;
const claims = JSON.parse((await exchange(desk.port, { path: "/api/situations/main", headers: { Authorization } })).body).claims.map((claim) => claim.id);
const acknowledged = new Map();

async function decide(port, number) {
  const body = JSON.stringify({ action: "note", target: claims[number % claims.length], reason: `reason ${number}`, value: { text: `note ${number}` } });
  const answer = await exchange(port, { method: "POST", path: "/api/situations/main/decisions", body, headers: { Authorization, "Content-Length": Buffer.byteLength(body) } });
  if (answer.status === 201) acknowledged.set(JSON.parse(answer.body).seq, `reason ${number}`);
  return answer.status;
}

async function kept() {
  const found = new Map();
  for (let after = 0; after !== null;) {
    const page = JSON.parse((await exchange(desk.port, { path: `/api/situations/main/decisions?limit=200&after=${after}`, headers: { Authorization } })).body);
    for (const row of page.rows) found.set(row.seq, row.reason);
    after = page.next;
  }
  return found;
}

let next = 0;
await run([
  ...Array.from({ length: ROUNDS }, (_, round) => [`kill ${round + 1} loses no acknowledged decision`, async () => {
    let going = true;
    const port = desk.port;
    const before = acknowledged.size;
    const work = Array.from({ length: 4 }, async () => {
      while (going) await decide(port, next++).catch(() => (going = false));
    });
    for (let i = 0; i < 200 && acknowledged.size < before + 3 + round * 2; i++) await new Promise((then) => setTimeout(then, 10));
    await desk.stop("SIGKILL");
    await Promise.all(work);
    desk = await start(book);
    const found = await kept();
    assert.ok(acknowledged.size > before, "something was acknowledged");
    for (const [seq, reason] of acknowledged) assert.equal(found.get(seq), reason, `decision ${seq}`);
  }]),
  ["the book is whole", async () => {
    assert.equal(await desk.stop(), 0);
    const done = spawnSync(program, ["verify", book], { encoding: "utf8" });
    assert.equal(done.status, 0, done.stdout + done.stderr);
  }],
]);
