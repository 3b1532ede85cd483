// Keys: everything that the desk does needs no mouse. They do nothing while somebody writes, or with Ctrl, Alt or Meta.
import { all, make } from "./dom";

const HELP: [string, string][] = [
  ["j / k", "next / previous of the list, or of the queue"],
  ["Enter", "open it"],
  ["a", "accept"],
  ["e", "edit"],
  ["r", "reject"],
  ["u", "cannot be verified"],
  ["m", "move to another incident; merge incidents"],
  ["s", "split an incident"],
  ["z", "undo the last decision on this page"],
  ["/", "search reports and claims"],
  ["g then c, q, i, d", "go to claims, queue, incidents, reports read"],
  ["Esc", "close what is open"],
  ["?", "this list"],
];

const GO: Record<string, string> = { c: "/claims", q: "/queue", i: "/incidents", d: "/documents", r: "", x: "/conflicts" };

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

function helpDialog(): HTMLDialogElement {
  const dialog = make("dialog", { id: "keys", "aria-labelledby": "keys-title" });
  const list = make("dl");
  for (const [key, what] of HELP) {
    const term = make("dt");
    term.append(make("kbd", {}, key));
    list.append(term, make("dd", {}, what));
  }
  const form = make("form", { method: "dialog" });
  form.append(make("button", { class: "main", autofocus: "" }, "Close"));
  dialog.append(make("h2", { id: "keys-title" }, "Keys"), list, form);
  document.body.append(dialog);
  return dialog;
}

// The list that j and k go through: the page's own, else the queue beside it.
function steps(): HTMLElement[] {
  const own = all<HTMLElement>("main [data-item]").filter((item) => item.closest("[hidden]") === null);
  const isClaim = document.querySelector("[data-claim]") !== null;
  return isClaim || own.length === 0 ? all<HTMLElement>("aside.queue li") : own;
}

const linkOf = (item: HTMLElement): HTMLAnchorElement | null => item.querySelector<HTMLAnchorElement>("a[href]");

function step(by: number): void {
  const items = steps();
  if (items.length === 0) return;
  const isQueue = items[0]?.closest("aside") !== null;
  const at = items.findIndex((item) =>
    isQueue ? linkOf(item)?.getAttribute("aria-current") === "true" : item.classList.contains("chosen"));
  const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
  const link = next ? linkOf(next) : null;
  if (!next || !link) return;
  if (isQueue && document.querySelector("[data-claim]")) {
    if (link.getAttribute("aria-current") !== "true") location.assign(link.href);
    return;
  }
  for (const item of items) item.classList.toggle("chosen", item === next);
  link.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function openAct(key: string): boolean {
  const act = document.querySelector<HTMLDetailsElement>(`details.act[data-key="${key}"]`);
  if (!act) return false;
  act.open = true;
  act.scrollIntoView({ block: "nearest" });
  const first = act.querySelector<HTMLElement>(key === "e" ? "select, input:not([type=hidden])" : "input:not([type=hidden]):not([type=checkbox]), textarea");
  first?.focus({ preventScroll: true });
  if (first instanceof HTMLInputElement) first.select();
  return true;
}

function closeOpen(): void {
  for (const menu of all<HTMLDetailsElement>("details.menu[open], details.act[open]")) {
    menu.open = false;
    menu.querySelector<HTMLElement>("summary")?.focus();
  }
}

export function startKeys(): void {
  const help = helpDialog();
  const situation = /^\/s\/[^/]+/.exec(location.pathname)?.[0];
  let going = false;
  const run = (key: string): boolean => {
    if (going) {
      going = false;
      const path = GO[key];
      if (situation && path !== undefined) location.assign(situation + path);
      return path !== undefined;
    }
    switch (key) {
      case "j": step(1); return true;
      case "k": step(-1); return true;
      case "g": going = true; return true;
      case "?": help.showModal(); return true;
      case "z": document.querySelector<HTMLButtonElement>("[data-undo]")?.click(); return true;
      case "/": {
        const search = document.querySelector<HTMLInputElement>("#search");
        search?.focus();
        return search !== null;
      }
      default: return openAct(key);
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !help.open) {
      if (isWriting(event.target)) (event.target as HTMLElement).blur();
      closeOpen();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || help.open) return;
    if (event.key.length === 1 && run(event.key)) event.preventDefault();
  });
  // A menu closes when the focus leaves it.
  for (const menu of all<HTMLDetailsElement>("details.menu"))
    menu.addEventListener("focusout", (event) => {
      if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
    });
}
