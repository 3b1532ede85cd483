// The evidence drawer: the appendix' entry beside the figure it belongs to. Each entry keeps its own
// address (#claim-ID, #figure-…), so that it can be sent to a colleague. Escape closes it, and the
// focus goes back to where it came from.
import { all, bringIntoView, make } from "./dom";

const isNote = (hash: string): boolean => /^#(claim|figure)-/.test(hash);

function noteOf(hash: string): HTMLElement | null {
  return isNote(hash) ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
}

export function startDrawer(): void {
  const drawer = make("dialog", { id: "drawer", "aria-labelledby": "drawer-title" });
  const bar = make("div", { class: "drawer-bar" });
  const title = make("h2", { id: "drawer-title", tabindex: "-1" }, "Evidence");
  const copy = make("button", { type: "button" }, "Copy address");
  const close = make("button", { type: "button", "aria-label": "Close the evidence" }, "Close");
  const body = make("div", { class: "drawer-body", tabindex: "0", role: "region", "aria-label": "Evidence" });
  bar.append(title, copy, close);
  drawer.append(bar, body);
  document.body.append(drawer);

  let opener: HTMLElement | null = null;

  function fill(note: HTMLElement): void {
    const entry = note.cloneNode(true) as HTMLElement;
    entry.removeAttribute("id");
    entry.removeAttribute("tabindex");
    for (const link of all<HTMLAnchorElement>('a[href^="#rule-"]', entry)) {
      const words = document.getElementById(link.hash.slice(1))?.querySelector(".quiet")?.cloneNode(true);
      if (words) link.after(" ", ...words.childNodes);
    }
    body.replaceChildren(entry);
    body.scrollTop = 0;
    copy.textContent = "Copy address";
  }

  function mark(hash: string): void {
    for (const link of all<HTMLElement>("a.ev[aria-current]")) link.removeAttribute("aria-current");
    if (hash)
      for (const link of all<HTMLElement>(`main a.ev[href="${hash.replace(/["\\]/g, "\\$&")}"]`))
        link.setAttribute("aria-current", "true");
  }

  function show(hash: string): boolean {
    const note = noteOf(hash);
    if (!note) return false;
    fill(note);
    if (!drawer.open) drawer.show();
    mark(hash);
    title.focus({ preventScroll: true });
    return true;
  }

  function hide(): void {
    if (!drawer.open) return;
    drawer.close();
    mark("");
    opener?.focus({ preventScroll: true });
    opener = null;
  }

  function leave(): void {
    if (isNote(location.hash)) history.pushState(null, "", location.pathname + location.search);
    hide();
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const hash = link?.getAttribute("href") ?? "";
    if (!link || !isNote(hash)) {
      if (link && drawer.open) hide();
      return;
    }
    if (!drawer.contains(link)) opener = link;
    if (!show(hash)) return;
    event.preventDefault();
    if (location.hash !== hash) history.pushState(null, "", hash);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.open) {
      event.preventDefault();
      leave();
    }
  });
  close.addEventListener("click", leave);
  copy.addEventListener("click", () => {
    navigator.clipboard?.writeText(location.href).then(
      () => (copy.textContent = "Copied"),
      () => (copy.textContent = "Copy it from the address bar"),
    );
  });
  addEventListener("popstate", () => {
    if (!show(location.hash)) hide();
  });

  if (isNote(location.hash) && show(location.hash)) {
    opener = document.querySelector<HTMLElement>('main section:not(#evidence) a.ev[aria-current="true"]');
    const found = opener;
    // The browser goes to the appendix by itself until the page has loaded; then the figure is brought back.
    if (found) addEventListener("load", () => requestAnimationFrame(() => bringIntoView(found)));
  }
}
