#include "extract/when/feast.h"

/* Day 1 of the year 1, which both sources count as 1. */
static Day from_fixed(int64_t fixed)
{
    enum { LAST_FIXED = 3652059 }; /* 31 December 9999 */
    return fixed < 1 || fixed > LAST_FIXED ? DAY_NONE : day_from_ymd(1, 1, 1) + (Day)(fixed - 1);
}

Day easter_sunday(int year)
{
    int golden = year % 19;
    int century = year / 100;
    int of_century = year % 100;
    int correction = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int n = epact + weekday - 7 * late + 114;
    return day_from_ymd(year, n / 31, n % 31 + 1);
}

Day pascha_sunday(int year)
{
    int moon = (19 * (year % 19) + 15) % 30;
    int weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    int n = moon + weekday + 114;
    int behind = year / 100 - year / 400 - 2; /* the Julian calendar */
    Day julian = day_from_ymd(year, n / 31, n % 31 + 1);
    return julian == DAY_NONE ? DAY_NONE : julian + behind;
}

enum { ISLAMIC_CYCLE = 30, ISLAMIC_EPOCH = 227015 }; /* years; 16 July 622 of the Julian calendar */

Day islamic_day(int year, int month, int day)
{
    enum { COMMON_DAYS = 354, LONG_YEARS = 11 };
    int64_t months = 29 * (int64_t)(month - 1) + month / 2;
    int64_t years = (int64_t)(year - 1) * COMMON_DAYS + (3 + (int64_t)LONG_YEARS * year) / ISLAMIC_CYCLE;
    return from_fixed(ISLAMIC_EPOCH - 1 + years + months + day);
}

int islamic_year(Day day)
{
    enum { CYCLE_DAYS = 10631, ROUNDING = 10646 };
    int64_t fixed = (int64_t)day - day_from_ymd(1, 1, 1) + 1;
    return fixed < ISLAMIC_EPOCH ? 1 : (int)((ISLAMIC_CYCLE * (fixed - ISLAMIC_EPOCH) + ROUNDING) / CYCLE_DAYS);
}

/* Days from the epoch of the Hebrew calendar to the new moon of a year's Tishri, moved off the weekdays on which no year begins. */
static int64_t hebrew_elapsed(int64_t year)
{
    enum { CYCLE_YEARS = 19, CYCLE_MONTHS = 235, FIRST_PARTS = 12084, MONTH_PARTS = 13753, DAY_PARTS = 25920 };
    int64_t months = (CYCLE_MONTHS * year - (CYCLE_MONTHS - 1)) / CYCLE_YEARS;
    int64_t day = 29 * months + (FIRST_PARTS + MONTH_PARTS * months) / DAY_PARTS;
    return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}

Day tishri_first(int year)
{
    enum { EPOCH = -1373427, YEARS_AHEAD = 3761, TOO_LONG = 356, TOO_SHORT = 382 };
    int64_t hebrew = (int64_t)year + YEARS_AHEAD;
    int64_t own = hebrew_elapsed(hebrew);
    int64_t moved = own;
    if (hebrew_elapsed(hebrew + 1) - own == TOO_LONG)
        moved = own + 2;
    else if (own - hebrew_elapsed(hebrew - 1) == TOO_SHORT)
        moved = own + 1;
    return from_fixed(EPOCH + moved);
}
