/* The timeline beside the map: by day, then incident, then claim; copies are not drawn twice, and what several reports
 * say in the same words is said once. */
#include <stdlib.h>

#include "base/map.h"
#include "report/page_parts.h"

/* A timeline of more entries is a list of its days, of which those of the page's own event stand open; of a day stand open the
 * incidents that begin within so many entries. */
enum { ALL_OPEN = 120, DAY_SHOWN = 40 };

typedef struct Entry {
    Day day; /* DAY_NONE sorts last */
    int32_t incident;
    uint32_t claim;
    const struct Entry *same; /* the next that says it word for word, NULL ends */
    struct Entry *last;       /* of those */
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

static Str place_id(const Page *page, uint32_t claim)
{
    const PlaceMention *place = claim_at(page, claim)->claim->place;
    return place ? place->place.id : STR_NONE;
}

/* Equal for entries that tell a reader the same in the same words, whatever report they stand in. */
static Str entry_key(Buf *key, const Page *page, const Entry *entry)
{
    const SituationClaim *s = claim_at(page, entry->claim);
    const Claim *c = s->claim;
    int verdict = c->decided ? (int)c->decided->verdict : -1;
    buf_clear(key);
    buf_format(key, "%ld %ld %d %d %d %d %d %d ", (long)entry->day, (long)entry->incident, (int)c->kind,
               (int)c->outcome, (int)c->victim_class, (int)c->party, verdict, s->superseded_by >= 0);
    buf_put(key, place_id(page, entry->claim));
    buf_char(key, ' ');
    if (c->has_count)
        buf_format(key, "%lld %lld", (long long)c->count.low, (long long)c->count.high);
    buf_char(key, ' ');
    buf_put(key, str_trim(claim_text(page, entry->claim, span_join(c->sentence, c->evidence))));
    return buf_str(key);
}

/* Leaves the first of those that say the same, the others behind it. Returns how many are left. */
static size_t said_once(const Page *page, Entry *entries, size_t count, Entry *kept)
{
    Map *seen = map_create(page->arena);
    Buf key = {0};
    size_t left = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t number = map_add(seen, entry_key(&key, page, &entries[i]));
        if (number > left) {
            kept[left] = entries[i];
            kept[left].last = &kept[left];
            left++;
            continue;
        }
        Entry *first = &kept[number - 1];
        first->last->same = &entries[i];
        first->last = &entries[i];
    }
    buf_free(&key);
    return left;
}

/* The next in the same words that another report than the entry's own says. */
static const Entry *same_elsewhere(const Page *page, const Entry *entry)
{
    const Entry *next = entry->same;
    while (next && claim_at(page, next->claim)->document == claim_at(page, entry->claim)->document)
        next = next->same;
    return next;
}

/* "; the same in Paper, Post and 3 more reports": who else says it, each a link to its passage. */
static void also_said(const Page *page, const Entry *entry)
{
    enum { NAMED = 3 };
    size_t count = 0;
    for (const Entry *e = same_elsewhere(page, entry); e; e = same_elsewhere(page, e))
        count++;
    if (count == 0)
        return;
    size_t named = count > NAMED + 1 ? NAMED : count;
    put(page, "; the same in ");
    const Entry *e = entry;
    for (size_t i = 0; i < named; i++) {
        e = same_elsewhere(page, e);
        put(page, i == 0 ? "" : i + 1 == count ? " and " : ", ");
        evidence_open(page, e->claim);
        document_name(page, claim_at(page, e->claim)->document);
        evidence_close(page);
    }
    if (count > named) {
        put(page, " and ");
        words_counted(page->out, count - named, "more report");
    }
}

static void entry_sources(const Page *page, const Entry *entry)
{
    put(page, " data-source=\"|");
    for (const Entry *e = entry; e; e = same_elsewhere(page, e))
        buf_format(page->out, "%u|", claim_at(page, e->claim)->document + 1);
    put(page, "\"");
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
    put(page, "\"");
    entry_sources(page, entry);
    put(page, " data-places=\"|");
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
    also_said(page, entry);
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
    size_t shown = list_shown(count);
    entry_list(page, entries, shown);
    if (shown == count)
        return;
    fold_open(page, count - shown);
    entry_list(page, entries + shown, count - shown);
    fold_close(page);
}

/* Entries up to the end of the incident that the first is of. */
static size_t incident_end(const Entry *entries, size_t count)
{
    size_t end = 1;
    while (end < count && entries[end].incident == entries[0].incident)
        end++;
    return end;
}

/* A day of very many incidents: those behind the first some are folded away, each with its own list. */
static void incidents_of_a_day(const Page *page, const Entry *entries, size_t count)
{
    bool several = entries[0].incident != entries[count - 1].incident;
    bool folded = false;
    size_t shown = 0;
    for (size_t i = 0; i < count;) {
        size_t incident = incident_end(entries + i, count - i);
        if (shown > DAY_SHOWN && !folded) {
            fold_open(page, count - i);
            folded = true;
        }
        if (several)
            incident_heading(page, entries[i].incident);
        entries_of_an_incident(page, entries + i, incident);
        shown += list_shown(incident);
        i += incident;
    }
    if (folded)
        fold_close(page);
}

static void day_heading(const Page *page, Day day)
{
    put(page, "<h4>");
    if (day == DAY_NONE)
        put(page, "Day not known");
    else
        words_day(page->out, day);
    put(page, "</h4>");
}

static void entries_of_a_day(const Page *page, const Entry *entries, size_t count, bool folds)
{
    const Incident *main = page->headline;
    bool open = main && entries[0].day != DAY_NONE && entries[0].day >= main->window.first &&
                entries[0].day <= main->window.last;
    put(page, !folds ? "<div class=\"day\">\n"
              : open ? "<details class=\"day\" open>\n<summary>"
                     : "<details class=\"day\">\n<summary>");
    day_heading(page, entries[0].day);
    if (folds) {
        put(page, " <span class=\"quiet\">");
        words_number(page->out, (int64_t)count);
        put(page, count == 1 ? " entry</span></summary>" : " entries</span></summary>");
    }
    put(page, "\n");
    incidents_of_a_day(page, entries, count);
    put(page, folds ? "</details>\n" : "</div>\n");
}

void page_timeline(const Page *page)
{
    const Situation *s = page->situation;
    Entry *entries = ARENA_ARRAY(page->arena, Entry, s->claim_count + 1);
    size_t count = 0;
    for (uint32_t i = 0; i < s->claim_count; i++) {
        if (on_timeline(page, i))
            entries[count++] =
                (Entry){.day = s->claims[i].claim->window.first, .incident = s->claims[i].incident, .claim = i};
    }
    if (count == 0) {
        put(page, "<p class=\"quiet\">No report gives an event with a day.</p>\n");
        return;
    }
    qsort(entries, count, sizeof *entries, compare_entries);
    Entry *kept = ARENA_ARRAY(page->arena, Entry, count);
    count = said_once(page, entries, count, kept);
    bool folds = count > ALL_OPEN && kept[0].day != kept[count - 1].day;
    put(page, "<div id=\"timeline-list\">\n");
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && kept[end].day == kept[i].day)
            end++;
        entries_of_a_day(page, kept + i, end - i, folds);
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
