#include "assemble/figure/best.h"

#include <stdlib.h>

#include "assemble/figure/disputed.h"
#include "assemble/figure/overtaken.h"

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

/* The number that more than half of the voices give, which stands in the middle of the list, -1. */
static int64_t majority_point(const Current *current)
{
    int64_t middle = current->items[(current->count - 1) / 2]->point;
    size_t same = 0;
    for (size_t i = 0; i < current->count; i++)
        same += current->items[i]->point == middle;
    return 2 * same > current->count ? middle : -1;
}

/* What a step asks of all figures that are left, found once. */
typedef struct {
    const BestStep *step;
    const Current *left;
    int64_t newest;
    int64_t majority;
} Narrowing;

static bool is_kept(const Narrowing *n, size_t i)
{
    const Current *left = n->left;
    const Told *x = left->items[i];
    switch (n->step->kind) {
    case STEP_MEDIAN: return i == (left->count - 1) / 2;
    case STEP_LOWEST: return x->point == left->items[0]->point;
    case STEP_HIGHEST: return x->point == left->items[left->count - 1]->point;
    case STEP_LATEST: return x->time != INT64_MAX && x->time >= n->newest - n->step->hours * HOUR_SECONDS;
    case STEP_MAJORITY: return x->point == n->majority;
    case STEP_RELIABLE: return x->voice.identified || x->voice.first_hand;
    case STEP_POSTERIOR:
    case STEP_COUNT_: break;
    }
    return false;
}

static Current narrow(const BestStep *step, const Current *left, Arena *arena)
{
    Current kept = {ARENA_ARRAY(arena, const Told *, left->count + 1), 0};
    Narrowing narrowing = {step, left, 0, 0};
    if (step->kind == STEP_LATEST)
        narrowing.newest = newest_time(left);
    if (step->kind == STEP_MAJORITY)
        narrowing.majority = majority_point(left);
    for (size_t i = 0; i < left->count; i++)
        if (is_kept(&narrowing, i))
            kept.items[kept.count++] = left->items[i];
    return kept;
}

/* A dated figure among those that may pass others, and the largest of it and what is later: of all, of those that count for any
 * figure, of those that do once days have gone by, and of those told as a toll that moved to the number. */
typedef struct {
    int64_t time;
    int64_t any;
    int64_t toll;
    int64_t days_later;
    int64_t risen;
} Passing;

static int by_time(const void *a, const void *b)
{
    const Passing *x = a;
    const Passing *y = b;
    return x->time < y->time ? -1 : x->time > y->time;
}

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

typedef struct {
    Passing *items; /* by time; one more than count, of nothing */
    size_t count;
} Passings;

/* By those who count the victims, or as the toll by then. */
static bool is_counted(const Told *y)
{
    return y->total || y->voice.party == PARTY_GOVERNMENT || y->voice.party == PARTY_MEDICAL ||
           y->voice.party == PARTY_AID;
}

/* own: of the authorities alone. */
static Passings find_passings(const Current *current, bool own, Arena *arena)
{
    Passings p = {ARENA_ARRAY(arena, Passing, current->count + 1), 0};
    for (size_t i = 0; i < current->count; i++) {
        const Told *y = current->items[i];
        if (y->time == INT64_MAX || (own && !disputed_is_theirs(y)))
            continue;
        p.items[p.count++] = (Passing){y->time, y->point, is_counted(y) ? y->point : -1,
                                       y->voice.identified ? y->point : -1, y->risen ? y->point : -1};
    }
    qsort(p.items, p.count, sizeof *p.items, by_time);
    p.items[p.count] = (Passing){INT64_MAX, -1, -1, -1, -1};
    for (size_t i = p.count; i-- > 0;) {
        Passing *x = &p.items[i];
        x->any = larger(x->any, x[1].any);
        x->toll = larger(x->toll, x[1].toll);
        x->days_later = larger(x->days_later, x[1].days_later);
        x->risen = larger(x->risen, x[1].risen);
    }
    return p;
}

/* What stands that many seconds after the time, or more. */
static const Passing *passing_after(const Passings *p, int64_t time, int64_t seconds)
{
    size_t low = 0;
    size_t high = p->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->items[middle].time - seconds >= time)
            high = middle;
        else
            low = middle + 1;
    }
    return &p->items[low];
}

static int by_document(const void *a, const void *b)
{
    const Told *x = *(const Told *const *)a;
    const Told *y = *(const Told *const *)b;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    return x->point < y->point ? -1 : x->point > y->point;
}

/* Those told as a toll that moved to the number, by report. */
static Current find_tolls(const Current *current, Arena *arena)
{
    Current tolls = {ARENA_ARRAY(arena, const Told *, current->count + 1), 0};
    for (size_t i = 0; i < current->count; i++)
        if (current->items[i]->risen)
            tolls.items[tolls.count++] = current->items[i];
    qsort(tolls.items, tolls.count, sizeof(const Told *), by_document);
    return tolls;
}

/* "Police said nine died. The toll has risen to twelve, the clinic said": the report itself says that there are more by now. */
static bool is_passed_on_page(const Current *tolls, const Told *x)
{
    size_t low = 0;
    size_t high = tolls->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tolls->items[middle]->document > x->document)
            high = middle;
        else
            low = middle + 1;
    }
    const Told *largest = low > 0 ? tolls->items[low - 1] : NULL;
    return largest && largest->document == x->document && largest->point > x->point && !x->total &&
           x->voice.party != PARTY_ARMED_GROUP;
}

/* What a post of a log and the later ones of that log count at most. */
typedef struct {
    uint32_t document;
    int64_t posted;
    int64_t point;
} Post;

typedef struct {
    Post *items; /* by document, then time */
    size_t count;
} Posts;

static int by_post(const void *a, const void *b)
{
    const Post *x = a;
    const Post *y = b;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    return x->posted < y->posted ? -1 : x->posted > y->posted;
}

static Posts find_posts(const Current *current, Arena *arena)
{
    Posts posts = {ARENA_ARRAY(arena, Post, current->count + 1), 0};
    for (size_t i = 0; i < current->count; i++) {
        const Told *y = current->items[i];
        if (y->posted != INT64_MIN && is_counted(y))
            posts.items[posts.count++] = (Post){y->document, y->posted, y->point};
    }
    qsort(posts.items, posts.count, sizeof *posts.items, by_post);
    for (size_t i = posts.count; i-- > 1;) {
        Post *before = &posts.items[i - 1];
        if (before->document == posts.items[i].document)
            before->point = larger(before->point, posts.items[i].point);
    }
    return posts;
}

/* "15:40 The hospital counts 12 dead. 17:30 The police speak of 19": a log follows one toll. */
static bool is_passed_in_log(const Posts *posts, const Told *x)
{
    if (x->posted == INT64_MIN || x->voice.party == PARTY_ARMED_GROUP)
        return false;
    Post own = {x->document, x->posted, 0};
    size_t low = 0;
    size_t high = posts->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_post(&posts->items[middle], &own) > 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low < posts->count && posts->items[low].document == x->document && posts->items[low].point > x->point;
}

/* Four in the morning does not gainsay nine in the evening: no voice for four (doc/counts.md). A larger figure of some hours later
 * stands for a floor ("at least four"), whoever gives it, or of one hour later where the toll has risen to it; for any figure, what the authorities, a hospital, rescuers or aid workers
 * count or somebody tells as the toll by then, and what a named voice says days later. */
static bool is_passed(const Profile *profile, const Passings *passings, const Told *x)
{
    int64_t hours = profile->lapse_hours * HOUR_SECONDS;
    int64_t days = larger(hours, profile->lapse_days * DAY_SECONDS);
    const Passing *later = passing_after(passings, x->time, hours);
    if (x->range.high == INTERVAL_OPEN)
        return later->any > x->point || passing_after(passings, x->time, HOUR_SECONDS)->risen > x->point;
    if (x->voice.party == PARTY_ARMED_GROUP)
        return false; /* what it says stands beside */
    return later->toll > x->point || passing_after(passings, x->time, days)->days_later > x->point;
}

Current best_voices(const Profile *profile, const Current *current, const ToldList *list, Arena *arena)
{
    if (!profile->lapses)
        return *current;
    Current kept = {ARENA_ARRAY(arena, const Told *, current->count + 1), 0};
    Passings passings = find_passings(current, false, arena);
    bool disputed = disputed_by_authorities(profile, list);
    Passings own = disputed ? find_passings(current, true, arena) : passings;
    Current tolls = find_tolls(current, arena);
    Posts posts = find_posts(current, arena);
    const bool *overtaken = overtaken_find(profile, current, list, arena);
    for (size_t i = 0; i < current->count; i++) {
        const Told *x = current->items[i];
        bool apart = disputed && disputed_is_theirs(x);
        if (!(overtaken[i] && !apart) && !is_passed(profile, apart ? &own : &passings, x) &&
            !(is_passed_on_page(&tolls, x) && !apart) && !is_passed_in_log(&posts, x))
            kept.items[kept.count++] = x;
    }
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

/* "Up to 200" vouches for nothing below. */
static bool is_ceiling(const Told *told)
{
    return told->range.low == 0 && told->range.high > 0 && told->range.high != INTERVAL_OPEN;
}

/* The largest floor that another voice, independent of the one that gives it, reaches too: the second of the voices' largest; -1. */
static int64_t supported_floor(const Current *current)
{
    int64_t first = -1;
    int64_t second = -1; /* of another voice than the first */
    Str voice = STR("");
    for (size_t i = 0; i < current->count; i++) {
        const Told *x = current->items[i];
        int64_t floor = x->range.low;
        if (x->voice.independent.len == 0 || is_ceiling(x))
            continue;
        if (str_equal(x->voice.independent, voice)) {
            first = larger(first, floor);
        } else if (floor > first) {
            second = first;
            first = floor;
            voice = x->voice.independent;
        } else {
            second = larger(second, floor);
        }
    }
    return second;
}

/* Of people told one by one, as many as one sentence tells of: whether they are all of one event nobody says. */
static int64_t own_floor(const Told *x)
{
    return x->in_one > 0 && x->in_one < x->range.low ? x->in_one : x->range.low;
}

/* Nothing, where there are only ceilings. */
static int64_t smallest_floor(const Current *current)
{
    int64_t smallest = INTERVAL_OPEN;
    for (size_t i = 0; i < current->count; i++)
        if (!is_ceiling(current->items[i]) && own_floor(current->items[i]) < smallest)
            smallest = own_floor(current->items[i]);
    return smallest == INTERVAL_OPEN ? 0 : smallest;
}

/* Whether the figure says how many the report knows of: people described one by one too, no bodies found, no town's share. */
static bool tells_many(const Told *x)
{
    return x->point > 0 && !x->about_enemy && !x->too_wide && !x->other_days && !x->far_off && !x->superseded &&
           !x->minimum && !x->local && x->by_name == 0;
}

/* Whether who tells it tells one of the current figures: more than this, and knows of all of them. */
static bool has_current(const Current *current, const Told *x)
{
    for (size_t i = 0; i < current->count; i++)
        if (current->items[i]->point > x->point && str_equal(current->items[i]->voice.key, x->voice.key))
            return true;
    return false;
}

/* Whether no other figure of its report in the list is larger, or as large and told before it. */
static bool is_most_of_report(const ToldList *list, size_t at)
{
    const Told *x = &list->items[at];
    for (size_t i = 0; i < list->count; i++) {
        const Told *y = &list->items[i];
        if (i != at && y->document == x->document && tells_many(y) &&
            (y->point > x->point || (y->point == x->point && i < at)))
            return false;
    }
    return tells_many(x);
}

/* "A man died" by one report, "two died" by another: where as many reports or more know of fewer than low, of a few victims, nobody can say
 * that they tell of some only. */
static int64_t low_of_reports(const Current *current, const ToldList *list, int64_t low)
{
    enum { FEW = 10, MOST_FIGURES = 64 };
    if (low >= FEW || list->count > MOST_FIGURES)
        return low;
    size_t reports = 0;
    size_t fewer = 0;
    int64_t smallest = low;
    for (size_t i = 0; i < list->count; i++) {
        if (!is_most_of_report(list, i) || has_current(current, &list->items[i]))
            continue;
        int64_t point = list->items[i].point;
        reports++;
        fewer += point < low;
        smallest = point < smallest ? point : smallest;
    }
    return 2 * fewer >= reports ? smallest : low;
}

int64_t best_low(const Profile *profile, const Current *current, const ToldList *list, int64_t best)
{
    if (profile->low == LOW_BEST)
        return best;
    int64_t supported = profile->low == LOW_SUPPORTED ? supported_floor(current) : -1;
    int64_t low = supported >= 0 ? supported : smallest_floor(current);
    low = low < best ? low : best;
    return supported >= 0 ? low : low_of_reports(current, list, low);
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
