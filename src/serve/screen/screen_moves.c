/* Changes and conflicts: what needs more words than a table has room for. */
#include "serve/frame/routes.h"
#include "serve/screen/screen.h"

/* ---- changes ---- */

/* "7/21/open (government 37–70; armed group 12)": the numbers, and what parties claim beside them. */
typedef struct {
    Str numbers;
    Str claims; /* with "; " between; "" where none */
} Level;

static Level level_of(Str text)
{
    size_t at = str_find(text, STR(" ("), 0);
    if (at == SIZE_MAX)
        return (Level){text, STR("")};
    Str claims = str_drop(text, at + 2);
    return (Level){str_slice(text, 0, at), str_slice(claims, 0, claims.len > 0 ? claims.len - 1 : 0)};
}

/* "7/21/open" taken apart. False: it is none. */
static bool cut_ends(Str numbers, Str *low, Str *best, Str *high)
{
    *high = numbers;
    return numbers.len > 0 && str_cut(high, '/', low) && str_cut(high, '/', best) && str_present(*high);
}

static bool is_range(Str numbers)
{
    Str low;
    Str best;
    Str high;
    return cut_ends(numbers, &low, &best, &high) && !(str_equal(low, best) && str_equal(high, best));
}

/* "7/21/open" as it is said: "21 (7–open)"; with its range, too, where it has none but what stands beside it does. */
static void put_numbers(const Screen *s, Str numbers, bool ranged)
{
    Str low;
    Str best;
    Str high;
    if (!cut_ends(numbers, &low, &best, &high)) {
        screen_text(s, numbers.len > 0 ? numbers : STR("nothing claimed"));
        return;
    }
    if (str_equal(best, STR("?"))) {
        screen_put(s, "no agreed figure");
        return;
    }
    screen_text(s, best);
    if (!ranged)
        return;
    screen_put(s, " <span class=\"quiet\">(");
    screen_text(s, low);
    screen_put(s, "\xE2\x80\x93");
    screen_text(s, high);
    screen_put(s, ")</span>");
}

static bool has_claim(Str claims, Str wanted)
{
    Str item;
    while (plain_next_move(&claims, &item))
        if (str_equal(item, wanted))
            return true;
    return false;
}

/* What stands in the one list and not in the other. */
static void put_claims_without(const Screen *s, Str claims, Str others, const char *label)
{
    Str item;
    bool any = false;
    while (plain_next_move(&claims, &item)) {
        if (has_claim(others, item))
            continue;
        screen_put(s, any ? "; " : " <span class=\"quiet\">\xC2\xB7 ");
        screen_put(s, any ? "" : label);
        screen_plain(s, plain_claimed, item);
        any = true;
    }
    screen_put(s, any ? "</span>" : "");
}

void screen_move(const Screen *s, Str from, Str to)
{
    Level was = level_of(str_present(from) ? from : STR(""));
    Level now = level_of(str_present(to) ? to : STR(""));
    bool ranged = is_range(was.numbers) || is_range(now.numbers);
    put_numbers(s, was.numbers, ranged);
    if (!str_equal(was.numbers, now.numbers)) {
        screen_put(s, " \xE2\x86\x92 ");
        put_numbers(s, now.numbers, ranged);
    }
    put_claims_without(s, now.claims, was.claims, "now claimed by ");
    put_claims_without(s, was.claims, now.claims, "no longer claimed by ");
}

void screen_cell(const Screen *s, const View *view, size_t row)
{
    screen_cell_named(s, view_named(view, row, "outcome"), view_named(view, row, "class"));
}

static void change_item(const Screen *s, const View *view, size_t row)
{
    screen_put(s, "<li data-item><p>");
    screen_put(s, "<strong>");
    screen_cell(s, view, row);
    screen_put(s, ":</strong> ");
    screen_move(s, view_named(view, row, "from"), view_named(view, row, "to"));
    screen_put(s, "</p>\n<p class=\"quiet\">");
    screen_moment(s, moment_parse(view_named(view, row, "time")));
    screen_put(s, " \xC2\xB7 ");
    screen_link(s, "/incidents", view_named(view, row, "incident"));
    screen_plain(s, plain_incident, view_named(view, row, "name"));
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
    screen_put(
        &s,
        "<p class=\"quiet\">For a feed reader: <a rel=\"alternate\" type=\"application/atom+xml\" href=\"/api/situations/");
    buf_url(s.out, request_parameter(request, "situation"));
    screen_put(
        &s, "/feed\">changes as Atom</a>, with one of your <a href=\"/settings/tokens\">tokens</a> as password.</p>\n");
    screen_close(&s);
}

/* ---- conflicts ---- */

/* Which event the claims tell of; nothing where none is known. */
static void conflict_event(const Screen *s, const Conflict *conflict)
{
    const Situation *situation = s->page.situation;
    for (size_t i = 0; i < conflict->claim_count; i++) {
        int32_t at = situation->claims[conflict->claims[i]].incident;
        if (at < 0)
            continue;
        screen_put(s, " \xC2\xB7 ");
        screen_link(s, "/incidents", situation->incidents[at].id);
        incident_title(&s->page, &situation->incidents[at]);
        screen_put(s, ", ");
        words_window_short(s->out, situation->incidents[at].window, page_today(&s->page));
        screen_put(s, "</a>");
        return;
    }
}

static void conflict_item(const Screen *s, const Conflict *conflict)
{
    screen_put(s, "<li data-item><p><strong>");
    dispute_words(&s->page, conflict);
    screen_put(s, "</strong></p>\n<p class=\"quiet\">");
    buf_put(s->out, words_conflict(conflict->kind));
    conflict_event(s, conflict);
    if (conflict->claim_count > 0 && (conflict->kind == CONFLICT_WITHIN_PAGE || conflict->kind == CONFLICT_CALENDAR)) {
        screen_put(s, " \xC2\xB7 ");
        document_name(&s->page, claim_at(&s->page, conflict->claims[0])->document);
    }
    screen_put(s, "</p>\n<ul class=\"plain-list\">\n");
    for (size_t i = 0; i < conflict->claim_count; i++) {
        screen_put(s, "<li>");
        screen_claim_link(s, conflict->claims[i]);
        dispute_claim(&s->page, conflict->claims[i]);
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
