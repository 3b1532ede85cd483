#include "extract/claim_clause.h"

#include "extract/syntax.h"

/* The byte at which the clause ends in which a byte lies: at a comma, or with its sentence. */
static uint32_t clause_end(const Analysis *a, uint32_t byte)
{
    uint32_t end = a->tokens.sentences[analysis_sentence(a, analysis_token(a, byte - 1))].span.end;
    size_t comma = str_find_char(str_slice(a->tokens.text, 0, end), ',', byte);
    return comma == SIZE_MAX ? end : (uint32_t)comma;
}

bool clause_is_described(const Analysis *a, Span passage, Span time)
{
    uint16_t cls = analysis_class(a, "LAPSE");
    if (!mention_may_be(&a->mentions, cls))
        return false;
    uint32_t token = analysis_token(a, time.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    for (uint32_t m = mention_within(&a->mentions, first, token, cls); m != MENTION_NONE;
         m = mention_within_after(&a->mentions, m, token)) {
        Span clause = mention_span(&a->tokens, &a->mentions.items[m]);
        if (!str_equal(analysis_value(a, &a->mentions.items[m]), STR("described")) || !span_holds(clause, time))
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

static bool holds_passage(const Analysis *a, Span passage, Span time)
{
    uint32_t last = analysis_token(a, passage.start);
    for (uint32_t t = analysis_token(a, time.end) + 1; t < last + 1; t++)
        if (opens_relative(a->syntax, t))
            return true;
    return false;
}

/* Whether an attack or somebody's harm is told in the tokens. */
static bool tells_of_event(const Analysis *a, uint32_t first, uint32_t last)
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
            return !tells_of_event(a, t - 1 > start + NOUN_TOKENS ? t - 1 - NOUN_TOKENS : start, token);
    return false;
}

bool clause_parts(const Analysis *a, Span passage, Span time)
{
    return time.end <= passage.start && (holds_passage(a, passage, time) || holds_time(a, passage, time));
}
