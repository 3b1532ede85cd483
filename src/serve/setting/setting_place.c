/* setting_place — places that the book has of its own: added to the gazetteer's, or in place of one of them. */
#include <stdlib.h>

#include "base/json.h"
#include "serve/frame/core.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"
#include "serve/frame/own_places.h"
#include "serve/frame/routes.h"
#include "serve/setting/reread.h"
#include "serve/setting/setting_set.h"

enum { DECIMALS = 5, ALSO_MOST = 40 };

static void put_point(Buf *out, double lat_deg, double lon_deg)
{
    buf_fixed(out, lat_deg, DECIMALS);
    buf_put(out, STR(", "));
    buf_fixed(out, lon_deg, DECIMALS);
}

static void put_value(Buf *out, const StoreDecision *decision, Arena *arena)
{
    PlaceEntry place;
    bool corrects = false;
    if (!setting_read_place(decision->value, arena, &place, &corrects, NULL))
        return;
    buf_put(out, STR("<strong>"));
    buf_html(out, decision->target);
    buf_format(out, "</strong>: %s, at ", setting_place_kind(place.kind));
    put_point(out, place.lat_deg, place.lon_deg);
}

const SettingPage PLACE_PAGE = {"gazetteer", "/settings/places", ROLE_EDITOR, put_value};

/* ---- what there is ---- */

static void put_cell(Buf *out, Str text)
{
    buf_put(out, STR("<td>"));
    buf_html(out, text);
    buf_put(out, STR("</td>"));
}

static void put_place(Buf *out, const StorePlace *own)
{
    const PlaceEntry *place = &own->place;
    buf_put(out, STR("<tr><th scope=\"row\">"));
    buf_html(out, place->name);
    for (size_t i = 0; i < place->spelling_count; i++) {
        buf_put(out, i > 0 ? STR(", ") : STR(" <span class=\"quiet\">also "));
        buf_html(out, place->spellings[i]);
    }
    buf_put(out, place->spelling_count > 0 ? STR("</span></th>") : STR("</th>"));
    put_cell(out, str_from(setting_place_kind(place->kind)));
    put_cell(out, place->admin1);
    put_cell(out, place->country);
    buf_put(out, STR("<td>"));
    put_point(out, place->lat_deg, place->lon_deg);
    buf_put(out, STR("</td><td>"));
    buf_put(out, own->corrects ? STR("this book, in place of ") : STR("this book"));
    buf_html(out, own->corrects ? place->id : STR(""));
    buf_put(out, STR("</td><td>"));
    buf_html(out, own->decision.person);
    buf_put(out, STR("</td></tr>\n"));
}

static void put_own(Buf *out, const Request *request)
{
    size_t count = 0;
    const StorePlace *places = store_places(request->store, request->arena, &count);
    buf_put(out, STR("<h2>Of this book</h2>\n"));
    if (count == 0) {
        buf_put(out, STR("<p>The book has no places of its own.</p>\n"));
        return;
    }
    buf_put(
        out,
        STR("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Places of this book\"><table><thead><tr><th scope=\"col\">Name</th>"
            "<th scope=\"col\">Kind</th><th scope=\"col\">Region</th><th scope=\"col\">Country</th><th scope=\"col\">Point</th>"
            "<th scope=\"col\">From</th><th scope=\"col\">By</th></tr></thead><tbody>\n"));
    for (size_t i = 0; i < count; i++)
        put_place(out, &places[i]);
    buf_put(out, STR("</tbody></table></div>\n"));
}

static void put_gazetteers(Buf *out)
{
    const char *places = getenv("DAYBOOK_PLACES");
    Str rest = places ? str_from(places) : STR_NONE;
    Str path;
    buf_put(
        out,
        STR("<h2>Gazetteers</h2>\n<p>Other names come from the gazetteer that the program carries (GeoNames, iso-codes), and from those that "
            "<code>daybook places import</code> made and <code>DAYBOOK_PLACES</code> names.</p>\n<ul>\n<li>built in</li>\n"));
    while (str_cut(&rest, ':', &path)) {
        size_t slash = 0;
        for (size_t i = 0; i < path.len; i++)
            slash = path.ptr[i] == '/' ? i + 1 : slash;
        buf_put(out, STR("<li>"));
        buf_html(out, str_drop(path, slash));
        buf_put(out, STR("</li>\n"));
    }
    buf_put(out, STR("</ul>\n"));
}

/* ---- looking a name up ---- */

static void put_candidate(Buf *out, const Candidate *c)
{
    buf_put(out, STR("<li><strong>"));
    buf_html(out, c->place.name);
    buf_put(out, STR("</strong>, "));
    buf_put(out, c->kind == PLACE_COUNTRY ? STR("country") : str_from(setting_place_kind(c->kind)));
    buf_put(out, c->place.admin1.len > 0 ? STR(", ") : STR(""));
    buf_html(out, c->place.admin1);
    buf_put(out, c->place.country.len > 0 ? STR(", ") : STR(""));
    buf_html(out, c->place.country);
    if (c->place.has_point) {
        buf_put(out, STR(", at "));
        put_point(out, c->place.lat_deg, c->place.lon_deg);
    }
    if (c->kind != PLACE_COUNTRY) {
        buf_put(out, STR(" <a href=\"?name="));
        buf_url(out, c->place.name);
        buf_put(out, STR("&amp;corrects="));
        buf_url(out, c->place.id);
        buf_put(out, STR("#place\">Correct it</a>"));
    }
    buf_put(out, STR("</li>\n"));
}

/* What the desk knows by that name; returns the one of the id, NULL: none has it. */
static const Candidate *put_found(Buf *out, const Request *request, Str name, Str id)
{
    size_t count = 0;
    const Candidate *chosen = NULL;
    const Candidate *all = gazetteer_named(desk_gazetteer(request->desk), name, request->arena, &count);
    buf_put(out, count > 0 ? STR("<p>By that name there are:</p>\n<ul>\n")
                           : STR("<p>No place of that name is known.</p>\n"));
    for (size_t i = 0; i < count; i++) {
        put_candidate(out, &all[i]);
        if (str_equal(all[i].place.id, id))
            chosen = &all[i];
    }
    buf_put(out, count > 0 ? STR("</ul>\n") : STR(""));
    return chosen;
}

static void put_kinds(Buf *out, PlaceKind chosen)
{
    buf_put(out, STR("<p class=\"field\"><label for=\"kind\">Kind</label><select id=\"kind\" name=\"kind\">"));
    for (int kind = PLACE_COUNTRY + 1; kind < PLACE_KIND_COUNT_; kind++)
        buf_format(out, "<option%s>%s</option>", kind == (int)chosen ? " selected" : "",
                   setting_place_kind((PlaceKind)kind));
    buf_put(out, STR("</select></p>\n"));
}

static void put_degrees(Buf *out, const char *name, const char *label, const Candidate *was, double degrees)
{
    Buf value = {0};
    if (was && was->place.has_point)
        buf_fixed(&value, degrees, DECIMALS);
    input_line(out, &(Input){.name = name,
                             .label = label,
                             .hint = "In degrees, as 26.12345.",
                             .value = value.len > 0 ? buf_str(&value) : STR_NONE});
    buf_free(&value);
}

static void put_form(Buf *out, const Request *request, Str name, const Candidate *was)
{
    buf_put(out, was ? STR("<h2 id=\"place\">Correct a place</h2>\n") : STR("<h2 id=\"place\">Add a place</h2>\n"));
    layout_form(out, request, str_from(PLACE_PAGE.path));
    if (was) {
        buf_put(out, STR("<input type=\"hidden\" name=\"corrects\" value=\""));
        buf_html(out, was->place.id);
        buf_put(out, STR("\">\n"));
    }
    input_line(out, &(Input){.name = "name", .label = "Name", .value = was ? was->place.name : name});
    input_line(out, &(Input){.name = "also",
                             .label = "Also called",
                             .hint = "Other spellings, with semicolons between.",
                             .optional = true});
    put_kinds(out, was ? was->kind : PLACE_TOWN);
    input_line(out, &(Input){.name = "admin1",
                             .label = "Region",
                             .hint = "The province or state that it lies in.",
                             .optional = true,
                             .value = was ? was->place.admin1 : STR_NONE});
    input_line(out, &(Input){.name = "country",
                             .label = "Country",
                             .hint = "Its two letters, as PK.",
                             .optional = true,
                             .value = was ? was->place.country : STR_NONE});
    put_degrees(out, "lat", "Latitude", was, was ? was->place.lat_deg : 0);
    put_degrees(out, "lon", "Longitude", was, was ? was->place.lon_deg : 0);
    setting_sign(out, request, &PLACE_PAGE, was ? "Correct it" : "Add it");
    buf_put(out, STR("</form>\n"));
}

/* What reading anew did, as the address says after a place was kept. */
static const char *effect(const Request *request, Buf *text)
{
    int64_t reports = request_number(request, "read", 0, REREAD_MOST);
    buf_format(text, "%lld %s that %s the name %s read anew, and figures are made of what was found.",
               (long long)reports, reports == 1 ? "report" : "reports", reports == 1 ? "has" : "have",
               reports == 1 ? "was" : "were");
    if (request_number(request, "more", 0, 1) == 1)
        buf_put(text, STR(" There are more: daybook rebuild reads them all."));
    buf_char(text, '\0');
    return text->ptr;
}

static void show_places(Request *request, Reply *reply)
{
    Buf text = {0};
    Str name = request_query(request, "name");
    Str id = request_query(request, "corrects");
    name = str_present(name) ? str_trim(name) : STR("");
    Buf *out = setting_open(request, reply, STR("Places"));
    (void)setting_flash(out, request, &PLACE_PAGE, effect(request, &text));
    buf_put(
        out,
        STR("<p>Where a name lies on the map. A place that is set here holds for this book, before what gazetteers say of it: for reports that "
            "come, for those that have the name, and for what is typed at the desk.</p>\n"));
    put_own(out, request);
    if (request->person.role >= PLACE_PAGE.least) {
        buf_put(
            out,
            STR("<h2>Look a name up</h2>\n<form method=\"get\" action=\"/settings/places\"><p class=\"field\"><label for=\"look\">Name</label>"
                "<input id=\"look\" name=\"name\" required autocomplete=\"off\" value=\""));
        buf_html(out, name);
        buf_put(out, STR("\"></p>\n"));
        input_button(out, "Look up");
        buf_put(out, STR("</form>\n"));
        const Candidate *was = name.len > 0 ? put_found(out, request, name, str_present(id) ? id : STR("")) : NULL;
        put_form(out, request, name, was);
    }
    setting_history(out, request, &PLACE_PAGE);
    put_gazetteers(out);
    setting_close(request, reply);
    buf_free(&text);
}

/* ---- setting ---- */

static void put_field(Json *j, const Request *request, const char *field)
{
    Str text = request_trimmed(request, field);
    if (text.len > 0)
        json_str(j, field, text);
}

static void put_number(Json *j, const Request *request, const char *field)
{
    Str text = request_trimmed(request, field);
    char *end = NULL;
    Buf copy = {0};
    buf_put(&copy, text);
    buf_char(&copy, '\0');
    double degrees = strtod(copy.ptr, &end);
    bool ok = text.len > 0 && end == copy.ptr + text.len && degrees >= -360 && degrees <= 360;
    if (ok)
        json_fixed(j, field, degrees, DECIMALS);
    else
        json_null(j, field);
    buf_free(&copy);
}

static Str read_form(const Request *request)
{
    Buf value = {0};
    Json j = {.out = &value};
    Str rest = request_trimmed(request, "also");
    Str name;
    json_open(&j, '{');
    put_field(&j, request, "name");
    json_open_key(&j, "also", '[');
    for (size_t i = 0; i < ALSO_MOST && str_cut(&rest, ';', &name); i++)
        if (str_trim(name).len > 0)
            json_str(&j, NULL, str_trim(name));
    json_close(&j, ']');
    put_field(&j, request, "kind");
    put_field(&j, request, "country");
    put_field(&j, request, "admin1");
    put_number(&j, request, "lat");
    put_number(&j, request, "lon");
    put_field(&j, request, "corrects");
    json_close(&j, '}');
    Str kept = arena_copy(request->arena, buf_str(&value));
    buf_free(&value);
    return kept;
}

/* What was kept is used at once: by the desk's gazetteer, and in the reports that have the name. */
static void use(Request *request, Reply *reply, Str value)
{
    Error err = {0};
    Reread done = {0};
    PlaceEntry place;
    bool corrects = false;
    if (!setting_read_place(value, request->arena, &place, &corrects, NULL) ||
        !own_places_read(request->desk->places, request->store, &err))
        return;
    Str *names = ARENA_ARRAY(request->arena, Str, place.spelling_count + 1);
    names[0] = place.name;
    for (size_t i = 0; i < place.spelling_count; i++)
        names[i + 1] = place.spellings[i];
    if (!reread_reports_with(request, names, place.spelling_count + 1, &done, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf more = {0};
    buf_format(&more, "&read=%zu&more=%d", done.reports, done.all ? 0 : 1);
    setting_lead_on(request, reply, buf_str(&more));
    buf_free(&more);
}

static void set_place(Request *request, Reply *reply)
{
    Error err = {0};
    PlaceEntry place;
    bool corrects = false;
    Str value = read_form(request);
    if (!setting_read_place(value, request->arena, &place, &corrects, &err))
        reply_error(request, reply, 422, err.text, "Go back: what you wrote is still in the form.");
    else if (setting_keep(request, reply, &PLACE_PAGE, value))
        use(request, reply, value);
}

static void undo_place(Request *request, Reply *reply)
{
    size_t count = 0;
    int64_t seq = 0;
    const StoreDecision *all = store_settings(request->store, PLACE_PAGE.action, request->arena, &count);
    (void)str_number(request_trimmed(request, "decision"), &seq);
    if (!setting_undo(request, reply, &PLACE_PAGE))
        return;
    for (size_t i = 0; i < count; i++)
        if (all[i].seq == seq && str_present(all[i].value))
            use(request, reply, all[i].value);
}

static const FormField LOOK_FIELDS[] = {{"name", "to be looked up"},
                                        {"corrects", "the id of the place that is to be corrected"},
                                        {"set", "the setting that was just kept"},
                                        {"read", "how many reports were read anew for it"},
                                        {"more", "1: there are more with the name"},
                                        {0}};
static const FormField SET_FIELDS[] = {{"name", "of the place"},
                                       {"also", "other spellings, with semicolons between"},
                                       {"kind", "province, district, region, town, suburb or site"},
                                       {"admin1", "the province it lies in"},
                                       {"country", "its two letters"},
                                       {"lat", "degrees"},
                                       {"lon", "degrees"},
                                       {"corrects", "the id of the place in whose place it stands"},
                                       {"reason", "why"},
                                       {"seen", "the last decision on places that was seen"},
                                       {0}};
static const FormField UNDO_FIELDS[] = {{"decision", "its number"}, {0}};

const Route GAZETTEER_ROUTES[] = {
    {.method = "GET",
     .path = "/settings/places",
     .least = ROLE_READER,
     .handle = show_places,
     .summary = "Places of the book, and gazetteers",
     .fields = LOOK_FIELDS},
    {.method = "POST",
     .path = "/settings/places",
     .least = ROLE_EDITOR,
     .handle = set_place,
     .writes = true,
     .summary = "Add or correct a place",
     .fields = SET_FIELDS},
    {.method = "POST",
     .path = "/settings/places/undo",
     .least = ROLE_EDITOR,
     .handle = undo_place,
     .writes = true,
     .summary = "Take that back",
     .fields = UNDO_FIELDS},
    {0},
};
