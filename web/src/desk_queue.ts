// The queue at the left: one answer for everybody, shown at once as it was last seen and then as it is.
import { all } from "./dom";

const kept = (address: string): string => `queue ${address}`;

function show(aside: HTMLElement, html: string): void {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const heading = aside.querySelector("h2");
  aside.replaceChildren(...(heading ? [heading] : []), ...parsed.body.childNodes);
  const here = all<HTMLAnchorElement>("li a", aside).find((link) => link.pathname === location.pathname);
  here?.setAttribute("aria-current", "true");
  if (here) aside.scrollTop = Math.max(0, here.offsetTop - aside.clientHeight / 2);
}

export async function refreshQueue(): Promise<void> {
  const aside = document.querySelector<HTMLElement>("aside[data-queue]");
  const address = aside?.dataset["queue"];
  if (!aside || !address) return;
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok) return;
    const html = await answer.text();
    if (html !== sessionStorage.getItem(kept(address))) show(aside, html);
    sessionStorage.setItem(kept(address), html);
  } catch {
    // What was last seen stays.
  }
}

export function startQueue(): void {
  const aside = document.querySelector<HTMLElement>("aside[data-queue]");
  const last = aside ? sessionStorage.getItem(kept(aside.dataset["queue"] ?? "")) : null;
  if (aside && last) show(aside, last);
  void refreshQueue();
}
