#include "extract/event/period.h"

enum {
    EVENT_DAYS = 7, /* what is told of more days is of no one event */
    LEAST = 20      /* people: of fewer one event may have had as many */
};

static bool is_figure(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && claim->count_form != COUNT_DESCRIBED;
}

static bool is_of_period(const Claim *claim)
{
    bool long_days = window_is_known(claim->window) && claim_states_days(claim) &&
                     window_days(claim->window) > EVENT_DAYS && !claim->loose;
    bool harm = claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED;
    return harm && is_figure(claim) && claim->part_of < 0 && claim->count.low >= LEAST &&
           (long_days || claim->campaign);
}

/* With what the text opens of people or attacks, where that is a figure of a period; NULL. Titles stand behind the text. */
static const Claim *opening(const Analysis *a)
{
    const Claim *first = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind == KIND_CASUALTY && !document_in_headline(a->document, claim->evidence) &&
            (!first || claim->evidence.start < first->evidence.start))
            first = claim;
    }
    for (size_t i = 0; first && i < a->claim_count; i++)
        if (a->claims[i].kind == KIND_ATTACK && !a->claims[i].background &&
            a->claims[i].sentence.start < first->sentence.start)
            return NULL;
    return first && is_of_period(first) ? first : NULL;
}

/* Does the report tell of a day, or of an event that it keeps apart? */
static bool tells_event(const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        bool event = claim->kind == KIND_ATTACK || claim->kind == KIND_CASUALTY;
        bool dated = claim_states_days(claim) && window_days(claim->window) <= EVENT_DAYS;
        if (event && (claim->scene > 0 || claim->entry || (dated && !claim->background)))
            return true;
    }
    return false;
}

/* The largest number of the period's own of the outcome; 0 where none is told. */
static int64_t most_of(const Analysis *a, const Claim *first, Outcome outcome)
{
    int64_t most = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        int64_t number = claim->count.high == INTERVAL_OPEN ? claim->count.low : claim->count.high;
        if (is_figure(claim) && claim->outcome == outcome && claim->sentence.start == first->sentence.start &&
            number > most)
            most = number;
    }
    return most;
}

/* "11, including five children and [a woman]": one who is described, as a part of those of the period. */
static bool is_part_of_it(const Analysis *a, const Claim *claim, const Claim *first)
{
    const Claim *whole = claim->part_of >= 0 ? &a->claims[claim->part_of] : NULL;
    return whole && claim->kind == KIND_CASUALTY && whole->background == first->background &&
           window_equal(whole->window, first->window);
}

void period_settle(Analysis *a)
{
    const Claim *first = opening(a);
    if (!first || tells_event(a))
        return;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        int64_t most = is_figure(claim) && claim != first ? most_of(a, first, claim->outcome) : 0;
        bool counts = is_figure(claim) || is_part_of_it(a, claim, first);
        if (!counts || claim == first || claim->background || claim_states_days(claim) ||
            (most > 0 && claim->count.low > most))
            continue;
        claim->window = first->window;
        claim->background = first->background;
        claim->aside = first->aside;
        claim->campaign = first->campaign;
    }
}
