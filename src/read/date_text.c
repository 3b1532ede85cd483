#include "read/date_text.h"

#include "read/text.h"

enum { MAX_WORDS = 12, FIRST_YEAR = 1980, LAST_YEAR = 2100 };

/* The next run of letters or of digits. */
static bool next_word(Str *rest, Str *out)
{
    size_t at = 0;
    while (at < rest->len && !char_is_word(rest->ptr[at]))
        at++;
    size_t start = at;
    bool digits = at < rest->len && char_is_digit(rest->ptr[at]);
    while (at < rest->len && char_is_word(rest->ptr[at]) && char_is_digit(rest->ptr[at]) == digits)
        at++;
    *out = str_slice(*rest, start, at);
    *rest = str_drop(*rest, at);
    return at > start;
}

static int number_of(Str word)
{
    int64_t n = 0;
    return word.len <= 4 && str_number(word, &n) ? (int)n : -1;
}

static bool is_year(int n)
{
    return n >= FIRST_YEAR && n <= LAST_YEAR;
}

static Day try_ymd(int year, int month, int day)
{
    return is_year(year) && month > 0 && day > 0 ? day_from_ymd(year, month, day) : DAY_NONE;
}

/* Three numbers: the year first; or last, and the day first where dots or the numbers themselves say so. */
static Day numeric_day(int a, int b, int c, char separator)
{
    if (is_year(a))
        return try_ymd(a, b, c);
    if (separator == '.' || a > 12)
        return try_ymd(c, b, a);
    return b > 12 ? try_ymd(c, a, b) : DAY_NONE;
}

/* A day in three words. */
static Day day_of(const Markup *markup, const Str *words, char separator)
{
    int first = number_of(words[0]);
    int second = number_of(words[1]);
    int third = number_of(words[2]);
    int month = markup_month(markup, words[0]);
    if (month > 0 && is_year(third))
        return try_ymd(third, month, second);
    month = markup_month(markup, words[1]);
    if (month > 0 && is_year(third))
        return try_ymd(third, month, first);
    month = markup_month(markup, words[1]);
    if (month > 0 && is_year(first))
        return try_ymd(first, month, third);
    if (first > 0 && second > 0 && third > 0)
        return numeric_day(first, second, third, separator);
    return DAY_NONE;
}

static char separator_after(Str text, Str word)
{
    return text_byte(text, (size_t)(word.ptr - text.ptr) + word.len);
}

/* "rd", "of", "de", "am": short words that are no month. */
static bool is_filler(const Markup *markup, Str word)
{
    enum { SHORT = 3 };
    return word.len <= SHORT && !char_is_digit(word.ptr[0]) && markup_month(markup, word) == 0;
}

static Day day_in(const Markup *markup, Str s)
{
    Str words[MAX_WORDS];
    size_t count = 0;
    Str rest = s;
    while (count < MAX_WORDS && next_word(&rest, &words[count]))
        count += !is_filler(markup, words[count]);
    for (size_t i = 0; i + 2 < count; i++) {
        Day day = day_of(markup, words + i, separator_after(s, words[i]));
        if (day != DAY_NONE)
            return day;
    }
    return DAY_NONE;
}

/* "2026-01-31T18:05" and a zone without its seconds, or with a space before the zone, read as a whole first. */
Moment date_text_moment(const Markup *markup, Str s)
{
    Moment moment = moment_parse(s);
    if (moment.precision >= MOMENT_DAY)
        return moment;
    enum { SECONDS_A_DAY = 86400 };
    Day day = day_in(markup, s);
    if (day == DAY_NONE)
        return (Moment){.seconds = 0, .precision = MOMENT_NONE};
    return (Moment){(int64_t)day * SECONDS_A_DAY, MOMENT_DAY, 0};
}
