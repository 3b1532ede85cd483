#include "extract/in_turn.h"

typedef enum { BLOW_NONE, BLOW_FIRST, BLOW_NEXT } Blow;

static bool is_figure(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && !claim->background && claim->stance != STANCE_DENIES;
}

static bool is_of_blow(const Claim *claim)
{
    return is_figure(claim) && !claim->total && claim->part_of < 0 && claim->ordinal == 0;
}

/* Which blow the words before the figure, in its sentence, tell of: the last. */
static Blow blow_of(const Analysis *a, uint16_t cls, const Claim *claim)
{
    Blow found = BLOW_NONE;
    uint32_t first = analysis_token(a, claim->sentence.start);
    uint32_t last = analysis_token(a, claim->victims.start);
    for (uint32_t m = mention_within(&a->mentions, first, last, cls); m != MENTION_NONE;
         m = mention_within_after(&a->mentions, m, last)) {
        Str value = analysis_value(a, &a->mentions.items[m]);
        if (str_equal(value, STR("first")))
            found = BLOW_FIRST;
        else if (str_equal(value, STR("next")))
            found = BLOW_NEXT;
    }
    return found;
}

/* "The first killed four. The second killed seven, officials said": the report's own word and that of whom it quotes are one account. */
static bool are_of_one_teller(const Claim *x, const Claim *y)
{
    return !x->attribution || !y->attribution || x->attribution == y->attribution;
}

/* Another place of the next one is told by other words. */
static bool are_in_one_place(const Claim *x, const Claim *y)
{
    return !x->place || !y->place || place_same(&x->place->place, &y->place->place);
}

/* Does the report count more of them, all together or otherwise, than the blow before hit? Then the blows' figures are parts of that. */
static bool is_counted_together(const Analysis *a, uint16_t cls, const Claim *before)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *z = &a->claims[i];
        bool more = is_figure(z) && z->outcome == before->outcome && z->count.low > before->count.low;
        if (more && (!is_of_blow(z) || blow_of(a, cls, z) != BLOW_NEXT))
            return true;
    }
    return false;
}

/* The figure of the blow before, at most a sentence further up; NULL. */
static Claim *before_of(const Analysis *a, uint16_t cls, size_t next)
{
    enum { FAR = 2 /* sentences */ };
    const Claim *y = &a->claims[next];
    uint32_t own = analysis_sentence(a, analysis_token(a, y->sentence.start));
    for (size_t i = next; i-- > 0;) {
        Claim *x = &a->claims[i];
        if (analysis_sentence(a, analysis_token(a, x->sentence.start)) + FAR < own)
            return NULL;
        if (is_of_blow(x) && x->outcome == y->outcome && blow_of(a, cls, x) != BLOW_NONE)
            return x;
    }
    return NULL;
}

void in_turn_settle(Analysis *a)
{
    uint16_t cls = analysis_class(a, "BLOW");
    if (!cls || !mention_may_be(&a->mentions, cls))
        return;
    for (size_t i = 1; i < a->claim_count; i++) {
        Claim *y = &a->claims[i];
        if (!is_of_blow(y) || blow_of(a, cls, y) != BLOW_NEXT)
            continue;
        Claim *x = before_of(a, cls, i);
        if (!x || !are_of_one_teller(x, y) || !are_in_one_place(x, y) || is_counted_together(a, cls, x))
            continue;
        x->blow = x->blow > 0 ? x->blow : 1;
        y->blow = x->blow + 1;
        y->again = false;
    }
}
