/*
 * meta — what a page says of itself: address, publisher, author, title, language, time of publication. Taken from
 * JSON-LD (schema.org), Open Graph and other meta tags, <time>, microdata, the address; in that order of trust.
 */
#ifndef DAYBOOK_READ_META_H
#define DAYBOOK_READ_META_H

#include "model/document.h"
#include "read/date_text.h"
#include "read/dom.h"
#include "read/markup.h"

/* What the page calls itself, as far as it says. */
typedef struct {
    Str element;  /* <title> */
    Str tag;      /* og:title */
    Str headline; /* JSON-LD */
    Str site;
    Str best; /* the one chosen */
} Titles;

/* text is one of the titles. */
bool titles_hold(const Titles *titles, Str text);

typedef struct {
    Titles titles;
    Str url;
    Str publisher;
    Str author;
    Str title;
    Str lang;
    Moment published;
    int64_t words; /* of the report, 0 where the page does not tell */
    bool paid;     /* it is not free to read */
} Meta;

/* Unknown fields are STR_NONE. */
Meta meta_read(Arena *arena, const Markup *markup, const Node *root);

#endif
