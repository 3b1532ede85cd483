/* The stage of days over whole texts, with the language that the program ships with. */
#include "extract/analysis/analysis.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* A text published on a day, and what is found in it: "text=value[first..last]" of each time. */
typedef struct {
    const char *text;
    const char *published;
    const char *times;
} Row;

/* clang-format off */
static const Row ROWS[] = {
    {"Two shops burned early on January 30.", "2026-01-31", "January 30=2026-01-30[2026-01-30..2026-01-30] "},
    {"Two shops burned early on March 4.", "2026-03-05", "March 4=2026-03-04[2026-03-04..2026-03-04] "},
    {"Two shops burned in early January.", "2026-01-31", "early January=2026-01[2026-01-01..2026-01-11] "},
    {"Two shops burned on Saturday. The raid began early in the morning.", "2026-01-31",
     "Saturday=2026-01-31[2026-01-31..2026-01-31] early in the morning=2026-01-31TMO[2026-01-31..2026-01-31] "},
    {"Sibi, Balochistan — March 3, 2026: The road was cut today. Figures are due tonight.", "",
     "March 3, 2026=2026-03-03[2026-03-03..2026-03-03] today=2026-03-03[2026-03-03..2026-03-03] "
     "tonight=2026-03-03TNI[2026-03-03..2026-03-03] "},
    {"A shop burned at 11:50 p.m. on Monday 2 March 2026; another at 0:20 a.m. on Tuesday.", "",
     "11:50 p.m. on Monday=2026-03-02T23:50[2026-03-02..2026-03-02] 2 March 2026=2026-03-02[2026-03-02..2026-03-02] "
     "0:20 a.m. on Tuesday=2026-03-03T00:20[2026-03-03..2026-03-03] "},
    {"SIBI, MARCH 3 (Agency) -- The road was cut yesterday.", "2026-03-04",
     "MARCH 3=2026-03-03[2026-03-03..2026-03-03] yesterday=2026-03-02[2026-03-02..2026-03-02] "},
    {"LIMA, 9 JAN 90 -- A BRIDGE WAS BLOWN UP ON 30 DECEMBER.", "",
     "9 JAN 90=1990-01-09[1990-01-09..1990-01-09] 30 DECEMBER=1989-12-30[1989-12-30..1989-12-30] "},
    {"Over the preceding 48 hours two bridges fell.", "2026-01-31", "the preceding 48 hours=PT48H[2026-01-30..2026-01-31] "},
    {"Five shops burned in just 24 hours, and the talks lasted two days.", "2026-01-31",
     "24 hours=PT24H[2026-01-30..2026-01-31] two days=P2D[..] "},
    {"Statement of the council, 23 November 2026\n\nSix shops burned on Thursday.", "",
     "23 November 2026=2026-11-23[2026-11-23..2026-11-23] Thursday=2026-11-19[2026-11-19..2026-11-19] "},
    {"Six shops burned on Thursday.\n\nPublished 23 November 2026, 18:40", "",
     "Thursday=2026-11-19[2026-11-19..2026-11-19] 23 November 2026=2026-11-23[2026-11-23..2026-11-23] "
     "18:40=2026-11-23T18:40[2026-11-23..2026-11-23] "},
    {"Six shops burned on 23 November 2026\n\nThe army came on Thursday.", "", /* the day of the fire, not of the report */
     "23 November 2026=2026-11-23[2026-11-23..2026-11-23] Thursday=2026-11-26[2026-11-26..2026-11-26] "},
    /* a chronicle: each entry in the year that one before it states, whatever follows which */
    {"Shops burned in Sibi on Wednesday. A timeline:\n\nFebruary 3, 2021 - A mill burned.\n\nMarch 6 - A bridge fell a day earlier.\n\n"
     "December 9 - A kiln burned.\n\nJanuary 4 - A quay burned.", "2026-01-31",
     "Wednesday=2026-01-28[2026-01-28..2026-01-28] February 3, 2021=2021-02-03[2021-02-03..2021-02-03] "
     "March 6=2021-03-06[2021-03-06..2021-03-06] a day earlier=2021-03-05[2021-03-05..2021-03-05] "
     "December 9=2021-12-09[2021-12-09..2021-12-09] January 4=2022-01-04[2022-01-04..2022-01-04] "},
    {"2021\n\n\xe2\x80\xa2 January 4: A mill burned.\n\n\xe2\x80\xa2 May 5: A bridge fell.\n\n\xe2\x80\xa2 June 6: A quay burned.", "2026-01-31",
     "2021=2021[2021-01-01..2021-12-31] January 4=2021-01-04[2021-01-04..2021-01-04] "
     "May 5=2021-05-05[2021-05-05..2021-05-05] June 6=2021-06-06[2021-06-06..2021-06-06] "},
    {"\xe2\x80\x94 2021 \xe2\x80\x93\n\nOctober 4: A mill burned. It was opened on December 2.\n\n\xe2\x80\x94 2022 \xe2\x80\x94\n\nJanuary 5, Sibi: A bridge fell, and on "
     "December 30 a gate.\n\nJune 6-8: A quay burned.", "2026-01-31",
     "2021=2021[2021-01-01..2021-12-31] October 4=2021-10-04[2021-10-04..2021-10-04] December 2=2021-12-02[2021-12-02..2021-12-02] "
     "2022=2022[2022-01-01..2022-12-31] January 5=2022-01-05[2022-01-05..2022-01-05] December 30=2021-12-30[2021-12-30..2021-12-30] "
     "June 6=2022-06-06[2022-06-06..2022-06-08] 8=2022-06-08[2022-06-06..2022-06-08] "},
    {"Thursday 29 January: two shops\n\nSibi: one.\n\nWednesday 28 January: a mill\n\nMach: one.\n\nTuesday 27 January: a quay\n\nIt burned on Monday.",
     "2026-01-31",
     "Thursday 29 January=2026-01-29[2026-01-29..2026-01-29] Wednesday 28 January=2026-01-28[2026-01-28..2026-01-28] "
     "Tuesday 27 January=2026-01-27[2026-01-27..2026-01-27] Monday=2026-01-26[2026-01-26..2026-01-26] "},
    /* what stands between "from" and "to" only says what the first was */
    {"From 4 a.m. on 2 January 2026, when the strike began, to midnight on 20 January 2026, nine shops burned.", "2026-01-31",
     "4 a.m.=2026-01-31T04:00[2026-01-31..2026-01-31] 2 January 2026=2026-01-02[2026-01-02..2026-01-20] "
     "20 January 2026=2026-01-20[2026-01-02..2026-01-20] "},
    {"Men came from 2 January 2026, and on 20 January 2026 nine shops burned.", "2026-01-31",
     "2 January 2026=2026-01-02[2026-01-02..2026-01-02] 20 January 2026=2026-01-20[2026-01-20..2026-01-20] "},
    {"They came penultimate Thursday.", "2026-01-31", "penultimate Thursday=2026-01-22[2026-01-22..2026-01-22] "},
    {"The market has been shut since Friday.", "2026-02-02", "Friday=2026-01-30[2026-01-30..2026-02-02] "},
    {"It rained between Tuesday and Friday.", "2026-03-05", "Tuesday=2026-02-24[2026-02-24..2026-02-27] Friday=2026-02-27[2026-02-24..2026-02-27] "},
    {"It rained on Tuesday and Friday.", "2026-03-05", "Tuesday=2026-03-03[2026-03-03..2026-03-03] Friday=2026-02-27[2026-02-27..2026-02-27] "},
    {"It rained between 29 January and 5 February 2011.", "2011-03-01",
     "29 January=2011-01-29[2011-01-29..2011-02-05] 5 February 2011=2011-02-05[2011-01-29..2011-02-05] "},
    {"The strike of March 3-5 spread.", "2026-03-07",
     "March 3=2026-03-03[2026-03-03..2026-03-05] 5=2026-03-05[2026-03-03..2026-03-05] "},
    {"Thirty shops have burned since the start of the month, 20 of them this year.", "2026-01-31",
     "the start of the month=2026-01[2026-01-01..2026-01-31] this year=2026[2026-01-01..2026-01-31] "},
    {"It burned in mid-May 2025, and again in late June.", "2026-01-31",
     "mid-May 2025=2025-05[2025-05-11..2025-05-21] late June=2025-06[2025-06-21..2025-06-30] "},
    {"The council will meet on Monday.", "2026-01-31", "Monday=2026-02-02[2026-02-02..2026-02-02] "},
    {"In 2025 a bridge fell.", "2026-01-31", "2025=2025[2025-01-01..2025-12-31] "},
    {"The 15-year-old boy and a 2 year-old girl were found.", "2026-01-31", ""},
    {"She may march on; the second man in the sun drank spring water.", "2026-01-31", ""},
    {"They fired 1900 rounds and held 2000 men.", "2026-01-31", ""},
    {"Posted 31.01.2026, 1/30/2026 and 2026-01-29 on a sunday.", "2026-01-31",
     "31.01.2026=2026-01-31[2026-01-31..2026-01-31] 1/30/2026=2026-01-30[2026-01-30..2026-01-30] "
     "2026-01-29=2026-01-29[2026-01-29..2026-01-29] sunday=2026-01-25[2026-01-25..2026-01-25] "},
    {"The bar at 1909 Hill Street, telephone 555-2020, sold 1,950 drinks.", "2026-01-31", ""},
    {"The army lost two men. Three weeks later it left.", "2026-01-31", "Three weeks later=2026-W08[2026-02-16..2026-02-22] "},
    {"They met at 3:10 p.m. on Friday, and again at 0300 GMT.", "2026-01-31",
     "3:10 p.m. on Friday=2026-01-30T15:10[2026-01-30..2026-01-30] 0300 GMT=2026-01-30T03:00[2026-01-30..2026-01-30] "},
    {"The road was cut in 1912. It was mended the following year.", "",
     "1912=1912[1912-01-01..1912-12-31] the following year=1913[1913-01-01..1913-12-31] "},
    {"The report is due to be published in May.", "2026-03-20", "May=2026-05[2026-05-01..2026-05-31] "},
    {"They left the day after the fire. A vote will be held two days after the talks.", "2026-03-20", "two days=P2D[..] "},
    {"The siege began in 1912. The gate fell on 3 May, long before the flood of 1930. It was mended on 9 May, two days "
     "after the feast. Four days before the fair they left. The mill, built in 1850, burned in August of that year.",
     "",
     "1912=1912[1912-01-01..1912-12-31] 3 May=1912-05-03[1912-05-03..1912-05-03] "
     "1930=1930[1930-01-01..1930-12-31] 9 May=1912-05-09[1912-05-09..1912-05-09] "
     "two days=1912-05-09[1912-05-09..1912-05-09] Four days=1912-05-05[1912-05-05..1912-05-05] "
     "1850=1850[1850-01-01..1850-12-31] August of that year=1850-08[1850-08-01..1850-08-31] "},
    {"The siege began in 1912. In 1913 the gate fell on 3 May to the men of the August 1912 rising. On 9 June they left.", "",
     "1912=1912[1912-01-01..1912-12-31] 1913=1913[1913-01-01..1913-12-31] 3 May=1913-05-03[1913-05-03..1913-05-03] "
     "August 1912=1912-08[1912-08-01..1912-08-31] 9 June=1913-06-09[1913-06-09..1913-06-09] "},
    {"In the first two months of 2025 twenty shops burned, in the last 3 weeks of 2024 none.", "2026-01-31",
     "the first two months of 2025=P2M[2025-01-01..2025-02-28] the last 3 weeks of 2024=P3W[2024-12-11..2024-12-31] "},
    {"Losses grew in the third quarter. The mill burned on 3 May. In the year-ago quarter it had been open, as in the 2023 "
     "period. Nothing was paid in the quarter.",
     "2025-11-20",
     "the third quarter=2025-Q3[2025-07-01..2025-09-30] 3 May=2025-05-03[2025-05-03..2025-05-03] "
     "the year-ago quarter=2024-Q3[2024-07-01..2024-09-30] the 2023 period=2023-Q3[2023-07-01..2023-09-30] "
     "the quarter=2025-Q3[2025-07-01..2025-09-30] "},
    {"Losses grew in the quarter ended July 31. In that quarter more shops burned than in the same period last year.", "2025-11-20",
     "the quarter=2025-Q2[2025-04-01..2025-06-30] July 31=2025-07-31[2025-07-31..2025-07-31] "
     "that quarter=2025-Q2[2025-04-01..2025-06-30] the same period last year=2024-Q2[2024-04-01..2024-06-30] "},
    {"More shops burned than in the same period last year.", "2025-11-20",
     "the same period last year=2024[2024-01-01..2024-12-31] "},
    {"The fair will open in Sibi on 3 March, with a pause of the band in Mach, among the old hills and the wells there, and again "
     "on 4 August.",
     "2025-11-20", "3 March=2026-03-03[2026-03-03..2026-03-03] 4 August=2026-08-04[2026-08-04..2026-08-04] "},
    {"By Tuesday 30 shops had burned. By Sunday the men must leave. The number rose to 40 by Wednesday. They agreed to meet by "
     "Monday.",
     "2026-03-12",
     "Tuesday=2026-03-10[2026-03-10..2026-03-10] Sunday=2026-03-15[2026-03-15..2026-03-15] "
     "Wednesday=2026-03-11[2026-03-11..2026-03-11] Monday=2026-03-16[2026-03-16..2026-03-16] "},
    {"Shots were heard from 9 p.m. to 11 p.m. on Sunday and at 14:30 local time (11:30 GMT) on Wednesday.", "2026-03-12",
     "9 p.m.=2026-03-08T21:00[2026-03-08..2026-03-08] 11 p.m. on Sunday=2026-03-08T23:00[2026-03-08..2026-03-08] "
     "14:30 local time (11:30 GMT) on Wednesday=2026-03-11T14:30[2026-03-11..2026-03-11] "},
    {"Shops were burned in the last week of May, in the second week of January 2025, in the first three days of last year, in the last "
     "week of the siege, and in the week ending March 8.",
     "2026-03-12",
     "the last week of May=P1W[2025-05-25..2025-05-31] the second week of January 2025=P1W[2025-01-08..2025-01-14] "
     "the first three days of last year=P3D[2025-01-01..2025-01-03] the last week=P1W[..] "
     "the week=2026-W10[2026-03-02..2026-03-08] March 8=2026-03-08[2026-03-08..2026-03-08] "},
    {"A shop burned on Thursday last week, one on 5 January last year, one on the first Sunday of March, one on the last Monday of "
     "May 2025, one the weekend before last. The council will meet on Thursday next week.",
     "2026-03-12",
     "Thursday last week=2026-03-05[2026-03-05..2026-03-05] 5 January last year=2025-01-05[2025-01-05..2025-01-05] "
     "the first Sunday of March=2026-03-01[2026-03-01..2026-03-01] "
     "the last Monday of May 2025=2025-05-26[2025-05-26..2025-05-26] "
     "the weekend before last=2026-W09-WE[2026-02-28..2026-03-01] Thursday next week=2026-03-19[2026-03-19..2026-03-19] "},
    {"The mill will close by the end of the third quarter; it was built half a century ago, in the spring of that year.", "2026-03-12",
     "the end of the third quarter=2026-Q3[2026-08-30..2026-09-30] half a century ago=197[1970-01-01..1979-12-31] "
     "that year=2026[2026-01-01..2026-12-31] "},
    {"The talks lasted over two years. The loan is paid over three years, the ten-year loan over a ten-year period.", "2026-01-31",
     "over two years=P2Y[..] three years=P3Y[..] ten-year=P10Y[..] a ten-year period=P10Y[..] "},
    {"RIFFA (Agency) - On May 9, a shop burned. Another burned yesterday.", "2026-05-12", /* that is no dateline's day */
     "May 9=2026-05-09[2026-05-09..2026-05-09] yesterday=2026-05-11[2026-05-11..2026-05-11] "},
    {"Shops burned on Friday and Saturday, and ten of them in the 48 hours to Thursday.", "2026-03-12",
     "Friday=2026-03-06[2026-03-06..2026-03-07] Saturday=2026-03-07[2026-03-06..2026-03-07] "
     "the 48 hours=PT48H[2026-03-11..2026-03-12] Thursday=2026-03-12[2026-03-11..2026-03-12] "},
    {"Losses grew in the third quarter of last year, in fiscal 2024, in the 2023 fiscal year and in the last fiscal year, more than in "
     "the same month last year.",
     "2026-03-12",
     "the third quarter of last year=2025-Q3[2025-07-01..2025-09-30] fiscal 2024=2024[2024-01-01..2024-12-31] "
     "the 2023 fiscal year=2023[2023-01-01..2023-12-31] the last fiscal year=2025[2025-01-01..2025-12-31] "
     "the same month last year=2025-03[2025-03-01..2025-03-31] "},
    {"They met every other week, every January and for a fortnight, and paid $ 9 a day.", "2026-03-12",
     "every other week=P2W[..] every January=XXXX-01[..] a fortnight=P2W[..] a day=P1D[..] "},
    {"The vote is a week from Saturday, the count a week from Monday. A shop burned half an hour ago, one in two thousand five.", "2026-03-12",
     "a week from Saturday=2026-03-21[2026-03-21..2026-03-21] a week from Monday=2026-03-23[2026-03-23..2026-03-23] "
     "half an hour ago=2026-03-12[2026-03-12..2026-03-12] two thousand five=2005[2005-01-01..2005-12-31] "},
    {"They mourn the death of April Bek, and told \"Today\" of the Good Friday Agreement.", "2026-03-12", ""},
    {"THE MEN FLED TO THE HILLS AND MAY COME BACK.", "2026-03-12", ""},
    {"Ana Holm will be named head of the mission to the lake in December.", "2026-03-12", "December=2026-12[2026-12-01..2026-12-31] "},
    {"Nine men were hurt in December, and one will be tried over the raid.", "2026-03-12", "December=2025-12[2025-12-01..2025-12-31] "},
    /* published on a Thursday: days that are over, whatever looks ahead beside them */
    {"Two men are believed to be behind a raid in Sibi on Saturday. No arrests had been made by Sunday. The clerk was not found until Monday.",
     "2026-03-12",
     "Saturday=2026-03-07[2026-03-07..2026-03-07] Sunday=2026-03-08[2026-03-08..2026-03-08] Monday=2026-03-09[2026-03-09..2026-03-09] "},
    {"Charges will be filed over Saturday's deadly shooting. She is the third clerk to be shot Sunday. The road will be shut until Monday.",
     "2026-03-12",
     "Saturday=2026-03-07[2026-03-07..2026-03-07] Sunday=2026-03-08[2026-03-08..2026-03-08] Monday=2026-03-16[2026-03-16..2026-03-16] "},
    {"Nine remain in hospital as of Monday, and ten do as of Friday.", "2026-03-12", /* nearest to when it is written */
     "Monday=2026-03-09[2026-03-09..2026-03-09] Friday=2026-03-13[2026-03-13..2026-03-13] "},
    {"A shop burned two weeks ago Tuesday, one a week ago today, one overnight into Sunday, one on the 28th.", "2026-03-12",
     "two weeks ago Tuesday=2026-02-24[2026-02-24..2026-02-24] a week ago today=2026-03-05[2026-03-05..2026-03-05] "
     "overnight into Sunday=2026-03-08TNI[2026-03-07..2026-03-08] the 28th=2026-02-28[2026-02-28..2026-02-28] "},
    {"A shop burned 20 years ago today, one ten years ago Tuesday, one 50 years ago this week.", "2026-03-12",
     "20 years ago today=2006-03-12[2006-03-12..2006-03-12] ten years ago Tuesday=2016[2016-01-01..2016-12-31] "
     "50 years ago this week=1976[1976-01-01..1976-12-31] "},
    {"A shop burned on 14 NOV 26 at 0340, one at 150340Z NOV 26, one on 20261113 and one on 12-Nov-26.", "2026-11-20",
     "14 NOV 26=2026-11-14[2026-11-14..2026-11-14] "
     "150340Z NOV 26=2026-11-15[2026-11-15..2026-11-15] 20261113=2026-11-13[2026-11-13..2026-11-13] "
     "12-Nov-26=2026-11-12[2026-11-12..2026-11-12] "},
    {"A shop burned over the past day, one exactly a week ago, one exactly two months ago, one on this day in 2019, one a year ago.", "2026-03-12",
     "the past day=P1D[2026-03-11..2026-03-12] exactly a week ago=2026-03-05[2026-03-05..2026-03-05] "
     "exactly two months ago=2026-01-12[2026-01-12..2026-01-12] this day in 2019=2019-03-12[2019-03-12..2019-03-12] "
     "a year ago=2025[2025-01-01..2025-12-31] "},
    {"A clerk was killed this Tuesday, another this weekend. The fair opens this Tuesday.", "2026-03-12",
     "this Tuesday=2026-03-10[2026-03-10..2026-03-10] this weekend=2026-W10-WE[2026-03-07..2026-03-08] "
     "this Tuesday=2026-03-17[2026-03-17..2026-03-17] "},
    {"Weekend raids left a shop burned. A rocket attack overnight hit a mill, and an overnight drone raid a quay.", "2026-03-12",
     "Weekend=2026-W10-WE[2026-03-07..2026-03-08] overnight=2026-03-12TNI[2026-03-11..2026-03-12] "
     "overnight=2026-03-12TNI[2026-03-11..2026-03-12] "},
    {"On the night of 3-4 March a shop burned, last week, on Friday, a mill. It rained in the week to 9 March.", "2026-03-12",
     "the night of 3-4 March=2026-03-04TNI[2026-03-03..2026-03-04] last week, on Friday=2026-03-06[2026-03-06..2026-03-06] "
     "the week=2026-W11[2026-03-03..2026-03-09] 9 March=2026-03-09[2026-03-03..2026-03-09] "},
    {"Two clerks were killed in the summer and a mill was shut on Good Friday. One had left three and a half years ago, one two Fridays ago.",
     "2026-03-12",
     "the summer=2025-SU[2025-06-01..2025-08-31] Good Friday=2025-04-18[2025-04-18..2025-04-18] "
     "three and a half years ago=2022[2022-01-01..2022-12-31] two Fridays ago=2026-02-27[2026-02-27..2026-02-27] "},
    {"In December rebels took the mill. In December, police said, talks will begin.", "2026-10-27",
     "December=2025-12[2025-12-01..2025-12-31] December=2026-12[2026-12-01..2026-12-31] "},
    {"The bill of Tuesday's raid rose from Tuesday's four to nine on Wednesday.", "2026-03-12",
     "Tuesday=2026-03-10[2026-03-10..2026-03-10] Tuesday=2026-03-10[2026-03-10..2026-03-10] Wednesday=2026-03-11[2026-03-11..2026-03-11] "},
    {"Ahead of Friday's vote a shop burned.", "2026-03-12", "Friday=2026-03-13[2026-03-13..2026-03-13] "},
    /* counted from the day on which it was said */
    {"\"A shop burned yesterday,\" the mayor told the radio on Tuesday. On Tuesday he said: \"It burned yesterday.\"", "2026-03-12",
     "yesterday=2026-03-09[2026-03-09..2026-03-09] Tuesday=2026-03-10[2026-03-10..2026-03-10] "
     "Tuesday=2026-03-10[2026-03-10..2026-03-10] yesterday=2026-03-09[2026-03-09..2026-03-09] "},
    {"A shop burned a day earlier, the mayor said on Tuesday.", "2026-03-12",
     "a day earlier=2026-03-09[2026-03-09..2026-03-09] Tuesday=2026-03-10[2026-03-10..2026-03-10] "},
    {"A shop burned yesterday, the mayor said on Tuesday.", "2026-03-12", /* the report's words, not his */
     "yesterday=2026-03-11[2026-03-11..2026-03-11] Tuesday=2026-03-10[2026-03-10..2026-03-10] "},
    {"On 9 January 26 people left.", "2026-01-31", "9 January=2026-01-09[2026-01-09..2026-01-09] "},
    {"Shops burned on 03/12/2026.", "2026-12-16", "03/12/2026=2026-12-03[2026-12-03..2026-12-03] "},
    {"Shops burned on 03/12/2026.", "2026-03-16", "03/12/2026=2026-03-12[2026-03-12..2026-03-12] "},
    {"Shops burned on 03/12/2026.", "", ""}, /* in March or in December */
    {"Shops burned on 03/12/2026 and on 14/11/2026.", "",
     "03/12/2026=2026-12-03[2026-12-03..2026-12-03] 14/11/2026=2026-11-14[2026-11-14..2026-11-14] "},
    {"Shops burned on 14/11, and the other on 3/11.", "2026-11-20",
     "14/11=2026-11-14[2026-11-14..2026-11-14] 3/11=2026-11-03[2026-11-03..2026-11-03] "},
    {"Shops burned on 28/12.", "2027-01-04", "28/12=2026-12-28[2026-12-28..2026-12-28] "},
    {"Shops burned on 10/11, on 14/3, on 11/11/11 and on 24/7 of 13/11 roads.", "2026-11-20", /* 11 October or 10 November */
     "11/11/11=2011-11-11[2011-11-11..2011-11-11] "},
    {"Shops burned on Saturday 4/6/1448.", "2026-11-16", "Saturday=2026-11-14[2026-11-14..2026-11-14] "}, /* another calendar */
    {"[14.11.26 07:12] A shop burned this morning.\n[15.11.26 08:02] A mill burned last night.", "",
     "14.11.26=2026-11-14[2026-11-14..2026-11-14] 07:12=2026-11-14T07:12[2026-11-14..2026-11-14] "
     "this morning=2026-11-14TMO[2026-11-14..2026-11-14] 15.11.26=2026-11-15[2026-11-15..2026-11-15] "
     "08:02=2026-11-15T08:02[2026-11-15..2026-11-15] last night=2026-11-14TNI[2026-11-14..2026-11-14] "},
    {"A shop burned in the street hit by Monday's quake. The mill must close by Monday's fair.", "2026-03-12",
     "Monday=2026-03-09[2026-03-09..2026-03-09] Monday=2026-03-16[2026-03-16..2026-03-16] "},
    {"A shop burned at 4:45 p.m. on Tuesday, January 6, one on Thursday night (January 8), one on Friday. January 5 was cold.",
     "2026-03-12",
     "4:45 p.m. on Tuesday=2026-01-06T16:45[2026-01-06..2026-01-06] January 6=2026-01-06[2026-01-06..2026-01-06] "
     "Thursday night=2026-01-08TNI[2026-01-08..2026-01-08] January 8=2026-01-08[2026-01-08..2026-01-08] "
     "Friday=2026-03-06[2026-03-06..2026-03-06] January 5=2026-01-05[2026-01-05..2026-01-05] "},
    {"In 1890 soldiers came. On December 29 they burned the mill; on December 30 they left.", "2026-11-28",
     "1890=1890[1890-01-01..1890-12-31] December 29=1890-12-29[1890-12-29..1890-12-29] "
     "December 30=1890-12-30[1890-12-30..1890-12-30] "},
    {"On 3 May 2024 the mill burned. On 5 May the mayor fled. He was back on 20 November. In December 2024 a shop burned. On January 20 "
     "another did.",
     "2026-11-28",
     "3 May 2024=2024-05-03[2024-05-03..2024-05-03] 5 May=2024-05-05[2024-05-05..2024-05-05] "
     "20 November=2026-11-20[2026-11-20..2026-11-20] December 2024=2024-12[2024-12-01..2024-12-31] "
     "January 20=2025-01-20[2025-01-20..2025-01-20] "},
    {"The mill was built in 2014. On 3 September it burned. Since 2019 it has paid. On 4 September it closed. In 2025 it was sold. On 5 "
     "September it closed.",
     "2026-11-28",
     "2014=2014[2014-01-01..2014-12-31] 3 September=2026-09-03[2026-09-03..2026-09-03] "
     "2019=2019[2019-01-01..2026-11-28] 4 September=2026-09-04[2026-09-04..2026-09-04] "
     "2025=2025[2025-01-01..2025-12-31] 5 September=2026-09-05[2026-09-05..2026-09-05] "},
    {"The raid of 3 May 2024 killed nine clerks. On the night of May 3-4 a shop burned, one overnight (6-7 May), one on Friday night "
     "into Saturday, one late on Friday into Saturday.",
     "2026-05-12",
     "3 May 2024=2024-05-03[2024-05-03..2024-05-03] the night of May 3-4=2026-05-04TNI[2026-05-03..2026-05-04] "
     "overnight (6-7 May)=2026-05-07TNI[2026-05-06..2026-05-07] "
     "night into Saturday=2026-05-09TNI[2026-05-08..2026-05-09] Friday=2026-05-08[2026-05-08..2026-05-09] "
     "Saturday=2026-05-09[2026-05-08..2026-05-09] "},
    /* an hour that had come nowhere on earth is that of the day before */
    {"A shop burned at 11:57 p.m. It was shut. It was old. Another burned at 10 a.m. The council will meet at 11:30 p.m.", "2026-03-12T10:40:00Z",
     "11:57 p.m.=2026-03-11T23:57[2026-03-11..2026-03-11] 10 a.m.=2026-03-12T10:00[2026-03-12..2026-03-12] "
     "11:30 p.m.=2026-03-12T23:30[2026-03-12..2026-03-12] "},
    {"A shop burned at 11:57 p.m.", "2026-03-12T00:00:00Z", "11:57 p.m.=2026-03-12T23:57[2026-03-12..2026-03-12] "},
    {"A shop burned at 9 p.m. today.", "2026-03-12T22:40:00-05:00",
     "9 p.m. today=2026-03-12T21:00[2026-03-12..2026-03-12] "},
    {"On Friday, when they set aside their plans for a fair, a shop burned.", "2026-03-12",
     "Friday=2026-03-06[2026-03-06..2026-03-06] "},
    {"On Saturday a shop burned; by Sunday morning two others had burned.", "2026-03-12",
     "Saturday=2026-03-07[2026-03-07..2026-03-07] Sunday morning=2026-03-08TMO[2026-03-08..2026-03-08] "},
};
/* clang-format on */

static Language *language(void **state)
{
    return *state;
}

static Analysis *analyse(Language *lang, Arena *arena, const char *text, const char *published)
{
    Document *document = ARENA_NEW(arena, Document);
    document->text = str_from(text);
    document->published = moment_parse(str_from(published));
    return extract_analyse(lang, NULL, document, arena);
}

static void write_times(Buf *out, const Analysis *a)
{
    for (size_t i = 0; i < a->time_count; i++) {
        const TimeMention *time = &a->times[i];
        buf_put(out, span_text(a->document->text, time->span));
        buf_char(out, '=');
        buf_put(out, time->value);
        buf_char(out, '[');
        day_write(out, time->window.first);
        buf_put(out, STR(".."));
        day_write(out, time->window.last);
        buf_put(out, STR("] "));
    }
}

static void a_text_s_times_are_placed_on_the_calendar(void **state)
{
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Arena *arena = arena_create();
        Buf out = {0};
        write_times(&out, analyse(language(state), arena, ROWS[i].text, ROWS[i].published));
        if (!str_equal(buf_str(&out), str_from(ROWS[i].times))) {
            print_error("%s\n  %.*s\n", ROWS[i].text, (int)out.len, out.len ? out.ptr : "");
            wrong++;
        }
        buf_free(&out);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void the_anchor_is_the_dateline_s_day_before_the_publication_s(void **state)
{
    Arena *arena = arena_create();
    const char *text = "Sibi, Balochistan — March 3, 2026: The road was cut.";
    Analysis *a = analyse(language(state), arena, text, "2026-03-05");
    assert_int_equal(a->anchor, day_parse(STR("2026-03-03")));
    assert_int_equal(a->dateline_day, a->anchor);
    a = analyse(language(state), arena, "The road was cut on Monday.", "2026-03-05");
    assert_int_equal(a->anchor, day_parse(STR("2026-03-05")));
    a = analyse(language(state), arena, "The road was cut in May.", "2026-07");
    assert_int_equal(a->anchor, DAY_NONE);
    assert_true(str_equal(a->times[0].value, STR("2026-05")));
    arena_destroy(arena);
}

static size_t calendar_flags(const Analysis *a)
{
    size_t count = 0;
    for (size_t i = 0; i < a->flag_count; i++)
        count += a->flags[i].kind == FLAG_CALENDAR;
    return count;
}

static void a_weekday_that_the_date_is_not_is_flagged(void **state)
{
    static const struct {
        const char *text;
        size_t flags;
    } TEXTS[] = {
        {"The road was cut on Friday, January 31, 2026.", 1},
        {"The road was cut on Saturday, January 31, 2026.", 0},
        {"The road was cut on February 30, 2026.", 1},
        {"The road was cut on Friday, January 31.", 1}, /* so near that the weekday must be wrong */
        {"The road was cut on Tuesday, May 24.", 0},    /* 2022 */
        {"The road was cut on Friday. On January 31 it was open.", 0},
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(language(state), arena, TEXTS[i].text, "2026-02-01");
        if (calendar_flags(a) != TEXTS[i].flags)
            fail_msg("%s: %zu flags", TEXTS[i].text, calendar_flags(a));
        arena_destroy(arena);
    }
}

static Arena *program;

/* Three lines or more that open with an hour are a running report's; fewer may tell when something happened. */
static void the_hours_that_open_lines_are_stamps(void **state)
{
    static const struct {
        const char *text;
        size_t stamps;
    } TEXTS[] = {
        {"14:20 A blast is heard.\n\n15:40 The toll is 12.\n\n17:30 Police speak of 19.", 3},
        {"[14:20] A blast is heard.\n[15:40] The toll is 12.\n[17:30] Police speak of 19, by 17:00.", 3},
        {"14:20 A blast is heard.\n\n15:40 The toll is 12.", 0},
        {"A blast is heard at 14:20.\n\nAt 15:40 the toll is 12.\n\nAt 17:30 it is 19.", 0},
    };
    Arena *arena = arena_create();
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        const Analysis *a = analyse(language(state), arena, TEXTS[i].text, "2026-02-01");
        size_t stamps = 0;
        for (size_t k = 0; k < a->time_count; k++)
            stamps += a->times[k].use == TIME_OF_POST;
        if (stamps != TEXTS[i].stamps)
            print_error("%s\n", TEXTS[i].text);
        assert_int_equal(stamps, TEXTS[i].stamps);
    }
    arena_destroy(arena);
}

/* With its latest post at the top, an hour much later than the one above is of the day before. */
static void the_hours_of_a_log_fall_back_over_midnight(void **state)
{
    static const struct {
        const char *text;
        const char *published;
        const char *last; /* day of the last post */
    } TEXTS[] = {
        {"08:40 A blast is heard.\n\n07:15 It is calm.\n\n23:50 The toll is 12.", "2026-02-02T09:00:00Z", "2026-02-01"},
        {"08:40 A blast is heard.\n\n07:15 It is calm.\n\n06:50 The toll is 12.", "2026-02-02T09:00:00Z", "2026-02-02"},
        {"09:40 A blast is heard.\n\n08:15 It is calm.\n\n23:50 The toll is 12.", "2026-02-01T23:40:00Z", "2026-02-01"},
        {"08:40 A blast is heard.\n\n09:15 It is calm.\n\n23:50 The toll is 12.", "2026-02-02T23:59:00Z", "2026-02-02"},
        {"08:40 A blast is heard.\n\n07:15 It is calm.\n\n23:50 The toll is 12.", "2026-02-02", "2026-02-02"},
    };
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        const Analysis *a = analyse(language(state), arena, TEXTS[i].text, TEXTS[i].published);
        Day last = a->time_count > 0 ? a->times[a->time_count - 1].window.first : DAY_NONE;
        if (last != day_parse(str_from(TEXTS[i].last)))
            fail_msg("log %zu: %d", i, (int)(last - day_parse(str_from(TEXTS[i].last))));
    }
    arena_destroy(arena);
}

static int load(void **state)
{
    static Language loaded;
    Error err = {0};
    program = arena_create();
    if (!language_default(program, STR("en"), &loaded, &err)) {
        print_error("%s\n", err.text);
        return 1;
    }
    *state = &loaded;
    return 0;
}

static int unload(void **state)
{
    (void)state;
    arena_destroy(program);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_s_times_are_placed_on_the_calendar),
        cmocka_unit_test(the_anchor_is_the_dateline_s_day_before_the_publication_s),
        cmocka_unit_test(the_hours_that_open_lines_are_stamps),
        cmocka_unit_test(the_hours_of_a_log_fall_back_over_midnight),
        cmocka_unit_test(a_weekday_that_the_date_is_not_is_flagged),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
