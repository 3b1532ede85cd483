/* coding — what is left for a coder who reads claims without seeing others' readings; and which claims are contested. */
#include <assert.h>

#include "store/book.h"
#include "store/decision_value.h"

/* Independent readings that stand: claim (its seq) and person. The parameter is the situation. */
#define READINGS                                                                                                       \
    "readings (claim, person) AS (SELECT DISTINCT x.claim, d.person FROM decided x JOIN decisions d ON d.seq = "       \
    "x.decision WHERE x.situation = ? AND x.undone_by IS NULL AND x.claim IS NOT NULL AND "                            \
    "d.value ->> 'independent' IN ('1', 'true', 1)) "
/* Figures and attacks of the report's own, which nobody added by hand: what coders read. The numbers are members. */
#define TO_BE_READ "c.kind IN (1, 2) AND c.background = 0 AND c.copy_of IS NULL AND coalesce(c.verdict, 0) <> 6 "

static_assert(KIND_CASUALTY == 1 && KIND_ATTACK == 2 && VERDICT_ADDED == 6, "the statements name members by number");

static bool is_contested(Store *store, int64_t situation, Str claim)
{
    enum { ID_DIGITS = 16 };
    if (claim.len != ID_DIGITS)
        return false;
    Arena *arena = arena_create();
    Query *q = db_query(store->db, "SELECT 1 FROM claims WHERE situation = ? AND id = ? AND verdict = ?");
    query_int(q, situation);
    query_blob(q, book_bytes(claim, arena));
    query_int(q, VERDICT_CONTESTED);
    bool is = query_row(q);
    query_run(q);
    arena_destroy(arena);
    return is;
}

bool store_settles(Store *store, const StoreDecision *decision)
{
    Decision parsed;
    DecisionIds ids;
    Arena *arena = arena_create();
    bool fine = decision_parse(decision, arena, &parsed, &ids, NULL);
    bool neither = fine && !parsed.independent && parsed.action != ACTION_NOTE && parsed.action != ACTION_UNDO;
    arena_destroy(arena);
    return neither && is_contested(store, decision->situation, decision->target);
}

static size_t count_of(Query *q, int64_t situation, Str person)
{
    query_int(q, situation);
    query_str(q, person);
    size_t count = query_row(q) ? (size_t)query_int_at(q, 0) : 0;
    query_run(q);
    return count;
}

static Str id_of(Query *q, int64_t situation, Str person, Arena *arena)
{
    query_int(q, situation);
    query_int(q, situation);
    query_str(q, person);
    Str id = query_row(q) ? book_hex(query_peek_at(q, 0), arena) : STR_NONE;
    query_run(q);
    return id;
}

bool store_coding(Store *store, int64_t situation, Str person, Arena *arena, StoreCoding *out, Error *err)
{
    *out = (StoreCoding){.claim = STR_NONE};
    if (!store_assemble(store, situation, err))
        return false;
    out->read = count_of(db_query(store->db, "WITH " READINGS "SELECT count(*) FROM readings WHERE person = ?"),
                         situation, person);
    out->awaiting =
        count_of(db_query(store->db, "WITH " READINGS "SELECT count(DISTINCT claim) FROM readings WHERE claim "
                                     "NOT IN (SELECT claim FROM readings WHERE person = ?)"),
                 situation, person);
    out->claim =
        id_of(db_query(store->db, "WITH " READINGS "SELECT c.id FROM readings r JOIN claims c ON c.situation = ? "
                                  "AND c.seq = r.claim WHERE r.claim NOT IN (SELECT claim FROM readings WHERE "
                                  "person = ?) AND " TO_BE_READ "ORDER BY c.seq LIMIT 1"),
              situation, person, arena);
    if (!str_present(out->claim))
        out->claim =
            id_of(db_query(store->db, "WITH " READINGS "SELECT c.id FROM claims c WHERE c.situation = ? AND "
                                      "c.seq NOT IN (SELECT claim FROM readings WHERE person = ?) AND " TO_BE_READ
                                      "ORDER BY c.seq LIMIT 1"),
                  situation, person, arena);
    return db_ok(store->db, err);
}
