#include "assemble/basis/traits_type.h"

#include "extract/event/disaster.h"
#include "extract/event/event_type.h"

/* Has an earlier attack the same type? */
static bool is_counted(const Claim *const *claims, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (claims[i]->kind == KIND_ATTACK && !claims[i]->spoken_of && str_equal(claims[i]->type, claims[at]->type))
            return true;
    return false;
}

/* Is any attack of the type told by a finite verb? */
static bool is_deed(const Claim *const *claims, size_t count, Str type)
{
    for (size_t i = 0; i < count; i++)
        if (claims[i]->kind == KIND_ATTACK && claims[i]->deed && str_equal(claims[i]->type, type))
            return true;
    return false;
}

/* Does an attack that is told as `told` speak for the type? A blast whose cause is not told may be of any that has one. */
static bool speaks_for(Str told, Str type)
{
    return str_equal(told, type) || (str_is(told, "explosion") && event_family(type) == FAMILY_BLAST);
}

/* The type most attacks are said to be; among equals the one told first, if it is no fight beside a raid or a blast that alone has
 * a finite verb ("fighting has killed nine" is of a fight). A report that calls a bombing "the attack" as often as a bombing tells
 * of a bombing; a wave of attacks of which one was a raid is no raid. *most: how many say so. */
static Str leading_type(const Claim *const *claims, size_t count, Str general, size_t *most)
{
    Str best = STR_NONE;
    *most = 0;
    for (size_t i = 0; i < count; i++) {
        size_t votes = 0;
        bool fine =
            general.len == 0 || (!str_equal(claims[i]->type, general) && event_types_agree(claims[i]->type, general));
        if (claims[i]->kind != KIND_ATTACK || claims[i]->type.len == 0 || !fine || claims[i]->spoken_of ||
            is_counted(claims, i))
            continue;
        for (size_t k = 0; k < count; k++)
            votes += claims[k]->kind == KIND_ATTACK && speaks_for(claims[k]->type, claims[i]->type);
        bool firmer = votes == *most && event_family(best) == FAMILY_FIGHT &&
                      event_family(claims[i]->type) != FAMILY_ANY && is_deed(claims, count, claims[i]->type) &&
                      !is_deed(claims, count, best);
        bool finer = votes == *most && str_is(best, "explosion") && event_family(claims[i]->type) == FAMILY_BLAST;
        if (votes > *most || firmer || finer) {
            *most = votes;
            best = claims[i]->type;
        }
    }
    return best;
}

/* Does any claim tell of a blast by accident? */
static bool is_accident_told(const Claim *const *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const Disaster *disaster = disaster_of(claims[i]->type, claims[i]->tactics, claims[i]->tactic_count);
        if (claims[i]->kind == KIND_ATTACK && !claims[i]->spoken_of && disaster && disaster_is_blast(disaster))
            return true;
    }
    return false;
}

Str traits_type(const Claim *const *claims, size_t count)
{
    size_t votes = 0;
    size_t finer_votes = 0;
    Str best = leading_type(claims, count, STR_NONE, &votes);
    if (str_is(best, "explosion") && is_accident_told(claims, count))
        return STR("other");
    if (best.len == 0 || event_family(best) != FAMILY_ANY)
        return best;
    Str finer = leading_type(claims, count, best, &finer_votes);
    return finer_votes * 2 >= votes ? finer : best;
}
