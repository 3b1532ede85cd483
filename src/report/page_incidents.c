/* Incidents: the parts of the wave and whatever else the reports tell, as one table. */
#include "report/page_parts.h"

/* A report of something that is none of ours makes an incident without claims, place or days: a row of unknowns. */
static bool tells_anything(const Incident *incident)
{
    return incident->claim_count > 0 || incident->place || window_is_known(incident->window) ||
           incident->estimates.cells[OUTCOME_KILLED][CELL_ALL].present;
}

static bool is_listed(const Page *page, const Incident *incident)
{
    return incident != page->headline && !incident->background && tells_anything(incident);
}

static void joined(const Page *page, const Str *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put(page, i > 0 ? ", " : "");
        text(page, items[i]);
    }
}

/* The figure, then what parties claim. */
static void killed_words(const void *context, const Incident *incident, const Estimate *e)
{
    const Page *page = context;
    if (e->present && e->claim_count > 0) {
        evidence_open(page, e->claims[0]);
        estimate_words(page, e);
        evidence_close(page);
    } else if (!e->present) {
        put(page, "<span class=\"quiet\">");
        buf_put(page->out, WORDS_NO_FIGURE);
        put(page, "</span>");
    } else {
        estimate_words(page, e);
    }
    for (size_t i = 0; i < e->claimed_count; i++) {
        put(page, "<br><span class=\"quiet\">");
        page_claimant(page, incident, &e->claimed[i]);
        put(page, ": ");
        if (e->claimed[i].claim_count > 0) {
            evidence_open(page, e->claimed[i].claims[0]);
            claim_figure(page, e->claimed[i].claims[0]);
            evidence_close(page);
        } else {
            words_interval(page->out, e->claimed[i].count);
        }
        put(page, "</span>");
    }
}

/* A claim of responsibility for a wave is not one for each attack of it, and is not hidden either. */
static void who_did_it(const Page *page, const Incident *incident)
{
    const Incident *whole = incident->part_of >= 0 ? &page->situation->incidents[incident->part_of] : NULL;
    bool of_whole =
        incident->responsibility == RESPONSIBILITY_UNKNOWN && whole && whole->responsibility != RESPONSIBILITY_UNKNOWN;
    buf_put(page->out, of_whole ? STR("not said of this one") : words_responsibility(incident->responsibility));
    put(page, "<br><span class=\"quiet\">");
    if (of_whole) {
        put(page, "of the whole event: ");
        buf_put(page->out, words_responsibility(whole->responsibility));
        put(page, ", ");
    }
    const Incident *told = of_whole ? whole : incident;
    joined(page, told->perpetrators, told->perpetrator_count);
    put(page, "</span>");
}

static void incident_row(const Page *page, const Incident *incident)
{
    put(page, "<tr id=\"");
    incident_id(page, incident);
    put(page, "\"><th scope=\"row\">");
    incident_title(page, incident);
    put(page, "<span class=\"quiet\">");
    if (incident->target_count > 0) {
        put(page, "<br>on ");
        joined(page, incident->targets, incident->target_count);
    }
    put(page, "</span></th><td data-label=\"Where and when\">");
    incident_where_and_when(page, incident);
    put(page, "</td>");
    incident_killed_cells(page, incident, killed_words, page);
    put(page, "<td data-label=\"Who did it\"><div>");
    who_did_it(page, incident);
    put(page, "</div></td></tr>\n");
}

static void wave_line(const Page *page, const Wave *wave)
{
    put(page, "<p class=\"wave\">The reports tell these as one wave: ");
    words_counted(page->out, wave->incident_count, "incident");
    put(page, " in ");
    words_counted(page->out, wave->place_count, "place");
    if (wave->has_span_hours) {
        put(page, ", over ");
        words_number(page->out, (int64_t)(wave->span_hours + 0.5));
        put(page, " hours");
    }
    if (wave->diameter_km >= 0) {
        put(page, ", up to ");
        words_number(page->out, (int64_t)(wave->diameter_km + 0.5));
        put(page, " km apart");
        if (wave->from_place.len > 0 && wave->to_place.len > 0) {
            put(page, " (");
            text(page, wave->from_place);
            put(page, " to ");
            text(page, wave->to_place);
            put(page, ")");
        }
    }
    if (wave->claimant.len > 0) {
        put(page, "; claimed by ");
        text(page, wave->claimant);
    }
    if (wave->operation.len > 0) {
        put(page, ", which calls it <q>");
        text(page, wave->operation);
        put(page, "</q>");
    }
    put(page, ".</p>\n");
}

void page_incidents(const Page *page)
{
    const Situation *s = page->situation;
    size_t listed = 0;
    for (size_t i = 0; i < s->incident_count; i++)
        listed += is_listed(page, &s->incidents[i]);
    if (listed == 0)
        return;
    section_open(page, "incidents", "Incidents", NULL);
    for (size_t i = 0; i < s->wave_count; i++) {
        wave_line(page, &s->waves[i]);
        wave_scan_line(page, &s->waves[i].scan);
    }
    size_t shown = list_shown(listed);
    size_t printed = 0;
    incident_table_open(page, "Table of incidents", NULL);
    for (size_t i = 0; i < s->incident_count; i++) {
        if (!is_listed(page, &s->incidents[i]))
            continue;
        if (printed++ == shown) {
            incident_table_close(page);
            fold_open(page, listed - shown);
            incident_table_open(page, "Table of further incidents", NULL);
        }
        incident_row(page, &s->incidents[i]);
    }
    incident_table_close(page);
    if (shown < listed)
        fold_close(page);
    section_close(page);
}
