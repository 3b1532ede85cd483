// Small helpers over the plain DOM.

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  text = "",
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text) element.textContent = text;
  return element;
}

export function all<T extends Element>(selector: string, root: ParentNode = document): T[] {
  return Array.from(root.querySelectorAll<T>(selector));
}

export const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function bringIntoView(element: Element): void {
  element.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
}
