#include "extract/when/when_tense.h"

#include "extract/when/when_parts.h"

enum { REACH_TOKENS = 16, NEAR_TOKENS = 5, AUXILIARY_TOKENS = 3 };

/* "Is due to be published": what ends right before the participle looks ahead. */
static bool is_still_to_come(const Analysis *a, const TimeNames *names, uint32_t token)
{
    uint32_t word =
        token > 0 ? mention_over(&a->mentions, token - 1, names->verb_future, AUXILIARY_TOKENS) : MENTION_NONE;
    return word != MENTION_NONE && a->mentions.items[word].last == token;
}

static Tense tense_at(const Analysis *a, const TimeNames *names, uint32_t token)
{
    if (mention_at(&a->mentions, token, names->verb_future) != MENTION_NONE)
        return TENSE_FUTURE;
    if (!mention_begins(&a->mentions, token, names->verb_past))
        return TENSE_NONE;
    return is_still_to_come(a, names, token) ? TENSE_FUTURE : TENSE_PAST;
}

/* "The toll rose to 30 by Tuesday", "had died by Tuesday": a day that is over; what is to be done by one is not. */
static bool is_done_by(const Analysis *a, const TimeNames *names, uint32_t first, uint32_t start)
{
    for (uint32_t i = first; i > start && first - i <= NEAR_TOKENS; i--) {
        if (mention_at(&a->mentions, i - 1, names->verb_future) != MENTION_NONE)
            return false;
        if (mention_begins(&a->mentions, i - 1, names->verb_done))
            return !is_still_to_come(a, names, i - 1);
    }
    return false;
}

/* "Were killed", "attacked": the verb at the token tells of harm. */
static TenseSign sign_at(const Analysis *a, const TimeNames *names, uint32_t token)
{
    TenseSign sign = {.tense = tense_at(a, names, token)};
    sign.of_harm = sign.tense == TENSE_PAST && (mention_may_begin_any(&a->mentions, token, &names->verb_harm) ||
                                                mention_may_begin_any(&a->mentions, token + 1, &names->verb_harm));
    return sign;
}

/* "Four were killed from 3 November [until Friday]": the word leads to where days end of which harm is told. */
static bool ends_harm(const Analysis *a, const TimeNames *names, uint32_t word, uint32_t start)
{
    uint32_t time = word > start ? mention_over(&a->mentions, word - 1, names->time, REACH_TOKENS) : MENTION_NONE;
    if (time == MENTION_NONE || a->mentions.items[time].last != word)
        return false;
    uint32_t first = a->mentions.items[time].first;
    for (uint32_t i = first; i > start && first - i < REACH_TOKENS; i--) {
        TenseSign sign = sign_at(a, names, i - 1);
        if (sign.tense != TENSE_NONE)
            return sign.of_harm;
    }
    return false;
}

/* "Hit by Monday's quake", "until Monday's raid": the day has its event, which is told as known. */
static bool owns_event(const Analysis *a, uint32_t last)
{
    enum { WORDS = 4 };
    if (last >= a->tokens.count || mention_at(&a->mentions, last, analysis_class(a, "POSSESSIVE")) == MENTION_NONE)
        return false;
    static const char *const EVENTS[] = {"EVENT_NOUN", "EVENT_PLURAL", "EVENT_OTHER"};
    for (size_t i = 0; i < sizeof EVENTS / sizeof *EVENTS; i++) {
        if (mention_within(&a->mentions, last + 1, last + 1 + WORDS, analysis_class(a, EVENTS[i])) != MENTION_NONE)
            return true;
    }
    return false;
}

/* "Recovers from [Saturday]'s attack", "believes [Saturday]'s deadly attack will ...": the day has an attack, which nobody plans. */
static bool owns_attack(const Analysis *a, uint32_t last)
{
    enum { WORDS = 4 };
    if (last >= a->tokens.count || mention_at(&a->mentions, last, analysis_class(a, "POSSESSIVE")) == MENTION_NONE)
        return false;
    for (uint32_t i = last + 1; i <= last + WORDS && i < a->tokens.count; i++) {
        if (mention_begins(&a->mentions, i, analysis_class(a, "EVENT_NOUN")))
            return true;
        if ((a->tokens.tokens[i].flags & TOKEN_PUNCT) ||
            mention_begins(&a->mentions, i, analysis_class(a, "PREPOSITION")))
            return false;
    }
    return false;
}

/* "The [July 19] killing of a clerk", "his [3 May] raid": a deed is called after its day. */
static bool names_deed(const Analysis *a, uint32_t first, uint32_t last)
{
    static const char *const DEEDS[] = {"EVENT_NOUN", "HARM_NOUN"};
    bool led = first > 0 && (analysis_is_definite(a, first - 1) ||
                             mention_at(&a->mentions, first - 1, analysis_class(a, "POSSESSIVE")) != MENTION_NONE);
    for (size_t i = 0; led && i < sizeof DEEDS / sizeof *DEEDS; i++)
        if (mention_begins(&a->mentions, last, analysis_class(a, DEEDS[i])))
            return true;
    return false;
}

/* "Was not found until [Monday]", "did not tell of it until [Monday]": then it was. */
static bool is_denied_until(const Analysis *a, const TimeNames *names, uint32_t word, uint32_t start)
{
    bool denied = false;
    bool past = false;
    for (uint32_t i = word; i > start && word - i < REACH_TOKENS; i--) {
        if ((a->tokens.tokens[i - 1].flags & TOKEN_PUNCT) ||
            mention_at(&a->mentions, i - 1, names->verb_future) != MENTION_NONE)
            break;
        denied = denied || mention_begins(&a->mentions, i - 1, analysis_class(a, "NEGATION"));
        past = past || mention_begins(&a->mentions, i - 1, names->verb_past);
    }
    return denied && past;
}

/* "Tried over an attack [Friday]", "expects more after the raid on [Sunday]": a noun of harm leads to the day, and nobody plans it. */
static bool stands_behind_harm(const Analysis *a, const TimeNames *names, uint32_t word, uint32_t start)
{
    enum { PLAN_TOKENS = 4 };
    uint32_t noun = word > start ? mention_over(&a->mentions, word - 1, analysis_class(a, "EVENT_NOUN"), PLAN_TOKENS)
                                 : MENTION_NONE;
    if (noun == MENTION_NONE || a->mentions.items[noun].last != word)
        return false;
    uint32_t first = a->mentions.items[noun].first;
    for (uint32_t i = first; i > start && first - i < PLAN_TOKENS; i--) {
        if (mention_at(&a->mentions, i - 1, names->verb_future) != MENTION_NONE)
            return false;
    }
    return true;
}

/* Of the first verb behind the expression. */
static TenseSign sign_behind(const Analysis *a, const TimeNames *names, uint32_t last, uint32_t end)
{
    TenseSign sign = {.tense = TENSE_NONE};
    bool apart = false;
    for (uint32_t i = last; i < end && i - last < REACH_TOKENS && sign.tense == TENSE_NONE; i++) {
        sign = sign_at(a, names, i);
        apart = apart || (a->tokens.tokens[i].flags & TOKEN_PUNCT);
        sign.near =
            !apart && i - last < NEAR_TOKENS; /* "in December rebels | took", not "in December, police | said" */
    }
    return sign;
}

/* "Will be named head of a mission in [May]": no mark stands between the verb and the expression. */
static bool is_of_clause(const Analysis *a, uint32_t verb, uint32_t first)
{
    for (uint32_t i = verb + 1; i < first; i++) {
        if (a->tokens.tokens[i].flags & TOKEN_PUNCT)
            return false;
    }
    return true;
}

/* Of the first verb before the expression. */
static TenseSign sign_before(const Analysis *a, const TimeNames *names, uint32_t first, uint32_t start)
{
    for (uint32_t i = first; i > start && first - i < REACH_TOKENS; i--) {
        TenseSign sign = sign_at(a, names, i - 1);
        sign.near = first - i < NEAR_TOKENS;
        if (sign.tense == TENSE_NONE)
            continue;
        sign.clause = is_of_clause(a, i - 1, first);
        return sign;
    }
    return (TenseSign){.tense = TENSE_NONE};
}

/* "Declared [Sunday] a day of mourning", "said [Saturday] would be": what comes right behind says of the day itself that it is to come. */
static bool is_announced(const Analysis *a, const TimeNames *names, uint32_t first, uint32_t last)
{
    return when_preposition(a, names, first).len == 0 &&
           mention_at(&a->mentions, last, names->verb_future) != MENTION_NONE;
}

static TenseSign sign_beside(const Analysis *a, const TimeNames *names, uint32_t first, uint32_t last)
{
    if (is_announced(a, names, first, last))
        return (TenseSign){.tense = TENSE_FUTURE, .near = true};
    const Sentence *sentence = &a->tokens.sentences[a->tokens.tokens[first].sentence];
    Str preposition = when_preposition(a, names, first);
    if (str_equal(preposition, STR("ahead of")) &&
        !owns_attack(a, last)) /* "ahead of Friday's vote nine were killed" */
        return (TenseSign){.tense = TENSE_FUTURE, .near = true};
    bool by = str_equal(preposition, STR("by"));
    bool until = (by || str_equal(preposition, STR("until"))) && !owns_event(a, last);
    uint32_t word = when_preposition_first(a, names, first);
    bool opens = word <= sentence->first || (a->tokens.tokens[word - 1].flags & TOKEN_PUNCT);
    if (until && !by &&
        (ends_harm(a, names, word, sentence->first) || is_denied_until(a, names, word, sentence->first)))
        return (TenseSign){.tense = TENSE_PAST};
    if (until && !opens) /* what opens a sentence or clause is told by the verb behind it */
        return (TenseSign){.tense = by && is_done_by(a, names, first, sentence->first) ? TENSE_PAST : TENSE_FUTURE};
    if (!until &&
        (owns_attack(a, last) || names_deed(a, first, last) || stands_behind_harm(a, names, word, sentence->first)))
        return (TenseSign){.tense = TENSE_PAST, .near = true, .of_harm = true};
    TenseSign before = sign_before(a, names, first, sentence->first);
    if (before.tense != TENSE_NONE)
        return before;
    TenseSign behind = sign_behind(a, names, last, sentence->last);
    if (behind.tense == TENSE_NONE && until)
        behind.tense = TENSE_FUTURE;
    return behind;
}

TenseSign when_tense(const Analysis *a, const TimeNames *names, uint32_t first, uint32_t last)
{
    TenseSign sign = sign_beside(a, names, first, last);
    sign.now = str_equal(when_preposition(a, names, first), STR("as of"));
    return sign;
}
