// Filters of the timeline: by party, group of people, outcome and source.
import { all, make } from "./dom";

type Facet = { key: string; label: string; names: Record<string, string> };

const FACETS: Facet[] = [
  {
    key: "party",
    label: "Said by",
    names: {
      none: "no identified speaker", government: "authorities", "armed-group": "armed group", medical: "medics",
      witness: "witnesses", aid: "aid organisations", media: "media", international: "international bodies",
      analyst: "analysts", other: "others",
    },
  },
  {
    key: "class",
    label: "About",
    names: { civilian: "civilians", security: "security forces", militant: "fighters", mixed: "several groups", unknown: "people" },
  },
  { key: "outcome", label: "What", names: { abducted: "captured or abducted" } },
  { key: "source", label: "Source", names: {} },
];

function nameOf(facet: Facet, value: string): string {
  if (facet.key === "source")
    return document.querySelector(`#source-${value} .source-name`)?.textContent?.trim() || `Source ${value}`;
  return facet.names[value] ?? value;
}

// What an entry has of a facet: of sources every report that says it, "|3|17|".
function valuesOf(facet: string, entry: HTMLElement): string[] {
  return (entry.dataset[facet] ?? "").split("|").filter(Boolean);
}

function selectFor(facet: Facet, entries: HTMLElement[]): HTMLSelectElement | null {
  const values = [...new Set(entries.flatMap((entry) => valuesOf(facet.key, entry)))];
  if (values.length < 2) return null;
  if (facet.key === "source") values.sort((a, b) => Number(a) - Number(b));
  else values.sort();
  const select = make("select", { name: facet.key });
  select.append(make("option", { value: "" }, "all"));
  for (const value of values) select.append(make("option", { value }, nameOf(facet, value)));
  return select;
}

// Is anything left of what stands under this heading, up to the next one?
function headsNothing(heading: HTMLElement, shown: (root: Element) => number): boolean {
  for (let next = heading.nextElementSibling; next && next.tagName !== "H5"; next = next.nextElementSibling)
    if (!next.matches("details:has(h5)") && shown(next) > 0) return false;
  return true;
}

// Folds stand open while something is filtered: what is left is what was asked for, if it is not very much.
function hideEmpty(list: HTMLElement, filtered: boolean, unfolded: Set<HTMLDetailsElement>): void {
  const few = 100;
  const shown = (root: Element): number => all("li.entry:not([hidden])", root).length;
  const opens = filtered && shown(list) <= few;
  for (const group of all<HTMLElement>("ul.entries", list)) group.hidden = shown(group) === 0;
  for (const fold of all<HTMLDetailsElement>("details", list)) {
    fold.hidden = shown(fold) === 0;
    fold.open = opens ? !fold.hidden : unfolded.has(fold);
  }
  for (const heading of all<HTMLElement>("h5", list)) heading.hidden = headsNothing(heading, shown);
  for (const day of all<HTMLElement>(".day", list)) {
    const left = shown(day);
    const of = all("li.entry", day).length;
    const count = day.querySelector(":scope > summary > .quiet");
    day.hidden = left === 0;
    if (count) count.textContent = (left < of ? `${left} of ${of}` : `${of}`) + (of === 1 ? " entry" : " entries");
  }
}

export function startFilters(): void {
  const place = document.getElementById("filters");
  const list = document.getElementById("timeline-list");
  if (!place || !list) return;
  const entries = all<HTMLElement>("li.entry", list);
  const unfolded = new Set(all<HTMLDetailsElement>("details[open]", list));
  const selects: HTMLSelectElement[] = [];
  const form = make("form", { class: "filters", "aria-label": "Filter the timeline" });
  for (const facet of FACETS) {
    const select = selectFor(facet, entries);
    if (!select) continue;
    const label = make("label", {}, facet.label + " ");
    label.append(select);
    form.append(label);
    selects.push(select);
  }
  if (selects.length === 0) return;
  const status = make("p", { class: "quiet", role: "status" });
  const apply = (): void => {
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = selects.some((select) => select.value !== "" && !valuesOf(select.name, entry).includes(select.value));
      if (!entry.hidden) shown++;
    }
    hideEmpty(list, selects.some((select) => select.value !== ""), unfolded);
    status.textContent = shown === entries.length ? `${shown} entries` : `${shown} of ${entries.length} entries`;
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  place.append(form, status);
  apply();
}
