/* The key figures: civilians, security forces, fighters; killed, then injured and others. */
#include "assemble/figure/version.h"
#include "report/page_parts.h"

static const CellKind COLUMNS[] = {CELL_CIVILIAN, CELL_SECURITY, CELL_MILITANT};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof COLUMNS[0] };

static const Estimate *cell_of(const Page *page, Outcome outcome, CellKind cell)
{
    return &page->headline->estimates.cells[outcome][cell];
}

/* Where a page has no evidence of its own, to the claims of the cell. */
static void figure_at_desk(const Page *page, Outcome outcome, CellKind cell)
{
    static const VictimClass CLASSES[CELL_COUNT_] = {
        [CELL_CIVILIAN] = CLASS_CIVILIAN, [CELL_SECURITY] = CLASS_SECURITY, [CELL_MILITANT] = CLASS_MILITANT};
    text(page, page->desk);
    put(page, "?incident=");
    buf_url(page->out, page->headline->id);
    put(page, "&amp;outcome=");
    buf_url(page->out, outcome_name(outcome));
    if (CLASSES[cell] != CLASS_UNKNOWN) {
        put(page, "&amp;class=");
        buf_url(page->out, class_name(CLASSES[cell]));
    }
}

static void figure_open(const Page *page, Outcome outcome, CellKind cell)
{
    put(page, "<a class=\"ev\" href=\"");
    if (page->evidence_at_desk) {
        figure_at_desk(page, outcome, cell);
    } else {
        put(page, "#");
        figure_id(page, outcome, cell);
    }
    buf_format(page->out, "\" data-note=\"F%u\">", figure_note(page, outcome, cell));
}

/* The number is set large, its hedge small; what is no number stays in running text. */
static void big_number(const Page *page, Outcome outcome, CellKind cell)
{
    const Estimate *e = cell_of(page, outcome, cell);
    if (!e->present) {
        put(page, "<p class=\"no-figure\">");
        buf_put(page->out, WORDS_NO_FIGURE);
        put(page, "</p>\n");
        return;
    }
    put(page, e->has_best ? "<p class=\"number\">" : "<p class=\"no-figure\">");
    figure_open(page, outcome, cell);
    if (e->has_best) {
        if (e->high_open && (!e->has_low || e->low >= e->best))
            put(page, "<span class=\"hedge\">at least</span> ");
        put(page, "<span class=\"n\">");
        words_number(page->out, e->best);
        put(page, "</span>");
    } else {
        estimate_words(page, e);
    }
    put(page, "</a></p>\n");
}

static void high_end(const Page *page, const Estimate *e)
{
    put(page, "high ");
    if (e->has_high)
        words_number(page->out, e->high);
    else
        put(page, "open");
}

static void range_line(const Page *page, const Estimate *e)
{
    if (!e->has_low && !e->has_best)
        return;
    put(page, "<p class=\"range-words\">");
    if (e->has_low) {
        put(page, "low ");
        words_number(page->out, e->low);
        put(page, " \xC2\xB7 ");
    }
    if (e->has_best) {
        put(page, "best ");
        words_number(page->out, e->best);
        put(page, " \xC2\xB7 ");
    }
    high_end(page, e);
    put(page, "</p>\n");
}

static void origins_line(const Page *page, const Estimate *e)
{
    if (e->origins == 0 && !window_is_known(e->window))
        return;
    put(page, "<p class=\"quiet\">");
    if (e->origins > 0) {
        words_counted(page->out, e->origins, "origin");
        put(page, e->origins == 1 ? ", not corroborated" : "");
    }
    if (window_is_known(e->window)) {
        put(page, e->origins > 0 ? " \xC2\xB7 " : "");
        words_window_short(page->out, e->window, page_today(page));
    }
    put(page, "</p>\n");
}

static void claimed_line(const Page *page, const ClaimedFigure *claimed, int64_t scale)
{
    put(page, "<li><span class=\"claimed-words\">");
    if (claimed->claim_count > 0)
        evidence_open(page, claimed->claims[0]);
    if (claimed->words || claimed->count.low == claimed->count.high) {
        if (claimed->words && claimed->text.len > 0) {
            put(page, "\xE2\x80\x9C");
            bool of = str_ends(claimed->text, STR(" of"));
            text(page, of ? str_slice(claimed->text, 0, claimed->text.len - 3) : claimed->text);
            put(page, "\xE2\x80\x9D");
        } else {
            words_interval(page->out, claimed->count);
        }
    } else if (claimed->claim_count > 0) {
        claim_figure(page, claimed->claims[0]);
    } else {
        words_interval(page->out, claimed->count);
    }
    if (claimed->claim_count > 0)
        evidence_close(page);
    put(page, "</span> <span class=\"quiet\">");
    words_window_short(page->out, claimed->window, page_today(page));
    put(page, "</span>");
    chart_claimed(page, claimed, scale);
    put(page, "</li>\n");
}

/* "Militants were killed": a word for several, but nothing to print as a figure. */
static bool is_noun_only(const Page *page, const ClaimedFigure *claimed)
{
    return claimed->words && claimed->claim_count > 0 && claim_counts_by_noun(page, claimed->claims[0]);
}

/* Whether both are one voice's: of one party, and of one country or group where there are several. */
static bool same_claimant(const Page *page, const ClaimedFigure *a, const ClaimedFigure *b)
{
    Str x = version_claimant(page->situation, page->headline, a);
    Str y = version_claimant(page->situation, page->headline, b);
    return a->party == b->party && str_present(x) == str_present(y) && (!str_present(x) || str_equal(x, y));
}

static void claimed_by(const Page *page, const Estimate *e, size_t first, int64_t scale)
{
    const ClaimedFigure *claimed = &e->claimed[first];
    put(page, claimed->party == PARTY_NONE ? "<p class=\"claimed-by\">Claimed, speaker not identified"
                                           : "<p class=\"claimed-by\">Claimed by ");
    if (claimed->party != PARTY_NONE)
        page_claimant(page, page->headline, claimed);
    put(page, "</p>\n<ul class=\"claimed-list\">\n");
    for (size_t i = first; i < e->claimed_count; i++) {
        if (same_claimant(page, claimed, &e->claimed[i]) && !is_noun_only(page, &e->claimed[i]))
            claimed_line(page, &e->claimed[i], scale);
    }
    put(page, "</ul>\n");
}

/* Is a figure of the same claimant listed before? */
static bool is_listed(const Page *page, const Estimate *e, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (same_claimant(page, &e->claimed[at], &e->claimed[i]) && !is_noun_only(page, &e->claimed[i]))
            return true;
    }
    return false;
}

/* One heading a claimant, parties in their order, the figures under it in the order given. */
static void claimed_lines(const Page *page, const Estimate *e, int64_t scale)
{
    for (Party party = PARTY_NONE; party < PARTY_COUNT_; party++) {
        for (size_t i = 0; i < e->claimed_count; i++) {
            if (e->claimed[i].party == party && !is_noun_only(page, &e->claimed[i]) && !is_listed(page, e, i))
                claimed_by(page, e, i, scale);
        }
    }
}

static void subgroup_line(const Page *page, Outcome outcome)
{
    static const CellKind SUBGROUPS[] = {CELL_WOMEN, CELL_CHILDREN};
    bool any = false;
    for (size_t i = 0; i < 2; i++) {
        const Estimate *e = cell_of(page, outcome, SUBGROUPS[i]);
        if (!e->present)
            continue;
        put(page, any ? ", " : "<p class=\"among\">Among all: ");
        any = true;
        figure_open(page, outcome, SUBGROUPS[i]);
        estimate_words(page, e);
        bool one = e->has_best && e->best == 1;
        if (SUBGROUPS[i] == CELL_WOMEN)
            put(page, one ? " woman" : " women");
        else
            put(page, one ? " child" : " children");
        put(page, "</a>");
    }
    put(page, any ? "</p>\n" : "");
}

/* leads: women and children, who are of any class, are told under it. */
static void figure_cell(const Page *page, Outcome outcome, CellKind cell, bool leads, int64_t scale)
{
    const Estimate *e = cell_of(page, outcome, cell);
    put(page, "<div class=\"cell\">\n<h4>");
    buf_put(page->out, words_cell(cell));
    put(page, "</h4>\n");
    big_number(page, outcome, cell);
    if (e->present) {
        chart_range(page, e, scale);
        range_line(page, e);
        origins_line(page, e);
        claimed_lines(page, e, scale);
    }
    if (leads)
        subgroup_line(page, outcome);
    put(page, "</div>\n");
}

/* Do the classes stand by figures that come to the total, or the total by none? What a party claims of the fighters alone is not the page's
 * figure, nor are the civilians among many more who died. */
static bool is_told_by_class(const Page *page, Outcome outcome)
{
    const Estimate *all = cell_of(page, outcome, CELL_ALL);
    bool present = false;
    int64_t sum = 0;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        const Estimate *e = cell_of(page, outcome, COLUMNS[i]);
        sum += e->has_best ? e->best : e->has_low ? e->low : 0;
        present = present || e->present;
    }
    return all->has_best ? sum >= all->best : present;
}

static int64_t common_scale(const Page *page, Outcome outcome)
{
    int64_t scale = 1;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        int64_t reach = estimate_reach(cell_of(page, outcome, COLUMNS[i]));
        scale = reach > scale ? reach : scale;
    }
    return scale;
}

static void without_words(const Page *page, unsigned without)
{
    bool first = true;
    for (unsigned c = 0; c < CLASS_COUNT_; c++) {
        if (!(without >> c & 1U))
            continue;
        put(page, first ? ", without " : " and ");
        buf_put(page->out, words_class((VictimClass)c));
        first = false;
    }
    if (!first)
        put(page, ", for whom there is no agreed figure");
}

/* How the total came about, and what people decided on it. */
static void total_working(const Page *page, const Estimate *e, const char *before)
{
    if (str_find_char(e->working, ' ', 0) != SIZE_MAX) {
        buf_format(page->out, "%s<span class=\"quiet\">", before);
        text(page, e->working);
        put(page, "</span>");
    } else if (e->derived) {
        put(page, " <span class=\"quiet\">(a sum of the figures above)</span>");
    }
    if (e->people.len > 0) {
        put(page, "<br><span class=\"quiet\">In review: ");
        text(page, e->people);
        put(page, "</span>");
    }
}

/* "low 11 · high open", where the figure alone does not say so. */
static void bounds(const Page *page, const Estimate *e)
{
    bool open = !e->has_high && !(e->has_low && e->low == e->best); /* "at least 11" says it */
    bool apart = (e->has_low && e->low != e->best) || (e->has_high && e->high != e->best);
    if (!e->has_best || !(open || apart))
        return;
    put(page, "<br><span class=\"quiet\">low ");
    words_number(page->out, e->has_low ? e->low : e->best);
    put(page, " \xC2\xB7 ");
    high_end(page, e);
    put(page, "</span>");
}

static void total_line(const Page *page, Outcome outcome)
{
    const Estimate *e = cell_of(page, outcome, CELL_ALL);
    if (!e->present)
        return;
    put(page, "<p class=\"total\">All ");
    buf_put(page->out, words_outcome(outcome));
    without_words(page, e->without);
    put(page, ": ");
    figure_open(page, outcome, CELL_ALL);
    put(page, "<b>");
    estimate_words(page, e);
    put(page, "</b></a>");
    bounds(page, e);
    total_working(page, e, "<br>");
    put(page, "</p>\n");
}

/* "Civilians, security forces: no figure reported": the classes of which nothing is told. */
static void classes_untold(const Page *page, Outcome outcome)
{
    size_t count = 0;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (cell_of(page, outcome, COLUMNS[i])->present)
            continue;
        Buf name = {0};
        buf_put(&name, words_cell(COLUMNS[i]));
        if (count > 0 && name.len > 0)
            name.ptr[0] = char_lower(name.ptr[0]);
        put(page, count == 0 ? "<p class=\"quiet\">" : ", ");
        buf_put(page->out, buf_str(&name));
        buf_free(&name);
        count++;
    }
    if (count > 0)
        put(page,
            count == COLUMN_COUNT ? ": no figure reported for any of them.</p>\n" : ": no figure reported.</p>\n");
}

/* Where the classes do not come to the total that is the figure; what is told or claimed of one stands beside it. */
static void total_alone(const Page *page, Outcome outcome)
{
    const Estimate *e = cell_of(page, outcome, CELL_ALL);
    int64_t reach = estimate_reach(e);
    int64_t scale = common_scale(page, outcome);
    scale = reach > scale ? reach : scale;
    put(page, "<div class=\"cells\">\n");
    figure_cell(page, outcome, CELL_ALL, true, scale);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        if (cell_of(page, outcome, COLUMNS[i])->present)
            figure_cell(page, outcome, COLUMNS[i], false, scale);
    put(page, "</div>\n<p class=\"total\">");
    if (e->without != 0) {
        put(page, "All ");
        buf_put(page->out, words_outcome(outcome));
        without_words(page, e->without);
    }
    total_working(page, e, e->without != 0 ? "<br>" : "");
    put(page, "</p>\n");
    classes_untold(page, outcome);
}

static bool any_figure(const Page *page, Outcome outcome)
{
    for (unsigned c = 0; c < CELL_COUNT_; c++) {
        if (cell_of(page, outcome, (CellKind)c)->present)
            return true;
    }
    return false;
}

static void outcome_cells(const Page *page, Outcome outcome, const char *title)
{
    int64_t scale = common_scale(page, outcome);
    buf_format(page->out, "<h3>%s</h3>\n", title);
    if (!is_told_by_class(page, outcome) && cell_of(page, outcome, CELL_ALL)->present) {
        total_alone(page, outcome);
        return;
    }
    put(page, "<div class=\"cells\">\n");
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        figure_cell(page, outcome, COLUMNS[i], COLUMNS[i] == CELL_CIVILIAN, scale);
    put(page, "</div>\n");
    total_line(page, outcome);
}

static void other_cell(const Page *page, Outcome outcome, CellKind cell)
{
    const Estimate *e = cell_of(page, outcome, cell);
    put(page, "<td data-label=\"");
    buf_put(page->out, words_cell(cell));
    put(page, "\"><div>");
    if (e->present) {
        figure_open(page, outcome, cell);
        estimate_words(page, e);
        put(page, "</a>");
        bounds(page, e);
        claimed_lines(page, e, 0);
    } else {
        put(page, "<span class=\"quiet\">");
        buf_put(page->out, WORDS_NO_FIGURE);
        put(page, "</span>");
    }
    put(page, "</div></td>");
}

/* Injured is always told, even where nothing is reported; the rest where somebody gives a figure. */
static void other_outcomes(const Page *page)
{
    put(page,
        "<h3>Injured and others</h3>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"Table of the injured and others\"><table class=\"others stacked\">\n<thead><tr><th scope=\"col\">Outcome</th>");
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        put(page, "<th scope=\"col\">");
        buf_put(page->out, words_cell(COLUMNS[i]));
        put(page, "</th>");
    }
    put(page, "<th scope=\"col\">All, or not told apart</th></tr></thead>\n<tbody>\n");
    for (unsigned o = OUTCOME_INJURED; o < OUTCOME_COUNT_; o++) {
        if (o != OUTCOME_INJURED && !any_figure(page, (Outcome)o))
            continue;
        put(page, "<tr><th scope=\"row\">");
        buf_put(page->out, words_outcome((Outcome)o));
        put(page, "</th>");
        for (size_t i = 0; i < COLUMN_COUNT; i++)
            other_cell(page, (Outcome)o, COLUMNS[i]);
        other_cell(page, (Outcome)o, CELL_ALL);
        put(page, "</tr>\n");
    }
    put(page, "</tbody></table></div>\n");
}

static bool any_killed_or_injured(const Page *page)
{
    return page->headline && (any_figure(page, OUTCOME_KILLED) || any_figure(page, OUTCOME_INJURED));
}

void page_figures(const Page *page)
{
    section_open(page, "figures", "Key figures",
                 any_killed_or_injured(page)
                     ? "A band runs from the lowest to the highest figure, a tick marks the best; an arrow means "
                       "that no upper end is known. Choose a figure to read where it comes from."
                     : NULL);
    if (!page->headline) {
        put(page, "<p>No incident was found in these reports, so there are no figures. What the reports hold is listed "
                  "under sources.</p>\n");
        section_close(page);
        return;
    }
    outcome_cells(page, OUTCOME_KILLED, "Killed");
    other_outcomes(page);
    page_counts(page);
    section_close(page);
}
