#include "assemble/incident/incident_days.h"

#include "assemble/basis/traits.h"
#include "model/decision.h"

enum {
    OLDER_DAYS = 4,   /* an event that ended this long before the main one is another event */
    FEW_DAYS = 3,     /* an event's own */
    NEWS_DAYS = 7,    /* a report is about the days before it, if it tells of any */
    WIDEST_DAYS = 31, /* a stated window wider than this dates no event */
};

bool incident_is_stated(const Claim *claim)
{
    return claim_states_days(claim) && window_days(claim->window) <= WIDEST_DAYS;
}

/* Somebody is arrested or freed, mostly for what happened on other days. */
static bool is_aftermath(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && (claim->outcome == OUTCOME_DETAINED || claim->outcome == OUTCOME_ESCAPED);
}

/* "Two bodies were found on Friday", "bringing the toll to 12 on Friday": mostly after the event. */
static bool is_afterwards(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && (claim->minimum || claim->total);
}

/* Does the claim say when the event was, of which bodies were found on those days, if on any? */
static bool dates_before(const Claim *claim, Window found)
{
    return window_is_known(found) ? claim->kind == KIND_ATTACK && claim->window.last < found.first
                                  : !is_afterwards(claim);
}

static bool dates_event(const Claim *claim)
{
    return claim_tells_event(claim) && !claim->background && incident_is_stated(claim);
}

static bool is_figure(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && !claim->background &&
           (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED);
}

/* The figure that the text opens with. */
static const Claim *first_figure(const Extraction *x)
{
    const Claim *first = NULL;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (is_figure(claim) && !document_in_headline(x->document, claim->evidence) &&
            (!first || claim->evidence.start < first->evidence.start))
            first = claim;
    }
    return first;
}

/* Can the number be one of the lead's people? A floor ("at least nine") is open, but nobody calls ten times as many so. */
static bool may_be_of(Interval count, Interval lead)
{
    enum { FAR_ABOVE = 10 };
    return interval_overlaps(count, lead) && count.low < FAR_ABOVE * lead.low;
}

/* "Nine people were killed in Alba. In October 12 had been killed in another town": a sentence behind the figure that the text opens with has
 * another of the same outcome, which cannot be of the same people. */
static bool tells_others(const Extraction *x, const Claim *claim, const Claim *lead)
{
    if (!lead || claim->sentence.start <= lead->sentence.start)
        return false;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *other = &x->claims[i];
        if (other->sentence.start == claim->sentence.start && other->kind == KIND_CASUALTY && other->has_count &&
            other->outcome == lead->outcome && !other->again && other->count.low > lead->count.low &&
            !may_be_of(other->count, lead->count))
            return true;
    }
    return false;
}

/* "A raid on Alba was denied. The ministry also said that on March 14 six had died in Brena": told in another town than an event of no stated
 * day before it, of which the report has a figure, the day is no day of that. */
static bool is_told_of_another_town(const Extraction *x, const Claim *claim)
{
    bool before = false;
    bool figure = false;
    for (size_t i = 0; place_is_spot(claim->place) && i < x->claim_count; i++) {
        const Claim *own = &x->claims[i];
        if (!claim_tells_event(own) || own->background || claim_states_days(own) ||
            (own->place && place_same(&own->place->place, &claim->place->place)))
            continue;
        before = before || (own->sentence.end <= claim->sentence.start && place_is_spot(own->place));
        figure = figure || is_figure(own);
    }
    return before && figure;
}

/* Are the claim's days, no news or weeks, those of others than the lead without a day tells of? */
static bool is_of_others(const Extraction *x, const Claim *claim, const Claim *lead, bool news)
{
    bool dated = lead && claim_states_days(lead);
    return (!dated && window_days(claim->window) > FEW_DAYS && tells_others(x, claim, lead)) ||
           ((!news || window_days(claim->window) > FEW_DAYS) && is_told_of_another_town(x, claim));
}

/* The first days that the text states of what it tells, of the week before the report if it states any: a day or some before what is
 * told of weeks ("214 died between 1 and 14 November. On Saturday, ..."), and the day of an event before that on which bodies were found. What weeks
 * had of others than those whom a lead without a day tells of dates nothing. */
static Window stated_window(const Extraction *x, Day day, bool aftermath)
{
    Window first = WINDOW_NONE;
    Window weeks = WINDOW_NONE;
    Window found = WINDOW_NONE;
    const Claim *lead = first_figure(x);
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        bool news = day != DAY_NONE && claim->window.last >= day - NEWS_DAYS && claim->window.first <= day;
        if (!dates_event(claim) || is_aftermath(claim) != aftermath || is_of_others(x, claim, lead, news))
            continue;
        bool days = news && window_days(claim->window) <= NEWS_DAYS;
        if (days && dates_before(claim, found))
            return claim->window;
        Window *fallback = days ? &found : news ? &weeks : &first;
        *fallback = window_is_known(*fallback) ? *fallback : claim->window;
    }
    if (window_is_known(found))
        return found;
    return window_is_known(weeks) ? weeks : first;
}

/* All that the report tells happened "some days ago", on no day that could be named: nor is it the report's own. */
static bool tells_no_day(const Extraction *x)
{
    bool tells = false;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (!claim_tells_event(claim) || claim->background)
            continue;
        if (window_is_known(claim->window))
            return false;
        tells = true;
    }
    return tells;
}

Window incident_own_days(const Extraction *x)
{
    Day day = x->anchor != DAY_NONE ? x->anchor : moment_day(x->document->published);
    Window window = stated_window(x, day, false);
    if (!window_is_known(window))
        window = stated_window(x, day, true);
    if (window_is_known(window))
        return window;
    return tells_no_day(x) ? WINDOW_NONE : (Window){day, day};
}

/* An attack of the report's own, told of before the figure; "the shooting" that somebody is indicted for has no day of its own. */
static bool tells_attack_before(const Extraction *x, const Claim *figure)
{
    for (size_t i = 0; i < x->claim_count; i++)
        if (x->claims[i].kind == KIND_ATTACK && x->claims[i].deed && !x->claims[i].background &&
            x->claims[i].evidence.start < figure->sentence.start)
            return true;
    return false;
}

Window incident_event_days(const Extraction *x)
{
    Window own = incident_own_days(x);
    for (size_t i = 0; window_is_known(own) && i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        bool near = claim_states_days(claim) && claim->window.last >= own.first - OLDER_DAYS;
        if (near && is_figure(claim) && !document_in_headline(x->document, claim->evidence))
            return own;
    }
    const Claim *first = first_figure(x);
    bool past = window_is_known(own) && first && claim_states_days(first) && !tells_attack_before(x, first) &&
                !is_told_of_another_town(x, first);
    return past ? first->window : own;
}

/* "In October", "this week" in a report of a day or two: what weeks had that were over by then, and whom else days around its own had. */
static bool is_of_other_weeks(const Extraction *x, const Claim *claim, Window own, const Claim *lead)
{
    int64_t days = window_days(claim->window);
    if (days <= FEW_DAYS || window_days(own) > FEW_DAYS || claim->window.first >= own.first)
        return false;
    return (days > NEWS_DAYS && claim->window.last < own.first) ||
           (days <= WIDEST_DAYS &&
            tells_others(x, claim, lead)); /* of more the running total is shown beside the toll */
}

static void mark_older(Extraction *x)
{
    Window own = incident_event_days(x);
    const Claim *lead = first_figure(x);
    for (size_t i = 0; window_is_known(own) && i < x->claim_count; i++) {
        Claim *claim = &x->claims[i];
        if (claim_states_days(claim) && claim_tells_event(claim) && !claim_is_set(claim, FIELD_BACKGROUND) &&
            (claim->window.last < own.first - OLDER_DAYS || is_of_other_weeks(x, claim, own, lead)))
            claim->background = true;
    }
}

static bool opens_with_death(const Extraction *x, const Claim *first)
{
    for (size_t i = 0; i < x->claim_count; i++)
        if (x->claims[i].outcome == OUTCOME_KILLED && is_figure(&x->claims[i]) &&
            x->claims[i].sentence.start == first->sentence.start)
            return true;
    return false;
}

/* The day of those hurt with whom a report opens: that which their own sentence tells, or the attack told in the next ones. */
static Window hurt_days(const Extraction *x, const Claim *first)
{
    enum { WIDEST = 2 };
    if (incident_is_stated(first))
        return window_days(first->window) <= WIDEST ? first->window : WINDOW_NONE;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->kind != KIND_ATTACK || claim->sentence.start < first->sentence.start || !dates_event(claim))
            continue;
        return window_days(claim->window) <= WIDEST ? claim->window : WINDOW_NONE;
    }
    return WINDOW_NONE;
}

/* "On Monday two cousins were shot": the day opens what is told of whom shots hit. */
static bool opens_with_day(const Claim *claim)
{
    return claim->struck && claim->window_span.start >= claim->sentence.start &&
           claim->window_span.end <= claim->evidence.start;
}

/* A report that opens with people hurt on a day tells of others as killed or hurt on an earlier day: another incident. Of
 * one that opens with a death the hurt may be of days before. */
static void mark_hurt_before(Extraction *x)
{
    const Claim *first = first_figure(x);
    if (!first || first->outcome != OUTCOME_INJURED || first->count_form == COUNT_WORD || opens_with_death(x, first))
        return;
    Window own = hurt_days(x, first);
    for (size_t i = 0; window_is_known(own) && i < x->claim_count; i++) {
        Claim *claim = &x->claims[i];
        bool known = claim->again || claim->additional || claim->part_of >= 0 || claim->ordinal > 0;
        if (is_figure(claim) && claim->scene == 0 && !known &&
            ((claim->count.low <= first->count.low && incident_is_stated(first)) || opens_with_day(claim)) &&
            incident_is_stated(claim) && claim->window.last < own.first &&
            claim->sentence.start > first->sentence.start && !claim_is_set(claim, FIELD_BACKGROUND))
            claim->background = true;
    }
}

/* An attack told of the days of the claim; in its own sentence, if it is asked for. */
static bool tells_attack_of(const Extraction *x, const Claim *claim, bool here)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *attack = &x->claims[i];
        if (attack->kind == KIND_ATTACK && claim_states_days(attack) &&
            (!here || attack->sentence.start == claim->sentence.start) && window_equal(attack->window, claim->window))
            return true;
    }
    return false;
}

/* The event that tells of as many killed on a night of these days already; 0 where none does. */
static unsigned scene_told(const Extraction *x, const Claim *claim)
{
    for (const Claim *told = x->claims; told < claim; told++)
        if (told->scene > 0 && is_figure(told) && told->outcome == claim->outcome &&
            interval_equal(told->count, claim->count) && window_overlaps(told->window, claim->window))
            return told->scene;
    return 0;
}

/* Whom the claim tells to have been killed, and the attack, become an event of their own (Claim.scene). */
static void set_own_scene(Extraction *x, const Claim *killed)
{
    Window days = killed->window;
    unsigned scene = scene_told(x, killed);
    unsigned last = 0;
    for (size_t i = 0; i < x->claim_count; i++)
        last = x->claims[i].scene > last ? x->claims[i].scene : last;
    for (size_t i = 0; i < x->claim_count; i++) {
        Claim *claim = &x->claims[i];
        if (claim_tells_event(claim) && claim->scene == 0 && !claim->background && claim_states_days(claim) &&
            window_equal(claim->window, days))
            claim->scene = scene > 0 ? scene : last + 1;
    }
}

/* The figure with which a report opens that tells how many an attack of a day or two killed; NULL where it opens otherwise. */
static const Claim *first_killed_in_attack(const Extraction *x)
{
    enum { WIDEST = 2 };
    const Claim *first = first_figure(x);
    bool killed = first && first->outcome == OUTCOME_KILLED && !is_afterwards(first) && claim_states_days(first) &&
                  window_days(first->window) <= WIDEST && tells_attack_of(x, first, true);
    return killed ? first : NULL;
}

/* The same of one that opens with people hurt alone. */
static const Claim *first_hurt_in_attack(const Extraction *x)
{
    enum { WIDEST = 2 };
    const Claim *first = first_figure(x);
    bool hurt = first && first->outcome == OUTCOME_INJURED && claim_states_days(first) &&
                window_days(first->window) <= WIDEST && !opens_with_death(x, first) && tells_attack_of(x, first, true);
    return hurt ? first : NULL;
}

/* "One of the victims spoke on Monday. ... Fifteen were hurt and two killed on Sunday": those hurt may be of the earlier day's. */
static bool has_hurt_of(const Extraction *x, Window days, const Claim *hurt)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (is_figure(claim) && claim->outcome == OUTCOME_INJURED && claim_states_days(claim) &&
            window_equal(claim->window, days) && claim->count.low >= hurt->count.low)
            return true;
    }
    return false;
}

/* Of a report that opens with people killed in an attack of a day, others killed in one of an earlier day are not its own. Who died of what was
 * done before is told with it: there the opening tells no attack of its day. Where it opens with people hurt, the sentence of the dead must tell their
 * attack. */
static void part_killed_before(Extraction *x)
{
    const Claim *hurt = first_hurt_in_attack(x);
    const Claim *first = hurt ? hurt : first_killed_in_attack(x);
    if (!first)
        return;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        bool known = claim->again || claim->additional || claim->part_of >= 0 || claim->ordinal > 0 || claim->total;
        if (is_figure(claim) && claim->outcome == OUTCOME_KILLED && claim->scene == 0 && !known &&
            claim_states_days(claim) && claim->window.last < first->window.first &&
            claim->sentence.start > first->sentence.start && !interval_equal(claim->count, first->count) &&
            tells_attack_of(x, claim, hurt != NULL) && !(hurt && has_hurt_of(x, claim->window, hurt)))
            set_own_scene(x, claim);
    }
}

/* Nor are those of an earlier day who are more than all whom the opening tells to have been killed in the attacks of its day. */
static void mark_more_before(Extraction *x)
{
    const Claim *first = first_killed_in_attack(x);
    if (!first)
        return;
    for (size_t i = 0; i < x->claim_count; i++) {
        Claim *claim = &x->claims[i];
        if (is_figure(claim) && claim->outcome == OUTCOME_KILLED && claim->scene == 0 && !claim->again &&
            claim->part_of < 0 && incident_is_stated(claim) && claim->window.last < first->window.first &&
            claim->sentence.start > first->sentence.start && claim->count.low > first->count.low &&
            !may_be_of(claim->count, first->count) && !claim_is_set(claim, FIELD_BACKGROUND))
            claim->background = true;
    }
}

void incident_mark_other_days(Extraction *x)
{
    mark_older(x);
    mark_more_before(x);
    mark_hurt_before(x);
    part_killed_before(x);
}

Window incident_part_days(const Claim *const *claims, size_t count, Window told, Window whole)
{
    for (size_t i = 0; i < count; i++)
        if (claim_states_days(claims[i]))
            return window_is_known(told) ? told : whole;
    return window_is_known(whole) ? whole : told;
}
