#include "store/former_claim.h"

#include "store/book.h"

/* Tables of an older layout may lack what is noted; then there is nothing to note. */
static bool can_note(Store *store)
{
    enum { NEEDED = 12 };
    Query *q = db_query(store->db,
                        "SELECT (SELECT count(*) FROM pragma_table_info('claims') WHERE name IN ('id', 'situation', "
                        "'report', 'kind', 'outcome', 'low', 'high', 'evidence_start', 'evidence_end')) + (SELECT "
                        "count(*) FROM pragma_table_info('reports') WHERE name IN ('situation', 'seq', 'document'))");
    bool can = query_row(q) && query_int_at(q, 0) == NEEDED;
    query_run(q);
    return can;
}

void former_note(Store *store, int64_t document)
{
    if (!can_note(store))
        return;
    Query *q = db_query(
        store->db,
        "INSERT INTO former_claims (id, document, kind, outcome, low, high, first, past) SELECT c.id, r.document, "
        "(SELECT word FROM terms WHERE list = 'kind' AND number = c.kind), (SELECT word FROM terms WHERE list = "
        "'outcome' AND number = c.outcome), c.low, c.high, c.evidence_start, c.evidence_end FROM reports r JOIN claims c "
        "ON c.situation = r.situation AND c.report = r.seq WHERE ?1 = 0 OR r.document = ?1 ON CONFLICT (id) DO UPDATE "
        "SET kind = excluded.kind, outcome = excluded.outcome, low = excluded.low, high = excluded.high, "
        "first = excluded.first, past = excluded.past");
    query_int(q, document);
    query_run(q);
}

void former_forget(Store *store)
{
    query_run(db_query(store->db, "DELETE FROM former_claims WHERE id IN (SELECT id FROM claims)"));
}

Str store_former_claim(Store *store, int64_t situation, Str id, Arena *arena)
{
    enum { ID_DIGITS = 16 };
    if (id.len != ID_DIGITS)
        return STR_NONE;
    Query *q = db_query(
        store->db,
        "SELECT c.id FROM former_claims f JOIN reports r ON r.document = f.document AND r.situation = ?1 JOIN claims c ON "
        "c.situation = ?1 AND c.seq >= r.first AND c.seq < r.first + r.claims AND c.evidence_start < f.past AND "
        "c.evidence_end > f.first WHERE f.id = ?2 AND f.kind = (SELECT word FROM terms WHERE list = 'kind' AND number = "
        "c.kind) ORDER BY (SELECT word FROM terms WHERE list = 'outcome' AND number = c.outcome) IS NOT f.outcome, "
        "c.low IS NOT f.low OR c.high IS NOT f.high, min(c.evidence_end, f.past) - max(c.evidence_start, f.first) DESC, "
        "c.seq LIMIT 1");
    query_int(q, situation);
    query_blob(q, book_bytes(id, arena));
    Str now = query_row(q) ? book_hex(query_peek_at(q, 0), arena) : STR_NONE;
    query_run(q);
    return now;
}
