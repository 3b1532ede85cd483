/* The map: places as precisely as they are known, over a calm base; readable without script. */
#include <math.h>

#include "base/embedded.h"
#include "report/basemap.h"
#include "report/page_parts.h"

enum {
    NEAR_KM = 25,
    DISTRICT_KM = 40,
    REGION_KM = 120,
    LABEL_LIMIT = 96,
    NEIGHBOUR_LIMIT = 40,
    FONT = 13,
    QUIET_FONT = 11
};

typedef struct {
    const PlaceMention *place;
    uint32_t claim;           /* the first that names it */
    unsigned claims;          /* how many name it */
    const Incident *incident; /* a listed incident there, NULL where none */
} Marker;

typedef struct {
    Marker *items;
    size_t count;
    size_t cap;
} Markers;

typedef struct {
    double left;
    double top;
    double right;
    double bottom;
} Area;

typedef struct {
    Str name;
    int font; /* pixels */
} LabelText;

typedef struct {
    const Page *page;
    MapView view;
    Area taken[LABEL_LIMIT];
    size_t taken_count;
} Map;

static bool is_drawn(const PlaceMention *place)
{
    return place && place->place.has_point && place->place.precision != PRECISION_COUNTRY;
}

static Marker *marker_of(const Page *page, Markers *markers, const PlaceMention *place)
{
    for (size_t i = 0; i < markers->count; i++) {
        const Place *known = &markers->items[i].place->place;
        if (str_equal(known->id, place->place.id) && known->precision == place->place.precision)
            return &markers->items[i];
    }
    markers->items = arena_grow(page->arena, markers->items, markers->count, &markers->cap, sizeof *markers->items);
    markers->items[markers->count] = (Marker){place, UINT32_MAX, 0, NULL};
    return &markers->items[markers->count++];
}

static void take_claim(const Page *page, Markers *markers, uint32_t claim, const PlaceMention *place)
{
    if (!is_drawn(place))
        return;
    Marker *marker = marker_of(page, markers, place);
    if (marker->claim == UINT32_MAX)
        marker->claim = claim;
    marker->claims++;
}

static bool places_something(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    bool kind = s->claim->kind == KIND_CASUALTY || s->claim->kind == KIND_ATTACK || s->claim->kind == KIND_DISRUPTION;
    return kind && !s->claim->background && s->copy_of < 0 && s->incident >= 0 && page_shows(page, claim);
}

static Markers find_markers(const Page *page)
{
    Markers markers = {0};
    const Situation *s = page->situation;
    for (uint32_t i = 0; i < s->claim_count; i++) {
        const Claim *c = s->claims[i].claim;
        if (!places_something(page, i))
            continue;
        take_claim(page, &markers, i, c->place);
        for (size_t p = 0; p < c->place_count; p++) {
            if (!c->place || !str_equal(c->places[p]->place.id, c->place->place.id))
                take_claim(page, &markers, i, c->places[p]);
        }
    }
    for (size_t i = 0; i < s->incident_count; i++) {
        const Incident *incident = &s->incidents[i];
        if (incident->background || !is_drawn(incident->place))
            continue;
        Marker *marker = marker_of(page, &markers, incident->place);
        if (incident != page->headline && !marker->incident)
            marker->incident = incident;
    }
    return markers;
}

bool map_has_points(const Page *page)
{
    return find_markers(page).count > 0;
}

/* The window: towns decide; where none is known, whatever there is. */
static MapView find_view(const Markers *markers)
{
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    for (int coarse = 0; coarse < 2 && south > north; coarse++) {
        for (size_t i = 0; i < markers->count; i++) {
            const Place *p = &markers->items[i].place->place;
            if (!coarse && p->precision == PRECISION_REGION)
                continue;
            south = fmin(south, p->lat_deg);
            north = fmax(north, p->lat_deg);
            west = fmin(west, p->lon_deg);
            east = fmax(east, p->lon_deg);
        }
    }
    return basemap_view(south, west, north, east);
}

static bool area_is_free(const Map *map, Area area)
{
    if (area.left < 2 || area.top < 2 || area.right > BASEMAP_WIDTH - 2 || area.bottom > BASEMAP_HEIGHT - 2)
        return false;
    for (size_t i = 0; i < map->taken_count; i++) {
        const Area *t = &map->taken[i];
        if (area.left < t->right && area.right > t->left && area.top < t->bottom && area.bottom > t->top)
            return false;
    }
    return true;
}

static void area_take(Map *map, Area area)
{
    if (map->taken_count < LABEL_LIMIT)
        map->taken[map->taken_count++] = area;
}

/* Characters of UTF-8: a mean sans letter is 0.58 of the font's size wide, a bold one, as the names of places told of are, 0.66. */
static double label_width(Str name, int font)
{
    size_t characters = 0;
    for (size_t i = 0; i < name.len; i++)
        characters += ((unsigned char)name.ptr[i] & 0xC0) != 0x80;
    return (double)characters * (font == FONT ? 0.66 : 0.58) * font;
}

/* Where a label is written: from there on, or up to there. */
typedef struct {
    MapPoint at;
    bool up_to;
} LabelPlace;

/* On a phone the names of places told of are set larger (page.css): there, too, they end inside the map. */
static bool label_ends_inside(const LabelPlace *place, double width, LabelText label)
{
    double larger = width * (label.font == FONT ? 1.3 : 1);
    return place->up_to ? place->at.x - larger > 2 : place->at.x + larger < BASEMAP_WIDTH - 2;
}

/* Right, left, above, below of what is radius wide; the first that is free. Returns false where none is. */
static bool label_place(Map *map, MapPoint at, double radius, LabelText label, LabelPlace *out)
{
    int font = label.font;
    double width = label_width(label.name, font);
    const LabelPlace tries[] = {{{at.x + radius + 4, at.y + 0.35 * font}, false},
                                {{at.x - radius - 4, at.y + 0.35 * font}, true},
                                {{at.x - width / 2, at.y - radius - 5}, false},
                                {{at.x - width / 2, at.y + radius + font + 3}, false}};
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        double left = tries[i].at.x - (tries[i].up_to ? width : 0);
        Area area = {left - 2, tries[i].at.y - font, left + width + 2, tries[i].at.y + 0.3 * font};
        if (!label_ends_inside(&tries[i], width, label) || !area_is_free(map, area))
            continue;
        area_take(map, area);
        *out = tries[i];
        return true;
    }
    return false;
}

static void attribute(Buf *out, const char *name, double value)
{
    buf_format(out, " %s=\"", name);
    buf_fixed(out, value, 1);
    buf_char(out, '"');
}

static void label_write(Buf *out, const char *cls, LabelPlace place, Str name)
{
    buf_format(out, "<text class=\"%s%s\"", cls, place.up_to ? " up-to" : "");
    attribute(out, "x", place.at.x);
    attribute(out, "y", place.at.y);
    buf_char(out, '>');
    buf_html(out, name);
    buf_put(out, STR("</text>"));
}

/* How far around the point the place may be, in km; 0 for a point. */
static double reach_km(Precision precision)
{
    switch (precision) {
    case PRECISION_NONE:
    case PRECISION_EXACT: return 0;
    case PRECISION_NEAR: return NEAR_KM;
    case PRECISION_DISTRICT: return DISTRICT_KM;
    case PRECISION_REGION:
    case PRECISION_COUNTRY:
    case PRECISION_COUNT_: return REGION_KM;
    }
    return 0;
}

static void marker_shape(const Map *map, const Marker *marker, MapPoint at)
{
    Buf *out = map->page->out;
    double km = reach_km(marker->place->place.precision);
    buf_put(out, km > 0 ? STR("<circle class=\"reach") : STR("<circle class=\"spot"));
    buf_put(out, km > NEAR_KM ? STR(" area\"") : STR("\""));
    attribute(out, "cx", at.x);
    attribute(out, "cy", at.y);
    attribute(out, "r", km > 0 ? fmax(7, km / basemap_km_per_pixel(&map->view)) : 4.5);
    buf_put(out, STR("/>"));
}

static void marker_link(const Map *map, const Marker *marker)
{
    const Page *page = map->page;
    put(page, "<a class=\"place\" data-place=\"");
    text(page, marker->place->place.id);
    put(page, "\" href=\"#");
    if (marker->incident)
        incident_id(page, marker->incident);
    else if (marker->claim != UINT32_MAX)
        evidence_id(page, marker->claim);
    else
        put(page, "incidents");
    put(page, "\"><title>");
    place_name(page, marker->place);
    put(page, ": ");
    buf_put(page->out, words_precision(marker->place->place.precision));
    if (marker->claims > 0) {
        put(page, ", ");
        words_counted(page->out, marker->claims, "claim");
    }
    put(page, "</title>");
}

/* The town itself and what lies near it: one name for both. */
static bool is_named_before(const Markers *markers, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (place_same(&markers->items[i].place->place, &markers->items[at].place->place))
            return true;
    }
    return false;
}

/* Areas first, so that points lie on top of them; each with its label where there is room. */
static void draw_markers(Map *map, const Markers *markers, bool areas)
{
    for (size_t i = 0; i < markers->count; i++) {
        const Marker *marker = &markers->items[i];
        const Place *place = &marker->place->place;
        bool area = reach_km(place->precision) > NEAR_KM;
        if (area != areas)
            continue;
        MapPoint at = basemap_project(&map->view, place->lat_deg, place->lon_deg);
        LabelPlace label;
        marker_link(map, marker);
        marker_shape(map, marker, at);
        double radius = fmax(4.5, reach_km(place->precision) / basemap_km_per_pixel(&map->view));
        MapPoint centred = {at.x - label_width(place->name, FONT) / 2 - 4, at.y};
        if (!is_named_before(markers, i) &&
            label_place(map, area ? centred : at, area ? 0 : radius, (LabelText){place->name, FONT}, &label))
            label_write(map->page->out, area ? "name area-name" : "name", label, place->name);
        put(map->page, "</a>\n");
    }
}

/* The points themselves keep labels off, whatever is drawn first. */
static void reserve_points(Map *map, const Markers *markers)
{
    for (size_t i = 0; i < markers->count; i++) {
        const Place *p = &markers->items[i].place->place;
        MapPoint at = basemap_project(&map->view, p->lat_deg, p->lon_deg);
        if (reach_km(p->precision) <= NEAR_KM)
            area_take(map, (Area){at.x - 6, at.y - 6, at.x + 6, at.y + 6});
    }
}

static bool is_marked(const Map *map, const Markers *markers, const Place *town)
{
    MapPoint at = basemap_project(&map->view, town->lat_deg, town->lon_deg);
    for (size_t i = 0; i < markers->count; i++) {
        const Place *p = &markers->items[i].place->place;
        MapPoint other = basemap_project(&map->view, p->lat_deg, p->lon_deg);
        if (str_equal(p->name, town->name) || hypot(at.x - other.x, at.y - other.y) < 9)
            return true;
    }
    return false;
}

/* The largest towns around, quietly, as far as their names fit. */
static void draw_neighbours(Map *map, const Markers *markers)
{
    enum { SHOWN_LIMIT = 12 };
    const MapView *v = &map->view;
    if (!map->page->gazetteer)
        return;
    size_t count = 0;
    size_t shown = 0;
    const Place *towns =
        gazetteer_within(map->page->gazetteer, (PlaceBox){v->south_deg, v->west_deg, v->north_deg, v->east_deg},
                         NEIGHBOUR_LIMIT, map->page->arena, &count);
    put(map->page, "<g class=\"neighbours\" aria-hidden=\"true\">\n");
    for (size_t i = 0; i < count && shown < SHOWN_LIMIT; i++) {
        MapPoint at = basemap_project(v, towns[i].lat_deg, towns[i].lon_deg);
        LabelPlace label;
        if (is_marked(map, markers, &towns[i]) ||
            !label_place(map, at, 2, (LabelText){towns[i].name, QUIET_FONT}, &label))
            continue;
        put(map->page, "<circle class=\"town\" r=\"1.6\"");
        attribute(map->page->out, "cx", at.x);
        attribute(map->page->out, "cy", at.y);
        put(map->page, "/>");
        label_write(map->page->out, "town-name", label, towns[i].name);
        put(map->page, "\n");
        area_take(map, (Area){at.x - 3, at.y - 3, at.x + 3, at.y + 3});
        shown++;
    }
    put(map->page, "</g>\n");
}

/* A bar of a round number of kilometres, at most a quarter of the width. */
static void draw_scale(Map *map)
{
    static const int ROUND_KM[] = {500, 200, 100, 50, 20, 10};
    double km_per_pixel = basemap_km_per_pixel(&map->view);
    int km = 1000;
    for (size_t i = 0; i < sizeof ROUND_KM / sizeof ROUND_KM[0] && km / km_per_pixel > BASEMAP_WIDTH / 4.0; i++)
        km = ROUND_KM[i];
    double width = km / km_per_pixel;
    buf_format(map->page->out, "<g class=\"scale\" aria-hidden=\"true\"><path d=\"M16 %dv5h", BASEMAP_HEIGHT - 20);
    buf_fixed(map->page->out, width, 1);
    buf_format(map->page->out, "v-5\"/><text x=\"16\" y=\"%d\">%d km</text></g>\n", BASEMAP_HEIGHT - 26, km);
    area_take(map, (Area){10, BASEMAP_HEIGHT - 44, 22 + width, BASEMAP_HEIGHT});
}

static void not_drawn(const Page *page)
{
    unsigned partial = 0;
    for (uint32_t i = 0; i < page->situation->claim_count; i++)
        partial += places_something(page, i) && claim_at(page, i)->claim->places_partial;
    put(page,
        "<figcaption class=\"quiet\"><span class=\"key\"><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><circle "
        "class=\"spot\" cx=\"7\" cy=\"7\" r=\"4.5\"/></svg> named town or site</span> <span class=\"key\"><svg "
        "viewBox=\"0 0 14 14\" aria-hidden=\"true\"><circle class=\"reach\" cx=\"7\" cy=\"7\" r=\"6\"/></svg> within "
        "25 km</span> <span class=\"key\"><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><circle class=\"reach area\" "
        "cx=\"7\" cy=\"7\" r=\"6\"/></svg> somewhere in the area, not at its middle</span><br>");
    if (partial > 0)
        put(page, "A report says that its list of places is not complete. ");
    put(page,
        "Coast and borders: Natural Earth; town names: GeoNames. Borders are drawn as these data have them, disputed "
        "ones dotted; they are no judgement.</figcaption>\n");
}

void map_draw(const Page *page)
{
    Markers markers = find_markers(page);
    Map map = {.page = page, .view = find_view(&markers)};
    buf_format(
        page->out,
        "<figure class=\"map\">\n<svg id=\"map\" viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"Map of the "
        "places named\">\n<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0v6\"/></pattern></defs>\n<rect class=\"sea\" "
        "x=\"-160\" y=\"-160\" width=\"%d\" height=\"%d\"/>\n<g id=\"map-world\">\n",
        BASEMAP_WIDTH, BASEMAP_HEIGHT, BASEMAP_WIDTH + 320, BASEMAP_HEIGHT + 320);
    basemap_draw(page->out, page->arena, embedded_find(STR("build/web/world.map")), &map.view);
    reserve_points(&map, &markers);
    draw_markers(&map, &markers, true);
    draw_markers(&map, &markers, false);
    draw_neighbours(&map, &markers);
    put(page, "</g>\n");
    draw_scale(&map);
    put(page, "</svg>\n");
    not_drawn(page);
    put(page, "</figure>\n");
}

static void degrees(Buf *out, const char *name, double value)
{
    enum { DECIMALS = 6 };
    buf_format(out, " data-%s=\"", name);
    buf_fixed(out, value, DECIMALS);
    buf_char(out, '"');
}

void map_pick(const Page *page, const Place *at)
{
    const double around_deg = 1.2;
    const Markers none = {0};
    Map map = {.page = page,
               .view = basemap_view(at->lat_deg - around_deg, at->lon_deg - around_deg, at->lat_deg + around_deg,
                                    at->lon_deg + around_deg)};
    MapPoint point = basemap_project(&map.view, at->lat_deg, at->lon_deg);
    buf_format(page->out,
               "<div class=\"map\"><svg class=\"pick\" viewBox=\"0 0 %d %d\" tabindex=\"0\" role=\"application\" "
               "aria-label=\"Map: choose the point with a pointer, or move it with the arrow keys\"",
               BASEMAP_WIDTH, BASEMAP_HEIGHT);
    degrees(page->out, "north", map.view.north_deg);
    degrees(page->out, "west", map.view.west_deg);
    degrees(page->out, "per-degree", map.view.per_degree);
    degrees(page->out, "squeeze", map.view.squeeze);
    buf_format(page->out, "><rect class=\"sea\" width=\"%d\" height=\"%d\"/>\n", BASEMAP_WIDTH, BASEMAP_HEIGHT);
    basemap_draw(page->out, page->arena, embedded_find(STR("build/web/world.map")), &map.view);
    draw_neighbours(&map, &none);
    draw_scale(&map);
    put(page, "<circle class=\"spot picked\" r=\"7\"");
    attribute(page->out, "cx", point.x);
    attribute(page->out, "cy", point.y);
    put(page, "/></svg></div>\n");
}
