/*
 * Disputed and unverified claims as schema.org's ClaimReview in JSON-LD. Nothing is judged: the rating has no number, only words for how
 * the claim stands among the others.
 */
#include "base/json.h"
#include "report/export_parts.h"
#include "report/words.h"

static bool is_unverified(const Situation *s, uint32_t claim)
{
    for (size_t i = 0; i < s->unverified_count; i++) {
        if (s->unverified[i] == claim)
            return true;
    }
    return false;
}

static const Conflict *conflict_of(const Situation *s, uint32_t claim)
{
    for (size_t i = 0; i < s->conflict_count; i++) {
        if (s->conflicts[i].kind == CONFLICT_UNIT)
            continue; /* other things counted: nothing is contradicted */
        for (size_t k = 0; k < s->conflicts[i].claim_count; k++) {
            if (s->conflicts[i].claims[k] == claim)
                return &s->conflicts[i];
        }
    }
    return NULL;
}

static void put_author(Json *j, const Claim *claim, const Document *document)
{
    Str speaker = claim->attribution ? claim->attribution->speaker : STR_NONE;
    json_open_key(j, "author", '{');
    json_str(j, "@type", STR("Organization"));
    json_text(j, "name", str_present(speaker) && speaker.len > 0 ? speaker : document->publisher);
    json_close(j, '}');
}

static void put_item(Json *j, const Claim *claim, const Document *document)
{
    json_open_key(j, "itemReviewed", '{');
    json_str(j, "@type", STR("Claim"));
    put_author(j, claim, document);
    if (document->published.precision != MOMENT_NONE) {
        Buf when = {0};
        moment_write(&when, document->published);
        json_str(j, "datePublished", buf_str(&when));
        buf_free(&when);
    }
    json_open_key(j, "appearance", '{');
    json_str(j, "@type", STR("CreativeWork"));
    json_text(j, "url", document->url);
    json_text(j, "headline", document->title);
    json_text(j, "publisher", document->publisher);
    json_close(j, '}');
    json_close(j, '}');
}

static void put_rating(Json *j, const Conflict *conflict)
{
    json_open_key(j, "reviewRating", '{');
    json_str(j, "@type", STR("Rating"));
    json_str(j, "alternateName", conflict ? STR("Contradicted by another report") : STR("Not verified"));
    json_text(j, "ratingExplanation",
              conflict ? conflict->note : STR("No independent source has confirmed or denied it in the reports read."));
    json_close(j, '}');
}

static void put_review(Json *j, const Situation *s, uint32_t index, const Conflict *conflict)
{
    const SituationClaim *sc = &s->claims[index];
    const Document *document = s->documents[sc->document].extraction->document;
    json_open(j, '{');
    json_str(j, "@context", STR("https://schema.org"));
    json_str(j, "@type", STR("ClaimReview"));
    json_str(j, "identifier", sc->claim->id);
    json_str(j, "claimReviewed", str_trim(span_text(document->text, sc->claim->sentence)));
    if (s->as_of.precision != MOMENT_NONE) {
        Buf when = {0};
        moment_write(&when, s->as_of);
        json_str(j, "datePublished", buf_str(&when));
        buf_free(&when);
    }
    put_item(j, sc->claim, document);
    put_rating(j, conflict);
    json_close(j, '}');
}

/* What a public edition leaves out, as an item of its own. */
static void put_notices(Json *j, const Situation *s)
{
    if (s->notice_count == 0)
        return;
    json_open(j, '{');
    json_str(j, "@context", STR("https://schema.org"));
    json_str(j, "@type", STR("CreativeWork"));
    json_str(j, "name", STR("Public edition"));
    json_open_key(j, "abstract", '[');
    for (size_t i = 0; i < s->notice_count; i++)
        json_str(j, NULL, s->notices[i]);
    json_close(j, ']');
    json_close(j, '}');
}

void export_claim_review(Buf *out, const Situation *situation)
{
    Json j = {.out = out};
    json_open(&j, '[');
    put_notices(&j, situation);
    for (uint32_t i = 0; i < situation->claim_count; i++) {
        const Conflict *conflict = conflict_of(situation, i);
        bool told = situation->claims[i].claim->kind != KIND_UNVERIFIED; /* which says it of others */
        if (told && (conflict || is_unverified(situation, i)) &&
            !situation->documents[situation->claims[i].document].after_as_of)
            put_review(&j, situation, i, conflict);
    }
    json_close(&j, ']');
    buf_char(out, '\n');
}
