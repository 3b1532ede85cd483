/*
 * Counts: [qualifier] quantity [qualifier after]. Which words are numbers, qualifiers and joints is lexicon data
 * (numbers.tsv); how quantities are put together is the same in every language that counts left to right.
 */
#include <assert.h>

#include "extract/analysis/analysis.h"
#include "extract/count/count_number.h"

/* The classes that counts are made of, looked up once a document. */
typedef struct {
    Analysis *a;
    NumberClasses numbers;
    uint16_t quantity;
    uint16_t qualifier;
    uint16_t say;
    uint16_t party;
    uint16_t pronoun;
    uint16_t have;
    uint16_t qualifier_after;
    uint16_t range_join;
    uint16_t range_and;
    uint16_t range_open;
    uint16_t step;
    uint16_t conjunction;
    uint16_t move;
    uint16_t toll;
    uint16_t not_before;
    uint16_t not_after;
    uint16_t month[2];
} CountClasses;

static CountClasses classes_of(Analysis *a)
{
    return (CountClasses){
        .a = a,
        .numbers = number_classes(a),
        .quantity = analysis_class(a, "QUANTITY"),
        .qualifier = analysis_class(a, "QUALIFIER"),
        .say = analysis_class(a, "SAY"),
        .party = analysis_class(a, "PARTY"),
        .pronoun = analysis_class(a, "ANAPHOR"),
        .have = analysis_class(a, "HAVE"),
        .qualifier_after = analysis_class(a, "QUALIFIER_AFTER"),
        .range_join = analysis_class(a, "RANGE_JOIN"),
        .range_and = analysis_class(a, "RANGE_AND"),
        .range_open = analysis_class(a, "RANGE_OPEN"),
        .step = analysis_class(a, "STEP"),
        .conjunction = analysis_class(a, "CONJUNCTION"),
        .move = analysis_class(a, "TOLL_MOVE"),
        .toll = analysis_class(a, "TOLL"),
        .not_before = analysis_class(a, "NOT_COUNT_BEFORE"),
        .not_after = analysis_class(a, "NOT_COUNT_AFTER"),
        .month = {analysis_class(a, "TMONTH"), analysis_class(a, "TMON")},
    };
}

/* The mention of the class that begins at the token, or NULL. */
static const Mention *at(const CountClasses *c, uint32_t token, uint16_t cls)
{
    uint32_t m = token < c->a->tokens.count ? mention_at(&c->a->mentions, token, cls) : MENTION_NONE;
    return m == MENTION_NONE ? NULL : &c->a->mentions.items[m];
}

/* "2..5" and "2.." of a word quantity. */
static bool read_word_range(Str value, Interval *out)
{
    size_t dots = str_find(value, (Str){"..", 2}, 0);
    if (dots == SIZE_MAX || !str_number(str_slice(value, 0, dots), &out->low))
        return false;
    out->high = INTERVAL_OPEN;
    Str high = str_drop(value, dots + 2);
    return high.len == 0 || str_number(high, &out->high);
}

static bool glued(const CountClasses *c, uint32_t token)
{
    return token < c->a->tokens.count && !(c->a->tokens.tokens[token].flags & TOKEN_SPACE_BEFORE);
}

/* "rose by 11 to 63", "revised its toll from 42 to 51": one number after the other, no range. */
static bool is_step(const CountClasses *c, uint32_t number)
{
    enum { REACH = 8, LONGEST = 24 }; /* "raised the toll from Monday's raid in Goma from 14 to 15" */
    if (number < 2 || !at(c, number - 1, c->step))
        return false;
    uint32_t opens = c->a->tokens.sentences[analysis_sentence(c->a, number)].first;
    bool other = false; /* another clause */
    for (uint32_t t = number - 1; t-- > opens && t + (other ? REACH : LONGEST) + 1 >= number;) {
        if (at(c, t, c->move))
            return true;
        other = other || (c->a->tokens.tokens[t].flags & TOKEN_PUNCT) || at(c, t, c->conjunction);
    }
    return false;
}

/* "GOMA, April 13 - 27 clerks", "April 13 – Twenty clerks": a dash that stands apart behind a day of a month ends a dateline. */
static bool ends_date(const CountClasses *c, uint32_t number, uint32_t join)
{
    const Token *dash = &c->a->tokens.tokens[join];
    if (number == 0 || !(dash->flags & TOKEN_PUNCT) || glued(c, join) || glued(c, join + 1))
        return false;
    for (size_t i = 0; i < 2; i++) {
        uint32_t month = mention_over(&c->a->mentions, number - 1, c->month[i], 1);
        if (month != MENTION_NONE && c->a->mentions.items[month].last == number)
            return true;
    }
    return false;
}

/* "Up to", "as many as". */
static const Mention *ceiling_at(const CountClasses *c, uint32_t token)
{
    const Mention *qualifier = at(c, token, c->qualifier);
    return qualifier && str_equal(analysis_value(c->a, qualifier), STR("up-to")) ? qualifier : NULL;
}

/* "10-15", "10 to 15", "10 or 12", "10 and up to 15"; opened by "between" also "10 and 15". */
static bool take_range(const CountClasses *c, uint32_t *token, bool opened, Interval *quantity)
{
    const Mention *join = at(c, *token, c->range_join);
    const Mention *conjunction = at(c, *token, c->range_and);
    const Mention *between = join ? join : conjunction;
    const Mention *ceiling = between ? ceiling_at(c, between->last) : NULL;
    if (!join && (opened || ceiling))
        join = conjunction;
    if (!join)
        return false;
    uint32_t next = ceiling ? ceiling->last : join->last;
    int64_t high = 0;
    if (!number_take(&c->numbers, &next, &high) || high <= quantity->low)
        return false;
    quantity->high = high;
    *token = next;
    return true;
}

static CountForm form_of(Str qualifier, Interval *quantity)
{
    static const struct {
        const char *name;
        CountForm form;
    } FORMS[] = {{"at-least", COUNT_AT_LEAST}, {"more-than", COUNT_MORE_THAN}, {"up-to", COUNT_UP_TO},
                 {"below", COUNT_UP_TO},       {"as-high-as", COUNT_UP_TO},    {"nearly", COUNT_NEARLY},
                 {"around", COUNT_AROUND},     {"over", COUNT_MORE_THAN}};
    if (str_is(qualifier, "over") && quantity->low == 1) /* "it was all over | one clerk": about one */
        return COUNT_EXACT;
    for (size_t i = 0; i < sizeof FORMS / sizeof FORMS[0]; i++) {
        if (!str_is(qualifier, FORMS[i].name))
            continue;
        if (i == 3) /* below n: at most n - 1 */
            quantity->high = quantity->high > 0 ? quantity->high - 1 : 0;
        return FORMS[i].form;
    }
    return COUNT_EXACT;
}

static void add_count(const CountClasses *c, CountRecord record, uint32_t value)
{
    Analysis *a = c->a;
    a->counts = arena_grow(a->scratch, a->counts, a->count_count, &a->count_cap, sizeof *a->counts);
    a->counts[a->count_count] = record;
    Mention m = {.first = record.first, .last = record.last, .cls = analysis_class(a, "COUNT")};
    m.value = value;
    m.data = (uint32_t)a->count_count++;
    (void)mention_add(a->scratch, &a->mentions, m);
}

/* "N500,000", "Sh20,000": the end of a sum whose beginning a currency's letters are glued to. */
static bool ends_sum(const CountClasses *c, uint32_t first)
{
    if (first < 2 || !glued(c, first) || !glued(c, first - 1))
        return false;
    Str comma = span_text(c->a->tokens.text, c->a->tokens.tokens[first - 1].span);
    Str sum = span_text(c->a->tokens.text, c->a->tokens.tokens[first - 2].span);
    return str_equal(comma, STR(",")) && sum.ptr[sum.len - 1] >= '0' && sum.ptr[sum.len - 1] <= '9';
}

/* "$50", "Route 12", "12 percent", "12 km": numbers that count nothing of ours. */
static bool counts_something_else(const CountClasses *c, uint32_t first, uint32_t last)
{
    if (ends_sum(c, first))
        return true;
    if (first > 0) {
        uint32_t before = mention_over(&c->a->mentions, first - 1, c->not_before, 1);
        assert(before == MENTION_NONE || c->a->mentions.items);
        if (before != MENTION_NONE && c->a->mentions.items[before].last == first)
            return true;
    }
    const Mention *after = at(c, last, c->not_after);
    if (after && (!glued(c, last) || (c->a->tokens.tokens[last].flags & TOKEN_PUNCT)))
        return true;
    /* "-year-old", "12-hour": glued on by a hyphen to a word that is not a range's end */
    Str text = last < c->a->tokens.count ? span_text(c->a->tokens.text, c->a->tokens.tokens[last].span) : STR_NONE;
    bool joint = text.len == 1 && (text.ptr[0] == '-' || text.ptr[0] == ':' || text.ptr[0] == '/');
    bool qualified = at(c, last, c->qualifier_after) != NULL;           /* "500-plus" */
    return joint && !qualified && glued(c, last) && glued(c, last + 1); /* not "a family of five: a clerk, ..." */
}

/* "Seven guards and | as many clerks": the number told right before, of what no capital or sign stands in front ("on May 5"). */
static bool take_same(const CountClasses *c, uint32_t token, Interval *quantity)
{
    enum { REACH = 12 };
    const Analysis *a = c->a;
    const CountRecord *before = a->count_count > 0 ? &a->counts[a->count_count - 1] : NULL;
    if (!before || before->form != COUNT_EXACT || before->ordinal || before->last > token ||
        token - before->last > REACH || analysis_sentence(a, before->first) != analysis_sentence(a, token))
        return false;
    bool opens = a->tokens.tokens[before->first].flags & TOKEN_SENTENCE_START;
    uint16_t left = opens ? 0 : a->tokens.tokens[before->first - 1].flags;
    if ((left & (TOKEN_CAPITAL | TOKEN_PUNCT)) && !(left & TOKEN_SENTENCE_START))
        return false;
    *quantity = before->quantity;
    return true;
}

static bool take_quantity(const CountClasses *c, uint32_t *token, bool opened, Interval *quantity, CountForm *form)
{
    int64_t n = 0;
    const Mention *word = at(c, *token, c->quantity);
    uint32_t here = *token;
    if (number_take(&c->numbers, &here, &n)) {
        *quantity = (Interval){n, n};
        *form = COUNT_EXACT;
        if (!is_step(c, *token) && !ends_date(c, *token, here) && take_range(c, &here, opened, quantity))
            *form = COUNT_RANGE;
        *token = here;
        return true;
    }
    bool same = word && str_equal(analysis_value(c->a, word), STR("same"));
    if (!word || (same && !take_same(c, *token, quantity)) ||
        (!same && !read_word_range(analysis_value(c->a, word), quantity)))
        return false;
    *form = quantity->low == quantity->high ? COUNT_EXACT : COUNT_WORD;
    *token = word->last;
    return true;
}

/* "The toll has gone up | to nine", "brings the toll up | to nine": the words of a ceiling, but not its sense. */
static bool is_rise(const CountClasses *c, uint32_t first)
{
    if (first == 0 || !ceiling_at(c, first))
        return false;
    uint32_t toll = mention_over(&c->a->mentions, first - 1, c->toll, 1);
    return at(c, first - 1, c->move) || (toll != MENTION_NONE && c->a->mentions.items[toll].last == first);
}

/* "At least 9 and up to 15": both ends are told. */
static bool has_ceiling(const CountClasses *c, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++)
        if (ceiling_at(c, t))
            return true;
    return false;
}

static bool is_sign(const CountClasses *c, uint32_t token, char sign)
{
    const Analysis *a = c->a;
    Str text = token < a->tokens.count ? span_text(a->tokens.text, a->tokens.tokens[token].span) : STR("");
    return text.len == 1 && text.ptr[0] == sign;
}

/* "At least | [nine] | clerks": a number that an editor put in; the token behind its bracket, or the token itself. */
static uint32_t take_inserted(const CountClasses *c, uint32_t bracket, Interval *quantity)
{
    CountForm form = COUNT_EXACT;
    uint32_t here = bracket + 1;
    bool taken = is_sign(c, bracket, '[') && take_quantity(c, &here, false, quantity, &form);
    return taken && form == COUNT_EXACT && is_sign(c, here, ']') ? here + 1 : bracket;
}

/* The token behind a qualifier at the token, or two. */
static uint32_t after_qualifiers(const CountClasses *c, const Mention *qualifier, uint32_t first)
{
    if (!qualifier)
        return first;
    const Mention *second = at(c, qualifier->last, c->qualifier); /* "at least some 20" */
    return second ? second->last : qualifier->last;
}

/* "70 at least"; not a headline's "toll passes 70 | At least 79 died", where the words are of the next number or sentence. */
static bool qualifies_before(const CountClasses *c, uint32_t first, const Mention *after)
{
    uint32_t here = after->last;
    Interval quantity;
    CountForm form = COUNT_EXACT;
    return analysis_sentence(c->a, after->first) != analysis_sentence(c->a, first) ||
           take_quantity(c, &here, false, &quantity, &form);
}

/* "The clinic | estimated | nine": somebody's verb, which is no word of the number. */
static bool is_verb_of(const CountClasses *c, const Mention *qualifier)
{
    enum { LONGEST_NAME = 4 };
    const MentionList *list = &c->a->mentions;
    uint32_t token = qualifier->first;
    if (qualifier->last != token + 1 || token == 0 ||
        c->a->tokens.tokens[token].sentence != c->a->tokens.tokens[token - 1].sentence ||
        !mention_begins(list, token, c->say))
        return false;
    bool name = (c->a->tokens.tokens[token - 1].flags & TOKEN_CAPITAL) && token > 1 &&
                c->a->tokens.tokens[token - 2].sentence == c->a->tokens.tokens[token].sentence;
    return name || mention_over(list, token - 1, c->party, LONGEST_NAME) != MENTION_NONE ||
           mention_begins(list, token - 1, c->pronoun) || mention_begins(list, token - 1, c->have);
}

/* Where the count begins whose first word may be a verb, or what the number is told by ("information about 25 dead"); *qualifier is then the word
 * of the number itself: "estimated [at least] nine". */
static uint32_t past_verb(const CountClasses *c, uint32_t first, const Mention **qualifier)
{
    if (!*qualifier)
        return first;
    const Mention *second = at(c, (*qualifier)->last, c->qualifier);
    uint32_t begins = is_verb_of(c, *qualifier) ? first + 1 : first;
    if (str_equal(analysis_value(c->a, *qualifier), STR("told"))) {
        begins = (*qualifier)->last;
        *qualifier = second;
    } else if (second && (begins > first || str_equal(analysis_value(c->a, *qualifier), STR("around")))) {
        *qualifier = second;
    }
    return begins;
}

static bool is_angle(const CountClasses *c, uint32_t token)
{
    return is_sign(c, token, '<') || is_sign(c, token, '>');
}

/* "GOMA >> Nine", "> 12 men", "<p>12 men": signs that stand apart, in a row or behind a word are arrows, open a line that a mail repeats, or are
 * mark-up. */
static bool is_loose_sign(const CountClasses *c, const Mention *qualifier)
{
    uint32_t sign = qualifier->first;
    bool row = is_angle(c, qualifier->last) || (sign > 0 && is_angle(c, sign - 1));
    bool hangs = sign > 0 && glued(c, sign) && !is_sign(c, sign - 1, '(');
    return is_angle(c, sign) && (row || hangs || !glued(c, qualifier->last));
}

/* Reads a count at the token; returns the token behind it, or the token itself when there is none. */
static uint32_t read_count(const CountClasses *c, uint32_t first)
{
    const Mention *qualifier = at(c, first, c->qualifier);
    if (is_rise(c, first) || (qualifier && is_loose_sign(c, qualifier)))
        return first;
    uint32_t here = after_qualifiers(c, qualifier, first);
    const Mention *open = is_step(c, here + 1) ? NULL : at(c, here, c->range_open);
    Interval quantity;
    CountForm form = COUNT_EXACT;
    uint32_t number_first = open ? open->last : here;
    uint32_t number_last = number_first;
    bool taken = take_quantity(c, &number_last, open != NULL, &quantity, &form);
    if (!taken && qualifier && !open) {
        number_last = take_inserted(c, number_first, &quantity);
        taken = number_last > number_first;
    }
    bool digits = here < c->a->tokens.count && (c->a->tokens.tokens[here].flags & TOKEN_NUMBER);
    if (!taken && qualifier && !digits) { /* "some clerks", as against "some 20 clerks", "some 1.2 clerks" */
        qualifier = open = NULL;
        number_first = number_last = first;
        taken = take_quantity(c, &number_last, false, &quantity, &form);
    }
    if (!taken || (open && form != COUNT_RANGE))
        return first;
    uint32_t begins = past_verb(c, first, &qualifier);
    CountRecord record = {.quantity = quantity, .form = form, .first = begins, .last = number_last};
    if (qualifier && form != COUNT_WORD && !has_ceiling(c, number_first, number_last))
        record.form = form_of(analysis_value(c->a, qualifier), &record.quantity);
    const Mention *after = at(c, number_last, c->qualifier_after);
    if (after && !qualifies_before(c, first, after) && form != COUNT_WORD) {
        record.form = form_of(analysis_value(c->a, after), &record.quantity);
        record.last = after->last;
    }
    record.range = interval_of(record.form, record.quantity);
    if (!counts_something_else(c, number_first, number_last))
        add_count(c, record, qualifier ? qualifier->value : 0);
    return record.last;
}

void count_find(Analysis *a)
{
    CountClasses c = classes_of(a);
    ClassSet opening = class_set_of((const uint16_t[]){c.qualifier, c.range_open, c.numbers.number, c.quantity}, 4);
    uint64_t fold = class_set_fold(&opening); /* a quick look at each token, as mention_next's */
    const Token *tokens = a->tokens.tokens;
    const uint64_t *folds = a->mentions.folds;
    for (uint32_t t = 0, count = (uint32_t)a->tokens.count; t < count;) {
        bool may = (tokens[t].flags & TOKEN_NUMBER) ||
                   ((folds[t] & fold) != 0 && mention_may_begin_any(&a->mentions, t, &opening));
        uint32_t next = may ? read_count(&c, t) : t;
        t = next > t ? next : t + 1;
    }
}
