/*
 * casualty_parts — the aside that tells who were among a group: "including three children", "six men and four women". It stands
 * right behind the group, within its clause, or behind the verb. Internal to casualty*.c.
 */
#ifndef DAYBOOK_EXTRACT_CASUALTY_PARTS_H
#define DAYBOOK_EXTRACT_CASUALTY_PARTS_H

#include "extract/harm/casualty_harm.h"

/* The aside that tells the group's parts, NULL where none does. */
const Mention *parts_of(const Casualties *c, const Harm *harm, const GroupRecord *group);

/* Only that behind the verb, which ends before the token, or at the end of its clause; only that in [first, last). */
const Mention *parts_of_bare(const Casualties *c, uint32_t token);
const Mention *parts_within(const Casualties *c, uint32_t first, uint32_t last);

/* Whether the aside picks some and says who they are: "the toll rose to 26, 18 of them soldiers". */
bool parts_are_picked(const Analysis *a, const Mention *aside);

/* "After 14 people were killed, the mayor resigned": who stands behind the comma is the subject of what follows, and no part. */
bool parts_head_clause(const Analysis *a, const Mention *aside);

/* "Half of them children", "all but seven of them women", "all of them were women": the count of the part, reckoned from the whole's, by what
 * the match has captured as share or less, or every one of them; MENTION_NONE where it has none of these or the whole is no number. */
uint32_t parts_reckoned(Analysis *a, const Mention *match, Interval whole, CountForm form);

/* Where the part is told to be ("including 20 in Goma"), else where its whole is. */
const PlaceMention *parts_place(const Analysis *a, const Claim *part, const Claim *whole);

/* Of which class people are of whom only sex or age is told, beside the others of the whole: "five rebels, including two women". */
VictimClass parts_class(VictimClass part, unsigned subgroups, VictimClass whole);

/* "Two raiders, | a man | and a woman, were killed": makes the claim a part of the whole, of its class. */
void parts_make(Analysis *a, size_t part, size_t whole);

/* "Three males, a teenager and two children": whether the groups behind the first, which commas part from it and from what follows, are those it
 * counts. */
bool parts_tell_who(const Analysis *a, const GroupList *list);

#endif
