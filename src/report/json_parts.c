#include "report/json_parts.h"

void json_span_fields(Json *j, Span span)
{
    json_int(j, "start", span.start);
    json_int(j, "end", span.end);
}

void json_passage_fields(Json *j, const Document *document, Span span)
{
    if (!document_in_headline(document, span)) {
        json_span_fields(j, span);
        return;
    }
    Span in_title = document_headline_span(document, span);
    json_null(j, "start");
    json_null(j, "end");
    json_int(j, "title_start", in_title.start);
    json_int(j, "title_end", in_title.end);
}

static void json_day(Json *j, const char *key, Day day)
{
    if (day == DAY_NONE) {
        json_null(j, key);
        return;
    }
    json_raw(j, key, STR("\""));
    day_write(j->out, day);
    buf_char(j->out, '"');
}

void json_window(Json *j, const char *key, Window window, Str text)
{
    if (!window_is_known(window) && text.len == 0) {
        json_null(j, key);
        return;
    }
    json_open_key(j, key, '{');
    json_day(j, "first", window.first);
    json_day(j, "last", window.last);
    json_text(j, "text", text);
    json_close(j, '}');
}

void json_moment(Json *j, const char *key, Moment moment)
{
    Buf text = {0};
    moment_write(&text, moment);
    json_text(j, key, buf_str(&text));
    buf_free(&text);
}

static void json_place_fields(Json *j, const Place *place)
{
    json_text(j, "name", place->name);
    json_text(j, "id", place->id);
    if (place->has_point) {
        json_fixed(j, "lat", place->lat_deg, 4);
        json_fixed(j, "lon", place->lon_deg, 4);
    } else {
        json_null(j, "lat");
        json_null(j, "lon");
    }
    json_text(j, "country", place->country);
    json_text(j, "admin1", place->admin1);
    json_text(j, "precision", precision_name(place->precision));
}

void json_place(Json *j, const char *key, const PlaceMention *place)
{
    if (!place) {
        json_null(j, key);
        return;
    }
    json_open_key(j, key, '{');
    json_place_fields(j, &place->place);
    json_close(j, '}');
}

void json_strings(Json *j, const char *key, const Str *items, size_t count)
{
    json_open_key(j, key, '[');
    for (size_t i = 0; i < count; i++)
        json_str(j, NULL, items[i]);
    json_close(j, ']');
}

static void json_count_fields(Json *j, Interval count)
{
    json_int(j, "low", count.low);
    if (count.high == INTERVAL_OPEN)
        json_null(j, "high");
    else
        json_int(j, "high", count.high);
}

void json_count(Json *j, const char *key, Interval count)
{
    json_open_key(j, key, '{');
    json_count_fields(j, count);
    json_close(j, '}');
}

static void json_claim_count(Json *j, const Claim *claim, Str text)
{
    if (!claim->has_count) {
        json_null(j, "count");
        return;
    }
    json_open_key(j, "count", '{');
    json_count_fields(j, claim->count);
    json_text(j, "text", span_text(text, claim->count_span));
    json_bool(j, "words", claim->count_form == COUNT_WORD);
    json_close(j, '}');
}

static void json_bits(Json *j, const char *key, unsigned bits, Str (*name)(unsigned))
{
    json_open_key(j, key, '[');
    for (unsigned i = 0; name(i).len > 0; i++) {
        if (bits & (1U << i))
            json_str(j, NULL, name(i));
    }
    json_close(j, ']');
}

static void json_passage(Json *j, const char *key, Span span, const Document *document)
{
    if (span_is_empty(span)) {
        json_null(j, key);
        return;
    }
    json_open_key(j, key, '{');
    json_passage_fields(j, document, span);
    json_str(j, "text", span_text(document->text, span));
    json_close(j, '}');
}

static void json_speakers(Json *j, const Attribution *attribution)
{
    json_open_key(j, "speakers", '[');
    for (size_t i = 0; attribution && i < attribution->chain_count; i++)
        json_str(j, NULL, attribution->chain[i]);
    if (attribution && attribution->chain_count == 0 && attribution->speaker.len > 0)
        json_str(j, NULL, attribution->speaker);
    json_close(j, ']');
    if (!attribution)
        return;
    json_text(j, "office", attribution->office);
    json_text(j, "handle", attribution->handle);
    json_text(j, "channel", attribution->channel);
    json_text(j, "group", attribution->group);
}

static void json_claim_what(Json *j, const Claim *claim)
{
    if (claim->type.len > 0)
        json_str(j, "type", claim->type);
    if (claim->target_count > 0)
        json_strings(j, "targets", claim->targets, claim->target_count);
    if (claim->tactic_count > 0)
        json_strings(j, "tactics", claim->tactics, claim->tactic_count);
    if (claim->perpetrator_count > 0)
        json_strings(j, "perpetrators", claim->perpetrators, claim->perpetrator_count);
    if (claim->operation.len > 0)
        json_str(j, "operation", claim->operation);
}

static void json_claim_where(Json *j, const Claim *claim, Str text)
{
    json_place(j, "place", claim->place);
    if (claim->place_count > 1) {
        json_open_key(j, "places", '[');
        for (size_t i = 0; i < claim->place_count; i++)
            json_str(j, NULL, claim->places[i]->place.name);
        json_close(j, ']');
        json_bool(j, "places_partial", claim->places_partial);
    }
    json_window(j, "window", claim->window, span_text(text, claim->window_span));
}

static void json_evidence(Json *j, const Document *document, Span evidence)
{
    json_open_key(j, "evidence", '{');
    json_passage_fields(j, document, evidence);
    if (document_in_headline(document, evidence)) {
        json_null(j, "raw_start");
        json_null(j, "raw_end");
    } else {
        Span raw = document_raw_span(document, evidence);
        json_int(j, "raw_start", raw.start);
        json_int(j, "raw_end", raw.end);
    }
    json_close(j, '}');
}

void json_claim_fields(Json *j, const Claim *claim, const Document *document, Str incident_id, Str part_of_id)
{
    Str text = document->text;
    json_text(j, "id", claim->id);
    json_text(j, "kind", kind_name(claim->kind));
    json_text(j, "outcome", outcome_name(claim->outcome));
    if (claim->kind == KIND_CASUALTY)
        json_str(j, "class", class_name(claim->victim_class));
    json_bits(j, "subgroups", claim->subgroups, subgroup_name);
    if (claim->role.len > 0)
        json_str(j, "role", claim->role);
    json_text(j, "unit", claim->unit);
    json_claim_count(j, claim, text);
    json_passage(j, "victims", claim->victims, document);
    json_claim_what(j, claim);
    json_claim_where(j, claim, text);
    json_speakers(j, claim->attribution);
    json_text(j, "party", party_name(claim->party));
    json_str(j, "stance", stance_name(claim->stance));
    json_text(j, "manner", manner_name(claim->manner));
    json_bits(j, "status", claim->status, status_name);
    json_bool(j, "background", claim->background);
    json_text(j, "part_of", part_of_id);
    json_text(j, "incident", incident_id);
    json_evidence(j, document, claim->evidence);
    json_text(j, "rule", claim->rule);
    json_decided(j, claim);
}

static void json_claim_ids(Json *j, const char *key, const uint32_t *claims, size_t count, const JsonIds *ids)
{
    json_open_key(j, key, '[');
    for (size_t i = 0; i < count; i++)
        json_str(j, NULL, ids->claim_id(ids->owner, claims[i]));
    json_close(j, ']');
}

static void json_known(Json *j, const char *key, bool known, int64_t value)
{
    if (known)
        json_int(j, key, value);
    else
        json_null(j, key);
}

static void json_claimed(Json *j, const Estimate *cell, const JsonIds *ids)
{
    json_open_key(j, "claimed", '[');
    for (size_t i = 0; i < cell->claimed_count; i++) {
        const ClaimedFigure *figure = &cell->claimed[i];
        json_open(j, '{');
        json_text(j, "party", party_name(figure->party));
        json_text(j, "state", figure->state);
        json_count(j, "count", figure->count);
        json_bool(j, "words", figure->words);
        json_text(j, "text", figure->text);
        json_window(j, "window", figure->window, STR_NONE);
        json_claim_ids(j, "claims", figure->claims, figure->claim_count, ids);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_without(Json *j, unsigned without)
{
    json_open_key(j, "without", '[');
    for (unsigned c = 0; c < CLASS_COUNT_; c++) {
        if (without & (1U << c))
            json_str(j, NULL, class_name((VictimClass)c));
    }
    json_close(j, ']');
}

static void json_estimate(Json *j, const char *key, const Estimate *cell, const JsonIds *ids)
{
    if (!cell->present) {
        json_null(j, key);
        return;
    }
    json_open_key(j, key, '{');
    json_known(j, "low", cell->has_low, cell->low);
    json_known(j, "best", cell->has_best, cell->best);
    json_known(j, "high", cell->has_high && !cell->high_open, cell->high);
    json_without(j, cell->without);
    json_window(j, "window", cell->window, STR_NONE);
    json_text(j, "rule", cell->rule);
    json_text(j, "working", cell->working);
    json_int(j, "origins", cell->origins);
    json_bool(j, "derived", cell->derived);
    json_claim_ids(j, "claims", cell->claims, cell->claim_count, ids);
    json_claim_ids(j, "superseded", cell->superseded, cell->superseded_count, ids);
    json_claimed(j, cell, ids);
    if (cell->aside_count > 0)
        json_claim_ids(j, "set_aside", cell->aside, cell->aside_count, ids);
    if (cell->people.len > 0)
        json_str(j, "people", cell->people);
    json_close(j, '}');
}

/* Cells are always there for killed and injured, for other outcomes where something is claimed. */
void json_estimates(Json *j, const char *key, const Estimates *estimates, const JsonIds *ids)
{
    static const char *const SUFFIXES[CELL_COUNT_] = {"", ".civilian", ".security", ".militant", ".women", ".children"};
    json_open_key(j, key, '{');
    Buf name = {0};
    for (int o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++) {
        for (int c = 0; c < CELL_COUNT_; c++) {
            const Estimate *cell = &estimates->cells[o][c];
            bool always = o == OUTCOME_KILLED || (o == OUTCOME_INJURED && c == CELL_ALL);
            if (!cell->present && !always)
                continue;
            buf_clear(&name);
            buf_put(&name, outcome_name((Outcome)o));
            buf_put(&name, str_from(SUFFIXES[c]));
            buf_char(&name, '\0');
            json_estimate(j, name.ptr, cell, ids);
        }
    }
    buf_free(&name);
    json_close(j, '}');
}

void json_incident_fields(Json *j, const Incident *incident, const JsonIds *ids)
{
    json_text(j, "id", incident->id);
    json_text(j, "name", incident->name);
    json_text(j, "type", incident->type);
    json_strings(j, "tactics", incident->tactics, incident->tactic_count);
    json_strings(j, "targets", incident->targets, incident->target_count);
    json_strings(j, "perpetrators", incident->perpetrators, incident->perpetrator_count);
    json_str(j, "responsibility", responsibility_name(incident->responsibility));
    json_place(j, "place", incident->place);
    json_window(j, "window", incident->window, STR_NONE);
    json_bits(j, "status", incident->status, status_name);
    json_bool(j, "background", incident->background);
    json_text(j, "part_of", ids->incident_id(ids->owner, incident->part_of));
    json_claim_ids(j, "claims", incident->claims, incident->claim_count, ids);
    json_estimates(j, "estimates", &incident->estimates, ids);
}

static void json_dateline(Json *j, const Extraction *extraction)
{
    if (!str_present(extraction->dateline_place) && extraction->dateline_day == DAY_NONE) {
        json_null(j, "dateline");
        return;
    }
    json_open_key(j, "dateline", '{');
    json_text(j, "place", extraction->dateline_place);
    json_day(j, "day", extraction->dateline_day);
    json_close(j, '}');
}

void json_document_fields(Json *j, const Extraction *extraction)
{
    const Document *document = extraction->document;
    json_str(j, "id", document->id);
    json_text(j, "url", document->url);
    json_text(j, "publisher", document->publisher);
    json_text(j, "author", document->author);
    json_text(j, "title", document->title);
    Buf published = {0};
    moment_write_own(&published, document->published);
    json_text(j, "published", buf_str(&published));
    buf_free(&published);
    json_dateline(j, extraction);
    json_text(j, "lang", document->lang);
    json_text(j, "sha256", document->sha256);
}

void json_flags(Json *j, const Extraction *extraction)
{
    json_open_key(j, "flags", '[');
    for (size_t i = 0; i < extraction->flag_count; i++) {
        const Flag *flag = &extraction->flags[i];
        json_open(j, '{');
        json_text(j, "kind", flag_name(flag->kind));
        json_passage_fields(j, extraction->document, flag->span);
        json_text(j, "note", flag->note);
        json_close(j, '}');
    }
    json_close(j, ']');
}
