// Words selected in a report's text fill the form for a claim that was not found. Offsets are bytes of the text as UTF-8.
import { all } from "./dom";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

function offsetOf(node: Node, at: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-at]");
  if (!piece) return null;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, at);
  return Number(piece.dataset["at"]) + bytes(before.toString());
}

export function startAdding(): void {
  const text = document.querySelector<HTMLElement>("[data-text]");
  const form = document.querySelector<HTMLFormElement>("#act-add form");
  const act = form?.closest("details");
  if (!text || !form || !act) return;
  const fill = (): void => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const start = offsetOf(range.startContainer, range.startOffset);
    for (const field of all<HTMLTextAreaElement | HTMLInputElement>("[name=passage], [name=start]", form))
      field.value = field.name === "start" ? String(start ?? "") : selection.toString().trim();
    act.open = true;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  text.addEventListener("pointerup", () => setTimeout(fill));
  text.addEventListener("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift") fill();
  });
}
