/*
 * when_shape — figures that may be part of a time expression, found by their shape alone:
 *
 *     TNUM      48, 1,200        any whole number        data = the number
 *     TDAY      1 … 31           a day of a month
 *     TYEAR     1000 … 2099      four digits; TYEARNEW from 1850 on
 *     TYEARTWO  58               two digits
 *     TFOUR     0300             four digits that are an hour, data = minutes since midnight
 *     TCLOCK    3:10, 15:30      data = minutes since midnight
 *     TISO      2026-01-31, 20260131, 10/25/1989, 25.10.1989   data = Day
 *               14/11 behind a preposition of time, where one reading alone is near before the publication
 *     TZULU     140340           of a date-time group: "140340Z NOV 26", data = the day of the month
 *
 * Words for numbers are in the lexicon, under the same classes where they may stand for one.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_SHAPE_H
#define DAYBOOK_EXTRACT_WHEN_SHAPE_H

#include "extract/analysis/analysis.h"

void when_shape_find(Analysis *a);

#endif
