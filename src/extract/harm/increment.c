#include "extract/harm/increment.h"

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

/* In the sentence right behind that of the other words. */
static bool is_right_behind(const Analysis *a, Span before, Span words)
{
    return analysis_sentence(a, analysis_token(a, before.start)) + 1 ==
           analysis_sentence(a, analysis_token(a, words.start));
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

/* Whether the words between say that who comes next is one of those counted: "two died, one at the scene and another ...". */
static bool is_shared_out(const Analysis *a, const Claim *toll, uint32_t first)
{
    uint16_t count = analysis_class(a, "COUNT");
    uint16_t including = analysis_class(a, "INCLUDING");
    for (uint32_t t = analysis_token(a, toll->victims.end); t < first; t++)
        if (mention_begins(&a->mentions, t, count) || mention_begins(&a->mentions, t, including))
            return true;
    return false;
}

static bool is_largest_so_far(const Analysis *a, const Claim *toll)
{
    for (const Claim *before = a->claims; before < toll; before++)
        if (before->kind == KIND_CASUALTY && before->outcome == toll->outcome && before->has_count &&
            !before->background && before->count.low > toll->count.low)
            return false;
    return true;
}

/* "Ten died at the scene and another died in hospital", "Ten died at the scene. Another died later in hospital": one more, counted as
 * others are. */
static void mark_another_died(const Analysis *a)
{
    const uint16_t joins[] = {analysis_class(a, "CONJUNCTION"), analysis_class(a, "CLAUSE_OPENER")};
    for (size_t i = 1; i < a->claim_count; i++) {
        const Claim *toll = &a->claims[i - 1];
        Claim *dead = &a->claims[i];
        if (dead->kind != KIND_CASUALTY || dead->outcome != OUTCOME_KILLED || !dead->additional || dead->named ||
            dead->ordinal > 0 || dead->count_form != COUNT_DESCRIBED || dead->part_of >= 0 ||
            toll->kind != KIND_CASUALTY || !is_increment(dead, toll) || toll->total || toll->part_of >= 0 ||
            toll->count_form == COUNT_DESCRIBED || toll->background != dead->background)
            continue;
        uint32_t first = analysis_token(a, dead->victims.start);
        const Sentence *own = &a->tokens.sentences[analysis_sentence(a, first)];
        bool joined =
            toll->sentence.start == dead->sentence.start && first > own->first &&
            (mention_begins(&a->mentions, first - 1, joins[0]) || mention_begins(&a->mentions, first - 1, joins[1]));
        bool next = first == own->first && own > a->tokens.sentences && own[-1].span.start == toll->sentence.start &&
                    were_hurt_before(a, dead);
        if ((joined || next) && !is_shared_out(a, toll, first) && is_largest_so_far(a, toll))
            dead->count_form = COUNT_EXACT;
    }
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

static bool is_count_of(const Claim *claim, Outcome outcome)
{
    return claim->kind == KIND_CASUALTY && claim->outcome == outcome && claim->has_count && !claim->total &&
           !claim->background;
}

/* Whether a phrase of people hurt begins at the token. */
static bool is_of_hurt(const Analysis *a, uint32_t token)
{
    const uint16_t classes[] = {analysis_class(a, "HARM_ADJ"), analysis_class(a, "HARM_PP")};
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        uint32_t m = mention_at(&a->mentions, token, classes[c]);
        if (m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), outcome_name(OUTCOME_INJURED)))
            return true;
    }
    return false;
}

/* "Two of the injured": some of those hurt, by the words for who died. */
static bool are_of_the_hurt(const Analysis *a, const Claim *dead)
{
    uint32_t first = analysis_token(a, dead->victims.start);
    uint32_t last = analysis_token(a, dead->evidence.end - 1) + 1;
    uint32_t m = mention_within(&a->mentions, first, last, analysis_class(a, "INCLUDING"));
    return m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("hurt"));
}

/* The token where the next claim of the sentence tells of its own people: "20 have been killed and | dozens wounded". */
static uint32_t next_people(const Analysis *a, size_t at)
{
    const Claim *dead = &a->claims[at];
    bool next = at + 1 < a->claim_count && a->claims[at + 1].kind == KIND_CASUALTY &&
                a->claims[at + 1].sentence.start == dead->sentence.start &&
                a->claims[at + 1].victims.start >= dead->evidence.end;
    return next ? analysis_token(a, a->claims[at + 1].victims.start) : (uint32_t)a->tokens.count;
}

/* Whether the words from who died to right behind the verb say that they had been hurt and died since then: "one wounded man has died",
 * and right behind a count of the hurt "one of whom died later". */
static bool died_later(const Analysis *a, size_t at, const Claim *toll)
{
    enum { BEHIND = 4 /* tokens */ };
    const Claim *dead = &a->claims[at];
    const uint16_t since[] = {analysis_class(a, "HAVE"), analysis_class(a, "TLATER")};
    const uint16_t back[] = {analysis_class(a, "INCLUDING"), analysis_class(a, "PERSONAL")};
    bool after =
        window_is_known(dead->window) && window_is_known(toll->window) && dead->window.first > toll->window.last;
    bool behind_hurt = is_count_of(&a->claims[at - 1], OUTCOME_INJURED);
    bool were_hurt = false;
    uint32_t last = analysis_token(a, dead->evidence.end) + BEHIND;
    uint32_t end = next_people(a, at);
    for (uint32_t t = analysis_token(a, dead->victims.start); t < last && t < end; t++) {
        if (a->tokens.tokens[t].span.end > dead->sentence.end)
            break;
        bool meant = mention_begins(&a->mentions, t, back[0]) || mention_begins(&a->mentions, t, back[1]);
        were_hurt = were_hurt || is_of_hurt(a, t) || (behind_hurt && meant);
        after = after || mention_begins(&a->mentions, t, since[0]) || mention_begins(&a->mentions, t, since[1]);
    }
    return were_hurt && after;
}

/* "Eleven have died ... nine were killed and 25 hurt; two of the injured died": who died since is in the toll that the text opens with. */
static bool is_in_toll_before(const Analysis *a, const Claim *dead, const Claim *toll)
{
    for (const Claim *before = a->claims; before < toll; before++)
        if (is_count_of(before, OUTCOME_KILLED) && before->part_of < 0 &&
            before->count.low >= toll->count.low + dead->count.low)
            return true;
    return false;
}

/* The count of the dead that one sentence tells beside one of as many hurt: the claim's own, that before it or, where it says that they
 * were of the hurt, one a little farther off; NULL where none does, or somebody has died since. */
static const Claim *dead_beside_hurt(const Analysis *a, size_t at, uint32_t reach)
{
    const Claim *dead = &a->claims[at];
    uint32_t own = analysis_sentence(a, analysis_token(a, dead->victims.start));
    const Claim *killed = NULL;
    bool hurt = false;
    uint32_t told = own;
    for (size_t i = at; i-- > 0;) {
        const Claim *before = &a->claims[i];
        uint32_t sentence = analysis_sentence(a, analysis_token(a, before->victims.start));
        if (before->kind != KIND_CASUALTY || before->part_of >= 0)
            continue;
        if (sentence + reach < own || ((killed || hurt) && sentence != told) || before->total)
            break;
        told = sentence;
        if (is_count_of(before, OUTCOME_KILLED) && !before->additional)
            killed = before;
        hurt = hurt || (is_count_of(before, OUTCOME_INJURED) && before->count.low >= dead->count.low);
    }
    return hurt ? killed : NULL;
}

/* "The blast killed eight. Two of the wounded died later": nobody tells how many were hurt, but that these died since. */
static const Claim *dead_before_later(const Analysis *a, size_t at)
{
    const Claim *dead = &a->claims[at];
    const Claim *killed = &a->claims[at - 1];
    bool beside = is_count_of(killed, OUTCOME_KILLED) && killed->part_of < 0 && !killed->additional &&
                  killed->count.low > dead->count.low && is_right_behind(a, killed->victims, dead->victims);
    return beside && died_later(a, at, killed) ? killed : NULL;
}

/* "Three were killed and nine hurt. Two of the injured died": the two are none of the three. */
static void mark_dead_of_the_hurt(const Analysis *a)
{
    enum { NEXT = 1, NEAR = 3 };
    for (size_t i = 1; i < a->claim_count; i++) {
        Claim *dead = &a->claims[i];
        if (!is_count_of(dead, OUTCOME_KILLED) || dead->additional)
            continue;
        bool of_them = are_of_the_hurt(a, dead);
        const Claim *toll = dead_beside_hurt(a, i, of_them ? NEAR : NEXT);
        toll = toll || !of_them ? toll : dead_before_later(a, i);
        if (!toll || is_in_toll_before(a, dead, toll) || !(of_them || died_later(a, i, toll)))
            continue;
        dead->additional = true;
        dead->of_the_hurt = of_them;
        dead->again = false;
        dead->part_of = -1;
        a->claims[i - 1].struck = a->claims[i - 1].struck && !is_count_of(&a->claims[i - 1], OUTCOME_INJURED);
    }
}

/* "of whom", "where" or the like right before or behind the dead: "[where two] children died", "[two of whom] died". */
static bool is_relative_at(const Analysis *a, const Claim *dead)
{
    enum { NEAR = 2 };
    const uint16_t links[] = {analysis_class(a, "RELATIVE"), analysis_class(a, "INCLUDING")};
    ClassSet set = class_set_of(links, sizeof links / sizeof *links);
    uint32_t first = analysis_token(a, dead->victims.start);
    uint32_t end = analysis_token(a, dead->victims.end) + NEAR;
    for (uint32_t t = first > NEAR ? first - NEAR : 0; t < a->tokens.count && t <= end; t++)
        if (mention_may_begin_any(&a->mentions, t, &set))
            return true;
    return false;
}

static bool is_of_others(const Analysis *a, const Claim *hurt, const Claim *dead)
{
    return dead->kind == KIND_CASUALTY && dead->outcome == OUTCOME_KILLED && !dead->total && dead->part_of < 0 &&
           dead->has_count && dead->count.low <= hurt->count.low && dead->victims.start >= hurt->victims.end &&
           is_relative_at(a, dead);
}

/* "Six were killed. | Nine were hurt": beside the dead of the sentence right before; not whom a shot hit, of whom those dead may be some. */
static bool are_beside_dead(const Analysis *a, size_t hurt_at)
{
    const Claim *hurt = &a->claims[hurt_at];
    const Claim *dead = hurt_at > 0 ? hurt - 1 : NULL;
    return dead && !hurt->struck && is_count_of(hurt, OUTCOME_INJURED) && is_count_of(dead, OUTCOME_KILLED) &&
           dead->part_of < 0 && dead->count_form != COUNT_DESCRIBED && is_right_behind(a, dead->victims, hurt->victims);
}

/* "Two were killed and five hurt. Two of the injured died": as many, and other people. */
static void not_told_before(const Analysis *a)
{
    enum { NEAR = 3 };
    for (size_t i = 1; i < a->claim_count; i++)
        if (is_count_of(&a->claims[i], OUTCOME_KILLED) && are_of_the_hurt(a, &a->claims[i]) &&
            dead_beside_hurt(a, i, NEAR))
            a->claims[i].again = false;
}

/* "Three died. Five others were hurt, one of whom died later", "another 20 were taken to a clinic, where two died": who dies of others
 * than those told before is none of those. */
void increment_of_others(Analysis *a)
{
    not_told_before(a);
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *hurt = &a->claims[i];
        if (hurt->kind != KIND_CASUALTY || hurt->outcome != OUTCOME_INJURED || hurt->part_of >= 0)
            continue;
        bool beside = are_beside_dead(a, i);
        if (!hurt->additional && !beside)
            continue;
        for (size_t k = i + 1; k < a->claim_count && a->claims[k].sentence.start == hurt->sentence.start; k++) {
            Claim *dead = &a->claims[k];
            bool again = beside && !hurt->additional && hurt[-1].count.low <= dead->count.low;
            if (!is_of_others(a, hurt, dead) || again)
                continue;
            dead->additional = true;
            dead->of_the_hurt = true;
            dead->again = false; /* as hurt they were told of, not as dead */
        }
    }
}

/* Of weeks, or of a time that is told without days. */
static bool is_of_a_period(const Claim *claim)
{
    enum { WEEKS = 15 /* days */ };
    return claim->kind == KIND_CASUALTY && claim->has_count && claim->background && !claim->elsewhere &&
           (!window_is_known(claim->window) || window_days(claim->window) >= WEEKS);
}

/* "Another | 189", "189 | others". */
static bool opens_sentence(const Analysis *a, const Claim *claim)
{
    return analysis_token(a, claim->victims.start) <= analysis_token(a, claim->sentence.start) + 1;
}

/* "In June alone 78 died. Another 189 were wounded": a number of others that opens the sentence right behind those of a period, with no time
 * of its own, is of that period too. */
static void mark_more_of_period(const Analysis *a)
{
    for (size_t i = 1; i < a->claim_count; i++) {
        const Claim *then = &a->claims[i - 1];
        Claim *more = &a->claims[i];
        if (!is_of_a_period(then) || more->kind != KIND_CASUALTY || !more->additional || more->background ||
            more->count.low < 2 || !opens_sentence(a, more) || !span_is_empty(more->window_span))
            continue;
        if (!is_right_behind(a, then->evidence, more->evidence))
            continue;
        more->background = true;
        more->window = then->window;
    }
}

void increment_settle(Analysis *a)
{
    mark_more_of_period(a);
    mark_increments(a);
    mark_died_since(a);
    mark_another_died(a);
    mark_dead_of_the_hurt(a);
}
