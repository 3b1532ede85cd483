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

/* The site's name as a part of the page has it that says so (microdata), STR_NONE without one. */
Str credit_printed_site(Arena *arena, const Node *root);

/* told: what JSON-LD or the page's title says; title: the page's own, which is no publisher. */
Str credit_publisher(const Node *root, Str told, Str title);

/* told: what JSON-LD says. The site's own name is none of an author where the page prints one. */
Str credit_author(Arena *arena, const Markup *markup, const Node *root, Str told, Str site);

#endif
