/* Still unverified, with its age; awaited, with what is overdue. */
#include "report/page_parts.h"

/* The day on which the claim became known: its report's, else the day it is about. */
static Day known_on(const Page *page, uint32_t claim)
{
    Day day = moment_day(document_of(page, claim_at(page, claim)->document)->published);
    return day != DAY_NONE ? day : claim_at(page, claim)->claim->window.first;
}

void claim_age(const Page *page, uint32_t claim)
{
    Day today = page_today(page);
    Day since = known_on(page, claim);
    if (today == DAY_NONE || since == DAY_NONE || since > today)
        put(page, "age not known");
    else if (since == today)
        put(page, "reported today");
    else
        words_counted(page->out, (size_t)(today - since), "day");
    if (today != DAY_NONE && since != DAY_NONE && since < today)
        put(page, " unverified");
}

void claim_due(const Page *page, uint32_t claim)
{
    Day today = page_today(page);
    Day due = claim_at(page, claim)->claim->window.last;
    if (due == DAY_NONE) {
        put(page, "no day given");
    } else if (today != DAY_NONE && due < today) {
        put(page, "<strong class=\"overdue\">overdue by ");
        words_counted(page->out, (size_t)(today - due), "day");
        put(page, "</strong>, was expected ");
        words_day_short(page->out, due);
    } else {
        put(page, "expected ");
        words_day_short(page->out, due);
    }
}

static void open_list(const Page *page, const uint32_t *claims, size_t count, void (*note)(const Page *, uint32_t))
{
    FoldedList list = folded_begin(page, "<ul class=\"open-list\">\n", "</ul>\n", count, list_shown(count));
    for (size_t i = 0; i < count; i++) {
        folded_item(&list);
        put(page, "<li>");
        evidence_quote(page, claims[i]);
        put(page, " <span class=\"quiet\">");
        claim_speaker(page, claims[i]);
        put(page, " \xC2\xB7 ");
        note(page, claims[i]);
        put(page, "</span></li>\n");
    }
    folded_end(&list);
}

void page_open_questions(const Page *page)
{
    const Situation *s = page->situation;
    section_open(page, "open", "Still open", NULL);
    put(page, "<div class=\"halves\">\n<div>\n<h3>Still unverified</h3>\n");
    if (s->unverified_count > 0)
        open_list(page, s->unverified, s->unverified_count, claim_age);
    else
        put(page, "<p class=\"quiet\">No report marks anything as unverified.</p>\n");
    put(page, "</div>\n<div>\n<h3>Awaited</h3>\n");
    if (s->pending_count > 0)
        open_list(page, s->pending, s->pending_count, claim_due);
    else
        put(page, "<p class=\"quiet\">No report promises an update.</p>\n");
    put(page, "</div>\n</div>\n");
    section_close(page);
}
