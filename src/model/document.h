/*
 * document — one report as it was read: text, where it came from, and how its text leads back to
 * the original bytes. Made by read/; afterwards nothing rewrites text, all else is spans into it.
 *
 * Ownership: a Document and everything it points to lives in the arena that the reader was given.
 */
#ifndef DAYBOOK_MODEL_DOCUMENT_H
#define DAYBOOK_MODEL_DOCUMENT_H

#include "model/day.h"
#include "model/span.h"
#include "model/terms.h"

/* What a stretch of text is for. Only BLOCK_BODY kinds become claims. */
typedef enum {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_LIST_ITEM,
    BLOCK_CAPTION, /* of a picture or video */
    BLOCK_QUOTE,   /* a set-off quotation, an embedded post */
    BLOCK_TABLE_ROW,
    BLOCK_BOILERPLATE, /* navigation, comments, author box, sign-up lines, trailing machine text */
} BlockKind;

/* Blocks lie in text order and don't overlap; between them is only white space. */
typedef struct {
    Span span;
    BlockKind kind;
    uint8_t level; /* of a heading, 1.. ; 0 = not known */
} Block;

typedef struct {
    FlagKind kind;
    Span span;
    Str note; /* a sentence for a person */
} Flag;

/* What a table's row says under a heading that is known. */
typedef enum {
    COLUMN_FIGURE, /* how many, in words or digits as in a text */
    COLUMN_DAY,    /* the first or only day */
    COLUMN_DAY_LAST,
    COLUMN_PLACE,
    COLUMN_LAT, /* degrees, WGS 84 */
    COLUMN_LON,
    COLUMN_SPEAKER,
} RowField;

typedef struct {
    RowField field;
    Span span;       /* in the document's text */
    Outcome outcome; /* of a figure */
    VictimClass victim_class;
    unsigned subgroups;
} RowCell;

/* Text bytes from text_start up to the next run's text_start stand for the original's [raw_start, raw_end): byte for
 * byte where both are equally long; else they were decoded from there as a whole (a character reference, another
 * encoding, white space made one). An empty raw range is text that the reader put in (line breaks). */
typedef struct {
    uint32_t text_start;
    uint32_t raw_start;
    uint32_t raw_end;
} RawRun;

typedef struct {
    Str id;   /* given, else made from the content */
    Str path; /* the file it came from, "-" for standard input; with "#n" for one of several */
    Str url;  /* STR_NONE where unknown, as all below */
    Str publisher;
    Str author;
    Str title;
    Str lang;
    Moment published;
    Str original;  /* the stored original: the file's bytes, the entry's in it, an NDJSON line's "text" or "html" */
    Str sha256;    /* of original */
    Str text;      /* UTF-8; a title given apart from it stands behind it, after a blank line */
    Span headline; /* where that is; {0,0}: no title was given, or it stands in the text itself */

    const RawRun *raw_runs; /* none: text is the original, unchanged */
    size_t raw_run_count;

    const Block *blocks; /* none where the reader knows no structure (plain text, NDJSON text) */
    size_t block_count;

    const RowCell
        *cells; /* of a table's row: the text is the row, and these are its claims; none: a text for reading */
    size_t cell_count;

    const Flag *flags; /* what the reader noticed: encoding, truncated, missing-content */
    size_t flag_count;
    bool is_personal; /* written to those of a chat, or in a mail: who the author is stays with the desk */
} Document;

/* The text alone, as the contract's offsets count it: without the headline behind it. */
Str document_body(const Document *document);

/* What a table's row gives in the column; "" where it gives nothing or the document is no row. */
Str document_cell(const Document *document, RowField field);

/* Whether s lies in the headline: such offsets are told from its beginning (document_headline_span). */
bool document_in_headline(const Document *document, Span s);
Span document_headline_span(const Document *document, Span s);

/* The bytes of the original that s, which lies in the body, stands for. */
Span document_raw_span(const Document *document, Span s);

#endif
