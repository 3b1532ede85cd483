/* toll_further — who is told on top of others that the report does not count itself: "a third policeman died", "two more died". */
#ifndef DAYBOOK_ASSEMBLE_TOLL_FURTHER_H
#define DAYBOOK_ASSEMBLE_TOLL_FURTHER_H

#include "assemble/basis/voice.h"

/* "A third policeman died": 3; 0 for whom no ordinal from the third on tells. */
unsigned toll_further_nth(const Figure *x);

/* Dead told on top of others ("two more died"), where the report has told of nobody else before. */
bool toll_is_further(const Figure *x);

/* Does their report tell the toll by then? They are among those. */
bool toll_is_held(const Figure *x);

#endif
