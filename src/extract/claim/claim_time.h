/*
 * claim_time — which time expressions of a passage's sentence are of what the passage tells: not of when it was said, of another figure,
 * of another clause. Asks only, owns nothing, no errors. Internal to claim*.c.
 */
#ifndef DAYBOOK_EXTRACT_CLAIM_TIME_H
#define DAYBOOK_EXTRACT_CLAIM_TIME_H

#include "extract/analysis/analysis.h"

/* How the time and the passage stand to an "after" between clauses. */
typedef enum {
    BESIDE_SAME_CLAUSE,
    BESIDE_OTHER_CLAUSE, /* "[on Thursday] after nine were killed", "after he was shot [on Monday], two died" */
    BESIDE_EARLIER_COUNT /* "after 57 people died [on Monday], a blast killed eight": the clause has a figure of its own */
} BesideAfter;

/* A day expression that, of those days, can say when something happened: placed, not in the future of the report nor when that was written,
 * no mere hour. */
bool claim_time_is_of_events(const Analysis *a, const TimeMention *time, Window days);

/* Whether the expression tells when something was said ("said on Sunday that ..."), not when it happened. */
bool claim_time_is_of_saying(const Analysis *a, const Claim *claim, const TimeMention *time);

bool claim_time_is_duration(const TimeMention *time);

/* "133 people were killed, up from 115 [earlier in the day]". */
bool claim_time_is_of_older_figure(const Analysis *a, Span time);

/* "A bomb killed nine, and 400 [since January]": told of a count that goes on from the passage's and names nobody again. */
bool claim_time_is_of_next_count(const Analysis *a, Span passage, Span time);

/* "Buried [on Monday] after the raid", "[on Monday] a man was arrested in connection with": the day of what came of an event. */
bool claim_time_opens_aftermath(const Analysis *a, Span time);

/* "The death toll of the quake rose to nine [on Monday]": the day on which a toll was so, not that of what it is the toll of. */
bool claim_time_is_of_toll_then(const Analysis *a, Span time);

/* Whether a time of the passage's sentence is that of another figure: "a bomb killed nine, [bringing the toll to 400 since January]",
 * "the worst attack [since May] killed nine". */
bool claim_time_is_of_other_figure(const Analysis *a, Span passage, const TimeMention *time);

/* "Officers responded to the inn at 4 p.m. [on Wednesday]": when help came, which is when it was needed. */
bool claim_time_is_of_call(const Analysis *a, Span time);

/* "Clashes that broke out [on Sunday]", of a claim told in the perfect ("have killed nine"): whether its people came to harm from then on. */
bool claim_time_is_start(const Analysis *a, const Claim *claim, Span time);

/* The days that the time tells of the passage: its own where the passage stands in a clause about it ("the worst since 2014, [when nine
 * were killed]"), else all since then. */
Window claim_time_days(const Analysis *a, Span passage, const TimeMention *time);

/* Where only one of the two stands behind the "after" without a comma. */
BesideAfter claim_time_beside_after(const Analysis *a, Span passage, Span time);

/* The expression of the sentence that comes first, or NULL; one of another clause where its own names none, or months farther off. */
const TimeMention *claim_time_nearest(const Analysis *a, Span sentence, const Claim *claim);

#endif
