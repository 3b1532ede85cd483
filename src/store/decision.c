/* decision — the log of what people decided: appended, chained, read, followed. */
#include "base/hash.h"
#include "store/book.h"
#include "store/codec.h"

#define DECISION_COLUMNS "seq, made_at, situation, person, action, target, value, reason, hash"

/* The hash of a decision that comes after one with the hash before (STR_NONE: it is the first). */
static Str chained(Str before, const StoreDecision *decision, Arena *arena)
{
    Buf all = {0};
    Codec c = {.out = &all};
    StoreDecision d = *decision;
    Str texts[] = {d.person, d.action, d.target, d.value, d.reason};
    code_str(&c, &before);
    code_int(&c, &d.seq);
    code_int(&c, &d.made_at);
    code_int(&c, &d.situation);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        code_str(&c, &texts[i]);
    Str hash = book_bytes(hash_sha256(arena, buf_str(&all)), arena);
    buf_free(&all);
    return hash;
}

static StoreDecision decision_row(const Query *q, Arena *arena)
{
    StoreDecision d = {.seq = query_int_at(q, 0), .made_at = query_int_at(q, 1), .situation = query_int_at(q, 2)};
    enum { TEXTS = 6, FIRST_TEXT = 3 };
    Str *texts[TEXTS] = {&d.person, &d.action, &d.target, &d.value, &d.reason, &d.hash};
    for (int i = 0; i < TEXTS; i++)
        *texts[i] = query_str_at(q, FIRST_TEXT + i, arena);
    return d;
}

static StoreDecision last_decision(Store *store, Arena *arena)
{
    Query *q = db_query(store->db, "SELECT " DECISION_COLUMNS " FROM decisions ORDER BY seq DESC LIMIT 1");
    StoreDecision last = {.hash = STR_NONE};
    if (query_row(q))
        last = decision_row(q, arena);
    query_run(q);
    return last;
}

static void put_decision(Store *store, const StoreDecision *d)
{
    Query *q = db_query(store->db, "INSERT INTO decisions (" DECISION_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_int(q, d->seq);
    query_int(q, d->made_at);
    if (d->situation != 0)
        query_int(q, d->situation);
    else
        query_null(q);
    query_str(q, d->person);
    query_str(q, d->action);
    query_str(q, d->target);
    query_str(q, d->value);
    query_str(q, d->reason);
    query_blob(q, d->hash);
    query_run(q);
}

/* Has somebody else decided on the target behind seen? */
static bool is_overtaken(Store *store, const StoreDecision *decision, int64_t seen, StoreDecision *since, Arena *arena)
{
    StoreDecision *all = NULL;
    size_t count = 0;
    (void)store_decisions_on(store, decision->situation, decision->target, arena, &all, &count, NULL);
    for (size_t i = count; i-- > 0 && all[i].seq > seen;) {
        if (str_equal(all[i].person, decision->person))
            continue;
        if (since)
            *since = all[i];
        return true;
    }
    return false;
}

DecideResult store_decide(Store *store, StoreDecision *decision, int64_t seen, StoreDecision *since, Arena *arena,
                          Error *err)
{
    db_begin(store->db);
    if (is_overtaken(store, decision, seen, since, arena)) {
        db_undo(store->db);
        return DECIDE_OVERTAKEN;
    }
    StoreDecision last = last_decision(store, arena);
    decision->seq = last.seq + 1;
    decision->hash = chained(last.hash, decision, arena);
    put_decision(store, decision);
    return db_commit(store->db, err) ? DECIDE_KEPT : DECIDE_REFUSED;
}

bool store_decisions(Store *store, int64_t after, Arena *arena, StoreDecision **out, size_t *count, Error *err)
{
    size_t cap = 0;
    *out = NULL;
    *count = 0;
    Query *q = db_query(store->db, "SELECT " DECISION_COLUMNS " FROM decisions WHERE seq > ? ORDER BY seq");
    query_int(q, after);
    while (query_row(q)) {
        *out = arena_grow(arena, *out, *count, &cap, sizeof **out);
        (*out)[(*count)++] = decision_row(q, arena);
    }
    return db_ok(store->db, err);
}

bool store_decisions_on(Store *store, int64_t situation, Str target, Arena *arena, StoreDecision **out, size_t *count,
                        Error *err)
{
    size_t cap = 0;
    *out = NULL;
    *count = 0;
    Query *q = db_query(store->db, "SELECT " DECISION_COLUMNS " FROM decisions WHERE target = ? AND "
                                   "coalesce(situation, 0) = ? ORDER BY seq");
    query_str(q, target);
    query_int(q, situation);
    while (query_row(q)) {
        *out = arena_grow(arena, *out, *count, &cap, sizeof **out);
        (*out)[(*count)++] = decision_row(q, arena);
    }
    return db_ok(store->db, err);
}

int64_t store_last_decision(Store *store, int64_t situation, Str target)
{
    Query *q = db_query(store->db, "SELECT max(seq) FROM decisions WHERE target = ? AND coalesce(situation, 0) = ?");
    query_str(q, target);
    query_int(q, situation);
    int64_t seq = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    return seq;
}

int64_t book_broken_decision(Store *store)
{
    Arena *arena = arena_create();
    StoreDecision *all = NULL;
    size_t count = 0;
    int64_t broken = 0;
    Str before = STR_NONE;
    (void)store_decisions(store, 0, arena, &all, &count, NULL);
    for (size_t i = 0; i < count && broken == 0; i++) {
        bool follows = all[i].seq == (int64_t)i + 1 && str_equal(chained(before, &all[i], arena), all[i].hash);
        broken = follows ? 0 : (int64_t)i + 1;
        before = all[i].hash;
    }
    arena_destroy(arena);
    return broken;
}
