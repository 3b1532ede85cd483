/* What came of holding a situation against a baseline. */
#include "report/json_parts.h"

void json_wave_scan(Json *j, const WaveScan *scan)
{
    if (!scan->done) {
        json_null(j, "p_value");
        return;
    }
    json_fixed(j, "p_value", scan->p_value, 4);
    json_open_key(j, "scan", '{');
    json_int(j, "events", (int64_t)scan->event_count);
    json_int(j, "incidents", scan->place_count);
    json_int(j, "replicates", scan->replicates);
    if (scan->found) {
        json_int(j, "observed", scan->observed);
        json_fixed(j, "expected", scan->expected, 2);
        json_fixed(j, "radius_km", scan->radius_km, 0);
        json_window(j, "window", scan->days, STR_NONE);
        json_fixed(j, "p_gumbel", scan->p_gumbel, 6);
    }
    json_close(j, '}');
}

static void json_event(Json *j, const char *key, const BaselineEvent *event)
{
    if (!event) {
        json_null(j, key);
        return;
    }
    json_open_key(j, key, '{');
    json_text(j, "id", event->id);
    json_text(j, "place", event->place);
    json_window(j, "window", event->days, STR_NONE);
    json_int(j, "deaths", event->best);
    json_close(j, '}');
}

void json_superlatives(Json *j, const Situation *s)
{
    if (s->superlative_count == 0)
        return;
    json_open_key(j, "superlatives", '[');
    for (size_t i = 0; i < s->superlative_count; i++) {
        const SuperlativeCheck *check = &s->superlatives[i];
        const Extraction *x = s->documents[check->document].extraction;
        json_open(j, '{');
        json_text(j, "document", x->document->id);
        json_span_fields(j, x->flags[check->flag].span);
        json_int(j, "deaths", check->deaths);
        json_int(j, "events", (int64_t)check->event_count);
        json_int(j, "deadlier", (int64_t)check->deadlier_count);
        json_event(j, "latest", check->latest);
        json_event(j, "first", check->first);
        json_close(j, '}');
    }
    json_close(j, ']');
}
