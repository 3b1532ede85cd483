/*
 * blow — verbs that may mean a blow or words: "attacked the convoy", "attacked the plan".
 */
#ifndef DAYBOOK_EXTRACT_BLOW_H
#define DAYBOOK_EXTRACT_BLOW_H

#include "extract/speaker/saying.h"

/* Whether a verb that may mean a blow means words: some are quoted or named, a clause tells them, or a ground is given. */
bool blow_is_words(const Sayings *all, const Saying *saying);

#endif
