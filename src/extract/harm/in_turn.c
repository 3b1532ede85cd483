#include "extract/harm/in_turn.h"

typedef enum { BLOW_NONE, BLOW_ONE, BLOW_FIRST, BLOW_NEXT, BLOW_NEW } Blow;

static bool is_figure(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && !claim->background && claim->stance != STANCE_DENIES;
}

static bool is_of_blow(const Claim *claim)
{
    return is_figure(claim) && !claim->total && claim->part_of < 0 && claim->ordinal == 0;
}

/* "A second", "another", not "the second" of those told before. */
static bool is_new(const Analysis *a, const Mention *blow)
{
    uint32_t m = mention_at(&a->mentions, blow->first, analysis_class(a, "DETERMINER"));
    return m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("one"));
}

static Blow blow_told(const Analysis *a, const Mention *word)
{
    Str value = analysis_value(a, word);
    if (str_equal(value, STR("next")))
        return is_new(a, word) ? BLOW_NEW : BLOW_NEXT;
    if (str_equal(value, STR("first")))
        return BLOW_FIRST;
    return str_equal(value, STR("one")) ? BLOW_ONE : BLOW_NONE;
}

/* The last of the words before the figure, in its sentence, that tell of a blow; MENTION_NONE. */
static uint32_t word_of(const Analysis *a, uint16_t cls, const Claim *claim)
{
    uint32_t found = MENTION_NONE;
    uint32_t first = analysis_token(a, claim->sentence.start);
    uint32_t last = analysis_token(a, claim->victims.start);
    for (uint32_t m = mention_within(&a->mentions, first, last, cls); m != MENTION_NONE;
         m = mention_within_after(&a->mentions, m, last)) {
        Blow told = blow_told(a, &a->mentions.items[m]);
        if (told > BLOW_ONE || (told == BLOW_ONE && found == MENTION_NONE))
            found = m;
    }
    return found;
}

static Blow blow_of(const Analysis *a, uint16_t cls, const Claim *claim)
{
    uint32_t word = word_of(a, cls, claim);
    return word == MENTION_NONE ? BLOW_NONE : blow_told(a, &a->mentions.items[word]);
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
        if (more && (!is_of_blow(z) || blow_of(a, cls, z) < BLOW_NEXT))
            return true;
    }
    return false;
}

/* The figure of the blow before, at most a sentence further up; "a strike killed five" is of one where the next is told as a new one. NULL. */
static Claim *before_of(const Analysis *a, uint16_t cls, size_t next)
{
    enum { FAR = 2 /* sentences */ };
    const Claim *y = &a->claims[next];
    uint32_t word = word_of(a, cls, y);
    bool new_one = blow_told(a, &a->mentions.items[word]) == BLOW_NEW;
    uint32_t own = analysis_sentence(a, analysis_token(a, y->sentence.start));
    for (size_t i = next; i-- > 0;) {
        Claim *x = &a->claims[i];
        if (analysis_sentence(a, analysis_token(a, x->sentence.start)) + FAR < own)
            return NULL;
        bool same = word_of(a, cls, x) == word; /* "a second hurt three guards and a clerk" */
        Blow blow = is_of_blow(x) && x->outcome == y->outcome && !same ? blow_of(a, cls, x) : BLOW_NONE;
        if (blow >= BLOW_FIRST || (blow == BLOW_ONE && new_one))
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
        if (!is_of_blow(y) || blow_of(a, cls, y) < BLOW_NEXT)
            continue;
        Claim *x = before_of(a, cls, i);
        if (!x || !are_of_one_teller(x, y) || !are_in_one_place(x, y) || is_counted_together(a, cls, x))
            continue;
        x->blow = x->blow > 0 ? x->blow : 1;
        y->blow = x->blow + 1;
        y->again = false;
    }
}
