/* excerpt — some reports of a situation, with where their claims stand, out of the derived rows. */
#include "store/excerpt.h"

#include "assemble/situation/decide.h"
#include "store/excerpt_parts.h"
#include "store/pack.h"

#define REPORT_COLUMNS                                                                                                 \
    "SELECT d.name, d.path, d.url, d.publisher, d.author, d.title, d.lang, d.published, d.published_precision, "       \
    "o.sha256, o.packed, d.reading, d.id, x.packed, r.seq, r.name, r.copy_of, m.since FROM reports r "                 \
    "JOIN documents d ON d.id = r.document JOIN originals o ON o.id = d.original "                                     \
    "LEFT JOIN extractions x ON x.document = d.id "                                                                    \
    "JOIN members m ON m.situation = r.situation AND m.document = r.document "

#define CLAIMS_OF_REPORT                                                                                               \
    "SELECT c.id, c.seq, c.incident, c.superseded_by, c.copy_of, c.verdict FROM reports r JOIN claims c ON "           \
    "c.situation = r.situation AND c.seq >= r.first AND c.seq < r.first + r.claims "                                   \
    "WHERE r.situation = ?1 AND r.seq = ?2 ORDER BY c.seq"

enum { KEY = BOOK_DOCUMENT_COLUMNS, FINDING, SEQ, NAME, COPY_OF, SINCE };

static int64_t seq_or_none(const Query *q, int column)
{
    return query_is_null(q, column) ? -1 : query_int_at(q, column);
}

/* ---- incidents ---- */

/* The excerpt's number of the situation's incident seq, which is read where it is new. */
int32_t excerpt_incident_of(ExcerptWork *w, int64_t seq)
{
    if (seq < 0)
        return -1;
    for (size_t i = 0; i < w->incident_count; i++)
        if (w->incident_seqs[i] == seq)
            return (int32_t)i;
    Query *q = db_query(w->store->db, EXCERPT_INCIDENT_COLUMNS "AND seq = ?2");
    query_int(q, w->situation);
    query_int(q, seq);
    int32_t number = -1;
    if (query_row(q)) {
        w->incidents = arena_grow(w->arena, w->incidents, w->incident_count, &w->incident_cap, sizeof *w->incidents);
        w->incident_seqs =
            arena_grow(w->arena, w->incident_seqs, w->incident_count, &w->incident_seq_cap, sizeof *w->incident_seqs);
        number = (int32_t)w->incident_count++;
        w->incidents[number] = excerpt_incident_row(q, w->arena);
        w->incident_seqs[number] = seq;
    }
    query_run(q);
    return number;
}

/* ---- reports ---- */

/* Where the report's claims stand, behind the others. True: people decided on some of them. */
static bool add_standings(ExcerptWork *w, uint32_t report)
{
    bool touched = false;
    Query *q = db_query(w->store->db, CLAIMS_OF_REPORT);
    query_int(q, w->situation);
    query_int(q, w->reports[report].seq);
    while (query_row(q)) {
        touched = touched || !query_is_null(q, 5);
        w->claims = arena_grow(w->arena, w->claims, w->claim_count, &w->claim_cap, sizeof *w->claims);
        w->claims[w->claim_count++] = (ExcerptClaim){{NULL, report, -1, -1, -1, STR_NONE, false},
                                                     book_hex(query_peek_at(q, 0), w->arena),
                                                     query_int_at(q, 1),
                                                     seq_or_none(q, 2),
                                                     seq_or_none(q, 3),
                                                     seq_or_none(q, 4)};
    }
    return touched;
}

/* The report's claims with what people decided on them. */
static Extraction *decide_report(const ExcerptWork *w, Extraction *x, int64_t seq)
{
    const Profile *profile = book_profile(w->store);
    assemble_document(x, profile, w->arena);
    Decided decided = decide_begin(book_report_log(w->store, w->situation, seq, w->arena), &x, 1, w->arena);
    decide_claims(&decided, &x, 1, profile);
    return x;
}

static void add_claims(ExcerptWork *w, uint32_t report)
{
    Extraction *x = w->reports[report].extraction;
    size_t first = w->claim_count;
    bool touched = add_standings(w, report);
    if (touched || w->claim_count - first != x->claim_count)
        x = decide_report(w, x, w->reports[report].seq);
    w->reports[report].document.extraction = x;
    if (w->claim_count - first > x->claim_count)
        w->claim_count = first + x->claim_count;
    for (size_t i = first; i < w->claim_count; i++) {
        w->claims[i].claim.claim = &x->claims[i - first];
        x->claims[i - first].id = w->claims[i].id;
    }
}

/* The row's report, with its claims. False: a failure is kept. */
static bool add_report(ExcerptWork *w, const Query *q)
{
    Document *document = book_document(w->store, q, w->arena);
    Extraction *extraction = document ? unpack_finding(query_peek_at(q, FINDING), document, w->arena) : NULL;
    if (!extraction) {
        db_fail(w->store->db, "the claims of a report are damaged or missing: run daybook rebuild");
        return false;
    }
    document->id = query_str_at(q, NAME, w->arena);
    w->reports = arena_grow(w->arena, w->reports, w->report_count, &w->report_cap, sizeof *w->reports);
    w->reports[w->report_count++] = (ExcerptReport){
        {.extraction = extraction, .copy_of = -1, .holds = -1},        extraction,           query_int_at(q, KEY),
        {.seconds = query_int_at(q, SINCE), .precision = MOMENT_TIME}, query_int_at(q, SEQ), seq_or_none(q, COPY_OF)};
    return true;
}

static int64_t report_of_claim(const ExcerptWork *w, uint32_t seq)
{
    Query *q = db_query(w->store->db, "SELECT report FROM claims WHERE situation = ? AND seq = ?");
    query_int(q, w->situation);
    query_int(q, seq);
    int64_t report = query_row(q) ? query_int_at(q, 0) : -1;
    query_run(q);
    return report;
}

void excerpt_need_report(ExcerptWork *w, int64_t seq)
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

int32_t excerpt_claim_of(const ExcerptWork *w, int64_t seq)
{
    for (size_t i = 0; seq >= 0 && i < w->claim_count; i++)
        if (w->claims[i].seq == seq)
            return (int32_t)i;
    return -1;
}

static void set_as_of(const ExcerptWork *w, Situation *s)
{
    Query *q = db_query(w->store->db, "SELECT as_of, as_of_precision FROM assembled WHERE situation = ?");
    query_int(q, w->situation);
    if (query_row(q))
        s->as_of = (Moment){.seconds = query_int_at(q, 0), .precision = (MomentPrecision)query_int_at(q, 1)};
    query_run(q);
}

static void settle_claims(ExcerptWork *w, Situation *s, StoreExcerpt *out)
{
    uint32_t *seqs = ARENA_ARRAY(w->arena, uint32_t, w->claim_count + 1);
    s->claims = ARENA_ARRAY(w->arena, SituationClaim, w->claim_count + 1);
    s->claim_count = w->claim_count;
    for (size_t i = 0; i < w->claim_count; i++) {
        s->claims[i] = w->claims[i].claim;
        s->claims[i].incident = w->wants_all ? excerpt_incident_of(w, w->claims[i].incident) : -1;
        s->claims[i].superseded_by = excerpt_claim_of(w, w->claims[i].superseded_by);
        s->claims[i].copy_of = excerpt_claim_of(w, w->claims[i].copy_of);
        seqs[i] = (uint32_t)w->claims[i].seq;
    }
    out->seqs = seqs;
}

static void settle_documents(const ExcerptWork *w, Situation *s, StoreExcerpt *out)
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

void excerpt_settle(ExcerptWork *w, StoreExcerpt *out)
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
static void settle_wanted(ExcerptWork *w, Situation *s, const uint32_t *wanted, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (w->claims && wanted[i] < w->claim_count)
            s->claims[wanted[i]].incident = excerpt_incident_of(w, w->claims[wanted[i]].incident);
    s->incidents = w->incidents;
    s->incident_count = w->incident_count;
}

// An array and its length are one parameter. NOLINTNEXTLINE(readability-function-size)
bool store_excerpt(Store *store, int64_t situation, const uint32_t *seqs, size_t count, Arena *arena, StoreExcerpt *out,
                   Error *err)
{
    ExcerptWork w = {.store = store, .situation = situation, .arena = arena};
    uint32_t *wanted = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        excerpt_need_report(&w, report_of_claim(&w, seqs[i]));
    for (size_t i = 0; i < count; i++)
        wanted[i] = (uint32_t)excerpt_claim_of(&w, seqs[i]);
    *out = (StoreExcerpt){.wanted = wanted};
    excerpt_settle(&w, out);
    settle_wanted(&w, out->situation, wanted, count);
    return db_ok(store->db, err);
}

bool store_excerpt_report(Store *store, int64_t situation, int64_t document, Arena *arena, StoreExcerpt *out,
                          Error *err)
{
    ExcerptWork w = {.store = store, .situation = situation, .arena = arena, .wants_all = true};
    Query *q = db_query(store->db, "SELECT seq FROM reports WHERE situation = ? AND document = ?");
    query_int(q, situation);
    query_int(q, document);
    int64_t seq = query_row(q) ? query_int_at(q, 0) : -1;
    query_run(q);
    if (seq >= 0)
        excerpt_need_report(&w, seq);
    *out = (StoreExcerpt){.wanted = NULL};
    excerpt_settle(&w, out);
    return db_ok(store->db, err);
}
