/* Incidents as a GeoJSON FeatureCollection (RFC 7946). Incidents without a point have a null geometry: they are not lost. */
#include "report/export_parts.h"
#include "report/json_parts.h"
#include "report/words.h"

enum { MAX_SOURCES = 64 };

static void put_geometry(Json *j, const PlaceMention *mention)
{
    if (!mention || !mention->place.has_point) {
        json_null(j, "geometry");
        return;
    }
    json_open_key(j, "geometry", '{');
    json_str(j, "type", STR("Point"));
    json_open_key(j, "coordinates", '[');
    json_fixed(j, NULL, mention->place.lon_deg, 4);
    json_fixed(j, NULL, mention->place.lat_deg, 4);
    json_close(j, ']');
    json_close(j, '}');
}

static void put_end(Json *j, const char *key, bool known, int64_t n)
{
    if (known)
        json_int(j, key, n);
    else
        json_null(j, key);
}

static void put_cell(Json *j, const char *key, const Estimate *e)
{
    json_open_key(j, key, '{');
    put_end(j, "low", e->has_low, e->low);
    put_end(j, "best", e->has_best, e->best);
    put_end(j, "high", e->has_high, e->high);
    json_text(j, "rule", e->rule);
    json_close(j, '}');
}

static void put_figures(Json *j, const Incident *incident)
{
    static const struct {
        const char *key;
        Outcome outcome;
        CellKind cell;
    } FIGURES[] = {{"killed", OUTCOME_KILLED, CELL_ALL},
                   {"killed_civilians", OUTCOME_KILLED, CELL_CIVILIAN},
                   {"killed_security", OUTCOME_KILLED, CELL_SECURITY},
                   {"killed_fighters", OUTCOME_KILLED, CELL_MILITANT},
                   {"injured", OUTCOME_INJURED, CELL_ALL},
                   {"abducted", OUTCOME_ABDUCTED, CELL_ALL}};
    for (size_t i = 0; i < sizeof FIGURES / sizeof FIGURES[0]; i++) {
        const Estimate *cell = export_cell(incident, FIGURES[i].outcome, FIGURES[i].cell);
        if (cell)
            put_cell(j, FIGURES[i].key, cell);
    }
}

static void put_properties(Json *j, const Situation *s, size_t index)
{
    const Incident *incident = &s->incidents[index];
    json_open_key(j, "properties", '{');
    json_text(j, "name", incident->name);
    json_text(j, "type", incident->type);
    json_window(j, "window", incident->window, STR_NONE);
    json_text(j, "place", incident->place ? incident->place->place.name : STR_NONE);
    json_text(j, "precision", incident->place ? precision_name(incident->place->place.precision) : STR_NONE);
    json_text(j, "country", incident->place ? incident->place->place.country : STR_NONE);
    json_str(j, "responsibility", responsibility_name(incident->responsibility));
    json_strings(j, "perpetrators", incident->perpetrators, incident->perpetrator_count);
    json_str(j, "part_of", incident->part_of >= 0 ? s->incidents[incident->part_of].id : STR_NONE);
    put_figures(j, incident);
    Str sources[MAX_SOURCES];
    json_strings(j, "sources", sources, export_sources(s, incident, sources, MAX_SOURCES));
    Buf note = {0};
    export_nesting(&note, s, index);
    json_text(j, "note", buf_str(&note));
    buf_free(&note);
    json_close(j, '}');
}

void export_geojson(Buf *out, const Situation *situation)
{
    Json j = {.out = out};
    json_open(&j, '{');
    json_str(&j, "type", STR("FeatureCollection"));
    json_notices(&j, situation); /* foreign members, as RFC 7946 allows */
    json_open_key(&j, "features", '[');
    for (size_t i = 0; i < situation->incident_count; i++) {
        if (!export_is_event(situation, &situation->incidents[i]))
            continue;
        json_open(&j, '{');
        json_str(&j, "type", STR("Feature"));
        json_str(&j, "id", situation->incidents[i].id);
        put_geometry(&j, situation->incidents[i].place);
        put_properties(&j, situation, i);
        json_close(&j, '}');
    }
    json_close(&j, ']');
    json_close(&j, '}');
    buf_char(out, '\n');
}
