#include "assemble/figure/toll_rival.h"

#include <assert.h>

#include "assemble/basis/people.h"
#include "assemble/figure/victims.h"

const Figure *toll_common_voice(Pool pool)
{
    for (size_t i = 0; i < pool.count; i++) {
        assert(pool.items[i]);
        if (pool.items[i]->voice.narrator)
            return pool.items[i];
    }
    return pool.count > 0 ? pool.items[0] : NULL;
}

bool toll_has_rivals(Pool pool)
{
    for (size_t i = 0; i < pool.count; i++)
        for (size_t k = 0; k < i; k++) {
            const Figure *a = pool.items[i];
            const Figure *b = pool.items[k];
            assert(a && b);
            if (!victims_are_described(a) && !victims_are_described(b) &&
                a->claim->victim_class == b->claim->victim_class && a->claim->victim_class != CLASS_UNKNOWN &&
                (a->claim->subgroups == b->claim->subgroups || !a->claim->subgroups || !b->claim->subgroups) &&
                victims_point(a->claim) != victims_point(b->claim) && !str_equal(a->voice.key, b->voice.key))
                return true;
        }
    return false;
}

static bool is_attacker(const Claim *claim)
{
    return (claim->subgroups & SUBGROUP_ATTACKERS) || claim->by_own_hand;
}

/* "Five, including the gunman", or an attack by a bomb. */
static bool may_hold_attackers(const Extraction *x)
{
    if (people_tell_of_blast(x))
        return true;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->part_of >= 0 && claim->outcome == OUTCOME_KILLED && is_attacker(claim))
            return true;
    }
    return false;
}

static const Figure *as_next(Arena *arena, const Figure *x, unsigned ordinal)
{
    Claim *claim = NULL;
    const Figure *next = figure_copy(arena, x, &claim);
    claim->ordinal = ordinal;
    return next;
}

const Figure *toll_killer(Arena *arena, const Figure *counted, Pool pool)
{
    assert(counted);
    const Claim *count = counted->claim;
    bool object = count->outcome == OUTCOME_KILLED && count->evidence.start < count->victims.start &&
                  count->evidence.end == count->victims.end;
    if (!object || count->total || is_attacker(count) || may_hold_attackers(counted->extraction))
        return NULL;
    for (size_t i = 0; i < pool.count; i++) {
        const Claim *x = pool.items[i]->claim;
        if (victims_are_described(pool.items[i]) && is_attacker(x) && x->evidence.start > count->evidence.end &&
            !people_same_sentence(counted, pool.items[i]))
            return as_next(arena, pool.items[i], (unsigned)victims_point(count) + 1);
    }
    return NULL;
}

bool toll_is_beyond(const Figure *x, const Figure *counted, bool killer)
{
    assert(x && counted);
    const Claim *claim = x->claim;
    bool next = victims_are_described(x) && (int64_t)claim->ordinal == victims_point(counted->claim) + 1;
    bool since = claim->of_the_hurt && !counted->claim->total;
    bool another = killer || !str_equal(x->voice.key, counted->voice.key);
    return (next || since) && another && claim->evidence.start >= counted->claim->evidence.start;
}
