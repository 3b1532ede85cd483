/*
 * Incidents in the columns of ACLED (codebook 2023), for those who work in its shape. It is not ACLED: codes that its coders give
 * (interaction, region, population) are left empty.
 */
#include "report/export_parts.h"

static const char *const HEADINGS[] = {
    "event_id_cnty", "event_date",     "year",     "time_precision", "disorder_type",
    "event_type",    "sub_event_type", "actor1",   "actor2",         "civilian_targeting",
    "country",       "admin1",         "location", "latitude",       "longitude",
    "geo_precision", "source",         "notes",    "fatalities"};

typedef struct {
    const char *type; /* ours */
    const char *event;
    const char *sub_event;
} EventType;

#define BATTLES    "Battles"
#define EXPLOSIONS "Explosions/Remote violence"
#define CIVILIANS  "Violence against civilians"
#define STRATEGIC  "Strategic developments"

static const EventType TYPES[] = {
    {"fighting", BATTLES, "Armed clash"},
    {"raid", BATTLES, "Armed clash"},
    {"ambush", BATTLES, "Armed clash"},
    {"bombing", EXPLOSIONS, "Remote explosive/landmine/IED"},
    {"car bombing", EXPLOSIONS, "Remote explosive/landmine/IED"},
    {"landmine explosion", EXPLOSIONS, "Remote explosive/landmine/IED"},
    {"suicide bombing", EXPLOSIONS, "Suicide bomb"},
    {"grenade attack", EXPLOSIONS, "Grenade"},
    {"rocket attack", EXPLOSIONS, "Shelling/artillery/missile attack"},
    {"shelling", EXPLOSIONS, "Shelling/artillery/missile attack"},
    {"air strike", EXPLOSIONS, "Air/drone strike"},
    {"kidnapping", CIVILIANS, "Abduction/forced disappearance"},
    {"protest violence", "Riots", "Mob violence"},
    {"arson", STRATEGIC, "Looting/property destruction"},
    {"sabotage", STRATEGIC, "Looting/property destruction"},
    {"robbery", STRATEGIC, "Looting/property destruction"},
};

enum { MAX_SOURCES = 64, TIME_MONTH = 3, TIME_WEEK = 2, TIME_DAY = 1, MANY_DAYS = 7 };

/* An attack of no further kind is a battle where armed people died on both sides or as its victims, else violence against civilians. */
static EventType event_type(const Incident *incident)
{
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (str_equal(incident->type, str_from(TYPES[i].type)))
            return TYPES[i];
    }
    if (export_has_dead(incident, CELL_SECURITY) || export_has_dead(incident, CELL_MILITANT))
        return (EventType){NULL, BATTLES, "Armed clash"};
    return (EventType){NULL, CIVILIANS, "Attack"};
}

static int time_precision(Window window)
{
    int days = window_days(window);
    if (days <= 1)
        return TIME_DAY;
    return days <= MANY_DAYS ? TIME_WEEK : TIME_MONTH;
}

/* 1 the town, 2 a part of a region, 3 a larger region. */
static int geo_precision(const Place *place)
{
    if (place->precision == PRECISION_EXACT)
        return 1;
    return place->precision == PRECISION_NEAR || place->precision == PRECISION_DISTRICT ? 2 : 3;
}

static void put_place(CsvRow *row, const PlaceMention *mention)
{
    const Place *place = mention ? &mention->place : NULL;
    csv_text(row, place ? place->country : STR_NONE);
    csv_text(row, place ? place->admin1 : STR_NONE);
    csv_text(row, place ? place->name : STR_NONE);
    csv_fixed(row, place && place->has_point, place ? place->lat_deg : 0, 4);
    csv_fixed(row, place && place->has_point, place ? place->lon_deg : 0, 4);
    csv_count(row, place != NULL, place ? geo_precision(place) : 0);
}

static void put_notes(CsvRow *row, const Situation *s, size_t index)
{
    Buf notes = {0};
    buf_put(&notes, s->incidents[index].name);
    if (notes.len > 0)
        buf_put(&notes, STR(". "));
    export_nesting(&notes, s, index);
    csv_text(row, buf_str(&notes));
    buf_free(&notes);
}

static void put_incident(Buf *out, const Situation *s, size_t index)
{
    CsvRow row = {.out = out};
    const Incident *incident = &s->incidents[index];
    EventType type = event_type(incident);
    bool civilians = export_has_dead(incident, CELL_CIVILIAN) && !export_has_dead(incident, CELL_SECURITY);
    int year = export_year(incident);
    csv_text(&row, incident->id);
    csv_day(&row, incident->window.first);
    csv_count(&row, year > 0, year);
    csv_count(&row, year > 0, time_precision(incident->window));
    csv_text(&row, str_equal(str_from(type.event), STR(STRATEGIC)) ? STR(STRATEGIC) : STR("Political violence"));
    csv_text(&row, str_from(type.event));
    csv_text(&row, str_from(type.sub_event));
    csv_text(&row, incident->perpetrator_count > 0 ? incident->perpetrators[0] : STR_NONE);
    csv_text(&row, civilians ? STR("Civilians") : STR_NONE);
    csv_text(&row, civilians ? STR("Civilian targeting") : STR_NONE);
    put_place(&row, incident->place);
    Str sources[MAX_SOURCES];
    csv_list(&row, sources, export_sources(s, incident, sources, MAX_SOURCES));
    put_notes(&row, s, index);
    export_best(&row, export_cell(incident, OUTCOME_KILLED, CELL_ALL));
    csv_end(&row);
}

void export_acled(Buf *out, const Situation *situation)
{
    csv_headings(out, HEADINGS, sizeof HEADINGS / sizeof HEADINGS[0]);
    for (size_t i = 0; i < situation->incident_count; i++) {
        if (export_is_event(situation, &situation->incidents[i]))
            put_incident(out, situation, i);
    }
}
