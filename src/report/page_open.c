/* Still unverified, with its age; awaited, with what is overdue. And disruptions as strips. */
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
    put(page, "<ul class=\"open-list\">\n");
    for (size_t i = 0; i < count; i++) {
        put(page, "<li>");
        evidence_open(page, claims[i]);
        put(page, "<q class=\"passage\">");
        claim_quote(page, claims[i], QUOTE_BYTES);
        put(page, "</q>");
        evidence_close(page);
        put(page, " <span class=\"quiet\">");
        claim_speaker(page, claims[i]);
        put(page, " \xC2\xB7 ");
        note(page, claims[i]);
        put(page, "</span></li>\n");
    }
    put(page, "</ul>\n");
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

enum { STRIP_WIDTH = 300 };

typedef struct {
    Day first;
    Day last;
} Axis;

static bool is_disruption(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    return s->claim->kind == KIND_DISRUPTION && !s->claim->background && s->copy_of < 0 && page_shows(page, claim);
}

static void axis_take(Axis *axis, Day day)
{
    if (day == DAY_NONE)
        return;
    if (axis->first == DAY_NONE || day < axis->first)
        axis->first = day;
    if (axis->last == DAY_NONE || day > axis->last)
        axis->last = day;
}

static Axis disruption_axis(const Page *page)
{
    Axis axis = {DAY_NONE, DAY_NONE};
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        if (!is_disruption(page, i))
            continue;
        axis_take(&axis, claim_at(page, i)->claim->window.first);
        axis_take(&axis, claim_at(page, i)->claim->window.last);
    }
    if (page->headline)
        axis_take(&axis, page->headline->window.first);
    axis_take(&axis, page_today(page));
    return axis;
}

/* A strip over the axis' days; an end that is not known runs out in an arrow. */
static void strip(const Page *page, Window window, Axis axis)
{
    if (axis.first == DAY_NONE || (window.first == DAY_NONE && window.last == DAY_NONE)) {
        put(page, "<span class=\"quiet\">day not known</span>");
        return;
    }
    double per_day = (STRIP_WIDTH - 20.0) / (double)(axis.last - axis.first + 1);
    Day first = window.first == DAY_NONE ? axis.first : window.first;
    Day last = window.last == DAY_NONE ? axis.last : window.last;
    double from = 10 + (double)(first - axis.first) * per_day;
    double to = 10 + (double)(last - axis.first + 1) * per_day;
    buf_format(page->out, "<svg class=\"strip\" viewBox=\"0 0 %d 14\" role=\"img\" aria-label=\"", STRIP_WIDTH);
    words_window(page->out, window);
    buf_format(page->out, "\"><path class=\"axis\" d=\"M10 7H%d\"/><path class=\"band\" d=\"M", STRIP_WIDTH - 10);
    buf_fixed(page->out, from, 1);
    put(page, " 7H");
    buf_fixed(page->out, to, 1);
    put(page, "\"/>");
    if (window.last == DAY_NONE)
        buf_format(page->out, "<path class=\"arrow\" d=\"M%d 3l5 4l-5 4\"/>", STRIP_WIDTH - 9);
    if (window.first == DAY_NONE)
        put(page, "<path class=\"arrow\" d=\"M9 3l-5 4l5 4\"/>");
    put(page, "</svg>");
}

static void disruption_row(const Page *page, uint32_t claim, Axis axis)
{
    const Claim *c = claim_at(page, claim)->claim;
    put(page, "<tr><th scope=\"row\">");
    text(page, c->type.len > 0 ? c->type : STR("disruption"));
    put(page, "</th><td>");
    evidence_open(page, claim);
    put(page, "<q class=\"passage\">");
    claim_quote(page, claim, QUOTE_BYTES);
    put(page, "</q>");
    evidence_close(page);
    put(page, " <span class=\"quiet\">");
    if (claim_is_elsewhere(page, claim)) {
        place_name(page, c->place);
        put(page, " \xC2\xB7 ");
    }
    unsigned told = c->status & ~(unsigned)STATUS_COMPLETED;
    if (told) {
        words_status(page->out, told);
        put(page, " \xC2\xB7 ");
    }
    claim_speaker(page, claim);
    put(page, "</span></td><td class=\"strip-cell\">");
    strip(page, c->window, axis);
    put(page, "<span class=\"quiet\">");
    claim_days(page, claim);
    put(page, "</span></td></tr>\n");
}

void page_disruptions(const Page *page)
{
    bool open = false;
    Axis axis = disruption_axis(page);
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        if (!is_disruption(page, i))
            continue;
        if (!open) {
            section_open(
                page, "disruptions", "Disruptions",
                "Services and movement. A strip shows the days reported; an arrow means that no end is reported.");
            put(page,
                "<table class=\"disruptions\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">As reported"
                "</th><th scope=\"col\">When</th></tr></thead>\n<tbody>\n");
        }
        open = true;
        disruption_row(page, i, axis);
    }
    if (open) {
        put(page, "</tbody></table>\n");
        section_close(page);
    }
}
