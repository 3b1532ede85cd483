#include "extract/claim/told.h"

#include "extract/speaker/cover.h"

#include "extract/speaker/source.h"

static bool is_fighter(VictimClass victims, unsigned subgroups)
{
    return victims == CLASS_MILITANT || (subgroups & SUBGROUP_ATTACKERS);
}

/* "Three | of its soldiers | died": of all that the speaker has, whoever was told of before. */
static bool is_of_own_side(const Analysis *a, const GroupRecord *group)
{
    return group->part &&
           mention_within(&a->mentions, group->first, group->last, analysis_class(a, "OWN_SIDE")) != MENTION_NONE;
}

static bool is_several(const Analysis *a, const GroupRecord *group)
{
    return group->count != MENTION_NONE && a->counts[group->count].range.low > 1;
}

/* Whether the group may be some of those whom the claim tells of, who fought only where fighters count. */
static bool may_be_of(const Analysis *a, const GroupRecord *group, const Claim *claim, bool fighters)
{
    bool one = claim->count_form == COUNT_DESCRIBED;
    if (one && is_several(a, group))
        return false; /* three are no part of one */
    bool fought = is_fighter(claim->victim_class, claim->subgroups);
    if (fought ? !fighters : is_fighter(group->victim_class, group->subgroups))
        return false; /* attackers are no part of those whom they killed */
    Span own = mention_tokens_span(&a->tokens, group->first, group->last);
    return !(one && subgroups_conflict(claim->subgroups, group->subgroups)) &&
           !(claim->listed && span_holds(claim->evidence, own));
}

/* The last of those told of before whom the group may be of; a number a few sentences before rather than words behind it: "43 died. Victims
 * were shot. Nine were women". */
static int32_t whole_before(const Analysis *a, Outcome outcome, const GroupRecord *group, uint32_t claim_count,
                            bool fighters)
{
    enum { NEAR = 8 };
    uint32_t sentence = analysis_sentence(a, group->first);
    bool several = is_several(a, group);
    int32_t word = -1;
    for (uint32_t i = claim_count; i-- > 0;) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || claim->outcome != outcome || claim->part_of >= 0 || !claim->has_count ||
            claim->background || !may_be_of(a, group, claim, fighters))
            continue;
        bool unnumbered = claim->count_form == COUNT_WORD && claim->count.high == INTERVAL_OPEN;
        bool near = analysis_sentence(a, analysis_token(a, claim->victims.start)) + NEAR >= sentence;
        if (!several || !unnumbered)
            return word < 0 || near ? (int32_t)i : word;
        word = word < 0 ? (int32_t)i : word;
    }
    return word;
}

int32_t told_whole(const Analysis *a, Outcome outcome, const GroupRecord *group, uint32_t claim_count)
{
    bool others = !is_fighter(group->victim_class, group->subgroups) && (!group->anaphoric || is_of_own_side(a, group));
    int32_t whole = others ? whole_before(a, outcome, group, claim_count, false) : -1;
    return whole >= 0 ? whole : whole_before(a, outcome, group, claim_count, true);
}

/* "Two were taken by ambulance and three others by car", of five, or with a full stop between: the others are of the whole
 * that the two are of. */
static int32_t told_rest_of(const Analysis *a, const Claim *claim)
{
    const Claim *before = claim > a->claims ? claim - 1 : NULL;
    bool beside = before && before->outcome == claim->outcome && before->sentence.start <= claim->sentence.start &&
                  (before->sentence.end > claim->sentence.start ||
                   str_is_wordless(str_slice(a->tokens.text, before->sentence.end, claim->sentence.start)));
    int32_t whole = beside ? before->part_of : -1;
    return whole >= 0 && before->count.low + claim->count.low <= a->claims[whole].count.low ? whole : -1;
}

int32_t told_larger(const Analysis *a, const Claim *claim, const GroupRecord *group)
{
    if (group->additional)
        return told_rest_of(a, claim);
    int32_t whole = told_whole(a, claim->outcome, group, (uint32_t)a->claim_count - 1);
    return whole >= 0 && a->claims[whole].count.low > claim->count.low ? whole : -1;
}

int32_t told_before(const Analysis *a, uint32_t token, int64_t people)
{
    uint32_t sentence = analysis_sentence(a, token);
    if (sentence == 0)
        return -1;
    const Sentence *range = &a->tokens.sentences[sentence - 1];
    Span before = mention_tokens_span(&a->tokens, range->first, range->last);
    int32_t whole = -1;
    for (size_t i = a->claim_count; i-- > 0 && a->claims[i].evidence.end > before.start;) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || !claim->has_count || claim->part_of >= 0 || claim->background ||
            claim->count_form == COUNT_DESCRIBED || claim->count.low <= people || claim->victims.end > before.end)
            continue;
        if (whole >= 0)
            return -1;
        whole = (int32_t)i;
    }
    return whole;
}

/* "[Villagers] say 30", "But [the mayor] said it was 30": somebody who is named opens the sentence, and the number is their word. */
static bool is_answer(const Analysis *a, const Sentence *sentence, uint32_t token)
{
    enum { MOST_BEFORE = 2 }; /* "However," */
    bool blanket = false;
    const Attribution *said = source_for(a, a->tokens.tokens[token].span, &blanket);
    if (!said || blanket || span_is_empty(said->source))
        return false;
    uint32_t first = analysis_token(a, said->source.start);
    return first >= sentence->first && first <= sentence->first + MOST_BEFORE &&
           !mention_begins(&a->mentions, first, analysis_class(a, "PRONOUN"));
}

bool told_in_gap(const Analysis *a, uint32_t token)
{
    bool blanket = false;
    const Attribution *said = source_for(a, a->tokens.tokens[token].span, &blanket);
    return said && !blanket && !span_is_empty(said->source) && span_is_empty(said->cue) &&
           analysis_token(a, said->content[0].start) == token;
}

Outcome told_outcome_before(const Analysis *a, uint32_t token)
{
    uint32_t sentence = analysis_sentence(a, token);
    Outcome outcome = OUTCOME_NONE;
    if (sentence == 0 || !is_answer(a, &a->tokens.sentences[sentence], token))
        return outcome;
    const Sentence *range = &a->tokens.sentences[sentence - 1];
    Span before = mention_tokens_span(&a->tokens, range->first, range->last);
    for (size_t i = a->claim_count; i-- > 0 && a->claims[i].evidence.end > before.start;) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || !claim->has_count || claim->evidence.start >= before.end)
            continue;
        if (claim->background || (outcome != OUTCOME_NONE && claim->outcome != outcome))
            return OUTCOME_NONE;
        outcome = claim->outcome;
    }
    return outcome;
}

bool told_by_group(const Analysis *a, const GroupRecord *group)
{
    Span own = mention_tokens_span(&a->tokens, group->first, group->last);
    for (size_t i = 0; i < a->attribution_count; i++)
        if (!span_is_empty(a->attributions[i].source) && span_overlaps(a->attributions[i].source, own))
            return true;
    return false;
}

/* "The injured, according to | a nurse | were taken away": right behind a preposition that tells who says it; not "a nurse who was hurt". */
static bool is_behind_source_word(const Analysis *a, const GroupRecord *group)
{
    enum { LONGEST = 3 };
    uint32_t m = group->first == 0 ? MENTION_NONE
                                   : mention_over(&a->mentions, group->first - 1, analysis_class(a, "SAY"), LONGEST);
    bool comma = str_is(span_text(a->tokens.text, a->tokens.tokens[group->last].span), ",");
    return m != MENTION_NONE && a->mentions.items[m].last == group->first &&
           mention_begins(&a->mentions, a->mentions.items[m].first, analysis_class(a, "PREPOSITION")) &&
           !mention_begins(&a->mentions, group->last + comma, analysis_class(a, "RELATIVE"));
}

bool told_as_speaker(const Analysis *a, const GroupRecord *group, uint32_t verb)
{
    if (is_behind_source_word(a, group))
        return true;
    Span own = mention_tokens_span(&a->tokens, group->first, group->last);
    Span told = a->tokens.tokens[verb].span;
    for (uint32_t i = cover_find(a->said, told.start, 0); i != COVER_NONE; i = cover_find(a->said, told.start, i + 1)) {
        const Attribution *said = &a->attributions[i];
        if (span_is_empty(said->source) || !span_overlaps(said->source, own) || said->cue.end > own.start)
            continue; /* of "a boy found dead" the boy finds nothing */
        for (size_t k = 0; k < said->content_count; k++)
            if (span_holds(said->content[k], told) && !span_overlaps(said->content[k], own))
                return true;
    }
    return false;
}

bool told_by_one_voice(const Claim *part, const Claim *whole)
{
    bool unsaid = !part->attribution || part->attribution->speaker.len == 0; /* "were listed as stable": by nobody */
    return unsaid || (!whole->attribution && part->party != PARTY_ARMED_GROUP) ||
           (whole->attribution && str_equal(part->attribution->speaker, whole->attribution->speaker));
}

/* "Two | of the wounded | died", "of the stabbed | one died". */
static bool is_of_hurt(const Analysis *a, const GroupRecord *group)
{
    enum { LONGEST = 4 };
    uint16_t including = analysis_class(a, "INCLUDING");
    uint32_t m = mention_at(&a->mentions, group->last, including);
    bool comma = group->first > 0 && str_is(span_text(a->tokens.text, a->tokens.tokens[group->first - 1].span), ",");
    uint32_t end = group->first - comma;
    if (m == MENTION_NONE && end > 0) {
        m = mention_over(&a->mentions, end - 1, including, LONGEST);
        m = m != MENTION_NONE && a->mentions.items[m].last == end ? m : MENTION_NONE;
    }
    return m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("hurt"));
}

/* "Nine were hurt. Two of the nine died": the number is that of those told of last as hurt. */
static bool is_of_as_many(const Analysis *a, const GroupRecord *group)
{
    uint32_t whole =
        group->partitive ? mention_at(&a->mentions, group->last - 1, analysis_class(a, "COUNT")) : MENTION_NONE;
    if (whole == MENTION_NONE)
        return false;
    Interval count = a->counts[a->mentions.items[whole].data].range;
    for (size_t i = a->claim_count; i-- > 0;)
        if (a->claims[i].kind == KIND_CASUALTY && a->claims[i].outcome == OUTCOME_INJURED)
            return interval_equal(a->claims[i].count, count);
    return false;
}

/* "Nine were hurt. Two of the wounded died": some of the hurt, and nobody else is told of as dead. */
static bool died_of_hurt(const Analysis *a, const Claim *dead, const GroupRecord *group)
{
    if (dead->background || !(is_of_hurt(a, group) || is_of_as_many(a, group)))
        return false;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *other = &a->claims[i];
        if (other != dead && other->kind == KIND_CASUALTY && other->outcome == OUTCOME_KILLED && !other->background)
            return false;
    }
    return true;
}

bool told_others_died(const Analysis *a, const Claim *hurt)
{
    bool died = false;
    for (size_t i = 0; i < a->claim_count && !died; i++)
        died = a->claims[i].kind == KIND_CASUALTY && a->claims[i].outcome == OUTCOME_KILLED &&
               !a->claims[i].background && a->claims[i].stance == STANCE_ASSERTS &&
               a->claims[i].victims.start < hurt->victims.start;
    return died && !hurt->struck && hurt->count_form != COUNT_DESCRIBED;
}

bool told_died_of_hurt(const Analysis *a, const Claim *dead, const GroupRecord *group)
{
    int32_t hurt = dead->outcome == OUTCOME_KILLED && group->picked && !dead->background
                       ? told_whole(a, OUTCOME_INJURED, group, (uint32_t)a->claim_count - 1)
                       : -1;
    return hurt >= 0 && a->claims[hurt].sentence.start == dead->sentence.start &&
           a->claims[hurt].victims.start < dead->victims.start && a->claims[hurt].count.low > dead->count.low &&
           told_others_died(a, &a->claims[hurt]);
}

void told_link_outcomes(Analysis *a, const Claim *again, const GroupRecord *group, uint32_t claim_count)
{
    if (again->outcome != OUTCOME_KILLED || again->part_of >= 0)
        return;
    if (is_of_own_side(a, group))
        return;
    bool hurt = died_of_hurt(a, again, group);
    int32_t before = hurt || group->anaphoric ? told_whole(a, OUTCOME_INJURED, group, claim_count) : -1;
    if (before < 0)
        return;
    bool same = again->count_form == COUNT_DESCRIBED && a->claims[before].count_form == COUNT_DESCRIBED;
    bool some = (group->part || group->picked || hurt) && a->claims[before].count.low > again->count.low;
    a->claims[before].struck = a->claims[before].struck || same || some;
}

Claim *told_already(const Analysis *a, Outcome outcome, Span victims)
{
    bool death = outcome == OUTCOME_KILLED || outcome == OUTCOME_INJURED;
    for (size_t i = a->claim_count; i-- > 0;) {
        Claim *claim = &a->claims[i];
        bool claim_death = claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED;
        if (claim->kind == KIND_CASUALTY && (claim->outcome == outcome || (death && claim_death)) &&
            span_overlaps(claim->victims, victims))
            return claim;
    }
    return NULL;
}

bool told_is_of_more(const Analysis *a, const Claim *told, const GroupRecord *group)
{
    return group->partitive && group->count != MENTION_NONE && told->has_count &&
           a->counts[group->count].quantity.low < told->count.low;
}

bool told_outcome(const Analysis *a, Outcome outcome)
{
    for (size_t i = 0; i < a->claim_count; i++)
        if (a->claims[i].kind == KIND_CASUALTY && a->claims[i].outcome == outcome && !a->claims[i].background)
            return true;
    return false;
}

/* "A guard was hit in the leg and | a clerk was hit in the arm": behind a conjunction somebody whom the article calls new. */
static bool opens_clause(const Analysis *a, const Claim *claim)
{
    uint32_t victim = analysis_token(a, claim->victims.start);
    uint32_t first = analysis_token(a, claim->evidence.start);
    first = first < victim ? first : victim;
    uint32_t article = mention_at(&a->mentions, victim, analysis_class(a, "DETERMINER"));
    return first > 0 && article != MENTION_NONE &&
           str_equal(analysis_value(a, &a->mentions.items[article]), STR("one")) &&
           mention_begins(&a->mentions, first - 1, analysis_class(a, "CONJUNCTION"));
}

static bool is_one_person(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->count_form == COUNT_DESCRIBED && !claim->again && claim->part_of < 0;
}

void told_list_clauses(Analysis *a)
{
    for (size_t i = 1; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        Claim *before = &a->claims[i - 1];
        if (is_one_person(before) && is_one_person(claim) && claim->outcome == before->outcome &&
            claim->sentence.start == before->sentence.start && before->evidence.end < claim->evidence.start &&
            opens_clause(a, claim))
            before->listed = claim->listed = true;
    }
}
