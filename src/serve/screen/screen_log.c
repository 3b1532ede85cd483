/* The activity log: every decision, newest first, what it is on, and a way to take it back. */
#include "serve/frame/routes.h"
#include "serve/screen/screen_decide.h"

enum { SHOWN = 100 };

static void put_target(const Screen *s, const View *log, size_t row)
{
    Str claim = view_named(log, row, "claim");
    Str incident = view_named(log, row, "incident");
    if (claim.len > 0) {
        screen_link(s, "/claims", claim);
        screen_put(s, "a claim</a>");
    } else if (incident.len > 0) {
        screen_link(s, "/incidents", incident);
        screen_put(s, "an incident</a>");
    } else {
        screen_put(s, "<code>");
        screen_text(s, view_named(log, row, "target"));
        screen_put(s, "</code>");
    }
}

static void put_state(const Screen *s, const View *log, size_t row)
{
    Str undone_by = view_named(log, row, "undone_by");
    int64_t seq = 0;
    (void)str_number(view_named(log, row, "seq"), &seq);
    if (undone_by.len > 0) {
        screen_put(s, "<p class=\"quiet\">Undone by decision ");
        screen_text(s, undone_by);
        screen_put(s, ".</p>\n");
        return;
    }
    if (str_equal(view_named(log, row, "attached"), STR("0")))
        screen_put(s, "<p class=\"quiet\">Not attached: nothing in the book is what it was made on any more.</p>\n");
    if (screen_may(s, ROLE_CODER))
        screen_undo(s, &(StoreDecision){.seq = seq, .target = view_named(log, row, "target")}, 0);
}

static void put_decision(const Screen *s, const View *log, size_t row)
{
    bool undone = view_named(log, row, "undone_by").len > 0;
    screen_put(s, undone ? "<li class=\"undone\" data-item id=\"decision-" : "<li data-item id=\"decision-");
    screen_text(s, view_named(log, row, "seq"));
    screen_put(s, "\">\n<p><span class=\"quiet\">");
    screen_text(s, view_named(log, row, "seq"));
    screen_put(s, "</span> <strong>");
    screen_text(s, view_named(log, row, "action"));
    screen_put(s, "</strong> on ");
    put_target(s, log, row);
    screen_put(s, " by ");
    screen_text(s, view_named(log, row, "person"));
    screen_put(s, ", ");
    screen_moment(s, moment_parse(view_named(log, row, "time")));
    screen_decision_value(s, view_named(log, row, "value"));
    screen_put(s, "<br><q>");
    screen_text(s, view_named(log, row, "reason"));
    screen_put(s, "</q></p>\n");
    put_state(s, log, row);
    screen_put(s, "</li>\n");
}

static void show_log(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    View log;
    ListPart part = {.before = request_number(request, "before", 0, INT64_MAX / 2), .limit = SHOWN};
    if (!screen_begin(&s, request, reply))
        return;
    if (!store_list_newest(request->store, "decisions", s.situation, &part, request->arena, &log, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    screen_open(
        &s, "Activity",
        "Every decision, signed and with its reason, newest first. The log is only added to; daybook verify checks that it is whole.");
    screen_flash(&s);
    if (log.row_count == 0)
        screen_empty(&s, "Nobody has decided anything yet.", "Decisions will stand here as they are made.");
    screen_put(&s, log.row_count > 0 ? "<ol class=\"decisions\">\n" : "");
    for (size_t i = 0; i < log.row_count; i++)
        put_decision(&s, &log, i);
    screen_put(&s, log.row_count > 0 ? "</ol>\n" : "");
    if (part.next > 0)
        screen_next(&s, part.next, "Earlier decisions");
    screen_exports(&s, "decisions");
    screen_close(&s);
}

static const FormField FIELDS[] = {{"before", "decisions before this number"}, {0}};

const Route LOG_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/log",
     .least = ROLE_READER,
     .handle = show_log,
     .fields = FIELDS,
     .summary = "Decisions, newest first"},
    {0},
};
