/*
 * search — reports that have all the words, in one situation or the whole book, those read last first, a page at a time.
 *
 *     SearchWords words = search_words(STR("market \"mass grave\""), arena);
 *     store_search(store, situation, words, 0, 20, arena, &found, &err);
 *
 * A word finds all that begin with it, in any case and without accents; what stands in quotation marks is found as it stands. The index is
 * SQLite's FTS5 (report_words): the one thing of a book that knows its data base.
 */
#ifndef DAYBOOK_STORE_SEARCH_H
#define DAYBOOK_STORE_SEARCH_H

#include "store/store.h"

/* What is looked for, each a word or a phrase. */
typedef struct {
    const Str *items;
    size_t count;
    Str query; /* for the index; STR_NONE where there is nothing to look for */
} SearchWords;

/* Borrows from the text; the rest lives in the arena. */
SearchWords search_words(Str text, Arena *arena);

typedef struct {
    int64_t report;    /* key, as in its address */
    int64_t situation; /* one that holds it */
    Str name;          /* of the situation */
} FoundReport;

typedef struct {
    FoundReport *rows;
    size_t count;
    int64_t next; /* before of the page after; 0: this was the last */
} FoundReports;

/* situation 0: of the whole book, each report once. before: reports with lower keys; 0: from the newest. */
bool store_search(Store *store, int64_t situation, SearchWords words, int64_t before, size_t limit, Arena *arena,
                  FoundReports *out, Error *err);

/* Where a word, or all of a phrase, begins in the text, at the beginning of a word, from an offset on; SIZE_MAX: nowhere. Letters with
 * accents are found as they are written. */
size_t search_find(Str text, Str word, size_t from);

bool search_has_all(const SearchWords *words, Str text);

/* The sentence of a claim, with all of its passage. */
Str search_sentence(const Situation *s, uint32_t claim);

#endif
