/*
 * animal — figures that are of animals: by their breed ("a German shepherd"), by what is counted ("most of the cows"), by a name that the
 * text gives one of them ("Rex, a police dog, ...") and by the pronouns for them. No claim is made of these.
 */
#ifndef DAYBOOK_EXTRACT_ANIMAL_H
#define DAYBOOK_EXTRACT_ANIMAL_H

#include "extract/analysis/analysis.h"

/* Whether whom the group tells of is an animal. After group_find. */
bool animal_is_meant(const Analysis *a, const GroupRecord *group);

#endif
