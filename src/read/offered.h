/* offered — what a page offers of other reports inside the report itself: teasers, headings that lead elsewhere. Internal to read/. */
#ifndef DAYBOOK_READ_OFFERED_H
#define DAYBOOK_READ_OFFERED_H

#include "read/dom.h"

/* A heading that is nothing but a link to another page. */
bool offered_heading(const Node *n);

/* Drops boxes, each one of several alike, that open with such a heading and go on with a few words on it, unless they hold much of the article: then it
 * is a list of posts. */
void offered_drop(Node *article);

/* The line behind a label ("Related:") where the report goes on: what follows the label are links, then paragraphs again that stand beside those before.
 * NULL where it does not. */
Node *offered_end(const Node *label, Node *article);

/* The words under a picture, in the block that shows it, on lines of their own: all of them are set apart by their type. */
bool offered_caption(const Node *block);

#endif
