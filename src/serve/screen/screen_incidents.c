/* Incidents: the map and the list; and one incident with its figures, versions, claims and decisions. */
#include "assemble/situation/former.h"
#include "serve/frame/routes.h"
#include "serve/screen/screen_decide.h"

/* "government 37–70; armed group 12; …": a line each, of many only the first. */
static void claimed_lines(const Screen *s, Str claimed)
{
    enum { SHOWN = 3 };
    Str item;
    int64_t number = 0;
    for (; plain_next_move(&claimed, &item); number++) {
        if (number >= SHOWN)
            continue;
        screen_put(s, "<br><span class=\"quiet\">");
        screen_plain(s, plain_claimed, item);
        screen_put(s, "</span>");
    }
    if (number > SHOWN)
        buf_format(s->out, "<br><span class=\"quiet\">and %lld more</span>", (long long)(number - SHOWN));
}

static void killed_words(const void *context, const Incident *incident, const Estimate *e)
{
    const Screen *s = context;
    (void)incident;
    screen_put(s, e->present ? "" : "<span class=\"quiet\">");
    estimate_words(&s->page, e);
    screen_put(s, e->present ? "" : "</span>");
    if (e->claimed_count > 0)
        claimed_lines(s, e->claimed[0].text);
}

/* "claimed: the River Front": by whom, and never the one without the other. */
static void who_did_it(const Screen *s, const Incident *incident)
{
    buf_put(s->out, words_responsibility(incident->responsibility));
    for (size_t i = 0; i < incident->perpetrator_count; i++) {
        screen_put(s, i == 0 ? ": " : ", ");
        screen_text(s, incident->perpetrators[i]);
    }
}

static void incident_row(const Screen *s, const Incident *incident)
{
    screen_put(s, "<tr data-item id=\"");
    incident_id(&s->page, incident);
    screen_put(s, "\"><th scope=\"row\">");
    screen_link(s, "/incidents", incident->id);
    incident_title(&s->page, incident);
    screen_put(s, "</a>");
    screen_put(s, incident->background ? " <span class=\"tag\">background</span>" : "");
    screen_put(s, "</th><td data-label=\"Where and when\">");
    incident_where_and_when(&s->page, incident);
    screen_put(s, "</td>");
    incident_killed_cells(&s->page, incident, killed_words, s);
    screen_put(s, "<td data-label=\"Who did it\"><div>");
    who_did_it(s, incident);
    screen_put(s, "</div></td><td data-label=\"Reports\">");
    screen_number(s, (int64_t)incident->document_count);
    screen_put(s, "</td></tr>\n");
}

static void incident_table(const Screen *s)
{
    const Situation *situation = s->page.situation;
    incident_table_open(&s->page, "Table of incidents", "Reports");
    for (size_t i = 0; i < situation->incident_count; i++)
        incident_row(s, &situation->incidents[i]);
    incident_table_close(&s->page);
}

static void show_incidents(Request *request, Reply *reply)
{
    enum { A_PAGE = 100 };
    Screen s;
    Error err = {0};
    StoreExcerpt excerpt;
    int64_t from = request_number(request, "from", 0, UINT32_MAX);
    if (!screen_begin(&s, request, reply))
        return;
    if (!store_excerpt_incidents(request->store, s.situation, from, A_PAGE, request->arena, &excerpt, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    screen_open(
        &s, "Incidents",
        "Events that the reports tell of, those told of most first. A place is drawn as exactly as it is known.");
    screen_draw(&s, excerpt.situation);
    if (excerpt.situation->incident_count == 0)
        screen_empty(
            &s, "No incidents yet.",
            "Attacks and other events will stand here with place, days and figures once reports tell of them.");
    screen_put(&s, "<div class=\"table-and-map\">\n");
    if (map_has_points(&s.page))
        map_draw(&s.page);
    if (excerpt.situation->incident_count > 0)
        incident_table(&s);
    screen_put(&s, "</div>\n");
    if (excerpt.next > 0)
        screen_onward(&s, excerpt.next, "Further incidents");
    screen_exports(&s, "incidents");
    screen_close(&s);
}

/* ---- one incident ---- */

static void incident_facts(const Screen *s, const Incident *incident)
{
    screen_put(s, "<dl class=\"facts\">\n<dt>Where</dt><dd>");
    place_name(&s->page, incident->place);
    if (incident->place) {
        screen_put(s, " <span class=\"quiet\">(");
        buf_put(s->out, words_precision(incident->place->place.precision));
        screen_put(s, ")</span>");
    }
    screen_put(s, "</dd>\n<dt>When</dt><dd>");
    words_window(s->out, incident->window);
    screen_put(s, "</dd>\n<dt>Who did it</dt><dd>");
    who_did_it(s, incident);
    screen_put(s, "</dd>\n");
    if (incident->part_of >= 0) {
        const Incident *whole = &s->page.situation->incidents[incident->part_of];
        screen_put(s, "<dt>Part of</dt><dd>");
        screen_link(s, "/incidents", whole->id);
        incident_title(&s->page, whole);
        screen_put(s, "</a></dd>\n");
    }
    screen_put(s, "</dl>\n");
}

static void claims_of_it(const Screen *s, const Incident *incident)
{
    enum { MOST_CLAIMS = 60 };
    screen_put(
        s, "<section aria-labelledby=\"told-h\"><h2 id=\"told-h\">What is told of it</h2>\n<ol class=\"claims\">\n");
    for (size_t i = 0; i < incident->claim_count && i < MOST_CLAIMS; i++)
        screen_claim_item(s, incident->claims[i]);
    screen_put(s, "</ol>\n");
    if (incident->claim_count > MOST_CLAIMS) {
        screen_put(s, "<p class=\"more\"><a href=\"");
        buf_put(s->out, s->base);
        screen_put(s, "/claims?incident=");
        buf_url(s->out, incident->id);
        screen_put(s, "\">All its claims</a></p>\n");
    }
    screen_put(s, "</section>\n");
}

static void no_such_incident(Request *request, Reply *reply)
{
    reply_error(request, reply, 404, "There is no such incident in this situation.",
                "It may have been merged or found anew; look for it in the list of incidents.");
}

/* The path's incident is called otherwise by now: on to where it stands. True: the reply says so. */
static bool called_otherwise(const Screen *s)
{
    Request *request = s->request;
    const Situation *edition = request_edition(request, s->reply, s->situation);
    int32_t at = edition ? incident_by_id(edition, request_parameter(request, "incident"), request->arena) : -1;
    if (at < 0)
        return !edition;
    Buf address = {0};
    buf_put(&address, s->base);
    buf_put(&address, STR("/incidents/"));
    buf_put(&address, edition->incidents[at].id);
    reply_redirect(request, s->reply, arena_copy(request->arena, buf_str(&address)));
    buf_free(&address);
    return true;
}

/* The incident of the path as an excerpt's headline. False: the reply says what is wrong. */
static bool the_incident(Screen *s, StoreExcerpt *out)
{
    Error err = {0};
    Request *request = s->request;
    int64_t seq = store_incident_seq(request->store, s->situation, request_parameter(request, "incident"));
    if (!store_excerpt_incident(request->store, s->situation, seq, request->arena, out, &err)) {
        reply_failed(request, s->reply, &err);
        return false;
    }
    if (out->situation->headline >= 0)
        return true;
    if (!called_otherwise(s))
        no_such_incident(request, s->reply);
    return false;
}

static Str title_of(const Screen *s, const Incident *incident)
{
    Buf title = {0};
    Screen own = *s;
    own.page.out = &title;
    incident_title(&own.page, incident);
    Str words = arena_copy(s->request->arena, buf_str(&title));
    buf_free(&title);
    return words;
}

/* The report's own sections, with this incident as headline. */
static void incident_body(const Screen *s, const Incident *incident, Str title)
{
    screen_flash(s);
    screen_put(s, "<header><h1>");
    buf_put(s->out, title);
    screen_put(s, "</h1></header>\n<div class=\"columns\">\n<div>\n");
    incident_facts(s, incident);
    page_figures(&s->page);
    page_versions(&s->page);
    page_over_time(&s->page);
    claims_of_it(s, incident);
    screen_put(s, "<p>");
    buf_format(s->out, "<a href=\"%.*s/incidents/", (int)s->base.len, s->base.ptr);
    buf_url(s->out, incident->id);
    screen_put(s, "/links\">Why these reports are taken to tell of one event</a></p>\n</div>\n<div>\n");
    screen_incident_forms(s, incident);
    screen_decisions(s, incident->id);
    screen_put(s, "</div>\n</div>\n");
}

static void show_incident(Request *request, Reply *reply)
{
    Screen s;
    StoreExcerpt excerpt;
    if (!screen_begin(&s, request, reply) || !the_incident(&s, &excerpt))
        return;
    screen_draw(&s, excerpt.situation);
    Str title = title_of(&s, s.page.headline);
    s.out = s.page.out = layout_open_written(request, reply, title);
    s.page.evidence_at_desk = true;
    incident_body(&s, s.page.headline, title);
    screen_close(&s);
}

/* ---- why its reports were linked ---- */

static void show_links(Request *request, Reply *reply)
{
    Screen s;
    const Situation *edition = screen_begin_edition(&s, request, reply);
    if (!edition)
        return;
    int32_t at = incident_by_id(edition, request_parameter(request, "incident"), request->arena);
    if (at < 0) {
        no_such_incident(request, reply);
        return;
    }
    const Incident *incident = &edition->incidents[at];
    screen_open(&s, "Why these reports tell of one event", NULL);
    screen_draw(&s, edition);
    screen_put(&s, "<p>");
    screen_link(&s, "/incidents", incident->id);
    incident_title(&s.page, incident);
    screen_put(&s, "</a></p>\n");
    if (incident->reason_count == 0)
        screen_empty(&s, "One report tells of it.", "Where several do, what they share will stand here.");
    screen_put(&s, incident->reason_count > 0 ? "<ul class=\"plain-list\">\n" : "");
    for (size_t i = 0; i < incident->reason_count; i++) {
        screen_put(&s, "<li>");
        screen_text(&s, incident->reasons[i]);
        screen_put(&s, "</li>\n");
    }
    screen_put(&s, incident->reason_count > 0 ? "</ul>\n" : "");
    screen_close(&s);
}

/* ---- to choose from ---- */

static void show_names(Request *request, Reply *reply)
{
    enum { MOST_NAMES = 40 };
    Screen s;
    View view = {0};
    Error err = {0};
    Str words = request_query(request, "words");
    if (!screen_begin(&s, request, reply))
        return;
    if (!store_incident_names(request->store, s.situation, words, MOST_NAMES, request->arena, &view, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    for (size_t i = 0; i < view.row_count; i++) {
        screen_put(&s, "<option value=\"");
        screen_text(&s, view_cell(&view, i, 0));
        screen_put(&s, "\">");
        screen_text(&s, view_cell(&view, i, 1));
        screen_put(&s, "</option>\n");
    }
}

static const FormField LIST_FIELDS[] = {{"from", "incidents from this number on"}, {0}};
static const FormField NAMES_FIELDS[] = {{"words", "part of the name"}, {0}};

const Route INCIDENT_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/incidents/names",
     .least = ROLE_CODER,
     .handle = show_names,
     .fields = NAMES_FIELDS,
     .summary = "Incidents to choose from, as options of a list"},
    {.method = "GET",
     .path = "/s/{situation}/incidents",
     .least = ROLE_READER,
     .handle = show_incidents,
     .fields = LIST_FIELDS,
     .summary = "Incidents: map and list"},
    {.method = "GET",
     .path = "/s/{situation}/incidents/{incident}",
     .least = ROLE_READER,
     .handle = show_incident,
     .summary = "One incident: figures, versions, claims, decisions"},
    {.method = "GET",
     .path = "/s/{situation}/incidents/{incident}/links",
     .least = ROLE_READER,
     .handle = show_links,
     .summary = "Why the reports of an incident are taken to tell of one event"},
    {0},
};
