/* Claims as a table: one row a claim, so that a spreadsheet can go on from it. */
#include "report/export_parts.h"

static const char *const HEADINGS[] = {
    "claim_id",     "document_id", "publisher", "title",    "url",        "published",   "kind",
    "outcome",      "class",       "subgroups", "unit",     "count_low",  "count_high",  "count_text",
    "window_first", "window_last", "place",     "place_id", "latitude",   "longitude",   "precision",
    "speaker",      "party",       "stance",    "status",   "background", "incident_id", "superseded_by",
    "copy_of",      "passage",     "in_title",  "start",    "end",        "raw_start",   "raw_end",
    "sha256",       "rule",        "decided"};

static void put_bits(CsvRow *row, unsigned bits, Str (*name_of)(unsigned))
{
    Buf names = {0};
    for (unsigned i = 0; str_present(name_of(i)) && name_of(i).len > 0; i++) {
        if (!(bits >> i & 1U))
            continue;
        if (names.len > 0)
            buf_put(&names, STR("; "));
        buf_put(&names, name_of(i));
    }
    csv_text(row, buf_str(&names));
    buf_free(&names);
}

static void put_figure(CsvRow *row, const Document *document, const Claim *claim)
{
    csv_text(row, claim->unit);
    csv_count(row, claim->has_count, claim->count.low);
    csv_count(row, claim->has_count && claim->count.high != INTERVAL_OPEN, claim->count.high);
    csv_text(row, claim->has_count ? span_text(document->text, claim->count_span) : STR_NONE);
    csv_day(row, claim->window.first);
    csv_day(row, claim->window.last);
}

static void put_place(CsvRow *row, const PlaceMention *mention)
{
    const Place *place = mention ? &mention->place : NULL;
    csv_text(row, place ? place->name : STR_NONE);
    csv_text(row, place ? place->id : STR_NONE);
    csv_fixed(row, place && place->has_point, place ? place->lat_deg : 0, 4);
    csv_fixed(row, place && place->has_point, place ? place->lon_deg : 0, 4);
    csv_text(row, place ? precision_name(place->precision) : STR_NONE);
}

static Str claim_id(const Situation *s, int32_t claim)
{
    return claim >= 0 ? s->claims[claim].claim->id : STR_NONE;
}

/* Where the passage stands: in the text and the original, or, in_title, in the title that was given apart from them. */
static void put_bytes(CsvRow *row, const Document *document, Span passage)
{
    bool in_title = document_in_headline(document, passage);
    Span span = in_title ? document_headline_span(document, passage) : passage;
    Span raw = in_title ? (Span){0, 0} : document_raw_span(document, passage);
    csv_int(row, in_title);
    csv_int(row, span.start);
    csv_int(row, span.end);
    csv_count(row, !in_title, raw.start);
    csv_count(row, !in_title, raw.end);
}

static void put_claim(Buf *out, const Situation *s, const SituationClaim *sc)
{
    CsvRow row = {.out = out};
    const Claim *claim = sc->claim;
    const Document *document = s->documents[sc->document].extraction->document;
    csv_text(&row, claim->id);
    csv_text(&row, document->id);
    csv_text(&row, document->publisher);
    csv_text(&row, document->title);
    csv_text(&row, document->url);
    csv_moment(&row, document->published);
    csv_text(&row, kind_name(claim->kind));
    csv_text(&row, outcome_name(claim->outcome));
    csv_text(&row, claim->kind == KIND_CASUALTY ? class_name(claim->victim_class) : STR_NONE);
    put_bits(&row, claim->subgroups, subgroup_name);
    put_figure(&row, document, claim);
    put_place(&row, claim->place);
    csv_text(&row, claim->attribution ? claim->attribution->speaker : STR_NONE);
    csv_text(&row, party_name(claim->party));
    csv_text(&row, stance_name(claim->stance));
    put_bits(&row, claim->status, status_name);
    csv_int(&row, claim->background);
    csv_text(&row, sc->incident >= 0 ? s->incidents[sc->incident].id : STR_NONE);
    csv_text(&row, claim_id(s, sc->superseded_by));
    csv_text(&row, claim_id(s, sc->copy_of));
    csv_text(&row, span_text(document->text, claim->evidence));
    put_bytes(&row, document, claim->evidence);
    csv_text(&row, document->sha256);
    csv_text(&row, claim->rule);
    csv_text(&row, claim->decided ? verdict_name(claim->decided->verdict) : STR_NONE);
    csv_end(&row);
}

void export_claims_csv(Buf *out, const Situation *situation)
{
    csv_headings(out, HEADINGS, sizeof HEADINGS / sizeof HEADINGS[0]);
    for (size_t i = 0; i < situation->claim_count; i++) {
        if (!situation->documents[situation->claims[i].document].after_as_of)
            put_claim(out, situation, &situation->claims[i]);
    }
}
