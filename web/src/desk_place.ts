// A point chosen on the map of a form: with the pointer, or with the arrow keys. The map is equirectangular, so that a pixel is a degree times a number.
import { all } from "./dom";

const WIDTH = 640;
const HEIGHT = 520;
const STEP = 4;
const LONG_STEP = 32;
const DECIMALS = 4;
const SHORTEST = 2;
const PAUSE_MS = 250;
const MOVES: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function startMap(svg: SVGSVGElement): void {
  const form = svg.closest("form");
  const lat = form?.querySelector<HTMLInputElement>("[name=lat]");
  const lon = form?.querySelector<HTMLInputElement>("[name=lon]");
  const point = svg.querySelector<SVGCircleElement>(".picked");
  if (!lat || !lon || !point) return;
  const given = (name: string): number => Number(svg.dataset[name]);
  const choose = (x: number, y: number): void => {
    x = Math.min(WIDTH, Math.max(0, x));
    y = Math.min(HEIGHT, Math.max(0, y));
    point.setAttribute("cx", String(x));
    point.setAttribute("cy", String(y));
    lat.value = (given("north") - y / given("perDegree")).toFixed(DECIMALS);
    lon.value = (given("west") + x / (given("perDegree") * given("squeeze"))).toFixed(DECIMALS);
    lat.dispatchEvent(new Event("input", { bubbles: true }));
  };
  svg.addEventListener("click", (event) => {
    const box = svg.getBoundingClientRect();
    choose(((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT);
  });
  svg.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? LONG_STEP : STEP;
    choose(Number(point.getAttribute("cx")) + move[0] * step, Number(point.getAttribute("cy")) + move[1] * step);
    event.preventDefault();
  });
}

// The map of the place that is typed takes the place of the one before; what the desk does not know leaves it as it is.
function startTyping(area: HTMLElement): void {
  const name = area.closest("form")?.querySelector<HTMLInputElement>("[name=place]");
  let timer = 0;
  const draw = async (): Promise<void> => {
    const asked = name?.value.trim() ?? "";
    if (asked.length < SHORTEST) return;
    try {
      const answer = await fetch(`${area.dataset["pick"] ?? ""}?place=${encodeURIComponent(asked)}`, { credentials: "same-origin" });
      const html = answer.ok ? await answer.text() : "";
      if (html === "" || name?.value.trim() !== asked) return;
      area.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
      for (const svg of all<SVGSVGElement>("svg.pick", area)) startMap(svg);
    } catch {
      // The map before stays.
    }
  };
  name?.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void draw(), PAUSE_MS);
  });
}

export function startPlaces(): void {
  for (const svg of all<SVGSVGElement>("svg.pick")) startMap(svg);
  for (const area of all<HTMLElement>("[data-pick]")) startTyping(area);
}
