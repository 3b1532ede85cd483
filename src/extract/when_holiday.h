/* when_holiday — the day of a holiday in a year: "12/25", "11/4/4" (the fourth Thursday of November), "easter-2". */
#ifndef DAYBOOK_EXTRACT_WHEN_HOLIDAY_H
#define DAYBOOK_EXTRACT_WHEN_HOLIDAY_H

#include "model/day.h"

/* DAY_NONE when the code is none of these. A whole date ("1944-06-06") stays in its year. */
Day holiday_day(Str code, int year);

/* Easter Sunday of the western church (the anonymous Gregorian computus; Meeus, Astronomical Algorithms, ch. 8). */
Day easter_sunday(int year);

#endif
