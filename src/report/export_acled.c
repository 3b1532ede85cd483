/*
 * Incidents in the columns of ACLED (codebook 2023), for those who work in its shape, counted by data/profiles/acled.profile unless
 * another is asked for. It is not ACLED: codes that its coders give (interaction, region, population) are left empty.
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
    {"explosion", EXPLOSIONS, "Remote explosive/landmine/IED"},
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
    {"infrastructure attack", STRATEGIC, "Looting/property destruction"},
    {"robbery", STRATEGIC, "Looting/property destruction"},
};

enum { MAX_SOURCES = 64, MOST_DAYS = 31 /* of an event whose number is split over its days */ };

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

static void put_place(CsvRow *row, const PlaceMention *mention, int precision)
{
    const Place *place = mention ? &mention->place : NULL;
    csv_text(row, place ? place->country : STR_NONE);
    csv_text(row, place ? place->admin1 : STR_NONE);
    csv_text(row, place ? place->name : STR_NONE);
    csv_fixed(row, place && place->has_point, place ? place->lat_deg : 0, 4);
    csv_fixed(row, place && place->has_point, place ? place->lon_deg : 0, 4);
    csv_count(row, precision > 0, precision);
}

/* One row: an incident, or one of its days. */
typedef struct {
    const Situation *s;
    const Profile *codes;
    size_t index;
    int day; /* from 0 */
    int days;
    bool has_fatalities;
    int64_t fatalities;
} Event;

/* The n-th of the shares of a number: whole people, the first shares one more where it does not come out even. */
static int64_t share(int64_t number, int64_t shares, int64_t n)
{
    return number / shares + (n < number % shares ? 1 : 0);
}

static void put_notes(CsvRow *row, const Event *event)
{
    Buf notes = {0};
    buf_put(&notes, event->s->incidents[event->index].name);
    if (notes.len > 0)
        buf_put(&notes, STR(". "));
    export_nesting_of_events(&notes, event->s, event->index);
    if (event->days > 1)
        buf_format(&notes, "%sA number over %d days, split over them.", str_ends(buf_str(&notes), STR(".")) ? " " : "",
                   event->days);
    export_open_cause(&notes, &event->s->incidents[event->index]);
    csv_text(row, str_trim(buf_str(&notes)));
    buf_free(&notes);
}

static void put_event(Buf *out, const Event *event)
{
    CsvRow row = {.out = out};
    const Incident *incident = &event->s->incidents[event->index];
    EventType type = event_type(incident);
    bool civilians = export_has_dead(incident, CELL_CIVILIAN) && !export_has_dead(incident, CELL_SECURITY);
    Day day = incident->window.first == DAY_NONE ? DAY_NONE : incident->window.first + event->day;
    Buf id = {0};
    buf_put(&id, incident->id);
    if (event->days > 1)
        buf_format(&id, "-%d", event->day + 1);
    csv_text(&row, buf_str(&id));
    buf_free(&id);
    csv_day(&row, day);
    csv_count(&row, export_year(day) > 0, export_year(day));
    csv_count(&row, export_day_code(event->codes, incident->window) > 0,
              export_day_code(event->codes, incident->window));
    csv_text(&row, str_equal(str_from(type.event), STR(STRATEGIC)) ? STR(STRATEGIC) : STR("Political violence"));
    csv_text(&row, str_from(type.event));
    csv_text(&row, str_from(type.sub_event));
    csv_text(&row, incident->perpetrator_count > 0 ? incident->perpetrators[0] : STR_NONE);
    csv_text(&row, civilians ? STR("Civilians") : STR_NONE);
    csv_text(&row, civilians ? STR("Civilian targeting") : STR_NONE);
    put_place(&row, incident->place, export_place_code(event->codes, incident));
    Str sources[MAX_SOURCES];
    csv_list(&row, sources, export_sources(event->s, incident, sources, MAX_SOURCES));
    put_notes(&row, event);
    csv_count(&row, event->has_fatalities, share(event->fatalities, event->days, event->day));
    csv_end(&row);
}

static bool holds_parts(const Situation *s, size_t index)
{
    for (size_t i = 0; i < s->incident_count; i++)
        if (s->incidents[i].part_of == (int32_t)index)
            return true;
    return false;
}

static void put_incident(Buf *out, const Situation *s, size_t index, const Profile *codes)
{
    const Incident *incident = &s->incidents[index];
    const Estimate *killed = export_cell(incident, OUTCOME_KILLED, CELL_ALL);
    int days = window_days(incident->window);
    bool has_own = killed && killed->has_best && !export_is_counted_above(s, index);
    bool split = codes->spreads_days && has_own && days > 1 && days <= MOST_DAYS && !holds_parts(s, index);
    Event event = {s, codes, index, 0, split ? days : 1, has_own, has_own ? killed->best : 0};
    for (; event.day < event.days; event.day++)
        put_event(out, &event);
}

void export_acled(Buf *out, const Situation *situation)
{
    Arena *arena = arena_create();
    const Profile *codes = export_codes(situation, STR("acled"), arena);
    csv_headings(out, HEADINGS, sizeof HEADINGS / sizeof HEADINGS[0]);
    for (size_t i = 0; i < situation->incident_count; i++) {
        if (export_is_violence(situation, &situation->incidents[i]))
            put_incident(out, situation, i, codes);
    }
    arena_destroy(arena);
}
