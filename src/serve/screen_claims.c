/* The list of claims, with filters. */
#include "serve/routes.h"
#include "serve/screen.h"

static const Choice KINDS[] = {{"", "any"},
                               {"casualty", "casualties"},
                               {"attack", "attacks"},
                               {"responsibility", "responsibility"},
                               {"accusation", "accusations"},
                               {"denial", "denials"},
                               {"statement", "statements"},
                               {"disruption", "disruptions"},
                               {"response", "responses"},
                               {"context", "context"},
                               {"pending", "awaited"},
                               {"unverified", "unverified"},
                               {NULL, NULL}};
static const Choice OUTCOMES[] = {{"", "any"},
                                  {"killed", "killed"},
                                  {"injured", "injured"},
                                  {"abducted", "captured or abducted"},
                                  {"detained", "detained"},
                                  {"missing", "missing"},
                                  {"escaped", "escaped"},
                                  {"displaced", "displaced"},
                                  {NULL, NULL}};
static const Choice CLASSES[] = {{"", "any"},
                                 {"civilian", "civilians"},
                                 {"security", "security forces"},
                                 {"militant", "fighters"},
                                 {"mixed", "several groups"},
                                 {"unknown", "people, not said who"},
                                 {NULL, NULL}};
static const Choice PARTIES[] = {{"", "anybody"},
                                 {"government", "authorities"},
                                 {"armed group", "armed group"},
                                 {"medical", "medics"},
                                 {"witness", "witnesses"},
                                 {"aid", "aid organisations"},
                                 {"media", "media"},
                                 {"international", "international bodies"},
                                 {"analyst", "analysts"},
                                 {"other", "others"},
                                 {NULL, NULL}};

enum { CLAIMS_ON_A_PAGE = 40 };

/* An empty field of the form is no filter. */
static Str asked(const Request *request, const char *name)
{
    Str value = request_query(request, name);
    value = str_present(value) ? str_trim(value) : STR_NONE;
    return value.len > 0 ? value : STR_NONE;
}

static ClaimFilter filter_of(const Screen *s)
{
    const Request *r = s->request;
    Str victims = asked(r, "class");
    Str incident = asked(r, "incident");
    ClaimFilter f = {.kind = kind_parse(asked(r, "kind")),
                     .outcome = outcome_parse(asked(r, "outcome")),
                     .victim_class = str_present(victims) ? (int)class_parse(victims) : -1,
                     .party = party_parse(asked(r, "party")),
                     .place = asked(r, "place"),
                     .speaker = asked(r, "speaker"),
                     .words = asked(r, "words"),
                     .incident = -1,
                     .report = -1,
                     .no_copies = str_present(asked(r, "once")),
                     .before = request_number(r, "before", 0, UINT32_MAX),
                     .limit = CLAIMS_ON_A_PAGE};
    f.days = (Window){str_present(asked(r, "from")) ? day_parse(asked(r, "from")) : DAY_NONE,
                      str_present(asked(r, "to")) ? day_parse(asked(r, "to")) : DAY_NONE};
    if (f.kind == KIND_UNVERIFIED)
        f.status = STATUS_UNVERIFIED;
    if (str_present(incident))
        f.incident = store_incident_seq(r->store, s->situation, incident);
    return f;
}

static void filter_form(const Screen *s)
{
    const Request *r = s->request;
    screen_put(s, "<form class=\"filter\" method=\"get\" role=\"search\" aria-label=\"Filter the claims\">\n");
    screen_select(s, "kind", "Kind", KINDS, asked(r, "kind"));
    screen_select(s, "outcome", "What became of them", OUTCOMES, asked(r, "outcome"));
    screen_select(s, "class", "About", CLASSES, asked(r, "class"));
    screen_select(s, "party", "Said by", PARTIES, asked(r, "party"));
    screen_input(s, "speaker", "Speaker", "text", asked(r, "speaker"));
    screen_input(s, "place", "Place", "text", asked(r, "place"));
    screen_input(s, "from", "From day", "date", asked(r, "from"));
    screen_input(s, "to", "To day", "date", asked(r, "to"));
    screen_input(s, "words", "Words in the passage", "search", asked(r, "words"));
    if (str_present(asked(r, "incident")))
        screen_hidden(s, "incident", asked(r, "incident"));
    screen_put(s, "<label class=\"tick\"><input type=\"checkbox\" name=\"once\" value=\"1\"");
    screen_put(s, str_present(asked(r, "once")) ? " checked" : "");
    screen_put(s, "> without copies</label>\n<p class=\"filter-do\"><button class=\"main\">Filter</button> ");
    screen_link(s, "/claims", STR_NONE);
    screen_put(s, "Clear</a></p>\n</form>\n");
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

static void show_claims(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    ClaimSeqs seqs;
    StoreExcerpt excerpt;
    if (!screen_begin(&s, request, reply))
        return;
    ClaimFilter filter = filter_of(&s);
    if (!store_claims(request->store, s.situation, &filter, request->arena, &seqs, &err) ||
        !store_excerpt(request->store, s.situation, seqs.seqs, seqs.count, request->arena, &excerpt, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    screen_open(&s, "Claims", "What somebody is reported to say, newest report first. Each opens with its passage.");
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

static const FormField FIELDS[] = {
    {"kind",
     "casualty, attack, responsibility, accusation, denial, statement, disruption, response, context, pending or unverified"},
    {"outcome", "killed, injured, abducted, detained, missing, escaped or displaced"},
    {"class", "civilian, security, militant, mixed or unknown"},
    {"party", "who says so: government, armed group, medical, witness, aid, media, international, analyst or other"},
    {"speaker", "part of the speaker's name"},
    {"place", "part of the place's name"},
    {"from", "the first day, YYYY-MM-DD"},
    {"to", "the last day, YYYY-MM-DD"},
    {"words", "stand in the passage"},
    {"incident", "id of an incident"},
    {"once", "1: without copies"},
    {"before", "where the page before ended"},
    {0},
};

const Route CLAIMS_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/claims",
     .least = ROLE_READER,
     .handle = show_claims,
     .fields = FIELDS,
     .summary = "Claims, with filters"},
    {0},
};
