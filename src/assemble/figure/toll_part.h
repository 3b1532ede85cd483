/*
 * toll_part — figures that tell of a part of the victims without saying so: of those who die the number does not fall. Where
 * several reports have told some seventy, who then tells of four means four of them, or four others, and 74 stands (doc/counts.md).
 *
 * And figures that tell of something else: after nine reports of some seventy a lone 1,800 is of an older storm, of those
 * driven out, or a number misread.
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_PART_H
#define DAYBOOK_ASSEMBLE_TOLL_PART_H

#include "assemble/figure/toll.h"
#include "model/profile.h"

/* Marks both in the list (Told.of_part, Told.far_off), which stands in order of time, undated figures last. What a party says is held against what it said
 * itself. None where the profile lets no figure lapse. */
void toll_mark_parts(const Profile *profile, ToldList *list);

#endif
