/* api_decision — decisions as JSON: the log, and one more. */
#include "serve/api/api.h"
#include "serve/frame/routes.h"
#include "store/placed.h"

/* Its fields, without the braces. */
static void put_decision(Json *j, const StoreDecision *d)
{
    JsonProblem problem;
    JsonValue value;
    Arena *scratch = arena_create();
    json_int(j, "seq", d->seq);
    Buf time = {0};
    moment_write(&time, (Moment){.seconds = d->made_at, .precision = MOMENT_TIME});
    json_str(j, "made_at", buf_str(&time));
    json_str(j, "person", d->person);
    json_str(j, "action", d->action);
    json_str(j, "target", d->target);
    bool is_json = str_present(d->value) && json_parse(scratch, d->value, &value, &problem);
    json_raw(j, "value", is_json ? d->value : STR("null"));
    json_str(j, "reason", d->reason);
    buf_free(&time);
    arena_destroy(scratch);
}

static void show_decisions(Request *request, Reply *reply)
{
    Error err = {0};
    StoreDecision *all = NULL;
    size_t count = 0;
    int64_t situation = request_situation(request, reply);
    if (situation == 0)
        return;
    int64_t after = request_number(request, "after", 0, INT64_MAX / 2);
    if (!store_decisions(request->store, after, request->arena, &all, &count, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    size_t left = api_limit(request);
    int64_t next = 0;
    Json j = api_rows_open(reply);
    for (size_t i = 0; i < count; i++) {
        if (all[i].situation != situation && all[i].situation != 0)
            continue;
        if (left-- == 0) {
            next = all[i].seq - 1;
            break;
        }
        json_open(&j, '{');
        put_decision(&j, &all[i]);
        json_close(&j, '}');
    }
    api_rows_close(&j, next);
}

/* ---- one more ---- */

/* false: the reply says what is wrong with the body. */
static bool read_decision(Request *request, Reply *reply, StoreDecision *out, int64_t *seen)
{
    JsonValue body;
    JsonProblem problem;
    if (!json_parse(request->arena, request->body, &body, &problem) || body.type != JSON_OBJECT) {
        reply_error(request, reply, 400, "The body is no JSON object.",
                    "Send {\"action\": …, \"target\": …, \"reason\": …}.");
        return false;
    }
    const JsonValue *value = json_get(&body, STR("value"));
    const JsonValue *seq = json_get(&body, STR("seen"));
    *out = (StoreDecision){
        .made_at = request->now,
        .person = request->person.name,
        .action = json_value_text(json_get(&body, STR("action"))),
        .target = json_value_text(json_get(&body, STR("target"))),
        .reason = json_value_text(json_get(&body, STR("reason"))),
        .value = STR_NONE,
    };
    *seen = 0;
    if (seq && seq->type == JSON_NUMBER)
        (void)str_number(seq->text, seen);
    if (value && value->type == JSON_OBJECT)
        out->value = placed_value(value, desk_gazetteer(request->desk), request->arena);
    bool whole = str_present(out->action) && str_present(out->target) && str_present(out->reason) &&
                 str_trim(out->reason).len > 0;
    if (!whole)
        reply_error(request, reply, 422, "A decision needs an action, a target and a reason.",
                    "Send all three, each as a text.");
    return whole;
}

static void overtaken(Request *request, Reply *reply, const StoreDecision *since)
{
    (void)request;
    Json j = api_open(reply);
    reply->status = 409;
    json_open(&j, '{');
    json_int(&j, "status", 409);
    json_str(&j, "error", STR("Somebody else decided on this since you looked."));
    json_str(&j, "todo", STR("Look at their decision, then send yours with its seq as \"seen\"."));
    json_open_key(&j, "since", '{');
    put_decision(&j, since);
    json_close(&j, '}');
    json_close(&j, '}');
}

static void decide(Request *request, Reply *reply)
{
    Error err = {0};
    StoreDecision decision;
    StoreDecision since = {0};
    int64_t seen = 0;
    int64_t situation = request_situation(request, reply);
    if (situation == 0 || !read_decision(request, reply, &decision, &seen))
        return;
    decision.situation = situation;
    if (request->person.role < ROLE_EDITOR && store_settles(request->store, &decision)) {
        reply_error(request, reply, 403, "Coders read this claim differently: an editor settles it.",
                    "Send a note if you know more.");
        return;
    }
    switch (store_decide(request->store, &decision, seen, &since, request->arena, &err)) {
    case DECIDE_KEPT: {
        Json j = api_open(reply);
        reply->status = 201;
        json_open(&j, '{');
        put_decision(&j, &decision);
        json_close(&j, '}');
        return;
    }
    case DECIDE_OVERTAKEN: overtaken(request, reply, &since); return;
    case DECIDE_REFUSED: break;
    }
    if (err.kind == ERROR_USAGE)
        reply_error(request, reply, 422, err.text,
                    "Mend that and send it again; /openapi.json says what each action takes.");
    else
        reply_failed(request, reply, &err);
}

static const FormField LOG_FIELDS[] = {{"after", "decisions behind this seq"}, {"limit", "rows, at most 200"}, {0}};

const Route API_DECISION_ROUTES[] = {
    {.method = "GET",
     .path = "/api/situations/{situation}/decisions",
     .least = ROLE_READER,
     .handle = show_decisions,
     .summary = "The log of decisions",
     .fields = LOG_FIELDS,
     .gives = "Decisions"},
    {.method = "POST",
     .path = "/api/situations/{situation}/decisions",
     .least = ROLE_CODER,
     .handle = decide,
     .writes = true,
     .summary = "Decide. 409: somebody else did since \"seen\"",
     .takes = "NewDecision",
     .gives = "Decision"},
    {0},
};
