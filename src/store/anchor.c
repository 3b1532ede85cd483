#include "store/anchor.h"

/* ---- in the book ---- */

#define CLAIM_COLUMNS                                                                                                  \
    "r.name, o.sha256, c.kind, c.outcome, c.low, c.high, c.evidence_start, c.evidence_end FROM claims c "              \
    "JOIN reports r ON r.situation = c.situation AND r.seq = c.report JOIN documents d ON d.id = r.document "          \
    "JOIN originals o ON o.id = d.original "
#define REPORT_COLUMNS                                                                                                 \
    "r.name, o.sha256 FROM reports r JOIN documents d ON d.id = r.document JOIN originals o ON o.id = d.original "

static bool is_id(Str id)
{
    enum { ID_DIGITS = 16 };
    for (size_t i = 0; i < id.len; i++)
        if (!char_is_digit(id.ptr[i]) && !(id.ptr[i] >= 'a' && id.ptr[i] <= 'f'))
            return false;
    return id.len == ID_DIGITS;
}

static void take_report(const Query *q, Arena *arena, Anchor *out)
{
    out->document = query_str_at(q, 0, arena);
    out->sha256 = book_hex(query_peek_at(q, 1), arena);
}

static bool take_claim(Query *q, Arena *arena, Anchor *out)
{
    enum { KIND = 2, OUTCOME, LOW, HIGH, START, END };
    bool found = query_row(q);
    if (found) {
        take_report(q, arena, out);
        out->has_claim = true;
        out->claim_kind = (ClaimKind)query_int_at(q, KIND);
        out->outcome = (Outcome)query_int_at(q, OUTCOME);
        out->has_count = !query_is_null(q, LOW);
        out->count.low = query_int_at(q, LOW);
        out->count.high = out->has_count && query_is_null(q, HIGH) ? INTERVAL_OPEN : query_int_at(q, HIGH);
        out->evidence = (Span){(uint32_t)query_int_at(q, START), (uint32_t)query_int_at(q, END)};
    }
    query_run(q);
    return found;
}

static bool find_claim(Store *store, int64_t situation, Str id, Arena *arena, Anchor *out)
{
    *out = (Anchor){.kind = TARGET_CLAIM, .id = id};
    Query *q = db_query(store->db, "SELECT " CLAIM_COLUMNS "WHERE c.situation = ? AND c.id = ? ORDER BY c.seq LIMIT 1");
    query_int(q, situation);
    query_blob(q, book_bytes(id, arena));
    return take_claim(q, arena, out);
}

static bool find_report(Store *store, int64_t situation, Str id, Arena *arena, Anchor *out)
{
    *out = (Anchor){.kind = TARGET_REPORT, .id = id};
    Query *q = db_query(store->db, "SELECT " REPORT_COLUMNS "WHERE r.situation = ? AND r.name = ?");
    query_int(q, situation);
    query_str(q, id);
    bool found = query_row(q);
    if (found)
        take_report(q, arena, out);
    query_run(q);
    return found;
}

/* Its first report, for a main incident that the program found; and its first claim. */
static bool find_incident(Store *store, int64_t situation, Str id, Arena *arena, Anchor *out)
{
    *out = (Anchor){.kind = TARGET_INCIDENT, .id = id};
    Query *q = db_query(store->db, "SELECT seq, part_of IS NULL AND background = 0 AND made_by IS NULL FROM incidents "
                                   "WHERE situation = ? AND id = ?");
    query_int(q, situation);
    query_blob(q, book_bytes(id, arena));
    bool found = query_row(q);
    int64_t seq = query_int_at(q, 0);
    out->main = found && query_int_at(q, 1) != 0;
    query_run(q);
    if (!found)
        return false;
    Query *first = db_query(store->db, "SELECT " CLAIM_COLUMNS "WHERE c.situation = ?1 AND c.seq = "
                                       "(SELECT min(seq) FROM claims WHERE situation = ?1 AND incident = ?2)");
    query_int(first, situation);
    query_int(first, seq);
    (void)take_claim(first, arena, out);
    size_t count = 0;
    const Anchor *reports = out->main ? anchor_reports(store, situation, id, arena, &count) : NULL;
    if (count > 0 && !str_equal(reports[0].document, out->document)) {
        out->has_claim = false; /* the claim is of another report */
        out->document = reports[0].document;
        out->sha256 = reports[0].sha256;
    }
    return out->document.len > 0;
}

bool anchor_find(Store *store, int64_t situation, Str id, TargetKind kind, Arena *arena, Anchor *out)
{
    bool any = kind == TARGET_NONE;
    if ((any || kind == TARGET_CLAIM) && is_id(id) && find_claim(store, situation, id, arena, out))
        return true;
    if ((any || kind == TARGET_INCIDENT) && is_id(id) && find_incident(store, situation, id, arena, out))
        return true;
    return (any || kind == TARGET_REPORT) && find_report(store, situation, id, arena, out);
}

Anchor *anchor_reports(Store *store, int64_t situation, Str incident, Arena *arena, size_t *count)
{
    Anchor *out = NULL;
    size_t cap = 0;
    *count = 0;
    Query *q = db_query(store->db, "SELECT " REPORT_COLUMNS
                                   "JOIN incident_reports x ON x.situation = r.situation AND x.report = r.seq "
                                   "JOIN incidents i ON i.situation = x.situation AND i.seq = x.incident "
                                   "WHERE i.situation = ? AND i.id = ? ORDER BY x.report");
    query_int(q, situation);
    query_blob(q, book_bytes(incident, arena));
    while (query_row(q)) {
        out = arena_grow(arena, out, *count, &cap, sizeof *out);
        Anchor *anchor = &out[(*count)++];
        *anchor = (Anchor){.kind = TARGET_REPORT};
        take_report(q, arena, anchor);
        anchor->id = anchor->document;
    }
    return out;
}

/* ---- as JSON ---- */

void anchor_write(Json *j, const char *key, const Anchor *a)
{
    json_open_key(j, key, '{');
    json_str(j, "kind", target_name(a->kind));
    json_str(j, "id", a->id);
    json_str(j, "document", a->document);
    json_str(j, "sha256", a->sha256);
    if (a->kind == TARGET_INCIDENT)
        json_bool(j, "main", a->main);
    if (a->has_claim) {
        json_str(j, "claim", kind_name(a->claim_kind));
        json_text(j, "outcome", outcome_name(a->outcome));
        if (a->has_count)
            json_int(j, "low", a->count.low);
        if (a->has_count && a->count.high != INTERVAL_OPEN)
            json_int(j, "high", a->count.high);
        json_int(j, "start", a->evidence.start);
        json_int(j, "end", a->evidence.end);
    }
    json_close(j, '}');
}

static int64_t number_in(const JsonValue *value, Str key, int64_t otherwise)
{
    const JsonValue *item = json_get(value, key);
    int64_t n = otherwise;
    return item && item->type == JSON_NUMBER && str_number(item->text, &n) ? n : otherwise;
}

bool anchor_read(const JsonValue *value, Anchor *out)
{
    const JsonValue *main = json_get(value, STR("main"));
    Str claim = json_value_text(json_get(value, STR("claim")));
    *out = (Anchor){.kind = target_parse(json_value_text(json_get(value, STR("kind")))),
                    .id = json_value_text(json_get(value, STR("id"))),
                    .document = json_value_text(json_get(value, STR("document"))),
                    .sha256 = json_value_text(json_get(value, STR("sha256"))),
                    .has_claim = str_present(claim),
                    .claim_kind = kind_parse(claim),
                    .outcome = outcome_parse(json_value_text(json_get(value, STR("outcome")))),
                    .has_count = json_get(value, STR("low")) != NULL,
                    .main = main && main->type == JSON_TRUE};
    if (out->has_count)
        out->count = (Interval){number_in(value, STR("low"), 0), number_in(value, STR("high"), INTERVAL_OPEN)};
    out->evidence = (Span){(uint32_t)number_in(value, STR("start"), 0), (uint32_t)number_in(value, STR("end"), 0)};
    return out->kind != TARGET_NONE && out->id.len > 0 && out->document.len > 0 && out->sha256.len > 0;
}
