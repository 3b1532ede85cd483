/*
 * Groups of people: a head noun (class VICTIM) with what belongs to it on its left, a person's name, or a bare count
 * beside a verb of harm. Neighbouring groups make lists.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "extract/analysis.h"

enum { MAX_MODIFIERS = 6 };

typedef struct {
    Analysis *a;
    uint16_t victim;
    uint16_t person;
    uint16_t count;
    uint16_t time;
    uint16_t determiner;
    uint16_t possessive;
    uint16_t additional;
    uint16_t conjunction;
    uint16_t including;
    uint16_t noun_head;
    uint16_t personal;
    uint16_t place;
    uint16_t word;
    uint16_t bodies[2]; /* named parties and organisations */
    uint16_t verbs[9];  /* classes that end a noun phrase on the left, and go with a bare count */
    uint16_t closed[7];
    uint32_t *owner; /* by token: group it belongs to, MENTION_NONE */
} Groups;

static Groups groups_of(Analysis *a)
{
    Groups g = {
        .a = a,
        .victim = analysis_class(a, "VICTIM"),
        .person = analysis_class(a, "PERSON"),
        .count = analysis_class(a, "COUNT"),
        .time = analysis_class(a, "TIME"),
        .determiner = analysis_class(a, "DETERMINER"),
        .possessive = analysis_class(a, "POSSESSIVE"),
        .additional = analysis_class(a, "ADDITIONAL"),
        .conjunction = analysis_class(a, "CONJUNCTION"),
        .including = analysis_class(a, "INCLUDING"),
        .noun_head = analysis_class(a, "NOUN_HEAD"),
        .personal = analysis_class(a, "PERSONAL"),
        .place = analysis_class(a, "PLACE"),
        .word = analysis_class(a, "WORD"),
        .bodies = {analysis_class(a, "PARTY"), analysis_class(a, "ORG")},
        .verbs = {analysis_class(a, "HARM_PP"), analysis_class(a, "HARM_ACT"), analysis_class(a, "HARM_INTRANS"),
                  analysis_class(a, "HARM_ADJ"), analysis_class(a, "HARM_NOUN"), analysis_class(a, "BE"),
                  analysis_class(a, "HAVE"), analysis_class(a, "LEAVE"), analysis_class(a, "TOLL_VERB")},
        .closed = {analysis_class(a, "PREPOSITION"), analysis_class(a, "CONJUNCTION"), analysis_class(a, "MODAL"),
                   analysis_class(a, "NEGATION"), analysis_class(a, "PRONOUN"), analysis_class(a, "RELATIVE"),
                   analysis_class(a, "INCLUDING")},
    };
    g.owner = ARENA_ARRAY(a->arena, uint32_t, a->tokens.count + 1);
    for (size_t t = 0; t <= a->tokens.count; t++)
        g.owner[t] = MENTION_NONE;
    return g;
}

/* The mention of the class that begins at the token, or NULL. */
static const Mention *at(const Groups *g, uint32_t token, uint16_t cls)
{
    uint32_t m = cls && token < g->a->tokens.count ? mention_at(&g->a->mentions, token, cls) : MENTION_NONE;
    return m == MENTION_NONE ? NULL : &g->a->mentions.items[m];
}

/* The mention of the class that ends right before the token, or NULL. */
static const Mention *before(const Groups *g, uint32_t token, uint16_t cls)
{
    enum { LONGEST = 8 };
    if (token == 0 || !cls)
        return NULL;
    uint32_t m = mention_over(&g->a->mentions, token - 1, cls, LONGEST);
    const Mention *found = m == MENTION_NONE ? NULL : &g->a->mentions.items[m];
    return found && found->last == token ? found : NULL;
}

static bool over(const Groups *g, uint32_t token, uint16_t cls)
{
    enum { LONGEST = 8 };
    return cls && mention_over(&g->a->mentions, token, cls, LONGEST) != MENTION_NONE;
}

static bool begins_any(const Groups *g, uint32_t token, const uint16_t *classes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (at(g, token, classes[i]))
            return true;
    }
    return false;
}

static Str token_text(const Groups *g, uint32_t token)
{
    if (token >= g->a->tokens.count)
        return STR_NONE;
    return span_text(g->a->tokens.text, g->a->tokens.tokens[token].span);
}

static bool is_sign(const Groups *g, uint32_t token, char sign)
{
    Str text = token_text(g, token);
    return text.len == 1 && text.ptr[0] == sign;
}

static bool same_sentence(const Groups *g, uint32_t x, uint32_t y)
{
    return y < g->a->tokens.count && g->a->tokens.tokens[x].sentence == g->a->tokens.tokens[y].sentence;
}

/* Whether a token may stand between count and head: "11 suspected Baloch separatist militants". */
static bool is_modifier(const Groups *g, uint32_t token)
{
    const Token *t = &g->a->tokens.tokens[token];
    if (t->flags & TOKEN_PUNCT)
        return is_sign(g, token, '-') || is_sign(g, token, '"') || is_sign(g, token, '\'');
    if (g->owner[token] != MENTION_NONE || over(g, token, g->time))
        return false;
    return !begins_any(g, token, g->verbs, sizeof g->verbs / sizeof g->verbs[0]) &&
           !begins_any(g, token, g->closed, sizeof g->closed / sizeof g->closed[0]);
}

/* Whether the token stands in an expression that could be placed on the calendar: its numbers count no people. */
static bool is_day(const Groups *g, uint32_t token)
{
    enum { LONGEST = 8 };
    uint32_t m = g->time ? mention_over(&g->a->mentions, token, g->time, LONGEST) : MENTION_NONE;
    if (m == MENTION_NONE || g->a->mentions.items[m].data >= g->a->time_count)
        return false;
    return window_is_known(g->a->times[g->a->mentions.items[m].data].window);
}

static bool count_is_usable(const Groups *g, const Mention *count)
{
    if (!count || g->owner[count->first] != MENTION_NONE || before(g, count->first, g->closed[3]))
        return false;
    for (uint32_t t = count->first; t < count->last; t++) {
        if (is_day(g, t))
            return false;
    }
    return true;
}

/* The count that ends before the token, directly or as "two of the". */
static const Mention *count_before(const Groups *g, uint32_t token)
{
    const Mention *count = before(g, token, g->count);
    return count_is_usable(g, count) ? count : NULL;
}

/* Subgroup names in the attribute `sub`, separated by ";"; "others" says that these are further people. */
static void read_subgroups(const Groups *g, const Mention *head, GroupRecord *group)
{
    const Attr *sub = analysis_attr(g->a, head, "sub");
    Str rest = sub ? lexicon_value_name(g->a->language->lexicon, sub->value) : STR_NONE;
    Str name = STR_NONE;
    while (str_cut(&rest, ';', &name)) {
        group->subgroups |= subgroup_parse(name);
        group->additional = group->additional || str_equal(name, STR("others"));
    }
}

static bool is_plural(const Groups *g, const Mention *head)
{
    const Attr *number = analysis_attr(g->a, head, "number");
    Str value = number ? lexicon_value_name(g->a->language->lexicon, number->value) : STR_NONE;
    return !str_equal(value, STR("one")); /* many, mass */
}

static uint32_t add_group(Groups *g, GroupRecord record)
{
    Analysis *a = g->a;
    a->groups = arena_grow(a->arena, a->groups, a->group_count, &a->group_cap, sizeof *a->groups);
    uint32_t index = (uint32_t)a->group_count++;
    a->groups[index] = record;
    for (uint32_t t = record.first; t < record.last; t++)
        g->owner[t] = index;
    return index;
}

/* Determiners and additions between count and noun phrase: "another 22", "the other two". */
static void take_determiners(const Groups *g, GroupRecord *group)
{
    for (int i = 0; i < 3; i++) {
        const Mention *more = before(g, group->first, g->additional);
        const Mention *word = more ? more : before(g, group->first, g->determiner);
        if (!word)
            word = before(g, group->first, g->possessive);
        if (!word || !same_sentence(g, group->first, word->first) || g->owner[word->first] != MENTION_NONE)
            return;
        group->additional = group->additional || more != NULL;
        if (word->cls == g->determiner && !more && str_equal(analysis_value(g->a, word), STR("definite")))
            group->definite = true;
        group->possessed = group->possessed || word->cls == g->possessive;
        if (word->cls == g->possessive || word->cls == g->additional || word->cls == g->determiner)
            group->first = word->first;
    }
}

/* The start of a body's name that ends before the token, with its acronym in parentheses: "Revolutionary Armed Forces
 * of Colombia (FARC) guerrillas"; the token itself when there is none. */
static uint32_t body_before(const Groups *g, uint32_t token)
{
    uint32_t end = token;
    if (end >= 3 && is_sign(g, end - 1, ')') && is_sign(g, end - 3, '('))
        end -= 3;
    for (size_t i = 0; i < 2; i++) {
        const Mention *body = before(g, end, g->bodies[i]);
        if (body && body->last - body->first > 1 && same_sentence(g, body->first, token))
            return body->first;
    }
    return token;
}

/* Walks left from the head over modifiers to a count or determiner. */
static void take_left(const Groups *g, GroupRecord *group)
{
    uint32_t start = group->first;
    uint32_t here = start;
    for (int i = 0; i <= MAX_MODIFIERS; i++) {
        const Mention *count = count_before(g, here);
        if (count) {
            group->count = (uint32_t)(count->data);
            group->first = count->first;
            take_determiners(g, group);
            return;
        }
        const Mention *determiner = before(g, here, g->determiner);
        if (!determiner)
            determiner = before(g, here, g->possessive);
        if (!determiner)
            determiner = before(g, here, g->additional);
        if (determiner && g->owner[determiner->first] == MENTION_NONE) {
            group->first = here;
            take_determiners(g, group);
            return;
        }
        uint32_t body = body_before(g, here);
        if (body < here) {
            here = body;
            continue;
        }
        if (here == 0 || !same_sentence(g, start, here - 1) || !is_modifier(g, here - 1))
            return;
        here--;
    }
}

/* "two of the attackers": the count stands before the preposition. */
static void take_partitive(const Groups *g, GroupRecord *group)
{
    if (group->count != MENTION_NONE || group->first == 0 || !same_sentence(g, group->first, group->first - 1))
        return;
    uint32_t of = group->first - 1;
    for (int i = 0; i < 3 && of > 0 && (g->a->tokens.tokens[of].flags & TOKEN_CAPITAL); i++)
        of--; /* "one of Al-Musawi's relatives" */
    if (!at(g, of, g->closed[0]) || token_text(g, of).len != 2 ||
        !(group->definite || of + 1 < group->first || group->possessed))
        return;
    const Mention *count = count_before(g, of);
    if (!count)
        return;
    group->count = count->data;
    group->first = count->first;
    group->definite = false;
}

/* "police": the same form for one and many, and a modifier as often as not. */
static bool is_mass(const Groups *g, const Mention *head)
{
    const Attr *number = analysis_attr(g->a, head, "number");
    return number && str_equal(lexicon_value_name(g->a->language->lexicon, number->value), STR("mass"));
}

/* "a police patrol", "a student dormitory": a singular people noun before another noun only modifies it. */
static bool is_modifying(const Groups *g, const Mention *head)
{
    uint32_t next = head->last;
    if (!same_sentence(g, head->first, next))
        return false;
    if (at(g, next, g->victim) || at(g, next, g->noun_head))
        return true;
    const Token *token = &g->a->tokens.tokens[next];
    if ((is_plural(g, head) && !is_mass(g, head)) || !(token->flags & TOKEN_WORD) || (token->flags & TOKEN_CAPITAL))
        return false;
    const Mention *word = at(g, next, g->word);
    Str kind = word ? analysis_value(g->a, word) : STR("noun");
    return str_find(kind, STR("noun"), 0) == 0 &&
           !begins_any(g, next, g->closed, sizeof g->closed / sizeof g->closed[0]) &&
           !begins_any(g, next, g->verbs, sizeof g->verbs / sizeof g->verbs[0]);
}

static void find_head_groups(Groups *g)
{
    for (uint32_t t = 0; t < g->a->tokens.count; t++) {
        const Mention *head = at(g, t, g->victim);
        if (!head || g->owner[t] != MENTION_NONE)
            continue;
        if (is_modifying(g, head))
            continue;
        GroupRecord group = {.first = head->first, .last = head->last, .count = MENTION_NONE};
        group.victim_class = class_parse(analysis_value(g->a, head));
        read_subgroups(g, head, &group);
        group.many = is_plural(g, head);
        take_left(g, &group);
        take_partitive(g, &group);
        group.described = !group.many && group.count == MENTION_NONE;
        group.anaphoric = group.definite && group.count == MENTION_NONE;
        (void)add_group(g, group);
        t = head->last - 1;
    }
}

static bool beside_verb(const Groups *g, uint32_t first, uint32_t last)
{
    for (size_t i = 0; i < 2; i++) {
        if (before(g, first, g->verbs[i]))
            return true;
    }
    return same_sentence(g, first, last) && begins_any(g, last, g->verbs, 7);
}

static bool is_name_word(const Groups *g, uint32_t token)
{
    const Token *t = &g->a->tokens.tokens[token];
    return (t->flags & TOKEN_CAPITAL) && (t->flags & TOKEN_WORD) && !(t->flags & (TOKEN_SHOUTED | TOKEN_UPPER)) &&
           g->owner[token] == MENTION_NONE && !over(g, token, g->place) && !over(g, token, g->time) &&
           !begins_any(g, token, g->closed, sizeof g->closed / sizeof g->closed[0]) && !at(g, token, g->determiner) &&
           !at(g, token, g->noun_head);
}

/* The end of a run of two or more capitalised words at the token ("Abdulillah al-Rawi"), or the token itself. */
static uint32_t name_end(const Groups *g, uint32_t token)
{
    uint32_t here = token;
    uint32_t words = 0;
    while (here < g->a->tokens.count && same_sentence(g, token, here) && is_name_word(g, here)) {
        here++;
        words++;
        bool hyphen = is_sign(g, here, '-') && here + 1 < g->a->tokens.count;
        bool particle = here + 1 < g->a->tokens.count && !hyphen && token_text(g, here).len <= 3 &&
                        (g->a->tokens.tokens[here].flags & TOKEN_WORD) &&
                        !(g->a->tokens.tokens[here].flags & TOKEN_CAPITAL) &&
                        !begins_any(g, here, g->closed, sizeof g->closed / sizeof g->closed[0]);
        if (hyphen)
            here++;
        else if (particle && is_sign(g, here + 1, '-'))
            here += 2;
        else if (particle && is_name_word(g, here + 1))
            here++;
    }
    return words >= 2 ? here : token;
}

/* A person's name as the name stage found it, or a run of capitals beside a verb of harm. */
static uint32_t person_end(const Groups *g, uint32_t token)
{
    const Mention *person = at(g, token, g->person);
    if (person)
        return person->last;
    if (token > 0 && is_name_word(g, token - 1) && same_sentence(g, token - 1, token))
        return token;
    uint32_t end = name_end(g, token);
    bool apposed = token >= 2 && is_sign(g, token - 1, ',') && g->owner[token - 2] != MENTION_NONE &&
                   g->a->groups[g->owner[token - 2]].described && same_sentence(g, token - 2, token);
    return end > token && (apposed || beside_verb(g, token, end)) ? end : token;
}

/* "killing him", "she was wounded": somebody told of before. */
static void find_pronoun_groups(Groups *g)
{
    for (uint32_t t = 0; t < g->a->tokens.count; t++) {
        const Mention *pronoun = at(g, t, g->personal);
        if (!pronoun || g->owner[t] != MENTION_NONE || !beside_verb(g, t, pronoun->last))
            continue;
        Str value = analysis_value(g->a, pronoun);
        if (value.len == 5) /* "thing" */
            continue;
        bool many = value.len == 4;
        (void)add_group(g, (GroupRecord){.first = t,
                                         .last = pronoun->last,
                                         .count = MENTION_NONE,
                                         .many = many,
                                         .described = !many,
                                         .anaphoric = true});
    }
}

/* Names of persons: joined to a head right before them ("police officer Ibad Khan"), else groups of their own. */
static void find_named_groups(Groups *g)
{
    for (uint32_t t = 0; t < g->a->tokens.count; t++) {
        uint32_t end = g->owner[t] == MENTION_NONE ? person_end(g, t) : t;
        if (end == t)
            continue;
        uint32_t left = t > 0 && same_sentence(g, t, t - 1) ? g->owner[t - 1] : MENTION_NONE;
        if (left != MENTION_NONE && g->a->groups[left].described) {
            g->a->groups[left].named = true;
            g->a->groups[left].last = end;
            g->a->groups[left].anaphoric = false;
            for (uint32_t k = t; k < end; k++)
                g->owner[k] = left;
        } else {
            (void)add_group(
                g, (GroupRecord){.first = t, .last = end, .count = MENTION_NONE, .described = true, .named = true});
        }
        t = end - 1;
    }
}

/* A count without a noun stands for people only beside a verb of harm, "others", or "including". */
static bool stands_for_people(const Groups *g, const Mention *count)
{
    uint32_t next = count->last;
    bool verb_after =
        same_sentence(g, count->first, next) && begins_any(g, next, g->verbs, sizeof g->verbs / sizeof g->verbs[0]);
    if (verb_after)
        return true;
    for (size_t i = 0; i < 2; i++) { /* "killing 10", "wounded 20" */
        if (before(g, count->first, g->verbs[i]))
            return true;
    }
    uint32_t after_comma = is_sign(g, next, ',') ? next + 1 : next;
    if (same_sentence(g, count->first, after_comma) && at(g, after_comma, g->including))
        return true;
    return count->first > 0 && is_sign(g, count->first - 1, ':') && !same_sentence(g, count->first, next);
}

static void find_bare_groups(Groups *g)
{
    for (uint32_t t = 0; t < g->a->tokens.count; t++) {
        const Mention *count = at(g, t, g->count);
        if (!count || !count_is_usable(g, count) || !stands_for_people(g, count))
            continue;
        GroupRecord group = {.first = t, .last = count->last, .count = count->data, .many = true, .bare = true};
        take_determiners(g, &group);
        (void)add_group(g, group);
        t = count->last - 1;
    }
}

/* The end of a noun phrase at the token: words up to the next closed-class word, verb, sign or group. */
static uint32_t phrase_end(const Groups *g, uint32_t token)
{
    uint32_t here = token;
    while (here < token + MAX_MODIFIERS && here < g->a->tokens.count && same_sentence(g, token, here) &&
           (g->a->tokens.tokens[here].flags & TOKEN_WORD) && is_modifier(g, here))
        here++;
    return here;
}

/* Whether the token stands where a verb or noun of harm has its object: "killed …", "the assassination of …". */
static bool is_object(const Groups *g, uint32_t token)
{
    if (token == 0 || g->owner[token] != MENTION_NONE || !same_sentence(g, token - 1, token))
        return false;
    const Mention *verb = before(g, token, g->verbs[0]);
    if (verb || before(g, token, g->verbs[1]))
        return !verb || !analysis_attr(g->a, verb, "object");
    return token >= 2 && at(g, token - 1, g->closed[0]) && token_text(g, token - 1).len == 2 &&
           before(g, token - 1, g->verbs[4]);
}

static unsigned capitals_between(const Groups *g, uint32_t first, uint32_t last)
{
    unsigned n = 0;
    for (uint32_t t = first; t < last; t++)
        n += (g->a->tokens.tokens[t].flags & TOKEN_CAPITAL) && !(g->a->tokens.tokens[t].flags & TOKEN_SHOUTED);
    return n;
}

/* "killed a forester", "murdered his cousin", "killing party leader Kamal Aziz": whoever is killed is a person, whatever
 * the noun. */
static void find_object_groups(Groups *g)
{
    for (uint32_t t = 1; t < g->a->tokens.count; t++) {
        if (!is_object(g, t))
            continue;
        const Mention *determiner = at(g, t, g->determiner);
        if (!determiner)
            determiner = at(g, t, g->possessive);
        uint32_t noun = determiner ? determiner->last : t;
        uint32_t end = at(g, noun, g->count) ? noun : phrase_end(g, noun);
        bool named = !determiner && capitals_between(g, t, end) >= 2;
        if (end == noun || at(g, end - 1, g->noun_head) || (!determiner && !named))
            continue;
        bool definite = determiner && str_equal(analysis_value(g->a, determiner), STR("definite"));
        (void)add_group(g, (GroupRecord){.first = t,
                                         .last = end,
                                         .count = MENTION_NONE,
                                         .described = true,
                                         .named = named,
                                         .anaphoric = definite});
    }
}

static int by_first(const void *x, const void *y)
{
    const GroupRecord *a = x;
    const GroupRecord *b = y;
    return (a->first > b->first) - (a->first < b->first);
}

/* The token behind ", and" or the like after the group; the group's end itself when nothing joins. */
static uint32_t behind_joint(const Groups *g, const GroupRecord *group)
{
    uint32_t here = group->last;
    if (is_sign(g, here, ','))
        here++;
    const Mention *conjunction = at(g, here, g->conjunction);
    return conjunction ? conjunction->last : here;
}

/* "militants killed 10 soldiers and 5 civilians were hurt": the last group begins a clause of its own. */
static bool begins_own_clause(const Groups *g, const GroupRecord *first, const GroupRecord *next)
{
    bool object = before(g, first->first, g->verbs[0]) || before(g, first->first, g->verbs[1]);
    return object && begins_any(g, next->last, g->verbs, 7);
}

static VictimClass join_class(VictimClass x, VictimClass y)
{
    if (x == y || y == CLASS_UNKNOWN)
        return x;
    return x == CLASS_UNKNOWN ? y : CLASS_MIXED;
}

/* "10 officers and policemen": a bare plural behind "and" shares the count. */
static bool shares_count(const GroupRecord *group, const GroupRecord *next)
{
    return group->count != MENTION_NONE && group->many && next->many && next->count == MENTION_NONE &&
           !next->definite && !next->additional && !group->bare;
}

/* "Otakhon Latifi, a member of the opposition": two names of one person. */
static bool is_apposition(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool comma_only = is_sign(g, group->last, ',') && next->first == group->last + 1;
    return comma_only && group->described && next->described && !next->additional && group->named != next->named;
}

static void merge(GroupRecord *group, const GroupRecord *next)
{
    group->last = next->last;
    group->victim_class = join_class(group->victim_class, next->victim_class);
    group->subgroups |= next->subgroups;
    group->named = group->named || next->named;
}

static void add_list(Groups *g, uint32_t first, uint32_t count)
{
    Analysis *a = g->a;
    a->lists = arena_grow(a->arena, a->lists, a->list_count, &a->list_cap, sizeof *a->lists);
    a->lists[a->list_count] = (GroupList){first, count};
    Mention m = {
        .first = a->groups[first].first, .last = a->groups[first + count - 1].last, .cls = analysis_class(a, "GROUPS")};
    m.data = (uint32_t)a->list_count++;
    (void)mention_add(a->arena, &a->mentions, m);
}

/* "five members of the president's guards": the second group says who the first are. */
static bool is_of(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    uint32_t of = group->last;
    if (!at(g, of, g->closed[0]) || token_text(g, of).len != 2 || next->first < of + 1 || next->first > of + 4)
        return false;
    if (next->count != MENTION_NONE || next->described || group->described || !same_sentence(g, of, next->first))
        return false;
    for (uint32_t t = of + 1; t < next->first; t++) {
        if (!(g->a->tokens.tokens[t].flags & TOKEN_CAPITAL))
            return false;
    }
    return true;
}

/* Joins neighbours into lists; a shared count merges two groups into one. */
static void make_lists(Groups *g)
{
    Analysis *a = g->a;
    size_t kept = 0;
    uint32_t list_first = 0;
    for (size_t i = 0; i < a->group_count; i++) {
        GroupRecord *last = kept > 0 ? &a->groups[kept - 1] : NULL;
        bool joined = last && a->groups[i].first == behind_joint(g, last) && last->last < a->groups[i].first &&
                      same_sentence(g, last->first, a->groups[i].first) &&
                      !begins_own_clause(g, &a->groups[list_first], &a->groups[i]);
        if (last && is_of(g, last, &a->groups[i])) {
            merge(last, &a->groups[i]);
            continue;
        }
        if (joined && (shares_count(last, &a->groups[i]) || is_apposition(g, last, &a->groups[i]))) {
            merge(last, &a->groups[i]);
            continue;
        }
        if (!joined && kept > 0)
            add_list(g, list_first, (uint32_t)kept - list_first);
        if (!joined)
            list_first = (uint32_t)kept;
        a->groups[kept++] = a->groups[i];
    }
    if (kept > 0)
        add_list(g, list_first, (uint32_t)kept - list_first);
    a->group_count = kept;
}

void group_find(Analysis *a)
{
    (void)lexicon_class(a->language->lexicon, (Str){"GROUPS", 6});
    Groups g = groups_of(a);
    find_head_groups(&g);
    find_named_groups(&g);
    find_bare_groups(&g);
    find_pronoun_groups(&g);
    find_object_groups(&g);
    if (a->group_count > 0)
        qsort(a->groups, a->group_count, sizeof *a->groups, by_first);
    make_lists(&g);
}
