#include "assemble/figure/toll_part.h"

enum {
    HOUR_SECONDS = 3600,
    SEVERAL = 3,     /* reports that make a toll known */
    RECENT = 9,      /* reports that say what is known now; as many in a row that tell of a part overthrow it */
    PART_OF = 2,     /* less than one in so many is a part */
    FEW = 10,        /* victims: of fewer, two beside five may well be another count */
    FAR_TIMES = 10,  /* what is told: more is of something else, until so many reports */
    AGREEING = 3,    /* within */
    AGREE_HOURS = 24 /* of each other tell about as many */
};

/* The largest figure of each of the last reports. */
typedef struct {
    int64_t points[RECENT];
    size_t count;
    uint32_t document; /* of the last */
} Recent;

/* What is known, and the reports since that tell of less. */
typedef struct {
    Recent known;
    Recent less;
} Known;

static void add_recent(Recent *recent, const Told *x)
{
    if (recent->count > 0 && recent->document == x->document) {
        int64_t *last = &recent->points[recent->count - 1];
        *last = x->point > *last ? x->point : *last;
        return;
    }
    if (recent->count == RECENT) {
        memmove(recent->points, recent->points + 1, (RECENT - 1) * sizeof *recent->points);
        recent->count--;
    }
    recent->points[recent->count++] = x->point;
    recent->document = x->document;
}

/* Whether it says how many died in all. */
static bool is_toll(const Told *x)
{
    return x->whole && !x->too_wide && !x->about_enemy && !x->local && !x->far_off && x->point >= 0;
}

static void note(Known *k, const Told *x)
{
    if (!is_toll(x))
        return;
    if (!x->of_part) {
        add_recent(&k->known, x);
        k->less = (Recent){.count = 0};
        return;
    }
    add_recent(&k->less, x);
    if (k->less.count == RECENT) {
        k->known = k->less;
        k->less = (Recent){.count = 0};
    }
}

/* The median, of two the lower, where several tell about as many; else -1. */
static int64_t agreed_toll(const Recent *recent)
{
    int64_t sorted[RECENT] = {0};
    for (size_t i = 0; i < recent->count; i++) {
        size_t at = i;
        for (; at > 0 && sorted[at - 1] > recent->points[i]; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = recent->points[i];
    }
    int64_t median = recent->count > 0 ? sorted[(recent->count - 1) / 2] : -1;
    int near = 0;
    for (size_t i = 0; i < recent->count; i++)
        near += sorted[i] <= PART_OF * median && median <= PART_OF * sorted[i];
    return near < SEVERAL ? -1 : median;
}

static int64_t known_toll(const Recent *recent)
{
    int64_t toll = agreed_toll(recent);
    return toll < FEW ? -1 : toll;
}

/* How many reports on one side of the figure at i tell about as many, within hours of it: no more than AGREEING are counted. */
static size_t agreeing(const ToldList *list, size_t i, bool later)
{
    const Told *x = &list->items[i];
    uint32_t last = x->document;
    size_t reports = 0;
    for (size_t k = i; reports < AGREEING && (later ? k + 1 < list->count : k > 0);) {
        const Told *y = &list->items[later ? ++k : --k];
        int64_t apart = later ? y->time - x->time : x->time - y->time;
        if (y->time == INT64_MAX || apart > (int64_t)AGREE_HOURS * HOUR_SECONDS)
            break;
        if (y->about_enemy || y->document == last || PART_OF * y->point < x->point)
            continue;
        reports++;
        last = y->document;
    }
    return reports;
}

/* The reports before the figure at i and, where those are few, the ones behind it. */
static Recent around(const ToldList *list, size_t i, const Recent *before, int64_t apart)
{
    const Told *x = &list->items[i];
    Recent near = *before;
    for (size_t k = i + 1; near.count < RECENT && k < list->count && list->items[k].time != INT64_MAX; k++)
        if (list->items[k].time - x->time >= apart && list->items[k].document != x->document &&
            is_toll(&list->items[k]))
            add_recent(&near, &list->items[k]);
    return near;
}

/* Far more than the reports around tell: of a body that is named ten times as far. What armed groups and rivals say stands beside. */
static bool is_far_off(const ToldList *list, size_t i, const Recent *before, int64_t apart)
{
    const Told *x = &list->items[i];
    Side side = told_side(x);
    if (x->about_enemy || x->point < (int64_t)FAR_TIMES * FEW || side == SIDE_ARMED_GROUP || side == SIDE_RIVAL)
        return false;
    Recent near = around(list, i, before, apart);
    if (near.count < RECENT)
        return false;
    int64_t toll = agreed_toll(&near);
    int64_t times = x->voice.identified && !x->voice.narrator ? (int64_t)FAR_TIMES * FAR_TIMES : FAR_TIMES;
    return toll >= 0 && x->point / times >= (toll > FEW ? toll : FEW) &&
           1 + agreeing(list, i, false) + agreeing(list, i, true) < AGREEING;
}

void toll_mark_parts(const Profile *profile, ToldList *list)
{
    Known known[SIDE_COUNT_] = {0};
    const int64_t apart = profile->lapse_hours * HOUR_SECONDS;
    size_t next = 0;
    for (size_t i = 0; profile->lapses && i < list->count && list->items[i].time != INT64_MAX; i++) {
        Told *x = &list->items[i];
        for (; list->items[next].time + apart <= x->time; next++) {
            const Told *y = &list->items[next];
            note(&known[SIDE_ANY], y);
            if (told_side(y) != SIDE_ANY)
                note(&known[told_side(y)], y);
        }
        x->of_part = !x->may_fall && !x->about_enemy && x->point >= 0 &&
                     PART_OF * x->point < known_toll(&known[told_side(x)].known);
        x->far_off = is_far_off(list, i, &known[SIDE_ANY].known, apart);
    }
}
