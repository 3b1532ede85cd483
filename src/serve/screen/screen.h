/*
 * screen — what the pages of the desk share: a Screen is a page being written about one situation.
 *
 *     static void show_claims(Request *request, Reply *reply)
 *     {
 *         Screen s;
 *         if (!screen_begin(&s, request, reply))            an unknown situation has been answered
 *             return;
 *         ... fetch ...
 *         screen_open(&s, "Claims");                         layout_open, h1
 *         ...
 *         screen_close(&s);
 *     }
 *
 * Claims are drawn by the report's own writers (report/page_parts.h) over an edition or an excerpt, so that a claim reads the same
 * everywhere. Text from a source goes through buf_html, parts of addresses through buf_url.
 */
#ifndef DAYBOOK_SERVE_SCREEN_H
#define DAYBOOK_SERVE_SCREEN_H

#include "report/page_parts.h"
#include "serve/frame/layout.h"
#include "serve/frame/plain.h"
#include "store/browse.h"
#include "store/excerpt.h"

typedef struct {
    Request *request;
    Reply *reply;
    Buf *out;
    int64_t situation;
    Str name;  /* of the situation */
    Str base;  /* its address: "/s/NAME", encoded */
    Page page; /* ready after screen_draw */
} Screen;

/* The address of a situation: "/s/NAME", encoded. */
Str screen_base(const Request *request, Str situation);

/* Finds the situation of the path and brings its rows up to date; a page that only reads then reads them as of one moment. False: the reply says
 * what is wrong. */
bool screen_begin(Screen *s, Request *request, Reply *reply);

/* The same for a page of the whole situation, put together. NULL: the reply says what is wrong. */
const Situation *screen_begin_edition(Screen *s, Request *request, Reply *reply);

/* The page's head and heading; intro (may be NULL) is a quiet line under it. Both are ours. */
void screen_open(Screen *s, const char *title, const char *intro);
void screen_open_named(Screen *s, Str title); /* of a claim, report or incident: escaped; writes no heading */
void screen_close(Screen *s);

/* Whether the person may do what needs the role. */
bool screen_may(const Screen *s, Role role);

/* From now on s->page draws claims of this situation or excerpt. */
void screen_draw(Screen *s, const Situation *situation);

/* ---- writing ---- */

void screen_put(const Screen *s, const char *html); /* markup of our own */
void screen_text(const Screen *s, Str text);        /* escaped */
void screen_number(const Screen *s, int64_t n);
void screen_plain(const Screen *s, Plain *plain, Str text); /* in words for people, escaped */

/* <a href="BASE/PATH/PART">: PART is encoded; no part: STR_NONE. */
void screen_link(const Screen *s, const char *path, Str part);

/* An address to send on: the page's own, to a claim, report or incident of the situation. */
void screen_claim_link(const Screen *s, uint32_t claim); /* of the excerpt; the caller writes text and </a> */
void screen_report_link(const Screen *s, int64_t key);   /* the same */

/* What will stand here, and how it comes to. Both are ours. */
void screen_empty(const Screen *s, const char *what, const char *how);

/* Links to the list as files, with the filters of the page: kind as store_list names it. */
void screen_exports(const Screen *s, const char *kind);

/* The same of a list that is of no situation's rows: path and "/export", with the words that were looked for (screen_files.c). */
void screen_file_links(Buf *out, Str path, Str words);

/* A link to the page after, "?…&before=N" with the query's other fields kept; label is ours. */
void screen_next(const Screen *s, int64_t before, const char *label);

/* The same for a list that goes on from a number, "?…&from=N". */
void screen_onward(const Screen *s, int64_t from, const char *label);

/* A day or time in words, with its ISO form in <time>. */
void screen_moment(const Screen *s, Moment moment);

/* Of whom the row of changes or effects is: "civilians killed"; the same of their names (plain_cell). */
void screen_cell(const Screen *s, const View *view, size_t row);
void screen_cell_named(const Screen *s, Str outcome, Str victims);

/* How a figure moved, "10/17/open (government 37)" to the same, in words: of long lists of claims only what came and what went. */
void screen_move(const Screen *s, Str from, Str to);

/* "Thu 5 Feb 2026, 13:05 UTC": shorter, so that it fits one line of a table. */
void screen_time(const Screen *s, Moment moment);

/* ---- forms ---- */

typedef struct {
    const char *value;
    const char *label;
} Choice;

/* The words of a closed vocabulary to choose from, in its order; none, with the value "", stands first, where it is given. */
typedef enum { TERMS_KIND, TERMS_OUTCOME, TERMS_CLASS, TERMS_PARTY } Terms;
const Choice *screen_terms(const Screen *s, Terms terms, const char *none);

/* <label>…<select name>: choices end with a NULL value; chosen may be STR_NONE. */
void screen_select(const Screen *s, const char *name, const char *label, const Choice *choices, Str chosen);
void screen_input(const Screen *s, const char *name, const char *label, const char *type, Str value);
void screen_hidden(const Screen *s, const char *name, Str value);
void screen_hidden_number(const Screen *s, const char *name, int64_t n);

/* A number as a form's field has it. */
Str screen_digits(int64_t n, Arena *arena);

/* ---- a claim in a list (screen_claim.c) ---- */

/* What it says, who says so, its passage and where it stands, with a link to its own page. */
void screen_claim_item(const Screen *s, uint32_t claim);

/* Marks of a claim: superseded, copy, background, status. */
void screen_claim_marks(const Screen *s, uint32_t claim);

/* One line: what it says, with its place in the text marked by id. */
void screen_claim_brief(const Screen *s, uint32_t claim);

/* Fields to set what a claim says, filled from it; UINT32_MAX: empty (screen_edit.c). */
void screen_edit_fields(const Screen *s, uint32_t claim);

/* The text of a document of the excerpt in paragraphs, each claim's passage marked and linked to it (screen_text.c). */
void screen_marked_text(const Screen *s, uint32_t document);

/* The sentence with its passage marked, and what stands around it. */
void screen_context(const Screen *s, uint32_t claim);

/* Filters of the claims list that were kept under a name, and a form to keep this one (screen_filters.c). */
void screen_filters(const Screen *s);

/* ---- a View as a table ---- */

/* Columns that have a heading, in their order; a VIEW_ID column named "id", "claim" or "incident" becomes a link. caption is for
 * those who don't see the page. */
void screen_table(const Screen *s, const View *view, const char *caption);

#endif
