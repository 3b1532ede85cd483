#include "extract/speaker/letterhead.h"

enum { HEAD_UNITS = 4, HEAD_TOKENS = 24 };

static bool is_verbless(const Sayings *all, Range r)
{
    return r.last - r.first <= HEAD_TOKENS && !syntax_has_finite(all->syntax, r.first, r.last);
}

/* The word for a statement in a line, as a mention of class CHANNEL; MENTION_NONE. */
static uint32_t statement_in(const Sayings *all, Range line)
{
    uint16_t channel = analysis_class(all->a, "CHANNEL");
    for (uint32_t i = line.first; i < line.last; i++) {
        uint32_t m = mention_at(&all->a->mentions, i, channel);
        if (m != MENTION_NONE && str_equal(analysis_value(all->a, &all->a->mentions.items[m]), STR("statement")))
            return m;
    }
    return MENTION_NONE;
}

/* "Statement of the army's spokesman", "Army press release", "Example Network / Statement, 3 May": who issues it. */
static Range issuer_of(const Sayings *all, uint32_t u, const Mention *statement)
{
    Range line = all->units[u].tokens;
    if (statement->last < line.last && all->syntax->tags[statement->last] == TAG_PREP) {
        Range behind = syntax_phrase(all->syntax, statement->last + 1, line.last, true);
        return saying_names_body(all, behind) ? behind : (Range){0, 0};
    }
    Range before = {line.first, statement->first};
    if (range_is_empty(before) && u > 0)
        before = all->units[u - 1].tokens;
    return saying_names_body(all, before) && is_verbless(all, before) ? before : (Range){0, 0};
}

void letterhead_find(Sayings *all, uint32_t u)
{
    Range line = all->units[u].tokens;
    uint32_t m = u < HEAD_UNITS && is_verbless(all, line) ? statement_in(all, line) : MENTION_NONE;
    if (m == MENTION_NONE)
        return;
    const Mention *statement = &all->a->mentions.items[m];
    Saying saying = {.unit = u, .say = MENTION_NONE, .blanket = true, .cue = {statement->first, statement->last}};
    saying.source = issuer_of(all, u, statement);
    if (range_is_empty(saying.source))
        return;
    content_govern(all, u, true, &saying);
    if (saying.content_count > 0)
        saying_add(all, saying);
}
