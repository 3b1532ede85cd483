/*
 * source — one opened input: a file, standard input, or what was packed in it. Formats are read through source_next;
 * a new format is one file and one row in source.c's table.
 */
#ifndef DAYBOOK_READ_SOURCE_H
#define DAYBOOK_READ_SOURCE_H

#include "model/baseline.h"
#include "read/markup.h"
#include "read/problem.h"
#include "read/text.h"

typedef struct Source Source;
typedef struct Inner Inner; /* what a container has open: container.c */

/* The next document of a source, made in the arena; NULL at its end. */
typedef Document *SourceNext(Source *source, Arena *arena);

/* Gives back what a format's state holds outside arenas. */
typedef void SourceClose(Source *source);

struct Source {
    Str name;     /* the path as given, "-" for standard input; in a container "outer/inner" */
    Str bytes;    /* the original, unpacked; a crawl or archive as it is */
    Str charset;  /* what came with it says that the bytes are in (encoding.h); STR_NONE: nothing */
    Arena *arena; /* lives as long as the source */
    Problems *problems;
    const Markup *markup;
    Baseline *baseline;      /* where events of data sets are put; NULL: they are left out */
    SourceNext *next;        /* of its format; NULL: nothing can be read from it */
    size_t at;               /* where the format's reader stands */
    size_t number;           /* of the line or item it stands at, from 1 */
    void *state;             /* a format's own */
    SourceClose *close;      /* may be NULL */
    Inner *inner;            /* of a container: the item that is being read */
    Source *outermost;       /* the container that all it lies in lie in; NULL: it lies in none */
    unsigned depth;          /* how many containers it lies in */
    uint64_t unpacked_bytes; /* of an outermost container: what was found in it so far, at any depth */
    bool overflowed;         /* that was more than any pile of reports is; nothing more is read from it */
};

/* Unpacks bytes, finds their format by their content and makes source ready; problems are reported. */
void source_begin(Source *source);

/* Gives everything back, its arena too, and leaves a source from which nothing can be read. */
void source_close(Source *source); /* container.c */

/* The formats. */
SourceNext plain_next;         /* plain.c */
SourceNext ndjson_next;        /* ndjson.c */
SourceNext html_next;          /* html.c */
SourceNext feed_next;          /* feed.c */
SourceNext archive_next;       /* archive.c */
SourceNext warc_next;          /* warc.c */
SourceNext csv_next;           /* csv.c */
SourceNext mail_next;          /* mail.c */
SourceNext office_next;        /* office.c */
SourceNext telegram_next;      /* telegram.c */
SourceNext chat_next;          /* chat.c */
SourceNext telegram_page_next; /* telegram_page.c */

/* Whether bytes that begin so are of the format. */
bool feed_is(Str head);          /* feed.c: mark-up */
bool archive_is(Str head);       /* archive.c */
bool warc_is(Str head);          /* warc.c: unpacked */
bool csv_is(Str head);           /* csv.c: a table whose headings are known */
bool mail_is(Str head);          /* mail.c */
bool office_is(Str head);        /* office.c: mark-up */
bool telegram_is(Str head);      /* telegram.c: JSON */
bool chat_is(Str head);          /* chat.c */
bool telegram_page_is(Str head); /* telegram_page.c: mark-up */

/* A document with path, original and sha256 set; everything else unknown. The original is copied into the arena. */
Document *source_document(const Source *source, Str original, Arena *arena);

/* "name#7": the path of the item that the source stands at. */
Str source_numbered_path(const Source *source, Arena *arena);

/* Flags the document if its bytes were not UTF-8, or said that they were something else. */
void source_flag_encoding(Document *document, const Decoded *decoded, Arena *arena);

/* Adds a flag to what the document has. */
void source_add_flag(Document *document, Flag flag, Arena *arena);

#endif
