/* Coding by two: the next claim as the program found it, without anybody's decision on it, to be read independently. */
#include "serve/frame/routes.h"
#include "serve/screen/screen_decide.h"

/* The claim in an excerpt, as it was found. False: the reply says what is wrong. */
static bool as_found(Screen *s, Str id, uint32_t *out)
{
    Error err = {0};
    Related *related = NULL;
    size_t count = 0;
    StoreExcerpt excerpt;
    Store *store = s->request->store;
    if (!store_related(store, s->situation, id, s->request->arena, &related, &count, &err) || count == 0 ||
        !store_excerpt(store, s->situation, &related[0].seq, 1, s->request->arena, &excerpt, &err) ||
        excerpt.wanted[0] == UINT32_MAX) {
        reply_failed(s->request, s->reply, &err);
        return false;
    }
    *out = excerpt.wanted[0];
    SituationClaim *claim = &excerpt.situation->claims[*out];
    if (claim->claim->decided && claim->claim->decided->found)
        claim->claim = claim->claim->decided->found;
    screen_draw(s, excerpt.situation);
    return true;
}

static void progress(const Screen *s, const StoreCoding *coding)
{
    screen_put(s, "<p class=\"quiet\">You have read ");
    screen_number(s, (int64_t)coding->read);
    screen_put(s, coding->read == 1 ? " claim; " : " claims; ");
    screen_number(s, (int64_t)coding->awaiting);
    screen_put(s, " that others have read wait for you. ");
    screen_link(s, "/agreement", STR_NONE);
    screen_put(s, "How far coders agree</a></p>\n");
}

static void one_claim(const Screen *s, uint32_t claim)
{
    const SituationClaim *c = claim_at(&s->page, claim);
    screen_put(s, "<article class=\"one-claim\" data-claim=\"");
    screen_text(s, c->claim->id);
    screen_put(s, "\">\n<h2>");
    claim_sentence(&s->page, claim);
    screen_put(s, "</h2>\n<p class=\"lede\">");
    claim_speaker(&s->page, claim);
    screen_put(s, "</p>\n<div class=\"columns\">\n<div>\n");
    screen_context(s, claim);
    screen_put(s, "<dl class=\"facts\">\n");
    if (c->claim->place) {
        screen_put(s, "<dt>Where</dt><dd>");
        place_name(&s->page, c->claim->place);
        screen_put(s, "</dd>\n");
    }
    if (c->claim->window.first != DAY_NONE) {
        screen_put(s, "<dt>When</dt><dd>");
        claim_days(&s->page, claim);
        screen_put(s, "</dd>\n");
    }
    screen_put(s, "<dt>Published</dt><dd>");
    screen_moment(s, document_of(&s->page, c->document)->published);
    screen_put(s, "</dd>\n</dl>\n</div>\n<section class=\"deciding\" aria-labelledby=\"acts-h\"><h2 id=\"acts-h\">"
                  "Your reading</h2>\n");
    screen_coding_forms(s, claim);
    screen_put(s, "</section>\n</div>\n</article>\n");
}

static void show_coding(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    StoreCoding coding;
    uint32_t claim = 0;
    if (!screen_begin(&s, request, reply))
        return;
    if (!store_coding(request->store, s.situation, request->person.name, request->arena, &coding, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    if (str_present(coding.claim) && !as_found(&s, coding.claim, &claim))
        return;
    screen_open(
        &s, "Coding",
        "Claims as they were found, one after the other. What others read is not shown here, and what you read counts as your own.");
    progress(&s, &coding);
    if (str_present(coding.claim))
        one_claim(&s, claim);
    else
        screen_empty(&s, "You have read every claim.", "New ones stand here as reports come in.");
    screen_close(&s);
}

const Route CODING_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/coding",
     .least = ROLE_CODER,
     .handle = show_coding,
     .summary = "The next claim to read independently, without others' readings"},
    {0},
};
