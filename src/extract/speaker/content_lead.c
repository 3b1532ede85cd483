#include "extract/speaker/content_end.h"

/* "two men, one of them armed, [in a car were] hurt", "the plot, foiled by guards, [to sink a boat was]": what hangs on the noun before an aside,
 * and then its verb. */
static bool hangs_with_verb(const Sayings *all, uint32_t i, uint32_t limit)
{
    enum { REACH = 12 };
    const uint64_t other = BIT(TAG_COMMA) | BIT(TAG_STOP) | BIT(TAG_SEMI) | BIT(TAG_COLON) | BIT(TAG_DASH) |
                           BIT(TAG_WH) | BIT(TAG_WHADV) | BIT(TAG_THAT) | BIT(TAG_SUB) | BIT(TAG_CONJ) | BIT(TAG_PRON);
    Tag first = content_tag(all, i, limit);
    if (first != TAG_PREP && first != TAG_TO)
        return false;
    for (uint32_t k = i + 1; k < limit && k < i + REACH; k++) {
        Tag tag = content_tag(all, k, limit);
        if ((BIT(tag) & other) != 0 || content_quote(all, k))
            return false;
        if (syntax_is_finite(tag))
            return true;
    }
    return false;
}

uint32_t content_aside_end(const Sayings *all, uint32_t open, uint32_t limit)
{
    enum { LONGEST_ASIDE = 30 };
    Tag sign = content_tag(all, open, limit);
    bool relative = content_tag(all, open + 1, limit) == TAG_WH;
    bool part = mention_begins(&all->a->mentions, open + 1, analysis_class(all->a, "INCLUDING"));
    for (uint32_t i = open + 1; i < limit && i - open < LONGEST_ASIDE; i++) {
        Tag tag = content_tag(all, i, limit);
        if (tag == sign && part && content_tag(all, i + 1, limit) == TAG_CONJ)
            return i; /* "nine clerks, including a girl, | and a guard died" */
        uint32_t verb = i + 1 + (content_tag(all, i + 1, limit) == TAG_ADV);
        if (tag == sign && (syntax_is_finite(content_tag(all, verb, limit)) || hangs_with_verb(all, i + 1, limit)))
            return i;
        if (tag == TAG_STOP || tag == TAG_SEMI || content_quote(all, i) ||
            (!relative && i > open + 1 && syntax_is_finite(tag)))
            break;
    }
    return open;
}

/* What may begin a clause of its own: "[nine people] had died", not "[and] the crowd cheered". */
static const uint64_t CLAUSE_OPENS = BIT(TAG_NOUN) | BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_PRON) | BIT(TAG_NUMBER);

/* "[a site] devoted to", unlike "nine people died in": a participle that a preposition follows is no verb of the noun before it. */
static bool is_reduced(const Sayings *all, uint32_t from, uint32_t limit)
{
    uint32_t i = from;
    while (i < limit && !syntax_is_finite(content_tag(all, i, limit)))
        i++;
    return content_tag(all, i, limit) == TAG_PRET && (all->syntax->allowed[i] & BIT(TAG_PART)) != 0 &&
           (content_tag(all, i + 1, limit) == TAG_PREP || content_tag(all, i + 1, limit) == TAG_TO);
}

/* Whether the token begins a clause that is told, with subject and verb. */
static bool opens_clause(const Sayings *all, uint32_t i, uint32_t limit)
{
    Tag tag = content_tag(all, i, limit);
    if ((BIT(tag) & (CLAUSE_OPENS | BIT(TAG_ADV))) == 0 || content_quote(all, i))
        return false;
    if (tag == TAG_ADV) /* "there were nine dead" */
        return content_tag(all, i + 1, limit) == TAG_BE || content_tag(all, i + 1, limit) == TAG_HAVE;
    if (tag == TAG_PRON && content_tag(all, i + 1, limit) != TAG_CONJ)
        return syntax_is_finite(content_tag(all, i + 1, limit));
    bool counted = mention_begins(&all->a->mentions, i, analysis_class(all->a, "COUNT"));
    bool name = (all->a->tokens.tokens[i].flags & TOKEN_CAPITAL) != 0; /* "[Holm] admitted to it" */
    return content_clause_ahead(all, i, limit) && (counted || name || !is_reduced(all, i, limit));
}

/* A time or a channel says when and where it was said. */
static bool is_of_telling(const Sayings *all, uint32_t from, uint32_t comma)
{
    return syntax_past_time(all->syntax, from) > from || syntax_past_time(all->syntax, from + 1) > from + 1 ||
           saying_holds(all, (Range){from, comma}, "CHANNEL");
}

/* "at 5[:]30", "in [that] case": a sign or word that otherwise ends a phrase and here stands inside it. */
static bool is_inside(const Sayings *all, uint32_t from, uint32_t i, uint32_t limit)
{
    Tag tag = content_tag(all, i, limit);
    Tag next = content_tag(all, i + 1, limit);
    bool clock = tag == TAG_COLON && content_tag(all, i - 1, limit) == TAG_NUMBER && next == TAG_NUMBER;
    Tag first = content_tag(all, from, limit);
    bool points = i == from + 1 && next == TAG_NOUN && (first == TAG_PREP || first == TAG_SUB);
    return clock || (tag == TAG_THAT && points);
}

/* The comma that closes the phrase or clause that begins at the token; limit where it goes on otherwise. */
static uint32_t lead_comma(const Sayings *all, uint32_t from, uint32_t limit)
{
    enum { LONGEST_LEAD = 24 };
    const uint64_t other = BIT(TAG_STOP) | BIT(TAG_SEMI) | BIT(TAG_COLON) | BIT(TAG_THAT) | BIT(TAG_OPEN);
    bool clause = content_tag(all, from, limit) == TAG_SUB || content_tag(all, from, limit) == TAG_WHADV;
    for (uint32_t i = from + 1; i < limit && i - from < LONGEST_LEAD; i++) {
        Tag tag = content_tag(all, i, limit);
        if (tag == TAG_COMMA)
            return i;
        if (is_inside(all, from, i, limit))
            continue;
        if ((BIT(tag) & other) != 0 || content_quote(all, i) || (!clause && syntax_is_finite(tag)))
            break;
    }
    return limit;
}

Range content_led(const Sayings *all, uint32_t from, uint32_t limit)
{
    Tag tag = content_tag(all, from, limit);
    bool lead = tag == TAG_SUB || tag == TAG_PREP;
    uint32_t comma = lead ? lead_comma(all, from, limit) : from;
    Tag next = content_tag(all, comma + 1, limit);
    if (!lead && tag == TAG_COMMA && (next == TAG_WHADV || next == TAG_SUB))
        comma = lead_comma(all, comma + 1, limit); /* "said on Monday, when it rained, [nine were hurt]" */
    if (content_tag(all, comma, limit) != TAG_COMMA || !opens_clause(all, comma + 1, limit))
        return (Range){from, from};
    bool said = lead && !is_of_telling(all, from, comma);
    return (Range){said ? from : comma + 1, content_clause_end(all, comma + 1, limit)};
}

/* "told [Channel 9] that", "told [Action 10 News].": where the name ends that the number is part of, and no list has; the number where it is of none. */
static uint32_t name_end(const Sayings *all, uint32_t number)
{
    const uint64_t inside = BIT(TAG_NOUN) | BIT(TAG_NUMBER) | BIT(TAG_CONJ);
    const Token *tokens = all->a->tokens.tokens;
    uint32_t i = number + 1;
    while (content_tag(all, i, all->syntax->count) == TAG_NOUN && (tokens[i].flags & TOKEN_CAPITAL) &&
           content_tag(all, i + 1, all->syntax->count) != TAG_POSS && syntax_past_time(all->syntax, i) == i)
        i++;
    Tag behind = content_tag(all, i, all->syntax->count);
    bool capital = (tokens[number - 1].flags & (TOKEN_CAPITAL | TOKEN_SHOUTED)) == TOKEN_CAPITAL;
    bool name = capital && (BIT(behind) & inside) == 0 && !syntax_is_finite(behind) && behind != TAG_HYPHEN &&
                !saying_names_body(all, (Range){number - 1, number});
    return name ? i : number;
}

Range content_before_figure(const Sayings *all, Range who)
{
    for (uint32_t i = who.first + 1; i < who.last; i++) {
        bool count = mention_begins(&all->a->mentions, i, analysis_class(all->a, "COUNT"));
        if (count && name_end(all, i) > i)
            return (Range){who.first, name_end(all, i)};
        if (count && content_tag(all, i - 1, who.last) == TAG_NOUN && i + 1 < who.last)
            return (Range){who.first, i};
    }
    return who;
}

/* The addressee of "told Reuters that" is no part of what is said. */
uint32_t content_past_addressee(const Sayings *all, uint32_t from, uint32_t limit, uint32_t say)
{
    if (!saying_frames(all, say, 'p'))
        return from;
    Range who = content_before_figure(all, syntax_phrase(all->syntax, from, limit, false));
    const Quote *title = who.last > from ? content_quote(all, who.last - 1) : NULL;
    if (title && !title->speech && title->last < limit)
        who.last = title->last;
    uint32_t past = content_skip(all, who.last, limit);
    Tag tag = content_tag(all, past, limit);
    bool order = tag == TAG_TO && content_tag(all, past + 1, limit) == TAG_BASE && past > from;
    bool speech = past > from && (tag == TAG_COLON || (content_quote(all, past) && content_quote(all, past)->speech));
    if (saying_frames(all, say, 'o') && tag != TAG_THAT && !order && !speech)
        return from;
    return past;
}
