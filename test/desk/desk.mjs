// A desk on a free port of loopback, and clients that keep cookies, for the tests of this folder.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { request as send } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
export { run } from "../tap.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const program = join(root, "build", "daybook");
export const example = join(root, "examples", "balochistan-2026", "reports.ndjson");
export const PASSWORD = "four plain words here";

export function scratch() {
  return mkdtempSync(join(tmpdir(), "desk-"));
}

export function add(book, ...pile) {
  const done = spawnSync(program, ["add", book, ...pile], { encoding: "utf8" });
  if (done.status > 1) throw new Error(done.stderr);
}

// Resolves once the desk listens.
export function start(book, ...options) {
  const child = spawn(program, ["serve", book, "--port", "0", ...options], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let errors = "";
  child.stderr.on("data", (bytes) => (errors += bytes));
  return new Promise((resolve, reject) => {
    child.on("exit", (code) => reject(new Error(`the desk ended with ${code}: ${errors}`)));
    child.stdout.on("data", (bytes) => {
      out += bytes;
      const at = out.match(/is at (http:\/\/\S+?)\/\n/);
      if (!at) return;
      setTimeout(() => {
        const link = out.match(/(http\S+\/invitation\/\S+)/);
        resolve({ origin: at[1], port: Number(new URL(at[1]).port), link: link?.[1], child, errors: () => errors, stop: (signal = "SIGTERM") => stop(child, signal) });
      }, 20);
    });
  });
}

function stop(child, signal) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.removeAllListeners("exit");
    child.on("exit", (code) => resolve(code));
    child.kill(signal);
  });
}

// One HTTP exchange, byte for byte as asked for: { status, headers, body }.
export function exchange(port, { method = "GET", path = "/", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = send({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      const parts = [];
      response.on("data", (bytes) => parts.push(bytes));
      response.on("end", () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: response.statusCode, headers: response.headers, body: bytes.toString("utf8"), bytes });
      });
    });
    request.on("error", reject);
    request.setTimeout(60_000, () => request.destroy(new Error(`${method} ${path} was not answered`)));
    request.end(body);
  });
}

export class Client {
  constructor(desk) {
    this.desk = desk;
    this.cookies = {};
    this.formToken = "";
  }

  async ask(method, path, { form, headers = {}, body } = {}) {
    const cookie = Object.entries(this.cookies).map(([name, value]) => `${name}=${value}`).join("; ");
    const all = { ...(cookie ? { Cookie: cookie } : {}), ...headers };
    if (form) {
      body = new URLSearchParams({ form_token: this.formToken, ...form }).toString();
      all["Content-Type"] ??= "application/x-www-form-urlencoded";
    }
    if (body !== undefined) all["Content-Length"] ??= Buffer.byteLength(body);
    const answer = await exchange(this.desk.port, { method, path, headers: all, body });
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [pair] = line.split(";");
      const at = pair.indexOf("=");
      if (/Max-Age=0/.test(line)) delete this.cookies[pair.slice(0, at)];
      else this.cookies[pair.slice(0, at)] = pair.slice(at + 1);
    }
    const token = answer.body.match(/name="form-token" content="([^"]*)"|name="form_token" value="([^"]*)"/);
    if (token) this.formToken = token[1] ?? token[2];
    return answer;
  }

  get(path, options) {
    return this.ask("GET", path, options);
  }

  post(path, form = {}, options = {}) {
    return this.ask("POST", path, { ...options, form });
  }

  async accept(link, name, password = PASSWORD) {
    const path = new URL(link).pathname;
    await this.get(path);
    const answer = await this.post(path, { name, password });
    if (answer.status !== 303) throw new Error(`the invitation was answered with ${answer.status}: ${answer.body}`);
    await this.get("/");
    return this;
  }

  async signIn(name, password = PASSWORD) {
    await this.get("/sign-in");
    const answer = await this.post("/sign-in", { name, password });
    if (answer.status === 303) await this.get("/");
    return answer;
  }

  async invite(role) {
    await this.get("/settings/people");
    const answer = await this.post("/settings/people", { role });
    return answer.body.match(/http\S+\/invitation\/[\w-]+/)?.[0];
  }

  async token(role) {
    await this.get("/settings/tokens");
    const answer = await this.post("/settings/tokens", { name: "test", role });
    return answer.body.match(/<code>([\w-]{43})<\/code>/)?.[1];
  }
}

// An administrator and one of each lesser role, by name of the role.
export async function people(desk) {
  const all = { administrator: await new Client(desk).accept(desk.link, "Ada Admin") };
  for (const role of ["editor", "coder", "reader"])
    all[role] = await new Client(desk).accept(await all.administrator.invite(role), `${role} one`);
  all.nobody = new Client(desk);
  return all;
}
