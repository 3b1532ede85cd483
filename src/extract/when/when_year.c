#include "extract/when/when_year.h"

enum {
    QUARTER_DAYS = 91,
    YEAR_DAYS = 366,
    WRAP_MONTHS = 10, /* so far back a month is the next year's: December, January */
};

/* How ill a day that many days ahead (behind: negative) fits: the nearest fits best, unless a verb speaks against it. Without
 * one, reports look back. */
static int misfit(int days_ahead, TenseSign sign, int slack)
{
    bool against =
        (sign.tense != TENSE_FUTURE && days_ahead > slack) || (sign.tense == TENSE_FUTURE && days_ahead < -slack);
    int penalty = (sign.near && sign.tense != TENSE_NONE) || sign.of_harm ? YEAR_DAYS : QUARTER_DAYS;
    return (days_ahead < 0 ? -days_ahead : days_ahead) + (against ? penalty : 0);
}

int when_year_fitting(int month, int day, Day anchor, TenseSign sign, int slack)
{
    int year = 0;
    int ignored = 0;
    day_to_ymd(anchor, &year, &ignored, &ignored);
    int best = year;
    int best_misfit = INT32_MAX;
    for (int y = year - 1; y <= year + 1; y++) {
        Day candidate = day_from_ymd(y, month, day);
        if (candidate == DAY_NONE)
            continue;
        int cost = misfit(candidate - anchor, sign, slack);
        if (cost < best_misfit) {
            best = y;
            best_misfit = cost;
        }
    }
    return best;
}

int when_year_narrated(TimeValue last, int month)
{
    bool wraps = last.grain >= GRAIN_MONTH && last.grain != GRAIN_WEEK && last.index - month >= WRAP_MONTHS;
    return wraps && !last.before_christ ? last.year + 1 : last.year;
}

/* "Tuesday, May 24" lies in a year in which that was a Tuesday, unless it is so near that the weekday must be wrong. */
static int of_weekday(int year, const TimeParts *p, Day anchor)
{
    static const int STEPS[] = {0, -1, 1, -2, -3};
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
        Day day = day_from_ymd(year + STEPS[i], p->number[FIELD_MONTH], p->number[FIELD_DAY]);
        if (day == DAY_NONE)
            continue;
        int away = day < anchor ? anchor - day : day - anchor;
        if (day_weekday(day) == p->number[FIELD_WDAY] - 1 || away <= YEAR_SLACK_DAYS)
            return year + STEPS[i];
    }
    return year;
}

/* "In 1890 settlers feared a dance. On December 29 …", "On 3 May 2024 a bomb went off. On 5 May …": the year of which the sentence before
 * tells, or the next where the months wrap; YEAR_UNKNOWN where it tells of none that is over. */
static int told_before(int month, const TimeContext *c, int current)
{
    enum { OLD_YEARS = 2 }; /* what "in 2025" told may be over for a report of 2026 */
    bool day = c->told.grain >= GRAIN_MONTH && c->told.grain != GRAIN_WEEK;
    if (c->told.grain == GRAIN_NONE || c->told.year == YEAR_UNKNOWN || c->told.before_christ)
        return YEAR_UNKNOWN;
    int year = c->told.year + (day && month < c->told.index ? 1 : 0);
    return year <= current - (day ? 1 : OLD_YEARS) ? year : YEAR_UNKNOWN;
}

static int in_report(const TimeParts *p, const TimeContext *c, Day anchor)
{
    int month = p->number[FIELD_MONTH];
    int day = p->number[FIELD_DAY];
    bool last = parts_have(p, FIELD_REL) && p->number[FIELD_REL] < 0;
    TenseSign verb = last ? (TenseSign){.tense = TENSE_PAST, .near = true} : c->verb;
    int year = when_year_fitting(month, day, anchor, verb, verb.of_harm ? YEAR_DONE_SLACK_DAYS : YEAR_SLACK_DAYS);
    Day near = day_from_ymd(year, month, day);
    bool news = near != DAY_NONE && near <= anchor && near + YEAR_SLACK_DAYS >= anchor;
    int told =
        last || news || verb.tense == TENSE_FUTURE ? YEAR_UNKNOWN : told_before(month, c, time_value_day(anchor).year);
    return told == YEAR_UNKNOWN ? year : told;
}

int when_year_of_day(const TimeParts *p, const TimeContext *c, TimeValue base)
{
    if (c->narrative)
        return when_year_narrated(base, p->number[FIELD_MONTH]);
    bool last = parts_have(p, FIELD_REL) && p->number[FIELD_REL] < 0;
    Day anchor = time_value_exact_day(base);
    int year = base.year;
    if (!last && c->sentence_year != YEAR_UNKNOWN && c->verb.tense != TENSE_FUTURE)
        year = c->sentence_year;
    else if (anchor != DAY_NONE)
        year = in_report(p, c, anchor);
    return anchor != DAY_NONE && parts_have(p, FIELD_WDAY) ? of_weekday(year, p, anchor) : year;
}
