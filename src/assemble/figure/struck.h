/*
 * struck — of those hit by shots, who lived? "Five people were shot; one of them died" tells of four injured.
 *
 * Within a page, those who died are taken off the figures of those who were hit; explicit figures of the injured stay. A third
 * victim who died, told of where nobody is hurt and fewer are dead, makes three dead.
 */
#ifndef DAYBOOK_ASSEMBLE_STRUCK_H
#define DAYBOOK_ASSEMBLE_STRUCK_H

#include "assemble/basis/voice.h"

/* figures of one document, all outcomes: writes those that count to out (room for count) and returns how many. Claims
 * with a smaller count are copies in the arena. */
size_t struck_settle(Arena *arena, const Figure *figures, size_t count, Figure *out);

#endif
