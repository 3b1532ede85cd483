/*
 * rounded — a headline's number that the report below it tells less exactly: "400 bodies found" over "nearly 400 bodies". The headline only has no
 * room for the word.
 */
#ifndef DAYBOOK_ASSEMBLE_ROUNDED_H
#define DAYBOOK_ASSEMBLE_ROUNDED_H

#include "assemble/basis/voice.h"

bool rounded_is(const Figure *figure);

#endif
