/* excerpt_incident — incidents out of the derived rows: a page of them with what was found of people killed, and one with all that its page shows. */
#include "assemble/copies/namesake.h"
#include "assemble/figure/version.h"
#include "store/browse.h"
#include "store/excerpt_parts.h"

/* ---- an incident's row ---- */

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

Incident excerpt_incident_row(const Query *q, Arena *arena)
{
    enum {
        ID,
        INCIDENT_NAME,
        TYPE,
        DISASTER,
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
    x.tactics = one_text(q, DISASTER, arena, &x.tactic_count); /* of an attack none are kept */
    return x;
}

/* ---- figures ---- */

enum {
    INCIDENT,
    CELL,
    LOW,
    BEST,
    HIGH,
    OPEN,
    CLAIMED,
    WINDOW_FIRST,
    WINDOW_LAST,
    ORIGINS,
    RULE,
    WORKING,
    DERIVED,
    WITHOUT,
    PEOPLE
};

#define FIGURE_COLUMNS                                                                                                 \
    "SELECT incident, cell, low, best, high, high_open, claimed, first, last, origins, " BOOK_NAME(                    \
        "figures",                                                                                                     \
        "rule") ", " BOOK_NAME("figures",                                                                              \
                               "working") ", derived, "                                                                \
                                          "without, people FROM figures WHERE situation = ?1 AND incident >= ?2 AND incident < ?3"

static Estimate estimate_row(const Query *q, Arena *arena)
{
    Estimate e = {.present = true,
                  .has_low = !query_is_null(q, LOW),
                  .has_best = !query_is_null(q, BEST),
                  .has_high = !query_is_null(q, HIGH),
                  .high_open = query_int_at(q, OPEN) != 0,
                  .low = query_int_at(q, LOW),
                  .best = query_int_at(q, BEST),
                  .high = query_int_at(q, HIGH),
                  .window = {day_or_none(q, WINDOW_FIRST), day_or_none(q, WINDOW_LAST)},
                  .origins = (unsigned)query_int_at(q, ORIGINS),
                  .rule = query_str_at(q, RULE, arena),
                  .working = query_str_at(q, WORKING, arena),
                  .derived = query_int_at(q, DERIVED) != 0,
                  .without = (unsigned)query_int_at(q, WITHOUT),
                  .people = query_str_at(q, PEOPLE, arena)};
    e.words_only = e.has_low && !e.has_best;
    return e;
}

/* ---- incidents by the page ---- */

static void put_claimed_text(Estimate *e, Str text, Arena *arena)
{
    if (text.len == 0)
        return;
    ClaimedFigure *claimed = ARENA_NEW(arena, ClaimedFigure);
    *claimed = (ClaimedFigure){.party = PARTY_NONE, .text = text, .window = {DAY_NONE, DAY_NONE}};
    e->claimed = claimed;
    e->claimed_count = 1;
}

/* What was found of people killed, for incidents from the seq on. */
static void read_killed(const ExcerptWork *w, int64_t from)
{
    Query *q = db_query(w->store->db, FIGURE_COLUMNS);
    query_int(q, w->situation);
    query_int(q, from);
    query_int(q, from + (int64_t)w->incident_count);
    while (query_row(q)) {
        int64_t cell = query_int_at(q, CELL);
        if (cell / CELL_COUNT_ != OUTCOME_KILLED)
            continue;
        Incident *incident = &w->incidents[query_int_at(q, INCIDENT) - from];
        Estimate *e = &incident->estimates.cells[OUTCOME_KILLED][cell % CELL_COUNT_];
        *e = estimate_row(q, w->arena);
        put_claimed_text(e, query_str_at(q, CLAIMED, w->arena), w->arena);
    }
}

// The page and where it goes. NOLINTNEXTLINE(readability-function-size)
bool store_excerpt_incidents(Store *store, int64_t situation, int64_t from, size_t limit, Arena *arena,
                             StoreExcerpt *out, Error *err)
{
    ExcerptWork w = {.store = store, .situation = situation, .arena = arena};
    *out = (StoreExcerpt){0};
    Query *q = db_query(store->db, EXCERPT_INCIDENT_COLUMNS "AND seq >= ?2 ORDER BY seq LIMIT ?3");
    query_int(q, situation);
    query_int(q, from);
    query_int(q, (int64_t)limit + 1);
    while (query_row(q)) {
        if (w.incident_count == limit) {
            out->next = from + (int64_t)limit;
            continue;
        }
        w.incidents = arena_grow(arena, w.incidents, w.incident_count, &w.incident_cap, sizeof *w.incidents);
        w.incidents[w.incident_count++] = excerpt_incident_row(q, arena);
    }
    if (w.incident_count > 0)
        read_killed(&w, from);
    excerpt_settle(&w, out);
    return db_ok(store->db, err);
}

/* ---- one incident ---- */

/* Numbers of claims, in the order in which they are met. */
typedef struct {
    uint32_t *items;
    size_t count;
    size_t cap;
} Numbers;

static void add_number(Numbers *list, int32_t number, Arena *arena)
{
    if (number < 0)
        return;
    list->items = arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (uint32_t)number;
}

static Query *of_incident(const ExcerptWork *w, const char *sql, int64_t incident)
{
    Query *q = db_query(w->store->db, sql);
    query_int(q, w->situation);
    query_int(q, incident);
    return q;
}

/* The reports of all claims that its page shows: its own, and how many attacks its parts are told to be. */
static void need_claims(ExcerptWork *w, int64_t incident)
{
    Numbers reports = {0};
    Query *q = of_incident(
        w,
        "SELECT report FROM claims WHERE situation = ?1 AND incident = ?2 UNION "
        "SELECT c.report FROM incident_also x JOIN claims c ON c.situation = x.situation AND c.seq = x.claim "
        "WHERE x.situation = ?1 AND x.incident = ?2 UNION "
        "SELECT c.report FROM incidents i JOIN claims c ON c.situation = i.situation AND c.incident = i.seq "
        "WHERE i.situation = ?1 AND i.part_of = ?2 AND c.kind = ?3 AND c.low IS NOT NULL ORDER BY 1",
        incident);
    query_int(q, KIND_ATTACK);
    while (query_row(q))
        add_number(&reports, (int32_t)query_int_at(q, 0), w->arena);
    for (size_t i = 0; i < reports.count; i++)
        excerpt_need_report(w, reports.items[i]);
}

static Query *of_cell(const ExcerptWork *w, const char *sql, int64_t incident, int64_t cell)
{
    Query *q = of_incident(w, sql, incident);
    query_int(q, cell);
    return q;
}

/* The claims of the cell that have that part in it: a FigurePart; behind PART_CLAIMED it goes on with what is claimed. */
static Numbers claims_in(const ExcerptWork *w, int64_t incident, int64_t cell, int64_t part)
{
    Numbers claims = {0};
    Query *q = of_cell(w,
                       "SELECT claim FROM figure_claims WHERE situation = ? AND incident = ? AND cell = ? AND role = ? "
                       "ORDER BY rank",
                       incident, cell);
    query_int(q, part);
    while (query_row(q))
        add_number(&claims, excerpt_claim_of(w, query_int_at(q, 0)), w->arena);
    return claims;
}

static void read_claimed(const Query *q, Arena *arena, void *item)
{
    enum { PARTY, FROM, TO, WORDS, TEXT, FIRST, LAST };
    *(ClaimedFigure *)item =
        (ClaimedFigure){.party = (Party)query_int_at(q, PARTY),
                        .count = {query_int_at(q, FROM), query_is_null(q, TO) ? INTERVAL_OPEN : query_int_at(q, TO)},
                        .words = query_int_at(q, WORDS) != 0,
                        .text = query_str_at(q, TEXT, arena),
                        .window = {day_or_none(q, FIRST), day_or_none(q, LAST)}};
}

/* What parties claim in the cell, and which claims are behind that and behind the figure. */
static void put_behind(const ExcerptWork *w, int64_t incident, int64_t cell, Estimate *e)
{
    Numbers counts = claims_in(w, incident, cell, PART_COUNTS);
    Numbers superseded = claims_in(w, incident, cell, PART_SUPERSEDED);
    ClaimedFigure *claimed =
        query_all(of_cell(w,
                          "SELECT party, low, high, words, text, first, last FROM claimed WHERE situation = ? AND "
                          "incident = ? AND cell = ? ORDER BY rank",
                          incident, cell),
                  read_claimed, sizeof *claimed, w->arena, &e->claimed_count);
    for (size_t i = 0; i < e->claimed_count; i++) {
        Numbers claims = claims_in(w, incident, cell, PART_CLAIMED + (int64_t)i);
        claimed[i].claims = claims.items;
        claimed[i].claim_count = claims.count;
    }
    e->claims = counts.items;
    e->claim_count = counts.count;
    e->superseded = superseded.items;
    e->superseded_count = superseded.count;
    e->claimed = claimed;
}

static void read_figures(const ExcerptWork *w, int64_t seq, Estimates *out)
{
    Query *q = db_query(w->store->db, FIGURE_COLUMNS);
    query_int(q, w->situation);
    query_int(q, seq);
    query_int(q, seq + 1);
    while (query_row(q)) {
        int64_t cell = query_int_at(q, CELL);
        Estimate *e = &out->cells[cell / CELL_COUNT_][cell % CELL_COUNT_];
        *e = estimate_row(q, w->arena);
        put_behind(w, seq, cell, e);
    }
}

static void put_sums(const ExcerptWork *w, int64_t incident, Situation *s)
{
    enum { TOTAL, TERMS, NOTE };
    size_t cap = 0;
    DerivedSum *sums = NULL;
    Query *q = of_incident(w,
                           "SELECT x.total, x.terms, x.note FROM sums x JOIN claims c ON c.situation = x.situation AND "
                           "c.seq = x.total WHERE x.situation = ? AND c.incident = ? ORDER BY x.seq",
                           incident);
    while (query_row(q)) {
        Numbers terms = {0};
        Str rest = query_str_at(q, TERMS, w->arena);
        Str word;
        int64_t seq = 0;
        while (str_present(rest) && rest.len > 0 && str_cut(&rest, ' ', &word))
            if (str_number(word, &seq))
                add_number(&terms, excerpt_claim_of(w, seq), w->arena);
        int32_t total = excerpt_claim_of(w, query_int_at(q, TOTAL));
        if (total < 0)
            continue;
        sums = arena_grow(w->arena, sums, s->sum_count, &cap, sizeof *sums);
        sums[s->sum_count++] = (DerivedSum){terms.items, terms.count, (uint32_t)total, query_str_at(q, NOTE, w->arena)};
    }
    s->sums = sums;
}

/* Its reports, as numbers of the excerpt. */
static void put_reports(const ExcerptWork *w, int64_t seq, Incident *incident)
{
    Numbers reports = {0};
    Query *q =
        of_incident(w, "SELECT report FROM incident_reports WHERE situation = ? AND incident = ? ORDER BY report", seq);
    while (query_row(q))
        for (size_t i = 0; i < w->report_count; i++)
            if (w->reports[i].seq == query_int_at(q, 0))
                add_number(&reports, (int32_t)i, w->arena);
    incident->documents = reports.items;
    incident->document_count = reports.count;
}

/* Its claims in text order. */
static void put_incident_claims(const ExcerptWork *w, const Situation *s, int64_t seq, Incident *incident)
{
    Numbers claims = {0};
    bool *also = ARENA_ARRAY(w->arena, bool, s->claim_count + 1);
    Query *q = of_incident(w, "SELECT claim FROM incident_also WHERE situation = ? AND incident = ?", seq);
    while (query_row(q)) {
        int32_t claim = excerpt_claim_of(w, query_int_at(q, 0));
        if (claim >= 0)
            also[claim] = true;
    }
    for (size_t i = 0; i < s->claim_count; i++)
        if (also[i] || w->claims[i].incident == seq)
            add_number(&claims, (int32_t)i, w->arena);
    incident->claims = claims.items;
    incident->claim_count = claims.count;
}

/* One voice draws one line over time: of a copy the origin's. */
static void put_origins(const ExcerptWork *w, Situation *s)
{
    for (size_t i = 0; i < s->claim_count; i++)
        s->claims[i].origin =
            voice_of(s->claims[i].claim, s->documents[s->claims[i].document].extraction, w->arena).key;
    namesake_join(s, w->arena);
    for (size_t i = 0; i < s->claim_count; i++)
        if (s->claims[i].copy_of >= 0)
            s->claims[i].origin = s->claims[s->claims[i].copy_of].origin;
}

static int64_t whole_of(const ExcerptWork *w, int64_t seq)
{
    Query *q = of_incident(w, "SELECT part_of FROM incidents WHERE situation = ? AND seq = ?", seq);
    int64_t whole = query_row(q) && !query_is_null(q, 0) ? query_int_at(q, 0) : -1;
    query_run(q);
    return whole;
}

/* Which incidents of the excerpt are parts of which. */
static void put_wholes(const ExcerptWork *w, Situation *s)
{
    for (size_t i = 0; i < w->incident_count; i++) {
        int64_t whole = whole_of(w, w->incident_seqs[i]);
        for (size_t k = 0; whole >= 0 && k < w->incident_count; k++)
            if (w->incident_seqs[k] == whole)
                s->incidents[i].part_of = (int32_t)k;
    }
}

bool store_excerpt_incident(Store *store, int64_t situation, int64_t seq, Arena *arena, StoreExcerpt *out, Error *err)
{
    ExcerptWork w = {.store = store, .situation = situation, .arena = arena, .wants_all = true};
    *out = (StoreExcerpt){0};
    int32_t number = excerpt_incident_of(&w, seq);
    if (number >= 0) {
        (void)excerpt_incident_of(&w, whole_of(&w, seq));
        need_claims(&w, seq);
    }
    excerpt_settle(&w, out);
    if (number < 0)
        return db_ok(store->db, err);
    Situation *s = out->situation;
    Incident *incident = &s->incidents[number];
    s->headline = number;
    put_wholes(&w, s);
    put_incident_claims(&w, s, seq, incident);
    put_reports(&w, seq, incident);
    incident->versions = versions_of(s, incident, arena, &incident->version_count);
    put_sums(&w, seq, s);
    put_origins(&w, s);
    read_figures(&w, seq, &incident->estimates);
    return db_ok(store->db, err);
}
