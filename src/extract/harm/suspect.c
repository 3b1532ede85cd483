#include "extract/harm/suspect.h"

typedef struct {
    const Analysis *a;
    uint16_t victim;
    uint16_t event;
    uint16_t bare;
    uint16_t adverb;
    uint16_t active;
} Suspects;

static bool is_of_one(const Claim *claim)
{
    bool harm = claim->kind == KIND_CASUALTY && (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED);
    return harm && claim->count_form == COUNT_DESCRIBED && !span_is_empty(claim->victims) && !claim->background;
}

/* The word for guards that begins at the token, NULL where none does. */
static const Mention *guards_at(const Suspects *s, uint32_t token)
{
    uint32_t m = mention_at(&s->a->mentions, token, s->victim);
    bool guards = m != MENTION_NONE && class_parse(analysis_value(s->a, &s->a->mentions.items[m])) == CLASS_SECURITY;
    return guards ? &s->a->mentions.items[m] : NULL;
}

/* "Police | fatally shot", "officers | shot and killed". */
static bool begins_deed(const Suspects *s, uint32_t token)
{
    while (mention_begins(&s->a->mentions, token, s->adverb))
        token++;
    return mention_begins(&s->a->mentions, token, s->active) || mention_begins(&s->a->mentions, token, s->bare);
}

/* "An officer|-involved shooting", "the police | shooting". */
static bool begins_event(const Suspects *s, uint32_t token)
{
    const Analysis *a = s->a;
    if (token < a->tokens.count && (a->tokens.tokens[token].flags & TOKEN_PUNCT))
        token++;
    if (str_find(analysis_word(a, token), STR("part"), 0) < SIZE_MAX && !mention_begins(&a->mentions, token, s->event))
        token++;
    return mention_begins(&a->mentions, token, s->event);
}

/* "Shot | by | a county officer". */
static bool is_agent(const Suspects *s, uint32_t token, uint32_t first)
{
    enum { REACH = 4 };
    for (uint32_t t = token; t > first && token - t < REACH; t--)
        if (str_begins(analysis_word(s->a, t - 1), STR("agent")))
            return true;
    return false;
}

/* Whether the claim's sentence tells of guards who shot or killed. */
static bool is_by_guards(const Suspects *s, const Claim *claim)
{
    const Analysis *a = s->a;
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, claim->victims.start))];
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        const Mention *guards = guards_at(s, t);
        if (guards && !span_overlaps(mention_tokens_span(&a->tokens, t, guards->last), claim->victims) &&
            (begins_deed(s, guards->last) || begins_event(s, guards->last) || is_agent(s, t, sentence->first)))
            return true;
    }
    return false;
}

/* The only one who is told of as an attacker; NULL where there is none, or several are ("a suspect and a second one"). */
static const Claim *lone_attacker(const Analysis *a)
{
    const Claim *found = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || !(claim->subgroups & SUBGROUP_ATTACKERS) || claim->background)
            continue;
        if (!is_of_one(claim) || claim->additional || claim->ordinal > 0)
            return NULL;
        found = claim;
    }
    return found;
}

static bool may_be_suspect(const Claim *claim)
{
    const unsigned others = SUBGROUP_WOMEN | SUBGROUP_POLICE | SUBGROUP_SOLDIERS | SUBGROUP_MEDICS;
    return is_of_one(claim) && claim->victim_class == CLASS_UNKNOWN && !claim->additional && !claim->possessed &&
           claim->ordinal == 0 && claim->part_of < 0 && !(claim->subgroups & (others | SUBGROUP_ATTACKERS));
}

void suspect_join(const Analysis *a)
{
    const Claim *attacker = a->claim_count > 1 ? lone_attacker(a) : NULL;
    if (!attacker)
        return;
    Suspects s = {.a = a,
                  .victim = analysis_class(a, "VICTIM"),
                  .event = analysis_class(a, "EVENT_NOUN"),
                  .bare = analysis_class(a, "V_BARE"),
                  .adverb = analysis_class(a, "ADVERB"),
                  .active = analysis_class(a, "V_ACTIVE")};
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        bool told = claim->sentence.start != attacker->sentence.start ||
                    (attacker->again && claim->outcome == OUTCOME_KILLED && attacker->outcome == OUTCOME_KILLED &&
                     claim->victims.end <= attacker->victims.start);
        bool other = claim != attacker && told;
        if (other && may_be_suspect(claim) && is_by_guards(&s, claim))
            claim->subgroups |= SUBGROUP_ATTACKERS;
    }
}
