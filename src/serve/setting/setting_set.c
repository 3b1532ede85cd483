#include "serve/setting/setting_set.h"

#include "report/words.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"

enum { REASON_MOST = 2000, SHOWN = 100 };

static void put_person(Buf *out, const StoreDecision *d)
{
    buf_put(out, STR(" by "));
    buf_html(out, d->person);
    buf_put(out, STR(", "));
    words_moment(out, (Moment){.seconds = d->made_at, .precision = MOMENT_TIME});
}

static bool is_undo(const StoreDecision *d)
{
    return str_equal(d->action, STR("undo"));
}

int64_t setting_flash(Buf *out, const Request *request, const SettingPage *page, const char *effect)
{
    size_t count = 0;
    int64_t seq = request_number(request, "set", 0, INT64_MAX / 2);
    const StoreDecision *all = store_settings(request->store, page->action, request->arena, &count);
    if (seq == 0 || count == 0 || all[count - 1].seq != seq)
        return 0;
    buf_put(out, STR("<div class=\"flash\" role=\"status\"><p>"));
    buf_format(out, "%s (decision %lld", is_undo(&all[count - 1]) ? "Taken back" : "Kept", (long long)seq);
    put_person(out, &all[count - 1]);
    buf_format(out, "). %s</p></div>\n", effect);
    return seq;
}

static void put_undo(Buf *out, const Request *request, const SettingPage *page, const StoreDecision *d)
{
    Buf action = {0};
    buf_format(&action, "%s/undo", page->path);
    layout_form(out, request, buf_str(&action));
    buf_format(
        out,
        "<input type=\"hidden\" name=\"decision\" value=\"%lld\"><button type=\"submit\" aria-label=\"Undo decision %lld\">Undo</button></form>\n",
        (long long)d->seq, (long long)d->seq);
    buf_free(&action);
}

static void put_decision(Buf *out, const Request *request, const SettingPage *page, const StoreDecision *d)
{
    buf_format(out, "<li%s><p><span class=\"quiet\">%lld</span> ", d->undone_by != 0 ? " class=\"undone\"" : "",
               (long long)d->seq);
    if (is_undo(d)) {
        buf_put(out, STR("took back decision "));
        buf_html(out, d->target);
    } else {
        page->put_value(out, d, request->arena);
    }
    put_person(out, d);
    buf_put(out, STR("<br><q>"));
    buf_html(out, d->reason);
    buf_put(out, STR("</q></p>\n"));
    if (d->undone_by != 0)
        buf_format(out, "<p class=\"quiet\">Undone by decision %lld.</p>\n", (long long)d->undone_by);
    else if (request->person.role >= page->least)
        put_undo(out, request, page, d);
    buf_put(out, STR("</li>\n"));
}

void setting_history(Buf *out, const Request *request, const SettingPage *page)
{
    size_t count = 0;
    const StoreDecision *all = store_settings(request->store, page->action, request->arena, &count);
    buf_put(out, STR("<h2>Who set what</h2>\n"));
    if (count == 0) {
        buf_put(out, STR("<p>Nothing was set for this book: it is as the program has it.</p>\n"));
        return;
    }
    buf_put(out, STR("<ol class=\"decisions\">\n"));
    for (size_t i = count; i > 0 && count - i < SHOWN; i--)
        put_decision(out, request, page, &all[i - 1]);
    buf_put(out, STR("</ol>\n"));
}

void setting_sign(Buf *out, const Request *request, const SettingPage *page, const char *button)
{
    size_t count = 0;
    const StoreDecision *all = store_settings(request->store, page->action, request->arena, &count);
    buf_format(out, "<input type=\"hidden\" name=\"seen\" value=\"%lld\">\n",
               (long long)(count > 0 ? all[count - 1].seq : 0));
    input_line(out, &(Input){.name = "reason",
                             .label = "Why",
                             .hint = "Signed with your name, in the log of the book.",
                             .value = request_field(request, "reason")});
    input_button(out, button);
}

static void say_overtaken(Request *request, Reply *reply, const StoreDecision *since)
{
    Buf what = {0};
    buf_put(&what, since->person);
    buf_put(&what, STR(" set it meanwhile: \xE2\x80\x9C"));
    buf_put(&what, since->reason);
    buf_put(&what, STR("\xE2\x80\x9D. Nothing was kept."));
    reply_error(request, reply, 409, arena_copy(request->arena, buf_str(&what)).ptr,
                "Go back and reload the page to see what holds now.");
    buf_free(&what);
}

static bool keep(Request *request, Reply *reply, const SettingPage *page, StoreDecision *decision, int64_t seen)
{
    Error err = {0};
    StoreDecision since = {0};
    Buf back = {0};
    DecideResult result = store_set(request->store, decision, seen, &since, request->arena, &err);
    switch (result) {
    case DECIDE_KEPT:
        buf_format(&back, "%s?set=%lld", page->path, (long long)decision->seq);
        reply_redirect(request, reply, buf_str(&back));
        break;
    case DECIDE_OVERTAKEN: say_overtaken(request, reply, &since); break;
    case DECIDE_REFUSED: reply_failed(request, reply, &err); break;
    }
    buf_free(&back);
    return result == DECIDE_KEPT;
}

void setting_lead_on(const Request *request, Reply *reply, Str more)
{
    for (size_t i = 0; i < reply->header_count; i++) {
        if (strcmp(reply->headers[i].name, "Location") != 0)
            continue;
        Buf path = {0};
        buf_put(&path, reply->headers[i].value);
        buf_put(&path, more);
        reply->headers[i].value = arena_copy(request->arena, buf_str(&path));
        buf_free(&path);
    }
}

static StoreDecision signed_by(const Request *request)
{
    return (StoreDecision){.made_at = request->now, .person = request->person.name};
}

bool setting_keep(Request *request, Reply *reply, const SettingPage *page, Str value)
{
    int64_t seen = 0;
    StoreDecision decision = signed_by(request);
    decision.action = str_from(page->action);
    decision.value = value;
    decision.reason = request_trimmed(request, "reason");
    if (decision.reason.len == 0 || decision.reason.len > REASON_MOST)
        reply_error(request, reply, 422, "Say why, in a few words.", "Go back: what you chose is still in the form.");
    else if (!str_number(request_trimmed(request, "seen"), &seen))
        reply_error(request, reply, 422, "The form is incomplete.", "Go back and reload the page.");
    else
        return keep(request, reply, page, &decision, seen);
    return false;
}

/* Only what the page itself sets: the roles of others may be higher. */
static bool is_of_page(const Request *request, const SettingPage *page, Str number)
{
    size_t count = 0;
    int64_t seq = 0;
    const StoreDecision *all = store_settings(request->store, page->action, request->arena, &count);
    bool is = false;
    for (size_t i = 0; i < count && str_number(number, &seq); i++)
        is = is || all[i].seq == seq;
    return is;
}

bool setting_undo(Request *request, Reply *reply, const SettingPage *page)
{
    StoreDecision decision = signed_by(request);
    decision.action = STR("undo");
    decision.target = request_trimmed(request, "decision");
    decision.reason = STR("taken back");
    if (is_of_page(request, page, decision.target))
        return keep(request, reply, page, &decision, INT64_MAX);
    reply_error(request, reply, 404, "There is no such setting.", "Go back and reload the page.");
    return false;
}
