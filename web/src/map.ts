// Zoom and pan of the map, and the link between a place on it and its entries in the timeline.
// Two fingers or Ctrl and the wheel zoom, so that the page still scrolls under one finger.
import { all, bringIntoView, make } from "./dom";

const WIDTH = 640;
const HEIGHT = 520;
const MOST = 12;

type View = { k: number; x: number; y: number };
type Point = { x: number; y: number };

// A label and its dot keep their size on the screen; the label keeps its distance from the dot.
function keepSize(world: SVGGElement): (k: number) => void {
  const spots = all<SVGCircleElement>("circle.spot, circle.town", world).map((spot) => ({ spot, r: Number(spot.getAttribute("r")) }));
  const labels = all<SVGTextElement>("text", world).map((label) => {
    const dot = label.previousElementSibling;
    const x = Number(label.getAttribute("x"));
    const y = Number(label.getAttribute("y"));
    const reach = dot?.classList.contains("reach") ?? false;
    return { label, x, y, cx: reach ? x : Number(dot?.getAttribute("cx") ?? x), cy: reach ? y : Number(dot?.getAttribute("cy") ?? y) };
  });
  return (k) => {
    for (const { spot, r } of spots) spot.setAttribute("r", String(r / k));
    for (const { label, x, y, cx, cy } of labels) {
      label.setAttribute("x", String(cx + (x - cx) / k));
      label.setAttribute("y", String(cy + (y - cy) / k));
      label.style.setProperty("--k", String(k));
    }
  };
}

function startZoom(svg: SVGSVGElement, world: SVGGElement, figure: HTMLElement): void {
  const resize = keepSize(world);
  let view: View = { k: 1, x: 0, y: 0 };
  const set = (k: number, x: number, y: number): void => {
    k = Math.min(MOST, Math.max(1, k));
    view = { k, x: Math.min(0, Math.max(WIDTH - WIDTH * k, x)), y: Math.min(0, Math.max(HEIGHT - HEIGHT * k, y)) };
    world.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`);
    svg.classList.toggle("zoomed", view.k > 1);
    for (const scale of all<SVGElement>(".scale", svg)) scale.style.visibility = view.k > 1 ? "hidden" : "";
    resize(view.k);
  };
  const zoomAt = (at: Point, factor: number): void => {
    const k = Math.min(MOST, Math.max(1, view.k * factor));
    const ratio = k / view.k;
    set(k, at.x - (at.x - view.x) * ratio, at.y - (at.y - view.y) * ratio);
  };
  const middle: Point = { x: WIDTH / 2, y: HEIGHT / 2 };
  const inside = (event: MouseEvent): Point => {
    const box = svg.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * WIDTH, y: ((event.clientY - box.top) / box.height) * HEIGHT };
  };

  const tools = make("div", { class: "map-tools" });
  const actions: [string, string, () => void][] = [
    ["+", "Zoom in", () => zoomAt(middle, 1.6)],
    ["\u2212", "Zoom out", () => zoomAt(middle, 1 / 1.6)],
    ["Reset", "Show the whole map", () => set(1, 0, 0)],
  ];
  for (const [text, name, run] of actions) {
    const button = make("button", { type: "button", "aria-label": name }, text);
    button.addEventListener("click", run);
    tools.append(button);
  }
  svg.before(tools);

  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomAt(inside(event), Math.exp(-event.deltaY / 200));
  }, { passive: false });

  const fingers = new Map<number, Point>();
  svg.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, inside(event));
  });
  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = inside(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const was = Math.hypot(before.x - other.x, before.y - other.y) || 1;
      zoomAt(other, Math.hypot(now.x - other.x, now.y - other.y) / was);
    } else if (view.k > 1) {
      set(view.k, view.x + now.x - before.x, view.y + now.y - before.y);
    }
    fingers.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"] as const)
    svg.addEventListener(end, (event) => fingers.delete(event.pointerId));

  figure.addEventListener("keydown", (event) => {
    const step = 60;
    const moves: Record<string, () => void> = {
      "+": () => zoomAt(middle, 1.6),
      "-": () => zoomAt(middle, 1 / 1.6),
      "0": () => set(1, 0, 0),
      ArrowLeft: () => set(view.k, view.x + step, view.y),
      ArrowRight: () => set(view.k, view.x - step, view.y),
      ArrowUp: () => set(view.k, view.x, view.y + step),
      ArrowDown: () => set(view.k, view.x, view.y - step),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow") && view.k === 1) return;
    event.preventDefault();
    move();
  });
}

function startLinks(svg: SVGSVGElement, figure: HTMLElement): void {
  const markers = all<SVGAElement>("a.place", svg);
  const entries = all<HTMLElement>("#timeline-list li.entry");
  const status = make("p", { class: "quiet map-status", role: "status" });
  figure.append(status);
  let chosen: SVGAElement | null = null;

  const entriesAt = (marker: SVGAElement): HTMLElement[] =>
    entries.filter((entry) => (entry.dataset["places"] ?? "").includes(`|${marker.dataset["place"]}|`));

  const clear = (): void => {
    for (const element of [...markers, ...entries]) element.classList.remove("chosen");
    status.textContent = "";
    chosen = null;
  };
  for (const marker of markers) {
    marker.addEventListener("click", (event) => {
      const found = entriesAt(marker).filter((entry) => !entry.hidden);
      if (found.length === 0) return;
      event.preventDefault();
      const again = chosen === marker;
      clear();
      if (again) return;
      chosen = marker;
      marker.classList.add("chosen");
      for (const entry of found) {
        entry.classList.add("chosen");
        for (let fold = entry.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
      }
      const name = marker.querySelector("title")?.textContent?.split(":")[0] ?? "This place";
      status.textContent = `${name}: ${found.length} ${found.length === 1 ? "entry" : "entries"} marked in the timeline. Choose it again to clear.`;
      if (found[0]) bringIntoView(found[0]);
    });
  }
  for (const entry of entries) {
    const places = (entry.dataset["places"] ?? "").split("|").filter(Boolean);
    const mine = markers.filter((marker) => places.includes(marker.dataset["place"] ?? ""));
    const light = (on: boolean) => (): void => {
      for (const marker of mine) if (marker !== chosen) marker.classList.toggle("chosen", on);
    };
    if (mine.length === 0) continue;
    entry.addEventListener("mouseenter", light(true));
    entry.addEventListener("mouseleave", light(false));
    entry.addEventListener("focusin", light(true));
    entry.addEventListener("focusout", light(false));
  }
}

export function startMap(): void {
  const svg = document.querySelector<SVGSVGElement>("svg#map");
  const world = document.querySelector<SVGGElement>("#map-world");
  const figure = svg?.closest<HTMLElement>("figure");
  if (!svg || !world || !figure) return;
  startZoom(svg, world, figure);
  startLinks(svg, figure);
}
