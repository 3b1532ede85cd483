#include "extract/when/when_point.h"

#include "extract/when/when_holiday.h"
#include "extract/when/when_year.h"

enum {
    MINUTES_AN_HOUR = 60,
    NOON_HOUR = 12,
    LAST_HOUR = 24,
    LAST_YEAR = 9999,
    MONTHS_A_YEAR = 12,
    DAYS_A_WEEK = 7,
    QUARTER_DAYS = 91,
    QUARTERS_A_YEAR = 4,
    PIVOT = 50, /* two figures below it are of this century */
};

static bool has_year(TimeValue v)
{
    return v.grain != GRAIN_NONE && v.year != YEAR_UNKNOWN;
}

/* What fields that are left out are taken from. */
static TimeValue base_of(const TimeParts *p, const TimeContext *c)
{
    if (p->chained && has_year(c->named))
        return c->named;
    if ((p->chained || c->narrative) && has_year(c->last))
        return c->last;
    return c->narrative ? time_value_none() : c->anchor;
}

static TimeValue point_of(Grain grain, int year, int index)
{
    TimeValue v = time_value_none();
    v.grain = grain;
    v.year = year;
    v.index = index;
    return v;
}

/* A year taken from a base before Christ lies there too. */
static TimeValue on_calendar_of(TimeValue base, TimeValue v)
{
    v.before_christ = base.before_christ && v.year != YEAR_UNKNOWN;
    return v;
}

/* The full year of two figures: the last such year before the report, or the century of the text. */
static int full_year(int two, const TimeParts *p, const TimeContext *c)
{
    int near = parts_have(p, FIELD_YEAR) ? p->number[FIELD_YEAR] : has_year(c->last) && c->narrative ? c->last.year : 0;
    if (two >= 100)
        return two;
    if (parts_have(p, FIELD_HUNDREDS))
        return p->number[FIELD_HUNDREDS] * 100 + two;
    if (near > 0)
        return near - near % 100 + two + (parts_have(p, FIELD_YEAR) && two < near % 100 ? 100 : 0);
    if (!has_year(c->anchor))
        return two + (two < PIVOT ? 2000 : 1900);
    int year = c->anchor.year - c->anchor.year % 100 + two;
    return year > c->anchor.year + 1 && year > 100 ? year - 100 : year;
}

/* The year that is stated or meant by "of last year"; YEAR_UNKNOWN. */
static int stated_year(const TimeParts *p, const TimeContext *c)
{
    if (parts_have(p, FIELD_SHORT))
        return full_year(p->number[FIELD_SHORT], p, c);
    if (parts_have(p, FIELD_YEAR) && p->number[FIELD_YEAR] <= LAST_YEAR)
        return p->number[FIELD_YEAR];
    TimeValue base = base_of(p, c);
    if (parts_have(p, FIELD_YEAR_REL) && has_year(base))
        return base.year + p->number[FIELD_YEAR_REL];
    if (p->chained && has_year(base))
        return base.year;
    return YEAR_UNKNOWN;
}

static TimeValue day_value(int year, int month, int day)
{
    TimeValue v = point_of(GRAIN_DAY, year, month);
    v.day = day;
    return v;
}

static TimeValue month_day(const TimeParts *p, const TimeContext *c)
{
    int month = p->number[FIELD_MONTH];
    int day = p->number[FIELD_DAY];
    int year = stated_year(p, c);
    if (year != YEAR_UNKNOWN)
        return day_value(year, month, day);
    TimeValue base = base_of(p, c);
    if (!has_year(base))
        return day_value(YEAR_UNKNOWN, month, day);
    year = when_year_of_day(p, c, base);
    return on_calendar_of(base, day_value(year, month, day));
}

/* "last May" is over, "next May" has not begun; "this winter", told of in March, is over too. */
static int related_year(int rel, Tense tense, int index, TimeValue now)
{
    if (rel < 0)
        return index >= now.index ? now.year - 1 : now.year;
    if (rel > 0)
        return index <= now.index ? now.year + 1 : now.year;
    bool over = now.grain == GRAIN_SEASON && tense != TENSE_FUTURE && index > now.index + 1;
    return over ? now.year - 1 : now.year;
}

/* "Left in the summer", "nine were killed on Good Friday": what the verb tells is over. */
static bool is_done(const TimeContext *c)
{
    return c->verb.of_harm || (c->verb.tense == TENSE_PAST && c->verb.near);
}

/* Of a season, quarter or half that is named alone. */
static int year_of_part(const TimeContext *c, Grain grain, int index, TimeValue now)
{
    int just_over = grain == GRAIN_QUARTER ? now.index - 1 : now.index; /* its results are still to be told */
    bool last_of_year = grain == GRAIN_QUARTER && index - now.index == QUARTERS_A_YEAR - 1;
    if (c->verb.tense == TENSE_FUTURE && c->verb.near && index < just_over)
        return now.year + 1;
    if (c->verb.tense == TENSE_FUTURE && !last_of_year)
        return now.year;
    int newest = now.index + (is_done(c) ? 0 : 1); /* "nine were killed in the summer", told in March */
    return index > newest ? now.year - 1 : now.year;
}

static int index_year(const TimeParts *p, const TimeContext *c, Grain grain, int index)
{
    TimeValue base = base_of(p, c);
    if (!has_year(base))
        return YEAR_UNKNOWN;
    if (c->narrative && grain == GRAIN_MONTH)
        return when_year_narrated(base, index);
    if (c->narrative || base.grain <= GRAIN_YEAR)
        return base.year;
    TimeValue now = time_value_within(base, grain);
    if (parts_have(p, FIELD_REL))
        return related_year(p->number[FIELD_REL], c->verb.tense, index, now);
    if (c->sentence_year != YEAR_UNKNOWN && c->verb.tense != TENSE_FUTURE)
        return c->sentence_year;
    if (grain == GRAIN_MONTH && base.grain >= GRAIN_MONTH) {
        int of_month = base.grain >= GRAIN_DAY ? base.day : 1; /* this month is no month ahead */
        TenseSign verb = c->verb;
        verb.near = verb.near || (verb.tense == TENSE_FUTURE && verb.clause);
        if (index == base.index)
            return base.year;
        return when_year_fitting(index, of_month > 28 ? 28 : of_month, time_value_first_day(base), verb,
                                 c->verb.of_harm ? YEAR_DONE_SLACK_DAYS : YEAR_SLACK_DAYS);
    }
    return year_of_part(c, grain, index, now);
}

/* A month, season, quarter or half of a year. */
static TimeValue part_of_year(const TimeParts *p, const TimeContext *c, Grain grain, int index)
{
    int year = stated_year(p, c);
    if (year != YEAR_UNKNOWN)
        return point_of(grain, year, index);
    return on_calendar_of(base_of(p, c), point_of(grain, index_year(p, c, grain, index), index));
}

static TimeValue weekday(const TimeParts *p, const TimeContext *c)
{
    enum { NEARER = 3 }; /* of a week's days those that lie nearer ahead than back */
    Day anchor = time_value_exact_day(c->guessed && c->last.grain >= GRAIN_DAY ? c->last : base_of(p, c));
    if (anchor == DAY_NONE)
        return time_value_none();
    int ahead = (p->number[FIELD_WDAY] - 1 - day_weekday(anchor) + DAYS_A_WEEK) % DAYS_A_WEEK;
    if (parts_have(p, FIELD_REL)) {
        int rel = p->number[FIELD_REL];
        if (rel < 0)
            return time_value_day(anchor + ahead + rel * DAYS_A_WEEK); /* "penultimate Friday": -2 */
        if (rel == 0 && ahead > 0 && c->verb.of_harm)                  /* "nine were killed this Tuesday" */
            return time_value_day(anchor + ahead - DAYS_A_WEEK);
        return time_value_day(anchor + (rel > 0 && ahead == 0 ? DAYS_A_WEEK : ahead));
    }
    if (c->verb.tense == TENSE_FUTURE || ahead == 0 || ((c->guessed || c->verb.now) && ahead <= NEARER))
        return time_value_day(anchor + ahead);
    return time_value_day(anchor + ahead - DAYS_A_WEEK);
}

static TimeValue unit_of_years(int year, Grain grain, bool before_christ)
{
    TimeValue v = point_of(grain, year, INDEX_UNKNOWN);
    v.before_christ = before_christ;
    return v;
}

static Day holiday_first_day(const TimeParts *p, const TimeContext *c)
{
    int year = stated_year(p, c);
    if (year != YEAR_UNKNOWN)
        return holiday_in(p->holiday, year);
    TimeValue base = base_of(p, c);
    if (!has_year(base))
        return DAY_NONE;
    Day anchor = time_value_exact_day(base);
    if (c->narrative || anchor == DAY_NONE)
        return holiday_in(p->holiday, base.year);
    bool ahead = c->verb.tense == TENSE_FUTURE && c->verb.near;
    int slack = is_done(c) ? YEAR_DONE_SLACK_DAYS : YEAR_SLACK_DAYS;
    return ahead ? holiday_next(p->holiday, anchor) : holiday_last(p->holiday, anchor + slack);
}

int when_holiday_nth(const TimeParts *p)
{
    int nth = parts_have(p, FIELD_DAY) ? p->number[FIELD_DAY] : 0;
    return nth < 0 ? holiday_length(p->holiday) : nth;
}

/* "Ashura", "the third day of Eid". */
static TimeValue holiday(const TimeParts *p, const TimeContext *c)
{
    Day first = holiday_first_day(p, c);
    return time_value_day(first == DAY_NONE ? first : first + when_holiday_nth(p) - (when_holiday_nth(p) > 0));
}

static TimeValue day_of_month(const TimeParts *p, const TimeContext *c)
{
    TimeValue base =
        has_year(c->last) && c->last.grain >= GRAIN_MONTH && (c->narrative || c->last_is_near) ? c->last : c->anchor;
    if (!has_year(base) || base.grain < GRAIN_MONTH)
        return day_value(YEAR_UNKNOWN, INDEX_UNKNOWN, p->number[FIELD_DAY]);
    TimeValue month = time_value_within(base, GRAIN_MONTH);
    Day written = c->narrative ? DAY_NONE : time_value_exact_day(c->anchor);
    bool ahead = written != DAY_NONE && day_from_ymd(month.year, month.index, p->number[FIELD_DAY]) > written;
    if (ahead && c->verb.tense != TENSE_FUTURE) /* "on the 28th", told on the 3rd */
        month = time_value_shift(month, GRAIN_MONTH, -1);
    return day_value(month.year, month.index, p->number[FIELD_DAY]);
}

/* "The first Sunday of March", "the last Monday of May 2014". */
static TimeValue nth_weekday(const TimeParts *p, const TimeContext *c)
{
    TimeParts month = *p;
    month.known &= ~(1U << (unsigned)FIELD_REL);
    Window days = time_value_window(part_of_year(&month, c, GRAIN_MONTH, p->number[FIELD_MONTH]));
    int nth = p->number[FIELD_REL];
    if (!window_is_known(days))
        return time_value_none();
    Day first = days.first + (p->number[FIELD_WDAY] - 1 - day_weekday(days.first) + DAYS_A_WEEK) % DAYS_A_WEEK;
    Day last = first + (days.last - first) / DAYS_A_WEEK * DAYS_A_WEEK;
    Day day = nth < 0 ? last : first + (nth - 1) * DAYS_A_WEEK;
    return day <= last ? time_value_day(day) : time_value_none();
}

/* When a part of the day begins at the earliest, in minutes since midnight; CLOCK_NONE where that says nothing. */
static int part_begins(Str part)
{
    enum { EVENING = 17 * MINUTES_AN_HOUR, NIGHT = 20 * MINUTES_AN_HOUR };
    if (str_equal(part, STR("EV")))
        return EVENING;
    return str_equal(part, STR("NI")) ? NIGHT : CLOCK_NONE;
}

/* The day of an hour or part of a day that is given alone. One that nowhere on earth had come when the report was published is that of the
 * day before. */
static TimeValue day_at_hand(const TimeContext *c, int clock)
{
    enum { EASTMOST_MINUTES = 13 * MINUTES_AN_HOUR };
    bool ahead = c->verb.tense == TENSE_FUTURE && !c->narrative && c->anchor.grain == GRAIN_DAY;
    bool past = ahead && time_value_exact_day(c->last) < time_value_exact_day(c->anchor);
    if (c->last.grain >= GRAIN_DAY && (c->narrative || c->last_is_near) && !past)
        return c->last;
    if (c->narrative)
        return time_value_none();
    bool over = c->verb.tense != TENSE_FUTURE && c->anchor.grain == GRAIN_DAY;
    return over && clock != CLOCK_NONE && clock - EASTMOST_MINUTES > c->written
               ? time_value_shift(c->anchor, GRAIN_DAY, -1)
               : c->anchor;
}

/* "Today"; "on this day in 1998": the report's day, of that year where one is told. */
static TimeValue deictic(const TimeParts *p, const TimeContext *c)
{
    TimeValue day = time_value_shift(c->anchor, GRAIN_DAY, p->number[FIELD_DEICTIC]);
    bool other = parts_have(p, FIELD_YEAR) && has_year(day);
    return other ? day_value(p->number[FIELD_YEAR], day.index, day.day) : day;
}

/* The day, month, year … of a date, without the hour. */
static TimeValue calendar_point(const TimeParts *p, const TimeContext *c)
{
    if (parts_have(p, FIELD_ISO))
        return time_value_day(p->number[FIELD_ISO]);
    if (parts_have(p, FIELD_DEICTIC))
        return deictic(p, c);
    if (str_present(p->holiday))
        return holiday(p, c);
    if (parts_have(p, FIELD_CENTURY))
        return unit_of_years((p->number[FIELD_CENTURY] - 1) * 100, GRAIN_CENTURY, p->before_christ);
    if (parts_have(p, FIELD_DECADE))
        return unit_of_years(p->number[FIELD_DECADE], GRAIN_DECADE, p->before_christ);
    if (parts_have(p, FIELD_MONTH) && parts_have(p, FIELD_WDAY) && !parts_have(p, FIELD_DAY))
        return nth_weekday(p, c);
    if (parts_have(p, FIELD_MONTH))
        return parts_have(p, FIELD_DAY) && p->number[FIELD_DAY] <= 31
                   ? month_day(p, c)
                   : part_of_year(p, c, GRAIN_MONTH, p->number[FIELD_MONTH]);
    if (parts_have(p, FIELD_QUARTER))
        return part_of_year(p, c, GRAIN_QUARTER, p->number[FIELD_QUARTER]);
    if (parts_have(p, FIELD_HALF_YEAR))
        return part_of_year(p, c, GRAIN_HALF, p->number[FIELD_HALF_YEAR]);
    if (parts_have(p, FIELD_SEASON))
        return part_of_year(p, c, GRAIN_SEASON, p->number[FIELD_SEASON]);
    if (parts_have(p, FIELD_WDAY))
        return weekday(p, c);
    if (parts_have(p, FIELD_DAY))
        return day_of_month(p, c);
    int year = stated_year(p, c);
    if (year != YEAR_UNKNOWN && year <= LAST_YEAR)
        return unit_of_years(year, GRAIN_YEAR, p->before_christ);
    return time_value_none();
}

int when_clock(const TimeParts *p)
{
    int clock = CLOCK_NONE;
    if (parts_have(p, FIELD_CLOCK))
        clock = p->number[FIELD_CLOCK];
    else if (parts_have(p, FIELD_HOUR) && p->number[FIELD_HOUR] <= LAST_HOUR)
        clock = p->number[FIELD_HOUR] * MINUTES_AN_HOUR;
    else
        return CLOCK_NONE;
    int hour = clock / MINUTES_AN_HOUR;
    bool late = str_equal(p->half_of_day, STR("pm")) || str_equal(p->part, STR("AF")) || str_equal(p->part, STR("EV"));
    if (late && hour < NOON_HOUR)
        clock += NOON_HOUR * MINUTES_AN_HOUR;
    if (str_equal(p->half_of_day, STR("am")) && hour == NOON_HOUR)
        clock -= NOON_HOUR * MINUTES_AN_HOUR;
    return clock <= LAST_HOUR * MINUTES_AN_HOUR ? clock : CLOCK_NONE;
}

static TimeValue quarter_told_of(const TimeContext *c)
{
    return c->quarter.grain == GRAIN_QUARTER ? c->quarter : c->last;
}

/* "The week of March 6"; "the 2011 quarter" of a text about a second quarter is that one of 2011; of a quarter that ends on
 * a day, the one that its middle lies in. */
static TimeValue of_unit(TimeValue v, Grain unit, const TimeContext *c)
{
    if (unit == GRAIN_QUARTER && v.grain == GRAIN_DAY)
        v = time_value_shift(v, GRAIN_DAY, -QUARTER_DAYS / 2);
    if (unit == GRAIN_QUARTER && v.grain == GRAIN_YEAR && quarter_told_of(c).grain == GRAIN_QUARTER)
        return point_of(GRAIN_QUARTER, v.year, quarter_told_of(c).index);
    return time_value_within(v, unit);
}

static TimeValue date_point(const TimeParts *p, const TimeContext *c)
{
    TimeValue v = calendar_point(p, c);
    if (p->unit != GRAIN_NONE)
        v = of_unit(v, p->unit, c);
    v.before_christ = v.before_christ || p->before_christ;
    int clock = when_clock(p);
    if (clock == CLOCK_NONE && !str_present(p->part))
        return v;
    if (v.grain == GRAIN_NONE)
        v = day_at_hand(c, clock == CLOCK_NONE ? part_begins(p->part) : clock);
    if (v.grain < GRAIN_DAY)
        v = time_value_shift(v.grain == GRAIN_NONE ? time_value_year(YEAR_UNKNOWN) : v, GRAIN_DAY, 0);
    v.clock = clock;
    v.part = p->part;
    return v;
}

static int signed_n(const TimeParts *p)
{
    int n = p->number[FIELD_N];
    return parts_have(p, FIELD_DIR) ? n * p->number[FIELD_DIR] : n;
}

/* "The year-ago period": that year where the text names no quarter. */
static TimeValue quarter_a_year_ago(const TimeContext *c)
{
    TimeValue quarter = quarter_told_of(c);
    if (quarter.grain == GRAIN_QUARTER)
        return time_value_shift(quarter, GRAIN_QUARTER, -QUARTERS_A_YEAR);
    return time_value_shift(c->narrative ? c->last : c->anchor, GRAIN_YEAR, -1);
}

/* "Two weeks ago today", "20 years ago today", "exactly a month ago"; "two weeks ago Tuesday": of its days the Tuesday nearest to that; "a week from Friday": the Friday
 * behind that of this week. */
static TimeValue day_away(const TimeParts *p, TimeValue base, int n)
{
    enum { HALF_WEEK = 3 };
    TimeValue month = time_value_shift(base, GRAIN_MONTH, p->unit == GRAIN_YEAR ? n * MONTHS_A_YEAR : n);
    bool weeks = p->unit == GRAIN_WEEK;
    Day day = time_value_exact_day(base);
    if (day == DAY_NONE || !has_year(month))
        return time_value_none();
    int last = days_in_month(month.year, month.index); /* a month before the 31st may have none */
    day = weeks ? day + n * DAYS_A_WEEK : day_from_ymd(month.year, month.index, base.day < last ? base.day : last);
    if (day == DAY_NONE)
        return time_value_none();
    if (parts_have(p, FIELD_DEICTIC))
        return time_value_day(day + p->number[FIELD_DEICTIC]);
    int ahead = (p->number[FIELD_WDAY] - 1 - day_weekday(day) + DAYS_A_WEEK) % DAYS_A_WEEK;
    return time_value_day(day + (ahead <= HALF_WEEK || n > 0 ? ahead : ahead - DAYS_A_WEEK));
}

static TimeValue moved(const TimeParts *p, const TimeContext *c, TimeValue base)
{
    int n = signed_n(p);
    bool quarter = c->last.grain == GRAIN_QUARTER && !c->narrative;
    if (p->unit == GRAIN_YEAR && parts_have(p, FIELD_DIR) && n == -1 &&
        quarter) /* "a year ago" beside "the third quarter" */
        return time_value_shift(c->last, GRAIN_QUARTER, -QUARTERS_A_YEAR);
    if (p->unit == GRAIN_YEAR && parts_have(p, FIELD_HALF) &&
        base.grain >= GRAIN_MONTH) /* "two and a half years ago" */
        return time_value_within(
            time_value_shift(base, GRAIN_MONTH, n * MONTHS_A_YEAR + (n < 0 ? -1 : 1) * MONTHS_A_YEAR / 2), GRAIN_YEAR);
    bool over =
        p->past || (p->unit == GRAIN_WEEKEND && n == 0 && c->verb.of_harm); /* "this weekend nine were killed" */
    if (over && base.grain >= GRAIN_DAY &&
        time_value_window(time_value_within(base, p->unit)).first > time_value_first_day(base))
        n--;
    TimeValue v = time_value_shift(base, p->unit, n);
    if ((p->unit == GRAIN_WEEK || p->unit == GRAIN_MONTH || p->unit == GRAIN_YEAR) && parts_have(p, FIELD_DIR) &&
        (parts_have(p, FIELD_WDAY) || parts_have(p, FIELD_DEICTIC)))
        v = day_away(p, base, n);
    else if (p->unit == GRAIN_WEEK && parts_have(p, FIELD_WDAY) &&
             time_value_first_day(v) != DAY_NONE) /* "Thursday last week" */
        v = time_value_day(time_value_first_day(v) + p->number[FIELD_WDAY] - 1);
    v.part = p->part;
    return v;
}

/* "The latest quarter" of a text that has named none is the last one that is over. */
static TimeValue latest(const TimeParts *p, const TimeContext *c)
{
    if (p->unit == c->quarter.grain)
        return c->quarter;
    if (c->last.grain == p->unit || c->narrative)
        return moved(p, c, c->last);
    return time_value_shift(c->anchor, p->unit, -1);
}

/* A history's "two days later" needs a last time as fine as the unit, "that day" behind a month or year is one of its days; a report has its own. */
static TimeValue chain_base(const TimeParts *p, const TimeContext *c)
{
    if (p->unit == GRAIN_QUARTER && c->last.grain != GRAIN_QUARTER && has_year(c->quarter))
        return c->quarter;
    bool near = c->last.grain <= GRAIN_MONTH && c->last_is_near && p->number[FIELD_N] == 0;
    if (has_year(c->last) && (c->narrative || near || c->last.grain >= p->unit || !has_year(c->anchor)))
        return c->last;
    return c->narrative ? time_value_none() : c->anchor;
}

/* A history's "two days after the siege" counts from the last time named. A report may mean another event's day. */
static bool is_dated_span(const TimeParts *p, const TimeContext *c)
{
    return p->op == OP_SPAN && c->narrative && parts_have(p, FIELD_DIR) && parts_have(p, FIELD_N) && has_year(c->last);
}

TimeValue when_point(const TimeParts *p, const TimeContext *c)
{
    if (is_dated_span(p, c))
        return c->apposed ? c->last : moved(p, c, c->last);
    switch (p->op) {
    case OP_DATE: return date_point(p, c);
    case OP_MOVE:
        if (p->number[FIELD_N] == -1 && !parts_have(p, FIELD_N))
            return time_value_none();
        return moved(p, c, c->narrative ? time_value_none() : c->anchor);
    case OP_CHAIN:
        if (p->number[FIELD_N] == -1 && !parts_have(p, FIELD_N))
            return time_value_none();
        if (p->unit == GRAIN_NONE) /* "at that time" */
            return c->last;
        if (p->unit == GRAIN_QUARTER && signed_n(p) == -QUARTERS_A_YEAR)
            return quarter_a_year_ago(c);
        return p->past ? latest(p, c) : moved(p, c, chain_base(p, c));
    case OP_NONE:
    case OP_SPAN:
    case OP_EVERY:
    case OP_REF:
    case OP_COUNT_: break;
    }
    return time_value_none();
}
