/*
 * slip — a number that looks miscopied: the sentence is the origin's, and the number has the same digits in another order, a nought
 * too many or too few, or is another word of one stem: seven, seventeen, seventy (doc/copies.md).
 */
#ifndef DAYBOOK_ASSEMBLE_SLIP_H
#define DAYBOOK_ASSEMBLE_SLIP_H

#include "base/str.h"
#include "model/claim.h"

/* The claims stand in the texts; which of the two numbers is right is not told. */
bool slip_changed(Str origin_text, const Claim *origin, Str copy_text, const Claim *copy);

#endif
