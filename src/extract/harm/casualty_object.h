/*
 * casualty_object — of people whom a rule's match names, whether its verb is about them at all, and whether its subject says
 * who they are not. Internal to casualty*.c.
 */
#ifndef DAYBOOK_EXTRACT_CASUALTY_OBJECT_H
#define DAYBOOK_EXTRACT_CASUALTY_OBJECT_H

#include "extract/harm/casualty_harm.h"

/* "Shot the mayor's dog": whose it is that was hit, not who was. "Shot a member of the People's Party": who was. */
bool object_only_owns(const Casualties *c, const Harm *harm, const GroupRecord *group);

/* "Who was hurt after shooting himself has died": a reflexive is nobody's subject. */
bool object_is_reflexive(const Casualties *c, const Harm *harm, const GroupRecord *group);

/* "Deputies: boy, 3, dies": who says so, in front of a headline. */
bool object_heads_colon(const Casualties *c, const GroupRecord *group);

/* "One boy shot another boy": another than who shot, not than those told of as hit before. */
bool object_is_other_than_subject(const Casualties *c, const Harm *harm, const GroupRecord *group);

/* "Guards killed four raiders and captured | two others |": fighters too, as those whom the sentence tells of right before as somebody's. */
bool object_is_of_fighters(const Casualties *c, const GroupRecord *group);

#endif
