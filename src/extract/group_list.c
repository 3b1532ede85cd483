/*
 * Lists of groups: neighbours joined by signs and conjunctions; a shared count, an apposition or "members of" makes one
 * group of two.
 */
#include <stdint.h>
#include <stdlib.h>

#include "extract/group_parts.h"

static int by_first(const void *x, const void *y)
{
    const GroupRecord *a = x;
    const GroupRecord *b = y;
    return (a->first > b->first) - (a->first < b->first);
}

/* Whether a clause about those told of opens behind the comma: "who was a baker", "one of whom was a baker". */
static bool opens_relative(const Groups *g, uint32_t token)
{
    const Mention *count = groups_at(g, token, g->count);
    const Mention *of_them = count ? groups_at(g, count->last, g->including) : NULL;
    bool some = of_them && str_equal(analysis_value(g->a, of_them), STR("of"));
    return groups_at(g, token, g->closed[5]) || some;
}

/* The comma that ends what a relative clause says: "Juan Sol, who was a baker, | Rosa Paz", "two guards, one of whom lived
 * there, | and a clerk"; the group's end where none stands there, or where it tells of people or harm. */
static uint32_t behind_relative(const Groups *g, const GroupRecord *group)
{
    enum { LONGEST = 14 };
    if (!groups_is_sign(g, group->last, ',') || !opens_relative(g, group->last + 1))
        return group->last;
    const Mention *some = groups_at(g, group->last + 1, g->count);
    ClassSet harm = class_set_of(g->verbs, 5);
    for (uint32_t t = some ? some->last : group->last + 2;
         t < group->last + LONGEST && groups_same_sentence(g, group->last, t); t++) {
        if (groups_is_sign(g, t, ','))
            return (group->named && !some) || groups_at(g, t + 1, g->conjunction) ? t : group->last;
        bool told = some ? groups_at(g, t, g->count) != NULL : g->owner[t] != MENTION_NONE;
        if (told || groups_begins_any(g, t, &harm))
            break;
    }
    return group->last;
}

uint32_t groups_behind_joint(const Groups *g, const GroupRecord *group)
{
    uint32_t here = behind_relative(g, group);
    if (groups_is_sign(g, here, ',') || (group->named && groups_is_sign(g, here, ';')))
        here++;
    const Mention *conjunction = groups_at(g, here, g->conjunction);
    return conjunction ? conjunction->last : here;
}

/* "a 30-year-old woman with | her two sons", "a couple with | their child": the token behind "with"; the group's end where no company is told. */
static uint32_t behind_with(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool few = group->described || (group->count != MENTION_NONE && g->a->counts[group->count].quantity.high <= 2);
    bool owner = groups_at(g, next->last, g->possessive) != NULL; /* "with his father's gun" */
    const Mention *with = next->possessed && few && !owner ? groups_at(g, group->last, g->company) : NULL;
    return with ? with->last : group->last;
}

/* "Two girls, and a boy were killed": who "were" is more than the boy. */
static bool disagrees(const Groups *g, const GroupRecord *next)
{
    const Mention *be = groups_at(g, next->last, g->verbs[5]);
    return next->described && be && str_equal(analysis_value(g->a, be), STR("many"));
}

/* The token behind "(two of them guards)", which begins at the token; the token itself where nothing does. */
static uint32_t behind_parenthesis(const Groups *g, uint32_t token)
{
    enum { LONGEST = 8 };
    for (uint32_t t = token; groups_is_sign(g, token, '(') && t < token + LONGEST; t++)
        if (groups_is_sign(g, t, ')'))
            return t + 1;
    return token;
}

/* "militants killed 10 soldiers and 5 civilians were hurt": the last group begins a clause of its own. */
static bool begins_own_clause(const Groups *g, const GroupRecord *first, const GroupRecord *next)
{
    bool object =
        groups_before(g, groups_opening(first), g->verbs[0]) || groups_before(g, groups_opening(first), g->verbs[1]) ||
        groups_before(g, groups_opening(first), g->verbs[5]) || /* "two were guards and three were clerks" */
        groups_before(g, groups_opening(first), g->company);    /* "was killed along with a guard and two were hurt" */
    bool acts = !groups_before(g, next->first, g->conjunction) && /* "killing two men, raiders opened fire" */
                str_find(analysis_word(g->a, next->last), STR("pret"), 0) < SIZE_MAX;
    bool part = first->picked || groups_before(g, first->first, g->including);
    bool parts = part && next->first > 2 && groups_is_sign(g, next->first - 2, ',');
    uint32_t behind = behind_parenthesis(g, next->last);
    bool finite =
        groups_begins_any(g, behind, &g->finite_any) || (acts && groups_same_sentence(g, next->first, behind));
    bool more =
        groups_before(g, first->first, g->including) && next->additional; /* "including two, and another 12 hurt" */
    return (object || more || (parts && !disagrees(g, next))) && finite;
}

VictimClass groups_join_class(VictimClass x, VictimClass y)
{
    if (x == y || y == CLASS_UNKNOWN)
        return x;
    return x == CLASS_UNKNOWN ? y : CLASS_MIXED;
}

static void merge(const Groups *g, GroupRecord *group, const GroupRecord *next)
{
    group->last = next->last;
    group->victim_class = groups_join_class(group->victim_class, next->victim_class);
    group->subgroups |= next->subgroups;
    group->named = group->named || next->named;
    if (next->years > 0)
        groups_take_age(g, group);
}

/* "gunmen who killed three clerks were shot": the clerks are the object of what the gunmen did. */
static bool is_relative_object(const Groups *g, const GroupRecord *group)
{
    const Mention *verb = groups_before(g, groups_opening(group), g->verbs[0]);
    return verb && groups_before(g, verb->first, g->closed[5]);
}

/* "a raid on guards": behind a preposition no group is the subject of the verb that follows. */
static bool is_oblique(const Groups *g, const GroupRecord *group)
{
    const Mention *preposition = groups_before(g, groups_opening(group), g->closed[0]);
    return preposition && !groups_at(g, preposition->first, g->opener) &&
           !groups_at(g, preposition->first, g->closed[5]);
}

/* "A car belonging to | an officer was blown up": whose the thing is. */
static bool is_holder(const Groups *g, const GroupRecord *group)
{
    const Mention *link = groups_before(g, groups_opening(group), g->link);
    return link && link->last > link->first + 1 && link->first > 0 && g->owner[link->first - 1] == MENTION_NONE;
}

/* "The car of Ana Bek, | a clerk, was burned": says who the one is whose the thing is. */
static bool says_whose(const Groups *g, const GroupRecord *group)
{
    enum { REACH = 6 };
    uint32_t comma = groups_opening(group);
    if (comma == 0 || !groups_is_sign(g, comma - 1, ','))
        return false;
    for (uint32_t t = comma - 1; t > 1 && comma - t < REACH; t--) {
        if (groups_is_of(g, t - 1))
            return mention_covers_any(&g->a->mentions, t - 2, &g->things_any);
        if (groups_at(g, t - 1, g->place) || groups_begins_any(g, t - 1, &g->verbs_any) ||
            !groups_same_sentence(g, t - 1, comma))
            return false;
    }
    return false;
}

static void add_list(Groups *g, uint32_t first, uint32_t count, bool oblique)
{
    Analysis *a = g->a;
    a->lists = arena_grow(a->arena, a->lists, a->list_count, &a->list_cap, sizeof *a->lists);
    a->lists[a->list_count] = (GroupList){first, count};
    Mention m = {.first = groups_opening(&a->groups[first]), .last = a->groups[first + count - 1].last};
    m.cls = analysis_class(a, a->groups[first].bodies ? "BODIES" : "GROUPS");
    m.value = lexicon_value(a->language->lexicon, class_name(a->groups[first].victim_class));
    m.data = (uint32_t)a->list_count++;
    (void)mention_add(a->arena, &a->mentions, m);
    Mention beside = {.first = m.first, .last = m.last, .cls = analysis_class(a, "OBLIQUE")};
    if (oblique)
        (void)mention_add(a->arena, &a->mentions, beside);
    if (a->groups[first].harm == OUTCOME_NONE && !a->groups[first].struck)
        return;
    m.cls = analysis_class(a, "HARMED");
    m.value = lexicon_value(a->language->lexicon,
                            a->groups[first].struck ? STR("shot") : outcome_name(a->groups[first].harm));
    (void)mention_add(a->arena, &a->mentions, m);
}

/* "two soldiers, a teacher and a boy" are four: what the whole is called each of its parts must be, or a name. */
static bool may_be_part(const GroupRecord *whole, const GroupRecord *part)
{
    unsigned kind = whole->subgroups & (SUBGROUP_WOMEN | SUBGROUP_MEN | SUBGROUP_CHILDREN);
    bool same_class = whole->victim_class == CLASS_UNKNOWN || part->victim_class == whole->victim_class;
    return part->named || (same_class && (kind == 0 || (part->subgroups & kind)));
}

/* "four bodies, two males and two females": the first group's count is the sum of the others', which are its parts; so are
 * some of "people", or of others by their names, told of behind a comma: "four people, a man and his son", "four guards, Ana Bek". */
static bool first_is_sum(const Groups *g, uint32_t first, uint32_t count)
{
    const Analysis *a = g->a;
    int64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        const GroupRecord *group = &a->groups[first + i];
        if ((group->count == MENTION_NONE && !group->described) || (i > 0 && !may_be_part(&a->groups[first], group)))
            return false;
        int64_t n = group->count == MENTION_NONE ? 1 : a->counts[group->count].quantity.low;
        sum += i == 0 ? -n : n;
    }
    const GroupRecord *whole = &a->groups[first];
    bool people = whole->many && !whole->bare &&
                  ((whole->victim_class == CLASS_UNKNOWN && whole->subgroups == 0) || a->groups[first + 1].named);
    return (count > 2 && sum == 0) || (count > 1 && sum < 0 && people && groups_is_sign(g, whole->last, ','));
}

/* "three men, a father and son among them": those behind the first are parts of it. */
static bool first_has_others(const Groups *g, uint32_t first, uint32_t count)
{
    const GroupRecord *whole = &g->a->groups[first];
    const Mention *among = groups_at(g, g->a->groups[first + count - 1].last, g->including);
    return count > 1 && among && g->owner[among->last] == MENTION_NONE && whole->count != MENTION_NONE && whole->many &&
           groups_is_sign(g, whole->last, ',');
}

/* "The victims, | a man and a woman, | were": the list between commas says who and how many those told of before are. */
static void count_by_list(Groups *g, uint32_t first, uint32_t count)
{
    Analysis *a = g->a;
    GroupRecord *whole = &a->groups[first];
    bool told = whole->definite && whole->many && whole->count == MENTION_NONE && whole->victim_class == CLASS_UNKNOWN;
    if (count < 3 || !told || !groups_is_sign(g, whole->last, ',') ||
        !groups_is_sign(g, a->groups[first + count - 1].last, ','))
        return;
    int64_t sum = 0;
    for (uint32_t i = 1; i < count; i++) {
        const GroupRecord *part = &a->groups[first + i];
        if (!may_be_part(whole, part) || (part->count == MENTION_NONE && !part->described))
            return;
        sum += part->count == MENTION_NONE ? 1 : a->counts[part->count].quantity.low;
    }
    CountRecord words = {.first = whole->first, .last = whole->last};
    whole->count = groups_add_count(a, &words, (Interval){sum, sum}, COUNT_EXACT);
    whole->anaphoric = false;
}

static void add_lists(Groups *g, uint32_t first, uint32_t count)
{
    count_by_list(g, first, count);
    const GroupRecord *opening = &g->a->groups[first];
    bool including = groups_before(g, groups_opening(opening), g->including); /* "including guards" is no subject */
    bool oblique = including || is_oblique(g, opening) || is_holder(g, opening) || is_relative_object(g, opening) ||
                   says_whose(g, opening);
    if (!first_is_sum(g, first, count) && !first_has_others(g, first, count)) {
        add_list(g, first, count, oblique);
        return;
    }
    add_list(g, first, 1, oblique);
    add_list(g, first + 1, count - 1, including || is_oblique(g, opening + 1));
}

/* "five members of the president's guards": the second group says who the first are. */
static bool is_of(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    uint32_t of = group->last;
    if (!groups_is_of(g, of) || next->first < of + 1 || next->first > of + 4)
        return false;
    if (next->count != MENTION_NONE || next->described || group->described || !groups_same_sentence(g, of, next->first))
        return false;
    for (uint32_t t = of + 1; t < next->first; t++) {
        if (!(g->a->tokens.tokens[t].flags & TOKEN_CAPITAL))
            return false;
    }
    return true;
}

/* A word of the phrase that a link opens: "of the family of", with no verb in it. */
static bool is_linked_word(const Groups *g, uint32_t token)
{
    Str kind = analysis_word(g->a, token);
    bool verb = str_find(kind, STR("pret"), 0) < SIZE_MAX || groups_at(g, token, g->say);
    return (g->a->tokens.tokens[token].flags & TOKEN_WORD) && !verb &&
           (groups_is_modifier(g, token) || groups_at(g, token, g->link));
}

/* "seven members of the family of a judge", "two men from a patrol": the second group only says whose the first are. */
static bool is_modifier(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    enum { LONGEST = 6 };
    const Mention *link = groups_at(g, group->last, g->link);
    if (!link || group->bodies || next->bodies || next->first < link->last || next->first > link->last + LONGEST ||
        !groups_same_sentence(g, group->first, next->first))
        return false;
    uint32_t behind = groups_is_sign(g, next->last, ',') ? next->last + 1 : next->last;
    if (next->described && groups_at(g, behind, g->closed[5])) /* "the killers of a judge, who was shot" */
        return false;
    for (uint32_t t = link->last; t < next->first; t++) {
        if (!is_linked_word(g, t))
            return false;
    }
    return true;
}

/* "Four | of the nine". */
static bool is_some_of(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    return group->bare && next->bare && group->count != MENTION_NONE && next->count != MENTION_NONE &&
           g->a->counts[group->count].quantity.low < g->a->counts[next->count].quantity.low;
}

/* Whether nothing between the tokens is a clause of its own: a place, a rank, a name. */
static bool is_verbless(const Groups *g, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++) {
        Str kind = g->a->tokens.tokens[t].flags & TOKEN_CAPITAL ? STR_NONE : analysis_word(g->a, t);
        bool finite =
            str_find(kind, STR("pret"), 0) < SIZE_MAX || str_equal(kind, STR("third")) || str_equal(kind, STR("base"));
        if (finite || groups_at(g, t, g->say) || groups_at(g, t, g->opener) || groups_at(g, t, g->closed[5]) ||
            groups_is_sign(g, t, ';') || groups_begins_any(g, t, &g->finite_any) || groups_begins(g, t, g->verbs[7]))
            return false;
    }
    return true;
}

/* "killed the head of the district and three of his sons", "the keeper of a shrine and his son were shot": next stands
 * behind "and", with a determiner of its own, and what stands between only says more of last. */
static bool is_far_joined(const Groups *g, const GroupRecord *opening, const GroupRecord *last, const GroupRecord *next)
{
    enum { LONGEST = 14 };
    const Mention *and = groups_before(g, next->first, g->conjunction);
    if (!and || and->first <= last->last || and->first > last->last + LONGEST || groups_at(g, and->first, g->opener) ||
        !groups_same_sentence(g, opening->first, next->first))
        return false;
    const Mention *determiner = groups_at(g, next->first, g->determiner);
    bool opens = next->count != MENTION_NONE || next->possessed ||
                 (determiner && str_equal(analysis_value(g->a, determiner), STR("one")));
    bool goes_on = groups_at(g, last->last, g->closed[0]) || groups_is_sign(g, last->last, ',');
    if (!opens || !goes_on || !is_verbless(g, last->last, and->first))
        return false;
    bool object = groups_before(g, opening->first, g->verbs[0]) || groups_before(g, opening->first, g->verbs[1]);
    bool subject = g->a->tokens.tokens[opening->first].flags & TOKEN_SENTENCE_START;
    const Mention *be = groups_at(g, next->last, g->verbs[5]);
    bool were = be && str_equal(analysis_value(g->a, be), STR("many"));
    return object ? !groups_begins_any(g, next->last, &g->finite_any) : subject && were;
}

/* "According to the rebels, an officer was killed", "a bomb thrown by rebels, and two men were hurt": what the preposition
 * governs ends before next. */
static bool leaves_preposition(const Groups *g, const GroupRecord *opening, const GroupRecord *last,
                               const GroupRecord *next)
{
    enum { AT_FRONT = 2 };
    if (!is_oblique(g, opening) || opening->bodies || groups_before(g, groups_opening(opening), g->including))
        return false;
    const Mention *preposition = groups_before(g, groups_opening(opening), g->closed[0]);
    uint32_t front = g->a->tokens.sentences[analysis_sentence(g->a, opening->first)].first;
    bool comma = groups_is_sign(g, last->last, ',');
    bool conjunction = groups_before(g, next->first, g->conjunction) != NULL;
    if (comma && !conjunction && preposition->first <= front + AT_FRONT)
        return true;
    bool clause = groups_at(g, next->last, g->verbs[5]) || groups_at(g, next->last, g->verbs[6]);
    return clause && !disagrees(g, next) && conjunction && (comma || !groups_is_of(g, preposition->first));
}

/* "Killed 14 people, doctors and policemen said", "shot himself, while others said": who speaks is none of them. */
static bool speaks(const Groups *g, const GroupRecord *last, const GroupRecord *next, const GroupRecord *end)
{
    if (!groups_is_sign(g, last->last, ',') || (next->first != last->last + 1 && !next->additional))
        return false;
    const GroupRecord *speaker = next;
    while (speaker + 1 < end && speaker[1].first == groups_behind_joint(g, speaker) && speaker[1].first > speaker->last)
        speaker++;
    const Mention *say = groups_at(g, speaker->last, g->say);
    return say && analysis_takes_clause(g->a, say);
}

/* "Two unhurt clerks". */
static bool is_unharmed(const Groups *g, const GroupRecord *group)
{
    for (uint32_t t = group->first; t < group->last; t++)
        if (groups_at(g, t, g->unharmed))
            return true;
    return false;
}

/* Next goes on with what last began: "and", a comma, nothing between them. */
static bool is_joined(const Groups *g, const GroupRecord *opening, const GroupRecord *last, const GroupRecord *next)
{
    bool beside = next->first == groups_behind_joint(g, last) || next->first == behind_with(g, last, next);
    bool near = beside && last->last < next->first && groups_same_sentence(g, last->first, next->first) &&
                !begins_own_clause(g, opening, next) && !leaves_preposition(g, opening, last, next) &&
                !groups_leaves_opening(g, opening, last, next);
    return !next->picked && is_unharmed(g, opening) == is_unharmed(g, next) &&
           (near || is_far_joined(g, opening, last, next));
}

/* "Five members of the mayor | 's extended family": behind the noun that the mayor owns; the token itself where he owns none. */
static uint32_t behind_owned(const Groups *g, uint32_t token)
{
    enum { LONGEST = 3 };
    const Mention *clitic = groups_at(g, token, g->possessive);
    if (!clitic || (g->a->tokens.tokens[token].flags & TOKEN_SPACE_BEFORE))
        return token;
    uint32_t end = token;
    for (uint32_t t = clitic->last; t < clitic->last + LONGEST && groups_same_sentence(g, token, t); t++) {
        if (!(g->a->tokens.tokens[t].flags & TOKEN_WORD) || !groups_is_modifier(g, t))
            break;
        if (str_find(analysis_word(g->a, t), STR("noun"), 0) < SIZE_MAX)
            end = t + 1;
    }
    return end;
}

/* Next is no group beside last but a part of it, and is taken in. */
static bool is_taken_in(const Groups *g, GroupRecord *last, const GroupRecord *next, bool joined)
{
    if (is_of(g, last, next)) {
        merge(g, last, next);
        return true;
    }
    if (is_modifier(g, last, next)) {
        last->partitive = last->partitive || is_some_of(g, last, next);
        last->whole = last->partitive ? next->count : last->whole;
        last->last = behind_owned(g, next->last);
        last->named = last->named || next->named; /* "the head of the family, Juan Sol" */
        return true;
    }
    if (groups_is_named_behind(g, last, next)) {
        merge(g, last, next);
        return true;
    }
    bool apposed = joined && groups_is_apposition(g, last, next);
    if (!joined || !(apposed || groups_is_described_again(g, last, next)))
        return false;
    merge(g, last, next);
    last->apposed = last->apposed || apposed;
    return true;
}

enum { MAX_INSETS = 3 };

/* What stands inside a row and is none of it: "two guards, | one of whom was a nurse, | and a clerk". */
typedef struct {
    GroupRecord items[MAX_INSETS];
    size_t count;
} Insets;

/* The list that begins at list_first ends, and what stood inside it is told of apart. Returns how many groups are kept then. */
static size_t close_list(Groups *g, uint32_t list_first, size_t kept, Insets *insets)
{
    if (kept > list_first)
        add_lists(g, list_first, (uint32_t)kept - list_first);
    for (size_t i = 0; i < insets->count; i++) {
        g->a->groups[kept] = insets->items[i];
        add_list(g, (uint32_t)kept++, 1, true);
    }
    insets->count = 0;
    return kept;
}

static bool take_inset(const Groups *g, const GroupRecord *last, const GroupRecord *group, Insets *insets)
{
    bool opens = last && (group->picked ? group->first == last->last + 1 : insets->count > 0);
    if (!opens || insets->count == MAX_INSETS || !groups_same_sentence(g, last->first, group->first) ||
        groups_behind_joint(g, last) <= group->last)
        return false;
    insets->items[insets->count++] = *group;
    return true;
}

/* Joins neighbours into lists; a shared count merges two groups into one. What stands inside a row is kept behind it. */
void groups_make_lists(Groups *g)
{
    Analysis *a = g->a;
    if (a->group_count > 0)
        qsort(a->groups, a->group_count, sizeof *a->groups, by_first);
    size_t kept = 0;
    uint32_t list_first = 0;
    GroupRecord label = {0};
    Insets insets = {.count = 0};
    for (size_t i = 0; i < a->group_count; i++) {
        GroupRecord *last = kept > 0 ? &a->groups[kept - 1] : NULL;
        if (last && groups_takes_place(g, last, &a->groups[i], &label))
            continue;
        if (take_inset(g, last, &a->groups[i], &insets))
            continue;
        bool joined = last && is_joined(g, &a->groups[list_first], last, &a->groups[i]) &&
                      !speaks(g, last, &a->groups[i], &a->groups[a->group_count]);
        if (last && is_taken_in(g, last, &a->groups[i], joined))
            continue;
        label.many = label.many && joined;
        groups_take_label(g, &label, &a->groups[i]);
        GroupRecord next = a->groups[i];
        if (!joined)
            list_first = (uint32_t)(kept = close_list(g, list_first, kept, &insets));
        a->groups[kept++] = next;
    }
    a->group_count = close_list(g, list_first, kept, &insets);
}
