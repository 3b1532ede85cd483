/*
 * A noun in front that is nobody beside those behind it: whose they are ("the mayor's | brother"), or what each of them is
 * ("their children: | Ana Bek and Juan Sol").
 */
#include "extract/people/group_parts.h"

/* "The mayor's brother": last only says whose next is. */
static bool is_owner(const Groups *g, const GroupRecord *last, const GroupRecord *next)
{
    if (next->owned && next->prefaced && next->owner_first >= last->first && next->owner_first < last->last)
        return last->described || last->definite;
    const Mention *clitic = groups_at(g, last->last, g->possessive);
    bool attached = last->last < g->a->tokens.count && !(g->a->tokens.tokens[last->last].flags & TOKEN_SPACE_BEFORE);
    return clitic && attached && next->first == last->last && next->possessed && (last->described || last->definite);
}

void groups_take_owners(Groups *g)
{
    GroupRecord *groups = g->a->groups;
    size_t kept = 0;
    for (size_t i = 0; i < g->a->group_count; i++) {
        GroupRecord next = groups[i];
        if (kept > 0 && is_owner(g, &groups[kept - 1], &next)) {
            next.owner_first = groups_opening(&groups[--kept]);
            next.owned = true;
        }
        groups[kept++] = next;
    }
    g->a->group_count = kept;
}

/* "Her daughter Ana Bek", behind "his sons Juan Sol and Pedro Sol". */
static bool has_own_noun(const Groups *g, const GroupRecord *group)
{
    return group->possessed || groups_at(g, group->first, g->determiner);
}

/* How many named persons stand in a row from `next` on, up to one with a noun of their own; 0 where others follow and only names may. */
static int64_t names_in_row(const Groups *g, const GroupRecord *next, bool only)
{
    const GroupRecord *end = g->a->groups + g->a->group_count;
    bool bare = !has_own_noun(g, next);
    int64_t n = 0;
    while (next < end && next->named && next->described) {
        if (bare && has_own_noun(g, next))
            return only && n < 2 ? 0 : n;
        n++;
        if (next + 1 == end || groups_behind_joint(g, next) != next[1].first || next[1].first == next->last)
            return n;
        next++;
    }
    bool other = bare && n > 1 && next < end && has_own_noun(g, next); /* "and | her sons" */
    return only && !other ? 0 : n;
}

/* "their children: | Juan Sol, 7, and Rosa Sol", "her two sons, | Juan Sol and Pedro Sol", "their children – | a son, Juan
 * Sol, ...": the noun only says what each of those behind it is. */
static bool is_label(const Groups *g, const GroupRecord *last, const GroupRecord *next)
{
    const Mention *called = groups_at(g, last->last, g->called); /* "two women called | Ana Bek and Eva Sol" */
    uint32_t at = called ? called->last : last->last;
    bool colon = groups_is_sign(g, at, ':');
    bool dash = at < g->a->tokens.count && analysis_is_dash(groups_text(g, at));
    bool comma = groups_is_sign(g, at, ',');
    if (!last->many || last->bodies || last->named || !groups_same_sentence(g, last->first, next->first) ||
        next->first != (colon || dash || comma ? at + 1 : at))
        return false;
    const CountRecord *count = last->count == MENTION_NONE ? NULL : &g->a->counts[last->count];
    bool direct = next->first == at; /* "their sons | 8-year-old Juan and 6-year-old Pedro" */
    bool kind =
        comma && last->subgroups && !last->additional && !has_own_noun(g, next); /* "three women, | Ana Bek, ..." */
    if (count && count->form != COUNT_WORD)
        return (last->possessed || direct || (kind && count->range.low > 1)) && count->range.low == count->range.high &&
               names_in_row(g, next, false) == count->range.low;
    bool kin = last->possessed && (colon || dash || direct || (comma && names_in_row(g, next, true) > 1));
    bool row = direct && !count && names_in_row(g, next, false) > 1; /* "priests | Juan Sol and Pedro Paz" */
    return next->described ? next->named && (kin || colon || row) : kin && next->possessed;
}

void groups_take_label(const Groups *g, const GroupRecord *label, GroupRecord *group)
{
    if (!label->many || !group->named || !group->described || has_own_noun(g, group))
        return;
    unsigned sexes = group->subgroups & (SUBGROUP_WOMEN | SUBGROUP_MEN);
    group->anaphoric = false; /* "his sons, | Omar and Musa": told of for the first time */
    group->victim_class = groups_join_class(label->victim_class, group->victim_class);
    group->subgroups |= label->subgroups;
    if (label->subgroups & SUBGROUP_CHILDREN)
        group->subgroups &= ~(unsigned)(SUBGROUP_WOMEN | SUBGROUP_MEN);
    groups_take_age(g, group);
    if (!(group->subgroups & SUBGROUP_CHILDREN)) /* "his children: 26-year-old daughter Rosa Sol": of age */
        group->subgroups |= sexes;
}

bool groups_takes_place(const Groups *g, GroupRecord *last, const GroupRecord *next, GroupRecord *label)
{
    if (!is_label(g, last, next))
        return false;
    *label = *last;
    *last = *next;
    last->owner_first = groups_opening(label);
    last->owned = last->prefaced = true;
    groups_take_label(g, label, last);
    return true;
}

static bool is_joined_by(const Groups *g, const GroupRecord *group, const GroupRecord *next, bool conjunction)
{
    return groups_behind_joint(g, group) == groups_opening(next) &&
           groups_same_sentence(g, group->first, next->first) &&
           conjunction == (groups_before(g, groups_opening(next), g->conjunction) != NULL);
}

uint32_t groups_named_in_turn(const Groups *g, const GroupRecord *last, const GroupRecord *next, const GroupRecord *end)
{
    const GroupRecord *groups = g->a->groups;
    if (!groups_is_sign(g, last->last, ',') || next >= end || !next->named || next->first != last->last + 1)
        return 0;
    uint32_t nouns = 0;
    for (const GroupRecord *x = last; x->described && !x->named; x--) {
        nouns++;
        if (x == groups || !is_joined_by(g, x - 1, x, nouns == 1))
            break;
    }
    uint32_t names = 1;
    for (const GroupRecord *x = next; x + 1 < end && x[1].named && x[1].described; x++) {
        bool closes = is_joined_by(g, x, x + 1, true);
        if (!closes && !is_joined_by(g, x, x + 1, false))
            break;
        names++;
        if (closes)
            return nouns > 1 && names == nouns ? nouns : 0;
    }
    return 0;
}

static void take_nouns(const Groups *g, GroupRecord *nouns, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        GroupRecord *named = &nouns[count + i];
        named->victim_class = groups_join_class(nouns[i].victim_class, named->victim_class);
        named->subgroups |= nouns[i].subgroups;
        groups_take_age(g, named);
    }
    nouns[count].owner_first = groups_opening(nouns);
    nouns[count].owned = nouns[count].prefaced = true;
}

uint32_t groups_take_turns(const Groups *g, GroupRecord *row, uint32_t count)
{
    for (uint32_t i = 2; i < count; i++) {
        if (groups_named_in_turn(g, &row[i - 1], &row[i], &row[count]) == i) {
            take_nouns(g, row, i);
            return i;
        }
    }
    return 0;
}

/* "Her children, | two girls and a boy": a plural of kin behind "and", and behind a comma only such as it may be of. */
static bool is_told_behind(const Groups *g, const GroupRecord *kin, const GroupRecord *end)
{
    const unsigned sorts = SUBGROUP_CHILDREN | SUBGROUP_WOMEN | SUBGROUP_MEN;
    if (!kin->possessed || !kin->many || kin->named || kin->count != MENTION_NONE || !(kin->subgroups & sorts) ||
        !groups_is_sign(g, kin->last, ',') || !groups_before(g, groups_opening(kin), g->conjunction) ||
        !groups_before(g, groups_opening(end - 1), g->conjunction))
        return false;
    for (const GroupRecord *x = kin + 1; x < end; x++)
        if (x->possessed || !(x->subgroups & kin->subgroups & sorts))
            return false;
    return true;
}

uint32_t groups_take_told_kin(const Groups *g, GroupRecord *row, uint32_t count)
{
    for (uint32_t i = 1; i + 2 < count; i++) {
        if (!is_told_behind(g, &row[i], &row[count]))
            continue;
        GroupRecord kin = row[i];
        memmove(&row[i], &row[i + 1], (count - i - 1) * sizeof *row);
        row[count - 1] = kin;
        return 1;
    }
    return 0;
}

void groups_take_children(const GroupRecord *whole, GroupRecord *parts, uint32_t count)
{
    for (uint32_t i = 0; (whole->subgroups & SUBGROUP_CHILDREN) && i < count; i++) {
        parts[i].subgroups &= ~(unsigned)(SUBGROUP_WOMEN | SUBGROUP_MEN);
        parts[i].subgroups |= SUBGROUP_CHILDREN;
    }
}

/* Whether the word is for one, as the lexicon has it: "Kenyan", not "Kenyans". */
static bool is_of_one(const Groups *g, const Mention *head)
{
    const Attr *number = analysis_attr(g->a, head, "number");
    return number && str_is(lexicon_value_name(g->a->language->lexicon, number->value), "one");
}

/* "a | Kenyan and Somali guards" opens with one Kenyan; "the | Sunni and Shia clerks" does not. */
static bool is_behind_one(const Groups *g, uint32_t token)
{
    const Mention *determiner = groups_before(g, token, g->determiner);
    return determiner && str_equal(analysis_value(g->a, determiner), STR("one"));
}

bool groups_has_noun_behind(const Groups *g, const Mention *head)
{
    const Token *tokens = g->a->tokens.tokens;
    const Mention *and = groups_at(g, head->last, g->conjunction);
    uint32_t next = and? and->last : head->last;
    if (!is_of_one(g, head) || !(tokens[head->first].flags & TOKEN_CAPITAL) ||
        !groups_same_sentence(g, head->first, next + 1) || !(tokens[next].flags & TOKEN_CAPITAL) ||
        (tokens[next + 1].flags & TOKEN_CAPITAL))
        return false;
    const Mention *second = groups_at(g, next, g->victim);
    const Mention *noun = groups_at(g, next + 1, g->victim);
    if (!and)
        return !second && noun;
    return second && is_of_one(g, second) && noun && !is_of_one(g, noun) && !is_behind_one(g, head->first);
}
