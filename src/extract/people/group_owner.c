#include "extract/people/group_parts.h"

bool groups_is_of_owner(const Groups *g, uint32_t token)
{
    bool hyphened = groups_is_sign(g, token, '-') || groups_is_sign(g, token + 1, '-'); /* "al-Musawi" */
    bool owner = (g->a->tokens.tokens[token].flags & TOKEN_CAPITAL) || hyphened || groups_at(g, token, g->determiner) ||
                 g->owner[token] != MENTION_NONE;
    return token > 0 && owner && !groups_is_of(g, token) && groups_same_sentence(g, token - 1, token);
}

/* Where the name that ends before the token begins: "Bek", "al-Bek"; the token itself where none does. */
static uint32_t name_before(const Groups *g, uint32_t token, uint32_t longest)
{
    uint32_t first = token;
    while (first > 0 && token - first < longest && groups_same_sentence(g, first - 1, first) &&
           g->owner[first - 1] == MENTION_NONE) {
        bool particle = first < token && groups_is_sign(g, first, '-'); /* "al" */
        if (!analysis_is_name(g->a, first - 1) && !particle && !(first < token && groups_is_sign(g, first - 1, '-')))
            break;
        first--;
    }
    return first;
}

/* "The building | 's guard": where what owns the group begins, with its article; the token itself where no noun with one does. */
static uint32_t noun_before(const Groups *g, uint32_t token, uint32_t longest)
{
    uint32_t first = token;
    while (first > 0 && token - first < longest && groups_same_sentence(g, first - 1, first) &&
           g->owner[first - 1] == MENTION_NONE && !groups_before(g, first, g->determiner) &&
           groups_is_modifier(g, first - 1))
        first--;
    const Mention *article = first < token ? groups_before(g, first, g->determiner) : NULL;
    return article && g->owner[article->first] == MENTION_NONE ? article->first : token;
}

/* "The paper | 's manager", "the army | 's driver": where the body that owns the group begins; the token itself where none does. */
static uint32_t body_named_before(const Groups *g, uint32_t token)
{
    for (size_t i = 0; i < sizeof g->bodies / sizeof g->bodies[0]; i++) {
        const Mention *body = groups_before(g, token, g->bodies[i]);
        if (body && g->owner[body->first] == MENTION_NONE)
            return body->first;
    }
    return token;
}

/* "Juan Davis | ' grandson": whether the token is an apostrophe that ends the word before it. */
static bool is_bare_clitic(const Groups *g, uint32_t token)
{
    const Token *sign = &g->a->tokens.tokens[token];
    Str text = span_text(g->a->tokens.text, sign->span);
    bool apostrophe = str_equal(text, STR("'")) || str_equal(text, STR("\u2019"));
    return apostrophe && !(sign->flags & TOKEN_SPACE_BEFORE) && (sign[1].flags & TOKEN_SPACE_BEFORE);
}

/* The sign behind the owner, before or at the head of the group; MENTION_NONE where none stands there. */
static uint32_t clitic_of(const Groups *g, const GroupRecord *group)
{
    const Mention *owns = groups_at(g, group->first, g->possessive);
    if (owns)
        return g->a->tokens.tokens[owns->first].flags & TOKEN_SPACE_BEFORE ? MENTION_NONE : group->first;
    bool inside = group->first > 0 && groups_same_sentence(g, group->first - 1, group->first);
    return inside && is_bare_clitic(g, group->first - 1) ? group->first - 1 : MENTION_NONE;
}

/* "Samar | 's two daughters": the words of the owner's name go with the group. */
void groups_take_owner(const Groups *g, GroupRecord *group)
{
    enum { LONGEST = 5 };
    uint32_t clitic = clitic_of(g, group);
    if (clitic == MENTION_NONE)
        return;
    uint32_t first = name_before(g, clitic, LONGEST);
    if (first == clitic)
        first = body_named_before(g, clitic);
    if (first == clitic)
        first = noun_before(g, clitic, LONGEST);
    uint16_t flags = g->a->tokens.tokens[clitic + 1].flags;
    if (first == clitic || ((flags & TOKEN_CAPITAL) && !(flags & TOKEN_SHOUTED)))
        return; /* "at John's Barber Shop" */
    group->owner_first = first;
    group->first = clitic + 1;
    group->owned = group->prefaced = group->possessed = true;
}

bool groups_remains_of_thing(const Groups *g, const Mention *body)
{
    enum { REACH = 5 };
    uint32_t of = body->last;
    const Attr *number = analysis_attr(g->a, body, "number");
    bool rest = number && str_is(lexicon_value_name(g->a->language->lexicon, number->value), "rest");
    if (!rest || !groups_is_of(g, of) || !groups_at(g, of + 1, g->determiner))
        return false;
    uint32_t first = groups_at(g, of + 1, g->determiner)->last;
    uint32_t t = first;
    for (; t < first + REACH && groups_same_sentence(g, of, t) && (g->a->tokens.tokens[t].flags & TOKEN_WORD); t++) {
        if (groups_over(g, t, g->victim) || groups_over(g, t, g->person) || groups_at(g, t, g->count) ||
            analysis_is_name(g->a, t))
            return false;
        if (groups_begins_any(g, t, &g->closed_any) || groups_begins_any(g, t, &g->verbs_any))
            break;
    }
    return t > first;
}
