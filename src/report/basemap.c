#include "report/basemap.h"

#include <math.h>

enum {
    HEADER_BYTES = 24,
    ARC_BYTES = 12,
    UNITS_PER_DEGREE = 5000,
    TENTHS = 10,  /* paths are written in tenths of a pixel */
    MARGIN = 160, /* pixels drawn beyond the window, for panning */
    KIND_COUNT = 3,
};
static const double KM_PER_DEGREE = 111.2;
static const double LEAST_KM = 200;
static const double NEAR_TOLERANCE = 3;  /* tenths of a pixel that simplifying may move a line */
static const double FAR_TOLERANCE = 200; /* the same for what lies outside */

typedef struct {
    MapPoint *points;
    size_t count;
} Line;

typedef struct {
    Str bytes;
    uint32_t arcs;
    uint32_t rings;
    uint32_t members;
    size_t points_at;
    size_t rings_at;
    size_t members_at;
} World;

typedef struct {
    double left;
    double top;
    double right;
    double bottom;
} Box;

static uint32_t read_u32(const World *world, size_t at)
{
    const unsigned char *p = (const unsigned char *)world->bytes.ptr + at;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static int64_t read_i16(const World *world, size_t at)
{
    const unsigned char *p = (const unsigned char *)world->bytes.ptr + at;
    return (int16_t)(uint16_t)(p[0] | p[1] << 8);
}

static bool world_open(Str bytes, World *out)
{
    *out = (World){.bytes = bytes};
    if (bytes.len < HEADER_BYTES || memcmp(bytes.ptr, "DBMAP1\0", 8) != 0)
        return false;
    size_t points = read_u32(out, 12);
    out->arcs = read_u32(out, 8);
    out->rings = read_u32(out, 16);
    out->members = read_u32(out, 20);
    out->points_at = HEADER_BYTES + (size_t)out->arcs * ARC_BYTES;
    out->rings_at = out->points_at + points * 4 + (size_t)out->arcs * 4;
    out->members_at = out->rings_at + (size_t)out->rings * 4;
    return bytes.len == out->members_at + (size_t)out->members * 4;
}

MapView basemap_view(double south_deg, double west_deg, double north_deg, double east_deg)
{
    double middle_lat = (south_deg + north_deg) / 2;
    double middle_lon = (west_deg + east_deg) / 2;
    double squeeze = cos(middle_lat * 3.14159265358979 / 180);
    squeeze = squeeze < 0.1 ? 0.1 : squeeze;
    double tall = (north_deg - south_deg) * 1.4;
    double wide = (east_deg - west_deg) * squeeze * 1.4;
    double least = LEAST_KM / KM_PER_DEGREE;
    double shape = (double)BASEMAP_WIDTH / BASEMAP_HEIGHT;
    tall = tall < least ? least : tall;
    tall = tall < wide / shape ? wide / shape : tall;
    MapView view = {.per_degree = BASEMAP_HEIGHT / tall, .squeeze = squeeze};
    view.south_deg = middle_lat - tall / 2;
    view.north_deg = middle_lat + tall / 2;
    view.west_deg = middle_lon - tall * shape / squeeze / 2;
    view.east_deg = middle_lon + tall * shape / squeeze / 2;
    return view;
}

MapPoint basemap_project(const MapView *view, double lat_deg, double lon_deg)
{
    return (MapPoint){(lon_deg - view->west_deg) * view->squeeze * view->per_degree,
                      (view->north_deg - lat_deg) * view->per_degree};
}

double basemap_km_per_pixel(const MapView *view)
{
    return KM_PER_DEGREE / view->per_degree;
}

static MapPoint project_tenths(const MapView *view, int64_t lon, int64_t lat)
{
    MapPoint p = basemap_project(view, (double)lat / UNITS_PER_DEGREE, (double)lon / UNITS_PER_DEGREE);
    return (MapPoint){p.x * TENTHS, p.y * TENTHS};
}

static Line arc_line(const World *world, const MapView *view, uint32_t arc, Arena *arena)
{
    size_t head = HEADER_BYTES + (size_t)arc * ARC_BYTES;
    size_t at = world->points_at + read_u32(world, head + 8);
    Line line = {NULL, read_u32(world, head)};
    line.points = ARENA_ARRAY(arena, MapPoint, line.count);
    int64_t lon = (int32_t)read_u32(world, at);
    int64_t lat = (int32_t)read_u32(world, at + 4);
    at += 8;
    for (size_t i = 0; i < line.count; i++) {
        if (i > 0) {
            lon += read_i16(world, at);
            lat += read_i16(world, at + 2);
            at += 4;
        }
        line.points[i] = project_tenths(view, lon, lat);
    }
    return line;
}

static Box clip_box(void)
{
    return (Box){-MARGIN * TENTHS, -MARGIN * TENTHS, (BASEMAP_WIDTH + MARGIN) * TENTHS,
                 (BASEMAP_HEIGHT + MARGIN) * TENTHS};
}

static bool boxes_meet(const MapPoint *points, size_t count, Box box)
{
    Box around = {points[0].x, points[0].y, points[0].x, points[0].y};
    for (size_t i = 1; i < count; i++) {
        around.left = fmin(around.left, points[i].x);
        around.right = fmax(around.right, points[i].x);
        around.top = fmin(around.top, points[i].y);
        around.bottom = fmax(around.bottom, points[i].y);
    }
    return around.left <= box.right && around.right >= box.left && around.top <= box.bottom && around.bottom >= box.top;
}

static double distance_to(MapPoint p, MapPoint a, MapPoint b)
{
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double length = dx * dx + dy * dy;
    double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/* Douglas and Peucker: keeps of (first, last) what lies further than the tolerance from the chord. */
static void mark_kept(const MapPoint *points, size_t first, size_t last, double tolerance, bool *kept)
{
    double most = 0;
    size_t at = first;
    for (size_t i = first + 1; i < last; i++) {
        double d = distance_to(points[i], points[first], points[last]);
        if (d > most) {
            most = d;
            at = i;
        }
    }
    if (most <= tolerance)
        return;
    kept[at] = true;
    mark_kept(points, first, at, tolerance, kept);
    mark_kept(points, at, last, tolerance, kept);
}

static void simplify(Line *line, double tolerance, Arena *arena)
{
    if (line->count < 3)
        return;
    bool *kept = ARENA_ARRAY(arena, bool, line->count);
    kept[0] = kept[line->count - 1] = true;
    mark_kept(line->points, 0, line->count - 1, tolerance, kept);
    size_t count = 0;
    for (size_t i = 0; i < line->count; i++) {
        if (kept[i])
            line->points[count++] = line->points[i];
    }
    line->count = count;
}

/* Relative whole-number steps: a third of the bytes of absolute ones. */
static void write_path(Buf *out, const MapPoint *points, size_t count, bool closed)
{
    long x = lround(points[0].x);
    long y = lround(points[0].y);
    buf_format(out, "M%ld %ldl", x, y);
    bool first = true;
    for (size_t i = 1; i < count; i++) {
        long dx = lround(points[i].x) - x;
        long dy = lround(points[i].y) - y;
        if (dx == 0 && dy == 0)
            continue;
        buf_format(out, first || dx < 0 ? "%ld" : " %ld", dx);
        buf_format(out, dy < 0 ? "%ld" : " %ld", dy);
        first = false;
        x += dx;
        y += dy;
    }
    if (first)
        buf_put(out, STR("0 0"));
    if (closed)
        buf_char(out, 'z');
}

/* Writes the runs of a line whose segments may show. */
static void write_line(Buf *out, const Line *line, Box box)
{
    size_t start = 0;
    for (size_t i = 1; i < line->count; i++) {
        bool shows = boxes_meet(line->points + i - 1, 2, box);
        if (!shows && i - 1 > start)
            write_path(out, line->points + start, i - start, false);
        if (!shows)
            start = i;
    }
    if (line->count > start + 1)
        write_path(out, line->points + start, line->count - start, false);
}

/* How far apart two drawings of the same point are, once round the Earth; in tenths of a pixel. */
static double full_turn(const MapView *view)
{
    return 360 * view->squeeze * view->per_degree * TENTHS;
}

/* Moved aside by so much, is any of it in the window? */
static bool is_seen(const Line *line, double by)
{
    Box box = clip_box();
    box.left -= by;
    box.right -= by;
    return line->count > 1 && boxes_meet(line->points, line->count, box);
}

static Line turned(Line line, double by, Arena *arena)
{
    Line out = {ARENA_ARRAY(arena, MapPoint, line.count + 1), line.count};
    for (size_t i = 0; i < line.count; i++)
        out.points[i] = (MapPoint){line.points[i].x + by, line.points[i].y};
    return out;
}

static void draw_line(Buf *out, const Line *line, double turn, Arena *arena)
{
    for (int turns = -1; turns <= 1; turns++) {
        if (!is_seen(line, turns * turn))
            continue;
        Line shown = turned(*line, turns * turn, arena);
        write_line(out, &shown, clip_box());
    }
}

static void draw_lines(Buf *out, const World *world, const Line *lines, double turn, Arena *arena)
{
    static const char *const CLASSES[KIND_COUNT] = {"coast", "border", "disputed"};
    for (uint32_t kind = 0; kind < KIND_COUNT; kind++) {
        buf_format(out, "<path class=\"%s\" d=\"", CLASSES[kind]);
        for (uint32_t i = 0; i < world->arcs; i++) {
            uint32_t own = read_u32(world, HEADER_BYTES + (size_t)i * ARC_BYTES + 4);
            if (own == kind)
                draw_line(out, &lines[i], turn, arena);
        }
        buf_put(out, STR("\"/>\n"));
    }
}

/* One side of Sutherland and Hodgman: side 0 left, 1 right, 2 top, 3 bottom. */
static double outside_by(MapPoint p, int side, Box box)
{
    switch (side) {
    case 0: return box.left - p.x;
    case 1: return p.x - box.right;
    case 2: return box.top - p.y;
    default: return p.y - box.bottom;
    }
}

static Line clip_side(Line in, int side, Box box, Arena *arena)
{
    Line out = {ARENA_ARRAY(arena, MapPoint, 2 * in.count + 1), 0};
    for (size_t i = 0; i < in.count; i++) {
        MapPoint a = in.points[i];
        MapPoint b = in.points[(i + 1) % in.count];
        double da = outside_by(a, side, box);
        double db = outside_by(b, side, box);
        if (da <= 0)
            out.points[out.count++] = a;
        if ((da <= 0) != (db <= 0)) {
            double t = da / (da - db);
            out.points[out.count++] = (MapPoint){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
        }
    }
    return out;
}

/* Arcs of a ring in the world's bytes. */
typedef struct {
    size_t at;
    uint32_t count;
} Members;

/* Puts an arc where the ring has come to: over the date line it is drawn a turn aside. */
static void ring_add(Line *ring, const Line *line, bool backwards, double turn)
{
    double by = 0;
    for (size_t i = 0; i < line->count; i++) {
        MapPoint p = line->points[backwards ? line->count - 1 - i : i];
        if (i == 0 && ring->count > 0)
            by = round((ring->points[ring->count - 1].x - p.x) / turn) * turn;
        ring->points[ring->count++] = (MapPoint){p.x + by, p.y};
    }
}

/* A ring that goes once round the Earth is closed below the map, by way of the South Pole. */
static void ring_close(Line *ring, const MapView *view, double turn)
{
    if (ring->count == 0 || fabs(ring->points[ring->count - 1].x - ring->points[0].x) < turn / 2)
        return;
    double pole = basemap_project(view, -90, 0).y * TENTHS;
    ring->points[ring->count] = (MapPoint){ring->points[ring->count - 1].x, pole};
    ring->points[ring->count + 1] = (MapPoint){ring->points[0].x, pole};
    ring->count += 2;
}

static Line ring_line(const World *world, const Line *lines, Members members, const MapView *view, Arena *arena)
{
    size_t count = 2;
    for (uint32_t m = 0; m < members.count; m++) {
        int32_t arc = (int32_t)read_u32(world, members.at + (size_t)m * 4);
        count += lines[arc < 0 ? ~arc : arc].count;
    }
    Line ring = {ARENA_ARRAY(arena, MapPoint, count), 0};
    for (uint32_t m = 0; m < members.count; m++) {
        int32_t arc = (int32_t)read_u32(world, members.at + (size_t)m * 4);
        ring_add(&ring, &lines[arc < 0 ? ~arc : arc], arc < 0, full_turn(view));
    }
    ring_close(&ring, view, full_turn(view));
    return ring;
}

static void draw_ring(Buf *out, Line ring, double turn, Arena *arena)
{
    for (int turns = -1; turns <= 1; turns++) {
        if (!is_seen(&ring, turns * turn))
            continue;
        Line shown = turned(ring, turns * turn, arena);
        for (int side = 0; side < 4 && shown.count > 0; side++)
            shown = clip_side(shown, side, clip_box(), arena);
        if (shown.count > 2)
            write_path(out, shown.points, shown.count, true);
    }
}

static void draw_land(Buf *out, const World *world, const Line *lines, const MapView *view, Arena *arena)
{
    Members members = {world->members_at, 0};
    buf_put(out, STR("<path class=\"land\" d=\""));
    for (uint32_t r = 0; r < world->rings; r++) {
        ArenaMark mark = arena_mark(arena);
        members.count = read_u32(world, world->rings_at + (size_t)r * 4);
        draw_ring(out, ring_line(world, lines, members, view, arena), full_turn(view), arena);
        members.at += (size_t)members.count * 4;
        arena_rewind(arena, mark);
    }
    buf_put(out, STR("\"/>\n"));
}

void basemap_draw(Buf *out, Arena *arena, Str bytes, const MapView *view)
{
    World world;
    if (!str_present(bytes) || !world_open(bytes, &world))
        return;
    double turn = full_turn(view);
    Line *lines = ARENA_ARRAY(arena, Line, world.arcs);
    for (uint32_t i = 0; i < world.arcs; i++) {
        lines[i] = arc_line(&world, view, i, arena);
        bool near = is_seen(&lines[i], 0) || is_seen(&lines[i], turn) || is_seen(&lines[i], -turn);
        simplify(&lines[i], near ? NEAR_TOLERANCE : FAR_TOLERANCE, arena);
    }
    buf_format(out, "<g transform=\"scale(.1)\">\n");
    draw_land(out, &world, lines, view, arena);
    draw_lines(out, &world, lines, turn, arena);
    buf_put(out, STR("</g>\n"));
}
