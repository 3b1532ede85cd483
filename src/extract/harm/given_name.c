#include "extract/harm/given_name.h"

#include "extract/analysis/womens_names.h"

/* The first word of the name in the group, behind titles and what else stands before it; the group's end where none is written as one. */
static uint32_t name_in(const Analysis *a, const GroupRecord *group)
{
    uint16_t before[] = {analysis_class(a, "TITLE"), analysis_class(a, "VICTIM"), analysis_class(a, "DEMONYM"),
                         analysis_class(a, "DETERMINER")};
    ClassSet others = class_set_of(before, sizeof before / sizeof *before);
    const Token *tokens = a->tokens.tokens;
    uint32_t t = group->first;
    while (t < group->last && (!(tokens[t].flags & TOKEN_CAPITAL) || (tokens[t].flags & TOKEN_SHOUTED) ||
                               mention_covers_any(&a->mentions, t, &others)))
        t++;
    return t;
}

/* "Ana Ruiz", "Ana, 7": more than the name that somebody may be called by later on, which may be a family's. */
static bool is_full(const Analysis *a, const GroupRecord *group, uint32_t name)
{
    return group->years > 0 ||
           (name + 1 < group->last && (a->tokens.tokens[name + 1].flags & TOKEN_WORD) && analysis_is_name(a, name + 1));
}

bool given_name_is_womans(const Analysis *a, const GroupRecord *group)
{
    if (!group->named || !group->described || group->count != MENTION_NONE)
        return false;
    uint32_t name = name_in(a, group);
    return name < group->last && is_full(a, group, name) &&
           womens_names_have(a->language->womens_names, span_text(a->tokens.text, a->tokens.tokens[name].span));
}
