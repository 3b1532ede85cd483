/*
 * words — how the page says things: neutral words for the closed vocabularies, numbers with thin
 * spaces, days with their weekday. Everything here is text for a reader; nothing is parsed back.
 *
 *     words_interval(out, (Interval){10, INTERVAL_OPEN});   at least 10
 *     words_day(out, day_from_ymd(2026, 1, 31));            Saturday 31 January 2026
 *
 * The writers append plain UTF-8 without HTML's special characters, so it may go into content,
 * attributes and SVG alike.
 */
#ifndef DAYBOOK_REPORT_WORDS_H
#define DAYBOOK_REPORT_WORDS_H

#include "model/incident.h"

/* What the page says where nobody gives a figure. Never 0, never a dash. */
#define WORDS_NO_FIGURE STR("No figure reported")

Str words_party(Party party);          /* heading: "Government and authorities" */
Str words_party_speaking(Party party); /* running text: "authorities" */
void words_claimant(Buf *out, Party party,
                    Str name);             /* "authorities of Kenya", "Northern Front"; without a name the party */
Str words_party_key(Party party);          /* class name and data attribute: "armed-group" */
Str words_class(VictimClass victim_class); /* "security forces" */
Str words_victims(VictimClass victim_class, bool one); /* behind a number: "members of the security forces" */
Str words_subgroup(unsigned subgroups,
                   bool one);             /* behind a number: "children", "police officer"; none where not of one */
Str words_cell(CellKind cell);            /* heading: "Security forces" */
Str words_outcome(Outcome outcome);       /* "captured or abducted" */
Str words_kind(ClaimKind kind);           /* "disruption" */
Str words_conflict(ConflictKind kind);    /* "Sums that do not add up" */
Str words_precision(Precision precision); /* "province or region only" */
Str words_responsibility(Responsibility responsibility);
Str words_flag(FlagKind kind);
Str words_stance(Stance stance);
Str words_manner(Manner manner);

/* Groups of three from 1 000 on, parted by a narrow no-break space. */
void words_number(Buf *out, int64_t n);

/* "at least 10", "up to 70", "37–70", "11". */
void words_interval(Buf *out, Interval interval);

/* "1 report", "12 reports": plural is singular + s. */
void words_counted(Buf *out, size_t n, const char *singular);

void words_day(Buf *out, Day day);          /* "Saturday 31 January 2026" */
void words_day_short(Buf *out, Day day);    /* "Sat 31 Jan" */
void words_day_brief(Buf *out, Day day);    /* "Sat 31 Jan 2026" */
void words_window(Buf *out, Window window); /* "Fri 30 Jan to Sat 31 Jan 2026"; an unknown end is said */
void words_window_short(Buf *out, Window window, Day near); /* "Sat 31 Jan"; with the year where it isn't near's */
void words_moment(Buf *out, Moment moment); /* "Saturday 31 January 2026, 13:05 UTC"; as precise as given */

/* The names of the bits set, with commas. */
void words_status(Buf *out, unsigned status);
void words_subgroups(Buf *out, unsigned subgroups);
void words_among(Buf *out, unsigned subgroups); /* "women and children among them" */

/* How the figures are made, in sentences; and what stands under corrections. */
const char *const *words_method(size_t *count);
extern const char WORDS_NO_CORRECTION[];

#endif
