#include "assemble/link/compare.h"

#include "assemble/link/agree.h"
#include "assemble/link/cause.h"

typedef enum {
    FOUND_NOTHING,
    FOUND_FACTS_SAME,
    FOUND_DAYS_SAME,
    FOUND_DAYS_3,
    FOUND_DAYS_7,
    FOUND_DAYS_30,
    FOUND_DAYS_FAR,
    FOUND_DAYS_APART,
    FOUND_WRITTEN_BEFORE,
    FOUND_TOWNS_APART,
    FOUND_STREETS_APART,
    FOUND_SIDES_APART,
    FOUND_TALLY,
    FOUND_ROWS_APART,
    FOUND_REPORTED_SAME,
    FOUND_REPORTED_7,
    FOUND_REPORTED_14,
    FOUND_REPORTED_21,
    FOUND_REPORTED_FAR,
    FOUND_UNDATED,
    FOUND_PLACE_SAME,
    FOUND_PLACE_EACH,
    FOUND_PLACE_OTHER,
    FOUND_PLACE_FAR,
    FOUND_PLACE_FAR_SMALL,
    FOUND_KILLED_ADDED_TO,
    FOUND_KILLED_SAME,
    FOUND_KILLED_OFF,
    FOUND_KILLED_FAR,
    FOUND_DEATHS_ONE,
    FOUND_INJURED_SAME,
    FOUND_INJURED_OFF,
    FOUND_INJURED_FAR,
    FOUND_TYPE_OTHER,
    FOUND_ACTORS_SHARED,
    FOUND_ACTORS_OTHER,
    FOUND_TARGETS_SHARED,
    FOUND_TARGETS_OTHER,
    FOUND_AGES_SHARED,
    FOUND_AGES_OTHER,
    FOUND_AGES_FAR,
    FOUND_SEXES_OTHER,
    FOUND_PERSON_SHARED,
    FOUND_STREETS_SHARED,
    FOUND_STREETS_OTHER,
    FOUND_EARLIER,
    FOUND_EARLIER_APART,
    FOUND_CAUSE_OTHER,
    FOUND_CAUSE_UNLIKE,
    FOUND_CAUSE_APART,
    FOUND_DEEDS_APART,
    FOUND_COUNT_
} Finding;

typedef struct {
    Str text;
    double weight;
} FindingRow;

#define ROW(text, weight)                                                                                              \
    {                                                                                                                  \
        {text, sizeof(text) - 1}, weight                                                                               \
    }

/* The cube roots, rounded, of how much oftener a finding holds of two reports of one event than of two of one town:
 * three such findings weigh as much as twice the likeness of words. */
static const FindingRow ROWS[FOUND_COUNT_] = {
    [FOUND_NOTHING] = ROW("", 1),
    [FOUND_FACTS_SAME] = ROW("the same day, kind, place and dead in a small pile", 4),
    [FOUND_DAYS_SAME] = ROW("same days", 2),
    [FOUND_DAYS_3] = ROW("days within 3 of each other", 1),
    [FOUND_DAYS_7] = ROW("days within a week of each other", .6),
    [FOUND_DAYS_30] = ROW("days within a month of each other", .35),
    [FOUND_DAYS_FAR] = ROW("days over a month apart", .15),
    [FOUND_DAYS_APART] = ROW("attacks told as news of two days", .02),
    [FOUND_WRITTEN_BEFORE] = ROW("one report was written a month before what the other tells as news", .02),
    [FOUND_TOWNS_APART] = ROW("told as news of two towns far apart", .02),
    [FOUND_STREETS_APART] = ROW("news of two streets, each with its toll", .02),
    [FOUND_SIDES_APART] = ROW("attacks of two states, each in the other's land", .02),
    [FOUND_TALLY] = ROW("a tally of weeks and an event of a day in a small pile", .02),
    [FOUND_ROWS_APART] = ROW("rows of other days or towns", .001),
    [FOUND_REPORTED_SAME] = ROW("reported within 2 days", 1.5),
    [FOUND_REPORTED_7] = ROW("reported within a week", .9),
    [FOUND_REPORTED_14] = ROW("reported within two weeks", .65),
    [FOUND_REPORTED_21] = ROW("reported within three weeks", .45),
    [FOUND_REPORTED_FAR] = ROW("reported over three weeks apart", .3),
    [FOUND_UNDATED] = ROW("a day unknown", .3),
    [FOUND_PLACE_SAME] = ROW("same place", 1.15),
    [FOUND_PLACE_EACH] = ROW("each report names the place of the other", 1.75),
    [FOUND_PLACE_OTHER] = ROW("attacks in two towns of which neither report names the other's", .5),
    [FOUND_PLACE_FAR] = ROW("places far apart", .7),
    [FOUND_PLACE_FAR_SMALL] = ROW("places far apart in a small pile", .05),
    [FOUND_KILLED_ADDED_TO] = ROW("as many killed as one knew before", 2),
    [FOUND_KILLED_SAME] = ROW("as many killed", 1.15),
    [FOUND_KILLED_OFF] = ROW("not as many killed", .85),
    [FOUND_KILLED_FAR] = ROW("over twice as many killed", .75),
    [FOUND_DEATHS_ONE] = ROW("a death in one, only injured in the other", .55),
    [FOUND_INJURED_SAME] = ROW("as many injured", 1.15),
    [FOUND_INJURED_OFF] = ROW("not as many injured", .85),
    [FOUND_INJURED_FAR] = ROW("over twice as many injured", .75),
    [FOUND_TYPE_OTHER] = ROW("another kind of event", .85),
    [FOUND_ACTORS_SHARED] = ROW("an actor in common", 1.3),
    [FOUND_ACTORS_OTHER] = ROW("other actors", .8),
    [FOUND_TARGETS_SHARED] = ROW("a target in common", 1.15),
    [FOUND_TARGETS_OTHER] = ROW("other targets", .8),
    [FOUND_AGES_SHARED] = ROW("a victim of the same age", 2),
    [FOUND_AGES_OTHER] = ROW("victims of other ages", .55),
    [FOUND_AGES_FAR] = ROW("one killed in each, of ages far apart", .55),
    [FOUND_SEXES_OTHER] = ROW("a man killed in one, a woman in the other", .55),
    [FOUND_PERSON_SHARED] = ROW("a person of the same name", 4),
    [FOUND_STREETS_SHARED] = ROW("a street in common", 3),
    [FOUND_STREETS_OTHER] = ROW("other streets", .5),
    [FOUND_EARLIER] = ROW("one report tells of the other's as an earlier event", .05),
    [FOUND_EARLIER_APART] = ROW("one report tells of the other's news as an earlier event in a small pile", .02),
    [FOUND_CAUSE_UNLIKE] = ROW("harm by other causes, in a small pile", .5),
    [FOUND_CAUSE_APART] = ROW("news of two causes and two tolls in a small pile", .02),
    [FOUND_DEEDS_APART] = ROW("news of a bomb and of gunmen, each with its own dead, in a small pile", .02),
    [FOUND_CAUSE_OTHER] = ROW("harm by causes that no one event has, in a small pile", .02),
};

#define BIT_OF(finding) (1ULL << (finding))

enum {
    WEEK = 7,      /* days */
    NEWS_DAYS = 7, /* a report is about those before it */
    MONTH = 30,
    HALF_YEAR = 183,
    MANY = 5, /* people killed */
};

/* A last day up to which a finding holds. */
typedef struct {
    int64_t days;
    Finding finding;
} DayStep;

static const DayStep STATED[] = {
    {1, FOUND_DAYS_SAME}, {3, FOUND_DAYS_3}, {7, FOUND_DAYS_7}, {30, FOUND_DAYS_30}, {INT64_MAX, FOUND_DAYS_FAR}};
static const DayStep REPORTED[] = {{2, FOUND_REPORTED_SAME},
                                   {7, FOUND_REPORTED_7},
                                   {14, FOUND_REPORTED_14},
                                   {21, FOUND_REPORTED_21},
                                   {INT64_MAX, FOUND_REPORTED_FAR}};

/* "In October, 120 people were killed": of weeks, many, and by no event in particular. */
static bool is_tally(const EventTraits *event)
{
    return event->stated && window_days(event->window) > WEEK && event->type == 0 && event->killed >= MANY;
}

static Finding find_days(const EventTraits *a, const EventTraits *b, bool small_pile)
{
    if (!window_is_known(a->window) || !window_is_known(b->window))
        return FOUND_UNDATED;
    if (small_pile && ((agree_is_day(a) && is_tally(b)) || (agree_is_day(b) && is_tally(a))))
        return FOUND_TALLY;
    bool counted = small_pile && (a->counted || b->counted);
    const DayStep *step = a->stated && b->stated && !counted ? STATED : REPORTED;
    int64_t gap = agree_gap(a->window, b->window);
    while (gap > step->days)
        step++;
    return step->finding;
}

/* In a large pile, where many tell of attacks of one kind. */
static Finding find_place_among_many(const EventTraits *a, const EventTraits *b)
{
    bool attacks = a->type != 0 && b->type != 0;
    if (attacks && a->country == b->country && agree_names_place_of(a, b) && agree_names_place_of(b, a))
        return FOUND_PLACE_EACH;
    if (attacks && agree_are_in_towns(a, b) && agree_are_two_towns(a, b))
        return FOUND_PLACE_OTHER;
    return a->is_spot && b->is_spot && agree_are_far(a->point, b->point) ? FOUND_PLACE_FAR : FOUND_NOTHING;
}

static Finding find_place(const EventTraits *a, const EventTraits *b, bool small_pile)
{
    if (agree_are_in_one_place(a, b))
        return FOUND_PLACE_SAME;
    if (!small_pile)
        return find_place_among_many(a, b);
    bool spots = a->is_spot && b->is_spot;
    bool placed = (a->is_spot || a->is_land) && (b->is_spot || b->is_land);
    bool abroad = placed && a->country != 0 && b->country != 0 && a->country != b->country;
    if (agree_are_strangers(a, b))
        return FOUND_PLACE_FAR_SMALL;
    if (!(spots || abroad) || !agree_are_far(a->point, b->point) || agree_may_be_one_spot(a, b))
        return FOUND_NOTHING;
    return FOUND_PLACE_FAR_SMALL;
}

/* same, and the two findings behind it. One more or less is what early reports err by. */
static Finding find_toll(int64_t x, int64_t y, Finding same)
{
    if (x < 0 || y < 0)
        return FOUND_NOTHING;
    int64_t less = x < y ? x : y;
    int64_t more = x < y ? y : x;
    if (more == less)
        return less > 1 ? same : FOUND_NOTHING;
    if (more - less == 1)
        return FOUND_NOTHING;
    return more > 2 * less ? same + 2 : same + 1;
}

/* Does one tell of a death and the other of nobody but people who live? Some die since, but seldom. */
static bool died_in_one(const EventTraits *a, const EventTraits *b)
{
    return (a->killed > 0 && b->all_live) || (b->killed > 0 && a->all_live);
}

/* Does one tell who has died since, on top of as many as the other tells of? */
static bool adds_to(const EventTraits *later, const EventTraits *earlier)
{
    return later->before >= COMPARE_SEVERAL && later->before == earlier->killed;
}

static Finding find_killed(const EventTraits *a, const EventTraits *b, bool small_pile)
{
    if (adds_to(a, b) || adds_to(b, a))
        return FOUND_KILLED_ADDED_TO;
    return !small_pile && died_in_one(a, b) ? FOUND_DEATHS_ONE : find_toll(a->killed, b->killed, FOUND_KILLED_SAME);
}

static Finding find_ages_told(const EventTraits *a, const EventTraits *b)
{
    if (!a->has_ages || !b->has_ages)
        return FOUND_NOTHING;
    if (agree_share_ages(a, b))
        return FOUND_AGES_SHARED;
    return a->killed == 1 && b->killed == 1 && agree_are_ages_far(a, b) ? FOUND_AGES_FAR : FOUND_AGES_OTHER;
}

/* Both call the same person by name. Two attacks, each told of another day, may have had one suspect. */
static Finding find_person(const EventTraits *a, const EventTraits *b)
{
    bool two_days = a->dated && b->dated && agree_gap(a->window, b->window) > 1;
    return hash_list_meets(a->people, b->people) && !two_days ? FOUND_PERSON_SHARED : FOUND_NOTHING;
}

/* In a small pile an "attack" beside one bombing says that it was one, and a car bomb is one too. An explosion may be any blast. */
static Finding find_type(const EventTraits *a, const EventTraits *b, bool small_pile)
{
    bool akin = a->family == FAMILY_ANY || b->family == FAMILY_ANY || a->family == b->family;
    bool open = (a->bare_blast || b->bare_blast) && a->family == b->family;
    return a->type == b->type || open || (small_pile && akin) ? FOUND_NOTHING : FOUND_TYPE_OTHER;
}

static Finding find_names(HashList a, HashList b, Finding shared, Finding other)
{
    if (a.count == 0 || b.count == 0)
        return FOUND_NOTHING;
    return hash_list_meets(a, b) ? shared : other;
}

/* Can the other report not be of the teller's event? It was written before that, or tells, and says so, days apart from it. */
static bool is_of_days_before(const EventTraits *teller, const EventTraits *other)
{
    int64_t gap = agree_gap(teller->window, other->window);
    bool written_before = other->written != DAY_NONE && other->written < teller->window.first;
    return window_is_known(other->window) && gap > 0 && (written_before || (other->stated && gap > 1));
}

/* Days of the event that the other report tells; where it says none, of the week before it was written. */
static bool may_be_of_days(const EventTraits *other, Window event)
{
    int64_t since = (int64_t)other->window.first - event.last;
    return window_overlaps(event, other->window) || (!other->stated && since >= 0 && since <= NEWS_DAYS);
}

static bool as_many_as(const EarlierEvent *event, const EventTraits *other)
{
    return event->killed >= COMPARE_SEVERAL && event->killed == other->killed;
}

/* Is one of what the report tells as earlier the other's main event: on its days, and in its place or near, or with its toll? What was
 * written as news before the teller's event is, in a pile of a few reports too, of the earlier alone. */
static Finding find_earlier(const EventTraits *teller, const EventTraits *other, bool small_pile)
{
    bool before = is_of_days_before(teller, other);
    bool alone = small_pile && other->fresh && other->written != DAY_NONE && other->written < teller->window.first;
    for (size_t i = 0; i < teller->earlier_count; i++) {
        const EarlierEvent *event = &teller->earlier[i];
        bool near =
            event->has_point && (other->is_spot || other->is_land) && !agree_are_far(event->point, other->point);
        bool as_many = as_many_as(event, other);
        bool next_day =
            as_many && other->stated && teller->killed != other->killed && agree_gap(teller->window, other->window) > 0;
        if ((before || next_day) && may_be_of_days(other, event->window) &&
            (near || as_many || place_hash_same(event->place, other->place)))
            return alone && before ? FOUND_EARLIER_APART : FOUND_EARLIER;
    }
    return FOUND_NOTHING;
}

static Finding find_causes(const EventTraits *a, const EventTraits *b)
{
    if (!cause_may_be_one(a->causes, b->causes))
        return FOUND_CAUSE_OTHER;
    if (agree_are_causes_apart(a, b))
        return FOUND_CAUSE_APART;
    if (agree_are_deeds_apart(a, b))
        return FOUND_DEEDS_APART;
    return cause_is_unlike(a->causes, b->causes) ? FOUND_CAUSE_UNLIKE : FOUND_NOTHING;
}

enum { ASPECTS = 13 };

static size_t how_many_of(const Finding found[ASPECTS], uint64_t set)
{
    size_t count = 0;
    for (size_t i = 0; i < ASPECTS; i++)
        count += set >> found[i] & 1;
    return count;
}

/* So many things besides the days differ, but for those of a set, and nothing is in common. */
static bool tell_apart(const Finding found[ASPECTS], size_t least, uint64_t but)
{
    const uint64_t other = BIT_OF(FOUND_KILLED_OFF) | BIT_OF(FOUND_KILLED_FAR) | BIT_OF(FOUND_INJURED_OFF) |
                           BIT_OF(FOUND_INJURED_FAR) | BIT_OF(FOUND_TYPE_OTHER) | BIT_OF(FOUND_ACTORS_OTHER) |
                           BIT_OF(FOUND_TARGETS_OTHER) | BIT_OF(FOUND_AGES_OTHER) | BIT_OF(FOUND_AGES_FAR) |
                           BIT_OF(FOUND_SEXES_OTHER) | BIT_OF(FOUND_CAUSE_UNLIKE);
    const uint64_t same = BIT_OF(FOUND_KILLED_SAME) | BIT_OF(FOUND_KILLED_ADDED_TO) | BIT_OF(FOUND_INJURED_SAME) |
                          BIT_OF(FOUND_ACTORS_SHARED) | BIT_OF(FOUND_TARGETS_SHARED) | BIT_OF(FOUND_AGES_SHARED);
    size_t others =
        how_many_of(found, other & ~but) + how_many_of(found, BIT_OF(FOUND_AGES_FAR)); /* somebody else died */
    return others >= least && how_many_of(found, same) == 0;
}

/* Attacks told as news of one day each: how many other things must differ, the fewer the further apart the days are; none where both
 * reports were written at once. */
static bool are_news_apart(const EventTraits *a, const EventTraits *b, int64_t gap, const Finding found[ASPECTS])
{
    bool at_once = agree_is_written_at_once(a) && agree_is_written_at_once(b);
    if (at_once && how_many_of(found, BIT_OF(FOUND_AGES_SHARED)) == 0 && agree_are_days_of_two(a, b, gap))
        return true;
    /* Of one day in one town a toll that is another, and not twice as large, is an hour older; dead and hurt both over twice as many are one thing. */
    bool far = how_many_of(found, BIT_OF(FOUND_KILLED_FAR)) > 0;
    bool both = far && (a->killed < b->killed) == (a->injured < b->injured);
    uint64_t grown = BIT_OF(FOUND_KILLED_OFF) | BIT_OF(FOUND_INJURED_OFF) | (both ? BIT_OF(FOUND_INJURED_FAR) : 0);
    grown = gap == 0 && how_many_of(found, BIT_OF(FOUND_PLACE_SAME)) > 0 ? grown : 0;
    return tell_apart(found, gap > 1 ? 1 : gap > 0 ? 2 : 3, grown);
}

/* One attack told as news of its day, and one told again of another day ("the bombing", a toll that has grown): several things differ,
 * or they are of two kinds. */
static bool is_retold_apart(const EventTraits *news, const EventTraits *again, int64_t gap,
                            const Finding found[ASPECTS])
{
    bool other_kind = news->family != again->family && news->family != FAMILY_ANY && again->family != FAMILY_ANY;
    bool other_event = again->dated && agree_kill_several(news, again) && tell_apart(found, 2, 0);
    return news->fresh && gap > 1 && ((other_kind && tell_apart(found, 1, 0)) || other_event);
}

static bool are_days_apart(const EventTraits *a, const EventTraits *b, const Finding found[ASPECTS])
{
    if (!agree_is_day(a) || !agree_is_day(b))
        return false;
    int64_t gap = agree_gap(a->window, b->window);
    if ((a->night && a->window.last + 1 == b->window.first) || (b->night && b->window.last + 1 == a->window.first))
        gap = 0; /* "on Sunday night", "early on Monday" */
    bool fights = a->family == FAMILY_FIGHT && b->family == FAMILY_FIGHT;
    if (fights && a->is_spot && place_hash_same(a->place, b->place) && gap <= 1)
        return false; /* which went on */
    if (a->fresh && b->fresh)
        return are_news_apart(a, b, gap, found);
    return is_retold_apart(a, b, gap, found) || is_retold_apart(b, a, gap, found);
}

/* Each tells of a day or a night just before it was written, far apart, with another toll of several: over twice as many where weeks lie
 * between, any other after half a year. A trial's day may be taken for the event's, but then as many died. */
static bool are_months_apart(const EventTraits *a, const EventTraits *b, const Finding found[ASPECTS])
{
    const uint64_t same = BIT_OF(FOUND_AGES_SHARED) | BIT_OF(FOUND_INJURED_SAME);
    if (!agree_is_news_then(a) || !agree_is_news_then(b) || !agree_kill_several(a, b) || how_many_of(found, same) > 0)
        return false;
    int64_t gap = agree_gap(a->window, b->window);
    return (gap > WEEK && how_many_of(found, BIT_OF(FOUND_KILLED_FAR)) > 0) ||
           (gap > MONTH && how_many_of(found, BIT_OF(FOUND_KILLED_OFF)) > 0) ||
           (gap > HALF_YEAR && a->killed != b->killed);
}

/* One tells as news of an attack, and the other was written a month before that day: whatever they share, it is of another. The month is for
 * days that are misread, as those of a trial are, which people do put beside the attack in a small pile; fighting goes on, and so does a
 * flood. */
static bool is_written_before(const EventTraits *news, const EventTraits *other)
{
    return news->fresh && news->type != 0 && news->family != FAMILY_FIGHT && other->written != DAY_NONE &&
           other->written < news->window.first - MONTH && !hash_list_meets(news->people, other->people);
}

/* Rows of a table that give other days, or other towns, in columns of their own: never of one event. */
static bool are_rows_apart(const EventTraits *a, const EventTraits *b)
{
    bool days = a->row_day && b->row_day && agree_gap(a->window, b->window) > 1;
    bool towns = a->row_spot && b->row_spot && !place_hash_same(a->place, b->place);
    return days || towns;
}

/* In a large pile days are often told wrongly, and a toll grows: only what was written at once is held to be news of its day there. */
static bool may_be_news(const EventTraits *a, const EventTraits *b, bool small_pile)
{
    bool attacks = a->type != 0 && b->type != 0 && a->family != FAMILY_FIGHT && b->family != FAMILY_FIGHT;
    return small_pile ||
           (attacks && a->fresh && b->fresh && agree_is_written_at_once(a) && agree_is_written_at_once(b));
}

/* What tells two events for certain stands in the place of what else days and places say. */
static void find_apart(const EventTraits *a, const EventTraits *b, bool small_pile, Finding out[ASPECTS])
{
    bool news = may_be_news(a, b, small_pile);
    if ((news && are_days_apart(a, b, out)) || (small_pile && are_months_apart(a, b, out)))
        out[0] = FOUND_DAYS_APART;
    if (!small_pile && (is_written_before(a, b) || is_written_before(b, a)))
        out[0] = FOUND_WRITTEN_BEFORE;
    if (news && agree_are_towns_apart(a, b))
        out[1] = FOUND_TOWNS_APART;
    if (small_pile && agree_are_streets_apart(a, b))
        out[1] = FOUND_STREETS_APART;
    if (agree_are_two_sides(a, b))
        out[1] = FOUND_SIDES_APART;
    if (are_rows_apart(a, b))
        out[0] = FOUND_ROWS_APART;
}

static void find_all(const EventTraits *a, const EventTraits *b, bool small_pile, Finding out[ASPECTS])
{
    size_t n = 0;
    out[n++] = find_days(a, b, small_pile);
    out[n++] = find_place(a, b, small_pile);
    out[n++] = find_killed(a, b, small_pile);
    out[n++] = find_toll(a->injured, b->injured, FOUND_INJURED_SAME);
    out[n++] = find_ages_told(a, b);
    out[n++] = (a->sexes | b->sexes) == (SUBGROUP_WOMEN | SUBGROUP_MEN) && (a->sexes & b->sexes) == 0
                   ? FOUND_SEXES_OTHER
                   : FOUND_NOTHING;
    Finding earlier = find_earlier(a, b, small_pile);
    out[n++] = earlier != FOUND_NOTHING ? earlier : find_earlier(b, a, small_pile);
    out[n++] = small_pile ? find_causes(a, b) : FOUND_NOTHING;
    if (a->type != 0 && b->type != 0) {
        out[n++] = find_type(a, b, small_pile);
        out[n++] = find_names(a->actors, b->actors, FOUND_ACTORS_SHARED, FOUND_ACTORS_OTHER);
        out[n++] = find_names(a->targets, b->targets, FOUND_TARGETS_SHARED, FOUND_TARGETS_OTHER);
    }
    out[n++] = find_person(a, b);
    out[n++] = find_names(a->streets, b->streets, FOUND_STREETS_SHARED, FOUND_STREETS_OTHER);
    while (n < ASPECTS)
        out[n++] = FOUND_NOTHING;
    if (small_pile && agree_facts(a, b))
        out[0] = FOUND_FACTS_SAME;
    find_apart(a, b, small_pile, out);
}

static const uint64_t APART = BIT_OF(FOUND_DAYS_APART) | BIT_OF(FOUND_WRITTEN_BEFORE) | BIT_OF(FOUND_TOWNS_APART) |
                              BIT_OF(FOUND_STREETS_APART) | BIT_OF(FOUND_ROWS_APART) | BIT_OF(FOUND_CAUSE_OTHER) |
                              BIT_OF(FOUND_CAUSE_APART) | BIT_OF(FOUND_EARLIER_APART) | BIT_OF(FOUND_SIDES_APART) |
                              BIT_OF(FOUND_DEEDS_APART);

/* Known to be two events. A crisis of a large pile is of many days and of many towns, but seldom are its reports of other days and towns. */
static bool are_apart(const EventTraits *a, const EventTraits *b, bool small_pile, const Finding found[ASPECTS])
{
    const uint64_t days = BIT_OF(FOUND_DAYS_APART);
    const uint64_t towns = BIT_OF(FOUND_TOWNS_APART) | BIT_OF(FOUND_PLACE_OTHER);
    bool both = how_many_of(found, days) > 0 && how_many_of(found, towns) > 0 && agree_gap(a->window, b->window) > 0;
    return both || how_many_of(found, small_pile ? APART : APART & ~(days | towns)) > 0;
}

double compare_weight(const EventTraits *a, const EventTraits *b, bool small_pile, bool *apart)
{
    Finding findings[ASPECTS];
    find_all(a, b, small_pile, findings);
    double weight = 1;
    for (size_t i = 0; i < ASPECTS; i++)
        weight *= ROWS[findings[i]].weight;
    *apart = are_apart(a, b, small_pile, findings);
    return weight;
}

void compare_put(Buf *out, const EventTraits *a, const EventTraits *b, bool small_pile)
{
    Finding findings[ASPECTS];
    find_all(a, b, small_pile, findings);
    for (size_t i = 0; i < ASPECTS; i++) {
        if (findings[i] == FOUND_NOTHING)
            continue;
        buf_put(out, STR("; "));
        buf_put(out, ROWS[findings[i]].text);
        buf_put(out, STR(", weight "));
        buf_fixed(out, ROWS[findings[i]].weight, 2);
    }
}
