/* rows — a Situation into the derived tables. */
#include "store/rows.h"

enum { ROLE_COUNTS, ROLE_SUPERSEDED, ROLE_CLAIMED };

typedef struct {
    Db *db;
    int64_t situation;
    const Situation *s;
    Arena *arena; /* scratch */
} Rows;

/* Statements and what they are given: a row's first column is always the situation. */
static Query *row(const Rows *r, const char *sql)
{
    Query *q = db_query(r->db, sql);
    query_int(q, r->situation);
    return q;
}

static void put_name(Query *q, Str name)
{
    query_str(q, name.len > 0 ? name : STR_NONE);
}

static void put_index(Query *q, int64_t index)
{
    if (index < 0)
        query_null(q);
    else
        query_int(q, index);
}

static void put_day(Query *q, Day day)
{
    if (day == DAY_NONE)
        query_null(q);
    else
        query_int(q, day);
}

static void put_if(Query *q, bool known, int64_t value)
{
    if (known)
        query_int(q, value);
    else
        query_null(q);
}

static void put_id(const Rows *r, Query *q, Str hex)
{
    query_blob(q, book_bytes(hex, r->arena));
}

static Str joined(const Rows *r, const Str *items, size_t count)
{
    Buf all = {0};
    for (size_t i = 0; i < count; i++) {
        buf_put(&all, i > 0 ? STR(", ") : STR(""));
        buf_put(&all, items[i]);
    }
    Str text = all.len > 0 ? arena_copy(r->arena, buf_str(&all)) : STR_NONE;
    buf_free(&all);
    return text;
}

/* ---- reports and claims ---- */

static void put_reports(const Rows *r, const BookLoad *load)
{
    Map *numbers = map_create(r->arena); /* of the documents, in the order of load */
    for (size_t i = 0; i < load->count; i++)
        (void)map_add(numbers, (Str){(const char *)&load->items[i].extraction->document, sizeof(Document *)});
    for (size_t i = 0; i < r->s->document_count; i++) {
        const SituationDocument *d = &r->s->documents[i];
        uint32_t number = map_find(numbers, (Str){(const char *)&d->extraction->document, sizeof(Document *)});
        Query *q =
            row(r, "INSERT INTO reports (situation, seq, document, name, copy_of, claims) VALUES (?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        query_int(q, number > 0 ? load->items[number - 1].document : 0);
        query_str(q, d->extraction->document->id);
        put_index(q, d->copy_of);
        query_int(q, (int64_t)d->extraction->claim_count);
        query_run(q);
    }
}

static void put_what(Query *q, const Claim *c)
{
    query_int(q, c->kind);
    put_if(q, c->outcome != OUTCOME_NONE, c->outcome);
    put_if(q, c->kind == KIND_CASUALTY, c->victim_class);
    put_if(q, c->has_count, c->count.low);
    put_if(q, c->has_count && c->count.high != INTERVAL_OPEN, c->count.high);
    put_name(q, c->unit);
    put_name(q, c->type);
    put_name(q, c->place ? c->place->place.name : STR_NONE);
    put_day(q, c->window.first);
    put_day(q, c->window.last);
}

static void put_who(Query *q, const Claim *c)
{
    const Attribution *a = c->attribution;
    put_name(q, a ? a->speaker : STR_NONE);
    put_if(q, c->party != PARTY_NONE, c->party);
    query_int(q, c->stance);
    query_int(q, c->status);
    query_int(q, c->background);
}

static void put_claims(const Rows *r)
{
    for (size_t i = 0; i < r->s->claim_count; i++) {
        const SituationClaim *sc = &r->s->claims[i];
        Query *q = row(
            r, "INSERT INTO claims (situation, seq, id, report, kind, outcome, class, low, high, unit, type, place, "
               "first, last, speaker, party, stance, status, background, incident, superseded_by, copy_of, "
               "evidence_start, evidence_end, verdict) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        put_id(r, q, sc->claim->id);
        query_int(q, sc->document);
        put_what(q, sc->claim);
        put_who(q, sc->claim);
        put_index(q, sc->incident);
        put_index(q, sc->superseded_by);
        put_index(q, sc->copy_of);
        query_int(q, sc->claim->evidence.start);
        query_int(q, sc->claim->evidence.end);
        put_if(q, sc->claim->decided, sc->claim->decided ? sc->claim->decided->verdict : 0);
        query_run(q);
    }
}

/* ---- incidents and figures ---- */

static void put_spot(Query *q, const PlaceMention *mention)
{
    static const Place NOWHERE = {0};
    const Place *place = mention ? &mention->place : &NOWHERE;
    put_name(q, place->name);
    put_name(q, place->country);
    put_name(q, precision_name(place->precision));
    if (place->has_point) {
        query_real(q, place->lat_deg);
        query_real(q, place->lon_deg);
    } else {
        query_null(q);
        query_null(q);
    }
}

static void put_incident(const Rows *r, size_t seq)
{
    const Incident *x = &r->s->incidents[seq];
    Query *q = row(
        r, "INSERT INTO incidents (situation, seq, id, name, type, place, country, precision, lat_deg, lon_deg, "
           "first, last, responsibility, perpetrators, targets, status, background, part_of, reports, claims, made_by) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_int(q, (int64_t)seq);
    put_id(r, q, x->id);
    query_str(q, str_present(x->name) ? x->name : STR(""));
    query_str(q, str_present(x->type) ? x->type : STR(""));
    put_spot(q, x->place);
    put_day(q, x->window.first);
    put_day(q, x->window.last);
    query_str(q, responsibility_name(x->responsibility));
    query_str(q, joined(r, x->perpetrators, x->perpetrator_count));
    query_str(q, joined(r, x->targets, x->target_count));
    query_int(q, x->status);
    query_int(q, x->background);
    put_index(q, x->part_of);
    query_int(q, (int64_t)x->document_count);
    query_int(q, (int64_t)x->claim_count);
    put_if(q, x->made_by != 0, x->made_by);
    query_run(q);
    for (size_t i = 0; i < x->document_count; i++) {
        Query *report = row(r, "INSERT INTO incident_reports (situation, incident, report) VALUES (?, ?, ?)");
        query_int(report, (int64_t)seq);
        query_int(report, x->documents[i]);
        query_run(report);
    }
}

/* "government 37–70; armed group 108" */
static Str claimed_text(const Rows *r, const Estimate *e)
{
    Buf text = {0};
    for (size_t i = 0; i < e->claimed_count; i++) {
        buf_put(&text, i > 0 ? STR("; ") : STR(""));
        Str party = party_name(e->claimed[i].party);
        buf_put(&text, party);
        buf_put(&text, party.len > 0 ? STR(" ") : STR(""));
        buf_put(&text, e->claimed[i].text);
    }
    Str kept = text.len > 0 ? arena_copy(r->arena, buf_str(&text)) : STR_NONE;
    buf_free(&text);
    return kept;
}

/* Where a row of figure_claims belongs; rank counts on. */
typedef struct {
    size_t incident;
    int cell;
    int role;
    int64_t rank;
} FigurePart;

static void put_figure_claims(const Rows *r, FigurePart *part, const uint32_t *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Query *q = row(
            r, "INSERT INTO figure_claims (situation, incident, cell, role, rank, claim) VALUES (?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)part->incident);
        query_int(q, part->cell);
        query_int(q, part->role);
        query_int(q, part->rank++);
        query_int(q, claims[i]);
        query_run(q);
    }
}

static void put_all_figure_claims(const Rows *r, const Estimate *e, size_t incident, int cell)
{
    FigurePart counts = {incident, cell, ROLE_COUNTS, 0};
    FigurePart superseded = {incident, cell, ROLE_SUPERSEDED, 0};
    FigurePart claimed = {incident, cell, ROLE_CLAIMED, 0};
    put_figure_claims(r, &counts, e->claims, e->claim_count);
    put_figure_claims(r, &superseded, e->superseded, e->superseded_count);
    for (size_t i = 0; i < e->claimed_count; i++)
        put_figure_claims(r, &claimed, e->claimed[i].claims, e->claimed[i].claim_count);
}

static void put_figure(const Rows *r, size_t incident, int outcome, int cell)
{
    const Estimate *e = &r->s->incidents[incident].estimates.cells[outcome][cell];
    int number = outcome * CELL_COUNT_ + cell;
    Query *q = row(r, "INSERT INTO figures (situation, incident, cell, low, best, high, high_open, first, last, "
                      "origins, rule, working, claimed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_int(q, (int64_t)incident);
    query_int(q, number);
    put_if(q, e->has_low, e->low);
    put_if(q, e->has_best, e->best);
    put_if(q, e->has_high && !e->high_open, e->high);
    query_int(q, e->high_open);
    put_day(q, e->window.first);
    put_day(q, e->window.last);
    query_int(q, e->origins);
    query_str(q, str_present(e->rule) ? e->rule : STR(""));
    put_name(q, e->working);
    query_str(q, claimed_text(r, e));
    query_run(q);
    put_all_figure_claims(r, e, incident, number);
}

static void put_incidents(const Rows *r)
{
    for (size_t i = 0; i < r->s->incident_count; i++) {
        put_incident(r, i);
        for (int outcome = OUTCOME_KILLED; outcome < OUTCOME_COUNT_; outcome++)
            for (int cell = 0; cell < CELL_COUNT_; cell++)
                if (r->s->incidents[i].estimates.cells[outcome][cell].present)
                    put_figure(r, i, outcome, cell);
    }
}

/* ---- moves ---- */

static void put_end(Buf *text, bool known, bool open, int64_t value)
{
    if (open)
        buf_put(text, STR("open"));
    else if (known)
        buf_int(text, value);
    else
        buf_char(text, '?');
}

/* "10/17/open", "?/?/? (government 37–70)" */
static Str estimate_text(const Rows *r, const Estimate *e)
{
    if (!e->present)
        return STR_NONE;
    Buf text = {0};
    put_end(&text, e->has_low, false, e->low);
    buf_char(&text, '/');
    put_end(&text, e->has_best, false, e->best);
    buf_char(&text, '/');
    put_end(&text, e->has_high, e->high_open, e->high);
    Str claimed = claimed_text(r, e);
    if (claimed.len > 0) {
        buf_put(&text, STR(" ("));
        buf_put(&text, claimed);
        buf_char(&text, ')');
    }
    Str kept = arena_copy(r->arena, buf_str(&text));
    buf_free(&text);
    return kept;
}

static void put_moves(const Rows *r, const Change *changes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const Change *c = &changes[i];
        Query *q = row(r, "INSERT INTO moves (situation, seq, report, incident, cell, was, now, claim, supersedes) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        put_index(q, c->document);
        query_int(q, c->incident);
        query_int(q, (int64_t)c->outcome * CELL_COUNT_ + c->cell);
        query_str(q, estimate_text(r, c->was));
        query_str(q, estimate_text(r, c->now));
        put_index(q, c->claim);
        put_index(q, c->supersedes);
        query_run(q);
    }
}

/* ---- conflicts and waves ---- */

static void put_conflicts(const Rows *r)
{
    for (size_t i = 0; i < r->s->conflict_count; i++) {
        const Conflict *c = &r->s->conflicts[i];
        Query *q = row(r, "INSERT INTO conflicts (situation, seq, kind, report, note) VALUES (?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        query_str(q, conflict_name(c->kind));
        put_index(q, c->document);
        query_str(q, str_present(c->note) ? c->note : STR(""));
        query_run(q);
        for (size_t k = 0; k < c->claim_count; k++) {
            Query *p = row(r, "INSERT INTO conflict_claims (situation, conflict, rank, claim) VALUES (?, ?, ?, ?)");
            query_int(p, (int64_t)i);
            query_int(p, (int64_t)k);
            query_int(p, c->claims[k]);
            query_run(p);
        }
    }
}

static void put_waves(const Rows *r)
{
    for (size_t i = 0; i < r->s->wave_count; i++) {
        const Wave *w = &r->s->waves[i];
        Query *q = row(
            r, "INSERT INTO waves (situation, seq, id, whole, incidents, places, span_hours, diameter_km, from_place, "
               "to_place, claimant, operation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        put_id(r, q, w->id);
        query_int(q, w->whole);
        query_int(q, (int64_t)w->incident_count);
        query_int(q, w->place_count);
        if (w->has_span_hours)
            query_real(q, w->span_hours);
        else
            query_null(q);
        if (w->diameter_km >= 0)
            query_real(q, w->diameter_km);
        else
            query_null(q);
        put_name(q, w->from_place);
        put_name(q, w->to_place);
        put_name(q, w->claimant);
        put_name(q, w->operation);
        query_run(q);
    }
}

/* ---- decisions ---- */

static void put_decision(const Rows *r, int64_t seq, int64_t undone_by, const SituationDecision *on)
{
    Query *q = row(r, "INSERT INTO decided (situation, decision, undone_by, attached, report, claim, incident) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?)");
    query_int(q, seq);
    put_if(q, undone_by != 0, undone_by);
    query_int(q, !on || on->attached);
    put_index(q, on ? on->document : -1);
    put_index(q, on ? on->claim : -1);
    put_index(q, on ? on->incident : -1);
    query_run(q);
}

/* Of those that stand the situation says what they are on, in the same order. */
static void put_decisions(const Rows *r, DecisionLog log)
{
    int64_t *undone_by = ARENA_ARRAY(r->arena, int64_t, log.count + 1);
    decisions_undone(log, undone_by);
    size_t next = 0;
    for (size_t i = 0; i < log.count; i++) {
        bool standing = next < r->s->decision_count && r->s->decisions[next].decision == &log.items[i];
        put_decision(r, log.items[i].seq, undone_by[i], standing ? &r->s->decisions[next] : NULL);
        next += standing;
    }
}

/* ---- all of it ---- */

static void clear(const Rows *r)
{
    static const char *const STATEMENTS[] = {
        "DELETE FROM assembled WHERE situation = ?", "DELETE FROM reports WHERE situation = ?",
        "DELETE FROM claims WHERE situation = ?",    "DELETE FROM incidents WHERE situation = ?",
        "DELETE FROM figures WHERE situation = ?",   "DELETE FROM figure_claims WHERE situation = ?",
        "DELETE FROM moves WHERE situation = ?",     "DELETE FROM conflicts WHERE situation = ?",
        "DELETE FROM waves WHERE situation = ?",     "DELETE FROM conflict_claims WHERE situation = ?",
        "DELETE FROM decided WHERE situation = ?",   "DELETE FROM incident_reports WHERE situation = ?",
    };
    for (size_t i = 0; i < sizeof STATEMENTS / sizeof *STATEMENTS; i++)
        query_run(row(r, STATEMENTS[i]));
}

static void put_state(const Rows *r)
{
    Query *q =
        row(r, "INSERT INTO assembled (situation, as_of, as_of_precision, headline, documents, claims, incidents) "
               "VALUES (?, ?, ?, ?, ?, ?, ?)");
    put_if(q, r->s->as_of.precision != MOMENT_NONE, r->s->as_of.seconds);
    query_int(q, r->s->as_of.precision);
    put_index(q, r->s->headline);
    query_int(q, (int64_t)r->s->document_count);
    query_int(q, (int64_t)r->s->claim_count);
    query_int(q, (int64_t)r->s->incident_count);
    query_run(q);
}

void rows_write(Store *store, int64_t situation, const BookLoad *load, const Situation *s, Arena *arena)
{
    Rows r = {store->db, situation, s, arena};
    size_t count = 0;
    clear(&r);
    put_reports(&r, load);
    put_claims(&r);
    put_incidents(&r);
    put_conflicts(&r);
    put_waves(&r);
    put_decisions(&r, load->log);
    const Change *changes = change_history(s, arena, &count);
    put_moves(&r, changes, count);
    put_state(&r);
}

void rows_write_moves(Store *store, int64_t situation, const Situation *s, const Change *changes, size_t count,
                      Arena *arena)
{
    Rows r = {store->db, situation, s, arena};
    query_run(row(&r, "DELETE FROM moves WHERE situation = ?"));
    put_moves(&r, changes, count);
}
