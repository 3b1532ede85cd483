/*
 * basemap — coast, land and borders for a map's window, cut out of the embedded world and written
 * as SVG paths of a few KB. Equirectangular, true at the window's middle latitude.
 *
 *     MapView view = basemap_view(24.5, 61.0, 31.0, 68.5);
 *     basemap_draw(out, arena, embedded_find(STR("build/web/world.map")), &view);
 *
 * Unit:    degrees (WGS 84) in, pixels of a 640-wide drawing out.
 * Source:  Natural Earth 1:50m through world-atlas, public domain; made by web/tools/world.mjs, which
 *          tells the format. Which borders are disputed is kept by hand in web/tools/disputed.tsv.
 */
#ifndef DAYBOOK_REPORT_BASEMAP_H
#define DAYBOOK_REPORT_BASEMAP_H

#include "base/arena.h"
#include "base/buf.h"

enum { BASEMAP_WIDTH = 640, BASEMAP_HEIGHT = 520 };

typedef struct {
    double south_deg; /* the edges of what is shown */
    double west_deg;
    double north_deg;
    double east_deg;
    double per_degree; /* pixels to a degree of latitude */
    double squeeze;    /* a degree of longitude is so many of latitude, at the middle */
} MapView;

typedef struct {
    double x;
    double y;
} MapPoint;

/* A window of the drawing's shape that holds the box with a margin; never narrower than about 200 km. */
MapView basemap_view(double south_deg, double west_deg, double north_deg, double east_deg);

MapPoint basemap_project(const MapView *view, double lat_deg, double lon_deg);
double basemap_km_per_pixel(const MapView *view);

/* Paths of class land, coast, border and disputed. Bytes that are no base map draw nothing. */
void basemap_draw(Buf *out, Arena *arena, Str bytes, const MapView *view);

#endif
