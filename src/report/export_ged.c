/*
 * Incidents in the columns of the UCDP Georeferenced Event Dataset (codebook 24.1), for those who work in its shape, counted by
 * data/profiles/ged.profile unless another is asked for. It is not GED: what its coders decide by judgement (dyads, conflicts, codes of actors) is left empty, and so is what nobody reports.
 */
#include "report/export_parts.h"

static const char *const HEADINGS[] = {"id",
                                       "year",
                                       "type_of_violence",
                                       "side_a",
                                       "side_b",
                                       "number_of_sources",
                                       "source_office",
                                       "source_headline",
                                       "where_prec",
                                       "where_coordinates",
                                       "adm_1",
                                       "latitude",
                                       "longitude",
                                       "country",
                                       "event_clarity",
                                       "date_prec",
                                       "date_start",
                                       "date_end",
                                       "deaths_a",
                                       "deaths_b",
                                       "deaths_civilians",
                                       "deaths_unknown",
                                       "best",
                                       "high",
                                       "low",
                                       "note"};

enum { MAX_SOURCES = 64 };

/* 1 state-based where soldiers or fighters died, 3 one-sided where only civilians did; 0: cannot be told. */
static int type_of_violence(const Incident *incident)
{
    if (export_has_dead(incident, CELL_SECURITY) || export_has_dead(incident, CELL_MILITANT))
        return 1;
    return export_has_dead(incident, CELL_CIVILIAN) && incident->perpetrator_count > 0 ? 3 : 0;
}

/* Deaths that no class's best holds; false where the total or that is not known. */
static bool unknown_deaths(const Incident *incident, int64_t *out)
{
    static const CellKind CLASSES[] = {CELL_CIVILIAN, CELL_SECURITY, CELL_MILITANT};
    const Estimate *all = export_cell(incident, OUTCOME_KILLED, CELL_ALL);
    if (!all || !all->has_best)
        return false;
    *out = all->best;
    for (size_t i = 0; i < sizeof CLASSES / sizeof CLASSES[0]; i++) {
        const Estimate *cell = export_cell(incident, OUTCOME_KILLED, CLASSES[i]);
        *out -= cell && cell->has_best ? cell->best : 0;
    }
    return *out >= 0;
}

static void put_sides(CsvRow *row, const Incident *incident, int type)
{
    csv_count(row, type > 0, type);
    csv_text(row, type == 3 && incident->perpetrator_count > 0 ? incident->perpetrators[0] : STR_NONE);
    csv_text(row, type == 1 && incident->perpetrator_count > 0 ? incident->perpetrators[0] : STR_NONE);
}

static void put_where(CsvRow *row, const Incident *incident, int precision)
{
    const Place *place = incident->place ? &incident->place->place : NULL;
    csv_count(row, precision > 0, precision);
    csv_text(row, place ? place->name : STR_NONE);
    csv_text(row, place ? place->admin1 : STR_NONE);
    csv_fixed(row, place && place->has_point, place ? place->lat_deg : 0, 4);
    csv_fixed(row, place && place->has_point, place ? place->lon_deg : 0, 4);
    csv_text(row, place ? place->country : STR_NONE);
}

static void put_deaths(CsvRow *row, const Incident *incident, bool counted_above)
{
    enum { COLUMNS = 7 };
    for (int i = 0; i < COLUMNS && counted_above; i++)
        csv_text(row, STR_NONE);
    if (counted_above)
        return;
    const Estimate *all = export_cell(incident, OUTCOME_KILLED, CELL_ALL);
    int64_t unknown = 0;
    bool known = unknown_deaths(incident, &unknown);
    export_best(row, export_cell(incident, OUTCOME_KILLED, CELL_SECURITY));
    export_best(row, export_cell(incident, OUTCOME_KILLED, CELL_MILITANT));
    export_best(row, export_cell(incident, OUTCOME_KILLED, CELL_CIVILIAN));
    csv_count(row, known, unknown);
    export_best(row, all);
    csv_count(row, all && all->has_high, all ? all->high : 0);
    csv_count(row, all && all->has_low, all ? all->low : 0);
}

static bool holds_parts(const Situation *s, size_t index)
{
    for (size_t i = 0; i < s->incident_count; i++) {
        if (s->incidents[i].part_of == (int32_t)index)
            return true;
    }
    return false;
}

static void put_incident(Buf *out, const Situation *s, size_t index, const Profile *codes)
{
    CsvRow row = {.out = out};
    const Incident *incident = &s->incidents[index];
    Str sources[MAX_SOURCES];
    size_t source_count = export_sources(s, incident, sources, MAX_SOURCES);
    int year = export_year(incident->window.first);
    csv_text(&row, incident->id);
    csv_count(&row, year > 0, year);
    put_sides(&row, incident, type_of_violence(incident));
    csv_int(&row, (int64_t)source_count);
    csv_list(&row, sources, source_count);
    csv_text(&row, incident->document_count > 0 ? s->documents[incident->documents[0]].extraction->document->title
                                                : STR_NONE);
    put_where(&row, incident, export_place_code(codes, incident));
    csv_int(&row, holds_parts(s, index) ? codes->clarity_summed : codes->clarity_single);
    csv_count(&row, export_day_code(codes, incident->window) > 0, export_day_code(codes, incident->window));
    csv_day(&row, incident->window.first);
    csv_day(&row, incident->window.last);
    put_deaths(&row, incident, export_is_counted_above(s, index));
    Buf note = {0};
    export_nesting_of_events(&note, s, index);
    export_open_cause(&note, incident);
    csv_text(&row, buf_str(&note));
    buf_free(&note);
    csv_end(&row);
}

void export_ged(Buf *out, const Situation *situation)
{
    Arena *arena = arena_create();
    const Profile *codes = export_codes(situation, STR("ged"), arena);
    csv_headings(out, HEADINGS, sizeof HEADINGS / sizeof HEADINGS[0]);
    for (size_t i = 0; i < situation->incident_count; i++) {
        if (export_is_violence(situation, &situation->incidents[i]))
            put_incident(out, situation, i, codes);
    }
    arena_destroy(arena);
}
