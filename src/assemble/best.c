#include "assemble/best.h"

enum { HOUR_SECONDS = 3600, DAY_SECONDS = 86400 };

/* ---- best: steps that narrow the figures down ---- */

static bool is_one_number(const Current *current)
{
    for (size_t i = 1; i < current->count; i++)
        if (current->items[i]->point != current->items[0]->point)
            return false;
    return true;
}

static int64_t newest_time(const Current *current)
{
    int64_t newest = INT64_MIN;
    for (size_t i = 0; i < current->count; i++)
        if (current->items[i]->time != INT64_MAX && current->items[i]->time > newest)
            newest = current->items[i]->time;
    return newest;
}

/* The place in the list of a figure whose number more than half of the voices give, -1. */
static int64_t majority_point(const Current *current)
{
    for (size_t i = 0; i < current->count; i++) {
        size_t same = 0;
        for (size_t k = 0; k < current->count; k++)
            same += current->items[k]->point == current->items[i]->point;
        if (2 * same > current->count)
            return current->items[i]->point;
    }
    return -1;
}

static bool is_kept(const BestStep *step, const Current *left, size_t i)
{
    const Told *x = left->items[i];
    switch (step->kind) {
    case STEP_MEDIAN: return i == (left->count - 1) / 2;
    case STEP_LOWEST: return x->point == left->items[0]->point;
    case STEP_HIGHEST: return x->point == left->items[left->count - 1]->point;
    case STEP_LATEST: return x->time != INT64_MAX && x->time >= newest_time(left) - step->hours * HOUR_SECONDS;
    case STEP_MAJORITY: return x->point == majority_point(left);
    case STEP_RELIABLE: return x->voice.identified || x->voice.first_hand;
    case STEP_POSTERIOR:
    case STEP_COUNT_: break;
    }
    return false;
}

static Current narrow(const BestStep *step, const Current *left, Arena *arena)
{
    Current kept = {ARENA_ARRAY(arena, const Told *, left->count + 1), 0};
    for (size_t i = 0; i < left->count; i++)
        if (is_kept(step, left, i))
            kept.items[kept.count++] = left->items[i];
    return kept;
}

static bool is_later(const Told *y, const Told *x, int64_t seconds)
{
    return y->time != INT64_MAX && y->time - seconds >= x->time;
}

/* Whether y, some hours later and larger, stands for x too: for a floor ("at least four"), anybody's; for any figure, what the
 * authorities count or somebody tells as the toll by then, and what a named voice says days later. */
static bool passes(const Profile *profile, const Told *y, const Told *x)
{
    if (y->point <= x->point || !is_later(y, x, profile->lapse_hours * HOUR_SECONDS))
        return false;
    if (x->range.high == INTERVAL_OPEN)
        return true;
    if (x->voice.party == PARTY_ARMED_GROUP)
        return false; /* what it says stands beside */
    bool days_later = y->voice.identified && is_later(y, x, profile->lapse_days * DAY_SECONDS);
    return y->voice.party == PARTY_GOVERNMENT || y->total || days_later;
}

/* Four in the morning does not gainsay nine in the evening: no voice for four (doc/counts.md). */
static bool is_passed(const Profile *profile, const Current *current, const Told *x)
{
    for (size_t i = 0; i < current->count; i++)
        if (passes(profile, current->items[i], x))
            return true;
    return false;
}

Current best_voices(const Profile *profile, const Current *current, Arena *arena)
{
    if (!profile->lapses)
        return *current;
    Current kept = {ARENA_ARRAY(arena, const Told *, current->count + 1), 0};
    for (size_t i = 0; i < current->count; i++)
        if (!is_passed(profile, current, current->items[i]))
            kept.items[kept.count++] = current->items[i];
    return kept;
}

BestChoice best_choose(const Profile *profile, const Current *current, Arena *arena)
{
    Current left = *current;
    const BestStep *last = &profile->best[0];
    for (size_t i = 0; i < profile->best_count && !is_one_number(&left); i++) {
        Current kept = narrow(&profile->best[i], &left, arena);
        if (kept.count == 0 || kept.count == left.count)
            continue;
        left = kept;
        last = &profile->best[i];
    }
    const Told *told = left.items[(left.count - 1) / 2];
    return (BestChoice){told, last->kind, told->word_rule.len > 0 ? told->word_rule : last->rule};
}

/* ---- low ---- */

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

static int64_t supported_floor(const Current *current)
{
    int64_t supported = -1;
    for (size_t i = 0; i < current->count; i++) {
        const Told *x = current->items[i];
        if (x->voice.independent.len > 0 && x->range.low > supported && has_second(current, i))
            supported = x->range.low;
    }
    return supported;
}

static int64_t smallest_floor(const Current *current)
{
    int64_t smallest = INTERVAL_OPEN;
    for (size_t i = 0; i < current->count; i++)
        if (current->items[i]->range.low < smallest)
            smallest = current->items[i]->range.low;
    return smallest;
}

int64_t best_low(const Profile *profile, const Current *current, int64_t best)
{
    if (profile->low == LOW_BEST)
        return best;
    int64_t supported = profile->low == LOW_SUPPORTED ? supported_floor(current) : -1;
    int64_t low = supported >= 0 ? supported : smallest_floor(current);
    return low < best ? low : best;
}

/* ---- high ---- */

/* An open figure counts as its floor; of equals the open one stands: nobody has named a limit. */
static bool is_higher(const Told *x, const Told *y)
{
    int64_t a = x->range.high == INTERVAL_OPEN ? x->range.low : x->range.high;
    int64_t b = y->range.high == INTERVAL_OPEN ? y->range.low : y->range.high;
    return a != b ? a > b : x->range.high == INTERVAL_OPEN && y->range.high != INTERVAL_OPEN;
}

static bool has_identified(const Current *current)
{
    for (size_t i = 0; i < current->count; i++)
        if (current->items[i]->voice.identified)
            return true;
    return false;
}

/* A report's own word is that of an outlet, whether or not it is named: whoever has the report can name it. NULL where none may
 * speak. */
static const Told *highest(const Current *current, bool of_identified)
{
    const Told *best = NULL;
    for (size_t i = 0; i < current->count; i++) {
        const Voice *voice = &current->items[i]->voice;
        if ((!of_identified || voice->identified || voice->narrator) && (!best || is_higher(current->items[i], best)))
            best = current->items[i];
    }
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

static Interval high_of_current(const Profile *profile, const Current *current)
{
    const Told *high = highest(current, profile->high == HIGH_IDENTIFIED && has_identified(current));
    if (!high)
        return (Interval){0, 0};
    return is_left_open(current, high) ? (Interval){high->range.low, INTERVAL_OPEN} : high->range;
}

/* A party's word on its enemy, where the profile lets it raise high: numbers only. */
static void raise_by_enemy(const ToldList *list, Interval *high)
{
    for (size_t i = 0; i < list->count; i++) {
        const Told *x = &list->items[i];
        if (!x->about_enemy || x->superseded || x->too_wide || x->point < 0 || high->high == INTERVAL_OPEN)
            continue;
        if (x->range.high == INTERVAL_OPEN ? x->range.low >= high->high : x->range.high > high->high)
            *high = x->range;
    }
}

bool best_high(const Profile *profile, const Current *current, const ToldList *list, int64_t best, Interval *out)
{
    *out = (Interval){best, best};
    if (current->count > 0 && profile->high != HIGH_BEST)
        *out = high_of_current(profile, current);
    if (out->high < best)
        *out = (Interval){best, best};
    if (profile->enemy == ENEMY_HIGH)
        raise_by_enemy(list, out);
    return out->high > 0 || current->count > 0;
}
