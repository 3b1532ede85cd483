// Incidents and claims to choose from: their names are asked for as somebody types in a field for an id.
import { all, make } from "./dom";

const PAUSE_MS = 150;
const LIST = "names";

export function startChoosing(): void {
  const fields = all<HTMLInputElement>("input[data-names]");
  if (fields.length === 0) return;
  const list = make("datalist", { id: LIST });
  document.body.append(list);
  let asked = "";
  const ask = async (field: HTMLInputElement): Promise<void> => {
    const address = `${field.dataset["names"] ?? ""}?words=${encodeURIComponent(field.value)}`;
    // An id that was chosen is no name to look for.
    if (address === asked || all<HTMLOptionElement>("option", list).some((option) => option.value === field.value)) return;
    asked = address;
    try {
      const answer = await fetch(address);
      const html = answer.ok ? await answer.text() : "";
      if (address === asked) list.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    } catch {
      asked = ""; // an id can be pasted all the same
    }
  };
  for (const field of fields) {
    let timer = 0;
    field.setAttribute("list", LIST);
    field.addEventListener("focus", () => void ask(field));
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void ask(field), PAUSE_MS);
    });
  }
}
