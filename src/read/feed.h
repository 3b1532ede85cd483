/*
 * feed — RSS 0.9x, 1.0, 2.0 and Atom: each item is a document. Its original is the item's own bytes in the feed, and
 * runs lead back into those.
 */
#ifndef DAYBOOK_READ_FEED_H
#define DAYBOOK_READ_FEED_H

#include "read/source.h"

/* Mark-up that begins as a feed does. */
bool feed_is(Str head);

SourceNext feed_next;

#endif
