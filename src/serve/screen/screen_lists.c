/* Lists: agreement of coders, what is still open. */
#include "serve/frame/routes.h"
#include "serve/screen/screen.h"

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

static void show_agreement(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    View view;
    if (!screen_begin(&s, request, reply))
        return;
    if (!store_list(request->store, "agreement", s.situation, request->arena, &view, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    screen_open(
        &s, "Agreement of coders",
        "Of claims that several people read independently: how often they agree beyond chance, field by field.");
    if (view.row_count > 0)
        screen_table(&s, &view, "Agreement of coders");
    else
        screen_empty(
            &s, "Nobody has coded independently yet.",
            "Tick \xE2\x80\x9Cmy own reading\xE2\x80\x9D when deciding; where two people have done so, their agreement will stand here.");
    screen_exports(&s, "agreement");
    disagreements(&s);
    screen_exports(&s, "disagreements");
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
     .path = "/s/{situation}/agreement",
     .least = ROLE_READER,
     .handle = show_agreement,
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
