/* baseline — events of data sets that a book keeps, and a situation held against those near it. */
#include "assemble/situation/baseline_check.h"
#include "store/book.h"

static bool add_event(Store *store, const BaselineEvent *e, int64_t read_at)
{
    Query *q = db_query(
        store->db, "INSERT INTO baseline (id, data_set, type, country, place, first, last, lat_deg, lon_deg, low, "
                   "best, high, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
    Str texts[] = {e->id, e->set, e->type, e->country, e->place};
    int64_t deaths[] = {e->low, e->best, e->high, read_at};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        query_str(q, texts[i]);
    query_int(q, e->days.first);
    query_int(q, e->days.last);
    query_real(q, e->lat_deg);
    query_real(q, e->lon_deg);
    for (size_t i = 0; i < sizeof deaths / sizeof *deaths; i++)
        query_int(q, deaths[i]);
    query_run(q);
    return db_changed(store->db) > 0;
}

size_t store_add_baseline(Store *store, const Baseline *baseline, int64_t read_at)
{
    size_t count = 0;
    for (size_t i = 0; i < baseline->count && db_ok(store->db, NULL); i++)
        count += add_event(store, &baseline->items[i], read_at);
    if (count > 0) {
        query_run(db_query(store->db, "DELETE FROM assembled")); /* every situation may stand beside them */
        store->touched = true;
    }
    return count;
}

static void read_event(const Query *q, Arena *arena, void *item)
{
    enum { ID, SET, TYPE, COUNTRY, PLACE, FIRST, LAST, LAT, LON, LOW, BEST, HIGH };
    *(BaselineEvent *)item = (BaselineEvent){.id = query_str_at(q, ID, arena),
                                             .set = query_str_at(q, SET, arena),
                                             .type = query_str_at(q, TYPE, arena),
                                             .country = query_str_at(q, COUNTRY, arena),
                                             .place = query_str_at(q, PLACE, arena),
                                             .days = {(Day)query_int_at(q, FIRST), (Day)query_int_at(q, LAST)},
                                             .lat_deg = query_real_at(q, LAT),
                                             .lon_deg = query_real_at(q, LON),
                                             .low = query_int_at(q, LOW),
                                             .best = query_int_at(q, BEST),
                                             .high = query_int_at(q, HIGH)};
}

/* The band of latitudes that holds all its incidents; false: none has a point. */
static bool band_of(const Situation *s, double *south, double *north)
{
    bool any = false;
    for (size_t i = 0; i < s->incident_count; i++) {
        const PlaceMention *place = s->incidents[i].place;
        if (!place || !place->place.has_point)
            continue;
        *south = any && *south < place->place.lat_deg ? *south : place->place.lat_deg;
        *north = any && *north > place->place.lat_deg ? *north : place->place.lat_deg;
        any = true;
    }
    return any;
}

void book_check_baseline(Store *store, Situation *situation, Moment read_by, Arena *arena)
{
    static const double BESIDE_DEG = BASELINE_NEAR_KM / 110.0; /* a degree of latitude has 110.6 km or more */
    double south = 0;
    double north = 0;
    if (!situation || (situation->wave_count == 0 && situation->headline < 0) || !band_of(situation, &south, &north))
        return;
    Query *q = db_query(
        store->db,
        "SELECT id, data_set, type, country, place, first, last, lat_deg, lon_deg, low, best, high FROM baseline "
        "WHERE lat_deg BETWEEN ? AND ? AND since <= ? ORDER BY id");
    query_real(q, south - BESIDE_DEG);
    query_real(q, north + BESIDE_DEG);
    query_int(q, moment_last_second(read_by));
    Baseline *near = ARENA_NEW(arena, Baseline);
    near->items = query_all(q, read_event, sizeof *near->items, arena, &near->count);
    baseline_check(situation, near, arena);
}
