/*
 * Ages: "24-year-old", "Ana Bek, 27,". They belong to the noun phrase: of two victims they tell which is which.
 */
#include "extract/people/group_parts.h"

enum { OLDEST_YEARS = 120, OF_AGE = 18 };

/* The age that the number at the token may be, 0 where it can be none. */
static unsigned age_at(const Groups *g, uint32_t token)
{
    if (token >= g->a->tokens.count || !(g->a->tokens.tokens[token].flags & TOKEN_NUMBER))
        return 0;
    Str digits = groups_text(g, token);
    unsigned years = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (!char_is_digit(digits.ptr[i]) || i > 2)
            return 0;
        years = years * 10 + (unsigned)(digits.ptr[i] - '0');
    }
    return years <= OLDEST_YEARS ? years : 0;
}

/* The number in words that ends before the token, "seven" of "seven-year-old", and its value; NULL. */
static const Mention *words_before(const Groups *g, uint32_t token, int64_t *value)
{
    const Mention *number = groups_before(g, token, g->number);
    return number && str_number(analysis_value(g->a, number), value) ? number : NULL;
}

/* The number in words that begins at the token, and its value; NULL. */
static const Mention *words_at(const Groups *g, uint32_t token, int64_t *value)
{
    const Mention *number = age_at(g, token) > 0 ? NULL : groups_at(g, token, g->number);
    return number && str_number(analysis_value(g->a, number), value) && *value > 0 ? number : NULL;
}

static bool is_age(const Groups *g, uint32_t token)
{
    return age_at(g, token) > 0;
}

/* An age in words or figures: where it ends, the years it tells (a child's in months is 1), and whether it is plain to be one. */
typedef struct {
    uint32_t last; /* the token where it begins where none does */
    unsigned years;
    bool with_unit;
    bool in_words;
} Age;

/* "One year | and four months": over the lesser unit; the token itself where none follows. */
static uint32_t over_lesser_unit(const Groups *g, uint32_t token)
{
    const Mention *and = groups_at(g, token, g->conjunction);
    int64_t ignored = 0;
    const Mention *words = and? words_at(g, and->last, &ignored) : NULL;
    uint32_t behind = words ? words->last : and&&is_age(g, and->last) ? and->last + 1 : token;
    const Mention *unit = behind > token ? groups_at(g, behind, g->age_unit) : NULL;
    return unit ? unit->last : token;
}

/* "8 | or 9 years old", "(aged between) 10 | and 12": over the second number; the token itself where none follows, or none with a unit where
 * no range was opened. */
static uint32_t over_second(const Groups *g, uint32_t token, bool range)
{
    const Mention *and = groups_at(g, token, g->conjunction);
    int64_t ignored = 0;
    const Mention *words = and? words_at(g, and->last, &ignored) : NULL;
    uint32_t behind = words ? words->last : and&&is_age(g, and->last) ? and->last + 1 : token;
    return range || (behind > token && groups_at(g, behind, g->age_unit)) ? behind : token;
}

/* The age at the token: "27", "27 years old", "four months", "two and a half", "less than a year old". */
static Age age_from(const Groups *g, uint32_t token)
{
    Age none = {.last = token};
    const Mention *less = groups_at(g, token, g->age_less);
    uint32_t here = less ? less->last : token;
    int64_t spelled = 0;
    const Mention *words = words_at(g, here, &spelled);
    const Mention *article = less && !words ? groups_at(g, here, g->determiner) : NULL;
    Age age = {.last = here + 1, .years = age_at(g, here), .in_words = words || article};
    if (words || article) {
        age.years = words ? (unsigned)spelled : 1;
        age.last = words ? words->last : article->last;
    }
    if (age.years == 0 || !groups_same_sentence(g, token, age.last - 1))
        return none;
    const Mention *half = groups_at(g, age.last, g->age_half);
    const Mention *opened = groups_before(g, token, g->aged);
    bool range = opened && opened->last - opened->first > 1; /* "aged between" */
    age.last = half ? half->last : over_second(g, age.last, range);
    const Mention *unit = groups_at(g, age.last, g->age_unit);
    age.with_unit = unit != NULL;
    if (less && (!unit || age.years > 1))
        return none; /* "less than two" */
    if (unit) {
        age.years = str_equal(analysis_value(g->a, unit), STR("months")) ? 1 : age.years;
        age.last = over_lesser_unit(g, unit->last);
    }
    return age;
}

/* Behind "aged", "who was", "who was only", where an age may follow; the token itself where none of them begins there. */
static uint32_t behind_aged(const Groups *g, uint32_t token)
{
    const Mention *aged = groups_at(g, token, g->aged);
    if (aged)
        return aged->last;
    uint32_t here = groups_behind_who_was(g, token);
    const Mention *adverb = here > token ? groups_at(g, here, g->adverb) : NULL;
    return adverb ? adverb->last : here;
}

/* Whether "who was" or "who was only" ends before the token. */
static bool is_behind_who_was(const Groups *g, uint32_t token)
{
    enum { LONGEST = 3 };
    for (uint32_t t = token; t > 0 && token - t < LONGEST; t--)
        if (groups_at(g, t - 1, g->closed[5]))
            return behind_aged(g, t - 1) == token;
    return false;
}

/* "Who was | 17,", "who was | one year old,"; not "who was | one of", "who was | 12 years in office". */
static bool is_told_of(const Groups *g, uint32_t token, const Age *age)
{
    bool ends = !groups_same_sentence(g, token - 1, age->last) || groups_at(g, age->last, g->opener) ||
                groups_at(g, age->last, g->conjunction) || (g->a->tokens.tokens[age->last].flags & TOKEN_PUNCT) != 0;
    return ends && (age->with_unit || !age->in_words);
}

/* The years that the token's "17-year-old", "less than a year old" tells, where the noun behind it is of an age; 0. */
static unsigned hyphened_at(const Groups *g, uint32_t t)
{
    const Mention *behind = groups_at(g, t + 1, g->victim);
    if (!behind && groups_is_sign(g, t + 1, '-'))
        behind = groups_at(g, t + 2, g->victim);
    if (!behind || !groups_tells_age(g, behind))
        return 0;
    int64_t spelled = 0;
    bool less = groups_at(g, t, g->determiner) && groups_before(g, t, g->age_less);
    unsigned years = words_before(g, t + 1, &spelled) ? (unsigned)spelled : less ? 1 : age_at(g, t);
    return years > 0 && analysis_attr(g->a, behind, "young") ? 1 : years;
}

/* "Sisters | of 9 and 11", "brothers of 20 and 22": one age for each of several. */
static bool are_two_ages(const Groups *g, const Mention *head, uint32_t of)
{
    const Attr *number = analysis_attr(g->a, head, "number");
    const Mention *and = groups_at(g, of + 2, g->conjunction);
    return number && str_is(lexicon_value_name(g->a->language->lexicon, number->value), "many") &&
           and&&is_age(g, and->last) && groups_same_sentence(g, of, and->last);
}

/* "A man | of 31", "two boys | of 12 and 14": whether the token opens an age, as it does behind a word of sex or for children; not
 * "a mother of 3", "a crew of 12". */
static bool opens_age_of(const Groups *g, uint32_t token)
{
    enum { MOST_CHILDREN = 12 };
    if (!groups_is_of(g, token) || !is_age(g, token + 1))
        return false;
    const Mention *head = groups_before(g, token, g->victim);
    const Attr *sub = head ? analysis_attr(g->a, head, "sub") : NULL;
    Str who = sub ? lexicon_value_name(g->a->language->lexicon, sub->value) : STR_NONE;
    bool sexed = str_equal(who, STR("men")) || str_equal(who, STR("women"));
    return str_equal(who, STR("children")) || (sexed && age_at(g, token + 1) > MOST_CHILDREN) ||
           (head && (sexed || class_parse(analysis_value(g->a, head)) == CLASS_UNKNOWN) &&
            are_two_ages(g, head, token));
}

/* The years that the number at the token tells as an age, 0 where it tells none: "17-year-old", "Ana Bek, 27,", "Ana Bek (6
 * months)"; more: behind another of several, "aged 15 to | 19". */
static unsigned told_at(const Groups *g, const GroupRecord *group, uint32_t t, bool more)
{
    unsigned hyphened = hyphened_at(g, t);
    bool counts = group->count != MENTION_NONE && t < g->a->counts[group->count].last;
    if (hyphened > 0 || t == group->first || counts)
        return hyphened; /* "eleven (11) persons" */
    bool aged = groups_before(g, t, g->aged) || opens_age_of(g, t - 1);
    bool told = !aged && is_behind_who_was(g, t);
    bool joined = more && (groups_before(g, t, g->conjunction) || groups_before(g, t, g->closed[0]));
    if (!aged && !told && !joined && !groups_is_sign(g, t - 1, ',') && !groups_is_sign(g, t - 1, '('))
        return 0;
    Age age = age_from(g, t);
    return aged || age.with_unit || !age.in_words ? age.years : 0;
}

/* A stated age says who is a child, whatever the noun: "his daughter, 34", "17-year-old man"; of several, the oldest is. */
void groups_take_age(const Groups *g, GroupRecord *group)
{
    unsigned years = 0;
    for (uint32_t t = group->first; t < group->last; t++) {
        unsigned told = told_at(g, group, t, group->many && years > 0);
        years = told > 0 && !(group->many && told < years) ? told : years;
    }
    group->years = years;
    group->sex = groups_sex_of_all(g, group);
    if (!(group->subgroups & (SUBGROUP_CHILDREN | SUBGROUP_WOMEN | SUBGROUP_MEN)))
        group->subgroups |= groups_sex_told(g, group);
    if (years >= OF_AGE)
        group->subgroups &= ~(unsigned)SUBGROUP_CHILDREN;
    else if (years > 0)
        group->subgroups = (group->subgroups & ~(unsigned)(SUBGROUP_WOMEN | SUBGROUP_MEN)) | SUBGROUP_CHILDREN;
}

bool groups_tells_age(const Groups *g, const Mention *head)
{
    const Attr *sub = analysis_attr(g->a, head, "sub");
    return sub && str_equal(lexicon_value_name(g->a->language->lexicon, sub->value), STR("age"));
}

uint32_t groups_age_before(const Groups *g, const Mention *head)
{
    if (!groups_tells_age(g, head))
        return head->first;
    uint32_t here = head->first;
    if (here > 0 && groups_is_sign(g, here - 1, '-'))
        here--;
    if (here == 0 || !groups_same_sentence(g, here - 1, head->first) || g->owner[here - 1] != MENTION_NONE)
        return head->first;
    int64_t ignored = 0;
    const Mention *word = words_before(g, here, &ignored);
    const Mention *article = word ? NULL : groups_before(g, here, g->determiner);
    const Mention *less = article ? groups_before(g, article->first, g->age_less) : NULL;
    return is_age(g, here - 1) ? here - 1 : word ? word->first : less ? less->first : head->first;
}

/* The token behind what the bracket at `last` remarks on a name: "(53 years old, female)", "(Umm Musa)", "(also known as Abu
 * Aram)"; last where people or deeds of their own stand in it. */
static uint32_t behind_remark(const Groups *g, uint32_t last)
{
    enum { LONGEST = 10 };
    for (uint32_t t = last + 1; t <= last + LONGEST && groups_same_sentence(g, last, t); t++) {
        if (groups_is_sign(g, t, ')'))
            return t + 1;
        if (g->owner[t] != MENTION_NONE || groups_begins_any(g, t, &g->finite_any) || groups_at(g, t, g->count))
            return last;
    }
    return last;
}

bool groups_is_remark(const Groups *g, const Mention *head)
{
    enum { LONGEST = 6 };
    uint32_t first = groups_age_before(g, head); /* "(less than a | year old)" */
    bool alone = first > 0 && (groups_is_sign(g, first - 1, ',') || groups_is_sign(g, first - 1, '('));
    if (!alone || !(groups_is_sign(g, head->last, ')') || groups_is_sign(g, head->last, ',')))
        return false;
    uint32_t t = first - 1;
    for (uint32_t n = 0; n < LONGEST && t > 0 && !groups_is_sign(g, t, '('); n++)
        t--;
    return t > 0 && groups_is_sign(g, t, '(') && analysis_is_name(g->a, t - 1);
}

/* Behind "(27)", "(27 years old)", "(aged 17 or 18)", "(four months, female)"; last where no such age stands there. */
static uint32_t behind_bracket(const Groups *g, uint32_t last)
{
    enum { LONGEST = 12 };
    if (!groups_is_sign(g, last, '(') || !groups_same_sentence(g, last - 1, last))
        return last;
    const Mention *aged = groups_at(g, last + 1, g->aged);
    uint32_t first = behind_aged(g, last + 1);
    Age age = age_from(g, first);
    if (age.last == first || (age.in_words && !age.with_unit && !aged))
        return last;
    for (uint32_t t = age.last; t <= last + LONGEST && groups_same_sentence(g, last, t); t++) {
        if (groups_is_sign(g, t, ')'))
            return t + 1;
        const Mention *unit = groups_at(g, t, g->age_unit);
        bool goes_on = is_age(g, t) || groups_at(g, t, g->conjunction) || groups_is_sign(g, t, '-') ||
                       groups_is_sign(g, t, ',') || groups_at(g, t, g->sex_word);
        if (!unit && !goes_on)
            return last;
        t = unit ? unit->last - 1 : t;
    }
    return last;
}

/* The token behind a place, or behind capitals that may be one's name; the token itself where none stands there. */
static uint32_t behind_place(const Groups *g, uint32_t token)
{
    enum { LONGEST = 3 };
    const Mention *place = groups_at(g, token, g->place);
    uint32_t end = place ? place->last : token;
    while (!place && end < token + LONGEST && groups_same_sentence(g, token, end) && analysis_is_name(g->a, end) &&
           g->owner[end] == MENTION_NONE)
        end++;
    return end;
}

/* "Ana Bek | of Goma |, Juan Sol | of Vale |", "Ana Bek, | from Goma |, and": where who is named in a row comes from; last where no such words
 * stand there, or no row goes on behind them. */
static uint32_t behind_origin(const Groups *g, uint32_t last)
{
    bool comma = groups_is_sign(g, last, ',');
    uint32_t at = comma ? last + 1 : last;
    const Mention *from = groups_at(g, at, g->closed[0]);
    if (!from || !groups_same_sentence(g, last - 1, from->last) ||
        !mention_begins(&g->a->mentions, at, analysis_class(g->a, "MEMBER_LINK")))
        return last;
    uint32_t end = behind_place(g, from->last);
    const Mention *and = end > from->last ? groups_at(g, end, g->conjunction) : NULL;
    uint32_t next = and? and->last : end + 1;
    bool goes_on = end > from->last && groups_same_sentence(g, last, next) &&
                   ((and&&!comma) || groups_is_sign(g, end, ',') || groups_is_sign(g, end, ';'));
    return goes_on && (analysis_is_name(g->a, next) || groups_at(g, next, g->conjunction)) ? end : last;
}

uint32_t groups_remark_behind(const Groups *g, uint32_t last)
{
    uint32_t age = groups_age_behind(g, last);
    bool bracket = age == last && groups_is_sign(g, last, '(') && groups_same_sentence(g, last - 1, last);
    return behind_origin(g, bracket ? behind_remark(g, last) : age);
}

/* Whether a phrase that ends before `next` ends there: at a sign, its verb, or what opens another phrase. */
static bool ends_phrase(const Groups *g, uint32_t first, uint32_t next)
{
    return !groups_same_sentence(g, first, next) || groups_is_sign(g, next, ',') || groups_is_sign(g, next, '.') ||
           groups_is_sign(g, next, ';') || groups_at(g, next, g->closed[0]) || groups_at(g, next, g->conjunction) ||
           groups_begins_any(g, next, &g->finite_any);
}

/* Behind "in his 40s"; last where no decade of life stands there. */
static uint32_t behind_decade(const Groups *g, uint32_t last)
{
    const Mention *in = groups_at(g, last, g->closed[0]);
    const Mention *whose = in ? groups_at(g, in->last, g->possessive) : NULL;
    const Mention *decade = whose ? groups_at(g, whose->last, g->age_decade) : NULL;
    return decade && groups_same_sentence(g, last - 1, decade->first) ? decade->last : last;
}

uint32_t groups_age_behind(const Groups *g, uint32_t last)
{
    uint32_t bracket = behind_bracket(g, last);
    if (bracket > last)
        return bracket;
    bool comma = groups_is_sign(g, last, ',');
    const Mention *aged = groups_at(g, comma ? last + 1 : last, g->aged);
    uint32_t first = aged ? aged->last : comma ? behind_aged(g, last + 1) : last + 1;
    bool told = comma && !aged && first > last + 1;
    if (!(comma || aged || opens_age_of(g, last)) || !groups_same_sentence(g, last - 1, first))
        return behind_decade(g, last);
    Age age = age_from(g, first);
    uint32_t next = age.last;
    if (next == first || (age.in_words && !age.with_unit && !aged))
        return last;
    return (told ? is_told_of(g, first, &age) : ends_phrase(g, first, next)) ? next : last;
}

/* The token where the next age of several stands: behind a comma, "and", a word that says that ages follow (*spelled), or, where
 * one did, "16 to | 43"; `here` where none can. */
static uint32_t next_age(const Groups *g, uint32_t here, bool opens, bool *spelled, bool *range)
{
    uint32_t next = groups_is_sign(g, here, ',') ? here + 1 : here;
    const Mention *word = opens ? groups_at(g, next, g->aged) : groups_at(g, next, g->conjunction);
    if (opens && next == here && opens_age_of(g, here)) {
        *spelled = true;
        return here + 1;
    }
    if (!word && !opens && *spelled && next == here) {
        int64_t ignored = 0;
        word = groups_at(g, next, g->closed[0]);
        bool age = word && (is_age(g, word->last) || words_at(g, word->last, &ignored)); /* not "aged 4 and 7 in" */
        word = age ? word : NULL;
        *range = *range || word;
    }
    *range = *range || (opens && word && word->last - word->first > 1); /* "aged between" */
    *spelled = *spelled || (opens && word);
    return word ? word->last : next;
}

uint32_t groups_ages_behind(const Groups *g, uint32_t last, int *listed)
{
    enum { MOST_AGES = 12 };
    bool range = false;
    uint32_t here = last;
    int ages = 0;
    bool spelled = false;
    while (ages < MOST_AGES) {
        uint32_t next = next_age(g, here, ages == 0, &spelled, &range);
        int64_t ignored = 0;
        const Mention *words = spelled ? words_at(g, next, &ignored) : NULL; /* "aged three and five" */
        if (next == here || !groups_same_sentence(g, last - 1, next) || !(words || is_age(g, next)))
            break;
        here = words ? words->last : next + 1;
        ages++;
    }
    bool closes = groups_is_sign(g, here, ',') || (spelled && ends_phrase(g, last, here));
    bool told = ages > (spelled ? 0 : 1) && closes;
    *listed = told && !range ? ages : 0; /* "her sons, 7 and 8, were" */
    return told ? here : behind_decade(g, last);
}

void groups_take_ages(const Groups *g, int ages, GroupRecord *group)
{
    if (ages < 2 || group->count != MENTION_NONE || group->definite)
        return;
    CountRecord words = {.first = group->first, .last = group->last};
    group->count = groups_add_count(g->a, &words, (Interval){ages, ages}, COUNT_EXACT);
}
