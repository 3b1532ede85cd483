#include "assemble/figure/current.h"

#include <stdlib.h>

#include "assemble/figure/toll_district.h"
#include "assemble/figure/toll_part.h"
#include "base/hash.h"

enum { HOUR_SECONDS = 3600, DAY_SECONDS = 86400 };

static bool holds_strictly(Window outer, Window inner)
{
    return window_holds(outer, inner) && !window_equal(outer, inner);
}

/* Days that figures state, and the largest figure that states them. */
typedef struct {
    Window window;
    int64_t largest;
    bool loose; /* all figures that state them are */
} StatedDays;

static size_t list_days(const ToldList *list, StatedDays *out)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Told *x = &list->items[i];
        if (!x->window_stated || x->too_wide || x->far_off)
            continue;
        size_t at = 0;
        while (at < count && !window_equal(out[at].window, x->window))
            at++;
        if (at == count)
            out[count++] = (StatedDays){x->window, x->point, true};
        out[at].loose = out[at].loose && x->loose;
        out[at].largest = x->point > out[at].largest ? x->point : out[at].largest;
    }
    return count;
}

/* "51 died in this week's riot": what is told of its day is no part of that, unless several days in it have figures. */
static bool is_only_dated(const StatedDays *days, size_t count, size_t at)
{
    size_t inner = 0;
    for (size_t i = 0; days[at].loose && i < count; i++)
        inner += holds_strictly(days[at].window, days[i].window);
    return days[at].loose && inner < 2;
}

/* Rule 2: 67 on Saturday lies inside 108 over 48 hours; 500 this year are not this incident's, and three this month are
 * others than the eight of its Tuesday. */
static bool is_of_other_days(const Told *x, const StatedDays *days, size_t count)
{
    enum { WEEK_DAYS = 7 };
    if (x->too_wide)
        return true;
    bool long_ago = window_days(x->window) > WEEK_DAYS;
    for (size_t i = 0; x->window_stated && x->point >= 0 && i < count; i++) {
        if (days[i].largest >= x->point && holds_strictly(days[i].window, x->window) && !is_only_dated(days, count, i))
            return true;
        if (long_ago && days[i].largest > x->point && holds_strictly(x->window, days[i].window))
            return true;
    }
    return false;
}

static void mark_other_days(ToldList *list, Arena *arena)
{
    StatedDays *days = ARENA_ARRAY(arena, StatedDays, list->count + 1);
    size_t count = list_days(list, days);
    for (size_t i = 0; i < list->count; i++)
        list->items[i].other_days = is_of_other_days(&list->items[i], days, count);
}

enum { LARGEST = 3 };

/* What later reports say, as the list is walked from its end. */
typedef struct {
    int64_t largest[LARGEST]; /* of a document each, the largest first; -1 */
    uint32_t largest_in[LARGEST];
    uint32_t document; /* last counted */
    size_t documents;
    uint32_t
        exact_in; /* the same of those that give one number: "more than 200" and "nearly 250" leave 246 as it was */
    size_t exact;
} Later;

/* Keeps the largest figure of each document. */
static void note_largest(Later *later, const Told *y)
{
    size_t at = 0;
    while (at + 1 < LARGEST && (later->largest[at] < 0 || later->largest_in[at] != y->document))
        at++;
    if (y->point <= later->largest[at])
        return;
    for (; at > 0 && later->largest[at - 1] < y->point; at--) {
        later->largest[at] = later->largest[at - 1];
        later->largest_in[at] = later->largest_in[at - 1];
    }
    later->largest[at] = y->point;
    later->largest_in[at] = y->document;
}

static void note_later(Later *later, const Told *y)
{
    if (!(y->whole || y->minimum) || y->too_wide || y->of_part || y->far_off || y->about_enemy || y->died ||
        y->point < 0)
        return;
    if (y->whole) {
        later->documents += later->documents == 0 || y->document != later->document;
        later->document = y->document;
    }
    if (y->whole && y->range.high == y->range.low) {
        later->exact += later->exact == 0 || y->document != later->exact_in;
        later->exact_in = y->document;
    }
    note_largest(later, y);
}

/* Two that are more than twice as large and far from each other may each be of something else: then three. */
static bool is_outgrown(const Later *later, const Told *x)
{
    const int64_t *largest = later->largest;
    bool near = largest[1] <= 2 * x->point || largest[0] * 2 <= largest[1] * 3;
    return largest[1] > x->point && (near || largest[2] > x->point);
}

static bool is_lapsed(const Profile *profile, const Told *x, const Later *later, int64_t newest)
{
    if (x->may_fall && later->documents > 0)
        return true;
    return x->point >= 0 && (is_outgrown(later, x) || (newest - x->time > profile->lapse_days * DAY_SECONDS &&
                                                       later->exact >= (size_t)profile->lapse_reports));
}

/* A figure is current until two reports of some hours later or more give a larger one, or, some days on, there are some
 * newer; one that may fall, until any does (doc/counts.md; how many is the profile's). The list stands in order of time,
 * undated figures last. */
static void mark_lapsed(const Profile *profile, ToldList *list)
{
    if (!profile->lapses)
        return;
    Later later[SIDE_COUNT_];
    for (Side side = SIDE_ANY; side < SIDE_COUNT_; side++)
        later[side] = (Later){.largest = {-1, -1, -1}};
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
            if (told_side(y) != SIDE_ANY)
                note_later(&later[told_side(y)], y);
        }
        x->lapsed = is_lapsed(profile, x, &later[told_side(x)], newest);
    }
}

/* Figures of a list by their voice. */
typedef struct {
    uint64_t voice;
    uint32_t at;
} ByVoice;

static int by_voice(const void *a, const void *b)
{
    const ByVoice *x = a;
    const ByVoice *y = b;
    if (x->voice != y->voice)
        return x->voice < y->voice ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* "Six died", and later, by the same voice, "at least five": no other number than the six. */
static bool is_floor_of(const Told *y, const Told *x)
{
    return y->dead && y->time > x->time && y->range.high == INTERVAL_OPEN && x->range.high == x->range.low &&
           !y->total && y->point >= 0 && y->point < x->point && x->whole && y->whole && !x->other_days && !x->far_off &&
           !x->about_enemy && !y->about_enemy && !district_is_apart(y, x);
}

/* Rule 4: does the voice's figure y stand for its figure x? Among figures of one time, or of one day where
 * a report tells no more, the larger stands. Hurt of whom some have died
 * since stand for none. */
static bool supersedes(const Told *y, const Told *x)
{
    if (y == x || y->other_days || y->died || y->about_enemy != x->about_enemy || district_is_apart(y, x) ||
        is_floor_of(y, x))
        return false;
    if (is_floor_of(x, y))
        return true;
    bool whole = y->whole && !y->singly;
    bool part = (x->whole || x->minimum) && !whole && !((y->alive || y->minimum || y->singly) && y->point > x->point);
    if (y->point < 0 || part || (y->local && !x->local) || (y->of_part && !x->of_part) || (y->far_off && !x->far_off) ||
        (x->window_stated && !y->window_stated && y->point < x->point))
        return false;
    if (y->time > x->time_last)
        return true;
    return y->time_last >= x->time && y->document != x->document && x->point >= 0 && !x->about_enemy &&
           (y->point > x->point || (y->point == x->point && y->document < x->document));
}

/* "The ministry revised the toll down to 19": the authorities speak with one voice (rule 5), so what another body of theirs had counted is put
 * right as well, be it told in a report before or as of a day before. */
static bool corrects(const Told *y, const Told *x)
{
    return x->said < y->time && x->voice.party == y->voice.party && str_equal(x->voice.state, y->voice.state) &&
           x->whole && !x->minimum && !x->about_enemy && !x->other_days && x->point > y->point;
}

/* A number that a body has put lower since, and when it did. */
typedef struct {
    int64_t point;
    int64_t time;
    bool corrected; /* the body said so: who repeats it for a day more has not heard of it */
} Withdrawn;

/* "The coast guard put the toll of 27 down to 19": a toll by then, of a named voice that is no armed group. */
static bool is_toll_of_body(const Told *y)
{
    return y->total && y->whole && !y->minimum && !y->superseded && !y->about_enemy && !y->other_days && !y->local &&
           y->voice.identified && y->voice.party != PARTY_ARMED_GROUP && y->point >= 0 && y->time != INT64_MAX;
}

/* What the last of one voice's figures takes back of those before it. Returns how many. */
static size_t find_withdrawn(const ToldList *list, const ByVoice *own, size_t count, Withdrawn *out)
{
    size_t found = 0;
    const Told *y = NULL;
    for (size_t i = 0; i < count; i++)
        if (is_toll_of_body(&list->items[own[i].at]))
            y = &list->items[own[i].at];
    for (size_t i = 0; y && i < count; i++) {
        const Told *x = &list->items[own[i].at];
        if (x->superseded && x->whole && !x->minimum && !x->other_days && x->time < y->time && x->point > y->point)
            out[found++] = (Withdrawn){x->point, y->time, false};
    }
    return found;
}

/* An outlet's own word for a number that its body has taken back repeated it. */
static void mark_taken_back(ToldList *list, const Withdrawn *withdrawn, size_t count)
{
    for (size_t i = 0; count > 0 && i < list->count; i++) {
        Told *z = &list->items[i];
        for (size_t k = 0; voice_is_repeating(&z->voice) && !z->superseded && k < count; k++) {
            const Withdrawn *w = &withdrawn[k];
            bool repeats = w->corrected ? z->time <= w->time + DAY_SECONDS : z->voice.narrator && z->time <= w->time;
            z->taken_back = z->superseded = z->point == w->point && repeats;
        }
    }
}

/* Returns how many numbers of their own the authorities have put right. */
static size_t mark_corrected(ToldList *list, Withdrawn *out)
{
    size_t found = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Told *y = &list->items[i];
        for (size_t k = 0; y->lowered && is_toll_of_body(y) && y->voice.party == PARTY_GOVERNMENT && k < list->count;
             k++) {
            Told *x = &list->items[k];
            if (x->superseded || !corrects(y, x))
                continue;
            x->superseded = x->taken_back = true;
            out[found++] = (Withdrawn){x->point, y->time, true};
        }
    }
    return found;
}

static void mark_superseded(ToldList *list, Arena *arena)
{
    ByVoice *order = ARENA_ARRAY(arena, ByVoice, list->count + 1);
    Withdrawn *withdrawn = ARENA_ARRAY(arena, Withdrawn, 2 * list->count + 1);
    size_t withdrawn_count = 0;
    for (size_t i = 0; i < list->count; i++)
        order[i] = (ByVoice){hash_of(list->items[i].voice.key), (uint32_t)i};
    qsort(order, list->count, sizeof *order, by_voice);
    for (size_t start = 0; start < list->count;) {
        size_t end = start + 1;
        while (end < list->count && order[end].voice == order[start].voice)
            end++;
        for (size_t i = start; i < end; i++) {
            Told *x = &list->items[order[i].at];
            x->superseded = x->lapsed || x->died || x->grown;
            for (size_t k = end; k-- > start && !x->superseded;) /* what comes later stands at the end */
                x->superseded = supersedes(&list->items[order[k].at], x);
        }
        withdrawn_count += find_withdrawn(list, order + start, end - start, withdrawn + withdrawn_count);
        start = end;
    }
    withdrawn_count += mark_corrected(list, withdrawn + withdrawn_count);
    mark_taken_back(list, withdrawn, withdrawn_count);
}

/* "15 died, up from 12": the 12 of reports before it. */
static void mark_replaced(ToldList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const Told *y = &list->items[i];
        bool states = y->former > 0 && y->whole && !y->about_enemy && !y->other_days && !y->far_off && !y->of_part &&
                      !y->too_wide && y->time != INT64_MAX;
        for (size_t k = 0; states && k < list->count; k++) {
            Told *x = &list->items[k];
            if (x->document != y->document && x->point == y->former && x->time <= y->time && !x->about_enemy &&
                voice_takes_back(&y->voice, &x->voice, y->point > x->point))
                x->superseded = x->taken_back = true;
        }
    }
}

/* The largest figures that others may be parts of: none of hurt of whom some have died since. */
typedef struct {
    int64_t of_all;  /* stated of all victims of the cell */
    int64_t counted; /* of all, of the dead also of some ("two men"), and more than people described here and there */
    int64_t of_any;  /* of all, of a class of them, or of some: as many at least */
    int64_t known;   /* the same, by somebody who is named or has an office */
    int64_t of_some; /* of some of the hurt, as many at least: those in hospital */
    int64_t of_more; /* of more than one town */
} Largest;

/* Is everybody whom a report describes one by one among these, unless they are more? */
static bool is_count_of_some(const Told *y)
{
    return y->singly ? y->generic && y->row : y->generic || (y->dead && y->whole && !y->local);
}

/* Of fewer in hospital others may be the ones described. */
static bool is_of_some_hurt(const Told *y)
{
    enum { MANY = 10 };
    return (y->minimum || (y->alive && y->point >= MANY)) && !y->dead && !y->local;
}

static void raise_to(int64_t *largest, bool counts, int64_t point)
{
    if (counts && point > *largest)
        *largest = point;
}

static Largest find_largest(const ToldList *list)
{
    Largest out = {-1, -1, -1, -1, -1, -1};
    for (size_t i = 0; i < list->count; i++) {
        const Told *y = &list->items[i];
        if (y->about_enemy || y->too_wide || y->far_off || y->died || y->other_days)
            continue;
        raise_to(&out.of_all, y->generic, y->point);
        raise_to(&out.counted, is_count_of_some(y), y->point);
        raise_to(&out.of_some, is_of_some_hurt(y), y->point);
        bool any = (y->generic || y->whole || y->minimum) && !y->local;
        raise_to(&out.of_any, any, y->point);
        raise_to(&out.known, any && y->voice.identified, y->point);
        raise_to(&out.of_more, !y->local, y->point);
    }
    return out;
}

/* One described victim, a sub-group, one town or the bodies found, beside a larger count of all of them is no rival figure; nor are
 * fewer bodies beside more. */
static bool is_partial(const Largest *largest, const Told *x)
{
    int64_t described = largest->counted > largest->of_some ? largest->counted : largest->of_some;
    int64_t any =
        x->voice.identified ? largest->known : largest->of_any; /* residents' 20 are no whole of a clinic's 15 */
    int64_t whole = x->minimum ? any : x->singly ? described : x->generic ? -1 : largest->of_all;
    whole = x->local && largest->of_more > whole ? largest->of_more : whole;
    return whole > x->point || (!x->whole && !x->minimum && whole == x->point);
}

/* Two policemen were dead, and later "a third policeman died": three are. */
static void count_numbered(ToldList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        Told *x = &list->items[i];
        bool counted = x->nth == 0;
        for (size_t k = 0; k < list->count && !counted; k++) {
            const Told *y = &list->items[k];
            counted = y->time < x->time && y->whole && !y->about_enemy && y->point + 1 == (int64_t)x->nth;
            if (!counted)
                continue;
            x->point = x->nth;
            x->range = (Interval){x->point, x->point};
            x->form = COUNT_EXACT;
            x->text = STR_NONE;
            x->whole = x->total = true;
            x->singly = false;
        }
    }
}

/* Whom only their names tell to be women give way to any number of women that somebody states, larger or smaller. */
static void mark_by_name(ToldList *list)
{
    bool stated = false;
    bool by_name = false;
    for (size_t i = 0; i < list->count; i++) {
        const Told *x = &list->items[i];
        by_name = by_name || x->by_name > 0;
        stated = stated || (x->by_name == 0 && x->point >= 0 && !x->singly && !x->about_enemy && !x->too_wide);
    }
    for (size_t i = 0; by_name && stated && i < list->count; i++)
        list->items[i].of_part = list->items[i].of_part || list->items[i].by_name > 0;
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
    count_numbered(list);
    toll_mark_parts(profile, list);
    mark_by_name(list);
    mark_lapsed(profile, list);
    mark_other_days(list, arena);
    mark_superseded(list, arena);
    mark_replaced(list);
    Largest largest = find_largest(list);
    for (size_t i = 0; i < list->count; i++) {
        const Told *told = &list->items[i];
        if (!told->superseded && !told->about_enemy && told->point >= 0 && !told->other_days && !told->of_part &&
            !told->far_off && !is_partial(&largest, told))
            current.items[current.count++] = told;
    }
    qsort(current.items, current.count, sizeof(const Told *), by_point);
    return current;
}
