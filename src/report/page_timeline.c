/* The timeline beside the map: by day, then incident, then claim; copies are not drawn twice. */
#include <stdlib.h>

#include "report/page_parts.h"

typedef struct {
    Day day; /* DAY_NONE sorts last */
    int32_t incident;
    uint32_t claim;
} Entry;

static bool on_timeline(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    bool kind = s->claim->kind == KIND_CASUALTY || s->claim->kind == KIND_ATTACK ||
                s->claim->kind == KIND_RESPONSIBILITY || s->claim->kind == KIND_DISRUPTION ||
                s->claim->kind == KIND_RESPONSE;
    bool told_before = s->claim->kind == KIND_CASUALTY ? claim_repeats(page, claim) : !claim_leads(page, claim);
    return kind && !told_before && !s->claim->background && s->copy_of < 0 && page_shows(page, claim);
}

static int compare_days(Day a, Day b)
{
    if (a == b)
        return 0;
    if (a == DAY_NONE || b == DAY_NONE)
        return a == DAY_NONE ? 1 : -1;
    return a < b ? -1 : 1;
}

static int compare_entries(const void *left, const void *right)
{
    const Entry *a = left;
    const Entry *b = right;
    int order = compare_days(a->day, b->day);
    if (order == 0)
        order = (a->incident > b->incident) - (a->incident < b->incident);
    return order != 0 ? order : (a->claim > b->claim) - (a->claim < b->claim);
}

static void entry_attributes(const Page *page, const Entry *entry)
{
    const SituationClaim *s = claim_at(page, entry->claim);
    put(page, " data-party=\"");
    buf_put(page->out, words_party_key(s->claim->party));
    put(page, "\" data-class=\"");
    if (s->claim->kind == KIND_CASUALTY)
        buf_put(page->out, class_name(s->claim->victim_class));
    put(page, "\" data-outcome=\"");
    buf_put(page->out, s->claim->outcome != OUTCOME_NONE ? outcome_name(s->claim->outcome) : kind_name(s->claim->kind));
    buf_format(page->out, "\" data-source=\"%u\"", s->document + 1);
    put(page, "\" data-places=\"|");
    if (s->claim->place) {
        text(page, s->claim->place->place.id);
        put(page, "|");
    }
    for (size_t i = 0; i < s->claim->place_count; i++) {
        text(page, s->claim->places[i]->place.id);
        put(page, "|");
    }
    if (entry->incident >= 0) {
        put(page, " data-incident=\"");
        incident_id(page, &page->situation->incidents[entry->incident]);
        put(page, "\"");
    }
}

/* Its place is worth saying: it isn't the one that the page is about. */
bool claim_is_elsewhere(const Page *page, uint32_t claim)
{
    const PlaceMention *place = claim_at(page, claim)->claim->place;
    const PlaceMention *whole = page->headline ? page->headline->place : NULL;
    return place && !(whole && str_equal(place->place.id, whole->place.id));
}

static void entry_item(const Page *page, const Entry *entry)
{
    const SituationClaim *s = claim_at(page, entry->claim);
    put(page, s->superseded_by >= 0 ? "<li class=\"entry superseded\"" : "<li class=\"entry\"");
    entry_attributes(page, entry);
    put(page, "><span class=\"dot party-");
    buf_put(page->out, words_party_key(s->claim->party));
    put(page, "\"></span>");
    evidence_open(page, entry->claim);
    if (s->claim->outcome != OUTCOME_NONE) {
        claim_sentence(page, entry->claim);
    } else {
        claim_quote(page, entry->claim, BRIEF_QUOTE_BYTES);
    }
    evidence_close(page);
    put(page, " <span class=\"quiet\">");
    if (claim_is_elsewhere(page, entry->claim)) {
        place_name(page, s->claim->place);
        put(page, " \xC2\xB7 ");
    }
    claim_speaker(page, entry->claim);
    if (window_is_known(s->claim->window) && window_days(s->claim->window) > 1) {
        put(page, " \xC2\xB7 ");
        claim_days(page, entry->claim);
    }
    put(page, s->superseded_by >= 0 ? " \xC2\xB7 superseded" : "");
    put(page, "</span></li>\n");
}

static void incident_heading(const Page *page, int32_t incident)
{
    if (incident < 0) {
        put(page, "<h5>No single incident</h5>\n");
        return;
    }
    if (&page->situation->incidents[incident] == page->headline) {
        put(page, "<h5>The event as a whole</h5>\n");
        return;
    }
    put(page, "<h5>");
    incident_title(page, &page->situation->incidents[incident]);
    put(page, "</h5>\n");
}

static void entry_list(const Page *page, const Entry *entries, size_t count)
{
    put(page, "<ul class=\"entries\">\n");
    for (size_t i = 0; i < count; i++)
        entry_item(page, &entries[i]);
    put(page, "</ul>\n");
}

/* Of an incident and day that many tell of, most are folded away. */
static void entries_of_an_incident(const Page *page, const Entry *entries, size_t count)
{
    enum { MOST = 20, SHOWN = 12 };
    size_t shown = count > MOST ? SHOWN : count;
    entry_list(page, entries, shown);
    if (shown == count)
        return;
    buf_format(page->out, "<details class=\"more\"><summary>%zu more</summary>\n", count - shown);
    entry_list(page, entries + shown, count - shown);
    put(page, "</details>\n");
}

static void entries_of_a_day(const Page *page, const Entry *entries, size_t count)
{
    bool several = entries[0].incident != entries[count - 1].incident;
    put(page, "<div class=\"day\">\n<h4>");
    if (entries[0].day == DAY_NONE)
        put(page, "Day not known");
    else
        words_day(page->out, entries[0].day);
    put(page, "</h4>\n");
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && entries[end].incident == entries[i].incident)
            end++;
        if (several)
            incident_heading(page, entries[i].incident);
        entries_of_an_incident(page, entries + i, end - i);
        i = end;
    }
    put(page, "</div>\n");
}

void page_timeline(const Page *page)
{
    const Situation *s = page->situation;
    Entry *entries = ARENA_ARRAY(page->arena, Entry, s->claim_count + 1);
    size_t count = 0;
    for (uint32_t i = 0; i < s->claim_count; i++) {
        if (on_timeline(page, i))
            entries[count++] = (Entry){s->claims[i].claim->window.first, s->claims[i].incident, i};
    }
    if (count == 0) {
        put(page, "<p class=\"quiet\">No report gives an event with a day.</p>\n");
        return;
    }
    qsort(entries, count, sizeof *entries, compare_entries);
    put(page, "<div id=\"timeline-list\">\n");
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && entries[end].day == entries[i].day)
            end++;
        entries_of_a_day(page, entries + i, end - i);
        i = end;
    }
    put(page, "</div>\n");
}

void page_places(const Page *page)
{
    section_open(page, "places", "Where and when", NULL);
    put(page, "<div class=\"places\">\n");
    if (map_has_points(page)) {
        put(page, "<div class=\"map-side\">\n<h3>Map</h3>\n");
        map_draw(page);
        put(page, "</div>\n");
    }
    put(page, "<div class=\"time-side\">\n<h3>Timeline</h3>\n<div id=\"filters\"></div>\n");
    page_timeline(page);
    put(page, "</div>\n</div>\n");
    section_close(page);
}
