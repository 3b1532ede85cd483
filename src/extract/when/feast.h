/*
 * feast — the days of feasts that do not follow the Gregorian calendar. Years are what each function says; days are Gregorian, DAY_NONE
 * outside the years 1 to 9999.
 *
 * Sources: Meeus, Astronomical Algorithms (2nd ed.), ch. 8 and 9 (the two Easters); Reingold and Dershowitz, Calendrical
 * Calculations (4th ed.), ch. 7 (the tabular Islamic calendar, civil epoch) and ch. 8 (the Hebrew one).
 */
#ifndef DAYBOOK_EXTRACT_FEAST_H
#define DAYBOOK_EXTRACT_FEAST_H

#include "model/day.h"

/* Where the moon is watched for, a month begins up to so many days off the tabular calendar. */
enum { MOON_DOUBT_DAYS = 1 };

/* Easter Sunday of the western church, of the eastern ones; year AD. */
Day easter_sunday(int year);
Day pascha_sunday(int year);

/* A day of the tabular Islamic calendar; year AH, months from 1 (Muharram). The year AH in which a day lies, 1 before there was one. */
Day islamic_day(int year, int month, int day);
int islamic_year(Day day);

/* The Jewish new year, 1 Tishri, that lies in a year AD; other feasts of the Hebrew year stand so many days before or behind. */
Day tishri_first(int year);

#endif
