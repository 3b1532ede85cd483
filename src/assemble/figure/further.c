#include "assemble/figure/further.h"

#include "assemble/figure/cell.h"
#include "assemble/figure/toll_word.h"

enum { HOUR_SECONDS = 3600, AGAIN_SECONDS = 48 * HOUR_SECONDS };

static bool is_further(const Told *x)
{
    return x->further && !x->about_enemy && !x->too_wide && x->point > 0 && x->time != INT64_MAX;
}

static bool is_toll(const Told *y)
{
    return y->whole && !y->further && !y->about_enemy && !y->too_wide && y->point >= 0;
}

/* "Two more died" by one, and by another a day on: the same two. Returns the first of those who tell of as many. */
static size_t first_of(const ToldList *list, size_t at)
{
    const Told *x = &list->items[at];
    for (size_t i = 0; i < at; i++) {
        const Told *y = &list->items[i];
        if (is_further(y) && y->range.low == x->range.low && y->range.high == x->range.high &&
            x->time - y->time <= AGAIN_SECONDS)
            return i;
    }
    return at;
}

/* How many of the list were told in other reports before the figure, by some time. */
static size_t told_before(const ToldList *list, const Told *x)
{
    size_t n = 0;
    while (n < list->count && list->items[n].time < x->time)
        n++;
    return n;
}

/* A toll has grown by as many already: nine, then eleven, then "two more died". Returns the toll of before, or -1. */
static int64_t counted_upon(const ToldList *list, size_t before, const Told *x)
{
    for (size_t i = 0; i < before; i++) {
        const Told *y = &list->items[i];
        if (!is_toll(y) || x->time - y->time > AGAIN_SECONDS)
            continue;
        for (size_t k = 0; k < i; k++)
            if (is_toll(&list->items[k]) && list->items[k].point + x->point == y->point)
                return list->items[k].point;
    }
    return -1;
}

/* Tolls of up to so many are of before. */
static void mark_grown(ToldList *list, size_t before, int64_t most)
{
    for (size_t i = 0; i < before; i++)
        list->items[i].grown = list->items[i].grown || (is_toll(&list->items[i]) && list->items[i].point <= most);
}

/* What stood before the figure. */
static Estimate toll_of(const Profile *profile, const ToldList *list, size_t before, bool in_war, Arena *arena)
{
    ToldList own = {ARENA_ARRAY(arena, Told, before + 1), 0, before + 1};
    for (size_t i = 0; i < before; i++)
        if (!list->items[i].further)
            own.items[own.count++] = list->items[i];
    return cell_estimate(profile, &own, in_war, arena);
}

/* "nine (police)" of one voice; "" of several. */
static Str words_of(const Estimate *toll)
{
    bool one = toll->origins == 1 && !memchr(toll->working.ptr, ';', toll->working.len);
    return one ? toll->working : STR("");
}

static void put_claims(Arena *arena, const ToldList *list, size_t before, const Estimate *toll, Told *x)
{
    size_t room = x->claim_count;
    for (size_t i = 0; i < before; i++)
        room += list->items[i].claim_count;
    uint32_t *claims = ARENA_ARRAY(arena, uint32_t, room + 1);
    size_t count = 0;
    for (size_t i = 0; i < before; i++) {
        const Told *y = &list->items[i];
        bool counted = is_toll(y) && y->point == toll->best;
        for (size_t k = 0; counted && k < y->claim_count; k++)
            claims[count++] = y->claims[k];
    }
    for (size_t k = 0; k < x->claim_count; k++)
        claims[count++] = x->claims[k];
    x->claims = claims;
    x->claim_count = count;
}

static void add(Arena *arena, ToldList *list, size_t before, const Estimate *toll, Told *x)
{
    put_claims(arena, list, before, toll, x);
    x->text = toll_sum_text(arena, words_of(toll), toll->best, x->point);
    int64_t n = x->point;
    x->point = toll->best + n;
    bool open = toll->high_open || x->range.high == INTERVAL_OPEN;
    x->range = (Interval){x->point, open ? INTERVAL_OPEN : x->point};
    x->form = open ? COUNT_AT_LEAST : COUNT_EXACT;
    x->derived = x->whole = x->generic = true;
    x->singly = x->minimum = x->row = x->listed = false;
    x->nth = 0;
    mark_grown(list, before, toll->best);
}

static bool has_larger(const ToldList *list, const Told *x)
{
    for (size_t i = 0; i < list->count; i++)
        if (is_toll(&list->items[i]) && list->items[i].point > x->point)
            return true;
    return false;
}

void further_count(const Profile *profile, ToldList *told, bool in_war, Arena *arena)
{
    bool any = false;
    for (size_t i = 0; i < told->count; i++)
        any = any || is_further(&told->items[i]);
    if (!any || !profile->lapses)
        return;
    ToldList as_told = {ARENA_ARRAY(arena, Told, told->count), told->count, told->count};
    memcpy(as_told.items, told->items, told->count * sizeof *told->items);
    for (size_t i = 0; i < told->count; i++) {
        Told *x = &told->items[i];
        if (!is_further(x))
            continue;
        const Told *first = &as_told.items[first_of(&as_told, i)];
        size_t before = told_before(&as_told, first);
        Estimate toll = toll_of(profile, &as_told, before, in_war, arena);
        bool on_top =
            toll.has_best && (toll.best > 1 || !x->singly); /* "another teen" may be other than who shot him */
        on_top = on_top && !x->held;
        int64_t upon = on_top ? counted_upon(&as_told, before, first) : -1;
        mark_grown(told, before, upon);
        if (on_top && upon < 0)
            add(arena, told, before, &toll, x);
        else if (has_larger(&as_told, x)) {
            x->whole = false;
            x->minimum = true;
        }
    }
}
