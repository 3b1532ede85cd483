/*
 * retold_dead — of those told of as hit, who is told of as dead.
 */
#include "extract/harm/retold.h"
#include "extract/harm/retold_parts.h"
#include "extract/syntax/noun.h"

/* Whether who is told of at `dead` is the next told of behind the hit one, told of as taken to a hospital in between: "his son
 * was shot. The boy was taken to a clinic, where he died". */
static bool leads_to(const Telling *t, size_t hit, size_t dead)
{
    enum { MOST_BETWEEN = 2 };
    for (size_t i = hit + 1; i < dead; i++) {
        const Claim *between = retold_told(t, i);
        if (dead - hit > MOST_BETWEEN + 1 || between->kind != KIND_CASUALTY || between->outcome != OUTCOME_INJURED ||
            between->count_form != COUNT_DESCRIBED || !between->again || between->alive || between->additional ||
            between->listed || subgroups_conflict(between->subgroups, retold_told(t, hit)->subgroups))
            return false;
    }
    return true;
}

/* "He died after he was shot", "A man was shot. He died": the one who was hit is told of as dead, by name, also where others were hit
 * with him, or in the claim told right before or behind. */
static bool is_one_of_the_dead(const Telling *t, size_t at)
{
    const Claim *hit = retold_told(t, at);
    if (hit->outcome != OUTCOME_INJURED || !hit->struck || hit->count_form != COUNT_DESCRIBED)
        return false;
    for (size_t i = 0; i < t->a->claim_count; i++) {
        const Claim *dead = retold_told(t, i);
        if (dead->kind != KIND_CASUALTY || dead->outcome != OUTCOME_KILLED || dead->count_form != COUNT_DESCRIBED ||
            dead->background != hit->background || dead->additional || dead->possessed)
            continue;
        bool next = i < at ? i + 1 == at : leads_to(t, at, i);
        const Claim *again = i < at ? hit : dead;
        bool meant = next && !hit->listed && again->again && !subgroups_conflict(hit->subgroups, dead->subgroups) &&
                     !retold_is_another(t->a, again, i < at ? dead : hit);
        if (meant || retold_is_same_name(t, hit, dead))
            return true;
    }
    return false;
}

static bool are_of_one_row(const Claim *a, const Claim *b)
{
    return b->kind == KIND_CASUALTY && b->listed && b->has_count && b->outcome == a->outcome &&
           b->background == a->background && b->sentence.start == a->sentence.start;
}

/* "A man and a girl were taken to a hospital, where they died": each of a row of the injured, who are told of as dead right behind,
 * all of them. */
static bool is_of_a_dead_row(const Telling *t, size_t at)
{
    const Claim *hit = retold_told(t, at);
    if (hit->outcome != OUTCOME_INJURED || !are_of_one_row(hit, hit))
        return false;
    size_t first = at;
    while (first > 0 && are_of_one_row(hit, retold_told(t, first - 1)))
        first--;
    int64_t people = 0;
    size_t i = first;
    for (; i < t->a->claim_count && are_of_one_row(hit, retold_told(t, i)); i++)
        people += retold_told(t, i)->count.low;
    if (i == t->a->claim_count)
        return false;
    const Claim *dead = retold_told(t, i);
    return dead->kind == KIND_CASUALTY && dead->outcome == OUTCOME_KILLED && dead->background == hit->background &&
           dead->again && dead->somebody && dead->count_form == COUNT_EXACT && dead->count.low == people;
}

/* "Six farmers died in 1998 ... the six villagers were shot": whoever they are called, the article says that so many were told of. */
static bool are_those_told(const Telling *t, const Claim *hit, const Claim *killed)
{
    return retold_has_figure(hit) && retold_has_figure(killed) && killed->count.low > 2 &&
           killed->victims.start < hit->victims.start && interval_equal(hit->count, killed->count) &&
           retold_has_article(t->a, hit, "definite") && !hit->additional && retold_may_be_of_class(hit, killed);
}

/* "The 12 guards who died ... they were shot": a pronoun for those whose number it is. */
static bool is_their_number(const Claim *hit, const Claim *killed)
{
    return hit->again && hit->somebody && retold_has_figure(hit) && retold_is_many(hit) &&
           !span_is_empty(hit->count_span) && hit->count_span.start == killed->count_span.start &&
           hit->count_span.end == killed->count_span.end;
}

/* "Twelve guards died ... the shooting of the 12 guards": as many of those who were hit are told of as dead. */
static bool are_the_dead(const Telling *t, size_t at)
{
    const Claim *hit = retold_told(t, at);
    for (size_t i = 0; hit->struck && hit->outcome == OUTCOME_INJURED && i < t->a->claim_count; i++) {
        const Claim *killed = retold_told(t, i);
        if (killed->kind != KIND_CASUALTY || killed->outcome != OUTCOME_KILLED)
            continue;
        if (are_those_told(t, hit, killed) || is_their_number(hit, killed))
            return true;
        if (killed->background != hit->background)
            continue;
        Claim dead = *killed;
        dead.outcome = hit->outcome;
        if (dead.count.low > 2 && retold_same_people(t->a->document, hit, &dead))
            return true;
    }
    return false;
}

static bool tells_of_hurt_before(const Telling *t, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (retold_told(t, i)->kind == KIND_CASUALTY && retold_told(t, i)->outcome == OUTCOME_INJURED)
            return true;
    return false;
}

/* "Fourteen clerks were killed ... they were shot at close range": of whom no number is told, and of nobody as hurt before. */
static bool are_dead_they(const Telling *t, size_t at)
{
    const Claim *hit = retold_told(t, at);
    if (hit->outcome != OUTCOME_INJURED || !hit->struck || !hit->again || !hit->somebody || hit->additional ||
        hit->alive || hit->listed || hit->count_form != COUNT_WORD || tells_of_hurt_before(t, at))
        return false;
    for (size_t i = at; i-- > 0;) {
        const Claim *dead = retold_told(t, i);
        if (dead->kind == KIND_CASUALTY && dead->outcome == OUTCOME_KILLED && dead->background == hit->background)
            return retold_is_many(dead);
    }
    return false;
}

/* "The victim": a word that says nothing of who that is. */
static bool is_called_victim(const Analysis *a, const Claim *claim)
{
    uint32_t m = mention_at(&a->mentions, analysis_token(a, claim->victims.end - 1), analysis_class(a, "VICTIM"));
    return m != MENTION_NONE && str_is(analysis_attr_value(a, &a->mentions.items[m], "sub"), "anybody");
}

/* "A man was found dead. The victim had stab wounds": the wounds of the one who died, where nobody was told of as hurt before. */
static bool is_dead_of_wounds(const Telling *t, size_t at)
{
    const Claim *hurt = retold_told(t, at);
    const Claim *dead = at > 0 ? retold_told(t, at - 1) : NULL;
    if (!dead || hurt->outcome != OUTCOME_INJURED || hurt->struck || hurt->alive || !hurt->again || hurt->somebody ||
        hurt->listed || hurt->additional || hurt->possessed || hurt->count_form != COUNT_DESCRIBED ||
        dead->kind != KIND_CASUALTY || dead->outcome != OUTCOME_KILLED || dead->count_form != COUNT_DESCRIBED ||
        dead->listed || dead->background != hurt->background)
        return false;
    Str noun = noun_last(span_text(t->a->tokens.text, hurt->victims));
    bool same = is_called_victim(t->a, hurt) || noun_is_in(span_text(t->a->tokens.text, dead->victims), noun);
    return same && dead->sentence.start < hurt->sentence.start &&
           !subgroups_conflict(hurt->subgroups, dead->subgroups) && !retold_is_another(t->a, hurt, dead) &&
           !tells_of_hurt_before(t, at);
}

bool retold_is_of_the_dead(const Telling *t, size_t at)
{
    return is_dead_of_wounds(t, at) || are_dead_they(t, at) || is_one_of_the_dead(t, at) || is_of_a_dead_row(t, at) ||
           are_the_dead(t, at);
}

void retold_turn_to_dead(const Telling *t, size_t at)
{
    Claim *hit = &t->a->claims[t->at[at]];
    for (size_t i = 0; i < at && hit->struck && hit->outcome == OUTCOME_INJURED && claim_states_days(hit); i++) {
        const Claim *killed = retold_told(t, i);
        if (killed->kind == KIND_CASUALTY && killed->outcome == OUTCOME_KILLED && are_those_told(t, hit, killed)) {
            hit->outcome = OUTCOME_KILLED;
            hit->struck = false;
        }
    }
}
