/* json_ld — what a page's JSON-LD (schema.org) says of the article on it. */
#ifndef DAYBOOK_READ_JSON_LD_H
#define DAYBOOK_READ_JSON_LD_H

#include "model/document.h"
#include "read/dom.h"
#include "read/markup.h"

/* Unknown fields are empty; published's precision is MOMENT_NONE. */
typedef struct {
    Str headline;
    Str author;
    Str publisher;
    Moment published;
    int64_t words; /* that the article has; 0: not told */
    bool paid;     /* it is not free to read */
} JsonLd;

/* Is it a script of JSON-LD with something in it? */
bool json_ld_is(const Node *node);

/* What the first script about an article gives, else the day of what has one. Broken JSON is passed over. */
JsonLd json_ld_read(Arena *arena, const Markup *markup, const Node *root);

#endif
