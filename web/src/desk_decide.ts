// A form that decides shows what would move while it is open, and never loses what was written when the connection is lost.
import { all } from "./dom";
import { formBody, post } from "./desk_token";

const PAUSE_MS = 250;
const SLOW_MS = 400;

// The form has a field "action", which hides its property of that name.
function startForm(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>("[data-effect]");
  if (!place) return;
  let asked = 0;
  let timer = 0;
  const ask = async (): Promise<void> => {
    const mine = ++asked;
    const patience = window.setTimeout(() => {
      if (mine === asked) place.textContent = "Working out what would move\u2026";
    }, SLOW_MS);
    try {
      const answer = await post(form.getAttribute("action") ?? "", formBody(form, { step: "effect" }));
      const html = answer.ok ? await answer.text() : "";
      if (mine !== asked) return;
      const parsed = new DOMParser().parseFromString(html, "text/html");
      place.replaceChildren(...parsed.body.childNodes);
    } catch {
      if (mine === asked) place.textContent = "The desk does not answer. What you wrote stays here; try again in a moment.";
    } finally {
      clearTimeout(patience);
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE_MS);
  };
  form.addEventListener("input", (event) => {
    if ((event.target as HTMLInputElement).name !== "reason") soon();
  });
  form.closest("details")?.addEventListener("toggle", (event) => {
    if ((event.target as HTMLDetailsElement).open && form.dataset["asked"] !== "yes") {
      form.dataset["asked"] = "yes";
      void ask();
    }
  });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    place.textContent = "There is no connection. What you wrote stays here; send it when you are back.";
  });
}

export function startDecide(): void {
  for (const form of all<HTMLFormElement>(".act form")) startForm(form);
}
