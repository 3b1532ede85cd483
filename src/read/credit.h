/*
 * credit — who published a page and who wrote it: JSON-LD, meta elements, then what it prints. An address, a mark before
 * a name or the page's own title in a name's place is passed over. Names come as the page has them; several are joined
 * by a comma.
 */
#ifndef DAYBOOK_READ_CREDIT_H
#define DAYBOOK_READ_CREDIT_H

#include "read/markup.h"

/* The site's name as its meta elements have it, STR_NONE without one. */
Str credit_site(const Node *root);

/* told: what JSON-LD says; title: the page's own, which is no publisher. */
Str credit_publisher(const Node *root, Str told, Str title);

Str credit_author(Arena *arena, const Markup *markup, const Node *root, Str told);

#endif
