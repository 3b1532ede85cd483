// The desk's script: pages are complete without it. It adds keys, what a decision would move before it is made, the queue at the
// left, live updates, who else is here, and reports dropped on the page.
import { startAdding } from "./desk_add";
import { startChoosing } from "./desk_choose";
import { startDecide } from "./desk_decide";
import { startFilterFold } from "./desk_filter";
import { startKeys } from "./desk_keys";
import { startLive } from "./desk_live";
import { startPlaces } from "./desk_place";
import { startQueue } from "./desk_queue";
import { startUpload } from "./desk_upload";
import { startDrawer } from "./drawer";
import { startFilters } from "./filters";
import { startMap } from "./map";

// On a narrow screen the menu is wider than it: where we are is scrolled to.
function showWhere(): void {
  const here = document.querySelector<HTMLElement>('.tabs [aria-current="page"]');
  const menu = here?.closest<HTMLElement>(".tabs");
  if (here && menu) menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
}

document.documentElement.classList.add("script");
if (document.getElementById("evidence")) startDrawer();
startFilters();
showWhere();
startMap();
startDecide();
startChoosing();
startFilterFold();
startPlaces();
startQueue();
startKeys();
startAdding();
startUpload();
startLive();
