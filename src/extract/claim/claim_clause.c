#include "extract/claim/claim_clause.h"

#include "extract/syntax/syntax.h"

/* The byte at which the clause ends in which a byte lies: at a comma, or with its sentence. */
static uint32_t clause_end(const Analysis *a, uint32_t byte)
{
    uint32_t end = a->tokens.sentences[analysis_sentence(a, analysis_token(a, byte - 1))].span.end;
    size_t comma = str_find_char(str_slice(a->tokens.text, 0, end), ',', byte);
    return comma == SIZE_MAX ? end : (uint32_t)comma;
}

bool clause_is_described(const Analysis *a, Span passage, Span time)
{
    uint16_t cls = analysis_class(a, "TIME_CLAUSE");
    if (!mention_may_be(&a->mentions, cls))
        return false;
    uint32_t token = analysis_token(a, time.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    for (uint32_t m = mention_within(&a->mentions, first, token, cls); m != MENTION_NONE;
         m = mention_within_after(&a->mentions, m, token)) {
        Span clause = mention_span(&a->tokens, &a->mentions.items[m]);
        if (!span_holds(clause, time))
            continue;
        bool before = passage.start < clause.start && passage.end <= time.start;
        return before || passage.start >= clause_end(a, clause.end);
    }
    return false;
}

/* A relative word behind a noun. */
static bool opens_relative(const Syntax *syntax, uint32_t token)
{
    const uint64_t relative = BIT(TAG_WH) | BIT(TAG_THAT);
    return token > 0 && token < syntax->count && (BIT(syntax->tags[token]) & relative) &&
           syntax->tags[token - 1] == TAG_NOUN;
}

/* "The [11 May] crash | that killed nine": the time belongs to the noun that the clause is about. */
static bool is_of_noun(const Syntax *syntax, uint32_t behind, uint32_t relative)
{
    for (uint32_t t = behind; t < relative; t++)
        if (!syntax_in_phrase((Tag)syntax->tags[t]))
            return false;
    return true;
}

/* The first relative word from the one up to the other; the count of tokens where none stands there. */
static uint32_t relative_between(const Analysis *a, Span first, Span second)
{
    uint32_t last = analysis_token(a, second.start);
    for (uint32_t t = analysis_token(a, first.end) + 1; first.end <= second.start && t < last + 1; t++)
        if (opens_relative(a->syntax, t))
            return t;
    return a->syntax->count;
}

bool clause_is_relative(const Analysis *a, Span passage, Span time)
{
    return relative_between(a, passage, time) < a->syntax->count;
}

static bool holds_passage(const Analysis *a, Span passage, Span time)
{
    return relative_between(a, time, passage) < a->syntax->count && !clause_is_of_noun(a, passage, time);
}

bool clause_is_of_noun(const Analysis *a, Span passage, Span time)
{
    uint32_t relative = relative_between(a, time, passage);
    return relative < a->syntax->count && is_of_noun(a->syntax, analysis_token(a, time.end), relative);
}

bool clause_is_next(const Analysis *a, Span passage, Span time)
{
    const uint64_t on = BIT(TAG_WH) | BIT(TAG_WHADV) | BIT(TAG_COMMA) | BIT(TAG_CONJ) | BIT(TAG_PREP) | BIT(TAG_SUB);
    uint32_t lead = analysis_token(a, time.start);
    uint32_t behind = analysis_token(a, time.end - 1) + 1;
    uint32_t end = analysis_token(a, clause_end(a, time.end) - 1);
    if (passage.end > time.start || behind >= a->syntax->count || lead < 2)
        return false;
    lead -= a->syntax->tags[lead - 1] == TAG_PREP;
    return a->syntax->tags[lead - 1] == TAG_CONJ && a->tokens.tokens[lead - 1].span.start >= passage.end &&
           (BIT(a->syntax->tags[behind]) & on) == 0 && syntax_has_finite(a->syntax, behind, end);
}

bool clause_tells_event(const Analysis *a, uint32_t first, uint32_t last)
{
    static const char *const EVENTS[] = {"HARM_PP",   "HARM_ACT",   "HARM_INTRANS", "HARM_NOUN",   "EVENT_PAST",
                                         "EVENT_HIT", "EVENT_NOUN", "EVENT_PLURAL", "EVENT_SUFFER"};
    for (size_t i = 0; i < sizeof EVENTS / sizeof *EVENTS; i++)
        if (mention_within(&a->mentions, first, last, analysis_class(a, EVENTS[i])) != MENTION_NONE)
            return true;
    return false;
}

/* "A truce that began [on Sunday], | nine were killed": not "a raid that began [on Sunday], in which nine were killed". */
static bool holds_time(const Analysis *a, Span passage, Span time)
{
    enum { NOUN_TOKENS = 3 };
    uint32_t token = analysis_token(a, time.start);
    uint32_t start = a->tokens.sentences[analysis_sentence(a, token)].first;
    uint32_t behind = analysis_token(a, time.end - 1) + 1;
    if (behind >= a->syntax->count || a->syntax->tags[behind] != TAG_COMMA ||
        a->tokens.tokens[behind].span.start > passage.start)
        return false;
    for (uint32_t t = token; t > start && !(a->tokens.tokens[t - 1].flags & TOKEN_PUNCT); t--)
        if (opens_relative(a->syntax, t - 1))
            return !clause_tells_event(a, t - 1 > start + NOUN_TOKENS ? t - 1 - NOUN_TOKENS : start, token);
    return false;
}

bool clause_parts(const Analysis *a, Span passage, Span time)
{
    return time.end <= passage.start && (holds_passage(a, passage, time) || holds_time(a, passage, time));
}

bool clause_has_event(const Analysis *a, Span time)
{
    enum { WORDS = 3 };
    uint32_t behind = analysis_token(a, time.end);
    if (behind >= a->syntax->count || a->tokens.tokens[behind].span.start != time.end ||
        !mention_begins(&a->mentions, behind, analysis_class(a, "POSSESSIVE")))
        return false;
    for (uint32_t t = behind + 1;
         t <= behind + WORDS && t < a->syntax->count && syntax_in_phrase((Tag)a->syntax->tags[t]); t++)
        if (mention_begins(&a->mentions, t, analysis_class(a, "EVENT_NOUN")))
            return true;
    return false;
}
