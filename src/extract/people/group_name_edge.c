/*
 * The words of a name, and what stands beside one: titles before it, which are the person's; an article behind a preposition, or a
 * particle, by which it is no person's name; behind a comma, who the person is.
 */
#include "extract/people/group_parts.h"

/* "Safa Olivez", "Hajja Olivez": what an outlet is called, or a title that is a town too, right before a word that can only be a
 * name, is a name itself. */
static bool opens_name(const Groups *g, uint32_t token)
{
    const Mention *outlet = groups_at(g, token, g->outlet);
    uint32_t next = token + 1;
    bool only_outlet =
        outlet && outlet->last == next && !groups_over(g, token, g->place) && !groups_over(g, token, g->time);
    bool title = groups_at(g, token, g->sex_word) && !groups_before(g, token, g->closed[0]) &&
                 next < g->a->tokens.count && g->a->tokens.tokens[next].word == 0; /* not "Hajja Governorate" */
    return (only_outlet || title) && groups_same_sentence(g, token, next) && analysis_is_name(g->a, next) &&
           !str_present(analysis_word(g->a, next)) && !groups_at(g, next, g->say) &&
           !groups_begins(g, next, g->victim) && !mention_covers_any(&g->a->mentions, next, &g->spots);
}

bool groups_is_name_word(const Groups *g, uint32_t token)
{
    uint16_t flags = g->a->tokens.tokens[token].flags;
    bool acronym = (flags & TOKEN_UPPER) && !(flags & TOKEN_SHOUTED);
    bool verb = (flags & TOKEN_SHOUTED) && groups_at(g, token, g->say); /* "MAYOR ANA BEK | SAID" */
    return analysis_is_name(g->a, token) && !acronym && !verb && g->owner[token] == MENTION_NONE &&
           !groups_begins_any(g, token, &g->nameless) &&
           (!mention_covers_any(&g->a->mentions, token, &g->spots) || opens_name(g, token));
}

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
    return determiner && str_equal(analysis_value(g->a, determiner), STR("definite")) &&
           !groups_at(g, determiner->first, g->count); /* "both Ana Bek and Juan Sol" */
}

/* "In Sindh's | Vale District": what lies in a place, behind a preposition. */
static bool lies_in_place(const Groups *g, uint32_t token)
{
    const Mention *clitic = groups_before(g, token, g->possessive);
    const Mention *place = clitic && clitic->first > 0 ? groups_before(g, clitic->first, g->place) : NULL;
    const Mention *preposition = place ? groups_before(g, place->first, g->closed[0]) : NULL;
    return preposition && !groups_is_of(g, preposition->first);
}

bool groups_is_of_place(const Groups *g, uint32_t token)
{
    if (lies_in_place(g, token))
        return true;
    const Mention *determiner = groups_before(g, token, g->determiner);
    const Mention *preposition =
        groups_behind_article(g, token) ? groups_before(g, determiner->first, g->closed[0]) : NULL;
    return preposition && !groups_is_of(g, preposition->first);
}

/* The group that a phrase at the token opens, with whose it is: "the paper's | manager"; NULL. */
static const GroupRecord *group_opened(const Groups *g, uint32_t token)
{
    enum { LONGEST = 6 };
    uint32_t t = token;
    while (t < token + LONGEST && groups_same_sentence(g, token, t) && g->owner[t] == MENTION_NONE &&
           (g->a->tokens.tokens[t].flags & TOKEN_WORD))
        t++;
    const GroupRecord *group =
        groups_same_sentence(g, token, t) && g->owner[t] != MENTION_NONE ? &g->a->groups[g->owner[t]] : NULL;
    return group && groups_opening(group) == token ? group : NULL;
}

/* "president | of the union", "director | for the north", "senator, | was": a noun without an article that says what somebody is goes
 * with what is behind. */
static bool is_office(const Groups *g, const GroupRecord *group)
{
    bool of = groups_at(g, group->last, g->closed[0]) && !groups_at(g, group->last, g->opener);
    return of || groups_is_sign(g, group->last, ',') || groups_at(g, group->last, g->conjunction);
}

uint32_t groups_behind_who_was(const Groups *g, uint32_t token)
{
    const Mention *relative = groups_at(g, token, g->closed[5]);
    const Mention *be = relative ? groups_at(g, relative->last, g->verbs[5]) : NULL;
    return be && str_equal(analysis_value(g->a, be), STR("one")) ? be->last : token;
}

bool groups_is_said_to_be(const Groups *g, uint32_t end)
{
    if (!groups_is_sign(g, end, ','))
        return false;
    uint32_t opening = groups_behind_who_was(g, end + 1);
    const GroupRecord *group = group_opened(g, opening);
    if (!group || !group->described || group->bodies || group->additional ||
        (group->last < g->a->tokens.count && groups_is_name_word(g, group->last)))
        return false;
    return group->owned || (!group->possessed && (groups_at(g, opening, g->determiner) || is_office(g, group)));
}

/* Whether the token may be a word of what somebody is: "an apple | grower | from | Vale". */
static bool is_of_trade(const Groups *g, uint32_t token)
{
    return (g->a->tokens.tokens[token].flags & TOKEN_WORD) && g->owner[token] == MENTION_NONE &&
           !groups_at(g, token, g->count) && !groups_begins_any(g, token, &g->finite_any) &&
           !groups_at(g, token, g->say) && !groups_at(g, token, g->opener) && !groups_over(g, token, g->time) &&
           !groups_begins(g, token, g->deeds) && str_find(analysis_word(g->a, token), STR("pret"), 0) == SIZE_MAX;
}

/* "Potter", not "blast", "village" or "Friday": a noun by which somebody may be called. */
static bool may_be_trade(const Groups *g, uint32_t noun)
{
    Str kind = analysis_word(g->a, noun);
    return (!str_present(kind) || str_find(kind, STR("noun"), 0) < SIZE_MAX) &&
           !mention_covers_any(&g->a->mentions, noun, &g->things_any) && !groups_over(g, noun, g->land) &&
           !groups_over(g, noun, g->place);
}

uint32_t groups_trade_behind(const Groups *g, uint32_t end, bool *human)
{
    enum { LONGEST = 9 };
    *human = false;
    const Mention *article = groups_is_sign(g, end, ',') ? groups_at(g, end + 1, g->determiner) : NULL;
    if (!article || !str_equal(analysis_value(g->a, article), STR("one")))
        return end;
    uint32_t noun = 0; /* the last word before a preposition */
    uint32_t t = article->last;
    for (; t < article->last + LONGEST && groups_same_sentence(g, end, t) && is_of_trade(g, t); t++) {
        const Mention *relative = groups_at(g, t, g->closed[5]);
        if (relative && !str_equal(analysis_value(g->a, relative), STR("subject")))
            return end; /* "Ana Bek, an act that" */
        if (relative || groups_at(g, t, g->conjunction))
            break;
        bool of = groups_at(g, t, g->closed[0]) != NULL;
        noun = !noun && of ? t - 1 : noun;
        *human = *human || (!noun && mention_covers(&g->a->mentions, t, g->human));
    }
    noun = noun ? noun : t - 1;
    bool closes = !groups_same_sentence(g, end, t) || groups_is_sign(g, t, ',') || groups_is_sign(g, t, ';') ||
                  groups_is_sign(g, t, '.') || groups_at(g, t, g->closed[5]) || groups_at(g, t, g->conjunction);
    return closes && noun >= article->last && may_be_trade(g, noun) ? t : end;
}

uint32_t groups_office_before(const Groups *g, uint32_t name)
{
    enum { LONGEST = 3 };
    for (uint32_t t = name; t > 1 && name - t <= LONGEST && groups_same_sentence(g, t - 2, name); t--) {
        uint32_t left = t < name && groups_is_of(g, t - 1) ? g->owner[t - 2] : MENTION_NONE;
        if (left != MENTION_NONE) {
            const GroupRecord *group = &g->a->groups[left];
            bool one = group->described && !group->named && !group->bodies && !group->possessed;
            return one && group->last == t - 1 ? left : MENTION_NONE;
        }
        bool capital = (g->a->tokens.tokens[t - 1].flags & (TOKEN_CAPITAL | TOKEN_SHOUTED)) == TOKEN_CAPITAL;
        if (capital || !is_of_trade(g, t - 1) || groups_begins_any(g, t - 1, &g->closed_any) ||
            groups_at(g, t - 1, g->determiner) || groups_begins(g, t - 1, g->victim) ||
            groups_over(g, t - 1, g->human) || groups_over(g, t - 1, g->title))
            return MENTION_NONE;
    }
    return MENTION_NONE;
}

uint32_t groups_holder_before(const Groups *g, uint32_t name, uint32_t end)
{
    enum { LONGEST = 8 };
    bool closed = groups_is_sign(g, end, ',') || groups_is_sign(g, end, '.') || groups_at(g, end, g->verbs[5]) ||
                  groups_at(g, end, g->verbs[6]);
    if (name < 4 || !closed || !groups_is_sign(g, name - 1, ','))
        return MENTION_NONE;
    for (uint32_t t = name - 2; t > 0 && name - t <= LONGEST && groups_same_sentence(g, t - 1, name); t--) {
        uint32_t left = groups_is_of(g, t) ? g->owner[t - 1] : MENTION_NONE;
        if (left != MENTION_NONE) {
            const GroupRecord *group = &g->a->groups[left];
            bool one = group->described && !group->named && !group->bodies && group->last == t && !group->possessed;
            return one ? left : MENTION_NONE;
        }
        if (!(g->a->tokens.tokens[t].flags & TOKEN_WORD) || g->owner[t] != MENTION_NONE ||
            groups_begins_any(g, t, &g->finite_any))
            return MENTION_NONE;
    }
    return MENTION_NONE;
}

bool groups_is_number(const Groups *g, uint32_t token)
{
    const Mention *count = groups_at(g, token, g->count);
    Str sign = count && token > 0 ? groups_text(g, token - 1) : STR(",");
    bool apart = g->a->tokens.tokens[token].flags & TOKEN_SPACE_BEFORE; /* "KABUL - | Dozens | died" */
    bool opens = str_is(sign, ":") || (apart && (str_ends(sign, STR("-")) || analysis_is_dash(sign)));
    return count && (opens || g->a->counts[count->data].form != COUNT_WORD);
}
