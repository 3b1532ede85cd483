/*
 * Rows of people: whether a name opens one before a verb ("Ana Ruiz, Juan Sol and their driver were killed"), over what is remarked on each; and
 * the items that semicolons part.
 */
#include "extract/people/group_parts.h"

/* The token behind a comma, a conjunction, or both; the token itself when there is none. */
static uint32_t behind_joint(const Groups *g, uint32_t token)
{
    bool sign = groups_is_sign(g, token, ',') || groups_is_sign(g, token, ';');
    uint32_t here = sign ? token + 1 : token;
    const Mention *conjunction = groups_at(g, here, g->conjunction);
    return conjunction ? conjunction->last : here;
}

/* The end of the item of a row that begins at the token, a group or a name with what is remarked on it ("his wife Nadiya",
 * "Juan Sol (27)"); the token itself where none begins there. */
static uint32_t behind_item(const Groups *g, uint32_t token)
{
    bool group = g->owner[token] != MENTION_NONE;
    uint32_t here = group ? g->a->groups[g->owner[token]].last : groups_name_end(g, token);
    if (group && groups_same_sentence(g, token, here) && groups_name_end(g, here) > here)
        here = groups_name_end(g, here); /* "his wife | Ilham al-Nasr" */
    else if (group && groups_same_sentence(g, token, here) && groups_is_name_word(g, here))
        here++;
    if (group && groups_same_sentence(g, token, here) && g->owner[here] != MENTION_NONE &&
        groups_opening(&g->a->groups[g->owner[here]]) == here) /* "his wife | 48-year-old | Rosa Paz" */
        return behind_item(g, here);
    return here > token ? groups_remark_behind(g, here) : token;
}

/* "And Juan Sol, 27,", "and his sons, aged 4 and 6,": whether the item [first, last) of a row ends in what ages it tells. */
static bool ends_in_ages(const Groups *g, uint32_t first, uint32_t last)
{
    uint32_t owner = g->owner[first];
    if (owner != MENTION_NONE && g->a->groups[owner].years > 0 && !groups_is_sign(g, first - 1, ','))
        return true;
    uint32_t bare = owner != MENTION_NONE ? g->a->groups[owner].last : groups_name_end(g, first);
    return last > bare && groups_age_behind(g, bare) == last;
}

/* "And two guards|, who were on patrol, | were killed": the token behind what stands between commas, the token itself where nothing does. */
static uint32_t behind_commas(const Groups *g, uint32_t token)
{
    enum { LONGEST = 12 };
    if (!groups_is_sign(g, token, ','))
        return token;
    for (uint32_t t = token + 1; t < token + LONGEST && groups_same_sentence(g, token, t); t++) {
        if (groups_is_sign(g, t, ','))
            return t + 1;
        if (groups_is_sign(g, t, ';'))
            return token;
    }
    return token;
}

/* Whether the item [next, here) of a row has a verb behind it: "and Juan Sol, 27, | were", "and two guards, who were on patrol, | were". */
static bool leads_to_verb(const Groups *g, uint32_t next, uint32_t here, bool closed)
{
    uint32_t bare = g->owner[next] != MENTION_NONE ? g->a->groups[g->owner[next]].last : here;
    bool last = groups_before(g, next, g->conjunction) && !groups_is_sign(g, next - 1, ',');
    return groups_before_verb(g, next, closed ? here + 1 : here) ||
           (last && groups_is_sign(g, bare, ',') && groups_before_verb(g, next, behind_commas(g, bare)));
}

/* "Ana Ruiz, who was asleep|, and Juan Sol", "Ana Ruiz, a potter|, and Juan Sol": behind what is told of the one named. */
static uint32_t before_row(const Groups *g, uint32_t end)
{
    bool human = false;
    uint32_t trade = groups_trade_behind(g, end, &human);
    if (trade > end || !groups_is_sign(g, end, ',') || !groups_at(g, end + 1, g->closed[5]))
        return trade;
    uint32_t behind = behind_commas(g, end);
    return behind > end ? behind - 1 : end;
}

/* "Two clerks, | Juan Sol and his brother, were": how many were counted in front of the comma behind which the token stands; 0. */
static int64_t counted_before(const Groups *g, uint32_t token)
{
    bool comma = token > 1 && groups_is_sign(g, token - 1, ',') && groups_same_sentence(g, token - 2, token);
    uint32_t owner = comma ? g->owner[token - 2] : MENTION_NONE;
    const GroupRecord *group = owner == MENTION_NONE ? NULL : &g->a->groups[owner];
    bool counted = group && group->many && group->count != MENTION_NONE && group->last == token - 1;
    return counted ? g->a->counts[group->count].quantity.low : 0;
}

bool groups_opens_row(const Groups *g, uint32_t token, uint32_t end)
{
    enum { LONGEST = 16 };
    uint32_t here = before_row(g, end);
    int64_t counted = counted_before(g, token);
    for (int i = 0; i < LONGEST; i++) {
        uint32_t next = behind_joint(g, here);
        if (next == here && i > 0 && groups_is_sign(g, here, ':'))
            next++; /* "and her children: ..." */
        if (next == here || next >= g->a->tokens.count || !groups_same_sentence(g, token, next))
            return false;
        here = behind_item(g, next);
        if (here == next)
            return false;
        bool aged = ends_in_ages(g, next, here);
        bool apposed = i > 0 && groups_is_sign(g, next - 1, ',') && g->owner[next] != MENTION_NONE &&
                       !groups_at(g, next, g->determiner) &&
                       g->a->groups[g->owner[next]].years > 0; /* "his wife, 48-year-old Rosa Paz," */
        bool closed = (aged || apposed || counted == i + 2) && groups_is_sign(g, here, ',');
        if (leads_to_verb(g, next, here, closed))
            return !groups_behind_article(g, token); /* "by the Lantern, nine people were killed" */
    }
    return false;
}

/* "Named them as Juan Sol, | his wife and | their son": only somebody has kin. */
bool groups_has_kin_behind(const Groups *g, uint32_t token, uint32_t end)
{
    uint32_t next = end + 1;
    if (!groups_is_sign(g, end, ',') || !groups_same_sentence(g, token, next) || !groups_at(g, next, g->sex_pronoun) ||
        g->owner[next] == MENTION_NONE || groups_over(g, token, g->place))
        return false;
    const GroupRecord *kin = &g->a->groups[g->owner[next]];
    uint32_t behind = behind_item(g, next);
    return kin->possessed && groups_opening(kin) == next && behind_joint(g, behind) > behind;
}

/* Whether a semicolon stands near behind the token. */
static bool has_semicolon(const Groups *g, uint32_t token)
{
    enum { NEAR_BYTES = 160 };
    Str text = g->a->tokens.text;
    size_t start = token < g->a->tokens.count ? g->a->tokens.tokens[token].span.start : text.len;
    Str rest = {text.ptr + start, text.len - start < NEAR_BYTES ? text.len - start : NEAR_BYTES};
    return str_find_char(rest, ';', 0) < SIZE_MAX;
}

uint32_t groups_item_end(const Groups *g, uint32_t token)
{
    enum { LONGEST = 24 };
    bool relative = false;
    uint32_t t = token;
    for (; t < token + LONGEST && groups_same_sentence(g, token - 1, t) && !groups_is_sign(g, t, ';'); t++) {
        Str kind = g->a->tokens.tokens[t].flags & TOKEN_CAPITAL ? STR_NONE : analysis_word(g->a, t);
        bool finite = str_find(kind, STR("pret"), 0) < SIZE_MAX || str_equal(kind, STR("third")) ||
                      groups_begins_any(g, t, &g->finite_any) || groups_at(g, t, g->say);
        relative = !groups_is_sign(g, t, ',') && (relative || groups_at(g, t, g->closed[5]));
        if ((finite && !relative) || groups_at(g, t, g->opener))
            return token;
    }
    return t < token + LONGEST ? t : token;
}

uint32_t groups_before_semicolon(const Groups *g, const GroupRecord *group)
{
    uint32_t end = has_semicolon(g, group->last) ? groups_item_end(g, group->last) : group->last;
    if (!groups_is_sign(g, end, ';'))
        return group->last;
    ClassSet harm = class_set_of(g->verbs, 5);
    for (uint32_t t = group->last; t < end; t++)
        if (g->owner[t] != MENTION_NONE || groups_begins_any(g, t, &harm))
            return group->last;
    return end;
}
