/* The list of claims, with filters. */
#include "serve/frame/claim_filter.h"
#include "serve/frame/routes.h"
#include "serve/screen/screen.h"

static const Choice DECIDED[] = {{"", "or not"}, {"no", "nobody decided"}, {"yes", "somebody decided"}, {NULL, NULL}};

enum { CLAIMS_ON_A_PAGE = 40 };

static void filter_form(const Screen *s)
{
    const Request *r = s->request;
    screen_put(s,
               "<details class=\"filter-fold\" open><summary>Filters</summary>\n<form class=\"filter\" method=\"get\" "
               "role=\"search\" aria-label=\"Filter the claims\">\n");
    screen_select(s, "kind", "Kind", screen_terms(s, TERMS_KIND, "any"), claim_filter_field(r, "kind"));
    screen_select(s, "outcome", "What became of them", screen_terms(s, TERMS_OUTCOME, "any"),
                  claim_filter_field(r, "outcome"));
    screen_select(s, "class", "About", screen_terms(s, TERMS_CLASS, "any"), claim_filter_field(r, "class"));
    screen_select(s, "party", "Said by", screen_terms(s, TERMS_PARTY, "anybody"), claim_filter_field(r, "party"));
    screen_input(s, "speaker", "Speaker", "text", claim_filter_field(r, "speaker"));
    screen_input(s, "place", "Place", "text", claim_filter_field(r, "place"));
    screen_input(s, "from", "From day", "date", claim_filter_field(r, "from"));
    screen_input(s, "to", "To day", "date", claim_filter_field(r, "to"));
    screen_select(s, "decided", "Decided", DECIDED, claim_filter_field(r, "decided"));
    screen_input(s, "by", "Decided by", "text", claim_filter_field(r, "by"));
    screen_input(s, "words", "Words in the passage", "search", claim_filter_field(r, "words"));
    if (str_present(claim_filter_field(r, "incident")))
        screen_hidden(s, "incident", claim_filter_field(r, "incident"));
    screen_put(s, "<label class=\"tick\"><input type=\"checkbox\" name=\"once\" value=\"1\"");
    screen_put(s, str_present(claim_filter_field(r, "once")) ? " checked" : "");
    screen_put(s, "> without copies</label>\n<p class=\"filter-do\"><button class=\"main\">Filter</button> ");
    screen_link(s, "/claims", STR_NONE);
    screen_put(s, "Clear</a></p>\n</form></details>\n");
}

static void claim_list(Screen *s, const ClaimSeqs *seqs, const StoreExcerpt *excerpt)
{
    screen_draw(s, excerpt->situation);
    screen_put(s, "<ol class=\"claims\">\n");
    for (size_t i = 0; i < seqs->count; i++)
        if (excerpt->wanted[i] != UINT32_MAX)
            screen_claim_item(s, excerpt->wanted[i]);
    screen_put(s, "</ol>\n");
}

static void nothing_found(const Screen *s, bool is_searching)
{
    SituationCounts counts;
    (void)store_counts(s->request->store, s->situation, &counts, NULL);
    if (is_searching)
        screen_empty(s, "Not found so far.", "The newest reports do not have these words; look further below.");
    else if (counts.claims > 0)
        screen_empty(s, "No claim fits.", "Take a filter away, or clear them all.");
    else
        screen_empty(
            s, "No claims yet.",
            "Every figure, attack, statement and promise that a report tells will stand here with its passage, "
            "once reports are uploaded.");
}

/* The claims that the filters leave, so many at most, with what is shown of them. False: replied. */
static bool find_claims(Screen *s, Request *request, Reply *reply, size_t most, ClaimSeqs *seqs, StoreExcerpt *excerpt)
{
    Error err = {0};
    if (!screen_begin(s, request, reply))
        return false;
    ClaimFilter filter = claim_filter(request, s->situation, most);
    bool ok = store_claims(request->store, s->situation, &filter, request->arena, seqs, &err) &&
              store_excerpt(request->store, s->situation, seqs->seqs, seqs->count, request->arena, excerpt, &err);
    if (!ok)
        reply_failed(request, reply, &err);
    return ok;
}

static void show_claims(Request *request, Reply *reply)
{
    Screen s;
    ClaimSeqs seqs;
    StoreExcerpt excerpt;
    if (!find_claims(&s, request, reply, CLAIMS_ON_A_PAGE, &seqs, &excerpt))
        return;
    screen_open(&s, "Claims", "What somebody is reported to say, newest report first. Each opens with its passage.");
    screen_filters(&s);
    filter_form(&s);
    if (seqs.count > 0)
        claim_list(&s, &seqs, &excerpt);
    else
        nothing_found(&s, seqs.is_searching);
    if (seqs.next > 0)
        screen_next(&s, seqs.next, seqs.is_searching ? "Look through older reports" : "Older claims");
    screen_exports(&s, "claims");
    screen_close(&s);
}

/* ---- to choose from ---- */

static void put_option(const Screen *s, uint32_t claim)
{
    screen_put(s, "<option value=\"");
    screen_text(s, claim_at(&s->page, claim)->claim->id);
    screen_put(s, "\">");
    claim_quote(&s->page, claim, QUOTE_BYTES);
    screen_put(s, " ");
    claim_speaker(&s->page, claim);
    screen_put(s, "</option>\n");
}

static void show_names(Request *request, Reply *reply)
{
    enum { MOST_NAMES = 40 };
    Screen s;
    ClaimSeqs seqs;
    StoreExcerpt excerpt;
    if (!find_claims(&s, request, reply, MOST_NAMES, &seqs, &excerpt))
        return;
    screen_draw(&s, excerpt.situation);
    for (size_t i = 0; i < seqs.count && i < MOST_NAMES; i++)
        if (excerpt.wanted[i] != UINT32_MAX)
            put_option(&s, excerpt.wanted[i]);
}

const Route CLAIMS_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/claims/names",
     .least = ROLE_CODER,
     .handle = show_names,
     .fields = CLAIM_FILTER_FIELDS,
     .summary = "Claims to choose from, as options of a list"},
    {.method = "GET",
     .path = "/s/{situation}/claims",
     .least = ROLE_READER,
     .handle = show_claims,
     .fields = CLAIM_FILTER_FIELDS,
     .summary = "Claims, with filters"},
    {0},
};
