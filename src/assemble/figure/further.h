/*
 * further — deaths that a later report tells on top of a toll that others told before: "nine died" on Tuesday, and on Wednesday "two
 * more of the wounded died" by a report that gives no toll. The rules are in doc/counts.md.
 */
#ifndef DAYBOOK_ASSEMBLE_FURTHER_H
#define DAYBOOK_ASSEMBLE_FURTHER_H

#include "assemble/figure/toll.h"
#include "model/profile.h"

/* Makes tolls of the list's further dead ("9 + 2", the terms' claims in front), which stand for all that were told before; who is told
 * of without a toll before is a part. The list is in order of time, undated figures last. In the arena. Nothing where the profile lets
 * no figure lapse. */
void further_count(const Profile *profile, ToldList *told, bool in_war, Arena *arena);

#endif
