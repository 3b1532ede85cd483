/* unpack — inputs that were packed with gzip, one or more members. */
#ifndef DAYBOOK_READ_UNPACK_H
#define DAYBOOK_READ_UNPACK_H

#include "base/arena.h"
#include "base/error.h"

/* Replaces *bytes by what is packed in them (in the arena); leaves them alone if they aren't packed. false: the packing
 * is broken or holds more than a gibibyte; *bytes is then untouched. */
bool unpack(Arena *arena, Str name, Str *bytes, Error *err);

/* The first limit_bytes of bytes, unpacked (in the arena) where they are packed; fewer where that is all or the rest is broken. */
Str unpack_head(Arena *arena, Str bytes, size_t limit_bytes);

#endif
