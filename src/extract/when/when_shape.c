#include "extract/when/when_shape.h"

#include <stdlib.h>

enum {
    MIN_YEAR = 1000,
    NEW_YEAR = 1850,
    MAX_YEAR = 2099,
    LAST_HOUR = 24,
    LAST_MINUTE = 59,
    PIVOT_YEAR = 50,
    SHORT_YEARS = 100,
    LAST_MONTH = 12,
    LAST_DAY = 31,
    NEAR_DAYS = 45, /* a report's day is seldom longer over when it is written */
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
    uint16_t zulu;
    uint16_t half_of_day;
    uint16_t preposition;
    bool day_first; /* of figures with strokes, as far as the text itself shows */
    bool month_first;
} Shapes;

static void add(const Shapes *s, uint16_t cls, uint32_t first, uint32_t last, int64_t data)
{
    Analysis *a = s->a;
    (void)mention_add(a->scratch, &a->mentions,
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

/* 3/12/2026 as its three numbers. */
typedef struct {
    int first;
    int second;
    int third;
    char separator;
    size_t end; /* byte */
} Figures;

static bool scan_figures(Str text, size_t at, Figures *out)
{
    if (at > 0 && (text.ptr[at - 1] == '/' || text.ptr[at - 1] == '-'))
        return false;
    if (!scan_digits(text, &at, 4, &out->first) || at >= text.len)
        return false;
    char c = text.ptr[at];
    if ((c != '-' && c != '/' && c != '.') || !scan_char(text, &at, c) || !scan_digits(text, &at, 2, &out->second) ||
        !scan_char(text, &at, c) || !scan_digits(text, &at, 4, &out->third))
        return false;
    out->separator = c;
    out->end = at;
    return true;
}

/* What the text's other dates with strokes show: 14/11/2026 is written day first. */
static void learn_order(Shapes *s)
{
    const TokenList *tokens = &s->a->tokens;
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->tokens[i];
        Figures f;
        if (!(token->flags & TOKEN_NUMBER) || token->span.end >= tokens->text.len ||
            tokens->text.ptr[token->span.end] != '/' || !scan_figures(tokens->text, token->span.start, &f) ||
            f.first > LAST_DAY || f.second > LAST_DAY)
            continue;
        s->day_first = s->day_first || f.first > LAST_MONTH;
        s->month_first = s->month_first || f.second > LAST_MONTH;
    }
}

/* A report's day is seldom long over when it is written: of the two readings the one near before the publication, else none. */
static Day nearer_reading(const Shapes *s, Day month_first, Day day_first)
{
    Day written = moment_day(s->a->document->published);
    if (month_first == day_first || written == DAY_NONE)
        return month_first == day_first ? month_first : DAY_NONE;
    int by_month = month_first > written + 1 ? INT32_MAX : abs(written - month_first);
    int by_day = day_first > written + 1 ? INT32_MAX : abs(written - day_first);
    if (by_month > NEAR_DAYS && by_day > NEAR_DAYS)
        return DAY_NONE;
    return by_month <= by_day ? month_first : day_first;
}

/* Year first (ISO); with points the day first; else whichever can be, or as the text's other dates have it, or as the day of
 * publication has it. DAY_NONE where that leaves two. */
static Day day_of_figures(const Shapes *s, const Figures *f)
{
    if (f->first > SHORT_YEARS)
        return day_from_ymd(f->first, f->second, f->third);
    int year = f->third >= SHORT_YEARS ? f->third : f->third + (f->third < PIVOT_YEAR ? 2000 : 1900);
    Day day_first = day_from_ymd(year, f->second, f->first);
    Day month_first = day_from_ymd(year, f->first, f->second);
    if (f->separator == '.' || month_first == DAY_NONE)
        return day_first;
    if (day_first == DAY_NONE || s->day_first == s->month_first)
        return day_first == DAY_NONE ? month_first : nearer_reading(s, month_first, day_first);
    return s->day_first ? day_first : month_first;
}

/* Of two figures only in the bracket of a stamp ("[14.11.26 07:12]"): they may be anything with points between them. */
static bool is_short_point_date(Str text, size_t start, const Figures *f)
{
    return f->separator == '.' && f->third < SHORT_YEARS && (start == 0 || text.ptr[start - 1] != '[');
}

/* The token behind the figures of a date, 0 where these are none. One of another calendar (4/6/1448) and one that can be read in
 * two ways is no day, nor are its parts. */
static uint32_t find_date(const Shapes *s, uint32_t token)
{
    enum { OTHER_CALENDARS = 1300, OUR_YEARS = 1500 };
    const TokenList *tokens = &s->a->tokens;
    size_t start = tokens->tokens[token].span.start;
    Figures f;
    if (!scan_figures(tokens->text, start, &f) || is_short_point_date(tokens->text, start, &f))
        return 0;
    uint32_t last = token_ending(tokens, token, f.end);
    if (last == 0)
        return 0;
    Day day = day_of_figures(s, &f);
    bool figures = f.first <= LAST_DAY && f.second <= LAST_DAY && f.third > SHORT_YEARS;
    bool other = figures && f.third >= OTHER_CALENDARS && f.third < OUR_YEARS;
    if (day == DAY_NONE || other)
        return figures ? last : 0;
    add(s, s->iso, token, last, day);
    return last;
}

/* Day and month as the year of publication has them, or the year before: a day near before it, DAY_NONE where there is none. */
static Day near_day(Day written, int month, int day_of_month)
{
    int year = 0;
    int unused = 0;
    day_to_ymd(written, &year, &unused, &unused);
    for (int back = 0; back < 2; back++) {
        Day day = day_from_ymd(year - back, month, day_of_month);
        if (day != DAY_NONE && day <= written + 1 && written - day <= NEAR_DAYS)
            return day;
    }
    return DAY_NONE;
}

/* Behind a preposition that stands before days: not "two of 3/11". */
static bool is_behind_on(const Shapes *s, uint32_t token)
{
    uint32_t m = token > 0 ? mention_at(&s->a->mentions, token - 1, s->preposition) : MENTION_NONE;
    return m != MENTION_NONE && !str_equal(analysis_value(s->a, &s->a->mentions.items[m]), STR("in"));
}

/* "on 14/11": behind a preposition of time and no other stroke, a day that can be read in one way only near before the publication.
 * The token behind it, 0 where it is none. */
static uint32_t find_short_date(const Shapes *s, uint32_t token)
{
    const TokenList *tokens = &s->a->tokens;
    Str text = tokens->text;
    size_t at = tokens->tokens[token].span.start;
    Day written = moment_day(s->a->document->published);
    int first = 0;
    int second = 0;
    if (written == DAY_NONE || !is_behind_on(s, token) || !scan_digits(text, &at, 2, &first) ||
        !scan_char(text, &at, '/') || !scan_digits(text, &at, 2, &second) ||
        (at < text.len && (text.ptr[at] == '/' || text.ptr[at] == '%')))
        return 0;
    uint32_t last = token_ending(tokens, token, at);
    Day day_first = near_day(written, second, first);
    Day month_first = near_day(written, first, second);
    bool one = day_first == DAY_NONE || month_first == DAY_NONE || day_first == month_first;
    Day day = day_first == DAY_NONE ? month_first : day_first;
    if (last == 0 || !one || day == DAY_NONE)
        return 0;
    add(s, s->iso, token, last, day);
    return last;
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

/* 20261114: year, month and day without signs between them. */
static bool find_compact(const Shapes *s, uint32_t token, Str text, int n)
{
    enum { YEARS = 10000, MONTHS = 100, LENGTH = 8 };
    int year = n / YEARS;
    Day day = text.len == LENGTH && year >= NEW_YEAR && year <= MAX_YEAR
                  ? day_from_ymd(year, n / MONTHS % MONTHS, n % MONTHS)
                  : DAY_NONE;
    if (day != DAY_NONE)
        add(s, s->iso, token, token + 1, day);
    return day != DAY_NONE;
}

static void find_number(const Shapes *s, uint32_t token)
{
    const TokenList *tokens = &s->a->tokens;
    Str text = span_text(tokens->text, tokens->tokens[token].span);
    int64_t n = 0;
    if (!whole_number(text, &n))
        return;
    uint32_t next = token + 1;
    if (find_compact(s, token, text, (int)n))
        return;
    add(s, s->number, token, next, n);
    if (text.len == 6 && n / 10000 >= 1 && n / 10000 <= LAST_DAY && is_hour((int)n / 100 % 100, (int)n % 100))
        add(s, s->zulu, token, next, n / 10000);
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
                analysis_class(a, "TZULU"),
                analysis_class(a, "TAMPM"),
                analysis_class(a, "TPREP"),
                false,
                false};
    learn_order(&s);
    const Token *tokens = a->tokens.tokens;
    for (uint32_t i = 0, count = (uint32_t)a->tokens.count; i < count; i++) {
        if (!(tokens[i].flags & TOKEN_NUMBER))
            continue;
        uint32_t behind = find_date(&s, i);
        behind = behind > 0 ? behind : find_short_date(&s, i);
        if (behind > 0) {
            i = behind - 1;
            continue;
        }
        (void)find_clock(&s, i);
        find_number(&s, i);
    }
}
