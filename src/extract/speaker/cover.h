/*
 * cover — which of many passages reach over a place of the text, without a walk over all of them. Passages are numbered by
 * whoever adds them, and may be added in pieces, none behind one of a higher number; they and the text are counted in bytes
 * or else in tokens. A step takes no longer where many passages lie in each other. Lives in its arena.
 *
 *     Cover *cover = cover_new(arena, text.len);
 *     cover_add(arena, cover, span, i);
 *     for (uint32_t i = cover_find(cover, place, 0); i != COVER_NONE; i = cover_find(cover, place, i + 1))
 *         passage i reaches over the place or over one near it
 */
#ifndef DAYBOOK_EXTRACT_COVER_H
#define DAYBOOK_EXTRACT_COVER_H

#include "base/arena.h"
#include "model/span.h"

enum { COVER_NONE = UINT32_MAX };

typedef struct Cover Cover;

Cover *cover_new(Arena *arena, size_t text_length);
void cover_add(Arena *arena, Cover *cover, Span passage, uint32_t number);

/* Of the passages that may reach over the place, which must not lie behind the text, the least number that is not less than
 * from; COVER_NONE where there is none. */
uint32_t cover_find(const Cover *cover, uint32_t place, uint32_t from);

#endif
