/* excerpt — some reports of a situation, with where their claims stand, out of the derived rows. */
#include "store/excerpt.h"

#include "assemble/decide.h"
#include "store/book.h"
#include "store/pack.h"

#define INCIDENT_COLUMNS                                                                                               \
    "SELECT id, name, type, place, country, precision, lat_deg, lon_deg, first, last, responsibility, perpetrators, "  \
    "targets, status, background, reports FROM incidents WHERE situation = ?1 "

#define REPORT_COLUMNS                                                                                                 \
    "SELECT d.name, d.path, d.url, d.publisher, d.author, d.title, d.lang, d.published, d.published_precision, "       \
    "o.sha256, o.packed, d.reading, d.id, x.packed, r.seq, r.name, r.copy_of, m.since FROM reports r "                 \
    "JOIN documents d ON d.id = r.document JOIN originals o ON o.id = d.original "                                     \
    "LEFT JOIN extractions x ON x.document = d.id "                                                                    \
    "JOIN members m ON m.situation = r.situation AND m.document = r.document "

/* The claims of a report stand side by side: its first and last come from the index, all between from one pass. */
#define CLAIMS_OF_REPORT                                                                                               \
    "SELECT id, seq, incident, superseded_by, copy_of, verdict FROM claims WHERE situation = ?1 AND "                  \
    "seq BETWEEN (SELECT min(seq) FROM claims WHERE situation = ?1 AND report = ?2) AND "                              \
    "(SELECT max(seq) FROM claims WHERE situation = ?1 AND report = ?2) AND report = ?2 ORDER BY seq"

enum { KEY = BOOK_DOCUMENT_COLUMNS, FINDING, SEQ, NAME, COPY_OF, SINCE };

/* A report of the excerpt while it is read. */
typedef struct {
    SituationDocument document;
    Extraction *extraction;
    int64_t key;
    Moment since;
    int64_t seq;
    int64_t copy_of; /* seq of a report, -1 */
} Report;

/* A claim of the excerpt while it is read: where it stands, by seqs of the book. */
typedef struct {
    SituationClaim claim;
    Str id;
    int64_t seq;
    int64_t incident;
    int64_t superseded_by;
    int64_t copy_of;
} Standing;

typedef struct {
    Store *store;
    int64_t situation;
    Arena *arena;
    Report *reports;
    size_t report_count;
    size_t report_cap;
    Standing *claims; /* by report, then text order: not in order of seq between reports */
    size_t claim_count;
    size_t claim_cap;
    Incident *incidents;
    int64_t *incident_seqs;
    size_t incident_count;
    size_t incident_cap;
    size_t incident_seq_cap;
    bool wants_all; /* not only of the claims wished for it is said to which incidents they belong */
} Work;

static int64_t seq_or_none(const Query *q, int column)
{
    return query_is_null(q, column) ? -1 : query_int_at(q, column);
}

/* ---- incidents ---- */

static const Str *one_text(const Query *q, int column, Arena *arena, size_t *count)
{
    Str *text = ARENA_NEW(arena, Str);
    *text = query_str_at(q, column, arena);
    *count = text->len > 0;
    return text;
}

static PlaceMention *place_row(const Query *q, int column, Arena *arena)
{
    if (query_is_null(q, column))
        return NULL;
    PlaceMention *mention = ARENA_NEW(arena, PlaceMention);
    Place *place = &mention->place;
    place->id = query_str_at(q, column, arena); /* rows keep none: the name tells places apart */
    place->name = query_str_at(q, column, arena);
    place->country = query_str_at(q, column + 1, arena);
    place->precision = precision_parse(query_peek_at(q, column + 2));
    place->has_point = !query_is_null(q, column + 3);
    place->lat_deg = query_real_at(q, column + 3);
    place->lon_deg = query_real_at(q, column + 4);
    return mention;
}

static Responsibility responsibility_parse(Str name)
{
    for (int i = 0; i < RESPONSIBILITY_COUNT_; i++)
        if (str_equal(responsibility_name((Responsibility)i), name))
            return (Responsibility)i;
    return RESPONSIBILITY_UNKNOWN;
}

static Day day_or_none(const Query *q, int column)
{
    return query_is_null(q, column) ? DAY_NONE : (Day)query_int_at(q, column);
}

static Incident incident_row(const Query *q, Arena *arena)
{
    enum {
        ID,
        INCIDENT_NAME,
        TYPE,
        PLACE,
        FIRST = PLACE + 5,
        LAST,
        RESPONSIBILITY,
        WHO,
        TARGETS,
        STATUS,
        BACKGROUND,
        REPORTS
    };
    Incident x = {.id = book_hex(query_peek_at(q, ID), arena),
                  .name = query_str_at(q, INCIDENT_NAME, arena),
                  .type = query_str_at(q, TYPE, arena),
                  .place = place_row(q, PLACE, arena),
                  .window = {day_or_none(q, FIRST), day_or_none(q, LAST)},
                  .responsibility = responsibility_parse(query_peek_at(q, RESPONSIBILITY)),
                  .status = (unsigned)query_int_at(q, STATUS),
                  .background = query_int_at(q, BACKGROUND) != 0,
                  .part_of = -1,
                  .document_count = (size_t)query_int_at(q, REPORTS)};
    x.perpetrators = one_text(q, WHO, arena, &x.perpetrator_count);
    x.targets = one_text(q, TARGETS, arena, &x.target_count);
    return x;
}

/* The excerpt's number of the situation's incident seq, which is read where it is new. */
static int32_t incident_of(Work *w, int64_t seq)
{
    if (seq < 0)
        return -1;
    for (size_t i = 0; i < w->incident_count; i++)
        if (w->incident_seqs[i] == seq)
            return (int32_t)i;
    Query *q = db_query(w->store->db, INCIDENT_COLUMNS "AND seq = ?2");
    query_int(q, w->situation);
    query_int(q, seq);
    int32_t number = -1;
    if (query_row(q)) {
        w->incidents = arena_grow(w->arena, w->incidents, w->incident_count, &w->incident_cap, sizeof *w->incidents);
        w->incident_seqs =
            arena_grow(w->arena, w->incident_seqs, w->incident_count, &w->incident_seq_cap, sizeof *w->incident_seqs);
        number = (int32_t)w->incident_count++;
        w->incidents[number] = incident_row(q, w->arena);
        w->incident_seqs[number] = seq;
    }
    query_run(q);
    return number;
}

/* ---- reports ---- */

/* Where the report's claims stand, behind the others. True: people decided on some of them. */
static bool add_standings(Work *w, uint32_t report)
{
    bool touched = false;
    Query *q = db_query(w->store->db, CLAIMS_OF_REPORT);
    query_int(q, w->situation);
    query_int(q, w->reports[report].seq);
    while (query_row(q)) {
        touched = touched || !query_is_null(q, 5);
        w->claims = arena_grow(w->arena, w->claims, w->claim_count, &w->claim_cap, sizeof *w->claims);
        w->claims[w->claim_count++] = (Standing){{NULL, report, -1, -1, -1, STR_NONE},
                                                 book_hex(query_peek_at(q, 0), w->arena),
                                                 query_int_at(q, 1),
                                                 seq_or_none(q, 2),
                                                 seq_or_none(q, 3),
                                                 seq_or_none(q, 4)};
    }
    return touched;
}

/* The report's claims with what people decided on them. */
static Extraction *decide_report(const Work *w, Extraction *x)
{
    assemble_document(x, w->store->profile, w->arena);
    Decided decided = decide_begin(book_log(w->store, w->situation, INT64_MAX, w->arena), &x, 1, w->arena);
    decide_claims(&decided, &x, 1, w->store->profile);
    return x;
}

static void add_claims(Work *w, uint32_t report)
{
    Extraction *x = w->reports[report].extraction;
    size_t first = w->claim_count;
    bool touched = add_standings(w, report);
    if (touched || w->claim_count - first != x->claim_count)
        x = decide_report(w, x);
    w->reports[report].document.extraction = x;
    if (w->claim_count - first > x->claim_count)
        w->claim_count = first + x->claim_count;
    for (size_t i = first; i < w->claim_count; i++) {
        w->claims[i].claim.claim = &x->claims[i - first];
        x->claims[i - first].id = w->claims[i].id;
    }
}

/* The row's report, with its claims. False: a failure is kept. */
static bool add_report(Work *w, const Query *q)
{
    Document *document = book_document(w->store, q, w->arena);
    Extraction *extraction = document ? unpack_finding(query_peek_at(q, FINDING), document, w->arena) : NULL;
    if (!extraction) {
        db_fail(w->store->db, "the claims of a report are damaged or missing: run daybook rebuild");
        return false;
    }
    document->id = query_str_at(q, NAME, w->arena);
    w->reports = arena_grow(w->arena, w->reports, w->report_count, &w->report_cap, sizeof *w->reports);
    w->reports[w->report_count++] = (Report){{.extraction = extraction, .copy_of = -1, .holds = -1},
                                             extraction,
                                             query_int_at(q, KEY),
                                             {query_int_at(q, SINCE), MOMENT_TIME},
                                             query_int_at(q, SEQ),
                                             seq_or_none(q, COPY_OF)};
    return true;
}

static int64_t report_of_claim(const Work *w, uint32_t seq)
{
    Query *q = db_query(w->store->db, "SELECT report FROM claims WHERE situation = ? AND seq = ?");
    query_int(q, w->situation);
    query_int(q, seq);
    int64_t report = query_row(q) ? query_int_at(q, 0) : -1;
    query_run(q);
    return report;
}

static void need_report(Work *w, int64_t seq)
{
    for (size_t i = 0; i < w->report_count; i++)
        if (w->reports[i].seq == seq)
            return;
    Query *q = db_query(w->store->db, REPORT_COLUMNS "WHERE r.situation = ? AND r.seq = ?");
    query_int(q, w->situation);
    query_int(q, seq);
    bool added = query_row(q) && add_report(w, q);
    query_run(q);
    if (added)
        add_claims(w, (uint32_t)w->report_count - 1);
}

/* ---- the excerpt ---- */

static int32_t claim_of(const Work *w, int64_t seq)
{
    for (size_t i = 0; seq >= 0 && i < w->claim_count; i++)
        if (w->claims[i].seq == seq)
            return (int32_t)i;
    return -1;
}

static void set_as_of(const Work *w, Situation *s)
{
    Query *q = db_query(w->store->db, "SELECT as_of, as_of_precision FROM assembled WHERE situation = ?");
    query_int(q, w->situation);
    if (query_row(q))
        s->as_of = (Moment){query_int_at(q, 0), (MomentPrecision)query_int_at(q, 1)};
    query_run(q);
}

static void settle_claims(Work *w, Situation *s, StoreExcerpt *out)
{
    uint32_t *seqs = ARENA_ARRAY(w->arena, uint32_t, w->claim_count + 1);
    s->claims = ARENA_ARRAY(w->arena, SituationClaim, w->claim_count + 1);
    s->claim_count = w->claim_count;
    for (size_t i = 0; i < w->claim_count; i++) {
        s->claims[i] = w->claims[i].claim;
        s->claims[i].incident = w->wants_all ? incident_of(w, w->claims[i].incident) : -1;
        s->claims[i].superseded_by = claim_of(w, w->claims[i].superseded_by);
        s->claims[i].copy_of = claim_of(w, w->claims[i].copy_of);
        seqs[i] = (uint32_t)w->claims[i].seq;
    }
    out->seqs = seqs;
}

static void settle_documents(const Work *w, Situation *s, StoreExcerpt *out)
{
    int64_t *keys = ARENA_ARRAY(w->arena, int64_t, w->report_count + 1);
    Moment *read_at = ARENA_ARRAY(w->arena, Moment, w->report_count + 1);
    s->documents = ARENA_ARRAY(w->arena, SituationDocument, w->report_count + 1);
    s->document_count = w->report_count;
    for (size_t i = 0; i < w->report_count; i++) {
        s->documents[i] = w->reports[i].document;
        keys[i] = w->reports[i].key;
        read_at[i] = w->reports[i].since;
        for (size_t k = 0; k < w->report_count; k++)
            if (w->reports[i].copy_of >= 0 && w->reports[k].seq == w->reports[i].copy_of)
                s->documents[i].copy_of = (int32_t)k;
    }
    out->documents = keys;
    out->read_at = read_at;
}

static void settle(Work *w, StoreExcerpt *out)
{
    Situation *s = ARENA_NEW(w->arena, Situation);
    s->headline = -1;
    set_as_of(w, s);
    settle_claims(w, s, out);
    settle_documents(w, s, out);
    s->incidents = w->incidents;
    s->incident_count = w->incident_count;
    out->situation = s;
}

/* Incidents of the claims that were wished for; the others of their reports stand only beside them. */
static void settle_wanted(Work *w, Situation *s, const uint32_t *wanted, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (wanted[i] != UINT32_MAX)
            s->claims[wanted[i]].incident = incident_of(w, w->claims[wanted[i]].incident);
    s->incidents = w->incidents;
    s->incident_count = w->incident_count;
}

// An array and its length are one parameter. NOLINTNEXTLINE(readability-function-size)
bool store_excerpt(Store *store, int64_t situation, const uint32_t *seqs, size_t count, Arena *arena, StoreExcerpt *out,
                   Error *err)
{
    Work w = {.store = store, .situation = situation, .arena = arena};
    uint32_t *wanted = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        need_report(&w, report_of_claim(&w, seqs[i]));
    for (size_t i = 0; i < count; i++)
        wanted[i] = (uint32_t)claim_of(&w, seqs[i]);
    *out = (StoreExcerpt){.wanted = wanted};
    settle(&w, out);
    settle_wanted(&w, out->situation, wanted, count);
    return db_ok(store->db, err);
}

bool store_excerpt_report(Store *store, int64_t situation, int64_t document, Arena *arena, StoreExcerpt *out,
                          Error *err)
{
    Work w = {.store = store, .situation = situation, .arena = arena, .wants_all = true};
    Query *q = db_query(store->db, "SELECT seq FROM reports WHERE situation = ? AND document = ?");
    query_int(q, situation);
    query_int(q, document);
    int64_t seq = query_row(q) ? query_int_at(q, 0) : -1;
    query_run(q);
    if (seq >= 0)
        need_report(&w, seq);
    *out = (StoreExcerpt){.wanted = NULL};
    settle(&w, out);
    return db_ok(store->db, err);
}

/* ---- incidents by the page ---- */

static void put_claimed(Estimate *e, Str text, Arena *arena)
{
    if (text.len == 0)
        return;
    ClaimedFigure *claimed = ARENA_NEW(arena, ClaimedFigure);
    *claimed = (ClaimedFigure){.party = PARTY_NONE, .text = text, .window = {DAY_NONE, DAY_NONE}};
    e->claimed = claimed;
    e->claimed_count = 1;
}

/* What was found of people killed, for incidents from the seq on. */
static void read_killed(const Work *w, int64_t from)
{
    enum { INCIDENT, CELL, LOW, BEST, HIGH, OPEN, CLAIMED };
    Query *q = db_query(w->store->db, "SELECT incident, cell, low, best, high, high_open, claimed FROM figures "
                                      "WHERE situation = ? AND incident >= ? AND incident < ?");
    query_int(q, w->situation);
    query_int(q, from);
    query_int(q, from + (int64_t)w->incident_count);
    while (query_row(q)) {
        int64_t cell = query_int_at(q, CELL);
        if (cell / CELL_COUNT_ != OUTCOME_KILLED)
            continue;
        Incident *incident = &w->incidents[query_int_at(q, INCIDENT) - from];
        Estimate *e = &incident->estimates.cells[OUTCOME_KILLED][cell % CELL_COUNT_];
        *e = (Estimate){.present = true,
                        .has_low = !query_is_null(q, LOW),
                        .has_best = !query_is_null(q, BEST),
                        .has_high = !query_is_null(q, HIGH),
                        .high_open = query_int_at(q, OPEN) != 0,
                        .low = query_int_at(q, LOW),
                        .best = query_int_at(q, BEST),
                        .high = query_int_at(q, HIGH)};
        put_claimed(e, query_str_at(q, CLAIMED, w->arena), w->arena);
    }
}

// The page and where it goes. NOLINTNEXTLINE(readability-function-size)
bool store_excerpt_incidents(Store *store, int64_t situation, int64_t from, size_t limit, Arena *arena,
                             StoreExcerpt *out, Error *err)
{
    Work w = {.store = store, .situation = situation, .arena = arena};
    *out = (StoreExcerpt){0};
    Query *q = db_query(store->db, INCIDENT_COLUMNS "AND seq >= ?2 ORDER BY seq LIMIT ?3");
    query_int(q, situation);
    query_int(q, from);
    query_int(q, (int64_t)limit + 1);
    while (query_row(q)) {
        if (w.incident_count == limit) {
            out->next = from + (int64_t)limit;
            continue;
        }
        w.incidents = arena_grow(arena, w.incidents, w.incident_count, &w.incident_cap, sizeof *w.incidents);
        w.incidents[w.incident_count++] = incident_row(q, arena);
    }
    if (w.incident_count > 0)
        read_killed(&w, from);
    settle(&w, out);
    return db_ok(store->db, err);
}
