/* rows — a Situation into the derived tables. */
#include "store/rows.h"

#include "assemble/basis/traits.h"
#include "store/rows_parts.h"

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

static void put_reports(const Rows *r, const int64_t *keys)
{
    int64_t first = 0;
    for (size_t i = 0; i < r->s->document_count; i++) {
        const SituationDocument *d = &r->s->documents[i];
        Query *q = row_of(
            r,
            "INSERT INTO reports (situation, seq, document, name, copy_of, first, claims) VALUES (?, ?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        query_int(q, keys[i]);
        query_str(q, d->extraction->document->id);
        row_put_index(q, d->copy_of);
        query_int(q, first);
        query_int(q, (int64_t)d->extraction->claim_count);
        query_run(q);
        first += (int64_t)d->extraction->claim_count;
    }
}

static void put_what(const Rows *r, Query *q, const Claim *c)
{
    query_int(q, c->kind);
    row_put_if(q, c->outcome != OUTCOME_NONE, c->outcome);
    row_put_if(q, c->kind == KIND_CASUALTY, c->victim_class);
    row_put_if(q, c->has_count, c->count.low);
    row_put_if(q, c->has_count && c->count.high != INTERVAL_OPEN, c->count.high);
    row_put_shared(r, q, c->unit);
    row_put_shared(r, q, c->type);
    row_put_shared(r, q, c->place ? c->place->place.name : STR_NONE);
    row_put_day(q, c->window.first);
    row_put_day(q, c->window.last);
}

static void put_who(const Rows *r, Query *q, const Claim *c)
{
    const Attribution *a = c->attribution;
    row_put_shared(r, q, a ? a->speaker : STR_NONE);
    row_put_if(q, c->party != PARTY_NONE, c->party);
    query_int(q, c->stance);
    query_int(q, c->status);
    query_int(q, c->background);
}

static void put_claims(const Rows *r)
{
    for (size_t i = 0; i < r->s->claim_count; i++) {
        const SituationClaim *sc = &r->s->claims[i];
        Query *q = row_of(
            r, "INSERT INTO claims (situation, seq, id, report, kind, outcome, class, low, high, unit, type, place, "
               "first, last, speaker, party, stance, status, background, incident, superseded_by, copy_of, "
               "evidence_start, evidence_end, verdict) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        put_id(r, q, sc->claim->id);
        query_int(q, sc->document);
        put_what(r, q, sc->claim);
        put_who(r, q, sc->claim);
        row_put_index(q, sc->incident);
        row_put_index(q, sc->superseded_by);
        row_put_index(q, sc->copy_of);
        query_int(q, sc->claim->evidence.start);
        query_int(q, sc->claim->evidence.end);
        row_put_if(q, sc->claim->decided, sc->claim->decided ? sc->claim->decided->verdict : 0);
        query_run(q);
    }
}

/* ---- incidents and figures ---- */

static void put_spot(Query *q, const PlaceMention *mention)
{
    static const Place NOWHERE = {0};
    const Place *place = mention ? &mention->place : &NOWHERE;
    row_put_name(q, place->name);
    row_put_name(q, place->country);
    row_put_name(q, precision_name(place->precision));
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
    Query *q = row_of(
        r,
        "INSERT INTO incidents (situation, seq, id, name, type, disaster, place, country, precision, lat_deg, lon_deg, "
        "first, last, responsibility, perpetrators, targets, status, background, part_of, reports, claims, made_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_int(q, (int64_t)seq);
    put_id(r, q, x->id);
    query_str(q, str_present(x->name) ? x->name : STR(""));
    query_str(q, str_present(x->type) ? x->type : STR(""));
    query_str(q, traits_is_disaster(x) ? traits_event(x) : STR_NONE);
    put_spot(q, x->place);
    row_put_day(q, x->window.first);
    row_put_day(q, x->window.last);
    query_str(q, responsibility_name(x->responsibility));
    query_str(q, joined(r, x->perpetrators, x->perpetrator_count));
    query_str(q, joined(r, x->targets, x->target_count));
    query_int(q, x->status);
    query_int(q, x->background);
    row_put_index(q, x->part_of);
    query_int(q, (int64_t)x->document_count);
    query_int(q, (int64_t)x->claim_count);
    row_put_if(q, x->made_by != 0, x->made_by);
    query_run(q);
    for (size_t i = 0; i < x->document_count; i++) {
        Query *report = row_of(r, "INSERT INTO incident_reports (situation, incident, report) VALUES (?, ?, ?)");
        query_int(report, (int64_t)seq);
        query_int(report, x->documents[i]);
        query_run(report);
    }
    for (size_t i = 0; i < x->claim_count; i++) {
        if (r->s->claims[x->claims[i]].incident == (int32_t)seq)
            continue;
        Query *also = row_of(r, "INSERT OR IGNORE INTO incident_also (situation, claim, incident) VALUES (?, ?, ?)");
        query_int(also, x->claims[i]);
        query_int(also, (int64_t)seq);
        query_run(also);
    }
}

static void put_incidents(const Rows *r)
{
    for (size_t i = 0; i < r->s->incident_count; i++) {
        put_incident(r, i);
        for (int outcome = OUTCOME_KILLED; outcome < OUTCOME_COUNT_; outcome++)
            for (int cell = 0; cell < CELL_COUNT_; cell++)
                if (r->s->incidents[i].estimates.cells[outcome][cell].present)
                    row_put_figure(r, i, outcome, cell);
    }
}

/* ---- moves ---- */

static void put_moves(const Rows *r, const Change *changes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const Change *c = &changes[i];
        Query *q = row_of(r, "INSERT INTO moves (situation, seq, report, incident, cell, was, now, claim, supersedes) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        row_put_index(q, c->document);
        query_int(q, c->incident);
        query_int(q, (int64_t)c->outcome * CELL_COUNT_ + c->cell);
        row_put_shared(r, q, row_estimate_text(r, c->was));
        row_put_shared(r, q, row_estimate_text(r, c->now));
        row_put_index(q, c->claim);
        row_put_index(q, c->supersedes);
        query_run(q);
    }
}

/* ---- conflicts and waves ---- */

static void put_conflicts(const Rows *r)
{
    for (size_t i = 0; i < r->s->conflict_count; i++) {
        const Conflict *c = &r->s->conflicts[i];
        Query *q = row_of(r, "INSERT INTO conflicts (situation, seq, kind, report, note) VALUES (?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        query_str(q, conflict_name(c->kind));
        row_put_index(q, c->document);
        query_str(q, str_present(c->note) ? c->note : STR(""));
        query_run(q);
        for (size_t k = 0; k < c->claim_count; k++) {
            Query *p = row_of(r, "INSERT INTO conflict_claims (situation, conflict, rank, claim) VALUES (?, ?, ?, ?)");
            query_int(p, (int64_t)i);
            query_int(p, (int64_t)k);
            query_int(p, c->claims[k]);
            query_run(p);
        }
    }
}

static Str sum_terms(const Rows *r, const DerivedSum *sum)
{
    Buf terms = {0};
    for (size_t i = 0; i < sum->term_count; i++) {
        buf_put(&terms, i > 0 ? STR(" ") : STR(""));
        buf_int(&terms, sum->terms[i]);
    }
    Str kept = arena_copy(r->arena, buf_str(&terms));
    buf_free(&terms);
    return kept;
}

static void put_sums(const Rows *r)
{
    for (size_t i = 0; i < r->s->sum_count; i++) {
        const DerivedSum *sum = &r->s->sums[i];
        Query *q = row_of(r, "INSERT INTO sums (situation, seq, total, terms, note) VALUES (?, ?, ?, ?, ?)");
        query_int(q, (int64_t)i);
        query_int(q, sum->total);
        query_str(q, sum_terms(r, sum));
        query_str(q, str_present(sum->note) ? sum->note : STR(""));
        query_run(q);
    }
}

static void put_scan(Query *q, const WaveScan *scan)
{
    enum { VALUES = 3 };
    for (int i = 0; i < VALUES && !scan->done; i++)
        query_null(q);
    if (!scan->done)
        return;
    query_real(q, scan->p_value);
    row_put_if(q, scan->found, scan->observed);
    if (scan->found)
        query_real(q, scan->expected);
    else
        query_null(q);
}

static void put_waves(const Rows *r)
{
    for (size_t i = 0; i < r->s->wave_count; i++) {
        const Wave *w = &r->s->waves[i];
        Query *q = row_of(
            r,
            "INSERT INTO waves (situation, seq, id, whole, incidents, places, span_hours, diameter_km, from_place, "
            "to_place, claimant, operation, p_value, observed, expected) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
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
        row_put_name(q, w->from_place);
        row_put_name(q, w->to_place);
        row_put_name(q, w->claimant);
        row_put_name(q, w->operation);
        put_scan(q, &w->scan);
        query_run(q);
    }
}

/* ---- decisions ---- */

static void put_decision(const Rows *r, int64_t seq, int64_t undone_by, const SituationDecision *on)
{
    Query *q = row_of(r, "INSERT INTO decided (situation, decision, undone_by, attached, report, claim, incident) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?)");
    query_int(q, seq);
    row_put_if(q, undone_by != 0, undone_by);
    query_int(q, !on || on->attached);
    row_put_index(q, on ? on->document : -1);
    row_put_index(q, on ? on->claim : -1);
    row_put_index(q, on ? on->incident : -1);
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
        "DELETE FROM assembled WHERE situation = ?",     "DELETE FROM reports WHERE situation = ?",
        "DELETE FROM claims WHERE situation = ?",        "DELETE FROM incidents WHERE situation = ?",
        "DELETE FROM figures WHERE situation = ?",       "DELETE FROM figure_claims WHERE situation = ?",
        "DELETE FROM moves WHERE situation = ?",         "DELETE FROM conflicts WHERE situation = ?",
        "DELETE FROM waves WHERE situation = ?",         "DELETE FROM conflict_claims WHERE situation = ?",
        "DELETE FROM decided WHERE situation = ?",       "DELETE FROM incident_reports WHERE situation = ?",
        "DELETE FROM claimed WHERE situation = ?",       "DELETE FROM sums WHERE situation = ?",
        "DELETE FROM incident_also WHERE situation = ?", "DELETE FROM names WHERE situation = ?",
    };
    for (size_t i = 0; i < sizeof STATEMENTS / sizeof *STATEMENTS; i++)
        query_run(row_of(r, STATEMENTS[i]));
}

/* Those behind the first so many. */
static void put_names(const Rows *r, uint32_t kept)
{
    for (uint32_t number = kept + 1; number <= map_count(r->names); number++) {
        Query *q = row_of(r, "INSERT INTO names (situation, number, name) VALUES (?, ?, ?)");
        query_int(q, number);
        query_str(q, map_key(r->names, number));
        query_run(q);
    }
}

/* Those of the rows that are there: they keep their numbers. */
static uint32_t read_names(const Rows *r)
{
    Query *q = row_of(r, "SELECT name FROM names WHERE situation = ? ORDER BY number");
    while (query_row(q))
        (void)map_add(r->names, query_peek_at(q, 0));
    return map_count(r->names);
}

static void put_state(const Rows *r)
{
    Query *q =
        row_of(r, "INSERT INTO assembled (situation, as_of, as_of_precision, headline, documents, claims, incidents) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?)");
    row_put_if(q, r->s->as_of.precision != MOMENT_NONE, r->s->as_of.seconds);
    query_int(q, r->s->as_of.precision);
    row_put_index(q, r->s->headline);
    query_int(q, (int64_t)r->s->document_count);
    query_int(q, (int64_t)r->s->claim_count);
    query_int(q, (int64_t)r->s->incident_count);
    query_run(q);
}

void rows_write(Store *store, int64_t situation, const Situation *s, const int64_t *keys, DecisionLog log, Arena *arena)
{
    Rows r = {store->db, situation, s, arena, map_create(arena)};
    size_t count = 0;
    clear(&r);
    put_reports(&r, keys);
    put_claims(&r);
    put_incidents(&r);
    put_conflicts(&r);
    put_sums(&r);
    put_waves(&r);
    put_decisions(&r, log);
    const Change *changes = change_history(s, arena, &count);
    put_moves(&r, changes, count);
    put_names(&r, 0);
    put_state(&r);
}

void rows_write_moves(Store *store, int64_t situation, const Situation *s, const Change *changes, size_t count,
                      Arena *arena)
{
    Rows r = {store->db, situation, s, arena, map_create(arena)};
    uint32_t kept = read_names(&r);
    query_run(row_of(&r, "DELETE FROM moves WHERE situation = ?"));
    put_moves(&r, changes, count);
    put_names(&r, kept);
}
