#include "assemble/basis/traits_days.h"

#include "extract/event/disaster.h"

static bool is_of_days(Window window, int64_t widest)
{
    return window_is_known(window) && window_days(window) <= widest;
}

/* An attack or disaster, not the talks or the trial told of beside it. */
static bool dates_main(const Claim *claim)
{
    return !str_equal(claim->type, STR("other")) ||
           disaster_of(claim->type, claim->tactics, claim->tactic_count) != NULL;
}

/* The day of a toll by then, of bodies that were found, or of an arrest is mostly not the event's. */
static bool is_beside(const Claim *claim)
{
    return claim->total || claim->minimum || claim->outcome == OUTCOME_DETAINED || claim->outcome == OUTCOME_ESCAPED;
}

/* Days, so many at most: those that the text states before days inherited from the report; the days on which a toll was so, bodies were found or
 * somebody was arrested after both. */
static Window window_of(const Claim *const *claims, size_t count, int64_t widest)
{
    static const struct {
        ClaimKind kind;
        bool stated;
        bool beside; /* what dates the event only where nothing else does */
    } STEPS[] = {
        {KIND_ATTACK, true, false},    {KIND_CASUALTY, true, false}, {KIND_ATTACK, false, false},
        {KIND_CASUALTY, false, false}, {KIND_ATTACK, true, true},    {KIND_CASUALTY, true, true},
        {KIND_CASUALTY, false, true},  {KIND_ATTACK, false, true},
    };
    for (size_t k = 0; k < sizeof STEPS / sizeof *STEPS; k++)
        for (size_t i = 0; i < count; i++) {
            bool beside = claims[i]->kind == KIND_ATTACK ? !dates_main(claims[i]) : is_beside(claims[i]);
            if (claims[i]->kind == STEPS[k].kind && is_of_days(claims[i]->window, widest) &&
                (!STEPS[k].stated || !span_is_empty(claims[i]->window_span)) && (STEPS[k].beside || !beside))
                return claims[i]->window;
        }
    return WINDOW_NONE;
}

static bool is_harm(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && !claim->total && !claim->minimum &&
           (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED);
}

/* "A clerk was shot dead last week. He was killed on Sunday": of some days, the one on which as many came to the same harm, where nothing tells of
 * harm on another of them. */
static Window narrowed(const Claim *const *claims, size_t count, Window days)
{
    enum { SATURDAY = 5, WEEK_DAYS = 7 };
    Day day = DAY_NONE;
    bool same = false;
    bool night =
        window_days(days) == 2 && day_weekday(days.first) != SATURDAY; /* who was hit in it may have died behind it */
    if (window_days(days) < 2 || window_days(days) > WEEK_DAYS || night)
        return days;
    for (size_t i = 0; i < count; i++) {
        const Claim *part = claims[i];
        if (!is_harm(part) || span_is_empty(part->window_span) || window_days(part->window) != 1 ||
            part->window.first < days.first || part->window.last > days.last)
            continue;
        if (day != DAY_NONE && day != part->window.first)
            return days;
        day = part->window.first;
        for (size_t k = 0; k < count && !same; k++)
            same = is_harm(claims[k]) && window_equal(claims[k]->window, days) && claims[k]->outcome == part->outcome &&
                   interval_equal(claims[k]->count, part->count);
    }
    return same ? (Window){day, day} : days;
}

Window traits_days(const Claim *const *claims, size_t count, bool older)
{
    enum { WIDEST = 31, YEAR = 366 };
    Window window = window_of(claims, count, WIDEST);
    return window_is_known(window) || !older ? narrowed(claims, count, window) : window_of(claims, count, YEAR);
}
