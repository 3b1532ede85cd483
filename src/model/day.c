#include "model/day.h"

enum { SECONDS_A_DAY = 86400, MAX_YEAR = 9999 };

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return month == 2 && is_leap(year) ? 29 : DAYS[month - 1];
}

/* Days from civil: Howard Hinnant's algorithm, years counted from March. */
Day day_from_ymd(int year, int month, int day)
{
    if (year < 1 || year > MAX_YEAR || day < 1 || day > days_in_month(year, month))
        return DAY_NONE;
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int year_of_era = y - era * 400;
    int day_of_shifted_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_shifted_year;
    return era * 146097 + day_of_era - 719468;
}

void day_to_ymd(Day day, int *year, int *month, int *day_of_month)
{
    int z = day + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = z - era * 146097;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_shifted_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted_month = (5 * day_of_shifted_year + 2) / 153;
    *day_of_month = day_of_shifted_year - (153 * shifted_month + 2) / 5 + 1;
    *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

int day_weekday(Day day)
{
    int weekday = (int)((day + 3) % 7); /* 1970-01-01 was a Thursday */
    return weekday < 0 ? weekday + 7 : weekday;
}

int day_of_year(Day day)
{
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    day_to_ymd(day, &year, &month, &day_of_month);
    return day - day_from_ymd(year, 1, 1) + 1;
}

void day_iso_week(Day day, int *year, int *week)
{
    Day thursday = day - day_weekday(day) + 3; /* the week belongs to its Thursday's year */
    int month = 0;
    int day_of_month = 0;
    day_to_ymd(thursday, year, &month, &day_of_month);
    *week = (thursday - day_from_ymd(*year, 1, 1)) / 7 + 1;
}

/* Exactly `digits` digits from the front of *s. */
static bool take_digits(Str *s, size_t digits, int *out)
{
    int64_t n = 0;
    if (s->len < digits || !str_number(str_slice(*s, 0, digits), &n))
        return false;
    *out = (int)n;
    *s = str_drop(*s, digits);
    return true;
}

static bool take_char(Str *s, char c)
{
    if (s->len == 0 || s->ptr[0] != c)
        return false;
    *s = str_drop(*s, 1);
    return true;
}

static Day take_day(Str *s)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (take_digits(s, 4, &year) && take_char(s, '-') && take_digits(s, 2, &month) && take_char(s, '-') &&
        take_digits(s, 2, &day))
        return day_from_ymd(year, month, day);
    return DAY_NONE;
}

Day day_parse(Str s)
{
    Day day = take_day(&s);
    return s.len == 0 ? day : DAY_NONE;
}

static void write_padded(Buf *out, int n, int digits)
{
    enum { MAX_DIGITS = 4 };
    char text[MAX_DIGITS];
    for (int i = digits; i-- > 0; n /= 10)
        text[i] = (char)('0' + n % 10);
    buf_put(out, (Str){text, (size_t)digits});
}

static void write_parts(Buf *out, Day day, MomentPrecision precision)
{
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    day_to_ymd(day, &year, &month, &day_of_month);
    write_padded(out, year, 4);
    if (precision >= MOMENT_MONTH) {
        buf_char(out, '-');
        write_padded(out, month, 2);
    }
    if (precision >= MOMENT_DAY) {
        buf_char(out, '-');
        write_padded(out, day_of_month, 2);
    }
}

void day_write(Buf *out, Day day)
{
    if (day != DAY_NONE)
        write_parts(out, day, MOMENT_DAY);
}

bool window_is_known(Window w)
{
    return w.first != DAY_NONE && w.last != DAY_NONE;
}

bool window_overlaps(Window a, Window b)
{
    return window_is_known(a) && window_is_known(b) && a.first <= b.last && b.first <= a.last;
}

bool window_holds(Window outer, Window inner)
{
    return window_is_known(outer) && window_is_known(inner) && outer.first <= inner.first && inner.last <= outer.last;
}

bool window_equal(Window a, Window b)
{
    return a.first == b.first && a.last == b.last;
}

int window_days(Window w)
{
    return window_is_known(w) ? w.last - w.first + 1 : 0;
}

bool window_is_long_past(Window w, Day day)
{
    enum { HALF_A_YEAR_DAYS = 180 };
    return day != DAY_NONE && window_is_known(w) && w.last + HALF_A_YEAR_DAYS < day;
}

static const Moment NO_MOMENT = {0, MOMENT_NONE, 0};

static Moment moment_at(Day day, int seconds_of_day, MomentPrecision precision)
{
    if (day == DAY_NONE)
        return NO_MOMENT;
    return (Moment){(int64_t)day * SECONDS_A_DAY + seconds_of_day, precision, 0};
}

/* "13:05[:07[.123]]" as seconds of the day. */
static bool take_clock(Str *s, int *seconds)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!take_digits(s, 2, &hour) || !take_char(s, ':') || !take_digits(s, 2, &minute))
        return false;
    if (take_char(s, ':') && !take_digits(s, 2, &second))
        return false;
    if (take_char(s, '.')) {
        while (s->len > 0 && char_is_digit(s->ptr[0]))
            *s = str_drop(*s, 1);
    }
    *seconds = hour * 3600 + minute * 60 + second;
    return hour < 24 && minute < 60 && second <= 60;
}

/* RFC 822's own names of zones, as hours east of UTC: a wire format's, not a language's. */
static bool feed_zone(Str name, int *hours)
{
    static const char NAMES[] = "ESTEDTCSTCDTMSTMDTPSTPDT";
    static const int HOURS[] = {-5, -4, -6, -5, -7, -6, -8, -7};
    for (size_t i = 0; i < sizeof HOURS / sizeof *HOURS && name.len == 3; i++) {
        if (str_equal(name, (Str){NAMES + i * 3, 3})) {
            *hours = HOURS[i];
            return true;
        }
    }
    return false;
}

/* "Z", "+05:00", "+0500", "GMT", "UTC", "EST" or nothing, as seconds east of UTC. */
static bool take_zone(Str s, int *seconds)
{
    *seconds = 0;
    s = str_trim(s);
    if (s.len == 0 || str_equal(s, STR("Z")) || str_equal(s, STR("GMT")) || str_equal(s, STR("UTC")) ||
        str_equal(s, STR("UT")))
        return true;
    int sign = s.ptr[0] == '-' ? -1 : 1;
    int hours = 0;
    int minutes = 0;
    if (feed_zone(s, &hours)) {
        *seconds = hours * 3600;
        return true;
    }
    if (s.ptr[0] != '+' && s.ptr[0] != '-')
        return false;
    s = str_drop(s, 1);
    if (!take_digits(&s, 2, &hours))
        return false;
    (void)take_char(&s, ':');
    if (s.len > 0 && !take_digits(&s, 2, &minutes))
        return false;
    *seconds = sign * (hours * 3600 + minutes * 60);
    return s.len == 0 && hours < 24 && minutes < 60;
}

static Moment with_clock(Day day, Str rest)
{
    int clock = 0;
    int zone = 0;
    if (day == DAY_NONE || !take_clock(&rest, &clock) || !take_zone(rest, &zone))
        return NO_MOMENT;
    Moment moment = moment_at(day, clock - zone, MOMENT_TIME);
    moment.zone_seconds = zone;
    return moment;
}

static Moment parse_iso(Str s)
{
    Str rest = s;
    int year = 0;
    int month = 0;
    if (s.len == 4 && take_digits(&rest, 4, &year))
        return moment_at(day_from_ymd(year, 1, 1), 0, MOMENT_YEAR);
    rest = s;
    if (s.len == 7 && take_digits(&rest, 4, &year) && take_char(&rest, '-') && take_digits(&rest, 2, &month))
        return moment_at(day_from_ymd(year, month, 1), 0, MOMENT_MONTH);
    rest = s;
    Day day = take_day(&rest);
    if (rest.len == 0)
        return moment_at(day, 0, MOMENT_DAY);
    if (!take_char(&rest, 'T') && !take_char(&rest, 't') && !take_char(&rest, ' '))
        return NO_MOMENT;
    return with_clock(day, rest);
}

/* RFC 822's own month names: a wire format's, not a language's. */
static int feed_month(Str name)
{
    static const char NAMES[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    for (int m = 0; m < 12 && name.len >= 3; m++) {
        if (str_equal_caseless((Str){NAMES + (ptrdiff_t)m * 3, 3}, str_slice(name, 0, 3)))
            return m + 1;
    }
    return 0;
}

/* "[Sat, ]31 Jan 2026[ 13:05:00 GMT]" */
static Moment parse_feed(Str s)
{
    size_t comma = str_find_char(s, ',', 0);
    if (comma != SIZE_MAX)
        s = str_trim(str_drop(s, comma + 1));
    Str day_text = STR_NONE;
    Str month_text = STR_NONE;
    Str year_text = STR_NONE;
    int64_t day = 0;
    int64_t year = 0;
    if (!str_cut(&s, ' ', &day_text) || !str_cut(&s, ' ', &month_text) || !str_cut(&s, ' ', &year_text) ||
        !str_number(day_text, &day) || !str_number(year_text, &year) || day > 31 || year > MAX_YEAR)
        return NO_MOMENT;
    if (year_text.len == 2)
        year += year < 70 ? 2000 : 1900;
    Day found = day_from_ymd((int)year, feed_month(month_text), (int)day);
    if (!str_present(s))
        return moment_at(found, 0, MOMENT_DAY);
    return with_clock(found, s);
}

Moment moment_parse(Str s)
{
    s = str_trim(s);
    Moment found = parse_iso(s);
    return found.precision != MOMENT_NONE ? found : parse_feed(s);
}

static Day day_of_seconds(int64_t seconds)
{
    int64_t day = seconds / SECONDS_A_DAY;
    if (seconds % SECONDS_A_DAY < 0)
        day--;
    return (Day)day;
}

/* By a clock so far east of UTC; without the zone. */
static void write_moment(Buf *out, Moment moment, int zone)
{
    int64_t seconds = moment.seconds + zone;
    Day day = day_of_seconds(seconds);
    if (moment.precision == MOMENT_NONE)
        return;
    write_parts(out, day, moment.precision);
    if (moment.precision < MOMENT_TIME)
        return;
    int clock = (int)(seconds - (int64_t)day * SECONDS_A_DAY);
    buf_char(out, 'T');
    write_padded(out, clock / 3600, 2);
    buf_char(out, ':');
    write_padded(out, clock / 60 % 60, 2);
    buf_char(out, ':');
    write_padded(out, clock % 60, 2);
}

void moment_write(Buf *out, Moment moment)
{
    write_moment(out, moment, 0);
    if (moment.precision == MOMENT_TIME)
        buf_char(out, 'Z');
}

void moment_write_own(Buf *out, Moment moment)
{
    int zone = moment.zone_seconds;
    if (zone == 0 || moment.precision != MOMENT_TIME) {
        moment_write(out, moment);
        return;
    }
    write_moment(out, moment, zone);
    int minutes = (zone < 0 ? -zone : zone) / 60;
    buf_char(out, zone < 0 ? '-' : '+');
    write_padded(out, minutes / 60, 2);
    buf_char(out, ':');
    write_padded(out, minutes % 60, 2);
}

Day moment_day(Moment moment)
{
    return moment.precision >= MOMENT_DAY ? day_of_seconds(moment.seconds + moment.zone_seconds) : DAY_NONE;
}

Day moment_day_utc(Moment moment)
{
    return moment.precision >= MOMENT_DAY ? day_of_seconds(moment.seconds) : DAY_NONE;
}

Window moment_window(Moment moment)
{
    if (moment.precision == MOMENT_NONE)
        return WINDOW_NONE;
    Day first = day_of_seconds(moment.seconds + moment.zone_seconds);
    if (moment.precision >= MOMENT_DAY)
        return (Window){first, first};
    int year = 0;
    int month = 0;
    int day = 0;
    day_to_ymd(first, &year, &month, &day);
    if (moment.precision == MOMENT_YEAR)
        return (Window){first, day_from_ymd(year, 12, 31)};
    return (Window){first, first + days_in_month(year, month) - 1};
}

Moment window_moment(Window window)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (!window_is_known(window))
        return (Moment){.precision = MOMENT_NONE};
    day_to_ymd(window.first, &year, &month, &day);
    Moment moment = {.seconds = (int64_t)window.first * SECONDS_A_DAY, .precision = MOMENT_DAY};
    if (day == 1 && month == 1 && window.last == day_from_ymd(year, 12, 31))
        moment.precision = MOMENT_YEAR;
    else if (day == 1 && window.last == day_from_ymd(year, month, days_in_month(year, month)))
        moment.precision = MOMENT_MONTH;
    else if (window.first != window.last)
        moment = (Moment){.precision = MOMENT_NONE};
    return moment;
}

int64_t moment_last_second(Moment moment)
{
    if (moment.precision == MOMENT_NONE)
        return INT64_MAX;
    if (moment.precision == MOMENT_TIME)
        return moment.seconds;
    return ((int64_t)moment_window(moment).last + 1) * SECONDS_A_DAY - 1;
}
