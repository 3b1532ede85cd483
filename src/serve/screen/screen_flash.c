/* What was just decided, and which figures it moved, with a way to undo it: on the page that a decision leads back to. */
#include "serve/screen/screen_decide.h"

/* The person's own decisions of that number and on to the number through: those on a claim and its copies. NULL: there is none. */
static const StoreDecision *own_decisions(const Screen *s, int64_t seq, int64_t through, size_t *count)
{
    StoreDecision *all = NULL;
    size_t last = 0;
    *count = 0;
    if (seq < 1 || !store_decisions(s->request->store, seq - 1, s->request->arena, &all, &last, NULL) || last == 0 ||
        all[0].seq != seq)
        return NULL;
    while (*count < last && (*count == 0 || all[*count].seq <= through) && all[*count].situation == s->situation &&
           str_equal(all[*count].person, s->request->person.name))
        ++*count;
    return *count > 0 ? all : NULL;
}

/* What undoing them would move, read the other way round. */
static void moved_figures(const Screen *s, const StoreDecision *all, size_t count)
{
    View effect;
    Arena *arena = s->request->arena;
    StoreDecision *undo = ARENA_ARRAY(arena, StoreDecision, count + 1);
    size_t standing = 0;
    for (size_t i = 0; i < count; i++) {
        if (all[i].undone_by != 0)
            continue;
        undo[standing++] = (StoreDecision){.made_at = s->request->now,
                                           .situation = s->situation,
                                           .person = all[i].person,
                                           .action = STR("undo"),
                                           .target = screen_digits(all[i].seq, arena),
                                           .reason = STR("shown")};
    }
    if (standing == 0 || !store_effect_all(s->request->store, undo, standing, arena, &effect, NULL))
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
    size_t count = 0;
    int64_t seq = request_number(s->request, "decided", 0, INT32_MAX);
    const StoreDecision *all = own_decisions(s, seq, request_number(s->request, "through", 0, INT32_MAX), &count);
    if (!all)
        return;
    screen_put(s, "<div class=\"flash\" role=\"status\"><p>Kept: <strong>");
    screen_text(s, all[0].action);
    screen_put(s, "</strong>, <q>");
    screen_text(s, all[0].reason);
    screen_put(s, "</q>");
    if (count > 1) {
        screen_put(s, ", on it and ");
        buf_format(s->out, count == 2 ? "one copy" : "%zu copies", count - 1);
    }
    screen_put(s, "</p>\n");
    moved_figures(s, all, count);
    if (all[0].undone_by == 0)
        screen_undo(s, &all[0], all[count - 1].seq);
    screen_put(s, "</div>\n");
}
