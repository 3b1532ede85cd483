#include "extract/when/when_value.h"

enum {
    MONTHS_A_YEAR = 12,
    DAYS_A_WEEK = 7,
    HOURS_A_DAY = 24,
    MINUTES_AN_HOUR = 60,
    MAX_SHIFT = 100000,
    LAST_YEAR = 9999
};

TimeValue time_value_none(void)
{
    return (TimeValue){.grain = GRAIN_NONE, .part = STR_NONE, .clock = CLOCK_NONE};
}

TimeValue time_value_day(Day day)
{
    TimeValue value = time_value_none();
    if (day == DAY_NONE)
        return value;
    value.grain = GRAIN_DAY;
    day_to_ymd(day, &value.year, &value.index, &value.day);
    return value.year >= 1 && value.year <= LAST_YEAR ? value : time_value_none();
}

TimeValue time_value_year(int year)
{
    TimeValue value = time_value_none();
    value.grain = GRAIN_YEAR;
    value.year = year;
    return value;
}

/* How a unit is written in a duration. */
typedef struct {
    const char *code; /* in the language data */
    const char *text; /* in a value */
    bool clock;       /* stands behind the T */
    int months;       /* its length where that is whole months */
    int days;         /* its length where that is whole days */
} UnitRow;

static const UnitRow UNITS[GRAIN_COUNT_] = {
    [GRAIN_NONE] = {"", "", false, 0, 0},         [GRAIN_CENTURY] = {"CE", "CE", false, 1200, 0},
    [GRAIN_DECADE] = {"DE", "DE", false, 120, 0}, [GRAIN_YEAR] = {"Y", "Y", false, 12, 0},
    [GRAIN_HALF] = {"H", "H", false, 6, 0},       [GRAIN_QUARTER] = {"Q", "Q", false, 3, 0},
    [GRAIN_SEASON] = {"S", "S", false, 3, 0},     [GRAIN_MONTH] = {"M", "M", false, 1, 0},
    [GRAIN_WEEK] = {"W", "W", false, 0, 7},       [GRAIN_WEEKEND] = {"WE", "WE", false, 0, 7},
    [GRAIN_DAY] = {"D", "D", false, 0, 1},        [GRAIN_HOUR] = {"TH", "H", true, 0, 0},
    [GRAIN_MINUTE] = {"TM", "M", true, 0, 0},     [GRAIN_SECOND] = {"TS", "S", true, 0, 0},
};

Grain grain_parse(Str code)
{
    for (int g = GRAIN_CENTURY; g < GRAIN_COUNT_; g++) {
        if (str_equal(code, str_from(UNITS[g].code)))
            return (Grain)g;
    }
    return GRAIN_NONE;
}

static void write_padded(Buf *out, int n, int digits)
{
    int least = 1; /* that has so many digits */
    for (int i = 1; i < digits; i++) {
        least *= 10;
        if (n < least)
            buf_char(out, '0');
    }
    buf_int(out, n);
}

static void write_year(Buf *out, TimeValue value)
{
    if (value.before_christ)
        buf_put(out, STR("BC"));
    int digits = value.grain == GRAIN_CENTURY ? 2 : value.grain == GRAIN_DECADE ? 3 : 4;
    if (value.year == YEAR_UNKNOWN) {
        buf_put(out, (Str){"XXXX", (size_t)digits});
        return;
    }
    int divisor = digits == 2 ? 100 : digits == 3 ? 10 : 1;
    write_padded(out, value.year / divisor, digits);
}

static void write_two(Buf *out, int n)
{
    if (n == INDEX_UNKNOWN)
        buf_put(out, STR("XX"));
    else
        write_padded(out, n, 2);
}

static void write_index(Buf *out, TimeValue value)
{
    static const char *const SEASONS[] = {"XX", "SP", "SU", "FA", "WI"};
    switch (value.grain) {
    case GRAIN_NONE:
    case GRAIN_CENTURY:
    case GRAIN_DECADE:
    case GRAIN_YEAR:
    case GRAIN_COUNT_: return;
    case GRAIN_HALF:
    case GRAIN_QUARTER:
        buf_put(out, value.grain == GRAIN_HALF ? STR("-H") : STR("-Q"));
        if (value.index == INDEX_UNKNOWN)
            buf_char(out, 'X');
        else
            buf_int(out, value.index);
        return;
    case GRAIN_SEASON:
        buf_char(out, '-');
        buf_put(out, str_from(SEASONS[value.index]));
        return;
    case GRAIN_WEEK:
    case GRAIN_WEEKEND:
        buf_put(out, STR("-W"));
        write_two(out, value.index);
        if (value.grain == GRAIN_WEEKEND)
            buf_put(out, STR("-WE"));
        return;
    case GRAIN_MONTH:
    case GRAIN_DAY:
    case GRAIN_HOUR:
    case GRAIN_MINUTE:
    case GRAIN_SECOND:
        buf_char(out, '-');
        write_two(out, value.index);
        return;
    }
}

void time_value_write(Buf *out, TimeValue value)
{
    if (value.grain == GRAIN_NONE)
        return;
    write_year(out, value);
    write_index(out, value);
    if (value.grain < GRAIN_DAY)
        return;
    buf_char(out, '-');
    write_two(out, value.day);
    if (value.clock != CLOCK_NONE) {
        buf_char(out, 'T');
        write_padded(out, value.clock / MINUTES_AN_HOUR, 2);
        buf_char(out, ':');
        write_padded(out, value.clock % MINUTES_AN_HOUR, 2);
    } else if (str_present(value.part)) {
        buf_char(out, 'T');
        buf_put(out, value.part);
    }
}

/* The first day of a month that may lie outside 1..12. */
static Day month_start(int year, int month)
{
    int months = year * MONTHS_A_YEAR + month - 1;
    return day_from_ymd(months / MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1, 1);
}

static Window months_window(int year, int month, int count)
{
    Day first = month_start(year, month);
    Day next = month_start(year, month + count);
    if (first == DAY_NONE || next == DAY_NONE)
        return WINDOW_NONE;
    return (Window){first, next - 1};
}

/* The Monday of an ISO week: the first one holds the fourth of January. */
static Day week_start(int year, int week)
{
    Day fourth = day_from_ymd(year, 1, 4);
    return fourth == DAY_NONE ? DAY_NONE : fourth - day_weekday(fourth) + (week - 1) * DAYS_A_WEEK;
}

static Window week_window(TimeValue value)
{
    Day monday = week_start(value.year, value.index);
    if (monday == DAY_NONE)
        return WINDOW_NONE;
    return (Window){value.grain == GRAIN_WEEKEND ? monday + 5 : monday, monday + 6};
}

Window time_value_window(TimeValue value)
{
    if (value.grain == GRAIN_NONE || value.before_christ || value.year == YEAR_UNKNOWN)
        return WINDOW_NONE;
    if (value.grain > GRAIN_YEAR && value.index == INDEX_UNKNOWN)
        return WINDOW_NONE;
    switch (value.grain) {
    case GRAIN_NONE:
    case GRAIN_COUNT_: break;
    case GRAIN_CENTURY:
    case GRAIN_DECADE:
    case GRAIN_YEAR: return months_window(value.year, 1, UNITS[value.grain].months);
    case GRAIN_HALF: return months_window(value.year, value.index * 6 - 5, 6);
    case GRAIN_QUARTER: return months_window(value.year, value.index * 3 - 2, 3);
    case GRAIN_SEASON: return months_window(value.year, value.index * 3, 3);
    case GRAIN_MONTH: return months_window(value.year, value.index, 1);
    case GRAIN_WEEK:
    case GRAIN_WEEKEND: return week_window(value);
    case GRAIN_DAY:
    case GRAIN_HOUR:
    case GRAIN_MINUTE:
    case GRAIN_SECOND: {
        Day day = day_from_ymd(value.year, value.index, value.day);
        return (Window){day, day};
    }
    }
    return WINDOW_NONE;
}

Day time_value_first_day(TimeValue value)
{
    return time_value_window(value).first;
}

Day time_value_exact_day(TimeValue value)
{
    return value.grain >= GRAIN_DAY ? time_value_first_day(value) : DAY_NONE;
}

TimeValue time_value_years_on(TimeValue value, int years)
{
    value.year += years;
    return value.year >= 1 && value.year <= LAST_YEAR ? value : time_value_none();
}

/* The month in which a value begins, 1 where it is not known. */
static int first_month(TimeValue value)
{
    Day day = time_value_first_day(value);
    if (day == DAY_NONE)
        return value.grain >= GRAIN_DAY && value.index != INDEX_UNKNOWN ? value.index : 1;
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    day_to_ymd(day, &year, &month, &day_of_month);
    return month;
}

static TimeValue within_week(TimeValue value, Grain unit)
{
    Day day = time_value_first_day(value);
    TimeValue out = time_value_none();
    out.grain = unit;
    out.before_christ = value.before_christ;
    if (day == DAY_NONE)
        out.year = value.year;
    else
        day_iso_week(day, &out.year, &out.index);
    return out;
}

/* A season's year is the one in which it begins. */
static TimeValue within_season(TimeValue value, TimeValue out)
{
    int month = first_month(value);
    if (month < 3) {
        out.index = 4;
        out.year--;
    } else {
        out.index = month / 3;
    }
    return out;
}

TimeValue time_value_within(TimeValue value, Grain unit)
{
    if (value.grain == GRAIN_NONE || (value.grain <= unit && unit < GRAIN_HOUR)) {
        value.part = STR_NONE;
        value.clock = CLOCK_NONE;
        return value;
    }
    if (unit == GRAIN_WEEK || unit == GRAIN_WEEKEND)
        return within_week(value, unit);
    TimeValue out = time_value_none();
    out.grain = unit;
    out.before_christ = value.before_christ;
    out.year = value.year;
    if (value.grain == GRAIN_WEEK || value.grain == GRAIN_WEEKEND) { /* an ISO week's days may lie in the year before */
        int ignored = 0;
        Day day = time_value_first_day(value);
        if (day != DAY_NONE)
            day_to_ymd(day + 3, &out.year, &ignored, &ignored);
    }
    if (unit == GRAIN_CENTURY)
        out.year -= out.year % 100;
    else if (unit == GRAIN_DECADE)
        out.year -= out.year % 10;
    else if (unit == GRAIN_HALF)
        out.index = (first_month(value) - 1) / 6 + 1;
    else if (unit == GRAIN_QUARTER)
        out.index = (first_month(value) - 1) / 3 + 1;
    else if (unit == GRAIN_SEASON)
        out = within_season(value, out);
    else if (unit == GRAIN_MONTH)
        out.index = value.grain >= GRAIN_DAY ? value.index : first_month(value);
    else if (unit >= GRAIN_DAY)
        out = value;
    return out;
}

static TimeValue shift_years(TimeValue value, int years)
{
    int year = value.before_christ ? value.year - years : value.year + years;
    if (value.year == YEAR_UNKNOWN || year < 1 || year > LAST_YEAR)
        value.year = YEAR_UNKNOWN;
    else
        value.year = year;
    return value;
}

/* Grains that number the parts of a year: goes on past its end. */
static TimeValue shift_index(TimeValue value, int parts_a_year, int n)
{
    if (value.index == INDEX_UNKNOWN)
        return value;
    int at = value.index - 1 + n % (parts_a_year * 9999);
    int years = at / parts_a_year;
    at %= parts_a_year;
    if (at < 0) {
        at += parts_a_year;
        years--;
    }
    value.index = at + 1;
    return value.year == YEAR_UNKNOWN ? value : shift_years(value, years);
}

static TimeValue shift_days(TimeValue value, int days)
{
    Day day = time_value_exact_day(value);
    if (day == DAY_NONE)
        value.day = INDEX_UNKNOWN;
    else
        value = time_value_day(day + days);
    value.part = STR_NONE;
    value.clock = CLOCK_NONE;
    return value;
}

static TimeValue shift_weeks(TimeValue value, Grain unit, int n)
{
    Day monday = time_value_first_day(value);
    if (monday == DAY_NONE) {
        value.index = INDEX_UNKNOWN;
        return value;
    }
    return within_week(time_value_day(monday + n * DAYS_A_WEEK), unit);
}

TimeValue time_value_shift(TimeValue value, Grain unit, int n)
{
    if (value.grain == GRAIN_NONE || n > MAX_SHIFT || n < -MAX_SHIFT)
        return time_value_none();
    Grain holder = unit > GRAIN_DAY ? GRAIN_DAY : unit;
    bool coarser = value.grain < holder; /* a day after a month: on some day of it */
    value = time_value_within(value, holder);
    if (coarser) {
        if (unit >= GRAIN_DAY)
            value = (TimeValue){.grain = GRAIN_DAY,
                                .before_christ = value.before_christ,
                                .year = value.year,
                                .index = value.grain == GRAIN_MONTH ? value.index : 0,
                                .clock = CLOCK_NONE};
        return value;
    }
    switch (unit) {
    case GRAIN_NONE:
    case GRAIN_COUNT_: break;
    case GRAIN_CENTURY: return shift_years(value, n * 100);
    case GRAIN_DECADE: return shift_years(value, n * 10);
    case GRAIN_YEAR: return value.year == YEAR_UNKNOWN ? value : shift_years(value, n);
    case GRAIN_HALF: return shift_index(value, 2, n);
    case GRAIN_QUARTER:
    case GRAIN_SEASON: return shift_index(value, 4, n);
    case GRAIN_MONTH: return shift_index(value, MONTHS_A_YEAR, n);
    case GRAIN_WEEK:
    case GRAIN_WEEKEND: return shift_weeks(value, unit, n);
    case GRAIN_DAY: return shift_days(value, n);
    case GRAIN_HOUR: return shift_days(value, n / HOURS_A_DAY);
    case GRAIN_MINUTE:
    case GRAIN_SECOND: return shift_days(value, 0);
    }
    return value;
}

void time_duration_write(Buf *out, Grain unit, int n, bool half)
{
    buf_char(out, 'P');
    if (UNITS[unit].clock)
        buf_char(out, 'T');
    bool minutes = half && unit == GRAIN_HOUR; /* half an hour is 30 minutes */
    if (n < 0)
        buf_char(out, 'X');
    else if (n > 0 || !minutes)
        buf_int(out, n);
    if (minutes) {
        buf_put(out, n == 0 ? STR("30M") : STR("H30M"));
        return;
    }
    if (half)
        buf_put(out, STR(".5"));
    if (unit == GRAIN_WEEKEND) /* a weekend is two days long */
        buf_put(out, STR("WE"));
    else
        buf_put(out, str_from(UNITS[unit].text));
}

static int days_of(Grain unit, int n)
{
    int64_t minutes = unit == GRAIN_HOUR     ? (int64_t)n * MINUTES_AN_HOUR
                      : unit == GRAIN_MINUTE ? n
                                             : n / MINUTES_AN_HOUR;
    int64_t a_day = (int64_t)HOURS_A_DAY * MINUTES_AN_HOUR;
    return (int)((minutes + a_day - 1) / a_day);
}

Window time_span_window(Day anchor, Grain unit, int n, bool back)
{
    if (anchor == DAY_NONE || n <= 0 || n > MAX_SHIFT || unit == GRAIN_NONE)
        return WINDOW_NONE;
    Day other = DAY_NONE;
    if (UNITS[unit].months > 0) {
        int year = 0;
        int month = 0;
        int day = 0;
        day_to_ymd(anchor, &year, &month, &day);
        int64_t months = (int64_t)year * MONTHS_A_YEAR + month - 1 + (int64_t)(back ? -n : n) * UNITS[unit].months;
        int to_year = (int)(months / MONTHS_A_YEAR);
        int to_month = (int)(months % MONTHS_A_YEAR) + 1;
        int last_day = days_in_month(to_year, to_month);
        other = day_from_ymd(to_year, to_month, day < last_day ? day : last_day);
        if (other == DAY_NONE)
            return WINDOW_NONE;
        other += back ? 1 : -1;
    } else {
        int days = UNITS[unit].days > 0 ? n * UNITS[unit].days : days_of(unit, n);
        other = back ? anchor - (days - 1) : anchor + (days - 1);
    }
    return back ? (Window){other, anchor} : (Window){anchor, other};
}
