/*
 * What stands before a name: titles, which are the person's; an article behind a preposition, or a particle, by which it is no
 * person's name.
 */
#include "extract/group_parts.h"

uint32_t groups_titles_before(const Groups *g, uint32_t name)
{
    uint32_t first = name;
    while ((g->a->tokens.tokens[name].flags & TOKEN_SHOUTED) && groups_before(g, first, g->title)) {
        uint32_t title = groups_before(g, first, g->title)->first;
        if (g->owner[title] != MENTION_NONE)
            break;
        first = title;
    }
    return first;
}

bool groups_ends_longer_name(const Groups *g, uint32_t token)
{
    enum { LONGEST = 3 };
    uint32_t particle = token > 1 ? token - 1 : 0;
    if (particle == 0 || !groups_same_sentence(g, particle - 1, token) || g->owner[particle] != MENTION_NONE ||
        groups_text(g, particle).len > LONGEST || !(g->a->tokens.tokens[particle].flags & TOKEN_WORD) ||
        groups_begins_any(g, particle, &g->closed_any) || groups_before(g, token, g->title))
        return false;
    bool shouted = g->a->tokens.tokens[token].flags & TOKEN_SHOUTED;
    return groups_is_name_word(g, particle - 1) ||
           (shouted && (analysis_is_name(g->a, particle) || !str_present(analysis_word(g->a, particle))));
}

bool groups_behind_article(const Groups *g, uint32_t token)
{
    const Mention *determiner = groups_before(g, token, g->determiner);
    return determiner && str_equal(analysis_value(g->a, determiner), STR("definite"));
}

bool groups_is_of_place(const Groups *g, uint32_t token)
{
    const Mention *determiner = groups_before(g, token, g->determiner);
    const Mention *preposition =
        groups_behind_article(g, token) ? groups_before(g, determiner->first, g->closed[0]) : NULL;
    return preposition && !groups_is_of(g, preposition->first);
}
