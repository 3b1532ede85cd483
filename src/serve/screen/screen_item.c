/* A claim in a list: what it says, who says so, its passage, where it stands. */
#include "model/decision.h"
#include "serve/screen/screen.h"

static void tag(const Screen *s, const char *key, const char *words)
{
    buf_format(s->out, " <span class=\"tag %s\">%s</span>", key, words);
}

void screen_claim_marks(const Screen *s, uint32_t claim)
{
    const SituationClaim *c = claim_at(&s->page, claim);
    if (c->claim->decided && c->claim->decided->verdict != VERDICT_NONE)
        buf_format(s->out, " <span class=\"tag verdict\">%s</span>", verdict_name(c->claim->decided->verdict).ptr);
    if (c->superseded_by >= 0)
        tag(s, "superseded-tag", "superseded");
    if (c->copy_of >= 0)
        tag(s, "copy-tag", "copy");
    if (c->claim->background)
        tag(s, "background-tag", "background");
    if (c->claim->stance != STANCE_ASSERTS) {
        screen_put(s, " <span class=\"tag\">");
        buf_put(s->out, words_stance(c->claim->stance));
        screen_put(s, "</span>");
    }
}

static void where_and_when(const Screen *s, uint32_t claim)
{
    const Claim *c = claim_at(&s->page, claim)->claim;
    if (c->place) {
        screen_put(s, " \xC2\xB7 ");
        place_name(&s->page, c->place);
    }
    if (c->window.first != DAY_NONE || c->window.last != DAY_NONE) {
        screen_put(s, " \xC2\xB7 ");
        claim_days(&s->page, claim);
    }
}

void screen_claim_item(const Screen *s, uint32_t claim)
{
    screen_put(s, "<li class=\"claim\" data-item><p class=\"claim-says\">");
    screen_claim_link(s, claim);
    claim_sentence(&s->page, claim);
    screen_put(s, "</a>");
    screen_claim_marks(s, claim);
    screen_put(s, "</p>\n<p class=\"quiet\">");
    claim_speaker(&s->page, claim);
    where_and_when(s, claim);
    screen_put(s, "</p>\n<q class=\"passage\">");
    claim_passage(&s->page, claim, false);
    screen_put(s, "</q></li>\n");
}

void screen_claim_brief(const Screen *s, uint32_t claim)
{
    screen_put(s, "<li class=\"claim\" data-item>");
    screen_claim_link(s, claim);
    claim_sentence(&s->page, claim);
    screen_put(s, "</a>");
    screen_claim_marks(s, claim);
    screen_put(s, " <span class=\"quiet\">");
    Str speaker = claim_first_speaker(&s->page, claim);
    screen_text(s, str_present(speaker) ? speaker : STR(""));
    screen_put(s, "</span></li>\n");
}
