/* excerpt_conflict — conflicts by the page, each with the claims that cannot all be true. */
#include "store/book.h"
#include "store/excerpt.h"

enum { MOST_CLAIMS = 12 }; /* of one conflict that are shown */

typedef struct {
    Conflict *conflicts;
    size_t count;
    size_t cap;
    uint32_t *seqs; /* of the claims of all, one conflict after the other */
    size_t seq_count;
    size_t seq_cap;
    Arena *arena;
} Page;

static ConflictKind conflict_parse(Str name)
{
    for (int i = 0; i < CONFLICT_COUNT_; i++)
        if (str_equal(conflict_name((ConflictKind)i), name))
            return (ConflictKind)i;
    return (ConflictKind)0;
}

/* Of a conflict the rows, one a claim, follow each other. */
static void add_row(Page *page, const Query *q, int64_t *last)
{
    enum { SEQ, KIND, NOTE, CLAIM };
    if (page->count == 0 || query_int_at(q, SEQ) != *last) {
        *last = query_int_at(q, SEQ);
        page->conflicts = arena_grow(page->arena, page->conflicts, page->count, &page->cap, sizeof *page->conflicts);
        page->conflicts[page->count++] = (Conflict){
            .kind = conflict_parse(query_peek_at(q, KIND)), .note = query_str_at(q, NOTE, page->arena), .document = -1};
    }
    Conflict *conflict = &page->conflicts[page->count - 1];
    if (query_is_null(q, CLAIM) || conflict->claim_count == MOST_CLAIMS)
        return;
    page->seqs = arena_grow(page->arena, page->seqs, page->seq_count, &page->seq_cap, sizeof *page->seqs);
    page->seqs[page->seq_count++] = (uint32_t)query_int_at(q, CLAIM);
    conflict->claim_count++;
}

static void settle(const Page *page, const StoreExcerpt *excerpt)
{
    size_t at = 0;
    for (size_t i = 0; i < page->count; i++) {
        Conflict *conflict = &page->conflicts[i];
        size_t told = conflict->claim_count;
        uint32_t *claims = ARENA_ARRAY(page->arena, uint32_t, told + 1);
        conflict->claims = claims;
        conflict->claim_count = 0;
        for (size_t k = 0; k < told; k++, at++)
            if (excerpt->wanted[at] != UINT32_MAX)
                claims[conflict->claim_count++] = excerpt->wanted[at];
    }
    excerpt->situation->conflicts = page->conflicts;
    excerpt->situation->conflict_count = page->count;
}

// The page and where it goes. NOLINTNEXTLINE(readability-function-size)
bool store_excerpt_conflicts(Store *store, int64_t situation, int64_t from, size_t limit, Arena *arena,
                             StoreExcerpt *out, Error *err)
{
    Page page = {.arena = arena};
    int64_t last = -1;
    int64_t next = 0;
    Query *q = db_query(store->db, "SELECT x.seq, x.kind, x.note, k.claim FROM conflicts x LEFT JOIN conflict_claims k "
                                   "ON k.situation = x.situation AND k.conflict = x.seq "
                                   "WHERE x.situation = ?1 AND x.seq >= ?2 AND x.seq <= ?3 ORDER BY x.seq, k.rank");
    query_int(q, situation);
    query_int(q, from);
    query_int(q, from + (int64_t)limit);
    while (query_row(q)) {
        if (query_int_at(q, 0) < from + (int64_t)limit)
            add_row(&page, q, &last);
        else
            next = from + (int64_t)limit;
    }
    if (!store_excerpt(store, situation, page.seqs, page.seq_count, arena, out, err))
        return false;
    out->next = next;
    settle(&page, out);
    return true;
}
