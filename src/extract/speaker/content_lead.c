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
    if ((BIT(tag) & CLAUSE_OPENS) == 0 || content_quote(all, i))
        return false;
    if (tag == TAG_PRON)
        return syntax_is_finite(content_tag(all, i + 1, limit));
    bool counted = mention_begins(&all->a->mentions, i, analysis_class(all->a, "COUNT"));
    return content_clause_ahead(all, i, limit) && (counted || !is_reduced(all, i, limit));
}

/* A time or a channel says when and where it was said. */
static bool is_of_telling(const Sayings *all, uint32_t from, uint32_t comma)
{
    return syntax_past_time(all->syntax, from) > from || syntax_past_time(all->syntax, from + 1) > from + 1 ||
           saying_holds(all, (Range){from, comma}, "CHANNEL");
}

/* The comma that closes the phrase or clause that begins at the token; limit where it goes on otherwise. */
static uint32_t lead_comma(const Sayings *all, uint32_t from, uint32_t limit)
{
    enum { LONGEST_LEAD = 24 };
    const uint64_t other = BIT(TAG_STOP) | BIT(TAG_SEMI) | BIT(TAG_COLON) | BIT(TAG_THAT) | BIT(TAG_OPEN);
    bool clause = content_tag(all, from, limit) == TAG_SUB;
    for (uint32_t i = from + 1; i < limit && i - from < LONGEST_LEAD; i++) {
        Tag tag = content_tag(all, i, limit);
        if (tag == TAG_COMMA)
            return i;
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
    if (content_tag(all, comma, limit) != TAG_COMMA || !opens_clause(all, comma + 1, limit))
        return (Range){from, from};
    bool said = lead && !is_of_telling(all, from, comma);
    return (Range){said ? from : comma + 1, content_clause_end(all, comma + 1, limit)};
}
