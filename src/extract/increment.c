#include "extract/increment.h"

static bool is_increment(const Claim *claim, const Claim *toll)
{
    bool another = claim->attribution && toll->attribution && claim->attribution != toll->attribution;
    return claim->kind == toll->kind && claim->outcome == toll->outcome && !claim->total && claim->has_count &&
           claim->count.low < toll->count.low && !another; /* "22 died, police said; the clinic put the toll at 36" */
}

/* "Two of the hurt died, bringing the toll to 25": the toll holds what its sentence tells with it. Claims stand in the order of
 * their sentences. */
static void mark_increments(const Analysis *a)
{
    for (size_t t = 0; t < a->claim_count; t++) {
        const Claim *toll = &a->claims[t];
        size_t first = t;
        while (toll->total && first > 0 && a->claims[first - 1].sentence.start == toll->sentence.start)
            first--;
        for (size_t i = first; toll->total && i < a->claim_count; i++) {
            if (a->claims[i].sentence.start != toll->sentence.start)
                break;
            bool increment = is_increment(&a->claims[i], toll);
            a->claims[i].additional |= increment;
            a->claims[i].minimum |= increment;
        }
    }
}

/* Were they hurt before they died: "three wounded men died", "two died in hospital"? */
static bool were_hurt_before(const Analysis *a, const Claim *dead)
{
    enum { BEHIND = 4 /* tokens */ };
    const uint16_t classes[] = {analysis_class(a, "HARM_ADJ"), analysis_class(a, "HARM_NOUN"),
                                analysis_class(a, "CARE"), analysis_class(a, "WOUND")};
    uint32_t last = analysis_token(a, dead->evidence.end) + BEHIND;
    for (uint32_t t = analysis_token(a, dead->victims.start); t < last && t < a->tokens.count; t++)
        for (size_t c = 0; c < sizeof classes / sizeof *classes; c++)
            if (a->tokens.tokens[t].span.end <= dead->sentence.end && mention_begins(&a->mentions, t, classes[c]))
                return true;
    return false;
}

/* "17 soldiers have died, after three wounded men died in hospital": the 17 hold the three. */
static void mark_died_since(const Analysis *a)
{
    uint16_t opener = analysis_class(a, "CLAUSE_OPENER");
    for (size_t i = 1; i < a->claim_count; i++) {
        const Claim *toll = &a->claims[i - 1];
        Claim *dead = &a->claims[i];
        uint32_t first = analysis_token(a, dead->victims.start);
        bool within = dead->kind == KIND_CASUALTY && dead->outcome == OUTCOME_KILLED && dead->part_of < 0 &&
                      toll->sentence.start == dead->sentence.start && toll->part_of < 0 && toll->has_count &&
                      is_increment(dead, toll) && toll->evidence.end < dead->victims.start;
        if (within && first > 0 && mention_begins(&a->mentions, first - 1, opener) && were_hurt_before(a, dead))
            dead->part_of = (int32_t)i - 1;
    }
}

void increment_settle(Analysis *a)
{
    mark_increments(a);
    mark_died_since(a);
}
