/*
 * Lists of groups: neighbours joined by signs and conjunctions; a shared count, an apposition or "members of" makes one
 * group of two.
 */
#include <stdint.h>
#include <stdlib.h>

#include "extract/analysis/tags.h"
#include "extract/people/group_parts.h"

static int by_first(const void *x, const void *y)
{
    const GroupRecord *a = x;
    const GroupRecord *b = y;
    return (a->first > b->first) - (a->first < b->first);
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
    group->named_other = group->named_other && !next->named;
    if (next->years > 0)
        groups_take_age(g, group);
}

/* "gunmen who killed three clerks were shot": the clerks are the object of what the gunmen did. */
static bool is_relative_object(const Groups *g, const GroupRecord *group)
{
    const Mention *verb = groups_before(g, groups_opening(group), g->verbs[0]);
    return verb && groups_before(g, verb->first, g->closed[5]);
}

/* A word that the lexicon knows as nothing but a present participle, or does not know and that ends as one. */
static bool is_participle(const Groups *g, uint32_t token)
{
    Str word = analysis_word(g->a, token);
    return str_equal(word, STR("ing")) ||
           (!str_present(word) && language_ending_tags(g->a->language, groups_text(g, token)) == BIT(TAG_ING));
}

/* "Officers escorting | prisoners were shot", "officers who were guarding | a bank clerk were": whom those before see to, none of them. */
static bool is_participle_object(const Groups *g, const GroupRecord *group)
{
    uint32_t first = groups_opening(group);
    if (first < 2 || !groups_same_sentence(g, first - 2, first) || groups_before(g, first, g->including) ||
        g->owner[first - 1] != MENTION_NONE || !is_participle(g, first - 1))
        return false;
    const Mention *be = groups_before(g, first - 1, g->verbs[5]);
    const Mention *relative = be ? groups_before(g, be->first, g->closed[5]) : NULL;
    uint32_t subject = relative ? relative->first : first - 1;
    if (relative && subject > 0 && groups_is_sign(g, subject - 1, ','))
        subject--;
    return subject > 0 && g->owner[subject - 1] != MENTION_NONE;
}

/* Behind ", including a girl," where the token is its first sign; else the token. */
static uint32_t behind_including(const Groups *g, uint32_t token)
{
    enum { LONGEST = 12 };
    if (!groups_is_sign(g, token, ',') || !groups_at(g, token + 1, g->including))
        return token;
    for (uint32_t t = token + 2; t < token + LONGEST && groups_same_sentence(g, token, t); t++)
        if (groups_is_sign(g, t, ','))
            return t + 1;
    return token;
}

/* "A bomb killed | three clerks | when their cart was hit": whom the clause before harmed are no subject of the one behind them. */
static bool is_object_before_clause(const Groups *g, uint32_t first, uint32_t last)
{
    if (!groups_behind_verb(g, groups_opening(&g->a->groups[first])))
        return false;
    uint32_t behind = behind_including(g, g->a->groups[last].last);
    return groups_at(g, behind, g->opener) && !groups_at(g, behind, g->conjunction);
}

/* "A driver, carrying | wounded people from a market, was shot", "a man in charge of paying | police was": the verb is of one,
 * who stands before. */
static bool is_more_than_subject(const Groups *g, const GroupRecord *group)
{
    uint32_t first = groups_opening(group);
    bool opens = first == 0 || (g->a->tokens.tokens[first].flags & TOKEN_SENTENCE_START) ||
                 groups_before(g, first, g->conjunction) || groups_before(g, first, g->opener) ||
                 groups_before(g, first, g->say);
    return !opens && group->many && group->count == MENTION_NONE && !group->definite && !group->possessed &&
           !group->bodies && groups_is_subject_of_one(g, group);
}

/* "A car belonging to | an officer was blown up": whose the thing is. */
static bool is_holder(const Groups *g, const GroupRecord *group)
{
    const Mention *link = groups_before(g, groups_opening(group), g->link);
    bool role = link && str_equal(analysis_value(g->a, link), STR("role"));
    return link && !role && link->last > link->first + 1 && link->first > 0 &&
           g->owner[link->first - 1] == MENTION_NONE;
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
    a->lists = arena_grow(a->scratch, a->lists, a->list_count, &a->list_cap, sizeof *a->lists);
    a->lists[a->list_count] = (GroupList){first, count};
    Mention m = {.first = groups_opening(&a->groups[first]), .last = a->groups[first + count - 1].last};
    m.cls = analysis_class(a, a->groups[first].bodies ? "BODIES" : "GROUPS");
    m.value = lexicon_value(a->language->lexicon, class_name(a->groups[first].victim_class));
    m.data = (uint32_t)a->list_count++;
    (void)mention_add(a->scratch, &a->mentions, m);
    Mention beside = {.first = m.first, .last = m.last, .cls = analysis_class(a, "OBLIQUE")};
    if (oblique)
        (void)mention_add(a->scratch, &a->mentions, beside);
    if (a->groups[first].harm == OUTCOME_NONE && !a->groups[first].struck)
        return;
    m.cls = analysis_class(a, "HARMED");
    m.value = lexicon_value(a->language->lexicon,
                            a->groups[first].struck ? STR("shot") : outcome_name(a->groups[first].harm));
    (void)mention_add(a->scratch, &a->mentions, m);
}

/* "two soldiers, a teacher and a boy" are four: what the whole is called each of its parts must be, a name, or kin of one named
 * before ("two clerks, Juan Sol and his brother"). */
static bool may_be_part(const GroupRecord *whole, const GroupRecord *part)
{
    bool kin = part->possessed && !part->owned && part - whole > 1 && whole[1].named;
    if (kin && (part->victim_class == CLASS_UNKNOWN || part->victim_class == whole->victim_class))
        return !subgroups_conflict(whole->subgroups, part->subgroups);

    unsigned kind = whole->subgroups & (SUBGROUP_WOMEN | SUBGROUP_MEN | SUBGROUP_CHILDREN);
    bool same_class = whole->victim_class == CLASS_UNKNOWN || part->victim_class == whole->victim_class;
    return part->named || (same_class && (kind == 0 || (part->subgroups & kind)));
}

static bool is_nation(const Groups *g, const GroupRecord *group)
{
    return g->a->tokens.tokens[group->last - 1].flags & TOKEN_CAPITAL;
}

/* "12 people, four guards and a cook": some of the 12; "12 patients, four guards and a cook", "nine Kenyans and four Somalis": others, unless
 * they are told by age or sex alone ("12 patients, four women and a child"). */
static bool may_be_some(const Groups *g, uint32_t first, uint32_t count)
{
    const unsigned sorts = SUBGROUP_WOMEN | SUBGROUP_MEN | SUBGROUP_CHILDREN | SUBGROUP_ELDERLY;
    const GroupRecord *whole = &g->a->groups[first];
    bool nation = is_nation(g, whole);
    bool some = true;
    for (uint32_t i = first + 1; some && i < first + count; i++)
        some = nation ? !is_nation(g, &g->a->groups[i]) : (g->a->groups[i].subgroups & sorts) != 0;
    return some || whole->anybody || whole->bodies || count < 3;
}

/* "four bodies, two males and two females": the first group's count is the sum of the others', which are its parts; so are
 * some of "people", or of others by their names, told of behind a comma: "four people, a man and his son", "four guards, Ana Bek". */
static bool first_is_sum(const Groups *g, uint32_t first, uint32_t count)
{
    const Analysis *a = g->a;
    const GroupRecord *second = &a->groups[first + (count > 1)];
    if (second->possessed && !second->owned && !groups_at(g, second->first, g->sex_pronoun))
        return false; /* "a couple, | their | son and a guard": kin of the two, none of them */
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
                  ((whole->victim_class == CLASS_UNKNOWN && whole->subgroups == 0 && may_be_some(g, first, count)) ||
                   a->groups[first + 1].named);
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

/* "Ana Bek and Juan Sol, | two clerks", "two villagers, | a married couple", "killed Ana Bek and hurt Juan Sol, | both clerks":
 * behind a comma the last says who those before it are. */
static bool last_says_who(const Groups *g, uint32_t first, uint32_t count)
{
    const Analysis *a = g->a;
    const GroupRecord *last = &a->groups[first + count - 1];
    if (count < 2 || last->count == MENTION_NONE || last->additional || last->bare ||
        !groups_is_sign(g, last[-1].last, ',') || last->first != last[-1].last + 1)
        return false;
    int64_t n = a->counts[last->count].quantity.low;
    bool pair = count == 2 && last[-1].count != MENTION_NONE && a->counts[last[-1].count].quantity.low == n &&
                groups_at(g, last->first, g->determiner) && a->counts[last->count].first > last->first;
    bool two = last[-1].count != MENTION_NONE && last[-1].definite && a->counts[last[-1].count].quantity.low == n;
    bool both = count == 2 && n == 2 && last->definite && (last[-1].named || two);
    bool row = count > 2 && n == count - 1 && groups_before(g, groups_opening(last - 1), g->conjunction);
    for (uint32_t i = first; row && i + 1 < first + count; i++)
        row = a->groups[i].described;
    return pair || both || row;
}

/* Those of whom nothing but the name was known are what the phrase behind them says. */
static void take_kind(Groups *g, uint32_t first, uint32_t count, const GroupRecord *kind)
{
    for (uint32_t i = first; i < first + count; i++) {
        GroupRecord *group = &g->a->groups[i];
        group->victim_class = group->victim_class == CLASS_UNKNOWN ? kind->victim_class : group->victim_class;
    }
}

static void add_lists(Groups *g, uint32_t first, uint32_t count)
{
    count_by_list(g, first, count);
    if (last_says_who(g, first, count)) {
        count--;
        take_kind(g, first, count, &g->a->groups[first + count]);
    }
    uint32_t nouns = groups_take_turns(g, &g->a->groups[first], count);
    first += nouns;
    count -= nouns;
    count -= groups_take_told_kin(g, &g->a->groups[first], count);
    const GroupRecord *opening = &g->a->groups[first];
    bool including = groups_before(g, groups_opening(opening), g->including); /* "including guards" is no subject */
    bool oblique = including || groups_is_oblique(g, opening) || is_holder(g, opening) ||
                   is_relative_object(g, opening) || is_participle_object(g, opening) || says_whose(g, opening) ||
                   (count == 1 && is_more_than_subject(g, opening)) ||
                   is_object_before_clause(g, first, first + count - 1);
    if (!first_is_sum(g, first, count) && !first_has_others(g, first, count)) {
        add_list(g, first, count, oblique);
        return;
    }
    groups_take_children(opening, &g->a->groups[first + 1], count - 1);
    add_list(g, first, 1, oblique);
    add_list(g, first + 1, count - 1, including || groups_is_oblique(g, opening + 1));
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

/* "The mother of three children | who drowned", "families of the 26 | dead": what follows is told of those counted, not of whose
 * they are; not so of "a mother of four | killed", who is one. */
static bool is_counted_and_told(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    if (group->count != MENTION_NONE || next->count == MENTION_NONE || !next->many ||
        groups_begins(g, next->last - 1, g->noun_head) || (next->bare && !next->definite))
        return false;
    bool told = group->many || group->definite || next->definite;
    return (told && groups_at(g, next->last, g->closed[5])) || (group->many && groups_at(g, next->last, g->verbs[3]));
}

/* "seven members of the family of a judge", "two men from a patrol": the second group only says whose the first are. */
static bool is_modifier(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    enum { LONGEST = 6 };
    const Mention *link = groups_at(g, group->last, g->link);
    uint32_t first = groups_opening(next);
    if (!link || group->bodies || next->bodies || first < link->last || first > link->last + LONGEST ||
        !groups_same_sentence(g, group->first, next->first))
        return false;
    uint32_t behind = groups_is_sign(g, next->last, ',') ? next->last + 1 : next->last;
    if (next->described && groups_at(g, behind, g->closed[5])) /* "the killers of a judge, who was shot" */
        return false;
    if (is_counted_and_told(g, group, next))
        return false;
    for (uint32_t t = link->last; t < first; t++) {
        if (!is_linked_word(g, t))
            return false;
    }
    return true;
}

/* "Nine people | believed to be | migrants": what those counted are held to be. */
static bool is_held_to_be(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    const Mention *link = groups_at(g, group->last, g->link);
    return link && str_equal(analysis_value(g->a, link), STR("role")) && next->first == link->last &&
           next->count == MENTION_NONE && next->many == group->many &&
           groups_same_sentence(g, group->first, next->first);
}

/* "Four | of the nine". */
static bool is_some_of(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    return group->bare && next->bare && group->count != MENTION_NONE && next->count != MENTION_NONE &&
           g->a->counts[group->count].quantity.low < g->a->counts[next->count].quantity.low;
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

/* "The killing by | gunmen | of six monks": whose deed a noun of harm names; behind "of" stand those to whom it was done. */
static bool is_doer(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    enum { ADJECTIVES = 2 };
    uint32_t t = groups_opening(group);
    for (int n = 0; n < ADJECTIVES && t > 1 && groups_is_modifier(g, t - 1); n++)
        t--;
    bool by = t > 1 && str_begins(analysis_word(g->a, t - 1), STR("agent")) && groups_before(g, t - 1, g->verbs[4]);
    return by && groups_is_of(g, group->last) && (next->count != MENTION_NONE || next->described);
}

/* "Juan Bek, | who was | a teacher, | was shot": what the one before the pronoun is. */
static bool is_told_behind(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    uint32_t here = groups_is_sign(g, group->last, ',') ? group->last + 1 : group->last;
    uint32_t behind = groups_behind_who_was(g, here);
    return behind > here && behind == groups_opening(next) && groups_same_sentence(g, group->first, next->first) &&
           groups_is_of_one(g, group) && !group->bodies && next->described && !next->named && !next->possessed &&
           !next->additional && next->ordinal == 0 && !subgroups_conflict(group->subgroups, next->subgroups);
}

/* "Two guards, | both women, |", "the gunman, | a clerk, |": next says more of last, and is taken in. */
static bool is_described(const Groups *g, GroupRecord *last, const GroupRecord *next)
{
    bool apposed = groups_is_apposition(g, last, next);
    if (!apposed && !groups_is_described_again(g, last, next))
        return false;
    VictimClass own = last->victim_class;
    bool attacker = apposed && (last->subgroups & SUBGROUP_ATTACKERS) && groups_is_of_one(g, last);
    merge(g, last, next);
    last->apposed = last->apposed || apposed;
    bool both = !apposed && next->count != MENTION_NONE && own != CLASS_UNKNOWN; /* "two guards, | both women |" */
    if (attacker || both) /* "the gunman, | a clerk |, was": his trade makes no other side of him */
        last->victim_class = own;
    return true;
}

/* Next is no group beside last but a part of it, and is taken in. */
static bool is_taken_in(const Groups *g, GroupRecord *last, const GroupRecord *next, bool joined)
{
    if (is_doer(g, last, next))
        return false;
    if (is_of(g, last, next) || is_held_to_be(g, last, next)) {
        merge(g, last, next);
        return true;
    }
    if (is_told_behind(g, last, next)) {
        VictimClass own = last->victim_class;
        merge(g, last, next);
        last->victim_class = own == CLASS_UNKNOWN ? next->victim_class : own;
        return true;
    }
    if (is_modifier(g, last, next)) {
        last->partitive = last->partitive || is_some_of(g, last, next);
        last->whole = last->partitive ? next->count : last->whole;
        last->last = behind_owned(g, next->last);
        last->named_other = !last->named && next->named && !groups_at(g, next->first, g->determiner);
        last->named = last->named || next->named; /* "the head of the family, Juan Sol" */
        return true;
    }
    if (groups_is_named_behind(g, last, next)) {
        merge(g, last, next);
        return true;
    }
    return joined && is_described(g, last, next);
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
    groups_take_owners(g);
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
        bool joined = last && groups_join(g, &a->groups[list_first], last, &a->groups[i], &a->groups[a->group_count]);
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
