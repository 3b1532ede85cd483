/*
 * Two phrases for the same people: "Ana Bek, a clerk", "a clerk and member of the party", "18 people, all guards".
 */
#include "extract/people/group_parts.h"
#include "extract/syntax/noun.h"

static bool is_bare(const Groups *g, const GroupRecord *group)
{
    return !group->possessed && group->count == MENTION_NONE && !groups_at(g, group->first, g->determiner);
}

/* "Their sister | 44-year-old Ana Bek", "a woman identified as | the wife of a clerk": right behind the noun, who that is. */
bool groups_is_named_behind(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    if (!group->described || group->named || group->bodies || !next->described || next->possessed ||
        !groups_same_sentence(g, group->first, next->first))
        return false;
    const Mention *called = groups_at(g, group->last, g->called);
    bool aged = next->named && next->years > 0 && group->years == 0 && next->first == group->last;
    return aged || (called && next->first == called->last);
}

/* "His wife and | baby son": each of an age or sex of their own; not "his wife and | mother of their sons", "his wife and | partner". */
static bool is_other_kin(const Groups *g, const GroupRecord *kin, const GroupRecord *next)
{
    static const unsigned SORTS = SUBGROUP_WOMEN | SUBGROUP_MEN | SUBGROUP_CHILDREN;
    return kin->possessed && (kin->subgroups & SORTS) && !groups_is_of(g, next->last) &&
           (next->many || (next->subgroups & SORTS));
}

/* "Juan Sol, | his wife and | their two sons were": kin and company of the one who opens the row, which goes on behind them; not
 * "Ana Bek and Juan Sol, | her driver and guard, were". */
static bool is_kin_in_row(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    const GroupRecord *end = g->a->groups + g->a->group_count;
    if (groups_before(g, groups_opening(group), g->conjunction))
        return false;
    const GroupRecord *kin = next; /* the last but one of the row, all of them kin: "his mother, his wife and ..." */
    for (; kin->possessed && !kin->owned && kin + 1 < end; kin++) {
        const GroupRecord *third = kin + 1;
        if (groups_opening(third) != groups_behind_joint(g, kin))
            return false;
        if (groups_before(g, groups_opening(third), g->conjunction))
            return is_other_kin(g, kin, third) || third->count != MENTION_NONE || third->possessed || third->named ||
                   groups_at(g, third->first, g->determiner) != NULL;
    }
    return false;
}

/* "Juan Sol, | Juan's mother": nobody is kin of himself. */
static bool is_own_kin(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    if (!group->named || !next->owned)
        return false;
    Str text = g->a->tokens.text;
    return noun_all_in(span_text(text, mention_tokens_span(&g->a->tokens, next->owner_first, next->first - 1)),
                       span_text(text, mention_tokens_span(&g->a->tokens, group->first, group->last)));
}

/* "Juan Sol, | his wife, | Rosa Paz", "the father, Juan Sol, | the mother, Rosa Paz": the noun behind the name goes with the
 * name behind it. */
static bool names_another(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    const GroupRecord *end = g->a->groups + g->a->group_count;
    bool name_follows = next + 1 < end && next[1].named && groups_is_sign(g, next->last, ',') &&
                        next[1].first == next->last + 1 && groups_same_sentence(g, next->first, next[1].first);
    if (next + 1 < end &&
        groups_is_named_behind(g, next, next + 1)) /* "Juan Sol, 50, his mother | 80-year-old Ana Bek" */
        return true;
    bool aged = group->years > 0 && next->years > 0; /* "a girl named Ana Bek, 8, a boy of six" */
    return aged || groups_named_in_turn(g, group, next, end) > 0 || is_own_kin(g, group, next) ||
           (group->named && (group->apposed || (name_follows && next->possessed) || is_kin_in_row(g, group, next)));
}

/* "A friend | of Bek's | , was": the token behind whose the phrase is, its end where no name tells it. */
static uint32_t behind_holder(const Groups *g, const GroupRecord *next)
{
    enum { LONGEST = 5 };
    uint32_t t = next->last;
    if (!groups_is_of(g, t) || !groups_same_sentence(g, next->first, t))
        return t;
    for (t++; t - next->last < LONGEST && groups_same_sentence(g, next->first, t); t++)
        if (!groups_at(g, t, g->possessive) && (!analysis_is_name(g->a, t) || g->owner[t] != MENTION_NONE))
            break;
    return t > next->last + 1 ? t : next->last;
}

/* "A son | of a judge | .": what belongs to the phrase by "of", up to a sign that ends it. */
static bool ends_behind_of(const Groups *g, const GroupRecord *next)
{
    enum { LONGEST = 6 };
    uint32_t t = next->last;
    if (!groups_is_of(g, t))
        return false;
    while (t < next->last + LONGEST && groups_same_sentence(g, next->first, t + 1) &&
           (g->a->tokens.tokens[t].flags & TOKEN_WORD) && !groups_at(g, t, g->conjunction))
        t++;
    return groups_is_sign(g, t, '.') || groups_is_sign(g, t, ',');
}

/* Whether the phrase ends as one beside another does: at a sign, its verb, or a clause about it. */
static bool is_closed(const Groups *g, const GroupRecord *next)
{
    uint32_t end = behind_holder(g, next);
    return groups_is_sign(g, end, ',') || groups_is_sign(g, end, '.') || groups_at(g, end, g->verbs[5]) ||
           groups_at(g, end, g->verbs[6]) || groups_at(g, end, g->closed[5]);
}

static bool has_article(const Groups *g, const GroupRecord *group, const char *kind)
{
    const Mention *determiner = groups_at(g, group->first, g->determiner);
    return determiner && str_is(analysis_value(g->a, determiner), kind);
}

/* Whether a row of people goes on behind the phrase: by "and", or by another behind a comma. */
static bool goes_on(const Groups *g, const GroupRecord *next)
{
    const GroupRecord *end = g->a->groups + g->a->group_count;
    uint32_t behind = groups_is_sign(g, next->last, ',') ? next->last + 1 : next->last;
    const Mention *and = groups_at(g, behind, g->conjunction);
    bool verb = and&&behind > next->last && groups_begins_any(g, and->last, &g->verbs_any);
    return (and&&!verb) ||
           /* not ", a clerk, and wounded three" */ (behind > next->last && next + 1 < end && next[1].first == behind);
}

/* "The boy, | a pupil | at the school, | was": behind what belongs to it a comma and the verb. Of two people there would be an "and". */
static bool closes_with_verb(const Groups *g, const GroupRecord *next)
{
    enum { REACH = 9 };
    for (uint32_t t = next->last; t < next->last + REACH && groups_same_sentence(g, next->first, t); t++) {
        if (groups_is_sign(g, t, ','))
            return groups_same_sentence(g, next->first, t + 1) &&
                   (groups_at(g, t + 1, g->verbs[5]) || groups_begins_any(g, t + 1, &g->finite_any));
        if (!(g->a->tokens.tokens[t].flags & (TOKEN_WORD | TOKEN_NUMBER)) || groups_at(g, t, g->conjunction) ||
            groups_at(g, t, g->closed[5]) || groups_at(g, t, g->verbs[5]))
            return false;
    }
    return false;
}

/* "The wife | of a judge": by whose they are somebody may be told of again with the article of who is known. */
static bool is_known_by_holder(const Groups *g, const GroupRecord *next)
{
    bool holder = groups_is_of(g, next->last);
    for (uint32_t t = next->first + 1; t < next->last && !holder; t++)
        holder = groups_is_of(g, t);
    return holder && has_article(g, next, "definite");
}

/* "The victim, | a two-year-old child, | died", "one of the boys, | a 15-year-old, | was": whom the text has told of before, and
 * between commas what that one is; so too "hurt one clerk, | a woman from Goma.": no row of several, which has an "and". */
static bool says_what(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool known = group->described ? has_article(g, group, "definite") && !group->named : group->part;
    bool aside = closes_with_verb(g, next);
    bool alike = aside || group->victim_class == next->victim_class || group->victim_class == CLASS_UNKNOWN ||
                 next->victim_class == CLASS_UNKNOWN;
    bool closed = aside || is_closed(g, next) || ends_behind_of(g, next);
    bool first = !group->named && !next->named && !group->possessed && alike && closed;
    bool other = group->bare && group->additional && g->a->counts[group->count].quantity.low == 1; /* "one other" */
    bool article = has_article(g, next, "one") || is_known_by_holder(g, next);
    bool one = (groups_is_of_one(g, group) || other) && next->described && !next->possessed && article;
    bool ends = aside || groups_is_sign(g, next->last, ',') || groups_is_sign(g, next->last, '.');
    bool told = known ? ends : first;
    unsigned sorts =
        known ? group->subgroups & ~(unsigned)SUBGROUP_ATTACKERS : group->subgroups; /* "the gunman, | a man |, was" */
    return told && one && !goes_on(g, next) && next->ordinal == 0 && !subgroups_conflict(sorts, next->subgroups);
}

/* "Ana Bek, the sister of a judge, | a clerk of the court, | was", "a clerk, Ana Bek, | an official | who was shot": a second
 * phrase that says who the one named is. */
static bool says_more(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    if (!group->named || !group->apposed || !next->described || next->named || next->possessed || next->additional)
        return false;
    bool article = has_article(g, next, "one") || has_article(g, next, "definite");
    return groups_at(g, next->last, g->closed[5]) || (article && group->years == 0 && !goes_on(g, next) &&
                                                      !subgroups_conflict(group->subgroups, next->subgroups));
}

/* "one of the leaders" behind a person's name. */
static bool is_one_of(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool person = group->named && group->described;
    bool one = next->count != MENTION_NONE && g->a->counts[next->count].quantity.high == 1 && next->many;
    return person && one && !next->bare && !next->additional && !subgroups_conflict(group->subgroups, next->subgroups);
}

/* "His sister Ana Bek, | Umm Musa,": the same woman, called after her child. */
static bool is_called_after_child(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    static const unsigned SEXES = SUBGROUP_WOMEN | SUBGROUP_MEN;
    return group->named && next->named && groups_at(g, next->first, g->kunya) && next->years == 0 &&
           (group->subgroups & next->subgroups & SEXES) && is_closed(g, next);
}

/* "Colonel Juan Sol, | a driver | and two guards": no comma closes what would say who the one named by an office is, and a number of others
 * goes on: three in a row. */
static bool is_middle_of_row(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    const GroupRecord *third = next + 1;
    const Mention *and = groups_at(g, next->last, g->conjunction);
    bool office = groups_at(g, group->first, g->victim) || groups_at(g, group->first, g->title);
    return group->named && office && !next->named && has_article(g, next, "one") &&
           and&&third < g->a->groups + g->a->group_count && groups_opening(third) == and->last && third->many &&
           third->count != MENTION_NONE && !third->bare;
}

/* "A clerk, | member of the party,", "the child Lina, | daughter of Juan Sol,": without an article, and of something. */
static bool is_of_office(const Groups *g, const GroupRecord *next)
{
    return is_bare(g, next) && (groups_is_of(g, next->last) || groups_is_of(g, next->first + 1));
}

/* "Juan Sol, his wife, | three sons and a clerk". */
static bool is_kin_before_more(const Groups *g, const GroupRecord *next)
{
    const GroupRecord *end = g->a->groups + g->a->group_count;
    return next->possessed && groups_is_sign(g, next->last, ',') && next + 1 < end && !next[1].named &&
           groups_opening(&next[1]) == next->last + 1;
}

/* "The son of a judge of Goma, Juan Sol, | was": between commas before a verb of one, who that is. */
static bool is_of_one_verb(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    if (!group->described || !next->described || !next->named || !groups_is_sign(g, next->last, ',') ||
        !groups_same_sentence(g, next->first, next->last + 1))
        return false;
    const Mention *be = groups_at(g, next->last + 1, g->verbs[5]);
    return be && str_equal(analysis_value(g->a, be), STR("one"));
}

/* "Otakhon Latifi, a member of the opposition", "a fourth victim, a woman, was", "the other boy, a 9-year-old, ran": two
 * names of one person. */
bool groups_is_apposition(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    if (!groups_is_sign(g, group->last, ',') || groups_opening(next) != group->last + 1)
        return false;
    if (says_more(g, group, next) || is_one_of(g, group, next) || /* "Ana Bek, one of the leaders of the party," */
        is_called_after_child(g, group, next) || is_of_one_verb(g, group, next))
        return true;
    bool closes = groups_is_sign(g, next->last, ',') || groups_is_sign(g, next->last, '.');
    if (!group->described && groups_is_of_one(g, group) && next->named && next->described)
        return closes || groups_at(g, next->last, g->verbs[5]); /* "one guard, Ana Bek, was" */
    if (next->additional || is_middle_of_row(g, group, next))
        return false;
    if (says_what(g, group, next))
        return true;
    if (is_kin_before_more(g, next) && !group->apposed)
        return false;
    bool one_of_several = group->ordinal > 0 || (group->additional && group->definite);
    bool numbered = one_of_several && next->ordinal == 0 && is_closed(g, next);
    return group->described && next->described &&
           ((group->named != next->named && !names_another(g, group, next)) || numbered || is_of_office(g, next));
}

/* "Two clerks, | both women |": the number of those before, in a word that is an article too. */
static bool is_both(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    return has_article(g, next, "definite") &&
           mention_begins(&g->a->mentions, next->first, analysis_class(g->a, "COUNT")) &&
           interval_equal(g->a->counts[group->count].quantity, g->a->counts[next->count].quantity);
}

/* "18 people, all members of a family", "two people, both clerks": who they were. */
static bool says_who(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool comma_only = groups_is_sign(g, group->last, ',') && next->first == group->last + 1;
    return comma_only && group->count != MENTION_NONE && group->many && !group->definite && next->definite &&
           next->many && (next->count == MENTION_NONE || is_both(g, group, next)) && !next->possessed;
}

/* "Ana Bek, a clerk": a name and, behind a comma, who that is. */
static bool has_apposition(const Groups *g, const GroupRecord *group)
{
    bool comma = false;
    for (uint32_t t = group->first; t < group->last; t++)
        comma = comma || groups_is_sign(g, t, ',');
    return group->named && comma;
}

/* "Bek, | a student athlete and choir member": behind the family name that opens the sentence, who that is. */
static bool is_behind_name(const Groups *g, const GroupRecord *group)
{
    uint32_t first = g->a->tokens.sentences[analysis_sentence(g->a, group->first)].first;
    if (group->named || group->first < first + 2 || !groups_is_sign(g, group->first - 1, ','))
        return false;
    for (uint32_t t = first; t + 1 < group->first; t++)
        if (!(g->a->tokens.tokens[t].flags & TOKEN_CAPITAL) || !analysis_is_name(g->a, t) ||
            groups_over(g, t, g->place) || groups_over(g, t, g->time))
            return false;
    return true;
}

bool groups_is_subject_of_one(const Groups *g, const GroupRecord *next)
{
    enum { REACH = 10 };
    for (uint32_t t = next->last; t < next->last + REACH && groups_same_sentence(g, next->first, t); t++) {
        const Mention *be = groups_at(g, t, g->verbs[5]);
        if (be)
            return str_equal(analysis_value(g->a, be), STR("one"));
        if (g->owner[t] != MENTION_NONE || groups_at(g, t, g->closed[5]) || groups_at(g, t, g->conjunction) ||
            groups_begins_any(g, t, &g->finite_any)) /* not "ambassador | to | Goma, was" */
            return false;
    }
    return false;
}

/* "Senator and party leader Ana Bek", "Ana Bek, senator and party leader, was": two offices of one person. */
static bool is_second_office(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool and_only = groups_before(g, next->first, g->conjunction) && !groups_is_sign(g, group->last, ',');
    bool closes = groups_is_sign(g, next->last, ',');
    bool comma_only = groups_is_sign(g, group->last, ',') && next->first == group->last + 1;
    bool parted = next->first > 0 && groups_is_sign(g, next->first - 1, ';');
    bool office = next->described && !next->named && !next->additional && is_bare(g, next) && group->named && !parted &&
                  group->described && !subgroups_conflict(group->subgroups, next->subgroups);
    if (office && (comma_only || has_apposition(g, group)) && !is_other_kin(g, group, next))
        return true; /* "Ana Bek, a clerk, teacher and writer,"; not "their daughter, Ana Bek, and son" */
    if (and_only && has_apposition(g, group) &&
        (is_one_of(g, group, next) || (next->described && !next->named && groups_is_subject_of_one(g, next))))
        return true;
    if (and_only && group->described && next->described && !next->named && groups_is_of(g, next->last) &&
        !subgroups_conflict(group->subgroups, next->subgroups)) /* "Ana Bek, a clerk and member of the party" */
        return is_bare(g, next) || has_apposition(g, group);
    if (and_only && group->described && next->described && !next->named && is_bare(g, next) &&
        is_behind_name(g, group) && !is_other_kin(g, group, next) &&
        !subgroups_conflict(group->subgroups, next->subgroups))
        return true;
    return and_only && group->described && next->described && is_bare(g, next) &&
           (group->named ? !next->named && closes : next->named && is_bare(g, group));
}

/* "Ana Bek, a clerk, teacher, | and a writer": a noun without an article in the row says that all of them are offices of one. */
static bool ends_row_of_offices(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    uint32_t bare = group->last; /* the token behind the last comma within the group */
    size_t commas = 0;
    for (uint32_t t = group->first; t + 1 < group->last; t++)
        if (groups_is_sign(g, t, ',')) {
            bare = t + 1;
            commas++;
        }
    return group->named && commas > 1 && groups_begins(g, bare, g->victim) && !analysis_is_name(g->a, bare) &&
           groups_before(g, next->first, g->conjunction) && next->described && !next->named && !next->additional &&
           has_article(g, next, "one") && !subgroups_conflict(group->subgroups, next->subgroups);
}

bool groups_heads_clause(const Groups *g, const GroupRecord *next)
{
    enum { REACH = 6 };
    for (uint32_t t = next->last; t < next->last + REACH && groups_same_sentence(g, next->first, t); t++) {
        Str kind = analysis_word(g->a, t);
        bool finite = groups_begins_any(g, t, &g->finite_any) || str_find(kind, STR("pret"), 0) < SIZE_MAX ||
                      str_equal(kind, STR("modal"));
        if (finite && !groups_begins(g, t, g->verbs[7]))
            return true;
        if (!(g->a->tokens.tokens[t].flags & TOKEN_WORD) || g->owner[t] != MENTION_NONE ||
            groups_at(g, t, g->conjunction) || groups_at(g, t, g->closed[5]))
            return false;
    }
    return false;
}

/* "A guard and | a nurse were hurt": do those joined to next by "and" head a clause, or next itself? Two do not head "was". */
static bool row_heads_clause(const Groups *g, const GroupRecord *next)
{
    const GroupRecord *second = next + 1;
    bool joined = second < g->a->groups + g->a->group_count && groups_behind_joint(g, next) == second->first &&
                  groups_before(g, second->first, g->conjunction);
    const Mention *be = joined ? groups_at(g, second->last, g->verbs[5]) : NULL;
    return (!be || str_equal(analysis_value(g->a, be), STR("many"))) && groups_heads_clause(g, joined ? second : next);
}

/* "Killed | nine clerks": the group is what is told of the verb right before it. */
static bool is_object(const Groups *g, const GroupRecord *group)
{
    uint32_t opening = groups_opening(group);
    bool behind = opening > 0 && groups_same_sentence(g, opening - 1, opening);
    Str kind = behind ? analysis_word(g->a, opening - 1) : STR("");
    return str_find(kind, STR("pret"), 0) < SIZE_MAX || str_find(kind, STR("part"), 0) < SIZE_MAX ||
           str_find(kind, STR("ing"), 0) < SIZE_MAX;
}

/* "10 officers and policemen": a bare plural behind "and" shares the count; "two clerks and their wives" are more than two. Nor do "nine people and
 * guards", of whom the nine are anybody, nor "killed nine clerks, and guards closed the road", where a clause begins. */
static bool shares_count(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool anybody = group->victim_class == CLASS_UNKNOWN && next->victim_class != CLASS_UNKNOWN &&
                   groups_before(g, groups_opening(next), g->conjunction) &&
                   mention_begins(&g->a->mentions, group->last - 1, analysis_class(g->a, "GENERIC_HUMAN"));
    return group->count != MENTION_NONE && group->many && next->many && next->count == MENTION_NONE &&
           !next->definite && !next->possessed && !next->additional && !group->bare && !anybody &&
           !(is_object(g, group) && row_heads_clause(g, next));
}

bool groups_is_described_again(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    return shares_count(g, group, next) || says_who(g, group, next) || is_second_office(g, group, next) ||
           ends_row_of_offices(g, group, next);
}

/* "After the murder of the mayor, the judges left": the phrase that the noun of harm stands in opens the sentence, and
 * next is what the sentence tells of. */
bool groups_leaves_opening(const Groups *g, const GroupRecord *opening, const GroupRecord *last,
                           const GroupRecord *next)
{
    enum { LONGEST = 6 };
    uint32_t of = groups_opening(opening);
    const Mention *noun = of > 0 && groups_is_of(g, of - 1) ? groups_before(g, of - 1, g->verbs[4]) : NULL;
    if (!noun || !groups_is_sign(g, last->last, ',') || groups_before(g, next->first, g->conjunction))
        return false;
    for (uint32_t t = noun->first; t > 0 && noun->first - t < LONGEST && groups_same_sentence(g, t - 1, of); t--) {
        const Token *before = t > 1 ? &g->a->tokens.tokens[t - 2] : NULL;
        bool opens =
            (g->a->tokens.tokens[t - 1].flags & TOKEN_SENTENCE_START) || !before || (before->flags & TOKEN_PUNCT);
        if (opens)
            return (groups_at(g, t - 1, g->closed[0]) || groups_at(g, t - 1, g->opener) ||
                    groups_at(g, t - 1, g->time)) &&
                   row_heads_clause(g, next);
    }
    return false;
}
