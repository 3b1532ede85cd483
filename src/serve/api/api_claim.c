/* api_claim — claims and reports as JSON, a page at a time, from the book's rows: as quick in a large book as in a small one. */
#include "report/json_parts.h"
#include "serve/api/api.h"
#include "serve/frame/claim_filter.h"
#include "serve/frame/routes.h"
#include "store/browse.h"
#include "store/excerpt.h"
#include "store/former_claim.h"

/* The path's situation, its rows up to date; 0: the reply says why. */
static int64_t ready(Request *request, Reply *reply)
{
    Error err = {0};
    int64_t situation = request_situation(request, reply);
    if (situation == 0 || store_assemble(request->store, situation, &err))
        return situation;
    reply_failed(request, reply, &err);
    return 0;
}

/* ---- claims ---- */

/* Its fields, without the braces. */
static void put_claim(Json *j, const Situation *s, uint32_t number)
{
    const SituationClaim *claim = &s->claims[number];
    const Document *document = s->documents[claim->document].extraction->document;
    Str incident = claim->incident >= 0 ? s->incidents[claim->incident].id : STR_NONE;
    json_claim_fields(j, claim->claim, document, incident, STR_NONE);
    json_str(j, "document", document->id);
    json_str(j, "passage", span_text(document->text, claim->claim->evidence));
}

static void show_claims(Request *request, Reply *reply)
{
    Error err = {0};
    ClaimSeqs page;
    StoreExcerpt excerpt;
    int64_t situation = ready(request, reply);
    if (situation == 0)
        return;
    ClaimFilter filter = claim_filter(request, situation, api_limit(request));
    if (!store_claims(request->store, situation, &filter, request->arena, &page, &err) ||
        !store_excerpt(request->store, situation, page.seqs, page.count, request->arena, &excerpt, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Json j = api_rows_open(reply);
    for (size_t i = 0; i < page.count; i++) {
        if (excerpt.wanted[i] == UINT32_MAX)
            continue;
        json_open(&j, '{');
        put_claim(&j, excerpt.situation, excerpt.wanted[i]);
        json_close(&j, '}');
    }
    api_rows_close(&j, page.next);
}

static void put_related(Json *j, const Related *related, size_t count, const StoreExcerpt *excerpt)
{
    static const char *const NAMES[] = {
        [RELATION_SELF] = "self",       [RELATION_LATER] = "later", [RELATION_ORIGIN] = "origin",
        [RELATION_EARLIER] = "earlier", [RELATION_COPY] = "copy",   [RELATION_COMPETING] = "competing"};
    json_open_key(j, "related", '[');
    for (size_t i = 1; i < count; i++) {
        if (excerpt->wanted[i] == UINT32_MAX)
            continue;
        json_open(j, '{');
        json_str(j, "relation", str_from(NAMES[related[i].relation]));
        json_str(j, "id", excerpt->situation->claims[excerpt->wanted[i]].claim->id);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void show_claim(Request *request, Reply *reply)
{
    Error err = {0};
    Related *related = NULL;
    size_t count = 0;
    StoreExcerpt excerpt = {0};
    int64_t situation = ready(request, reply);
    if (situation == 0)
        return;
    Str id = request_parameter(request, "claim");
    bool ok = store_related(request->store, situation, id, request->arena, &related, &count, &err);
    if (ok && count == 0) /* it may be called otherwise by now */
        id = store_former_claim(request->store, situation, id, request->arena);
    if (ok && count == 0 && str_present(id))
        ok = store_related(request->store, situation, id, request->arena, &related, &count, &err);
    uint32_t *seqs = ARENA_ARRAY(request->arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        seqs[i] = related[i].seq;
    ok = ok && (count == 0 || store_excerpt(request->store, situation, seqs, count, request->arena, &excerpt, &err));
    if (!ok) {
        reply_failed(request, reply, &err);
    } else if (count == 0 || excerpt.wanted[0] == UINT32_MAX) {
        reply_error(request, reply, 404, "The situation has no such claim.", "Take its id from the list of claims.");
    } else {
        Json j = api_open(reply);
        json_open(&j, '{');
        put_claim(&j, excerpt.situation, excerpt.wanted[0]);
        put_related(&j, related, count, &excerpt);
        json_close(&j, '}');
    }
}

/* ---- reports ---- */

/* Its fields, without the braces. */
static void put_report(Json *j, const ReportRow *row)
{
    json_str(j, "id", row->name);
    json_int(j, "key", row->key);
    json_str(j, "title", row->title);
    json_str(j, "publisher", row->publisher);
    json_str(j, "url", row->url);
    json_moment(j, "published", row->published);
    json_moment(j, "read_at", row->read);
    json_int(j, "claims", (int64_t)row->claims);
    json_str(j, "copy_of", row->copy_of);
}

static void show_documents(Request *request, Reply *reply)
{
    Error err = {0};
    ReportRows page;
    int64_t situation = ready(request, reply);
    if (situation == 0)
        return;
    int64_t before = request_number(request, "before", 0, INT64_MAX / 2);
    if (!store_reports(request->store, situation, claim_filter_field(request, "words"), before, api_limit(request),
                       request->arena, &page, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Json j = api_rows_open(reply);
    for (size_t i = 0; i < page.count; i++) {
        json_open(&j, '{');
        put_report(&j, &page.rows[i]);
        json_close(&j, '}');
    }
    api_rows_close(&j, page.next);
}

static void show_document(Request *request, Reply *reply)
{
    Error err = {0};
    StoreExcerpt excerpt = {0};
    int64_t key = 0;
    int64_t situation = ready(request, reply);
    if (situation == 0)
        return;
    if (!str_number(request_parameter(request, "document"), &key))
        key = 0;
    if (!store_excerpt_report(request->store, situation, key, request->arena, &excerpt, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    const Situation *s = excerpt.situation;
    size_t at = 0;
    while (s && at < s->document_count && excerpt.documents[at] != key)
        at++;
    if (!s || at == s->document_count) {
        reply_error(request, reply, 404, "The situation has no such report.",
                    "Take its key from the list of documents.");
        return;
    }
    Json j = api_open(reply);
    json_open(&j, '{');
    json_int(&j, "key", key);
    json_document_fields(&j, s->documents[at].extraction);
    json_flags(&j, s->documents[at].extraction);
    json_int(&j, "claims", (int64_t)s->documents[at].extraction->claim_count);
    json_str(&j, "text", s->documents[at].extraction->document->text);
    json_close(&j, '}');
}

static const FormField CLAIM_FIELDS[] = {{"kind", "casualty, attack …"},
                                         {"outcome", "killed, injured …"},
                                         {"class", "civilian, security, militant …"},
                                         {"party", "government, medical …"},
                                         {"speaker", "part of the name"},
                                         {"place", "part of the name"},
                                         {"words", "in the passage"},
                                         {"incident", "its id"},
                                         {"from", "day"},
                                         {"to", "day"},
                                         {"once", "1: without copies"},
                                         {"before", "next of the page before"},
                                         {"limit", "rows, at most 200"},
                                         {0}};
static const FormField REPORT_FIELDS[] = {{"words", "in title, outlet, address or id"},
                                          {"before", "next of the page before"},
                                          {"limit", "rows, at most 200"},
                                          {0}};

const Route API_CLAIM_ROUTES[] = {
    {.method = "GET",
     .path = "/api/situations/{situation}/claims",
     .least = ROLE_READER,
     .handle = show_claims,
     .summary = "Claims, newest first",
     .fields = CLAIM_FIELDS,
     .gives = "Claims"},
    {.method = "GET",
     .path = "/api/situations/{situation}/claims/{claim}",
     .least = ROLE_READER,
     .handle = show_claim,
     .summary = "One claim, with what it stands beside",
     .gives = "Claim"},
    {.method = "GET",
     .path = "/api/situations/{situation}/documents",
     .least = ROLE_READER,
     .handle = show_documents,
     .summary = "Reports, newest first",
     .fields = REPORT_FIELDS,
     .gives = "Documents"},
    {.method = "GET",
     .path = "/api/situations/{situation}/documents/{document}",
     .least = ROLE_READER,
     .handle = show_document,
     .summary = "One report, with its text",
     .gives = "Document"},
    {0},
};
