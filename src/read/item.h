/* item — bytes that something else held (an archive, a crawl, a mail, the network), and what is known of them from outside:
 * it fills the fields that their documents leave open. */
#ifndef DAYBOOK_READ_ITEM_H
#define DAYBOOK_READ_ITEM_H

#include "base/arena.h"
#include "model/document.h"

typedef struct {
    Str name; /* as it is reported: "pile.zip/a.html", "crawl.warc#12" */
    Str bytes;
    Str charset; /* that its bytes are in, as the header it came with has it */
    Str url;
    Str title; /* taken before the document's own */
    Str author;
    Str publisher;
    Moment published;
} Item;

void item_lend(const Item *item, Document *document, Arena *arena);

#endif
