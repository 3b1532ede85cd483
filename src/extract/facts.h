/*
 * facts — what a claim or a mention says, as pairs of names and values: what an example of a rule is held against.
 *
 *     killed 10.. security              values of any name, a count
 *     outcome=killed place=Goma         a name's value
 *     "police station"  police_station  a value with a space
 */
#ifndef DAYBOOK_EXTRACT_FACTS_H
#define DAYBOOK_EXTRACT_FACTS_H

#include "extract/analysis/analysis.h"

typedef struct {
    Str name;
    Str value;
} Fact;

typedef struct {
    Arena *arena;
    Fact *items;
    size_t count;
    size_t cap;
    Interval *ranges;
    size_t range_count;
    size_t range_cap;
} Facts;

void facts_of_claim(Facts *facts, const Claim *claim);

/* Of a mention, of what it captured, and of the stages' records (counts, times, places, speakers) that it led to. */
void facts_of_mention(Facts *facts, const Analysis *a, const Mention *mention);

/* Is every word of `expected` true of the facts? The first that is not is set in *missing. */
bool facts_hold(const Facts *facts, Str expected, Str *missing);

#endif
