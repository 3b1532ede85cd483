#include "extract/count/count_number.h"

#include <utf8proc.h>

static const int64_t MAX_COUNT = 1000000000;

/* The mention of the class that begins at the token, or NULL. */
static const Mention *at(const NumberClasses *c, uint32_t token, uint16_t cls)
{
    uint32_t m = token < c->a->tokens.count ? mention_at(&c->a->mentions, token, cls) : MENTION_NONE;
    return m == MENTION_NONE ? NULL : &c->a->mentions.items[m];
}

static bool value_number(const NumberClasses *c, const Mention *m, int64_t *out)
{
    return m != NULL && str_number(analysis_value(c->a, m), out);
}

static Str text_at(const NumberClasses *c, uint32_t token)
{
    return token < c->a->tokens.count ? span_text(c->a->tokens.text, c->a->tokens.tokens[token].span) : STR("");
}

static bool is_number(const NumberClasses *c, uint32_t token)
{
    return token < c->a->tokens.count &&
           (c->a->tokens.tokens[token].flags & (TOKEN_NUMBER | TOKEN_WORD)) == TOKEN_NUMBER;
}

static bool glued(const NumberClasses *c, uint32_t token)
{
    return token < c->a->tokens.count && !(c->a->tokens.tokens[token].flags & TOKEN_SPACE_BEFORE);
}

/* ---- digits ---- */

/* Where the digits' separators stand: groups of three ("1,200"), or of two with three at the end ("12,50,000"). */
static bool is_grouped(Str s, char separator)
{
    enum { THREE = 3, TWO = 2 };
    size_t first = str_find_char(s, separator, 0);
    if (first == SIZE_MAX || first == 0 || first > THREE)
        return false;
    size_t inner = 0; /* the size of the groups between the first and the last */
    for (size_t from = first + 1;;) {
        size_t end = str_find_char(s, separator, from);
        if (end == SIZE_MAX)
            return s.len - from == THREE && (inner != TWO || first <= TWO);
        size_t group = end - from;
        if (group != THREE && (group != TWO || separator != ','))
            return false;
        if (inner != 0 && group != inner)
            return false;
        inner = group;
        from = end + 1;
    }
}

/* "12", and "1,200" where the separator is a comma. */
static bool read_digits(Str s, char separator, int64_t *out)
{
    int64_t n = 0;
    bool separated = false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == separator) {
            separated = true;
            continue;
        }
        if (!char_is_digit(s.ptr[i]) || n > MAX_COUNT)
            return false;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *out = n;
    return s.len > 0 && n <= MAX_COUNT && (!separated || is_grouped(s, separator));
}

/* Digits of another script: each has ten in a row, from its zero on. */
static bool read_foreign_digits(Str s, int64_t *out)
{
    int64_t n = 0;
    for (size_t i = 0; i < s.len;) {
        int32_t ch = 0;
        utf8proc_ssize_t len =
            utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + i, (utf8proc_ssize_t)(s.len - i), &ch);
        if (len <= 0 || utf8proc_category(ch) != UTF8PROC_CATEGORY_ND || n > MAX_COUNT)
            return false;
        int digit = 0;
        while (digit < 9 && utf8proc_category(ch - digit - 1) == UTF8PROC_CATEGORY_ND)
            digit++;
        n = n * 10 + digit;
        i += (size_t)len;
    }
    *out = n;
    return s.len > 0 && n <= MAX_COUNT;
}

static const char ARABIC_COMMA[] = "\xd9\xac";   /* U+066C between thousands */
static const char ARABIC_DECIMAL[] = "\xd9\xab"; /* U+066B */

/* Digits of another script, in groups of three: "\u06f1\u066c\u06f2\u06f0\u06f0". */
static bool take_foreign(const NumberClasses *c, uint32_t *token, int64_t *out)
{
    enum { THOUSAND = 1000, GROUP_BYTES = 6 /* of three Arabic or Persian digits */ };
    uint32_t here = *token;
    Str text = text_at(c, here);
    bool decimal = here > 0 && glued(c, here) && str_is(text_at(c, here - 1), ARABIC_DECIMAL);
    if (text.len == 0 || !((unsigned char)text.ptr[0] & 0x80) || decimal || !read_foreign_digits(text, out))
        return false;
    while (glued(c, here + 1) && glued(c, here + 2) && is_number(c, here + 2)) {
        Str group = text_at(c, here + 2);
        int64_t more = 0;
        if (!str_is(text_at(c, here + 1), ARABIC_COMMA))
            return !str_is(text_at(c, here + 1), ARABIC_DECIMAL);
        if (group.len != GROUP_BYTES || !read_foreign_digits(group, &more) || *out > MAX_COUNT / THOUSAND)
            return false;
        *out = *out * THOUSAND + more;
        here += 2;
    }
    *token = here + 1;
    return true;
}

/* Whether a noun for people follows, with two words before it at most: "1.200 | young villagers". */
static bool people_follow(const NumberClasses *c, uint32_t token)
{
    enum { REACH = 2 };
    const Token *tokens = c->a->tokens.tokens;
    for (uint32_t t = token; t <= token + REACH && t < c->a->tokens.count; t++) {
        if (at(c, t, c->people) || at(c, t, c->body))
            return true;
        if (!(tokens[t].flags & TOKEN_WORD) || (tokens[t].flags & TOKEN_SENTENCE_START) || at(c, t, c->unit) ||
            at(c, t, c->preposition) || at(c, t, c->conjunction))
            return false;
    }
    return false;
}

/* "1.200 | dead" */
static bool harm_follows(const NumberClasses *c, uint32_t token)
{
    return at(c, token, c->harmed[0]) || at(c, token, c->harmed[1]);
}

/* "1.200": a thousand and more before people, and where the text groups its digits so elsewhere; else a decimal. */
static bool read_points(const NumberClasses *c, uint32_t token, int64_t *out)
{
    Str text = text_at(c, token);
    if (!is_grouped(text, '.') || text.ptr[0] == '0' || !read_digits(text, '.', out))
        return false;
    return c->by_points || people_follow(c, token + 1) || harm_follows(c, token + 1);
}

/* Whether the text has a number that can only be grouped by points: "1.200.000", "1.200 people". */
static bool groups_by_points(const NumberClasses *c)
{
    const TokenList *list = &c->a->tokens;
    for (uint32_t t = 0; t < list->count; t++) {
        if ((list->tokens[t].flags & (TOKEN_NUMBER | TOKEN_WORD)) != TOKEN_NUMBER)
            continue;
        Str text = text_at(c, t);
        size_t point = str_find_char(text, '.', 0);
        if (point != SIZE_MAX && text.ptr[0] != '0' && is_grouped(text, '.') &&
            (str_find_char(text, '.', point + 1) != SIZE_MAX || people_follow(c, t + 1) || harm_follows(c, t + 1)))
            return true;
    }
    return false;
}

/* What stands between two groups of digits. */
typedef enum { GAP_OTHER, GAP_SPACE, GAP_FIXED, GAP_APOSTROPHE } Gap;

static Gap gap_between(const NumberClasses *c, uint32_t left, uint32_t right)
{
    static const struct {
        const char *text;
        Gap gap;
    } GAPS[] = {{" ", GAP_SPACE},
                {"\xc2\xa0", GAP_FIXED},     /* no-break space */
                {"\xe2\x80\x87", GAP_FIXED}, /* of a digit's width */
                {"\xe2\x80\x89", GAP_FIXED}, /* thin */
                {"\xe2\x80\xaf", GAP_FIXED}, /* narrow, no-break */
                {"&nbsp;", GAP_FIXED},       /* as a page's source has it */
                {"&#160;", GAP_FIXED},
                {"'", GAP_APOSTROPHE},
                {"\xe2\x80\x99", GAP_APOSTROPHE}};
    const TokenList *list = &c->a->tokens;
    Str between = str_slice(list->text, list->tokens[left].span.end, list->tokens[right].span.start);
    for (size_t i = 0; i < sizeof GAPS / sizeof GAPS[0]; i++)
        if (str_is(between, GAPS[i].text))
            return GAPS[i].gap;
    return GAP_OTHER;
}

/* "200" behind "1": its token, and what stands between; the token itself where no group of three stands there. */
static uint32_t group_of_three(const NumberClasses *c, uint32_t token, Gap *gap)
{
    enum { GROUP = 3, FARTHEST = 4 /* "1&nbsp;200" */ };
    for (uint32_t group = token + 1; group <= token + FARTHEST && group < c->a->tokens.count; group++) {
        Str digits = text_at(c, group);
        *gap = gap_between(c, token, group);
        if (*gap != GAP_OTHER && is_number(c, group) && digits.len == GROUP &&
            str_find_char(digits, ',', 0) == SIZE_MAX && str_find_char(digits, '.', 0) == SIZE_MAX)
            return group;
    }
    return token;
}

/* "March 3 200 people" are two numbers. */
static bool is_behind_month(const NumberClasses *c, uint32_t token)
{
    return (token > 0 && at(c, token - 1, c->month)) || (token > 1 && at(c, token - 2, c->month));
}

/* Numbers beside each other may be a table's cells: in running text they are one before people, or behind a word in small
 * letters or one that goes with numbers, and before no further number. */
static bool is_running_text(const NumberClasses *c, uint32_t first, uint32_t last)
{
    if (people_follow(c, last))
        return true;
    if (is_number(c, last) || first == 0)
        return false;
    const Token *before = &c->a->tokens.tokens[first - 1];
    return before->sentence == c->a->tokens.tokens[first].sentence && (before->flags & TOKEN_WORD) &&
           (!(before->flags & (TOKEN_CAPITAL | TOKEN_UPPER)) || at(c, first - 1, c->qualifier) ||
            at(c, first - 1, c->quantity));
}

/* "315" behind "560", where the two were not read as one: no number of its own either. */
static bool is_rest_of_group(const NumberClasses *c, uint32_t token)
{
    enum { GROUP = 3 };
    Gap gap = GAP_OTHER;
    return token > 0 && is_number(c, token - 1) && text_at(c, token - 1).len <= GROUP &&
           text_at(c, token - 1).ptr[0] != '0' && group_of_three(c, token - 1, &gap) == token &&
           !is_behind_month(c, token - 1);
}

/* "1 2 men": a number whose digits came apart, or two numbers; not "on March 1 2 men". */
static bool is_digit_apart(const NumberClasses *c, uint32_t token)
{
    return is_number(c, token) && text_at(c, token).len == 1 && is_number(c, token + 1) &&
           text_at(c, token + 1).len == 1 && !is_behind_month(c, token) &&
           (c->a->tokens.tokens[token + 1].flags & TOKEN_SPACE_BEFORE) &&
           !(c->a->tokens.tokens[token + 1].flags & TOKEN_LINE_START);
}

/* "03245320" is the name of something; "05" is a number of a form with two places. */
static bool is_reference(Str digits)
{
    enum { PLACES = 2 };
    return digits.len > PLACES && digits.ptr[0] == '0' && char_is_digit(digits.ptr[1]);
}

/* The rest of digits that a sign without width parts. */
static bool is_rest_of_digits(const NumberClasses *c, uint32_t token)
{
    return token > 0 && glued(c, token) && is_number(c, token - 1);
}

/* Does it begin with a mark that is laid over what stands before? */
static bool is_mark(Str s)
{
    int32_t ch = 0;
    (void)utf8proc_iterate((const utf8proc_uint8_t *)s.ptr, (utf8proc_ssize_t)s.len, &ch);
    utf8proc_category_t category = utf8proc_category(ch);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

/* "12,34": a comma and more digits are glued on, which make no number with it; "1O", "12k", "12mn": what is glued on are too few letters for
 * a word that lost its space. */
static bool is_broken(const NumberClasses *c, uint32_t token)
{
    enum { FEW = 2 };
    if (!glued(c, token + 1) || at(c, token + 1, c->range_join))
        return false;
    Str next = text_at(c, token + 1);
    bool ascii = !((unsigned char)next.ptr[0] & 0x80);
    if (c->a->tokens.tokens[token + 1].flags & TOKEN_WORD)
        return ascii ? next.len <= FEW : !is_mark(next); /* a digit's key, as signs draw it */
    return (ascii && is_number(c, token + 1)) ||
           (glued(c, token + 2) && is_number(c, token + 2) && str_equal(next, STR(",")));
}

/* "12", "1,200", "1.200", "1 200 000". */
static bool take_digits(const NumberClasses *c, uint32_t *token, int64_t *out)
{
    enum { GROUP = 3, THOUSAND = 1000 };
    Str text = text_at(c, *token);
    uint32_t first = *token;
    if (str_find_char(text, '.', 0) != SIZE_MAX) {
        *token += read_points(c, first, out);
        return *token > first;
    }
    if (is_digit_apart(c, first) || (first > 0 && is_digit_apart(c, first - 1)))
        return false;
    if (is_reference(text) || !read_digits(text, ',', out) || is_rest_of_group(c, first) ||
        is_rest_of_digits(c, first) || is_broken(c, first))
        return false;
    uint32_t last = first;
    bool spaced = false;
    Gap gap = GAP_OTHER;
    bool opens = text.len <= GROUP && text.ptr[0] != '0' && !is_behind_month(c, first);
    uint32_t next = opens ? group_of_three(c, last, &gap) : last;
    int64_t group = 0;
    while (next > last && *out <= MAX_COUNT / THOUSAND && read_digits(text_at(c, next), ',', &group)) {
        *out = *out * THOUSAND + group;
        spaced = spaced || gap == GAP_SPACE;
        last = next;
        next = group_of_three(c, last, &gap);
    }
    if (spaced && !is_running_text(c, first, last + 1))
        return false;
    *token = last + 1;
    return true;
}

/* ---- words ---- */

/* One simple number at *token: digits or a number word. Moves *token behind it. */
static bool take_simple(const NumberClasses *c, uint32_t *token, int64_t *out)
{
    if (is_number(c, *token) && take_digits(c, token, out))
        return true;
    if (take_foreign(c, token, out))
        return true;
    const Mention *m = at(c, *token, c->number);
    if (!value_number(c, m, out))
        return false;
    *token = m->last;
    return true;
}

/* "-" between tens and ones, "and" behind a scale. */
static void skip_joint(const NumberClasses *c, uint32_t *token, bool after_scale)
{
    int64_t n = 0;
    uint32_t next = *token + 1;
    bool hyphen = str_equal(text_at(c, *token), STR("-"));
    bool joint = after_scale && at(c, *token, c->joint) != NULL;
    if ((hyphen || joint) && take_simple(c, &next, &n) && n < 100)
        *token += 1;
}

/* Behind a multiple of ten: "-eight", " six". */
static bool take_unit(const NumberClasses *c, uint32_t *token, int64_t tens, int64_t *out)
{
    uint32_t here = *token;
    skip_joint(c, token, false);
    bool word = *token < c->a->tokens.count && (c->a->tokens.tokens[*token].flags & TOKEN_WORD);
    return (*token != here || word) && tens >= 20 && tens % 10 == 0 && take_simple(c, token, out) && *out < 10;
}

/* The token behind a decimal, as "2.25" or, in three tokens, "2,5", and the digits before and behind its point; the token itself where none is. */
static uint32_t read_decimal(const NumberClasses *c, uint32_t token, Str *whole, Str *part)
{
    enum { COMMA = 1, PART = 2, BEHIND = 3, FEW = 2 };
    Str text = text_at(c, token);
    size_t point = str_find_char(text, '.', 0);
    if (!is_number(c, token))
        return token;
    if (point != SIZE_MAX) {
        *whole = str_slice(text, 0, point);
        *part = str_drop(text, point + 1);
        return token + 1;
    }
    *whole = text;
    *part = text_at(c, token + PART);
    bool comma = glued(c, token + COMMA) && glued(c, token + PART) && is_number(c, token + PART) &&
                 str_equal(text_at(c, token + COMMA), STR(","));
    return comma && part->len <= FEW ? token + BEHIND : token;
}

/* "1.5 crore", "2.25 million", "2,5 million": whole people only. */
static bool take_decimal(const NumberClasses *c, uint32_t *token, int64_t *out)
{
    enum { LONGEST = 8 };
    Str wholes = STR_NONE;
    Str parts = STR_NONE;
    uint32_t behind = read_decimal(c, *token, &wholes, &parts);
    const Mention *scale = at(c, behind, c->scale);
    int64_t whole = 0;
    int64_t part = 0;
    int64_t n = 0;
    if (behind == *token || wholes.len + parts.len > LONGEST || !value_number(c, scale, &n) ||
        !str_number(wholes, &whole) || !str_number(parts, &part))
        return false;
    for (size_t i = 0; i < parts.len; i++) {
        if (n % 10 != 0 || whole > MAX_COUNT)
            return false;
        n /= 10;
        whole *= 10;
    }
    if (whole + part > MAX_COUNT / n)
        return false;
    *out = (whole + part) * n;
    *token = scale->last;
    return true;
}

/* "two and a half million", "one and a half dozen" behind the whole number. */
static bool take_half(const NumberClasses *c, uint32_t *token, int64_t whole, int64_t *out)
{
    const Mention *half = at(c, *token, c->half);
    const Mention *scale = half && analysis_value(c->a, half).len == 0 ? at(c, half->last, c->scale) : half;
    int64_t n = 0;
    if (!value_number(c, scale, &n) || whole >= MAX_COUNT / n)
        return false;
    *out = whole * n + n / 2;
    *token = scale->last;
    return true;
}

/* "36,096 thousand": digits in groups are a whole number, to which no thousand belongs. */
static bool is_scaled_group(const NumberClasses *c, uint32_t first, uint32_t behind)
{
    int64_t n = 0;
    return str_find_char(text_at(c, first), ',', 0) != SIZE_MAX && value_number(c, at(c, behind, c->scale), &n) &&
           n == 1000;
}

/* What stands behind the first simple number, part: scales, and smaller numbers behind them. */
static bool take_rest(const NumberClasses *c, uint32_t *token, int64_t part, bool digits, int64_t *out)
{
    int64_t total = 0;
    int64_t n = 0;
    uint32_t here = *token;
    for (;;) {
        bool hyphen = glued(c, here) && glued(c, here + 1) && str_equal(text_at(c, here), STR("-"));
        const Mention *scale = at(c, here + hyphen, c->scale); /* "one-hundred" */
        bool scaled = value_number(c, scale, &n);
        if (scaled) {
            if (part > MAX_COUNT / n)
                return false;
            part *= n;
            total += n >= 1000 ? part : 0;
            part = n >= 1000 ? 0 : part;
            here = scale->last;
        }
        *token = here;
        if (scaled)
            skip_joint(c, &here, true);
        if (digits || (scaled ? !take_simple(c, &here, &n) || n >= 100 : !take_unit(c, &here, part, &n)))
            break;
        part += n;
        *token = here;
    }
    *out = total + part;
    return *out <= MAX_COUNT;
}

/* "(5)" behind "five", "(03)" behind "three": the number again, which says no more. */
static void skip_again(const NumberClasses *c, uint32_t *token, int64_t number)
{
    int64_t again = 0;
    uint32_t here = *token + 1;
    if (str_equal(text_at(c, *token), STR("(")) && take_simple(c, &here, &again) && again == number &&
        str_equal(text_at(c, here), STR(")")))
        *token = here + 1;
}

bool number_take(const NumberClasses *c, uint32_t *token, int64_t *out)
{
    int64_t part = 0;
    uint32_t here = *token;
    bool digits = here < c->a->tokens.count && (c->a->tokens.tokens[here].flags & TOKEN_NUMBER);
    if (!take_decimal(c, &here, out)) {
        if (!take_simple(c, &here, &part) || (digits && is_scaled_group(c, *token, here)))
            return false;
        if (!take_half(c, &here, part, out) && !take_rest(c, &here, part, digits, out))
            return false;
    }
    skip_again(c, &here, *out);
    *token = here;
    return true;
}

NumberClasses number_classes(const Analysis *a)
{
    NumberClasses c = {
        .a = a,
        .number = analysis_class(a, "NUMBER"),
        .scale = analysis_class(a, "NUMBER_SCALE"),
        .half = analysis_class(a, "NUMBER_HALF"),
        .joint = analysis_class(a, "NUMBER_AND"),
        .month = analysis_class(a, "TMONTH"),
        .people = analysis_class(a, "VICTIM"),
        .body = analysis_class(a, "BODY"),
        .harmed = {analysis_class(a, "HARM_ADJ"), analysis_class(a, "HARM_PP")},
        .qualifier = analysis_class(a, "QUALIFIER"),
        .quantity = analysis_class(a, "QUANTITY"),
        .unit = analysis_class(a, "NOT_COUNT_AFTER"),
        .preposition = analysis_class(a, "PREPOSITION"),
        .conjunction = analysis_class(a, "CONJUNCTION"),
        .range_join = analysis_class(a, "RANGE_JOIN"),
    };
    c.by_points = groups_by_points(&c);
    return c;
}
