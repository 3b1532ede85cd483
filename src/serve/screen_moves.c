/* Changes and conflicts: what needs more words than a table has room for. */
#include "serve/routes.h"
#include "serve/screen.h"

/* ---- changes ---- */

/* "7/21/open" as it is said: "7 to at least 21". What parties claim behind it stays as it is. */
static void level(const Screen *s, Str text)
{
    Str low;
    Str best;
    Str high;
    Str rest;
    if (text.len == 0) {
        screen_put(s, "nothing claimed");
        return;
    }
    size_t claims = str_find(text, STR(" ("), 0);
    Str numbers = claims == SIZE_MAX ? text : str_slice(text, 0, claims);
    rest = numbers;
    if (!str_cut(&rest, '/', &low) || !str_cut(&rest, '/', &best) || !str_present(rest)) {
        screen_text(s, text);
        return;
    }
    high = rest;
    bool blank = str_equal(best, STR("?"));
    screen_text(s, blank ? STR("no agreed figure") : best);
    if (!blank && (!str_equal(low, best) || !str_equal(high, best))) {
        screen_put(s, " <span class=\"quiet\">(");
        screen_text(s, low);
        screen_put(s, "\xE2\x80\x93");
        screen_text(s, high);
        screen_put(s, ")</span>");
    }
    if (claims != SIZE_MAX) {
        screen_put(s, " <span class=\"quiet\">");
        screen_text(s, str_drop(text, claims + 1));
        screen_put(s, "</span>");
    }
}

static void who_and_what(const Screen *s, const View *view, size_t row)
{
    Str victims = view_named(view, row, "class");
    VictimClass victim_class = class_parse(victims);
    screen_put(s, "<strong>");
    if (victims.len > 0 && victim_class != CLASS_UNKNOWN)
        buf_put(s->out, words_class(victim_class));
    else
        screen_text(s, victims.len > 0 ? victims : STR("all"));
    screen_put(s, ", ");
    screen_text(s, view_named(view, row, "outcome"));
    screen_put(s, ":</strong> ");
}

static void change_item(const Screen *s, const View *view, size_t row)
{
    screen_put(s, "<li data-item><p>");
    who_and_what(s, view, row);
    level(s, view_named(view, row, "from"));
    screen_put(s, " \xE2\x86\x92 ");
    level(s, view_named(view, row, "to"));
    screen_put(s, "</p>\n<p class=\"quiet\">");
    screen_moment(s, moment_parse(view_named(view, row, "time")));
    screen_put(s, " \xC2\xB7 ");
    screen_link(s, "/incidents", view_named(view, row, "incident"));
    screen_text(s, view_named(view, row, "name"));
    screen_put(s, "</a> \xC2\xB7 ");
    screen_text(s, view_named(view, row, "document"));
    screen_put(s, "</p>\n");
    if (view_named(view, row, "claim").len > 0) {
        screen_put(s, "<q class=\"passage\">");
        screen_link(s, "/claims", view_named(view, row, "claim"));
        screen_text(s, view_named(view, row, "passage"));
        screen_put(s, "</a></q>\n");
    }
    screen_put(s, "</li>\n");
}

enum { CHANGES_ON_A_PAGE = 100, CONFLICTS_ON_A_PAGE = 50 };

static void show_changes(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    View view;
    ListPart part = {.before = request_number(request, "before", 0, INT64_MAX / 2), .limit = CHANGES_ON_A_PAGE};
    if (!screen_begin(&s, request, reply))
        return;
    if (!store_list_newest(request->store, "changes", s.situation, &part, request->arena, &view, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    screen_open(&s, "Changes",
                "How figures moved as reports became known, the latest first: best, with low and high beside it.");
    if (view.row_count == 0)
        screen_empty(&s, "No figure has moved yet.",
                     "Each step of a figure will stand here with the report that moved it.");
    screen_put(&s, view.row_count > 0 ? "<ol class=\"steps-list\">\n" : "");
    for (size_t i = 0; i < view.row_count; i++)
        change_item(&s, &view, i);
    screen_put(&s, view.row_count > 0 ? "</ol>\n" : "");
    if (part.next > 0)
        screen_next(&s, part.next, "Earlier changes");
    screen_exports(&s, "changes");
    screen_close(&s);
}

/* ---- conflicts ---- */

static void conflict_item(const Screen *s, const Conflict *conflict)
{
    screen_put(s, "<li data-item><p><strong>");
    screen_text(s, conflict->note);
    screen_put(s, "</strong></p>\n<p class=\"quiet\">");
    buf_put(s->out, words_conflict(conflict->kind));
    if (conflict->claim_count > 0 && (conflict->kind == CONFLICT_WITHIN_PAGE || conflict->kind == CONFLICT_CALENDAR)) {
        screen_put(s, " \xC2\xB7 ");
        document_name(&s->page, claim_at(&s->page, conflict->claims[0])->document);
    }
    screen_put(s, "</p>\n<ul class=\"plain-list\">\n");
    for (size_t i = 0; i < conflict->claim_count; i++) {
        screen_put(s, "<li>");
        screen_claim_link(s, conflict->claims[i]);
        claim_sentence(&s->page, conflict->claims[i]);
        screen_put(s, "</a> <span class=\"quiet\">");
        claim_speaker(&s->page, conflict->claims[i]);
        screen_put(s, "</span>");
        screen_claim_marks(s, conflict->claims[i]);
        screen_put(s, "</li>\n");
    }
    screen_put(s, "</ul></li>\n");
}

static void show_conflicts(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    StoreExcerpt excerpt;
    int64_t from = request_number(request, "from", 0, UINT32_MAX);
    if (!screen_begin(&s, request, reply))
        return;
    if (!store_excerpt_conflicts(request->store, s.situation, from, CONFLICTS_ON_A_PAGE, request->arena, &excerpt,
                                 &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    const Situation *page = excerpt.situation;
    screen_open(&s, "Conflicts",
                "Claims that cannot all be true. Nothing is mended in silence: somebody has to decide.");
    screen_draw(&s, page);
    if (page->conflict_count == 0)
        screen_empty(
            &s, "Nothing conflicts.",
            "Where sums do not add up, a part is more than its whole, or two accounts exclude each other, it will stand here.");
    screen_put(&s, page->conflict_count > 0 ? "<ol class=\"steps-list\">\n" : "");
    for (size_t i = 0; i < page->conflict_count; i++)
        conflict_item(&s, &page->conflicts[i]);
    screen_put(&s, page->conflict_count > 0 ? "</ol>\n" : "");
    if (excerpt.next > 0)
        screen_onward(&s, excerpt.next, "Further conflicts");
    screen_exports(&s, "conflicts");
    screen_close(&s);
}

static const FormField CHANGES_FIELDS[] = {{"before", "changes before this number"}, {0}};
static const FormField CONFLICTS_FIELDS[] = {{"from", "conflicts from this number on"}, {0}};

const Route MOVES_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/changes",
     .least = ROLE_READER,
     .handle = show_changes,
     .fields = CHANGES_FIELDS,
     .summary = "How figures moved"},
    {.method = "GET",
     .path = "/s/{situation}/conflicts",
     .least = ROLE_READER,
     .handle = show_conflicts,
     .fields = CONFLICTS_FIELDS,
     .summary = "Claims that cannot all be true"},
    {0},
};
