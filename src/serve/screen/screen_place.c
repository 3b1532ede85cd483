/* A place as somebody types it: drawn while it is typed, and found on the map when it is decided. */
#include <stdlib.h>

#include "serve/frame/routes.h"
#include "serve/screen/screen_decide.h"
#include "store/placed.h"

/* Digits with a sign and a point, as the store reads it; anything else is left out, and the store says what is missing. */
static void put_degrees(Json *j, const char *key, Str text)
{
    enum { DECIMALS = 5 };
    char *end = NULL;
    double degrees = text.len > 0 ? strtod(text.ptr, &end) : 0;
    if (text.len > 0 && end && end != text.ptr)
        json_fixed(j, key, degrees, DECIMALS);
}

void screen_put_place(const Screen *s, const PlaceMention *was, Json *j)
{
    enum { DECIMALS = 5 };
    Str name = request_trimmed(s->request, "place");
    const Place *found =
        placed_find(desk_gazetteer(s->request->desk), name, was ? was->place.country : STR(""), s->request->arena);
    Str lat = arena_copy(s->request->arena, request_trimmed(s->request, "lat"));
    Str lon = arena_copy(s->request->arena, request_trimmed(s->request, "lon"));
    json_str(j, "name", name);
    if (lat.len > 0 || lon.len > 0) {
        put_degrees(j, "lat", lat);
        put_degrees(j, "lon", lon);
    }
    if (!found)
        return;
    json_text(j, "country", found->country);
    json_text(j, "admin1", found->admin1);
    if (lat.len > 0 || lon.len > 0)
        return;
    json_text(j, "id", found->id);
    json_text(j, "precision", precision_name(found->precision));
    if (found->has_point) {
        json_fixed(j, "lat", found->lat_deg, DECIMALS);
        json_fixed(j, "lon", found->lon_deg, DECIMALS);
    }
}

/* ---- while it is typed ---- */

static void show_pick(Request *request, Reply *reply)
{
    Screen s;
    Str name = request_query(request, "place");
    if (!screen_begin(&s, request, reply))
        return;
    const Place *found =
        str_present(name) ? placed_find(desk_gazetteer(request->desk), str_trim(name), STR(""), request->arena) : NULL;
    screen_draw(&s, &(Situation){.headline = -1});
    if (found && found->has_point)
        map_pick(&s.page, found);
}

static const FormField PICK_FIELDS[] = {{"place", "a name that the gazetteer may know"}, {0}};

const Route PLACE_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/places/pick",
     .least = ROLE_CODER,
     .handle = show_pick,
     .fields = PICK_FIELDS,
     .summary = "The surroundings of a place, to choose a point in; empty where it is not known"},
    {0},
};
