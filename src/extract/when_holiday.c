#include "extract/when_holiday.h"

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

Day holiday_day(Str code, int year)
{
    Day whole = day_parse(code);
    if (whole != DAY_NONE)
        return whole;
    int64_t number[3] = {0, 0, 0};
    Str easter = STR("easter");
    if (str_begins(code, easter) && code.len > easter.len) {
        bool minus = code.ptr[easter.len] == '-';
        Day sunday = easter_sunday(year);
        if (sunday == DAY_NONE || !str_number(str_drop(code, easter.len + 1), &number[0]))
            return DAY_NONE;
        return sunday + (Day)(minus ? -number[0] : number[0]);
    }
    int count = 0;
    Str field = STR_NONE;
    while (count < 3 && str_cut(&code, '/', &field)) {
        if (!str_number(field, &number[count]))
            return DAY_NONE;
        count++;
    }
    if (count == 3)
        return nth_weekday(year, (int)number[0], (int)number[1], (int)number[2]);
    return count == 2 ? day_from_ymd(year, (int)number[0], (int)number[1]) : DAY_NONE;
}
