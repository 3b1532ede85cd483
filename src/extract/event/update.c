#include "extract/event/update.h"

/* Does the block open with the word, and a colon not far behind it, which no clock has? */
static bool is_update(const Analysis *a, size_t block, uint16_t move, uint16_t label)
{
    enum { REACH = 12 };
    Span span = a->blocks[block].span;
    uint32_t first = analysis_token(a, span.start);
    while (first < a->tokens.count && (a->tokens.tokens[first].flags & TOKEN_PUNCT))
        first++;
    if (mention_at(&a->mentions, first, move) == MENTION_NONE ||
        mention_at(&a->mentions, first, label) == MENTION_NONE || a->blocks[block].kind == BLOCK_BOILERPLATE)
        return false;
    for (uint32_t t = first + 1; t < a->tokens.count && t <= first + REACH && a->tokens.tokens[t].span.end <= span.end;
         t++)
        if (str_equal(span_text(a->tokens.text, a->tokens.tokens[t].span), STR(":")) &&
            (t + 1 == a->tokens.count || (a->tokens.tokens[t + 1].flags & TOKEN_SPACE_BEFORE)))
            return true;
    return false;
}

/* A count of those dead or hurt in all: of no class, no part, nobody described. */
static bool is_toll(const Claim *claim)
{
    bool harm = claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED;
    return claim->kind == KIND_CASUALTY && harm && claim->has_count && !claim->background && !claim->campaign &&
           claim->scene == 0 && claim->part_of < 0 && claim->victim_class == CLASS_UNKNOWN && claim->subgroups == 0 &&
           claim->count_form != COUNT_DESCRIBED && claim->count_form != COUNT_WORD && !claim->additional &&
           !claim->again && claim->ordinal == 0 && claim->stance == STANCE_ASSERTS;
}

/* How many have it, as far as the claim vouches for it. */
static int64_t told_least(const Claim *claim)
{
    return claim->count.low > 0 || claim->count.high == INTERVAL_OPEN ? claim->count.low : claim->count.high;
}

static size_t block_of(const Analysis *a, const Claim *claim)
{
    return a->tokens.sentences[analysis_sentence(a, analysis_token(a, claim->evidence.start))].block;
}

/* The first toll that the block tells: "59 are hurt, although a paper speaks of 119". */
static bool is_first_of_block(const Analysis *a, const Claim *claim)
{
    size_t block = block_of(a, claim);
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *other = &a->claims[i];
        if (is_toll(other) && other->outcome == claim->outcome && other->evidence.start < claim->evidence.start &&
            block_of(a, other) == block)
            return false;
    }
    return true;
}

/* The largest count with which an update comes; NULL. */
static const Claim *updated(const Analysis *a, Outcome outcome, const bool *updates)
{
    const Claim *found = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (is_toll(claim) && claim->outcome == outcome && updates[block_of(a, claim)] &&
            (!found || told_least(claim) > told_least(found)) && is_first_of_block(a, claim))
            found = claim;
    }
    return found;
}

static void set_former(Analysis *a, const Claim *now)
{
    for (size_t i = 0; now && i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (is_toll(claim) && claim->outcome == now->outcome && told_least(claim) < told_least(now) &&
            block_of(a, claim) != block_of(a, now))
            claim->former = true;
    }
}

void update_settle(Analysis *a)
{
    uint16_t move = analysis_class(a, "TOLL_MOVE");
    uint16_t label = analysis_class(a, "NO_PERSON");
    if (!mention_may_be(&a->mentions, move) || a->block_count < 2)
        return;
    bool any = false;
    bool *updates = ARENA_ARRAY(a->scratch, bool, a->block_count + 1);
    for (size_t i = 0; i < a->block_count; i++) {
        updates[i] = is_update(a, i, move, label);
        any = any || updates[i];
    }
    for (size_t i = 0; i < a->block_count; i++) /* a title is changed with the text */
        updates[i] = updates[i] || document_in_headline(a->document, a->blocks[i].span);
    if (!any)
        return;
    set_former(a, updated(a, OUTCOME_KILLED, updates));
    set_former(a, updated(a, OUTCOME_INJURED, updates));
}
