/*
 * namesake — people whom one report names without saying what they are, and another with their office or body: "Ana Holm" here, "Governor Ana
 * Holm" there. They are one voice where all reports that tell give the name to one.
 */
#ifndef DAYBOOK_ASSEMBLE_NAMESAKE_H
#define DAYBOOK_ASSEMBLE_NAMESAKE_H

#include "model/situation.h"

/* Gives the claims of those without an office the origin that others of their full name have. */
void namesake_join(Situation *situation, Arena *arena);

#endif
