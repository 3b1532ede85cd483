/* api_situation — situations as JSON: which there are, one whole, its incidents, its lists, in every form of export. */
#include "assemble/situation/former.h"
#include "report/export.h"
#include "report/json.h"
#include "report/json_parts.h"
#include "serve/api/api.h"
#include "serve/frame/core.h"
#include "serve/frame/live.h"
#include "serve/frame/routes.h"

static void show_me(Request *request, Reply *reply)
{
    Json j = api_open(reply);
    json_open(&j, '{');
    json_str(&j, "person", request->person.name);
    json_str(&j, "role", role_name(request->person.role));
    json_bool(&j, "by_token", request->by_token);
    json_close(&j, '}');
}

static void show_situations(Request *request, Reply *reply)
{
    Error err = {0};
    StoreSituation *all = NULL;
    size_t count = 0;
    if (!store_situations(request->store, request->arena, &all, &count, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf version = {0};
    buf_hex(&version, live_version(request->desk->live), 16);
    Json j = api_open(reply);
    json_open(&j, '{');
    json_str(&j, "version", buf_str(&version));
    json_open_key(&j, "situations", '[');
    for (size_t i = 0; i < count; i++) {
        json_open(&j, '{');
        json_str(&j, "name", all[i].name);
        json_close(&j, '}');
    }
    json_close(&j, ']');
    json_close(&j, '}');
    buf_free(&version);
}

/* The edition of the path's situation; NULL: the reply says why. */
static const Situation *edition_of(Request *request, Reply *reply)
{
    int64_t situation = request_situation(request, reply);
    return situation != 0 ? request_edition(request, reply, situation) : NULL;
}

static void show_situation(Request *request, Reply *reply)
{
    const Situation *s = edition_of(request, reply);
    if (!s)
        return;
    reply->type = "application/json";
    json_situation(&reply->body, s);
    buf_char(&reply->body, '\n');
}

static void show_export(Request *request, Reply *reply)
{
    const ExportFormat *format = export_format(request_parameter(request, "format"));
    if (!format) {
        reply_error(request, reply, 404, "There is no such form.",
                    "Take json, csv, geojson, hxl, ged, acled, claimreview or markdown.");
        return;
    }
    const Situation *s = edition_of(request, reply);
    if (!s)
        return;
    Buf name = {0};
    buf_put(&name, STR("attachment; filename=\"situation"));
    buf_put(&name, str_from(format->ending));
    buf_char(&name, '"');
    reply_header(reply, "Content-Disposition", arena_copy(request->arena, buf_str(&name)));
    buf_free(&name);
    reply->type = format->type;
    export_write(&reply->body, format, s);
}

/* ---- incidents ---- */

static Str claim_id(const void *owner, uint32_t index)
{
    return ((const Situation *)owner)->claims[index].claim->id;
}

static Str incident_id(const void *owner, int32_t index)
{
    return index < 0 ? STR_NONE : ((const Situation *)owner)->incidents[index].id;
}

static void put_incident(Json *j, const Situation *s, const Incident *incident)
{
    JsonIds ids = {s, claim_id, incident_id};
    json_open(j, '{');
    json_incident_fields(j, incident, &ids);
    json_close(j, '}');
}

static void show_incidents(Request *request, Reply *reply)
{
    const Situation *s = edition_of(request, reply);
    if (!s)
        return;
    size_t from = (size_t)request_number(request, "from", 0, (int64_t)s->incident_count);
    size_t limit = api_limit(request);
    size_t end = s->incident_count - from > limit ? from + limit : s->incident_count;
    Json j = api_rows_open(reply);
    for (size_t i = from; i < end; i++)
        put_incident(&j, s, &s->incidents[i]);
    api_rows_close(&j, end < s->incident_count ? (int64_t)end : 0);
}

static void show_incident(Request *request, Reply *reply)
{
    const Situation *s = edition_of(request, reply);
    Str id = request_parameter(request, "incident");
    int32_t at = s ? incident_by_id(s, id, request->arena) : -1;
    if (at >= 0) {
        Json j = api_open(reply);
        put_incident(&j, s, &s->incidents[at]);
    } else if (s) {
        reply_error(request, reply, 404, "The situation has no such incident.",
                    "Take its id from the list of incidents.");
    }
}

static const FormField PAGE_FIELDS[] = {{"from", "the row to begin with, from 0"}, {"limit", "rows, at most 200"}, {0}};

const Route API_SITUATION_ROUTES[] = {
    {.method = "GET", .path = "/api/me", .least = ROLE_READER, .handle = show_me, .summary = "Who asks", .gives = "Me"},
    {.method = "GET",
     .path = "/api/situations",
     .least = ROLE_READER,
     .handle = show_situations,
     .summary = "All situations",
     .gives = "Situations"},
    {.method = "GET",
     .path = "/api/situations/{situation}",
     .least = ROLE_READER,
     .handle = show_situation,
     .shared = true,
     .summary = "A situation, whole: as report --json",
     .gives = "Situation"},
    {.method = "GET",
     .path = "/api/situations/{situation}/incidents",
     .least = ROLE_READER,
     .handle = show_incidents,
     .shared = true,
     .summary = "Incidents, most reported first",
     .fields = PAGE_FIELDS,
     .gives = "Incidents"},
    {.method = "GET",
     .path = "/api/situations/{situation}/incidents/{incident}",
     .least = ROLE_READER,
     .handle = show_incident,
     .shared = true,
     .summary = "One incident",
     .gives = "Incident"},
    {.method = "GET",
     .path = "/api/situations/{situation}/export/{format}",
     .least = ROLE_READER,
     .handle = show_export,
     .shared = true,
     .summary = "The situation in a form that others read",
     .gives = "*/*"},
    {0},
};
