#include "store/placed.h"

#include "base/buf.h"

typedef struct {
    Buf *out;
    const JsonValue *place; /* the object that is filled, NULL: none */
    const Place *found;
} Writing;

const Place *placed_find(const Gazetteer *gazetteer, Str name, Str country, Arena *arena)
{
    size_t count = 0;
    const Candidate *all = gazetteer_named(gazetteer, name, arena, &count);
    for (size_t i = 0; i < count && country.len > 0; i++)
        if (str_equal(all[i].place.country, country))
            return &all[i].place;
    return count > 0 ? &all[0].place : NULL;
}

static void put_text(const Writing *w, const char *key, Str text)
{
    if (text.len == 0 || json_get(w->place, str_from(key)))
        return;
    buf_format(w->out, ",\"%s\":", key);
    buf_json(w->out, text);
}

static void put_found(const Writing *w)
{
    enum { DECIMALS = 5 };
    put_text(w, "id", w->found->id);
    put_text(w, "country", w->found->country);
    put_text(w, "admin1", w->found->admin1);
    put_text(w, "precision", precision_name(w->found->precision));
    if (!w->found->has_point)
        return;
    buf_put(w->out, STR(",\"lat\":"));
    buf_fixed(w->out, w->found->lat_deg, DECIMALS);
    buf_put(w->out, STR(",\"lon\":"));
    buf_fixed(w->out, w->found->lon_deg, DECIMALS);
}

/* JSON that was read, written again. */
static void put_value(const Writing *w, const JsonValue *value)
{
    switch (value->type) {
    case JSON_NULL: buf_put(w->out, STR("null")); return;
    case JSON_FALSE: buf_put(w->out, STR("false")); return;
    case JSON_TRUE: buf_put(w->out, STR("true")); return;
    case JSON_NUMBER: buf_put(w->out, value->text); return;
    case JSON_STRING: buf_json(w->out, value->text); return;
    case JSON_ARRAY:
    case JSON_OBJECT: break;
    }
    bool is_object = value->type == JSON_OBJECT;
    buf_char(w->out, is_object ? '{' : '[');
    for (const JsonValue *child = value->first; child; child = child->next) {
        if (is_object) {
            buf_json(w->out, child->key);
            buf_char(w->out, ':');
        }
        put_value(w, child);
        buf_put(w->out, child->next ? STR(",") : STR(""));
    }
    if (value == w->place)
        put_found(w);
    buf_char(w->out, is_object ? '}' : ']');
}

Str placed_value(const JsonValue *value, const Gazetteer *gazetteer, Arena *arena)
{
    Buf out = {0};
    Writing w = {.out = &out};
    const JsonValue *place = json_get(value, STR("name")) ? value : json_get(value, STR("place"));
    Str name = json_value_text(json_get(place, STR("name")));
    Str country = json_value_text(json_get(place, STR("country")));
    bool known = json_get(place, STR("id")) || json_get(place, STR("lat")) || json_get(place, STR("lon"));
    if (gazetteer && str_present(name) && !known)
        w.found = placed_find(gazetteer, name, str_present(country) ? country : STR(""), arena);
    if (w.found && (!str_present(country) || str_equal(country, w.found->country)))
        w.place = place;
    put_value(&w, value);
    Str text = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return text;
}
