/* What was just decided, and which figures it moved, with a way to undo it: on the page that a decision leads back to. */
#include "serve/screen_decide.h"

/* The decision of that number, if the person of the request made it. False: there is none. */
static bool own_decision(const Screen *s, int64_t seq, StoreDecision *out)
{
    StoreDecision *all = NULL;
    size_t count = 0;
    if (seq < 1 || !store_decisions(s->request->store, seq - 1, s->request->arena, &all, &count, NULL) || count == 0)
        return false;
    *out = all[0];
    return out->seq == seq && out->situation == s->situation && str_equal(out->person, s->request->person.name);
}

/* What undoing would move, read the other way round. */
static void moved_figures(const Screen *s, const StoreDecision *d)
{
    View effect;
    Buf seq = {0};
    buf_int(&seq, d->seq);
    StoreDecision undo = {.made_at = s->request->now,
                          .situation = s->situation,
                          .person = d->person,
                          .action = STR("undo"),
                          .target = arena_copy(s->request->arena, buf_str(&seq)),
                          .reason = STR("shown")};
    buf_free(&seq);
    if (!store_effect(s->request->store, &undo, s->request->arena, &effect, NULL))
        return;
    if (effect.row_count == 0)
        screen_put(s, "<p class=\"quiet\">No figure moved.</p>\n");
    for (size_t i = 0; i < effect.row_count; i++) {
        Str was = view_named(&effect, i, "best");
        Str now = view_named(&effect, i, "best_before");
        screen_put(s, "<p>");
        screen_cell(s, &effect, i);
        screen_put(s, ": best ");
        screen_text(s, was.len > 0 ? was : STR("none"));
        screen_put(s, " \xE2\x86\x92 <strong>");
        screen_text(s, now.len > 0 ? now : STR("none"));
        screen_put(s, "</strong></p>\n");
    }
}

void screen_flash(const Screen *s)
{
    StoreDecision d;
    if (!own_decision(s, request_number(s->request, "decided", 0, INT32_MAX), &d))
        return;
    screen_put(s, "<div class=\"flash\" role=\"status\"><p>Kept: <strong>");
    screen_text(s, d.action);
    screen_put(s, "</strong>, <q>");
    screen_text(s, d.reason);
    screen_put(s, "</q></p>\n");
    moved_figures(s, &d);
    if (d.undone_by == 0)
        screen_undo(s, &d);
    screen_put(s, "</div>\n");
}
