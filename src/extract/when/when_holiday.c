#include "extract/when/when_holiday.h"

#include "extract/when/feast.h"

/* The n-th given weekday (1 = Monday) of a month. */
static Day nth_weekday(int year, int month, int n, int weekday)
{
    Day first = day_from_ymd(year, month, 1);
    if (first == DAY_NONE)
        return DAY_NONE;
    int ahead = (weekday - 1 - day_weekday(first) + 7) % 7;
    int day = ahead + 1 + (n - 1) * 7;
    while (day > days_in_month(year, month)) /* "the fifth" is the last */
        day -= 7;
    return first + day - 1;
}

static bool is_islamic(Str code)
{
    return str_begins(code, STR("islam/"));
}

/* The numbers between slashes, up to three; how many, 0 where one is none. */
static int numbers(Str code, int out[3])
{
    int count = 0;
    Str field = STR_NONE;
    int64_t number = 0;
    while (count < 3 && str_cut(&code, '/', &field)) {
        if (!str_number(field, &number) || number > 99)
            return 0;
        out[count++] = (int)number;
    }
    return count;
}

/* So many days beside a feast that moves: "easter-2"; DAY_NONE where none is named. */
static Day beside_feast(Str code, int year)
{
    static const struct {
        const char *name;
        Day (*day)(int year);
    } FEASTS[] = {{"easter", easter_sunday}, {"pascha", pascha_sunday}, {"tishri", tishri_first}};
    for (size_t i = 0; i < sizeof FEASTS / sizeof *FEASTS; i++) {
        Str name = str_from(FEASTS[i].name);
        int64_t away = 0;
        if (!str_begins(code, name) || code.len == name.len || !str_number(str_drop(code, name.len + 1), &away))
            continue;
        Day day = FEASTS[i].day(year);
        return day == DAY_NONE ? DAY_NONE : day + (Day)(code.ptr[name.len] == '-' ? -away : away);
    }
    return DAY_NONE;
}

/* "11/1/1+1": so many days behind the day of the code; 0 where no number follows. */
static int days_behind(Str *code)
{
    int64_t days = 0;
    size_t plus = str_find_char(*code, '+', 0);
    if (plus == SIZE_MAX || code->len == 0 || !char_is_digit(code->ptr[0]) ||
        !str_number(str_drop(*code, plus + 1), &days))
        return 0;
    code->len = plus;
    return (int)days;
}

/* In a year AD, an Islamic one in a year AH. */
static Day day_in(Str code, int year)
{
    int n[3] = {0, 0, 0};
    if (is_islamic(code))
        return numbers(str_drop(code, STR("islam/").len), n) == 2 ? islamic_day(year, n[0], n[1]) : DAY_NONE;
    int behind = days_behind(&code);
    int count = numbers(code, n);
    Day day = count == 3 ? nth_weekday(year, n[0], n[1], n[2]) : DAY_NONE;
    if (count == 3)
        return day == DAY_NONE ? DAY_NONE : day + behind;
    return count == 2 ? day_from_ymd(year, n[0], n[1]) : beside_feast(code, year);
}

static Day last_of_one(Str code, Day latest)
{
    int year = 0;
    int ignored = 0;
    Day whole = day_parse(code);
    if (whole != DAY_NONE || latest == DAY_NONE)
        return whole;
    day_to_ymd(latest, &year, &ignored, &ignored);
    year = is_islamic(code) ? islamic_year(latest) : year;
    for (int y = year; y >= year - 1; y--) {
        Day day = day_in(code, y);
        if (day != DAY_NONE && day <= latest)
            return day;
    }
    return DAY_NONE;
}

Day holiday_last(Str code, Day latest)
{
    Str length = code;
    Str one = STR_NONE;
    Day last = DAY_NONE;
    (void)str_cut(&length, '*', &code);
    while (str_cut(&code, '|', &one)) {
        Day day = last_of_one(one, latest);
        last = last == DAY_NONE || (day != DAY_NONE && day > last) ? day : last;
    }
    return last;
}

int holiday_length(Str code)
{
    int64_t days = 1;
    size_t star = str_find_char(code, '*', 0);
    bool told = star != SIZE_MAX && str_number(str_drop(code, star + 1), &days);
    return told && days >= 1 && days <= 99 ? (int)days : 1;
}

Day holiday_in(Str code, int year)
{
    Day day = holiday_last(code, day_from_ymd(year, 12, 31));
    return day != DAY_NONE && day >= day_from_ymd(year, 1, 1) ? day : DAY_NONE;
}

Day holiday_next(Str code, Day anchor)
{
    enum { STEP = 90, STEPS = 5 };
    Day day = holiday_last(code, anchor);
    for (int i = 1; i <= STEPS && (day == DAY_NONE || day + holiday_length(code) <= anchor); i++)
        day = holiday_last(code, anchor + i * STEP);
    return day;
}

Window holiday_window(Str code, Day first, int nth)
{
    int doubt = is_islamic(code) ? MOON_DOUBT_DAYS : 0;
    if (first == DAY_NONE)
        return WINDOW_NONE;
    if (nth > 0)
        return (Window){first + nth - 1 - doubt, first + nth - 1 + doubt};
    return (Window){first - doubt, first + holiday_length(code) - 1 + doubt};
}
