#include "assemble/cell.h"

#include <stdlib.h>

enum {
    LATER_SECONDS = 6 * 3600,    /* reports nearer in time than this dispute a figure, they do not follow it */
    CURRENT_SECONDS = 2 * 86400, /* a figure of nobody in particular is news for so long */
    NEWER_REPORTS = 3,           /* if so many have told a newer one */
};

/* What stands in the median, in order of its points. */
typedef struct {
    const Told **items;
    size_t count;
} Current;

static bool holds_strictly(Window outer, Window inner)
{
    return window_holds(outer, inner) && !window_equal(outer, inner);
}

/* Rule 2: 67 on Saturday lies inside 108 over 48 hours; and 500 this year are not this incident's. */
static bool is_of_other_days(const ToldList *list, const Told *x)
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

static bool is_lapsed(const Told *x, const Later *later, int64_t newest)
{
    return x->point >= 0 &&
           (later->second > x->point || (newest - x->time > CURRENT_SECONDS && later->documents >= NEWER_REPORTS));
}

/* A figure is current until two reports of six hours later or more give a larger one, or, two days on, there are three
 * newer (doc/counts.md). The list stands in order of time, undated figures last. */
static void mark_lapsed(ToldList *list)
{
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
        while (next > i + 1 && list->items[next - 1].time - LATER_SECONDS >= x->time) {
            const Told *y = &list->items[--next];
            note_later(&later[SIDE_ANY], y);
            if (side_of(y) != SIDE_ANY)
                note_later(&later[side_of(y)], y);
        }
        x->lapsed = is_lapsed(x, &later[side_of(x)], newest);
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
        if (i == at || !str_equal(x->voice.key, y->voice.key) || is_of_other_days(list, y) ||
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
        if (!y->generic || y->about_enemy || y->too_wide || (x->generic && !(x->local && !y->local)))
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

static Current current_of(ToldList *list, Arena *arena)
{
    Current current = {ARENA_ARRAY(arena, const Told *, list->count + 1), 0};
    mark_lapsed(list);
    for (size_t i = 0; i < list->count; i++)
        list->items[i].superseded = is_superseded(list, i);
    for (size_t i = 0; i < list->count; i++) {
        const Told *told = &list->items[i];
        if (!told->superseded && !told->about_enemy && told->point >= 0 && !is_of_other_days(list, told) &&
            !is_partial(list, told))
            current.items[current.count++] = told;
    }
    qsort(current.items, current.count, sizeof(const Told *), by_point);
    return current;
}

/* Whether another voice than i's, independent of it, gives a floor of at least i's. */
static bool has_second(const Current *current, size_t i)
{
    const Told *x = current->items[i];
    for (size_t k = 0; k < current->count; k++) {
        const Told *y = current->items[k];
        if (k != i && y->range.low >= x->range.low && y->voice.independent.len > 0 &&
            !str_equal(x->voice.independent, y->voice.independent))
            return true;
    }
    return false;
}

static int64_t low_of(const Current *current)
{
    int64_t supported = -1;
    int64_t smallest = INTERVAL_OPEN;
    for (size_t i = 0; i < current->count; i++) {
        const Told *x = current->items[i];
        smallest = x->range.low < smallest ? x->range.low : smallest;
        if (x->voice.independent.len > 0 && x->range.low > supported && has_second(current, i))
            supported = x->range.low;
    }
    return supported >= 0 ? supported : smallest;
}

/* An open figure counts as its floor; of equals the open one stands: nobody has named a limit. */
static bool is_higher(const Told *x, const Told *y)
{
    int64_t a = x->range.high == INTERVAL_OPEN ? x->range.low : x->range.high;
    int64_t b = y->range.high == INTERVAL_OPEN ? y->range.low : y->range.high;
    return a != b ? a > b : x->range.high == INTERVAL_OPEN && y->range.high != INTERVAL_OPEN;
}

static const Told *highest(const Current *current)
{
    const Told *best = NULL;
    for (size_t i = 0; i < current->count; i++)
        if (current->items[i]->voice.identified && (!best || is_higher(current->items[i], best)))
            best = current->items[i];
    for (size_t i = 0; i < current->count && !best; i++)
        if (i + 1 == current->count)
            for (size_t k = 0; k < current->count; k++)
                best = !best || is_higher(current->items[k], best) ? current->items[k] : best;
    return best;
}

/* Whether a voice of any standing leaves the same figure open. */
static bool is_left_open(const Current *current, const Told *high)
{
    for (size_t i = 0; i < current->count; i++)
        if (!is_higher(high, current->items[i]) && is_higher(current->items[i], high) &&
            current->items[i]->range.low == high->range.high)
            return true;
    return false;
}

static unsigned count_origins(const Current *current)
{
    unsigned origins = 0;
    for (size_t i = 0; i < current->count; i++) {
        bool again = false;
        for (size_t k = 0; k < i && !again; k++)
            again = str_equal(current->items[k]->voice.key, current->items[i]->voice.key);
        origins += !again;
    }
    return origins;
}

static void put_point(Buf *out, const Told *told)
{
    if (told->text.len > 0)
        buf_put(out, told->text);
    else
        buf_int(out, told->point);
    if (told->voice.label.len > 0) {
        buf_put(out, STR(" ("));
        buf_put(out, told->voice.label);
        buf_put(out, STR(")"));
    }
}

static Str working_of(const Current *current, Arena *arena)
{
    Buf text = {0};
    if (current->count > 1)
        buf_put(&text, STR("median of "));
    for (size_t i = 0; i < current->count; i++) {
        if (i > 0)
            buf_put(&text, STR(", "));
        put_point(&text, current->items[i]);
    }
    Str s = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return s;
}

typedef struct {
    uint32_t *items;
    size_t count;
} Indices;

static void put_claims(Indices *out, const Told *told)
{
    for (size_t i = 0; i < told->claim_count; i++) {
        bool there = false;
        for (size_t k = 0; k < out->count && !there; k++)
            there = out->items[k] == told->claims[i];
        if (!there)
            out->items[out->count++] = told->claims[i];
    }
}

static size_t claims_in(const ToldList *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->count; i++)
        n += list->items[i].claim_count;
    return n;
}

static void put_support(Estimate *cell, const Current *current, const ToldList *list, Arena *arena)
{
    Indices claims = {ARENA_ARRAY(arena, uint32_t, claims_in(list) + 1), 0};
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < current->count; i++)
            if ((current->items[i]->point == cell->best) == (pass == 0))
                put_claims(&claims, current->items[i]);
    Indices superseded = {ARENA_ARRAY(arena, uint32_t, claims_in(list) + 1), 0};
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].superseded)
            put_claims(&superseded, &list->items[i]);
    cell->claims = claims.items;
    cell->claim_count = claims.count;
    cell->superseded = superseded.items;
    cell->superseded_count = superseded.count;
}

/* The widest stated window, else the days that the best figure inherits. */
static Window window_of(const Current *current, int64_t best)
{
    Window widest = WINDOW_NONE;
    for (size_t i = 0; i < current->count; i++)
        if (current->items[i]->window_stated && window_days(current->items[i]->window) > window_days(widest))
            widest = current->items[i]->window;
    for (size_t i = 0; i < current->count && !window_is_known(widest); i++)
        if (current->items[i]->point == best)
            widest = current->items[i]->window;
    return widest;
}

static void put_high(Estimate *cell, Interval range)
{
    cell->high_open = range.high == INTERVAL_OPEN;
    cell->has_high = !cell->high_open;
    cell->high = cell->has_high ? range.high : 0;
}

static void put_median(Estimate *cell, const ProfileRules *rules, const Current *current, const ToldList *list,
                       Arena *arena)
{
    const Told *middle = current->items[(current->count - 1) / 2];
    cell->has_best = cell->has_low = true;
    cell->best = middle->point;
    cell->low = low_of(current);
    const Told *high = highest(current);
    put_high(cell, is_left_open(current, high) ? (Interval){high->range.low, INTERVAL_OPEN} : high->range);
    if (cell->has_high && cell->high < cell->best)
        cell->high = cell->best;
    cell->low = cell->low < cell->best ? cell->low : cell->best;
    cell->derived = middle->derived;
    cell->rule = rules->median;
    if (current->count == 1 && middle->derived)
        cell->rule = rules->sum;
    cell->origins = count_origins(current);
    cell->window = window_of(current, cell->best);
    cell->working = working_of(current, arena);
    put_support(cell, current, list, arena);
}

static void put_words(Estimate *cell, const ProfileRules *rules, const ToldList *list)
{
    const Told *word = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const Told *told = &list->items[i];
        if (told->about_enemy || told->superseded || told->point >= 0)
            continue;
        if (!word || told->range.low > word->range.low)
            word = told;
    }
    if (!word)
        return;
    cell->words_only = cell->has_low = true;
    cell->low = word->range.low;
    put_high(cell, word->range);
    cell->rule = rules->words;
    cell->working = word->text;
    cell->window = word->window;
    cell->origins = 1;
    cell->claims = word->claims;
    cell->claim_count = word->claim_count;
}

static bool same_claimed(const ClaimedFigure *c, const Told *told, Party party)
{
    return c->party == party && c->words == (told->point < 0) && interval_equal(c->count, told->range) &&
           window_equal(c->window, told->window);
}

static void put_claimed(Estimate *cell, const ToldList *list, Arena *arena)
{
    ClaimedFigure *claimed = ARENA_ARRAY(arena, ClaimedFigure, list->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Told *told = &list->items[i];
        if (told->superseded || !(told->about_enemy || is_of_other_days(list, told)))
            continue;
        Party party = told->about_enemy ? told->claimant : told->voice.party;
        size_t at = 0;
        while (at < count && !same_claimed(&claimed[at], told, party))
            at++;
        Indices claims = {ARENA_ARRAY(arena, uint32_t, claims_in(list) + 1), 0};
        if (at == count)
            claimed[count++] = (ClaimedFigure){party, told->range, told->point < 0, told->text, told->window, NULL, 0};
        for (size_t k = 0; k < claimed[at].claim_count; k++)
            claims.items[claims.count++] = claimed[at].claims[k];
        put_claims(&claims, told);
        claimed[at].claims = claims.items;
        claimed[at].claim_count = claims.count;
    }
    cell->claimed = claimed;
    cell->claimed_count = count;
}

Estimate cell_estimate(const ProfileRules *rules, ToldList *told, Arena *arena)
{
    Estimate cell = {.present = told->count > 0, .window = WINDOW_NONE, .working = STR_NONE, .rule = STR_NONE};
    Current current = current_of(told, arena);
    if (current.count > 0)
        put_median(&cell, rules, &current, told, arena);
    else if (told->count > 0)
        put_words(&cell, rules, told);
    put_claimed(&cell, told, arena);
    if (cell.present && !cell.has_low)
        cell.rule = rules->enemy;
    return cell;
}
