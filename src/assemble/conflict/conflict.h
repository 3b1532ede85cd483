/*
 * conflict — claims that cannot all be true, each with the smallest set that shows it and a sentence with its figures.
 * Reported, never mended (rule 6).
 */
#ifndef DAYBOOK_ASSEMBLE_CONFLICT_H
#define DAYBOOK_ASSEMBLE_CONFLICT_H

#include "assemble/situation/situation.h"

enum {
    CONFLICT_GROWTH_SECONDS = 21600
}; /* a toll grows: what is told six hours earlier may be smaller (doc/counts.md) */

typedef struct {
    Conflict *items;
    size_t count;
    size_t cap;
} ConflictList;

typedef struct {
    DerivedSum *items;
    size_t count;
    size_t cap;
} SumList;

/* What the finders share: the figures of one whole incident at a time, and where to put what they find. */
typedef struct {
    const Builder *b;
    ConflictList *list;
    const Figure **figures; /* of the incident and its parts, in claim order */
    size_t figure_count;
} Finder;

/* Appends a conflict of the given claims with the text of the note, which is freed. */
void conflict_add(const Finder *f, ConflictKind kind, const uint32_t *claims, size_t count, Buf *note);

/* Bodies found so far, hurt who are in care now: some of them, and as many at least. */
bool conflict_is_of_some(const Claim *claim);

/* What a figure says of how many there were; of some of them: so many and more. */
Interval conflict_range(const Claim *claim);

/* "at least 10", "37–70", "7". */
void conflict_put_count(Buf *out, const Claim *claim);

/* "killed, civilian" */
void conflict_put_cell(Buf *out, const Claim *claim);

/* " (Ibad Khan)" where the speaker or outlet is known. */
void conflict_put_voice(Buf *out, const Figure *figure);

bool conflict_like_windows(const Claim *a, const Claim *b); /* equal, or both lent by their reports */
bool conflict_is_number(const Claim *claim);                /* no word, no described victim */

bool conflict_same_cell(const Claim *a, const Claim *b);

/* "Five soldiers": a count of one role of the security forces, of which another voice's is the same count. */
bool conflict_is_of_role(const Claim *claim);

/* A figure over all of its cell: no part, nothing added, nothing described. */
bool conflict_is_cell_figure(const Claim *claim);

/* "Eleven, including the bomber" and "ten": the one counts who did it, as it says, and is no more by anybody else. */
bool conflict_but_for_attackers(const Figure *x, const Figure *y);

/* Was the second figure, of the same page or another, told later, by the words around them, or as the toll by then ("bringing
 * the number to 12")? Then the first gainsays no larger one: conflict_told.c. */
bool conflict_is_overtaken(const Figure *x, const Figure *by);

/* "15, up from 12": does one of the two say that the other's number was told before? */
bool conflict_is_replaced(const Figure *x, const Figure *y);

/* "The toll rose to 13, and two people died on the way": is the figure, which its own sentence tells beside the toll, of some of them?
 * It is nobody's count of all; nor is what was said before ("they had first spoken of nine"). */
bool conflict_is_no_whole(const Finder *f, size_t at);

/* The whole that the claim's incident belongs to, -1. */
int32_t conflict_whole(const Builder *b, uint32_t claim);

/* count, window, and sums of classes over several pages; parts larger than their whole in one: conflict_blame.c */
void conflict_find_figures(const Finder *f);
void conflict_find_parts(const Finder *f);    /* copies are looked at too */
void conflict_find_in_pages(const Finder *f); /* within-page: conflict_figure.c; copies are looked at too */
void conflict_find_events(const Finder *f);   /* unit, status, responsibility, calendar: conflict_event.c */

/* "45 adults and five children": the first of a row that makes up a whole by age or sex stands for all of it: conflict_row.c */
void conflict_sum_rows(Arena *arena, Figure *figures, size_t count);

/* sum, and the derived sums that hold: sum.c */
void conflict_find_sums(const Finder *f, const Finder *page, SumList *sums);

#endif
