#include "extract/when_shape.h"

enum {
    MIN_YEAR = 1000,
    NEW_YEAR = 1850,
    MAX_YEAR = 2099,
    LAST_HOUR = 24,
    LAST_MINUTE = 59,
    PIVOT_YEAR = 50,
    SHORT_YEARS = 100
};

typedef struct {
    Analysis *a;
    uint16_t number;
    uint16_t day;
    uint16_t year;
    uint16_t year_new;
    uint16_t year_two;
    uint16_t four;
    uint16_t clock;
    uint16_t iso;
    uint16_t half_of_day;
} Shapes;

static void add(const Shapes *s, uint16_t cls, uint32_t first, uint32_t last, int64_t data)
{
    Analysis *a = s->a;
    (void)mention_add(a->arena, &a->mentions,
                      (Mention){.first = first, .last = last, .cls = cls, .data = (uint32_t)data});
}

/* Reads 1 to max digits at *at; false when there are none or more. */
static bool scan_digits(Str text, size_t *at, size_t max, int *out)
{
    size_t n = 0;
    int value = 0;
    while (*at + n < text.len && char_is_digit(text.ptr[*at + n])) {
        if (n == max)
            return false;
        value = value * 10 + (text.ptr[*at + n] - '0');
        n++;
    }
    *at += n;
    *out = value;
    return n > 0;
}

static bool scan_char(Str text, size_t *at, char c)
{
    if (*at >= text.len || text.ptr[*at] != c)
        return false;
    (*at)++;
    return true;
}

/* The token after the one that ends at the byte; 0 when none ends there. */
static uint32_t token_ending(const TokenList *tokens, uint32_t first, size_t end)
{
    uint32_t i = first;
    while (i < tokens->count && tokens->tokens[i].span.end < end)
        i++;
    return i < tokens->count && tokens->tokens[i].span.end == end ? i + 1 : 0;
}

static bool is_glued(const TokenList *tokens, uint32_t i)
{
    return i < tokens->count && !(tokens->tokens[i].flags & TOKEN_SPACE_BEFORE) &&
           (tokens->tokens[i].flags & TOKEN_NUMBER);
}

/* Year first (ISO); with points the day first; else month first as in the United States unless that cannot be. */
static Day day_of_figures(int first, int second, int third, char separator)
{
    if (first > SHORT_YEARS)
        return day_from_ymd(first, second, third);
    if (separator == '.')
        return third > SHORT_YEARS ? day_from_ymd(third, second, first) : DAY_NONE;
    if (third < SHORT_YEARS)
        third += third < PIVOT_YEAR ? 2000 : 1900;
    if (first > 12)
        return day_from_ymd(third, second, first);
    return day_from_ymd(third, first, second);
}

static bool find_date(const Shapes *s, uint32_t token)
{
    const TokenList *tokens = &s->a->tokens;
    size_t at = tokens->tokens[token].span.start;
    int first = 0;
    int second = 0;
    int third = 0;
    if (at > 0 && (tokens->text.ptr[at - 1] == '/' || tokens->text.ptr[at - 1] == '-'))
        return false;
    if (!scan_digits(tokens->text, &at, 4, &first) || at >= tokens->text.len)
        return false;
    char separator = tokens->text.ptr[at];
    if ((separator != '-' && separator != '/' && separator != '.') || !scan_char(tokens->text, &at, separator) ||
        !scan_digits(tokens->text, &at, 2, &second) || !scan_char(tokens->text, &at, separator) ||
        !scan_digits(tokens->text, &at, 4, &third))
        return false;
    Day day = day_of_figures(first, second, third, separator);
    uint32_t last = token_ending(tokens, token, at);
    if (day == DAY_NONE || last == 0)
        return false;
    add(s, s->iso, token, last, day);
    return true;
}

static bool is_hour(int hour, int minute)
{
    return hour <= LAST_HOUR && minute <= LAST_MINUTE && (hour < LAST_HOUR || minute == 0);
}

static bool find_clock(const Shapes *s, uint32_t token)
{
    const TokenList *tokens = &s->a->tokens;
    size_t at = tokens->tokens[token].span.start;
    int hour = 0;
    int minute = 0;
    if (at > 0 && tokens->text.ptr[at - 1] == ':')
        return false;
    if (!scan_digits(tokens->text, &at, 2, &hour) || at >= tokens->text.len)
        return false;
    char separator = tokens->text.ptr[at];
    if (separator != ':' && separator != '.')
        return false;
    size_t minutes_at = at + 1;
    at++;
    if (!scan_digits(tokens->text, &at, 2, &minute) || at - minutes_at != 2 || !is_hour(hour, minute))
        return false;
    uint32_t last = token_ending(tokens, token, at);
    if (last == 0 || is_glued(tokens, last))
        return false;
    /* 10.30 is an hour only before "a.m." */
    if (separator == '.' &&
        (last >= tokens->count || mention_at(&s->a->mentions, last, s->half_of_day) == MENTION_NONE))
        return false;
    add(s, s->clock, token, last, hour * 60 + minute);
    return true;
}

/* Digits with commas between groups of three. */
static bool whole_number(Str text, int64_t *out)
{
    int64_t n = 0;
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == ',' && i > 0)
            continue;
        if (!char_is_digit(text.ptr[i]) || ++digits > 9)
            return false;
        n = n * 10 + (text.ptr[i] - '0');
    }
    *out = n;
    return digits > 0;
}

/* "555-2020": three digits and a hyphen before it. */
static bool ends_telephone_number(const Analysis *a, uint32_t token)
{
    if (token < 2)
        return false;
    const Token *figures = &a->tokens.tokens[token];
    Str before = span_text(a->tokens.text, figures[-2].span);
    bool glued = figures[-2].span.end + 1 == figures->span.start && a->tokens.text.ptr[figures->span.start - 1] == '-';
    return glued && before.len == 3 && (figures[-2].flags & TOKEN_NUMBER);
}

static void find_number(const Shapes *s, uint32_t token)
{
    const TokenList *tokens = &s->a->tokens;
    Str text = span_text(tokens->text, tokens->tokens[token].span);
    int64_t n = 0;
    if (!whole_number(text, &n))
        return;
    uint32_t next = token + 1;
    add(s, s->number, token, next, n);
    if (text.len <= 2 && n >= 1 && n <= 31)
        add(s, s->day, token, next, n);
    if (text.len == 2)
        add(s, s->year_two, token, next, n);
    if (text.len != 4)
        return;
    if (n >= MIN_YEAR && n <= MAX_YEAR && !ends_telephone_number(s->a, token)) {
        add(s, s->year, token, next, n);
        if (n >= NEW_YEAR)
            add(s, s->year_new, token, next, n);
    }
    if (is_hour((int)n / 100, (int)n % 100))
        add(s, s->four, token, next, n / 100 * 60 + n % 100);
}

void when_shape_find(Analysis *a)
{
    Shapes s = {a,
                analysis_class(a, "TNUM"),
                analysis_class(a, "TDAY"),
                analysis_class(a, "TYEAR"),
                analysis_class(a, "TYEARNEW"),
                analysis_class(a, "TYEARTWO"),
                analysis_class(a, "TFOUR"),
                analysis_class(a, "TCLOCK"),
                analysis_class(a, "TISO"),
                analysis_class(a, "TAMPM")};
    const Token *tokens = a->tokens.tokens;
    for (uint32_t i = 0, count = (uint32_t)a->tokens.count; i < count; i++) {
        if (!(tokens[i].flags & TOKEN_NUMBER))
            continue;
        if (find_date(&s, i))
            continue;
        (void)find_clock(&s, i);
        find_number(&s, i);
    }
}
