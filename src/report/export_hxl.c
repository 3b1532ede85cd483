/* Incidents with HXL hashtags (hxlstandard.org, 1.1): the second row says what each column means to any reader of HXL. */
#include "report/export_parts.h"

static const struct {
    const char *heading;
    const char *tag;
} COLUMNS[] = {
    {"Incident", "#event+id"},
    {"Type", "#event+type"},
    {"First day", "#date+start"},
    {"Last day", "#date+end"},
    {"Place", "#loc+name"},
    {"Precision", "#loc+precision"},
    {"Province", "#adm1+name"},
    {"Country", "#country+code+v_iso2"},
    {"Latitude", "#geo+lat"},
    {"Longitude", "#geo+lon"},
    {"Killed, low", "#affected+killed+min"},
    {"Killed, best", "#affected+killed+num"},
    {"Killed, high", "#affected+killed+max"},
    {"Civilians killed", "#affected+killed+civilians"},
    {"Security forces killed", "#affected+killed+security"},
    {"Fighters killed", "#affected+killed+fighters"},
    {"Women killed", "#affected+killed+f"},
    {"Children killed", "#affected+killed+children"},
    {"Injured, best", "#affected+injured+num"},
    {"Abducted, best", "#affected+abducted+num"},
    {"Displaced, best", "#affected+displaced+num"},
    {"Sources", "#meta+source"},
    {"Note", "#meta+note"},
};

enum { COLUMN_COUNT = sizeof COLUMNS / sizeof COLUMNS[0], MAX_SOURCES = 64 };

static void put_place(CsvRow *row, const PlaceMention *mention)
{
    const Place *place = mention ? &mention->place : NULL;
    csv_text(row, place ? place->name : STR_NONE);
    csv_text(row, place ? precision_name(place->precision) : STR_NONE);
    csv_text(row, place ? place->admin1 : STR_NONE);
    csv_text(row, place ? place->country : STR_NONE);
    csv_fixed(row, place && place->has_point, place ? place->lat_deg : 0, 4);
    csv_fixed(row, place && place->has_point, place ? place->lon_deg : 0, 4);
}

static void put_killed(CsvRow *row, const Incident *incident)
{
    const Estimate *all = export_cell(incident, OUTCOME_KILLED, CELL_ALL);
    csv_count(row, all && all->has_low, all ? all->low : 0);
    export_best(row, all);
    csv_count(row, all && all->has_high, all ? all->high : 0);
    static const CellKind CELLS[] = {CELL_CIVILIAN, CELL_SECURITY, CELL_MILITANT, CELL_WOMEN, CELL_CHILDREN};
    for (size_t i = 0; i < sizeof CELLS / sizeof CELLS[0]; i++)
        export_best(row, export_cell(incident, OUTCOME_KILLED, CELLS[i]));
}

static void put_incident(Buf *out, const Situation *s, size_t index)
{
    CsvRow row = {.out = out};
    const Incident *incident = &s->incidents[index];
    csv_text(&row, incident->id);
    csv_text(&row, incident->type);
    csv_day(&row, incident->window.first);
    csv_day(&row, incident->window.last);
    put_place(&row, incident->place);
    put_killed(&row, incident);
    export_best(&row, export_cell(incident, OUTCOME_INJURED, CELL_ALL));
    export_best(&row, export_cell(incident, OUTCOME_ABDUCTED, CELL_ALL));
    export_best(&row, export_cell(incident, OUTCOME_DISPLACED, CELL_ALL));
    Str sources[MAX_SOURCES];
    csv_list(&row, sources, export_sources(s, incident, sources, MAX_SOURCES));
    Buf note = {0};
    export_nesting(&note, s, index);
    csv_text(&row, buf_str(&note));
    buf_free(&note);
    csv_end(&row);
}

void export_hxl(Buf *out, const Situation *situation)
{
    const char *names[COLUMN_COUNT];
    const char *tags[COLUMN_COUNT];
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        names[i] = COLUMNS[i].heading;
        tags[i] = COLUMNS[i].tag;
    }
    csv_headings(out, names, COLUMN_COUNT);
    csv_headings(out, tags, COLUMN_COUNT);
    for (size_t i = 0; i < situation->incident_count; i++) {
        if (export_is_event(situation, &situation->incidents[i]))
            put_incident(out, situation, i);
    }
}
