/*
 * meta — what a page says of itself: address, publisher, author, title, language, time of publication. Taken from
 * JSON-LD (schema.org), Open Graph and other meta tags, <time>, microdata, the address; in that order of trust.
 */
#ifndef DAYBOOK_READ_META_H
#define DAYBOOK_READ_META_H

#include "model/document.h"
#include "read/dom.h"
#include "read/markup.h"

typedef struct {
    Str url;
    Str publisher;
    Str author;
    Str title;
    Str lang;
    Moment published;
    Str body; /* JSON-LD's articleBody */
} Meta;

/* Unknown fields are STR_NONE. */
Meta meta_read(Arena *arena, const Markup *markup, const Node *root);

/* A moment in any of the spellings that pages use: moment_parse's, and "January 31, 2026", "31 Jan 2026 5:10 pm". */
Moment meta_moment(const Markup *markup, Str s);

#endif
