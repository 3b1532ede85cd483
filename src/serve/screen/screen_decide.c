/* What becomes of a form that decides: shown what would move, or kept. */
#include "serve/screen/screen_decide.h"

#include "serve/frame/form.h"
#include "serve/frame/routes.h"

/* An id, or null where the field was left empty. */
static void put_id_or_null(Json *j, const char *name, Str value)
{
    if (value.len > 0)
        json_str(j, name, value);
    else
        json_null(j, name);
}

/* All boxes ticked under the name "report". */
static void put_reports(const Request *request, Json *j)
{
    Str rest = request->body;
    Str pair;
    json_open_key(j, "reports", '[');
    while (rest.len > 0 && str_cut(&rest, '&', &pair)) {
        Str name;
        Str value = pair;
        if (str_cut(&value, '=', &name) && str_present(value) && str_equal(name, STR("report")))
            json_str(j, NULL, form_decode(value, true, request->arena));
        if (!str_present(rest))
            break;
    }
    json_close(j, ']');
}

static bool is_independent(const Request *request)
{
    return str_equal(request_trimmed(request, "independent"), STR("1"));
}

/* The claim as it stands, for an independent reading as it was found; NULL where the target is none. */
static const Claim *target_claim(const Screen *s, Str id)
{
    Related *related = NULL;
    size_t count = 0;
    StoreExcerpt excerpt;
    if (!store_related(s->request->store, s->situation, id, s->request->arena, &related, &count, NULL) || count == 0 ||
        !store_excerpt(s->request->store, s->situation, &related[0].seq, 1, s->request->arena, &excerpt, NULL) ||
        excerpt.wanted[0] == UINT32_MAX)
        return NULL;
    const Claim *claim = excerpt.situation->claims[excerpt.wanted[0]].claim;
    bool found = is_independent(s->request) && claim->decided && claim->decided->found;
    return found ? claim->decided->found : claim;
}

static void put_edit(const Screen *s, Str target, Json *j)
{
    screen_put_edit(s, target_claim(s, target), j);
}

static void put_merge(const Screen *s, Str target, Json *j)
{
    (void)target;
    json_str(j, "with", request_trimmed(s->request, "with"));
}

static void put_split(const Screen *s, Str target, Json *j)
{
    (void)target;
    put_reports(s->request, j);
}

static void put_move(const Screen *s, Str target, Json *j)
{
    (void)target;
    put_id_or_null(j, "to", request_trimmed(s->request, "to"));
}

static void put_copy(const Screen *s, Str target, Json *j)
{
    (void)target;
    put_id_or_null(j, "of", request_trimmed(s->request, "of"));
}

static void put_origin(const Screen *s, Str target, Json *j)
{
    (void)target;
    json_str(j, "speaker", request_trimmed(s->request, "speaker"));
}

static void put_note(const Screen *s, Str target, Json *j)
{
    (void)target;
    json_str(j, "text", request_trimmed(s->request, "text"));
}

static void put_add(const Screen *s, Str target, Json *j)
{
    screen_put_passage(s, target, j);
    screen_put_edit(s, NULL, j);
}

static void put_place(const Screen *s, Str target, Json *j)
{
    (void)target;
    screen_put_place(s, NULL, j);
}

static void put_day(const Screen *s, Str target, Json *j)
{
    Str last = request_trimmed(s->request, "last");
    (void)target;
    json_str(j, "first", request_trimmed(s->request, "first"));
    if (last.len > 0)
        json_str(j, "last", last);
}

/* What is decided here, and the members of the value that its form gives; NULL: none. */
static const struct {
    const char *action;
    void (*put)(const Screen *s, Str target, Json *j);
} ACTIONS[] = {
    {"accept", NULL},     {"edit", put_edit}, {"reject", NULL},     {"unverifiable", NULL}, {"merge", put_merge},
    {"split", put_split}, {"move", put_move}, {"copy", put_copy},   {"origin", put_origin}, {"note", put_note},
    {"add", put_add},     {"undo", NULL},     {"place", put_place}, {"day", put_day},
};
enum { ACTION_COUNT = sizeof ACTIONS / sizeof *ACTIONS };

static size_t action_number(Str name)
{
    size_t i = 0;
    while (i < ACTION_COUNT && !str_equal(str_from(ACTIONS[i].action), name))
        i++;
    return i;
}

static void put_value(const Screen *s, const StoreDecision *d, Json *j)
{
    size_t number = action_number(d->action);
    if (number < ACTION_COUNT && ACTIONS[number].put)
        ACTIONS[number].put(s, d->target, j);
    if (is_independent(s->request))
        json_bool(j, "independent", true);
}

/* STR_NONE where there is nothing in it: most actions need no value. */
static Str value_of(const Screen *s, const StoreDecision *d)
{
    Buf out = {0};
    Json j = {.out = &out};
    json_open(&j, '{');
    put_value(s, d, &j);
    json_close(&j, '}');
    Str value = out.len > 2 ? arena_copy(s->request->arena, buf_str(&out)) : STR_NONE;
    buf_free(&out);
    return value;
}

static StoreDecision decision_of(const Screen *s)
{
    const Request *r = s->request;
    StoreDecision d = {.made_at = r->now,
                       .situation = s->situation,
                       .person = r->person.name,
                       .action = request_trimmed(r, "action"),
                       .target = request_trimmed(r, "target"),
                       .reason = request_trimmed(r, "reason")};
    d.value = value_of(s, &d);
    return d;
}

/* What a form decides: one thing, or the same on a claim and its copies, or several taken back together. */
typedef struct {
    StoreDecision *items;
    int64_t *seen; /* of each: the last decision on its target that the person saw */
    size_t count;
} Decisions;

/* What the field says, 0 where it says nothing. */
static int64_t number_of(const Request *request, const char *name)
{
    int64_t number = 0;
    return str_number(request_trimmed(request, name), &number) ? number : 0;
}

static void add_decision(Decisions *all, StoreDecision d, Str target, int64_t seen)
{
    d.target = target;
    all->items[all->count] = d;
    all->seen[all->count++] = seen;
}

/* The same on every claim that repeats it. */
static void add_copies(const Screen *s, Decisions *all)
{
    size_t count = 0;
    StoreDecision first = all->items[0];
    const Str *copies =
        store_copies(s->request->store, s->situation, first.target, DECISIONS_AT_ONCE - 1, s->request->arena, &count);
    for (size_t i = 0; i < count; i++)
        add_decision(all, first, copies[i], number_of(s->request, "newest"));
}

/* Those that were made with it and stand, up to "through". */
static void add_others_undone(const Screen *s, Decisions *all)
{
    StoreDecision *later = NULL;
    size_t count = 0;
    int64_t seq = number_of(s->request, "target");
    int64_t through = number_of(s->request, "through");
    StoreDecision first = all->items[0];
    if (seq < 1 || through <= seq || !store_decisions(s->request->store, seq, s->request->arena, &later, &count, NULL))
        return;
    for (size_t i = 0; i < count && later[i].seq <= through && all->count < DECISIONS_AT_ONCE; i++) {
        if (later[i].undone_by != 0 || later[i].situation != s->situation || !str_equal(later[i].person, first.person))
            continue;
        add_decision(all, first, screen_digits(later[i].seq, s->request->arena), through);
    }
}

static Decisions decisions_of(const Screen *s)
{
    Arena *arena = s->request->arena;
    Decisions all = {ARENA_ARRAY(arena, StoreDecision, DECISIONS_AT_ONCE),
                     ARENA_ARRAY(arena, int64_t, DECISIONS_AT_ONCE), 0};
    StoreDecision first = decision_of(s);
    add_decision(&all, first, first.target, number_of(s->request, "seen"));
    if (str_equal(request_trimmed(s->request, "copies"), STR("1")))
        add_copies(s, &all);
    if (str_equal(first.action, STR("undo")))
        add_others_undone(s, &all);
    return all;
}

/* The form's address to return to, if it is one of this situation; else the situation. */
static Str way_back(const Screen *s)
{
    Str back = request_trimmed(s->request, "back");
    bool ours = str_begins(back, s->base) && str_find(back, STR(".."), 0) == SIZE_MAX &&
                (back.len == s->base.len || back.ptr[s->base.len] == '/');
    return ours ? back : s->base;
}

/* ---- what would move ---- */

void screen_effect(const Screen *s, const View *effect)
{
    if (effect->row_count == 0) {
        screen_put(s, "<p class=\"effect-none\">No figure would move.</p>\n");
        return;
    }
    screen_put(s, "<ul class=\"effect-list\">\n");
    for (size_t i = 0; i < effect->row_count; i++) {
        screen_put(s, "<li>");
        screen_cell(s, effect, i);
        screen_put(s, ": <strong>");
        screen_text(s, view_named(effect, i, "text"));
        screen_put(s, "</strong> <span class=\"quiet\">\xC2\xB7 ");
        screen_plain(s, plain_incident, view_named(effect, i, "name"));
        screen_put(s, "</span></li>\n");
    }
    screen_put(s, "</ul>\n");
}

/* The form again, its fields hidden, to be sent once more as a decision. */
static void confirm_form(const Screen *s)
{
    Str rest = s->request->body;
    Str pair;
    Buf action = {0};
    buf_put(&action, s->base);
    buf_put(&action, STR("/decide"));
    layout_form(s->out, s->request, arena_copy(s->request->arena, buf_str(&action)));
    buf_free(&action);
    while (rest.len > 0 && str_cut(&rest, '&', &pair)) {
        Str name;
        Str value = pair;
        bool kept = str_cut(&value, '=', &name) && str_present(value) && !str_equal(name, STR("form_token")) &&
                    !str_equal(name, STR("step"));
        if (kept) {
            screen_put(s, "<input type=\"hidden\" name=\"");
            screen_text(s, form_decode(name, true, s->request->arena));
            screen_put(s, "\" value=\"");
            screen_text(s, form_decode(value, true, s->request->arena));
            screen_put(s, "\">");
        }
        if (!str_present(rest))
            break;
    }
    screen_put(s, "<p class=\"do\"><button class=\"main\">Decide</button> <a href=\"");
    screen_text(s, way_back(s));
    screen_put(s, "\">Leave it</a></p></form>\n");
}

/* A form that is not filled in yet is no mistake: it is told what to do. Else what is wrong, without the field's name in the store. */
static void why_no_effect(const Screen *s, Str action, Str problem)
{
    static const struct {
        const char *action;
        const char *field; /* that the form must fill in; NULL: any of it */
        const char *todo;
    } EMPTY[] = {{"edit", NULL, "Change what is otherwise."},
                 {"origin", "speaker", "Name the first speaker."},
                 {"merge", "with", "Choose the other incident."},
                 {"split", "reports", "Choose what becomes an incident of its own."},
                 {"place", "place", "Name the place."},
                 {"day", "first", "Give the day."},
                 {"add", NULL, "Mark the passage in the report."},
                 {"note", "text", "Write the note."}};
    static const Str FIELD = {"value: ", sizeof "value: " - 1};
    bool incomplete = str_begins(problem, STR("value: it "));
    for (size_t i = 0; i < sizeof EMPTY / sizeof *EMPTY; i++) {
        bool empty = EMPTY[i].field && request_trimmed(s->request, EMPTY[i].field).len == 0;
        if (!str_equal(action, str_from(EMPTY[i].action)) || !(incomplete || empty))
            continue;
        screen_text(s, str_from(EMPTY[i].todo));
        screen_put(s, " The figures that would move then stand here.");
        return;
    }
    screen_text(s, str_begins(problem, FIELD) ? str_drop(problem, FIELD.len) : problem);
}

/* Nobody has to say why before he has seen what would move. */
static void show_effect(Screen *s, const Decisions *all, bool alone)
{
    Error err = {0};
    View effect;
    if (!store_effect_all(s->request->store, all->items, all->count, s->request->arena, &effect, &err)) {
        if (!alone || err.kind != ERROR_USAGE) {
            reply_failed(s->request, s->reply, &err);
            return;
        }
        screen_put(s, "<p class=\"quiet\">");
        why_no_effect(s, all->items[0].action, str_from(err.text));
        screen_put(s, "</p>\n");
        return;
    }
    if (alone) {
        screen_effect(s, &effect);
        return;
    }
    screen_open(s, "What would move", NULL);
    screen_effect(s, &effect);
    confirm_form(s);
    screen_close(s);
}

/* ---- deciding ---- */

static void overtaken(Screen *s, const StoreDecision *d, const StoreDecision *since)
{
    s->reply->status = 409;
    screen_open(s, "Somebody else decided meanwhile", NULL);
    screen_put(s, "<p><strong>");
    screen_text(s, since->person);
    screen_put(s, "</strong> decided <strong>");
    screen_text(s, since->action);
    screen_put(s, "</strong>: <q>");
    screen_text(s, since->reason);
    screen_put(s, "</q></p>\n<p>Yours was not kept: <strong>");
    screen_text(s, d->action);
    screen_put(s, "</strong>, <q>");
    screen_text(s, d->reason);
    screen_put(s, "</q>. Look at the claim as it stands now, then decide again if you still see it otherwise.</p>\n"
                  "<p><a class=\"button\" href=\"");
    screen_text(s, way_back(s));
    screen_put(s, "\">See it as it stands</a></p>\n");
    screen_close(s);
}

static void back_with(Screen *s, const Decisions *all)
{
    Buf path = {0};
    buf_put(&path, way_back(s));
    buf_format(&path, "?decided=%lld", (long long)all->items[0].seq);
    if (all->count > 1)
        buf_format(&path, "&through=%lld", (long long)all->items[all->count - 1].seq);
    reply_redirect(s->request, s->reply, arena_copy(s->request->arena, buf_str(&path)));
    buf_free(&path);
}

static bool may_settle(const Screen *s, const Decisions *all)
{
    for (size_t i = 0; i < all->count && !screen_may(s, ROLE_EDITOR); i++)
        if (store_settles(s->request->store, &all->items[i]))
            return false;
    return true;
}

static void decide(Screen *s, const Decisions *all)
{
    Error err = {0};
    StoreDecision since = {0};
    if (!may_settle(s, all)) {
        reply_error(s->request, s->reply, 403, "Coders read this claim differently: an editor settles it.",
                    "Leave a note for the editor if you know more.");
        return;
    }
    switch (store_decide_all(s->request->store, all->items, all->seen, all->count, &since, s->request->arena, &err)) {
    case DECIDE_KEPT: back_with(s, all); return;
    case DECIDE_REFUSED: reply_failed(s->request, s->reply, &err); return;
    case DECIDE_OVERTAKEN: overtaken(s, &all->items[0], &since); return;
    }
}

static void take_decision(Request *request, Reply *reply)
{
    Screen s;
    if (!screen_begin(&s, request, reply))
        return;
    Decisions all = decisions_of(&s);
    Str step = request_trimmed(request, "step");
    if (action_number(all.items[0].action) == ACTION_COUNT)
        reply_error(request, reply, 400, "That is nothing to decide.", "Go back and choose one of the forms.");
    else if (str_equal(step, STR("effect")) || str_equal(step, STR("preview")))
        show_effect(&s, &all, str_equal(step, STR("effect")));
    else if (all.items[0].reason.len == 0)
        reply_error(request, reply, 400, "A decision needs a reason.", "Go back and say why, in a few words.");
    else
        decide(&s, &all);
}

static const FormField FIELDS[] = {
    {"action", "accept, edit, reject, unverifiable, merge, split, move, copy, origin, place, day, add, note or undo"},
    {"target", "id of a claim, incident or report; of an undo the decision's number"},
    {"seen", "number of the last decision on the target that you saw, 0 for none"},
    {"copies", "1: of a claim, on all that repeat it, too; all or none"},
    {"newest", "with copies: number of the situation's last decision that you saw"},
    {"through", "of an undo: the last of your decisions that are taken back together"},
    {"reason", "why, in a few words"},
    {"step", "preview or effect: which figures would move; else: decide"},
    {"back", "the page to return to"},
    {0},
};

const Route DECIDE_ROUTES[] = {
    {.method = "POST",
     .path = "/s/{situation}/decide",
     .least = ROLE_CODER,
     .handle = take_decision,
     .writes = true,
     .fields = FIELDS,
     .summary = "Decide, or see what a decision would move"},
    {0},
};
