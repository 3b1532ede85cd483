// The page is complete without this script. It adds the evidence drawer, the timeline's filters and
// the map's zoom, and marks in the timeline what is chosen on the map and the other way round.
import { startDrawer } from "./drawer";
import { startFilters } from "./filters";
import { startMap } from "./map";

document.documentElement.classList.add("script");
startDrawer();
startFilters();
startMap();
