#include "extract/people/group_parts.h"

#include <assert.h>

/* By sentence: whether a figure of people may be told in it or the next, by verbs and nouns of harm, or by a noun for those
 * whom a shot has hit ("gunshot victims"). */
static bool *live_sentences(Analysis *a, uint16_t victim)
{
    const MentionList *list = &a->mentions;
    size_t count = a->tokens.sentence_count;
    bool *live = ARENA_ARRAY(a->scratch, bool, count + 1);
    for (uint32_t s = 0; s < count; s++)
        live[s] = rules_gate_opens(a->language->casualty_gate, list, s);
    for (uint32_t m = mention_first(list, victim); m != MENTION_NONE; m = mention_after(list, m)) {
        if (analysis_attr(a, &list->items[m], "harm"))
            live[analysis_sentence(a, list->items[m].first)] = true;
    }
    for (size_t s = 0; s < count; s++)
        live[s] = live[s] || live[s + 1]; /* the next is not yet changed */
    return live;
}

/* Sets of classes that are asked for together. */
static void set_unions(Groups *g)
{
    enum { FINITE = 7 }; /* the others, of leaving and tolls, have prepositions too */
    g->verbs_any = class_set_of(g->verbs, sizeof g->verbs / sizeof g->verbs[0]);
    g->finite_any = class_set_of(g->verbs, FINITE);
    g->closed_any = class_set_of(g->closed, sizeof g->closed / sizeof g->closed[0]);
    g->nameless = class_set_of((const uint16_t[]){g->determiner, g->noun_head}, 2);
    class_set_join(&g->nameless, &g->closed_any);
    g->things_any = class_set_of(g->things, sizeof g->things / sizeof g->things[0]);
    g->spots = class_set_of((const uint16_t[]){g->place, g->time, g->outlet}, 3);
}

static uint32_t *owned_by_none(const Analysis *a)
{
    uint32_t *owner = ARENA_ARRAY(a->scratch, uint32_t, a->tokens.count + 1);
    for (size_t t = 0; t <= a->tokens.count; t++)
        owner[t] = MENTION_NONE;
    return owner;
}

/* What is noted by token and by sentence. */
static void set_tables(Groups *g)
{
    g->owner = owned_by_none(g->a);
    g->live = live_sentences(g->a, g->victim);
}

Groups groups_of(Analysis *a)
{
    Groups g = {
        .a = a,
        .victim = analysis_class(a, "VICTIM"),
        .person = analysis_class(a, "PERSON"),
        .given_name = analysis_class(a, "FIRST_NAME"),
        .title = analysis_class(a, "TITLE"),
        .count = analysis_class(a, "COUNT"),
        .number = analysis_class(a, "TNUM"),
        .time = analysis_class(a, "TIME"),
        .determiner = analysis_class(a, "DETERMINER"),
        .possessive = analysis_class(a, "POSSESSIVE"),
        .additional = analysis_class(a, "ADDITIONAL"),
        .ordinal = analysis_class(a, "TORD"),
        .conjunction = analysis_class(a, "CONJUNCTION"),
        .including = analysis_class(a, "INCLUDING"),
        .noun_head = analysis_class(a, "NOUN_HEAD"),
        .common = analysis_class(a, "COMMON"),
        .personal = analysis_class(a, "PERSONAL"),
        .adverb = analysis_class(a, "ADVERB"),
        .place = analysis_class(a, "PLACE"),
        .say = analysis_class(a, "SAY"),
        .opener = analysis_class(a, "CLAUSE_OPENER"),
        .body = analysis_class(a, "BODY"),
        .found = analysis_class(a, "FOUND"),
        .link = analysis_class(a, "NOUN_LINK"),
        .company = analysis_class(a, "COMPANY"),
        .collective = analysis_class(a, "COLLECTIVE"),
        .things = {analysis_class(a, "TARGET"), analysis_class(a, "WEAPON"), analysis_class(a, "NO_PERSON")},
        .houses = {analysis_class(a, "FORCE"), analysis_class(a, "CARE")},
        .land = analysis_class(a, "PLACE_PART"),
        .fatal = analysis_class(a, "FATALLY"),
        .member = analysis_class(a, "FORCE_PART"),
        .excepted = analysis_class(a, "EXCEPTED"),
        .share = analysis_class(a, "SHARE"),
        .unharmed = analysis_class(a, "UNHARMED"),
        .aged = analysis_class(a, "AGED"),
        .age_unit = analysis_class(a, "AGE_UNIT"),
        .age_less = analysis_class(a, "AGE_LESS"),
        .age_half = analysis_class(a, "AGE_HALF"),
        .age_decade = analysis_class(a, "AGE_DECADE"),
        .sex_word = analysis_class(a, "SEX_WORD"),
        .sex_pronoun = analysis_class(a, "SEX_PRONOUN"),
        .human = analysis_class(a, "TARGET_HUMAN"),
        .kunya = analysis_class(a, "KUNYA"),
        .called = analysis_class(a, "CALLED"),
        .outlet = analysis_class(a, "OUTLET"),
        .demonym = analysis_class(a, "DEMONYM"),
        .deeds = analysis_class(a, "EVENT_NOUN"),
        .bodies = {analysis_class(a, "PARTY"), analysis_class(a, "ORG")},
        .verbs = {analysis_class(a, "HARM_PP"), analysis_class(a, "HARM_ACT"), analysis_class(a, "HARM_INTRANS"),
                  analysis_class(a, "HARM_ADJ"), analysis_class(a, "HARM_NOUN"), analysis_class(a, "BE"),
                  analysis_class(a, "HAVE"), analysis_class(a, "LEAVE"), analysis_class(a, "TOLL_VERB")},
        .closed = {analysis_class(a, "PREPOSITION"), analysis_class(a, "CONJUNCTION"), analysis_class(a, "MODAL"),
                   analysis_class(a, "NEGATION"), analysis_class(a, "PRONOUN"), analysis_class(a, "RELATIVE"),
                   analysis_class(a, "INCLUDING")},
    };
    set_unions(&g);
    set_tables(&g);
    return g;
}

uint32_t groups_next(const Groups *g, uint32_t token, const ClassSet *set)
{
    const MentionList *list = &g->a->mentions;
    for (;;) {
        token = mention_next_sentence(list, token, set);
        if (token >= list->token_count)
            return token;
        uint32_t sentence = list->tokens[token].sentence;
        uint32_t last = list->ranges[sentence].last;
        token = g->live[sentence] ? mention_next_before(list, token, last, set) : last;
        if (token < last)
            return token;
    }
}

const Mention *groups_ending(const Groups *g, uint32_t token, uint16_t cls)
{
    enum { LONGEST = 8 };
    if (!groups_same_sentence(g, token - 1, token))
        return NULL;
    uint32_t m = mention_over(&g->a->mentions, token - 1, cls, LONGEST);
    const Mention *found = m == MENTION_NONE ? NULL : &g->a->mentions.items[m];
    return found && found->last == token ? found : NULL;
}

bool groups_over(const Groups *g, uint32_t token, uint16_t cls)
{
    enum { LONGEST = 8 };
    return cls && mention_over(&g->a->mentions, token, cls, LONGEST) != MENTION_NONE;
}

bool groups_is_of(const Groups *g, uint32_t token)
{
    const Mention *preposition = groups_at(g, token, g->closed[0]);
    return preposition && str_equal(analysis_value(g->a, preposition), STR("of"));
}

/* Whether a token may stand between count and head: "11 suspected Baloch separatist militants". */
bool groups_is_modifier(const Groups *g, uint32_t token)
{
    const Token *t = &g->a->tokens.tokens[token];
    if (t->flags & TOKEN_PUNCT)
        return groups_is_sign(g, token, '-') || groups_is_sign(g, token, '\'') ||
               analysis_is_quote(groups_text(g, token));
    if (g->owner[token] != MENTION_NONE || groups_over(g, token, g->time))
        return false;
    return !groups_begins_any(g, token, &g->verbs_any) && !groups_begins_any(g, token, &g->closed_any);
}

bool groups_is_model(const Groups *g, uint32_t token)
{
    const Token *tokens = g->a->tokens.tokens;
    uint32_t number = token + 2;
    return groups_same_sentence(g, token, number) && groups_is_sign(g, token + 1, '-') &&
           (tokens[token].flags & TOKEN_CAPITAL) && (tokens[number].flags & TOKEN_NUMBER) &&
           !((tokens[token + 1].flags | tokens[number].flags) & TOKEN_SPACE_BEFORE);
}

/* Whether the token stands in an expression that could be placed on the calendar: its numbers count no people. */
static bool is_day(const Groups *g, uint32_t token)
{
    enum { LONGEST = 8 };
    uint32_t m = g->time ? mention_over(&g->a->mentions, token, g->time, LONGEST) : MENTION_NONE;
    if (m == MENTION_NONE)
        return false;
    assert(g->a->mentions.items);
    if (g->a->mentions.items[m].data >= g->a->time_count)
        return false;
    return window_is_known(g->a->times[g->a->mentions.items[m].data].window);
}

/* "the R-14 members", "an F-16 pilot": behind a letter and a hyphen, all in one, a number belongs to a name. */
static bool ends_designation(const Groups *g, uint32_t token)
{
    enum { LONGEST = 2 };
    if (token < 2 || !groups_is_sign(g, token - 1, '-') || !groups_same_sentence(g, token - 2, token))
        return false;
    const Token *tokens = g->a->tokens.tokens;
    bool attached = !((tokens[token].flags | tokens[token - 1].flags) & TOKEN_SPACE_BEFORE);
    return attached && (tokens[token - 2].flags & TOKEN_WORD) && groups_text(g, token - 2).len <= LONGEST &&
           (tokens[token - 2].flags & (TOKEN_UPPER | TOKEN_CAPITAL));
}

/* Whether what is joined begins with a word of its own: "and | a clerk", "and | his driver", "and | then himself", "and | died". */
static bool opens_phrase(const Groups *g, uint32_t token)
{
    return groups_at(g, token, g->determiner) || groups_at(g, token, g->possessive) || groups_at(g, token, g->count) ||
           groups_at(g, token, g->adverb) || groups_at(g, token, g->personal) ||
           groups_begins_any(g, token, &g->finite_any);
}

/* "Both | guards and clerks", "both | Ana Bek and Juan Sol": a word that goes with the "and", and no number; "both guards and a clerk" are
 * two and one. */
static bool is_of_conjunction(const Groups *g, const Mention *count)
{
    enum { REACH = 4 };
    if (!groups_at(g, count->first, g->determiner))
        return false;
    for (uint32_t t = count->last; t <= count->last + REACH && groups_same_sentence(g, count->first, t); t++) {
        const Mention *and = groups_at(g, t, g->conjunction);
        if (and&&t > count->last && analysis_is_name(g->a, t - 1))
            return !groups_behind_verb(g, count->first); /* "shot both Ana Bek and Juan": two */
        if (and)
            return t > count->last && groups_same_sentence(g, t, and->last) && !opens_phrase(g, and->last);
        if (!(g->a->tokens.tokens[t].flags & TOKEN_WORD) || groups_begins_any(g, t, &g->closed_any) ||
            groups_begins_any(g, t, &g->verbs_any) || groups_at(g, t, g->possessive))
            return false;
    }
    return false;
}

bool groups_count_is_usable(const Groups *g, const Mention *count)
{
    if (!count || g->owner[count->first] != MENTION_NONE || groups_before(g, count->first, g->closed[3]) ||
        groups_at(g, count->first, g->excepted))
        return false;
    if (groups_before(g, count->first, g->aged) || groups_at(g, count->last, g->age_unit))
        return false; /* "aged between 40 and 45", "20 days later" */
    if (groups_is_sign(g, count->last, '-') && groups_at(g, count->last + 1, g->conjunction))
        return false; /* "a 17- and 19-year-old" */
    for (uint32_t t = count->first; t < count->last; t++) {
        if (is_day(g, t))
            return false;
    }
    return !ends_designation(g, count->first) && !is_of_conjunction(g, count);
}

const Mention *groups_count_before(const Groups *g, uint32_t token)
{
    const Mention *count = groups_before(g, token, g->count);
    return groups_count_is_usable(g, count) ? count : NULL;
}

bool groups_is_of_one(const Groups *g, const GroupRecord *group)
{
    bool one = !group->bare && group->count != MENTION_NONE && g->a->counts[group->count].quantity.high == 1;
    return group->described || one;
}

bool groups_behind_verb(const Groups *g, uint32_t first)
{
    return groups_before(g, first, g->verbs[0]) || groups_before(g, first, g->verbs[1]);
}

bool groups_before_verb(const Groups *g, uint32_t first, uint32_t last)
{
    if (!groups_same_sentence(g, first, last) || groups_begins_any(g, last, &g->finite_any))
        return groups_same_sentence(g, first, last);
    const Mention *adverb = groups_at(g, last, g->adverb); /* "he later died" */
    return adverb && groups_same_sentence(g, first, adverb->last) && groups_begins_any(g, adverb->last, &g->finite_any);
}

uint32_t groups_add(Groups *g, GroupRecord record)
{
    Analysis *a = g->a;
    a->groups = arena_grow(a->scratch, a->groups, a->group_count, &a->group_cap, sizeof *a->groups);
    uint32_t index = (uint32_t)a->group_count++;
    a->groups[index] = record;
    for (uint32_t t = record.first; t < record.last; t++)
        g->owner[t] = index;
    return index;
}

const Mention *groups_collective_before(const Groups *g, uint32_t count)
{
    return count >= 2 && groups_is_of(g, count - 1) ? groups_before(g, count - 1, g->collective) : NULL;
}
