#include "assemble/situation/baseline_check.h"

#include <stdlib.h>

#include "assemble/situation/scan.h"
#include "match/gazetteer.h"

enum {
    YEARS_BACK_DAYS = 3 * 365, /* what counts as usual */
    MIN_EVENTS = 30,           /* fewer say nothing of what is usual */
    MAX_EVENTS = 3000,         /* the latest of them: the scan's cost grows with their square */
    SCAN_DAYS = 7,
    REPLICATES = 999,
    SEED = 1
};

static bool has_spot(const Incident *incident)
{
    return incident->place && incident->place->place.has_point && incident->window.first != DAY_NONE;
}

static bool is_near(const BaselineEvent *event, const Place *place)
{
    return place_distance_km(event->lat_deg, event->lon_deg, place->lat_deg, place->lon_deg) <= BASELINE_NEAR_KM;
}

static bool is_near_wave(const Situation *s, const Wave *wave, const BaselineEvent *event)
{
    for (size_t i = 0; i < wave->incident_count; i++) {
        const Incident *part = &s->incidents[wave->incidents[i]];
        if (has_spot(part) && is_near(event, &part->place->place))
            return true;
    }
    return false;
}

static int compare_days(const void *a, const void *b)
{
    const ScanPoint *x = a;
    const ScanPoint *y = b;
    return x->day != y->day ? (x->day > y->day ? -1 : 1) : 0;
}

/* The wave's incidents with point and day; its last day. */
static size_t wave_points(const Situation *s, const Wave *wave, ScanPoint *points, Day *last)
{
    size_t count = 0;
    for (size_t i = 0; i < wave->incident_count; i++) {
        const Incident *part = &s->incidents[wave->incidents[i]];
        if (!has_spot(part))
            continue;
        *last = count == 0 || part->window.first > *last ? part->window.first : *last;
        points[count++] = (ScanPoint){part->place->place.lat_deg, part->place->place.lon_deg, part->window.first};
    }
    return count;
}

/* Events of the years before the wave's last day, near it: the latest of them. */
static size_t event_points(const Situation *s, const Wave *wave, const Baseline *baseline, Day last, ScanPoint *points)
{
    size_t count = 0;
    for (size_t i = 0; i < baseline->count; i++) {
        const BaselineEvent *event = &baseline->items[i];
        if (event->days.first <= last && event->days.first + YEARS_BACK_DAYS >= last && is_near_wave(s, wave, event))
            points[count++] = (ScanPoint){event->lat_deg, event->lon_deg, event->days.first};
    }
    if (count > 1)
        qsort(points, count, sizeof *points, compare_days);
    return count < MAX_EVENTS ? count : MAX_EVENTS;
}

static void scan_wave(const Situation *s, Wave *wave, const Baseline *baseline, Arena *arena)
{
    ScanPoint *points = ARENA_ARRAY(arena, ScanPoint, wave->incident_count + baseline->count);
    Day last = DAY_NONE;
    size_t own = wave_points(s, wave, points, &last);
    if (own < 2)
        return;
    size_t events = event_points(s, wave, baseline, last, points + own);
    if (events < MIN_EVENTS)
        return;
    ScanLimits limits = {.days = SCAN_DAYS, .km = BASELINE_NEAR_KM, .replicates = REPLICATES, .seed = SEED};
    ScanResult r = scan_permutation(points, own + events, limits, arena);
    wave->scan = (WaveScan){.done = true,
                            .event_count = events,
                            .place_count = (unsigned)own,
                            .replicates = REPLICATES,
                            .found = r.found,
                            .observed = r.observed,
                            .expected = r.expected,
                            .radius_km = r.radius_km,
                            .days = {r.first, last},
                            .p_value = r.p_value,
                            .p_gumbel = r.p_gumbel};
}

/* What a superlative is held against: the deaths of the incident that the page is about. */
static SuperlativeCheck compare_deaths(const Incident *incident, const Baseline *baseline)
{
    const Estimate *killed = &incident->estimates.cells[OUTCOME_KILLED][CELL_ALL];
    SuperlativeCheck check = {.deaths = killed->has_best ? killed->best : killed->low};
    for (size_t i = 0; i < baseline->count; i++) {
        const BaselineEvent *event = &baseline->items[i];
        if (event->days.last >= incident->window.first || !is_near(event, &incident->place->place))
            continue;
        check.event_count++;
        if (!check.first || event->days.first < check.first->days.first)
            check.first = event;
        if (event->best < check.deaths)
            continue;
        check.deadlier_count++;
        if (!check.latest || event->days.first > check.latest->days.first)
            check.latest = event;
    }
    return check;
}

static void check_superlatives(Situation *s, const Baseline *baseline, Arena *arena)
{
    const Incident *headline = s->headline >= 0 ? &s->incidents[s->headline] : NULL;
    if (!headline || !has_spot(headline) || !headline->estimates.cells[OUTCOME_KILLED][CELL_ALL].has_low)
        return;
    SuperlativeCheck check = compare_deaths(headline, baseline);
    SuperlativeCheck *checks = NULL;
    size_t cap = 0;
    for (uint32_t d = 0; d < s->document_count && check.event_count > 0; d++) {
        const Extraction *x = s->documents[d].extraction;
        for (uint32_t f = 0; f < x->flag_count && !s->documents[d].after_as_of; f++) {
            if (x->flags[f].kind != FLAG_SUPERLATIVE)
                continue;
            checks = arena_grow(arena, checks, s->superlative_count, &cap, sizeof *checks);
            checks[s->superlative_count] = check;
            checks[s->superlative_count].document = d;
            checks[s->superlative_count++].flag = f;
        }
    }
    s->superlatives = checks;
}

void baseline_check(Situation *situation, const Baseline *baseline, Arena *arena)
{
    if (baseline->count == 0)
        return;
    for (size_t i = 0; i < situation->wave_count; i++)
        scan_wave(situation, &situation->waves[i], baseline, arena);
    check_superlatives(situation, baseline, arena);
}
