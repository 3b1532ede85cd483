// People of a started desk in Chromium: each in a context of his own, signed in by the cookies of a client, if one is given; get asks without
// leaving the page.
import { Client, people, PASSWORD, scratch, start } from "../desk/desk.mjs";
import { join } from "node:path";
export { PASSWORD, Client, people, scratch, start };

export async function person(browser, desk, client, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  await context.addCookies(Object.entries(client?.cookies ?? {}).map(([name, value]) => ({ name, value, url: desk.origin })));
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !/status of (4\d\d|503)/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  const get = async (path) => {
    const answer = await page.request.get(desk.origin + path);
    return { status: answer.status(), headers: answer.headers(), body: await answer.text() };
  };
  return { page, complaints, get, close: () => context.close(), go: (path) => page.goto(desk.origin + path) };
}

export const book = () => join(scratch(), "desk.book");

// Widths of what sticks out of the page.
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

// The first claim of the queue that would move a figure, as its address. Anybody who can get a page may ask: a client or a person.
export async function firstOfQueue(client, situation) {
  const part = await client.get(`/s/${situation}/queue/part`);
  return part.body.match(/href="([^"]+\/claims\/[0-9a-f]{16})"/)?.[1];
}
