#include "extract/count_number.h"

#include <utf8proc.h>

static const int64_t MAX_COUNT = 1000000000;

NumberClasses number_classes(const Analysis *a)
{
    return (NumberClasses){
        .a = a,
        .number = analysis_class(a, "NUMBER"),
        .scale = analysis_class(a, "NUMBER_SCALE"),
        .half = analysis_class(a, "NUMBER_HALF"),
        .joint = analysis_class(a, "NUMBER_AND"),
        .month = analysis_class(a, "TMONTH"),
    };
}

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

/* "1,200" and "12": a comma must be followed by exactly three digits. */
static bool read_digits(Str s, int64_t *out)
{
    int64_t n = 0;
    size_t since_comma = 0;
    bool comma = false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == ',') {
            if (i == 0 || (comma && since_comma != 3))
                return false;
            comma = true;
            since_comma = 0;
            continue;
        }
        if (!char_is_digit(s.ptr[i]) || n > MAX_COUNT)
            return false;
        n = n * 10 + (s.ptr[i] - '0');
        since_comma++;
    }
    *out = n;
    return s.len > 0 && n <= MAX_COUNT && (!comma || since_comma == 3);
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

/* "200" behind "1", by a space or an apostrophe: the token behind it. "March 3 200 people" are two numbers. */
static uint32_t group_of_three(const NumberClasses *c, uint32_t first, uint32_t token)
{
    enum { GROUP = 3 };
    Str text = text_at(c, token);
    bool apostrophe = glued(c, token) && (str_equal(text, STR("'")) || str_equal(text, STR("\xe2\x80\x99")));
    uint32_t group = token + apostrophe;
    Str digits = text_at(c, group);
    bool joined = apostrophe ? glued(c, group) : !glued(c, group);
    if (!joined || !is_number(c, group) || digits.len != GROUP || str_find_char(digits, ',', 0) != SIZE_MAX ||
        str_find_char(digits, '.', 0) != SIZE_MAX)
        return token;
    for (uint32_t before = first > 0 ? first - 1 : 0; first > 0 && before + 2 >= first; before--) {
        if (at(c, before, c->month) != NULL)
            return token;
        if (before == 0)
            break;
    }
    return group + 1;
}

/* "12", "1,200", "1 200 000". */
static bool take_digits(const NumberClasses *c, uint32_t *token, int64_t *out)
{
    enum { GROUP = 3, THOUSAND = 1000 };
    Str text = text_at(c, *token);
    if (!read_digits(text, out))
        return false;
    uint32_t first = *token;
    uint32_t here = first + 1;
    uint32_t next = text.len <= GROUP && text.ptr[0] != '0' ? group_of_three(c, first, here) : here;
    int64_t group = 0;
    while (next > here && *out <= MAX_COUNT / THOUSAND && read_digits(text_at(c, next - 1), &group)) {
        *out = *out * THOUSAND + group;
        here = next;
        next = group_of_three(c, first, here);
    }
    *token = here;
    return true;
}

/* ---- words ---- */

/* One simple number at *token: digits or a number word. Moves *token behind it. */
static bool take_simple(const NumberClasses *c, uint32_t *token, int64_t *out)
{
    if (is_number(c, *token) && take_digits(c, token, out))
        return true;
    Str text = text_at(c, *token);
    int64_t foreign = 0;
    if (text.len > 0 && ((unsigned char)text.ptr[0] & 0x80) && read_foreign_digits(text, &foreign)) {
        *out = foreign;
        *token += 1;
        return true;
    }
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

/* "1.5 crore", "2.25 million": whole people only. */
static bool take_decimal(const NumberClasses *c, uint32_t *token, int64_t *out)
{
    enum { LONGEST = 9 };
    Str text = text_at(c, *token);
    size_t point = str_find_char(text, '.', 0);
    const Mention *scale = at(c, *token + 1, c->scale);
    int64_t whole = 0;
    int64_t part = 0;
    int64_t n = 0;
    if (!is_number(c, *token) || point == SIZE_MAX || text.len > LONGEST || !value_number(c, scale, &n) ||
        !str_number(str_slice(text, 0, point), &whole) || !str_number(str_drop(text, point + 1), &part))
        return false;
    for (size_t i = point + 1; i < text.len; i++) {
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

/* "two and a half million" behind "two". */
static bool take_half(const NumberClasses *c, uint32_t *token, int64_t whole, int64_t *out)
{
    const Mention *half = at(c, *token, c->half);
    const Mention *scale = half ? at(c, half->last, c->scale) : NULL;
    int64_t n = 0;
    if (!value_number(c, scale, &n) || whole >= MAX_COUNT / n)
        return false;
    *out = whole * n + n / 2;
    *token = scale->last;
    return true;
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
        if (!take_simple(c, &here, &part))
            return false;
        if (!take_half(c, &here, part, out) && !take_rest(c, &here, part, digits, out))
            return false;
    }
    skip_again(c, &here, *out);
    *token = here;
    return true;
}
