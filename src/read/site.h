/* site — the name of the site that a page is of, where no meta element says it. Internal to read/. */
#ifndef DAYBOOK_READ_SITE_H
#define DAYBOOK_READ_SITE_H

#include "read/dom.h"

/* The link leads to the site's first page. */
bool site_is_home(Str address);

/* The name behind the last separator of a page's title element ("Bus leaves road | Hill Post"), or before the first, where the page says that this
 * is what the site is called: on a link home, beside the sign of copyright, or in the address of the page. STR_NONE where it does not. */
Str site_in_title(Arena *arena, const Node *root, Str title, Str url);

#endif
