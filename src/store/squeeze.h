/*
 * squeeze — bytes made smaller for keeping, and back: a byte that says how, the length as a varint, then the bytes
 * (as they are, or deflated). The same bytes always give the same result.
 */
#ifndef DAYBOOK_STORE_SQUEEZE_H
#define DAYBOOK_STORE_SQUEEZE_H

#include "base/arena.h"
#include "base/str.h"

Str squeeze(Str bytes, Arena *arena);

/* False, *out untouched, when packed is none of squeeze's, or is damaged. */
bool unsqueeze(Str packed, Arena *arena, Str *out);

#endif
