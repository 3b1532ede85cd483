/*
 * when_holiday — on which days a holiday falls, by its code in the lexicon (class THOLIDAY):
 *
 *   12/25          a day of every year, month first
 *   11/4/4         the fourth Thursday of November (the fifth is the last)
 *   11/1/1+1       the day behind the first Monday of November
 *   1944-06-06     a day of one year
 *   easter-2       so many days before or behind Easter; pascha the Orthodox one, tishri the Jewish new year
 *   islam/10/1     a day of the Islamic year, of which the moon decides: a day more or less
 *
 * "*3" behind it: three days long; "|" between two: either feast is called so.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_HOLIDAY_H
#define DAYBOOK_EXTRACT_WHEN_HOLIDAY_H

#include "model/day.h"

/* The first day of the last such holiday that begins no later than a day (one of one year: whenever); DAY_NONE of no code. */
Day holiday_last(Str code, Day latest);

/* Of the one that begins in a year (of two the later); of the one that is on or comes next. */
Day holiday_in(Str code, int year);
Day holiday_next(Str code, Day anchor);

/* How many days long it is, 1 or more. */
int holiday_length(Str code);

/* The days on which it may have been, of one that begins on the day; or those of its n-th day (from 1), 0 for all. */
Window holiday_window(Str code, Day first, int nth);

#endif
