/* Decisions that were made: what they say, and a button that takes them back. */
#include "read/json_value.h"
#include "serve/screen/screen_decide.h"

static bool is_anchor(Str key)
{
    static const char *const KEYS[] = {"anchor", "other", "parts", "rest"};
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++)
        if (str_equal(str_from(KEYS[i]), key))
            return true;
    return false;
}

static void put_plain(const Screen *s, const JsonValue *value);

/* "place Goma, class civilian" */
static void put_members(const Screen *s, const JsonValue *value, bool keyed)
{
    bool any = false;
    for (const JsonValue *item = value->first; item; item = item->next) {
        if (keyed && is_anchor(item->key))
            continue;
        screen_put(s, any ? ", " : "");
        any = true;
        if (keyed && !str_equal(item->key, STR("text"))) { /* a note is its text */
            screen_text(s, item->key);
            screen_put(s, " ");
        }
        put_plain(s, item);
    }
}

/* {"low": 26, "high": null} as a figure reads: "at least 26". False: it is none. */
static bool put_figure(const Screen *s, const JsonValue *value)
{
    const JsonValue *low = json_get(value, STR("low"));
    const JsonValue *high = json_get(value, STR("high"));
    Interval figure = {0, INTERVAL_OPEN};
    if (!low || !high || !str_number(low->text, &figure.low) ||
        (high->type != JSON_NULL && !str_number(high->text, &figure.high)))
        return false;
    words_interval(s->out, figure);
    return true;
}

static void put_plain(const Screen *s, const JsonValue *value)
{
    switch (value->type) {
    case JSON_NULL: screen_put(s, "none"); return;
    case JSON_FALSE: screen_put(s, "no"); return;
    case JSON_TRUE: screen_put(s, "yes"); return;
    case JSON_NUMBER:
    case JSON_STRING: screen_text(s, value->text); return;
    case JSON_ARRAY: put_members(s, value, false); return;
    case JSON_OBJECT:
        if (!put_figure(s, value))
            put_members(s, value, true);
        return;
    }
}

void screen_decision_value(const Screen *s, Str value)
{
    JsonValue parsed;
    JsonProblem problem;
    if (!str_present(value) || !json_parse(s->request->arena, value, &parsed, &problem))
        return;
    screen_put(s, " <span class=\"quiet\">");
    put_plain(s, &parsed);
    screen_put(s, "</span>");
}

void screen_undo(const Screen *s, const StoreDecision *d, int64_t through)
{
    Buf action = {0};
    buf_put(&action, s->base);
    buf_put(&action, STR("/decide"));
    layout_form(s->out, s->request, arena_copy(s->request->arena, buf_str(&action)));
    screen_hidden(s, "action", STR("undo"));
    screen_hidden_number(s, "target", d->seq);
    if (through > d->seq)
        screen_hidden_number(s, "through", through);
    screen_hidden_number(s, "seen", store_last_decision(s->request->store, s->situation, d->target));
    screen_hidden(s, "back", s->request->path);
    screen_hidden(s, "reason", STR("taken back"));
    screen_put(s, "<button data-undo>Undo</button></form>\n");
    buf_free(&action);
}

static void decision_item(const Screen *s, const StoreDecision *d)
{
    screen_put(s, d->undone_by > 0 ? "<li class=\"undone\">" : "<li>");
    screen_put(s, "<p><strong>");
    screen_text(s, d->action);
    screen_put(s, "</strong> by ");
    screen_text(s, d->person);
    screen_put(s, ", ");
    screen_moment(s, (Moment){.seconds = d->made_at, .precision = MOMENT_TIME});
    screen_decision_value(s, d->value);
    screen_put(s, "<br><q>");
    screen_text(s, d->reason);
    screen_put(s, "</q></p>\n");
    if (d->undone_by > 0)
        buf_format(s->out, "<p class=\"quiet\">Undone by decision %lld.</p>\n", (long long)d->undone_by);
    else if (screen_may(s, ROLE_CODER))
        screen_undo(s, d, 0);
    screen_put(s, "</li>\n");
}

void screen_decisions(const Screen *s, Str target)
{
    size_t count = 0;
    const StoreDecision *all = store_decisions_on(s->request->store, s->situation, target, s->request->arena, &count);
    screen_put(s, "<section aria-labelledby=\"decisions-h\"><h2 id=\"decisions-h\">Decisions</h2>\n");
    screen_put(s,
               count > 0 ? "<ol class=\"decisions\">\n" : "<p class=\"quiet\">Nobody has decided on this yet.</p>\n");
    for (size_t i = count; i-- > 0;)
        decision_item(s, &all[i]);
    screen_put(s, count > 0 ? "</ol></section>\n" : "</section>\n");
}
