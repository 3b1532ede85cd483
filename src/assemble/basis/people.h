/* people — can two mentions of victims be the same people? Judged by class, sub-group, place, name and age. */
#ifndef DAYBOOK_ASSEMBLE_PEOPLE_H
#define DAYBOOK_ASSEMBLE_PEOPLE_H

#include "assemble/basis/voice.h"

/* A figure without sub-group or role: "12 people", for a class "five civilians". */
bool people_are_generic(const Claim *claim, VictimClass of_class);

/* The same for one of several groups told together: "11 civilians and 10 guards" are all civilians and all guards. */
bool people_fill_class(const Claim *claim, VictimClass of_class);

/* Bits 1 << VictimClass: the class of those counted and, where it is told, those of some of them: "six raiders died, two of the dead were
 * clerks". */
unsigned people_classes(const Figure *figure);

/* As people_differ, wherever it was: a count of a whole day holds victims of each town. */
/* Two described victims who share a name or an age and differ in nothing else. */
bool people_surely_same(const Figure *a, const Figure *b);

bool people_differ_in_kind(const Figure *a, const Figure *b);

/* The text tells two groups of people: other class, sub-group, town, name or age. */
bool people_differ(const Figure *a, const Figure *b);

/* Told as on top of others: "another man", "a second victim". */
static inline bool people_are_further(const Claim *claim)
{
    return claim->additional || claim->ordinal > 1;
}

/* The number of the claim's sentence in its report. */
size_t people_sentence(const Figure *figure);

static inline bool people_same_sentence(const Figure *a, const Figure *b)
{
    return a->claim->sentence.start == b->claim->sentence.start && a->document == b->document &&
           !span_is_empty(a->claim->sentence);
}

/* Whether the page tells of a bomb: of such a toll nobody can say whether it holds the bomber. */
bool people_tell_of_blast(const Extraction *x);

#endif
