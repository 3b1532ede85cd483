/* Disruptions: a row a period, with a strip from its first day to its end, and what the reports say of it. */
#include "assemble/conflict/disruption.h"
#include "report/page_parts.h"

enum { STRIP_WIDTH = 300 };

typedef struct {
    Day first;
    Day last;
} Axis;

static void axis_take(Axis *axis, Day day)
{
    if (day == DAY_NONE)
        return;
    if (axis->first == DAY_NONE || day < axis->first)
        axis->first = day;
    if (axis->last == DAY_NONE || day > axis->last)
        axis->last = day;
}

static Axis axis_of(const Page *page, const Disruption *all, size_t count)
{
    Axis axis = {DAY_NONE, DAY_NONE};
    for (size_t i = 0; i < count; i++) {
        axis_take(&axis, all[i].first);
        axis_take(&axis, all[i].last);
    }
    if (page->headline)
        axis_take(&axis, page->headline->window.first);
    axis_take(&axis, page_today(page));
    return axis;
}

/* A band over the axis' days; while no end is reported it runs out in an arrow. */
static void strip(const Page *page, const Disruption *d, Axis axis)
{
    double per_day = (STRIP_WIDTH - 20.0) / (double)(axis.last - axis.first + 1);
    double from = 10 + (double)(d->first - axis.first) * per_day;
    double to = 10 + (double)(d->last - axis.first + 1) * per_day;
    bool open = !d->ended && !d->attempted;
    buf_format(page->out, "<svg class=\"strip\" viewBox=\"0 0 %d 14\" aria-hidden=\"true\">", STRIP_WIDTH);
    buf_format(page->out, "<path class=\"axis\" d=\"M10 7H%d\"/><path class=\"band\" d=\"M", STRIP_WIDTH - 10);
    buf_fixed(page->out, from, 1);
    put(page, " 7H");
    buf_fixed(page->out, to, 1);
    put(page, "\"/>");
    if (open) {
        put(page, "<path class=\"arrow\" d=\"M");
        buf_fixed(page->out, to + 1, 1);
        put(page, " 3l5 4l-5 4\"/>");
    }
    put(page, "</svg>");
}

/* "Sat 31 Jan to Thu 5 Feb, restored"; "from Fri 30 Jan, told until Wed 4 Feb" */
static void period_days(const Page *page, const Disruption *d)
{
    put(page, "<span class=\"quiet\">");
    if (d->first == d->last || d->ended || d->attempted) {
        words_day_short(page->out, d->first);
        if (d->first != d->last) {
            put(page, " to ");
            words_day_short(page->out, d->last);
        }
        put(page, d->attempted ? "" : d->ended ? ", restored" : ", no end reported");
    } else {
        put(page, "from ");
        words_day_short(page->out, d->first);
        put(page, ", told until ");
        words_day_short(page->out, d->last);
        put(page, ", no end reported");
    }
    put(page, "</span>");
}

static void told_in(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    put(page, "<p>");
    evidence_quote(page, claim);
    put(page, " <span class=\"quiet\">");
    unsigned told = c->status & ~(unsigned)STATUS_COMPLETED;
    if (told) {
        words_status(page->out, told);
        put(page, " \xC2\xB7 ");
    }
    claim_speaker(page, claim);
    put(page, " \xC2\xB7 ");
    claim_days(page, claim);
    put(page, "</span></p>\n");
}

/* One sentence may tell of a service twice, and a title repeats its report. */
static bool is_repeated(const Page *page, const Disruption *d, size_t at)
{
    const SituationClaim *x = claim_at(page, d->claims[at]);
    for (size_t i = 0; i < at; i++) {
        const SituationClaim *y = claim_at(page, d->claims[i]);
        if (y->document == x->document && span_overlaps(y->claim->sentence, x->claim->sentence))
            return true;
    }
    return false;
}

/* What the reports say of it; of what very many say, most is folded away. */
static void told_of(const Page *page, const Disruption *d)
{
    enum { MOST = 6, SHOWN = 4 };
    uint32_t *told = ARENA_ARRAY(page->arena, uint32_t, d->claim_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < d->claim_count; i++)
        if (page_shows(page, d->claims[i]) && !is_repeated(page, d, i))
            told[count++] = d->claims[i];
    FoldedList list = folded_begin(page, "", "", count, count > MOST ? SHOWN : count);
    for (size_t i = 0; i < count; i++) {
        folded_item(&list);
        told_in(page, told[i]);
    }
    folded_end(&list);
}

static void period_row(const Page *page, const Disruption *d, Axis axis)
{
    put(page, "<tr><th scope=\"row\">");
    text(page, d->type.len > 0 ? d->type : STR("disruption"));
    if (d->place) {
        put(page, "<br><span class=\"quiet\">");
        place_name(page, d->place);
        put(page, "</span>");
    }
    put(page, "</th><td>");
    told_of(page, d);
    put(page, "</td><td class=\"strip-cell\">");
    if (d->first == DAY_NONE) {
        put(page, "<span class=\"quiet\">day not known</span>");
    } else {
        strip(page, d, axis);
        period_days(page, d);
    }
    put(page, "</td></tr>\n");
}

static const char TABLE_OPEN[] =
    "<table class=\"disruptions\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">As reported"
    "</th><th scope=\"col\">When</th></tr></thead>\n<tbody>\n";
static const char TABLE_CLOSE[] = "</tbody></table>\n";

void page_disruptions(const Page *page)
{
    size_t count = 0;
    const Disruption *all = disruptions_of(page->situation, page->arena, &count);
    if (count == 0)
        return;
    Axis axis = axis_of(page, all, count);
    section_open(
        page, "disruptions", "Disruptions",
        "Services and movement. A strip runs from the first day told, or counted back to, until the day of its end; an arrow means "
        "that no end is reported.");
    FoldedList table = folded_begin(page, TABLE_OPEN, TABLE_CLOSE, count, list_shown(count));
    for (size_t i = 0; i < count; i++) {
        folded_item(&table);
        period_row(page, &all[i], axis);
    }
    folded_end(&table);
    section_close(page);
}
