// On a narrow screen the filters of a list would hide the list: they are folded, unless one of them is set.
import { all } from "./dom";

const NARROW = "(max-width: 40rem)";

export function startFilterFold(): void {
  if (!matchMedia(NARROW).matches) return;
  const set = Array.from(new URLSearchParams(location.search)).some(([name, value]) => name !== "before" && value !== "");
  for (const fold of all<HTMLDetailsElement>("details.filter-fold")) fold.open = set;
}
