/*
 * excerpt — a small Situation: only the reports that hold the claims asked for, read from the book's rows without putting
 * the situation together. So a page about one claim costs the same in a book of a hundred claims and of a million.
 *
 *     uint32_t seqs[] = {17, 4};
 *     StoreExcerpt excerpt;
 *     store_excerpt(store, situation, seqs, 2, arena, &excerpt, &err);
 *     excerpt.situation->claims[excerpt.wanted[0]]                       claim 17 of the book
 *
 * What it holds is as store_edition would give it: documents, claims with their ids, incidents that the claims belong to
 * (no estimates, versions or history), which claim supersedes or copies which where both are in the excerpt.
 * What it leaves out is empty. The situation's rows are taken as they are: call store_assemble before.
 */
#ifndef DAYBOOK_STORE_EXCERPT_H
#define DAYBOOK_STORE_EXCERPT_H

#include "store/store.h"

typedef struct {
    Situation *situation;     /* in the arena */
    const int64_t *documents; /* by document of the excerpt: key of the report, as in its address */
    const Moment *read_at;    /* by document: when it was read into the situation */
    const uint32_t *seqs;     /* by claim of the excerpt: its seq in the book's situation */
    const uint32_t
        *wanted;  /* by number of the wish: index into situation->claims; UINT32_MAX where the book has none */
    int64_t next; /* of a page of incidents or conflicts: from of the page after; 0: this was the last */
} StoreExcerpt;

/* seqs in any order, each counted from 0 as in `show claims`. */
bool store_excerpt(Store *store, int64_t situation, const uint32_t *seqs, size_t count, Arena *arena, StoreExcerpt *out,
                   Error *err);

/* All of one report, by its key. out->situation has no document where the situation has no such report. */
bool store_excerpt_report(Store *store, int64_t situation, int64_t document, Arena *arena, StoreExcerpt *out,
                          Error *err);

/* A page of the situation's incidents from the seq on, those told of most first, with what was found of people killed: low, best, high and what
 * parties claim, by class, as texts without claims. document_count is set, documents are not. */
bool store_excerpt_incidents(Store *store, int64_t situation, int64_t from, size_t limit, Arena *arena,
                             StoreExcerpt *out, Error *err);

/* One incident by its seq (store_incident_seq), as the situation's headline: figures with their claims, what parties say, sums, all its claims
 * with their voices, its reports; the whole that it is part of. Not why its reports were linked, and no history. out->situation has no
 * headline where there is no such incident. */
bool store_excerpt_incident(Store *store, int64_t situation, int64_t seq, Arena *arena, StoreExcerpt *out, Error *err);

/* A page of the conflicts from the seq on, with their claims. */
bool store_excerpt_conflicts(Store *store, int64_t situation, int64_t from, size_t limit, Arena *arena,
                             StoreExcerpt *out, Error *err);

#endif
