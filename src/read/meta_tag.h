/* meta_tag — a page's meta elements, asked for by name. */
#ifndef DAYBOOK_READ_META_TAG_H
#define DAYBOOK_READ_META_TAG_H

#include "read/dom.h"

/* The content of the first meta element of that property, name or itemprop, whatever its case; STR_NONE. */
Str meta_named(const Node *root, Str name);

/* The content of the first of the names that the page has. */
Str meta_first(const Node *root, const char *const *names, size_t count);

/* An address where a name should stand. */
bool meta_is_address(Str s);

#endif
