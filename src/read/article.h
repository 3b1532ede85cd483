/*
 * article — finds the report on a page: which part of the tree is its text, and what in that part is not.
 *
 * Every block of text is weighed: running text counts for, links and scraps count against; the part with the
 * greatest sum is the report, with a preference for the containers that page makers name as such (markup.h). Then
 * furniture inside it is dropped. After: text density (Kohlschütter et al., WSDM 2010), readability's class weights.
 */
#ifndef DAYBOOK_READ_ARTICLE_H
#define DAYBOOK_READ_ARTICLE_H

#include "read/meta.h"

/* The part of root that holds the report; what is no part of it is marked dropped. Root itself where nothing stands out.
 * titles: the page's, so that they are not taken for its text. *found: false where
 * furniture was all there was, and is given back. */
Node *article_find(Arena *arena, const Markup *markup, Node *root, const Titles *titles, bool *found);

#endif
