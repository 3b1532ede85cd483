/* Lists that a table says best: sources, agreement. One row of LISTS a page. */
#include "serve/routes.h"
#include "serve/screen.h"

typedef struct {
    const char *path; /* behind /s/NAME/ */
    const char *list; /* as store_list names it */
    const char *title;
    const char *intro;
    const char *empty;
    const char *how;
    const char *older; /* of a list by the page, the newest first: what leads on; NULL: it is shown whole */
} ListPage;

enum { ROWS_ON_A_PAGE = 100 };

static const ListPage LISTS[] = {
    {"sources", "sources", "Sources",
     "Every report with its outlet, the latest first; what repeats another stands as its copy and counts once.",
     "No sources yet.", "Outlets will stand here once reports are read.", "Earlier reports"},
    {"agreement", "agreement", "Agreement of coders",
     "Of claims that several people read independently: how often they agree beyond chance, field by field.",
     "Nobody has coded independently yet.",
     "Tick \xE2\x80\x9Cmy own reading\xE2\x80\x9D when deciding; where two people have done so, their agreement will stand here.",
     NULL},
};

static const ListPage *list_page(const Request *request)
{
    Str path = str_drop(str_from(request->route->path), sizeof "/s/{situation}/" - 1);
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
        if (str_equal(path, str_from(LISTS[i].path)))
            return &LISTS[i];
    return &LISTS[0];
}

/* What the coders differ on, under their agreement. */
static void disagreements(const Screen *s)
{
    View view;
    if (!store_list(s->request->store, "disagreements", s->situation, s->request->arena, &view, NULL))
        return;
    screen_put(s, "<h2>To be settled</h2>\n");
    if (view.row_count > 0)
        screen_table(s, &view, "Claims that coders read differently");
    else
        screen_put(
            s,
            "<p class=\"quiet\">No two coders differ. Where they do, somebody who sees both readings decides.</p>\n");
}

static void show_list(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    View view;
    const ListPage *page = list_page(request);
    ListPart part = {.before = request_number(request, "before", 0, INT64_MAX / 2), .limit = ROWS_ON_A_PAGE};
    if (!screen_begin(&s, request, reply))
        return;
    bool ok = page->older
                  ? store_list_newest(request->store, page->list, s.situation, &part, request->arena, &view, &err)
                  : store_list(request->store, page->list, s.situation, request->arena, &view, &err);
    if (!ok) {
        reply_failed(request, reply, &err);
        return;
    }
    screen_open(&s, page->title, page->intro);
    if (view.row_count > 0)
        screen_table(&s, &view, page->title);
    else
        screen_empty(&s, page->empty, page->how);
    if (part.next > 0)
        screen_next(&s, part.next, page->older);
    if (str_equal(str_from(page->list), STR("agreement")))
        disagreements(&s);
    screen_exports(&s, page->list);
    screen_close(&s);
}

/* ---- still open ---- */

enum { OPEN_ON_A_PAGE = 100 };

static void open_item(const Screen *s, uint32_t claim, bool awaited)
{
    screen_put(s, "<li class=\"claim\" data-item><p class=\"claim-says\">");
    screen_claim_link(s, claim);
    claim_quote(&s->page, claim, QUOTE_BYTES);
    screen_put(s, "</a></p>\n<p class=\"quiet\">");
    claim_speaker(&s->page, claim);
    screen_put(s, " \xC2\xB7 ");
    if (awaited)
        claim_due(&s->page, claim);
    else
        claim_age(&s->page, claim);
    screen_put(s, "</p></li>\n");
}

static void open_list(Request *request, Reply *reply, bool awaited)
{
    Screen s;
    Error err = {0};
    ClaimSeqs seqs;
    StoreExcerpt excerpt;
    ClaimFilter filter = {.kind = awaited ? KIND_PENDING : KIND_UNVERIFIED,
                          .status = awaited ? 0 : STATUS_UNVERIFIED,
                          .victim_class = -1,
                          .days = {DAY_NONE, DAY_NONE},
                          .incident = -1,
                          .report = -1,
                          .before = request_number(request, "before", 0, UINT32_MAX),
                          .limit = OPEN_ON_A_PAGE};
    if (!screen_begin(&s, request, reply))
        return;
    if (!store_claims(request->store, s.situation, &filter, request->arena, &seqs, &err) ||
        !store_excerpt(request->store, s.situation, seqs.seqs, seqs.count, request->arena, &excerpt, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    screen_open(&s, awaited ? "Awaited" : "Still unverified",
                awaited ? "What somebody promised to say or do, and what of it is overdue."
                        : "What reports say could not be checked, with how long it has stood so.");
    screen_draw(&s, excerpt.situation);
    if (seqs.count == 0)
        screen_empty(&s, awaited ? "Nothing is awaited." : "Nothing is marked as unverified.",
                     awaited ? "Promised figures, statements and inquiries will stand here until they come."
                             : "Claims that a report could not verify will stand here, the newest first.");
    screen_put(&s, seqs.count > 0 ? "<ol class=\"claims\">\n" : "");
    for (size_t i = 0; i < seqs.count; i++)
        if (excerpt.wanted[i] != UINT32_MAX)
            open_item(&s, excerpt.wanted[i], awaited);
    screen_put(&s, seqs.count > 0 ? "</ol>\n" : "");
    if (seqs.next > 0)
        screen_next(&s, seqs.next, "Older ones");
    screen_exports(&s, awaited ? "pending" : "unverified");
    screen_close(&s);
}

static void show_unverified(Request *request, Reply *reply)
{
    open_list(request, reply, false);
}

static void show_pending(Request *request, Reply *reply)
{
    open_list(request, reply, true);
}

const Route LIST_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/sources",
     .least = ROLE_READER,
     .handle = show_list,
     .summary = "Sources and their copies"},
    {.method = "GET",
     .path = "/s/{situation}/agreement",
     .least = ROLE_READER,
     .handle = show_list,
     .summary = "Agreement of coders"},
    {.method = "GET",
     .path = "/s/{situation}/unverified",
     .least = ROLE_READER,
     .handle = show_unverified,
     .summary = "Still unverified, with age"},
    {.method = "GET",
     .path = "/s/{situation}/pending",
     .least = ROLE_READER,
     .handle = show_pending,
     .summary = "Awaited, with what is overdue"},
    {0},
};
