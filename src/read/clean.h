/* clean — drops what stands in a report's part of the page and is no part of it: the title told again, day and name over
 * it, share lines and links between its paragraphs, what comes after its end. */
#ifndef DAYBOOK_READ_CLEAN_H
#define DAYBOOK_READ_CLEAN_H

#include "read/meta.h"

/* article was weighed (weigh.h). */
void clean_article(Arena *arena, const Markup *markup, Node *article, const Titles *titles);

/* The line is the title again, a day or a name, as stands over a report's first paragraph. */
bool clean_is_headline(const Markup *markup, const Titles *titles, Str line);

#endif
