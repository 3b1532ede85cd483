#include "report/json.h"

#include "report/profile_words.h"

/* ---- extract ---- */

static Str extraction_claim_id(const void *owner, uint32_t index)
{
    const Extraction *extraction = owner;
    return extraction->claims[index].id;
}

static Str extraction_incident_id(const void *owner, int32_t index)
{
    const Extraction *extraction = owner;
    return index < 0 ? STR_NONE : extraction->incidents[index].id;
}

static void json_places(Json *j, const Extraction *extraction)
{
    json_open_key(j, "places", '[');
    for (size_t i = 0; i < extraction->place_count; i++) {
        const PlaceMention *p = &extraction->places[i];
        if (document_in_headline(extraction->document, p->span))
            continue;
        json_open(j, '{');
        json_span_fields(j, p->span);
        json_str(j, "text", span_text(extraction->document->text, p->span));
        json_text(j, "name", p->place.name);
        json_text(j, "id", p->place.id);
        if (p->place.has_point) {
            json_fixed(j, "lat", p->place.lat_deg, 4);
            json_fixed(j, "lon", p->place.lon_deg, 4);
        } else {
            json_null(j, "lat");
            json_null(j, "lon");
        }
        json_text(j, "country", p->place.country);
        json_text(j, "admin1", p->place.admin1);
        json_text(j, "precision", precision_name(p->place.precision));
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_times(Json *j, const Extraction *extraction)
{
    json_open_key(j, "times", '[');
    for (size_t i = 0; i < extraction->time_count; i++) {
        const TimeMention *t = &extraction->times[i];
        if (document_in_headline(extraction->document, t->span))
            continue;
        Buf day = {0};
        json_open(j, '{');
        json_span_fields(j, t->span);
        json_str(j, "text", span_text(extraction->document->text, t->span));
        json_text(j, "type", t->type);
        json_text(j, "value", t->value);
        day_write(&day, t->window.first);
        json_text(j, "first", buf_str(&day));
        buf_clear(&day);
        day_write(&day, t->window.last);
        json_text(j, "last", buf_str(&day));
        buf_free(&day);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_optional_span(Json *j, const char *key, Span span)
{
    if (span_is_empty(span)) {
        json_null(j, key);
        return;
    }
    json_open_key(j, key, '{');
    json_span_fields(j, span);
    json_close(j, '}');
}

static void json_attributions(Json *j, const Extraction *extraction)
{
    json_open_key(j, "attributions", '[');
    for (size_t i = 0; i < extraction->attribution_count; i++) {
        const Attribution *a = &extraction->attributions[i];
        if (document_in_headline(extraction->document, a->content_count > 0 ? a->content[0] : a->cue))
            continue;
        json_open(j, '{');
        json_optional_span(j, "source", a->source);
        json_optional_span(j, "cue", a->cue);
        json_open_key(j, "content", '[');
        for (size_t c = 0; c < a->content_count; c++)
            json_optional_span(j, NULL, a->content[c]);
        json_close(j, ']');
        json_text(j, "speaker", a->speaker);
        json_strings(j, "chain", a->chain, a->chain_count);
        json_text(j, "office", a->office);
        json_text(j, "handle", a->handle);
        json_text(j, "channel", a->channel);
        json_text(j, "party", party_name(a->party));
        json_text(j, "group", a->group);
        json_text(j, "state", a->state);
        json_str(j, "stance", stance_name(a->stance));
        json_text(j, "manner", manner_name(a->manner));
        json_bool(j, "identified", a->identified);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_extraction_claims(Json *j, const Extraction *extraction)
{
    json_open_key(j, "claims", '[');
    for (size_t i = 0; i < extraction->claim_count; i++) {
        const Claim *claim = &extraction->claims[i];
        Str part_of = claim->part_of < 0 ? STR_NONE : extraction->claims[claim->part_of].id;
        json_open(j, '{');
        json_claim_fields(j, claim, extraction->document, extraction_incident_id(extraction, claim->incident), part_of);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_extraction_incidents(Json *j, const Extraction *extraction)
{
    JsonIds ids = {extraction, extraction_claim_id, extraction_incident_id};
    json_open_key(j, "incidents", '[');
    for (size_t i = 0; i < extraction->incident_count; i++) {
        json_open(j, '{');
        json_bool(j, "main", extraction->incidents[i].main);
        json_incident_fields(j, &extraction->incidents[i], &ids);
        json_beside(j, &extraction->incidents[i], &ids);
        json_close(j, '}');
    }
    json_close(j, ']');
}

void json_extraction(Buf *out, const Extraction *extraction, bool with_text)
{
    Json j = {.out = out};
    json_open(&j, '{');
    json_document_fields(&j, extraction);
    if (with_text)
        json_str(&j, "text", document_body(extraction->document));
    json_flags(&j, extraction);
    json_places(&j, extraction);
    json_times(&j, extraction);
    json_attributions(&j, extraction);
    json_extraction_claims(&j, extraction);
    json_extraction_incidents(&j, extraction);
    json_close(&j, '}');
}

/* ---- report ---- */

static Str situation_claim_id(const void *owner, uint32_t index)
{
    const Situation *situation = owner;
    return situation->claims[index].claim->id;
}

static Str situation_incident_id(const void *owner, int32_t index)
{
    const Situation *situation = owner;
    return index < 0 ? STR_NONE : situation->incidents[index].id;
}

static Str document_id(const Situation *situation, int64_t index)
{
    return index < 0 ? STR_NONE : situation->documents[index].extraction->document->id;
}

static void json_document_ids(Json *j, const char *key, const Situation *s, const uint32_t *items, size_t count)
{
    json_open_key(j, key, '[');
    for (size_t i = 0; i < count; i++)
        json_str(j, NULL, document_id(s, items[i]));
    json_close(j, ']');
}

static void json_situation_documents(Json *j, const Situation *s)
{
    json_open_key(j, "documents", '[');
    for (size_t i = 0; i < s->document_count; i++) {
        const SituationDocument *d = &s->documents[i];
        json_open(j, '{');
        json_document_fields(j, d->extraction);
        json_document_ids(j, "origin_of", s, d->origin_of, d->origin_of_count);
        json_text(j, "copy_of", document_id(s, d->copy_of));
        json_bool(j, "after_as_of", d->after_as_of);
        json_flags(j, d->extraction);
        json_close(j, '}');
    }
    json_close(j, ']');
}

/* The situation's index of the claim that this one is a part of: both stand in the same document's run of claims. */
static Str whole_id(const Situation *s, const SituationClaim *c)
{
    const Extraction *extraction = s->documents[c->document].extraction;
    return c->claim->part_of < 0 ? STR_NONE : extraction->claims[c->claim->part_of].id;
}

static void json_situation_claims(Json *j, const Situation *s)
{
    json_open_key(j, "claims", '[');
    for (size_t i = 0; i < s->claim_count; i++) {
        const SituationClaim *c = &s->claims[i];
        json_open(j, '{');
        json_str(j, "document", document_id(s, c->document));
        json_claim_fields(j, c->claim, s->documents[c->document].extraction->document,
                          situation_incident_id(s, c->incident), whole_id(s, c));
        json_text(j, "superseded_by",
                  c->superseded_by < 0 ? STR_NONE : situation_claim_id(s, (uint32_t)c->superseded_by));
        json_text(j, "copy_of", c->copy_of < 0 ? STR_NONE : situation_claim_id(s, (uint32_t)c->copy_of));
        json_text(j, "origin", c->origin);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_versions(Json *j, const Incident *incident, const JsonIds *ids)
{
    json_open_key(j, "versions", '[');
    for (size_t i = 0; i < incident->version_count; i++) {
        const Version *version = &incident->versions[i];
        json_open(j, '{');
        json_text(j, "party", party_name(version->party));
        json_text(j, "account", version->account);
        json_open_key(j, "claims", '[');
        for (size_t c = 0; c < version->claim_count; c++)
            json_str(j, NULL, ids->claim_id(ids->owner, version->claims[c]));
        json_close(j, ']');
        json_estimates(j, "estimates", &version->estimates, ids);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_history(Json *j, const Situation *s, const Incident *incident, const JsonIds *ids)
{
    json_open_key(j, "history", '[');
    for (size_t i = 0; i < incident->history_count; i++) {
        const HistoryStep *step = &incident->history[i];
        json_open(j, '{');
        json_moment(j, "time", step->time);
        json_str(j, "document", document_id(s, step->document));
        json_estimates(j, "estimates", step->estimates, ids);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_situation_incidents(Json *j, const Situation *s)
{
    JsonIds ids = {s, situation_claim_id, situation_incident_id};
    json_open_key(j, "incidents", '[');
    for (size_t i = 0; i < s->incident_count; i++) {
        const Incident *incident = &s->incidents[i];
        json_open(j, '{');
        json_document_ids(j, "documents", s, incident->documents, incident->document_count);
        json_incident_fields(j, incident, &ids);
        json_beside(j, incident, &ids);
        json_versions(j, incident, &ids);
        json_history(j, s, incident, &ids);
        json_strings(j, "reasons", incident->reasons, incident->reason_count);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_waves(Json *j, const Situation *s)
{
    JsonIds ids = {s, situation_claim_id, situation_incident_id};
    json_open_key(j, "waves", '[');
    for (size_t i = 0; i < s->wave_count; i++) {
        const Wave *wave = &s->waves[i];
        json_open(j, '{');
        json_text(j, "id", wave->id);
        json_str(j, "whole", situation_incident_id(s, (int32_t)wave->whole));
        json_open_key(j, "incidents", '[');
        for (size_t k = 0; k < wave->incident_count; k++)
            json_str(j, NULL, situation_incident_id(s, (int32_t)wave->incidents[k]));
        json_close(j, ']');
        json_int(j, "n_places", wave->place_count);
        if (wave->has_span_hours)
            json_fixed(j, "span_hours", wave->span_hours, 1);
        else
            json_null(j, "span_hours");
        if (wave->diameter_km >= 0)
            json_fixed(j, "diameter_km", wave->diameter_km, 0);
        else
            json_null(j, "diameter_km");
        json_text(j, "from", wave->from_place);
        json_text(j, "to", wave->to_place);
        json_text(j, "claimant", wave->claimant);
        json_text(j, "operation", wave->operation);
        json_wave_scan(j, &wave->scan);
        json_estimates(j, "estimates", &s->incidents[wave->whole].estimates, &ids);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_drift(Json *j, const Situation *s, const CopyGroup *group)
{
    json_open_key(j, "drift", '[');
    for (size_t i = 0; i < group->drift_count; i++) {
        const Drift *drift = &group->drift[i];
        json_open(j, '{');
        json_str(j, "document", document_id(s, drift->document));
        json_text(j, "field", drift->field);
        json_text(j, "from", drift->from);
        json_text(j, "to", drift->to);
        json_text(j, "from_claim",
                  drift->from_claim < 0 ? STR_NONE : situation_claim_id(s, (uint32_t)drift->from_claim));
        json_text(j, "to_claim", drift->to_claim < 0 ? STR_NONE : situation_claim_id(s, (uint32_t)drift->to_claim));
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_copies(Json *j, const Situation *s)
{
    json_open_key(j, "copies", '[');
    for (size_t i = 0; i < s->copy_count; i++) {
        const CopyGroup *group = &s->copies[i];
        json_open(j, '{');
        json_str(j, "origin", document_id(s, group->origin));
        json_document_ids(j, "copies", s, group->copies, group->copy_count);
        json_text(j, "basis", group->basis);
        json_drift(j, s, group);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_situation_claim_ids(Json *j, const char *key, const Situation *s, const uint32_t *items, size_t count)
{
    json_open_key(j, key, '[');
    for (size_t i = 0; i < count; i++)
        json_str(j, NULL, situation_claim_id(s, items[i]));
    json_close(j, ']');
}

static void json_conflicts(Json *j, const Situation *s)
{
    json_open_key(j, "conflicts", '[');
    for (size_t i = 0; i < s->conflict_count; i++) {
        const Conflict *conflict = &s->conflicts[i];
        json_open(j, '{');
        json_text(j, "kind", conflict_name(conflict->kind));
        json_situation_claim_ids(j, "claims", s, conflict->claims, conflict->claim_count);
        json_text(j, "document", document_id(s, conflict->document));
        json_text(j, "note", conflict->note);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_sums(Json *j, const Situation *s)
{
    json_open_key(j, "derived_sums", '[');
    for (size_t i = 0; i < s->sum_count; i++) {
        const DerivedSum *sum = &s->sums[i];
        json_open(j, '{');
        json_situation_claim_ids(j, "terms", s, sum->terms, sum->term_count);
        json_str(j, "total", situation_claim_id(s, sum->total));
        json_text(j, "note", sum->note);
        json_close(j, '}');
    }
    json_close(j, ']');
}

void json_notices(Json *j, const Situation *situation)
{
    if (situation->notice_count == 0)
        return;
    json_str(j, "edition", STR("public"));
    json_strings(j, "withheld", situation->notices, situation->notice_count);
}

void json_situation(Buf *out, const Situation *situation)
{
    Json j = {.out = out};
    json_open(&j, '{');
    json_moment(&j, "as_of", situation->as_of);
    json_notices(&j, situation);
    json_profile(&j, situation);
    json_text(&j, "headline", situation_incident_id(situation, situation->headline));
    json_situation_documents(&j, situation);
    json_situation_claims(&j, situation);
    json_situation_incidents(&j, situation);
    json_waves(&j, situation);
    json_copies(&j, situation);
    json_conflicts(&j, situation);
    json_sums(&j, situation);
    json_superlatives(&j, situation);
    json_decisions(&j, situation);
    json_situation_claim_ids(&j, "unverified", situation, situation->unverified, situation->unverified_count);
    json_situation_claim_ids(&j, "pending", situation, situation->pending, situation->pending_count);
    json_close(&j, '}');
}
