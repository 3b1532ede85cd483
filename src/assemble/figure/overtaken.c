#include "assemble/figure/overtaken.h"

#include <stdlib.h>

enum { HOUR_SECONDS = 3600, SOON_SECONDS = HOUR_SECONDS };

/* What is told of the cell: by number, then time. */
typedef struct {
    const Told **items;
    size_t count;
    int64_t *since; /* when as many as the item tells, or more, were first told */
} Tellings;

/* The same by those who count: their times in order, and how many of those taken in so far stand at each (a Fenwick tree, from 1). */
typedef struct {
    Tellings counts;
    int64_t *times;
    uint32_t *tree;
    size_t taken; /* from the end of counts: the largest first */
} Counts;

/* What those who count stand by, the latest first: the largest told then or later. */
typedef struct {
    int64_t time;
    int64_t largest;
} Standing;

typedef struct {
    Standing *items;
    size_t count;
} Standings;

static int by_point(const void *a, const void *b)
{
    const Told *x = *(const Told *const *)a;
    const Told *y = *(const Told *const *)b;
    if (x->point != y->point)
        return x->point < y->point ? -1 : 1;
    return x->time < y->time ? -1 : x->time > y->time;
}

static int by_time(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static bool is_telling(const Told *x)
{
    return x->point >= 0 && x->time != INT64_MAX && (x->whole || x->minimum) && !x->about_enemy && !x->other_days &&
           !x->too_wide && !x->of_part && !x->far_off && !x->local && !x->died;
}

/* Of the dead as they state them: the sum of their classes may hold a side's word on its enemy. */
static bool is_count(const Told *x)
{
    Party party = x->voice.party;
    return !x->derived && x->voice.identified && !x->voice.narrator &&
           (party == PARTY_GOVERNMENT || party == PARTY_MEDICAL || party == PARTY_AID);
}

static int latest_first(const void *a, const void *b)
{
    return by_time(&((const Standing *)b)->time, &((const Standing *)a)->time);
}

/* None where two countries fight. */
static Standings find_standings(const Current *current, const ToldList *list, Arena *arena)
{
    Standings s = {ARENA_ARRAY(arena, Standing, current->count + 1), 0};
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].voice.rival)
            return s;
    for (size_t i = 0; i < current->count; i++)
        if (is_telling(current->items[i]) && is_count(current->items[i]))
            s.items[s.count++] = (Standing){current->items[i]->time, current->items[i]->point};
    qsort(s.items, s.count, sizeof *s.items, latest_first);
    for (size_t i = 1; i < s.count; i++)
        s.items[i].largest = s.items[i - 1].largest > s.items[i].largest ? s.items[i - 1].largest : s.items[i].largest;
    return s;
}

/* The largest number that one who counts stands by, told at that time or later; -1. */
static int64_t largest_from(const Standings *s, int64_t time)
{
    size_t low = 0;
    size_t high = s->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->items[middle].time >= time)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? s->items[low - 1].largest : -1;
}

static Tellings find_tellings(const ToldList *list, Arena *arena)
{
    Tellings all = {ARENA_ARRAY(arena, const Told *, list->count + 1), 0, ARENA_ARRAY(arena, int64_t, list->count + 1)};
    for (size_t i = 0; i < list->count; i++)
        if (is_telling(&list->items[i]))
            all.items[all.count++] = &list->items[i];
    qsort(all.items, all.count, sizeof(const Told *), by_point);
    all.since[all.count] = INT64_MAX;
    for (size_t i = all.count; i-- > 0;)
        all.since[i] = all.items[i]->time < all.since[i + 1] ? all.items[i]->time : all.since[i + 1];
    return all;
}

/* Above the largest that stands are counts taken back since. */
static Counts find_counts(const Tellings *all, int64_t largest, Arena *arena)
{
    Counts c = {.counts = {ARENA_ARRAY(arena, const Told *, all->count + 1), 0, NULL},
                .times = ARENA_ARRAY(arena, int64_t, all->count + 1),
                .tree = ARENA_ARRAY(arena, uint32_t, all->count + 1)};
    for (size_t i = 0; i < all->count; i++)
        if (is_count(all->items[i]) && all->items[i]->point <= largest)
            c.counts.items[c.counts.count++] = all->items[i];
    for (size_t i = 0; i < c.counts.count; i++)
        c.times[i] = c.counts.items[i]->time;
    qsort(c.times, c.counts.count, sizeof *c.times, by_time);
    for (size_t i = 0; i <= c.counts.count; i++)
        c.tree[i] = 0;
    return c;
}

/* How many of the times are earlier. */
static size_t earlier_than(const Counts *c, int64_t time)
{
    size_t low = 0;
    size_t high = c->counts.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->times[middle] < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void take_in(Counts *c, int64_t time)
{
    for (size_t i = earlier_than(c, time) + 1; i <= c->counts.count; i += i & -i)
        c->tree[i]++;
    c->taken++;
}

static size_t taken_before(const Counts *c, int64_t time)
{
    size_t sum = 0;
    for (size_t i = earlier_than(c, time); i > 0; i -= i & -i)
        sum += c->tree[i];
    return sum;
}

/* The time of the nth of those taken in, from 0. */
static int64_t taken_at(const Counts *c, size_t nth)
{
    size_t at = 0;
    size_t step = 1;
    while (2 * step <= c->counts.count)
        step *= 2;
    for (; step > 0; step /= 2)
        if (at + step <= c->counts.count && c->tree[at + step] <= nth) {
            at += step;
            nth -= c->tree[at];
        }
    return c->times[at];
}

/* How many of the tellings are of less, or of as many and no later. */
static size_t up_to(const Tellings *all, int64_t point, int64_t time)
{
    Told last = {.point = point, .time = time};
    const Told *key = &last;
    size_t low = 0;
    size_t high = all->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_point(&all->items[middle], &key) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A report's own word that repeats a number is as old as the number. */
static int64_t known_since(const Tellings *all, const Told *x)
{
    size_t first = up_to(all, x->point, INT64_MIN);
    bool told_before = x->voice.narrator && first < all->count && all->items[first]->point == x->point;
    return told_before && all->items[first]->time < x->time ? all->items[first]->time : x->time;
}

/* Where nobody is a side, a report's own word for no more than was told hours before somebody counted more is late, whenever it is given
 * and however many give it. */
static bool is_late(const Profile *profile, const Standings *standing, const Tellings *all, const Told *x)
{
    int64_t since = all->since[up_to(all, x->point, INT64_MIN)];
    return x->unsided && x->voice.narrator && since < x->time &&
           largest_from(standing, since + profile->lapse_hours * HOUR_SECONDS) > x->point;
}

/* By a count of that time or later that stands, unless since then more tell the number again than count more; one against one is
 * passed. */
static bool is_passed_from(const Standings *standing, const Counts *c, const Tellings *all, const Told *x, int64_t time)
{
    size_t before = taken_before(c, time);
    if (before == c->taken || largest_from(standing, time) <= x->point)
        return false;
    int64_t first = taken_at(c, before);
    size_t more = c->taken - before;
    size_t again = up_to(all, x->point, INT64_MAX) - up_to(all, x->point, first);
    return again < more || again == 1;
}

/* A report's floor ("more than thirty") does not gainsay a larger count told before it either. */
static bool is_passed(const Profile *profile, const Standings *standing, const Counts *c, const Tellings *all,
                      const Told *x)
{
    if (x->time == INT64_MAX || x->voice.party == PARTY_ARMED_GROUP)
        return false;
    bool floor = x->voice.narrator && x->range.high == INTERVAL_OPEN;
    return is_passed_from(standing, c, all, x, known_since(all, x) + SOON_SECONDS) ||
           (floor && is_passed_from(standing, c, all, x, INT64_MIN)) || is_late(profile, standing, all, x);
}

const bool *overtaken_find(const Profile *profile, const Current *current, const ToldList *list, Arena *arena)
{
    bool *passed = ARENA_ARRAY(arena, bool, current->count + 1);
    for (size_t i = 0; i < current->count; i++)
        passed[i] = false;
    Standings standing = find_standings(current, list, arena);
    int64_t largest = largest_from(&standing, INT64_MIN);
    if (current->count < 2 || largest <= current->items[0]->point)
        return passed;
    Tellings all = find_tellings(list, arena);
    Counts c = find_counts(&all, largest, arena);
    for (size_t i = current->count; i-- > 0;) { /* from the largest on */
        const Told *x = current->items[i];
        while (c.taken < c.counts.count && c.counts.items[c.counts.count - 1 - c.taken]->point > x->point)
            take_in(&c, c.counts.items[c.counts.count - 1 - c.taken]->time);
        passed[i] = is_passed(profile, &standing, &c, &all, x);
    }
    return passed;
}
