/*
 * Who is killed, hurt or taken, told as the object of the verb or noun of harm: a person whatever the noun, where the verb is one of
 * persons.
 */
#include "extract/analysis/tags.h"
#include "extract/people/group_parts.h"
#include "extract/syntax/noun.h"

/* The end of a noun phrase at the token: words up to the next closed-class word, verb, sign or group. */
static uint32_t phrase_end(const Groups *g, uint32_t token)
{
    uint32_t here = token;
    while (here < token + MAX_MODIFIERS && here < g->a->tokens.count && groups_same_sentence(g, token, here) &&
           (g->a->tokens.tokens[here].flags & TOKEN_WORD) && groups_is_modifier(g, here))
        here++;
    return here;
}

/* Whether the token stands where a verb or noun of harm has its object: "killed …", "the assassination of …". */
static bool is_object(const Groups *g, uint32_t token)
{
    if (token == 0 || g->owner[token] != MENTION_NONE || !groups_same_sentence(g, token - 1, token))
        return false;
    const Mention *verb = groups_before(g, token, g->verbs[0]);
    if (!verb)
        verb = groups_before(g, token, g->verbs[1]);
    if (verb)
        return groups_is_quote(g, token) || !analysis_attr(g->a, verb, "object");
    const Mention *noun = token >= 2 && groups_is_of(g, token - 1) ? groups_before(g, token - 1, g->verbs[4]) : NULL;
    return noun && !analysis_attr(g->a, noun, "object");
}

/* "Killed the deal". */
static bool holds_thing(const Groups *g, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++)
        if (groups_at(g, t, g->things[2]))
            return true;
    return false;
}

/* "Shot his gun", "beat the drum": who is killed is somebody, whatever the noun; who or what is shot or hurt may be a thing, as a
 * common noun is that no list of people has; not "wounded the other". */
static bool is_hurt_thing(const Groups *g, uint32_t object, uint32_t last)
{
    const Mention *verb = groups_before(g, object, g->verbs[0]);
    Str harm = verb ? analysis_value(g->a, verb) : STR_NONE;
    bool shot = str_equal(harm, STR("shot"));
    if (!shot && !str_equal(harm, STR("injured")) && !str_equal(harm, STR("stabbed")))
        return false;
    bool common = mention_begins(&g->a->mentions, last - 1, g->common) && !groups_at(g, last - 1, g->additional) &&
                  !groups_at(g, last - 1, g->ordinal) && !(g->a->tokens.tokens[last - 1].flags & TOKEN_CAPITAL);
    while (object < last && !mention_covers_any(&g->a->mentions, object, &g->things_any)) /* "a gun out" (of a car) */
        object++;
    return common || (shot && object < last);
}

static unsigned capitals_between(const Groups *g, uint32_t first, uint32_t last)
{
    unsigned n = 0;
    for (uint32_t t = first; t < last; t++)
        n += analysis_is_name(g->a, t);
    return n;
}

/* A nickname in quotation marks behind the verb: "They kill \"The Bull\" in his bar". Its end, or the token itself. */
static uint32_t nickname_end(const Groups *g, uint32_t token)
{
    enum { LONGEST = 5 };
    if (!groups_is_quote(g, token))
        return token;
    for (uint32_t t = token + 1; t < g->a->tokens.count && t <= token + LONGEST; t++) {
        if (!groups_same_sentence(g, token, t) || groups_at(g, t, g->count) ||
            (!groups_is_quote(g, t) && t == token + 1 && !(g->a->tokens.tokens[t].flags & TOKEN_CAPITAL)))
            return token;
        if (groups_is_quote(g, t))
            return t > token + 1 ? t + 1 : token;
    }
    return token;
}

/* "An aged, | unarmed man": one word, a comma, and a noun phrase that no article opens, which takes them in. True where it did. */
static bool opens_behind_comma(Groups *g, uint32_t first, uint32_t noun, uint32_t end)
{
    uint32_t owner = end == noun + 1 && groups_is_sign(g, end, ',') && end + 1 < g->a->tokens.count ? g->owner[end + 1]
                                                                                                    : MENTION_NONE;
    GroupRecord *next = owner == MENTION_NONE ? NULL : &g->a->groups[owner];
    if (!next || next->first != end + 1 || !next->described || next->named || next->possessed ||
        groups_at(g, next->first, g->determiner))
        return false;
    next->first = first;
    for (uint32_t t = first; t <= end; t++)
        g->owner[t] = owner;
    return true;
}

/* "Killed his | rivals", "murdered the | heretics": several of a noun that no list of people has. */
static bool is_plural_noun(const Groups *g, const Mention *determiner, uint32_t noun)
{
    const Token *token = &g->a->tokens.tokens[noun];
    bool name = (token->flags & TOKEN_CAPITAL) && !(token->flags & TOKEN_SHOUTED);
    bool one = determiner && str_begins(analysis_value(g->a, determiner), STR("one"));
    return determiner && !one && !name && noun_ends_plural(span_text(g->a->tokens.text, token->span));
}

/* "killed a forester", "killing party leader Kamal Aziz": whoever is killed is a person, whatever the noun. */
static void take_object(Groups *g, uint32_t t)
{
    uint32_t nickname = nickname_end(g, t);
    if (nickname > t) {
        (void)groups_add(
            g, (GroupRecord){.first = t, .last = nickname, .count = MENTION_NONE, .described = true, .named = true});
        return;
    }
    const Mention *determiner = groups_at(g, t, g->determiner);
    if (!determiner)
        determiner = groups_at(g, t, g->possessive);
    if (determiner && !(g->a->tokens.tokens[t].flags & TOKEN_SPACE_BEFORE))
        return; /* "the shooting's aftermath" */
    uint32_t noun = determiner ? determiner->last : t;
    uint32_t end = groups_at(g, noun, g->count) ? noun : phrase_end(g, noun);
    bool named = !determiner && capitals_between(g, t, end) >= 2;
    bool many = groups_before(g, end, g->collective) != NULL;             /* "killed his whole family" */
    bool day = groups_at(g, noun, analysis_class(g->a, "TUNIT")) != NULL; /* "killed | the day before" */
    if (end == noun || day || (!many && groups_begins(g, end - 1, g->noun_head)) || holds_thing(g, noun, end) ||
        (!many && is_hurt_thing(g, t, end)) || (!determiner && !named))
        return;
    if (determiner && opens_behind_comma(g, t, noun, end))
        return;
    many = many || is_plural_noun(g, determiner, end - 1);
    GroupRecord object = {.first = t, .last = end, .count = MENTION_NONE, .many = many, .named = named};
    object.anaphoric = determiner && str_equal(analysis_value(g->a, determiner), STR("definite"));
    object.described = !many;
    object.definite = many && determiner;
    (void)groups_add(g, object);
}

void groups_find_objects(Groups *g)
{
    const MentionList *list = &g->a->mentions;
    ClassSet set = class_set_of((const uint16_t[]){g->verbs[0], g->verbs[1], g->verbs[4]}, 3);
    for (uint32_t s = 0; s < g->a->tokens.sentence_count; s++) {
        bool may = g->live[s] && mention_may_be_any_in(list, s, &set);
        for (uint32_t t = list->ranges[s].first + 1; may && t < list->ranges[s].last; t++) {
            if (is_object(g, t))
                take_object(g, t);
        }
    }
}
