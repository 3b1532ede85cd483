#include "report/export_parts.h"

#include "assemble/basis/traits.h"
#include "report/json.h"
#include "report/words.h"

static void write_json(Buf *out, const Situation *situation)
{
    json_situation(out, situation);
    buf_char(out, '\n');
}

static const ExportFormat FORMATS[] = {
    {"json", "application/json", ".json", "everything, as report --json prints it", write_json, "daybook"},
    {"csv", "text/csv", ".csv", "one row a claim, with its passage and its bytes", export_claims_csv, "daybook"},
    {"geojson", "application/geo+json", ".geojson", "incidents as points on a map, with their figures", export_geojson,
     "daybook"},
    {"hxl", "text/csv", ".csv", "incidents with hashtags of the Humanitarian Exchange Language", export_hxl, "daybook"},
    {"ged", "text/csv", ".csv", "incidents in the columns of the UCDP Georeferenced Event Dataset", export_ged, "ged"},
    {"acled", "text/csv", ".csv", "incidents in the columns of ACLED", export_acled, "acled"},
    {"claimreview", "application/ld+json", ".jsonld", "disputed and unverified claims as schema.org ClaimReview",
     export_claim_review, "daybook"},
    {"markdown", "text/markdown", ".md", "the day book, with a footnote for each figure", export_markdown, "daybook"},
};

const ExportFormat *export_formats(size_t *count)
{
    *count = sizeof FORMATS / sizeof FORMATS[0];
    return FORMATS;
}

const ExportFormat *export_format(Str name)
{
    for (size_t i = 0; i < sizeof FORMATS / sizeof FORMATS[0]; i++) {
        if (str_equal(name, str_from(FORMATS[i].name)))
            return &FORMATS[i];
    }
    return NULL;
}

/* The cells of the column that a public edition's table ends with. The row of hashtags is told by its first sign. */
static void put_edition(Buf *out, const Situation *s, size_t row, bool tags, bool first)
{
    buf_char(out, ',');
    if (row == 0) {
        buf_put(out, STR("edition"));
    } else if (tags) {
        buf_put(out, STR("#meta+edition"));
    } else if (first) {
        Buf all = {0};
        buf_put(&all, STR("public:"));
        for (size_t i = 0; i < s->notice_count; i++) {
            buf_char(&all, ' ');
            buf_put(&all, s->notices[i]);
        }
        buf_csv(out, buf_str(&all));
        buf_free(&all);
    } else {
        buf_put(out, STR("public"));
    }
}

/* A table with that column: rows end at a line break outside quotes. */
static void put_with_edition(Buf *out, const Situation *s, Str table)
{
    size_t row = 0;
    bool quoted = false;
    bool told = false;
    size_t start = 0;
    for (size_t i = 0; i < table.len; i++) {
        if (table.ptr[i] == '"')
            quoted = !quoted;
        if (quoted || table.ptr[i] != '\r')
            continue;
        bool tags = row == 1 && table.ptr[start] == '#';
        buf_put(out, str_slice(table, start, i));
        put_edition(out, s, row, tags, !told);
        told = told || (row > 0 && !tags);
        buf_put(out, STR("\r\n"));
        start = i + 2;
        row++;
    }
}

void export_write(Buf *out, const ExportFormat *format, const Situation *situation)
{
    if (situation->notice_count == 0 || !str_equal(str_from(format->type), STR("text/csv"))) {
        format->write(out, situation);
        return;
    }
    Buf table = {0};
    format->write(&table, situation);
    put_with_edition(out, situation, buf_str(&table));
    buf_free(&table);
}

bool export_is_event(const Situation *s, const Incident *incident)
{
    if (incident->background)
        return false;
    for (int o = OUTCOME_KILLED; o <= OUTCOME_ABDUCTED; o++) {
        if (incident->estimates.cells[o][CELL_ALL].present)
            return true;
    }
    for (size_t i = 0; i < incident->claim_count; i++) {
        if (s->claims[incident->claims[i]].claim->kind == KIND_ATTACK)
            return true;
    }
    return false;
}

bool export_is_violence(const Situation *s, const Incident *incident)
{
    return export_is_event(s, incident) && !traits_is_disaster(incident);
}

const Estimate *export_cell(const Incident *incident, Outcome outcome, CellKind kind)
{
    const Estimate *estimate = &incident->estimates.cells[outcome][kind];
    return estimate->present ? estimate : NULL;
}

bool export_has_dead(const Incident *incident, CellKind kind)
{
    const Estimate *cell = export_cell(incident, OUTCOME_KILLED, kind);
    return cell && (cell->has_low || cell->claimed_count > 0);
}

int export_year(Day day)
{
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    if (day != DAY_NONE)
        day_to_ymd(day, &year, &month, &day_of_month);
    return year;
}

void export_best(CsvRow *row, const Estimate *estimate)
{
    csv_count(row, estimate && estimate->has_best, estimate ? estimate->best : 0);
}

static Str source_name(const Document *document)
{
    if (str_present(document->publisher))
        return document->publisher;
    return str_present(document->url) ? document->url : document->id;
}

const Profile *export_codes(const Situation *s, Str codebook, Arena *arena)
{
    bool own = s->profile && s->profile->when_count > 0;
    return own ? s->profile : profile_named(codebook, arena, NULL);
}

int export_place_code(const Profile *codes, const Incident *incident)
{
    return codes->where[incident->place ? incident->place->place.precision : PRECISION_NONE];
}

int export_day_code(const Profile *codes, Window window)
{
    int days = window_days(window);
    for (size_t i = 0; days > 0 && i < codes->when_count; i++)
        if (days <= codes->when[i].days)
            return codes->when[i].code;
    return 0;
}

size_t export_sources(const Situation *s, const Incident *incident, Str *out, size_t limit)
{
    size_t count = 0;
    for (size_t i = 0; i < incident->document_count && count < limit; i++) {
        Str name = source_name(s->documents[incident->documents[i]].extraction->document);
        bool known = false;
        for (size_t k = 0; k < count && !known; k++)
            known = str_equal(out[k], name);
        if (!known)
            out[count++] = name;
    }
    return count;
}

static size_t parts_of(const Situation *s, size_t index)
{
    size_t parts = 0;
    for (size_t i = 0; i < s->incident_count; i++)
        parts += s->incidents[i].part_of == (int32_t)index;
    return parts;
}

bool export_is_counted_above(const Situation *s, size_t index)
{
    int32_t whole = s->incidents[index].part_of;
    const Estimate *killed = whole >= 0 && export_is_event(s, &s->incidents[whole])
                                 ? export_cell(&s->incidents[whole], OUTCOME_KILLED, CELL_ALL)
                                 : NULL;
    return killed && killed->has_best;
}

static void held_incidents(Buf *out, size_t parts, const char *how)
{
    buf_put(out, STR("Holds "));
    words_counted(out, parts, "incident");
    buf_put(out, STR(" of this list"));
    buf_put(out, str_from(how));
}

void export_nesting_of_events(Buf *out, const Situation *s, size_t index)
{
    const Estimate *killed = export_cell(&s->incidents[index], OUTCOME_KILLED, CELL_ALL);
    size_t parts = parts_of(s, index);
    if (parts > 0 && killed && killed->has_best)
        held_incidents(out, parts, ", whose dead are counted here.");
    else if (!export_is_counted_above(s, index))
        export_nesting(out, s, index);
    if (!export_is_counted_above(s, index))
        return;
    buf_put(out, STR("Part of "));
    buf_put(out, s->incidents[s->incidents[index].part_of].id);
    buf_put(out, STR(", in whose figures its dead are counted"));
    if (killed && killed->has_best)
        buf_format(out, ": %lld here", (long long)killed->best);
    buf_char(out, '.');
}

void export_nesting(Buf *out, const Situation *s, size_t index)
{
    int32_t whole = s->incidents[index].part_of;
    if (whole >= 0 && export_is_event(s, &s->incidents[whole])) {
        buf_put(out, STR("Part of "));
        buf_put(out, s->incidents[whole].id);
        buf_put(out, STR(", whose figures include it: do not add."));
        return;
    }
    size_t parts = parts_of(s, index);
    if (parts > 0)
        held_incidents(out, parts, ", counted in its figures: do not add.");
}

void export_open_cause(Buf *out, const Incident *incident)
{
    if (!str_is(incident->type, "explosion") || incident->perpetrator_count > 0 || incident->responsibility)
        return;
    if (out->len > 0 && out->ptr[out->len - 1] != ' ')
        buf_char(out, ' ');
    buf_put(out, STR("No report tells the cause of the explosion."));
}
