/* Figures over time: one panel a group of people, one line of steps a speaker, over publication days. */
#include <stdlib.h>

#include "assemble/basis/people.h"
#include "report/page_parts.h"

enum { WIDTH = 360, HEIGHT = 190, LEFT = 34, RIGHT = 14, TOP = 14, BOTTOM = 26, VOICE_LIMIT = 24 };

typedef struct {
    Day day;
    uint32_t voice; /* claims of one origin: the index of its first claim */
    uint32_t claim;
} Step;

typedef struct {
    Step *steps;
    size_t count;
    size_t undated; /* figures of reports whose day of publication is not known */
    Day first;
    Day last;
    int64_t top;
} Panel;

/* People of no class told, and of several, are of the panel of all. */
static bool is_of(const Claim *c, VictimClass of)
{
    return c->victim_class == of || (of == CLASS_UNKNOWN && c->victim_class == CLASS_MIXED);
}

/* Part of a group, such as its women or two more dead, is no figure of the group; a soldier is one of the security forces. */
static bool is_whole_group(const Claim *c)
{
    return !people_are_further(c) && (claim_groups(c) & ~(unsigned)(SUBGROUP_POLICE | SUBGROUP_SOLDIERS)) == 0;
}

static bool is_step(const Page *page, uint32_t claim, VictimClass of)
{
    const SituationClaim *s = claim_at(page, claim);
    const Claim *c = s->claim;
    bool figure = c->kind == KIND_CASUALTY && c->outcome == OUTCOME_KILLED && is_of(c, of) && is_whole_group(c) &&
                  c->has_count && c->count_form != COUNT_WORD && c->count_form != COUNT_DESCRIBED;
    return figure && !c->background && c->part_of < 0 && s->copy_of < 0 && s->incident == page->situation->headline &&
           page_shows(page, claim);
}

static uint32_t voice_of_step(const Page *page, const Panel *panel, uint32_t claim)
{
    for (size_t i = 0; i < panel->count; i++) {
        if (str_equal(claim_at(page, panel->steps[i].claim)->origin, claim_at(page, claim)->origin))
            return panel->steps[i].voice;
    }
    return claim;
}

static int compare_steps(const void *left, const void *right)
{
    const Step *a = left;
    const Step *b = right;
    if (a->voice != b->voice)
        return a->voice < b->voice ? -1 : 1;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return (a->claim > b->claim) - (a->claim < b->claim);
}

/* The number that a step is drawn at: what a person would say. */
static int64_t step_height(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    int64_t point = interval_point(c->count_form, c->count);
    return point >= 0 && point != INTERVAL_OPEN ? point : c->count.low;
}

static int64_t step_top(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    int64_t height = step_height(page, claim);
    return c->count.high != INTERVAL_OPEN && c->count.high > height ? c->count.high : height;
}

/* 1, 2 or 5 times a power of ten, or the next. */
static int64_t round_top(int64_t n)
{
    static const int64_t STEPS[] = {1, 2, 3, 4, 5, 6, 8, 10};
    for (int64_t scale = 1;; scale *= 10) {
        for (size_t i = 0; i < sizeof STEPS / sizeof STEPS[0]; i++) {
            if (STEPS[i] * scale >= n)
                return STEPS[i] * scale;
        }
    }
}

static Panel find_panel(const Page *page, VictimClass of)
{
    Panel panel = {.first = DAY_NONE, .last = page_today(page)};
    panel.steps = ARENA_ARRAY(page->arena, Step, page->situation->claim_count + 1);
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        if (!is_step(page, i, of))
            continue;
        Day day = moment_day(document_of(page, claim_at(page, i)->document)->published);
        if (day == DAY_NONE) {
            panel.undated++;
            continue;
        }
        panel.steps[panel.count] = (Step){day, voice_of_step(page, &panel, i), i};
        panel.count++;
        panel.first = panel.first == DAY_NONE || day < panel.first ? day : panel.first;
        panel.last = panel.last == DAY_NONE || day > panel.last ? day : panel.last;
        panel.top = step_top(page, i) > panel.top ? step_top(page, i) : panel.top;
    }
    panel.top = round_top(panel.top);
    qsort(panel.steps, panel.count, sizeof *panel.steps, compare_steps);
    return panel;
}

/* At least two days of publication: otherwise there are no steps. */
static bool has_steps(const Panel *panel)
{
    for (size_t i = 1; i < panel->count; i++) {
        if (panel->steps[i].day != panel->steps[0].day)
            return true;
    }
    return false;
}

static double step_x(const Panel *panel, Day day)
{
    return LEFT + (double)(day - panel->first) / (double)(panel->last - panel->first) * (WIDTH - LEFT - RIGHT - 8);
}

static double step_y(const Panel *panel, int64_t n)
{
    return HEIGHT - BOTTOM - (double)n / (double)panel->top * (HEIGHT - TOP - BOTTOM);
}

static void number(Buf *out, char before, double x)
{
    buf_char(out, before);
    buf_fixed(out, x, 1);
}

static void draw_axes(const Page *page, const Panel *panel)
{
    int64_t marks[] = {0, panel->top / 2, panel->top};
    put(page, "<g class=\"grid\" aria-hidden=\"true\">");
    for (size_t i = 0; i < 3; i++) {
        buf_format(page->out, "<path d=\"M%d", LEFT);
        number(page->out, ' ', step_y(panel, marks[i]));
        buf_format(page->out, "H%d\"/><text class=\"y\" x=\"%d\" y=\"", WIDTH - RIGHT, LEFT - 6);
        buf_fixed(page->out, step_y(panel, marks[i]) + 4, 1);
        put(page, "\">");
        words_number(page->out, marks[i]);
        put(page, "</text>");
    }
    int days = panel->last - panel->first;
    int every = days / 5 + 1;
    for (int d = 0; d <= days; d += every) {
        put(page, "<text class=\"x\" x=\"");
        buf_fixed(page->out, step_x(panel, panel->first + d), 1);
        buf_format(page->out, "\" y=\"%d\">", HEIGHT - 8);
        Buf day = {0};
        words_day_short(&day, panel->first + d);
        buf_put(page->out, str_drop(buf_str(&day), 4)); /* without the weekday: the axis has no room */
        buf_free(&day);
        put(page, "</text>");
    }
    put(page, "</g>\n");
}

/* Steps of one voice: flat until the next figure, and on to the page's moment. */
static void draw_line(const Page *page, const Panel *panel, const Step *steps, size_t count)
{
    put(page, "<path class=\"steps\" d=\"M");
    number(page->out, ' ', step_x(panel, steps[0].day));
    number(page->out, ' ', step_y(panel, step_height(page, steps[0].claim)));
    for (size_t i = 1; i < count; i++) {
        number(page->out, 'H', step_x(panel, steps[i].day));
        number(page->out, 'V', step_y(panel, step_height(page, steps[i].claim)));
    }
    number(page->out, 'H', step_x(panel, panel->last));
    put(page, "\"/>\n");
}

/* A range is a thin upright line through its point; an open end points upwards. */
static void draw_range(const Page *page, const Panel *panel, const Step *step)
{
    const Claim *c = claim_at(page, step->claim)->claim;
    double x = step_x(panel, step->day);
    if (c->count.high == INTERVAL_OPEN) {
        put(page, "<path class=\"up\" d=\"M");
        number(page->out, ' ', x - 3);
        number(page->out, ' ', step_y(panel, step_height(page, step->claim)) - 7);
        put(page, "l3-4l3 4\"/>");
    } else if (c->count.high > c->count.low) {
        put(page, "<path class=\"span\" d=\"M");
        number(page->out, ' ', x);
        number(page->out, ' ', step_y(panel, c->count.low));
        number(page->out, 'V', step_y(panel, c->count.high));
        put(page, "\"/>");
    }
}

static void draw_point(const Page *page, const Panel *panel, const Step *step)
{
    const SituationClaim *s = claim_at(page, step->claim);
    double x = step_x(panel, step->day);
    double y = step_y(panel, step_height(page, step->claim));
    put(page, s->superseded_by >= 0 ? "<a class=\"step faded\" href=\"#" : "<a class=\"step\" href=\"#");
    evidence_id(page, step->claim);
    put(page, "\"><title>");
    claim_sentence(page, step->claim);
    put(page, "; ");
    claim_speaker(page, step->claim);
    put(page, "</title>");
    draw_range(page, panel, step);
    if (s->claim->party == PARTY_ARMED_GROUP) {
        put(page, "<path class=\"mark\" d=\"M");
        number(page->out, ' ', x - 4);
        number(page->out, ' ', y - 4);
        put(page, "h8v8h-8z\"/>");
    } else {
        buf_format(page->out, "<circle class=\"%s\" r=\"4\" cx=\"",
                   s->claim->party == PARTY_NONE ? "mark hollow" : "mark");
        buf_fixed(page->out, x, 1);
        put(page, "\" cy=\"");
        buf_fixed(page->out, y, 1);
        put(page, "\"/>");
    }
    put(page, "</a>\n");
}

static void party_class(const Page *page, const Step *step)
{
    put(page, "party-");
    buf_put(page->out, words_party_key(claim_at(page, step->claim)->claim->party));
}

static void voice_list(const Page *page, const Step *steps, size_t count)
{
    put(page, "<li><span class=\"dot ");
    party_class(page, steps);
    put(page, "\"></span>");
    Str speaker = claim_first_speaker(page, steps[0].claim);
    if (str_present(speaker))
        text(page, speaker);
    else
        document_name(page, claim_at(page, steps[0].claim)->document);
    put(page, " <span class=\"quiet\">");
    for (size_t i = 0; i < count; i++) {
        bool faded = claim_at(page, steps[i].claim)->superseded_by >= 0;
        put(page, i > 0 ? ", " : "");
        put(page, faded ? "<span class=\"superseded\">" : "");
        evidence_open(page, steps[i].claim);
        claim_figure(page, steps[i].claim);
        evidence_close(page);
        put(page, faded ? "</span> on " : " on ");
        words_day_short(page->out, steps[i].day);
    }
    put(page, "</span></li>\n");
}

static size_t voice_end(const Panel *panel, size_t from)
{
    size_t end = from + 1;
    while (end < panel->count && panel->steps[end].voice == panel->steps[from].voice)
        end++;
    return end;
}

static void draw_panel(const Page *page, const Panel *panel, VictimClass of)
{
    put(page, "<figure class=\"panel\">\n<h3>");
    buf_put(page->out, words_cell(of == CLASS_CIVILIAN   ? CELL_CIVILIAN
                                  : of == CLASS_SECURITY ? CELL_SECURITY
                                  : of == CLASS_MILITANT ? CELL_MILITANT
                                                         : CELL_ALL));
    put(page, of == CLASS_UNKNOWN ? " killed, or not told apart</h3>\n" : " killed</h3>\n");
    buf_format(page->out, "<svg viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"Figures by day of publication\">\n",
               WIDTH, HEIGHT);
    draw_axes(page, panel);
    for (size_t i = 0; i < panel->count; i = voice_end(panel, i)) {
        put(page, "<g class=\"");
        party_class(page, &panel->steps[i]);
        put(page, "\">");
        draw_line(page, panel, panel->steps + i, voice_end(panel, i) - i);
        for (size_t k = i; k < voice_end(panel, i); k++)
            draw_point(page, panel, &panel->steps[k]);
        put(page, "</g>\n");
    }
    put(page, "</svg>\n<figcaption><ul class=\"voices\">\n");
    size_t voices = 0;
    for (size_t i = 0; i < panel->count && voices < VOICE_LIMIT; i = voice_end(panel, i), voices++)
        voice_list(page, panel->steps + i, voice_end(panel, i) - i);
    put(page, "</ul>\n");
    if (panel->undated > 0) {
        put(page, "<p class=\"quiet\">");
        words_counted(page->out, panel->undated, "figure");
        put(page, " not drawn: the day of publication is not known.</p>\n");
    }
    put(page, "</figcaption>\n</figure>\n");
}

void page_over_time(const Page *page)
{
    static const VictimClass CLASSES[] = {CLASS_UNKNOWN, CLASS_CIVILIAN, CLASS_SECURITY, CLASS_MILITANT};
    bool open = false;
    if (!page->headline)
        return;
    for (size_t i = 0; i < sizeof CLASSES / sizeof CLASSES[0]; i++) {
        Panel panel = find_panel(page, CLASSES[i]);
        if (!has_steps(&panel))
            continue;
        if (!open) {
            section_open(
                page, "over-time", "Figures over time",
                "Each speaker\xE2\x80\x99s figures by day of publication; a later one replaces the earlier, which is faded. "
                "Copies are not drawn. Source: the reports listed below; a small arrow means at least.");
            put(page, "<div class=\"panels\">\n");
        }
        open = true;
        draw_panel(page, &panel, CLASSES[i]);
    }
    if (open) {
        put(page, "</div>\n");
        section_close(page);
    }
}
