#include "assemble/current.h"

#include <stdlib.h>

enum { HOUR_SECONDS = 3600, DAY_SECONDS = 86400 };

static bool holds_strictly(Window outer, Window inner)
{
    return window_holds(outer, inner) && !window_equal(outer, inner);
}

/* Rule 2: 67 on Saturday lies inside 108 over 48 hours; and 500 this year are not this incident's. */
bool current_is_of_other_days(const ToldList *list, const Told *x)
{
    if (x->too_wide)
        return true;
    for (size_t i = 0; x->window_stated && i < list->count; i++) {
        const Told *y = &list->items[i];
        if (y->window_stated && !y->too_wide && holds_strictly(y->window, x->window) && y->point >= x->point &&
            x->point >= 0)
            return true;
    }
    return false;
}

/* Whose later figures can stand for one: a party's own for a party's, anybody's for what no party says. */
typedef enum { SIDE_ANY, SIDE_GOVERNMENT, SIDE_ARMED_GROUP, SIDE_COUNT_ } Side;

static Side side_of(const Told *x)
{
    switch (x->voice.party) {
    case PARTY_GOVERNMENT: return SIDE_GOVERNMENT;
    case PARTY_ARMED_GROUP: return SIDE_ARMED_GROUP;
    default: return SIDE_ANY;
    }
}

/* What later reports say, as the list is walked from its end: figures of documents, largest and next. */
typedef struct {
    int64_t largest;
    int64_t second; /* of another document than the largest */
    uint32_t largest_in;
    uint32_t document; /* last counted */
    size_t documents;
} Later;

static void note_later(Later *later, const Told *y)
{
    if (!y->whole || y->too_wide || y->about_enemy || y->point < 0)
        return;
    later->documents += later->documents == 0 || y->document != later->document;
    later->document = y->document;
    if (y->point > later->largest) {
        later->second = later->largest_in == y->document ? later->second : later->largest;
        later->largest = y->point;
        later->largest_in = y->document;
    } else if (y->document != later->largest_in && y->point > later->second) {
        later->second = y->point;
    }
}

static bool is_lapsed(const Profile *profile, const Told *x, const Later *later, int64_t newest)
{
    return x->point >= 0 && (later->second > x->point || (newest - x->time > profile->lapse_days * DAY_SECONDS &&
                                                          later->documents >= (size_t)profile->lapse_reports));
}

/* A figure is current until two reports of some hours later or more give a larger one, or, some days on, there are some
 * newer (doc/counts.md; how many is the profile's). The list stands in order of time, undated figures last. */
static void mark_lapsed(const Profile *profile, ToldList *list)
{
    if (!profile->lapses)
        return;
    Later later[SIDE_COUNT_];
    for (Side side = SIDE_ANY; side < SIDE_COUNT_; side++)
        later[side] = (Later){.largest = -1, .second = -1};
    size_t dated = list->count;
    while (dated > 0 && list->items[dated - 1].time == INT64_MAX)
        dated--;
    int64_t newest = dated > 0 ? list->items[dated - 1].time : 0;
    size_t next = dated;
    for (size_t i = dated; i-- > 0;) {
        Told *x = &list->items[i];
        while (next > i + 1 && list->items[next - 1].time - profile->lapse_hours * HOUR_SECONDS >= x->time) {
            const Told *y = &list->items[--next];
            note_later(&later[SIDE_ANY], y);
            if (side_of(y) != SIDE_ANY)
                note_later(&later[side_of(y)], y);
        }
        x->lapsed = is_lapsed(profile, x, &later[side_of(x)], newest);
    }
}

/* Rule 4. Among figures of one time the larger stands. */
static bool is_superseded(const ToldList *list, size_t at)
{
    const Told *x = &list->items[at];
    if (x->lapsed)
        return true;
    for (size_t i = 0; i < list->count; i++) {
        const Told *y = &list->items[i];
        if (i == at || !str_equal(x->voice.key, y->voice.key) || current_is_of_other_days(list, y) ||
            y->about_enemy != x->about_enemy)
            continue;
        if (y->point < 0 || (x->whole && !y->whole) || (x->window_stated && !y->window_stated && y->point < x->point))
            continue;
        if (y->time > x->time)
            return true;
        if (y->time == x->time && y->document != x->document && x->point >= 0 && !x->about_enemy &&
            (y->point > x->point || (y->point == x->point && y->document < x->document)))
            return true;
    }
    return false;
}

/* One described victim, a sub-group, or one town, beside a larger stated count of all of them is no rival figure. */
static bool is_partial(const ToldList *list, const Told *x)
{
    for (size_t i = 0; i < list->count; i++) {
        const Told *y = &list->items[i];
        bool of_a_town = x->local && !y->local;
        if (y->about_enemy || y->too_wide || (!of_a_town && (x->generic || !y->generic)))
            continue;
        if (y->point > x->point || (!x->whole && y->point == x->point))
            return true;
    }
    return false;
}

static int by_point(const void *a, const void *b)
{
    const Told *x = *(const Told *const *)a;
    const Told *y = *(const Told *const *)b;
    if (x->point != y->point)
        return x->point < y->point ? -1 : 1;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    return x->claims[0] < y->claims[0] ? -1 : x->claims[0] > y->claims[0];
}

Current current_of(const Profile *profile, ToldList *list, Arena *arena)
{
    Current current = {ARENA_ARRAY(arena, const Told *, list->count + 1), 0};
    mark_lapsed(profile, list);
    for (size_t i = 0; i < list->count; i++)
        list->items[i].superseded = is_superseded(list, i);
    for (size_t i = 0; i < list->count; i++) {
        const Told *told = &list->items[i];
        if (!told->superseded && !told->about_enemy && told->point >= 0 && !current_is_of_other_days(list, told) &&
            !is_partial(list, told))
            current.items[current.count++] = told;
    }
    qsort(current.items, current.count, sizeof(const Told *), by_point);
    return current;
}
