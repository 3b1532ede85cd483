#include "assemble/figure/disputed.h"

#include "extract/event/disaster.h"

enum { HOUR_SECONDS = 3600 };

/* Does the report tell of more disasters than attacks: 1, of fewer: -1? */
static int is_of_disaster(const Extraction *report)
{
    size_t disasters = 0;
    size_t attacks = 0;
    for (size_t i = 0; i < report->claim_count; i++) {
        const Claim *claim = &report->claims[i];
        if (claim->kind != KIND_ATTACK || claim->background)
            continue;
        bool disaster = disaster_of(claim->type, claim->tactics, claim->tactic_count) != NULL;
        disasters += disaster;
        attacks += !disaster && !str_is(claim->type, "other");
    }
    return (disasters > attacks) - (disasters < attacks);
}

/* Do more of the figures' reports answer 1 than -1? */
static bool most_are(const Figure *figures, size_t count, int (*answer)(const Extraction *report))
{
    int64_t balance = 0;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || figures[i].document != figures[i - 1].document)
            balance += answer(figures[i].extraction);
    return balance > 0;
}

bool disputed_is_unsided(const Figure *figures, size_t count)
{
    return most_are(figures, count, is_of_disaster);
}

/* Does the report tell of an attack by the state's forces alone: 1, or by others whom it names alone: -1? */
static int is_by_state(const Extraction *report)
{
    bool state = false;
    bool others = false;
    for (size_t i = 0; i < report->claim_count; i++) {
        const Claim *claim = &report->claims[i];
        if (claim->kind != KIND_ATTACK || claim->background || claim->stance != STANCE_ASSERTS)
            continue;
        state = state || claim->by_state;
        others = others || (!claim->by_state && claim->perpetrator_count > 0);
    }
    return state - others;
}

bool disputed_is_accused(const Figure *figures, size_t count)
{
    return most_are(figures, count, is_by_state);
}

bool disputed_is_theirs(const Told *told)
{
    return told->voice.party == PARTY_GOVERNMENT && !told->voice.rival;
}

static bool is_count(const Told *x)
{
    return x->point > 0 && x->whole && !x->minimum && !x->derived && !x->about_enemy && !x->too_wide && !x->local &&
           x->said == x->time && x->time != INT64_MAX && x->voice.identified && !x->voice.narrator && x->accused;
}

/* "At least 46" grants that there may be more. */
static bool is_stood_by(const Told *x)
{
    return is_count(x) && disputed_is_theirs(x) && x->range.high != INTERVAL_OPEN;
}

/* Half as much again, or more: who is a few behind has not heard of the last. */
static bool is_far_above(const Told *y, const Told *x)
{
    enum { HALVES = 2, AS_MUCH_AGAIN = 3 };
    Party party = y->voice.party;
    bool other = party != PARTY_GOVERNMENT && party != PARTY_ARMED_GROUP && party != PARTY_MEDIA && party != PARTY_NONE;
    return is_count(y) && other && HALVES * y->point >= AS_MUCH_AGAIN * x->point;
}

bool disputed_by_authorities(const Profile *profile, const ToldList *list)
{
    int64_t heard = profile->lapse_hours * HOUR_SECONDS;
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; is_stood_by(&list->items[i]) && k < list->count; k++)
            if (list->items[k].time + heard <= list->items[i].time && is_far_above(&list->items[k], &list->items[i]))
                return true;
    return false;
}
