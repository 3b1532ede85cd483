/* decision — the log of what people decided: appended, chained, read, followed. */
#include "base/hash.h"
#include "store/book.h"
#include "store/codec.h"
#include "store/decision_value.h"

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

/* 0: of the whole book. */
static void ask_situation(Query *q, int64_t situation)
{
    if (situation != 0)
        query_int(q, situation);
    else
        query_null(q);
}

static void put_decision(Store *store, const StoreDecision *d)
{
    Query *q = db_query(store->db, "INSERT INTO decisions (" DECISION_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_int(q, d->seq);
    query_int(q, d->made_at);
    ask_situation(q, d->situation);
    query_str(q, d->person);
    query_str(q, d->action);
    query_str(q, d->target);
    query_str(q, d->value);
    query_str(q, d->reason);
    query_blob(q, d->hash);
    query_run(q);
}

void book_append(Store *store, StoreDecision *decision, Arena *arena)
{
    StoreDecision last = last_decision(store, arena);
    decision->seq = last.seq + 1;
    decision->hash = chained(last.hash, decision, arena);
    put_decision(store, decision);
}

/* What stands against each, by the undos among them. */
static void set_undone(StoreDecision *all, size_t count, Arena *arena)
{
    Decision *log = ARENA_ARRAY(arena, Decision, count + 1);
    int64_t *undone_by = ARENA_ARRAY(arena, int64_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        log[i] = (Decision){.seq = all[i].seq, .action = action_parse(all[i].action)};
        if (log[i].action == ACTION_UNDO)
            (void)str_number(all[i].target, &log[i].of);
    }
    decisions_undone((DecisionLog){log, count}, undone_by);
    for (size_t i = 0; i < count; i++)
        all[i].undone_by = undone_by[i];
}

static void read_decision(const Query *q, Arena *arena, void *item)
{
    *(StoreDecision *)item = decision_row(q, arena);
}

static StoreDecision *read_all(Query *q, Arena *arena, size_t *count)
{
    return query_all(q, read_decision, sizeof(StoreDecision), arena, count);
}

bool store_decisions(Store *store, int64_t after, Arena *arena, StoreDecision **out, size_t *count, Error *err)
{
    size_t all_count = 0;
    StoreDecision *all =
        read_all(db_query(store->db, "SELECT " DECISION_COLUMNS " FROM decisions ORDER BY seq"), arena, &all_count);
    set_undone(all, all_count, arena);
    size_t first = 0;
    while (first < all_count && all[first].seq <= after)
        first++;
    *out = all_count > first ? all + first : NULL;
    *count = all_count - first;
    return db_ok(store->db, err);
}

/* Decisions of the situation on the target, and undos that were made against them, and against those. */
StoreDecision *store_decisions_on(Store *store, int64_t situation, Str target, Arena *arena, size_t *count)
{
    Query *q = db_query(
        store->db, "WITH RECURSIVE those (seq) AS (SELECT seq FROM decisions WHERE target = ? AND action <> 'undo' AND "
                   "situation IS ? UNION SELECT d.seq FROM those t JOIN decisions d ON d.action = 'undo' AND "
                   "d.target = CAST(t.seq AS TEXT)) SELECT " DECISION_COLUMNS
                   " FROM decisions WHERE seq IN (SELECT seq FROM those) ORDER BY seq");
    query_str(q, target);
    ask_situation(q, situation);
    StoreDecision *all = read_all(q, arena, count);
    set_undone(all, *count, arena);
    return all;
}

StoreDecision *book_settings(Store *store, Str action, int64_t last_second, Arena *arena, size_t *count)
{
    Query *q = db_query(
        store->db, "WITH RECURSIVE those (seq) AS (SELECT seq FROM decisions WHERE situation IS NULL AND action = ? "
                   "UNION SELECT d.seq FROM those t JOIN decisions d ON d.action = 'undo' AND "
                   "d.target = CAST(t.seq AS TEXT)) SELECT " DECISION_COLUMNS
                   " FROM decisions WHERE seq IN (SELECT seq FROM those) AND made_at <= ? ORDER BY seq");
    query_str(q, action);
    query_int(q, last_second);
    StoreDecision *all = read_all(q, arena, count);
    set_undone(all, *count, arena);
    return all;
}

static DecisionLog read_log(Store *store, Query *q, Arena *arena)
{
    size_t count = 0;
    const StoreDecision *kept = read_all(q, arena, &count);
    Decision *log = ARENA_ARRAY(arena, Decision, count + 1);
    for (size_t i = 0; i < count; i++)
        if (!decision_read(&kept[i], arena, &log[i], NULL))
            db_fail(store->db, "a decision is damaged; daybook verify says which");
    return (DecisionLog){log, count};
}

DecisionLog book_log(Store *store, int64_t situation, int64_t last_second, Arena *arena)
{
    Query *q = db_query(store->db, "SELECT " DECISION_COLUMNS " FROM decisions WHERE situation = ? AND made_at <= ? "
                                   "ORDER BY seq");
    query_int(q, situation);
    query_int(q, last_second);
    return read_log(store, q, arena);
}

DecisionLog book_report_log(Store *store, int64_t situation, int64_t report, Arena *arena)
{
    Query *q =
        db_query(store->db, "SELECT " DECISION_COLUMNS " FROM decisions WHERE seq IN (SELECT decision FROM decided "
                            "WHERE situation = ? AND report = ?) ORDER BY seq");
    query_int(q, situation);
    query_int(q, report);
    return read_log(store, q, arena);
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
