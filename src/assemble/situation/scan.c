#include "assemble/situation/scan.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "match/gazetteer.h"

/* How many incidents lie on each day; days before the longest run share the last slot. */
typedef struct {
    const ScanPoint *points;
    size_t count;
    ScanLimits limits;
    Day last;
    unsigned *age;     /* by point: days before the last, at most limits.days */
    unsigned *by_age;  /* how many points have it */
    uint32_t *reach;   /* by center, row by row, and point: how many lie as near to the center; 0 beyond limits.km */
    uint32_t *centers; /* one for each distinct place */
    size_t center_count;
} Scan;

typedef struct {
    double likelihood;
    size_t center;
    size_t reach; /* how many points lie inside */
    int days;
    unsigned observed;
    double expected;
} Cylinder;

typedef struct {
    uint32_t point;
    float km;
} Neighbour;

static int compare_neighbours(const void *a, const void *b)
{
    const Neighbour *x = a;
    const Neighbour *y = b;
    if (x->km != y->km)
        return x->km < y->km ? -1 : 1;
    return x->point < y->point ? -1 : x->point > y->point;
}

/* xorshift64* (Vigna 2016): small, even, and the same everywhere. */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 0x2545F4914F6CDD1DU;
}

static size_t random_below(uint64_t *state, size_t n)
{
    return (size_t)((next_random(state) >> 32) * (uint64_t)n >> 32);
}

static void shuffle(unsigned *items, size_t count, uint64_t *state)
{
    for (size_t i = count; i > 1; i--) {
        size_t k = random_below(state, i);
        unsigned swap = items[i - 1];
        items[i - 1] = items[k];
        items[k] = swap;
    }
}

static bool same_spot(const ScanPoint *a, const ScanPoint *b)
{
    return a->lat_deg == b->lat_deg && a->lon_deg == b->lon_deg;
}

static void find_centers(Scan *scan, Arena *arena)
{
    scan->centers = ARENA_ARRAY(arena, uint32_t, scan->count);
    for (size_t i = 0; i < scan->count; i++) {
        bool known = false;
        for (size_t k = 0; k < scan->center_count && !known; k++)
            known = same_spot(&scan->points[scan->centers[k]], &scan->points[i]);
        if (!known)
            scan->centers[scan->center_count++] = (uint32_t)i;
    }
}

static void find_reaches(Scan *scan, Arena *arena)
{
    Neighbour *row = ARENA_ARRAY(arena, Neighbour, scan->count);
    scan->reach = ARENA_ARRAY(arena, uint32_t, scan->center_count * scan->count);
    for (size_t c = 0; c < scan->center_count; c++) {
        const ScanPoint *center = &scan->points[scan->centers[c]];
        size_t n = 0;
        for (size_t i = 0; i < scan->count; i++) {
            const ScanPoint *p = &scan->points[i];
            double km = place_distance_km(center->lat_deg, center->lon_deg, p->lat_deg, p->lon_deg);
            if (km <= scan->limits.km)
                row[n++] = (Neighbour){(uint32_t)i, (float)km};
        }
        qsort(row, n, sizeof *row, compare_neighbours);
        uint32_t *reach = scan->reach + c * scan->count;
        for (size_t i = n; i-- > 0;) {
            bool as_near = i + 1 < n && row[i + 1].km <= row[i].km;
            reach[row[i].point] = as_near ? reach[row[i + 1].point] : (uint32_t)i + 1;
        }
    }
}

static void find_ages(Scan *scan, Arena *arena)
{
    scan->age = ARENA_ARRAY(arena, unsigned, scan->count);
    scan->by_age = ARENA_ARRAY(arena, unsigned, (size_t)scan->limits.days + 1);
    scan->last = scan->points[0].day;
    for (size_t i = 0; i < scan->count; i++)
        scan->last = scan->points[i].day > scan->last ? scan->points[i].day : scan->last;
    for (size_t i = 0; i < scan->count; i++) {
        int age = scan->last - scan->points[i].day;
        scan->age[i] = (unsigned)(age < scan->limits.days ? age : scan->limits.days);
        scan->by_age[scan->age[i]]++;
    }
}

/* Poisson likelihood ratio of c incidents where mu were to be expected, out of n. */
static double log_ratio(double c, double mu, double n)
{
    double outside = c < n ? (n - c) * log((n - c) / (n - mu)) : 0;
    return c * log(c / mu) + outside;
}

/* Tries every run of days for the places of the row up to `reach`, of which inside[d] lie d days back. */
static void try_runs(const Scan *scan, size_t center, size_t reach, const unsigned *inside, Cylinder *best)
{
    double n = (double)scan->count;
    unsigned observed = 0;
    unsigned that_long = 0;
    for (int d = 0; d < scan->limits.days; d++) {
        observed += inside[d];
        that_long += scan->by_age[d];
        double mu = (double)reach * (double)that_long / n;
        if (inside[d] == 0 || observed < 2 || observed <= mu || mu >= n)
            continue;
        double likelihood = log_ratio(observed, mu, n);
        if (likelihood > best->likelihood)
            *best = (Cylinder){likelihood, center, reach, d + 1, observed, mu};
    }
}

/* A point of the last days, as one center sees it. */
typedef struct {
    uint32_t reach;
    unsigned age;
} Recent;

/* What best_cylinder works in. */
typedef struct {
    uint32_t *points;
    Recent *recent;
    unsigned *inside; /* by age: how many of the recent points lie in the cylinder */
} Room;

static Room make_room(const Scan *scan, Arena *arena)
{
    return (Room){ARENA_ARRAY(arena, uint32_t, scan->count), ARENA_ARRAY(arena, Recent, scan->count),
                  ARENA_ARRAY(arena, unsigned, (size_t)scan->limits.days + 1)};
}

static int compare_recent(const void *a, const void *b)
{
    const Recent *x = a;
    const Recent *y = b;
    return x->reach < y->reach ? -1 : x->reach > y->reach;
}

/* The best cylinder where the points' ages are dealt out as given. A cylinder is tightest just where the next recent point
 * comes in, so only those are tried; places at one distance come in together. */
static Cylinder best_cylinder(const Scan *scan, const unsigned *age, Room room)
{
    Cylinder best = {.likelihood = 0};
    unsigned days = (unsigned)scan->limits.days;
    size_t recent_count = 0;
    for (size_t i = 0; i < scan->count; i++) {
        if (age[i] < days)
            room.points[recent_count++] = (uint32_t)i;
    }
    for (size_t c = 0; c < scan->center_count; c++) {
        const uint32_t *reach = scan->reach + c * scan->count;
        size_t n = 0;
        for (size_t i = 0; i < recent_count; i++) {
            if (reach[room.points[i]] > 0)
                room.recent[n++] = (Recent){reach[room.points[i]], age[room.points[i]]};
        }
        qsort(room.recent, n, sizeof *room.recent, compare_recent);
        memset(room.inside, 0, days * sizeof *room.inside);
        for (size_t i = 0; i < n; i++) {
            room.inside[room.recent[i].age]++;
            if (i + 1 == n || room.recent[i + 1].reach > room.recent[i].reach)
                try_runs(scan, c, room.recent[i].reach, room.inside, &best);
        }
    }
    return best;
}

/* Chance of a value as large in the Gumbel distribution with the replicates' mean and variance. */
static double gumbel_tail(double value, double mean, double variance)
{
    static const double EULER = 0.57721566490153286;
    static const double PI = 3.14159265358979323846;
    double scale = sqrt(6 * variance) / PI;
    if (scale < DBL_EPSILON)
        return value > mean ? 0 : 1;
    return -expm1(-exp(-(value - (mean - EULER * scale)) / scale));
}

static void set_p_values(const Scan *scan, const Cylinder *observed, Room room, ScanResult *out, Arena *arena)
{
    unsigned *age = ARENA_ARRAY(arena, unsigned, scan->count);
    uint64_t state = scan->limits.seed * 0x9E3779B97F4A7C15U + 1;
    int as_large = 0;
    double sum = 0;
    double squares = 0;
    memcpy(age, scan->age, scan->count * sizeof *age);
    for (int r = 0; r < scan->limits.replicates; r++) {
        shuffle(age, scan->count, &state);
        double likelihood = best_cylinder(scan, age, room).likelihood;
        as_large += likelihood >= observed->likelihood;
        sum += likelihood;
        squares += likelihood * likelihood;
    }
    double n = scan->limits.replicates;
    double mean = sum / n;
    out->p_value = (1 + as_large) / (1 + n);
    out->p_gumbel = gumbel_tail(observed->likelihood, mean, (squares - n * mean * mean) / (n - 1));
}

/* The distance of the farthest point inside. */
static double radius_of(const Scan *scan, const Cylinder *cylinder)
{
    const ScanPoint *center = &scan->points[scan->centers[cylinder->center]];
    const uint32_t *reach = scan->reach + cylinder->center * scan->count;
    double radius = 0;
    for (size_t i = 0; i < scan->count; i++) {
        const ScanPoint *p = &scan->points[i];
        if (reach[i] > 0 && reach[i] <= cylinder->reach)
            radius = fmax(radius, place_distance_km(center->lat_deg, center->lon_deg, p->lat_deg, p->lon_deg));
    }
    return radius;
}

ScanResult scan_permutation(const ScanPoint *points, size_t count, ScanLimits limits, Arena *arena)
{
    ScanResult out = {.p_value = 1, .p_gumbel = 1};
    if (count < 2 || limits.days < 1 || limits.replicates < 2)
        return out;
    Scan scan = {.points = points, .count = count, .limits = limits};
    find_ages(&scan, arena);
    find_centers(&scan, arena);
    find_reaches(&scan, arena);
    Room room = make_room(&scan, arena);
    Cylinder best = best_cylinder(&scan, scan.age, room);
    if (best.likelihood <= 0)
        return out;
    out.found = true;
    out.center = scan.centers[best.center];
    out.radius_km = radius_of(&scan, &best);
    out.first = scan.last - best.days + 1;
    out.observed = best.observed;
    out.expected = best.expected;
    out.likelihood = best.likelihood;
    set_p_values(&scan, &best, room, &out, arena);
    return out;
}
