// Kill -9 during review under load: every decision that was acknowledged is there after a restart, and the book verifies.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Client, add, example, people, program, run, scratch, start } from "./desk.mjs";

const ROUNDS = Number(process.env.DESK_KILL_ROUNDS ?? 4);
const EDITORS = 4;
const book = join(scratch(), "killed.book");
add(book, example);
let desk = await start(book);
const who = await people(desk);
const token = await who.editor.token("editor");
const claims = JSON.parse((await who.reader.get("/api/situations/main")).body).claims.map((c) => c.id);
const acknowledged = [];
let asked = 0;
let stopped = false;

async function review(editor) {
  for (let i = 0; !stopped; i++) {
    const number = ++asked;
    const body = JSON.stringify({ action: i % 2 ? "accept" : "reject", target: claims[(editor * 17 + i) % claims.length], reason: `number ${number}`, seen: 1e9 });
    try {
      const answer = await new Client(desk).ask("POST", "/api/situations/main/decisions", { body, headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" } });
      if (answer.status === 201) acknowledged.push(`number ${number}`);
      else if (answer.status !== 503) throw new Error(answer.body);
    } catch (error) {
      if (!stopped && !/ECONN|socket hang up/.test(String(error))) throw error;
      return;
    }
  }
}

function kept() {
  const listed = spawnSync(program, ["show", "--json", book, "decisions"], { encoding: "utf8" });
  return new Set(JSON.parse(listed.stdout).map((d) => d.reason));
}

await run([
  ["no acknowledged decision is lost when the desk is killed", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      stopped = false;
      const before = acknowledged.length;
      const all = Promise.all(Array.from({ length: EDITORS }, (_, editor) => review(editor)));
      const least = before + 3 + round;
      const began = Date.now();
      while (acknowledged.length < least && Date.now() - began < 60000) await new Promise((resolve) => setTimeout(resolve, 5));
      await desk.stop("SIGKILL");
      stopped = true;
      await all;
      assert.ok(acknowledged.length > before, "nothing was acknowledged");
      const there = kept();
      assert.deepEqual(acknowledged.filter((reason) => !there.has(reason)), []);
      const verified = spawnSync(program, ["verify", book], { encoding: "utf8" });
      assert.equal(verified.status, 0, verified.stdout + verified.stderr);
      desk = await start(book);
    }
    assert.ok(acknowledged.length >= ROUNDS * 3);
  }],
  ["the desk goes on after it", async () => {
    const reader = new Client(desk);
    const answer = await reader.get("/api/situations/main", { headers: { Authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 200);
  }],
]);
await desk.stop();
