/*
 * markup — what page makers call their parts, from data/read/markup.tsv: names of classes and ids, the lines of
 * furniture that stand between paragraphs, and the endings of folders beside saved pages. A name matches whole words: "share-bar" is found in "ArticleShareBar" and
 * "top_share-bar", "share*" also in "sharing".
 */
#ifndef DAYBOOK_READ_MARKUP_H
#define DAYBOOK_READ_MARKUP_H

#include "read/dom.h"

typedef struct Markup Markup;

enum {
    MARK_DROP = 1 << 0,    /* comments, share bars, related links, navigation … */
    MARK_BODY = 1 << 1,    /* the container of a report's text */
    MARK_DATE = 1 << 2,    /* the day of publication */
    MARK_KEEP = 1 << 3,    /* an embedded post: part of the text, whatever else it is called */
    MARK_AUTHOR = 1 << 4,  /* who wrote it */
    MARK_OFFERED = 1 << 5, /* a teaser of another report (offered.h): of no name */
};

/* Reads the embedded table. */
Markup *markup_load(Arena *arena);

/* How many rows were of no use: of an unknown class, or without three columns. The embedded table has none. */
size_t markup_ignored(const Markup *markup);

/* The marks of all names in a class or id attribute's value. */
Marks markup_marks(const Markup *markup, Str names);

/* The block is a line of furniture ("Read more: …", "Share"). */
bool markup_is_furniture(const Markup *markup, Str line);

/* The line opens what follows a report ("Comments", "More stories"). */
bool markup_is_end(const Markup *markup, Str line);

/* The line says that the time on it, or behind it, is of a later version ("Updated"). */
bool markup_is_renewed(const Markup *markup, Str line);

/* Others publish on the site of that name ("Telegram"). */
bool markup_is_platform(const Markup *markup, Str name);

/* The line names who wrote it ("By …"). */
bool markup_is_byline(const Markup *markup, Str line);

/* The line without the words that open a byline ("By …"); the whole where it opens with none. */
Str markup_after_byline(const Markup *markup, Str line);

/* The path of a folder without the ending that browsers give the folder of a page they save; STR_NONE where it has none. */
Str markup_companion_stem(const Markup *markup, Str folder);

/* 1..12 for a month's name or short name, whatever its case; 0 otherwise. */
int markup_month(const Markup *markup, Str word);

#endif
