/* decide — somebody's decision is checked, tied to where its target stands, and kept; or what it would move is told. */
#include "assemble/situation/change.h"
#include "store/anchor.h"
#include "store/decision_value.h"

typedef struct {
    Store *store;
    StoreDecision *given;
    Decision decision;
    DecisionIds ids;
    Arena *arena;
    Error *err;
} Deciding;

static bool refuse(const Deciding *d, const char *where, Str id, const char *why)
{
    return error_set(d->err, ERROR_USAGE, "%s: \"%.*s\" %s", where, (int)id.len, id.ptr, why);
}

/* ---- is it well made? ---- */

static bool check_undo(const Deciding *d)
{
    StoreDecision *all = NULL;
    size_t count = 0;
    if (!store_decisions(d->store, d->decision.of - 1, d->arena, &all, &count, d->err))
        return false;
    if (count == 0 || all[0].seq != d->decision.of || all[0].situation != d->given->situation)
        return refuse(d, "target", d->given->target, "is no decision of this situation");
    return all[0].undone_by == 0 || refuse(d, "target", d->given->target, "is undone already");
}

static bool find(const Deciding *d, Str id, TargetKind kind, Anchor *out)
{
    return anchor_find(d->store, d->given->situation, id, kind, d->arena, out);
}

/* Rows have the claim as people left it. The first decision on it says what was found, and so does this one. */
static void name_as_found(Deciding *d)
{
    Query *q =
        db_query(d->store->db, "SELECT d.action, d.target, d.value FROM claims c JOIN decided x ON x.situation = "
                               "c.situation AND x.claim = c.seq JOIN decisions d ON d.seq = x.decision WHERE "
                               "c.situation = ? AND c.id = ? ORDER BY d.seq LIMIT 1");
    query_int(q, d->given->situation);
    query_blob(q, book_bytes(d->given->target, d->arena));
    Decision first;
    StoreDecision kept = {0};
    bool there = query_row(q);
    if (there)
        kept = (StoreDecision){.action = query_str_at(q, 0, d->arena),
                               .target = query_str_at(q, 1, d->arena),
                               .value = query_str_at(q, 2, d->arena)};
    query_run(q);
    if (!there || !decision_read(&kept, d->arena, &first, NULL) || !first.target.has_claim)
        return;
    Anchor *target = &d->decision.target;
    target->claim_kind = first.target.claim_kind;
    target->outcome = first.target.outcome;
    target->has_count = first.target.has_count;
    target->count = first.target.count;
}

static bool check_other(Deciding *d)
{
    Decision *decision = &d->decision;
    TargetKind kind = decision->action == ACTION_COPY ? decision->target.kind : TARGET_INCIDENT;
    if (!str_present(d->ids.other))
        return true;
    if (str_equal(d->ids.other, d->given->target))
        return refuse(d, "value", d->ids.other, "is the target itself");
    return find(d, d->ids.other, kind, &decision->other) ||
           refuse(d, "value", d->ids.other,
                  kind == TARGET_CLAIM      ? "is no claim of this situation"
                  : kind == TARGET_INCIDENT ? "is no incident of this situation"
                                            : "is no report of this situation");
}

static bool tells_of(const Deciding *d, Str claim)
{
    Query *q = db_query(d->store->db, "SELECT 1 FROM claims c JOIN incidents i ON i.situation = c.situation AND "
                                      "i.seq = c.incident WHERE c.situation = ? AND c.id = ? AND i.id = ?");
    query_int(q, d->given->situation);
    query_blob(q, book_bytes(claim, d->arena));
    query_blob(q, book_bytes(d->given->target, d->arena));
    bool is = query_row(q);
    query_run(q);
    return is;
}

static bool is_among(const Anchor *anchors, size_t count, Str id)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(anchors[i].id, id))
            return true;
    return false;
}

static bool check_parts(Deciding *d)
{
    size_t reports = 0;
    const Anchor *all = anchor_reports(d->store, d->given->situation, d->given->target, d->arena, &reports);
    Anchor *parts = ARENA_ARRAY(d->arena, Anchor, d->ids.part_count + 1);
    for (size_t i = 0; i < d->ids.part_count; i++) {
        Str id = d->ids.parts[i];
        if (is_among(parts, i, id))
            return refuse(d, "value", id, "stands there twice");
        if (!find(d, id, d->ids.part_kind, &parts[i]))
            return refuse(d, "value", id, "is not in this situation");
        bool within = d->ids.part_kind == TARGET_CLAIM ? tells_of(d, id) : is_among(all, reports, id);
        if (!within)
            return refuse(d, "value", id, "is not of the incident");
    }
    d->decision.parts = parts;
    d->decision.part_count = d->ids.part_count;
    if (d->ids.part_kind == TARGET_REPORT && d->ids.part_count >= reports)
        return refuse(d, "target", d->given->target, "would have no report left");
    return true;
}

/* The reports that must stay together: of both incidents that are merged, or those that are not parted. */
static void set_rest(Deciding *d)
{
    Decision *decision = &d->decision;
    Str incidents[] = {d->given->target, d->ids.other};
    Anchor *rest = NULL;
    size_t cap = 0;
    for (size_t k = 0; k < (decision->action == ACTION_MERGE ? 2U : 1U); k++) {
        size_t count = 0;
        const Anchor *reports = anchor_reports(d->store, d->given->situation, incidents[k], d->arena, &count);
        for (size_t i = 0; i < count; i++) {
            if (is_among(decision->parts, decision->part_count, reports[i].id))
                continue;
            rest = arena_grow(d->arena, rest, decision->rest_count, &cap, sizeof *rest);
            rest[decision->rest_count++] = reports[i];
        }
    }
    decision->rest = rest;
}

static bool is_boundary(Str text, uint32_t at)
{
    return at == text.len || (at < text.len && ((unsigned char)text.ptr[at] & 0xC0) != 0x80);
}

static bool check_passage(const Deciding *d)
{
    Str text = book_text(d->store, d->given->situation, d->given->target, d->arena);
    Span passage = d->decision.passage;
    if (passage.end > text.len)
        return error_set(d->err, ERROR_USAGE, "value: \"end\" lies behind the report's text, which has %zu bytes",
                         text.len);
    return (is_boundary(text, passage.start) && is_boundary(text, passage.end)) ||
           error_set(d->err, ERROR_USAGE, "value: \"start\" or \"end\" lies within a character");
}

/* Everything about the decision but who decided meanwhile; sets its anchors. */
static bool prepare(Deciding *d)
{
    Decision *decision = &d->decision;
    if (d->given->situation == 0)
        return error_set(d->err, ERROR_USAGE, "situation: a decision is of one");
    if (!decision_parse(d->given, d->arena, decision, &d->ids, d->err))
        return false;
    if (decision->action == ACTION_UNDO)
        return check_undo(d);
    if (!find(d, d->given->target, TARGET_NONE, &decision->target))
        return refuse(d, "target", d->given->target, "is no claim, incident or report of this situation");
    if (!action_takes(decision->action, decision->target.kind))
        return error_set(d->err, ERROR_USAGE, "action: %.*s is not for a %.*s", (int)d->given->action.len,
                         d->given->action.ptr, (int)target_name(decision->target.kind).len,
                         target_name(decision->target.kind).ptr);
    if (decision->target.kind == TARGET_CLAIM)
        name_as_found(d);
    if (!check_other(d))
        return false;
    if (decision->action == ACTION_SPLIT && !check_parts(d))
        return false;
    if (decision->action == ACTION_ADD && !check_passage(d))
        return false;
    if (decision->action == ACTION_MERGE || d->ids.part_kind == TARGET_REPORT)
        set_rest(d);
    return true;
}

/* ---- keeping it ---- */

/* What a decision is on: of an undo, what the undone one was on. */
static Str root_of(Store *store, const StoreDecision *decision, Arena *arena)
{
    StoreDecision at = *decision;
    while (action_parse(at.action) == ACTION_UNDO) {
        Query *q = db_query(store->db, "SELECT action, target FROM decisions WHERE seq = CAST(? AS INTEGER)");
        query_str(q, at.target);
        bool there = query_row(q);
        Str action = there ? query_str_at(q, 0, arena) : STR("");
        Str target = there ? query_str_at(q, 1, arena) : STR("");
        query_run(q);
        at.action = action;
        at.target = target;
    }
    return at.target;
}

bool book_is_overtaken(Store *store, const StoreDecision *decision, int64_t seen, StoreDecision *since, Arena *arena)
{
    size_t count = 0;
    Str target = root_of(store, decision, arena);
    const StoreDecision *all = store_decisions_on(store, decision->situation, target, arena, &count);
    for (size_t i = count; i-- > 0 && all[i].seq > seen;) {
        if (str_equal(all[i].person, decision->person) || str_equal(all[i].action, action_name(ACTION_NOTE)))
            continue;
        if (since)
            *since = all[i];
        return true;
    }
    return false;
}

static void append(Deciding *d)
{
    if (d->decision.action != ACTION_UNDO)
        d->given->value = decision_write(d->given->value, &d->decision, d->arena);
    book_append(d->store, d->given, d->arena);
}

/* Rows of before, which the decisions were made on, become those of after. */
static void assemble_anew(Store *store, int64_t situation)
{
    Query *stale = db_query(store->db, "DELETE FROM assembled WHERE situation = ?");
    query_int(stale, situation);
    query_run(stale);
    book_assemble(store, situation);
}

/* Is it fit to be kept, beside those before it? */
static DecideResult try_one(Deciding *d, int64_t seen, StoreDecision *since)
{
    if (!db_ok(d->store->db, d->err) || !prepare(d))
        return DECIDE_REFUSED;
    bool blind = d->decision.independent || d->decision.action == ACTION_NOTE;
    return !blind && book_is_overtaken(d->store, d->given, seen, since, d->arena) ? DECIDE_OVERTAKEN : DECIDE_KEPT;
}

DecideResult store_decide(Store *store, StoreDecision *decision, int64_t seen, StoreDecision *since, Arena *arena,
                          Error *err)
{
    return store_decide_all(store, decision, &seen, 1, since, arena, err);
}

// Arrays and their length. NOLINTNEXTLINE(readability-function-size)
DecideResult store_decide_all(Store *store, StoreDecision *decisions, const int64_t *seen, size_t count,
                              StoreDecision *since, Arena *arena, Error *err)
{
    Deciding *all = ARENA_ARRAY(arena, Deciding, count + 1);
    DecideResult result = DECIDE_KEPT;
    if (store->edition) {
        (void)error_set(err, ERROR_USAGE, "an earlier edition is being shown: decide on the book as it is now");
        return DECIDE_REFUSED;
    }
    db_begin(store->db);
    book_assemble(store, decisions[0].situation);
    for (size_t i = 0; i < count && result == DECIDE_KEPT; i++) {
        all[i] = (Deciding){.store = store, .given = &decisions[i], .arena = arena, .err = err};
        result = try_one(&all[i], seen[i], since);
    }
    if (result != DECIDE_KEPT) {
        db_undo(store->db);
        return result;
    }
    for (size_t i = 0; i < count; i++)
        append(&all[i]);
    assemble_anew(store, decisions[0].situation);
    return db_commit(store->db, err) ? DECIDE_KEPT : DECIDE_REFUSED;
}

int64_t store_newest_decision(Store *store, int64_t situation)
{
    Query *q = db_query(store->db, "SELECT coalesce(max(seq), 0) FROM decisions WHERE situation = ?");
    query_int(q, situation);
    int64_t seq = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    return seq;
}

Str *store_copies(Store *store, int64_t situation, Str claim, size_t limit, Arena *arena, size_t *count)
{
    Str *ids = ARENA_ARRAY(arena, Str, limit + 1);
    *count = 0;
    Query *q =
        db_query(store->db, "SELECT k.id FROM claims c JOIN claims k ON k.situation = c.situation AND k.copy_of = "
                            "c.seq WHERE c.id = ?2 AND c.situation = ?1 ORDER BY k.seq LIMIT ?3");
    query_int(q, situation);
    query_blob(q, book_bytes(claim, arena));
    query_int(q, (int64_t)limit);
    while (query_row(q))
        ids[(*count)++] = book_hex(query_peek_at(q, 0), arena);
    return ids;
}

int64_t store_last_decision(Store *store, int64_t situation, Str target)
{
    Arena *arena = arena_create();
    size_t count = 0;
    const StoreDecision *all = store_decisions_on(store, situation, target, arena, &count);
    int64_t seq = count > 0 ? all[count - 1].seq : 0;
    arena_destroy(arena);
    return seq;
}

/* ---- what it would move ---- */

static const Moment NOW = {.seconds = 0, .precision = MOMENT_NONE};

static const ViewColumn EFFECT_COLUMNS[] = {
    {"incident", NULL, VIEW_ID},      {"name", "incident", VIEW_TEXT},   {"outcome", "outcome", VIEW_TEXT},
    {"class", "of", VIEW_TEXT},       {"low_before", NULL, VIEW_TEXT},   {"best_before", NULL, VIEW_TEXT},
    {"high_before", NULL, VIEW_TEXT}, {"low", NULL, VIEW_TEXT},          {"best", NULL, VIEW_TEXT},
    {"high", NULL, VIEW_TEXT},        {"text", "would move", VIEW_TEXT},
};
enum { EFFECTS = sizeof EFFECT_COLUMNS / sizeof *EFFECT_COLUMNS, ENDS = 3 };

/* low, best and high as texts; STR_NONE where unknown. */
static void put_ends(const Estimate *e, Str *out, Arena *arena)
{
    const bool known[ENDS] = {e->has_low, e->has_best, e->has_high};
    const int64_t values[ENDS] = {e->low, e->best, e->high};
    for (int i = 0; i < ENDS; i++) {
        Buf text = {0};
        buf_int(&text, values[i]);
        out[i] = known[i] && e->present ? arena_copy(arena, buf_str(&text)) : STR_NONE;
        buf_free(&text);
    }
    if (e->present && e->high_open)
        out[ENDS - 1] = STR("open");
}

static void put_end(Buf *out, const char *name, Str before, Str after)
{
    if (str_present(before) == str_present(after) && str_equal(before, after))
        return;
    buf_put(out, out->len > 0 ? STR(", ") : STR(""));
    buf_put(out, str_from(name));
    buf_char(out, ' ');
    buf_put(out, str_present(before) ? before : STR("none"));
    buf_put(out, STR(" → "));
    buf_put(out, str_present(after) ? after : STR("none"));
}

/* "best 11 → 12, high 14 → 12" */
static Str effect_text(const Str *before, const Str *after, Arena *arena)
{
    static const char *const NAMES[ENDS] = {"low", "best", "high"};
    Buf text = {0};
    put_end(&text, NAMES[1], before[1], after[1]);
    put_end(&text, NAMES[0], before[0], after[0]);
    put_end(&text, NAMES[2], before[2], after[2]);
    Str kept = text.len > 0 ? arena_copy(arena, buf_str(&text)) : STR("what parties claim");
    buf_free(&text);
    return kept;
}

/* Rows in the making. */
typedef struct {
    Str *cells;
    size_t count;
    size_t cap;
    Arena *arena;
} Effects;

static void put_effect(Effects *e, const Incident *incident, const Change *c)
{
    enum { BEFORE = 4, AFTER = BEFORE + ENDS };
    Str row[EFFECTS] = {incident->id, incident->name, outcome_name(c->outcome),
                        c->cell != CELL_ALL ? cell_name(c->cell) : STR_NONE};
    put_ends(c->was, row + BEFORE, e->arena);
    put_ends(c->now, row + AFTER, e->arena);
    row[EFFECTS - 1] = effect_text(row + BEFORE, row + AFTER, e->arena);
    for (int i = 0; i < EFFECTS; i++) {
        e->cells = arena_grow(e->arena, e->cells, e->count, &e->cap, sizeof *e->cells);
        e->cells[e->count++] = row[i];
    }
}

static void put_gone(Effects *e, const Incident *incident)
{
    static const Estimate NOTHING = {0};
    for (int o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++)
        for (int k = 0; k < CELL_COUNT_; k++)
            if (incident->estimates.cells[o][k].present)
                put_effect(e, incident,
                           &(Change){.outcome = (Outcome)o,
                                     .cell = (CellKind)k,
                                     .was = &incident->estimates.cells[o][k],
                                     .now = &NOTHING});
}

static void compare(const Situation *before, const Situation *after, Arena *arena, View *out)
{
    Effects e = {.arena = arena};
    size_t count = 0;
    const Change *changes = change_between(before, after, arena, &count);
    for (size_t i = 0; i < count; i++)
        put_effect(&e, &after->incidents[changes[i].incident], &changes[i]);
    const uint32_t *gone = change_gone(before, after, arena, &count);
    for (size_t i = 0; i < count; i++)
        put_gone(&e, &before->incidents[gone[i]]);
    *out = (View){.columns = EFFECT_COLUMNS, .column_count = EFFECTS, .cells = e.cells, .row_count = e.count / EFFECTS};
}

bool store_effect(Store *store, const StoreDecision *decision, Arena *arena, View *out, Error *err)
{
    return store_effect_all(store, decision, 1, arena, out, err);
}

/* The decision as the log would have it. False: *err says why it would be refused. */
static bool foresee(Store *store, const StoreDecision *decision, Arena *arena, Decision *out, Error *err)
{
    StoreDecision *given = ARENA_NEW(arena, StoreDecision);
    *given = *decision;
    if (str_trim(given->reason).len == 0)
        given->reason = STR("not said yet");
    Deciding d = {.store = store, .given = given, .arena = arena, .err = err};
    if (!prepare(&d))
        return false;
    *out = d.decision;
    return true;
}

bool store_effect_all(Store *store, const StoreDecision *decisions, size_t count, Arena *arena, View *out, Error *err)
{
    BookLoad load;
    int64_t situation = decisions[0].situation;
    if (!store_assemble(store, situation, err))
        return false;
    Decision *more = ARENA_ARRAY(arena, Decision, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (!foresee(store, &decisions[i], arena, &more[i], err))
            return false;
        more[i].seq = INT64_MAX - (int64_t)(count - i) + 1;
    }
    if (!book_load(store, situation, NOW, book_profile(store), arena, &load))
        return db_ok(store->db, err);
    const Situation *before = book_edition(&load, book_profile(store), NOW, arena);
    Decision *log = ARENA_ARRAY(arena, Decision, load.log.count + count + 1);
    if (load.log.count > 0)
        memcpy(log, load.log.items, load.log.count * sizeof *log);
    memcpy(log + load.log.count, more, count * sizeof *log);
    load.log = (DecisionLog){log, load.log.count + count};
    compare(before, book_edition(&load, book_profile(store), NOW, arena), arena, out);
    return db_ok(store->db, err);
}

// Before, after, and where it goes. NOLINTNEXTLINE(readability-function-size)
bool store_effect_of_profile(Store *store, int64_t situation, const Profile *was, const Profile *is, Arena *arena,
                             View *out, Error *err)
{
    const Situation *before = store_edition(store, situation, NOW, was, arena, err);
    const Situation *after = before ? store_edition(store, situation, NOW, is, arena, err) : NULL;
    if (after)
        compare(before, after, arena, out);
    return after != NULL;
}
