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

// A list, and what is folded away behind it.
function foldOf(group: HTMLElement): HTMLDetailsElement | null {
  const next = group.nextElementSibling;
  return next instanceof HTMLDetailsElement ? next : null;
}

// Folds stand open while something is filtered: what is left is what was asked for.
function hideEmpty(list: HTMLElement, filtered: boolean): void {
  const shown = (root: ParentNode): number => all("li.entry:not([hidden])", root).length;
  for (const group of all<HTMLElement>(".day > ul.entries", list)) {
    group.hidden = shown(group) === 0;
    const fold = foldOf(group);
    if (fold) {
      fold.hidden = shown(fold) === 0;
      fold.open = filtered && !fold.hidden;
    }
    const heading = group.previousElementSibling;
    if (heading instanceof HTMLElement && heading.tagName === "H5") heading.hidden = group.hidden && (fold?.hidden ?? true);
  }
  for (const day of all<HTMLElement>(".day", list)) day.hidden = shown(day) === 0;
}

export function startFilters(): void {
  const place = document.getElementById("filters");
  const list = document.getElementById("timeline-list");
  if (!place || !list) return;
  const entries = all<HTMLElement>("li.entry", list);
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
    hideEmpty(list, selects.some((select) => select.value !== ""));
    status.textContent = shown === entries.length ? `${shown} entries` : `${shown} of ${entries.length} entries`;
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  place.append(form, status);
  apply();
}
