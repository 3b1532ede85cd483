#include "read/link.h"

#include <libxml/uri.h>

/* Begins with a scheme: "https:", "urn:". */
static bool is_whole(Str address)
{
    size_t at = 0;
    while (at < address.len && !strchr(":/?#", address.ptr[at]))
        at++;
    return at > 0 && at < address.len && address.ptr[at] == ':';
}

Str link_resolve(Arena *arena, Str base, Str reference)
{
    if (!str_present(reference) || is_whole(reference) || !str_present(base) || !is_whole(base))
        return reference;
    const char *from = arena_copy(arena, base).ptr; /* ends in NUL */
    const char *to = arena_copy(arena, reference).ptr;
    xmlChar *whole = xmlBuildURI((const xmlChar *)to, (const xmlChar *)from);
    Str made = whole ? arena_copy(arena, str_from((const char *)whole)) : reference;
    xmlFree(whole);
    return made;
}
