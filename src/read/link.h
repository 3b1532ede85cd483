/* link — addresses that are written in part, made whole: "art/1.html" on a page of https://a.example/news/. */
#ifndef DAYBOOK_READ_LINK_H
#define DAYBOOK_READ_LINK_H

#include "base/arena.h"

/* The reference as seen from base (RFC 3986, section 5), in the arena. As it stands where it is whole, where base is unknown or not
 * whole itself, and where either is no address. */
Str link_resolve(Arena *arena, Str base, Str reference);

#endif
