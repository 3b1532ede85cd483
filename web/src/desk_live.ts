// What others do, as it happens: who is here, what was decided, that the figures moved. A page never changes under somebody's hands: it
// says that there is news and leaves the choice.
import { make } from "./dom";
import { refreshQueue } from "./desk_queue";
import { post } from "./desk_token";

type Here = { person: string; where: string };
type Decided = { situation: number; seq: number; person: string; action: string; target: string };

const HERE_MS = 20_000;

const initials = (name: string): string =>
  name.split(/\s+/).map((word) => word[0] ?? "").join("").slice(0, 2).toUpperCase();

// "/s/Coast/claims/0123": a claim in Coast.
const PLACES: Record<string, string> = { claims: "a claim", incidents: "an incident", documents: "a report" };

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function placeWords(path: string): string {
  const [, kind, name, page, id] = path.split("/");
  if (kind !== "s" || name === undefined) return "another page";
  const situation = decoded(name);
  if (page === undefined) return `the report of ${situation}`;
  return `${(id !== undefined && PLACES[page]) || page} in ${situation}`;
}

function showPresence(all: Here[]): void {
  const place = document.getElementById("presence");
  const me = document.querySelector<HTMLElement>("[data-person]")?.dataset["person"];
  if (!place) return;
  const badges = all.filter((one) => one.person !== me).map((one) => {
    const here = one.where === location.pathname;
    const words = here ? `${one.person} is on this page` : `${one.person} is at ${placeWords(one.where)}`;
    const badge = make("a", { title: words, href: one.where === "" ? "/" : one.where }, initials(one.person));
    badge.append(make("span", { class: "unseen" }, ` ${words}`));
    badge.classList.toggle("here", here);
    return badge;
  });
  place.replaceChildren(...badges);
}

function tell(words: string): void {
  let news = document.getElementById("news");
  if (!news) {
    news = make("div", { id: "news", role: "status" });
    document.body.append(news);
  }
  const close = make("button", { type: "button", "aria-label": "Dismiss" }, "\u00D7");
  close.addEventListener("click", () => news?.replaceChildren());
  news.replaceChildren(make("span", {}, words), make("a", { href: location.pathname + location.search }, "Show"), close);
}

function read<T>(event: Event): T | null {
  try {
    return JSON.parse((event as MessageEvent<string>).data) as T;
  } catch {
    return null;
  }
}

export function startLive(): void {
  const me = document.querySelector<HTMLElement>("[data-person]")?.dataset["person"];
  if (!me) return;
  const events = new EventSource("/events");
  const sayHere = (): void => {
    if (document.visibilityState === "visible")
      post("/api/presence", new URLSearchParams({ where: location.pathname })).catch(() => undefined);
  };
  let version = "";
  events.addEventListener("open", () => {
    document.body.classList.remove("offline");
    sayHere();
  });
  events.addEventListener("error", () => document.body.classList.add("offline"));
  events.addEventListener("presence", (event) => showPresence(read<{ people: Here[] }>(event)?.people ?? []));
  events.addEventListener("decision", (event) => {
    const decided = read<Decided>(event);
    if (!decided || decided.person === me) return;
    const here = location.pathname.endsWith("/" + decided.target);
    if (here) tell(`${decided.person} just decided on this: ${decided.action}.`);
  });
  events.addEventListener("book", (event) => {
    const now = read<{ version: string }>(event)?.version ?? "";
    void refreshQueue();
    const isReport = document.getElementById("figures") !== null;
    if (version !== "" && version !== now && isReport && !document.getElementById("news")?.hasChildNodes())
      tell("The figures may have moved.");
    version = now;
  });
  document.addEventListener("visibilitychange", sayHere);
  window.setInterval(sayHere, HERE_MS);
}
