/*
 * given_name — whose sex only a given name tells. Who counts the women among those named in a list of victims goes by their names; so does
 * this, by a table of women's names (womens_names.h). What is read so is kept apart from what the text tells (Claim.womans_name): it stands
 * in no sub-group and gives way to any number that somebody states (assemble/figure/toll_column.h).
 */
#ifndef DAYBOOK_EXTRACT_GIVEN_NAME_H
#define DAYBOOK_EXTRACT_GIVEN_NAME_H

#include "extract/analysis/analysis.h"

/* Whether the group is one person with a name of several words, or an age behind the one, of which the first is a woman's. */
bool given_name_is_womans(const Analysis *a, const GroupRecord *group);

#endif
