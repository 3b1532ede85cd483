/*
 * further — deaths that a later report tells on top of a toll that others told before: "nine died" on Tuesday, and on Wednesday "two
 * more of the wounded died" by a report that gives no toll. The rules are in doc/counts.md.
 */
#ifndef DAYBOOK_ASSEMBLE_FURTHER_H
#define DAYBOOK_ASSEMBLE_FURTHER_H

#include "assemble/toll.h"
#include "model/profile.h"

/* "A third policeman died": 3; 0 for whom no ordinal from the third on tells. */
unsigned further_nth(const Figure *x);

/* Dead told on top of others ("two more died"), where the report has told of nobody else before. */
bool further_is_alone(const Figure *x);

/* Two policemen were dead, and later "a third policeman died": three are. */
void further_count_numbered(ToldList *list);

/* Makes tolls of the list's further dead ("9 + 2", the terms' claims in front), which stand for all that were told before; who is told
 * of without a toll before is a part. The list is in order of time, undated figures last. In the arena. Nothing where the profile lets
 * no figure lapse. */
void further_count(const Profile *profile, ToldList *told, bool in_war, Arena *arena);

#endif
