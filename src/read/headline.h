/*
 * headline — a title that a page, feed or record gives apart from its text often holds the figure ("Two killed in
 * market blast"): it is read as a heading, put behind the text so that the text's own offsets stay what they are.
 */
#ifndef DAYBOOK_READ_HEADLINE_H
#define DAYBOOK_READ_HEADLINE_H

#include "base/arena.h"
#include "model/document.h"

/* Nothing is done where there is no title or the text opens with it. The longer text is made in the arena. */
void headline_join(Document *document, Arena *arena);

#endif
