/*
 * when_anchor — the day that a report counts from ("yesterday", "on Friday"): its dateline's, else that of the line which says
 * when it was written, else its publication's, else the first day that it names.
 *
 * A log of posts ("[14.11.2026 07:12] …") or of days counts from the stamp of each. Lines that open with an hour ("14:20 Police say …"), three
 * or more, are a log's too.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_ANCHOR_H
#define DAYBOOK_EXTRACT_WHEN_ANCHOR_H

#include "extract/when/when_parts.h"
#include "extract/when/when_point.h"

/* Sets the day that the report counts from, in the analysis and in the context. */
void when_anchor_find(Analysis *a, const PartsList *list, TimeContext *context);

/* Which day the posts of a log are of that print an hour alone. Where the latest stands at the top of a page written soon after it, an hour that
 * is much later than the one above is of the day before. */
typedef struct {
    TimeValue written; /* the report's own */
    bool latest_first;
    int before; /* minutes of the post above; CLOCK_NONE */
    int back;   /* days */
} PostDays;

PostDays when_anchor_posts(const Analysis *a, const PartsList *list, const TimeContext *context);

/* Counts from the post that the expression opens, and from the report's own day what stands in none: an entry's day, or one of the title,
 * which stands behind the text. Called with one after the other. */
void when_anchor_post(const Analysis *a, const TimeParts *p, PostDays *posts, TimeContext *context);

/* What the i-th expression is used for, as far as its place tells. */
TimeUse when_anchor_use(const Analysis *a, const PartsList *list, size_t i);

/* A report that says nowhere when it was written was written on the last day that it names soon after its first one, or
 * later; a log, on the day of its last stamp. */
void when_anchor_move(Analysis *a, bool guessed);

#endif
