/* One claim: the passage in its text, who says so, copies and drift, competing claims, the figures it has a part in, decisions. */
#include "serve/frame/routes.h"
#include "serve/screen/screen_decide.h"
#include "store/former_claim.h"

typedef struct {
    Screen s;
    uint32_t claim; /* of the excerpt */
    const Related *related;
    size_t related_count;
    StoreExcerpt excerpt;
} ClaimScreen;

/* The path's claim has another passage, and so another id, by now: on to it. True: the reply says so. */
static bool is_called_otherwise(const Screen *s)
{
    Request *request = s->request;
    Str now = store_former_claim(request->store, s->situation, request_parameter(request, "claim"), request->arena);
    if (!str_present(now))
        return false;
    Buf address = {0};
    buf_put(&address, s->base);
    buf_put(&address, STR("/claims/"));
    buf_put(&address, now);
    reply_redirect(request, s->reply, buf_str(&address));
    buf_free(&address);
    return true;
}

static bool the_claim(ClaimScreen *c, Request *request, Reply *reply)
{
    Error err = {0};
    Related *related = NULL;
    if (!screen_begin(&c->s, request, reply))
        return false;
    bool ok = store_related(request->store, c->s.situation, request_parameter(request, "claim"), request->arena,
                            &related, &c->related_count, &err);
    uint32_t *seqs = ARENA_ARRAY(request->arena, uint32_t, c->related_count + 1);
    for (size_t i = 0; i < c->related_count; i++)
        seqs[i] = related[i].seq;
    c->related = related;
    if (!ok ||
        !store_excerpt(request->store, c->s.situation, seqs, c->related_count, request->arena, &c->excerpt, &err)) {
        reply_failed(request, reply, &err);
        return false;
    }
    if (c->related_count > 0 && c->excerpt.wanted[0] != UINT32_MAX) {
        c->claim = c->excerpt.wanted[0];
        return true;
    }
    if (is_called_otherwise(&c->s))
        return false;
    reply_error(request, reply, 404, "There is no such claim in this situation.",
                "It may have been found anew under another address; look for its words in the list of claims.");
    return false;
}

/* ---- facts ---- */

static void speaker_chain(const Screen *s, uint32_t claim)
{
    const SituationClaim *c = claim_at(&s->page, claim);
    const Attribution *a = c->claim->attribution;
    screen_put(s, "<dt>Who says so</dt><dd>");
    document_name(&s->page, c->document);
    for (size_t i = 0; a && i < a->chain_count; i++) {
        screen_put(s, " \xE2\x86\x92 ");
        screen_text(s, a->chain[i]);
    }
    if (a && a->chain_count == 0 && a->speaker.len > 0) {
        screen_put(s, " \xE2\x86\x92 ");
        screen_text(s, a->speaker);
    }
    screen_put(s, a ? "" : ", in its own voice");
    if (c->claim->party != PARTY_NONE) {
        screen_put(s, " <span class=\"quiet\">(");
        buf_put(s->out, words_party_speaking(c->claim->party));
        screen_put(s, ")</span>");
    }
    if (c->claim->stance != STANCE_ASSERTS) {
        screen_put(s, ", ");
        buf_put(s->out, words_stance(c->claim->stance));
    }
    screen_put(s, "</dd>\n");
}

static void where_and_when(const Screen *s, uint32_t claim)
{
    const Claim *c = claim_at(&s->page, claim)->claim;
    if (c->place) {
        screen_put(s, "<dt>Where</dt><dd>");
        place_name(&s->page, c->place);
        screen_put(s, " <span class=\"quiet\">(");
        buf_put(s->out, words_precision(c->place->place.precision));
        screen_put(s, ")</span></dd>\n");
    }
    if (c->window.first != DAY_NONE || c->window.last != DAY_NONE) {
        screen_put(s, "<dt>When</dt><dd>");
        claim_days(&s->page, claim);
        screen_put(s, "</dd>\n");
    }
}

static void which_incident(const Screen *s, uint32_t claim)
{
    int32_t incident = claim_at(&s->page, claim)->incident;
    if (incident < 0)
        return;
    const Incident *x = &s->page.situation->incidents[incident];
    screen_put(s, "<dt>Incident</dt><dd>");
    screen_link(s, "/incidents", x->id);
    incident_title(&s->page, x);
    screen_put(s, "</a></dd>\n");
}

static void how_it_was_read(const Screen *s, uint32_t claim)
{
    const Claim *c = claim_at(&s->page, claim)->claim;
    screen_put(s, "<dt>Read as</dt><dd>");
    buf_put(s->out, words_kind(c->kind));
    if (c->status) {
        screen_put(s, ", ");
        words_status(s->out, c->status);
    }
    screen_put(s, c->background ? ", background</dd>\n<dt>Rule</dt><dd><code>" : "</dd>\n<dt>Rule</dt><dd><code>");
    screen_text(s, c->rule.len > 0 ? c->rule : STR("not named"));
    screen_put(s, "</code> <span class=\"quiet\">");
    rule_words(&s->page, c->rule);
    screen_put(s, "</span></dd>\n<dt>Bytes</dt><dd>");
    screen_number(s, c->evidence.start);
    screen_put(s, "\xE2\x80\x93");
    screen_number(s, c->evidence.end);
    screen_put(s, " <span class=\"quiet\">of the report\xE2\x80\x99s text</span></dd>\n");
}

static void claim_passage_part(const ClaimScreen *c)
{
    const Screen *s = &c->s;
    uint32_t document = claim_at(&s->page, c->claim)->document;
    screen_put(s, "<section aria-labelledby=\"passage-h\"><h2 id=\"passage-h\">The passage</h2>\n");
    screen_context(s, c->claim);
    screen_put(s, "<p class=\"quiet\">In <a href=\"");
    buf_put(s->out, s->base);
    buf_format(s->out, "/documents/%lld#claim-", (long long)c->excerpt.documents[document]);
    screen_text(s, claim_at(&s->page, c->claim)->claim->id);
    screen_put(s, "\">");
    document_name(&s->page, document);
    screen_put(s, "</a>, published ");
    screen_moment(s, document_of(&s->page, document)->published);
    screen_put(s, "</p>\n<dl class=\"facts\">\n");
    speaker_chain(s, c->claim);
    where_and_when(s, c->claim);
    which_incident(s, c->claim);
    how_it_was_read(s, c->claim);
    screen_put(s, "</dl>\n</section>\n");
}

/* ---- beside it ---- */

static void changed(const Screen *s, const char *what, Str from, Str to)
{
    buf_format(s->out, "<span class=\"drift\">%s: <del>", what);
    screen_text(s, from.len > 0 ? from : STR("nothing"));
    screen_put(s, "</del> became <ins>");
    screen_text(s, to.len > 0 ? to : STR("nothing"));
    screen_put(s, "</ins></span> ");
}

static Str count_words(const Screen *s, const Claim *c)
{
    Buf out = {0};
    if (c->has_count)
        words_interval(&out, c->count);
    Str words = arena_copy(s->request->arena, buf_str(&out));
    buf_free(&out);
    return str_present(words) ? words : STR("");
}

/* What changed on the way from the origin to the copy. */
static void drift(const Screen *s, uint32_t origin, uint32_t copy)
{
    const Claim *a = claim_at(&s->page, origin)->claim;
    const Claim *b = claim_at(&s->page, copy)->claim;
    if (a->has_count != b->has_count || !interval_equal(a->count, b->count))
        changed(s, "figure", count_words(s, a), count_words(s, b));
    if (a->victim_class != b->victim_class)
        changed(s, "who they were", words_class(a->victim_class), words_class(b->victim_class));
    if (a->outcome != b->outcome)
        changed(s, "outcome", words_outcome(a->outcome), words_outcome(b->outcome));
}

static void related_item(const ClaimScreen *c, const Related *related, uint32_t other)
{
    const Screen *s = &c->s;
    screen_put(s, "<li>");
    screen_claim_link(s, other);
    claim_sentence(&s->page, other);
    screen_put(s, "</a> <span class=\"quiet\">");
    claim_speaker(&s->page, other);
    screen_put(s, "</span> ");
    if (related->relation == RELATION_COPY)
        drift(s, c->claim, other);
    else if (related->relation == RELATION_ORIGIN)
        drift(s, other, c->claim);
    screen_put(s, "</li>\n");
}

static void related_list(const ClaimScreen *c, Relation relation, const char *title)
{
    bool open = false;
    for (size_t i = 0; i < c->related_count; i++) {
        if (c->related[i].relation != relation || c->excerpt.wanted[i] == UINT32_MAX)
            continue;
        if (!open)
            buf_format(c->s.out, "<h3>%s</h3>\n<ul class=\"plain-list\">\n", title);
        open = true;
        related_item(c, &c->related[i], c->excerpt.wanted[i]);
    }
    screen_put(&c->s, open ? "</ul>\n" : "");
}

static void beside_it(const ClaimScreen *c)
{
    if (c->related_count < 2)
        return;
    screen_put(&c->s, "<section aria-labelledby=\"beside-h\"><h2 id=\"beside-h\">Beside it</h2>\n");
    related_list(c, RELATION_LATER, "Superseded by");
    related_list(c, RELATION_EARLIER, "Supersedes");
    related_list(c, RELATION_ORIGIN, "A copy of");
    related_list(c, RELATION_COPY, "Copied in");
    related_list(c, RELATION_COMPETING, "Other figures for the same");
    screen_put(&c->s, "</section>\n");
}

/* ---- figures ---- */

static void figure_item(const Screen *s, const FigureUse *use)
{
    static const char *const PARTS[] = {"counts in", "superseded in", "stands as a party\xE2\x80\x99s claim in"};
    buf_format(s->out, "<li><span class=\"quiet\">%s</span> ", PARTS[use->part]);
    screen_cell_named(s, outcome_name(use->outcome), cell_name(use->cell));
    screen_put(s, ": <strong>");
    if (use->has_best)
        screen_number(s, use->best);
    else
        screen_text(s, use->claimed.len > 0 ? use->claimed : STR("no agreed figure"));
    screen_put(s, "</strong> \xC2\xB7 ");
    screen_link(s, "/incidents", use->incident);
    screen_plain(s, plain_incident, use->name);
    screen_put(s, "</a>");
    if (use->working.len > 0) {
        screen_put(s, "<br><span class=\"quiet\">");
        screen_text(s, use->working);
        screen_put(s, "</span>");
    }
    screen_put(s, "</li>\n");
}

static void move_item(const Screen *s, const FigureMove *move)
{
    screen_put(s, "<li>");
    screen_cell_named(s, outcome_name(move->outcome), cell_name(move->cell));
    screen_put(s, ": ");
    screen_move(s, move->was, move->now);
    screen_put(s, " <span class=\"quiet\">\xC2\xB7 ");
    screen_moment(s, move->time);
    screen_put(s, "</span></li>\n");
}

static void figures_of_it(const ClaimScreen *c)
{
    const Screen *s = &c->s;
    FigureUse *uses = NULL;
    FigureMove *moves = NULL;
    size_t use_count = 0;
    size_t move_count = 0;
    uint32_t seq = c->related[0].seq;
    (void)store_figure_uses(s->request->store, s->situation, seq, s->request->arena, &uses, &use_count, NULL);
    (void)store_claim_moves(s->request->store, s->situation, seq, s->request->arena, &moves, &move_count, NULL);
    screen_put(s, "<section aria-labelledby=\"part-h\"><h2 id=\"part-h\">Its part in the figures</h2>\n");
    screen_put(s, use_count > 0 ? "<ul class=\"plain-list\">\n" : "<p class=\"quiet\">It sets no figure.</p>\n");
    for (size_t i = 0; i < use_count; i++)
        figure_item(s, &uses[i]);
    screen_put(s, use_count > 0 ? "</ul>\n" : "");
    screen_put(s, move_count > 0 ? "<h3>What it moved when it was published</h3>\n<ul class=\"plain-list\">\n" : "");
    for (size_t i = 0; i < move_count; i++)
        move_item(s, &moves[i]);
    screen_put(s, move_count > 0 ? "</ul>\n</section>\n" : "</section>\n");
}

/* ---- the page ---- */

static Str title_of(const Screen *s, uint32_t claim)
{
    Buf title = {0};
    Screen own = *s;
    own.page.out = &title;
    claim_sentence(&own.page, claim);
    Str words = arena_copy(s->request->arena, buf_str(&title));
    buf_free(&title);
    return words;
}

static void show_claim(Request *request, Reply *reply)
{
    ClaimScreen c = {0};
    if (!the_claim(&c, request, reply))
        return;
    screen_draw(&c.s, c.excerpt.situation);
    layout_open_written(request, reply, title_of(&c.s, c.claim));
    screen_flash(&c.s);
    screen_put(&c.s, "<article class=\"one-claim\" data-claim=\"");
    screen_text(&c.s, claim_at(&c.s.page, c.claim)->claim->id);
    screen_put(&c.s, "\">\n<header><h1>");
    claim_sentence(&c.s.page, c.claim);
    screen_put(&c.s, "</h1>\n<p class=\"lede\">");
    claim_speaker(&c.s.page, c.claim);
    screen_claim_marks(&c.s, c.claim);
    screen_put(&c.s, "</p></header>\n<div class=\"columns\">\n<div>\n");
    claim_passage_part(&c);
    beside_it(&c);
    figures_of_it(&c);
    screen_put(&c.s, "</div>\n<div>\n");
    screen_claim_forms(&c.s, c.claim);
    screen_decisions(&c.s, claim_at(&c.s.page, c.claim)->claim->id);
    screen_put(&c.s, "</div>\n</div>\n</article>\n");
    screen_close(&c.s);
}

const Route CLAIM_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/claims/{claim}",
     .least = ROLE_READER,
     .handle = show_claim,
     .summary = "One claim: passage, speakers, copies, competing claims, decisions"},
    {0},
};
