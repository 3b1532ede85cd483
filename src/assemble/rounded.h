/*
 * rounded — a headline's number that the report below it tells less exactly ("400 bodies found" over "nearly 400 bodies") or more so ("toll nears
 * 290" over "288 died"). The headline only has no room for the word, or for the number.
 */
#ifndef DAYBOOK_ASSEMBLE_ROUNDED_H
#define DAYBOOK_ASSEMBLE_ROUNDED_H

#include "assemble/voice.h"

bool rounded_is(const Figure *figure);

#endif
