/*
 * past — which sentences tell of older incidents than the report's own ("In 2025, for instance, ..."). The wording is
 * that of the rules of phase "past".
 */
#ifndef DAYBOOK_EXTRACT_PAST_H
#define DAYBOOK_EXTRACT_PAST_H

#include "extract/analysis/analysis.h"

/* So many sentences that open a report tell of what it is about. */
enum { PAST_LEAD = 3 };

/* Whether the sentence is one of them, or the headline, which stands behind the text. */
bool past_in_lead(const Analysis *a, uint32_t sentence);

/* Runs the rules of phase "past"; before any claim is made. */
void past_mark(Analysis *a);

/* Whether the sentence tells of a month or more ("in two months", "over the past year"). */
bool past_spans_months(const Analysis *a, uint32_t sentence);

/* Whether the sentence speaks of a war as a whole, whose figures are of all its years. After past_mark. */
bool past_is_of_a_war(const Analysis *a, uint32_t sentence);

/* Does the claim number people killed or hurt, in more than a word ("scores")? */
bool past_is_figure(const Claim *claim);

/* "Last month gunmen attacked a village.": does the sentence tell of the past, and open with when that was? */
bool past_opens_sentence(const Analysis *a, uint32_t sentence);

/* Does the sentence tell an attack or harm, or its aftermath? */
bool past_speaks_of_harm(const Analysis *a, uint32_t sentence);

/* Whether the sentence tells of an older incident. After past_mark. */
bool past_is_told(const Analysis *a, uint32_t sentence);

/* The long past time of an earlier sentence of its paragraph with which the sentence, which has none, goes on; NULL where there is none. */
const TimeMention *past_goes_on_with(const Analysis *a, uint32_t sentence);

/* Whether words for a time say that it is long past, though not when: "a few months ago". After past_mark. */
bool past_is_vague(const Analysis *a, Span time);

/* Whether the token stands where the sentence tells what the event answered, followed or commemorated. After
 * past_mark. */
bool past_is_cause(const Analysis *a, uint32_t token);

/* Whether that is an earlier event which the report's own came after: "..., a week after a raid in Goma". After past_mark. */
bool past_is_followed(const Analysis *a, uint32_t token);

/* Whether that is years ago ("to mark the tenth anniversary of the raid"): the sentence's day is not its day. After past_mark. */
bool past_is_years_ago(const Analysis *a, uint32_t token);

/* The passage around the token that is told only to be taken back ("an earlier version said that ..."); empty where it stands in none.
 * After past_mark. */
Span past_untrue(const Analysis *a, uint32_t token);

/* Whether the passage around the token is of what nobody vouches for yet ("the army was looking into reports that ..."). After past_mark. */
bool past_is_unchecked(const Analysis *a, uint32_t token);

/* The passage by which the sentence right behind takes back what a report told in this one ("... The report was false"); empty where it
 * does not. After past_mark. */
Span past_untrue_behind(const Analysis *a, uint32_t sentence);

/* Whether the token stands in what a speaker is told to have said earlier ("had earlier put the toll at nine"). After past_mark. */
bool past_is_former(const Analysis *a, uint32_t token);

/* Whether the token stands in what a speaker says in place of what it denies ("... and put the toll at 16"). After past_mark. */
bool past_is_instead(const Analysis *a, uint32_t token);

/* Whether the token stands in what is only planned, threatened, prevented or imagined. After past_mark. */
bool past_is_unreal(const Analysis *a, uint32_t token);

/* Whether what tokens [first, last) tell is: they end in it, or hold the words of it ("beat the champion 6-4"). After past_mark. */
bool past_tells_unreal(const Analysis *a, uint32_t first, uint32_t last);

/* Days that lie half a year or more before the report was written. */
bool past_is_long_ago(const Analysis *a, Window window);

/* The long past day or year with which the report opens ("On this day in 1968, troops ..."), where what follows up to the sentence names
 * no time; NULL where there is none. */
const TimeMention *past_report_opening(const Analysis *a, uint32_t number);

/* Whether what the report opens with speaks of somebody killed or hurt, of a crime or of somebody held for one: of that the past may be. */
bool past_opening_speaks_of_harm(const Analysis *a);

#endif
